// compile_class.c: the class statement. Its body is a function of one parameter, the namespace.
#include "front/compile_inner.h"

#include "object/tuple.h"

void compile_note_attribute(Compiler *c, const Node *target) {
    const Node *value = target->as.Attribute.value;
    if (value->kind != AST_Name || value->as.Name.id != c->self_name) { return; }
    Unit *u = c->unit;
    while (u && u->scope->kind != SCOPE_CLASS) { u = u->outer; }
    if (!u || (u->n_attributes == u->cap_attributes &&
               !emit_grow(c, (void **)&u->attributes, &u->cap_attributes, u->n_attributes,
                          sizeof(Name *)))) {
        return;
    }
    u->attributes[u->n_attributes++] = target->as.Attribute.attr;
}

static int cclass_compare(const Name *a, const Name *b) {
    uint32_t n = min_u32(a->len, b->len);
    int order = memcmp(a->text, b->text, n);
    return order ? order : (int)(a->len > b->len) - (int)(a->len < b->len);
}

static void cclass_sift(Name **names, uint32_t i, uint32_t n) {
    for (;;) {
        uint32_t child = 2 * i + 1;
        if (child >= n) { return; }
        if (child + 1 < n && cclass_compare(names[child], names[child + 1]) < 0) { child++; }
        if (cclass_compare(names[i], names[child]) >= 0) { return; }
        Name *swap = names[i];
        names[i] = names[child];
        names[child] = swap;
        i = child;
    }
}

// A tuple of the names, sorted, each once.
static Value cclass_static_attributes(Compiler *c, Unit *u) {
    Name **names = u->attributes;
    uint32_t n = u->n_attributes, kept = 0;
    for (uint32_t i = n / 2; i-- > 0;) { cclass_sift(names, i, n); }
    for (uint32_t end = n; end > 1;) {
        Name *top = names[0];
        names[0] = names[--end];
        names[end] = top;
        cclass_sift(names, 0, end);
    }
    for (uint32_t i = 0; i < n; i++) {
        if (i == 0 || names[i] != names[kept - 1]) { names[kept++] = names[i]; }
    }
    Tuple *t = heap_new(c->vm, T_TUPLE, kept);
    TRY(t);
    for (uint32_t i = 0; i < kept; i++) { t->items[i] = emit_text(c, names[i]); }
    return ptr_value(c->vm, t);
}

// ---- the body ------------------------------------------------------------------------------------

static void cclass_set(Compiler *c, NameId name, Value v) {
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_load(c, t, v);
    compile_store_name(c, vm_name(c->vm, name), t);
    c->unit->temp = mark;
}

static void cclass_prologue(Compiler *c, const Node *n, uint32_t line) {
    Unit *u = c->unit;
    uint32_t mark = u->temp, t = emit_temp(c);
    compile_at_line(c, line);
    c->pos.col = c->pos.end_col = 0;
    emit_name(c, OPC_LOAD_NAME, t, 0, vm_name(c->vm, N___name__));
    compile_store_name(c, vm_name(c->vm, N___module__), t);
    cclass_set(c, N___qualname__, u->qualname);
    cclass_set(c, N___firstlineno__, int_value(line));
    if (n->as.ClassDef.type_params.len) {
        Name *hidden = front_name(c->front, ".type_params", 12);
        if (!hidden) { emit_no_memory(c); }
        if (!c->failed) { compile_load(c, compile_symbol(c, hidden), (int)t); }
        compile_store_name(c, vm_name(c->vm, N___type_params__), t);
    }
    if (u->classdict_cell) {
        emit_abc(c, OPC_NAMESPACE, t, 0, 0);
        emit_abc(c, OPC_STORE_CELL, u->classdict_cell, t, 0);
    }
    if (u->conditional_cell) {
        emit_abc(c, OPC_BUILD_SET, t, 0, 0);
        emit_abc(c, OPC_STORE_CELL, u->conditional_cell, t, 0);
    }
    u->temp = mark;
}

// What the metaclass wants: the cells to fill. Reached with any position.
static void cclass_epilogue(Compiler *c) {
    Unit *u = c->unit;
    Value attributes = emit_checked(c, cclass_static_attributes(c, u));
    cclass_set(c, N___static_attributes__, attributes);
    if (u->classdict_cell) {
        compile_store_name(c, vm_name(c->vm, N___classdictcell__), u->classdict_cell);
    }
    if (!u->class_cell) {
        emit_abc(c, OPC_RETURN_NONE, 0, 0, 0);
        return;
    }
    compile_store_name(c, vm_name(c->vm, N___classcell__), u->class_cell);
    emit_abc(c, OPC_RETURN, u->class_cell, 0, 0);
}

static Unit *cclass_code(Compiler *c, Node *n, Value *code) {
    uint32_t line = compile_first_line(n, &n->as.ClassDef.decorator_list);
    Scope *scope = n->as.ClassDef.scope;
    Unit *u = compile_open(c, scope, emit_text(c, n->as.ClassDef.name), line);
    if (!u) { return NULL; }
    cclass_prologue(c, n, line);
    compile_body(c, &n->as.ClassDef.body, scope->has_docstring);
    compile_at_line(c, line);
    c->pos.col = c->pos.end_col = 0;
    compile_deferred_annotations(c);
    cclass_epilogue(c);
    *code = compile_close(c, u);
    return u;
}

// ---- the statement -------------------------------------------------------------------------------

void compile_build_class(Compiler *c, Node *n, uint32_t reg, int base) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 4);
    Value code;
    Unit *u = cclass_code(c, n, &code);
    if (!u) { return; }
    compile_at(c, n);
    EmitPos pos = c->pos;
    Value name = u->name;
    compile_function(c, u, code, at, 0, 0);
    emit_load(c, at + 1, name);
    if (base >= 0) {
        compile_list_of(c, &n->as.ClassDef.bases, at + 2);
        emit_abc(c, OPC_LIST_APPEND, at + 2, (uint32_t)base, 0);
        emit_abc(c, OPC_LIST_TO_TUPLE, at + 2, at + 2, 0);
    } else {
        compile_tuple_of(c, &n->as.ClassDef.bases, at + 2);
    }
    c->pos = pos;
    if (n->as.ClassDef.keywords.len) {
        compile_keywords(c, &n->as.ClassDef.keywords, at + 3, at);
        c->pos = pos;
    } else {
        emit_load(c, at + 3, V_NONE);
    }
    emit_ext(c, OPC_CALL_INTERNAL, 4, at, reg, I_CLASS_STATEMENT);
    c->unit->temp = mark;
}

void compile_class(Compiler *c, Node *n) {
    const NodeSeq *decorators = &n->as.ClassDef.decorator_list;
    uint32_t mark = c->unit->temp, first = compile_decorators(c, decorators), reg = emit_temp(c);
    if (n->as.ClassDef.type_params.len) {
        compile_generic_class(c, n, reg);
    } else {
        compile_build_class(c, n, reg, REG_ANY);
    }
    compile_decorate(c, decorators, first);
    compile_at(c, n);
    if (!c->failed) { compile_store(c, compile_symbol(c, n->as.ClassDef.name), first); }
    c->unit->temp = mark;
}
