// gen.c: generators and coroutines: making, resuming, yielding, ending; send, throw, close.
//
// Resuming links the generator's heap frame on top of the running one with a `ret` that says how
// the answer is wanted; yielding unlinks it and delivers. `handled` is swapped so that each
// generator has its own notion of the exception being handled.
#include "vm/gen.h"

#include "object/positions.h"
#include "object/exc.h"
#include "rt/internals.h"
#include "vm/frameinfo.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"
#include "vm/weak.h"

// A coroutine that has not started yet notes what called for it where its own code stands later, and
// the place there in the frame's `ret`: if it never starts, a warning names that place.
static bool gen_waits_to_start(const Generator *g) {
    return g->h.type == T_COROUTINE && g->state == GEN_CREATED;
}

static void gen_note_caller(Vm *vm, Generator *g) {
    Value at = vm->head->frame;
    for (uint32_t i = 0; i < 8 && is_ref(at) && frame_is_native(vm, as_frame(vm, at)); i++) {
        at = as_frame(vm, at)->prev;
    }
    if (!is_ref(at) || frame_is_native(vm, as_frame(vm, at))) { return; }
    const Frame *caller = as_frame(vm, at);
    g->code = caller->code;
    uint32_t at_word = frame_pc_index(vm, caller);
    as_frame(vm, g->frame)->ret = at_word ? at_word - 1 : 0;
}

static void gen_forget_caller(Vm *vm, Generator *g) {
    if (!gen_waits_to_start(g)) { return; }
    obj_set(vm, g, &g->code, as_frame(vm, g->frame)->code);
    g->h.flags |= OBJ_SETTLED;
}

static void gen_over(Vm *vm, Generator *g) {
    gen_forget_caller(vm, g);
    g->state = GEN_FINISHED;
    g->frame = V_NONE;
    g->h.flags &= (uint8_t)~OBJ_FINAL;
}

// One that has something to do when it is abandoned, behind a yield in a try or with statement, is
// closed when nobody can reach it any more.
static Value gen_made(Vm *vm, Generator *g, const Code *c) {
    Value v = ptr_value(vm, g);
    if (g->h.type == T_GENERATOR && is_ref(c->handlers)) {
        TRY(weak_add_finalizable(vm, v));
        g->h.flags |= OBJ_FINAL;
    } else if (g->h.type == T_COROUTINE) {
        TRY(weak_add_finalizable(vm, v));
        gen_note_caller(vm, g);
    }
    return v;
}

// All three kinds are alike. NULL: no memory.
static Generator *gen_new(Vm *vm, TypeTag tag) {
    Generator *g = HEAP_MAKE_ZEROED(vm, GENERATOR);
    if (!g) { return NULL; }
    g->h.type = (uint8_t)tag;
    g->handled = g->finalizer = V_NONE;
    return g;
}

// The frame just bound, on top of the stack, becomes a generator's own.
Value gen_from_frame(Vm *vm, Frame *f) {
    const Code *c = as_code(vm, f->code);
    TypeTag tag = c->flags & CODE_ASYNC_GENERATOR ? T_ASYNC_GEN
                  : c->flags & CODE_COROUTINE     ? T_COROUTINE
                                                  : T_GENERATOR;
    Value func = f->func;
    Generator *g = gen_new(vm, tag);
    Frame *own = g ? heap_new_raw(vm, T_FRAME, (uint64_t)f->h.n + 1) : NULL;
    if (!own) {
        frame_pop(vm, f);
        return V_RAISED;
    }
    values_copy(&own->prev, &f->prev, f->h.n);
    own->h.flags = OBJ_HEAP;
    own->prev = V_NONE;
    *frame_generator(own) = ptr_value(vm, g);
    g->frame = ptr_value(vm, own);
    NX_ASSERT(code_prefix(c) == V_NONE);
    bool of_function = is_exact(vm, func, T_FUNCTION);
    g->name = of_function ? function_name(vm, as_function(vm, func)) : V_NONE;
    g->qualname = of_function ? function_qualname(vm, as_function(vm, func)) : c->qualname;
    g->code = own->code;
    g->state = GEN_CREATED;
    frame_pop(vm, f);
    return gen_made(vm, g, c);
}

