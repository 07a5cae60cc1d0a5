// emit.c: instructions, jumps, registers and what is known about locals. See emit.h; constants are
// in emit_const.c, the finished object in emit_finish.c.
#include "front/emit.h"

#include "front/emit_inner.h"

#include "object/positions.h"

// ---- failing -------------------------------------------------------------------------------------

void emit_fail(Compiler *c) { c->failed = true; }

void emit_no_memory(Compiler *c) {
    front_out_of_memory(c->front);
    c->failed = true;
}

void emit_error(Compiler *c, const Node *at, const char *message) {
    if (!c->failed) { front_error_at(c->front, at, message); }
    c->failed = true;
}

static void emit_too_big(Compiler *c, const char *message) {
    if (!c->failed) {
        front_error(c->front, FRONT_SYNTAX_ERROR, message, c->unit->first_line, 0, -1, 0);
    }
    c->failed = true;
}

// ---- arrays in the arena -------------------------------------------------------------------------

bool emit_grow(Compiler *c, void **items, uint32_t *cap, uint32_t len, uint32_t size) {
    uint32_t more = *cap ? *cap * 2 : 16;
    void *grown = arena_alloc(c->arena, (size_t)more * size);
    if (!grown) {
        emit_no_memory(c);
        return false;
    }
    if (len) { memcpy(grown, *items, (size_t)len * size); }
    *items = grown;
    *cap = more;
    return true;
}

// ---- positions -----------------------------------------------------------------------------------

static bool emit_same_pos(const EmitPos *a, const EmitPos *b) {
    return a->line == b->line && a->end_line == b->end_line && a->col == b->col &&
           a->end_col == b->end_col;
}

static bool emit_lines_only(const Compiler *c) { return c->front->flags & FRONT_LINES_ONLY; }

static uint32_t emit_number(uint8_t *out, uint32_t n) {
    uint32_t len = 0;
    for (; n >= 0x80; n >>= 7) { out[len++] = (uint8_t)(n | 0x80); }
    out[len++] = (uint8_t)n;
    return len;
}

enum { EMIT_RUN_BYTES = 26 }; // at most: a byte and five numbers

static bool emit_room_for_run(Compiler *c, Unit *u) {
    while (u->n_positions + EMIT_RUN_BYTES > u->cap_positions) {
        if (!emit_grow(c, (void **)&u->positions, &u->cap_positions, u->n_positions, 1)) {
            return false;
        }
    }
    return true;
}

// A run with many words is several short ones of the same line.
static void emit_line_run(Compiler *c, Unit *u, uint32_t words, uint32_t step) {
    if (u->n_positions == 0) { u->positions[u->n_positions++] = POSITIONS_LINES; }
    while (words && emit_room_for_run(c, u)) {
        uint8_t *at = u->positions + u->n_positions;
        uint32_t n = words < POSITIONS_SHORT_WORDS ? words : POSITIONS_SHORT_WORDS;
        uint32_t head = positions_short(n - 1, step, 0);
        if (head == POSITIONS_LONG) { n = words; }
        *at++ = (uint8_t)head;
        if (head == POSITIONS_LONG) {
            at += emit_number(at, n);
            at += emit_number(at, step);
            at += emit_number(at, 0);
        }
        u->n_positions = (uint32_t)(at - u->positions);
        words -= n;
        step = 0;
    }
}

