// re_class.c: from a set as written to the class that the matcher tests.
//
// Case-insensitive sets follow sre: the members are lowered, letters with the same upper case join
// them, and a character matches if it is one of these when lowered. All that do so are put into the
// class here, so that the matcher needs to know nothing of case. Below 0x80 (in bytes patterns:
// everywhere) the answer is a bit set; from 0x80 on a class is nothing, all, or sorted ranges and
// categories, which the case of a letter does not change.
#include "lib/re/re_parse.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include "lib/re/re_fold.h"

// LOCALE is never combined with the Unicode rules, whatever other flags say.
ReFold re_fold_of(uint32_t flags) {
    if (!(flags & RE_FLAG_IGNORECASE)) { return RE_FOLD_NONE; }
    bool unicode = (flags & RE_FLAG_UNICODE) && !(flags & RE_FLAG_LOCALE);
    return unicode ? RE_FOLD_UNICODE : RE_FOLD_ASCII;
}

// --- Bytes and ASCII -----------------------------------------------------------------------------

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

// Letters in their other case as well.
static void re_class_fold_bytes(ReBytes *b) {
    for (uint32_t c = 'A'; c <= 'Z'; c++) {
        if (re_bytes_has(b, c)) { re_bytes_add(b, c + 32); }
        if (re_bytes_has(b, c + 32)) { re_bytes_add(b, c); }
    }
}

// --- Ranges --------------------------------------------------------------------------------------

// A growing list. A failed allocation is remembered, so that callers need to ask but once.
typedef struct ReRanges {
    Arena *arena;
    ReRange *r;
    uint32_t n, cap;
    bool failed;
} ReRanges;

// Appends; what continues the last range makes it longer.
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

// Restores the heap below r[at].
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

// Needs a normalized list.
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

// All that is `lower` when lowered.
static void re_ranges_add_cases(ReRanges *rs, uint32_t lower) {
    uint32_t upper = unicode_upper(lower), title = unicode_title(lower);
    uint32_t other = re_fold_other(lower);
    re_ranges_add(rs, lower, lower);
    if (upper != lower && unicode_lower(upper) == lower) { re_ranges_add(rs, upper, upper); }
    if (title != upper && unicode_lower(title) == lower) { re_ranges_add(rs, title, title); }
    if (other) { re_ranges_add(rs, other, other); }
}

// What matches a member of lo..hi without regard to case.
static void re_ranges_add_folded(ReRanges *rs, uint32_t lo, uint32_t hi, uint64_t *work) {
    for (uint32_t c = lo; c <= hi;) {
        if (!re_fold_block(c >> 8)) {
            uint32_t to = min_u32(c | 0xFF, hi);
            re_ranges_add(rs, c, to);
            c = to + 1;
            continue;
        }
        uint32_t lower = unicode_lower(c);
        const uint16_t *family = re_fold_family(lower);
        re_ranges_add_cases(rs, lower);
        for (; family && *family; family++) { re_ranges_add_cases(rs, *family); }
        c++;
        *work += 2;
    }
}

// sre looks at ranges that leave the BMP with the upper case of the character as well, and of a
// full mapping it takes the first letter: U+0149 is in such a range if U+02BC is.
static void re_ranges_add_quirk(ReRanges *rs, uint32_t lo, uint32_t hi, uint64_t *work) {
    uint32_t full[UNICODE_MAX_CASE];
    for (uint32_t block = 0; block < 0x100; block++) {
        if (!re_fold_block(block)) { continue; }
        for (uint32_t c = block << 8; c < (block + 1) << 8; c++) {
            bool more = unicode_upper_full(c, full) > 1;
            if (more && full[0] >= lo && full[0] <= hi) { re_ranges_add_cases(rs, c); }
        }
        *work += 64;
    }
}

// --- Text classes --------------------------------------------------------------------------------

// Sets wide and the members below 0x80 of a class whose ranges are normal and hold all of it.
static void re_class_finish_ranges(ReClass *cls, const ReRanges *rs) {
    uint32_t below = 0;
    for (uint32_t i = 0; i < rs->n && rs->r[i].lo < 0x80; i++) {
        re_bytes_fill(&cls->bytes, rs->r[i].lo, min_u32(rs->r[i].hi, 0x7F));
        below += rs->r[i].hi < 0x80;
    }
    cls->n_ranges = rs->n - below;
    cls->ranges = cls->n_ranges ? rs->r + below : NULL;
    cls->wide = cls->n_ranges ? RE_WIDE_SOME : RE_WIDE_NONE;
    if (cls->n_ranges && cls->ranges[0].lo <= 0x80 && cls->ranges[0].hi == UTF8_MAX_CP) {
        cls->wide = RE_WIDE_ALL;
        cls->n_ranges = 0;
    }
}