Value gen_of_call(Vm *vm, Value func, const Value *args, uint32_t n) {
    const Function *fn = as_function(vm, func);
    const Code *c = as_code(vm, fn->code);
    TypeTag tag = c->flags & CODE_ASYNC_GENERATOR ? T_ASYNC_GEN
                  : c->flags & CODE_COROUTINE     ? T_COROUTINE
                                                  : T_GENERATOR;
    uint32_t missing = c->n_args - n;
    const Tuple *defaults = is_ref(fn->defaults) ? as_tuple(vm, fn->defaults) : NULL;
    if (missing > (defaults ? defaults->h.n : 0)) { return V_UNBOUND; }
    Value caches = is_ref(c->caches) ? c->caches : caches_of(vm, fn->code);
    TRY_VALUE(caches);
    Generator *g = gen_new(vm, tag);
    Frame *f = heap_new_raw(vm, T_FRAME, (uint64_t)FRAME_FIXED + c->n_regs + 1);
    TRY(g && f);
    f->h.flags = OBJ_HEAP;
    f->prev = V_NONE;
    f->code = fn->code;
    f->func = func;
    f->globals = fn->globals;
    f->caches = caches;
    f->pc = ref_offset(c->bytecode) + 8;
    f->ret = 0;
    values_copy(f->slot, args, n);
    if (missing) { values_copy(f->slot + n, defaults->items + defaults->h.n - missing, missing); }
    for (uint32_t i = c->n_args; i < c->n_regs; i++) { f->slot[i] = V_UNBOUND; }
    *frame_generator(f) = ptr_value(vm, g);
    g->frame = ptr_value(vm, f);
    g->name = function_name(vm, fn);
    g->qualname = function_qualname(vm, fn);
    g->code = fn->code;
    g->state = GEN_CREATED;
    return gen_made(vm, g, c);
}

static const char *gen_kind(Vm *vm, Value gen) {
    switch (as_obj(vm, gen)->type) {
    case T_COROUTINE: return "coroutine";
    case T_ASYNC_GEN: return "async generator";
    default: return "generator";
    }
}

Value gen_resume(Vm *vm, Value gen, Value sent, uint64_t ret) {
    Generator *g = as_generator(vm, gen);
    Head *h = vm->head;
    if (g->state == GEN_RUNNING) {
        return raise_error(vm, EXC_ValueError, "%s already executing", gen_kind(vm, gen));
    }
    if (g->state == GEN_FINISHED) {
        if (sent == V_RAISED) { return V_RAISED; }
        if (as_obj(vm, gen)->type == T_COROUTINE) {
            return raise_error(vm, EXC_RuntimeError, "cannot reuse already awaited coroutine");
        }
        if (ret_mode(ret) == RET_ITER) { return V_STOP; }
        return raise_stop_iteration(vm, V_NONE);
    }
    if (g->state == GEN_CREATED && sent != V_NONE && sent != V_RAISED) {
        return raise_error(vm, EXC_TypeError, "can't send non-None value to a just-started %s",
                           gen_kind(vm, gen));
    }
    if (h->depth >= h->depth_limit && !frame_go_deeper(vm)) { return V_RAISED; }
    Frame *f = as_frame(vm, g->frame);
    obj_touch(vm, g);
    if (g->state == GEN_SUSPENDED && sent != V_RAISED && sent != V_CALLING) {
        const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
        f->slot[pc[-1] >> 8 & 0xFF] = sent; // operand a of the YIELD
    }
    gen_forget_caller(vm, g);
    g->state = GEN_RUNNING;
    g->flags |= GEN_AWAITED;
    f->prev = h->frame;
    f->ret = ret | RET_GENERATOR;
    // What it was handling when it yielded is handled again on top of the caller's.
    Value outer = h->handled;
    if (is_ref(g->handled)) { h->handled = g->handled; }
    g->handled = outer;
    h->frame = g->frame;
    h->depth++;
    if (sent == V_RAISED) { return V_RAISED; }
    return V_CALLING;
}

Value gen_resume_waiting(Vm *vm, Value it, uint64_t ret) {
    bool waits = is_exact(vm, it, T_GENERATOR) && as_generator(vm, it)->state <= GEN_SUSPENDED;
    return waits ? gen_resume(vm, it, V_NONE, ret) : V_UNBOUND;
}

// Takes the frame off the chain and gives back what the resumer was handling.
static Generator *gen_unlink(Vm *vm, Frame *f, GenState state) {
    Head *h = vm->head;
    Generator *g = as_generator(vm, *frame_generator(f));
    Value own = h->handled;
    h->handled = g->handled;
    g->handled = V_NONE;
    if (state == GEN_SUSPENDED && is_ref(own)) {
        // It may be the one that its resumer handles: then the YIELD says whose it is (operand c).
        const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
        if (own != h->handled || pc[-1] >> 24) { g->handled = own; }
    }
    g->state = state;
    h->frame = f->prev;
    h->depth--;
    f->prev = V_NONE;
    if (state == GEN_FINISHED) { gen_over(vm, g); }
    return g;
}

// A native's loop that takes the item where it is: the generator just goes on.
static bool gen_sink(Vm *vm, const Frame *f, Value v) {
    Frame *to = as_frame(vm, f->prev);
    if (!frame_is_native(vm, to)) { return false; }
    SinkFn sink = native_def(vm, as_native(vm, to->code))->sink;
    if (!sink || vm->head->budget <= 0) { return false; }
    if (!sink(vm, to, v)) { // what was wrong, if anything, the steps find out again
        vm->alloc_failed = false;
        exc_clear(vm);
        return false;
    }
    vm->head->budget--;
    return true;
}

