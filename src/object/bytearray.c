// bytearray.c: mutable bytes. The buffer is a BLOB that grows by an eighth; bytes taken off the
// front only move `start`. What bytearray has in common with bytes is in bytes*.c.
//
// While memoryviews look at it, a bytearray refuses to change its size (BufferError). There are no
// reference counts to tell that a view is gone, so before refusing it has the garbage collected,
// once: the views that are left then count.
#include "object/bytearray.h"

#include "heap/gc.h"
#include "object/bytes_inner.h"
#include "object/construct.h"
#include "object/float.h"
#include "object/memoryview.h"
#include "object/slice.h"
#include "object/tuple.h"

enum { BYTEARRAY_KEEP = 4096 }; // an emptied buffer of at most this size stays

static uint32_t bytearray_cap(Vm *vm, const ByteArray *b) { // from `start` on
    return b->buf == V_NONE ? 0 : ((const Blob *)ref_ptr(vm, b->buf))->h.n - b->start;
}

Value bytearray_new(Vm *vm, const void *data, uint64_t n) {
    ByteArray *b = HEAP_MAKE_ZEROED(vm, BYTEARRAY);
    TRY(b);
    b->buf = V_NONE;
    if (n) {
        Blob *blob = heap_new_raw(vm, T_BLOB, n);
        TRY(blob);
        if (!native_charge(vm, n / 64)) { return V_RAISED; }
        memset((uint8_t *)blob + obj_size(&blob->h) - 8, 0, 8);
        if (data) { memcpy(blob->data, data, (size_t)n); }
        b->buf = ptr_value(vm, blob);
        b->h.n = (uint32_t)n;
    }
    return ptr_value(vm, b);
}

Value bytearray_zeros(Vm *vm, uint64_t n) {
    Value v = bytearray_new(vm, NULL, n);
    TRY_VALUE(v);
    if (n) { memset(((Blob *)ref_ptr(vm, as_bytearray(vm, v)->buf))->data, 0, (size_t)n); }
    return v;
}

// ---- changing the size -------------------------------------------------------------------------

typedef struct ExportCount {
    Value array;
    uint32_t n;
} ExportCount;

static void bytearray_count_export(Vm *vm, Obj *o, void *ctx) {
    ExportCount *c = ctx;
    if (o->type == T_MEMORYVIEW && (o->small & MEMORYVIEW_EXPORTS)) {
        c->n += memoryview_store_of(vm, (const MemoryView *)o) == c->array;
    }
}

bool bytearray_may_resize(Vm *vm, ByteArray *b) {
    if (NX_LIKELY(b->exports == 0)) { return true; }
    Head *h = vm->head;
    if (!native_charge(vm, heap_charged(h) / 1024)) { return false; }
    obj_touch(vm, b);
    if (b->exports_checked == 0 || h->gc_count < b->exports_checked) {
        // As if memory were short: the machine collects and runs the operation again.
        b->exports_checked = h->gc_count + 1;
        vm->alloc_need = 0;
        vm->alloc_failed = true;
        return false;
    }
    ExportCount c = {ptr_value(vm, b), 0};
    gc_each_marked(vm, bytearray_count_export, &c);
    b->exports = c.n;
    if (c.n) {
        raise_error(vm, EXC_BufferError,
                    b->h.type == T_ARRAY ? "cannot resize an array that is exporting buffers"
                                         : "Existing exports of data: object cannot be re-sized");
        if (vm->alloc_failed) { return false; } // counted again
    }
    b->exports_checked = 0;
    return c.n == 0;
}

// A buffer in which [from, to) has become n bytes; the old one stays as it is. NULL: raised.
static Blob *bytearray_regrow(Vm *vm, const ByteArray *b, uint32_t from, uint32_t to, uint64_t n,
                              uint64_t len) {
    // As CPython: a little more than needed, unless it is far more than there was. One byte of what
    // CPython counts is the NUL behind the bytes.
    uint64_t had = (uint64_t)bytearray_cap(vm, b) + 1;
    uint64_t cap = len <= had + had / 8 ? len + len / 8 + (len < 9 ? 3 : 6) - 1 : len;
    Blob *blob = heap_new_raw(vm, T_BLOB, cap);
    if (!blob || !native_charge(vm, len / 64)) { return NULL; }
    const uint8_t *old = b->h.n ? bytearray_data(vm, b) : NULL;
    if (from) { memcpy(blob->data, old, from); }
    memset(blob->data + from, 0, (size_t)n);
    if (b->h.n > to) { memcpy(blob->data + from + n, old + to, b->h.n - to); }
    uint8_t *rest = blob->data + len;
    memset(rest, 0, (size_t)((uint8_t *)blob + obj_size(&blob->h) - rest));
    return blob;
}

