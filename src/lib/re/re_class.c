// re_class.c: from a set as written to the class that the matcher tests.
//
// Case-insensitive sets follow sre: the members are lowered, letters with the same upper case join
// them, and the character tested is lowered before it is looked up. Below 0x80 (in bytes patterns:
// everywhere) the answer is computed here once and for all; from 0x80 on a class is nothing, all,
// or sorted ranges and categories. In a folding class the ranges keep "i" and "k" although these
// are below 0x80: they are what U+0130 and U+212A become.
#include "lib/re/re_parse.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include "lib/re/re_fold.h"

ReFold re_fold_of(uint32_t flags) {
    if (!(flags & RE_FLAG_IGNORECASE)) { return RE_FOLD_NONE; }
    if (flags & RE_FLAG_LOCALE) { return RE_FOLD_LOCALE; }
    return flags & RE_FLAG_UNICODE ? RE_FOLD_UNICODE : RE_FOLD_ASCII;
}

// --- Bytes and ASCII
// ------------------------------------------------------------------------------

// Members of the categories below 0x80.
static void re_class_add_cats(ReBytes *b, uint32_t cats, uint32_t limit) {
    for (uint32_t c = 0; c < limit; c++) {
        bool digit = c >= '0' && c <= '9';
        bool word = digit || c == '_' || (c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        bool space = c == ' ' || (c >= '\t' && c <= '\r');
        uint32_t of = (digit ? RE_CAT_DIGIT : RE_CAT_NOT_DIGIT) |
                      (space ? RE_CAT_SPACE : RE_CAT_NOT_SPACE) |
                      (word ? RE_CAT_WORD : RE_CAT_NOT_WORD);
        if (cats & of) { re_bytes_add(b, c); }
    }
}

// str.isspace() holds U+001C..U+001F to be spaces; ASCII and bytes patterns do not.
static void re_class_add_separators(ReBytes *b, uint32_t cats) {
    for (uint32_t c = 0x1C; c <= 0x1F; c++) {
        bool other = (cats & (RE_CAT_NOT_DIGIT | RE_CAT_NOT_WORD | RE_CAT_SPACE)) != 0;
        if (other) { re_bytes_add(b, c); }
        if (!other && (cats & RE_CAT_NOT_SPACE)) { b->bits[0] &= ~(1u << c); }
    }
}

static uint32_t re_lower_ascii(uint32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }
static uint32_t re_upper_ascii(uint32_t c) { return c >= 'a' && c <= 'z' ? c - 32 : c; }

// Which bytes match, given the members of the set as written.
static void re_class_fold_bytes(ReBytes *b, ReFold fold, bool negate) {
    ReBytes in = *b, out = {{0}};
    if (fold == RE_FOLD_ASCII || fold == RE_FOLD_UNICODE) {
        for (uint32_t c = 'A'; c <= 'Z'; c++) {
            if (re_bytes_has(&in, c)) { re_bytes_add(&in, re_lower_ascii(c)); }
        }
    }
    for (uint32_t c = 0; c < 256; c++) {
        bool hit;
        if (fold == RE_FOLD_LOCALE) {
            // Either case may be the one that is in the set, or not in the negated one.
            bool lo = re_bytes_has(&in, re_lower_ascii(c)) != negate;
            hit = lo || re_bytes_has(&in, re_upper_ascii(re_lower_ascii(c))) != negate;
        } else {
            hit = re_bytes_has(&in, fold == RE_FOLD_NONE ? c : re_lower_ascii(c)) != negate;
        }
        if (hit) { re_bytes_add(&out, c); }
    }
    *b = out;
}

// --- Ranges
// -----------------------------------------------------------------------------------------

typedef struct ReRanges {
    Arena *arena;
    ReRange *r;
    uint32_t n, cap;
    bool failed;
} ReRanges;

static void re_ranges_add(ReRanges *rs, uint32_t lo, uint32_t hi) {
    if (rs->n && rs->r[rs->n - 1].hi + 1 == lo) {
        rs->r[rs->n - 1].hi = hi;
        return;
    }
    ReError error;
    if (rs->failed ||
        !re_reserve(rs->arena, &error, (void **)&rs->r, &rs->cap, rs->n, sizeof *rs->r)) {
        rs->failed = true;
        return;
    }
    rs->r[rs->n++] = (ReRange){lo, hi};
}

static void re_ranges_sift(ReRange *r, uint32_t at, uint32_t n) {
    for (uint32_t child; (child = 2 * at + 1) < n; at = child) {
        if (child + 1 < n && r[child + 1].lo > r[child].lo) { child++; }
        if (r[at].lo >= r[child].lo) { return; }
        ReRange t = r[at];
        r[at] = r[child];
        r[child] = t;
    }
}

// Sorts (a heap sort) and joins what touches.
static void re_ranges_normalize(ReRanges *rs) {
    bool sorted = true;
    for (uint32_t i = 1; i < rs->n; i++) { sorted = sorted && rs->r[i - 1].lo <= rs->r[i].lo; }
    if (!sorted) {
        for (uint32_t i = rs->n / 2; i-- > 0;) { re_ranges_sift(rs->r, i, rs->n); }
        for (uint32_t n = rs->n; n-- > 1;) {
            ReRange t = rs->r[0];
            rs->r[0] = rs->r[n];
            rs->r[n] = t;
            re_ranges_sift(rs->r, 0, n);
        }
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < rs->n; i++) {
        if (n && rs->r[i].lo <= rs->r[n - 1].hi + 1) {
            rs->r[n - 1].hi = max_u32(rs->r[n - 1].hi, rs->r[i].hi);
        } else {
            rs->r[n++] = rs->r[i];
        }
    }
    rs->n = n;
}

static void re_ranges_invert(ReRanges *rs) {
    ReRanges out = {.arena = rs->arena};
    uint32_t from = 0;
    for (uint32_t i = 0; i < rs->n; i++) {
        if (rs->r[i].lo > from) { re_ranges_add(&out, from, rs->r[i].lo - 1); }
        from = rs->r[i].hi + 1;
    }
    if (from <= UTF8_MAX_CP) { re_ranges_add(&out, from, UTF8_MAX_CP); }
    out.failed = out.failed || rs->failed;
    *rs = out;
}

static bool re_ranges_has(const ReRanges *rs, uint32_t c) {
    for (uint32_t i = 0; i < rs->n; i++) {
        if (c >= rs->r[i].lo && c <= rs->r[i].hi) { return true; }
    }
    return false;
}

// The lowered members of lo..hi and those with the same upper case.
static void re_ranges_add_folded(ReRanges *rs, uint32_t lo, uint32_t hi, uint64_t *work) {
    for (uint32_t c = lo; c <= hi;) {
        if (!re_fold_block(c >> 8)) {
            uint32_t to = min_u32(c | 0xFF, hi);
            re_ranges_add(rs, c, to);
            c = to + 1;
            continue;
        }
        uint32_t lower = unicode_lower(c);
        re_ranges_add(rs, lower, lower);
        const uint16_t *family = re_fold_family(lower);
        for (; family && *family; family++) { re_ranges_add(rs, *family, *family); }
        c++;
        ++*work;
    }
}

// --- Text classes
// -----------------------------------------------------------------------------------

// Sets wide and the members below 0x80 of a class whose ranges are normal and hold all of it.
static void re_class_finish_ranges(ReClass *cls, ReRanges *rs, bool folded) {
    ReBytes members = {{0}};
    for (uint32_t i = 0; i < rs->n && rs->r[i].lo < 0x80; i++) {
        re_bytes_fill(&members, rs->r[i].lo, min_u32(rs->r[i].hi, 0x7F));
    }
    for (uint32_t c = 0; c < 0x80; c++) {
        if (re_bytes_has(&members, folded ? re_lower_ascii(c) : c)) {
            re_bytes_add(&cls->bytes, c);
        }
    }
    uint32_t last = rs->n ? rs->n - 1 : 0;
    bool any = rs->n && rs->r[last].hi >= 0x80,
         all = any && rs->r[last].lo <= 0x80 && rs->r[last].hi == UTF8_MAX_CP;
    if (folded) {
        bool i = re_ranges_has(rs, 'i'), k = re_ranges_has(rs, 'k');
        any = any || i || k;
        all = all && i && k;
    }
    cls->wide = all ? RE_WIDE_ALL : any ? RE_WIDE_SOME : RE_WIDE_NONE;
    if (cls->wide != RE_WIDE_SOME) { return; }
    uint32_t skip = 0;
    while (!folded && rs->r[skip].hi < 0x80) { skip++; }
    cls->ranges = rs->r + skip;
    cls->n_ranges = rs->n - skip;
    cls->cats = folded ? RE_CAT_FOLD : 0;
}

static bool re_class_complete(uint32_t cats) {
    return (cats & (cats >> 1) & (RE_CAT_DIGIT | RE_CAT_SPACE | RE_CAT_WORD)) != 0;
}

// Categories of Unicode, and ranges: the members from 0x80 on are told by both.
static void re_class_with_cats(ReClass *cls, ReRanges *rs, const ReSet *set, bool folded) {
    re_class_finish_ranges(cls, rs, folded);
    if (cls->wide == RE_WIDE_NONE) { cls->n_ranges = 0; }
    bool all = cls->wide == RE_WIDE_ALL;
    uint32_t fold = cls->cats & RE_CAT_FOLD;
    ReBytes with = {{0}};
    re_class_add_cats(&with, set->cats, 0x80);
    re_class_add_separators(&with, set->cats);
    re_bytes_join(&cls->bytes, &with);
    cls->wide = all ? RE_WIDE_ALL : RE_WIDE_SOME;
    cls->cats = set->cats | fold | (set->negate ? RE_CAT_NEGATE : 0);
    if (all) { cls->cats = 0; }
    if (!set->negate) { return; }
    for (uint32_t i = 0; i < 4; i++) { cls->bytes.bits[i] = ~cls->bytes.bits[i]; }
    if (all) { cls->wide = RE_WIDE_NONE; }
}

static bool re_class_text(ReClass *cls, Arena *arena, const ReSet *set, uint32_t flags,
                          uint64_t *work) {
    ReRanges rs = {.arena = arena};
    ReFold fold = re_fold_of(flags);
    uint32_t cats = set->cats;
    if (re_class_complete(cats)) {
        re_ranges_add(&rs, 0, UTF8_MAX_CP);
        cats = 0;
    }
    for (uint32_t i = 0; i < set->n; i++) {
        ReRange r = set->ranges[i];
        if (fold == RE_FOLD_UNICODE) {
            re_ranges_add_folded(&rs, r.lo, r.hi, work);
        } else {
            re_ranges_add(&rs, r.lo, r.hi);
        }
    }
    if (cats && !(flags & RE_FLAG_UNICODE)) {
        // ASCII categories: all that is not ASCII is in the negative ones.
        ReBytes b = {{0}};
        re_class_add_cats(&b, cats, 0x80);
        for (uint32_t c = 0; c < 0x80; c++) {
            if (re_bytes_has(&b, c)) { re_ranges_add(&rs, c, c); }
        }
        if (cats & (RE_CAT_NOT_DIGIT | RE_CAT_NOT_SPACE | RE_CAT_NOT_WORD)) {
            re_ranges_add(&rs, 0x80, UTF8_MAX_CP);
        }
        cats = 0;
    }
    if (fold == RE_FOLD_ASCII) {
        for (uint32_t i = 0, n = rs.n; i < n && !rs.failed; i++) {
            uint32_t lo = max_u32(rs.r[i].lo, 'A'), hi = min_u32(rs.r[i].hi, 'Z');
            if (lo <= hi) { re_ranges_add(&rs, lo + 32, hi + 32); }
        }
    }
    re_ranges_normalize(&rs);
    if (rs.failed) { return false; }
    *work += rs.n;
    if (cats) {
        re_class_with_cats(cls, &rs, set, fold == RE_FOLD_UNICODE);
        return true;
    }
    if (set->negate) { re_ranges_invert(&rs); }
    if (rs.failed) { return false; }
    re_class_finish_ranges(cls, &rs, fold == RE_FOLD_UNICODE);
    if (fold == RE_FOLD_ASCII) {
        for (uint32_t c = 'A'; c <= 'Z'; c++) {
            bool hit = re_bytes_has(&cls->bytes, re_lower_ascii(c));
            cls->bytes.bits[c >> 5] &= ~(1u << (c & 31));
            if (hit) { re_bytes_add(&cls->bytes, c); }
        }
    }
    return true;
}

// [^a] is "not a, in either case", whereas [^ab] asks each case for itself: sre's way with LOCALE.
static ReFold re_class_byte_fold(const ReSet *set, uint32_t flags) {
    ReFold fold = re_fold_of(flags);
    if (fold != RE_FOLD_LOCALE || !set->negate || set->cats || set->spans) { return fold; }
    for (uint32_t i = 1; i < set->n; i++) {
        if (set->ranges[i].lo != set->ranges[0].lo) { return fold; }
    }
    return RE_FOLD_ASCII;
}

ReClass *re_class_make(Arena *arena, const ReSet *set, bool is_text, uint32_t flags,
                       uint64_t *work) {
    ReClass *cls = ARENA_NEW(arena, ReClass);
    if (!cls) { return NULL; }
    *work += 16;
    if (is_text) { return re_class_text(cls, arena, set, flags, work) ? cls : NULL; }
    for (uint32_t i = 0; i < set->n; i++) {
        re_bytes_fill(&cls->bytes, set->ranges[i].lo, set->ranges[i].hi);
        *work += 1;
    }
    re_class_add_cats(&cls->bytes, set->cats, 256);
    re_class_fold_bytes(&cls->bytes, re_class_byte_fold(set, flags), set->negate);
    return cls;
}

ReClass *re_class_union(Arena *arena, const ReClass *a, const ReClass *b, bool *ok) {
    bool some_a = a->wide == RE_WIDE_SOME, some_b = b->wide == RE_WIDE_SOME;
    *ok = true;
    if ((some_a && (a->cats & ~(uint32_t)RE_CAT_FOLD)) ||
        (some_b && (b->cats & ~(uint32_t)RE_CAT_FOLD)) ||
        (some_a && some_b && a->cats != b->cats)) {
        return NULL;
    }
    ReClass *cls = ARENA_NEW(arena, ReClass);
    ReRanges rs = {.arena = arena};
    if (!cls) {
        *ok = false;
        return NULL;
    }
    cls->bytes = a->bytes;
    re_bytes_join(&cls->bytes, &b->bytes);
    if (a->wide == RE_WIDE_ALL || b->wide == RE_WIDE_ALL) {
        cls->wide = RE_WIDE_ALL;
        return cls;
    }
    if (!some_a && !some_b) { return cls; }
    for (uint32_t i = 0; some_a && i < a->n_ranges; i++) {
        re_ranges_add(&rs, a->ranges[i].lo, a->ranges[i].hi);
    }
    for (uint32_t i = 0; some_b && i < b->n_ranges; i++) {
        re_ranges_add(&rs, b->ranges[i].lo, b->ranges[i].hi);
    }
    re_ranges_normalize(&rs);
    *ok = !rs.failed;
    cls->wide = RE_WIDE_SOME;
    cls->cats = some_a ? a->cats : b->cats;
    cls->ranges = rs.r;
    cls->n_ranges = rs.n;
    return *ok ? cls : NULL;
}

void re_class_heads(const ReClass *cls, ReBytes *heads) {
    *heads = cls->bytes;
    if (cls->wide == RE_WIDE_NONE) { return; }
    if (cls->wide == RE_WIDE_ALL || cls->cats) {
        re_bytes_fill(heads, 0xC0, 0xFF);
        return;
    }
    for (uint32_t i = 0; i < cls->n_ranges; i++) {
        uint8_t lo[UTF8_MAX_SIZE], hi[UTF8_MAX_SIZE];
        utf8_encode(lo, max_u32(cls->ranges[i].lo, 0x80));
        utf8_encode(hi, cls->ranges[i].hi);
        re_bytes_fill(heads, lo[0], hi[0]);
    }
}
