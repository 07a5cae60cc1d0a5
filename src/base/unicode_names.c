// unicode_names.c: see unicode_names.h. The tables are made by tools/gen_unicode_names.py.
//
// Names are lists of words by number, in alphabetical order, each told by how it differs from the
// one before; every NAMES_BLOCK-th is whole, so that a search takes few steps. Code points in their
// order have in names_ranks where their names stand in that list. Aliases and sequences are code
// points beyond Unicode's. What a rule gives (CJK UNIFIED IDEOGRAPH-4E00, Hangul) is in no table.
#include "base/unicode_names.h"

typedef struct NamesRule {
    uint32_t first, last;
    const char *prefix; // the code point in hexadecimal follows
} NamesRule;

typedef struct NamesRun {
    uint32_t first, last; // code points that all have names
    uint32_t at;          // how many there are in front of them
} NamesRun;

#include "base/unicode_names.inc"

// --- Text ----------------------------------------------------------------------------------------

static inline uint8_t names_byte(const uint64_t *data, uint32_t i) {
    return (uint8_t)(data[i / 8] >> i % 8 * 8);
}

static size_t names_put_word(char *out, size_t n, uint32_t word) {
    uint32_t at = names_word_starts[word / NAMES_WORDS];
    for (uint32_t skip = word % NAMES_WORDS; skip > 0; at++) {
        skip -= names_byte(names_word_text, at) >> 7;
    }
    if (n > 0 && out[n - 1] != '-') { out[n++] = ' '; }
    for (;; at++) {
        uint8_t c = names_byte(names_word_text, at);
        out[n++] = (char)(c & 0x7F);
        if (c >= 0x80) { return n; }
    }
}

typedef struct NamesCursor {
    uint32_t at;        // of names_stream
    uint16_t words[32]; // of the name in front of that
    uint32_t n;
} NamesCursor;

static void names_next(NamesCursor *c) {
    uint8_t head = names_byte(names_stream, c->at++);
    c->n = head >> 4;
    for (uint32_t more = head & 15; more > 0; more--) {
        uint32_t word = names_byte(names_stream, c->at++);
        if (word >= NAMES_ONE_BYTE) {
            word = (word - NAMES_ONE_BYTE) << 8 | names_byte(names_stream, c->at++);
            word += NAMES_ONE_BYTE;
        }
        c->words[c->n++] = (uint16_t)word;
    }
}

static size_t names_put(const NamesCursor *c, char out[UNICODE_NAME_SIZE]) {
    size_t n = 0;
    for (uint32_t i = 0; i < c->n; i++) { n = names_put_word(out, n, c->words[i]); }
    return n;
}

static int names_compare(const char *a, size_t a_len, const char *b, size_t b_len) {
    int r = memcmp(a, b, a_len < b_len ? a_len : b_len);
    return r ? r : a_len < b_len ? -1 : a_len > b_len;
}

// --- Hangul syllables ----------------------------------------------------------------------------

enum { HANGUL_FIRST = 0xAC00, HANGUL_LEADS = 19, HANGUL_VOWELS = 21, HANGUL_TAILS = 28 };

static const char hangul_prefix[] = "HANGUL SYLLABLE ";
static const char hangul_leads[HANGUL_LEADS][3] = {"G", "GG", "N", "D",  "DD", "R", "M",
                                                   "B", "BB", "S", "SS", "",   "J", "JJ",
                                                   "C", "K",  "T", "P",  "H"};
