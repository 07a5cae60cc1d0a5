// code_verify.c: checks bytecode that came from outside (a snapshot), and, in debug builds, the
// compiler's. See code_verify.h.
//
// Which operands are registers follows from `reads` and `writes` in opcodes.def; instructions that
// use registers in a row are told apart here, by the last one they use.
#include "vm/code_verify.h"

#include "object/str.h"
#include "object/tuple.h"
#include "rt/native.h"
#include "vm/opcode.h"

#include <stdlib.h>

typedef struct VerifyRow {
    const char *layout, *reads, *writes;
} VerifyRow;

static const VerifyRow verify_rows[OPC_COUNT] = {
#define OP(NAME, layout, reads, writes, doc) {layout, reads, writes},
#include "vm/opcodes.def"
#undef OP
};

static const char *const verify_internals[I_COUNT] = {
#define X(NAME, fn, scratch, sig) sig,
#include "rt/internals.def"
#undef X
};

typedef struct Verify {
    Vm *vm;
    const Code *code;
    const uint32_t *words;
    uint32_t n;
    uint8_t *starts; // 1: an instruction begins here
    uint8_t *cached; // how each inline cache is used so far
    const Tuple *consts;
    uint32_t n_frees;
    uint32_t op, a, b, c, bx, x; // the instruction at hand
} Verify;

static bool verify_two_words(const char *layout) {
    size_t len = strlen(layout);
    return len && layout[len - 1] == 'X';
}

// ---- registers -----------------------------------------------------------------------------------

static uint32_t verify_bits(uint32_t n) {
    uint32_t bits = 0;
    for (; n; n >>= 1) { bits += n & 1; }
    return bits;
}

static uint32_t verify_arity(uint32_t internal) {
    uint32_t n = 0;
    for (const char *s = verify_internals[internal]; *s; s++) { n += *s == ','; }
    return n;
}

// How many registers there must be for those in a row.
static uint64_t verify_need(const Verify *v) {
    switch (v->op) {
    case OPC_BUILD_TUPLE:
    case OPC_BUILD_LIST:
    case OPC_BUILD_STRING: return v->c ? (uint64_t)v->b + v->c : 0;
    case OPC_GET_SLICE: return (uint64_t)v->c + 2;
    case OPC_BUILD_SLICE: return (uint64_t)v->b + 3;
    case OPC_LOAD_METHOD:
    case OPC_LOAD_METHOD_SPECIAL: return (uint64_t)v->a + 2;
    case OPC_SUPER_METHOD:
    case OPC_GET_ITER:
    case OPC_FOR_ITER:
    case OPC_EXC_INFO: return (uint64_t)v->a + 3;
    case OPC_CALL:
    case OPC_CALL_KW: return (uint64_t)v->a + v->b + 1;
    case OPC_CALL_METHOD:
    case OPC_CALL_METHOD_KW:
    case OPC_CALL_EX: return (uint64_t)v->a + v->b + 2;
    case OPC_CALL_INTERNAL: return v->a ? (uint64_t)v->b + v->a : 0;
    case OPC_UNPACK: return v->c ? (uint64_t)v->a + v->c : 0;
    case OPC_UNPACK_EX: return (uint64_t)v->a + v->c + v->x + 1;
    case OPC_MAKE_FUNCTION: return (uint64_t)v->a + verify_bits(v->b & 15) + 1;
    case OPC_RAISE: return (uint64_t)v->a + (v->b != 0) + 1;
    case OPC_BUILD_TEMPLATE: return (uint64_t)v->b + 2;
    case OPC_BUILD_INTERPOLATION: return (uint64_t)v->b + 4;
    case OPC_LOAD_NAME:
    case OPC_STORE_NAME:
    case OPC_DEL_NAME:
    case OPC_NAMESPACE: return 1;
    case OPC_LOAD_WIDE:
    case OPC_STORE_WIDE: return (uint64_t)v->bx + 1;
    default: return 0;
    }
}

static bool verify_named(const Verify *v, const char *letters) {
    for (; *letters; letters++) {
        uint32_t reg = *letters == 'a' ? v->a : *letters == 'b' ? v->b : v->c;
        bool letter = *letters >= 'a' && *letters <= 'c';
        if (letter && letters[1] == '.') { return true; } // a row: verify_need
        if (letter && reg >= v->code->n_regs) { return false; }
    }
    return true;
}

