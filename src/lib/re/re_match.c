// re_match.c: the matcher. See re_ops.def for the instructions, re_state.h for the block.
//
// One loop, no recursion. What a failure returns to are choices; the last word of each has in its
// low bits an address or register, in its two high bits the kind:
//     PLAIN    trail, position, address                go on at the address
//     RESTORE  count, last, register                   undo a loop's count, and fail on
//     OP       ..., trail, position, address           as the instruction there has it:
//       BRANCH   mask of the alternatives left
//       GREEDY   position of the minimum               give back a character
//       LAZY     how many more                         take a character
//       REP      count, last                           undo the count, leave the loop
//       REP_LAZY                                       do the body once more
// Marks are put back from the trail as far as the choice says. Each instruction makes sure of its
// space before it changes anything, so that it can be begun again when there was none.
#include "lib/re/re_scan.h"
#include "lib/re/re_search.h"
#include "lib/re/re_tree.h"

#include "base/unicode.h"

static bool re_is_word(uint32_t c) { return unicode_is_alnum(c) || c == '_'; }

static bool re_is_word_byte(uint8_t c) {
    return (c | 0x20u) - 'a' < 26u || (uint32_t)c - '0' < 10u || c == '_';
}

// Categories are those of str: isalnum() or "_", isdecimal(), isspace().
bool re_class_has_more(const uint32_t *cls, uint32_t c) {
    uint32_t cats = cls[RE_C_CATS];
    bool hit = false;
    if (cats & RE_CAT_ALL) {
        uint32_t f = unicode_flags(c);
        bool word = (f & (UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC)) != 0;
        uint32_t of = (f & UNICODE_DECIMAL ? RE_CAT_DIGIT : RE_CAT_NOT_DIGIT) |
                      (f & UNICODE_SPACE ? RE_CAT_SPACE : RE_CAT_NOT_SPACE) |
                      (word ? RE_CAT_WORD : RE_CAT_NOT_WORD);
        hit = (cats & of) != 0;
    }
    const uint32_t *ranges = cls + RE_C_SIZE;
    uint32_t lo = 0, hi = cls[RE_C_RANGES];
    while (lo < hi && !hit) {
        uint32_t mid = (lo + hi) / 2;
        if (c < ranges[2 * mid]) {
            hi = mid;
        } else if (c > ranges[2 * mid + 1]) {
            lo = mid + 1;
        } else {
            hit = true;
        }
    }
    return hit != ((cats & RE_CAT_NEGATE) != 0);
}

// Is there a word character on just one side of p?
static bool re_word_at(const uint8_t *s, const uint8_t *p, const uint8_t *end, bool unicode) {
    bool before = false, here = false;
    uint32_t size;
    if (p > s) {
        before = re_is_word_byte(p[-1]);
        if (unicode && p[-1] >= 0x80) {
            size_t at = (size_t)(p - s);
            before = re_is_word(utf8_decode_prev(s, &at));
        }
    }
    if (p < end) {
        here = unicode && *p >= 0x80 ? re_is_word(utf8_decode(p, &size)) : re_is_word_byte(*p);
    }
    return before != here;
}

// `last` is where the subject ends, `end` where the match must: p may lie between them when a match
// begins behind endpos. CPython then still sees a newline there as the end of a line.
static bool re_at(uint32_t at, const uint8_t *s, const uint8_t *p, const uint8_t *end,
                  const uint8_t *last) {
    switch ((ReAt)at) {
    case RE_AT_START: return p == s;
    case RE_AT_LINE_START: return p == s || p[-1] == '\n';
    case RE_AT_END: return p == end || (end - p == 1 && *p == '\n');
    case RE_AT_LINE_END: return p == end || (p < last && *p == '\n');
    case RE_AT_VERY_END: return p == end;
    case RE_AT_WORD_ASCII: return re_word_at(s, p, end, false);
    case RE_AT_NOT_WORD_ASCII: return !re_word_at(s, p, end, false);
    case RE_AT_WORD_UNICODE: return re_word_at(s, p, end, true);
    case RE_AT_NOT_WORD_UNICODE: return !re_word_at(s, p, end, true);
    }
    return false;
}

