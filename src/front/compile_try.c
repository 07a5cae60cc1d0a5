// compile_try.c: try with all its clauses, and how statements are left.
//
// What surrounds the current statement is a chain of Nests. Each may have a region of code whose
// exceptions go to its handler. Leaving some of them (return, break, continue) runs their ends
// right there, innermost first; each such end is outside of its own region but inside the outer
// ones, so regions are written out in pieces.
//
// In a handler three registers stand in a row: the exception, what was being handled before, and a
// second exception, raised inside the handler.
#include "front/compile_inner.h"

enum { CTRY_MAX_NESTS = 21 };

void compile_count_nest(Compiler *c, const Node *at) {
    if (++c->unit->n_nested > CTRY_MAX_NESTS) {
        emit_error(c, at, "too many statically nested blocks");
    }
}

void compile_push(Compiler *c, Nest *b, NestKind kind, const Node *at) {
    Unit *u = c->unit;
    compile_count_nest(c, at);
    b->kind = kind;
    b->outer = u->nest;
    b->start = u->n_words;
    u->nest = b;
}

void compile_pop(Compiler *c, Nest *b) {
    Unit *u = c->unit;
    if (b->handler) { emit_region(c, b->start, b->handler, b->exc_reg); }
    u->nest = b->outer;
    u->n_nested--;
}

// ---- leaving -------------------------------------------------------------------------------------

bool compile_unwinds(const Compiler *c, const Nest *stop) {
    for (const Nest *b = c->unit->nest; b != stop; b = b->outer) {
        if (b->kind != NEST_LOOP && b->kind != NEST_TRY) { return true; }
    }
    return false;
}

// `except ... as name`: the name goes when the clause is left.
static void ctry_forget_name(Compiler *c, const Node *clause) {
    Name *name = clause->as.ExceptHandler.name;
    if (!name || c->failed) { return; }
    Symbol *sym = compile_symbol(c, name);
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_load(c, t, V_NONE);
    compile_store(c, sym, t);
    compile_delete(c, sym);
    c->unit->temp = mark;
}

void compile_pop_exc(Compiler *c, uint32_t regs, bool over) {
    uint32_t saved = regs + TRY_SAVED;
    emit_abc(c, OPC_POP_EXC, saved, over ? regs + TRY_EXC : saved, 0);
}

void compile_leave_handler(Compiler *c, const Nest *b) {
    compile_pop_exc(c, b->reg - TRY_SAVED, true);
    ctry_forget_name(c, b->node);
}

void compile_unwind(Compiler *c, Nest *stop) {
    Unit *u = c->unit;
    EmitPos pos = c->pos;
    for (Nest *b = u->nest; b != stop && !c->failed; b = b->outer) {
        if (b->handler) { emit_region(c, b->start, b->handler, b->exc_reg); }
        u->nest = b->outer;
        u->n_nested--;
        switch (b->kind) {
        case NEST_FINALLY: compile_stmts(c, b->finalbody); break;
        case NEST_FINALLY_END: compile_pop_exc(c, b->reg - TRY_SAVED, true); break;
        case NEST_HANDLER: compile_leave_handler(c, b); break;
        case NEST_WITH:
        case NEST_ASYNC_WITH: compile_leave_with(c, b); break;
        default: break;
        }
        c->pos = pos;
    }
}

void compile_rewind(Compiler *c, Nest *inner, Nest *stop) {
    c->unit->nest = inner;
    for (Nest *b = inner; b != stop; b = b->outer) {
        b->start = c->unit->n_words;
        c->unit->n_nested++;
    }
}

// ---- handlers ------------------------------------------------------------------------------------

bool compile_is_handling(const Compiler *c) {
    const Nest *b = c->unit->nest;
    while (b && !b->handling) { b = b->outer; }
    return b != NULL;
}

uint32_t compile_enter_handler(Compiler *c, Label *handler, const EmitFlow *flow, uint32_t n) {
    emit_place_handler(c, handler, flow);
    uint32_t regs = emit_temps(c, TRY_REGS + n);
    c->unit->floor = c->unit->temp;
    emit_abc(c, OPC_PUSH_EXC, regs + TRY_SAVED, regs + TRY_EXC, compile_is_handling(c));
    return regs;
}

// An exception inside a handler: what was handled before is so again, and it goes on.
void compile_cleanup(Compiler *c, Label *cleanup, const EmitFlow *flow, uint32_t regs) {
    emit_place_handler(c, cleanup, flow);
    compile_pop_exc(c, regs, true);
    emit_abc(c, OPC_RERAISE, regs + TRY_SECOND, 0, 0);
    emit_die(c);
}

