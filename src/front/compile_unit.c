// compile_unit.c: a code object's frame: which register each name has, parameters, cells, closures,
// qualified names.
//
// Registers from 0 on: parameters in the order of Code.varnames, the other locals, cells that are no
// parameters, then temporaries. A parameter that inner scopes use is wrapped in a cell where it
// stands. More than OP_NEAR_LOCALS locals and cells go behind register 255 (vm/opcode.h).
#include "front/compile_inner.h"

#include "object/code.h"
#include "object/str.h"
#include "object/tuple.h"

void compile_at(Compiler *c, const Node *n) {
    c->pos =
        (EmitPos){n->lineno, n->end_lineno, (int32_t)n->col_offset, (int32_t)n->end_col_offset};
}

void compile_at_line(Compiler *c, uint32_t line) { c->pos = (EmitPos){line, line, -1, -1}; }

enum { CUNIT_KEPT_INDEX = 255 }; // no larger index is kept: it must be cleared

// ---- qualified names -----------------------------------------------------------------------------

static bool cunit_is_def(const Scope *s) { return s->kind == SCOPE_FUNCTION && !s->comprehension; }

static bool cunit_is_annotation(const Scope *s) { return s->kind >= SCOPE_ANNOTATION; }

static bool cunit_declared_global(Compiler *c, const Scope *scope, const Scope *outer) {
    bool named =
        scope->kind == SCOPE_CLASS || (cunit_is_def(scope) && scope->node->kind != AST_Lambda);
    if (!named) { return false; }
    const Symbol *sym = scope_lookup(c->front, outer, scope->name);
    return sym && sym->kind == SYM_GLOBAL_EXPLICIT;
}

// The __annotate__ of a def counts as a part of it.
static bool cunit_is_def_annotation(const Scope *s) {
    return s->kind == SCOPE_ANNOTATION &&
           (s->node->kind == AST_FunctionDef || s->node->kind == AST_AsyncFunctionDef);
}

static Value cunit_qualname(Compiler *c, const Unit *u) {
    const Unit *outer = u->outer;
    Value name = u->name;
    if (cunit_is_def_annotation(u->scope)) {
        Value of = emit_text(c, u->scope->node->as.FunctionDef.name);
        name = c->failed ? V_RAISED : emit_checked(c, format_text(c->vm, "%U.%U", of, name));
    }
    if (outer && cunit_is_annotation(outer->scope)) { outer = outer->outer; }
    if (c->failed || !outer || outer->scope->kind == SCOPE_MODULE) { return name; }
    if (cunit_declared_global(c, u->scope, outer->scope)) { return name; }
    return format_text(c->vm, cunit_is_def(outer->scope) ? "%U.<locals>.%U" : "%U.%U",
                       outer->qualname, name);
}

// ---- names that are deleted ----------------------------------------------------------------------

static void cunit_scan(Compiler *c, Scope *scope, const NodeSeq *body);

static void cunit_mark(Compiler *c, Scope *scope, Name *name) {
    Symbol *sym = name ? scope_lookup(c->front, scope, name) : NULL;
    if (sym) { sym->slot |= SLOT_CHECKED; }
}

static void cunit_mark_target(Compiler *c, Scope *scope, const Node *target) {
    if (target->kind == AST_Name) { cunit_mark(c, scope, target->as.Name.id); }
    if (target->kind == AST_Tuple || target->kind == AST_List) {
        for (uint32_t i = 0; i < target->as.Tuple.elts.len; i++) {
            cunit_mark_target(c, scope, target->as.Tuple.elts.items[i]);
        }
    }
}

static void cunit_scan_try(Compiler *c, Scope *scope, const Node *n) {
    cunit_scan(c, scope, &n->as.Try.body);
    for (uint32_t i = 0; i < n->as.Try.handlers.len; i++) {
        const Node *h = n->as.Try.handlers.items[i];
        cunit_mark(c, scope, h->as.ExceptHandler.name);
        cunit_scan(c, scope, &h->as.ExceptHandler.body);
    }
    cunit_scan(c, scope, &n->as.Try.orelse);
    cunit_scan(c, scope, &n->as.Try.finalbody);
}

