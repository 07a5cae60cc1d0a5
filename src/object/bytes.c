// bytes.c: immutable bytes, and the operations that bytes, bytearray and memoryview share.
//
// The layout is that of str (heap/object.h), so that a builder's blob can become either. Methods
// are in bytes_methods.c, bytes_search.c and bytes_case.c; bytes % values is in str_percent.c.
#include "object/bytes.h"

#include "heap/intern.h"
#include "object/bytes_inner.h"
#include "object/construct.h"
#include "object/memoryview.h"
#include "object/slice.h"

// ---- construction ------------------------------------------------------------------------------

Bytes *bytes_alloc(Vm *vm, uint64_t n) {
    Bytes *b;
    uint64_t size = (n + 24) & ~(uint64_t)7; // what layout_size() says, for the common case
    if (NX_LIKELY(size <= HEAP_MAX_SMALL)) {
        b = heap_alloc_small(vm, heap_class_of[size / 8]);
        if (NX_UNLIKELY(!b)) { return NULL; }
        obj_init(&b->h, T_BYTES, (uint32_t)n);
    } else {
        b = heap_new_raw(vm, T_BYTES, n);
        if (NX_UNLIKELY(!b)) { return NULL; }
    }
    b->hash = b->pad = 0;
    memset((char *)b + size - 8, 0, 8);
    if (n >= 64 && !native_charge(vm, n / 64)) { return NULL; }
    return b;
}

Value bytes_new(Vm *vm, const void *data, uint64_t n) {
    Bytes *b = bytes_alloc(vm, n);
    TRY(b);
    if (n) { memcpy(b->data, data, (size_t)n); }
    return ptr_value(vm, b);
}

Value sb_finish_bytes(StrBuilder *b) { return bytes_new(b->vm, b->len ? sb_text(b) : "", b->len); }

uint8_t *bytes_result(Vm *vm, Value like, uint64_t n, Value *v) {
    if (is_tagged(vm, like, T_BYTEARRAY)) {
        *v = bytearray_new(vm, NULL, n);
        if (*v == V_RAISED) { return NULL; }
        return n ? bytearray_data(vm, as_bytearray(vm, *v)) : (uint8_t *)ref_ptr(vm, *v);
    }
    Bytes *b = bytes_alloc(vm, n);
    if (!b) { return NULL; }
    *v = ptr_value(vm, b);
    return b->data;
}

Value bytes_result_of(Vm *vm, Value like, const uint8_t *p, uint64_t n) {
    Value v;
    uint8_t *out = bytes_result(vm, like, n, &v);
    TRY(out);
    memcpy(out, p, (size_t)n);
    return v;
}

Value bytes_result_same(Vm *vm, Value v) {
    if (is_exact(vm, v, T_BYTES)) { return v; }
    ByteSpan s = bytes_self(vm, v);
    return bytes_result_of(vm, v, s.p, s.n);
}

Value bytes_make_piece(Vm *vm, Value owner, uint32_t from, uint32_t to) {
    return bytes_result_of(vm, owner, bytes_self(vm, owner).p + from, to - from);
}

// ---- bytes-like objects ------------------------------------------------------------------------

bool is_bytes_like(Vm *vm, Value v) {
    return is_tagged(vm, v, T_BYTES) || is_byte_store(vm, v) || is_tagged(vm, v, T_MEMORYVIEW);
}

bool bytes_like(Vm *vm, Value v, ByteSpan *out) {
    if (is_tagged(vm, v, T_BYTES) || is_byte_store(vm, v)) {
        *out = bytes_self(vm, v);
        return true;
    }
    if (!is_tagged(vm, v, T_MEMORYVIEW)) { return false; }
    const MemoryView *m = ref_ptr(vm, v);
    if ((m->h.small & MEMORYVIEW_RELEASED) || !memoryview_contiguous(vm, m)) { return false; }
    ByteSpan whole = bytes_self(vm, memoryview_store_of(vm, m));
    uint64_t n = (uint64_t)m->len * m->itemsize;
    if ((uint64_t)m->offset + n > whole.n) { return false; }
    *out = (ByteSpan){whole.p + m->offset, (uint32_t)n};
    return true;
}

