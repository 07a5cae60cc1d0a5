// native.c: what a native says to the loop (rt/native.h), and the running of natives in steps.
#include "vm/vm_internal.h"

#include "object/int.h"
#include "vm/ops.h"

// The state to continue in stands in the low bits of f->pc, the catching state plus one above.

// Notes the call that the machine is to make: flat, with n values in vm->call_args.
static Value ask_flat(Vm *vm, Value callee, uint32_t n) {
    vm->call_form = CALL_FLAT;
    vm->call_tail = 0;
    vm->call_callee = callee;
    vm->call_nargs = n;
    vm->call_tuple = vm->call_kwargs = V_NONE;
    return V_CALLING;
}

static Value ask_packed(Vm *vm, CallForm form, Value callee, Value args, Value kw) {
    ask_flat(vm, callee, 0);
    vm->call_form = (uint8_t)form;
    vm->call_tuple = args;
    vm->call_kwargs = kw;
    return V_CALLING;
}

static Value native_ask(Vm *vm, Frame *f, int next, Value callee, uint32_t n) {
    native_commit(f, next);
    return ask_flat(vm, callee, n);
}

Value native_call0(Vm *vm, Frame *f, int next, Value callee) {
    return native_ask(vm, f, next, callee, 0);
}

Value native_call1(Vm *vm, Frame *f, int next, Value callee, Value a) {
    vm->call_args[0] = a;
    return native_ask(vm, f, next, callee, 1);
}

Value native_call2(Vm *vm, Frame *f, int next, Value callee, Value a, Value b) {
    vm->call_args[0] = a;
    vm->call_args[1] = b;
    return native_ask(vm, f, next, callee, 2);
}

Value native_call3(Vm *vm, Frame *f, int next, Value callee, Value a, Value b, Value c) {
    vm->call_args[0] = a;
    vm->call_args[1] = b;
    vm->call_args[2] = c;
    return native_ask(vm, f, next, callee, 3);
}

Value native_call_full(Vm *vm, Frame *f, int next, Value callee, Value args, Value kw) {
    TRY_VALUE(args);
    TRY_VALUE(kw);
    native_commit(f, next);
    return ask_packed(vm, CALL_FULL, callee, args, kw);
}

// callee(first, *args) where the last of args are named by `names`; first V_UNBOUND: left out.
Value native_call_flat(Vm *vm, Frame *f, int next, Value callee, Value first, const Tuple *args,
                       Value names) {
    Value flat = ptr_value(vm, args);
    if (first != V_UNBOUND) {
        Tuple *t = heap_new(vm, T_TUPLE, (uint64_t)args->h.n + 1);
        TRY(t);
        t->items[0] = first;
        values_copy(t->items + 1, args->items, args->h.n);
        flat = ptr_value(vm, t);
    }
    native_commit(f, next);
    return ask_packed(vm, CALL_NAMED, callee, flat, names);
}

Value native_call_method(Vm *vm, Frame *f, int next, Value self, Value name, uint32_t nargs,
                         const Value *args) {
    Value type = class_of(vm, self);
    Value method = type_lookup(vm, type, name);
    if (method == V_UNBOUND) { return raise_no_attribute(vm, self, name); }
    NX_ASSERT(nargs + 1 <= VM_CALL_ARGS);
    uint32_t n = 0;
    if (is_exact(vm, method, T_FUNCTION) || is_exact(vm, method, T_NATIVE)) {
        vm->call_args[n++] = self;
    } else {
        method = bind_special(vm, method, self, type);
        TRY_VALUE(method);
    }
    for (uint32_t i = 0; i < nargs; i++) { vm->call_args[n++] = args[i]; }
    return native_ask(vm, f, next, method, n);
}

Value native_resume(Vm *vm, Frame *f, int next, Value gen, Value sent) {
    native_ask(vm, f, next, gen, 0);
    vm->call_form = CALL_RESUME;
    vm->call_nargs = 1;
    vm->call_args[0] = sent;
    return V_CALLING;
}

Value native_iter(Vm *vm, Frame *f, int next, Value v) {
    Value it = iter_leaf(vm, v);
    if (it == V_UNBOUND) { return native_call1(vm, f, next, internal(vm, I_ITER), v); }
    TRY_VALUE(it);
    f->result = it;
    f->pc = (uint16_t)next; // and catches nothing any more
    return V_NONE;
}

