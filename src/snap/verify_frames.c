// verify_frames.c: frames, generators and the head of a snapshot. See verify.h.
//
// A frame's pc must be the start of an instruction, what it says about its result must fit the
// frame that waits for it, and the chain of running frames must end.
#include "snap/verify.h"

#include "object/exc.h"
#include "object/list_sort.h"
#include "object/type.h"
#include "rt/internals.h"
#include "vm/gen.h"
#include "vm/ops.h"
#include "vm/signature.h"
#include "vm/internals.h"

// Finds the start of the instruction before word `at`; false: `at` is no start of one, or beyond.
static bool verify_before(const Blob *code, uint32_t at, uint32_t *before) {
    const uint32_t *words = (const uint32_t *)(const void *)code->data;
    uint32_t i = 0;
    *before = UINT32_MAX;
    while (i < at && i < code->h.n / 4) {
        *before = i;
        i += op_length((uint8_t)words[i]);
    }
    return i == at && at <= code->h.n / 4;
}

static bool verify_native_frame(Vm *vm, const Frame *f) {
    const NativeObj *nat = as_native(vm, f->code);
    const NativeDef *def = native_def(vm, nat);
    if (def->kind != NATIVE_STEPS ||
        f->h.n != FRAME_FIXED + (uint32_t)nat->n_params + def->scratch) {
        return false;
    }
    if (def->steps == merge_sort_steps && !merge_sort_fits(vm, f)) { return false; }
    return native_takes(vm, nat, f->slot) && f->pc <= 0xFFFFFFFFFFFF;
}

// The caches of image code, by its number.
static Value verify_code_caches(Vm *vm, uint32_t number) {
    Value list = vm->head->code_caches;
    bool there = is_tagged(vm, list, T_VALUES) && number < as_obj(vm, list)->n;
    return there ? ((Values *)ref_ptr(vm, list))->items[number] : V_NONE;
}

bool verify_image_caches(Vm *vm) {
    if (!is_ref(vm->head->code_caches)) { return true; }
    if (!is_tagged(vm, vm->head->code_caches, T_VALUES)) { return false; }
    const Values *list = ref_ptr(vm, vm->head->code_caches);
    for (uint32_t i = 0; i < list->h.n; i++) {
        if (is_ref(list->items[i]) && !verify_take_caches(vm, list->items[i])) { return false; }
    }
    return true;
}

static bool verify_code_frame(Vm *vm, Frame *f) {
    const Code *c = as_code(vm, f->code);
    const Blob *words = ref_ptr(vm, c->bytecode);
    uint32_t n = FRAME_FIXED + (uint32_t)c->n_regs, before;
    bool owned = f->h.n == n + 1; // by a generator
    if ((!owned && f->h.n != n) || !is_tagged(vm, f->globals, T_DICT)) { return false; }
    if (owned && !is_generator_kind(vm, *frame_generator(f))) { return false; }
    if (as_obj(vm, c->freevars)->n) {
        if (!is_tagged(vm, f->func, T_FUNCTION)) { return false; }
        const Function *func = as_function(vm, f->func);
        if (!is_ref(func->closure) ||
            as_tuple(vm, func->closure)->h.n != as_obj(vm, c->freevars)->n) {
            return false;
        }
    }
    if (f->pc > UINT32_MAX || !verify_before(words, (uint32_t)f->pc, &before)) { return false; }
    Value own = code_image_number(c) ? verify_code_caches(vm, code_image_number(c)) : c->caches;
    return is_tagged(vm, own, T_CACHES) && f->caches == own && as_obj(vm, own)->n == c->n_caches;
}

void verify_make_ready(Vm *vm, Frame *f) {
    f->h.flags = OBJ_HEAP;
    f->h.small = 0;
    if (is_tagged(vm, f->code, T_CODE)) {
        f->pc = ref_offset(as_code(vm, f->code)->bytecode) + 8 + f->pc * 4;
    }
}

bool verify_frame(Vm *vm, Frame *f) {
    if (f->h.n < FRAME_FIXED || f->h.ext || !is_ref(f->code)) { return false; }
    if (is_ref(f->prev) && !is_tagged(vm, f->prev, T_FRAME)) { return false; }
    bool native = is_tagged(vm, f->code, T_NATIVE);
    bool fits = native ? verify_native_frame(vm, f)
                       : is_tagged(vm, f->code, T_CODE) && verify_code_frame(vm, f);
    if (fits) { verify_make_ready(vm, f); }
    return fits;
}

// ---- what a result is for ------------------------------------------------------------------------

// The word of the instruction before a bytecode frame's pc; 0 (a NOP) when there is none.
static uint32_t verify_last_word(Vm *vm, const Frame *f) {
    const Blob *code = ref_ptr(vm, as_code(vm, f->code)->bytecode);
    uint32_t before;
    if (!verify_before(code, frame_pc_index(vm, f), &before) || before == UINT32_MAX) { return 0; }
    return ((const uint32_t *)(const void *)code->data)[before];
}

