// bytesio.c: the part in C of io.BytesIO: bytes in memory that are read and written at a position.
// See bytesio.h.
//
// A stream that was only read shares its initial bytes; the first write, and the first view, makes
// them a bytearray, which knows its views and refuses to change its size while there are any.
#include "lib/bytesio.h"

#include "object/bytearray.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/leaf_call.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/type.h"

static BytesIO *as_bytesio(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_BYTESIO));
    return ref_ptr(vm, v);
}

// ---- the bytes ---------------------------------------------------------------------------------

static ByteSpan bytesio_span(Vm *vm, const BytesIO *s) {
    ByteSpan span = {(const uint8_t *)"", 0};
    if (is_ref(s->data)) { bytes_like(vm, s->data, &span); }
    return span;
}

static uint32_t bytesio_len(Vm *vm, const BytesIO *s) {
    return is_ref(s->data) ? as_obj(vm, s->data)->n : 0;
}

// The bytes as a bytearray of the stream's own. NULL: raised.
static ByteArray *bytesio_own(Vm *vm, BytesIO *s) {
    if (!is_tagged(vm, s->data, T_BYTEARRAY)) {
        ByteSpan span = bytesio_span(vm, s);
        Value own = bytearray_new(vm, span.p, span.n);
        if (own == V_RAISED) { return NULL; }
        obj_set(vm, s, &s->data, own);
    }
    return as_bytearray(vm, s->data);
}

static bool bytesio_check(Vm *vm, const BytesIO *s) {
    return NX_LIKELY(!s->closed) ||
           raise_false(vm, EXC_ValueError, "I/O operation on closed file.");
}

// Views forbid what might change the number of bytes. False: raised.
static bool bytesio_check_views(Vm *vm, const BytesIO *s) {
    return !is_tagged(vm, s->data, T_BYTEARRAY) ||
           bytearray_may_resize(vm, as_bytearray(vm, s->data));
}

static void bytesio_go(Vm *vm, BytesIO *s, int64_t pos) {
    obj_touch(vm, s);
    s->pos = pos;
}

// ---- reading -----------------------------------------------------------------------------------

// A size that was given; None is -1.
static int64_t bytesio_size(Vm *vm, Value v) { return v == V_NONE ? -1 : int_clamp_i64(vm, v); }

// The bytes up to `end`, which is not behind the last; the position goes there.
static Value bytesio_take(Vm *vm, BytesIO *s, int64_t end) {
    ByteSpan span = bytesio_span(vm, s);
    Value piece;
    if (s->pos == 0 && end == span.n && is_exact(vm, s->data, T_BYTES)) {
        piece = s->data;
    } else {
        int64_t from = min_i64(s->pos, end);
        piece = bytes_new(vm, span.p + from, (uint64_t)(end - from));
        TRY_VALUE(piece);
        if (from == end) { return piece; }
    }
    bytesio_go(vm, s, end);
    return piece;
}

static Value bytesio_read(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    int64_t size = bytesio_size(vm, a[1]), end = bytesio_len(vm, s);
    TRY(bytesio_check(vm, s));
    if (size >= 0 && size < end - s->pos) { end = s->pos + size; }
    return bytesio_take(vm, s, end);
}

// Where the line that begins at the position ends, behind its newline.
static int64_t bytesio_line_end(Vm *vm, const BytesIO *s) {
    ByteSpan span = bytesio_span(vm, s);
    if (s->pos >= span.n) { return span.n; }
    const uint8_t *found = memchr(span.p + s->pos, '\n', (size_t)(span.n - s->pos));
    return found ? found + 1 - span.p : span.n;
}

static Value bytesio_take_line(Vm *vm, BytesIO *s, int64_t size) {
    int64_t end = bytesio_line_end(vm, s);
    if (end > s->pos) { TRY(native_charge(vm, (uint64_t)(end - s->pos) / 256)); }
    if (size >= 0 && size < end - s->pos) { end = s->pos + size; }
    return bytesio_take(vm, s, end);
}

static Value bytesio_readline(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    TRY(bytesio_check(vm, s));
    return bytesio_take_line(vm, s, bytesio_size(vm, a[1]));
}

