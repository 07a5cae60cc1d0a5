// memoryview.c: see memoryview.h. Every access checks that the bytes are still there: a bytearray
// may have become shorter when its views were only forgotten, not released.
#include "object/codec.h"
#include "object/memoryview.h"

#include "object/array.h"
#include "object/bytes_inner.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/memoryview_inner.h"
#include "object/seq.h"
#include "object/seq_iters.h"
#include "object/slice.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "rt/machine.h"

// ---- the bytes behind a view -------------------------------------------------------------------

bool memoryview_check(Vm *vm, const MemoryView *m) {
    if (m->h.small & MEMORYVIEW_RELEASED) {
        return raise_false(vm, EXC_ValueError, "operation forbidden on released memoryview object");
    }
    if (m->len == 0) { return true; }
    int64_t last = m->offset + m->stride * ((int64_t)memoryview_rows(vm, m) - 1);
    int64_t piece = (int64_t)m->itemsize * memoryview_row(vm, m);
    int64_t low = min_i64(m->offset, last), high = max_i64(m->offset, last) + piece;
    if (low < 0 || high > bytes_self(vm, memoryview_store_of(vm, m)).n) {
        return raise_false(vm, EXC_BufferError, "memoryview: the underlying buffer was re-sized");
    }
    return true;
}

// Where item i begins, seen from the first byte of all.
static int64_t memoryview_place(Vm *vm, const MemoryView *m, uint32_t i) {
    if (m->ndim <= 1) { return m->offset + m->stride * (int64_t)i; }
    uint32_t row = memoryview_row(vm, m);
    return m->offset + m->stride * (int64_t)(i / row) + (int64_t)m->itemsize * (i % row);
}

// The byte of item i (checked); NULL: raised.
static const uint8_t *memoryview_at(Vm *vm, const MemoryView *m, uint32_t i) {
    if (!memoryview_check(vm, m)) { return NULL; }
    return bytes_self(vm, memoryview_store_of(vm, m)).p + memoryview_place(vm, m, i);
}

void memoryview_copy(Vm *vm, const MemoryView *m, uint8_t *out) {
    const uint8_t *p = bytes_self(vm, memoryview_store_of(vm, m)).p + m->offset;
    if (memoryview_contiguous(vm, m)) {
        memcpy(out, p, (size_t)m->len * m->itemsize);
        return;
    }
    uint32_t rows = memoryview_rows(vm, m);
    size_t piece = (size_t)m->itemsize * memoryview_row(vm, m);
    for (uint32_t i = 0; i < rows; i++, p += m->stride, out += piece) { memcpy(out, p, piece); }
}

// ---- dimensions --------------------------------------------------------------------------------

static uint32_t memoryview_dim(Vm *vm, const MemoryView *m, uint32_t i) {
    if (m->shape == V_NONE) { return m->len; }
    return (uint32_t)int_of(as_tuple(vm, m->shape)->items[i]);
}

// Bytes from one index of a dimension to the next.
static int64_t memoryview_stride(Vm *vm, const MemoryView *m, uint32_t dim) {
    if (dim == 0) { return m->stride; }
    int64_t stride = m->itemsize;
    for (uint32_t i = m->ndim; i > dim + 1; i--) { stride *= memoryview_dim(vm, m, i - 1); }
    return stride;
}

// One index of a dimension: 1 *at, 0 raised, -1 __index__ must run.
static int memoryview_index_of(Vm *vm, const MemoryView *m, uint32_t dim, Value key, uint32_t *at) {
    uint32_t len = memoryview_dim(vm, m, dim);
    if (!isinstance_int(vm, key)) {
        if (seq_has_index(vm, key)) { return -1; }
        raise_error(vm, EXC_TypeError, "memoryview: invalid slice key");
        return 0;
    }
    int64_t i;
    if (!int_to_i64(vm, key, &i)) {
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return 0;
    }
    i += i < 0 ? len : 0;
    if (i < 0 || i >= len) {
        raise_error(vm, EXC_IndexError, "index out of bounds on dimension %u", dim + 1);
        return 0;
    }
    *at = (uint32_t)i;
    return 1;
}

// A tuple that has one index for each dimension: all its items have __index__.
static bool memoryview_is_multi(Vm *vm, Value key) {
    if (!is_tagged(vm, key, T_TUPLE)) { return false; }
    const Tuple *t = as_tuple(vm, key);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!seq_has_index(vm, t->items[i])) { return false; }
    }
    return true;
}

#define MEMORYVIEW_ONE_SLICE "memoryview slice assignments are currently restricted to ndim = 1"

