// str.c: text. Immutable UTF-8 in which a surrogate is its own three bytes, with the number of code
// points beside it; equal texts have equal bytes, and byte order is the order of code points.
//
// Invariants: len == h.n exactly for ASCII; the bytes behind the text up to the object's end are
// zero (there is at least one). Indices of Python are code points; str_byte_offset maps them.
// Methods are in str_methods.c, str_search.c, str_case.c, str_format.c and str_percent.c.
#include "object/str.h"

#include "base/utf8.h"
#include "heap/intern.h"
#include "object/int.h"
#include "object/search.h"
#include "object/seq.h"
#include "object/slice.h"
#include "object/str_inner.h"

// ---- construction ------------------------------------------------------------------------------

Str *str_alloc(Vm *vm, uint64_t n_bytes) {
    Str *s;
    uint64_t size = (n_bytes + 24) & ~(uint64_t)7; // what layout_size() says, for the common case
    if (NX_LIKELY(size <= HEAP_MAX_SMALL)) {
        s = heap_alloc_small(vm, heap_class_of[size / 8]);
        if (NX_UNLIKELY(!s)) { return NULL; }
        obj_init(&s->h, T_STR, (uint32_t)n_bytes);
    } else {
        s = HEAP_MAKE(vm, STR, n_bytes);
        if (NX_UNLIKELY(!s)) { return NULL; }
    }
    s->hash = 0;
    memset((char *)s + size - 8, 0, 8);
    if (n_bytes >= 64 && !native_charge(vm, n_bytes / 64)) { return NULL; }
    return s;
}

Value str_finish(Vm *vm, Str *s) {
    // The text ends in zeros up to a whole word: short ones are checked for ASCII word by word.
    uint64_t high = 0;
    uint32_t n = s->h.n;
    if (n <= 64) {
        for (uint32_t i = 0; i < n; i += 8) {
            uint64_t word;
            memcpy(&word, s->data + i, 8);
            high |= word;
        }
        high &= 0x8080808080808080u;
    } else {
        high = 1;
    }
    s->len = high ? (uint32_t)utf8_count(s->data, n) : n;
    return ptr_value(vm, s);
}

// An ASCII text: what is known need not be counted.
static Value str_finish_ascii(Vm *vm, Str *s) {
    s->len = s->h.n;
    return ptr_value(vm, s);
}

static Value str_shared(Vm *vm, uint32_t i) {
    Value chars = vm->head->image_chars;
    return is_ref(chars) ? ((const Values *)ref_ptr(vm, chars))->items[i] : V_NONE;
}

Value str_new(Vm *vm, const char *text, uint64_t n_bytes) {
    if (n_bytes == 1) { return str_from_char(vm, (uint8_t)text[0]); }
    if (n_bytes == 0 && vm->names && is_ref(vm_name(vm, N_empty))) { return vm_name(vm, N_empty); }
    Str *s = str_alloc(vm, n_bytes);
    TRY(s);
    memcpy(s->data, text, (size_t)n_bytes);
    return str_finish(vm, s);
}

Value str_new_counted(Vm *vm, const char *text, uint32_t n_bytes, uint32_t len) {
    if (n_bytes <= 1) { return str_new(vm, text, n_bytes); }
    Str *s = str_alloc(vm, n_bytes);
    TRY(s);
    memcpy(s->data, text, (size_t)n_bytes);
    s->len = len;
    return ptr_value(vm, s);
}

Value str_new_cstr(Vm *vm, const char *text) { return str_new(vm, text, strlen(text)); }

Value str_from_char(Vm *vm, uint32_t cp) {
    if (cp < 256) {
        Value shared = str_shared(vm, cp);
        if (is_ref(shared)) { return shared; }
    }
    Str *s = str_alloc(vm, utf8_size(cp));
    TRY(s);
    utf8_encode(s->data, cp);
    s->len = 1;
    return ptr_value(vm, s);
}

Value str_slice_bytes(Vm *vm, const Str *s, uint32_t from, uint32_t to) {
    uint32_t n = to - from;
    if (n <= 1) { return str_new(vm, s->data + from, n); }
    if (n == s->h.n && !s->h.ext) { return ptr_value(vm, s); }
    Str *r = str_alloc(vm, n);
    TRY(r);
    memcpy(r->data, s->data + from, n);
    return str_is_ascii(s) ? str_finish_ascii(vm, r) : str_finish(vm, r);
}

Value str_exact(Vm *vm, Value v) {
    const Str *s = as_str(vm, v);
    return s->h.ext ? str_new(vm, s->data, s->h.n) : v;
}

