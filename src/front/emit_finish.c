// emit_finish.c: the Code object from a finished unit.
#include "front/emit_inner.h"

#include "object/bytes.h"
#include "object/code.h"
#include "object/tuple.h"

// Most functions have neither cells nor free variables: all of a compilation have one tuple.
static Value emit_no_names(Compiler *c) {
    if (!is_ref(c->no_names)) { c->no_names = tuple_from(c->vm, NULL, 0); }
    return c->no_names;
}

// Registers of the cells: those of parameters stand where the parameter does.
static Value emit_cell_regs(Compiler *c, const Unit *u, const Name **class_names) {
    const uint16_t own[3] = {u->class_cell, u->classdict_cell, u->conditional_cell};
    uint32_t n = u->cells.len;
    for (uint32_t i = 0; i < 3; i++) { n += class_names[i] != NULL; }
    if (n == 0) { return V_NONE; }
    Blob *regs = heap_new(c->vm, T_BLOB, n * 2);
    TRY(regs);
    uint16_t *at = (uint16_t *)(void *)regs->data;
    for (uint32_t i = 0; i < u->cells.len; i++) { *at++ = (uint16_t)u->cells.items[i]->slot; }
    for (uint32_t i = 0; i < 3; i++) {
        if (class_names[i]) { *at++ = own[i]; }
    }
    return ptr_value(c->vm, regs);
}

static Value emit_cell_names(Compiler *c, const Unit *u, const Name **class_names) {
    uint32_t n = u->cells.len;
    for (uint32_t i = 0; i < 3; i++) { n += class_names[i] != NULL; }
    if (n == 0) { return emit_no_names(c); }
    Tuple *t = heap_new(c->vm, T_TUPLE, n);
    TRY(t);
    uint32_t at = 0;
    for (uint32_t i = 0; i < u->cells.len; i++) {
        t->items[at++] = emit_text(c, u->cells.items[i]->name);
    }
    Name *own[3] = {c->class_cell, c->classdict, c->conditional};
    for (uint32_t i = 0; i < 3; i++) {
        if (class_names[i]) { t->items[at++] = emit_text(c, own[i]); }
    }
    return ptr_value(c->vm, t);
}

static Value emit_free_names(Compiler *c, const Unit *u) {
    uint32_t n = u->frees.len + (u->extra_free != NULL);
    if (n == 0) { return emit_no_names(c); }
    Tuple *t = heap_new(c->vm, T_TUPLE, n);
    TRY(t);
    for (uint32_t i = 0; i < u->frees.len; i++) {
        t->items[i] = emit_text(c, u->frees.items[i]->name);
    }
    if (u->extra_free) { t->items[u->frees.len] = emit_text(c, u->extra_free); }
    return ptr_value(c->vm, t);
}

static Value emit_consts(Compiler *c, const Unit *u) {
    uint32_t far = u->n_far_consts, n = far ? EMIT_FAR_CONSTS + far : u->n_consts;
    Tuple *t = heap_new(c->vm, T_TUPLE, n + (u->n_reg_names > 0));
    TRY(t);
    if (u->n_reg_names) {
        t->items[n] = emit_checked(
            c, bytes_new(c->vm, u->reg_names, (uint64_t)u->n_reg_names * sizeof(EmitName)));
    }
    if (u->n_consts) { memcpy(t->items, u->consts, u->n_consts * sizeof(Value)); }
    for (uint32_t i = u->n_consts; i < n; i++) { t->items[i] = V_NONE; }
    if (far) { memcpy(t->items + EMIT_FAR_CONSTS, u->far_consts, far * sizeof(Value)); }
    return ptr_value(c->vm, t);
}

static Value emit_blob(Compiler *c, const void *bytes, uint64_t n) {
    Blob *b = heap_new(c->vm, T_BLOB, n);
    TRY(b);
    if (n) { memcpy(b->data, bytes, (size_t)n); }
    return ptr_value(c->vm, b);
}

static bool emit_fill(Compiler *c, Unit *u, Code *code) {
    const Name *own[3] = {u->class_cell ? c->class_cell : NULL,
                          u->classdict_cell ? c->classdict : NULL,
                          u->conditional_cell ? c->conditional : NULL};
    code->bytecode = emit_checked(c, emit_blob(c, u->words, (uint64_t)u->n_words * 4));
    code->consts = emit_checked(c, emit_consts(c, u));
    code->cellvars = emit_checked(c, emit_cell_names(c, u, own));
    code->freevars = emit_checked(c, emit_free_names(c, u));
    code->handlers = V_NONE;
    if (u->n_rows) {
        code->handlers =
            emit_checked(c, emit_blob(c, u->rows, (uint64_t)u->n_rows * sizeof(EmitRow)));
    }
    code->positions = emit_checked(c, emit_blob(c, u->positions, u->n_positions));
    code->cell_regs = emit_checked(c, emit_cell_regs(c, u, own));
    return !c->failed;
}

_Static_assert(sizeof(EmitRow) == sizeof(CodeHandler), "rows are written as they are");
_Static_assert(sizeof(EmitName) == sizeof(CodeName), "so are names");

Value emit_finish(Compiler *c, Unit *u) {
    emit_flush_pos(c, u);
    if (c->failed) { return V_RAISED; }
    Code *code = heap_new(c->vm, T_CODE, 0);
    if (!code) {
        c->failed = true;
        return V_RAISED;
    }
    Value *fields = obj_value_array(&code->h);
    for (uint32_t i = 0; i < 14; i++) { fields[i] = V_NONE; }
    if (!emit_fill(c, u, code)) { return V_RAISED; }
    code->varnames = u->varnames;
    code->name = u->name;
    code->qualname = u->qualname;
    code->filename = c->filename;
    code->source = c->source;
    code->doc = u->doc;
    code->flags = u->code_flags | (u->n_reg_names ? CODE_NAMES : 0);
    code->n_posonly = (uint16_t)u->n_posonly;
    code->n_args = (uint16_t)u->n_args;
    code->n_kwonly = (uint16_t)u->n_kwonly;
    code->n_regs = (uint16_t)u->n_regs;
    code->n_caches = u->n_caches;
    code->first_line = u->first_line;
    code->n_params = u->n_params;
    code_prepare_calls(code);
    return ptr_value(c->vm, code);
}