Value gen_yield(Vm *vm, Frame *f, Value v) {
    uint64_t ret = f->ret & ~RET_GENERATOR;
    if (ret == ret_make(RET_NATIVE, 0, 0)) {
        bool taken = gen_sink(vm, f, v);
        TRY(!vm->stop);
        if (taken) {
            const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
            f->slot[pc[-1] >> 8 & 0xFF] = V_NONE; // operand a of the YIELD
            return V_NONE;
        }
    }
    gen_unlink(vm, f, GEN_SUSPENDED);
    return vm_deliver(vm, v, ret);
}

// What a generator's end raises where nobody waits for its plain value.
static Value gen_end_exception(Vm *vm, bool is_async, Value v) {
    if (!is_async) { return stop_iteration_new(vm, v); }
    Value args = tuple_from(vm, NULL, 0);
    TRY_VALUE(args);
    return exc_new(vm, exc_class(vm, EXC_StopAsyncIteration), args);
}

Value gen_return(Vm *vm, Frame *f, Value v) {
    uint64_t ret = f->ret & ~RET_GENERATOR;
    bool is_async = as_generator(vm, *frame_generator(f))->h.type == T_ASYNC_GEN;
    Value exc = V_NONE;
    if (ret == ret_make(RET_NATIVE, 0, 0) && !is_async &&
        native_take_end(as_frame(vm, f->prev), v)) {
        gen_unlink(vm, f, GEN_FINISHED);
        return V_NONE;
    }
    if (is_async || (ret_mode(ret) != RET_ITER && ret_mode(ret) != RET_SEND)) {
        exc = gen_end_exception(vm, is_async, v);
        TRY_VALUE(exc); // before the frame is gone, so that the return can be repeated
    }
    gen_unlink(vm, f, GEN_FINISHED);
    if (exc != V_NONE) { return raise_value(vm, exc); }
    if (ret_mode(ret) == RET_ITER) { return vm_deliver(vm, V_STOP, ret); }
    Frame *caller = as_frame(vm, vm->head->frame);
    const uint32_t *pc = (const uint32_t *)(vm->base + caller->pc);
    caller->slot[ret_reg(ret)] = v;
    caller->pc += (uint64_t)((int64_t)(int32_t)pc[-1] * 4);
    return V_NONE;
}

// PEP 479: a StopIteration that would leave a generator becomes RuntimeError.
static void gen_convert_stop(Vm *vm, const Generator *g) {
    static const char *const kinds[] = {"generator", "coroutine", "async generator"};
    const char *kind = kinds[g->h.type - T_GENERATOR];
    bool stop = exc_matches(vm, EXC_StopIteration);
    bool async_stop = g->h.type == T_ASYNC_GEN && exc_matches(vm, EXC_StopAsyncIteration);
    if (!stop && !async_stop) { return; }
    Value cause = vm->head->exc;
    exc_clear(vm);
    vm->call_callee = cause;
    vm->call_nargs = 0;
    vm->call_tuple = vm->call_kwargs = V_NONE;
    do { // what failed for lack of memory is done again here: the frame does not run any more
        vm->call_waits = false;
        raise_error(vm, EXC_RuntimeError, "%s raised %s", kind,
                    async_stop ? "StopAsyncIteration" : "StopIteration");
        vm->call_waits = true;
    } while (vm->alloc_failed && vm_retry_after_gc(vm));
    vm->call_waits = false;
    if (!is_exception(vm, vm->head->exc) || exc_matches(vm, EXC_MemoryError)) { return; }
    Exception *e = ref_ptr(vm, vm->head->exc);
    e->cause = e->context = cause;
    e->h.small |= EXC_SUPPRESS_CONTEXT;
}

void gen_unwound(Vm *vm, Frame *f) {
    Generator *g = as_generator(vm, *frame_generator(f));
    if (!vm->stop && is_ref(vm->head->exc)) { gen_convert_stop(vm, g); }
    Value outer = g->handled;
    g->handled = V_NONE;
    gen_over(vm, g);
    vm->head->handled = outer;
    // The frame itself is popped by the caller.
}

// ---- instructions ------------------------------------------------------------------------------

Value op_send(Vm *vm, Value receiver, Value v, uint64_t ret) {
    if (is_exact(vm, receiver, T_FUTURE_ITER)) { return future_send(vm, receiver); }
    if (is_exact(vm, receiver, T_GENERATOR) || is_exact(vm, receiver, T_COROUTINE)) {
        Value got = gen_resume(vm, receiver, v, ret);
        if (got == V_RAISED && !vm->stop && !vm->alloc_failed &&
            exc_matches(vm, EXC_StopIteration)) {
            vm->call_args[0] = ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0];
            exc_clear(vm);
            return V_STOP;
        }
        return got;
    }
    if (v == V_NONE) {
        Value got = op_next(vm, receiver, ret);
        if (got == V_STOP) { vm->call_args[0] = V_NONE; }
        return got;
    }
    Value send = getattr_leaf(vm, receiver, vm_name(vm, N_send));
    if (send == V_RAISED) { return send; }
    if (send == V_STOP || send == V_UNBOUND) {
        return raise_no_attribute(vm, receiver, vm_name(vm, N_send));
    }
    return vm_call(vm, send, &v, 1, V_NONE, ret);
}

