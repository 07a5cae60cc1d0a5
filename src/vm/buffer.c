// buffer.c: I_BUFFER and I_BUFFER_RELEASE: the calls of __buffer__ and __release_buffer__ of guest
// classes (PEP 688). The rest of the protocol is in object/buffer.c.
#include "object/bytearray.h"
#include "object/int.h"
#include "object/memoryview_inner.h"
#include "object/steps_fast.h"
#include "object/type.h"
#include "rt/internals.h"
#include "vm/internals.h"

enum { BUFFER_START, BUFFER_GOT_VIEW };
enum { BUFFER_V, BUFFER_FLAGS };

// A view of the wrapper of a guest object's buffer: of what its __buffer__ returned, or V_NONE, of its
// own bytes. Releasing is due when nobody can reach the wrapper any more, at the latest.
static Value buffer_wrap(Vm *vm, Value owner, Value view) {
    BufferWrapper *w = HEAP_MAKE_ZEROED(vm, BUFFER_WRAPPER);
    TRY(w);
    MemoryView *from = is_ref(view) ? as_memoryview(vm, view) : NULL;
    w->owner = owner;
    w->view = view;
    w->bytes = from ? memoryview_store_of(vm, from) : owner;
    MemoryView *m;
    if (from) {
        m = memoryview_derive(vm, from);
        TRY(m);
    } else {
        m = heap_new(vm, T_MEMORYVIEW, 0);
        TRY(m && memoryview_describe(vm, owner, m));
    }
    TRY(weak_add_finalizable(vm, ptr_value(vm, w)));
    m->obj = ptr_value(vm, w);
    memoryview_export(vm, m);
    if (from) {
        obj_touch(vm, from);
        from->exports++;
    }
    return ptr_value(vm, m);
}

// I_BUFFER: flags V_NONE: the object's own bytes.
Value buffer_steps(Vm *vm, Frame *f) {
    Value v = f->slot[BUFFER_V], flags = f->slot[BUFFER_FLAGS];
    int64_t wanted = isinstance_int(vm, flags) ? int_clamp_i64(vm, flags) : 0;
    bool lenient = wanted & BUFFER_LENIENT;
    Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N___buffer__));
    if (native_state(f) == BUFFER_START) {
        bool own = flags == V_NONE || method == V_UNBOUND || is_exact(vm, method, T_NATIVE);
        if (own && !is_bytes_like(vm, v)) {
            return raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
        }
        if (own && buffer_is_guest(vm, v)) { return buffer_wrap(vm, v, V_NONE); }
        Value plain = int_value(wanted & ~(int64_t)BUFFER_LENIENT);
        return native_call_method(vm, f, BUFFER_GOT_VIEW, v, vm_name(vm, N___buffer__), 1, &plain);
    }
    if (!is_tagged(vm, f->result, T_MEMORYVIEW)) {
        return raise_error(vm, EXC_TypeError, "__buffer__ returned non-memoryview object");
    }
    const MemoryView *m = as_memoryview(vm, f->result);
    TRY(memoryview_check(vm, m));
    if ((wanted & BUFFER_WRITABLE) && !lenient && (m->h.small & MEMORYVIEW_READONLY)) {
        return raise_error(vm, EXC_BufferError, "memoryview: underlying buffer is not writable");
    }
    return is_exact(vm, method, T_NATIVE) ? f->result : buffer_wrap(vm, v, f->result);
}

enum { RELEASE_START, RELEASE_CALL, RELEASE_DONE, RELEASE_RAISED, RELEASE_REPORTED };
enum { RELEASE_WRAPPER, RELEASE_VIEW };

static Value buffer_report(Vm *vm, Frame *f, Value owner) {
    Value report = frozen_function(vm, "_sitebuiltins", "report_unraisable");
    TRY_VALUE(report);
    if (report == V_UNBOUND) { return native_again(vm, f, RELEASE_REPORTED); }
    Value text = format_text(vm, "Exception ignored in __release_buffer__ of %T", owner);
    TRY_VALUE(text);
    native_catch(f, RELEASE_REPORTED);
    return native_call2(vm, f, RELEASE_REPORTED, report, f->result, text);
}

// The method gets the view that __buffer__ returned; without one a view for this call alone. A view
// of the object itself is released instead, which comes to the same.
static Value buffer_call_release(Vm *vm, Frame *f, const BufferWrapper *w) {
    Value name = vm_name(vm, N___release_buffer__), view = w->view;
    if (is_tagged(vm, view, T_MEMORYVIEW)) {
        const MemoryView *m = as_memoryview(vm, view);
        bool released = m->h.small & MEMORYVIEW_RELEASED;
        if (!released && memoryview_store_of(vm, m) == w->owner) {
            Value release = type_lookup(vm, type_of_tag(vm, T_MEMORYVIEW), vm_name(vm, N_release));
            return native_call1(vm, f, RELEASE_DONE, release, view);
        }
    } else if (!is_tagged(vm, f->slot[RELEASE_VIEW], T_MEMORYVIEW)) {
        MemoryView *m = memoryview_of(vm, w->bytes);
        TRY(m);
        m->h.small |= MEMORYVIEW_RESTRICTED;
        f->slot[RELEASE_VIEW] = view = ptr_value(vm, m);
    } else {
        view = f->slot[RELEASE_VIEW];
    }
    Value method = type_lookup(vm, class_of(vm, w->owner), name);
    if (method == V_UNBOUND || is_exact(vm, method, T_NATIVE)) {
        return native_again(vm, f, RELEASE_DONE);
    }
    native_catch(f, RELEASE_RAISED);
    return native_call_method(vm, f, RELEASE_DONE, w->owner, name, 1, &view);
}

Value buffer_release_steps(Vm *vm, Frame *f) {
    BufferWrapper *w = slot_obj(vm, f, RELEASE_WRAPPER, T_BUFFER_WRAPPER);
    TRY(w);
    switch (native_state(f)) {
    case RELEASE_START:
        if (!is_ref(w->owner) || (w->h.flags & OBJ_SETTLED)) { return V_NONE; }
        obj_touch(vm, w);
        w->h.flags |= OBJ_SETTLED;
        if (is_tagged(vm, w->view, T_MEMORYVIEW)) {
            MemoryView *m = as_memoryview(vm, w->view);
            obj_touch(vm, m);
            if (m->exports) { m->exports--; }
        }
        f->slot[RELEASE_VIEW] = V_NONE;
        native_goto(f, RELEASE_CALL);
        return buffer_call_release(vm, f, w);
    case RELEASE_CALL: return buffer_call_release(vm, f, w);
    case RELEASE_RAISED:
        if (is_tagged(vm, f->result, T_EXCEPTION)) { return buffer_report(vm, f, w->owner); }
        return raise_stop(vm, STOP_CORRUPT);
    default: break;
    }
    obj_set(vm, w, &w->owner, V_NONE);
    Value v = f->slot[RELEASE_VIEW]; // that of this call is gone with it
    if (is_tagged(vm, v, T_MEMORYVIEW) && !(as_memoryview(vm, v)->h.small & MEMORYVIEW_RELEASED)) {
        memoryview_close(vm, as_memoryview(vm, v));
    }
    return V_NONE;
}
