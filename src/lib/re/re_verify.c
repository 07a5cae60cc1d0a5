// re_verify.c: is a program safe to run?
//
// Safe is: the matcher reads only the program, the subject and its block, and writes only its
// block. That needs more than operands in range. Text is walked by whole characters, so no
// instruction may leave the place between two of them. And the heights kept in registers must be
// heights that the stack of choices has had since: the instructions that keep and use them form
// regions, which nest and which no jump enters. Whether a program does what its pattern says is not
// looked at.
#include "lib/re/re_verify.h"

#include "base/utf8.h"
#include "lib/re/re.h"
#include "lib/re/re_tree.h"

enum { RE_MAX_STRETCH = 128, RE_MAX_GROUPS_CHECKED = 1 << 24 };

static bool re_check_plane(const ReCheck *c, uint32_t plane) {
    return plane >> 8 < c->w[RE_H_TABLES] && (plane & 0xFF) < 8;
}

static bool re_check_text(const ReCheck *c) { return (c->w[RE_H_FLAGS] & RE_PROG_TEXT) != 0; }

// Are all the bytes lo..hi in the plane (or none of them, if !in)?
static bool re_check_bytes(const ReCheck *c, uint32_t plane, uint32_t lo, uint32_t hi, bool in) {
    const uint8_t *table = re_plane_table(c->w, plane);
    for (uint32_t b = lo; b <= hi; b++) {
        if (((table[b] & re_plane_mask(plane)) != 0) != in) { return false; }
    }
    return true;
}

// A byte of which each place in the subject is one that ends a character.
static bool re_check_byte(const ReCheck *c, uint32_t byte) {
    return byte <= (re_check_text(c) ? 0x7Fu : 0xFFu);
}

static bool re_check_class(const ReCheck *c, const uint32_t *cls) {
    uint32_t kind = RE_OPCODE(cls[RE_C_KIND]), byte = cls[RE_C_KIND] >> 8;
    uint32_t plane = cls[RE_C_PLANE];
    if (!re_check_plane(c, plane) || byte > 0xFF) { return false; }
    if (!re_check_text(c)) { return kind < RE_KIND_SOME; }
    switch ((ReClassKind)kind) {
    case RE_KIND_BYTE:
    case RE_KIND_BYTES: return byte < 0x80 && re_check_bytes(c, plane, 0x80, 0xFF, false);
    case RE_KIND_WIDE: return re_check_bytes(c, plane, 0x80, 0xFF, true);
    case RE_KIND_NOT: return byte < 0x80;
    case RE_KIND_ALL:
    case RE_KIND_SOME: return true;
    }
    return false;
}

// The classes follow each other from the tables to the code.
static bool re_check_pool(ReCheck *c) {
    uint32_t at = RE_H_SIZE + c->w[RE_H_TABLES] * RE_TABLE_WORDS, end = c->w[RE_H_CODE];
    while (at < end) {
        if (end - at < RE_C_SIZE) { return false; }
        uint32_t n = c->w[at + RE_C_RANGES];
        if ((end - at - RE_C_SIZE) / 2 < n || !re_check_class(c, c->w + at)) { return false; }
        c->classes[at] = 1;
        at += RE_C_SIZE + 2 * n;
    }
    return true;
}

static bool re_check_header(const uint32_t *w, uint32_t n) {
    if (n <= RE_H_SIZE || n >= 1u << 28 || w[RE_H_MAGIC] != RE_MAGIC || w[RE_H_WORDS] != n) {
        return false;
    }
    return w[RE_H_FLAGS] <= RE_PROG_TEXT && w[RE_H_GROUPS] <= RE_MAX_GROUPS_CHECKED &&
           w[RE_H_REGS] <= 3 * n && w[RE_H_TABLES] <= n / RE_TABLE_WORDS && w[RE_H_CODE] < n &&
           w[RE_H_CODE] >= RE_H_SIZE + w[RE_H_TABLES] * RE_TABLE_WORDS;
}

// --- Registers and regions -----------------------------------------------------------------------

// Registers reg..reg+n-1 are to be used so; plain ones may be used in common.
static bool re_claim(ReCheck *c, uint32_t reg, uint32_t n, uint8_t as) {
    if (n > c->w[RE_H_REGS] || reg > c->w[RE_H_REGS] - n) { return false; }
    for (uint32_t i = reg; i < reg + n; i++) {
        bool shared = as == RE_REG_PLAIN && c->regs[i] == RE_REG_PLAIN;
        if (c->regs[i] != RE_REG_FREE && !shared) { return false; }
        c->regs[i] = as;
    }
    return true;
}

