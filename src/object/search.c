// search.c: see search.h. First the needle's rarest byte is looked for with memchr, which is the
// fastest thing there is on ordinary data. When that yields too many false candidates, the two-way
// algorithm of Crochemore and Perrin takes over, which is linear on any data and needs no memory.
// Both directions share its code: backwards is forwards on mirrored indices.
#include "object/search.h"

enum {
    SEARCH_WINDOW = 1 << 20, // positions tried between two charges
    SEARCH_PATIENCE = 1024,
    SEARCH_SHORT = 128,
};

// How common a byte is in the texts of programs: 0 rare .. 5 common.
static uint32_t search_rank(uint8_t c) {
    if (c >= 0xC0) { return 4; } // lead bytes: one script has few
    if (c >= 0x80) { return 2; }
    if (c == ' ' || c == 'e' || c == 0) { return 5; }
    if (c >= 'a' && c <= 'z') { return c == 'j' || c == 'q' || c == 'x' || c == 'z' ? 1 : 4; }
    if (c >= '0' && c <= '9') { return 3; }
    return c == ',' || c == '.' || c == '\n' || c == '_' || c == '"' ? 2 : 1;
}

Search search_make(const void *needle, uint64_t m) {
    Search s = {needle, m, 0};
    uint32_t best = 6, look = m < 32 ? (uint32_t)m : 32;
    for (uint32_t i = 0; i < look && best > 1; i++) {
        uint32_t rank = search_rank(s.needle[i]);
        if (rank < best) {
            best = rank;
            s.rare = i;
        }
    }
    return s;
}

// memchr, but quick about what is near: a call costs as much as a few words here.
static inline const uint8_t *search_chr(const uint8_t *p, uint8_t c, uint64_t n) {
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    if (n < 32) { return memchr(p, c, (size_t)n); }
    for (uint32_t i = 0; i < 4; i++, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        word ^= ones * c;
        word = (word - ones) & ~word & highs; // the lowest bit set marks an equal byte
        if (word) { return p + __builtin_ctzll(word) / 8; }
    }
    return memchr(p, c, (size_t)n - 32);
}

// ---- two-way -----------------------------------------------------------------------------------

// Byte i of a sequence read forwards or backwards from its first byte in that direction.
static inline uint8_t search_at(const uint8_t *first, uint64_t i, bool back) {
    return back ? *(first - i) : first[i];
}

// Start of the maximal suffix in one of the two byte orders, and its period.
static inline uint64_t search_max_suffix(const uint8_t *x, uint64_t m, bool back, bool inverse,
                                         uint64_t *period) {
    uint64_t start = 0, at = 1, k = 0, p = 1;
    while (at + k < m) {
        uint8_t a = search_at(x, at + k, back), b = search_at(x, start + k, back);
        if (a == b) {
            if (k + 1 == p) {
                at += p;
                k = 0;
            } else {
                k++;
            }
        } else if ((a < b) != inverse) {
            at += k + 1;
            k = 0;
            p = at - start;
        } else {
            start = at;
            at = start + 1;
            k = 0;
            p = 1;
        }
    }
    *period = p;
    return start;
}

typedef struct TwoWay {
    uint64_t cut, period;
    bool periodic;
    uint32_t shift[64]; // by the low bits of a byte: how far it is from the needle's end
} TwoWay;

static inline void two_way_init(TwoWay *t, const uint8_t *x, uint64_t m, bool back) {
    uint64_t p1, p2;
    uint64_t c1 = search_max_suffix(x, m, back, false, &p1);
    uint64_t c2 = search_max_suffix(x, m, back, true, &p2);
    t->cut = c1 > c2 ? c1 : c2;
    t->period = c1 > c2 ? p1 : p2;
    t->periodic = t->period + t->cut <= m;
    for (uint64_t i = 0; i < t->cut && t->periodic; i++) {
        t->periodic = search_at(x, i, back) == search_at(x, i + t->period, back);
    }
    if (!t->periodic) { t->period = (t->cut > m - t->cut ? t->cut : m - t->cut) + 1; }
    uint32_t far = m < UINT32_MAX ? (uint32_t)m : UINT32_MAX;
    for (uint32_t i = 0; i < 64; i++) { t->shift[i] = far; }
    for (uint64_t i = m - far; i < m; i++) {
        t->shift[search_at(x, i, back) & 63] = (uint32_t)(m - 1 - i);
    }
}