// One except clause. On the way out the regions of `outer` are interrupted.
static void ctry_clause(Compiler *c, Node *clause, uint32_t regs, Nest *outer, Label *end) {
    Label next = {0}, raised = {0};
    uint32_t mark = c->unit->temp;
    Node *type = clause->as.ExceptHandler.type;
    Name *name = clause->as.ExceptHandler.name;
    if (type) {
        uint32_t t = emit_temp(c), r = compile_expr(c, type, REG_ANY);
        compile_at(c, clause);
        emit_abc(c, OPC_EXC_MATCH, t, regs + TRY_EXC, r);
        emit_branch(c, OPC_JUMP_FALSE, t, 0, &next);
        c->unit->temp = mark;
    }
    compile_at(c, clause);
    if (name && !c->failed) { compile_store(c, compile_symbol(c, name), regs + TRY_EXC); }
    EmitFlow flow = c->unit->flow;
    Nest body = {.reg = regs + TRY_SAVED, .node = clause};
    if (name) {
        body.handler = &raised;
        body.exc_reg = regs + TRY_SECOND;
    }
    compile_push(c, &body, NEST_HANDLER, clause);
    compile_stmts(c, &clause->as.ExceptHandler.body);
    compile_pop(c, &body);
    emit_region(c, outer->start, outer->handler, outer->exc_reg);
    compile_leave_handler(c, &body);
    emit_jump(c, end);
    outer->start = c->unit->n_words;
    if (name) {
        emit_place_handler(c, &raised, &flow);
        ctry_forget_name(c, clause);
        emit_abc(c, OPC_RERAISE, regs + TRY_SECOND, 0, 0);
        emit_die(c);
    }
    emit_place(c, &next);
}

// The clauses behind a body whose exceptions go to `handler`.
static void ctry_clauses(Compiler *c, const Node *n, Label *handler, const EmitFlow *flow,
                         Label *end) {
    const NodeSeq *clauses = &n->as.Try.handlers;
    uint32_t mark = c->unit->temp, floor = c->unit->floor;
    Label cleanup = {0};
    compile_at(c, clauses->items[0]);
    uint32_t regs = compile_enter_handler(c, handler, flow, 0);
    Nest nest = {.handler = &cleanup, .exc_reg = regs + TRY_SECOND, .handling = true};
    compile_push(c, &nest, NEST_TRY, n);
    for (uint32_t i = 0; i < clauses->len && !c->failed; i++) {
        ctry_clause(c, clauses->items[i], regs, &nest, end);
    }
    emit_abc(c, OPC_RERAISE, regs + TRY_EXC, 0, 0);
    emit_die(c);
    compile_pop(c, &nest);
    compile_cleanup(c, &cleanup, flow, regs);
    c->unit->temp = mark;
    c->unit->floor = floor;
}

// ---- except* -------------------------------------------------------------------------------------

enum { STAR_RAISED = TRY_REGS, STAR_REST, STAR_MATCH, STAR_END }; // further registers

static void ctry_star_clause(Compiler *c, Node *clause, uint32_t regs) {
    Label next = {0}, raised = {0};
    uint32_t mark = c->unit->temp, t = emit_temps(c, 2);
    Name *name = clause->as.ExceptHandler.name;
    compile_expr(c, clause->as.ExceptHandler.type, (int)t + 1);
    compile_at(c, clause);
    emit_move(c, t, regs + STAR_REST);
    emit_ext(c, OPC_CALL_INTERNAL, 2, t, t, I_EXCEPT_STAR);
    emit_abc(c, OPC_UNPACK, regs + STAR_REST, t, 2);
    emit_branch(c, OPC_JUMP_NONE, regs + STAR_MATCH, 0, &next);
    emit_abc(c, OPC_PUSH_EXC, t, regs + STAR_MATCH, true);
    if (name && !c->failed) { compile_store(c, compile_symbol(c, name), regs + STAR_MATCH); }
    EmitFlow flow = c->unit->flow;
    Nest body = {.handler = &raised, .exc_reg = regs + TRY_SECOND};
    compile_push(c, &body, NEST_TRY, clause);
    compile_stmts(c, &clause->as.ExceptHandler.body);
    compile_pop(c, &body);
    ctry_forget_name(c, clause);
    emit_jump(c, &next);
    emit_place_handler(c, &raised, &flow);
    ctry_forget_name(c, clause);
    emit_abc(c, OPC_LIST_APPEND, regs + STAR_RAISED, regs + TRY_SECOND, 0);
    emit_place(c, &next);
    c->unit->temp = mark;
}