bool bytes_like_or_raise(Vm *vm, Value v, ByteSpan *out) {
    if (NX_LIKELY(bytes_like(vm, v, out))) { return true; }
    if (!is_tagged(vm, v, T_MEMORYVIEW)) {
        return raise_false(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
    }
    const MemoryView *m = ref_ptr(vm, v);
    if (!memoryview_check(vm, m)) { return false; }
    Bytes *copy = bytes_alloc(vm, (uint64_t)m->len * m->itemsize);
    if (!copy) { return false; }
    memoryview_copy(vm, m, copy->data);
    *out = (ByteSpan){copy->data, copy->h.n};
    return true;
}

bool bytes_byte(Vm *vm, Value v, const char *what, uint8_t *out) {
    if (index_of(v) < 256) {
        *out = (uint8_t)int_of(v);
        return true;
    }
    if (!isinstance_int(vm, v)) {
        return raise_false(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer", v);
    }
    int64_t n = int_clamp_i64(vm, v);
    if (n < 0 || n > 255) {
        return raise_false(vm, EXC_ValueError, "%s must be in range(0, 256)", what);
    }
    *out = (uint8_t)n;
    return true;
}

bool bytes_or_byte(Vm *vm, Value v, uint8_t *byte, ByteSpan *out) {
    if (isinstance_int(vm, v)) {
        *out = (ByteSpan){byte, 1};
        return bytes_byte(vm, v, "byte", byte);
    }
    if (is_bytes_like(vm, v)) { return bytes_like_or_raise(vm, v, out); }
    return raise_false(vm, EXC_TypeError,
                       "argument should be integer or bytes-like object, not '%T'", v);
}

uint32_t bytes_hash(Vm *vm, Value v) {
    Bytes *b = as_bytes(vm, v);
    if (b->hash) { return b->hash; }
    uint32_t hash = text_hash(b->data, b->h.n);
    if (!(b->h.flags & OBJ_FROZEN)) { b->hash = hash; }
    return hash;
}

bool sb_put_bytes_repr(StrBuilder *b, const uint8_t *p, uint32_t n) {
    if (!native_charge(b->vm, n / 32)) { return false; }
    uint8_t quote = memchr(p, '\'', n) && !memchr(p, '"', n) ? '"' : '\'';
    if (!sb_reserve(b, (uint64_t)n + 3) || !sb_put(b, (char[]){'b', (char)quote}, 2)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        static const char hex[] = "0123456789abcdef";
        uint8_t c = p[i];
        bool ok;
        if (c == quote || c == '\\') {
            ok = sb_put(b, (char[]){'\\', (char)c}, 2);
        } else if (c >= 0x20 && c < 0x7F) {
            ok = sb_put(b, (const char *)&p[i], 1);
        } else if (c == '\t' || c == '\n' || c == '\r') {
            ok = sb_put(b, (char[]){'\\', c == '\t' ? 't' : c == '\n' ? 'n' : 'r'}, 2);
        } else {
            ok = sb_put(b, (char[]){'\\', 'x', hex[c >> 4], hex[c & 15]}, 4);
        }
        if (!ok) { return false; }
    }
    return sb_put(b, (const char *)&quote, 1);
}

// ---- slots, some of them shared with bytearray -------------------------------------------------

Value bytes_compare(Vm *vm, int op, Value a, Value b) {
    ByteSpan x = bytes_self(vm, a), y;
    // Others know bytes, not the other way round.
    if (is_tagged(vm, a, T_BYTES) && !is_tagged(vm, b, T_BYTES)) { return V_NOTIMPL; }
    if (buffer_is_guest(vm, b)) { return V_UNBOUND; }
    if (!bytes_like(vm, b, &y)) { return V_NOTIMPL; }
    uint32_t shared = min_u32(x.n, y.n);
    if ((op == OP_EQ || op == OP_NE) && x.n != y.n) { return bool_value(op == OP_NE); }
    if (shared >= 1024 && !native_charge(vm, shared / 64)) { return V_RAISED; }
    int c = memcmp(x.p, y.p, shared);
    if (c == 0) { c = (x.n > y.n) - (x.n < y.n); }
    switch (op) {
    case OP_LT: return bool_value(c < 0);
    case OP_LE: return bool_value(c <= 0);
    case OP_EQ: return bool_value(c == 0);
    case OP_NE: return bool_value(c != 0);
    case OP_GT: return bool_value(c > 0);
    default: return bool_value(c >= 0);
    }
}

Value bytes_len(Vm *vm, Value v) { return int_value(as_obj(vm, v)->n); }

Value bytes_contains(Vm *vm, Value v, Value item) {
    ByteSpan hay = bytes_self(vm, v), sub;
    uint8_t byte;
    if (isinstance_int(vm, item)) {
        TRY(bytes_byte(vm, item, "byte", &byte));
        sub = (ByteSpan){&byte, 1};
    } else if (buffer_is_guest(vm, item) || (!is_bytes_like(vm, item) && seq_has_index(vm, item))) {
        return V_UNBOUND;
    } else {
        TRY(bytes_like_or_raise(vm, item, &sub));
    }
    int64_t at = search_find(vm, hay.p, hay.n, sub.p, sub.n);
    return at == SEARCH_STOPPED ? V_RAISED : bool_value(at >= 0);
}

// STEPS "__contains__": an object with __index__ is looked for as a byte.
Value bytes_contains_steps(Vm *vm, Frame *f) {
    enum { CONTAINS_START, CONTAINS_GOT_INT };
    Value item = f->slot[1];
    if (native_state(f) == CONTAINS_GOT_INT) { return bytes_contains(vm, f->slot[0], f->result); }
    Value r = bytes_contains(vm, f->slot[0], item);
    return r != V_UNBOUND ? r : native_call1(vm, f, CONTAINS_GOT_INT, internal(vm, I_INDEX), item);
}

bool bytes_repeated_size(Vm *vm, uint32_t unit, int64_t count, uint64_t *size) {
    int64_t total;
    if (mul_overflows(count, unit, &total)) {
        return raise_false(vm, EXC_OverflowError, "repeated bytes are too long");
    }
    *size = (uint64_t)total;
    return true;
}

static Value bytes_repeat(Vm *vm, Value v, int64_t count) {
    if (count == 1 && is_exact(vm, v, T_BYTES)) { return v; }
    ByteSpan s = bytes_self(vm, v);
    uint64_t size;
    TRY(bytes_repeated_size(vm, s.n, count, &size));
    Value r;
    uint8_t *out = bytes_result(vm, v, size, &r);
    TRY(out);
    if (size) {
        memcpy(out, s.p, s.n);
        ops_repeat(out, s.n, size);
    }
    return r;
}

static Value bytes_concat(Vm *vm, Value a, Value b) {
    ByteSpan x = bytes_self(vm, a), y;
    if (buffer_is_guest(vm, b)) { return V_UNBOUND; }
    if (!is_bytes_like(vm, b)) {
        return raise_error(vm, EXC_TypeError, "can't concat %T to %T", b, a);
    }
    TRY(bytes_like_or_raise(vm, b, &y));
    if (x.n == 0 && is_exact(vm, a, T_BYTES) && is_exact(vm, b, T_BYTES)) { return b; }
    if (y.n == 0 && is_exact(vm, a, T_BYTES)) { return a; }
    Value r;
    uint8_t *out = bytes_result(vm, a, (uint64_t)x.n + y.n, &r);
    TRY(out);
    memcpy(out, x.p, x.n);
    memcpy(out + x.n, y.p, y.n);
    return r;
}

Value bytes_add(Vm *vm, Value *a) { return bytes_concat(vm, a[0], a[1]); }

// The binary slot of both types.
Value bytes_binary(Vm *vm, BinOp op, Value a, Value b) {
    bool ours = is_tagged(vm, a, T_BYTES) || is_tagged(vm, a, T_BYTEARRAY);
    switch (op) {
    case BIN_OP_ADD: return ours ? bytes_concat(vm, a, b) : V_NOTIMPL;
    case BIN_OP_MUL: {
        Value seq = ours ? a : b, why = V_RAISED;
        int64_t count;
        int ok = seq_repeat_count(vm, ours ? b : a, &count, &why);
        return ok > 0 ? bytes_repeat(vm, seq, count) : ok < 0 ? why : V_RAISED;
    }
    case BIN_OP_MOD: return ours ? bytes_percent_leaf(vm, a, b) : V_NOTIMPL;
    default: return V_NOTIMPL;
    }
}

Value bytes_getspan(Vm *vm, Value v, uint32_t from, uint32_t to) {
    ByteSpan s = bytes_self(vm, v);
    if (to - from == s.n) { return bytes_result_same(vm, v); }
    Value r;
    uint8_t *out = bytes_result(vm, v, to - from, &r);
    TRY(out);
    memcpy(out, s.p + from, to - from);
    return r;
}

// A slice of bytes or bytearray; V_UNBOUND: guest code must resolve it.
Value bytes_slice(Vm *vm, Value v, Value slice) {
    SliceSpan span;
    ByteSpan s = bytes_self(vm, v);
    int ok = slice_resolve(vm, slice, s.n, &span);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    if (span.step == 1) {
        uint32_t from = (uint32_t)span.start;
        return bytes_getspan(vm, v, from, from + span.count);
    }
    Value r;
    uint8_t *out = bytes_result(vm, v, span.count, &r);
    TRY(out);
    if (!native_charge(vm, span.count / 16)) { return V_RAISED; }
    for (uint32_t i = 0; i < span.count; i++) { out[i] = s.p[span.start + i * span.step]; }
    return r;
}

Value bytes_getitem(Vm *vm, Value v, Value key) {
    const Bytes *b = as_bytes(vm, v);
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < b->h.n)) { return int_value(b->data[i]); }
    if (is_tagged(vm, key, T_SLICE)) { return bytes_slice(vm, v, key); }
    int64_t at;
    if (isinstance_int(vm, key)) {
        if (!int_to_i64(vm, key, &at)) {
            return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer",
                               key);
        }
        at += at < 0 ? b->h.n : 0;
        if (at < 0 || at >= b->h.n) {
            return raise_error(vm, EXC_IndexError, "index out of range");
        }
        return int_value(b->data[at]);
    }
    if (seq_has_index(vm, key)) { return V_UNBOUND; }
    return raise_error(vm, EXC_TypeError, "byte indices must be integers or slices, not %T", key);
}