// The words for a key that is no index: slices of each dimension have some of their own.
static void memoryview_raise_key(Vm *vm, Value key, bool store) {
    uint32_t n = is_tagged(vm, key, T_TUPLE) ? as_tuple(vm, key)->h.n : 0, slices = 0;
    while (slices < n && is_tagged(vm, as_tuple(vm, key)->items[slices], T_SLICE)) { slices++; }
    if (n > 0 && slices == n) {
        raise_error(vm, EXC_NotImplementedError,
                    store ? MEMORYVIEW_ONE_SLICE : "multi-dimensional slicing is not implemented");
    } else {
        raise_error(vm, EXC_TypeError, "memoryview: invalid slice key");
    }
}

// The item a key selects, as its number: 1 done, 0 raised, -1 guest code first.
static int memoryview_locate(Vm *vm, const MemoryView *m, Value key, bool store, uint32_t *at) {
    bool index = seq_has_index(vm, key), multi = !index && memoryview_is_multi(vm, key);
    *at = 0;
    if (m->ndim == 0) {
        bool empty = is_tagged(vm, key, T_TUPLE) && as_tuple(vm, key)->h.n == 0;
        if (empty || key == V_ELLIPSIS) { return 1; }
        raise_error(vm, EXC_TypeError, "invalid indexing of 0-dim memory");
        return 0;
    }
    if (index && m->ndim == 1) { return memoryview_index_of(vm, m, 0, key, at); }
    if (index && !store && !isinstance_int(vm, key)) { return -1; }
    int64_t number;
    if (index && !store && !int_to_i64(vm, key, &number)) {
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return 0;
    }
    if (index) {
        raise_error(vm, EXC_NotImplementedError,
                    store ? "sub-views are not implemented"
                          : "multi-dimensional sub-views are not implemented");
        return 0;
    }
    if (!multi) {
        memoryview_raise_key(vm, key, store);
        return 0;
    }
    const Tuple *t = as_tuple(vm, key);
    if (t->h.n < m->ndim) {
        raise_error(vm, EXC_NotImplementedError, "sub-views are not implemented");
        return 0;
    }
    if (t->h.n > m->ndim) {
        raise_error(vm, EXC_TypeError, "cannot index %u-dimension view with %u-element tuple",
                    (uint32_t)m->ndim, t->h.n);
        return 0;
    }
    for (uint32_t i = 0; i < t->h.n; i++) {
        uint32_t k = 0;
        int ok = memoryview_index_of(vm, m, i, t->items[i], &k);
        if (ok <= 0) { return ok; }
        *at = *at * memoryview_dim(vm, m, i) + k;
    }
    return 1;
}

// ---- slots -------------------------------------------------------------------------------------

static Value memoryview_slice(Vm *vm, const MemoryView *m, Value key) {
    SliceSpan span;
    if (m->ndim == 0) { return raise_error(vm, EXC_TypeError, "invalid indexing of 0-dim memory"); }
    int ok = slice_resolve(vm, key, memoryview_dim(vm, m, 0), &span);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    MemoryView *r = memoryview_derive(vm, m);
    TRY(r);
    uint32_t row = memoryview_row(vm, m);
    if (m->ndim > 1) {
        const Tuple *shape = as_tuple(vm, m->shape);
        Value own = tuple_from(vm, shape->items, shape->h.n);
        TRY_VALUE(own);
        as_tuple(vm, own)->items[0] = int_value(span.count);
        r->shape = own;
    }
    if (span.count) { r->offset = m->offset + span.start * m->stride; }
    if (mul_overflows(m->stride, span.step, &r->stride)) { r->stride = m->stride; } // of one item
    r->len = span.count * row;
    return ptr_value(vm, r);
}

static Value memoryview_getitem(Vm *vm, Value v, Value key) {
    const MemoryView *m = as_memoryview(vm, v);
    TRY(memoryview_check(vm, m));
    if (is_tagged(vm, key, T_SLICE)) { return memoryview_slice(vm, m, key); }
    if (m->ndim == 0 && key == V_ELLIPSIS) { return v; }
    uint32_t at;
    int ok = memoryview_locate(vm, m, key, false, &at);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    return memoryview_load(vm, m->kind, memoryview_at(vm, m, at));
}

// The writable byte of an item, behind the barrier.
static uint8_t *memoryview_write(Vm *vm, const MemoryView *m, uint32_t i) {
    uint8_t *data = bytearray_write(vm, as_byte_store(vm, memoryview_store_of(vm, m)));
    return data + memoryview_place(vm, m, i);
}