uint8_t *bytearray_splice(Vm *vm, ByteArray *b, uint32_t from, uint32_t to, uint64_t n) {
    uint64_t len = (uint64_t)b->h.n - (to - from) + n;
    if (n == to - from) { return n ? bytearray_write(vm, b) + from : (uint8_t *)b; }
    if (!bytearray_may_resize(vm, b)) { return NULL; }
    uint32_t cap = bytearray_cap(vm, b);
    obj_touch(vm, b);
    if (len > cap) {
        Blob *blob = bytearray_regrow(vm, b, from, to, n, len);
        if (!blob) { return NULL; }
        b->buf = ptr_value(vm, blob);
        b->start = 0;
        b->h.n = (uint32_t)len;
        return blob->data + from;
    }
    if (cap == 0) { return (uint8_t *)b; } // empty before and after
    if (!native_charge(vm, (b->h.n - to) / 64)) { return NULL; }
    uint8_t *p = bytearray_write(vm, b);
    if (from == 0 && n == 0) {
        b->start += to; // what is in front is only forgotten
    } else {
        memmove(p + from + n, p + to, b->h.n - to);
    }
    b->h.n = (uint32_t)len;
    if (len == 0 && cap > BYTEARRAY_KEEP) { // not worth keeping
        obj_set(vm, b, &b->buf, V_NONE);
        b->start = 0;
        return (uint8_t *)b;
    }
    return p + from;
}

static Value bytearray_assign(Vm *vm, Value v, uint32_t from, uint32_t to, ByteSpan s) {
    uint8_t *p = bytearray_splice(vm, as_bytearray(vm, v), from, to, s.n);
    TRY(p);
    if (s.n) { memmove(p, s.p, s.n); }
    return V_NONE;
}

// Bytes of a value that may be the bytearray itself, or overlap it: then they are copied first.
static bool bytearray_source(Vm *vm, Value v, ByteSpan *s) {
    if (!bytes_like_or_raise(vm, v, s)) { return false; }
    if (is_tagged(vm, v, T_BYTES)) { return true; }
    Bytes *copy = bytes_alloc(vm, s->n);
    if (!copy) { return false; }
    memcpy(copy->data, s->p, s->n);
    *s = (ByteSpan){copy->data, copy->h.n};
    return true;
}

// ---- items and slices --------------------------------------------------------------------------

static Value bytearray_raise_key(Vm *vm, Value key) {
    return raise_error(vm, EXC_TypeError, "bytearray indices must be integers or slices, not %T",
                       key);
}

static Value bytearray_getitem(Vm *vm, Value v, Value key) {
    const ByteArray *b = as_bytearray(vm, v);
    if (is_tagged(vm, key, T_SLICE)) { return bytes_slice(vm, v, key); }
    uint32_t at;
    int ok = index_resolve(vm, key, b->h.n, "bytearray", &at);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    return int_value(bytearray_data(vm, b)[at]);
}

// Removes the items of a slice with a step.
static Value bytearray_delete_step(Vm *vm, ByteArray *b, SliceSpan span) {
    if (span.count == 0) { return V_NONE; }
    if (!bytearray_may_resize(vm, b) || !native_charge(vm, b->h.n / 64 + span.count / 8)) {
        return V_RAISED;
    }
    if (span.step < 0) { // the same items from the front
        span.start += span.step * ((int64_t)span.count - 1);
        span.step = -span.step;
    }
    uint8_t *p = bytearray_write(vm, b);
    obj_touch(vm, b);
    int64_t to = span.start, from = span.start, n = b->h.n;
    for (uint32_t i = 0; i < span.count; i++) {
        int64_t next = i + 1 < span.count ? from + span.step : n;
        memmove(p + to, p + from + 1, (size_t)(next - from - 1));
        to += next - from - 1;
        from = next;
    }
    b->h.n -= span.count;
    return V_NONE;
}