// All lines, or as many as hold `hint` bytes.
static Value bytesio_readlines(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    int64_t hint = -1, pos = s->pos, len = bytesio_len(vm, s);
    TRY(bytesio_check(vm, s));
    if (a[1] != V_NONE && !isinstance_int(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "integer argument expected, got '%T'", a[1]);
    }
    if (a[1] != V_NONE && !int_to_i64(vm, a[1], &hint)) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
    }
    Value lines = list_new(vm, 0);
    TRY_VALUE(lines);
    while (s->pos < len) {
        Value line = bytesio_take_line(vm, s, -1);
        if (line == V_RAISED || !native_charge(vm, 1) ||
            !list_append(vm, as_list(vm, lines), line)) {
            s->pos = pos; // once more from there
            return V_RAISED;
        }
        if (hint > 0 && s->pos - pos >= hint) { break; }
    }
    return lines;
}

// False: raised, for a view that has gaps.
static bool bytesio_check_whole(Vm *vm, Value v) {
    return !is_tagged(vm, v, T_MEMORYVIEW) || memoryview_contiguous(vm, as_memoryview(vm, v)) ||
           raise_false(vm, EXC_BufferError, "memoryview: underlying buffer is not C-contiguous");
}

// The bytes of an object that may be written. NULL: raised.
static uint8_t *bytesio_target(Vm *vm, Value v, uint32_t *n, const char *name) {
    uint8_t *p;
    int ok = buffer_target(vm, v, &p, n);
    if (ok > 0) { return p; }
    return ok ? raise_null(vm, EXC_TypeError,
                           "%s() argument must be read-write bytes-like object, not %s", name,
                           argument_class_name(vm, v))
              : NULL;
}

static Value bytesio_fill(Vm *vm, Value *a, const char *name) {
    BytesIO *s = as_bytesio(vm, a[0]);
    uint32_t room;
    uint8_t *to = bytesio_target(vm, a[1], &room, name);
    TRY(to && bytesio_check(vm, s));
    ByteSpan span = bytesio_span(vm, s);
    if (s->pos >= span.n) { return int_value(0); }
    uint32_t n = min_u32(room, span.n - (uint32_t)s->pos);
    TRY(native_charge(vm, n / 64));
    memmove(to, span.p + s->pos, n);
    bytesio_go(vm, s, s->pos + n);
    return int_value(n);
}

static Value bytesio_readinto(Vm *vm, Value *a) { return bytesio_fill(vm, a, "readinto"); }
static Value bytesio_readinto1(Vm *vm, Value *a) { return bytesio_fill(vm, a, "readinto1"); }

static Value bytesio_iter(Vm *vm, Value v) {
    (void)vm;
    return v;
}

static Value bytesio_next(Vm *vm, Value v) {
    BytesIO *s = as_bytesio(vm, v);
    TRY(bytesio_check(vm, s));
    return s->pos >= bytesio_len(vm, s) ? V_STOP : bytesio_take_line(vm, s, -1);
}

// ---- writing -----------------------------------------------------------------------------------

static Value bytesio_write(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    ByteSpan from;
    TRY(bytesio_check_whole(vm, a[1]) && bytes_like_or_raise(vm, a[1], &from));
    TRY(bytesio_check(vm, s) && bytesio_check_views(vm, s));
    if (from.n == 0) { return int_value(0); }
    if (s->pos > UINT32_MAX / 4) { return raise_value(vm, vm->head->memory_error); }
    ByteArray *b = bytesio_own(vm, s);
    TRY(b);
    uint32_t pos = (uint32_t)s->pos, len = b->h.n, begin = min_u32(pos, len);
    TRY(native_charge(vm, ((uint64_t)pos - begin + from.n) / 64));
    uint32_t end = from.n < len - begin ? begin + from.n : len;
    uint8_t *to = bytearray_splice(vm, b, begin, end, (uint64_t)pos - begin + from.n);
    TRY(to);
    memset(to, 0, pos - begin); // what was skipped is zero
    memmove(to + (pos - begin), from.p, from.n);
    bytesio_go(vm, s, (int64_t)pos + from.n);
    return int_value(from.n);
}

