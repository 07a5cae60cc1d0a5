// compile_ann.c: annotations (PEP 649). They are kept as expressions in a function __annotate__,
// evaluated when somebody asks; that of a class or module is made at the end of its body, and looks
// into a set of numbers for which of the conditional ones were passed.
#include "front/compile_inner.h"

#include "front/unparse.h"

enum { CANN_FAKE_GLOBALS = 2 }; // annotationlib.Format.VALUE_WITH_FAKE_GLOBALS

Unit *compile_open_annotations(Compiler *c, Scope *scope, Value name, uint32_t line) {
    Unit *u = compile_open(c, scope, name, line);
    if (!u) { return NULL; }
    Label fine = {0};
    uint32_t t = emit_temp(c);
    c->pos.col = c->pos.end_col = 0;
    emit_branch(c, OPC_JN_GT_I, 0, CANN_FAKE_GLOBALS, &fine);
    emit_abc(c, OPC_LOAD_ASSERTION, t, 1, 0);
    emit_abc(c, OPC_RAISE, t, 0, 0);
    emit_die(c);
    emit_place(c, &fine);
    u->temp = t;
    return u;
}

// ---- of a def ------------------------------------------------------------------------------------

static Value cann_literal(void *ctx, const Const *k) { return compile_literal(ctx, k); }

// The text an annotation stands for under `from __future__ import annotations`.
static Value cann_text(Compiler *c, const Node *n) {
    Value text = emit_checked(c, unparse_expr(c->vm, n, cann_literal, c));
    return c->failed ? V_RAISED : emit_checked(c, intern_str(c->vm, text));
}

static void cann_put(Compiler *c, uint32_t dict, Name *name, Node *annotation) {
    uint32_t mark = c->unit->temp, key = emit_temp(c), v;
    EmitPos pos = c->pos;
    if (c->front->future & FUTURE_ANNOTATIONS) {
        v = emit_temp(c);
        emit_load(c, v, cann_text(c, annotation));
    } else if (annotation->kind == AST_Starred) { // *args: *Ts
        v = compile_expr(c, annotation->as.Starred.value, REG_ANY);
        uint32_t one = emit_temp(c);
        compile_at(c, annotation);
        emit_abc(c, OPC_UNPACK, one, v, 1);
        v = one;
    } else {
        v = compile_expr(c, annotation, REG_ANY);
    }
    c->pos = pos;
    emit_load(c, key, emit_text(c, scope_mangle(c->front, c->scope, name)));
    emit_abc(c, OPC_MAP_ADD, dict, key, v);
    c->unit->temp = mark;
}

static void cann_put_arg(Compiler *c, uint32_t dict, Node *arg) {
    if (arg && arg->as.arg.annotation) {
        cann_put(c, dict, arg->as.arg.arg, arg->as.arg.annotation);
    }
}

static void cann_put_args(Compiler *c, uint32_t dict, const NodeSeq *args) {
    for (uint32_t i = 0; i < args->len && !c->failed; i++) {
        cann_put_arg(c, dict, args->items[i]);
    }
}

static void cann_fill(Compiler *c, const Node *n, uint32_t dict) {
    const Node *args = n->as.FunctionDef.args;
    emit_abc(c, OPC_BUILD_MAP, dict, 0, 0);
    cann_put_args(c, dict, &args->as.arguments.posonlyargs);
    cann_put_args(c, dict, &args->as.arguments.args);
    cann_put_arg(c, dict, args->as.arguments.vararg);
    cann_put_args(c, dict, &args->as.arguments.kwonlyargs);
    cann_put_arg(c, dict, args->as.arguments.kwarg);
    if (n->as.FunctionDef.returns) {
        Name *name = front_name(c->front, "return", 6);
        if (!name) { emit_no_memory(c); }
        if (!c->failed) { cann_put(c, dict, name, n->as.FunctionDef.returns); }
    }
}

void compile_def_annotate(Compiler *c, Node *n, uint32_t reg) {
    if (c->front->future & FUTURE_ANNOTATIONS) {
        cann_fill(c, n, reg);
        return;
    }
    uint32_t line = c->pos.line;
    Unit *u = compile_open_annotations(c, n->as.FunctionDef.ann_scope,
                                       vm_name(c->vm, N___annotate__), line);
    if (!u) { return; }
    uint32_t dict = emit_temp(c);
    cann_fill(c, n, dict);
    emit_abc(c, OPC_RETURN, dict, 0, 0);
    Value code = compile_close(c, u);
    compile_function(c, u, code, reg, 0, 0);
}

// ---- of a class or module ------------------------------------------------------------------------

