// stringio.c: the part in C of io.StringIO: text in memory that is read and written at a position.
// See stringio.h.
//
// A stream that was only read shares its initial text; the first write makes it a copy with room to
// grow. Positions count code points; the byte offset of the current one is kept beside it, so that
// reading on and writing at the end cost what is read and written.
#include "lib/stringio.h"

#include "lib/fallback.h"
#include "object/module.h"
#include "object/codec.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"

static StringIO *as_stringio(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_STRINGIO));
    return ref_ptr(vm, v);
}

// ---- the text ----------------------------------------------------------------------------------

static const char *stringio_text(Vm *vm, const StringIO *s) {
    if (!is_ref(s->text)) { return ""; }
    if (is_tagged(vm, s->text, T_STR)) { return as_str(vm, s->text)->data; }
    return (const char *)((const Blob *)ref_ptr(vm, s->text))->data;
}

static bool stringio_is_ascii(const StringIO *s) { return s->len == s->n; }

// The byte offset `count` code points behind the one at byte `at`, or the end.
static uint32_t stringio_forward(Vm *vm, const StringIO *s, uint32_t at, int64_t count) {
    uint32_t left = s->n - at;
    if (count >= left) { return s->n; }
    if (stringio_is_ascii(s)) { return at + (uint32_t)count; }
    return at + (uint32_t)utf8_offset(stringio_text(vm, s) + at, left, (size_t)count);
}

static uint32_t stringio_count(Vm *vm, const StringIO *s, uint32_t from, uint32_t to) {
    if (stringio_is_ascii(s)) { return to - from; }
    return (uint32_t)utf8_count(stringio_text(vm, s) + from, to - from);
}

static void stringio_go(Vm *vm, StringIO *s, int64_t pos) {
    obj_touch(vm, s);
    s->at = pos >= s->len ? s->n : stringio_forward(vm, s, 0, pos);
    s->pos = pos;
}

// Room for n bytes in a blob of its own. False: raised, nothing has changed.
static bool stringio_reserve(Vm *vm, StringIO *s, uint64_t n) {
    bool own = is_tagged(vm, s->text, T_BLOB);
    if (own && n <= as_obj(vm, s->text)->n) { return true; }
    if (n >= UINT32_MAX / 4) { return raise_memory_error(vm) != V_RAISED; }
    Blob *b = heap_new_raw(vm, T_BLOB, n + n / 2 + 64);
    if (!b) { return false; }
    memcpy(b->data, stringio_text(vm, s), s->n);
    memset(b->data + s->n, 0, b->h.n - s->n);
    obj_set(vm, s, &s->text, ptr_value(vm, b));
    return true;
}

// Puts text in the place of as many code points behind the position, which is not beyond the end.
static bool stringio_put(Vm *vm, StringIO *s, const char *text, uint32_t n, uint32_t len) {
    uint32_t end = s->at == s->n ? s->n : stringio_forward(vm, s, s->at, len);
    uint32_t gone = end == s->at ? 0 : stringio_count(vm, s, s->at, end), tail = s->n - end;
    if (!native_charge(vm, (n + (uint64_t)tail) / 64)) { return false; }
    if (!stringio_reserve(vm, s, (uint64_t)s->at + n + tail)) { return false; }
    obj_touch(vm, s);
    Blob *b = ref_ptr(vm, s->text);
    obj_touch(vm, b);
    if (tail) { memmove(b->data + s->at + n, b->data + end, tail); }
    memcpy(b->data + s->at, text, n);
    s->len += len - gone;
    s->at += n;
    s->n = s->at + tail;
    s->pos += len;
    return true;
}

