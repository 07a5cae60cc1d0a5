// frame.c: stack segments. See frame.h.
#include "vm/frame.h"

static uint32_t segment_end(uint32_t at, const StackSegment *seg) {
    return at + (uint32_t)sizeof(StackSegment) + seg->h.n - FRAME_SLACK * 8;
}

static bool frame_new_segment(Vm *vm, uint32_t need) {
    Head *h = vm->head;
    uint32_t room = need + (uint32_t)sizeof(StackSegment) + FRAME_SLACK * 8;
    StackSegment *seg = NULL;
    if (h->stack_spare && ((Obj *)(vm->base + h->stack_spare))->n >= need + FRAME_SLACK * 8) {
        seg = (StackSegment *)(vm->base + h->stack_spare);
        h->stack_spare = 0;
    } else {
        uint32_t size = room > STACK_SEGMENT - 256 ? room : STACK_SEGMENT - 256;
        seg = heap_new_raw(vm, T_STACK, size);
        if (!seg) { return false; }
    }
    seg->prev = h->stack_seg ? ref_value(h->stack_seg) : V_NONE;
    seg->prev_cur = h->stack_cur;
    h->stack_seg = (uint32_t)((uint8_t *)seg - vm->base);
    h->stack_cur = h->stack_seg + (uint32_t)sizeof(StackSegment);
    h->stack_end = segment_end(h->stack_seg, seg);
    return true;
}

Frame *frame_push_slow(Vm *vm, uint32_t n) {
    Head *h = vm->head;
    if (h->depth >= h->depth_limit) {
        raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    uint32_t size = (n + 1) * 8;
    bool first = h->stack_end - h->stack_cur < size;
    if (first && !frame_new_segment(vm, size)) { return NULL; }
    Frame *f = (Frame *)(vm->base + h->stack_cur);
    h->stack_cur += size;
    h->depth++;
    f->h = (Obj){.type = T_FRAME, .small = first, .n = n};
    return f;
}

// f was the first frame of its segment: go back to the one below, keeping this one for next time.
void frame_pop_segment(Vm *vm, Frame *f) {
    Head *h = vm->head;
    (void)f;
    StackSegment *seg = (StackSegment *)(vm->base + h->stack_seg);
    if (!is_ref(seg->prev)) { return; } // the bottom segment stays
    h->stack_spare = h->stack_seg;
    StackSegment *below = ref_ptr(vm, seg->prev);
    h->stack_cur = seg->prev_cur;
    h->stack_seg = ref_offset(seg->prev);
    h->stack_end = segment_end(h->stack_seg, below);
}