static void ctry_star_clauses(Compiler *c, const Node *n, Label *handler, const EmitFlow *flow,
                              Label *end) {
    const NodeSeq *clauses = &n->as.TryStar.handlers;
    uint32_t mark = c->unit->temp, floor = c->unit->floor;
    Label cleanup = {0}, done = {0};
    compile_at(c, clauses->items[0]);
    uint32_t regs = compile_enter_handler(c, handler, flow, STAR_END - TRY_REGS);
    uint32_t t = emit_temps(c, 2);
    Nest nest = {.handler = &cleanup, .exc_reg = regs + TRY_SECOND, .handling = true};
    compile_push(c, &nest, NEST_TRY, n);
    emit_abc(c, OPC_BUILD_LIST, regs + STAR_RAISED, 0, 0);
    emit_move(c, regs + STAR_REST, regs + TRY_EXC);
    for (uint32_t i = 0; i < clauses->len && !c->failed; i++) {
        ctry_star_clause(c, clauses->items[i], regs);
    }
    emit_abc(c, OPC_LIST_APPEND, regs + STAR_RAISED, regs + STAR_REST, 0);
    emit_move(c, t, regs + TRY_EXC);
    emit_move(c, t + 1, regs + STAR_RAISED);
    emit_ext(c, OPC_CALL_INTERNAL, 2, t, t, I_RERAISE_STAR);
    compile_pop(c, &nest);
    compile_pop_exc(c, regs, true);
    emit_branch(c, OPC_JUMP_NONE, t, 0, &done);
    emit_abc(c, OPC_RERAISE, t, 0, 0);
    emit_die(c);
    emit_place(c, &done);
    emit_jump(c, end);
    compile_cleanup(c, &cleanup, flow, regs);
    c->unit->temp = mark;
    c->unit->floor = floor;
}

// ---- try -----------------------------------------------------------------------------------------

static void ctry_except(Compiler *c, Node *n) {
    Label handler = {0}, end = {0};
    EmitFlow flow = c->unit->flow;
    Nest body = {.handler = &handler, .exc_reg = c->unit->temp};
    compile_push(c, &body, NEST_TRY, n);
    compile_stmts(c, &n->as.Try.body);
    compile_pop(c, &body);
    compile_stmts(c, &n->as.Try.orelse);
    emit_jump(c, &end);
    if (n->kind == AST_Try) {
        ctry_clauses(c, n, &handler, &flow, &end);
    } else {
        ctry_star_clauses(c, n, &handler, &flow, &end);
    }
    emit_place(c, &end);
}

static void ctry_finally(Compiler *c, Node *n) {
    Label handler = {0}, cleanup = {0}, end = {0};
    uint32_t mark = c->unit->temp, floor = c->unit->floor;
    EmitFlow flow = c->unit->flow;
    Nest body = {.handler = &handler, .exc_reg = mark, .finalbody = &n->as.Try.finalbody};
    compile_push(c, &body, NEST_FINALLY, n);
    if (n->as.Try.handlers.len) {
        ctry_except(c, n);
    } else {
        compile_stmts(c, &n->as.Try.body);
    }
    compile_pop(c, &body);
    compile_stmts(c, &n->as.Try.finalbody);
    emit_jump(c, &end);

    uint32_t regs = compile_enter_handler(c, &handler, &flow, 0);
    Nest final = {.handler = &cleanup,
                  .exc_reg = regs + TRY_SECOND,
                  .reg = regs + TRY_SAVED,
                  .handling = true};
    compile_push(c, &final, NEST_FINALLY_END, n);
    compile_stmts(c, &n->as.Try.finalbody);
    compile_pop(c, &final);
    compile_pop_exc(c, regs, false);
    emit_abc(c, OPC_RERAISE, regs + TRY_EXC, 0, 0);
    emit_die(c);
    compile_cleanup(c, &cleanup, &flow, regs);
    emit_place(c, &end);
    c->unit->temp = mark;
    c->unit->floor = floor;
}

void compile_try(Compiler *c, Node *n) {
    if (n->as.Try.finalbody.len) {
        ctry_finally(c, n);
    } else {
        ctry_except(c, n);
    }
}
