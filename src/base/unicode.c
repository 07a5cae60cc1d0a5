// unicode.c: see unicode.h. A code point is looked up in two steps: its upper bits choose a block
// of the second table, its lower bits a place in that block, where stands the number of a record
// (for the properties) or of a place in unicode_decompose_data. The tables are generated, see
// tools/gen_unicode.py, and need no relocation.
#include "base/unicode.h"

#include "base/utf8.h"

typedef struct UnicodeNumber {
    int64_t num;
    uint16_t den;
} UnicodeNumber;

// What code points have in common. Mappings are kept as differences, so that a whole alphabet
// shares one record.
typedef struct UnicodeRecord {
    uint32_t flags; // those of unicode.h, and UNICODE_X_ ones
    int32_t lower, upper, title, fold;
    uint8_t category; // index of unicode_categories
    uint8_t number;   // index of unicode_numbers, 0 for none
    uint8_t combining;
} UnicodeRecord;

// A code point with a mapping to several; unused places are 0.
typedef struct UnicodeSpecial {
    uint16_t cp;
    uint16_t maps[4][UNICODE_MAX_CASE]; // lower, upper, title, fold
} UnicodeSpecial;

typedef struct UnicodePair {
    uint32_t first, second, composite;
} UnicodePair;

#include "base/unicode_data.inc"

static const UnicodeRecord *unicode_record(uint32_t cp) {
    // What lies beyond the last code point is unassigned as U+0378 is.
    uint32_t at = cp <= 0x10FFFF ? cp : 0x378;
    uint32_t block = unicode_record_index1[at >> UNICODE_RECORD_SHIFT];
    uint32_t place = at & ((1u << UNICODE_RECORD_SHIFT) - 1);
    return &unicode_records[unicode_record_index2[(block << UNICODE_RECORD_SHIFT) + place]];
}

uint32_t unicode_flags(uint32_t cp) { return unicode_record(cp)->flags; }

int32_t unicode_decimal_value(uint32_t cp) {
    const UnicodeRecord *r = unicode_record(cp);
    return r->flags & UNICODE_DECIMAL ? (int32_t)unicode_numbers[r->number].num : -1;
}

int32_t unicode_digit_value(uint32_t cp) {
    const UnicodeRecord *r = unicode_record(cp);
    return r->flags & UNICODE_DIGIT ? (int32_t)unicode_numbers[r->number].num : -1;
}

bool unicode_numeric_value(uint32_t cp, int64_t *num, int64_t *den) {
    uint32_t i = unicode_record(cp)->number;
    *num = unicode_numbers[i].num;
    *den = unicode_numbers[i].den;
    return i != 0;
}

const char *unicode_category(uint32_t cp) {
    return unicode_categories[unicode_record(cp)->category];
}

const UnicodeLayout *unicode_layout(uint32_t cp) {
    uint32_t low = 0, high = COUNT_OF(unicode_layout_runs);
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        *(unicode_layout_runs[middle] >> 8 <= cp ? &low : &high) = middle;
    }
    return &unicode_layouts[unicode_layout_runs[low] & 0xFF];
}

uint32_t unicode_combining(uint32_t cp) { return unicode_record(cp)->combining; }

// --- Case ---------------------------------------------------------------------------------------

enum { UNICODE_MAP_LOWER, UNICODE_MAP_UPPER, UNICODE_MAP_TITLE, UNICODE_MAP_FOLD };

uint32_t unicode_lower(uint32_t cp) { return cp + (uint32_t)unicode_record(cp)->lower; }
uint32_t unicode_upper(uint32_t cp) { return cp + (uint32_t)unicode_record(cp)->upper; }
uint32_t unicode_title(uint32_t cp) { return cp + (uint32_t)unicode_record(cp)->title; }

static uint32_t unicode_map(uint32_t cp, uint32_t map, int32_t delta, bool special, uint32_t *out) {
    out[0] = cp + (uint32_t)delta;
    if (NX_LIKELY(!special)) { return 1; }
    uint32_t low = 0, high = COUNT_OF(unicode_special);
    while (high - low > 1) {
        uint32_t mid = (low + high) / 2;
        if (unicode_special[mid].cp <= cp) {
            low = mid;
        } else {
            high = mid;
        }
    }
    const uint16_t *to = unicode_special[low].maps[map];
    uint32_t n = 0;
    for (; n < UNICODE_MAX_CASE && to[n]; n++) { out[n] = to[n]; }
    return n;
}

uint32_t unicode_lower_full(uint32_t cp, uint32_t out[UNICODE_MAX_CASE]) {
    const UnicodeRecord *r = unicode_record(cp);
    return unicode_map(cp, UNICODE_MAP_LOWER, r->lower, r->flags & UNICODE_X_SPECIAL, out);
}