// NULs up to a position behind the end.
static bool stringio_pad(Vm *vm, StringIO *s) {
    if (s->pos <= s->len) { return true; }
    uint64_t more = (uint64_t)s->pos - s->len;
    if (!native_charge(vm, more / 64)) { return false; }
    if (more >= UINT32_MAX / 4 || !stringio_reserve(vm, s, s->n + more)) {
        if (!vm->alloc_failed) { raise_memory_error(vm); }
        return false;
    }
    obj_touch(vm, s);
    Blob *b = ref_ptr(vm, s->text);
    obj_touch(vm, b);
    memset(b->data + s->n, 0, (size_t)more);
    s->n += (uint32_t)more;
    s->len += (uint32_t)more;
    s->at = s->n;
    return true;
}

// ---- line ends ---------------------------------------------------------------------------------

// The text as it is stored, and in *seen the line ends in it. The text itself where nothing is to
// be translated.
static Value stringio_translate(Vm *vm, const StringIO *s, Value text, uint8_t *seen) {
    const Str *t = as_str(vm, text);
    bool ends = memchr(t->data, '\n', t->h.n) || memchr(t->data, '\r', t->h.n);
    bool reads = s->newline == STRINGIO_UNIVERSAL || s->newline == STRINGIO_ANY;
    if (!ends) { return text; }
    TRY(native_charge(vm, t->h.n / 32));
    StrBuilder b = str_builder(vm);
    uint32_t from = 0;
    for (uint32_t i = 0; i < t->h.n; i++) {
        char c = t->data[i];
        if (c != '\n' && (c != '\r' || !reads)) { continue; }
        bool crlf = c == '\r' && i + 1 < t->h.n && t->data[i + 1] == '\n';
        *seen |= reads ? (c == '\n' ? 1 : crlf ? 4 : 2) : 0;
        if (s->newline == STRINGIO_ANY) {
            i += crlf;
            continue;
        }
        const char *end = s->newline == STRINGIO_CR     ? "\r"
                          : s->newline == STRINGIO_CRLF ? "\r\n"
                                                        : "\n";
        TRY(sb_put(&b, t->data + from, i - from) && sb_put_cstr(&b, end));
        i += crlf;
        from = i + 1;
    }
    if (from == 0) { return text; }
    TRY(sb_put(&b, t->data + from, t->h.n - from));
    return sb_finish(&b);
}

// Where the line that begins at the position ends, behind its line end.
static uint32_t stringio_line_end(Vm *vm, const StringIO *s) {
    const char *text = stringio_text(vm, s), *p = text + s->at, *end = text + s->n;
    const char *found = p;
    if (s->newline == STRINGIO_CR || s->newline == STRINGIO_CRLF) {
        bool two = s->newline == STRINGIO_CRLF;
        while ((found = memchr(found, '\r', (size_t)(end - found))) != NULL) {
            if (!two) { return (uint32_t)(found + 1 - text); }
            if (found + 1 < end && found[1] == '\n') { return (uint32_t)(found + 2 - text); }
            found++;
        }
        return s->n;
    }
    found = memchr(p, '\n', (size_t)(end - p));
    const char *stop = found ? found + 1 : end;
    if (s->newline == STRINGIO_ANY) {
        const char *cr = memchr(p, '\r', (size_t)(stop - p));
        if (cr) { stop = cr + 1 < end && cr[1] == '\n' ? cr + 2 : cr + 1; }
    }
    return (uint32_t)(stop - text);
}

// ---- reading -----------------------------------------------------------------------------------

static bool stringio_check(Vm *vm, const StringIO *s) {
    return NX_LIKELY(!s->closed) || raise_false(vm, EXC_ValueError, "I/O operation on closed file");
}

// The text up to byte `end`; the position goes there.
static Value stringio_take(Vm *vm, StringIO *s, uint32_t end) {
    uint32_t from = s->at, len = stringio_count(vm, s, from, end);
    if (!stringio_is_ascii(s)) { TRY(native_charge(vm, (end - from) / 64)); }
    Value piece = str_new_counted(vm, stringio_text(vm, s) + from, end - from, len);
    TRY_VALUE(piece);
    obj_touch(vm, s);
    s->at = end;
    s->pos += len;
    return piece;
}