static bool awaits_itself(Vm *vm, Value v) {
    if (is_exact(vm, v, T_COROUTINE)) { return true; }
    return is_exact(vm, v, T_GENERATOR) &&
           (as_code(vm, as_generator(vm, v)->code)->flags & CODE_ITERABLE_COROUTINE);
}

Value op_get_awaitable(Vm *vm, Value v, uint32_t where, uint64_t ret) {
    if (is_exact(vm, v, T_COROUTINE)) {
        if (is_ref(gen_get_yieldfrom(vm, v))) {
            return raise_error(vm, EXC_RuntimeError, "coroutine is being awaited already");
        }
        return v;
    }
    if (where == AWAIT_EXPR && awaits_itself(vm, v)) { return v; }
    if (where == AWAIT_EXPR && is_ref(v)) {
        Value it = future_await(vm, v);
        if (it != V_UNBOUND) { return it; }
    }
    Value args[2] = {v, int_value(where)};
    return op_internal(vm, I_AWAIT_ITER, args, ret);
}

enum { AWAIT_START, AWAIT_CALLED, AWAIT_HAVE_AITER, AWAIT_HAVE_ANEXT };

static Value raise_not_awaitable(Vm *vm, Value v, int64_t where) {
    switch (where) {
    case AWAIT_EXPR: return raise_error(vm, EXC_TypeError, "'%T' object can't be awaited", v);
    case AWAIT_ANEXT:
        return raise_error(vm, EXC_TypeError,
                           "'async for' received an invalid object from __anext__: %T", v);
    default:
        return raise_error(vm, EXC_TypeError,
                           "'async with' received an object from %s that does not implement "
                           "__await__: %T",
                           where == AWAIT_AENTER ? "__aenter__" : "__aexit__", v);
    }
}

// I_AWAIT_ITER: what `await v` iterates over; or what `async for` gets from v's __aiter__, or awaits
// of its __anext__.
Value await_iter_steps(Vm *vm, Frame *f) {
    Value v = f->slot[0];
    int64_t where = is_int(f->slot[1]) ? int_of(f->slot[1]) : 0;
    switch (native_state(f)) {
    case AWAIT_CALLED: {
        Value it = f->result;
        if (is_exact(vm, it, T_COROUTINE)) {
            return raise_error(vm, EXC_TypeError, "__await__() returned a coroutine");
        }
        if (next_leaf_known(vm, it) || special_method(vm, it, N___next__) != V_UNBOUND) {
            return it;
        }
        return raise_error(vm, EXC_TypeError, "__await__() returned non-iterator of type '%T'", it);
    }
    case AWAIT_HAVE_AITER:
        if (special_method(vm, f->result, N___anext__) != V_UNBOUND) { return f->result; }
        return raise_error(vm, EXC_TypeError,
                           "'async for' received an object from __aiter__ that does not implement "
                           "__anext__: %T",
                           f->result);
    case AWAIT_HAVE_ANEXT: v = f->result; break;
    default:
        if (where == AWAIT_AITER) {
            return native_call_method(vm, f, AWAIT_HAVE_AITER, v, vm_name(vm, N___aiter__), 0,
                                      NULL);
        }
        if (where == AWAIT_ANEXT) {
            return native_call_method(vm, f, AWAIT_HAVE_ANEXT, v, vm_name(vm, N___anext__), 0,
                                      NULL);
        }
    }
    if (awaits_itself(vm, v)) { return v; }
    if (special_method(vm, v, N___await__) == V_UNBOUND) {
        return raise_not_awaitable(vm, v, where);
    }
    return native_call_method(vm, f, AWAIT_CALLED, v, vm_name(vm, N___await__), 0, NULL);
}

bool next_leaf_known(Vm *vm, Value it) {
    const TypeDef *d = exact_def(vm, it);
    return d && (d->next || is_generator_like(vm, it));
}

bool is_generator_like(Vm *vm, Value v) { return is_exact(vm, v, T_GENERATOR); }

Value op_yield_from_iter(Vm *vm, Frame *f, Value v, uint64_t ret) {
    if (is_exact(vm, v, T_COROUTINE)) {
        uint32_t flags = as_code(vm, f->code)->flags;
        if (flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)) { return v; }
        return raise_error(vm, EXC_TypeError,
                           "cannot 'yield from' a coroutine object in a "
                           "non-coroutine generator");
    }
    return op_iter(vm, v, ret);
}

// ---- methods -----------------------------------------------------------------------------------

static Value gen_send(Vm *vm, Value *a) {
    return native_tailcall_resume(vm, CALL_RESUME, a[0], a[1]);
}