uint32_t unicode_upper_full(uint32_t cp, uint32_t out[UNICODE_MAX_CASE]) {
    const UnicodeRecord *r = unicode_record(cp);
    return unicode_map(cp, UNICODE_MAP_UPPER, r->upper, r->flags & UNICODE_X_SPECIAL, out);
}

uint32_t unicode_title_full(uint32_t cp, uint32_t out[UNICODE_MAX_CASE]) {
    const UnicodeRecord *r = unicode_record(cp);
    return unicode_map(cp, UNICODE_MAP_TITLE, r->title, r->flags & UNICODE_X_SPECIAL, out);
}

uint32_t unicode_fold_full(uint32_t cp, uint32_t out[UNICODE_MAX_CASE]) {
    const UnicodeRecord *r = unicode_record(cp);
    return unicode_map(cp, UNICODE_MAP_FOLD, r->fold, r->flags & UNICODE_X_SPECIAL, out);
}

// --- Decomposition ------------------------------------------------------------------------------

// Hangul syllables: leads, vowels and tails, the first of each and how many (section 3.12).
enum {
    UNICODE_S = 0xAC00,
    UNICODE_L = 0x1100,
    UNICODE_V = 0x1161,
    UNICODE_T = 0x11A7,
    UNICODE_N_L = 19,
    UNICODE_N_V = 21,
    UNICODE_N_T = 28,
    UNICODE_N_S = UNICODE_N_L * UNICODE_N_V * UNICODE_N_T
};

static inline bool unicode_is_hangul(uint32_t cp) { return cp - UNICODE_S < UNICODE_N_S; }

static uint32_t unicode_decompose_hangul(uint32_t cp, uint32_t *out) {
    uint32_t s = cp - UNICODE_S, t = s % UNICODE_N_T;
    out[0] = UNICODE_L + s / (UNICODE_N_V * UNICODE_N_T);
    out[1] = UNICODE_V + s / UNICODE_N_T % UNICODE_N_V;
    if (t == 0) { return 2; }
    out[2] = UNICODE_T + t;
    return 3;
}

uint32_t unicode_decomposition(uint32_t cp, const char **tag, uint32_t out[UNICODE_MAX_DECOMPOSE]) {
    *tag = "";
    if (cp > 0x10FFFF) { return 0; }
    if (unicode_is_hangul(cp)) { return unicode_decompose_hangul(cp, out); }
    uint32_t block = unicode_decompose_index1[cp >> UNICODE_DECOMPOSE_SHIFT];
    uint32_t place = cp & ((1u << UNICODE_DECOMPOSE_SHIFT) - 1);
    uint32_t at = unicode_decompose_index2[(block << UNICODE_DECOMPOSE_SHIFT) + place];
    if (at == 0) { return 0; }
    uint32_t head = unicode_decompose_data[at++], n = head & 0xFF;
    *tag = unicode_tags[head >> 8];
    for (uint32_t i = 0; i < n; i++) { // UTF-16
        uint32_t unit = unicode_decompose_data[at++];
        if ((unit & 0xFC00) == 0xD800) {
            unit = 0x10000 + ((unit & 0x3FF) << 10) + (unicode_decompose_data[at++] & 0x3FFu);
        }
        out[i] = unit;
    }
    return n;
}

uint32_t unicode_decompose(uint32_t cp, bool compat, uint32_t out[UNICODE_MAX_DECOMPOSE]) {
    if (!(unicode_flags(cp) & (compat ? UNICODE_X_NFKD : UNICODE_X_NFD))) {
        out[0] = cp;
        return 1;
    }
    if (unicode_is_hangul(cp)) { return unicode_decompose_hangul(cp, out); }
    // What is still to be taken apart stands on a stack, the next one on top.
    uint32_t stack[UNICODE_MAX_DECOMPOSE + 2], parts[UNICODE_MAX_DECOMPOSE], depth = 1, n_out = 0;
    stack[0] = cp;
    while (depth > 0) {
        const char *tag;
        uint32_t next = stack[--depth];
        uint32_t n = unicode_decomposition(next, &tag, parts);
        if (n == 0 || (*tag && !compat)) {
            out[n_out++] = next;
            continue;
        }
        while (n > 0) { stack[depth++] = parts[--n]; }
    }
    return n_out;
}

// --- Composition --------------------------------------------------------------------------------

uint32_t unicode_compose(uint32_t first, uint32_t second) {
    if (first - UNICODE_L < UNICODE_N_L && second - UNICODE_V < UNICODE_N_V) {
        uint32_t lv = (first - UNICODE_L) * UNICODE_N_V + (second - UNICODE_V);
        return UNICODE_S + lv * UNICODE_N_T;
    }
    if (unicode_is_hangul(first) && (first - UNICODE_S) % UNICODE_N_T == 0 && second > UNICODE_T &&
        second < UNICODE_T + UNICODE_N_T) {
        return first + (second - UNICODE_T);
    }
    uint32_t low = 0, high = COUNT_OF(unicode_pairs);
    while (high - low > 1) {
        uint32_t mid = (low + high) / 2;
        const UnicodePair *p = &unicode_pairs[mid];
        if (p->first < first || (p->first == first && p->second <= second)) {
            low = mid;
        } else {
            high = mid;
        }
    }
    const UnicodePair *p = &unicode_pairs[low];
    return p->first == first && p->second == second ? p->composite : 0;
}

