// compile_with.c: with, async with and async for.
//
// __exit__ and its self stay in two registers while the body runs. The registers of the handler
// come right behind them; see compile_try.c for how a handler is made.
#include "front/compile_inner.h"

// R[t] = the result of __exit__ with the three arguments in R[t + 2 .. t + 4].
static void cwith_call_exit(Compiler *c, uint32_t exit, uint32_t t, bool async) {
    emit_move(c, t, exit);
    emit_move(c, t + 1, exit + 1);
    emit_abc(c, OPC_CALL_METHOD, t, 3, t);
    if (async) { compile_await(c, t, 2); }
}

// The body is left without an exception.
void compile_leave_with(Compiler *c, const Nest *b) {
    uint32_t mark = c->unit->temp, t = emit_temps(c, 5);
    compile_at(c, b->node->as.withitem.context_expr);
    for (uint32_t i = 2; i < 5; i++) { emit_load(c, t + i, V_NONE); }
    cwith_call_exit(c, b->reg, t, b->kind == NEST_ASYNC_WITH);
    c->unit->temp = mark;
}

static void cwith_handler(Compiler *c, const Nest *b, Label *handler, const EmitFlow *flow) {
    Label cleanup = {0}, swallowed = {0};
    bool async = b->kind == NEST_ASYNC_WITH;
    uint32_t regs = compile_enter_handler(c, handler, flow, 0), t = emit_temps(c, 5);
    Nest nest = {.handler = &cleanup, .exc_reg = regs + TRY_SECOND, .handling = true};
    compile_push(c, &nest, NEST_TRY, b->node->as.withitem.context_expr);
    emit_abc(c, OPC_EXC_INFO, t + 2, regs, 0);
    cwith_call_exit(c, b->reg, t, async);
    emit_branch(c, OPC_JUMP_TRUE, t, 0, &swallowed);
    compile_pop(c, &nest);
    compile_pop_exc(c, regs, false);
    emit_abc(c, OPC_RERAISE, regs + TRY_EXC, 0, 0);
    emit_die(c);
    compile_cleanup(c, &cleanup, flow, regs);
    emit_place(c, &swallowed);
    compile_pop_exc(c, regs, true);
}

static void cwith_item(Compiler *c, Node *n, uint32_t i) {
    if (i == n->as.With.items.len) {
        compile_stmts(c, &n->as.With.body);
        return;
    }
    Node *item = n->as.With.items.items[i], *expr = item->as.withitem.context_expr;
    bool async = n->kind == AST_AsyncWith;
    uint32_t mark = c->unit->temp, floor = c->unit->floor, exit = emit_temps(c, 2);
    Label handler = {0}, end = {0};
    uint32_t r = compile_expr(c, expr, REG_ANY);
    compile_at(c, expr);
    Value exit_name = vm_name(c->vm, async ? N___aexit__ : N___exit__);
    Value enter_name = vm_name(c->vm, async ? N___aenter__ : N___enter__);
    emit_ext(c, OPC_LOAD_METHOD_SPECIAL, exit, r, 0, emit_const(c, exit_name));
    uint32_t enter = emit_temps(c, 2);
    emit_ext(c, OPC_LOAD_METHOD_SPECIAL, enter, r, 0, emit_const(c, enter_name));
    emit_abc(c, OPC_CALL_METHOD, enter, 0, enter);
    if (async) { compile_await(c, enter, 1); }
    c->unit->floor = exit + 2;

    EmitFlow flow = c->unit->flow;
    Nest nest = {.handler = &handler, .exc_reg = exit + 2, .reg = exit, .node = item};
    compile_push(c, &nest, async ? NEST_ASYNC_WITH : NEST_WITH, n);
    if (item->as.withitem.optional_vars) {
        compile_assign_to(c, item->as.withitem.optional_vars, enter);
    }
    c->unit->temp = exit + 2;
    cwith_item(c, n, i + 1);
    compile_pop(c, &nest);
    compile_leave_with(c, &nest);
    emit_jump(c, &end);
    compile_at(c, expr);
    cwith_handler(c, &nest, &handler, &flow);
    emit_place(c, &end);
    c->unit->temp = mark;
    c->unit->floor = floor;
}

void compile_with(Compiler *c, Node *n) { cwith_item(c, n, 0); }

// ---- async for -----------------------------------------------------------------------------------

void compile_async_next(Compiler *c, uint32_t it, uint32_t item, Label *ended, uint32_t exc_reg) {
    uint32_t mark = c->unit->temp, awaited = emit_temp(c), start = c->unit->n_words;
    emit_abc(c, OPC_GET_ANEXT, awaited, it, 0);
    compile_yield_from(c, item, awaited);
    emit_region(c, start, ended, exc_reg);
    c->unit->temp = mark;
}

void compile_async_end(Compiler *c, Label *ended, const EmitFlow *flow, uint32_t exc) {
    Label fine = {0};
    emit_place_handler(c, ended, flow);
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    emit_abc(c, OPC_LOAD_ASSERTION, t, 2, 0);
    emit_abc(c, OPC_EXC_MATCH, t, exc, t);
    emit_branch(c, OPC_JUMP_TRUE, t, 0, &fine);
    emit_abc(c, OPC_RERAISE, exc, 0, 0);
    emit_die(c);
    emit_place(c, &fine);
    c->unit->temp = mark;
}

void compile_async_for(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp, it = emit_temps(c, 2), after = it + 1;
    Label next = {0}, ended = {0}, end = {0};
    Nest loop = {.next = &next, .end = &end};
    Node *iter = n->as.AsyncFor.iter;
    uint32_t r = compile_expr(c, iter, REG_ANY);
    compile_at(c, iter);
    emit_abc(c, OPC_GET_AITER, it, r, 0);
    c->unit->temp = after;
    emit_place(c, &next);
    EmitFlow flow = c->unit->flow;
    uint32_t item = emit_temp(c);
    compile_async_next(c, it, item, &ended, after);
    compile_assign_to(c, n->as.AsyncFor.target, item);
    c->unit->temp = after;
    compile_push(c, &loop, NEST_LOOP, n);
    compile_stmts(c, &n->as.AsyncFor.body);
    compile_pop(c, &loop);
    emit_jump(c, &next);
    compile_at(c, iter);
    c->unit->temp = after + 1;
    compile_async_end(c, &ended, &flow, after);
    c->unit->temp = mark;
    compile_stmts(c, &n->as.AsyncFor.orelse);
    emit_place(c, &end);
}
