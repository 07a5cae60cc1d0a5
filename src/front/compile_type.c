// compile_type.c: type parameters and aliases (PEP 695, 696). The names in [...] live in a function
// of their own, `<generic parameters of X>`, which is called at once and gives the def's function,
// the class or the alias. Bounds, defaults and values are functions that are called when asked for.
// The objects are made by functions of the module _typing.
#include "front/compile_inner.h"

#include "object/tuple.h"

static Value ctype_text(Compiler *c, const char *text) {
    return emit_checked(c, intern_bytes(c->vm, text, (uint32_t)strlen(text)));
}

// R[reg] = the module _typing.
static void ctype_import(Compiler *c, uint32_t reg) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 4);
    Value empty = emit_checked(c, tuple_from(c->vm, NULL, 0));
    emit_load(c, at, ctype_text(c, "_typing"));
    emit_load(c, at + 1, V_NONE);
    emit_load(c, at + 2, empty);
    emit_load(c, at + 3, int_value(0));
    emit_ext(c, OPC_CALL_INTERNAL, 4, at, reg, I_IMPORT);
    c->unit->temp = mark;
}

// R[reg] = a function that evaluates n, given an annotation format; the default is VALUE.
static void ctype_evaluator(Compiler *c, Node *n, Scope *scope, Name *name, const Node *at,
                            uint32_t reg) {
    EmitPos pos = c->pos;
    Value text = emit_text(c, name);
    Unit *u = compile_open_annotations(c, scope, text, at->lineno);
    if (!u) { return; }
    uint32_t r;
    if (n->kind == AST_Starred) { // a default of a TypeVarTuple
        uint32_t v = compile_expr(c, n->as.Starred.value, REG_ANY);
        r = emit_temp(c);
        compile_at(c, n);
        emit_abc(c, OPC_UNPACK, r, v, 1);
    } else {
        r = compile_expr(c, n, REG_ANY);
    }
    compile_at(c, at);
    emit_abc(c, OPC_RETURN, r, 0, 0);
    Value code = compile_close(c, u), value_format = int_value(1);
    Value defaults = emit_checked(c, tuple_from(c->vm, &value_format, 1));
    uint32_t mark = c->unit->temp, part = emit_temp(c);
    if (part != reg + 1) { part = emit_temps(c, 1); }
    c->pos = pos;
    emit_load(c, reg + 1, defaults);
    compile_function(c, u, code, reg, 1, 1);
    c->unit->temp = mark;
}

static const char *ctype_maker(const Node *n) {
    switch (n->kind) {
    case AST_TypeVar: return "_intrinsic_typevar";
    case AST_ParamSpec: return "_intrinsic_paramspec";
    default: return "_intrinsic_typevartuple";
    }
}

static Node *ctype_default(const Node *n, Scope **scope) {
    if (n->kind == AST_TypeVar) {
        *scope = n->as.TypeVar.default_scope;
        return n->as.TypeVar.default_value;
    }
    *scope = n->as.ParamSpec.default_scope;
    return n->as.ParamSpec.default_value;
}

// R[at] = the object of one type parameter; R[module] is _typing.
static void ctype_param(Compiler *c, Node *n, uint32_t module, uint32_t at) {
    uint32_t mark = c->unit->temp, n_args = 1;
    Name *name = n->as.ParamSpec.name; // first in all three kinds
    Node *bound = n->kind == AST_TypeVar ? n->as.TypeVar.bound : NULL;
    Scope *scope = NULL;
    compile_at(c, n);
    emit_name(c, OPC_LOAD_ATTR, at, module, ctype_text(c, ctype_maker(n)));
    emit_load(c, at + 1, emit_text(c, name));
    if (bound) {
        uint32_t to = at + 2;
        if (bound->kind == AST_Tuple) { emit_load(c, to++, V_NONE); }
        c->unit->temp = to + 1;
        ctype_evaluator(c, bound, n->as.TypeVar.bound_scope, name, bound, to);
        n_args = to - at;
    }
    compile_at(c, n);
    emit_abc(c, OPC_CALL, at, n_args, at);
    Node *value = ctype_default(n, &scope);
    if (value) {
        emit_move(c, at + 1, at);
        c->unit->temp = at + 3;
        ctype_evaluator(c, value, scope, name, value, at + 2);
        compile_at(c, n);
        emit_name(c, OPC_LOAD_ATTR, at, module, ctype_text(c, "_intrinsic_set_default"));
        emit_abc(c, OPC_CALL, at, 2, at);
    }
    c->unit->temp = mark;
}

// R[reg] = the tuple of all of them; each is stored in its name, too.
static void ctype_params(Compiler *c, const NodeSeq *params, uint32_t module, uint32_t reg) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 6);
    emit_abc(c, OPC_BUILD_LIST, reg, 0, 0);
    for (uint32_t i = 0; i < params->len && !c->failed; i++) {
        Node *n = params->items[i];
        ctype_param(c, n, module, at);
        if (c->failed) { break; }
        compile_store(c, compile_symbol(c, n->as.ParamSpec.name), at);
        emit_abc(c, OPC_LIST_APPEND, reg, at, 0);
    }
    emit_abc(c, OPC_LIST_TO_TUPLE, reg, reg, 0);
    c->unit->temp = mark;
}