// --- Normalisation of texts ---------------------------------------------------------------------

enum { UNICODE_SHORT_RUN = 16 }; // marks that are sorted by insertion

bool unicode_is_stable(uint32_t cp, UnicodeForm form) {
    static const uint32_t breaks[] = {UNICODE_X_NFC, UNICODE_X_NFD, UNICODE_X_NFKC, UNICODE_X_NFKD};
    return cp < 0x80 || !(unicode_flags(cp) & breaks[form]);
}

bool unicode_is_stable_text(const void *text, size_t len, UnicodeForm form) {
    const uint8_t *s = text;
    for (size_t i = utf8_ascii_prefix(s, len); i < len;) {
        uint32_t size, cp = utf8_decode(s + i, &size);
        if (!unicode_is_stable(cp, form)) { return false; }
        i += size;
    }
    return true;
}

size_t unicode_normalize_bound(const void *text, size_t len, UnicodeForm form) {
    const uint8_t *s = text;
    bool compat = form == UNICODE_NFKC || form == UNICODE_NFKD;
    size_t n = 0, run = 0, longest = 0;
    for (size_t i = 0; i < len;) {
        uint32_t parts[UNICODE_MAX_DECOMPOSE], size, cp = utf8_decode(s + i, &size);
        uint32_t n_parts = unicode_decompose(cp, compat, parts);
        i += size;
        n += n_parts;
        for (uint32_t k = 0; k < n_parts; k++) {
            run = unicode_combining(parts[k]) ? run + 1 : 0;
            if (run > longest) { longest = run; }
        }
    }
    return n + (longest > UNICODE_SHORT_RUN ? longest : 0);
}

// Sorts a run of marks by combining class, keeping the order of equals. A long run is sorted by
// counting, through scratch of as many code points.
static void unicode_sort_marks(uint32_t *marks, size_t n, uint32_t *scratch) {
    if (n <= UNICODE_SHORT_RUN) {
        for (size_t i = 1; i < n; i++) {
            uint32_t cp = marks[i], class = unicode_combining(cp);
            size_t k = i;
            for (; k > 0 && unicode_combining(marks[k - 1]) > class; k--) {
                marks[k] = marks[k - 1];
            }
            marks[k] = cp;
        }
        return;
    }
    size_t starts[257] = {0};
    for (size_t i = 0; i < n; i++) { starts[unicode_combining(marks[i]) + 1]++; }
    for (size_t c = 1; c < 257; c++) { starts[c] += starts[c - 1]; }
    memcpy(scratch, marks, n * sizeof *marks);
    for (size_t i = 0; i < n; i++) { marks[starts[unicode_combining(scratch[i])]++] = scratch[i]; }
}

// Composes a decomposed string in place: each code point that is not blocked from the last starter
// is joined to it if the two have a composite.
static size_t unicode_compose_all(uint32_t *cps, size_t n) {
    size_t n_out = 0, starter = SIZE_MAX;
    uint32_t last_class = 0; // of the code point before, since the starter; 0 if there is none
    for (size_t i = 0; i < n; i++) {
        uint32_t cp = cps[i], class = unicode_combining(cp);
        if (starter != SIZE_MAX && (last_class < class || starter + 1 == n_out)) {
            uint32_t composite = unicode_compose(cps[starter], cp);
            if (composite) {
                cps[starter] = composite;
                continue;
            }
        }
        if (class == 0) { starter = n_out; }
        last_class = class;
        cps[n_out++] = cp;
    }
    return n_out;
}

size_t unicode_normalize(const void *text, size_t len, UnicodeForm form, uint32_t *out) {
    const uint8_t *s = text;
    bool compat = form == UNICODE_NFKC || form == UNICODE_NFKD;
    size_t n = 0;
    for (size_t i = 0; i < len;) {
        uint32_t parts[UNICODE_MAX_DECOMPOSE], size, cp = utf8_decode(s + i, &size);
        uint32_t n_parts = unicode_decompose(cp, compat, parts);
        memcpy(out + n, parts, n_parts * sizeof *parts);
        n += n_parts;
        i += size;
    }
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && unicode_combining(out[end])) { end++; }
        if (end - i > 1) { unicode_sort_marks(out + i, end - i, out + n); }
        i = end + 1;
    }
    return form == UNICODE_NFC || form == UNICODE_NFKC ? unicode_compose_all(out, n) : n;
}
