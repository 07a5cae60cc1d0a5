// str_split.c: methods of str that cut a text in pieces, and join.
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str_inner.h"

// The first bytes of characters beyond ASCII that are white space or end lines are marked, so that
// a loop over bytes need only look closer at those.
#define S CHAR_SPACE
#define B (CHAR_SPACE | CHAR_BREAK)
#define D CHAR_DIGIT
#define L CHAR_LOWER
#define U CHAR_UPPER
#define M (CHAR_SPACE_LEAD | CHAR_BREAK_LEAD)
#define N CHAR_SPACE_LEAD
const uint8_t str_ascii_kind[256] = {
    0,          0,          0,          0,          0, 0, 0, 0, 0, S, B, B, B, B, 0, 0, // 00
    0,          0,          0,          0,          0, 0, 0, 0, 0, 0, 0, 0, B, B, B, S, // 10
    S,          0,          0,          0,          0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 20
    D,          D,          D,          D,          D, D, D, D, D, D, 0, 0, 0, 0, 0, 0, // 30
    0,          U,          U,          U,          U, U, U, U, U, U, U, U, U, U, U, U, // 40
    U,          U,          U,          U,          U, U, U, U, U, U, U, 0, 0, 0, 0, 0, // 50
    0,          L,          L,          L,          L, L, L, L, L, L, L, L, L, L, L, L, // 60
    L,          L,          L,          L,          L, L, L, L, L, L, L, 0, 0, 0, 0, 0, // 70
    [0xC2] = M, [0xE1] = N, [0xE2] = M, [0xE3] = N,
};
#undef S
#undef B
#undef D
#undef L
#undef U
#undef M
#undef N

uint32_t str_space_at(const Str *s, uint32_t at) {
    uint8_t c = (uint8_t)s->data[at];
    if (c < 0x80) { return str_ascii_kind[c] & CHAR_SPACE; }
    uint32_t size, cp = utf8_decode(s->data + at, &size);
    return unicode_is_space(cp) ? size : 0;
}

uint32_t str_space_before(const Str *s, uint32_t end) {
    uint8_t c = (uint8_t)s->data[end - 1];
    if (c < 0x80) { return str_ascii_kind[c] & CHAR_SPACE; }
    size_t at = end;
    return unicode_is_space(utf8_decode_prev(s->data, &at)) ? end - (uint32_t)at : 0;
}

// Size of the line end at `at`, or 0; "\r\n" is one.
static uint32_t str_break_at(const Str *s, uint32_t at) {
    uint8_t c = (uint8_t)s->data[at];
    if (c == '\r') { return s->data[at + 1] == '\n' ? 2 : 1; } // the text ends with a NUL
    if (c < 0x80) { return (str_ascii_kind[c] & CHAR_BREAK) != 0; }
    uint32_t size, cp = utf8_decode(s->data + at, &size);
    return cp == 0x85 || cp == 0x2028 || cp == 0x2029 ? size : 0;
}

Value str_make_piece(Vm *vm, Value owner, uint32_t from, uint32_t to) {
    return str_slice_bytes(vm, as_str(vm, owner), from, to);
}

static uint32_t str_skip_space(const Str *s, uint32_t at) {
    for (uint32_t size; at < s->h.n && (size = str_space_at(s, at)) != 0;) { at += size; }
    return at;
}

static uint32_t str_skip_word(const Str *s, uint32_t at) {
    for (;; at++) {
        while (at < s->h.n &&
               !(str_ascii_kind[(uint8_t)s->data[at]] & (CHAR_SPACE | CHAR_SPACE_LEAD))) {
            at++;
        }
        if (at == s->h.n || str_space_at(s, at)) { return at; }
    }
}

// The end of the line that starts at `at`; *size: of the line end.
static uint32_t str_skip_line(const Str *s, uint32_t at, uint32_t *size) {
    for (*size = 0;; at++) {
        while (at < s->h.n &&
               !(str_ascii_kind[(uint8_t)s->data[at]] & (CHAR_BREAK | CHAR_BREAK_LEAD))) {
            at++;
        }
        if (at == s->h.n || (*size = str_break_at(s, at)) != 0) { return at; }
    }
}

static Value str_split_space(Vm *vm, const Str *s, int64_t max) {
    Pieces pieces;
    pieces_init(vm, &pieces);
    uint32_t at = str_skip_space(s, 0);
    for (uint64_t left = (uint64_t)max; left > 0 && at < s->h.n; left--) {
        uint32_t end = str_skip_word(s, at);
        TRY(pieces_put(&pieces, str_slice_bytes(vm, s, at, end)));
        at = str_skip_space(s, end);
    }
    if (at < s->h.n) { TRY(pieces_put(&pieces, str_slice_bytes(vm, s, at, s->h.n))); }
    return pieces_finish(&pieces);
}

static uint32_t str_skip_space_back(const Str *s, uint32_t end) {
    for (uint32_t size; end > 0 && (size = str_space_before(s, end)) != 0;) { end -= size; }
    return end;
}