static bool re_check_regs(ReCheck *c, uint32_t op, uint32_t reg) {
    switch (op) {
    case RE_OP_REP_INIT:
    case RE_OP_REP:
    case RE_OP_REP_LAZY: return re_claim(c, reg, 2, RE_REG_PLAIN);
    case RE_OP_POSS_INIT: return reg < UINT32_MAX && re_claim(c, reg + 1, 2, RE_REG_PLAIN);
    case RE_OP_POSS_NEXT:
        return re_claim(c, reg, 1, RE_REG_HEIGHT) && re_claim(c, reg + 1, 2, RE_REG_PLAIN);
    case RE_OP_ATOMIC:
    case RE_OP_NOT_LOOK: return re_claim(c, reg, 1, RE_REG_HEIGHT);
    case RE_OP_LOOK:
        return re_claim(c, reg, 1, RE_REG_HEIGHT) && re_claim(c, reg + 1, 1, RE_REG_POSITION);
    default: return true; // the ends: compared with their beginnings
    }
}

// The opcode that begins the region which this one ends; RE_N_OPS for others.
static uint32_t re_region_begin(uint32_t op) {
    switch (op) {
    case RE_OP_POSS_END: return RE_OP_POSS_NEXT;
    case RE_OP_ATOMIC_END: return RE_OP_ATOMIC;
    case RE_OP_LOOK_END: return RE_OP_LOOK;
    case RE_OP_NOT_LOOK_END: return RE_OP_NOT_LOOK;
    default: return RE_N_OPS;
    }
}

static bool re_is_begin(uint32_t op) {
    return op == RE_OP_POSS_NEXT || op == RE_OP_ATOMIC || op == RE_OP_LOOK || op == RE_OP_NOT_LOOK;
}

// --- Instructions --------------------------------------------------------------------------------

// What the letters of an instruction do not tell.
static bool re_check_arg(const ReCheck *c, uint32_t at) {
    const uint32_t *w = c->w + at;
    uint32_t arg = RE_ARG(w[0]);
    switch (RE_OPCODE(w[0])) {
    case RE_OP_CHAR: return re_check_byte(c, arg);
    case RE_OP_PAIR: return re_check_byte(c, arg & 0xFF) && re_check_byte(c, arg >> 8);
    case RE_OP_LIT: {
        Utf8Fault fault;
        return arg >= 1 && (!re_check_text(c) || utf8_check_text(w + 1, arg, &fault));
    }
    case RE_OP_CLASS1: return !re_check_text(c) || re_check_bytes(c, w[1], 0x80, 0xFF, false);
    case RE_OP_AT: return arg <= (re_check_text(c) ? RE_AT_NOT_WORD_UNICODE : RE_AT_NOT_WORD_ASCII);
    case RE_OP_BRANCH:
        return (w[2] >> 8) + (arg - 1) / 8 < c->w[RE_H_TABLES] && (uint64_t)w[1] >> arg == 0;
    case RE_OP_RUN:
    case RE_OP_GREEDY:
    case RE_OP_LAZY: return w[2] <= w[3];
    case RE_OP_BACKREF:
        return arg < RE_FOLD_UNICODE || (arg == RE_FOLD_UNICODE && re_check_text(c));
    default: return true;
    }
}

static bool re_check_operands(ReCheck *c, uint32_t at) {
    const uint32_t *w = c->w + at;
    uint32_t op = RE_OPCODE(w[0]), groups = c->w[RE_H_GROUPS];
    const char *letters = re_op_operands(op);
    for (uint32_t i = 1; *letters; letters++, i++) {
        bool ok = true;
        switch (*letters) {
        case 'P': ok = re_check_plane(c, w[i]); break;
        case 'C': ok = w[i] < c->n && c->classes[w[i]]; break;
        case 'R': ok = re_check_regs(c, op, w[i]); break;
        case 'S': ok = w[i] < 2 * groups; break;
        case 'G': ok = w[i] >= 1 && w[i] <= groups; break;
        default: break; // addresses are checked when all instructions are known
        }
        if (!ok) { return false; }
    }
    return re_check_arg(c, at);
}

// Costs nothing to run, but for a share of what the next one that charges does.
static bool re_is_free(uint32_t op) {
    return op != RE_OP_CHARGE && op != RE_OP_JUMP && op != RE_OP_SPLIT && op != RE_OP_BRANCH &&
           op != RE_OP_REP && op != RE_OP_REP_LAZY && op != RE_OP_POSS_NEXT;
}

// Does nothing follow it? The last instruction must be one of these.
static bool re_is_last(uint32_t op) {
    return op == RE_OP_MATCH || op == RE_OP_FAIL || op == RE_OP_JUMP || op == RE_OP_SPLIT ||
           op == RE_OP_BRANCH || op == RE_OP_POSS_END || op == RE_OP_NOT_LOOK_END;
}

