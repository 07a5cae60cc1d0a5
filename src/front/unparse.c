// unparse.c: see unparse.h.
#include "front/unparse.h"

// The source of the expression as it stands.
const char *unparse_expr(Front *f, const Node *n, uint32_t *len) {
    uint32_t first_len, last_len;
    const char *first = front_line(f, n->lineno, &first_len) + n->col_offset;
    const char *end = front_line(f, n->end_lineno, &last_len) + n->end_col_offset;
    *len = (uint32_t)(end - first);
    const char *copy = arena_copy(f->arena, first, *len);
    return copy ? copy : front_out_of_memory(f);
}