// The C locale's lower case, as ASCII patterns and LOCALE want it.
static uint8_t re_lower_byte(uint8_t c) { return (uint8_t)((uint32_t)c - 'A' < 26u ? c + 32 : c); }

// Behind a copy of from..to at p, under the folding; NULL when there is none.
static const uint8_t *re_backref(const uint8_t *from, const uint8_t *to, const uint8_t *p,
                                 const uint8_t *end, uint32_t fold) {
    if (fold == RE_FOLD_UNICODE) {
        while (from < to) {
            uint32_t size_a, size_b;
            if (p >= end) { return NULL; }
            uint32_t a = utf8_decode(from, &size_a), b = utf8_decode(p, &size_b);
            if (a != b && unicode_lower(a) != unicode_lower(b)) { return NULL; }
            from += size_a;
            p += size_b;
        }
        return p;
    }
    if (from == to) { return p; }
    if (end - p < to - from) { return NULL; }
    if (fold == RE_FOLD_NONE) {
        return memcmp(from, p, (size_t)(to - from)) == 0 ? p + (to - from) : NULL;
    }
    for (; from < to; from++, p++) {
        if (re_lower_byte(*from) != re_lower_byte(*p)) { return NULL; }
    }
    return p;
}

// n characters back from p; NULL when there are not so many.
static const uint8_t *re_step_back(const uint32_t *w, const uint8_t *s, const uint8_t *p,
                                   uint32_t n) {
    if (!(w[RE_H_FLAGS] & RE_PROG_TEXT)) { return (uint64_t)(p - s) < n ? NULL : p - n; }
    for (; n; n--) {
        if (p == s) { return NULL; }
        do { p--; } while (p > s && utf8_is_continue(*p));
    }
    return p;
}

// Where a repeat may look up to from p on, as far as the fuel goes.
static const uint8_t *re_scan_stop(const uint8_t *p, const uint8_t *end, int64_t fuel) {
    uint64_t allowed = (uint64_t)(fuel > 0 ? fuel : 0) * 8 + 64;
    if ((uint64_t)(end - p) <= allowed) { return end; }
    const uint8_t *stop = p + allowed;
    while (stop > p + 4 && utf8_is_continue(*stop)) { stop--; }
    return stop;
}

// The same, backwards to lo.
static const uint8_t *re_scan_back(const uint8_t *lo, const uint8_t *p, int64_t fuel) {
    uint64_t allowed = (uint64_t)(fuel > 0 ? fuel : 0) * 8 + 64;
    return (uint64_t)(p - lo) <= allowed ? lo : p - allowed;
}

static const uint8_t *re_next_char(const uint32_t *w, const uint8_t *p) {
    return p + (w[RE_H_FLAGS] & RE_PROG_TEXT ? utf8_width(*p) : 1);
}

// A group has taken part if both its marks are set. While it is open for another round its start
// can lie behind its old end: it then counts as unset.
static bool re_group_set(const uint32_t *marks, uint32_t group) {
    uint32_t a = marks[2 * group - 2], b = marks[2 * group - 1];
    return a != RE_NONE && b != RE_NONE && a <= b;
}

// Is the next byte in the plane, or `at_end` when there is none?
static inline bool re_next_in(const uint32_t *w, uint32_t plane, const uint8_t *p,
                              const uint8_t *end, bool at_end) {
    return p < end ? (re_plane_table(w, plane)[*p] & re_plane_mask(plane)) != 0 : at_end;
}

// The trail moves to the end of a block that has grown.
static void re_state_settle(uint32_t *st, uint32_t n_words) {
    uint32_t n = st[RE_S_TRAIL];
    if (n_words == st[RE_S_CAP]) { return; }
    memmove(st + n_words - n, st + st[RE_S_CAP] - n, n * sizeof *st);
    st[RE_S_CAP] = n_words;
}