static const char hangul_vowels[HANGUL_VOWELS][4] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                     "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                                     "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char hangul_tails[HANGUL_TAILS][3] = {
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

static size_t hangul_name(uint32_t cp, char *out) {
    uint32_t i = cp - HANGUL_FIRST, vowel = i / HANGUL_TAILS % HANGUL_VOWELS;
    const char *parts[4] = {hangul_prefix, hangul_leads[i / HANGUL_TAILS / HANGUL_VOWELS],
                            hangul_vowels[vowel], hangul_tails[i % HANGUL_TAILS]};
    size_t n = 0;
    for (uint32_t k = 0; k < COUNT_OF(parts); k++) {
        for (const char *p = parts[k]; *p; p++) { out[n++] = *p; }
    }
    return n;
}

// The longest of the parts that *name begins with, which is stepped over; -1 for none.
static int hangul_part(const char **name, const char *end, const char *parts, int n, size_t size) {
    int best = -1;
    size_t best_len = 0;
    for (int i = 0; i < n; i++) {
        const char *part = parts + (size_t)i * size;
        size_t len = strlen(part);
        bool fits = len <= (size_t)(end - *name) && memcmp(part, *name, len) == 0;
        if (fits && (best < 0 || len > best_len)) {
            best = i;
            best_len = len;
        }
    }
    *name += best_len;
    return best;
}

static bool hangul_find(const char *name, size_t len, uint32_t *cp) {
    size_t skip = sizeof hangul_prefix - 1;
    if (len <= skip || memcmp(name, hangul_prefix, skip) != 0) { return false; }
    const char *end = name + len;
    name += skip;
    int lead = hangul_part(&name, end, hangul_leads[0], HANGUL_LEADS, sizeof hangul_leads[0]);
    int vowel = hangul_part(&name, end, hangul_vowels[0], HANGUL_VOWELS, sizeof hangul_vowels[0]);
    int tail = hangul_part(&name, end, hangul_tails[0], HANGUL_TAILS, sizeof hangul_tails[0]);
    *cp = HANGUL_FIRST + (uint32_t)((lead * HANGUL_VOWELS + vowel) * HANGUL_TAILS + tail);
    return lead >= 0 && vowel >= 0 && tail >= 0 && name == end;
}

// --- Names that end in the number ----------------------------------------------------------------

static size_t rule_name(const NamesRule *rule, uint32_t cp, char *out) {
    size_t n = strlen(rule->prefix);
    memcpy(out, rule->prefix, n);
    for (int shift = cp > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) {
        out[n++] = "0123456789ABCDEF"[cp >> shift & 15];
    }
    return n;
}

static bool rule_find(const char *name, size_t len, uint32_t *cp) {
    size_t digits = 0;
    *cp = 0;
    while (digits < len && name[len - 1 - digits] != '-') { digits++; }
    for (size_t i = len - digits; i < len; i++) {
        const char *hex = "0123456789ABCDEF", *found = memchr(hex, name[i], 16);
        if (!found || digits > 5) { return false; }
        *cp = *cp << 4 | (uint32_t)(found - hex);
    }
    if (digits != (*cp > 0xFFFF ? 5u : 4u)) { return false; }
    for (uint32_t i = 0; i < COUNT_OF(names_rules); i++) {
        const NamesRule *rule = &names_rules[i];
        if (*cp >= rule->first && *cp <= rule->last && strlen(rule->prefix) == len - digits &&
            memcmp(rule->prefix, name, len - digits) == 0) {
            return true;
        }
    }
    return false;
}

// --- The list ------------------------------------------------------------------------------------

static uint32_t names_rank(uint32_t i) {
    return (uint32_t)(names_ranks[i / 4] >> i % 4 * 16 & 0xFFFF);
}

size_t unicode_name(uint32_t cp, char out[UNICODE_NAME_SIZE]) {
    if (cp >= NAMES_ALIAS) { return 0; }
    if (cp - HANGUL_FIRST < HANGUL_LEADS * HANGUL_VOWELS * HANGUL_TAILS) {
        return hangul_name(cp, out);
    }
    for (uint32_t i = 0; i < COUNT_OF(names_rules); i++) {
        const NamesRule *rule = &names_rules[i];
        if (cp >= rule->first && cp <= rule->last) { return rule_name(rule, cp, out); }
    }
    uint32_t low = 0, high = COUNT_OF(names_runs);
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        *(names_runs[middle].first <= cp ? &low : &high) = middle;
    }
    const NamesRun *run = &names_runs[low];
    if (cp < run->first || cp > run->last) { return 0; }
    uint32_t rank = names_rank(run->at + (cp - run->first));
    NamesCursor c = {.at = names_blocks[rank / NAMES_BLOCK]};
    for (uint32_t i = 0; i <= rank % NAMES_BLOCK; i++) { names_next(&c); }
    return names_put(&c, out);
}

// Where a name stands in the list, or NAMES_COUNT.
static uint32_t names_search(const char *name, size_t len) {
    char text[UNICODE_NAME_SIZE];
    uint32_t low = 0, high = COUNT_OF(names_blocks);
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        NamesCursor c = {.at = names_blocks[middle]};
        names_next(&c);
        *(names_compare(text, names_put(&c, text), name, len) <= 0 ? &low : &high) = middle;
    }
    NamesCursor c = {.at = names_blocks[low]};
    uint32_t rank = low * NAMES_BLOCK, end = min_u32(rank + NAMES_BLOCK, NAMES_COUNT);
    for (; rank < end; rank++) {
        names_next(&c);
        if (names_compare(text, names_put(&c, text), name, len) == 0) { return rank; }
    }
    return NAMES_COUNT;
}

// The code point whose name has that place: of four at a time, one is the place if its lane is zero
// when the place is taken out of all.
static uint32_t names_point(uint32_t rank) {
    const uint64_t ones = 0x0001000100010001u;
    uint32_t at = 0;
    for (;; at += 4) {
        uint64_t lanes = names_ranks[at / 4] ^ ones * rank;
        if ((lanes - ones) & ~lanes & ones << 15) { break; }
    }
    while (names_rank(at) != rank) { at++; }
    uint32_t low = 0, high = COUNT_OF(names_runs);
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        *(names_runs[middle].at <= at ? &low : &high) = middle;
    }
    return names_runs[low].first + (at - names_runs[low].at);
}

uint32_t unicode_find_name(const char *name, size_t len, uint32_t out[UNICODE_NAME_POINTS]) {
    char upper[UNICODE_NAME_SIZE];
    if (len == 0 || len > sizeof upper) { return 0; }
    for (size_t i = 0; i < len; i++) {
        upper[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i]);
    }
    if (hangul_find(upper, len, out) || rule_find(upper, len, out)) { return 1; }
    uint32_t rank = names_search(upper, len);
    if (rank == NAMES_COUNT) { return 0; }
    out[0] = names_point(rank);
    if (out[0] >= NAMES_SEQUENCE) {
        const uint32_t *points = names_sequences[out[0] - NAMES_SEQUENCE];
        uint32_t n = 0;
        while (n < COUNT_OF(names_sequences[0]) && points[n]) {
            out[n] = points[n];
            n++;
        }
        return n;
    }
    if (out[0] >= NAMES_ALIAS) { out[0] = names_aliases[out[0] - NAMES_ALIAS]; }
    return 1;
}