static Value gen_next(Vm *vm, Value *a) {
    Value args[2] = {a[0], V_NONE};
    return gen_send(vm, args);
}

static Value gen_iter(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

// What the suspended frame delegates to (`yield from`, `await`): the receiver of the SEND that the
// YIELD_SENT it stands behind belongs to. V_NONE when it does not.
static Value gen_delegate(Vm *vm, const Generator *g) {
    if (g->state != GEN_SUSPENDED) { return V_NONE; }
    const Frame *f = as_frame(vm, g->frame);
    const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
    if ((uint8_t)pc[-1] != OPC_YIELD_SENT) { return V_NONE; }
    return f->slot[pc[-3] >> 16 & 0xFF]; // SEND is the instruction before: operand b
}

// The exception that throw(typ, val, tb) stands for.
static Value throw_instance_ready(Vm *vm, Value typ, Value val) {
    if (is_exception(vm, typ)) {
        if (val != V_NONE && val != V_UNBOUND) {
            return raise_error(vm, EXC_TypeError,
                               "instance exception may not have a separate value");
        }
        return typ;
    }
    if (is_exception_class(vm, typ)) {
        return is_exception(vm, val) && is_subclass_of(vm, class_of(vm, val), typ) ? val
                                                                                   : V_UNBOUND;
    }
    return raise_error(vm, EXC_TypeError,
                       "exceptions must be classes or instances deriving from "
                       "BaseException, not %T",
                       typ);
}

// An exception thrown into what has not begun, or is over.
static Value gen_throw_outside(Vm *vm, Generator *g, Value exc) {
    if (g->state == GEN_FINISHED && g->h.type == T_COROUTINE) {
        return raise_error(vm, EXC_RuntimeError, "cannot reuse already awaited coroutine");
    }
    if (is_ref(g->frame) && is_exception(vm, exc)) { // it is raised inside, before the first line
        const Frame *own = as_frame(vm, g->frame);
        TRY(exc_add_traceback(vm, exc, own->code, own->globals, CODE_HEAD));
    }
    gen_over(vm, g);
    return raise_value(vm, exc);
}

// The delegate returned: its value is the result of the yield from; run on behind it.
static Value gen_delegate_returned(Vm *vm, Value gen, Value stop) {
    const Generator *g = as_generator(vm, gen);
    if (gen_delegate(vm, g) == V_NONE) { return raise_stop(vm, STOP_CORRUPT); }
    Frame *own = as_frame(vm, g->frame);
    const uint32_t *pc = (const uint32_t *)(vm->base + own->pc);
    Value v = ((Exception *)ref_ptr(vm, stop))->extra[0];
    own->slot[pc[-3] >> 8 & 0xFF] = v == V_UNBOUND ? V_NONE : v;
    own->pc += (uint64_t)((int64_t)(int32_t)pc[-2] * 4 - 4);
    return native_tailcall_resume(vm, CALL_RESUME_AS_IS, gen, V_NONE);
}

// GEN_THROW (gen, exc): delegates first, then raises at the yield.
Value gen_throw_steps(Vm *vm, Frame *f) {
    enum { THROW_START, THROW_DELEGATED, THROW_DELEGATE_RAISED, THROW_CLOSED, THROW_GOT };
    enum { GEN, EXC, TARGET };
    Generator *g = ref_ptr(vm, f->slot[GEN]);
    TRY(is_generator_kind(vm, f->slot[GEN]));
    Value target = V_NONE;
    switch (native_state(f)) {
    case THROW_START: {
        if (g->state == GEN_RUNNING) {
            return raise_error(vm, EXC_ValueError, "%s already executing",
                               gen_kind(vm, f->slot[GEN]));
        }
        target = gen_delegate(vm, g);
        if (target == V_NONE) { break; }
        f->slot[TARGET] = target;
        if (isinstance_exc(vm, f->slot[EXC], EXC_GeneratorExit)) {
            native_catch(f, THROW_DELEGATE_RAISED);
            return native_call1(vm, f, THROW_CLOSED, internal(vm, I_GEN_CLOSE), target);
        }
        if (is_generator_kind(vm, target)) {
            native_catch(f, THROW_DELEGATE_RAISED);
            return native_call2(vm, f, THROW_DELEGATED, internal(vm, I_GEN_THROW), target,
                                f->slot[EXC]);
        }
        Value method = getattr_leaf(vm, target, vm_name(vm, N_throw));
        TRY_VALUE(method);
        if (method == V_STOP || method == V_UNBOUND) { // as if it had raised that itself
            bool stop = isinstance_exc(vm, f->slot[EXC], EXC_StopIteration);
            if (stop) { return gen_delegate_returned(vm, f->slot[GEN], f->slot[EXC]); }
            break;
        }
        native_catch(f, THROW_DELEGATE_RAISED);
        return native_call1(vm, f, THROW_DELEGATED, method, f->slot[EXC]);
    }
    case THROW_DELEGATED: return f->result; // the delegate yielded: so do we
    case THROW_DELEGATE_RAISED: {
        f->slot[EXC] = f->result;
        if (!isinstance_exc(vm, f->result, EXC_StopIteration)) { break; }
        return gen_delegate_returned(vm, f->slot[GEN], f->result);
    }
    case THROW_CLOSED: break;
    default: return f->result;
    }
    if (g->state == GEN_CREATED || g->state == GEN_FINISHED) {
        return gen_throw_outside(vm, g, f->slot[EXC]);
    }
    return native_tailcall_resume(vm, CALL_THROW, f->slot[GEN], f->slot[EXC]);
}

bool gen_check_traceback(Vm *vm, Value v) {
    if (v == V_UNBOUND || v == V_NONE || is_tagged(vm, v, T_TRACEBACK)) { return true; }
    return raise_false(vm, EXC_TypeError, "throw() third argument must be a traceback object");
}

// The TypeError that is thrown in place of what a class gave that is no exception.
static Value throw_no_exception(Vm *vm, Value called, Value given) {
    Value cls = repr_leaf(vm, called);
    TRY_VALUE(cls);
    Value text = format_text(
        vm, "calling %U should have returned an instance of BaseException, not %T", cls, given);
    TRY_VALUE(text);
    return exc_new(vm, exc_class(vm, EXC_TypeError), tuple_from(vm, &text, 1));
}

Value gen_warn_signature(Vm *vm, Frame *f, int next, const char *method) {
    return native_warn_deprecated(vm, f, next,
                                  format_text(vm,
                                              "the (type, exc, tb) signature of %s() is "
                                              "deprecated, use the single-arg signature instead.",
                                              method));
}

// throw() of a generator, or of what stands for the generator `gen`.
static Value gen_throw_into(Vm *vm, Frame *f, Value gen) {
    enum { THROW_BEGIN, THROW_MADE, THROW_WARNED };
    Value exc;
    if (native_state(f) == THROW_BEGIN && f->slot[2] != V_UNBOUND) {
        return gen_warn_signature(vm, f, THROW_WARNED, "throw");
    }
    TRY(gen_check_traceback(vm, f->slot[3]));
    if (native_state(f) == THROW_MADE) {
        exc = f->result;
        if (!is_exception(vm, exc)) { exc = throw_no_exception(vm, f->slot[1], exc); }
        TRY_VALUE(exc);
    } else {
        exc = throw_instance_ready(vm, f->slot[1], f->slot[2]);
        TRY_VALUE(exc);
        if (exc == V_UNBOUND) {
            Value val = f->slot[2];
            if (val == V_UNBOUND || val == V_NONE) {
                return native_call0(vm, f, THROW_MADE, f->slot[1]);
            }
            if (is_tagged(vm, val, T_TUPLE)) {
                return native_call_full(vm, f, THROW_MADE, f->slot[1], val, V_NONE);
            }
            return native_call1(vm, f, THROW_MADE, f->slot[1], val);
        }
    }
    if (is_tagged(vm, f->slot[3], T_TRACEBACK)) {
        Exception *e = ref_ptr(vm, exc);
        obj_set(vm, e, &e->traceback, f->slot[3]);
    }
    Value args[2] = {gen, exc};
    return native_tail_internal(vm, I_GEN_THROW, 2, args);
}

static Value gen_throw_method(Vm *vm, Frame *f) { return gen_throw_into(vm, f, f->slot[0]); }

// I_GEN_CLOSE: of a generator, or of anything that is delegated to.
Value gen_close_steps(Vm *vm, Frame *f) {
    enum { CLOSE_START, CLOSE_YIELDED, CLOSE_RAISED, CLOSE_METHOD };
    Value gen = f->slot[0];
    switch (native_state(f)) {
    case CLOSE_START: break;
    case CLOSE_YIELDED:
        if (!is_generator_kind(vm, gen)) { return raise_stop(vm, STOP_CORRUPT); }
        return raise_error(vm, EXC_RuntimeError, "%s ignored GeneratorExit", gen_kind(vm, gen));
    case CLOSE_METHOD: return V_NONE;
    default: {
        Value exc = f->result;
        if (isinstance_exc(vm, exc, EXC_StopIteration)) {
            Value v = ((Exception *)ref_ptr(vm, exc))->extra[0];
            return v == V_UNBOUND ? V_NONE : v;
        }
        if (isinstance_exc(vm, exc, EXC_GeneratorExit)) { return V_NONE; }
        return exc_restore(vm, exc);
    }
    }
    if (!is_generator_kind(vm, gen)) {
        Value method = getattr_leaf(vm, gen, vm_name(vm, N_close));
        if (method == V_STOP || method == V_UNBOUND) { return V_NONE; }
        TRY_VALUE(method);
        return native_call0(vm, f, CLOSE_METHOD, method);
    }
    Generator *g = as_generator(vm, gen);
    if (g->state == GEN_FINISHED) { return V_NONE; }
    if (g->state == GEN_CREATED) {
        obj_touch(vm, g);
        gen_over(vm, g);
        return V_NONE;
    }
    Value exc = exc_new(vm, exc_class(vm, EXC_GeneratorExit), tuple_from(vm, NULL, 0));
    TRY_VALUE(exc);
    native_catch(f, CLOSE_RAISED);
    return native_call2(vm, f, CLOSE_YIELDED, internal(vm, I_GEN_THROW), gen, exc);
}

static Value gen_close_method(Vm *vm, Value *a) {
    return native_tail_internal(vm, I_GEN_CLOSE, 1, a);
}

static Value gen_repr(Vm *vm, Value v) {
    const Generator *g = as_generator(vm, v);
    const char *kind = g->h.type == T_GENERATOR   ? "generator"
                       : g->h.type == T_COROUTINE ? "coroutine"
                                                  : "async_generator";
    return format_text(vm, "<%s object %U at 0x%x>", kind, g->qualname, ref_offset(v));
}

static Value gen_get_name(Vm *vm, Value v) { return as_generator(vm, v)->name; }
static Value gen_get_qualname(Vm *vm, Value v) { return as_generator(vm, v)->qualname; }
static bool gen_set_text(Vm *vm, Value v, Value x, bool qual) {
    Generator *g = as_generator(vm, v);
    if (!isinstance_str(vm, x)) {
        return raise_false(vm, EXC_TypeError, "%s must be set to a string object",
                           qual ? "__qualname__" : "__name__");
    }
    obj_set(vm, g, qual ? &g->qualname : &g->name, x);
    return true;
}
bool gen_set_name(Vm *vm, Value v, Value x) { return gen_set_text(vm, v, x, false); }
bool gen_set_qualname(Vm *vm, Value v, Value x) { return gen_set_text(vm, v, x, true); }
static Value gen_get_running(Vm *vm, Value v) {
    return bool_value(as_generator(vm, v)->state == GEN_RUNNING);
}
Value gen_get_suspended(Vm *vm, Value v) {
    return bool_value(as_generator(vm, v)->state == GEN_SUSPENDED);
}
Value gen_get_yieldfrom(Vm *vm, Value v) { return gen_delegate(vm, as_generator(vm, v)); }
Value gen_get_code(Vm *vm, Value v) {
    const Generator *g = as_generator(vm, v);
    return gen_waits_to_start(g) ? as_frame(vm, g->frame)->code : g->code;
}
Value gen_get_frame(Vm *vm, Value v) {
    const Generator *g = as_generator(vm, v);
    return is_ref(g->frame) ? frameinfo_of_generator(vm, g->frame) : V_NONE;
}

// A warning about a coroutine that nobody has awaited, for the place that called for it.
static Value gen_warn_unawaited(Vm *vm, Frame *f, int next, const Generator *g) {
    Value warn = frozen_function(vm, "warnings", "_warn_unawaited_coroutine");
    if (warn == V_UNBOUND || warn == V_RAISED) { return warn == V_RAISED ? warn : V_NONE; }
    const Code *c = as_code(vm, g->code);
    CodePosition pos = {.line = c->first_line};
    code_position(vm, c, (uint32_t)as_frame(vm, g->frame)->ret, &pos);
    return native_call3(vm, f, next, warn, f->slot[0], c->filename, int_value(pos.line));
}

// The finalizer: what has not ended is closed, but a coroutine that nobody has awaited is only told
// of. What closing raises is nobody's.
Value gen_del(Vm *vm, Frame *f) {
    enum { DEL_START, DEL_RAISED, DEL_DONE };
    const Generator *g = as_generator(vm, f->slot[0]);
    bool unawaited = g->state == GEN_CREATED && is_tagged(vm, f->slot[0], T_COROUTINE);
    bool open = (g->state == GEN_SUSPENDED || g->state == GEN_CREATED) && !unawaited;
    if (native_state(f) == DEL_START && open) {
        native_catch(f, DEL_RAISED);
        return native_call1(vm, f, DEL_DONE, internal(vm, I_GEN_CLOSE), f->slot[0]);
    }
    if (native_state(f) == DEL_START && unawaited) {
        native_catch(f, DEL_RAISED);
        return gen_warn_unawaited(vm, f, DEL_DONE, g);
    }
    if (native_state(f) != DEL_RAISED) { return V_NONE; }
    Value report = frozen_function(vm, "_sitebuiltins", "report_unraisable");
    if (report == V_UNBOUND || report == V_RAISED) { return report == V_RAISED ? report : V_NONE; }
    Value text = format_text(vm, "Exception ignored while %s %s",
                             unawaited ? "finalizing" : "closing", gen_kind(vm, f->slot[0]));
    TRY_VALUE(text);
    return native_call3(vm, f, DEL_DONE, report, f->result, text, f->slot[0]);
}

static Value coro_get_origin(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_NONE;
}

static const NativeDef gen_methods[] = {
    STEPS("__del__", "self, /", gen_del, 0, NULL,
          "Runs when nobody can reach the object any more."),
    LEAF("__iter__", "self, /", gen_iter, "An iterator over self, for iter()."),
    TAIL("__next__", "self, /", gen_next, "The next item, for next()."),
    TAIL("close", "self, /", gen_close_method, "End the generator: GeneratorExit is raised in it."),
    TAIL("send", "self, value, /", gen_send,
         "Go on: the value is what the yield that waits gives. What is yielded next, or\n"
         "StopIteration."),
    STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", gen_throw_method, 0, NULL,
          "Go on with an exception raised at the yield that waits."),
    NATIVE_END,
};