static Value memoryview_set_slice(Vm *vm, const MemoryView *m, Value key, Value item) {
    if (m->ndim > 1) { return raise_error(vm, EXC_NotImplementedError, MEMORYVIEW_ONE_SLICE); }
    Value part = memoryview_slice(vm, m, key);
    if (part == V_UNBOUND || part == V_RAISED) { return part; }
    const MemoryView *to = as_memoryview(vm, part);
    ByteSpan s;
    if (buffer_is_guest(vm, item)) { return V_UNBOUND; }
    TRY(bytes_like_or_raise(vm, item, &s));
    MemoryView whole = {.offset = 0};
    bool is_view = is_tagged(vm, item, T_MEMORYVIEW);
    const MemoryView *from = is_view ? as_memoryview(vm, item) : &whole;
    TRY(is_view || memoryview_describe(vm, item, &whole));
    if (from->kind != to->kind || from->ndim != 1 || (uint64_t)to->len * to->itemsize != s.n) {
        return raise_error(vm, EXC_ValueError,
                           "memoryview assignment: lvalue and rvalue have different structures");
    }
    if (s.n == 0) { return V_NONE; }
    Bytes *copy = bytes_alloc(vm, s.n); // the two may overlap
    TRY(copy);
    memcpy(copy->data, s.p, s.n);
    for (uint32_t i = 0; i < to->len; i++) {
        memcpy(memoryview_write(vm, to, i), copy->data + (size_t)i * to->itemsize, to->itemsize);
    }
    return V_NONE;
}

// What is looked at before a key's __index__: a view, the key and the value. False: raised.
static bool memoryview_may_set(Vm *vm, const Value *a) {
    const MemoryView *m = as_memoryview(vm, a[0]);
    ByteSpan s;
    if (!memoryview_check(vm, m)) { return false; }
    if (m->h.small & MEMORYVIEW_READONLY) {
        return raise_false(vm, EXC_TypeError, "cannot modify read-only memory");
    }
    if (!is_tagged(vm, a[1], T_SLICE)) { return true; }
    if (m->ndim == 1) { return buffer_is_guest(vm, a[2]) || bytes_like_or_raise(vm, a[2], &s); }
    if (m->ndim == 0) { return raise_false(vm, EXC_TypeError, "invalid indexing of 0-dim memory"); }
    return raise_false(vm, EXC_NotImplementedError, MEMORYVIEW_ONE_SLICE);
}

static Value memoryview_setitem(Vm *vm, Value v, Value key, Value item) {
    const MemoryView *m = as_memoryview(vm, v);
    TRY(memoryview_check(vm, m));
    if (m->h.small & MEMORYVIEW_READONLY) {
        return raise_error(vm, EXC_TypeError, "cannot modify read-only memory");
    }
    if (item == V_UNBOUND) { return raise_error(vm, EXC_TypeError, "cannot delete memory"); }
    if (is_tagged(vm, key, T_SLICE)) { return memoryview_set_slice(vm, m, key, item); }
    uint32_t at;
    int ok = memoryview_locate(vm, m, key, true, &at);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    uint8_t bytes[8];
    ok = memoryview_store(vm, m, item, bytes);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    memcpy(memoryview_write(vm, m, at), bytes, m->itemsize);
    return V_NONE;
}

static Value memoryview_len(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    TRY(memoryview_check(vm, m));
    if (m->ndim == 0) { return raise_error(vm, EXC_TypeError, "0-dim memory has no length"); }
    return int_value(memoryview_dim(vm, m, 0));
}

static bool memoryview_same_shape(Vm *vm, const MemoryView *a, const MemoryView *b) {
    if (a->ndim != b->ndim) { return false; }
    for (uint32_t i = 0; i < a->ndim; i++) {
        if (memoryview_dim(vm, a, i) != memoryview_dim(vm, b, i)) { return false; }
    }
    return true;
}

static bool memoryview_items_equal(Value x, Value y) {
    if (is_double(x) && is_double(y)) { return double_of(x) == double_of(y); }
    if (is_double(x) && is_int(y)) { return double_of(x) == (double)int_of(y); }
    if (is_int(x) && is_double(y)) { return (double)int_of(x) == double_of(y); }
    return x == y;
}

// Item by item where the formats differ; items that are objects are compared as bytes.
static Value memoryview_equal(Vm *vm, const MemoryView *a, const MemoryView *b) {
    if (!memoryview_same_shape(vm, a, b)) { return V_FALSE; }
    if (a->kind == 'w' || b->kind == 'w') { return V_FALSE; } // items that have no value
    if (!native_charge(vm, a->len / 16)) { return V_RAISED; }
    bool bytewise = a->kind == b->kind && !memchr("fde?", a->kind, 4);
    for (uint32_t i = 0; i < a->len; i++) {
        const uint8_t *p = memoryview_at(vm, a, i), *q = memoryview_at(vm, b, i);
        TRY(p && q);
        if (bytewise) {
            if (memcmp(p, q, a->itemsize) != 0) { return V_FALSE; }
            continue;
        }
        Value x = memoryview_load(vm, a->kind, p), y = memoryview_load(vm, b->kind, q);
        TRY(x != V_RAISED && y != V_RAISED);
        if (is_tagged(vm, x, T_INT) && is_tagged(vm, y, T_INT)) {
            if (int_compare(vm, x, y) != 0) { return V_FALSE; }
        } else if (!memoryview_items_equal(x, y)) {
            return V_FALSE;
        }
    }
    return V_TRUE;
}

