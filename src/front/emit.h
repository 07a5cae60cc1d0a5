// emit.h: the code object under construction: words, labels, constants, positions, handlers,
// registers. Everything lives in the compilation's arena; constants are made in the guest's heap at
// once, which is safe because nothing collects before the compiler is done.
//
// Failure is sticky: `c->failed` is set (with c->front->error filled, or memory short) and from then
// on emitting does nothing; the compiler walks on and the entry point looks at the end.
//
// Code that cannot be reached is not emitted: behind a jump, a return or a raise the unit is `dead`
// until a label that something jumps to is placed.
#ifndef NX_FRONT_EMIT_H
#define NX_FRONT_EMIT_H

#include "front/scope.h"
#include "heap/names.h"
#include "vm/opcode.h"

typedef struct EmitPos {
    uint32_t line, end_line;
    int32_t col, end_col; // -1: none
} EmitPos;

// Locals that surely have a value, by register; far ones are always checked.
enum { EMIT_TRACKED = 128 };
_Static_assert((int)OP_NEAR_LOCALS <= (int)EMIT_TRACKED, "all near locals are tracked");

// Symbol.slot: a register, or the index of a free variable, and these.
enum {
    SLOT_NUMBER = 0xFFFF,
    SLOT_CHECKED = 1 << 16, // may lose its value (del, except ... as): check every use
    SLOT_COMP = 1 << 17,    // variable of an inlined comprehension, in a temporary
    SLOT_SET = 1 << 18,     // of such a one: given a value by code emitted before
};

typedef struct EmitFlow {
    uint64_t bits[EMIT_TRACKED / 64];
} EmitFlow;

// A place to jump to. Until it is placed, the jumps to it are chained through their own operands.
typedef struct Label {
    uint32_t at;    // word index, once placed
    uint32_t chain; // last jump to it, plus one
    uint32_t rows;  // last handler row that leads to it, plus one
    bool placed, used;
    EmitFlow flow; // what has a value on every way to it
} Label;

// While pc is in [start, end) an exception goes to a label. Kept in CodeHandler's layout.
typedef struct EmitRow {
    uint32_t start, end, target,
        reg; // target: the row before of the same label, until it is placed
} EmitRow;

// What a register is called while pc is in [start, end). Kept in CodeName's layout.
typedef struct EmitName {
    uint32_t start, end, reg, name;
} EmitName;

typedef struct Nest Nest; // front/compile_inner.h
typedef struct DeferredAnn DeferredAnn;

// One code object being made.
typedef struct Unit {
    struct Unit *outer;
    Scope *scope;
    Scope *outer_scope; // what to go back to
    EmitPos outer_pos;
    Value name, qualname;
    uint32_t code_flags, first_line;
    uint32_t n_posonly, n_args, n_kwonly, n_params, n_locals;
    SymSeq cells, frees; // as the code has them, sorted by name
    Name *extra_free;    // a free variable the scope does not list, behind the others; or NULL
    uint16_t class_cell, classdict_cell,
        conditional_cell; // class: registers of its own cells, or 0
    Value doc;
    Value varnames; // Tuple

    uint32_t *words, n_words, cap_words;
    EmitRow *rows;
    uint32_t n_rows, cap_rows;
    EmitName *reg_names;
    uint32_t n_reg_names, cap_reg_names;
    uint8_t *positions;
    uint32_t n_positions, cap_positions, positions_at; // words described so far
    EmitPos last;
    uint32_t last_line; // of the run written last
    Value *consts;
    uint32_t n_consts, cap_consts;
    Value *far_consts; // from EMIT_FAR_CONSTS on
    uint32_t n_far_consts, cap_far_consts;
    uint32_t *index, index_mask, n_index; // hash index over constants, number plus one
    uint32_t n_caches;

    uint32_t temp, first_temp, floor; // next free temporary; the first one; see compile_spill
    uint32_t n_regs, wide;            // most registers ever in use; next free far one
    EmitFlow flow;
    bool dead;
    Nest *nest;
    uint32_t n_nested;
    DeferredAnn *annotations, *last_annotation; // class, module: to be put into __annotate__
    uint32_t n_conditional,
        n_conditional_nests; // annotations that may not be passed; being in such code
    Name **attributes;       // class: names of self.x = ..., for __static_attributes__
    uint32_t n_attributes, cap_attributes;
} Unit;