// Is this block one of this program and subject? The rest of it is taken on trust: see
// re_state_verify.
static bool re_state_fits(const uint32_t *st, uint32_t n_words, const uint32_t *w, uint32_t len) {
    return st[RE_S_MAGIC] == RE_STATE_MAGIC && st[RE_S_PROGRAM] == w[RE_H_WORDS] &&
           st[RE_S_GROUPS] == w[RE_H_GROUPS] && st[RE_S_REGS] == w[RE_H_REGS] &&
           st[RE_S_LEN] == len && st[RE_S_CAP] <= n_words;
}

#define RE_PC()       ((uint32_t)(ip - w))
#define RE_OFFSET(at) ((uint32_t)((at)-s))
#define RE_TRAILED()  ((uint32_t)(trail_end - trail))

// Puts a mark's old value on the trail, unless no choice could ever want it back.
#define RE_SET_MARK(slot, value)                                                                   \
    do {                                                                                           \
        if (top != base) {                                                                         \
            *--trail = marks[slot];                                                                \
            *--trail = (slot);                                                                     \
        }                                                                                          \
        marks[slot] = (value);                                                                     \
    } while (0)

#define RE_UNWIND(keep)                                                                            \
    do {                                                                                           \
        while (RE_TRAILED() > (keep)) {                                                            \
            marks[trail[0]] = trail[1];                                                            \
            trail += 2;                                                                            \
        }                                                                                          \
    } while (0)

#define RE_NEED_SPACE()                                                                            \
    do {                                                                                           \
        if (NX_UNLIKELY(trail - top < RE_MAX_PUSH)) {                                              \
            status = RE_STATUS_NEED_MEMORY;                                                        \
            goto suspend;                                                                          \
        }                                                                                          \
    } while (0)

// For what can be done over and over: stops before doing it when the fuel is out.
#define RE_BURN()                                                                                  \
    do {                                                                                           \
        if (NX_UNLIKELY(--fuel < 0)) { goto no_fuel; }                                             \
    } while (0)

#define RE_PUSH_PLAIN(address)                                                                     \
    do {                                                                                           \
        top[0] = RE_TRAILED();                                                                     \
        top[1] = RE_OFFSET(p);                                                                     \
        top[2] = (address) | (uint32_t)RE_CHOICE_PLAIN << RE_CHOICE_SHIFT;                         \
        top += 3;                                                                                  \
    } while (0)

#define RE_PUSH_RESTORE(r)                                                                         \
    do {                                                                                           \
        if (top != base) {                                                                         \
            top[0] = regs[r];                                                                      \
            top[1] = regs[(r) + 1];                                                                \
            top[2] = (r) | (uint32_t)RE_CHOICE_RESTORE << RE_CHOICE_SHIFT;                         \
            top += 3;                                                                              \
        }                                                                                          \
    } while (0)

// Drops the choices of a region.
#define RE_CUT(height)                                                                             \
    do {                                                                                           \
        if (NX_UNLIKELY((height) > (uint32_t)(top - st))) { return RE_STATUS_ERROR; }              \
        top = st + (height);                                                                       \
        if (top == base) { trail = trail_end; }                                                    \
    } while (0)