static Value bytearray_set_step(Vm *vm, ByteArray *b, const SliceSpan *span, ByteSpan s) {
    if (s.n != span->count) {
        return raise_error(vm, EXC_ValueError,
                           "attempt to assign bytes of size %u to extended slice of size %u", s.n,
                           span->count);
    }
    uint8_t *p = bytearray_write(vm, b);
    for (uint32_t i = 0; i < s.n; i++) { p[span->start + i * span->step] = s.p[i]; }
    return V_NONE;
}

// item is bytes-like, or V_UNBOUND to delete.
static Value bytearray_set_slice(Vm *vm, Value v, Value slice, Value item) {
    ByteArray *b = as_bytearray(vm, v);
    SliceSpan span;
    int ok = slice_resolve(vm, slice, b->h.n, &span);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    ByteSpan s = {NULL, 0};
    if (item != V_UNBOUND) { TRY(bytearray_source(vm, item, &s)); }
    if (span.step == 1) {
        uint32_t from = (uint32_t)span.start;
        return bytearray_assign(vm, v, from, from + span.count, s);
    }
    // As in CPython, no bytes delete an extended slice of any length.
    return s.n == 0 ? bytearray_delete_step(vm, b, span) : bytearray_set_step(vm, b, &span, s);
}

static Value bytearray_setitem(Vm *vm, Value v, Value key, Value item) {
    ByteArray *b = as_bytearray(vm, v);
    if (is_tagged(vm, key, T_SLICE)) {
        if (item != V_UNBOUND && (!is_bytes_like(vm, item) || buffer_is_guest(vm, item))) {
            return V_UNBOUND;
        }
        return bytearray_set_slice(vm, v, key, item);
    }
    uint32_t at;
    if (!isinstance_int(vm, key) && !seq_has_index(vm, key)) {
        return bytearray_raise_key(vm, key);
    }
    int64_t n;
    if (isinstance_int(vm, key) && !int_to_i64(vm, key, &n)) {
        return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
    }
    uint8_t byte = 0; // before the index: __index__ of the value may change the length
    if (item != V_UNBOUND) {
        if (!isinstance_int(vm, item) && seq_has_index(vm, item)) { return V_UNBOUND; }
        TRY(bytes_byte(vm, item, "byte", &byte));
    }
    int ok = index_resolve(vm, key, b->h.n, "bytearray", &at);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    if (item == V_UNBOUND) { return bytearray_splice(vm, b, at, at + 1, 0) ? V_NONE : V_RAISED; }
    bytearray_write(vm, b)[at] = byte;
    return V_NONE;
}

static bool is_number(Vm *vm, Value v) {
    static const uint16_t names[] = {N___index__, N___int__, N___float__};
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, (NameId)names[i]));
        if (method != V_UNBOUND) { return true; }
    }
    return false;
}

// STEPS "__setitem__": a slice may be given any iterable of ints.
static Value bytearray_setitem_steps(Vm *vm, Frame *f) {
    enum { SET_SELF, SET_KEY, SET_VALUE };
    enum { SET_GOT_BYTES = 100 }; // the other states are seq_setitem_steps'
    Value item = f->slot[SET_VALUE];
    if (native_state(f) == SET_GOT_BYTES) {
        f->slot[SET_VALUE] = f->result;
        Value r = bytearray_setitem(vm, f->slot[SET_SELF], f->slot[SET_KEY], f->result);
        return r != V_UNBOUND
                   ? r
                   : native_call_method(vm, f, 0, f->slot[SET_SELF], vm_name(vm, N___setitem__), 2,
                                        &f->slot[SET_KEY]);
    }
    if (native_state(f) != 0 || !is_tagged(vm, f->slot[SET_KEY], T_SLICE) ||
        (is_bytes_like(vm, item) && !buffer_is_guest(vm, item))) {
        return seq_setitem_steps(vm, f);
    }
    SliceSpan span;
    TRY(slice_resolve(vm, f->slot[SET_KEY], as_bytearray(vm, f->slot[SET_SELF])->h.n, &span));
    if (buffer_is_guest(vm, item)) {
        return native_call1(vm, f, SET_GOT_BYTES, vm->types[T_BYTES], item);
    }
    if (isinstance_str(vm, item) || is_tagged(vm, item, T_COMPLEX) || is_number(vm, item)) {
        return raise_error(vm, EXC_TypeError,
                           "can assign only bytes, buffers, or iterables of "
                           "ints in range(0, 256)");
    }
    return native_call1(vm, f, SET_GOT_BYTES, vm->types[T_BYTEARRAY], item);
}