typedef struct Compiler {
    Vm *vm;
    Front *front;
    const Node *last;  // FRONT_LAST_VALUE: the statement whose value is the module's …
    uint32_t last_reg; // … and where that is kept
    Arena *arena;
    Unit *unit;
    Unit *spare;  // closed ones, to be used again
    Scope *scope; // of the names being compiled: the unit's, or an inlined comprehension's
    EmitPos pos;  // of the next instruction
    Value filename, source;
    Value *names;   // interned strs by Name.id
    Value no_names; // the empty tuple, once there is one
    uint32_t n_names, cap_names;
    uint32_t depth;
    bool failed;
    bool has_walrus; // the source has a := somewhere
    // Names with a meaning of their own.
    Name *super_name, *class_cell, *classdict, *conditional, *debug, *format, *shown_format,
        *self_name;
} Compiler;

enum {
    EMIT_LOW_CONSTS = 256,
    EMIT_FAR_CONSTS = 0x10000,
    EMIT_MAX_NEAR = 0x8000, // further constants are far ones, for the sake of names
    EMIT_MAX_CACHES = 0xFFFF,
};

// ---- instructions ----
NX_INTERNAL void emit_abc(Compiler *c, Op op, uint32_t a, uint32_t b, uint32_t d);
NX_INTERNAL void emit_abx(Compiler *c, Op op, uint32_t a, uint32_t bx); // also sBx
NX_INTERNAL void emit_ext(Compiler *c, Op op, uint32_t a, uint32_t b, uint32_t d, uint32_t x);
NX_INTERNAL void emit_free(Compiler *c, Op op, uint32_t a, uint32_t bx, uint32_t x); // aBxIX
// An instruction that looks a name up, with an inline cache of its own.
NX_INTERNAL void emit_name(Compiler *c, Op op, uint32_t a, uint32_t b, Value name);
// R[a] = the value.
NX_INTERNAL void emit_load(Compiler *c, uint32_t a, Value v);
NX_INTERNAL void emit_move(Compiler *c, uint32_t a, uint32_t b); // nothing when they are the same

// ---- jumps ----
NX_INTERNAL void emit_jump(Compiler *c, Label *to); // counts a step when it goes back
// A conditional jump; a and b are its operands.
NX_INTERNAL void emit_branch(Compiler *c, Op op, uint32_t a, uint32_t b, Label *to);
NX_INTERNAL void emit_place(Compiler *c, Label *label);
// Places a label that exceptions lead to; `flow` is what had a value before the region began.
NX_INTERNAL void emit_place_handler(Compiler *c, Label *label, const EmitFlow *flow);
// [start, now) leads to `handler`, with the exception in register `reg`.
// R[reg], or the cell in it, is the variable `name` from `start` to `end`.
NX_INTERNAL void emit_reg_name(Compiler *c, uint32_t start, uint32_t end, uint32_t reg, Name *name);
NX_INTERNAL void emit_region(Compiler *c, uint32_t start, Label *handler, uint32_t reg);
static inline void emit_die(Compiler *c) { c->unit->dead = true; }

// ---- constants ----
NX_INTERNAL uint32_t emit_const(Compiler *c, Value v); // its number, any
// The same below EMIT_LOW_CONSTS, as a byte wants it; false: there is no room so low.
NX_INTERNAL bool emit_low_const(Compiler *c, Value v, uint32_t *k);
NX_INTERNAL uint32_t emit_near_const(Compiler *c, Value v); // below EMIT_FAR_CONSTS, for names
NX_INTERNAL Value emit_text(Compiler *c, Name *name);       // the interned str
// Marks the compilation as failed when v is V_RAISED.
NX_INTERNAL Value emit_checked(Compiler *c, Value v);

// ---- registers ----
NX_INTERNAL uint32_t emit_temps(Compiler *c, uint32_t n); // the first of n new temporaries in a row
static inline uint32_t emit_temp(Compiler *c) { return emit_temps(c, 1); }
static inline bool emit_is_temp(const Compiler *c, uint32_t reg) {
    return reg >= c->unit->first_temp;
}
NX_INTERNAL uint32_t emit_wide(Compiler *c, uint32_t n); // the first of n far registers

// ---- flow ----
NX_INTERNAL bool emit_is_assigned(const Compiler *c, uint32_t local);
NX_INTERNAL void emit_set_assigned(Compiler *c, uint32_t local);

// ---- failing ----
NX_INTERNAL void emit_fail(Compiler *c);      // front->error says why, or memory is short
NX_INTERNAL void emit_no_memory(Compiler *c); // the arena is full
// Doubles an array in the arena; false: the compilation has failed.
NX_INTERNAL bool emit_grow(Compiler *c, void **items, uint32_t *cap, uint32_t len, uint32_t size);
NX_INTERNAL void emit_error(Compiler *c, const Node *at, const char *message);

// Builds the Code object; V_RAISED.
NX_INTERNAL Value emit_finish(Compiler *c, Unit *u);

#endif