Value native_next(Vm *vm, Frame *f, int next, Value it) {
    if (is_exact(vm, it, T_GENERATOR)) { return native_resume(vm, f, next, it, V_NONE); }
    const TypeDef *d = is_ref(it) ? exact_def(vm, it) : NULL;
    if (d && d->below_is_call) {
        vm->call_args[0] = it;
        native_ask(vm, f, next, it, 1);
        vm->call_form = CALL_BELOW;
        return V_CALLING;
    }
    Value method = type_lookup(vm, class_of(vm, it), vm_name(vm, N___next__));
    bool direct = is_exact(vm, method, T_FUNCTION) || is_exact(vm, method, T_NATIVE);
    Value callee = direct ? method : internal(vm, I_NEXT);
    return native_call1(vm, f, next, callee, it);
}

// In Frame.pc of a native, above the state: what it catches is the end of an iteration only.
#define NATIVE_AT_END ((uint64_t)1 << 47)
// The same: the generator's return is wanted as it is, in the state behind the catching one.
#define NATIVE_AT_RETURN ((uint64_t)1 << 46)
#define NATIVE_FLAGS     (NATIVE_AT_END | NATIVE_AT_RETURN)

Value native_next_or(Vm *vm, Frame *f, int next, int end, Value it) {
    native_catch(f, end);
    f->pc |= NATIVE_AT_END;
    return native_next(vm, f, next, it);
}

Value native_resume_to_end(Vm *vm, Frame *f, int next, int err, Value gen, Value sent) {
    native_catch(f, err);
    f->pc |= NATIVE_AT_RETURN;
    return native_resume(vm, f, next, gen, sent);
}

Value native_again(Vm *vm, Frame *f, int next) {
    native_ask(vm, f, next, V_NONE, 0);
    vm->call_form = CALL_AGAIN;
    return V_CALLING;
}

void native_catch(Frame *f, int err) {
    f->pc = (f->pc & 0xFFFF) | (uint64_t)(uint32_t)(err + 1) << 16;
}

Value native_tailcall(Vm *vm, Value callee, uint32_t nargs, const Value *args) {
    NX_ASSERT(nargs <= VM_CALL_ARGS);
    memmove(vm->call_args, args, nargs * sizeof(Value));
    ask_flat(vm, callee, nargs);
    vm->call_tail = 1;
    return V_CALLING;
}

Value native_internal_leaf(Vm *vm, Internal i, uint32_t nargs, const Value *args) {
    Value bound[VM_CALL_ARGS];
    const NativeObj *nat = as_native(vm, internal(vm, i));
    LeafFn leaf = native_def(vm, nat)->leaf;
    if (!leaf || nat->n_params != nargs) { return V_UNBOUND; }
    memcpy(bound, args, nargs * sizeof(Value));
    return leaf(vm, bound);
}

Value native_tail_internal(Vm *vm, Internal i, uint32_t nargs, const Value *args) {
    Value v = native_internal_leaf(vm, i, nargs, args);
    return v != V_UNBOUND ? v : native_tailcall(vm, internal(vm, i), nargs, args);
}

Value native_tailcall_named(Vm *vm, Value callee, const Value *args, uint32_t n, Value names) {
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    if (all <= VM_CALL_ARGS) {
        native_tailcall(vm, callee, all, args);
        vm->call_kwargs = names;
        return V_CALLING;
    }
    Value flat = tuple_from(vm, args, all);
    TRY_VALUE(flat);
    ask_packed(vm, CALL_NAMED, callee, flat, names);
    vm->call_tail = 1;
    return V_CALLING;
}

Value native_tailcall_full(Vm *vm, Value callee, Value args, Value kw) {
    TRY_VALUE(args);
    TRY_VALUE(kw);
    ask_packed(vm, CALL_FULL, callee, args, kw);
    vm->call_tail = 1;
    return V_CALLING;
}

Value native_tailcall_bound(Vm *vm, Value native, Tuple *bound) {
    ask_packed(vm, CALL_BOUND, native, ptr_value(vm, bound), V_NONE);
    vm->call_tail = 1;
    return V_CALLING;
}