static Value bytearray_imul_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0) {
        if (!isinstance_int(vm, f->slot[1])) {
            TRY(seq_check_times(vm, f, f->slot[1]));
            return native_call1(vm, f, 1, internal(vm, I_INDEX), f->slot[1]);
        }
        f->result = f->slot[1];
    }
    return type_def(T_BYTEARRAY)->inplace(vm, BIN_OP_MUL, f->slot[0], f->result);
}

// ---- other slots -------------------------------------------------------------------------------

// CPython escapes ' even where " is the quote.
static Value bytearray_repr(Vm *vm, Value v) {
    ByteSpan s = bytes_self(vm, v);
    StrBuilder b = str_builder(vm);
    bool quoted = memchr(s.p, '\'', s.n) && !memchr(s.p, '"', s.n);
    TRY(sb_put_cstr(&b, class_name_of(vm, v)) && sb_put(&b, "(", 1));
    uint32_t start = b.len;
    TRY(sb_put_bytes_repr(&b, s.p, s.n));
    if (quoted) {
        Value text = str_new(vm, sb_text(&b) + start, b.len - start);
        TRY_VALUE(text);
        const Str *t = as_str(vm, text);
        b.len = start;
        for (uint32_t i = 0; i < t->h.n; i++) {
            if (t->data[i] == '\'') { TRY(sb_put(&b, "\\", 1)); }
            TRY(sb_put(&b, &t->data[i], 1));
        }
    }
    TRY(sb_put(&b, ")", 1));
    return sb_finish(&b);
}

static Value bytearray_inplace(Vm *vm, BinOp op, Value a, Value b) {
    ByteArray *array = as_bytearray(vm, a);
    if (op == BIN_OP_ADD) {
        if (buffer_is_guest(vm, b)) { return V_UNBOUND; }
        if (!is_bytes_like(vm, b)) {
            return raise_error(vm, EXC_TypeError, "can't concat %T to %T", b, a);
        }
        ByteSpan s;
        TRY(bytearray_source(vm, b, &s));
        TRY_VALUE(bytearray_assign(vm, a, array->h.n, array->h.n, s));
        return a;
    }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    int64_t count;
    Value why = V_RAISED;
    int ok = seq_repeat_count(vm, b, &count, &why);
    if (ok <= 0) { return ok < 0 ? why : V_RAISED; }
    uint64_t size;
    uint32_t n = array->h.n;
    TRY(bytes_repeated_size(vm, n, count, &size));
    if (size == n) { return a; }
    TRY(size > n ? bytearray_splice(vm, array, n, n, size - n)
                 : bytearray_splice(vm, array, (uint32_t)size, n, 0));
    if (size) { ops_repeat(bytearray_write(vm, array), n, size); }
    return a;
}

static Value bytearray_iadd(Vm *vm, Frame *f) {
    if (native_state(f) == 0 && buffer_is_guest(vm, f->slot[1])) {
        return native_call1(vm, f, 1, vm->types[T_BYTES], f->slot[1]);
    }
    return bytearray_inplace(vm, BIN_OP_ADD, f->slot[0], native_state(f) ? f->result : f->slot[1]);
}

#define BYTEARRAY_COMPARE(name, op)                                                                \
    static Value bytearray_##name(Vm *vm, Value *a) { return bytes_compare(vm, op, a[0], a[1]); }
BYTEARRAY_COMPARE(lt, OP_LT)
BYTEARRAY_COMPARE(le, OP_LE)
BYTEARRAY_COMPARE(eq, OP_EQ)
BYTEARRAY_COMPARE(ne, OP_NE)
BYTEARRAY_COMPARE(gt, OP_GT)
BYTEARRAY_COMPARE(ge, OP_GE)
#undef BYTEARRAY_COMPARE

// ---- natives -----------------------------------------------------------------------------------

static Value bytearray_make(Vm *vm, Value *a) {
    ByteArray *b = construct(vm, T_BYTEARRAY, a[0], 0);
    TRY(b);
    b->buf = V_NONE;
    return ptr_value(vm, b);
}

