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

// How many frames count against the recursion limit. Natives that bytecode called do not: in CPython
// they have no frame. Nor does the one at the bottom, which is the host's call.
static uint64_t frames_counted(Vm *vm) {
    uint64_t n = 0;
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        const Frame *f = as_frame(vm, v);
        bool free = frame_is_native(vm, f) &&
                    !(is_ref(f->prev) && frame_is_native(vm, as_frame(vm, f->prev)));
        n += !free;
    }
    native_charge_done(vm, (uint32_t)(vm->head->depth / 8)); // at the limit this may be often
    return n;
}

bool frame_go_deeper(Vm *vm) {
    Head *h = vm->head;
    uint32_t limit = h->recursion_limit ? h->recursion_limit : h->depth_limit;
    uint64_t counted = frames_counted(vm), most = h->depth + (limit - counted);
    if (counted >= limit || most > UINT32_MAX) {
        h->depth_limit = limit;
        h->recursion_limit = 0;
        return raise_false(vm, EXC_RecursionError, "maximum recursion depth exceeded");
    }
    h->depth_limit = (uint32_t)most;
    h->recursion_limit = limit;
    return true;
}

void frame_let_native(Vm *vm) {
    Head *h = vm->head;
    bool free = is_ref(h->frame) && !frame_is_native(vm, as_frame(vm, h->frame));
    if (!free || h->depth >= UINT32_MAX) { return; }
    if (!h->recursion_limit) { h->recursion_limit = h->depth_limit; }
    h->depth_limit = (uint32_t)h->depth + 1;
}

Frame *frame_push_slow(Vm *vm, uint32_t n) {
    Head *h = vm->head;
    if (h->depth >= h->depth_limit && !frame_go_deeper(vm)) { return NULL; }
    if (h->recursion_limit && h->depth < h->recursion_limit) { // far up again
        h->depth_limit = h->recursion_limit;
        h->recursion_limit = 0;
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