// Asks what a size is only where it may cut. V_UNBOUND: its __index__ must tell.
static Value bytesio_truncate(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    int64_t size = s->pos;
    TRY(bytesio_check(vm, s) && bytesio_check_views(vm, s));
    if (a[1] != V_NONE && !isinstance_int(vm, a[1])) { return V_UNBOUND; }
    if (a[1] != V_NONE && !int_to_i64(vm, a[1], &size)) {
        return raise_error(vm, EXC_OverflowError, "Python int too large to convert to C long");
    }
    if (size < 0) { return raise_error(vm, EXC_ValueError, "negative size value %l", size); }
    Value result = int_from_i64(vm, size);
    TRY_VALUE(result);
    if (size < bytesio_len(vm, s)) {
        ByteArray *b = bytesio_own(vm, s);
        TRY(b && bytearray_splice(vm, b, (uint32_t)size, b->h.n, 0));
    }
    return result;
}

enum { TRUNCATE_START, TRUNCATE_GOT_SIZE };

static Value bytesio_truncate_steps(Vm *vm, Frame *f) {
    if (native_state(f) == TRUNCATE_GOT_SIZE) { f->slot[1] = f->result; }
    Value v = bytesio_truncate(vm, f->slot);
    if (v != V_UNBOUND) { return v; }
    return native_call1(vm, f, TRUNCATE_GOT_SIZE, internal(vm, I_INDEX), f->slot[1]);
}

// ---- the rest ----------------------------------------------------------------------------------

static Value bytesio_make(Vm *vm, Value *a) {
    BytesIO *s = construct(vm, T_BYTESIO, a[0], 0);
    TRY(s);
    s->data = V_NONE;
    return ptr_value(vm, s);
}

// Drops the bytes, whether or not others can take their place. False: raised, nothing has changed.
static bool bytesio_clear(Vm *vm, BytesIO *s) {
    if (!bytesio_check_views(vm, s)) { return false; }
    obj_set(vm, s, &s->data, V_NONE);
    s->pos = 0;
    return true;
}

static Value bytesio_init(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    Value data = a[1] == V_UNBOUND ? V_NONE : a[1];
    TRY(bytesio_clear(vm, s));
    if (data == V_NONE) { return V_NONE; }
    if (is_exact(vm, data, T_BYTES)) {
        obj_set(vm, s, &s->data, data);
        s->closed = 0;
        return V_NONE;
    }
    TRY_VALUE(bytesio_write(vm, a));
    s->pos = 0;
    return V_NONE;
}

// The bytes that __setstate__ was given; the position is behind them.
static Value bytesio_restore(Vm *vm, Value *a) {
    TRY(bytesio_clear(vm, as_bytesio(vm, a[0])));
    return bytesio_write(vm, a);
}

static Value bytesio_getvalue(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    TRY(bytesio_check(vm, s));
    if (is_exact(vm, s->data, T_BYTES)) { return s->data; }
    ByteSpan span = bytesio_span(vm, s);
    return bytes_new(vm, span.p, span.n);
}

static Value bytesio_getbuffer(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    TRY(bytesio_check(vm, s) && bytesio_own(vm, s));
    return memoryview_new(vm, s->data);
}

static Value bytesio_close(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    TRY(bytesio_check_views(vm, s));
    obj_set(vm, s, &s->data, V_NONE);
    s->pos = 0;
    s->closed = 1;
    return V_NONE;
}

static Value bytesio_seek(Vm *vm, Value *a) {
    BytesIO *s = as_bytesio(vm, a[0]);
    int64_t pos = int_clamp_i64(vm, a[1]), whence = int_clamp_i64(vm, a[2]), from = 0;
    TRY(bytesio_check(vm, s));
    if (whence == 0 && pos < 0) {
        return raise_error(vm, EXC_ValueError, "negative seek value %l", pos);
    }
    if (whence < 0 || whence > 2) {
        return raise_error(vm, EXC_ValueError, "invalid whence (%l, should be 0, 1 or 2)", whence);
    }
    if (whence == 1) { from = s->pos; }
    if (whence == 2) { from = bytesio_len(vm, s); }
    if (pos > INT64_MAX - from) {
        return raise_error(vm, EXC_OverflowError, "new position too large");
    }
    pos = max_i64(from + pos, 0);
    Value result = int_from_i64(vm, pos);
    TRY_VALUE(result);
    bytesio_go(vm, s, pos);
    return result;
}

