// gc.c: the module _gc: a collection on request. The module gc is Python around it.
//
// A collection runs between two steps only, so collect() asks for one at the next safepoint and
// goes on behind it, when the finalizers and callbacks that it queued have run.
#include "heap/heap.h"
#include "object/code.h"
#include "vm/internals.h"
#include "vm/vm_internal.h"

enum { COLLECT_BYTES_PER_STEP = 256 };
enum { COLLECT_START, COLLECT_DONE };

// Temporaries are allotted like a stack: while a frame waits for the call in registers `at` and
// above, what stands behind them is left over from calls that are over. It would keep garbage alive.
static void gc_module_forget(Vm *vm, const Frame *f) {
    for (; is_ref(f->prev); f = as_frame(vm, f->prev)) {
        Frame *p = as_frame(vm, f->prev);
        uint32_t at = ret_reg2(f->ret);
        if (frame_is_native(vm, p) || ret_mode(f->ret) != RET_REG || at == 0) { continue; }
        uint32_t n = as_code(vm, p->code)->n_regs;
        for (uint32_t i = at + 1; i < n; i++) { p->slot[i] = V_UNBOUND; }
    }
}

static Value gc_module_collect(Vm *vm, Frame *f) {
    Head *h = vm->head;
    if (native_state(f) == COLLECT_START) {
        TRY(native_charge(vm, heap_charged(h) / COLLECT_BYTES_PER_STEP));
        gc_module_forget(vm, f);
        h->gc_threshold = 0;
    } else {
        const Values *queue = is_ref(h->pending_calls) ? ref_ptr(vm, h->pending_calls) : NULL;
        // Asked for by a finalizer, it cannot wait for the others: they come behind that one.
        if (!queue || queue->items[0] == int_value(0) || vm_queue_is_running(vm)) { return V_NONE; }
    }
    vm_request_safepoint(vm);
    return native_again(vm, f, COLLECT_DONE);
}

// At the end of a program whatever has a finalizer is finalized, reachable or not, in the order of
// creation. The queue has room (weak_reserve), and is emptied from its end.
static Value gc_module_finalize(Vm *vm, Frame *f) {
    Head *h = vm->head;
    Values *queue = is_ref(h->pending_calls) ? ref_ptr(vm, h->pending_calls) : NULL;
    if (native_state(f) == COLLECT_START) {
        Values *t = h->n_finalizable ? ref_ptr(vm, h->finalizable) : NULL;
        TRY(native_charge(vm, h->n_finalizable));
        for (; queue && h->n_finalizable; h->n_finalizable--) {
            Value v = t->items[h->n_finalizable - 1];
            t->items[h->n_finalizable - 1] = V_UNBOUND;
            const Obj *o = ref_ptr(vm, v);
            bool is_over = o->flags & OBJ_SETTLED;
            if (is_over || (o->type == T_GENERATOR && !(o->flags & OBJ_FINAL))) { continue; }
            queue->items[0] = int_value(int_of(queue->items[0]) + 1);
            queue->items[int_of(queue->items[0])] = v;
        }
    }
    if (!queue || queue->items[0] == int_value(0) || vm_queue_is_running(vm)) { return V_NONE; }
    vm_request_safepoint(vm);
    return native_again(vm, f, COLLECT_DONE);
}

static Value gc_module_count(Vm *vm, Value *a) {
    (void)a;
    return int_value((int64_t)vm->head->gc_count);
}

// Whether an object can refer to others.
static Value gc_module_is_tracked(Vm *vm, Value *a) {
    if (!is_ref(a[0])) { return V_FALSE; }
    const Obj *o = as_obj(vm, a[0]);
    if (o->type == T_RANGE && !o->ext) { return V_FALSE; } // numbers alone
    return bool_value(o->ext || obj_values(o) > 0 || o->type == T_SET || o->type == T_DICT);
}

static const NativeDef gc_functions[] = {
    STEPS("collect", "", gc_module_collect, 0, NULL, "Collect all garbage now."),
    LEAF("count", "", gc_module_count, "How many collections there were so far."),
    STEPS("finalize", "", gc_module_finalize, 0, NULL,
          "Run the finalizers of all objects that have one."),
    LEAF("is_tracked", "obj, /", gc_module_is_tracked,
         "Whether the collector looks at the object: always."),
    NATIVE_END,
};

const ModuleDef gc_module = {"_gc", "Collections on request.", gc_functions, NULL};
