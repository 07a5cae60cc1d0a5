// bytes_case.c: letters in bytes: only those of ASCII count.
#include "base/utf8.h"
#include "object/bytes_inner.h"

enum { CASE_BLOCK = 16 }; // bytes that the compiler can take at once

static inline bool byte_is_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static inline bool byte_is_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static inline bool byte_is_alpha(uint8_t c) { return byte_is_lower(c | 0x20); }
static inline bool byte_is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }
static inline uint8_t byte_lower(uint8_t c) { return (uint8_t)(c + (byte_is_upper(c) << 5)); }
static inline uint8_t byte_upper(uint8_t c) { return (uint8_t)(c - (byte_is_lower(c) << 5)); }

// A copy of self to be changed in place. NULL: raised.
static uint8_t *bytes_copy(Vm *vm, Value v, Value *r, uint32_t *n) {
    ByteSpan s = bytes_self(vm, v);
    uint8_t *out = bytes_result(vm, v, s.n, r);
    if (out) { memcpy(out, s.p, s.n); }
    *n = s.n;
    return out;
}

// A copy with the letters from `first` on changed into the other case.
static Value bytes_recased(Vm *vm, Value v, uint8_t first) {
    Value r;
    uint32_t n, i = 0;
    uint8_t *p = bytes_copy(vm, v, &r, &n);
    TRY(p);
    for (uint64_t word; i + 8 <= n; i += 8) {
        memcpy(&word, p + i, 8);
        word ^= ascii_letters(word, first);
        memcpy(p + i, &word, 8);
    }
    for (; i < n; i++) { p[i] ^= (uint8_t)(((uint8_t)(p[i] - first) < 26) << 5); }
    return r;
}

Value bytes_lower(Vm *vm, Value *a) { return bytes_recased(vm, a[0], 'A'); }
Value bytes_upper(Vm *vm, Value *a) { return bytes_recased(vm, a[0], 'a'); }

Value bytes_swapcase(Vm *vm, Value *a) {
    Value r;
    uint32_t n;
    uint8_t *p = bytes_copy(vm, a[0], &r, &n);
    TRY(p);
    for (uint32_t i = 0; i < n; i++) { p[i] = byte_is_alpha(p[i]) ? p[i] ^ 0x20 : p[i]; }
    return r;
}

Value bytes_capitalize(Vm *vm, Value *a) {
    Value r;
    uint32_t n;
    uint8_t *p = bytes_copy(vm, a[0], &r, &n);
    TRY(p);
    for (uint32_t i = 1; i < n; i++) { p[i] = byte_lower(p[i]); }
    if (n) { p[0] = byte_upper(p[0]); }
    return r;
}

Value bytes_title(Vm *vm, Value *a) {
    Value r;
    uint32_t n;
    uint8_t *p = bytes_copy(vm, a[0], &r, &n);
    TRY(p);
    bool inside = false;
    for (uint32_t i = 0; i < n; i++) {
        p[i] = inside ? byte_lower(p[i]) : byte_upper(p[i]);
        inside = byte_is_alpha(p[i]);
    }
    return r;
}

// The loops below are made for each test; they look at the answer once a block.
static NX_ALWAYS_INLINE Value bytes_all(Vm *vm, Value v, bool (*test)(uint8_t c)) {
    ByteSpan s = bytes_self(vm, v);
    if (!native_charge(vm, s.n / 64)) { return V_RAISED; }
    uint32_t i = 0;
    for (; i + CASE_BLOCK <= s.n; i += CASE_BLOCK) {
        uint8_t all = 1;
        for (uint32_t j = 0; j < CASE_BLOCK; j++) { all &= test(s.p[i + j]); }
        if (!all) { return V_FALSE; }
    }
    for (; i < s.n; i++) {
        if (!test(s.p[i])) { return V_FALSE; }
    }
    return bool_value(s.n > 0);
}

static inline bool byte_is_alnum(uint8_t c) { return byte_is_alpha(c) || byte_is_digit(c); }
static inline bool byte_is_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

Value bytes_isalnum(Vm *vm, Value *a) { return bytes_all(vm, a[0], byte_is_alnum); }
Value bytes_isalpha(Vm *vm, Value *a) { return bytes_all(vm, a[0], byte_is_alpha); }
Value bytes_isdigit(Vm *vm, Value *a) { return bytes_all(vm, a[0], byte_is_digit); }
Value bytes_isspace(Vm *vm, Value *a) { return bytes_all(vm, a[0], byte_is_space); }

Value bytes_isascii(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    if (!native_charge(vm, s.n / 256)) { return V_RAISED; }
    return bool_value(utf8_is_ascii(s.p, s.n));
}

// Some letter, and none of the unwanted case.
static Value bytes_all_cased(Vm *vm, Value v, bool (*unwanted)(uint8_t c)) {
    ByteSpan s = bytes_self(vm, v);
    if (!native_charge(vm, s.n / 64)) { return V_RAISED; }
    bool found = false;
    for (uint32_t i = 0; i < s.n; i++) {
        if (unwanted(s.p[i])) { return V_FALSE; }
        found = found || byte_is_alpha(s.p[i]);
    }
    return bool_value(found);
}

Value bytes_islower(Vm *vm, Value *a) { return bytes_all_cased(vm, a[0], byte_is_upper); }
Value bytes_isupper(Vm *vm, Value *a) { return bytes_all_cased(vm, a[0], byte_is_lower); }

Value bytes_istitle(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    if (!native_charge(vm, s.n / 64)) { return V_RAISED; }
    bool found = false, inside = false;
    for (uint32_t i = 0; i < s.n; i++) {
        uint8_t c = s.p[i];
        if (inside ? byte_is_upper(c) : byte_is_lower(c)) { return V_FALSE; }
        inside = byte_is_alpha(c);
        found = found || inside;
    }
    return bool_value(found);
}