static bool verify_is_branch(uint32_t op) {
    return op == OPC_JUMP_TRUE || op == OPC_JUMP_FALSE || op == OPC_LOOP_TRUE ||
           (op >= OPC_J_LT && op <= OPC_LOOP_GE_I);
}

static bool verify_is_operator(uint32_t op) {
    return (op >= OPC_ADD && op <= OPC_IFLOORDIV_K) || op_has_small(op) || op == OPC_ADD_OWN ||
           op == OPC_IADD_OWN || (op >= OPC_LT && op <= OPC_GE) ||
           (op >= OPC_J_LT && op <= OPC_LOOP_GE_I);
}

// Whether there is something to do where the frame goes on when `above` has returned. What prepares
// an exception never does.
static bool verify_has_next(Vm *vm, const Frame *f, const Frame *above) {
    if (!is_tagged(vm, f->code, T_CODE)) { return true; }
    if (above && above->code == internal(vm, I_RAISE_PREPARE)) { return true; }
    const Blob *code = ref_ptr(vm, as_code(vm, f->code)->bytecode);
    return frame_pc_index(vm, f) < code->h.n / sizeof(uint32_t);
}

static bool verify_ret_to_code(Vm *vm, const Frame *to, uint64_t ret) {
    uint32_t n = as_code(vm, to->code)->n_regs, last = verify_last_word(vm, to), op = last & 0xFF;
    switch (ret_mode(ret)) {
    case RET_REG:
    case RET_NOT:
    case RET_BOOL: return ret_reg(ret) < n;
    case RET_DISCARD: return true;
    case RET_INIT: return ret_reg(ret) < n && ret_reg2(ret) < n;
    case RET_BRANCH: return verify_is_branch(op);
    case RET_ITER: return op == OPC_FOR_ITER;
    case RET_SEND: return op == OPC_SEND && ret_reg(ret) < n;
    default: return false;
    }
}

static bool verify_is_owned(Vm *vm, const Frame *f) {
    return is_tagged(vm, f->code, T_CODE) &&
           f->h.n == FRAME_FIXED + (uint32_t)as_code(vm, f->code)->n_regs + 1;
}

bool verify_link(Vm *vm, const Frame *f) {
    uint64_t ret = f->ret & ~(RET_GENERATOR | RET_OPERATOR | RET_LOOP | RET_BELOW | RET_WATCHED);
    if (!is_ref(f->prev)) { return true; } // where it is in the chain verify_head looks
    if ((f->ret & RET_LOOP) &&
        (ret_mode(ret) != RET_NATIVE || !frame_is_native(vm, as_frame(vm, f->prev)))) {
        return false;
    }
    if ((f->ret & RET_BELOW) && (ret_mode(ret) != RET_ITER || frame_is_native(vm, f))) {
        return false;
    }
    if (ret >> 24 || ((f->ret & RET_GENERATOR) != 0) != verify_is_owned(vm, f)) { return false; }
    const Frame *to = as_frame(vm, f->prev);
    if (!verify_has_next(vm, to, f)) { return false; }
    if (ret_mode(ret) == RET_HOST) { return true; }
    if (f->ret & RET_OPERATOR) {
        bool fits = ret_mode(ret) == RET_REG || ret_mode(ret) == RET_BRANCH;
        if (!fits || !is_tagged(vm, to->code, T_CODE) ||
            !verify_is_operator(verify_last_word(vm, to) & 0xFF)) {
            return false;
        }
    }
    if (is_tagged(vm, to->code, T_CODE)) { return verify_ret_to_code(vm, to, ret); }
    return ret_mode(ret) == RET_NATIVE || ret_mode(ret) == RET_TAIL || ret_mode(ret) == RET_DISCARD;
}

bool verify_generator(Vm *vm, const Obj *o) {
    const Generator *g = (const Generator *)o;
    if (g->state == GEN_FINISHED) { return !is_ref(g->frame); }
    if (g->state > GEN_FINISHED || !is_ref(g->frame)) { return false; }
    Frame *f = as_frame(vm, g->frame);
    if (!verify_is_owned(vm, f) || *frame_generator(f) != ptr_value(vm, g)) { return false; }
    if (g->state == GEN_RUNNING) { return true; }
    uint32_t op = verify_last_word(vm, f) & 0xFF;
    return !is_ref(f->prev) && (g->state == GEN_CREATED || op == OPC_YIELD || op == OPC_YIELD_SENT);
}

// ---- the head ------------------------------------------------------------------------------------

static bool verify_chain(Vm *vm, uint32_t n_frames) {
    const Head *h = vm->head;
    uint64_t n = 0;
    for (Value v = h->frame; is_ref(v); n++) {
        if (n == n_frames || !is_tagged(vm, v, T_FRAME)) { return false; }
        Frame *f = as_frame(vm, v);
        if (n == 0 && !verify_has_next(vm, f, NULL)) { return false; }
        if (verify_is_owned(vm, f)) {
            const Generator *g = as_generator(vm, *frame_generator(f));
            if (g->state != GEN_RUNNING || g->frame != v) { return false; }
        }
        if (!is_ref(f->prev) && (f->ret != RET_HOST || verify_is_owned(vm, f))) { return false; }
        v = f->prev;
    }
    return h->depth <= n;
}

