// search.h: substring search in bytes, for str and bytes. Because UTF-8 synchronises itself, a text
// is found in a text exactly where its bytes are. Linear in the worst case; work is charged as it
// is done, so a search that ends early costs little.
#ifndef NX_OBJECT_SEARCH_H
#define NX_OBJECT_SEARCH_H

#include "rt/native.h"

enum { SEARCH_NONE = -1, SEARCH_STOPPED = -2 }; // not there; a limit was reached: return V_RAISED

// A needle made ready for many searches.
typedef struct Search {
    const uint8_t *needle;
    uint64_t m;
    uint64_t rare; // index of its byte that text is least likely to have
} Search;

NX_INTERNAL Search search_make(const void *needle, uint64_t m);
// Offset of the first occurrence in hay[0..n). m > 0.
NX_INTERNAL int64_t search_next(Vm *vm, const Search *s, const void *hay, uint64_t n);

// Offset of the first (last) occurrence. An empty needle is found at 0 (at n).
NX_INTERNAL int64_t search_find(Vm *vm, const void *hay, uint64_t n, const void *needle,
                                uint64_t m);
NX_INTERNAL int64_t search_rfind(Vm *vm, const void *hay, uint64_t n, const void *needle,
                                 uint64_t m);
// Occurrences that do not overlap, at most `max`; m > 0; or SEARCH_STOPPED.
NX_INTERNAL int64_t search_count(Vm *vm, const void *hay, uint64_t n, const void *needle,
                                 uint64_t m, uint64_t max);
// The last byte c in hay[0..n), or NULL.
NX_INTERNAL const uint8_t *search_rchr(const void *hay, uint8_t c, uint64_t n);

#endif
