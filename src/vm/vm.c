// vm.c: running slices, safepoints between them, delivering results, and unwinding.
#include "vm/vm_internal.h"

#include "heap/gc.h"
#include "object/exc.h"
#include "vm/frameinfo.h"
#include "vm/gen.h"
#include "vm/ops.h"

static const uint8_t op_words[OPC_COUNT] = {
#define OP(NAME, layout, reads, writes, doc)                                                       \
    layout[sizeof(layout) > 1 ? sizeof(layout) - 2 : 0] == 'X' ? 2 : 1,
#include "vm/opcodes.def"
#undef OP
};

uint32_t op_length(uint32_t op) { return op < OPC_COUNT ? op_words[op] : 1; }

uint64_t vm_steps(Vm *vm) {
    const Head *h = vm->head;
    return h->step_limit - (uint64_t)(h->steps + h->budget);
}

void vm_start_slice(Vm *vm) {
    Head *h = vm->head;
    int64_t total = h->steps + h->budget, slice = min_i64(total, SLICE_STEPS);
    if (vm->modes & NX_MODE_GC) { slice = min_i64(slice, vm->gc_every); }
    if (vm->host && vm->host->pause_after >= 0) {
        slice = min_i64(slice, vm->host->pause_after);
        vm->host->pause_after -= slice;
    }
    h->budget = slice;
    h->steps = total - slice;
}

bool vm_safepoint(Vm *vm) {
    Head *h = vm->head;
    const VmHost *host = vm->host;
    if (host && host->cancel && *(const volatile int *)host->cancel) { vm->stop = STOP_CANCEL; }
    if (host && host->deadline_ms && host->now_ms(host->ctx) > host->deadline_ms) {
        vm->stop = STOP_TIME;
    }
    if (h->steps + h->budget <= 0) { vm->stop = STOP_STEPS; }
    if (vm->stop) { return false; }
    if (heap_charged(h) >= h->gc_threshold || (vm->modes & NX_MODE_GC)) {
        gc_collect(vm, vm->modes & NX_MODE_GC);
        if (gc_headroom_is_used(h)) { vm->stop = STOP_MEMORY; }
    }
    return !vm->stop;
}

RunStatus vm_run(Vm *vm) {
    for (;;) {
        if (vm->host && vm->host->pause_after == 0) { return RUN_PAUSED; }
        if (!vm_safepoint(vm) && !vm_unwind(vm)) { return RUN_STOPPED; }
        if (!vm_run_queue(vm)) { return RUN_STOPPED; }
        vm_start_slice(vm);
        int status = vm_loop(vm);
        if (status != RUN_PAUSED) { return (RunStatus)status; }
        if (vm->head->host_call != V_NONE) { return RUN_HOST; }
    }
}

bool vm_queue_is_running(Vm *vm) {
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        if (as_frame(vm, v)->code == internal(vm, I_RUN_QUEUE)) { return true; }
    }
    return false;
}

// Finalizers and weak-reference callbacks that a collection queued run as ordinary calls on top of
// whatever was running: one native calls them all, so that their order does not depend on slices.
bool vm_run_queue(Vm *vm) {
    Head *h = vm->head;
    if (!is_ref(h->pending_calls)) { return true; }
    Values *queue = ref_ptr(vm, h->pending_calls);
    int64_t n = int_of(queue->items[0]);
    if (n == 0 || vm_queue_is_running(vm)) { return true; }
    Value item = queue->items[n];
    Value v = push_native(vm, internal(vm, I_RUN_QUEUE), &item, ret_make(RET_DISCARD, 0, 0));
    if (v == V_RAISED) { // no room for the frame: it stays queued
        vm->alloc_failed = false;
        exc_clear(vm);
        return !vm->stop;
    }
    queue->items[n] = V_UNBOUND;
    queue->items[0] = int_value(n - 1);
    return true;
}