// ---- hash, comparison --------------------------------------------------------------------------

uint32_t str_hash(Vm *vm, Str *s) {
    (void)vm;
    if (NX_LIKELY(s->hash)) { return s->hash; }
    uint32_t hash = text_hash(s->data, s->h.n);
    if (!(s->h.flags & OBJ_FROZEN)) { s->hash = hash; } // a cache is no reason to log a write
    return hash;
}

bool str_equal(const Str *a, const Str *b) {
    if (a == b) { return true; }
    if (a->h.n != b->h.n || (a->hash && b->hash && a->hash != b->hash)) { return false; }
    return memcmp(a->data, b->data, a->h.n) == 0;
}

int str_compare_rest(const Str *a, const Str *b) {
    int c = memcmp(a->data + 8, b->data + 8, min_u32(a->h.n, b->h.n) - 8);
    if (c == 0) { return (a->h.n > b->h.n) - (a->h.n < b->h.n); }
    return c < 0 ? -1 : 1;
}

bool str_equals_cstr(const Str *s, const char *text) {
    size_t n = strlen(text);
    return s->h.n == n && memcmp(s->data, text, n) == 0;
}

enum { STR_GROW_MIN = 128 }; // shorter texts are copied at once

// ---- concatenation, slices ---------------------------------------------------------------------

Value str_concat(Vm *vm, Value a, Value b) {
    const Str *x = as_str(vm, a), *y = as_str(vm, b);
    if (x->h.n == 0 && !y->h.ext) { return b; }
    if (y->h.n == 0 && !x->h.ext) { return a; }
    Str *s = str_alloc(vm, (uint64_t)x->h.n + y->h.n);
    TRY(s);
    memcpy(s->data, x->data, x->h.n);
    memcpy(s->data + x->h.n, y->data, y->h.n);
    s->len = x->len + y->len;
    return ptr_value(vm, s);
}

// Bytes the heap set aside for an object, its header included.
static uint64_t str_room(Vm *vm, const Str *s) {
    uint32_t at = ref_offset(ptr_value(vm, s));
    if (heap_is_image(vm, at)) { return 0; }
    const Block *b = block_of(vm, at);
    return b->cls == HEAP_CLASSES ? b->size - BLOCK_HEADER : b->size;
}

// The steps charged do not tell whether there was room, for a reloaded machine has less of it.
// Copies made to get room are paid for by what was appended since the last one; a text that is not
// owned is copied each time.
Value str_append(Vm *vm, Value a, Value b) {
    Str *x = as_str(vm, a);
    const Str *y = as_str(vm, b);
    uint64_t n = (uint64_t)x->h.n + y->h.n;
    uint32_t from = x->h.n, len = x->len + y->len;
    if (y->h.n == 0 || from < STR_GROW_MIN || x->h.ext) { return str_concat(vm, a, b); }
    bool owned = x->h.small & STR_OWNED;
    if (!native_charge(vm, y->h.n / 64 + (owned ? 0 : from / 64))) { return V_RAISED; }
    Str *r = x;
    if (!owned || layout_size(T_STR, n, false) > str_room(vm, x)) {
        r = heap_new_raw(vm, T_STR, n + n / 2);
        TRY(r);
        memcpy(r->data, x->data, from);
        r->h.small = STR_OWNED;
    }
    r->hash = 0;
    memcpy(r->data + from, y->data, y->h.n); // y may be x itself
    r->h.n = (uint32_t)n;
    r->len = len;
    memset(r->data + n, 0, obj_size(&r->h) - sizeof(Str) - (size_t)n);
    return ptr_value(vm, r);
}

Value str_concat_all(Vm *vm, const Value *items, uint32_t n) {
    uint64_t bytes = 0;
    uint32_t len = 0;
    for (uint32_t i = 0; i < n; i++) {
        const Str *s = as_str(vm, items[i]);
        bytes += s->h.n;
        len += s->len;
    }
    for (uint32_t i = 0; i < n && bytes <= 1; i++) { // an empty or a shared str
        if (i + 1 == n || as_str(vm, items[i])->h.n == 1) { return str_exact(vm, items[i]); }
    }
    Str *r = str_alloc(vm, bytes);
    TRY(r);
    char *out = r->data;
    for (uint32_t i = 0; i < n; i++) {
        const Str *s = as_str(vm, items[i]);
        memcpy(out, s->data, s->h.n);
        out += s->h.n;
    }
    r->len = len;
    return ptr_value(vm, r);
}