// STEPS "__init__": whatever it held, the array now holds the source's bytes.
static Value bytearray_init(Vm *vm, Frame *f) {
    enum { INIT_SELF, INIT_SOURCE, INIT_ENCODING, INIT_ERRORS, INIT_SCRATCH };
    ByteArray *b = slot_obj(vm, f, INIT_SELF, T_BYTEARRAY);
    TRY(b);
    if (native_state(f) == 0 &&
        b->h.n) { // the old bytes go first, whatever becomes of the new ones
        TRY(bytearray_splice(vm, b, 0, b->h.n, 0));
    }
    Value v = bytes_from_source(vm, f, INIT_SOURCE, INIT_SCRATCH, "bytearray");
    if (v == V_RAISED || v == V_CALLING) { return v; }
    const Bytes *from = as_bytes(vm, v);
    b = as_bytearray(vm, f->slot[INIT_SELF]);
    return bytearray_assign(vm, f->slot[INIT_SELF], 0, b->h.n, (ByteSpan){from->data, from->h.n});
}

static Value bytearray_append(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    uint8_t byte;
    TRY(bytes_byte(vm, a[1], "byte", &byte));
    uint8_t *p = bytearray_splice(vm, b, b->h.n, b->h.n, 1);
    TRY(p);
    *p = byte;
    return V_NONE;
}

static Value bytearray_clear(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    return bytearray_splice(vm, b, 0, b->h.n, 0) ? V_NONE : V_RAISED;
}

static Value bytearray_copy(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    return bytearray_new(vm, s.p, s.n);
}

// STEPS "extend".
static Value bytearray_extend(Vm *vm, Frame *f) {
    enum { EXTEND_START, EXTEND_GOT_BYTES, EXTEND_GOT_BUFFER };
    Value self = f->slot[0], v = f->slot[1];
    uint32_t n = as_bytearray(vm, self)->h.n;
    ByteSpan s;
    if (native_state(f) == EXTEND_GOT_BUFFER) {
        TRY(bytearray_source(vm, f->result, &s));
        n = min_u32(n, (uint32_t)index_of(f->slot[2]));
        return bytearray_assign(vm, self, n, n, s);
    }
    if (native_state(f) == EXTEND_GOT_BYTES) {
        TRY(bytearray_source(vm, f->result, &s));
        return bytearray_assign(vm, self, n, n, s);
    }
    if (buffer_is_guest(vm, v)) {
        f->slot[2] = int_value(n); // they go where its end was
        return native_call1(vm, f, EXTEND_GOT_BUFFER, vm->types[T_BYTES], v);
    }
    if (is_bytes_like(vm, v)) {
        TRY(bytearray_source(vm, v, &s));
        return bytearray_assign(vm, self, n, n, s);
    }
    if (isinstance_str(vm, v)) {
        if (as_str(vm, v)->h.n == 0) { return V_NONE; }
        return raise_error(vm, EXC_TypeError, "expected iterable of integers; got: '%T'", v);
    }
    if (isinstance_int(vm, v) || !seq_is_iterable(vm, v)) {
        return raise_error(vm, EXC_TypeError, "can't extend bytearray with %T", v);
    }
    return native_call1(vm, f, EXTEND_GOT_BYTES, vm->types[T_BYTEARRAY], v);
}

static Value bytearray_insert(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    int64_t at = int_clamp_i64(vm, a[1]);
    uint8_t byte;
    TRY(bytes_byte(vm, a[2], "byte", &byte));
    at = at < 0 ? max_i64(at + b->h.n, 0) : min_i64(at, b->h.n);
    uint8_t *p = bytearray_splice(vm, b, (uint32_t)at, (uint32_t)at, 1);
    TRY(p);
    *p = byte;
    return V_NONE;
}

static Value bytearray_pop(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    if (b->h.n == 0) { return raise_error(vm, EXC_IndexError, "pop from empty bytearray"); }
    int64_t at = int_clamp_i64(vm, a[1]);
    at += at < 0 ? b->h.n : 0;
    if (at < 0 || at >= b->h.n) {
        return raise_error(vm, EXC_IndexError, "pop index out of range");
    }
    uint8_t byte = bytearray_data(vm, b)[at];
    TRY(bytearray_splice(vm, b, (uint32_t)at, (uint32_t)at + 1, 0));
    return int_value(byte);
}

