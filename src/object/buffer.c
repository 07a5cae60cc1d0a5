// buffer.c: who may look at whose bytes: views are made and released here, for builtin objects and for
// those of guest classes with __buffer__ (PEP 688). See memoryview.h; vm/buffer.c calls the guest.
//
// A bytearray or array counts its views, but not the slices of them: those are mostly forgotten at
// once, and may still stand in some register. A BufferWrapper counts in the same way.
#include "object/array.h"
#include "object/bytes_inner.h"
#include "object/construct.h"
#include "object/memoryview_inner.h"
#include "object/steps_fast.h"
#include "object/type.h"

// ---- making and releasing ----------------------------------------------------------------------

static BufferWrapper *memoryview_wrapper(Vm *vm, const MemoryView *m) {
    return is_tagged(vm, m->obj, T_BUFFER_WRAPPER) ? ref_ptr(vm, m->obj) : NULL;
}

void memoryview_export(Vm *vm, MemoryView *m) {
    Value store = memoryview_store_of(vm, m);
    BufferWrapper *w = memoryview_wrapper(vm, m);
    if (is_byte_store(vm, store)) {
        ByteArray *b = as_byte_store(vm, store);
        obj_touch(vm, b);
        b->exports++;
        b->exports_checked = 0;
        m->h.small |= MEMORYVIEW_EXPORTS;
    }
    if (w) {
        obj_touch(vm, w);
        w->views++;
        m->h.small |= MEMORYVIEW_EXPORTS;
    }
}

void memoryview_close(Vm *vm, MemoryView *m) {
    if (m->h.small & MEMORYVIEW_EXPORTS) {
        Value store = memoryview_store_of(vm, m);
        BufferWrapper *w = memoryview_wrapper(vm, m);
        if (is_byte_store(vm, store)) {
            ByteArray *b = as_byte_store(vm, store);
            obj_touch(vm, b);
            if (b->exports) { b->exports--; }
        }
        if (w) {
            obj_touch(vm, w);
            if (w->views) { w->views--; }
        }
    }
    obj_set(vm, m, &m->obj, V_NONE);
    m->h.small = MEMORYVIEW_RELEASED;
}

MemoryView *memoryview_derive(Vm *vm, const MemoryView *from) {
    if (from->h.small & MEMORYVIEW_RESTRICTED) {
        return raise_null(vm, EXC_ValueError, "cannot create new view on restricted memoryview");
    }
    MemoryView *m = heap_new(vm, T_MEMORYVIEW, 0);
    if (!m) { return NULL; }
    Obj h = m->h;
    *m = *from;
    m->h = h;
    m->h.small = from->h.small & MEMORYVIEW_READONLY;
    m->hash = 0;
    m->exports = 0;
    return m;
}

bool memoryview_describe(Vm *vm, Value obj, MemoryView *m) {
    const Array *array = is_tagged(vm, obj, T_ARRAY) ? as_array(vm, obj) : NULL;
    m->kind = array ? array->kind : 'B';
    if (m->kind == 'u') { m->kind = 'w'; }
    m->format = str_from_char(vm, m->kind);
    if (m->format == V_RAISED) { return false; }
    m->obj = obj;
    m->shape = V_NONE;
    m->len = array ? array_len(array) : as_obj(vm, obj)->n;
    m->itemsize = array ? 1u << array->shift : 1;
    m->stride = m->itemsize;
    m->ndim = 1;
    m->h.small = is_tagged(vm, obj, T_BYTES) ? MEMORYVIEW_READONLY : 0;
    return true;
}

MemoryView *memoryview_of(Vm *vm, Value v) {
    MemoryView *m;
    if (is_tagged(vm, v, T_MEMORYVIEW)) {
        if (!memoryview_check(vm, as_memoryview(vm, v))) { return NULL; }
        m = memoryview_derive(vm, as_memoryview(vm, v));
        if (!m) { return NULL; }
    } else {
        m = heap_new(vm, T_MEMORYVIEW, 0);
        if (!m || !memoryview_describe(vm, v, m)) { return NULL; }
    }
    memoryview_export(vm, m);
    return m;
}