static inline int64_t two_way_find(const uint8_t *hay, uint64_t n, const uint8_t *x, uint64_t m,
                                   bool back) {
    TwoWay t;
    two_way_init(&t, x, m, back);
    uint64_t known = 0; // bytes at the front that match already, by periodicity
    for (uint64_t j = 0; j + m <= n;) {
        if (known == 0) {
            uint32_t skip = t.shift[search_at(hay, j + m - 1, back) & 63];
            if (skip) {
                j += skip;
                continue;
            }
        }
        uint64_t i = t.cut > known ? t.cut : known;
        while (i < m && search_at(x, i, back) == search_at(hay, j + i, back)) { i++; }
        if (i < m) {
            j += i - t.cut + 1;
            known = 0;
            continue;
        }
        i = t.cut;
        while (i > known && search_at(x, i - 1, back) == search_at(hay, j + i - 1, back)) { i--; }
        if (i <= known) { return (int64_t)j; }
        j += t.period;
        known = t.periodic ? m - t.period : 0;
    }
    return SEARCH_NONE;
}

static NX_NOINLINE int64_t two_way_forward(const uint8_t *hay, uint64_t n, const uint8_t *x,
                                           uint64_t m) {
    return two_way_find(hay, n, x, m, false);
}

// Takes and returns offsets from the front.
static NX_NOINLINE int64_t two_way_backward(const uint8_t *hay, uint64_t n, const uint8_t *x,
                                            uint64_t m) {
    int64_t j = two_way_find(hay + n - 1, n, x + m - 1, m, true);
    return j < 0 ? j : (int64_t)(n - m) - j;
}

// ---- forwards ----------------------------------------------------------------------------------

// In hay[0..n), n >= m >= 2.
static int64_t search_window(const Search *s, const uint8_t *hay, uint64_t n) {
    const uint8_t *x = s->needle;
    uint64_t m = s->m, rare = s->rare, last = n - m, wasted = 0;
    for (uint64_t at = 0; at <= last; at++) {
        const uint8_t *p = search_chr(hay + at + rare, x[rare], last - at + 1);
        if (!p) { return SEARCH_NONE; }
        at = (uint64_t)(p - hay) - rare;
        if (hay[at] == x[0] && hay[at + m - 1] == x[m - 1]) {
            if (memcmp(hay + at, x, (size_t)m) == 0) { return (int64_t)at; }
            wasted += m;
        }
        wasted += 16;
        if (wasted > at + SEARCH_PATIENCE) {
            int64_t found = two_way_forward(hay + at + 1, n - at - 1, x, m);
            return found < 0 ? found : (int64_t)at + 1 + found;
        }
    }
    return SEARCH_NONE;
}

int64_t search_next(Vm *vm, const Search *s, const void *hay, uint64_t n) {
    const uint8_t *h = hay;
    uint64_t m = s->m;
    if (m > n) { return SEARCH_NONE; }
    uint64_t step = m > SEARCH_WINDOW / 4 ? 4 * m : SEARCH_WINDOW;
    for (uint64_t at = 0; at + m <= n; at += step) {
        uint64_t size = n - at < step + m - 1 ? n - at : step + m - 1;
        int64_t found;
        if (m == 1) {
            const uint8_t *p = search_chr(h + at, s->needle[0], size);
            found = p ? p - (h + at) : SEARCH_NONE;
        } else {
            found = search_window(s, h + at, size);
        }
        uint64_t seen = found < 0 ? size : (uint64_t)found + m;
        if (seen >= 64 && !native_charge(vm, seen / 64)) { return SEARCH_STOPPED; }
        if (found >= 0) { return (int64_t)at + found; }
    }
    return SEARCH_NONE;
}

int64_t search_find(Vm *vm, const void *hay, uint64_t n, const void *needle, uint64_t m) {
    if (m == 0) { return 0; }
    if (m > n) { return SEARCH_NONE; }
    if (n <= SEARCH_SHORT) { // not worth preparing or charging for
        Search s = {needle, m, 0};
        if (m > 1) { return search_window(&s, hay, n); }
        const uint8_t *h = hay, *p = memchr(h, s.needle[0], (size_t)n);
        return p ? p - h : SEARCH_NONE;
    }
    Search s = search_make(needle, m);
    return search_next(vm, &s, hay, n);
}

// ---- backwards ---------------------------------------------------------------------------------