// Writes the run that ends at the current word.
void emit_flush_pos(Compiler *c, Unit *u) {
    uint32_t words = u->n_words - u->positions_at;
    if (words == 0 || c->failed || !emit_room_for_run(c, u)) { return; }
    uint8_t *at = u->positions + u->n_positions;
    const EmitPos *pos = &u->last;
    int32_t delta = (int32_t)(pos->line - u->last_line);
    uint32_t step = delta < 0 ? (uint32_t)-delta << 1 | 1 : (uint32_t)delta << 1;
    uint32_t lines = pos->end_line - pos->line;
    uint32_t col = (uint32_t)(pos->col + 1), end_col = (uint32_t)(pos->end_col + 1);
    u->positions_at = u->n_words;
    u->last_line = pos->line;
    if (NX_UNLIKELY(emit_lines_only(c))) {
        emit_line_run(c, u, words, step);
        return;
    }
    uint32_t head = positions_short(words - 1, step, lines);
    *at++ = (uint8_t)head;
    if (NX_UNLIKELY(head == POSITIONS_LONG)) {
        at += emit_number(at, words);
        at += emit_number(at, step);
        at += emit_number(at, lines);
    }
    at += emit_number(at, col);
    at += emit_number(at, end_col);
    u->n_positions = (uint32_t)(at - u->positions);
}

// ---- instructions --------------------------------------------------------------------------------

// Room for an instruction of n words; NULL: it is not to be emitted.
static uint32_t *emit_room(Compiler *c, uint32_t n) {
    Unit *u = c->unit;
    if (u->dead || c->failed) { return NULL; }
    if (!emit_same_pos(&c->pos, &u->last)) {
        if (c->pos.line != u->last.line || !emit_lines_only(c)) { emit_flush_pos(c, u); }
        u->last = c->pos;
    }
    if (NX_UNLIKELY(u->n_words + n > u->cap_words)) {
        if (u->n_words > EMIT_MAX_WORDS) {
            emit_too_big(c, "too much code in one function");
            return NULL;
        }
        if (!emit_grow(c, (void **)&u->words, &u->cap_words, u->n_words, 4)) { return NULL; }
    }
    uint32_t *at = u->words + u->n_words;
    u->n_words += n;
    return at;
}

static uint32_t emit_word(Op op, uint32_t a, uint32_t b, uint32_t d) {
    NX_ASSERT(a < 256 && b < 256 && d < 256);
    return (uint32_t)op | a << 8 | b << 16 | d << 24;
}

void emit_abc(Compiler *c, Op op, uint32_t a, uint32_t b, uint32_t d) {
    uint32_t *at = emit_room(c, 1);
    if (at) { *at = emit_word(op, a, b, d); }
}

void emit_abx(Compiler *c, Op op, uint32_t a, uint32_t bx) {
    uint32_t *at = emit_room(c, 1);
    if (at) { *at = (uint32_t)op | a << 8 | bx << 16; }
}

void emit_ext(Compiler *c, Op op, uint32_t a, uint32_t b, uint32_t d, uint32_t x) {
    uint32_t *at = emit_room(c, 2);
    if (!at) { return; }
    at[0] = emit_word(op, a, b, d);
    at[1] = x;
}

void emit_free(Compiler *c, Op op, uint32_t a, uint32_t bx, uint32_t x) {
    uint32_t *at = emit_room(c, 2);
    if (!at) { return; }
    at[0] = (uint32_t)op | a << 8 | bx << 16;
    at[1] = x;
}

// Sites of namespaces compare the name, and may share the last cache when there are too many. Those
// of attributes trust what their cache says of a shape: each needs its own.
static uint32_t emit_cache(Compiler *c, Op op) {
    Unit *u = c->unit;
    bool shares = op == OPC_LOAD_GLOBAL || op == OPC_STORE_GLOBAL || op == OPC_LOAD_NAME ||
                  op == OPC_STORE_NAME;
    if (u->n_caches < EMIT_MAX_CACHES - 1) { return u->n_caches++; }
    if (!shares) { emit_too_big(c, "too many attributes in one function"); }
    u->n_caches = EMIT_MAX_CACHES;
    return EMIT_MAX_CACHES - 1;
}

void emit_name(Compiler *c, Op op, uint32_t a, uint32_t b, Value name) {
    uint32_t k = emit_near_const(c, name);
    uint32_t *at = emit_room(c, 2);
    if (!at) { return; }
    at[0] = emit_word(op, a, b, 0);
    at[1] = k | emit_cache(c, op) << 16;
}