static bool verify_root(Vm *vm, Value v, TypeTag tag) {
    return !is_ref(v) || is_tagged(vm, v, tag);
}

// The first n items of a weak table.
static bool verify_weak(Vm *vm, Value table, uint32_t n, uint32_t stride, TypeTag tag) {
    if (!is_ref(table)) { return n == 0; }
    if (!is_tagged(vm, table, T_VALUES)) { return false; }
    const Values *t = ref_ptr(vm, table);
    if ((uint64_t)n * stride > t->h.n || t->h.n == 0) { return false; } // it doubles
    for (uint32_t i = 0; i < n * stride; i++) {
        if (tag ? !is_tagged(vm, t->items[i], tag) : !is_ref(t->items[i])) { return false; }
    }
    return true;
}

// An open-addressed table: a power of two places, of which some are free.
static bool verify_open(Vm *vm, Value table, uint32_t n, uint32_t stride, TypeTag tag) {
    if (!is_ref(table)) { return n == 0; }
    if (!is_tagged(vm, table, T_VALUES)) { return false; }
    const Values *t = ref_ptr(vm, table);
    uint32_t places = t->h.n / stride, used = 0;
    if (!places || (places & (places - 1)) || t->h.n % stride) { return false; }
    for (uint32_t i = 0; i < places; i++) {
        Value v = t->items[i * stride];
        used += v != V_UNBOUND;
        if (is_ref(v) && tag && !is_tagged(vm, v, tag)) { return false; }
        if (is_ref(v) && stride == 2 && !is_int(t->items[i * 2 + 1])) { return false; }
    }
    return used <= n && n < places;
}

// Calls that wait, with room for those that a collection may add.
static bool verify_queue(Vm *vm, Value queue) {
    if (!is_ref(queue)) { return vm->head->n_weakrefs == 0 && vm->head->n_finalizable == 0; }
    if (!is_tagged(vm, queue, T_VALUES)) { return false; }
    const Values *t = ref_ptr(vm, queue);
    return t->h.n > 0 && index_of(t->items[0]) < t->h.n &&
           t->h.n >
               (uint64_t)index_of(t->items[0]) + vm->head->n_weakrefs + vm->head->n_finalizable;
}

// What the tenant adds to image objects: the root shape of a class, the children of a shape.
static bool verify_image_state(Vm *vm, Value state) {
    if (!is_ref(state)) { return true; }
    if (!is_tagged(vm, state, T_DICT)) { return false; }
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, state), &pos, &key, &value);) {
        uint64_t at = index_of(key);
        if (at < HEAP_HEAD_SIZE || at >= vm->head->image_end || at & 7 || !is_ref(value)) {
            return false;
        }
        Value of = ref_value((uint32_t)at);
        if (is_tagged(vm, of, T_TYPE)) {
            if (!verify_root_shape(vm, value, of)) { return false; }
        } else if (!is_tagged(vm, of, T_SHAPE) || !verify_children(vm, ref_ptr(vm, of), value)) {
            return false;
        }
    }
    return true;
}

static bool verify_host_call(Vm *vm, Value v) {
    if (!is_ref(v)) { return true; }
    return is_tagged(vm, v, T_FRAME) && v == vm->head->frame &&
           (as_frame(vm, v)->code == internal(vm, I_HOST_CALL) ||
            as_frame(vm, v)->code == internal(vm, I_CAP_CALL));
}

bool verify_head(Vm *vm, uint32_t n_frames) {
    const Head *h = vm->head;
    return verify_root(vm, h->exc, T_EXCEPTION) && verify_root(vm, h->handled, T_EXCEPTION) &&
           is_tagged(vm, h->builtins, T_DICT) && is_tagged(vm, h->modules, T_DICT) &&
           is_tagged(vm, h->frozen, T_DICT) && is_tagged(vm, h->main_dict, T_DICT) &&
           is_tagged(vm, h->sys_dict, T_DICT) && verify_root(vm, h->memory_error, T_EXCEPTION) &&
           verify_root(vm, h->held, T_VALUES) && verify_root(vm, h->extra, T_VALUES) &&
           verify_root(vm, h->frame_infos, T_LIST) && verify_root(vm, h->files, T_LIST) &&
           verify_root(vm, h->cwd, T_STR) && verify_image_state(vm, h->image_state) &&
           verify_host_call(vm, h->host_call) &&
           verify_open(vm, h->interned, h->n_interned, 1, T_STR) &&
           verify_open(vm, h->ids, h->n_ids, 2, T_INVALID) &&
           verify_weak(vm, h->caches, h->n_caches, 1, T_CACHES) &&
           verify_weak(vm, h->subclasses, h->n_subclasses, 2, T_TYPE) &&
           verify_weak(vm, h->weakrefs, h->n_weakrefs, 1, T_WEAKREF) &&
           verify_weak(vm, h->finalizable, h->n_finalizable, 1, T_INVALID) &&
           verify_queue(vm, h->pending_calls) && verify_chain(vm, n_frames);
}