static void cunit_scan_stmt(Compiler *c, Scope *scope, const Node *n) {
    switch (n->kind) {
    case AST_Delete:
        for (uint32_t i = 0; i < n->as.Delete.targets.len; i++) {
            cunit_mark_target(c, scope, n->as.Delete.targets.items[i]);
        }
        break;
    case AST_For:
    case AST_AsyncFor:
        cunit_scan(c, scope, &n->as.For.body);
        cunit_scan(c, scope, &n->as.For.orelse);
        break;
    case AST_While:
        cunit_scan(c, scope, &n->as.While.body);
        cunit_scan(c, scope, &n->as.While.orelse);
        break;
    case AST_With:
    case AST_AsyncWith: cunit_scan(c, scope, &n->as.With.body); break;
    case AST_Try:
    case AST_TryStar: cunit_scan_try(c, scope, n); break;
    case AST_Match:
        for (uint32_t i = 0; i < n->as.Match.cases.len; i++) {
            cunit_scan(c, scope, &n->as.Match.cases.items[i]->as.match_case.body);
        }
        break;
    default: break;
    }
}

// Marks the symbols of `del x` and `except ... as x`, whose uses are always checked.
static void cunit_scan(Compiler *c, Scope *scope, const NodeSeq *body) {
    for (uint32_t i = 0; i < body->len; i++) {
        const Node *n = body->items[i];
        while (n->kind == AST_If) { // a chain of elifs is no recursion
            const NodeSeq *orelse = &n->as.If.orelse;
            cunit_scan(c, scope, &n->as.If.body);
            if (orelse->len != 1 || orelse->items[0]->kind != AST_If) {
                cunit_scan(c, scope, orelse);
                break;
            }
            n = orelse->items[0];
        }
        if (n->kind != AST_If) { cunit_scan_stmt(c, scope, n); }
    }
}

// ---- registers -----------------------------------------------------------------------------------

static int cunit_compare(const Symbol *a, const Symbol *b) {
    uint32_t n = min_u32(a->name->len, b->name->len);
    int order = memcmp(a->name->text, b->name->text, n);
    return order ? order : a->name->len < b->name->len ? -1 : 1;
}

// Sorted by name, as co_cellvars and co_freevars are; merges runs of doubling length.
static SymSeq cunit_sorted(Compiler *c, SymSeq seq) {
    if (seq.len < 2) { return seq; }
    Symbol **from = ARENA_ARRAY(c->arena, Symbol *, seq.len);
    Symbol **to = ARENA_ARRAY(c->arena, Symbol *, seq.len);
    if (!from || !to) {
        emit_no_memory(c);
        return (SymSeq){NULL, 0};
    }
    memcpy(from, seq.items, seq.len * sizeof(Symbol *));
    for (uint32_t run = 1; run < seq.len; run *= 2) {
        for (uint32_t at = 0; at < seq.len; at += 2 * run) {
            uint32_t i = at, mid = min_u32(at + run, seq.len), k = mid;
            uint32_t end = min_u32(at + 2 * run, seq.len);
            for (uint32_t out = at; out < end; out++) {
                bool left = k >= end || (i < mid && cunit_compare(from[i], from[k]) < 0);
                to[out] = left ? from[i++] : from[k++];
            }
        }
        Symbol **swap = from;
        from = to;
        to = swap;
    }
    return (SymSeq){from, seq.len};
}

static uint32_t cunit_set_slot(Symbol *sym, uint32_t index) {
    uint32_t reg = op_local_reg(index);
    sym->slot = (sym->slot & SLOT_CHECKED) | (reg & SLOT_NUMBER);
    return reg;
}

