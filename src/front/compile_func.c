// compile_func.c: def and lambda: defaults, decorators, bodies.
#include "front/compile_inner.h"

#include "object/code.h"

// ---- defaults and decorators ---------------------------------------------------------------------

static bool cfunc_has_kw_defaults(const Node *args) {
    const NodeSeq *defaults = &args->as.arguments.kw_defaults;
    for (uint32_t i = 0; i < defaults->len; i++) {
        if (defaults->items[i]) { return true; }
    }
    return false;
}

static void cfunc_kw_defaults(Compiler *c, const Node *args, uint32_t reg) {
    const NodeSeq *names = &args->as.arguments.kwonlyargs;
    const NodeSeq *defaults = &args->as.arguments.kw_defaults;
    uint32_t mark = c->unit->temp, key = emit_temp(c);
    EmitPos pos = c->pos;
    emit_abc(c, OPC_BUILD_MAP, reg, min_u32(names->len, 255), 0);
    for (uint32_t i = 0; i < names->len; i++) {
        if (!defaults->items[i]) { continue; }
        uint32_t v = compile_expr(c, defaults->items[i], REG_ANY);
        c->pos = pos;
        Name *name = scope_mangle(c->front, c->scope, names->items[i]->as.arg.arg);
        emit_load(c, key, emit_text(c, name));
        emit_abc(c, OPC_MAP_ADD, reg, key, v);
        c->unit->temp = key + 1;
    }
    c->unit->temp = mark;
}

uint32_t compile_defaults(Compiler *c, const Node *args, uint32_t *n_parts) {
    uint32_t parts = 0;
    *n_parts = 0;
    if (args->as.arguments.defaults.len) {
        compile_tuple_of(c, &args->as.arguments.defaults, emit_temp(c));
        parts |= 1;
        ++*n_parts;
    }
    if (cfunc_has_kw_defaults(args)) {
        cfunc_kw_defaults(c, args, emit_temp(c));
        parts |= 2;
        ++*n_parts;
    }
    return parts;
}

uint32_t compile_decorators(Compiler *c, const NodeSeq *list) {
    uint32_t first = c->unit->temp;
    for (uint32_t i = 0; i < list->len; i++) { compile_temp(c, list->items[i]); }
    return first;
}

void compile_decorate(Compiler *c, const NodeSeq *list, uint32_t first) {
    for (uint32_t i = list->len; i-- > 0;) {
        compile_at(c, list->items[i]);
        emit_abc(c, OPC_CALL, first + i, 1, first + i);
    }
}

uint32_t compile_first_line(const Node *n, const NodeSeq *decorators) {
    return decorators->len ? decorators->items[0]->lineno : n->lineno;
}

// ---- functions -----------------------------------------------------------------------------------

// Code of a def; NULL: failed.
static Unit *cfunc_code(Compiler *c, Node *n, Value *code) {
    Scope *scope = n->as.FunctionDef.scope;
    uint32_t line = compile_first_line(n, &n->as.FunctionDef.decorator_list);
    Unit *u = compile_open(c, scope, emit_text(c, n->as.FunctionDef.name), line);
    if (!u) { return NULL; }
    if (scope->has_docstring) { u->code_flags |= CODE_HAS_DOCSTRING; }
    compile_body(c, &n->as.FunctionDef.body, scope->has_docstring);
    emit_abc(c, OPC_RETURN_NONE, 0, 0, 0);
    *code = compile_close(c, u);
    return u;
}

void compile_def_function(Compiler *c, Node *n, uint32_t reg, uint32_t parts, uint32_t n_parts) {
    uint32_t mark = c->unit->temp;
    bool future = c->front->future & FUTURE_ANNOTATIONS;
    compile_at(c, n);
    EmitPos pos = c->pos;
    if (n->as.FunctionDef.ann_scope) {
        uint32_t annotate = emit_temp(c);
        compile_def_annotate(c, n, annotate);
        if (!future) {
            parts |= 4;
            n_parts++;
        }
    }
    Value code;
    Unit *u = cfunc_code(c, n, &code);
    if (!u) { return; }
    c->pos = pos;
    if (future && n->as.FunctionDef.ann_scope) {
        // The strings stand where a part would: out of the way before the function is made.
        uint32_t strings = reg + 1 + n_parts, kept = emit_temps(c, 4) + 3;
        emit_move(c, kept, strings);
        compile_function(c, u, code, reg, parts, n_parts);
        emit_name(c, OPC_STORE_ATTR, reg, kept, vm_name(c->vm, N___annotations__));
    } else {
        compile_function(c, u, code, reg, parts, n_parts);
    }
    c->unit->temp = mark;
}

void compile_def(Compiler *c, Node *n) {
    const NodeSeq *decorators = &n->as.FunctionDef.decorator_list;
    uint32_t mark = c->unit->temp, first = compile_decorators(c, decorators), reg = emit_temp(c);
    uint32_t n_parts;
    compile_at(c, n);
    uint32_t parts = compile_defaults(c, n->as.FunctionDef.args, &n_parts);
    if (n->as.FunctionDef.type_params.len) {
        compile_generic_def(c, n, reg, parts, n_parts);
    } else {
        compile_def_function(c, n, reg, parts, n_parts);
    }
    c->unit->temp = reg + 1;
    compile_decorate(c, decorators, first);
    compile_at(c, n);
    if (!c->failed) { compile_store(c, compile_symbol(c, n->as.FunctionDef.name), first); }
    c->unit->temp = mark;
}

uint32_t compile_lambda(Compiler *c, Node *n, int dest) {
    uint32_t mark = c->unit->temp, reg = emit_temp(c), n_parts;
    compile_at(c, n);
    uint32_t parts = compile_defaults(c, n->as.Lambda.args, &n_parts);
    Unit *u = compile_open(c, n->as.Lambda.scope, vm_name(c->vm, N_lt_lambda), n->lineno);
    if (!u) { return reg; }
    Node *body = n->as.Lambda.body;
    compile_return(c, body, body);
    Value code = compile_close(c, u);
    compile_at(c, n);
    compile_function(c, u, code, reg, parts, n_parts);
    uint32_t d = compile_dest(c, dest, mark);
    emit_move(c, d, reg);
    return d;
}
