// str_kind.c: str.isalpha and its kin. ASCII text is decided by a table of bytes.
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/str_inner.h"

enum { KIND_BLOCK = 16 }; // bytes looked at before the answer is

// Every byte is of one of those kinds.
static bool ascii_all(const char *p, uint32_t n, uint32_t kinds) {
    uint32_t i = 0;
    for (bool all = true; all && i + KIND_BLOCK <= n; i += KIND_BLOCK) {
        for (uint32_t j = 0; j < KIND_BLOCK; j++) {
            all &= (str_ascii_kind[(uint8_t)p[i + j]] & kinds) != 0;
        }
        if (!all) { return false; }
    }
    for (; i < n; i++) {
        if (!(str_ascii_kind[(uint8_t)p[i]] & kinds)) { return false; }
    }
    return true;
}

// All the kinds that there are.
static uint32_t ascii_kinds(const char *p, uint32_t n) {
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < n; i++) { kinds |= str_ascii_kind[(uint8_t)p[i]]; }
    return kinds;
}

// Every code point has one of the wanted flags, and there is at least one.
static Value str_all(Vm *vm, Value v, uint32_t kinds, uint32_t flags) {
    const Str *s = as_str(vm, v);
    if (s->h.n == 0) { return V_FALSE; }
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    if (str_is_ascii(s)) { return bool_value(ascii_all(s->data, s->h.n, kinds)); }
    for (uint32_t at = 0, size = 1; at < s->h.n; at += size) {
        uint8_t c = (uint8_t)s->data[at];
        if (c < 0x80) {
            size = 1;
            if (!(str_ascii_kind[c] & kinds)) { return V_FALSE; }
        } else if (!(unicode_flags(utf8_decode(s->data + at, &size)) & flags)) {
            return V_FALSE;
        }
    }
    return V_TRUE;
}

enum { CHAR_ALPHA = CHAR_LOWER | CHAR_UPPER };

Value str_isalnum(Vm *vm, Value *a) {
    return str_all(vm, a[0], CHAR_ALPHA | CHAR_DIGIT,
                   UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC);
}

Value str_isalpha(Vm *vm, Value *a) { return str_all(vm, a[0], CHAR_ALPHA, UNICODE_ALPHA); }

Value str_isascii(Vm *vm, Value *a) { return bool_value(str_is_ascii(as_str(vm, a[0]))); }

Value str_isdecimal(Vm *vm, Value *a) { return str_all(vm, a[0], CHAR_DIGIT, UNICODE_DECIMAL); }

Value str_isdigit(Vm *vm, Value *a) { return str_all(vm, a[0], CHAR_DIGIT, UNICODE_DIGIT); }

Value str_isnumeric(Vm *vm, Value *a) { return str_all(vm, a[0], CHAR_DIGIT, UNICODE_NUMERIC); }

Value str_isspace(Vm *vm, Value *a) { return str_all(vm, a[0], CHAR_SPACE, UNICODE_SPACE); }

Value str_isidentifier(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    if (str_is_ascii(s)) {
        bool start = s->h.n > 0 && !(str_ascii_kind[(uint8_t)s->data[0]] & CHAR_DIGIT);
        for (uint32_t i = 0; start && i < s->h.n; i++) {
            uint8_t c = (uint8_t)s->data[i];
            start = c == '_' || str_ascii_kind[c] & (CHAR_ALPHA | CHAR_DIGIT);
        }
        return bool_value(start);
    }
    uint32_t flag = UNICODE_ID_START;
    for (uint32_t at = 0, size; at < s->h.n; at += size, flag = UNICODE_ID_CONTINUE) {
        if (!(unicode_flags(utf8_decode(s->data + at, &size)) & flag)) { return V_FALSE; }
    }
    return bool_value(s->h.n > 0);
}

Value str_isprintable(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    for (uint32_t at = 0, size = 1; at < s->h.n; at += size) {
        if (!unicode_is_printable(utf8_decode(s->data + at, &size))) { return V_FALSE; }
    }
    return V_TRUE;
}

// Some cased character, all of them of the wanted kind.
static Value str_all_cased(Vm *vm, Value v, uint32_t wanted, uint32_t unwanted) {
    const Str *s = as_str(vm, v);
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    if (str_is_ascii(s)) {
        uint32_t kinds = ascii_kinds(s->data, s->h.n);
        uint32_t kind = wanted == UNICODE_LOWER ? CHAR_LOWER : CHAR_UPPER;
        return bool_value((kinds & CHAR_ALPHA) == kind);
    }
    bool found = false;
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        uint32_t flags = unicode_flags(utf8_decode(s->data + at, &size));
        if (flags & unwanted) { return V_FALSE; }
        found = found || (flags & wanted);
    }
    return bool_value(found);
}

Value str_islower(Vm *vm, Value *a) {
    return str_all_cased(vm, a[0], UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

Value str_isupper(Vm *vm, Value *a) {
    return str_all_cased(vm, a[0], UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

Value str_istitle(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]);
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    bool found = false, inside = false; // inside: behind a cased character
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        uint32_t flags = unicode_flags(utf8_decode(s->data + at, &size));
        bool capital = flags & (UNICODE_UPPER | UNICODE_TITLE), lower = flags & UNICODE_LOWER;
        if ((capital && inside) || (!capital && lower && !inside)) { return V_FALSE; }
        inside = capital || lower;
        found = found || inside;
    }
    return bool_value(found);
}