// A category and its opposite: all there is.
static bool re_class_complete(uint32_t cats) {
    return (cats & (cats >> 1) & (RE_CAT_DIGIT | RE_CAT_SPACE | RE_CAT_WORD)) != 0;
}

// Categories of Unicode, and ranges: the members from 0x80 on are told by both.
static void re_class_with_cats(ReClass *cls, ReRanges *rs, const ReSet *set) {
    re_class_finish_ranges(cls, rs);
    // The categories' ASCII members as bits, so that the matcher asks for the others only.
    ReBytes with = {{0}};
    re_class_add_cats(&with, set->cats, 0x80);
    re_class_add_separators(&with, set->cats);
    re_bytes_join(&cls->bytes, &with);
    bool all = cls->wide == RE_WIDE_ALL;
    if (!all) {
        cls->wide = RE_WIDE_SOME;
        cls->cats = set->cats | (set->negate ? (uint32_t)RE_CAT_NEGATE : 0);
    }
    if (!set->negate) { return; }
    for (uint32_t i = 0; i < 4; i++) { cls->bytes.bits[i] = ~cls->bytes.bits[i]; }
    if (all) { cls->wide = RE_WIDE_NONE; }
}

// ASCII categories as ranges: all that is not ASCII is in the negative ones.
static void re_ranges_add_ascii_cats(ReRanges *rs, uint32_t cats) {
    ReBytes b = {{0}};
    re_class_add_cats(&b, cats, 0x80);
    for (uint32_t c = 0; c < 0x80; c++) {
        if (re_bytes_has(&b, c)) { re_ranges_add(rs, c, c); }
    }
    if (cats & (RE_CAT_NOT_DIGIT | RE_CAT_NOT_SPACE | RE_CAT_NOT_WORD)) {
        re_ranges_add(rs, 0x80, UTF8_MAX_CP);
    }
}

// The letters of r in their other case.
static void re_ranges_add_ascii_cases(ReRanges *rs, ReRange r) {
    uint32_t lo = max_u32(r.lo, 'A'), hi = min_u32(r.hi, 'Z');
    if (lo <= hi) { re_ranges_add(rs, lo + 32, hi + 32); }
    lo = max_u32(r.lo, 'a');
    hi = min_u32(r.hi, 'z');
    if (lo <= hi) { re_ranges_add(rs, lo - 32, hi - 32); }
}

static bool re_class_text(ReClass *cls, Arena *arena, const ReSet *set, uint32_t flags,
                          uint64_t *work) {
    ReRanges rs = {.arena = arena};
    ReFold fold = re_fold_of(flags);
    uint32_t cats = set->cats;
    for (uint32_t i = 0; i < set->n; i++) {
        ReRange r = set->ranges[i];
        if (fold == RE_FOLD_UNICODE) {
            re_ranges_add_folded(&rs, r.lo, r.hi, work);
            if (r.hi >= 0x10000) { re_ranges_add_quirk(&rs, r.lo, r.hi, work); }
            continue;
        }
        re_ranges_add(&rs, r.lo, r.hi);
        if (fold == RE_FOLD_ASCII) { re_ranges_add_ascii_cases(&rs, r); }
    }
    if (re_class_complete(cats)) {
        re_ranges_add(&rs, 0, UTF8_MAX_CP);
        cats = 0;
    }
    if (cats && !(flags & RE_FLAG_UNICODE)) {
        re_ranges_add_ascii_cats(&rs, cats);
        cats = 0;
    }
    re_ranges_normalize(&rs);
    *work += rs.n;
    if (cats) {
        re_class_with_cats(cls, &rs, set);
    } else {
        if (set->negate) { re_ranges_invert(&rs); }
        re_class_finish_ranges(cls, &rs);
    }
    return !rs.failed;
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
    if (flags & RE_FLAG_IGNORECASE) { re_class_fold_bytes(&cls->bytes); }
    re_class_add_cats(&cls->bytes, set->cats, 256);
    for (uint32_t i = 0; set->negate && i < 8; i++) { cls->bytes.bits[i] = ~cls->bytes.bits[i]; }
    return cls;
}

ReClass *re_class_union(Arena *arena, const ReClass *a, const ReClass *b, bool *ok) {
    bool some_a = a->wide == RE_WIDE_SOME, some_b = b->wide == RE_WIDE_SOME;
    *ok = true;
    // Categories would need both negation and union: a BRANCH does as well.
    if (a->cats || b->cats) { return NULL; }
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
        // First bytes grow with the code point.
        uint8_t lo[UTF8_MAX_SIZE], hi[UTF8_MAX_SIZE];
        utf8_encode(lo, max_u32(cls->ranges[i].lo, 0x80));
        utf8_encode(hi, cls->ranges[i].hi);
        re_bytes_fill(heads, lo[0], hi[0]);
    }
}