static Value memoryview_compare(Vm *vm, int op, Value a, Value b) {
    if (op != OP_EQ && op != OP_NE) { return V_NOTIMPL; }
    if (buffer_is_guest(vm, b)) { return V_UNBOUND; }
    if (!is_bytes_like(vm, b)) { return V_NOTIMPL; }
    const MemoryView *x = as_memoryview(vm, a);
    bool released = x->h.small & MEMORYVIEW_RELEASED;
    MemoryView whole = {.offset = 0};
    const MemoryView *y = &whole;
    if (is_tagged(vm, b, T_MEMORYVIEW)) {
        y = as_memoryview(vm, b);
        released = released || (y->h.small & MEMORYVIEW_RELEASED);
    } else {
        TRY(memoryview_describe(vm, b, &whole));
    }
    Value equal = released ? bool_value(a == b) : memoryview_equal(vm, x, y);
    TRY_VALUE(equal);
    return bool_value((equal == V_TRUE) == (op == OP_EQ));
}

static Value memoryview_eq(Vm *vm, Value *a) { return memoryview_compare(vm, OP_EQ, a[0], a[1]); }
static Value memoryview_ne(Vm *vm, Value *a) { return memoryview_compare(vm, OP_NE, a[0], a[1]); }

static Value memoryview_hash_bytes(Vm *vm, MemoryView *m) {
    Bytes *copy = bytes_alloc(vm, m->len);
    TRY(copy);
    memoryview_copy(vm, m, copy->data);
    uint32_t hash = bytes_hash(vm, ptr_value(vm, copy));
    obj_touch(vm, m);
    m->hash = hash;
    return int_value(hash);
}

// The object that a view is one of.
static Value memoryview_owner(Vm *vm, const MemoryView *m) {
    if (!is_tagged(vm, m->obj, T_BUFFER_WRAPPER)) { return m->obj; }
    const BufferWrapper *w = ref_ptr(vm, m->obj);
    return w->view == V_NONE && is_ref(w->owner) ? w->owner : m->obj;
}