Value memoryview_new(Vm *vm, Value obj) {
    MemoryView *m = memoryview_of(vm, obj);
    return m ? ptr_value(vm, m) : V_RAISED;
}

Value memoryview_make(Vm *vm, Value *a) {
    TRY(construct_check(vm, T_MEMORYVIEW, a[0]));
    if (buffer_is_guest(vm, a[1])) { return V_UNBOUND; }
    if (is_bytes_like(vm, a[1])) { return memoryview_new(vm, a[1]); }
    return raise_error(vm, EXC_TypeError, "memoryview: a bytes-like object is required, not '%T'",
                       a[1]);
}

Value memoryview_make_steps(Vm *vm, Frame *f) {
    if (native_state(f)) { return f->result; }
    return native_call2(vm, f, 1, internal(vm, I_BUFFER), f->slot[1], int_value(BUFFER_FULL_RO));
}

Value memoryview_from_flags(Vm *vm, Frame *f) {
    if (native_state(f)) { return f->result; }
    if (!is_bytes_like(vm, f->slot[1]) && !buffer_is_guest(vm, f->slot[1])) {
        return raise_error(vm, EXC_TypeError,
                           "memoryview: a bytes-like object is required, not '%T'", f->slot[1]);
    }
    return native_call2(vm, f, 1, internal(vm, I_BUFFER), f->slot[1], f->slot[2]);
}

// Whether releasing this view is the end of a guest's buffer.
static bool memoryview_is_last(Vm *vm, const MemoryView *m) {
    const BufferWrapper *w = memoryview_wrapper(vm, m);
    return w && (m->h.small & MEMORYVIEW_EXPORTS) && w->views <= 1 && is_ref(w->owner);
}

static bool memoryview_may_close(Vm *vm, const MemoryView *m) {
    return m->exports == 0 ||
           raise_false(vm, EXC_BufferError, "memoryview has %u exported buffer%s", m->exports,
                       m->exports == 1 ? "" : "s");
}

Value memoryview_release(Vm *vm, Value *a) {
    MemoryView *m = as_memoryview(vm, a[0]);
    if (m->h.small & MEMORYVIEW_RELEASED) { return V_NONE; }
    TRY(memoryview_may_close(vm, m));
    if (memoryview_is_last(vm, m)) { return V_UNBOUND; }
    memoryview_close(vm, m);
    return V_NONE;
}

Value memoryview_release_steps(Vm *vm, Frame *f) {
    MemoryView *m = slot_obj(vm, f, 0, T_MEMORYVIEW);
    TRY(m);
    if (native_state(f) || (m->h.small & MEMORYVIEW_RELEASED)) { return V_NONE; }
    TRY(memoryview_may_close(vm, m));
    bool last = memoryview_is_last(vm, m);
    Value wrapper = m->obj;
    if (!last) {
        memoryview_close(vm, m);
        return V_NONE;
    }
    Value r = native_call1(vm, f, 1, internal(vm, I_BUFFER_RELEASE), wrapper);
    if (r == V_CALLING) { memoryview_close(vm, m); } // not before the call has its frame
    return r;
}

// ---- guest classes -----------------------------------------------------------------------------

static bool buffer_has_own(Vm *vm, Value v, NameId name) {
    Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, name));
    return method != V_UNBOUND && !is_exact(vm, method, T_NATIVE);
}

bool buffer_is_guest(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    const Obj *o = as_obj(vm, v);
    if (!o->ext && o->type != T_INSTANCE) { return false; }
    return buffer_has_own(vm, v, N___buffer__) ||
           (is_bytes_like(vm, v) && buffer_has_own(vm, v, N___release_buffer__));
}

Value buffer_hold(Vm *vm, Value v) {
    if (!is_tagged(vm, v, T_MEMORYVIEW)) {
        return is_byte_store(vm, v) ? memoryview_new(vm, v) : V_NONE;
    }
    MemoryView *m = as_memoryview(vm, v);
    obj_touch(vm, m);
    m->exports++;
    return v;
}

void buffer_let_go(Vm *vm, Value v, Value hold) {
    if (!is_tagged(vm, hold, T_MEMORYVIEW)) { return; }
    MemoryView *m = as_memoryview(vm, hold);
    obj_touch(vm, m);
    if (hold == v) {
        if (m->exports) { m->exports--; }
    } else if (!(m->h.small & MEMORYVIEW_RELEASED)) {
        memoryview_close(vm, m);
    }
}

