// re_state.c: beginning a match, growing its block, and reading its result. See re_state.h.
#include "lib/re/re_state.h"

uint32_t re_state_words(const uint32_t *program) {
    return RE_S_MARKS + 2 * program[RE_H_GROUPS] + 1 + program[RE_H_REGS] + RE_MAX_PUSH;
}

void re_state_init(uint32_t *block, uint32_t n_words, const uint32_t *program, ReMode mode,
                   uint32_t len, uint32_t pos, uint32_t endpos, bool must_advance) {
    uint32_t *st = block, n_marks = 2 * program[RE_H_GROUPS];
    st[RE_S_MAGIC] = RE_STATE_MAGIC;
    st[RE_S_PROGRAM] = program[RE_H_WORDS];
    st[RE_S_GROUPS] = program[RE_H_GROUPS];
    st[RE_S_REGS] = program[RE_H_REGS];
    st[RE_S_MODE] = (uint32_t)mode | (must_advance ? (uint32_t)RE_S_ADVANCE : 0);
    st[RE_S_LEN] = len;
    st[RE_S_END] = endpos;
    st[RE_S_BEGIN] = st[RE_S_START] = st[RE_S_POS] = st[RE_S_SKIP] = pos;
    st[RE_S_PHASE] = mode == RE_SEARCH ? RE_PHASE_SEARCH : RE_PHASE_RUN;
    st[RE_S_PC] = program[RE_H_CODE];
    st[RE_S_TRAIL] = 0;
    st[RE_S_CAP] = n_words;
    st[RE_S_NEEDED_AT] = pos;
    st[RE_S_SCAN_LO] = st[RE_S_SCAN_AT] = st[RE_S_SCAN_LEFT] = 0;
    uint32_t *at = st + RE_S_MARKS;
    for (uint32_t i = 0; i < n_marks; i++) { *at++ = RE_NONE; }
    for (uint32_t i = 0; i <= program[RE_H_REGS]; i++) { *at++ = 0; }
    st[RE_S_TOP] = re_state_base(st);
}

// Twice as large; the first time at least a few choices more. A choice names words by 30 bits.
uint32_t re_state_grow(const uint32_t *block, uint32_t n_words, bool *possible) {
    uint64_t words = (uint64_t)n_words * 2;
    uint64_t floor = (uint64_t)re_state_base(block) + 4 * RE_MAX_PUSH;
    if (words < floor) { words = floor; }
    *possible = words <= RE_CHOICE_MASK;
    return *possible ? (uint32_t)words : n_words;
}

bool re_state_span(const uint32_t *block, uint32_t group, uint32_t *start, uint32_t *end) {
    if (group == 0) {
        *start = block[RE_S_START];
        *end = block[RE_S_POS];
        return true;
    }
    *start = block[RE_S_MARKS + 2 * group - 2];
    *end = block[RE_S_MARKS + 2 * group - 1];
    return *start != RE_NONE && *end != RE_NONE;
}

uint32_t re_state_last_index(const uint32_t *block) {
    return block[RE_S_MARKS + re_state_index_slot(block)];
}