// Parameters, locals and cells; the number of them.
static uint32_t cunit_place_names(Compiler *c, Unit *u) {
    Scope *s = u->scope;
    bool names = s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS;
    uint32_t n = names ? 1 : s->params.len;
    for (uint32_t i = 0; i < s->params.len && !names; i++) {
        cunit_set_slot(scope_find(s, s->params.items[i]), i);
    }
    for (uint32_t i = 0; i < s->symbols.len && !names; i++) {
        Symbol *sym = s->symbols.items[i];
        if (sym->access == ACCESS_LOCAL && !(sym->flags & SYMF_PARAM)) { cunit_set_slot(sym, n++); }
    }
    u->n_locals = n;
    for (uint32_t i = 0; i < u->cells.len; i++) {
        Symbol *sym = u->cells.items[i];
        if (!(sym->flags & SYMF_PARAM)) { cunit_set_slot(sym, n++); }
    }
    uint16_t *own[3] = {&u->class_cell, &u->classdict_cell, &u->conditional_cell};
    bool has[3] = {s->needs_class_closure, s->needs_classdict, s->has_conditional_annotations};
    for (uint32_t i = 0; i < 3 && s->kind == SCOPE_CLASS; i++) {
        if (has[i]) { *own[i] = (uint16_t)n++; }
    }
    for (uint32_t i = 0; i < u->frees.len; i++) { u->frees.items[i]->slot = i; }
    (void)c;
    return n;
}

static Value cunit_varnames(Compiler *c, const Unit *u) {
    const Scope *s = u->scope;
    Tuple *t = heap_new(c->vm, T_TUPLE, u->n_locals);
    TRY(t);
    Value v = ptr_value(c->vm, t);
    if (s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS) {
        t->items[0] = emit_checked(c, intern_bytes(c->vm, ".ns", 3));
        return v;
    }
    uint32_t n = s->params.len;
    for (uint32_t i = 0; i < n; i++) {
        bool format = s->params.items[i] == c->format; // shown as "format" by signatures
        t->items[i] = emit_text(c, format ? c->shown_format : s->params.items[i]);
    }
    for (uint32_t i = 0; i < s->symbols.len; i++) {
        const Symbol *sym = s->symbols.items[i];
        if (sym->access == ACCESS_LOCAL && !(sym->flags & SYMF_PARAM)) {
            t->items[n++] = emit_text(c, sym->name);
        }
    }
    return v;
}

// ---- entry ---------------------------------------------------------------------------------------

static const Node *cunit_arguments(const Scope *s) {
    if (s->kind != SCOPE_FUNCTION) { return NULL; }
    switch (s->node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: return s->node->as.FunctionDef.args;
    case AST_Lambda: return s->node->as.Lambda.args;
    default: return NULL;
    }
}

static void cunit_set_counts(Unit *u) {
    const Scope *s = u->scope;
    const Node *args = cunit_arguments(s);
    bool names = s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS;
    u->n_params = names ? 1 : s->params.len;
    u->n_args = u->n_params;
    if (args) {
        u->n_posonly = args->as.arguments.posonlyargs.len;
        u->n_args = u->n_posonly + args->as.arguments.args.len;
        u->n_kwonly = args->as.arguments.kwonlyargs.len;
    } else if (s->kind == SCOPE_ANNOTATION || s->kind == SCOPE_TYPE_ALIAS ||
               s->kind == SCOPE_TYPE_VARIABLE) {
        u->n_posonly = 1;
    }
}

static uint32_t cunit_flags(const Compiler *c, const Unit *u) {
    const Scope *s = u->scope;
    uint32_t flags = 0;
    if (c->front->future & FUTURE_ANNOTATIONS) { flags |= 0x1000000; }
    if (s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS) {
        flags |= CODE_NAMESPACE;
    } else {
        flags |= CODE_OPTIMIZED | CODE_NEWLOCALS;
        if (s->nested) { flags |= CODE_NESTED; }
        if (s->varargs) { flags |= CODE_VARARGS; }
        if (s->varkeywords) { flags |= CODE_VARKEYWORDS; }
        if (s->method) { flags |= CODE_METHOD; }
    }
    if (s->generator && !s->coroutine) { flags |= CODE_GENERATOR; }
    if (s->generator && s->coroutine) { flags |= CODE_ASYNC_GENERATOR; }
    if (!s->generator && s->coroutine) { flags |= CODE_COROUTINE; }
    uint32_t not_simple =
        CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    if (!(flags & (not_simple | CODE_NAMESPACE)) && u->n_kwonly == 0) { flags |= CODE_SIMPLE; }
    return flags;
}