// The jump just before pc is decided by t.
static void deliver_branch(Vm *vm, Frame *f, bool t) {
    const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
    bool wants = op_jumps_when_true((uint8_t)pc[-2]);
    if (t == wants) { f->pc += (uint64_t)((int64_t)(int32_t)pc[-1] * 4); }
}

static Value deliver_truth(Vm *vm, Frame *f, Value v, uint64_t ret) {
    Value t = truth_leaf(vm, v);
    if (t == V_UNBOUND) {
        t = op_truth(vm, v, ret);
        if (t == V_CALLING) { return t; }
    }
    TRY_VALUE(t);
    switch (ret_mode(ret)) {
    case RET_BRANCH: deliver_branch(vm, f, t == V_TRUE); break;
    case RET_NOT: f->slot[ret_reg(ret)] = bool_value(t == V_FALSE); break;
    default: f->slot[ret_reg(ret)] = t; break;
    }
    return V_NONE;
}

static void deliver_jump(Vm *vm, Frame *f) {
    const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
    f->pc += (uint64_t)((int64_t)(int32_t)pc[-1] * 4);
}

static Value deliver_try(Vm *vm, Value v, uint64_t ret) {
    if (ret_mode(ret) == RET_HOST) {
        vm->head->result = v;
        return V_STOP;
    }
    Frame *f = as_frame(vm, vm->head->frame);
    if (NX_UNLIKELY(v == V_NOTIMPL && ret & RET_OPERATOR)) { return operator_refused(vm, f, ret); }
    switch (ret_mode(ret)) {
    case RET_REG: f->slot[ret_reg(ret)] = v; break;
    case RET_NATIVE:
        f->result = v;
        f->pc &= 0xFFFF; // what it caught is over
        break;
    case RET_INIT:
        if (v != V_NONE) {
            return raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'", v);
        }
        f->slot[ret_reg(ret)] = f->slot[ret_reg2(ret)];
        break;
    case RET_BRANCH:
    case RET_NOT:
    case RET_BOOL: return deliver_truth(vm, f, v, ret);
    case RET_ITER: {
        const uint32_t *pc = (const uint32_t *)(vm->base + f->pc);
        bool again = (ret & RET_BELOW) && v == V_STOP;
        if ((ret & RET_BELOW) && v != V_STOP) {
            Value it = f->slot[pc[-2] >> 8 & 0xFF];
            const TypeDef *d = exact_def(vm, it);
            if (d && d->heard) { v = d->heard(vm, it, v); }
            TRY_VALUE(v);
            again = v == V_UNBOUND;
        }
        if (again) { f->pc -= 2 * sizeof *pc; }
        if (again || v == V_STOP) { break; } // the loop is over: go on behind FOR_ITER
        f->slot[pc[-2] >> 16 & 0xFF] = v;
        deliver_jump(vm, f);
        break;
    }
    case RET_SEND: f->slot[ret_reg(ret)] = v; break;
    default: break;
    }
    return V_NONE;
}

// The frame that returned v is gone: what fails for lack of memory is done again here.
Value vm_deliver(Vm *vm, Value v, uint64_t ret) {
    Value got = deliver_try(vm, v, ret);
    while (got == V_RAISED && vm->alloc_failed) {
        vm->call_callee = v;
        vm->call_nargs = 0;
        vm->call_tuple = vm->call_kwargs = V_NONE;
        vm->call_waits = true;
        bool again = vm_retry_after_gc(vm);
        vm->call_waits = false;
        if (!again) { break; }
        got = deliver_try(vm, v, ret);
    }
    return got;
}

Value vm_return(Vm *vm, Frame *f, Value v) {
    uint64_t ret = f->ret;
    if (ret & RET_GENERATOR) { return gen_return(vm, f, v); }
    if (NX_UNLIKELY(ret & RET_WATCHED)) {
        TRY(frameinfo_left(vm, f));
        ret &= ~RET_WATCHED;
    }
    frame_pop(vm, f);
    if (ret == ret_make(RET_NATIVE, 0, 0)) {
        Frame *to = as_frame(vm, vm->head->frame);
        to->result = v;
        to->pc &= 0xFFFF;
        return V_NONE;
    }
    if (ret == (ret_make(RET_NATIVE, 0, 0) | RET_LOOP)) {
        return native_loop_result(vm, as_frame(vm, vm->head->frame), v);
    }
    return vm_deliver(vm, v, ret);
}