// What the view looks at must have a hash too.
static Value memoryview_hash(Vm *vm, Value v) {
    MemoryView *m = as_memoryview(vm, v);
    if (m->hash) { return int_value(m->hash); }
    TRY(memoryview_check(vm, m));
    if (!(m->h.small & MEMORYVIEW_READONLY)) {
        return raise_error(vm, EXC_ValueError, "cannot hash writable memoryview object");
    }
    if (m->itemsize != 1 || m->kind == '?') {
        return raise_error(vm, EXC_ValueError,
                           "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    if (!is_exact(vm, m->obj, T_BYTES)) { return V_UNBOUND; }
    return memoryview_hash_bytes(vm, m);
}

enum { VIEW_HASH_START, VIEW_HASHED };

static Value memoryview_hash_steps(Vm *vm, Frame *f) {
    MemoryView *m = slot_obj(vm, f, 0, T_MEMORYVIEW);
    TRY(m);
    if (native_state(f) == VIEW_HASHED) {
        buffer_let_go(vm, f->slot[0], f->slot[1]);
        return memoryview_check(vm, m) ? memoryview_hash_bytes(vm, m) : V_RAISED;
    }
    Value hash = memoryview_hash(vm, f->slot[0]);
    if (hash != V_UNBOUND) { return hash; }
    f->slot[1] = buffer_hold(vm, f->slot[0]);
    return native_call1(vm, f, VIEW_HASHED, internal(vm, I_HASH), memoryview_owner(vm, m));
}

static void memoryview_hash_unwind(Vm *vm, Frame *f) { buffer_let_go(vm, f->slot[0], f->slot[1]); }

static Value memoryview_repr(Vm *vm, Value v) {
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    bool released = as_memoryview(vm, v)->h.small & MEMORYVIEW_RELEASED;
    return format_text(vm, released ? "<released memory at 0x%x>" : "<memory at 0x%x>",
                       (uint32_t)serial);
}

// ---- natives -----------------------------------------------------------------------------------

static Value memoryview_bytes(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    TRY(memoryview_check(vm, m));
    Bytes *b = bytes_alloc(vm, (uint64_t)m->len * m->itemsize);
    TRY(b);
    memoryview_copy(vm, m, b->data);
    return ptr_value(vm, b);
}

static Value memoryview_tobytes(Vm *vm, Value *a) {
    if (a[1] != V_NONE && !isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError,
                           "tobytes() argument 'order' must be str or None, not %T", a[1]);
    }
    const Str *order = a[1] == V_NONE ? NULL : as_str(vm, a[1]);
    if (order && utf8_find_surrogate(order->data, order->h.n) < order->h.n) {
        Value encoding = intern_bytes(vm, "utf-8", 5); // which it has none of
        TRY_VALUE(encoding);
        return codec_encode(vm, a[1], encoding, V_UNBOUND);
    }
    TRY(memoryview_check(vm, as_memoryview(vm, a[0])));
    if (order) {
        if (order->h.n != 1 || !memchr("CFA", order->data[0], 3)) {
            return raise_error(vm, EXC_ValueError, "order must be 'C', 'F' or 'A'");
        }
    }
    return memoryview_bytes(vm, a[0]);
}

// All items in a list, then lists of those, dimension by dimension from the last.
static Value memoryview_tolist(Vm *vm, Value *a) {
    const MemoryView *m = as_memoryview(vm, a[0]);
    TRY(memoryview_check(vm, m));
    if (!native_charge(vm, m->len / 4)) { return V_RAISED; }
    if (m->ndim == 0) { return memoryview_load(vm, m->kind, memoryview_at(vm, m, 0)); }
    Value flat = list_new(vm, m->len);
    TRY_VALUE(flat);
    for (uint32_t i = 0; i < m->len; i++) {
        Value v = memoryview_load(vm, m->kind, memoryview_at(vm, m, i));
        TRY_VALUE(v);
        TRY(list_append(vm, as_list(vm, flat), v));
    }
    for (uint32_t dim = m->ndim; dim > 1; dim--) {
        const List *inner = as_list(vm, flat);
        uint32_t size = memoryview_dim(vm, m, dim - 1), n = inner->h.n / size;
        Value outer = list_new(vm, n);
        TRY_VALUE(outer);
        for (uint32_t i = 0; i < n; i++) {
            Value row = list_from(vm, list_items(vm, inner) + (size_t)i * size, size);
            TRY_VALUE(row);
            TRY(list_append(vm, as_list(vm, outer), row));
        }
        flat = outer;
    }
    return flat;
}

// The first item from `at` on, before `to`, that equals v: its position, -1, or -2: raised. What
// would need guest code to compare is not equal.
static int64_t memoryview_search(Vm *vm, const MemoryView *m, Value v, int64_t at, int64_t to) {
    for (; at < to; at++) {
        Value item = memoryview_load(vm, m->kind, memoryview_at(vm, m, (uint32_t)at));
        if (item == V_RAISED) { return -2; }
        if (item == v || compare_leaf(vm, OP_EQ, item, v) == V_TRUE) { return at; }
    }
    return -1;
}

static bool memoryview_is_flat(Vm *vm, const MemoryView *m) {
    if (m->ndim == 1) { return true; }
    if (m->ndim == 0) { return raise_false(vm, EXC_TypeError, "invalid indexing of 0-dim memory"); }
    return raise_false(vm, EXC_NotImplementedError,
                       "multi-dimensional sub-views are not implemented");
}

static Value memoryview_count(Vm *vm, Value *a) {
    const MemoryView *m = as_memoryview(vm, a[0]);
    TRY(memoryview_check(vm, m) && memoryview_is_flat(vm, m));
    TRY(native_charge(vm, m->len / 8));
    int64_t count = -1, at = -1;
    do {
        count++;
        at = memoryview_search(vm, m, a[1], at + 1, m->len);
    } while (at >= 0);
    return at == -2 ? V_RAISED : int_value(count);
}

static Value memoryview_index(Vm *vm, Value *a) {
    const MemoryView *m = as_memoryview(vm, a[0]);
    int64_t from, to;
    for (int i = 2; i < 4; i++) {
        if (a[i] != V_UNBOUND && !isinstance_int(vm, a[i])) {
            return raise_error(vm, EXC_TypeError,
                               "slice indices must be integers or have an __index__ method");
        }
    }
    TRY(memoryview_check(vm, m));
    if (m->ndim != 1) {
        return raise_error(vm, m->ndim ? EXC_NotImplementedError : EXC_TypeError,
                           m->ndim ? "multi-dimensional lookup is not implemented"
                                   : "invalid lookup on 0-dim memory");
    }
    TRY(native_charge(vm, m->len / 8));
    TRY(seq_bounds(vm, a[2], a[3], m->len, &from, &to));
    int64_t at = memoryview_search(vm, m, a[1], from, to);
    if (at == -2) { return V_RAISED; }
    return at < 0 ? raise_error(vm, EXC_ValueError, "memoryview.index(x): x not found")
                  : int_value(at);
}

static Value memoryview_toreadonly(Vm *vm, Value *a) {
    const MemoryView *from = as_memoryview(vm, a[0]);
    TRY(memoryview_check(vm, from));
    MemoryView *m = memoryview_derive(vm, from);
    TRY(m);
    m->h.small |= MEMORYVIEW_READONLY;
    return ptr_value(vm, m);
}

// The shape argument of cast(); false: raised.
static bool memoryview_cast_shape(Vm *vm, Value shape, MemoryView *m) {
    uint32_t n;
    if (!is_tagged(vm, shape, T_LIST) && !is_tagged(vm, shape, T_TUPLE)) {
        return raise_false(vm, EXC_TypeError, "shape must be a list or a tuple");
    }
    const Value *items = seq_items(vm, shape, &n);
    if (n > 64) {
        return raise_false(vm, EXC_ValueError,
                           "memoryview: number of dimensions must not exceed 64");
    }
    uint64_t total = 1;
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_int(vm, items[i])) {
            return raise_false(vm, EXC_TypeError,
                               "memoryview.cast(): elements of shape must be integers");
        }
        int64_t dim = int_clamp_i64(vm, items[i]);
        if (dim <= 0) {
            return raise_false(vm, EXC_ValueError,
                               "memoryview.cast(): elements of shape must be integers > 0");
        }
        total = dim > (int64_t)UINT32_MAX ? UINT64_MAX / 4 : total * (uint64_t)dim;
        if (total > UINT32_MAX) { total = (uint64_t)UINT32_MAX + 1; }
    }
    if (total != m->len) {
        return raise_false(vm, EXC_TypeError,
                           "memoryview: product(shape) * itemsize != buffer size");
    }
    m->ndim = (uint8_t)n;
    m->shape = n == 1 ? V_NONE : tuple_from(vm, items, n);
    if (m->shape == V_RAISED) { return false; }
    m->stride = (int64_t)m->itemsize * memoryview_row(vm, m);
    return true;
}