// The byte offset `count` code points behind the one at `at`. Counts the bytes that begin a code
// point, 64 at a time, in lanes of a word; then finds the place among the last ones.
static uint32_t str_forward(const Str *s, uint32_t at, uint32_t count) {
    const uint64_t ones = 0x0101010101010101u;
    while (s->h.n - at >= 64) {
        uint64_t lanes = 0;
        for (uint32_t i = 0; i < 64; i += 8) {
            uint64_t word;
            memcpy(&word, s->data + at + i, 8);
            lanes += (~word >> 7 | word >> 6) & ones;
        }
        uint32_t starts = (uint32_t)(lanes * ones >> 56);
        if (starts > count) { break; }
        count -= starts;
        at += 64;
    }
    // `at` may be inside a code point now; its start was counted before.
    return at + (uint32_t)utf8_offset(s->data + at, s->h.n - at, count);
}

enum { STR_NEAR = 32, STR_SHORT = 256, STR_BACK = 256 };

static uint32_t str_backward(const Str *s, uint32_t at, uint32_t count) {
    for (; count > 0; count--) { at = (uint32_t)utf8_prev(s->data, at); }
    return at;
}

uint32_t str_byte_offset(Vm *vm, const Str *s, uint32_t index) {
    if (str_is_ascii(s)) { return index; }
    if (s->len - index <= STR_NEAR) { return str_backward(s, s->h.n, s->len - index); }
    if (s->h.n < STR_SHORT) { return str_forward(s, 0, index); }
    uint32_t str = (uint32_t)((const uint8_t *)s - vm->base);
    StrCursor *c = &vm->str_cursors[str / 64 % STR_CURSORS];
    if (c->str != str) { *c = (StrCursor){.str = str}; }
    if (index >= c->index) {
        c->byte = str_forward(s, c->byte, index - c->index);
    } else if (c->index - index <= STR_BACK) {
        c->byte = str_backward(s, c->byte, c->index - index);
    } else {
        c->byte = str_forward(s, 0, index);
    }
    c->index = index;
    return c->byte;
}

uint32_t str_index_at(Vm *vm, const Str *s, uint32_t byte) {
    if (str_is_ascii(s)) { return byte; }
    if (s->h.n < STR_SHORT) { return (uint32_t)utf8_count(s->data, byte); }
    uint32_t str = (uint32_t)((const uint8_t *)s - vm->base);
    StrCursor *c = &vm->str_cursors[str / 64 % STR_CURSORS];
    if (c->str != str) { *c = (StrCursor){.str = str}; }
    if (byte >= c->byte) {
        c->index += (uint32_t)utf8_count(s->data + c->byte, byte - c->byte);
    } else if (byte >= c->byte / 2) {
        c->index -= (uint32_t)utf8_count(s->data + byte, c->byte - byte);
    } else {
        c->index = (uint32_t)utf8_count(s->data, byte);
    }
    c->byte = byte;
    return c->index;
}

// Reaching an index of a text that is not ASCII takes a walk.
static bool str_charge_walk(Vm *vm, const Str *s) {
    return s->h.n < 1024 || native_charge(vm, s->h.n / 1024);
}

Value str_substring(Vm *vm, Value v, uint32_t from, uint32_t to) {
    const Str *s = as_str(vm, v);
    if (str_is_ascii(s)) { return str_slice_bytes(vm, s, from, to); }
    if (from >= to) { return str_new(vm, "", 0); }
    if (!str_charge_walk(vm, s)) { return V_RAISED; }
    uint32_t start = str_byte_offset(vm, s, from);
    if (to - from == 1) {
        uint32_t size;
        return str_from_char(vm, utf8_decode(s->data + start, &size));
    }
    uint32_t end =
        s->len - to <= STR_NEAR ? str_byte_offset(vm, s, to) : str_forward(s, start, to - from);
    if (end - start == s->h.n) { return str_exact(vm, v); }
    return str_new_counted(vm, s->data + start, end - start, to - from);
}

// Moves `at` over n code points, forward or back; stays inside the text.
static uint32_t str_walk(const Str *s, uint32_t at, int64_t n) {
    for (; n > 0 && at < s->h.n; n--) { at = (uint32_t)utf8_next(s->data, at); }
    for (; n < 0 && at > 0; n++) { at = (uint32_t)utf8_prev(s->data, at); }
    return at;
}