// Whether the instruction took a step before it did anything.
static bool op_takes_step(uint32_t op) {
    switch (op) {
#define FUSED_LOOP(NAME)                                                                           \
    case OPC_LOOP_##NAME:                                                                          \
    case OPC_LOOP_##NAME##_I:
        FUSED_LOOP(LT)
        FUSED_LOOP(LE)
        FUSED_LOOP(EQ)
        FUSED_LOOP(NE)
        FUSED_LOOP(GT)
        FUSED_LOOP(GE)
#undef FUSED_LOOP
    case OPC_JUMP_BACK:
    case OPC_LOOP_TRUE:
    case OPC_FOR_ITER:
    case OPC_CALL:
    case OPC_CALL_METHOD:
    case OPC_CALL_KW:
    case OPC_CALL_METHOD_KW:
    case OPC_CALL_EX:
    case OPC_CALL_INTERNAL:
    case OPC_SEND: return true;
    default: return false;
    }
}

void vm_rewind_instruction(Vm *vm) {
    Frame *f = as_frame(vm, vm->head->frame);
    if (frame_is_native(vm, f)) {
        vm->head->budget++; // it takes the same step again
        return;
    }
    const Code *c = as_code(vm, f->code);
    const uint32_t *words = (const uint32_t *)((Blob *)ref_ptr(vm, c->bytecode))->data;
    uint32_t at = frame_pc_index(vm, f), i = 0;
    while (i < at) {
        uint32_t len = op_length((uint8_t)words[i]);
        if (i + len >= at) { break; }
        i += len;
    }
    f->pc = ref_offset(c->bytecode) + 8 + i * 4;
    vm->head->budget += op_takes_step((uint8_t)words[i]);
}

// A bare `raise` passes its exception on: this frame's entry is there already.
static bool vm_is_raise_again(Vm *vm, const Frame *f) {
    const Blob *code = ref_ptr(vm, as_code(vm, f->code)->bytecode);
    const uint32_t *words = (const uint32_t *)code->data;
    uint32_t at = frame_pc_index(vm, f);
    return at && at <= code->h.n / 4 && (uint8_t)words[at - 1] == OPC_RAISE_AGAIN &&
           vm->head->exc == vm->head->handled;
}

bool vm_unwind_collects(Vm *vm) {
    uint64_t steps = vm_steps(vm) - vm->native_charged;
    vm->alloc_failed = false;
    if (exc_matches(vm, EXC_MemoryError) || vm->retry_steps == steps) { return false; }
    vm->retry_steps = steps;
    vm->retry_frame = 0;
    gc_collect(vm, vm->modes & NX_MODE_GC);
    return true;
}

void vm_add_traceback(Vm *vm) {
    Head *h = vm->head;
    if (!is_ref(h->exc) || !is_ref(h->frame) || vm->stop) { return; }
    const Frame *f = as_frame(vm, h->frame);
    if (frame_is_native(vm, f) || (as_code(vm, f->code)->flags & CODE_HIDDEN)) { return; }
    if (vm_is_raise_again(vm, f)) { return; }
    uint32_t at = frame_pc_index(vm, f) - 1;
    if (exc_add_traceback(vm, h->exc, f->code, f->globals, at)) { return; }
    if (vm_unwind_collects(vm)) { exc_add_traceback(vm, h->exc, f->code, f->globals, at); }
    vm->alloc_failed = false; // a traceback line less, rather than another error
}

// No memory even after a collection: MemoryError, with some headroom for its handler.
static bool vm_out_of_memory(Vm *vm) {
    if (!is_ref(vm->head->memory_error)) {
        raise_stop(vm, STOP_MEMORY);
    } else {
        gc_lend_headroom(vm);
        raise_memory_error(vm);
    }
    return false;
}

