// re_verify_state.c: is the block of a suspended match safe to go on with? See re_state.h and
// re_match.c for what is in it.
#include "lib/re/re_state.h"
#include "lib/re/re_verify.h"

#include "base/utf8.h"

typedef struct ReStateCheck {
    ReCheck program;
    const uint32_t *st;
    const uint8_t *s;
    uint32_t len;
    uint8_t *heights; // per word: does a choice begin there?
} ReStateCheck;

// A position between two characters.
static bool re_good_pos(const ReStateCheck *c, uint32_t pos) {
    if (pos >= c->len) { return pos == c->len; }
    return !(c->program.w[RE_H_FLAGS] & RE_PROG_TEXT) || !utf8_is_continue(c->s[pos]);
}

static bool re_good_address(const ReStateCheck *c, uint32_t at) {
    return at < c->program.n && c->program.region[at] != RE_NONE;
}

static bool re_good_header(const ReStateCheck *c, uint32_t n_words) {
    const uint32_t *st = c->st, *w = c->program.w;
    if (n_words < RE_S_MARKS || st[RE_S_MAGIC] != RE_STATE_MAGIC ||
        st[RE_S_PROGRAM] != w[RE_H_WORDS] || st[RE_S_GROUPS] != w[RE_H_GROUPS] ||
        st[RE_S_REGS] != w[RE_H_REGS] || n_words < re_state_words(w) || st[RE_S_CAP] > n_words ||
        st[RE_S_CAP] < re_state_words(w)) {
        return false;
    }
    uint32_t mode = st[RE_S_MODE], base = re_state_base(st), room = st[RE_S_CAP] - base;
    uint32_t top = st[RE_S_TOP], trail = st[RE_S_TRAIL];
    if ((mode & 3) > RE_FULLMATCH || mode > (RE_FULLMATCH | RE_S_ADVANCE)) { return false; }
    if (top < base || top - base > room || trail > room - (top - base) || trail % 2) {
        return false;
    }
    // A search for a literal stops anywhere, and begins a match only where the literal is.
    bool between = w[RE_H_SEARCH] == RE_SEARCH_PREFIX &&
                   (st[RE_S_PHASE] == RE_PHASE_SEARCH || st[RE_S_PHASE] == RE_PHASE_NO_MATCH);
    return st[RE_S_LEN] == c->len && st[RE_S_END] <= c->len && re_good_pos(c, st[RE_S_END]) &&
           st[RE_S_BEGIN] <= c->len && st[RE_S_START] <= c->len &&
           (between || re_good_pos(c, st[RE_S_START])) && re_good_pos(c, st[RE_S_POS]) &&
           re_good_pos(c, st[RE_S_SKIP]) && st[RE_S_NEEDED_AT] <= c->len;
}

// The mark behind all others is the number of the last group.
static bool re_good_mark(const ReStateCheck *c, uint32_t slot, uint32_t value) {
    uint32_t groups = c->st[RE_S_GROUPS];
    if (slot >= 2 * groups) { return slot == 2 * groups && value <= groups; }
    return value == RE_NONE || re_good_pos(c, value);
}

static bool re_good_marks(const ReStateCheck *c) {
    const uint32_t *st = c->st, *regs = st + re_state_regs(st);
    for (uint32_t i = 0; i <= 2 * st[RE_S_GROUPS]; i++) {
        if (!re_good_mark(c, i, st[RE_S_MARKS + i])) { return false; }
    }
    for (uint32_t i = 0; i < st[RE_S_REGS]; i++) {
        bool position = c->program.regs[i] == RE_REG_POSITION;
        if (position && !re_good_pos(c, regs[i])) { return false; }
    }
    for (uint32_t i = st[RE_S_CAP] - st[RE_S_TRAIL]; i < st[RE_S_CAP]; i += 2) {
        if (!re_good_mark(c, st[i], st[i + 1])) { return false; }
    }
    return true;
}

// --- Choices -------------------------------------------------------------------------------------

// Words of the choice that ends with `last`; 0: there is no such choice.
static uint32_t re_choice_size(const ReStateCheck *c, uint32_t last) {
    uint32_t at = last & RE_CHOICE_MASK;
    switch (last >> RE_CHOICE_SHIFT) {
    case RE_CHOICE_PLAIN: return re_good_address(c, at) ? 3 : 0;
    case RE_CHOICE_RESTORE: {
        const uint8_t *regs = c->program.regs;
        bool good = c->st[RE_S_REGS] >= 2 && at <= c->st[RE_S_REGS] - 2 &&
                    regs[at] == RE_REG_PLAIN && regs[at + 1] == RE_REG_PLAIN;
        return good ? 3 : 0;
    }
    case RE_CHOICE_OP: break;
    default: return 0;
    }
    if (!re_good_address(c, at)) { return 0; }
    switch (RE_OPCODE(c->program.w[at])) {
    case RE_OP_BRANCH:
    case RE_OP_GREEDY:
    case RE_OP_LAZY: return 4;
    case RE_OP_REP: return 5;
    case RE_OP_REP_LAZY: return 3;
    default: return 0;
    }
}

