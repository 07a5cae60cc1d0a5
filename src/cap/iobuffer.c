// iobuffer.c: see iobuffer.h. The methods read, readline, __next__ and write do what `ahead` and
// `pending` allow, and hand the rest to the methods _read_more, _readline_more, _next_more and
// _write_more, which are in Python: filling, encoding, writing out.
#include "cap/iobuffer.h"

#include "cap/cap.h"
#include "object/bytes.h"
#include "object/construct.h"
#include "vm/internals.h"

enum { IOBUF_PENDING = 32 * 1024 }; // most that is gathered before it is written

static IoBuffer *as_iobuffer(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value iobuffer_make(Vm *vm, Value *a) {
    IoBuffer *b = construct(vm, T_IOBUFFER, a[0], 0);
    TRY(b);
    b->ahead = b->pending = V_NONE;
    return ptr_value(vm, b);
}

// self.name(*args) with the class's own method of that name.
static Value iobuffer_slow(Vm *vm, const char *name, Value *a, uint32_t n) {
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    TRY_VALUE(key);
    Value method = type_lookup(vm, class_of(vm, a[0]), key);
    if (method == V_UNBOUND) { return raise_no_attribute(vm, a[0], key); }
    return native_tailcall(vm, method, n, a);
}

// ---- what was read ahead -----------------------------------------------------------------------

// The bytes of `ahead` that are left; none when it holds nothing.
static ByteSpan ahead_left(Vm *vm, const IoBuffer *b) {
    const uint8_t *p = NULL;
    uint32_t n = 0;
    if (is_exact(vm, b->ahead, T_STR)) {
        p = (const uint8_t *)as_str(vm, b->ahead)->data;
        n = as_str(vm, b->ahead)->h.n;
    } else if (is_exact(vm, b->ahead, T_BYTES)) {
        p = as_bytes(vm, b->ahead)->data;
        n = as_bytes(vm, b->ahead)->h.n;
    }
    return b->at <= n && p ? (ByteSpan){p + b->at, n - b->at} : (ByteSpan){(const uint8_t *)"", 0};
}

// Hands out the next n bytes of it.
static Value ahead_take(Vm *vm, IoBuffer *b, uint32_t n) {
    TRY(native_charge(vm, n / 64));
    Value v;
    if (is_exact(vm, b->ahead, T_STR)) {
        v = str_slice_bytes(vm, as_str(vm, b->ahead), b->at, b->at + n);
    } else {
        v = bytes_new(vm, ahead_left(vm, b).p, n);
    }
    TRY_VALUE(v);
    obj_touch(vm, b);
    b->at += n;
    return v;
}

// The next line when all of it is there; V_UNBOUND.
static Value iobuffer_line(Vm *vm, IoBuffer *b) {
    if (!(b->flags & IOBUF_READ)) { return V_UNBOUND; }
    ByteSpan left = ahead_left(vm, b);
    const uint8_t *end = memchr(left.p, '\n', left.n);
    return end ? ahead_take(vm, b, (uint32_t)(end - left.p) + 1) : V_UNBOUND;
}

static Value iobuffer_readline(Vm *vm, Value *a) {
    if (a[1] == int_value(-1) || a[1] == V_NONE) {
        Value line = iobuffer_line(vm, as_iobuffer(vm, a[0]));
        if (line != V_UNBOUND) { return line; }
    }
    return iobuffer_slow(vm, "_readline_more", a, 2);
}

static Value iobuffer_step(Vm *vm, Value v) {
    IoBuffer *b = as_iobuffer(vm, v);
    obj_touch(vm, b);
    b->flags |= IOBUF_STEPPING;
    return iobuffer_line(vm, b);
}

static Value iobuffer_next(Vm *vm, Value *a) {
    Value line = iobuffer_step(vm, a[0]);
    return line != V_UNBOUND ? line : iobuffer_slow(vm, "_next_more", a, 1);
}

// Bytes of the first n characters of text; more than there are when there are fewer.
static uint64_t text_prefix(Vm *vm, const IoBuffer *b, ByteSpan left, uint64_t n) {
    if (str_is_ascii(as_str(vm, b->ahead))) { return n; }
    uint32_t at = 0;
    for (; n && at < left.n; n--) {
        at++;
        while (at < left.n && utf8_is_continue(left.p[at])) { at++; }
    }
    return n ? (uint64_t)left.n + 1 : at;
}

static Value iobuffer_read(Vm *vm, Value *a) {
    IoBuffer *b = as_iobuffer(vm, a[0]);
    if ((b->flags & IOBUF_READ) && is_int(a[1]) && int_of(a[1]) >= 0) {
        uint64_t n = (uint64_t)int_of(a[1]);
        ByteSpan left = ahead_left(vm, b);
        if (n <= left.n && is_exact(vm, b->ahead, T_STR)) {
            TRY(native_charge(vm, n / 64));
            n = text_prefix(vm, b, left, n);
        }
        if (n && n <= left.n) { return ahead_take(vm, b, (uint32_t)n); }
    }
    return iobuffer_slow(vm, "_read_more", a, 2);
}

static Value iobuffer_get_ahead(Vm *vm, Value v) {
    const IoBuffer *b = as_iobuffer(vm, v);
    ByteSpan left = ahead_left(vm, b);
    if (b->flags & IOBUF_TEXT) { return str_new(vm, (const char *)left.p, left.n); }
    return bytes_new(vm, left.p, left.n);
}

static bool iobuffer_set_ahead(Vm *vm, Value v, Value data) {
    IoBuffer *b = as_iobuffer(vm, v);
    bool text = b->flags & IOBUF_TEXT;
    if (!is_exact(vm, data, text ? T_STR : T_BYTES)) {
        return raise_false(vm, EXC_TypeError, "_ahead: not %T", data);
    }
    obj_set(vm, b, &b->ahead, data);
    b->at = 0;
    return true;
}

static Value iobuffer_get_stepping(Vm *vm, Value v) {
    return bool_value(as_iobuffer(vm, v)->flags & IOBUF_STEPPING);
}

static bool iobuffer_set_stepping(Vm *vm, Value v, Value on) {
    IoBuffer *b = as_iobuffer(vm, v);
    obj_touch(vm, b);
    b->flags = (b->flags & ~(uint32_t)IOBUF_STEPPING) | (on == V_TRUE ? IOBUF_STEPPING : 0);
    return true;
}

// How many characters, or bytes, of what was read last have been handed out.
static Value iobuffer_get_place(Vm *vm, Value v) {
    const IoBuffer *b = as_iobuffer(vm, v);
    if (!is_exact(vm, b->ahead, T_STR)) { return int_value(b->at); }
    TRY(native_charge(vm, b->at / 64));
    return int_value((int64_t)utf8_count(as_str(vm, b->ahead)->data, b->at));
}

// Bytes of text or data that are left ahead.
static Value iobuffer_get_left(Vm *vm, Value v) {
    return int_value(ahead_left(vm, as_iobuffer(vm, v)).n);
}

// _take(n): the next n characters or bytes, or as many as there are.
static Value iobuffer_take(Vm *vm, Value *a) {
    IoBuffer *b = as_iobuffer(vm, a[0]);
    ByteSpan left = ahead_left(vm, b);
    uint64_t n = is_int(a[1]) && int_of(a[1]) >= 0 ? (uint64_t)int_of(a[1]) : left.n;
    if (n < left.n && is_exact(vm, b->ahead, T_STR)) { n = text_prefix(vm, b, left, n); }
    if (n == 0 || left.n == 0) {
        return b->flags & IOBUF_TEXT ? str_new(vm, "", 0) : bytes_new(vm, "", 0);
    }
    return ahead_take(vm, b, n < left.n ? (uint32_t)n : left.n);
}

// ---- what is to be written ---------------------------------------------------------------------

// Gathers what is written; V_UNBOUND: that is not possible now.
static Value iobuffer_gather(Vm *vm, Value self, Value data) {
    IoBuffer *b = as_iobuffer(vm, self);
    ByteSpan bytes;
    int64_t count;
    if (!(b->flags & IOBUF_WRITE) || ahead_left(vm, b).n) { return V_UNBOUND; }
    if (b->flags & IOBUF_TEXT) {
        if (!isinstance_str(vm, data)) { return V_UNBOUND; }
        const Str *s = as_str(vm, data);
        bytes = (ByteSpan){(const uint8_t *)s->data, s->h.n};
        count = s->len;
    } else {
        if (!bytes_like(vm, data, &bytes)) { return V_UNBOUND; }
        count = bytes.n;
    }
    if ((uint64_t)b->n_pending + bytes.n > IOBUF_PENDING) { return V_UNBOUND; }
    TRY(native_charge(vm, bytes.n / 64));
    if ((b->flags & IOBUF_TEXT) && !str_is_ascii(as_str(vm, data)) &&
        utf8_find_surrogate(bytes.p, bytes.n) < bytes.n) {
        return V_UNBOUND;
    }
    StrBuilder sb = {vm, b->pending, b->n_pending};
    TRY(sb_reserve(&sb, bytes.n));
    obj_set(vm, b, &b->pending, sb.blob);
    if (!(b->flags & IOBUF_LISTED) && bytes.n) {
        TRY(cap_list_dirty(vm, self));
        b->flags |= IOBUF_LISTED;
    }
    memcpy(sb_text(&sb) + sb.len, bytes.p, bytes.n);
    b->n_pending += bytes.n;
    return int_value(count);
}

static Value iobuffer_write(Vm *vm, Value *a) {
    Value v = iobuffer_gather(vm, a[0], a[1]);
    return v != V_UNBOUND ? v : iobuffer_slow(vm, "_write_more", a, 2);
}

static Value iobuffer_get_waiting(Vm *vm, Value v) {
    return int_value(as_iobuffer(vm, v)->n_pending);
}

// _take_pending(): the bytes that are to be written; they are the caller's now.
static Value iobuffer_take_pending(Vm *vm, Value *a) {
    IoBuffer *b = as_iobuffer(vm, a[0]);
    StrBuilder sb = {vm, b->pending, b->n_pending};
    Value v = bytes_new(vm, b->n_pending ? sb_text(&sb) : "", b->n_pending);
    TRY_VALUE(v);
    obj_touch(vm, b);
    b->n_pending = 0;
    return v;
}

// _set_pending(data): what could not be written goes back in front.
static Value iobuffer_set_pending(Vm *vm, Value *a) {
    IoBuffer *b = as_iobuffer(vm, a[0]);
    ByteSpan data;
    TRY(bytes_like_or_raise(vm, a[1], &data));
    StrBuilder sb = str_builder(vm);
    TRY(sb_reserve(&sb, data.n) && native_charge(vm, data.n / 64));
    if (!(b->flags & IOBUF_LISTED) && data.n) {
        TRY(cap_list_dirty(vm, a[0]));
        b->flags |= IOBUF_LISTED;
    }
    obj_set(vm, b, &b->pending, sb.blob);
    memcpy(sb_text(&sb), data.p, data.n);
    b->n_pending = data.n;
    return V_NONE;
}

// _mode(text, reads, writes): what the methods in C may do by themselves.
static Value iobuffer_mode(Vm *vm, Value *a) {
    static const uint32_t bits[] = {IOBUF_TEXT, IOBUF_READ, IOBUF_WRITE};
    IoBuffer *b = as_iobuffer(vm, a[0]);
    obj_touch(vm, b);
    b->flags &= IOBUF_LISTED;
    for (uint32_t i = 0; i < COUNT_OF(bits); i++) {
        if (a[1 + i] == V_TRUE) { b->flags |= bits[i]; }
    }
    return V_NONE;
}

static Value iobuffer_unlist(Vm *vm, Value *a) {
    IoBuffer *b = as_iobuffer(vm, a[0]);
    if (!(b->flags & IOBUF_LISTED)) { return V_NONE; }
    obj_touch(vm, b);
    b->flags &= ~(uint32_t)IOBUF_LISTED;
    cap_unlist_dirty(vm, a[0]);
    return V_NONE;
}

static const NativeDef iobuffer_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", iobuffer_make, NULL),
    TAIL("__next__", "self, /", iobuffer_next, NULL),
    LEAF("_mode", "self, text: bool, reads: bool, writes: bool, /", iobuffer_mode, NULL),
    LEAF("_set_pending", "self, data: bytes, /", iobuffer_set_pending, NULL),
    LEAF("_take", "self, size=-1, /", iobuffer_take, NULL),
    LEAF("_take_pending", "self, /", iobuffer_take_pending, NULL),
    LEAF("_unlist", "self, /", iobuffer_unlist, NULL),
    TAIL("read", "self, size=-1, /", iobuffer_read, NULL),
    TAIL("readline", "self, size=-1, /", iobuffer_readline, NULL),
    TAIL("write", "self, data: buffer, /", iobuffer_write, NULL),
    NATIVE_END,
};

static const GetSetDef iobuffer_getsets[] = {
    {"_ahead", iobuffer_get_ahead, iobuffer_set_ahead, NULL},
    {"_left", iobuffer_get_left, NULL, NULL},
    {"_place", iobuffer_get_place, NULL, NULL},
    {"_stepping", iobuffer_get_stepping, iobuffer_set_stepping, NULL},
    {"_waiting", iobuffer_get_waiting, NULL, NULL},
    {0},
};

const TypeDef iobuffer_type = {
    .name = "_IOBuffer",
    .module = "_io",
    .tag = T_IOBUFFER,
    .hidden = true,
    .subclassable = true,
    .methods = iobuffer_methods,
    .getsets = iobuffer_getsets,
    .next = iobuffer_step,
    .write = iobuffer_gather,
};