static Value bytesio_tell(Vm *vm, Value *a) {
    const BytesIO *s = as_bytesio(vm, a[0]);
    TRY(bytesio_check(vm, s));
    return int_from_i64(vm, s->pos);
}

static Value bytesio_true(Vm *vm, Value *a) {
    TRY(bytesio_check(vm, as_bytesio(vm, a[0])));
    return V_TRUE;
}
static Value bytesio_false(Vm *vm, Value *a) {
    TRY(bytesio_check(vm, as_bytesio(vm, a[0])));
    return V_FALSE;
}
static Value bytesio_flush(Vm *vm, Value *a) {
    TRY(bytesio_check(vm, as_bytesio(vm, a[0])));
    return V_NONE;
}

static Value bytesio_get_closed(Vm *vm, Value v) { return bool_value(as_bytesio(vm, v)->closed); }

bool bytesio_is_sound(Vm *vm, const BytesIO *s) {
    bool data = is_tagged(vm, s->data, T_BYTES) || is_exact(vm, s->data, T_BYTEARRAY);
    return (data || !is_ref(s->data)) && s->pos >= 0 && s->closed <= 1;
}

static const NativeDef bytesio_methods[] = {
    LEAF("__init__", "self, initial_bytes: buffer=NULL", bytesio_init,
         "Begin with some bytes, and the position before them."),
    LEAF_MAKER(bytesio_make, "Make an empty stream."),
    LEAF("_restore", "self, initial_bytes: buffer, /", bytesio_restore, NULL),
    LEAF("close", "self, /", bytesio_close, "Drop the bytes; nothing works afterwards."),
    LEAF("flush", "self, /", bytesio_flush, "There is nothing to write out."),
    LEAF("getbuffer", "self, /", bytesio_getbuffer,
         "A view of the bytes that can be written through."),
    LEAF("getvalue", "self, /", bytesio_getvalue, "All the bytes, wherever the position is."),
    LEAF("isatty", "self, /", bytesio_false, "Always returns False."),
    LEAF("read", "self, size: size=-1, /", bytesio_read,
         "Bytes from the position on: at most size, or all when it is negative."),
    LEAF("read1", "self, size: size=-1, /", bytesio_read,
         "As read(): there is no device to ask twice."),
    LEAF("readable", "self, /", bytesio_true, "True; ValueError once it is closed."),
    LEAF("readinto", "self, buffer: writable, /", bytesio_readinto,
         "Read into a buffer, and return how many bytes that was."),
    LEAF("readinto1", "self, buffer: writable, /", bytesio_readinto1, "As readinto()."),
    LEAF("readline", "self, size: size=-1, /", bytesio_readline,
         "The bytes up to a newline, which is one of them, but at most size."),
    LEAF("readlines", "self, size=None, /", bytesio_readlines,
         "The lines from the position on, until they have size bytes or more."),
    LEAF("seek", "self, pos: int, whence: cint=0, /", bytesio_seek,
         "Go to another position, seen from the beginning, from here or from the end."),
    LEAF("seekable", "self, /", bytesio_true, "True; ValueError once it is closed."),
    LEAF("tell", "self, /", bytesio_tell, "The position, counted in bytes."),
    STEPS_FAST("truncate", "self, size=None, /", bytesio_truncate, bytesio_truncate_steps, 0,
               "Cut it at a position, by default the current one."),
    LEAF("writable", "self, /", bytesio_true, "True; ValueError once it is closed."),
    LEAF("write", "self, b: buffer, /", bytesio_write, "Write bytes, and return how many."),
    NATIVE_END,
};

static const GetSetDef bytesio_getsets[] = {
    {"closed", bytesio_get_closed, NULL, "Whether it is closed."},
    {0},
};

const TypeDef bytesio_type = {
    .name = "BytesIO",
    .module = "_io",
    .tag = T_BYTESIO,
    .subclassable = true,
    .hidden = true,
    .methods = bytesio_methods,
    .getsets = bytesio_getsets,
    .iter = bytesio_iter,
    .next = bytesio_next,
};