static const GetSetDef gen_getsets[] = {
    {"__name__", gen_get_name, gen_set_name, "name of its function"},
    {"__qualname__", gen_get_qualname, gen_set_qualname,
     "name with the classes and functions around it"},
    {"gi_running", gen_get_running, NULL, NULL},
    {"gi_suspended", gen_get_suspended, NULL, NULL},
    {"gi_yieldfrom", gen_get_yieldfrom, NULL, "the iterator that yield from is in, or None"},
    {"gi_code", gen_get_code, NULL, NULL},
    {"gi_frame", gen_get_frame, NULL, NULL},
    {0},
};

const TypeDef generator_type = {
    .name = "generator",
    .tag = T_GENERATOR,
    .hidden = true,
    .methods = gen_methods,
    .getsets = gen_getsets,
    .repr = gen_repr,
};

static Value coro_await(Vm *vm, Value *a) {
    Value *w = heap_new(vm, T_CORO_WRAPPER, 0);
    TRY(w);
    w[1] = a[0];
    return ptr_value(vm, w);
}

static const NativeDef coro_methods[] = {
    STEPS("__del__", "self, /", gen_del, 0, NULL,
          "Runs when nobody can reach the object any more."),
    LEAF("__await__", "self, /", coro_await, "What await goes through."),
    TAIL("close", "self, /", gen_close_method, "End the coroutine: GeneratorExit is raised in it."),
    TAIL("send", "self, value, /", gen_send,
         "Go on: the value is what the await that waits gives. What it waits for next, or\n"
         "StopIteration with the result."),
    STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", gen_throw_method, 0, NULL,
          "Go on with an exception raised at the await that waits."),
    NATIVE_END,
};