Value native_tailcall_resume(Vm *vm, CallForm form, Value gen, Value v) {
    ask_flat(vm, gen, 1);
    vm->call_form = (uint8_t)form;
    vm->call_args[0] = v;
    vm->call_tail = 1;
    return V_CALLING;
}

int32_t native_magic(Vm *vm, const Frame *f) {
    return native_def(vm, as_native(vm, f->code))->magic;
}

void *value_obj(Vm *vm, Value v, TypeTag type) {
    if (NX_LIKELY(is_tagged(vm, v, type))) { return ref_ptr(vm, v); }
    raise_stop(vm, STOP_CORRUPT);
    return NULL;
}

void *slot_obj(Vm *vm, const Frame *f, int i, TypeTag type) {
    return value_obj(vm, f->slot[i], type);
}

bool value_is_int(Vm *vm, Value v) {
    if (NX_LIKELY(isinstance_int(vm, v))) { return true; }
    raise_stop(vm, STOP_CORRUPT);
    return false;
}

bool native_charge_slow(Vm *vm, uint64_t n) {
    Head *h = vm->head;
    uint64_t left = (uint64_t)h->steps + (uint64_t)h->budget;
    if (n > left) {
        raise_stop(vm, STOP_STEPS);
        return false;
    }
    const VmHost *host = vm->host;
    if (host && host->cancel && *(const volatile int *)host->cancel) {
        raise_stop(vm, STOP_CANCEL);
        return false;
    }
    if (host && host->deadline_ms && host->now_ms(host->ctx) > host->deadline_ms) {
        raise_stop(vm, STOP_TIME);
        return false;
    }
    h->steps = (int64_t)(left - n); // the slice ends at the next step
    h->budget = 0;
    vm->native_charged += n;
    return true;
}

bool native_take_end(Frame *f, Value v) {
    if (!(f->pc & NATIVE_FLAGS)) { return false; }
    bool returns = f->pc & NATIVE_AT_RETURN;
    f->result = returns ? v : V_STOP;
    f->pc = ((f->pc & ~NATIVE_FLAGS) >> 16) - !returns;
    return true;
}

bool native_take_exception(Vm *vm, Frame *f) {
    uint64_t err = (f->pc & ~NATIVE_FLAGS) >> 16;
    if (!err || vm->stop || vm->alloc_failed) { return false; }
    if (f->pc & NATIVE_AT_END) {
        if (!exc_matches(vm, EXC_StopIteration)) { return false; }
        exc_clear(vm);
        return native_take_end(f, V_STOP);
    }
    f->result = vm->head->exc;
    exc_clear(vm);
    f->pc = (uint64_t)(err - 1);
    return true;
}

// The call that the native asked for. A call that cannot start for lack of memory is made again
// after a collection: the native itself went on to its next state when it asked.
static Value native_make_call(Vm *vm, uint64_t ret) {
    Value v = vm_call_asked(vm, ret);
    while (v == V_RAISED && vm->alloc_failed) {
        vm->call_waits = true;
        bool again = vm_retry_after_gc(vm);
        vm->call_waits = false;
        if (!again) { break; }
        v = vm_call_asked(vm, ret);
    }
    return v;
}

static int native_deliver(Vm *vm, Value v, uint64_t ret) {
    if (v != V_CALLING && v != V_RAISED) { v = vm_deliver(vm, v, ret); }
    return v == V_RAISED ? -1 : v == V_STOP ? 0 : 1;
}

// The loop of native `to` takes an item where it is.
static bool native_sinks(Vm *vm, Frame *to, Value item) {
    SinkFn sink = native_def(vm, as_native(vm, to->code))->sink;
    if (!sink || vm->head->budget <= 0) { return false; }
    if (!sink(vm, to, item)) { // what was wrong, if anything, the steps find out again
        vm->alloc_failed = false;
        exc_clear(vm);
        return false;
    }
    vm->head->budget--;
    return true;
}

// The iterator's native f has an item for the native below (RET_LOOP). True: that took it where it is,
// and f begins anew with the next one.
static bool native_feed(Vm *vm, Frame *f, uint32_t scratch, Value item) {
    if (!native_sinks(vm, as_frame(vm, f->prev), item)) { return false; }
    f->pc = 0;
    f->result = V_NONE;
    Value *end = f->slot + (f->h.n - FRAME_FIXED);
    for (uint32_t i = 1; i <= scratch; i++) { end[-(int64_t)i] = V_UNBOUND; }
    return true;
}