Value bytes_hash_slot(Vm *vm, Value v) { return int_value(bytes_hash(vm, v)); }

Value bytes_repr(Vm *vm, Value v) {
    const Bytes *b = as_bytes(vm, v);
    StrBuilder sb = str_builder(vm);
    TRY(sb_put_bytes_repr(&sb, b->data, b->h.n));
    return sb_finish(&sb);
}

// ---- iterator of bytes and bytearray -----------------------------------------------------------

typedef struct BytesIter {
    Obj h;     // small = 1: of a bytearray
    Value seq; // V_NONE once exhausted
    uint32_t at, pad;
} BytesIter;

Value bytes_iter(Vm *vm, Value v) {
    BytesIter *it = HEAP_MAKE_ZEROED(vm, BYTES_ITER);
    TRY(it);
    it->h.small = as_obj(vm, v)->type == T_BYTEARRAY;
    it->seq = v;
    return ptr_value(vm, it);
}

static Value bytes_iter_next(Vm *vm, Value v) {
    BytesIter *it = ref_ptr(vm, v);
    if (it->seq == V_NONE) { return V_STOP; }
    ByteSpan s = bytes_self(vm, it->seq);
    if (it->at >= s.n) {
        obj_set(vm, it, &it->seq, V_NONE);
        return V_STOP;
    }
    obj_touch(vm, it);
    return int_value(s.p[it->at++]);
}

static Value bytes_iter_length_hint(Vm *vm, Value v) {
    const BytesIter *it = ref_ptr(vm, v);
    if (it->seq == V_NONE) { return int_value(0); }
    uint32_t n = bytes_self(vm, it->seq).n;
    return int_value(it->at < n ? n - it->at : 0);
}

const TypeDef bytes_iter_type = {
    .name = "bytes_iterator",
    .tag = T_BYTES_ITER,
    .hidden = true,
    .next = bytes_iter_next,
    .length_hint = bytes_iter_length_hint,
};

const TypeDef bytearray_iter_type = {
    .name = "bytearray_iterator",
    .tag = T_BYTEARRAY_ITER,
    .hidden = true,
    .next = bytes_iter_next,
    .length_hint = bytes_iter_length_hint,
};