static Value stringio_take_line(Vm *vm, StringIO *s, int64_t size) {
    if (s->at >= s->n) { return vm_name(vm, N_empty); }
    uint32_t end = stringio_line_end(vm, s);
    TRY(native_charge(vm, (end - s->at) / 256));
    if (size >= 0) { end = min_u32(end, stringio_forward(vm, s, s->at, size)); }
    return stringio_take(vm, s, end);
}

// A size that was given; None is -1.
static int64_t stringio_size(Vm *vm, Value v) { return v == V_NONE ? -1 : int_clamp_i64(vm, v); }

static Value stringio_read(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    int64_t size = stringio_size(vm, a[1]);
    TRY(stringio_check(vm, s));
    if (s->at >= s->n) { return vm_name(vm, N_empty); }
    bool whole = s->at == 0 && is_exact(vm, s->text, T_STR) && (size < 0 || size >= s->len);
    if (whole) {
        Value text = s->text;
        stringio_go(vm, s, s->len);
        return text;
    }
    return stringio_take(vm, s, size < 0 ? s->n : stringio_forward(vm, s, s->at, size));
}

static Value stringio_readline(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    TRY(stringio_check(vm, s));
    return stringio_take_line(vm, s, stringio_size(vm, a[1]));
}

static Value stringio_iter(Vm *vm, Value v) {
    if (!as_stringio(vm, v)->closed) { return v; }
    return raise_error(vm, EXC_ValueError, "I/O operation on closed file."); // as of any stream
}

// The lines of a class with a readline of its own are that one's.
static Value stringio_next(Vm *vm, Value v) {
    StringIO *s = as_stringio(vm, v);
    TRY(stringio_check(vm, s));
    if (!keeps_builtin(vm, v, N_readline)) { return V_UNBOUND; }
    return s->at >= s->n ? V_STOP : stringio_take_line(vm, s, -1);
}

enum { LINE_START, LINE_READ };