bool vm_retry_after_gc(Vm *vm) {
    Head *h = vm->head;
    vm->alloc_failed = false;
    if (vm->stop || is_ref(h->exc)) { return false; }
    uint32_t frame = is_ref(h->frame) ? ref_offset(h->frame) : 0;
    uint64_t pc = frame ? as_frame(vm, h->frame)->pc : 0;
    uint64_t steps = vm_steps(vm) - vm->native_charged, need = vm->alloc_need;
    bool again = vm->retry_frame == frame && vm->retry_pc == pc && vm->retry_steps == steps;
    if (need) { // else only the collection was wanted
        vm->retry_frame = frame;
        vm->retry_pc = pc;
        vm->retry_steps = steps;
        if (again) { return vm_out_of_memory(vm); }
    }
    h->stack_spare = 0; // the first thing to do without
    gc_collect(vm, vm->modes & NX_MODE_GC);
    // Ordinary collections are paid for by what was allocated since the last one. This one came early,
    // and should it not help another follows.
    if (!native_charge(vm, 2 * heap_charged(h) / GC_BYTES_PER_STEP)) { return false; }
    if (need > h->memory_limit || heap_charged(h) > h->memory_limit - need) {
        return vm_out_of_memory(vm);
    }
    return true;
}

static bool unwind_to_handler(Vm *vm, Frame *f) {
    const Code *c = as_code(vm, f->code);
    if (!is_ref(c->handlers)) { return false; }
    const Blob *table = ref_ptr(vm, c->handlers);
    const CodeHandler *h = (const CodeHandler *)table->data;
    uint32_t at = frame_pc_index(vm, f) - 1;
    for (uint32_t i = 0; i < table->h.n / sizeof *h; i++) {
        if (at < h[i].start || at >= h[i].end) { continue; }
        f->slot[h[i].reg] = vm->head->exc;
        exc_clear(vm);
        f->pc = ref_offset(c->bytecode) + 8 + h[i].target * 4;
        return true;
    }
    return false;
}

// A frame below waited for an iterator: StopIteration is its answer, not an error.
static bool unwind_stop_iteration(Vm *vm, uint64_t ret) {
    RetMode mode = ret_mode(ret);
    if ((mode != RET_ITER && mode != RET_SEND) || !exc_matches(vm, EXC_StopIteration)) {
        return false;
    }
    Frame *f = as_frame(vm, vm->head->frame);
    if (mode == RET_SEND) {
        Value v = ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0];
        f->slot[ret_reg(ret)] = v == V_UNBOUND ? V_NONE : v;
        deliver_jump(vm, f);
    }
    exc_clear(vm);
    return true;
}

static bool unwind_native(Vm *vm, Frame *f) {
    if (native_take_exception(vm, f)) { return true; }
    const NativeDef *def = native_def(vm, as_native(vm, f->code));
    if (def->unwind) { def->unwind(vm, f); }
    return false;
}

bool vm_unwind(Vm *vm) {
    Head *h = vm->head;
    while (is_ref(h->frame)) {
        Frame *f = as_frame(vm, h->frame);
        if (frame_is_native(vm, f)) {
            if (unwind_native(vm, f)) { return true; }
        } else {
            if (!vm->stop && unwind_to_handler(vm, f)) { return true; }
            if (!vm->stop) { frameinfo_keep(vm, f); }
        }
        uint64_t ret = f->ret;
        if (ret & RET_GENERATOR) { gen_unwound(vm, f); }
        if (ret & RET_WATCHED) { frameinfo_unwound(vm, f); }
        frame_pop(vm, f);
        if (ret_mode(ret) == RET_HOST) { return false; }
        if (vm->stop) { continue; }
        if (unwind_stop_iteration(vm, ret)) { return true; }
        vm_add_traceback(vm);
    }
    return false;
}