static bool verify_registers(const Verify *v) {
    const VerifyRow *row = &verify_rows[v->op];
    bool empty_unpack = v->op == OPC_UNPACK && v->c == 0;
    return verify_named(v, row->reads) && (empty_unpack || verify_named(v, row->writes)) &&
           verify_need(v) <= v->code->n_regs;
}

// ---- constants -----------------------------------------------------------------------------------

static bool verify_const(const Verify *v, uint32_t k, TypeTag tag) {
    if (k >= v->consts->h.n) { return false; }
    return tag == T_INVALID || is_exact(v->vm, v->consts->items[k], tag);
}

static bool verify_tuple_of(Vm *vm, Value v, TypeTag tag) {
    if (!is_exact(vm, v, T_TUPLE)) { return false; }
    const Tuple *t = as_tuple(vm, v);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!is_exact(vm, t->items[i], tag)) { return false; }
    }
    return true;
}

static bool verify_is_k_form(uint32_t op) {
    if (op < OPC_ADD || op > OPC_IFLOORDIV_K) { return false; }
    return (op - OPC_ADD) % 2 == 1;
}

// What an attribute's site trusts its cache to say is not what another's does; sites of namespaces
// look at the name.
static bool verify_cache(const Verify *v, uint32_t i) {
    enum { CACHE_UNUSED, CACHE_SHARED, CACHE_OWN };
    if (i >= v->code->n_caches) { return false; }
    bool shares = v->op == OPC_LOAD_GLOBAL || v->op == OPC_STORE_GLOBAL || v->op == OPC_LOAD_NAME ||
                  v->op == OPC_STORE_NAME;
    if (v->cached[i] != CACHE_UNUSED && (v->cached[i] != CACHE_SHARED || !shares)) { return false; }
    v->cached[i] = shares ? CACHE_SHARED : CACHE_OWN;
    return true;
}

static bool verify_operands(const Verify *v) {
    const char *layout = verify_rows[v->op].layout;
    if (strstr(layout, "NX")) {
        return verify_const(v, v->x & 0xFFFF, T_STR) && verify_cache(v, v->x >> 16);
    }
    if (verify_is_k_form(v->op)) { return verify_const(v, v->c, T_INVALID); }
    switch (v->op) {
    case OPC_LOAD_CONST: return verify_const(v, v->bx, T_INVALID);
    case OPC_LOAD_CONST_WIDE: return verify_const(v, v->x, T_INVALID);
    case OPC_CHECK_BOUND:
    case OPC_LOAD_CELL:
    case OPC_DEL_CELL:
    case OPC_LOAD_METHOD_SPECIAL: return verify_const(v, v->x, T_STR);
    case OPC_LOAD_FREE:
    case OPC_DEL_FREE: return v->bx < v->n_frees && verify_const(v, v->x, T_STR);
    case OPC_STORE_FREE:
    case OPC_LOAD_CLOSURE: return v->bx < v->n_frees;
    case OPC_MAKE_FUNCTION: return verify_const(v, v->x, T_CODE);
    case OPC_CALL_KW:
    case OPC_CALL_METHOD_KW:
        return verify_const(v, v->x, T_TUPLE) &&
               verify_tuple_of(v->vm, v->consts->items[v->x], T_STR) &&
               as_tuple(v->vm, v->consts->items[v->x])->h.n <= v->b;
    case OPC_CALL_INTERNAL: return v->x < I_COUNT && v->a >= verify_arity(v->x);
    case OPC_LOAD_SPECIAL: return v->b <= (V_UNBOUND & 0xFF);
    default: return true;
    }
}

// ---- jumps ---------------------------------------------------------------------------------------

static bool verify_target(const Verify *v, int64_t at) {
    return at >= 0 && at < (int64_t)v->n && v->starts[at];
}

