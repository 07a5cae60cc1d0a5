// str_case.c: changes of case. ASCII has loops of its own; the rest goes through the full mappings
// of Unicode, where one character may become up to three and a sigma depends on what is around it.
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/str_inner.h"

static inline char case_ascii_lower(char c) { return (char)(c + (((uint8_t)(c - 'A') < 26) << 5)); }
static inline char case_ascii_upper(char c) { return (char)(c - (((uint8_t)(c - 'a') < 26) << 5)); }

typedef enum AsciiCase { ASCII_LOWER = 1, ASCII_UPPER = 2, ASCII_SWAP = 3 } AsciiCase;

// A copy of an ASCII text with the letters of some case, or of both, changed into the other.
static Value case_ascii(Vm *vm, const Str *s, AsciiCase which) {
    Str *r = str_alloc(vm, s->h.n);
    TRY(r);
    for (uint32_t i = 0, n = s->h.n; i < n; i += 8) { // objects end on whole words, in zeros
        uint64_t word, change = 0;
        memcpy(&word, s->data + i, 8);
        if (which & ASCII_LOWER) { change |= ascii_letters(word, 'A'); }
        if (which & ASCII_UPPER) { change |= ascii_letters(word, 'a'); }
        word ^= change;
        memcpy(r->data + i, &word, 8);
    }
    r->len = s->len;
    return ptr_value(vm, r);
}

// A copy to be changed in place, of an ASCII text. NULL: raised.
static Str *case_copy(Vm *vm, const Str *s) {
    Str *r = str_alloc(vm, s->h.n);
    if (!r) { return NULL; }
    memcpy(r->data, s->data, s->h.n);
    r->len = s->len;
    return r;
}

static bool case_put_all(StrBuilder *b, const uint32_t *cps, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (!sb_put_char(b, cps[i])) { return false; }
    }
    return true;
}

// A capital sigma at byte `at` becomes the final form behind a cased letter and not before one.
static uint32_t case_small_sigma(const Str *s, uint32_t at) {
    size_t before = at;
    uint32_t cp = 0, size;
    do {
        if (before == 0) { return 0x3C3; }
        cp = utf8_decode_prev(s->data, &before);
    } while (unicode_is_case_ignorable(cp));
    if (!unicode_is_cased(cp)) { return 0x3C3; }
    uint32_t after = at + 2;
    do {
        if (after >= s->h.n) { return 0x3C2; }
        cp = utf8_decode(s->data + after, &size);
        after += size;
    } while (unicode_is_case_ignorable(cp));
    return unicode_is_cased(cp) ? 0x3C3 : 0x3C2;
}

static bool case_put_lower(StrBuilder *b, const Str *s, uint32_t at, uint32_t cp) {
    if (cp < 0x80) { return sb_put_char(b, (uint8_t)case_ascii_lower((char)cp)); }
    if (cp == 0x3A3) { return sb_put_char(b, case_small_sigma(s, at)); }
    uint32_t out[UNICODE_MAX_CASE];
    return case_put_all(b, out, unicode_lower_full(cp, out));
}

typedef uint32_t (*CaseFn)(uint32_t cp, uint32_t out[UNICODE_MAX_CASE]);

static bool case_put_full(StrBuilder *b, uint32_t cp, CaseFn map) {
    uint32_t out[UNICODE_MAX_CASE];
    return case_put_all(b, out, map(cp, out));
}

typedef enum CaseKind {
    CASE_LOWER,
    CASE_UPPER,
    CASE_FOLD,
    CASE_SWAP,
    CASE_TITLE,
    CASE_CAPITAL
} CaseKind;

// One code point. *inside: the one before was cased (for titles), or this is not the first one.
static bool case_put(StrBuilder *b, const Str *s, uint32_t at, uint32_t cp, CaseKind kind,
                     bool *inside) {
    bool was_inside = *inside;
    switch (kind) {
    case CASE_LOWER: return case_put_lower(b, s, at, cp);
    case CASE_UPPER: return case_put_full(b, cp, unicode_upper_full);
    case CASE_FOLD: return case_put_full(b, cp, unicode_fold_full);
    case CASE_SWAP:
        if (unicode_is_upper(cp)) { return case_put_lower(b, s, at, cp); }
        return unicode_is_lower(cp) ? case_put_full(b, cp, unicode_upper_full) : sb_put_char(b, cp);
    case CASE_TITLE: *inside = unicode_is_cased(cp); break;
    case CASE_CAPITAL: *inside = true; break;
    }
    return was_inside ? case_put_lower(b, s, at, cp) : case_put_full(b, cp, unicode_title_full);
}

static Value case_convert(Vm *vm, const Str *s, CaseKind kind) {
    if (!native_charge(vm, s->h.n / 16)) { return V_RAISED; }
    StrBuilder b = str_builder(vm);
    TRY(sb_reserve(&b, s->h.n));
    bool inside = false;
    uint8_t first = kind == CASE_UPPER ? 'a' : 'A';
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        uint8_t c = (uint8_t)s->data[at];
        if (c < 0x80 && kind <= CASE_FOLD) {
            TRY(sb_reserve(&b, 1));
            sb_text(&b)[b.len++] = (char)(c ^ ((uint8_t)(c - first) < 26) << 5);
            size = 1;
            continue;
        }
        uint32_t cp = utf8_decode(s->data + at, &size);
        TRY(case_put(&b, s, at, cp, kind, &inside));
    }
    return sb_finish(&b);
}

Value str_lower(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    return str_is_ascii(s) ? case_ascii(vm, s, ASCII_LOWER) : case_convert(vm, s, CASE_LOWER);
}

Value str_casefold(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    return str_is_ascii(s) ? case_ascii(vm, s, ASCII_LOWER) : case_convert(vm, s, CASE_FOLD);
}

Value str_upper(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    return str_is_ascii(s) ? case_ascii(vm, s, ASCII_UPPER) : case_convert(vm, s, CASE_UPPER);
}

Value str_swapcase(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    return str_is_ascii(s) ? case_ascii(vm, s, ASCII_SWAP) : case_convert(vm, s, CASE_SWAP);
}

Value str_title(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (!str_is_ascii(s)) { return case_convert(vm, s, CASE_TITLE); }
    Str *r = case_copy(vm, s);
    TRY(r);
    bool inside = false;
    for (uint32_t i = 0, n = r->h.n; i < n; i++) {
        char c = r->data[i];
        r->data[i] = inside ? case_ascii_lower(c) : case_ascii_upper(c);
        inside = (str_ascii_kind[(uint8_t)c] & (CHAR_LOWER | CHAR_UPPER)) != 0;
    }
    return ptr_value(vm, r);
}

Value str_capitalize(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (!str_is_ascii(s)) { return case_convert(vm, s, CASE_CAPITAL); }
    Value v = case_ascii(vm, s, ASCII_LOWER);
    TRY_VALUE(v);
    Str *r = as_str(vm, v);
    if (r->h.n) { r->data[0] = case_ascii_upper(r->data[0]); }
    return v;
}
