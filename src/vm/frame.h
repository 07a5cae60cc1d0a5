// frame.h: pushing and popping frames. Frames of calls stand on stack segments, one after another;
// frames of generators, and all frames after a snapshot was loaded, are heap objects (OBJ_HEAP).
#ifndef NX_VM_FRAME_H
#define NX_VM_FRAME_H

#include "object/code.h"

// What the frame below does with the result of a call. Part of the snapshot format: append only.
typedef enum RetMode {
    RET_REG, // R[reg] = result
    RET_DISCARD,
    RET_NATIVE, // the frame is a native: f->result = result, and it runs on
    RET_HOST,   // the run is over
    RET_INIT,   // must be None; then R[reg] = R[reg2], the new instance
    RET_BRANCH, // the jump just before pc is decided by the result's truth
    RET_NOT,    // R[reg] = not result
    RET_BOOL,   // R[reg] = bool(result)
    RET_ITER,   // FOR_ITER just before pc: item or end
    RET_SEND,   // SEND just before pc
    RET_TAIL,   // native: the result is its own
} RetMode;

#define RET_GENERATOR ((uint64_t)1 << 40) // the frame is a generator's: its end is StopIteration
// The call is the left operand's special method for the operator before pc: NotImplemented means that
// the right one is to be asked.
#define RET_OPERATOR ((uint64_t)1 << 41)
// The frame is the __next__ of the iterator that the loop of the native below goes over, or a function
// that this iterator called for the next item (it stands in `globals` of the native then).
#define RET_LOOP ((uint64_t)1 << 42)
// The iterator of the FOR_ITER before pc asked for it (TypeDef.below): it hears the result first. At
// the end of a generator FOR_ITER is made again.
#define RET_BELOW ((uint64_t)1 << 43)
// There is a frame object of it in head->frame_infos, which hears when it ends.
#define RET_WATCHED ((uint64_t)1 << 44)

static inline uint64_t ret_make(RetMode mode, uint32_t reg, uint32_t reg2) {
    return (uint64_t)mode | (uint64_t)reg << 8 | (uint64_t)reg2 << 16;
}
static inline RetMode ret_mode(uint64_t ret) { return (RetMode)(ret & 0xFF); }
static inline uint32_t ret_reg(uint64_t ret) { return ret >> 8 & 0xFF; }
static inline uint32_t ret_reg2(uint64_t ret) { return ret >> 16 & 0xFF; }

enum { STACK_SEGMENT = 64 * 1024 };

// At depth_limit: moves it if few enough frames count. False: RecursionError is raised.
NX_INTERNAL bool frame_go_deeper(Vm *vm);
// At depth_limit: the native to be pushed has room if it is one that does not count.
NX_INTERNAL void frame_let_native(Vm *vm);
// Room for a frame of n Values (FRAME_FIXED included) on the stack; the header is set, nothing
// else. NULL: no memory, or the recursion limit (then RecursionError is raised).
NX_INTERNAL Frame *frame_push_slow(Vm *vm, uint32_t n);

// `base` is vm->base, which the loop has in a register. `size` is in bytes, `header` is the Obj.
static inline Frame *frame_push_sized(Vm *vm, uint8_t *base, uint32_t size, uint64_t header) {
    Head *h = (Head *)base;
    uint32_t cur = h->stack_cur;
    if (NX_UNLIKELY(h->stack_end - cur < size || h->depth >= h->depth_limit)) {
        return frame_push_slow(vm, size / 8 - 1);
    }
    h->stack_cur = cur + size;
    h->depth++;
    memcpy(base + cur, &header, sizeof header);
    return (Frame *)(base + cur);
}
static inline Frame *frame_push(Vm *vm, uint32_t n) {
    return frame_push_sized(vm, vm->base, (n + 1) * 8, frame_header(n));
}

// Whole groups of registers are copied and cleared, for speed: up to FRAME_SLACK Values behind them
// are read and written.
enum { FRAME_SLACK = 5 };
static inline void frame_clear(Value *p, const Value *end) {
    do {
        p[0] = p[1] = p[2] = p[3] = V_UNBOUND;
        p += 4;
    } while (p < end);
}
// The n arguments, then V_UNBOUND up to n_regs.
static inline void frame_fill(Frame *f, const Value *args, uint32_t n, uint32_t n_regs) {
    Value *p = f->slot, *rest = p + n;
    do {
        Value a = args[0], b = args[1];
        p[0] = a;
        p[1] = b;
        p += 2;
        args += 2;
    } while (p < rest);
    frame_clear(rest, f->slot + n_regs);
}

NX_INTERNAL void frame_pop_segment(Vm *vm, Frame *f);

// Takes the top frame off. Heap frames are just left.
static inline void frame_pop(Vm *vm, Frame *f) {
    Head *h = vm->head;
    h->depth--;
    h->frame = f->prev;
    if (NX_LIKELY(!(f->h.flags & OBJ_HEAP))) {
        h->stack_cur = (uint32_t)((uint8_t *)f - vm->base);
        if (NX_UNLIKELY(f->h.small)) { frame_pop_segment(vm, f); }
    }
}
// The same where a frame on a stack segment, and not the first there, is most likely: the header's
// flags are looked at in one.
static inline void frame_pop_likely(Vm *vm, uint8_t *base, Frame *f) {
    uint32_t header;
    memcpy(&header, &f->h, sizeof header);
    if (NX_UNLIKELY(header & (0xFF000000 | OBJ_HEAP << 16))) {
        frame_pop(vm, f);
        return;
    }
    Head *h = (Head *)base;
    Value prev = f->prev;
    h->depth--;
    h->frame = prev;
    h->stack_cur = (uint32_t)((uint8_t *)f - base);
}

// The STACK segment object.
typedef struct StackSegment {
    Obj h;
    Value prev;        // the segment below, or V_NONE
    uint32_t prev_cur; // and how far it was filled
    uint32_t pad;
} StackSegment;

// Index of the next word of a bytecode frame (pc is kept as an offset in the slot).
static inline uint32_t frame_pc_index(Vm *vm, const Frame *f) {
    return ((uint32_t)f->pc - ref_offset(as_code(vm, f->code)->bytecode) - 8) / 4;
}
static inline bool frame_is_native(Vm *vm, const Frame *f) {
    return ((Obj *)ref_ptr(vm, f->code))->type == T_NATIVE;
}
// The generator a generator's frame belongs to: kept behind its registers.
static inline Value *frame_generator(Frame *f) { return &f->slot[f->h.n - FRAME_FIXED - 1]; }

#endif