const TypeDef buffer_wrapper_type = {
    .name = "_buffer_wrapper",
    .doc = "What __buffer__ of an object gave.",
    .tag = T_BUFFER_WRAPPER,
    .hidden = true,
};

// ---- __buffer__ and __release_buffer__ ---------------------------------------------------------

static Value buffer_view(Vm *vm, Frame *f) {
    Value self = f->slot[0];
    int64_t flags;
    if (native_state(f)) { return f->result; }
    if (!int_to_i64(vm, f->slot[1], &flags)) {
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer",
                           f->slot[1]);
    }
    if (flags < INT32_MIN || flags > INT32_MAX) {
        return raise_error(vm, EXC_OverflowError, "buffer flags out of range");
    }
    if ((flags & BUFFER_WRITABLE) && is_tagged(vm, self, T_BYTES)) {
        return raise_error(vm, EXC_BufferError, "Object is not writable.");
    }
    if ((flags & BUFFER_WRITABLE) && is_tagged(vm, self, T_MEMORYVIEW) &&
        as_memoryview(vm, self)->h.small & MEMORYVIEW_READONLY) {
        return raise_error(vm, EXC_BufferError, "memoryview: underlying buffer is not writable");
    }
    if (!is_ref(self) || !as_obj(vm, self)->ext ||
        !buffer_has_own(vm, self, N___release_buffer__)) {
        return memoryview_new(vm, self);
    }
    // Its own bytes, whatever its __buffer__ is.
    return native_call2(vm, f, 1, internal(vm, I_BUFFER), self, V_NONE);
}

static Value buffer_release(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], T_MEMORYVIEW)) {
        return raise_error(vm, EXC_TypeError, "expected a memoryview object");
    }
    const MemoryView *m = as_memoryview(vm, a[1]);
    if (m->h.small & MEMORYVIEW_RELEASED) {
        return raise_error(vm, EXC_ValueError, "memoryview's buffer has already been released");
    }
    Value of = is_tagged(vm, a[0], T_MEMORYVIEW) ? as_memoryview(vm, a[0])->obj : a[0];
    const BufferWrapper *w = memoryview_wrapper(vm, m);
    if ((w && w->view == V_NONE ? w->owner : m->obj) != of || a[0] == a[1]) {
        return raise_error(vm, EXC_ValueError, "memoryview's buffer is not this object");
    }
    return memoryview_release(vm, &a[1]);
}

static Value buffer_release_view(Vm *vm, Frame *f) {
    if (native_state(f)) { return V_NONE; }
    return native_call1(vm, f, 1,
                        type_lookup(vm, type_of_tag(vm, T_MEMORYVIEW), vm_name(vm, N_release)),
                        f->slot[1]);
}

const NativeDef buffer_methods[] = {
    STEPS_FAST("__release_buffer__", "self, buffer, /", buffer_release, buffer_release_view, 0,
               "Let go of a memoryview of the bytes."),
    STEPS("__buffer__", "self, flags: index, /", buffer_view, 0, NULL,
          "A memoryview of the bytes."),
    NATIVE_END,
};

// ---- writing -----------------------------------------------------------------------------------

int buffer_target(Vm *vm, Value v, uint8_t **p, uint32_t *n) {
    *p = ref_ptr(vm, v);
    if (is_byte_store(vm, v)) {
        *n = as_obj(vm, v)->n;
        if (*n) { *p = bytearray_write(vm, as_byte_store(vm, v)); }
        return 1;
    }
    if (!is_tagged(vm, v, T_MEMORYVIEW)) { return -1; }
    const MemoryView *m = as_memoryview(vm, v);
    if (!memoryview_check(vm, m)) { return 0; }
    if (m->h.small & MEMORYVIEW_READONLY || !memoryview_contiguous(vm, m)) { return -1; }
    *n = m->len * m->itemsize;
    if (*n) { *p = bytearray_write(vm, as_byte_store(vm, memoryview_store_of(vm, m))) + m->offset; }
    return 1;
}