static Value stringio_next_steps(Vm *vm, Frame *f) {
    if (native_state(f) == LINE_READ) {
        bool text = isinstance_str(vm, f->result);
        if (text && as_str(vm, f->result)->h.n) { return f->result; }
        if (text) { return raise_stop_iteration(vm, V_NONE); }
        return raise_error(vm, EXC_OSError,
                           "readline() should have returned a str object, not "
                           "'%T'",
                           f->result);
    }
    Value line = stringio_next(vm, f->slot[0]);
    if (line == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    if (line != V_UNBOUND) { return line; }
    return native_call_method(vm, f, LINE_READ, f->slot[0], vm_name(vm, N_readline), 0, NULL);
}

// All lines, or as many as reach `hint` code points. V_UNBOUND: a readline of the class's own.
static Value stringio_readlines(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    int64_t hint = stringio_size(vm, a[1]), total = 0, pos = s->pos;
    uint32_t at = s->at;
    bool own = !s->closed && keeps_builtin(vm, a[0], N_readline) &&
               keeps_builtin(vm, a[0], N___next__) && keeps_builtin(vm, a[0], N___iter__);
    if (!own) { return V_UNBOUND; }
    Value lines = list_new(vm, 0);
    TRY_VALUE(lines);
    while (s->at < s->n) {
        int64_t before = s->pos;
        Value line = stringio_take_line(vm, s, -1);
        if (line == V_RAISED || !list_append(vm, as_list(vm, lines), line)) {
            s->at = at; // once more from there
            s->pos = pos;
            return V_RAISED;
        }
        total += s->pos - before;
        if (hint > 0 && total > hint) { break; }
    }
    return lines;
}

static Value stringio_readlines_steps(Vm *vm, Frame *f) {
    return fallback_call(vm, "io", "_readlines", 2, f->slot);
}

// ---- writing -----------------------------------------------------------------------------------

static Value stringio_write_text(Vm *vm, StringIO *s, Value text) {
    TRY(stringio_check(vm, s));
    uint32_t len = as_str(vm, text)->len;
    if (len == 0) { return int_value(0); }
    uint8_t seen = 0;
    if (s->newline != STRINGIO_LF) {
        text = stringio_translate(vm, s, text, &seen);
        TRY_VALUE(text);
    }
    const Str *t = as_str(vm, text);
    TRY(stringio_pad(vm, s) && stringio_put(vm, s, t->data, t->h.n, t->len));
    s->seen |= seen;
    return int_value(len);
}

static Value stringio_write(Vm *vm, Value *a) {
    if (NX_UNLIKELY(!isinstance_str(vm, a[1]))) {
        return raise_error(vm, EXC_TypeError, "string argument expected, got '%T'", a[1]);
    }
    return stringio_write_text(vm, as_stringio(vm, a[0]), a[1]);
}

static Value stringio_write_slot(Vm *vm, Value v, Value text) {
    return isinstance_str(vm, text) ? stringio_write_text(vm, as_stringio(vm, v), text) : V_UNBOUND;
}

// ---- the rest ----------------------------------------------------------------------------------

static Value stringio_make(Vm *vm, Value *a) {
    StringIO *s = construct(vm, T_STRINGIO, a[0], 0);
    TRY(s);
    s->text = V_NONE;
    return ptr_value(vm, s);
}

static bool stringio_newline_mode(Vm *vm, Value v, uint8_t *mode) {
    static const char *const texts[] = {"\n", NULL, "", "\r", "\r\n"};
    if (v != V_NONE && v != V_UNBOUND && !isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError, "newline must be str or None, not %T", v);
    }
    *mode = v == V_NONE ? STRINGIO_UNIVERSAL : STRINGIO_LF;
    if (v == V_NONE || v == V_UNBOUND) { return true; }
    const Str *newline = as_str(vm, v);
    if (utf8_find_surrogate(newline->data, newline->h.n) < newline->h.n) {
        Value encoding = str_new_cstr(vm, "utf-8"); // which it has none of
        return encoding != V_RAISED && codec_encode(vm, v, encoding, V_UNBOUND) != V_RAISED;
    }
    for (uint8_t i = 0; i < COUNT_OF(texts); i++) {
        *mode = i;
        if (texts[i] && str_equals_cstr(newline, texts[i])) { return true; }
    }
    return raise_false(vm, EXC_ValueError, "illegal newline value: %R", v);
}

static Value stringio_init(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    uint8_t mode, seen = 0;
    TRY(stringio_newline_mode(vm, a[2], &mode));
    Value text = a[1] == V_UNBOUND ? V_NONE : a[1];
    if (text != V_NONE && !isinstance_str(vm, text)) {
        return raise_error(vm, EXC_TypeError, "initial_value must be str or None, not %T", text);
    }
    StringIO with = {.newline = mode};
    if (text != V_NONE) {
        text = str_exact(vm, text);
        TRY_VALUE(text);
        str_share(vm, text);
        if (mode != STRINGIO_LF) { text = stringio_translate(vm, &with, text, &seen); }
        TRY_VALUE(text);
    }
    const Str *t = text != V_NONE ? as_str(vm, text) : NULL;
    obj_set(vm, s, &s->text, t && t->h.n ? text : V_NONE);
    s->n = t ? t->h.n : 0;
    s->len = t ? t->len : 0;
    s->pos = s->at = 0;
    s->newline = mode;
    s->seen = seen;
    s->closed = 0;
    return V_NONE;
}

// The text and the newline that __setstate__ was given: the text is stored as it is, and the line
// ends in it count as met.
static Value stringio_restore(Vm *vm, Value *a) {
    Value args[3] = {a[0], a[1], V_UNBOUND};
    StringIO *s = as_stringio(vm, a[0]);
    TRY_VALUE(stringio_init(vm, a));
    uint8_t newline = s->newline, seen = s->seen;
    TRY_VALUE(stringio_init(vm, args));
    s->newline = newline;
    s->seen = seen;
    return V_NONE;
}

static Value stringio_getvalue(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    TRY(stringio_check(vm, s));
    if (is_exact(vm, s->text, T_STR) && as_str(vm, s->text)->h.n == s->n) { return s->text; }
    TRY(native_charge(vm, s->n / 64));
    return str_new_counted(vm, stringio_text(vm, s), s->n, s->len);
}