// A slice with a step: once over the text to measure, once to copy.
static Value str_slice_step(Vm *vm, const Str *s, const SliceSpan *span) {
    if (!native_charge(vm, (uint64_t)span->count / 8)) { return V_RAISED; }
    if (str_is_ascii(s)) {
        Str *r = str_alloc(vm, span->count);
        TRY(r);
        for (uint32_t i = 0; i < span->count; i++) {
            r->data[i] = s->data[span->start + i * span->step];
        }
        return str_finish_ascii(vm, r);
    }
    if (!native_charge(vm, s->h.n / 8)) { return V_RAISED; }
    uint32_t first = str_byte_offset(vm, s, (uint32_t)span->start), at = first;
    uint64_t bytes = 0;
    for (uint32_t i = 0; i < span->count; i++, at = str_walk(s, at, span->step)) {
        bytes += utf8_width((uint8_t)s->data[at]);
    }
    Str *r = str_alloc(vm, bytes);
    TRY(r);
    char *out = r->data;
    at = first;
    for (uint32_t i = 0; i < span->count; i++, at = str_walk(s, at, span->step)) {
        uint32_t width = utf8_width((uint8_t)s->data[at]);
        memcpy(out, s->data + at, width);
        out += width;
    }
    r->len = span->count;
    return ptr_value(vm, r);
}

static Value str_slice(Vm *vm, Value v, Value slice) {
    SliceSpan span;
    int ok = slice_resolve(vm, slice, as_str(vm, v)->len, &span);
    if (ok <= 0) { return ok < 0 ? V_UNBOUND : V_RAISED; }
    if (span.count <= 1 || span.step == 1) {
        uint32_t from = (uint32_t)span.start;
        return str_substring(vm, v, from, from + span.count);
    }
    return str_slice_step(vm, as_str(vm, v), &span);
}

static Value str_repeat(Vm *vm, Value v, int64_t count) {
    const Str *s = as_str(vm, v);
    if (count == 1 && !s->h.ext) { return v; }
    if (count == 0 || s->h.n == 0) { return str_new(vm, "", 0); }
    int64_t total;
    if (mul_overflows(count, s->h.n, &total)) {
        return raise_error(vm, EXC_OverflowError, "repeated string is too long");
    }
    if (total == 1) { return str_new(vm, s->data, 1); }
    Str *r = str_alloc(vm, (uint64_t)total);
    TRY(r);
    if (s->h.n == 1) {
        memset(r->data, s->data[0], (size_t)total);
    } else {
        memcpy(r->data, s->data, s->h.n);
        for (uint64_t done = s->h.n, n = (uint64_t)total; done < n; done *= 2) {
            memcpy(r->data + done, r->data, (size_t)(done <= n - done ? done : n - done));
        }
    }
    r->len = (uint32_t)(count * s->len);
    return ptr_value(vm, r);
}

// ---- slots -------------------------------------------------------------------------------------

static Value str_binary(Vm *vm, BinOp op, Value a, Value b) {
    bool ours = isinstance_str(vm, a);
    switch (op) {
    case BIN_OP_ADD:
        if (!ours) { return V_NOTIMPL; }
        if (isinstance_str(vm, b)) { return str_concat(vm, a, b); }
        return seq_concat_error(vm, b, "str");
    case BIN_OP_MUL: {
        Value text = ours ? a : b, why = V_RAISED;
        int64_t count;
        int ok = seq_repeat_count(vm, ours ? b : a, &count, &why);
        return ok > 0 ? str_repeat(vm, text, count) : ok < 0 ? why : V_RAISED;
    }
    case BIN_OP_MOD: return ours ? str_percent_leaf(vm, a, b) : V_NOTIMPL;
    default: return V_NOTIMPL;
    }
}

static Value str_compare_slot(Vm *vm, int op, Value a, Value b) {
    if (!isinstance_str(vm, b)) { return V_NOTIMPL; }
    const Str *x = as_str(vm, a), *y = as_str(vm, b);
    if (op == OP_EQ) { return bool_value(str_equal(x, y)); }
    if (op == OP_NE) { return bool_value(!str_equal(x, y)); }
    int c = x == y ? 0 : str_compare(x, y);
    switch (op) {
    case OP_LT: return bool_value(c < 0);
    case OP_LE: return bool_value(c <= 0);
    case OP_GT: return bool_value(c > 0);
    default: return bool_value(c >= 0);
    }
}

static Value str_hash_slot(Vm *vm, Value v) { return int_value(str_hash(vm, as_str(vm, v))); }