static Value str_rsplit_space(Vm *vm, const Str *s, int64_t max) {
    Pieces pieces;
    pieces_init(vm, &pieces);
    uint32_t end = str_skip_space_back(s, s->h.n);
    for (uint64_t left = (uint64_t)max; left > 0 && end > 0; left--) {
        uint32_t at = end;
        while (at > 0 && !str_space_before(s, at)) { at = (uint32_t)utf8_prev(s->data, at); }
        TRY(pieces_put(&pieces, str_slice_bytes(vm, s, at, end)));
        end = str_skip_space_back(s, at);
    }
    if (end > 0) { TRY(pieces_put(&pieces, str_slice_bytes(vm, s, 0, end))); }
    return pieces_finish_reversed(&pieces);
}

static Value str_split_any(Vm *vm, Value *a, bool from_end) {
    const Str *s = as_str(vm, a[0]);
    int64_t max = int_clamp_i64(vm, a[2]);
    if (a[1] == V_NONE) {
        if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
        return from_end ? str_rsplit_space(vm, s, max) : str_split_space(vm, s, max);
    }
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "must be str or None, not %T", a[1]);
    }
    ByteSpan sep = str_span(as_str(vm, a[1]));
    if (sep.n == 0) { return raise_error(vm, EXC_ValueError, "empty separator"); }
    return (from_end ? ops_rsplit : ops_split)(vm, a[0], str_span(s), sep, max, str_make_piece);
}

Value str_split(Vm *vm, Value *a) { return str_split_any(vm, a, false); }

Value str_rsplit(Vm *vm, Value *a) { return str_split_any(vm, a, true); }

Value str_splitlines(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    bool keep = a[1] == V_TRUE;
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    Pieces pieces;
    pieces_init(vm, &pieces);
    for (uint32_t at = 0; at < s->h.n;) {
        uint32_t size, end = str_skip_line(s, at, &size);
        TRY(pieces_put(&pieces, str_slice_bytes(vm, s, at, keep ? end + size : end)));
        at = end + size;
    }
    return pieces_finish(&pieces);
}

// ---- partition ---------------------------------------------------------------------------------

static Value str_partition_at(Vm *vm, Value *a, int64_t at, bool from_end) {
    const Str *s = as_str(vm, a[0]);
    Value parts[3];
    if (at < 0) {
        parts[0] = parts[1] = parts[2] = str_new(vm, "", 0);
        parts[from_end ? 2 : 0] = a[0];
    } else {
        uint32_t from = (uint32_t)at, to = from + as_str(vm, a[1])->h.n;
        parts[0] = str_slice_bytes(vm, s, 0, from);
        parts[1] = a[1];
        parts[2] = str_slice_bytes(vm, s, to, s->h.n);
    }
    for (int i = 0; i < 3; i++) { TRY_VALUE(parts[i]); }
    return tuple_from(vm, parts, 3);
}

static Value str_partition_any(Vm *vm, Value *a, bool from_end) {
    if (!isinstance_str(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "must be str, not %T", a[1]);
    }
    const Str *s = as_str(vm, a[0]), *sep = as_str(vm, a[1]);
    if (sep->h.n == 0) { return raise_error(vm, EXC_ValueError, "empty separator"); }
    int64_t at = from_end ? search_rfind(vm, s->data, s->h.n, sep->data, sep->h.n)
                          : search_find(vm, s->data, s->h.n, sep->data, sep->h.n);
    return at == SEARCH_STOPPED ? V_RAISED : str_partition_at(vm, a, at, from_end);
}

Value str_partition(Vm *vm, Value *a) { return str_partition_any(vm, a, false); }

Value str_rpartition(Vm *vm, Value *a) { return str_partition_any(vm, a, true); }

// ---- join --------------------------------------------------------------------------------------

static Value str_join_fill(Vm *vm, const Str *sep, const Value *items, uint32_t n, uint64_t bytes,
                           uint32_t len) {
    Str *r = str_alloc(vm, bytes);
    TRY(r);
    char *out = r->data;
    uint32_t gap = sep->h.n;
    char c = sep->data[0];
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0 && gap == 1) {
            *out++ = c;
        } else if (i > 0) {
            memcpy(out, sep->data, gap);
            out += gap;
        }
        const Str *s = as_str(vm, items[i]);
        memcpy(out, s->data, s->h.n);
        out += s->h.n;
    }
    r->len = len;
    return ptr_value(vm, r);
}

Value str_join(Vm *vm, Value *a) {
    const Str *sep = as_str(vm, a[0]);
    uint32_t n;
    const Value *items = seq_items(vm, a[1], &n);
    if (n == 0) { return str_new(vm, "", 0); }
    if (!native_charge(vm, n / 4)) { return V_RAISED; }
    uint64_t bytes = (uint64_t)sep->h.n * (n - 1);
    uint64_t len = (uint64_t)sep->len * (n - 1);
    for (uint32_t i = 0; i < n; i++) {
        if (NX_UNLIKELY(!isinstance_str(vm, items[i]))) {
            return raise_error(vm, EXC_TypeError,
                               "sequence item %u: expected str instance, %T found", i, items[i]);
        }
        const Str *s = as_str(vm, items[i]);
        bytes += s->h.n;
        len += s->len;
    }
    if (n == 1) { return str_exact(vm, items[0]); }
    return str_join_fill(vm, sep, items, n, bytes, (uint32_t)len);
}