static Value stringio_close(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    obj_set(vm, s, &s->text, V_NONE);
    s->n = s->len = s->at = 0;
    s->pos = 0;
    s->closed = 1;
    return V_NONE;
}

static Value stringio_flush(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static Value stringio_seek(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    int64_t pos = int_clamp_i64(vm, a[1]), whence = int_clamp_i64(vm, a[2]);
    TRY(stringio_check(vm, s));
    if (whence < 0 || whence > 2) {
        return raise_error(vm, EXC_ValueError, "Invalid whence (%l, should be 0, 1 or 2)", whence);
    }
    if (whence == 0 && pos < 0) {
        return raise_error(vm, EXC_ValueError, "Negative seek position %l", pos);
    }
    if (whence != 0 && pos != 0) {
        return raise_error(vm, EXC_OSError, "Can't do nonzero cur-relative seeks");
    }
    if (whence != 1) {
        if (!stringio_is_ascii(s)) { TRY(native_charge(vm, s->n / 64)); }
        stringio_go(vm, s, whence == 0 ? pos : s->len);
    }
    return int_from_i64(vm, s->pos);
}

static Value stringio_tell(Vm *vm, Value *a) {
    const StringIO *s = as_stringio(vm, a[0]);
    TRY(stringio_check(vm, s));
    return int_from_i64(vm, s->pos);
}

static Value stringio_truncate(Vm *vm, Value *a) {
    StringIO *s = as_stringio(vm, a[0]);
    int64_t size = a[1] == V_NONE ? s->pos : int_clamp_i64(vm, a[1]);
    TRY(stringio_check(vm, s));
    if (size < 0) { return raise_error(vm, EXC_ValueError, "Negative size value %l", size); }
    Value result = int_from_i64(vm, size);
    TRY_VALUE(result);
    if (size >= s->len) { return result; }
    TRY(native_charge(vm, s->n / 64) && stringio_reserve(vm, s, s->n));
    obj_touch(vm, s);
    s->n = stringio_forward(vm, s, 0, size);
    s->len = (uint32_t)size;
    if (s->pos > size) { s->at = s->n; }
    return result;
}

static Value stringio_get_closed(Vm *vm, Value v) { return bool_value(as_stringio(vm, v)->closed); }
static bool stringio_set_closed(Vm *vm, Value v, Value closed) {
    StringIO *s = as_stringio(vm, v);
    obj_touch(vm, s);
    s->closed = closed == V_TRUE;
    return true;
}

static Value stringio_get_newline(Vm *vm, Value v) {
    static const char *const texts[] = {"\n", "", "", "\r", "\r\n"};
    uint8_t mode = as_stringio(vm, v)->newline;
    return mode == STRINGIO_UNIVERSAL ? V_NONE : str_new_cstr(vm, texts[mode]);
}

// The kinds of line ends that were met: None, one of them, or a tuple.
static Value stringio_get_newlines(Vm *vm, Value v) {
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    static const uint8_t bits[] = {2, 1, 4};
    const StringIO *s = as_stringio(vm, v);
    Value found[3];
    uint32_t n = 0;
    TRY(stringio_check(vm, s));
    for (uint32_t i = 0; i < 3; i++) {
        if (!(s->seen & bits[i])) { continue; }
        found[n] = str_new_cstr(vm, texts[i]);
        TRY_VALUE(found[n]);
        n++;
    }
    return n == 0 ? V_NONE : n == 1 ? found[0] : tuple_from(vm, found, n);
}

bool stringio_is_sound(Vm *vm, const StringIO *s) {
    uint64_t room = 0;
    if (is_tagged(vm, s->text, T_STR) || is_tagged(vm, s->text, T_BLOB)) {
        room = as_obj(vm, s->text)->n;
    } else if (is_ref(s->text)) {
        return false;
    }
    if (s->n > room || s->n >= UINT32_MAX / 4 || s->at > s->n || s->pos < 0) { return false; }
    const char *text = stringio_text(vm, s);
    Utf8Fault fault;
    uint32_t before = s->pos < s->len ? (uint32_t)s->pos : s->len;
    return s->newline <= STRINGIO_CRLF && s->seen < 8 && utf8_check_text(text, s->n, &fault) &&
           utf8_count(text, s->n) == s->len && utf8_count(text, s->at) == before &&
           (s->at == s->n || !utf8_is_continue((uint8_t)text[s->at]));
}

static const NativeDef stringio_methods[] = {
    LEAF("__init__", "self, initial_value=UNBOUND, newline=UNBOUND", stringio_init,
         "Begin with a text, and the position before it."),
    LEAF_MAKER(stringio_make, "Make an empty stream."),
    STEPS("__next__", "self, /", stringio_next_steps, 0, NULL, "The next item, for next()."),
    LEAF("_restore", "self, text, newline, /", stringio_restore, NULL),
    LEAF("close", "self, /", stringio_close,
         "Drop the text. Whatever follows raises ValueError, but for closing again."),
    LEAF("flush", "self, /", stringio_flush, "There is nothing to write out."),
    LEAF("getvalue", "self, /", stringio_getvalue, "The whole text, wherever the position is."),
    LEAF("read", "self, size: size=None, /", stringio_read,
         "At most size characters from the position on; all of them without a size."),
    LEAF("readline", "self, size: size=None, /", stringio_readline,
         "The rest of the line, its end included; '' at the end of the text."),
    STEPS_FAST("readlines", "self, hint: size=None, /", stringio_readlines,
               stringio_readlines_steps, 0,
               "A list of the lines, no more than hold `hint` characters when it is positive."),
    LEAF("seek", "self, pos: int, whence: cint=0, /", stringio_seek,
         "Go to a position: from the start (0); the current one (1) and the end (2) take only 0."),
    LEAF("tell", "self, /", stringio_tell, "The position."),
    LEAF("truncate", "self, pos: size=None, /", stringio_truncate,
         "Drop what is behind pos (without it, behind the position). The position stays."),
    LEAF("write", "self, s, /", stringio_write,
         "Write a text at the position; the number of its characters."),
    NATIVE_END,
};

static const GetSetDef stringio_getsets[] = {
    {"_closed", stringio_get_closed, stringio_set_closed, NULL},
    {"_newline", stringio_get_newline, NULL, NULL},
    {"newlines", stringio_get_newlines, NULL, "line ends met so far"},
    {0},
};

const TypeDef stringio_type = {
    .name = "StringIO",
    .module = "_io",
    .tag = T_STRINGIO,
    .subclassable = true,
    .hidden = true,
    .methods = stringio_methods,
    .getsets = stringio_getsets,
    .iter = stringio_iter,
    .next = stringio_next,
    .write = stringio_write_slot,
};

static const uint8_t memory_io_types[] = {T_BYTESIO, T_STRINGIO, 0};

static Value memory_io_size(Vm *vm, Value *a) {
    (void)vm;
    return a[0] == V_NONE ? int_value(-1) : a[0];
}

// What __getstate__ gives of the attributes: None while nobody has set or asked for any.
static Value memory_io_namespace(Vm *vm, Value *a) {
    if (!has_attrs(vm, a[0]) || !attrs_has_dict(vm, a[0])) { return V_NONE; }
    Value dict = attrs_dict(vm, a[0]);
    return dict == V_RAISED ? dict : dict_copy(vm, as_dict(vm, dict));
}

static const NativeDef memory_io_functions[] = {
    LEAF("namespace", "stream, /", memory_io_namespace, "A copy of its attributes, or None."),
    LEAF("size", "size: size, /", memory_io_size, "A size that was given; None is -1."),
    NATIVE_END,
};

const ModuleDef memory_io_module = {"_io_memory", "Streams in memory.", memory_io_functions, NULL,
                                    memory_io_types};