// Finds the instructions and the regions they are in.
static bool re_check_code(ReCheck *c) {
    const uint32_t *w = c->w;
    uint32_t at = w[RE_H_CODE], op = RE_N_OPS, region = 0, stretch = 0;
    while (at < c->n) {
        op = RE_OPCODE(w[at]);
        if (op >= RE_N_OPS) { return false; }
        bool branch = op == RE_OP_BRANCH;
        if (branch && (RE_ARG(w[at]) == 0 || RE_ARG(w[at]) > RE_MAX_BRANCH)) { return false; }
        uint64_t size = re_op_size(w, at);
        if (size > c->n - at) { return false; }
        c->region[at] = region;
        if (!re_check_operands(c, at)) { return false; }
        stretch = re_is_free(op) ? stretch + 1 : 0;
        if (stretch > RE_MAX_STRETCH) { return false; }
        uint32_t begin = re_region_begin(op);
        if (re_is_begin(op)) {
            region = at;
        } else if (begin != RE_N_OPS) {
            if (!region || RE_OPCODE(w[region]) != begin || w[region + 1] != w[at + 1]) {
                return false;
            }
            if (op == RE_OP_POSS_END && w[at + 2] != region) { return false; }
            region = c->region[region];
        }
        at += (uint32_t)size;
    }
    return region == 0 && re_is_last(op);
}

// Jumps stay in their region. The instruction that begins one belongs to the region around it, and
// so does its address; the one that ends it belongs to the region.
static bool re_check_address(const ReCheck *c, uint32_t at, uint32_t to) {
    // The end of a possessive repeat goes to its beginning, as checked before.
    if (RE_OPCODE(c->w[at]) == RE_OP_POSS_END) { return true; }
    return to >= c->w[RE_H_CODE] && to < c->n && c->region[to] == c->region[at];
}

static bool re_check_addresses(const ReCheck *c) {
    const uint32_t *w = c->w;
    for (uint32_t at = w[RE_H_CODE]; at < c->n; at += (uint32_t)re_op_size(w, at)) {
        const char *letters = re_op_operands(RE_OPCODE(w[at]));
        for (uint32_t i = 1; *letters; letters++, i++) {
            if (*letters == 'L' && !re_check_address(c, at, w[at + i])) { return false; }
        }
        uint32_t n = RE_OPCODE(w[at]) == RE_OP_BRANCH ? RE_ARG(w[at]) : 0;
        for (uint32_t i = 0; i < n; i++) {
            if (!re_check_address(c, at, w[at + 3 + i])) { return false; }
        }
    }
    return true;
}

// A search must begin its attempts between characters.
static bool re_check_search(const ReCheck *c) {
    const uint32_t *w = c->w;
    uint32_t start = w[RE_H_START], needed = w[RE_H_NEEDED];
    bool text = re_check_text(c);
    if (needed != RE_NONE && needed > 0xFF) { return false; }
    switch (w[RE_H_SEARCH]) {
    case RE_SEARCH_ANY:
    case RE_SEARCH_START:
    case RE_SEARCH_LINE: return true;
    case RE_SEARCH_PREFIX:
        return start < c->n && start >= w[RE_H_CODE] && c->region[start] != RE_NONE &&
               RE_OPCODE(w[start]) == RE_OP_LIT && w[RE_H_RARE] < RE_ARG(w[start]);
    case RE_SEARCH_BYTE: return start <= 0xFF && !(text && (start & 0xC0) == 0x80);
    case RE_SEARCH_PLANE:
        return re_check_plane(c, start) && (!text || re_check_bytes(c, start, 0x80, 0xBF, false));
    case RE_SEARCH_CLASS:
        return text && start < c->n && c->classes[start] && re_check_plane(c, w[RE_H_RARE]) &&
               re_check_bytes(c, w[RE_H_RARE], 0x80, 0xBF, false);
    case RE_SEARCH_RUN_TO:
        return start < c->n && c->classes[start] && needed != RE_NONE && re_check_byte(c, needed);
    default: return false;
    }
}

bool re_check_program(Arena *scratch, const uint32_t *words, uint32_t n, ReCheck *check) {
    if (!re_check_header(words, n)) { return false; }
    *check = (ReCheck){.w = words, .n = n};
    check->region = ARENA_ARRAY(scratch, uint32_t, n);
    check->classes = ARENA_ARRAY(scratch, uint8_t, n);
    check->regs = ARENA_ARRAY(scratch, uint8_t, words[RE_H_REGS] + 1);
    if (!check->region || !check->classes || !check->regs) { return false; }
    memset(check->region, 0xFF, n * sizeof *check->region);
    return re_check_pool(check) && re_check_code(check) && re_check_addresses(check) &&
           re_check_search(check);
}

bool re_program_verify(Arena *scratch, const uint32_t *words, uint32_t n) {
    ReCheck check;
    return re_check_program(scratch, words, n, &check);
}