void emit_move(Compiler *c, uint32_t a, uint32_t b) {
    if (a != b) { emit_abc(c, OPC_MOVE, a, b, 0); }
}

void emit_load(Compiler *c, uint32_t a, Value v) {
    if (is_int(v) && int_of(v) >= INT16_MIN && int_of(v) <= INT16_MAX) {
        emit_abx(c, OPC_LOAD_INT, a, (uint32_t)int_of(v) & 0xFFFF);
    } else if ((v & ~(Value)0xFF) == VALUE_SPECIAL_BITS) {
        emit_abc(c, OPC_LOAD_SPECIAL, a, v & 0xFF, 0);
    } else {
        uint32_t k = emit_const(c, v);
        if (k < EMIT_FAR_CONSTS) {
            emit_abx(c, OPC_LOAD_CONST, a, k);
        } else {
            emit_ext(c, OPC_LOAD_CONST_WIDE, a, 0, 0, k);
        }
    }
}

// ---- jumps ---------------------------------------------------------------------------------------

static void emit_meet(EmitFlow *a, const EmitFlow *b) {
    for (uint32_t i = 0; i < COUNT_OF(a->bits); i++) { a->bits[i] &= b->bits[i]; }
}

// Notes that the instruction at word `at` jumps to a label that is not placed yet.
static uint32_t emit_chain(Compiler *c, Label *to, uint32_t at) {
    if (to->used) {
        emit_meet(&to->flow, &c->unit->flow);
    } else {
        to->flow = c->unit->flow;
        to->used = true;
    }
    uint32_t before = to->chain;
    to->chain = at + 1;
    return before;
}

void emit_jump(Compiler *c, Label *to) {
    uint32_t *at = emit_room(c, 1);
    if (!at) { return; }
    uint32_t here = c->unit->n_words - 1;
    if (to->placed) {
        *at = (uint32_t)OPC_JUMP_BACK | (to->at - (here + 1)) << 8;
    } else {
        *at = (uint32_t)OPC_JUMP | emit_chain(c, to, here) << 8;
    }
    c->unit->dead = true;
}

// The form of a conditional jump that counts a step, for jumps back; OPC_NOP: there is none.
static Op emit_counted(Op op) {
    if (op == OPC_FOR_ITER || op == OPC_SEND) { return op; }
    if (op == OPC_JUMP_TRUE) { return OPC_LOOP_TRUE; }
    uint32_t forms = OPC_J_LE - OPC_J_LT, form = (op - OPC_J_LT) % forms;
    bool fused = op >= OPC_J_LT && op <= OPC_LOOP_GE_I && form < 2;
    return fused ? op - form + (OPC_LOOP_LT - OPC_J_LT) + form : OPC_NOP;
}

// The other way round; for jumps whose counted form is missing.
static Op emit_inverse(Op op) {
    switch (op) {
    case OPC_JUMP_FALSE: return OPC_JUMP_TRUE;
    case OPC_JUMP_NONE: return OPC_JUMP_NOT_NONE;
    case OPC_JUMP_NOT_NONE: return OPC_JUMP_NONE;
    default: return op - 2; // JN_ to J_
    }
}

static void emit_branch_back(Compiler *c, Op op, uint32_t a, uint32_t b, Label *to) {
    Op counted = emit_counted(op);
    if (counted == OPC_NOP) {
        Label skip = {0};
        emit_branch(c, emit_inverse(op), a, b, &skip);
        emit_jump(c, to);
        emit_place(c, &skip);
        return;
    }
    uint32_t *at = emit_room(c, 2);
    if (!at) { return; }
    at[0] = emit_word(counted, a, b, 0);
    at[1] = to->at - c->unit->n_words;
}