const uint8_t *search_rchr(const void *hay, uint8_t c, uint64_t n) {
    const uint8_t *h = hay;
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    while (n >= 8) {
        uint64_t word;
        memcpy(&word, h + n - 8, 8);
        word ^= ones * c;
        if ((word - ones) & ~word & highs) { break; }
        n -= 8;
    }
    while (n > 0) {
        if (h[--n] == c) { return h + n; }
    }
    return NULL;
}

static int64_t search_window_back(const Search *s, const uint8_t *hay, uint64_t n) {
    const uint8_t *x = s->needle;
    uint64_t m = s->m, rare = s->rare, wasted = 0;
    for (uint64_t end = n; end >= m; end--) { // candidates end at `end`
        const uint8_t *p = search_rchr(hay + rare, x[rare], end - m + 1);
        if (!p) { return SEARCH_NONE; }
        uint64_t at = (uint64_t)(p - hay) - rare;
        end = at + m;
        if (hay[at] == x[0] && hay[end - 1] == x[m - 1]) {
            if (memcmp(hay + at, x, (size_t)m) == 0) { return (int64_t)at; }
            wasted += m;
        }
        wasted += 16;
        if (wasted > n - end + SEARCH_PATIENCE) { return two_way_backward(hay, end - 1, x, m); }
    }
    return SEARCH_NONE;
}

int64_t search_rfind(Vm *vm, const void *hay, uint64_t n, const void *needle, uint64_t m) {
    if (m == 0) { return (int64_t)n; }
    const uint8_t *h = hay;
    Search s = search_make(needle, m);
    uint64_t step = m > SEARCH_WINDOW / 4 ? 4 * m : SEARCH_WINDOW;
    for (uint64_t end = n; end >= m;) {
        uint64_t size = end < step + m - 1 ? end : step + m - 1;
        int64_t found = search_window_back(&s, h + end - size, size);
        uint64_t seen = found < 0 ? size : size - (uint64_t)found;
        if (seen >= 64 && !native_charge(vm, seen / 64)) { return SEARCH_STOPPED; }
        if (found >= 0) { return (int64_t)(end - size) + found; }
        if (size == end) { break; }
        end -= step;
    }
    return SEARCH_NONE;
}

// ---- counting ----------------------------------------------------------------------------------

// Eight bytes at a time: equal bytes leave a one in their lane, and the lanes are added up before
// they can overflow.
static uint64_t search_count_byte(const uint8_t *h, uint64_t n, uint8_t c) {
    const uint64_t ones = 0x0101010101010101u, low7 = 0x7F7F7F7F7F7F7F7Fu;
    uint64_t total = 0;
    while (n >= 8) {
        uint64_t lanes = 0, words = n / 8 < 255 ? n / 8 : 255;
        for (uint64_t i = 0; i < words; i++, h += 8) {
            uint64_t word;
            memcpy(&word, h, 8);
            word ^= ones * c;
            lanes += ~(((word & low7) + low7) | word | low7) >> 7;
        }
        n -= words * 8;
        const uint64_t pairs = 0x00FF00FF00FF00FFu;
        lanes = (lanes & pairs) + (lanes >> 8 & pairs);
        total += lanes * 0x0001000100010001u >> 48;
    }
    for (uint64_t i = 0; i < n; i++) { total += h[i] == c; }
    return total;
}

int64_t search_count(Vm *vm, const void *hay, uint64_t n, const void *needle, uint64_t m,
                     uint64_t max) {
    const uint8_t *h = hay;
    if (m > n) { return 0; }
    if (m == 1) {
        if (n >= 64 && !native_charge(vm, n / 64)) { return SEARCH_STOPPED; }
        uint8_t c = *(const uint8_t *)needle;
        const uint8_t *first = memchr(h, c, (size_t)n); // often there is none at all
        if (!first) { return 0; }
        uint64_t count = search_count_byte(first, n - (uint64_t)(first - h), c);
        return (int64_t)(count < max ? count : max);
    }
    Search s = n <= SEARCH_SHORT ? (Search){needle, m, 0} : search_make(needle, m);
    int64_t count = 0;
    for (uint64_t at = 0; (uint64_t)count < max; count++) {
        int64_t found = search_next(vm, &s, h + at, n - at);
        if (found == SEARCH_STOPPED) { return found; }
        if (found < 0) { break; }
        at += (uint64_t)found + m;
    }
    return count;
}