static const GetSetDef coro_getsets[] = {
    {"__name__", gen_get_name, gen_set_name, "name of its function"},
    {"__qualname__", gen_get_qualname, gen_set_qualname,
     "name with the classes and functions around it"},
    {"cr_running", gen_get_running, NULL, NULL},
    {"cr_suspended", gen_get_suspended, NULL, NULL},
    {"cr_await", gen_get_yieldfrom, NULL, "what it waits for, or None"},
    {"cr_code", gen_get_code, NULL, NULL},
    {"cr_frame", gen_get_frame, NULL, NULL},
    {"cr_origin", coro_get_origin, getset_readonly, NULL},
    {0},
};

const TypeDef coroutine_type = {
    .name = "coroutine",
    .tag = T_COROUTINE,
    .hidden = true,
    .methods = coro_methods,
    .getsets = coro_getsets,
    .repr = gen_repr,
};

// ---- what coroutine.__await__ returns ----------------------------------------------------------

static Value wrapped(Vm *vm, Value v) { return obj_value_array(as_obj(vm, v))[0]; }

static Value wrapper_send(Vm *vm, Value *a) {
    Value args[2] = {wrapped(vm, a[0]), a[1]};
    return gen_send(vm, args);
}
static Value wrapper_next(Vm *vm, Value *a) {
    Value args[2] = {wrapped(vm, a[0]), V_NONE};
    return gen_send(vm, args);
}
static Value wrapper_close(Vm *vm, Value *a) {
    Value gen = wrapped(vm, a[0]);
    return native_tail_internal(vm, I_GEN_CLOSE, 1, &gen);
}
static Value wrapper_throw(Vm *vm, Frame *f) {
    Value self = f->slot[0];
    return gen_throw_into(vm, f, is_tagged(vm, self, T_CORO_WRAPPER) ? wrapped(vm, self) : self);
}

static const NativeDef wrapper_methods[] = {
    LEAF("__iter__", "self, /", gen_iter, "An iterator over self, for iter()."),
    TAIL("__next__", "self, /", wrapper_next, "The next item, for next()."),
    TAIL("close", "self, /", wrapper_close, NULL),
    TAIL("send", "self, value, /", wrapper_send, NULL),
    STEPS("throw", "self, type, value=UNBOUND, traceback=UNBOUND, /", wrapper_throw, 0, NULL, NULL),
    NATIVE_END,
};

const TypeDef coro_wrapper_type = {
    .name = "coroutine_wrapper",
    .tag = T_CORO_WRAPPER,
    .hidden = true,
    .methods = wrapper_methods,
};