void emit_branch(Compiler *c, Op op, uint32_t a, uint32_t b, Label *to) {
    if (to->placed) {
        emit_branch_back(c, op, a, b, to);
        return;
    }
    uint32_t *at = emit_room(c, 2);
    if (!at) { return; }
    at[0] = emit_word(op, a, b, 0);
    at[1] = emit_chain(c, to, c->unit->n_words - 2);
}

void emit_place(Compiler *c, Label *label) {
    Unit *u = c->unit;
    label->placed = true;
    label->at = u->n_words;
    if (c->failed) { return; }
    if (label->used) {
        if (!u->dead) { emit_meet(&label->flow, &u->flow); }
        u->flow = label->flow;
        u->dead = false;
    }
    for (uint32_t at = label->chain; at;) {
        uint32_t *word = u->words + at - 1, next;
        if ((uint8_t)*word == OPC_JUMP) {
            next = *word >> 8;
            *word = (uint32_t)OPC_JUMP | (label->at - at) << 8;
        } else {
            next = word[1];
            word[1] = label->at - (at + 1);
        }
        at = next;
    }
}

void emit_place_handler(Compiler *c, Label *label, const EmitFlow *flow) {
    Unit *u = c->unit;
    if (label->rows) {
        if (label->used) {
            emit_meet(&label->flow, flow);
        } else {
            label->flow = *flow;
            label->used = true;
        }
    }
    emit_place(c, label);
    for (uint32_t row = label->rows; row && !c->failed;) {
        EmitRow *r = &u->rows[row - 1];
        row = r->target;
        r->target = label->at;
    }
}

void emit_region(Compiler *c, uint32_t start, Label *handler, uint32_t reg) {
    Unit *u = c->unit;
    if (u->n_words == start || c->failed) { return; }
    if (u->n_rows == u->cap_rows &&
        !emit_grow(c, (void **)&u->rows, &u->cap_rows, u->n_rows, sizeof(EmitRow))) {
        return;
    }
    u->rows[u->n_rows++] = (EmitRow){start, u->n_words, handler->rows, reg};
    handler->rows = u->n_rows;
}

void emit_reg_name(Compiler *c, uint32_t start, uint32_t end, uint32_t reg, Name *name) {
    Unit *u = c->unit;
    if (start >= end || c->failed) { return; }
    if (u->n_reg_names == u->cap_reg_names &&
        !emit_grow(c, (void **)&u->reg_names, &u->cap_reg_names, u->n_reg_names,
                   sizeof(EmitName))) {
        return;
    }
    uint32_t k = emit_const(c, emit_text(c, name));
    u->reg_names[u->n_reg_names++] = (EmitName){start, end, reg, k};
}

// ---- registers -----------------------------------------------------------------------------------

uint32_t emit_temps(Compiler *c, uint32_t n) {
    Unit *u = c->unit;
    uint32_t first = u->temp;
    if (NX_UNLIKELY(first + n > OP_NEAR_REGS)) {
        emit_too_big(c, "too many statically nested blocks");
        return first < OP_NEAR_REGS ? first : 0;
    }
    u->temp = first + n;
    if (u->temp > u->n_regs) { u->n_regs = u->temp; }
    return first;
}

uint32_t emit_wide(Compiler *c, uint32_t n) {
    Unit *u = c->unit;
    uint32_t first = u->wide;
    if (first + n > UINT16_MAX) {
        emit_too_big(c, "expression is too complex");
        return first;
    }
    u->wide = first + n;
    if (u->wide > u->n_regs) { u->n_regs = u->wide; }
    return first;
}

// ---- flow ----------------------------------------------------------------------------------------

bool emit_is_assigned(const Compiler *c, uint32_t local) {
    const Unit *u = c->unit;
    return u->dead || (local < EMIT_TRACKED && (u->flow.bits[local / 64] >> local % 64 & 1));
}

void emit_set_assigned(Compiler *c, uint32_t local) {
    if (local < EMIT_TRACKED) { c->unit->flow.bits[local / 64] |= (uint64_t)1 << local % 64; }
}