static Value memoryview_cast(Vm *vm, Value *a) {
    const MemoryView *from = as_memoryview(vm, a[0]);
    TRY(memoryview_check(vm, from));
    const Str *format = as_str(vm, a[1]);
    if (a[2] != V_UNBOUND && !is_tagged(vm, a[2], T_LIST) && !is_tagged(vm, a[2], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "shape must be a list or a tuple");
    }
    if (!str_is_ascii(format)) {
        Value ascii = intern_bytes(vm, "ascii", 5);
        TRY_VALUE(ascii);
        return codec_encode(vm, a[1], ascii, V_UNBOUND); // raises
    }
    uint32_t skip = format->h.n == 2 && format->data[0] == '@';
    uint32_t size = format->h.n == 1 + skip ? memoryview_itemsize((uint8_t)format->data[skip]) : 0;
    if (size && format->data[skip] == 'w') { size = 0; } // only an array has it
    if (!memoryview_contiguous(vm, from)) {
        return raise_error(vm, EXC_TypeError,
                           "memoryview: casts are restricted to C-contiguous views");
    }
    bool shaped = a[2] != V_UNBOUND;
    uint32_t n_dims = shaped ? as_obj(vm, a[2])->n : 1;
    if (shaped && is_tagged(vm, a[2], T_LIST)) { n_dims = as_list(vm, a[2])->h.n; }
    if ((shaped || from->ndim != 1) && from->ndim > 0 && from->len == 0) {
        return raise_error(vm, EXC_TypeError,
                           "memoryview: cannot cast view with zeros in shape or strides");
    }
    if (shaped && from->ndim != 1 && n_dims != 1) {
        return raise_error(vm, EXC_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
    }
    if (size == 0) {
        return raise_error(vm, EXC_ValueError,
                           "memoryview: destination format must be a native single character "
                           "format prefixed with an optional '@'");
    }
    uint8_t kind = (uint8_t)format->data[skip];
    if (from->itemsize * size != max_u32(from->itemsize, size) ||
        (!memchr("Bbc", kind, 3) && !memchr("Bbc", from->kind, 3))) {
        return raise_error(vm, EXC_TypeError,
                           "memoryview: cannot cast between two non-byte formats");
    }
    uint64_t bytes = (uint64_t)from->len * from->itemsize;
    if (bytes % size) {
        return raise_error(vm, EXC_TypeError, "memoryview: length is not a multiple of itemsize");
    }
    MemoryView *m = memoryview_derive(vm, from);
    TRY(m);
    m->format = a[1];
    m->kind = kind;
    m->itemsize = size;
    m->stride = size;
    m->len = (uint32_t)(bytes / size);
    m->ndim = 1;
    m->shape = V_NONE;
    if (a[2] != V_UNBOUND) { TRY(memoryview_cast_shape(vm, a[2], m)); }
    return ptr_value(vm, m);
}

static Value memoryview_enter(Vm *vm, Value *a) {
    return memoryview_check(vm, as_memoryview(vm, a[0])) ? a[0] : V_RAISED;
}

// ---- attributes --------------------------------------------------------------------------------

static Value memoryview_get_obj(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? memoryview_owner(vm, m) : V_RAISED;
}
static Value memoryview_get_format(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? m->format : V_RAISED;
}
static Value memoryview_get_itemsize(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? int_value(m->itemsize) : V_RAISED;
}
static Value memoryview_get_nbytes(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? int_value((int64_t)m->len * m->itemsize) : V_RAISED;
}
static Value memoryview_get_ndim(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? int_value(m->ndim) : V_RAISED;
}
static Value memoryview_get_readonly(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    if (!memoryview_check(vm, m)) { return V_RAISED; }
    return bool_value(m->h.small & MEMORYVIEW_READONLY);
}
static Value memoryview_get_c_contiguous(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? bool_value(memoryview_contiguous(vm, m)) : V_RAISED;
}

// As Fortran has it: the first index goes by one item.
static bool memoryview_is_fortran(Vm *vm, const MemoryView *m) {
    int64_t stride = m->itemsize;
    for (uint32_t i = 0; m->len && i < m->ndim; i++) {
        uint32_t dim = memoryview_dim(vm, m, i);
        if (dim > 1 && memoryview_stride(vm, m, i) != stride) { return false; }
        stride *= dim;
    }
    return true;
}

static Value memoryview_get_f_contiguous(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    return memoryview_check(vm, m) ? bool_value(memoryview_is_fortran(vm, m)) : V_RAISED;
}
static Value memoryview_get_contiguous(Vm *vm, Value v) {
    const MemoryView *m = as_memoryview(vm, v);
    if (!memoryview_check(vm, m)) { return V_RAISED; }
    return bool_value(memoryview_contiguous(vm, m) || memoryview_is_fortran(vm, m));
}

static Value memoryview_dims(Vm *vm, Value v, bool strides) {
    const MemoryView *m = as_memoryview(vm, v);
    TRY(memoryview_check(vm, m));
    Value dims[64];
    for (uint32_t i = 0; i < m->ndim; i++) {
        dims[i] = int_value(strides ? memoryview_stride(vm, m, i) : memoryview_dim(vm, m, i));
    }
    return tuple_from(vm, dims, m->ndim);
}
static Value memoryview_get_shape(Vm *vm, Value v) { return memoryview_dims(vm, v, false); }
static Value memoryview_get_strides(Vm *vm, Value v) { return memoryview_dims(vm, v, true); }
static Value memoryview_get_suboffsets(Vm *vm, Value v) {
    TRY(memoryview_check(vm, as_memoryview(vm, v)));
    return tuple_from(vm, NULL, 0);
}

static Value memoryview_iter(Vm *vm, Value v) {
    TRY(memoryview_check(vm, as_memoryview(vm, v)));
    return memory_iter_new(vm, v);
}

// The rows of items turn each item of a tuple of indices into an int, in a copy of the tuple, before
// they do what all sequences do. `scratch` is the first slot behind those of seq_getitem_steps.
static Value memoryview_item_steps(Vm *vm, Frame *f, int scratch, StepsFn then) {
    enum { KEY = 1, VALUE, GOT_PART = 16, GOT_BYTES = 17 }; // no states of the other function
    bool store = then == seq_setitem_steps;
    if (store && native_state(f) == 0) { TRY(memoryview_may_set(vm, &f->slot[0])); }
    if (native_state(f) == GOT_BYTES) {
        f->slot[VALUE] = f->result;
        native_goto(f, 0);
        return then(vm, f);
    }
    if (native_state(f) == 0 && is_tagged(vm, f->slot[KEY], T_SLICE)) {
        const MemoryView *m = as_memoryview(vm, f->slot[0]);
        TRY(memoryview_check(vm, m));
        if (store && buffer_is_guest(vm, f->slot[VALUE])) {
            return native_call1(vm, f, GOT_BYTES, vm->types[T_BYTES], f->slot[VALUE]);
        }
        MemoryView *part = store ? NULL : memoryview_derive(vm, m);
        TRY(store || part);
        if (part) { f->slot[0] = ptr_value(vm, part); } // whatever becomes of the view meanwhile
    }
    Tuple *parts;
    uint32_t i;
    if (native_state(f) == GOT_PART) {
        parts = slot_obj(vm, f, scratch, T_TUPLE);
        TRY(parts);
        i = (uint32_t)index_of(f->slot[scratch + 1]);
        if (i >= parts->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        Value own = tuple_from(vm, parts->items, parts->h.n); // the slot's may be another's
        TRY_VALUE(own);
        f->slot[scratch] = own;
        parts = as_tuple(vm, own);
        parts->items[i++] = f->result;
    } else {
        const MemoryView *m = as_memoryview(vm, f->slot[0]);
        Value key = f->slot[KEY];
        bool index = seq_has_index(vm, key);
        bool refused = m->ndim == 0 || (m->ndim > 1 && store);
        if (native_state(f) == 0 && index && refused) { // before any __index__
            uint32_t at;
            TRY(memoryview_locate(vm, m, key, true, &at) > 0);
            f->slot[KEY] = V_ELLIPSIS;
        }
        bool multi = native_state(f) == 0 && !index && memoryview_is_multi(vm, key) &&
                     as_tuple(vm, key)->h.n == m->ndim;
        if (!multi) { return then(vm, f); }
        Value copy = tuple_from(vm, as_tuple(vm, key)->items, m->ndim);
        TRY_VALUE(copy);
        f->slot[scratch] = copy;
        parts = as_tuple(vm, copy);
        i = 0;
    }
    while (i < parts->h.n && isinstance_int(vm, parts->items[i])) { i++; }
    if (i < parts->h.n) {
        f->slot[scratch + 1] = int_value(i);
        return native_call1(vm, f, GOT_PART, internal(vm, I_INDEX), parts->items[i]);
    }
    f->slot[KEY] = f->slot[scratch];
    native_commit(f, 0);
    return then(vm, f);
}
static Value memoryview_getitem_steps(Vm *vm, Frame *f) {
    return memoryview_item_steps(vm, f, 5, seq_getitem_steps);
}
static Value memoryview_setitem_steps(Vm *vm, Frame *f) {
    return memoryview_item_steps(vm, f, 6, seq_setitem_steps);
}

static const NativeDef memoryview_methods[] = {
    STEPS("__delitem__", "self, key, /", seq_delitem_steps, 3, NULL, ""),
    LEAF("__enter__", "self, /", memoryview_enter, ""),
    LEAF("__eq__", "self, value: buffer, /", memoryview_eq, "Whether self == value."),
    STEPS_FAST("__exit__", "self, /, *exc_info", memoryview_release, memoryview_release_steps, 0,
               ""),
    STEPS("__getitem__", "self, key, /", memoryview_getitem_steps, 5, NULL, ""),
    STEPS("__hash__", "self, /", memoryview_hash_steps, 1, memoryview_hash_unwind,
          "What hash(self) gives."),
    LEAF("__ne__", "self, value: buffer, /", memoryview_ne, "Whether self != value."),
    STEPS_FAST_CLASS("__new__", "cls, object", memoryview_make, memoryview_make_steps, 0,
                     "Make a memoryview of an object."),
    STEPS("__setitem__", "self, key, value, /", memoryview_setitem_steps, 5, NULL, ""),
    STEPS_CLASS("_from_flags", "cls, /, object, flags: cint", memoryview_from_flags, 0, NULL,
                "A view of what an object gives for these flags."),
    LEAF("cast", "self, format: str, shape=UNBOUND", memoryview_cast,
         "The same memory seen in another format or shape."),
    LEAF("count", "self, value, /", memoryview_count, "How many items equal the value."),
    STEPS_FAST_UNWIND("hex", "self, /, sep=UNBOUND, bytes_per_sep: cint=1", bytes_hex,
                      bytes_hex_steps, 1, bytes_hex_unwind,
                      "The bytes as a str of hexadecimal numbers."),
    LEAF("index", "self, value, start: bound=0, stop: bound=UNBOUND, /", memoryview_index,
         "Position of the first item that equals the value."),
    STEPS_FAST("release", "self, /", memoryview_release, memoryview_release_steps, 0,
               "Let go of the underlying object."),
    LEAF("tobytes", "self, /, order=None", memoryview_tobytes, "The data as bytes."),
    LEAF("tolist", "self, /", memoryview_tolist, "The items as a list."),
    LEAF("toreadonly", "self, /", memoryview_toreadonly, "A view that cannot be written to."),
    NATIVE_END,
};

static const GetSetDef memoryview_getsets[] = {
    {"c_contiguous", memoryview_get_c_contiguous, NULL,
     "whether the items lie side by side, the last index fastest"},
    {"contiguous", memoryview_get_contiguous, NULL, "whether the items lie side by side"},
    {"f_contiguous", memoryview_get_f_contiguous, NULL, "Whether it is Fortran contiguous."},
    {"format", memoryview_get_format, NULL, "The items' format, as in module struct."},
    {"itemsize", memoryview_get_itemsize, NULL, "The size of an item in bytes."},
    {"nbytes", memoryview_get_nbytes, NULL, "The size of all items in bytes."},
    {"ndim", memoryview_get_ndim, NULL, "The number of dimensions."},
    {"obj", memoryview_get_obj, NULL, "the object whose bytes these are"},
    {"readonly", memoryview_get_readonly, NULL, "whether the bytes cannot be changed"},
    {"shape", memoryview_get_shape, NULL, "The length of each dimension."},
    {"strides", memoryview_get_strides, NULL, "Bytes to the next item, for each dimension."},
    {"suboffsets", memoryview_get_suboffsets, NULL, "Always ()."},
    {NULL, NULL, NULL, NULL},
};

const TypeDef memoryview_type = {
    .name = "memoryview",
    .doc = "A view of the memory of a bytes-like object.",
    .new_sig = "(object)",
    .tag = T_MEMORYVIEW,
    .methods = memoryview_methods,
    .getsets = memoryview_getsets,
    .compare = memoryview_compare,
    .hash = memoryview_hash,
    .repr = memoryview_repr,
    .len = memoryview_len,
    .getitem = memoryview_getitem,
    .setitem = memoryview_setitem,
    .iter = memoryview_iter,
};