// ---- the function around them --------------------------------------------------------------------

static Unit *ctype_open(Compiler *c, Scope *scope, Name *name, const Node *n, uint32_t line) {
    Value text = emit_text(c, name);
    if (c->failed) { return NULL; }
    text = emit_checked(c, format_text(c->vm, "<generic parameters of %U>", text));
    if (c->failed) { return NULL; }
    Unit *u = compile_open(c, scope, text, line);
    if (u) { compile_at(c, n); }
    return u;
}

// Ends the unit with R[result]; R[reg] = what calling it with R[reg + 1 ...] gives.
static void ctype_close(Compiler *c, Unit *u, uint32_t result, uint32_t reg, uint32_t n_args) {
    emit_abc(c, OPC_RETURN, result, 0, 0);
    Value code = compile_close(c, u);
    if (c->failed) { return; }
    uint32_t mark = c->unit->temp, at = emit_temps(c, 1 + n_args);
    compile_function(c, u, code, at, 0, 0);
    for (uint32_t i = 0; i < n_args; i++) { emit_move(c, at + 1 + i, reg + 1 + i); }
    emit_abc(c, OPC_CALL, at, n_args, reg);
    c->unit->temp = mark;
}

void compile_generic_def(Compiler *c, Node *n, uint32_t reg, uint32_t parts, uint32_t n_parts) {
    uint32_t line = compile_first_line(n, &n->as.FunctionDef.decorator_list);
    Unit *u = ctype_open(c, n->as.FunctionDef.type_scope, n->as.FunctionDef.name, n, line);
    if (!u) { return; }
    uint32_t module = emit_temp(c), params = emit_temp(c), fn = emit_temps(c, 1 + n_parts);
    ctype_import(c, module);
    ctype_params(c, &n->as.FunctionDef.type_params, module, params);
    for (uint32_t i = 0; i < n_parts; i++) { emit_move(c, fn + 1 + i, i); }
    compile_def_function(c, n, fn, parts, n_parts);
    emit_name(c, OPC_STORE_ATTR, fn, params, vm_name(c->vm, N___type_params__));
    ctype_close(c, u, fn, reg, n_parts);
}

void compile_generic_class(Compiler *c, Node *n, uint32_t reg) {
    uint32_t line = compile_first_line(n, &n->as.ClassDef.decorator_list);
    compile_at(c, n); // of the call below
    Unit *u = ctype_open(c, n->as.ClassDef.type_scope, n->as.ClassDef.name, n, line);
    if (!u) { return; }
    uint32_t module = emit_temp(c), params = emit_temp(c), base = emit_temps(c, 2);
    ctype_import(c, module);
    ctype_params(c, &n->as.ClassDef.type_params, module, params);
    Name *hidden = front_name(c->front, ".type_params", 12);
    if (!hidden) { emit_no_memory(c); }
    if (!c->failed) { compile_store(c, compile_symbol(c, hidden), params); }
    compile_at(c, n);
    emit_name(c, OPC_LOAD_ATTR, base, module, ctype_text(c, "_intrinsic_subscript_generic"));
    emit_move(c, base + 1, params);
    emit_abc(c, OPC_CALL, base, 1, base);
    uint32_t cls = emit_temp(c);
    compile_build_class(c, n, cls, (int)base);
    ctype_close(c, u, cls, reg, 0);
}

// R[at] = the alias; R[params] its type parameters, REG_ANY: it has none.
static void ctype_alias(Compiler *c, Node *n, uint32_t module, int params, uint32_t at) {
    uint32_t mark = c->unit->temp;
    Name *name = n->as.TypeAlias.name->as.Name.id;
    emit_name(c, OPC_LOAD_ATTR, at, module, ctype_text(c, "_intrinsic_typealias"));
    emit_load(c, at + 1, emit_text(c, name));
    if (params >= 0) {
        emit_move(c, at + 2, (uint32_t)params);
    } else {
        emit_load(c, at + 2, V_NONE);
    }
    c->unit->temp = at + 4;
    ctype_evaluator(c, n->as.TypeAlias.value, n->as.TypeAlias.scope, name, n, at + 3);
    compile_at(c, n);
    emit_abc(c, OPC_CALL, at, 3, at);
    c->unit->temp = mark;
}

void compile_type_alias(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp, reg = emit_temp(c);
    const NodeSeq *type_params = &n->as.TypeAlias.type_params;
    Unit *u = NULL;
    compile_at(c, n);
    if (type_params->len) {
        u = ctype_open(c, n->as.TypeAlias.type_scope, n->as.TypeAlias.name->as.Name.id, n,
                       n->lineno);
        if (!u) { return; }
    }
    uint32_t module = emit_temp(c), params = emit_temp(c), at = emit_temps(c, 6);
    ctype_import(c, module);
    if (u) { ctype_params(c, type_params, module, params); }
    ctype_alias(c, n, module, u ? (int)params : REG_ANY, at);
    if (u) {
        ctype_close(c, u, at, reg, 0);
    } else {
        emit_move(c, reg, at);
    }
    if (!c->failed) { compile_assign_to(c, n->as.TypeAlias.name, reg); }
    c->unit->temp = mark;
}
