// code_compare.c: == and hash() of code objects: the same instructions, constants, names and lines,
// whatever the file is called.
//
// Constants count as the same only when their types are too: 1, 1.0 and True differ, and so do 0.0
// and -0.0. Codes nest in codes, and tuples in tuples: a stack of positions of a fixed depth stands
// for recursion, and what nests deeper is the same only if it is the same object.
#include "object/bytes.h"
#include "object/code.h"
#include "object/complex.h"
#include "object/int.h"
#include "object/key.h"
#include "vm/ops.h"

enum { CODE_COMPARE_DEPTH = 64 };

static bool code_same_blob(Vm *vm, Value a, Value b) {
    if (a == b || !is_ref(a) || !is_ref(b)) { return a == b; }
    const Blob *x = ref_ptr(vm, a), *y = ref_ptr(vm, b);
    return x->h.n == y->h.n && memcmp(x->data, y->data, x->h.n) == 0;
}

// Two constants that are neither codes nor tuples.
static bool code_same_scalar(Vm *vm, Value a, Value b) {
    if (a == b) { return true; }
    if (!is_ref(a) || !is_ref(b) || as_obj(vm, a)->type != as_obj(vm, b)->type) { return false; }
    switch (as_obj(vm, a)->type) {
    case T_STR: return str_equal(as_str(vm, a), as_str(vm, b));
    case T_INT: return int_compare(vm, a, b) == 0;
    case T_BYTES: {
        const Bytes *x = as_bytes(vm, a), *y = as_bytes(vm, b);
        return x->h.n == y->h.n && memcmp(x->data, y->data, x->h.n) == 0;
    }
    case T_COMPLEX: {
        const Complex *x = as_complex(vm, a), *y = as_complex(vm, b);
        return double_bits(x->re) == double_bits(y->re) && double_bits(x->im) == double_bits(y->im);
    }
    default: return compare_leaf(vm, OP_EQ, a, b) == V_TRUE; // a frozenset
    }
}

// Everything but the constants.
static bool code_same_frame(Vm *vm, const Code *a, const Code *b) {
    if (a->n_args != b->n_args || a->n_posonly != b->n_posonly || a->n_kwonly != b->n_kwonly ||
        a->flags != b->flags || a->first_line != b->first_line || a->n_regs != b->n_regs) {
        return false;
    }
    return code_same_scalar(vm, a->name, b->name) && code_same_blob(vm, a->bytecode, b->bytecode) &&
           code_same_blob(vm, a->positions, b->positions) &&
           code_same_blob(vm, a->handlers, b->handlers) &&
           code_same_blob(vm, a->cell_regs, b->cell_regs);
}

// The tuples of a code that count, or the one that a tuple is.
static Value code_compare_part(Vm *vm, Value v, uint32_t i) {
    if (is_tagged(vm, v, T_TUPLE)) { return i == 0 ? v : V_UNBOUND; }
    const Code *c = as_code(vm, v);
    const Value parts[] = {c->varnames, c->cellvars, c->freevars, c->consts};
    return i < COUNT_OF(parts) ? parts[i] : V_UNBOUND;
}

typedef struct CodePair {
    Value a, b;
    uint32_t part, i;
} CodePair;

// Puts two constants on the stack, or says at once whether they are the same.
static bool code_compare_enter(Vm *vm, CodePair *stack, uint32_t *depth, Value a, Value b) {
    bool codes = is_tagged(vm, a, T_CODE) && is_tagged(vm, b, T_CODE);
    bool tuples = is_exact(vm, a, T_TUPLE) && is_exact(vm, b, T_TUPLE);
    if (a == b || (!codes && !tuples)) { return code_same_scalar(vm, a, b); }
    if (*depth == CODE_COMPARE_DEPTH) { return false; }
    if (codes && !code_same_frame(vm, as_code(vm, a), as_code(vm, b))) { return false; }
    stack[(*depth)++] = (CodePair){a, b, 0, 0};
    return true;
}

// 1 the same, 0 not, -1 raised.
static int code_same(Vm *vm, Value a, Value b) {
    CodePair stack[CODE_COMPARE_DEPTH];
    uint32_t depth = 0;
    if (!code_compare_enter(vm, stack, &depth, a, b)) { return 0; }
    while (depth) {
        CodePair *top = &stack[depth - 1];
        Value x = code_compare_part(vm, top->a, top->part);
        if (x == V_UNBOUND) {
            depth--;
            continue;
        }
        const Tuple *s = as_tuple(vm, x);
        const Tuple *t = as_tuple(vm, code_compare_part(vm, top->b, top->part));
        if (s->h.n != t->h.n) { return 0; }
        if (top->i == s->h.n) {
            top->part++;
            top->i = 0;
            continue;
        }
        uint32_t i = top->i++;
        if (!native_charge(vm, 1)) { return -1; }
        if (!code_compare_enter(vm, stack, &depth, s->items[i], t->items[i])) { return 0; }
    }
    return 1;
}

Value code_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_CODE)) { return V_NOTIMPL; }
    int same = code_same(vm, a, b);
    return same < 0 ? V_RAISED : bool_value(same == (op == OP_EQ));
}

Value code_hash(Vm *vm, Value v) {
    const Code *c = as_code(vm, v);
    uint64_t hash = str_hash_of(vm, as_str(vm, c->name));
    const uint32_t parts[] = {c->n_args, c->n_kwonly, c->first_line,
                              ((const Blob *)ref_ptr(vm, c->bytecode))->h.n};
    for (uint32_t i = 0; i < COUNT_OF(parts); i++) { hash = hash * 1000003 + parts[i]; }
    if (is_ref(c->positions)) {
        const Blob *b = ref_ptr(vm, c->positions);
        TRY(native_charge(vm, b->h.n / 64));
        for (uint32_t i = 0; i < b->h.n; i++) { hash = hash * 31 + b->data[i]; }
    }
    return int_value((int64_t)(hash & 0x3FFFFFFFFFFF));
}