// The words of a choice but its last one; `top` is behind it.
static bool re_good_choice(const ReStateCheck *c, const uint32_t *top) {
    uint32_t kind = top[-1] >> RE_CHOICE_SHIFT, end = c->st[RE_S_END];
    if (kind == RE_CHOICE_RESTORE) { return true; }
    if (!re_good_pos(c, top[-2])) { return false; }
    if (kind == RE_CHOICE_PLAIN) { return true; }
    uint32_t word = c->program.w[top[-1] & RE_CHOICE_MASK];
    switch (RE_OPCODE(word)) {
    case RE_OP_BRANCH: return top[-4] && (uint64_t)top[-4] >> RE_ARG(word) == 0;
    case RE_OP_GREEDY: return re_good_pos(c, top[-4]) && top[-4] <= top[-2] && top[-2] <= end;
    case RE_OP_LAZY: return top[-2] <= end;
    default: return true;
    }
}

// The heights kept by the regions around an instruction must be below what it has on the stack.
static bool re_good_heights(const ReStateCheck *c, uint32_t at, uint32_t top) {
    const uint32_t *regs = c->st + re_state_regs(c->st);
    for (uint32_t r = c->program.region[at]; r; r = c->program.region[r]) {
        uint32_t height = regs[c->program.w[r + 1]];
        if (height > top || !c->heights[height]) { return false; }
    }
    return true;
}

// From the top down: each choice tells its size, and they must end at the base. An older choice has
// no more of the trail than a newer one.
static bool re_good_choices(ReStateCheck *c) {
    const uint32_t *st = c->st;
    uint32_t base = re_state_base(st), trail = st[RE_S_TRAIL];
    for (uint32_t top = st[RE_S_TOP]; top > base;) {
        uint32_t size = top - base >= 3 ? re_choice_size(c, st[top - 1]) : 0;
        if (size == 0 || size > top - base || !re_good_choice(c, st + top)) { return false; }
        if (st[top - 1] >> RE_CHOICE_SHIFT != RE_CHOICE_RESTORE) {
            uint32_t keep = st[top - 3];
            if (keep > trail || keep % 2) { return false; }
            trail = keep;
        }
        c->heights[top] = 1;
        top -= size;
    }
    c->heights[base] = 1;
    for (uint32_t top = st[RE_S_TOP]; top > base;) {
        uint32_t last = st[top - 1], size = re_choice_size(c, last);
        top -= size;
        if (last >> RE_CHOICE_SHIFT == RE_CHOICE_RESTORE) { continue; }
        if (!re_good_heights(c, last & RE_CHOICE_MASK, top)) { return false; }
    }
    return true;
}

// The place to go on from, which must suit the stack as a choice does.
static bool re_good_phase(const ReStateCheck *c) {
    const uint32_t *st = c->st;
    switch (st[RE_S_PHASE]) {
    case RE_PHASE_SEARCH: return (st[RE_S_MODE] & 3) == RE_SEARCH;
    case RE_PHASE_FAIL:
    case RE_PHASE_MATCH:
    case RE_PHASE_NO_MATCH: return true;
    case RE_PHASE_SCAN: break;
    case RE_PHASE_RUN:
        return re_good_address(c, st[RE_S_PC]) && re_good_heights(c, st[RE_S_PC], st[RE_S_TOP]);
    default: return false;
    }
    if (!re_good_address(c, st[RE_S_PC]) || !re_good_heights(c, st[RE_S_PC], st[RE_S_TOP])) {
        return false;
    }
    uint32_t op = RE_OPCODE(c->program.w[st[RE_S_PC]]);
    return (op == RE_OP_RUN || op == RE_OP_GREEDY) && re_good_pos(c, st[RE_S_SCAN_LO]) &&
           re_good_pos(c, st[RE_S_SCAN_AT]) && st[RE_S_SCAN_AT] <= st[RE_S_END] &&
           st[RE_S_CAP] - st[RE_S_TRAIL] - st[RE_S_TOP] >= RE_MAX_PUSH;
}

bool re_state_verify(Arena *scratch, const uint32_t *block, uint32_t n_words,
                     const uint32_t *program, const void *subject, uint32_t len) {
    ReStateCheck check = {.st = block, .s = subject, .len = len}, *c = &check;
    if (len > RE_MAX_SUBJECT ||
        !re_check_program(scratch, program, program[RE_H_WORDS], &c->program)) {
        return false;
    }
    if (!re_good_header(c, n_words)) { return false; }
    c->heights = ARENA_ARRAY(scratch, uint8_t, (size_t)block[RE_S_TOP] + 1);
    return c->heights && re_good_marks(c) && re_good_choices(c) && re_good_phase(c);
}