static Value bytearray_remove(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    uint8_t byte;
    TRY(bytes_byte(vm, a[1], "byte", &byte));
    ByteSpan s = bytes_self(vm, a[0]);
    int64_t at = search_find(vm, s.p, s.n, &byte, 1);
    if (at == SEARCH_STOPPED) { return V_RAISED; }
    if (at < 0) { return raise_error(vm, EXC_ValueError, "value not found in bytearray"); }
    TRY(bytearray_splice(vm, b, (uint32_t)at, (uint32_t)at + 1, 0));
    return V_NONE;
}

static Value bytearray_resize(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    int64_t size = int_clamp_i64(vm, a[1]);
    if (size < 0) {
        return raise_error(vm, EXC_ValueError, "Can only resize to positive sizes, got %l", size);
    }
    uint32_t n = b->h.n;
    uint8_t *p = size < n ? bytearray_splice(vm, b, (uint32_t)size, n, 0)
                          : bytearray_splice(vm, b, n, n, (uint64_t)size - n);
    TRY(p);
    if (size > n) { memset(p, 0, (size_t)size - n); }
    return V_NONE;
}

static Value bytearray_reverse(Vm *vm, Value *a) {
    ByteArray *b = as_bytearray(vm, a[0]);
    if (!native_charge(vm, b->h.n / 16)) { return V_RAISED; }
    uint8_t *p = b->h.n ? bytearray_write(vm, b) : NULL;
    for (uint32_t i = 0, j = b->h.n; i + 1 < j; i++) {
        uint8_t c = p[i];
        p[i] = p[--j];
        p[j] = c;
    }
    return V_NONE;
}

static Value bytearray_as_text(Vm *vm, ByteSpan s) {
    StrBuilder b = str_builder(vm);
    TRY(native_charge(vm, s.n / 16));
    for (uint32_t i = 0; i < s.n; i++) { TRY(sb_put_char(&b, s.p[i])); }
    return sb_finish(&b);
}

// (class, arguments, state): protocols below 3 knew no bytes, and get text.
static Value bytearray_reduce_as(Vm *vm, Value self, Value state, int64_t protocol) {
    ByteSpan s = bytes_self(vm, self);
    Value args[2];
    uint32_t n = s.n ? (protocol < 3 ? 2 : 1) : 0;
    args[0] = protocol < 3 ? bytearray_as_text(vm, s) : bytes_new(vm, s.p, s.n);
    args[1] = str_new_cstr(vm, "latin-1");
    TRY(args[0] != V_RAISED && args[1] != V_RAISED);
    Value items[3] = {class_of(vm, self), tuple_from(vm, args, n), state};
    TRY_VALUE(items[1]);
    return tuple_from(vm, items, 3);
}

static Value bytearray_reduce_steps(Vm *vm, Frame *f, int64_t protocol) {
    Value self = f->slot[0];
    if (native_state(f) == 1) { return bytearray_reduce_as(vm, self, f->result, protocol); }
    if (!as_obj(vm, self)->ext) { return bytearray_reduce_as(vm, self, V_NONE, protocol); }
    return native_call_method(vm, f, 1, self, vm_name(vm, N___getstate__), 0, NULL);
}
static Value bytearray_reduce(Vm *vm, Frame *f) { return bytearray_reduce_steps(vm, f, 2); }
static Value bytearray_reduce_ex(Vm *vm, Frame *f) {
    return bytearray_reduce_steps(vm, f, int_of(f->slot[1]));
}

static Value bytearray_alloc(Vm *vm, Value *a) {
    const ByteArray *b = as_bytearray(vm, a[0]);
    return int_value(b->buf == V_NONE ? 0 : (int64_t)bytearray_cap(vm, b) + 1);
}

static Value bytearray_sizeof(Vm *vm, Value *a) {
    const ByteArray *b = as_bytearray(vm, a[0]);
    return int_value(56 + (b->h.n ? (int64_t)bytearray_cap(vm, b) + 1 : 0)); // as CPython's
}

