// base.h: what every file may use. Fixed-width integers, checked arithmetic, small helpers.
//
// Layer 0 knows nothing of Python. Nothing below src/ may use libc beyond memory, string and exact
// math functions; `make check` proves it on the built archive.
#ifndef NX_BASE_BASE_H
#define NX_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// In the amalgamation every internal function becomes static, so short names cannot collide.
#ifndef NX_INTERNAL
#define NX_INTERNAL
#endif

#define COUNT_OF(a) (sizeof(a) / sizeof((a)[0]))

#if defined(__GNUC__) || defined(__clang__)
#define NX_LIKELY(x)         __builtin_expect(!!(x), 1)
#define NX_UNLIKELY(x)       __builtin_expect(!!(x), 0)
#define NX_NOINLINE          __attribute__((noinline))
#define NX_ALWAYS_INLINE     inline __attribute__((always_inline)) // for loops made once per case
#define NX_COLD              __attribute__((noinline, cold))
#define NX_RARE              __attribute__((cold)) // what leads to a call of it is laid aside
#define NX_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define NX_MUST_USE          __attribute__((warn_unused_result))
#else
#define NX_LIKELY(x)   (x)
#define NX_UNLIKELY(x) (x)
#define NX_NOINLINE
#define NX_ALWAYS_INLINE inline
#define NX_COLD
#define NX_RARE
#define NX_PRINTF(fmt, args)
#define NX_MUST_USE
#endif

// assert() states our own bugs only; guest input never reaches one. Release builds drop it.
#ifdef NX_DEBUG
#define NX_ASSERT(cond)                                                                            \
    do {                                                                                           \
        if (!(cond)) { __builtin_trap(); }                                                         \
    } while (0)
#else
#define NX_ASSERT(cond) ((void)sizeof(cond))
#endif

static inline uint32_t min_u32(uint32_t a, uint32_t b) { return a < b ? a : b; }
static inline uint32_t max_u32(uint32_t a, uint32_t b) { return a > b ? a : b; }
static inline int64_t min_i64(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int64_t max_i64(int64_t a, int64_t b) { return a > b ? a : b; }

// Each returns true on overflow, with *out then unspecified.
static inline bool add_overflows(int64_t a, int64_t b, int64_t *out) {
    return __builtin_add_overflow(a, b, out);
}
static inline bool sub_overflows(int64_t a, int64_t b, int64_t *out) {
    return __builtin_sub_overflow(a, b, out);
}
static inline bool mul_overflows(int64_t a, int64_t b, int64_t *out) {
    return __builtin_mul_overflow(a, b, out);
}

// Bits of a double and back; the only sanctioned way (no unions across types).
static inline uint64_t double_bits(double d) {
    uint64_t u;
    memcpy(&u, &d, sizeof u);
    return u;
}
static inline double bits_double(uint64_t u) {
    double d;
    memcpy(&d, &u, sizeof d);
    return d;
}

#endif