static Value str_repr(Vm *vm, Value v) {
    char few[SB_FEW];
    StrBuilder b = str_builder_on(vm, few, sizeof few);
    TRY(sb_put_repr(&b, v, false));
    return sb_finish(&b);
}

static Value str_len(Vm *vm, Value v) { return int_value(as_str(vm, v)->len); }

static Value str_contains(Vm *vm, Value v, Value item) {
    if (!isinstance_str(vm, item)) {
        return raise_error(vm, EXC_TypeError,
                           "'in <string>' requires string as left operand, not %T", item);
    }
    const Str *s = as_str(vm, v), *sub = as_str(vm, item);
    int64_t at = search_find(vm, s->data, s->h.n, sub->data, sub->h.n);
    return at == SEARCH_STOPPED ? V_RAISED : bool_value(at >= 0);
}

static Value str_getitem(Vm *vm, Value v, Value key) {
    const Str *s = as_str(vm, v);
    if (NX_UNLIKELY(!is_int(key))) {
        if (is_tagged(vm, key, T_SLICE)) { return str_slice(vm, v, key); }
        if (!isinstance_int(vm, key)) {
            if (seq_has_index(vm, key)) { return V_UNBOUND; }
            return raise_error(vm, EXC_TypeError, "string indices must be integers, not '%T'", key);
        }
        int64_t big;
        if (!int_to_i64(vm, key, &big)) {
            return raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer",
                               key);
        }
        key = fits_int(big) ? int_value(big) : int_value(s->len);
    }
    int64_t at = int_of(key);
    if (at < 0) { at += s->len; }
    if (NX_UNLIKELY((uint64_t)at >= s->len)) {
        return raise_error(vm, EXC_IndexError, "string index out of range");
    }
    if (NX_LIKELY(str_is_ascii(s))) { return str_from_char(vm, (uint8_t)s->data[at]); }
    if (!str_charge_walk(vm, s)) { return V_RAISED; }
    uint32_t size;
    return str_from_char(vm, utf8_decode(s->data + str_byte_offset(vm, s, (uint32_t)at), &size));
}

// ---- iterator ----------------------------------------------------------------------------------

typedef struct StrIter {
    Obj h;              // small = 1: of an ASCII text that is a plain str
    Value str;          // V_NONE once exhausted
    uint32_t at, index; // byte offset and number of the next code point
} StrIter;

static Value str_iter(Vm *vm, Value v) {
    StrIter *it = HEAP_MAKE_ZEROED(vm, STR_ITER);
    TRY(it);
    it->h.small = str_is_ascii(as_str(vm, v)) && !as_obj(vm, v)->ext;
    it->str = v;
    return ptr_value(vm, it);
}

static Value str_iter_next(Vm *vm, Value v) {
    StrIter *it = ref_ptr(vm, v);
    if (it->str == V_NONE) { return V_STOP; }
    const Str *s = as_str(vm, it->str);
    if (it->at >= s->h.n) {
        obj_set(vm, it, &it->str, V_NONE);
        return V_STOP;
    }
    uint32_t size;
    Value c = str_from_char(vm, str_char_at(s, it->at, &size));
    TRY_VALUE(c);
    obj_touch(vm, it);
    it->at += size;
    it->index++;
    return c;
}

static Value str_iter_length_hint(Vm *vm, Value v) {
    const StrIter *it = ref_ptr(vm, v);
    return int_value(it->str == V_NONE ? 0 : as_str(vm, it->str)->len - it->index);
}

// CPython has a type for the iterators of ASCII texts, and one for others.
const TypeDef str_iter_type = {
    .name = "str_iterator",
    .tag = T_STR_ITER,
    .hidden = true,
    .next = str_iter_next,
    .length_hint = str_iter_length_hint,
};

const TypeDef str_ascii_iter_type = {
    .name = "str_ascii_iterator",
    .tag = T_STR_ASCII_ITER,
    .hidden = true,
    .next = str_iter_next,
    .length_hint = str_iter_length_hint,
};

// ---- the type ----------------------------------------------------------------------------------

const TypeDef str_type = {
    .name = "str",
    .doc = "str(object='') -> str\n"
           "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Text: an immutable sequence of Unicode code points.",
    .tag = T_STR,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_MOD),
    .sequence_concat = true,
    .methods = str_methods,
    .binary = str_binary,
    .compare = str_compare_slot,
    .hash = str_hash_slot,
    .repr = str_repr,
    .str = str_exact,
    .len = str_len,
    .getitem = str_getitem,
    .getspan = str_substring,
    .contains = str_contains,
    .iter = str_iter,
};
