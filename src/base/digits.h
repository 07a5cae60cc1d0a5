// digits.h: decimal digits to and from machine words, several at a time, for bigints and doubles.
// The words are little-endian, as all targets are.
#ifndef NX_BASE_DIGITS_H
#define NX_BASE_DIGITS_H

#include "base/base.h"

#define DIGITS_TEN_19 10000000000000000000ull

static inline uint64_t digits_load8(const char *p) {
    uint64_t x;
    memcpy(&x, p, sizeof x);
    return x;
}

// Whether all eight bytes are '0'..'9': adding 6 carries out of the low nibble of what is greater.
static inline bool digits_all8(uint64_t x) {
    return ((x & 0xF0F0F0F0F0F0F0F0ull) |
            ((x + 0x0606060606060606ull) & 0xF0F0F0F0F0F0F0F0ull) >> 4) == 0x3333333333333333ull;
}

// The number that eight digits spell. Neighbours are joined to pairs, pairs to fours, fours to
// eight, each time by one multiplication that adds them with their weights.
static inline uint32_t digits_value8(uint64_t x) {
    x = (x & 0x0F0F0F0F0F0F0F0Full) * (10 * 256 + 1) >> 8;
    x = (x & 0x00FF00FF00FF00FFull) * (100 * 65536 + 1) >> 16;
    return (uint32_t)((x & 0x0000FFFF0000FFFFull) * (10000ull * 4294967296u + 1) >> 32);
}

// The reverse: eight digits, with leading zeros, of v < 10^8.
static inline void digits_write8(char *out, uint32_t v) {
    // Halves of four digits, then pairs, then single digits, each in its own lane of the word. The
    // multipliers are the reciprocals of 100 and 10, exact for so small values.
    uint64_t x = v / 10000 | (uint64_t)(v % 10000) << 32;
    uint64_t q = (x * 10486 >> 20) & 0x0000007F0000007Full;
    x = q | (x - q * 100) << 16;
    q = (x * 103 >> 10) & 0x000F000F000F000Full;
    x = (q | (x - q * 10) << 8) + 0x3030303030303030ull;
    memcpy(out, &x, sizeof x);
}

// 19 digits with leading zeros of v < 10^19; 16 of v < 10^16.
static inline void digits_write16(char *out, uint64_t v) {
    digits_write8(out, (uint32_t)(v / 100000000));
    digits_write8(out + 8, (uint32_t)(v % 100000000));
}
static inline void digits_write19(char *out, uint64_t v) {
    uint32_t high = (uint32_t)(v / 10000000000000000ull);
    digits_write16(out + 3, v % 10000000000000000ull);
    out[0] = (char)('0' + high / 100);
    out[1] = (char)('0' + high / 10 % 10);
    out[2] = (char)('0' + high % 10);
}

// Digits of v, at least 1.
static inline uint32_t digits_count(uint64_t v) {
    static const uint64_t powers[20] = {0,
                                        10,
                                        100,
                                        1000,
                                        10000,
                                        100000,
                                        1000000,
                                        10000000,
                                        100000000,
                                        1000000000,
                                        10000000000,
                                        100000000000,
                                        1000000000000,
                                        10000000000000,
                                        100000000000000,
                                        1000000000000000,
                                        10000000000000000,
                                        100000000000000000,
                                        1000000000000000000,
                                        DIGITS_TEN_19};
    // 1233 / 4096 is log10(2), near enough for 64 bits; one comparison settles the doubt.
    uint32_t bits = 64 - (uint32_t)__builtin_clzll(v | 1);
    uint32_t guess = bits * 1233 >> 12;
    return guess + (v >= powers[guess] || guess == 0);
}

// Writes v without leading zeros and returns the number of digits.
static inline uint32_t digits_write(char *out, uint64_t v) {
    uint32_t n = digits_count(v);
    if (n <= 8) {
        char eight[8];
        digits_write8(eight, (uint32_t)v);
        memcpy(out, eight + 8 - n, n);
    } else {
        char buf[20];
        buf[0] = (char)('0' + v / DIGITS_TEN_19);
        digits_write19(buf + 1, v % DIGITS_TEN_19);
        memcpy(out, buf + 20 - n, n);
    }
    return n;
}

#endif
