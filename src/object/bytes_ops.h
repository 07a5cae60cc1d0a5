// bytes_ops.h: algorithms on bytes that str, bytes and bytearray share. An "owner" is the object
// that is being cut; `make` makes one piece of it, given byte offsets.
#ifndef NX_OBJECT_BYTES_OPS_H
#define NX_OBJECT_BYTES_OPS_H

#include "object/search.h"

typedef Value (*PieceFn)(Vm *vm, Value owner, uint32_t from, uint32_t to);

typedef struct ByteSpan { // some bytes of a guest object; valid until the next safepoint
    const uint8_t *p;
    uint32_t n;
} ByteSpan;

// Pieces on their way into a list. Few of them never touch the heap before the list has its final
// size.
enum { PIECES_BUF = 32 };
typedef struct Pieces {
    Vm *vm;
    Value list; // V_NONE until the buffer overflowed
    uint32_t n; // in the buffer
    Value buf[PIECES_BUF];
} Pieces;

static inline void pieces_init(Vm *vm, Pieces *p) {
    p->vm = vm;
    p->list = V_NONE;
    p->n = 0;
}
NX_INTERNAL bool pieces_flush(Pieces *p);
// Takes a new piece, which may be V_RAISED; false: raised.
static inline bool pieces_put(Pieces *p, Value v) {
    if (NX_UNLIKELY(v == V_RAISED) || (p->n == PIECES_BUF && !pieces_flush(p))) { return false; }
    p->buf[p->n++] = v;
    return true;
}
NX_INTERNAL Value pieces_finish(Pieces *p);          // the list; V_RAISED
NX_INTERNAL Value pieces_finish_reversed(Pieces *p); // last piece first

// owner.split(sep, max) and rsplit; sep is not empty; max < 0: no limit. A list, or V_RAISED.
NX_INTERNAL Value ops_split(Vm *vm, Value owner, ByteSpan hay, ByteSpan sep, int64_t max,
                            PieceFn make);
NX_INTERNAL Value ops_rsplit(Vm *vm, Value owner, ByteSpan hay, ByteSpan sep, int64_t max,
                             PieceFn make);

// replace(old, new, max) in three steps: how many replacements there are (SEARCH_STOPPED), how long
// the result is, and the result itself. old is not empty.
static inline uint64_t ops_replaced_size(ByteSpan hay, ByteSpan old, ByteSpan new, uint64_t count) {
    return hay.n - count * old.n + count * new.n;
}
NX_INTERNAL bool ops_replace(Vm *vm, uint8_t *out, ByteSpan hay, ByteSpan old, ByteSpan new,
                             uint64_t count);

// Fills out[0..n) with repetitions of the first `unit` bytes, which are there already.
static inline void ops_repeat(void *out, uint64_t unit, uint64_t n) {
    uint8_t *p = out;
    for (uint64_t done = unit; done < n; done *= 2) {
        memcpy(p + done, p, (size_t)(done <= n - done ? done : n - done));
    }
}

// True when hay[from..to) starts (ends) with sub; offsets in bytes, from may be above to.
static inline bool ops_tail_match(ByteSpan hay, int64_t from, int64_t to, ByteSpan sub,
                                  bool at_end) {
    if (to - from < (int64_t)sub.n) { return false; }
    return memcmp(hay.p + (at_end ? to - sub.n : from), sub.p, sub.n) == 0;
}

#endif