// Remembers the annotation; the code at hand notes that it was passed, if it may not be.
static void cann_defer(Compiler *c, Node *n) {
    Unit *u = c->unit;
    DeferredAnn *d = ARENA_NEW(c->arena, DeferredAnn);
    if (!d) {
        emit_no_memory(c);
        return;
    }
    d->stmt = n;
    d->condition = -1;
    *(u->last_annotation ? &u->last_annotation->next : &u->annotations) = d;
    u->last_annotation = d;
    bool module = u->scope->kind == SCOPE_MODULE;
    if (!module && u->n_conditional_nests == 0) { return; }
    d->condition = (int32_t)u->n_conditional++;
    uint32_t mark = u->temp, set = emit_temp(c), number = emit_temp(c);
    compile_at(c, n);
    if (module) {
        emit_name(c, OPC_LOAD_NAME, set, 0, emit_text(c, c->conditional));
    } else {
        emit_ext(c, OPC_LOAD_CELL, set, u->conditional_cell, 0,
                 emit_const(c, emit_text(c, c->conditional)));
    }
    emit_load(c, number, int_value(d->condition));
    emit_abc(c, OPC_SET_ADD, set, number, 0);
    u->temp = mark;
}

// __annotations__[name] = the text.
static void cann_store_text(Compiler *c, const Node *n) {
    uint32_t mark = c->unit->temp, dict = emit_temps(c, 3);
    compile_at(c, n);
    emit_load(c, dict + 1, cann_text(c, n->as.AnnAssign.annotation));
    emit_name(c, OPC_LOAD_NAME, dict, 0, vm_name(c->vm, N___annotations__));
    Name *name = scope_mangle(c->front, c->scope, n->as.AnnAssign.target->as.Name.id);
    emit_load(c, dict + 2, emit_text(c, name));
    emit_abc(c, OPC_SET_ITEM, dict, dict + 2, dict + 1);
    c->unit->temp = mark;
}

static void cann_check_target(Compiler *c, Node *target) {
    if (target->kind == AST_Attribute) {
        compile_effect(c, target->as.Attribute.value);
    } else if (target->kind == AST_Subscript) {
        compile_effect(c, target->as.Subscript.value);
        compile_effect(c, target->as.Subscript.slice);
    }
}

void compile_ann_assign(Compiler *c, Node *n) {
    Node *target = n->as.AnnAssign.target, *value = n->as.AnnAssign.value;
    uint32_t mark = c->unit->temp, reg;
    if (value) {
        if (compile_direct_target(c, target, &reg)) {
            compile_expr(c, value, (int)reg);
            compile_mark_assigned(c, target->as.Name.sym);
        } else {
            compile_assign_to(c, target, compile_operand(c, value, target));
        }
        c->unit->temp = mark;
    }
    uint8_t kind = c->unit->scope->kind;
    if (target->kind != AST_Name) {
        if (!value) { cann_check_target(c, target); }
    } else if (n->as.AnnAssign.simple && (kind == SCOPE_MODULE || kind == SCOPE_CLASS)) {
        if (c->front->future & FUTURE_ANNOTATIONS) {
            cann_store_text(c, n);
        } else {
            cann_defer(c, n);
        }
    }
}

static void cann_deferred(Compiler *c, const DeferredAnn *d, uint32_t dict, bool module) {
    Label not_set = {0};
    uint32_t mark = c->unit->temp, number = emit_temp(c), set = emit_temp(c);
    Node *stmt = d->stmt;
    if (d->condition >= 0) {
        compile_at(c, stmt);
        emit_load(c, number, int_value(d->condition));
        Value name = emit_text(c, c->conditional);
        if (module) {
            emit_name(c, OPC_LOAD_GLOBAL, set, 0, name);
        } else {
            emit_free(c, OPC_LOAD_FREE, set, compile_free_index(c, c->conditional),
                      emit_const(c, name));
        }
        emit_abc(c, OPC_IN, number, number, set);
        emit_branch(c, OPC_JUMP_FALSE, number, 0, &not_set);
    }
    compile_at(c, stmt);
    cann_put(c, dict, stmt->as.AnnAssign.target->as.Name.id, stmt->as.AnnAssign.annotation);
    emit_place(c, &not_set);
    c->unit->temp = mark;
}

void compile_deferred_annotations(Compiler *c) {
    Unit *outer = c->unit;
    if (!outer->annotations || c->failed) { return; }
    bool module = outer->scope->kind == SCOPE_MODULE;
    uint32_t reg = emit_temp(c);
    Unit *u = compile_open_annotations(c, outer->scope->annotations, vm_name(c->vm, N___annotate__),
                                       c->pos.line);
    if (!u) { return; }
    uint32_t dict = emit_temp(c);
    emit_abc(c, OPC_BUILD_MAP, dict, 0, 0);
    for (const DeferredAnn *d = outer->annotations; d && !c->failed; d = d->next) {
        cann_deferred(c, d, dict, module);
    }
    emit_abc(c, OPC_RETURN, dict, 0, 0);
    Value code = compile_close(c, u);
    compile_function(c, u, code, reg, 0, 0);
    Value name = module ? vm_name(c->vm, N___annotate__)
                        : emit_checked(c, intern_bytes(c->vm, "__annotate_func__", 17));
    compile_store_name(c, name, reg);
    outer->temp = reg;
}