// Jumps that count a step; the others only go forward, so that every loop has its steps.
static bool verify_may_go_back(uint32_t op) {
    if (op == OPC_JUMP_BACK || op == OPC_LOOP_TRUE || op == OPC_FOR_ITER) { return true; }
#define LOOPS(NAME)                                                                                \
    if (op == OPC_LOOP_##NAME || op == OPC_LOOP_##NAME##_I) { return true; }
    LOOPS(LT)
    LOOPS(LE)
    LOOPS(EQ)
    LOOPS(NE)
    LOOPS(GT)
    LOOPS(GE)
#undef LOOPS
    return false;
}

static bool verify_jumps(const Verify *v, uint32_t i) {
    const char *layout = verify_rows[v->op].layout;
    bool two = strstr(layout, "JX") != NULL;
    if (two || strstr(layout, "sJ")) {
        int64_t offset = two ? (int32_t)v->x : (int32_t)v->words[i] >> 8;
        if (offset < 0 && !verify_may_go_back(v->op)) { return false; }
        return verify_target(v, (int64_t)i + 1 + two + offset);
    }
    if (v->op == OPC_YIELD_SENT) { // gen.c looks at the SEND before it
        return i >= 2 && v->starts[i - 2] && (v->words[i - 2] & 0xFF) == OPC_SEND;
    }
    return true;
}

static bool verify_ends(uint32_t op) {
    return op == OPC_JUMP || op == OPC_JUMP_BACK || op == OPC_RETURN || op == OPC_RETURN_NONE ||
           op == OPC_RAISE || op == OPC_RERAISE || op == OPC_RAISE_AGAIN;
}

// Marks where instructions begin; false: an unknown one, or the last one is cut off or goes on.
static bool verify_starts(Verify *v) {
    uint32_t op = OPC_NOP;
    for (uint32_t i = 0; i < v->n;) {
        op = v->words[i] & 0xFF;
        if (op >= OPC_COUNT) { return false; }
        v->starts[i] = 1;
        i += verify_two_words(verify_rows[op].layout) ? 2 : 1;
        if (i > v->n) { return false; }
    }
    return verify_ends(op);
}

static bool verify_handlers(const Verify *v) {
    if (v->code->handlers == V_NONE) { return true; }
    if (!is_exact(v->vm, v->code->handlers, T_BLOB)) { return false; }
    const Blob *table = ref_ptr(v->vm, v->code->handlers);
    const CodeHandler *h = (const CodeHandler *)(const void *)table->data;
    if (table->h.n % sizeof *h) { return false; }
    for (uint32_t i = 0; i < table->h.n / sizeof *h; i++) {
        if (h[i].start >= h[i].end || h[i].end > v->n || h[i].reg >= v->code->n_regs ||
            h[i].target < h[i].end || !verify_target(v, h[i].target)) {
            return false;
        }
    }
    return true;
}

static bool verify_all(Verify *v) {
    if (v->n == 0 || !verify_starts(v) || !verify_handlers(v)) { return false; }
    for (uint32_t i = 0; i < v->n;) {
        uint32_t w = v->words[i];
        bool two = verify_two_words(verify_rows[w & 0xFF].layout);
        v->op = w & 0xFF;
        v->a = w >> 8 & 0xFF;
        v->b = w >> 16 & 0xFF;
        v->c = w >> 24;
        v->bx = w >> 16;
        v->x = two ? v->words[i + 1] : 0;
        if (!verify_registers(v) || !verify_operands(v) || !verify_jumps(v, i)) { return false; }
        i += two ? 2 : 1;
    }
    return true;
}

static bool verify_fields(Vm *vm, const Code *c) {
    return is_exact(vm, c->bytecode, T_BLOB) && is_exact(vm, c->consts, T_TUPLE) &&
           verify_tuple_of(vm, c->varnames, T_STR) && verify_tuple_of(vm, c->cellvars, T_STR) &&
           verify_tuple_of(vm, c->freevars, T_STR) && is_exact(vm, c->name, T_STR) &&
           is_exact(vm, c->qualname, T_STR) && c->n_params <= c->n_regs &&
           c->n_params <= as_tuple(vm, c->varnames)->h.n && c->n_posonly <= c->n_args &&
           (uint32_t)c->n_args + c->n_kwonly <= c->n_params;
}

bool code_verify(Vm *vm, const Code *code) {
    if (!verify_fields(vm, code)) { return false; }
    const Blob *blob = ref_ptr(vm, code->bytecode);
    Verify v = {.vm = vm,
                .code = code,
                .words = (const uint32_t *)(const void *)blob->data,
                .n = blob->h.n / 4,
                .consts = as_tuple(vm, code->consts),
                .n_frees = as_tuple(vm, code->freevars)->h.n};
    if (code->n_caches > 0xFFFF) { return false; }
    v.starts = calloc((size_t)v.n + 1 + code->n_caches, 1);
    if (!v.starts) { return false; }
    v.cached = v.starts + v.n + 1;
    bool fine = verify_all(&v);
    free(v.starts);
    return fine;
}