ReStatus re_match_run(uint32_t *block, uint32_t n_words, const uint32_t *program,
                      const void *subject, uint32_t len, int64_t *fuel_left) {
    uint32_t *const st = block;
    const uint32_t *const w = program;
    const uint8_t *const s = subject;
    if (!re_state_fits(st, n_words, w, len)) { return RE_STATUS_ERROR; }
    re_state_settle(st, n_words);
    uint32_t *const marks = st + RE_S_MARKS, *const regs = st + re_state_regs(st);
    uint32_t *const base = st + re_state_base(st), *const trail_end = st + n_words;
    uint32_t *top = st + st[RE_S_TOP], *trail = trail_end - st[RE_S_TRAIL];
    const uint8_t *const end = s + st[RE_S_END];
    const uint8_t *p = s + st[RE_S_POS], *start = s + st[RE_S_START], *skip = s + st[RE_S_SKIP];
    const uint8_t *q, *lo, *from;
    const uint32_t *ip = w + st[RE_S_PC];
    int64_t fuel = *fuel_left;
    uint32_t phase = st[RE_S_PHASE], left, word;
    ReStatus status = RE_STATUS_OUT_OF_FUEL;

    switch ((RePhase)phase) {
    case RE_PHASE_SEARCH: goto search;
    case RE_PHASE_RUN: break;
    case RE_PHASE_SCAN:
        lo = s + st[RE_S_SCAN_LO];
        q = s + st[RE_S_SCAN_AT];
        left = st[RE_S_SCAN_LEFT];
        goto scan;
    case RE_PHASE_FAIL: goto fail;
    case RE_PHASE_MATCH: return RE_STATUS_MATCH;
    default: return RE_STATUS_NO_MATCH;
    }

    for (;;) {
        word = *ip;
        switch ((ReOp)RE_OPCODE(word)) {
        case RE_OP_MATCH:
            if ((st[RE_S_MODE] & 3) == RE_FULLMATCH && p != end) { goto fail; }
            if ((st[RE_S_MODE] & RE_S_ADVANCE) && p == start && RE_OFFSET(p) == st[RE_S_BEGIN]) {
                goto fail;
            }
            phase = RE_PHASE_MATCH;
            status = RE_STATUS_MATCH;
            goto stop;

        case RE_OP_FAIL: goto fail;

        case RE_OP_CHAR:
            if (p >= end || *p != RE_ARG(word)) { goto fail; }
            p++;
            ip++;
            continue;

        case RE_OP_PAIR:
            if (p >= end || (*p != (RE_ARG(word) & 0xFF) && *p != RE_ARG(word) >> 8)) { goto fail; }
            p++;
            ip++;
            continue;

        case RE_OP_LIT: {
            // The first byte tells apart most places, so it is looked at before the call.
            uint32_t n = RE_ARG(word);
            const uint8_t *bytes = (const uint8_t *)(ip + 1);
            if (end - p < (ptrdiff_t)n || *p != bytes[0]) { goto fail; }
            if (memcmp(p, bytes, n) != 0) { goto fail; }
            fuel -= n >> 6;
            p += n;
            ip += 1 + (n + 3) / 4;
            continue;
        }

        case RE_OP_CLASS1:
            if (p >= end || !(re_plane_table(w, ip[1])[*p] & re_plane_mask(ip[1]))) { goto fail; }
            p++;
            ip += 2;
            continue;

        case RE_OP_CLASS: {
            uint32_t size = p < end ? re_scan_one(w, w + ip[1], p) : 0;
            if (!size) { goto fail; }
            p += size;
            ip += 2;
            continue;
        }

        case RE_OP_AT:
            if (!re_at(RE_ARG(word), s, p, end, s + len)) { goto fail; }
            ip++;
            continue;

        case RE_OP_SAVE:
            RE_NEED_SPACE();
            RE_SET_MARK(ip[1], RE_OFFSET(p));
            ip += 2;
            continue;

        case RE_OP_SAVE_END:
            RE_NEED_SPACE();
            RE_SET_MARK(ip[1], RE_OFFSET(p));
            RE_SET_MARK(re_state_index_slot(st), ip[1] / 2 + 1);
            ip += 2;
            continue;

        case RE_OP_JUMP:
            RE_BURN();
            ip = w + ip[1];
            continue;

        case RE_OP_SPLIT: {
            RE_BURN();
            RE_NEED_SPACE();
            // A choice is kept only if both ways can go on with the next byte: most loops and
            // alternatives are decided by it.
            bool first = re_next_in(w, ip[3], p, end, RE_ARG(word) & RE_SPLIT_END_1);
            bool second = re_next_in(w, ip[4], p, end, (RE_ARG(word) & RE_SPLIT_END_2) != 0);
            if (first) {
                if (second) { RE_PUSH_PLAIN(ip[2]); }
                ip = w + ip[1];
                continue;
            }
            if (!second) { goto fail; }
            ip = w + ip[2];
            continue;
        }

        case RE_OP_BRANCH: {
            RE_BURN();
            RE_NEED_SPACE();
            // One bit for each alternative that can begin with the next byte.
            uint32_t mask = ip[1], n = RE_ARG(word);
            if (p < end) {
                const uint8_t *table = re_plane_table(w, ip[2]) + *p;
                mask = (uint32_t)*table >> (ip[2] & 7);
                for (uint32_t k = 8; k < n; k += 8) {
                    table += RE_TABLE_WORDS * 4;
                    mask |= (uint32_t)*table << k;
                }
                if (n < 32) { mask &= (1u << n) - 1; }
            }
            if (!mask) { goto fail; }
            uint32_t index = (uint32_t)__builtin_ctz(mask);
            mask &= mask - 1;
            if (mask) {
                top[0] = mask;
                top[1] = RE_TRAILED();
                top[2] = RE_OFFSET(p);
                top[3] = RE_PC();
                top += 4;
            }
            ip = w + ip[3 + index];
            continue;
        }

        case RE_OP_CHARGE:
            fuel -= RE_ARG(word);
            if (NX_UNLIKELY(fuel < 0)) {
                ip++;
                goto suspend;
            }
            ip++;
            continue;

        case RE_OP_RUN:
        case RE_OP_GREEDY: {
            RE_NEED_SPACE();
            uint32_t min = ip[2];
            if (end - p < (ptrdiff_t)(min != 0)) { goto fail; }
            lo = q = p;
            left = ip[3];
            if (min > 1 || (min && left != RE_MAXREPEAT)) {
                uint32_t want = min;
                q = lo = re_scan_count(w, w + ip[1], p, end, &want);
                fuel -= (q - p) >> 3;
                if (want) { goto fail; }
            } else if (min) {
                // If the character is taken at all; the run is then at least as long.
                lo = re_next_char(w, p);
            }
            if (left != RE_MAXREPEAT) { left -= min; }
        }
        scan:
            from = q;
            if (left == RE_MAXREPEAT) {
                const uint8_t *limit = re_scan_stop(q, end, fuel);
                q = re_scan_run(w, w + ip[1], q, limit);
                fuel -= (q - from) >> 3;
                if (NX_UNLIKELY(q == limit && limit != end)) { goto suspend_scan; }
            } else {
                uint32_t chunk = 64 + (uint32_t)min_i64(max_i64(fuel, 0), 1 << 24) * 8, n = left;
                if (n > chunk) { n = chunk; }
                left -= n;
                q = re_scan_count(w, w + ip[1], q, end, &n);
                fuel -= (q - from) >> 3;
                if (NX_UNLIKELY(!n && left)) { goto suspend_scan; }
            }
            if (q < lo) { goto fail; }
            word = *ip;
            if (RE_ARG(word) & RE_RUN_LEAD) { skip = q; }
            if (RE_OPCODE(word) == RE_OP_RUN) {
                p = q;
                ip += 4;
                continue;
            }
            // If what follows cannot begin here, this choice is returned to at once.
            if (q > lo) {
                top[0] = RE_OFFSET(lo);
                top[1] = RE_TRAILED();
                top[2] = RE_OFFSET(q);
                top[3] = RE_PC();
                top += 4;
            }
            if (!re_next_in(w, ip[4], q, end, RE_ARG(word) & RE_RUN_END)) { goto fail; }
            p = q;
            ip += 5;
            continue;

        case RE_OP_LAZY: {
            RE_NEED_SPACE();
            uint32_t min = ip[2];
            if (p > end) { goto fail; }
            if (min) {
                uint32_t want = min;
                q = p;
                p = re_scan_count(w, w + ip[1], p, end, &want);
                fuel -= (p - q) >> 3;
                if (want) { goto fail; }
            }
            top[0] = ip[3] == RE_MAXREPEAT ? ip[3] : ip[3] - min;
            top[1] = RE_TRAILED();
            top[2] = RE_OFFSET(p);
            top[3] = RE_PC();
            top += 4;
            if (!re_next_in(w, ip[4], p, end, RE_ARG(word) & RE_RUN_END)) { goto fail; }
            ip += 5;
            continue;
        }

        case RE_OP_REP_INIT:
            // An older round of an outer loop may have to be returned to, with its count.
            RE_NEED_SPACE();
            RE_PUSH_RESTORE(ip[1]);
            regs[ip[1]] = RE_NONE;
            regs[ip[1] + 1] = RE_NONE;
            ip = w + ip[2];
            continue;

        case RE_OP_REP: {
            RE_BURN();
            RE_NEED_SPACE();
            uint32_t r = ip[1], count = regs[r] + 1;
            bool body = re_next_in(w, ip[5], p, end, RE_ARG(word) & RE_SPLIT_END_1);
            if (count < ip[2]) {
                if (!body) { goto fail; }
                RE_PUSH_RESTORE(r);
                regs[r] = count;
                ip = w + ip[4];
                continue;
            }
            // A round that took nothing is the last one. Below the minimum it is not asked for.
            bool rest = re_next_in(w, ip[6], p, end, (RE_ARG(word) & RE_SPLIT_END_2) != 0);
            body = body && (count < ip[3] || ip[3] == RE_MAXREPEAT) && RE_OFFSET(p) != regs[r + 1];
            if (!body) {
                if (!rest) { goto fail; }
                ip += 7;
                continue;
            }
            if (rest) {
                top[0] = regs[r];
                top[1] = regs[r + 1];
                top[2] = RE_TRAILED();
                top[3] = RE_OFFSET(p);
                top[4] = RE_PC();
                top += 5;
            } else {
                RE_PUSH_RESTORE(r);
            }
            regs[r] = count;
            regs[r + 1] = RE_OFFSET(p);
            ip = w + ip[4];
            continue;
        }

        case RE_OP_REP_LAZY: {
            RE_BURN();
            RE_NEED_SPACE();
            uint32_t r = ip[1], count = regs[r] + 1;
            bool body = re_next_in(w, ip[5], p, end, RE_ARG(word) & RE_SPLIT_END_1);
            if (count < ip[2]) {
                if (!body) { goto fail; }
                RE_PUSH_RESTORE(r);
                regs[r] = count;
                ip = w + ip[4];
                continue;
            }
            bool rest = re_next_in(w, ip[6], p, end, (RE_ARG(word) & RE_SPLIT_END_2) != 0);
            body = body && (count < ip[3] || ip[3] == RE_MAXREPEAT) && RE_OFFSET(p) != regs[r + 1];
            if (rest) {
                if (body) {
                    top[0] = RE_TRAILED();
                    top[1] = RE_OFFSET(p);
                    top[2] = RE_PC();
                    top += 3;
                }
                ip += 7;
                continue;
            }
            if (!body) { goto fail; }
            RE_PUSH_RESTORE(r);
            regs[r] = count;
            regs[r + 1] = RE_OFFSET(p);
            ip = w + ip[4];
            continue;
        }

        case RE_OP_POSS_INIT:
            regs[ip[1] + 1] = 0;
            regs[ip[1] + 2] = RE_NONE;
            ip += 2;
            continue;

        case RE_OP_POSS_NEXT: {
            RE_BURN();
            RE_NEED_SPACE();
            uint32_t *r = regs + ip[1];
            // Below the minimum a round that fails makes all of it fail; from there on it is the
            // end.
            r[0] = (uint32_t)(top - st);
            if (r[1] >= ip[2]) {
                bool more = (r[1] < ip[3] || ip[3] == RE_MAXREPEAT) && r[2] != RE_OFFSET(p);
                if (!more) {
                    ip = w + ip[4];
                    continue;
                }
                r[2] = RE_OFFSET(p);
                RE_PUSH_PLAIN(ip[4]);
            }
            ip += 5;
            continue;
        }

        case RE_OP_POSS_END:
            RE_CUT(regs[ip[1]]);
            if (regs[ip[1] + 1] != RE_MAXREPEAT) { regs[ip[1] + 1]++; }
            ip = w + ip[2];
            continue;

        case RE_OP_ATOMIC:
            regs[ip[1]] = (uint32_t)(top - st);
            ip += 2;
            continue;

        case RE_OP_ATOMIC_END:
            RE_CUT(regs[ip[1]]);
            ip += 2;
            continue;

        case RE_OP_LOOK:
            q = re_step_back(w, s, p, ip[2]);
            fuel -= (p - (q ? q : s)) >> 3;
            if (!q) { goto fail; }
            regs[ip[1]] = (uint32_t)(top - st);
            regs[ip[1] + 1] = RE_OFFSET(p);
            p = q;
            ip += 3;
            continue;

        case RE_OP_LOOK_END:
            RE_CUT(regs[ip[1]]);
            p = s + regs[ip[1] + 1];
            ip += 2;
            continue;

        case RE_OP_NOT_LOOK:
            RE_NEED_SPACE();
            q = re_step_back(w, s, p, ip[2]);
            fuel -= (p - (q ? q : s)) >> 3;
            if (!q) {
                ip = w + ip[3];
                continue;
            }
            // To fail inside is to succeed: the choice leads behind the look-around.
            regs[ip[1]] = (uint32_t)(top - st);
            RE_PUSH_PLAIN(ip[3]);
            p = q;
            ip += 4;
            continue;

        case RE_OP_NOT_LOOK_END: RE_CUT(regs[ip[1]]); goto fail;

        case RE_OP_BACKREF: {
            if (!re_group_set(marks, ip[1])) { goto fail; }
            const uint8_t *to = s + marks[2 * ip[1] - 1];
            from = s + marks[2 * ip[1] - 2];
            q = re_backref(from, to, p, end, RE_ARG(word));
            fuel -= (to - from) >> 3;
            if (!q) { goto fail; }
            p = q;
            ip += 2;
            continue;
        }

        case RE_OP_COND: ip = re_group_set(marks, ip[1]) ? ip + 3 : w + ip[2]; continue;

        case RE_N_OPS: break;
        }
        return RE_STATUS_ERROR;

    fail:
        if (top == base) { goto attempt_failed; }
        if (NX_UNLIKELY(--fuel < 0)) {
            phase = RE_PHASE_FAIL;
            goto stop;
        }
        word = top[-1];
        ip = w + (word & RE_CHOICE_MASK);
        if (word >> RE_CHOICE_SHIFT == RE_CHOICE_PLAIN) {
            p = s + top[-2];
            RE_UNWIND(top[-3]);
            top -= 3;
            continue;
        }
        if (word >> RE_CHOICE_SHIFT == RE_CHOICE_RESTORE) {
            // Not a point to return to: only what has to be undone on the way to one.
            regs[word & RE_CHOICE_MASK] = top[-3];
            regs[(word & RE_CHOICE_MASK) + 1] = top[-2];
            top -= 3;
            goto fail;
        }
        p = s + top[-2];
        RE_UNWIND(top[-3]);
        switch (RE_OPCODE(*ip)) {
        case RE_OP_BRANCH: {
            uint32_t mask = top[-4], index = (uint32_t)__builtin_ctz(mask);
            mask &= mask - 1;
            top[-4] = mask;
            if (!mask) { top -= 4; }
            ip = w + ip[3 + index];
            continue;
        }
        case RE_OP_GREEDY: {
            // To the last place before this one where what follows can begin.
            const uint8_t *table = re_plane_table(w, ip[4]);
            from = p;
            uint32_t mask = re_plane_mask(ip[4]);
            bool text = (w[RE_H_FLAGS] & RE_PROG_TEXT) != 0, found = false;
            lo = s + top[-4];
            const uint8_t *limit = re_scan_back(lo, p, fuel);
            while (p > limit && !found) {
                p--;
                while (p > limit && !(table[*p] & mask)) { p--; }
                while (text && p > lo && utf8_is_continue(*p)) { p--; }
                found = (table[*p] & mask) != 0;
            }
            fuel -= (from - p) >> 3;
            if (p <= lo) {
                top -= 4;
            } else {
                top[-2] = RE_OFFSET(p);
            }
            if (!found) { goto fail; }
            ip += 5;
            continue;
        }
        case RE_OP_LAZY: {
            // On to the next place where what follows can begin.
            const uint32_t *cls = w + ip[1];
            const uint8_t *table = re_plane_table(w, ip[4]);
            from = p;
            const uint8_t *limit = re_scan_stop(p, end, fuel);
            uint32_t mask = re_plane_mask(ip[4]), size = 0;
            bool found = false;
            left = top[-4];
            while (!found && left && p < limit && (size = re_scan_one(w, cls, p)) != 0) {
                p += size;
                left -= left != RE_MAXREPEAT;
                found = p < end ? (table[*p] & mask) != 0 : (RE_ARG(*ip) & RE_RUN_END) != 0;
            }
            fuel -= (p - from) >> 3;
            top[-4] = left;
            top[-2] = RE_OFFSET(p);
            if (!found && (p == end || p < limit)) {
                // No more can be had.
                if (RE_ARG(*ip) & RE_RUN_LEAD) { skip = p; }
                top -= 4;
            }
            if (!found) { goto fail; }
            ip += 5;
            continue;
        }
        case RE_OP_REP:
            regs[ip[1]] = top[-5];
            regs[ip[1] + 1] = top[-4];
            top -= 5;
            ip += 7;
            continue;
        default: { // REP_LAZY
            uint32_t r = ip[1];
            top -= 3;
            RE_PUSH_RESTORE(r);
            regs[r]++;
            regs[r + 1] = RE_OFFSET(p);
            ip = w + ip[4];
            continue;
        }
        }

    attempt_failed:
        // With no choice left nothing was put on the trail, or nobody needs it.
        if ((st[RE_S_MODE] & 3) != RE_SEARCH || w[RE_H_SEARCH] == RE_SEARCH_START) {
            goto no_match;
        }
        if (start < skip) { start = skip; }
        if (start >= end) { goto no_match; }
        start = re_next_char(w, start);
        fuel--;
    search : {
        ReHunt hunt = re_hunt(st, w, s, end, &start, &fuel);
        if (hunt == RE_HUNT_NONE) { goto no_match; }
        if (hunt == RE_HUNT_AGAIN || fuel < 0) {
            phase = RE_PHASE_SEARCH;
            goto stop;
        }
        p = start;
        ip = w + w[RE_H_CODE];
        trail = trail_end;
        if (w[RE_H_GROUPS]) {
            uint32_t n = 2 * w[RE_H_GROUPS];
            for (uint32_t i = 0; i < n; i++) { marks[i] = RE_NONE; }
            marks[n] = 0;
            fuel -= n >> 5;
        }
    }
    }

no_match:
    phase = RE_PHASE_NO_MATCH;
    status = RE_STATUS_NO_MATCH;
    goto stop;

suspend_scan:
    st[RE_S_SCAN_LO] = RE_OFFSET(lo);
    st[RE_S_SCAN_AT] = RE_OFFSET(q);
    st[RE_S_SCAN_LEFT] = left;
    phase = RE_PHASE_SCAN;
    goto stop;

no_fuel:
    fuel++;
suspend:
    phase = RE_PHASE_RUN;
stop:
    st[RE_S_PHASE] = phase;
    st[RE_S_POS] = RE_OFFSET(p);
    st[RE_S_START] = RE_OFFSET(start);
    st[RE_S_SKIP] = RE_OFFSET(skip);
    st[RE_S_PC] = RE_PC();
    st[RE_S_TOP] = (uint32_t)(top - st);
    st[RE_S_TRAIL] = RE_TRAILED();
    *fuel_left = fuel;
    return status;
}
