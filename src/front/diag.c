#include "front/diag.h"
void diag_explain(Parser *p) {
    if (p->f->error.kind == FRONT_OK) { 
        if (p->at->kind == TOK_ERROR) { p->f->error = p->lexer->error.error; return; }
        parse_fail(p, p->at, "invalid syntax"); }
}
bool diag_is_single(Parser *p) { return p != NULL; }