static const NativeDef bytearray_rows[] = {
    BYTES_SHARED_ROWS,
    LEAF("__alloc__", "self, /", bytearray_alloc, "How many bytes are allocated."),
    LEAF("__add__", "self, value: buffer, /", bytes_add, "What self + value gives."),
    LEAF("__eq__", "self, value: buffer, /", bytearray_eq, "Whether self == value."),
    LEAF("__ge__", "self, value: buffer, /", bytearray_ge, "Whether self >= value."),
    LEAF("__gt__", "self, value: buffer, /", bytearray_gt, "Whether self > value."),
    STEPS("__iadd__", "self, value, /", bytearray_iadd, 0, NULL, "What self += value does."),
    LEAF("__le__", "self, value: buffer, /", bytearray_le, "Whether self <= value."),
    LEAF("__lt__", "self, value: buffer, /", bytearray_lt, "Whether self < value."),
    LEAF("__ne__", "self, value: buffer, /", bytearray_ne, "Whether self != value."),
    STEPS("__contains__", "self, key: buffer, /", bytes_contains_steps, 0, NULL, ""),
    STEPS("__delitem__", "self, key, /", seq_delitem_steps, 3, NULL, ""),
    STEPS("__getitem__", "self, key, /", seq_getitem_steps, 3, NULL, ""),
    STEPS("__init__", "self, source=UNBOUND, encoding: str=UNBOUND, errors: str=UNBOUND",
          bytearray_init, BYTES_SOURCE_SCRATCH, NULL, ""),
    STEPS("__mod__", "self, value, /", bytes_percent_steps, PERCENT_SCRATCH, NULL, ""),
    STEPS("__imul__", "self, value, /", bytearray_imul_steps, 0, NULL, ""),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, ""),
    LEAF_MAKER(bytearray_make, "Make an empty bytearray."),
    STEPS("__reduce__", "self, /", bytearray_reduce, 0, NULL, ""),
    STEPS("__reduce_ex__", "self, proto: cint=0, /", bytearray_reduce_ex, 0, NULL, ""),
    TAIL("__rmod__", "self, value, /", bytearray_rmod, ""),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, ""),
    STEPS("__setitem__", "self, key, value, /", bytearray_setitem_steps, 3, NULL, ""),
    LEAF("__sizeof__", "self, /", bytearray_sizeof, ""),
    LEAF("append", "self, item: index, /", bytearray_append, "Append one byte to the end."),
    LEAF("clear", "self, /", bytearray_clear, "Remove all bytes."),
    LEAF("copy", "self, /", bytearray_copy, "A copy."),
    STEPS("extend", "self, iterable_of_ints, /", bytearray_extend, 1, NULL,
          "Append all the bytes of an iterable or buffer."),
    TAIL_CLASS("fromhex", "cls, string: buffer, /", bytes_fromhex,
               "The bytes that a text of hexadecimal digits means; blanks may stand between."),
    LEAF("insert", "self, index: int, item: index, /", bytearray_insert,
         "Insert one byte before the index."),
    LEAF_STATIC("maketrans", "frm: bytes, to: bytes, /", bytes_maketrans,
                "A table for translate() that maps each byte of frm to the one in to."),
    LEAF("pop", "self, index: int=-1, /", bytearray_pop, "Remove and return one byte."),
    LEAF("remove", "self, value: index, /", bytearray_remove,
         "Remove the first byte of that value."),
    LEAF("resize", "self, size: int, /", bytearray_resize, "Change the length; new bytes are 0."),
    LEAF("reverse", "self, /", bytearray_reverse, "Reverse the bytes in place."),
    NATIVE_END,
};

const TypeDef bytearray_type = {
    .name = "bytearray",
    .doc = "bytearray(iterable_of_ints) -> bytearray\n"
           "bytearray(string, encoding[, errors]) -> bytearray\n"
           "bytearray(bytes_or_buffer) -> bytearray\n"
           "bytearray(int) -> bytearray\n"
           "bytearray() -> bytearray\n\n"
           "A mutable sequence of integers in range(256).",
    .tag = T_BYTEARRAY,
    .subclassable = true,
    .unhashable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_MOD),
    .inplace_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .sequence_concat = true,
    .methods = bytearray_rows,
    .binary = bytes_binary,
    .inplace = bytearray_inplace,
    .compare = bytes_compare,
    .repr = bytearray_repr,
    .str = bytearray_repr, // also when a derived class has a __repr__
    .len = bytes_len,
    .getitem = bytearray_getitem,
    .getspan = bytes_getspan,
    .setitem = bytearray_setitem,
    .contains = bytes_contains,
    .iter = bytes_iter,
};
