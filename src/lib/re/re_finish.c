// re_finish.c: putting a program together, and finding out how a search for it can be quick.
#include "lib/re/re_emit.h"

#include "lib/re/re_parse.h"

static const char *const re_op_letters[RE_N_OPS] = {
#define RE_OP(name, operands) operands,
#include "lib/re/re_ops.def"
#undef RE_OP
};

const char *re_op_operands(uint32_t op) { return op < RE_N_OPS ? re_op_letters[op] : NULL; }

uint64_t re_op_size(const uint32_t *words, uint32_t at) {
    uint32_t op = RE_OPCODE(words[at]), arg = RE_ARG(words[at]);
    if (op == RE_OP_LIT) { return 1 + ((uint64_t)arg + 3) / 4; }
    if (op == RE_OP_BRANCH) { return 3 + (uint64_t)arg; }
    return 1 + strlen(re_op_operands(op));
}

// Turns distances from the end into addresses, and offsets in the pool likewise.
static void re_relocate(uint32_t *w, uint32_t pool) {
    uint32_t end = w[RE_H_WORDS];
    for (uint32_t at = w[RE_H_CODE]; at < end; at += (uint32_t)re_op_size(w, at)) {
        const char *letters = re_op_operands(RE_OPCODE(w[at]));
        for (uint32_t i = 1; *letters; letters++, i++) {
            if (*letters == 'L') {
                w[at + i] = end - w[at + i];
            } else if (*letters == 'C') {
                w[at + i] += pool;
            }
        }
        uint32_t n = RE_OPCODE(w[at]) == RE_OP_BRANCH ? RE_ARG(w[at]) : 0;
        for (uint32_t i = 0; i < n; i++) { w[at + 3 + i] = end - w[at + 3 + i]; }
    }
}

// Does any instruction lead to code[..limit]? Then it may run more than once in a match.
static bool re_is_target(const uint32_t *w, uint32_t limit) {
    for (uint32_t at = w[RE_H_CODE]; at < w[RE_H_WORDS]; at += (uint32_t)re_op_size(w, at)) {
        const char *letters = re_op_operands(RE_OPCODE(w[at]));
        for (uint32_t i = 1; *letters; letters++, i++) {
            if (*letters == 'L' && w[at + i] <= limit) { return true; }
        }
        uint32_t n = RE_OPCODE(w[at]) == RE_OP_BRANCH ? RE_ARG(w[at]) : 0;
        for (uint32_t i = 0; i < n; i++) {
            if (w[at + 3 + i] <= limit) { return true; }
        }
    }
    return false;
}

// Instructions that take no character and never fail.
static bool re_is_save(uint32_t op) {
    return op == RE_OP_SAVE || op == RE_OP_SAVE_END || op == RE_OP_CHARGE;
}

// A repeat without limit at the very beginning: when a match fails that began with a run, one that
// begins inside of the run fails as well, for it would come to the same places behind it.
static void re_mark_lead(const ReEmit *e, uint32_t *w) {
    uint32_t at = w[RE_H_CODE], op = RE_OPCODE(w[at]);
    while (re_is_save(op) || op == RE_OP_AT) {
        at += (uint32_t)re_op_size(w, at);
        op = RE_OPCODE(w[at]);
    }
    bool run = op == RE_OP_RUN || op == RE_OP_GREEDY || op == RE_OP_LAZY;
    if (!run || e->tree->has_refs || w[at + 3] != RE_MAXREPEAT || re_is_target(w, at)) { return; }
    w[at] |= (uint32_t)RE_RUN_LEAD << 8;
}

// The offset of the rarest byte of a literal.
static uint32_t re_rarest(const uint8_t *bytes, uint32_t n) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++) {
        if (re_byte_rank(bytes[i]) < re_byte_rank(bytes[best])) { best = i; }
    }
    return best;
}

// "(\w+)=": the byte behind the leading run is quicker to find than the run.
static bool re_search_run(uint32_t *w, uint32_t at) {
    if (RE_OPCODE(w[at]) != RE_OP_RUN || !(RE_ARG(w[at]) & RE_RUN_LEAD) || w[at + 2] > 1) {
        return false;
    }
    uint32_t next = at + 4;
    while (re_is_save(RE_OPCODE(w[next]))) { next += (uint32_t)re_op_size(w, next); }
    uint32_t op = RE_OPCODE(w[next]);
    if (op != RE_OP_CHAR && op != RE_OP_LIT) { return false; }
    uint8_t byte = op == RE_OP_CHAR ? (uint8_t)RE_ARG(w[next]) : *(uint8_t *)(w + next + 1);
    if (byte >= 0x80 && (w[RE_H_FLAGS] & RE_PROG_TEXT)) { return false; }
    uint32_t plane = w[w[at + 1] + RE_C_PLANE];
    if (re_plane_table(w, plane)[byte] & re_plane_mask(plane)) { return false; }
    w[RE_H_SEARCH] = RE_SEARCH_RUN_TO;
    w[RE_H_START] = w[at + 1];
    w[RE_H_RARE] = w[at + 2];
    w[RE_H_NEEDED] = byte;
    return true;
}

