// gen.h: generators, coroutines and async generators. Each owns a heap frame; resuming links the
// frame on top of the running one, yielding unlinks it. Layouts in heap/types.def.
#ifndef NX_VM_GEN_H
#define NX_VM_GEN_H

#include "vm/call.h"

typedef enum GenState { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_FINISHED } GenState;

// Generator, coroutine and async generator alike.
typedef struct Generator {
    Obj h;
    Value frame; // V_NONE once finished
    Value name, qualname;
    Value handled;   // exception it was handling when it yielded, V_NONE
    Value code;      // what the frame runs, also once it is gone
    Value finalizer; // of an async generator: the hook that was set when it was first used; V_NONE
    uint32_t state;  // GenState
    uint32_t flags;  // GEN_*
} Generator;

enum { GEN_CLOSED = 1, GEN_HOOKS_RUN = 2, GEN_AG_RUNNING = 4, GEN_AWAITED = 8, GEN_AG_CLOSED = 16 };

// What I_AWAIT_ITER is for: its second argument.
enum { AWAIT_EXPR, AWAIT_AENTER, AWAIT_AEXIT, AWAIT_AITER, AWAIT_ANEXT };

static inline Generator *as_generator(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline bool is_generator_kind(Vm *vm, Value v) {
    return is_ref(v) && ((Obj *)ref_ptr(vm, v))->type >= T_GENERATOR &&
           ((Obj *)ref_ptr(vm, v))->type <= T_ASYNC_GEN;
}

// What the resumer of a running generator is handling.
static inline Value gen_outer_handled(Vm *vm, Frame *f) {
    if (!(f->ret & RET_GENERATOR)) { return V_NONE; }
    return as_generator(vm, *frame_generator(f))->handled;
}

// ---- the loop's own way: `for` over a generator that handles no exception meanwhile -----------
// What gen_resume and gen_yield do then, without their questions. `base` is vm->base.

static inline bool gen_next_is_plain(const uint8_t *base, const Generator *g) {
    const Head *h = (const Head *)base;
    return g->state == GEN_SUSPENDED && !is_ref(g->handled) && !(g->h.flags & OBJ_FROZEN) &&
           h->depth < h->depth_limit;
}
static inline void gen_enter(uint8_t *base, Generator *g, uint64_t ret) {
    Head *h = (Head *)base;
    Frame *f = (Frame *)(base + ref_offset(g->frame));
    const uint32_t *pc = (const uint32_t *)(base + f->pc);
    f->slot[pc[-1] >> 8 & 0xFF] = V_NONE; // operand a of the YIELD: what was sent
    g->state = GEN_RUNNING;
    g->handled = h->handled;
    f->prev = h->frame;
    f->ret = ret | RET_GENERATOR;
    h->frame = g->frame;
    h->depth++;
}
static inline bool gen_yield_is_plain(const uint8_t *base, Frame *f) {
    const Generator *g = (const Generator *)(base + ref_offset(*frame_generator(f)));
    Value handled = ((const Head *)base)->handled;
    return handled == g->handled && !is_ref(handled); // else it may be the generator's own
}
static inline void gen_leave(uint8_t *base, Frame *f) {
    Head *h = (Head *)base;
    Generator *g = (Generator *)(base + ref_offset(*frame_generator(f)));
    g->handled = V_NONE;
    g->state = GEN_SUSPENDED;
    h->frame = f->prev;
    h->depth--;
    f->prev = V_NONE;
}

// A generator's frame returned v (the frame is on top). As vm_return.
NX_INTERNAL Value gen_return(Vm *vm, Frame *f, Value v);
// An exception is about to leave the frame: the generator is finished; StopIteration becomes
// RuntimeError.
NX_INTERNAL void gen_unwound(Vm *vm, Frame *f);

// `await` of asyncio's futures (lib/asyncio/future_iter.c). What it iterates over; V_UNBOUND: ask
// __await__. And the next item of that iterator; V_STOP: it has ended, with vm->call_args[0].
NX_INTERNAL Value future_await(Vm *vm, Value v);
NX_INTERNAL Value future_send(Vm *vm, Value v);

// Attributes that generators, coroutines and async generators share.
NX_INTERNAL Value gen_get_code(Vm *vm, Value v);
NX_INTERNAL Value gen_get_frame(Vm *vm, Value v); // of a FrameInfo; V_NONE once finished
NX_INTERNAL Value gen_get_suspended(Vm *vm, Value v);
NX_INTERNAL Value gen_get_yieldfrom(Vm *vm, Value v);
NX_INTERNAL bool gen_set_name(Vm *vm, Value v, Value x);
NX_INTERNAL bool gen_set_qualname(Vm *vm, Value v, Value x);
NX_INTERNAL Value gen_del(Vm *vm, Frame *f);
// The third argument of throw(): a traceback, None or V_UNBOUND. False: raised.
NX_INTERNAL bool gen_check_traceback(Vm *vm, Value v);
// Warns that throw() or athrow() was given more than an exception; goes on in state next.
NX_INTERNAL Value gen_warn_signature(Vm *vm, Frame *f, int next, const char *method);

#endif