// Parameters that arrived in the registers of temporaries go to their own far ones. The last one
// goes first, for it makes room for the one before.
static void cunit_move_far_params(Compiler *c, const Unit *u) {
    uint32_t n = u->n_params, scratch = OP_NEAR_REGS - 1, saved = 0;
    if (n > OP_NEAR_REGS) {
        saved = emit_wide(c, 1);
        emit_abx(c, OPC_STORE_WIDE, scratch, saved);
    }
    for (uint32_t i = n; i-- > OP_NEAR_LOCALS;) {
        uint32_t from = i;
        if (i >= scratch && n > OP_NEAR_REGS) {
            emit_abx(c, OPC_LOAD_WIDE, scratch, i == scratch ? saved : i);
            from = scratch;
        }
        emit_abx(c, OPC_STORE_WIDE, from, op_local_reg(i));
    }
}

static void cunit_make_cell(Compiler *c, uint32_t reg) {
    if (reg < OP_NEAR_REGS) {
        emit_abc(c, OPC_MAKE_CELL, reg, 0, 0);
        return;
    }
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_abx(c, OPC_LOAD_WIDE, t, reg);
    emit_abc(c, OPC_MAKE_CELL, t, 0, 0);
    emit_abx(c, OPC_STORE_WIDE, t, reg);
    c->unit->temp = mark;
}

static void cunit_prologue(Compiler *c, Unit *u, uint32_t n_names) {
    u->first_temp = u->temp = u->floor = min_u32(n_names, OP_NEAR_LOCALS);
    u->n_regs = u->first_temp;
    u->wide = OP_NEAR_REGS;
    if (n_names > OP_NEAR_LOCALS) {
        u->wide = op_local_reg(n_names);
        u->n_regs = u->wide;
    }
    u->n_regs = max_u32(u->n_regs, u->n_params);
    if (u->n_params > OP_NEAR_LOCALS) { cunit_move_far_params(c, u); }
    for (uint32_t i = 0; i < min_u32(u->n_params, OP_NEAR_LOCALS); i++) { emit_set_assigned(c, i); }
    for (uint32_t i = 0; i < u->cells.len; i++) {
        cunit_make_cell(c, u->cells.items[i]->slot & SLOT_NUMBER);
    }
    const uint16_t own[3] = {u->class_cell, u->classdict_cell, u->conditional_cell};
    for (uint32_t i = 0; i < 3; i++) {
        if (own[i]) { cunit_make_cell(c, own[i]); }
    }
}

static void cunit_leave(Compiler *c, const Unit *u) {
    c->unit = u->outer;
    c->scope = u->outer_scope;
    c->pos = u->outer_pos;
}

// A closed unit is kept for the next one, with its arrays.
static void cunit_recycle(Compiler *c, Unit *u) {
    u->outer = c->spare;
    c->spare = u;
}

static Unit *cunit_new(Compiler *c) {
    Unit *u = c->spare;
    if (!u) { return ARENA_NEW(c->arena, Unit); }
    c->spare = u->outer;
    Unit old = *u;
    *u = (Unit){.words = old.words,
                .cap_words = old.cap_words,
                .rows = old.rows,
                .cap_rows = old.cap_rows,
                .positions = old.positions,
                .cap_positions = old.cap_positions,
                .consts = old.consts,
                .cap_consts = old.cap_consts};
    if (old.index_mask <= CUNIT_KEPT_INDEX && old.index) {
        u->index = old.index;
        u->index_mask = old.index_mask;
        memset(u->index, 0, (u->index_mask + 1) * sizeof *u->index);
    }
    return u;
}