// Makes the call that f asked for. When f is a loop that can take items where they are, and what was
// called now runs in steps, or is the function that the iterator calls for them, that is told.
static Value native_make_step(Vm *vm, Frame *f, const NativeDef *def) {
    Value callee = vm->call_callee, it = vm->call_args[0];
    bool below = vm->call_form == CALL_BELOW || vm->call_form == CALL_NEXT;
    bool loop = def->sink && (f->pc & NATIVE_AT_END) && (below || vm->call_form == CALL_FLAT);
    Value v = native_make_call(vm, ret_make(RET_NATIVE, 0, 0));
    if (loop && v == V_CALLING) {
        Frame *top = as_frame(vm, vm->head->frame);
        bool code = !is_exact(vm, top->code, T_NATIVE);
        if (code && below) {
            f->globals = it;
            top->ret |= RET_LOOP;
        } else if (!code && (below || top->code == callee) && top->slot[0] == it) {
            top->ret |= RET_LOOP; // not a frame that stands in for the one that was asked for
        }
    }
    return v;
}

Value native_loop_result(Vm *vm, Frame *to, Value v) {
    Value it = to->globals;
    const TypeDef *d = is_ref(it) ? exact_def(vm, it) : NULL;
    bool loops = d && d->below_is_call && (to->pc & NATIVE_AT_END);
    if (loops && native_sinks(vm, to, v)) {
        v = d->next(vm, it);
        if (v == V_UNBOUND) { v = d->below(vm, it, ret_make(RET_NATIVE, 0, 0) | RET_LOOP); }
        if (v == V_STOP) { return native_take_end(to, V_STOP) ? V_NONE : V_RAISED; }
        if (v == V_UNBOUND || (v == V_RAISED && vm->alloc_failed)) {
            vm->alloc_failed = false;
            ask_flat(vm, it, 1);
            vm->call_form = CALL_NEXT;
            vm->call_args[0] = it;
            v = native_make_step(vm, to, native_def(vm, as_native(vm, to->code)));
        }
        if (v == V_CALLING || v == V_RAISED) { return v; }
    }
    to->result = v;
    to->pc &= 0xFFFF;
    return V_NONE;
}

// The usual call that was asked for: of a plain function. Anything but V_CALLING: nothing was done.
static inline Value native_call_plain(Vm *vm, uint64_t ret) {
    if (vm->call_form != CALL_FLAT || is_ref(vm->call_kwargs)) { return V_UNBOUND; }
    return call_plain(vm, vm->call_callee, vm->call_args, vm->call_nargs, ret);
}

int vm_run_native(Vm *vm, Frame *f) {
    Head *h = vm->head;
    for (;;) {
        const NativeDef *def = native_def(vm, as_native(vm, f->code));
        uint64_t ret = f->ret;
        Value v = def->steps(vm, f);
        if (v == V_RAISED) { return -1; }
        if (v != V_CALLING) {
            if ((ret & RET_LOOP) && native_feed(vm, f, def->scratch, v)) { continue; }
            if (NX_UNLIKELY(vm->stop)) { return -1; }
            frame_pop(vm, f);
            return native_deliver(vm, v, ret);
        }
        if (vm->call_tail) {
            frame_pop(vm, f);
            ret &= ~RET_LOOP;
            v = native_call_plain(vm, ret);
            return native_deliver(vm, v == V_CALLING ? v : native_make_call(vm, ret), ret);
        }
        if (native_call_plain(vm, ret_make(RET_NATIVE, 0, 0)) == V_CALLING) { return 1; }
        if (vm->call_form != CALL_AGAIN) {
            v = native_make_step(vm, f, def);
            if (v == V_CALLING) { return 1; }
            if (v == V_RAISED) {
                if (!native_take_exception(vm, f)) { return -1; }
            } else {
                f->result = v;
                f->pc &= 0xFFFF;
            }
        }
        if (NX_UNLIKELY(--h->budget < 0)) {
            h->budget++;
            return 2;
        }
    }
}