// Bytes tell little of characters that are not ASCII: the search looks at the class as well.
static bool re_is_wide_start(const uint32_t *w, uint32_t at) {
    uint32_t op = RE_OPCODE(w[at]);
    bool run = op == RE_OP_RUN || op == RE_OP_GREEDY || op == RE_OP_LAZY;
    if (op != RE_OP_CLASS && !(run && w[at + 2] > 0)) { return false; }
    return RE_OPCODE(w[w[at + 1] + RE_C_KIND]) == RE_KIND_SOME;
}

// From the first instruction that says something: an anchor, a literal, a run up to a byte, a
// class; else from the bytes that a match can begin with, if these are not all.
static bool re_choose_search(ReEmit *e, uint32_t *w) {
    uint32_t at = w[RE_H_CODE], n_bytes = 0, byte = 0;
    while (re_is_save(RE_OPCODE(w[at]))) { at += (uint32_t)re_op_size(w, at); }
    uint32_t op = RE_OPCODE(w[at]);
    if (op == RE_OP_AT && RE_ARG(w[at]) <= RE_AT_LINE_START) {
        w[RE_H_SEARCH] = RE_ARG(w[at]) == RE_AT_START ? RE_SEARCH_START : RE_SEARCH_LINE;
        return true;
    }
    if (op == RE_OP_LIT) {
        w[RE_H_SEARCH] = RE_SEARCH_PREFIX;
        w[RE_H_START] = at;
        w[RE_H_RARE] = re_rarest((const uint8_t *)(w + at + 1), RE_ARG(w[at]));
        return true;
    }
    if (re_search_run(w, at)) { return true; }
    for (uint32_t b = 0; b < 256; b++) {
        if (re_bytes_has(&e->first.bytes, b)) {
            n_bytes++;
            byte = b;
        }
    }
    if (e->first.end || n_bytes == 256) { return true; }
    if (re_is_wide_start(w, at)) {
        w[RE_H_SEARCH] = RE_SEARCH_CLASS;
        w[RE_H_START] = w[at + 1];
        return re_plane(e, &e->first.bytes, &w[RE_H_RARE]);
    }
    w[RE_H_SEARCH] = n_bytes == 1 ? RE_SEARCH_BYTE : RE_SEARCH_PLANE;
    w[RE_H_START] = byte;
    return n_bytes == 1 || re_plane(e, &e->first.bytes, &w[RE_H_START]);
}

bool re_finish(ReEmit *e, ReCompiled *out) {
    ReBytes *first = &e->first.bytes;
    uint32_t unused;
    // The search may need a plane: it must be there before the tables are laid out.
    if (!re_plane(e, first, &unused)) { return false; }
    uint32_t pool = RE_H_SIZE + re_n_tables(e) * RE_TABLE_WORDS, code = pool + e->pool_words;
    uint32_t total = code + e->used;
    e->work += total;
    if (e->work_limit && e->work > e->work_limit) { return re_fail_work(e->error); }
    bool fits = total < 1u << 28 && e->tree->n_groups < 1u << 24;
    uint32_t *w = fits ? ARENA_ARRAY(e->arena, uint32_t, total) : NULL;
    if (!w) { return re_fail_memory(e->error); }
    uint64_t lo = e->tree->root->lo;
    w[RE_H_MAGIC] = RE_MAGIC;
    w[RE_H_WORDS] = total;
    w[RE_H_FLAGS] = e->tree->is_text ? RE_PROG_TEXT : 0;
    w[RE_H_GROUPS] = e->tree->n_groups;
    w[RE_H_REGS] = e->n_regs;
    w[RE_H_MIN] = lo < UINT32_MAX ? (uint32_t)lo : UINT32_MAX;
    w[RE_H_TABLES] = re_n_tables(e);
    w[RE_H_CODE] = code;
    w[RE_H_SEARCH] = RE_SEARCH_ANY;
    w[RE_H_NEEDED] = e->needed_rank < 200 ? e->needed : RE_NONE;
    re_write_tables(e, w + RE_H_SIZE);
    re_write_classes(e, w, pool);
    memcpy(w + code, re_at_label(e, e->used), e->used * sizeof *w);
    re_relocate(w, pool);
    re_mark_lead(e, w);
    if (!re_choose_search(e, w)) { return false; }
    out->words = w;
    out->n_words = total;
    return true;
}

bool re_compile(Arena *arena, const ReSource *src, ReCompiled *out) {
    ReTree tree = {0};
    *out = (ReCompiled){0};
    return re_parse(arena, src, &tree, out) && re_emit(arena, &tree, src->work_limit, out);
}

bool re_program_is_text(const uint32_t *program) {
    return (program[RE_H_FLAGS] & RE_PROG_TEXT) != 0;
}

uint32_t re_program_groups(const uint32_t *program) { return program[RE_H_GROUPS]; }