Unit *compile_open(Compiler *c, Scope *scope, Value name, uint32_t first_line) {
    Unit *u = cunit_new(c);
    if (!u) {
        emit_no_memory(c);
        return NULL;
    }
    u->outer = c->unit;
    u->outer_scope = c->scope;
    u->outer_pos = c->pos;
    u->scope = scope;
    u->name = name;
    u->doc = V_NONE;
    u->first_line = u->last_line = first_line;
    u->qualname = emit_checked(c, cunit_qualname(c, u));
    c->unit = u;
    c->scope = scope;
    u->cells = cunit_sorted(c, scope->cells);
    u->frees = cunit_sorted(c, scope->frees);
    const Scope *outer = scope->parent;
    if (scope->kind == SCOPE_ANNOTATION && outer && outer->annotations == scope &&
        outer->kind == SCOPE_CLASS && outer->has_conditional_annotations) {
        u->extra_free = c->conditional;
    }
    cunit_set_counts(u);
    u->code_flags = cunit_flags(c, u);
    u->n_nested = scope->generator || scope->coroutine; // CPython counts a block there
    if (scope->kind == SCOPE_FUNCTION &&
        (scope->node->kind == AST_FunctionDef || scope->node->kind == AST_AsyncFunctionDef)) {
        cunit_scan(c, scope, &scope->node->as.FunctionDef.body);
    }
    compile_at_line(c, first_line);
    u->last = c->pos;
    uint32_t n_names = cunit_place_names(c, u);
    if (n_names >= INT16_MAX) {
        front_error(c->front, FRONT_SYNTAX_ERROR, "too many names in one function", first_line, 0,
                    -1, 0);
        c->failed = true;
    }
    u->varnames = emit_checked(c, cunit_varnames(c, u));
    if (c->failed) {
        cunit_leave(c, u);
        return NULL;
    }
    cunit_prologue(c, u, n_names);
    return u;
}

Value compile_close(Compiler *c, Unit *u) {
    Value code = emit_finish(c, u);
    cunit_leave(c, u);
    return code;
}

// ---- closures ------------------------------------------------------------------------------------

uint32_t compile_free_index(Compiler *c, const Name *name) {
    const Unit *u = c->unit;
    if (name == u->extra_free) { return u->frees.len; }
    const Symbol *sym = scope_find(u->scope, name);
    if (!sym) { // an outer scope of ours forgot to hand it down
        NX_ASSERT(c->failed);
        return 0;
    }
    return sym->slot & SLOT_NUMBER;
}

void compile_cell(Compiler *c, Name *name, uint32_t reg) {
    const Unit *u = c->unit;
    const Symbol *sym = scope_find(c->scope, name);
    while (sym && sym->outer) { sym = sym->outer; }
    bool bound = sym && sym->kind == SYM_CELL; // by an inlined comprehension, say
    if (u->scope->kind == SCOPE_CLASS && !bound) {
        uint32_t own = name == c->class_cell    ? u->class_cell
                       : name == c->classdict   ? u->classdict_cell
                       : name == c->conditional ? u->conditional_cell
                                                : 0;
        if (own) {
            emit_move(c, reg, own);
            return;
        }
    }
    if (bound) {
        uint32_t cell = sym->slot & SLOT_NUMBER;
        if (cell < OP_NEAR_REGS) {
            emit_move(c, reg, cell);
        } else {
            emit_abx(c, OPC_LOAD_WIDE, reg, cell);
        }
        return;
    }
    emit_abx(c, OPC_LOAD_CLOSURE, reg, compile_free_index(c, name));
}

bool compile_closure(Compiler *c, const Unit *u, uint32_t reg) {
    uint32_t n = u->frees.len + (u->extra_free != NULL), mark = c->unit->temp;
    if (n == 0) { return false; }
    bool few = n <= CHUNK;
    uint32_t first = emit_temps(c, few ? n : 1);
    if (!few) { emit_abc(c, OPC_BUILD_LIST, reg, 0, 0); }
    for (uint32_t i = 0; i < n; i++) {
        Name *name = i < u->frees.len ? u->frees.items[i]->name : u->extra_free;
        compile_cell(c, name, few ? first + i : first);
        if (!few) { emit_abc(c, OPC_LIST_APPEND, reg, first, 0); }
    }
    if (few) {
        emit_abc(c, OPC_BUILD_TUPLE, reg, first, n);
    } else {
        emit_abc(c, OPC_LIST_TO_TUPLE, reg, reg, 0);
    }
    c->unit->temp = mark;
    return true;
}

void compile_function(Compiler *c, Unit *u, Value code, uint32_t reg, uint32_t parts,
                      uint32_t n_parts) {
    uint32_t mark = c->unit->temp;
    if (c->failed) { return; }
    if (mark < reg + 1 + n_parts + 1) { emit_temps(c, reg + 2 + n_parts - mark); }
    if (compile_closure(c, u, reg + 1 + n_parts)) { parts |= 8; }
    emit_ext(c, OPC_MAKE_FUNCTION, reg, parts, 0, emit_const(c, code));
    c->unit->temp = mark;
    cunit_recycle(c, u);
}
