// run.c: the interpreter loop.
//
// One function, entered once per slice and never re-entered. It keeps the frame's registers `r`,
// the next word `pc`, the constants `k` and the slot's base in C locals; everything else is in the
// slot. Each handler does the common case of exact builtin types inline and leaves the rest to an
// op_ function, which finishes, raises, or pushes a frame. `SAVE()` stands before anything that may
// look at the frame; after V_CALLING the locals are reloaded from the frame then on top.
//
// Steps are counted at back-edges and calls only, by one decrement of head->budget. Look at the
// machine code after each change: branches turned into conditional moves cost more than anything
// else here (tests count them).
#include "vm/vm_internal.h"

#include "object/exc.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "object/set.h"
#include "object/slice.h"
#include "object/str.h"
#include "vm/gen.h"
#include "vm/ops.h"

#include <math.h>

#define OPERAND_A   (((const uint8_t *)pc)[-3])
#define OPERAND_B   (((const uint8_t *)pc)[-2])
#define OPERAND_C   (((const uint8_t *)pc)[-1])
#define OPERAND_BX  (((const uint16_t *)pc)[-1])
#define OPERAND_SBX (((const int16_t *)pc)[-1])
#define OPERAND_SB  (((const int8_t *)pc)[-2])
#define OPERAND_SC  (((const int8_t *)pc)[-1])
#define OPERAND_SJ  ((int32_t)pc[-1] >> 8)
// With a second word: operands stand one word further back once pc has passed it.
#define XA        (((const uint8_t *)pc)[-7])
#define XB        (((const uint8_t *)pc)[-6])
#define XC        (((const uint8_t *)pc)[-5])
#define XSB       (((const int8_t *)pc)[-6])
#define XBX       (((const uint16_t *)pc)[-3])
#define EXT       (pc[-1])
#define EXT_NAME  (((const uint16_t *)pc)[-2])
#define EXT_CACHE (((const uint16_t *)pc)[-1])

#define PTR(v)     ((void *)(base + (uint32_t)(v)))
#define TYPE_AT(v) (((const Obj *)PTR(v))->type)
// Exact type of a reference: type and ext bytes at once.
#define EXACT_AT(v, tag) (*(const uint16_t *)PTR(v) == (uint16_t)(tag))

#define SAVE() (fp->pc = (uint64_t)((const uint8_t *)pc - base))
#define LOAD_FRAME(top)                                                                            \
    do {                                                                                           \
        fp = PTR(top);                                                                             \
        r = fp->slot;                                                                              \
        pc = (const uint32_t *)(base + fp->pc);                                                    \
        k = ((Tuple *)PTR(((Code *)PTR(fp->code))->consts))->items;                                \
    } while (0)

// After an op_ function: V_CALLING and V_RAISED are handled, anything else goes on as `v`.
#define CHECK_RESULT(v)                                                                            \
    do {                                                                                           \
        if (NX_UNLIKELY((v)-V_RAISED <= 1)) {                                                      \
            if ((v) == V_CALLING) { goto enter; }                                                  \
            goto raised;                                                                           \
        }                                                                                          \
    } while (0)
#define SLOW(reg, call)                                                                            \
    do {                                                                                           \
        uint32_t dest_ = (reg);                                                                    \
        SAVE();                                                                                    \
        Value v_ = (call);                                                                         \
        CHECK_RESULT(v_);                                                                          \
        r[dest_] = v_;                                                                             \
    } while (0)
#define RET(reg) ret_make(RET_REG, (reg), 0)
// What an instruction trusts a register to hold it looks at first: a loaded snapshot may have filled
// the registers, and no verifier follows what code does with them.
#define WANT(v, tag)                                                                               \
    do {                                                                                           \
        if (NX_UNLIKELY(!is_ref(v) || TYPE_AT(v) != (tag))) { goto corrupt; }                      \
    } while (0)

#if defined(__GNUC__) && !defined(__wasm__)
#define COMPUTED_GOTO 1
#else
#define COMPUTED_GOTO 0
#endif

// CASE(MOVE) { … }: the handler of an opcode, which leaves with NEXT() or a goto.
#if COMPUTED_GOTO
#define BEGIN_HANDLERS NEXT();
#define END_HANDLERS
#define CASE(NAME) L_##NAME:
#define NEXT()                                                                                     \
    do {                                                                                           \
        uint32_t w_ = *pc++;                                                                       \
        goto *labels[(uint8_t)w_];                                                                 \
    } while (0)
#else
#define BEGIN_HANDLERS                                                                             \
    next:                                                                                          \
    switch ((uint8_t)*pc++) {
#define END_HANDLERS }
#define CASE(NAME)   case OPC_##NAME:
#define NEXT()       goto next
#endif

// Keeps the compiler from turning a conditional `pc += off` into a conditional move, which would
// make the next fetch wait for the compared data.
#define TAKE_JUMP(off)                                                                             \
    do {                                                                                           \
        pc += (off);                                                                               \
        __asm__ volatile("" : "+r"(pc));                                                           \
    } while (0)

// The current frame was left with the result `v` of vm_return or gen_yield.
#define LEFT_FRAME(v)                                                                              \
    do {                                                                                           \
        if ((v) == V_STOP) { return RUN_DONE; }                                                    \
        if ((v) == V_RAISED) { goto raised; }                                                      \
        goto enter;                                                                                \
    } while (0)

#define JUMP_IF(condition)                                                                         \
    do {                                                                                           \
        pc++;                                                                                      \
        if (condition) { JUMP_ARM; }                                                               \
        NEXT();                                                                                    \
    } while (0)
// Jumps when R[a] is as true as `wanted`.
#define TRUTH_JUMP(wanted)                                                                         \
    do {                                                                                           \
        bool known;                                                                                \
        pc++;                                                                                      \
        branch_value = r[XA];                                                                      \
        bool t = loop_truth(branch_value, &known);                                                 \
        if (NX_UNLIKELY(!known)) { goto branch; }                                                  \
        if (t == (wanted)) { JUMP_ARM; }                                                           \
        NEXT();                                                                                    \
    } while (0)

// Counts a step; when the slice is over, the instruction (of n words) is left undone.
#define STEP(n)                                                                                    \
    do {                                                                                           \
        if (NX_UNLIKELY(--head->budget < 0)) {                                                     \
            pc -= (n);                                                                             \
            goto slice_over;                                                                       \
        }                                                                                          \
    } while (0)

#include "vm/run_numbers.h"

// Caches of globals: the namespace's ENTRIES and the offset of the entry in the slot; for a builtin
// those of the builtins, and in the upper half the version of the namespace that lacks it.
#define GLOBALS_VERSION(d) ((d)->version & 0xFFFFFFF)

// What the inline cache `e` of an attribute says of a module or a class, or V_UNBOUND.
static inline Value loop_static_attr(uint8_t *base, Value v, const CacheEntry *e, Value name) {
    if (e->value == v) { return ((const Cell *)PTR(e->key))->value; }
    if (((const Obj *)PTR(v))->type != T_MODULE) { return V_UNBOUND; }
    const Dict *d = PTR(((const Module *)PTR(v))->dict);
    if (e->key != d->entries) { return V_UNBOUND; }
    const DictEntry *found = PTR(e->value);
    return found->key == name ? found->value : V_UNBOUND;
}

// The inline cache `e` knows the instance's shape, by itself or from the second level.
#define LOOP_SITE(o, kind)                                                                         \
    (NX_LIKELY((o)->shape == e->key) || site_recall(vm, (o)->shape, k[EXT_NAME], kind, e))

int vm_loop(Vm *vm) {
#if COMPUTED_GOTO
    static const void *const label_table[256] = {
#define OP(NAME, layout, reads, writes, doc) &&L_##NAME,
#include "vm/opcodes.def"
#undef OP
    };
    const void *const *labels = label_table;
    __asm__ volatile("" : "+r"(labels));
#endif
    uint8_t *const base = vm->base;
    Head *const head = (Head *)base;
    Frame *fp;
    Value *r;
    const uint32_t *pc;
    const Value *k;
    Value branch_value;

enter:
    fp = PTR(head->frame);
    if (TYPE_AT(fp->code) == T_NATIVE) {
        // A step each time: natives that only call natives are work too.
        if (NX_UNLIKELY(--head->budget < 0)) {
            head->budget++;
            return RUN_PAUSED;
        }
        int more = vm_run_native(vm, fp);
        if (more == 1) { goto enter; }
        if (more < 0) { goto raised; }
        return more ? RUN_PAUSED : RUN_DONE;
    }
    LOAD_FRAME(head->frame);
    BEGIN_HANDLERS

    CASE(NOP) { NEXT(); }
    CASE(MOVE) { DONE(r[OPERAND_B]); }
    CASE(LOAD_CONST) { DONE(k[OPERAND_BX]); }
    CASE(LOAD_CONST_WIDE) {
        pc++;
        r[XA] = k[EXT];
        NEXT();
    }
    CASE(LOAD_INT) { DONE(int_value(OPERAND_SBX)); }
    CASE(LOAD_SPECIAL) { DONE(VALUE_SPECIAL_BITS | OPERAND_B); }
    CASE(LOAD_WIDE) { DONE(r[OPERAND_BX]); }
    CASE(STORE_WIDE) {
        r[OPERAND_BX] = r[OPERAND_A];
        NEXT();
    }
    CASE(CHECK_BOUND) {
        pc++;
        if (NX_UNLIKELY(r[XA] == V_UNBOUND)) {
            SAVE();
            raise_unbound_local(vm, k[EXT]);
            goto raised;
        }
        NEXT();
    }

    CASE(LOAD_NAME) {
        if (r[0] != V_UNBOUND) {
            pc++;
            SLOW(XA, op_load_name(vm, r[0], fp->globals, k[EXT_NAME], RET(XA)));
            NEXT();
        }
    }
    // no namespace of its own: the globals
    CASE(LOAD_GLOBAL) {
        pc++;
        Value name = k[EXT_NAME];
        CacheEntry *e = &((Caches *)PTR(fp->caches))->items[EXT_CACHE];
        const Dict *g = PTR(fp->globals);
        if (NX_LIKELY(e->key == g->entries) ||
            (e->key == ((const Dict *)PTR(head->builtins))->entries &&
             e->value >> 32 == GLOBALS_VERSION(g))) {
            const DictEntry *found = PTR(e->value);
            if (NX_LIKELY(found->key == name)) {
                r[XA] = found->value;
                NEXT();
            }
        }
        SLOW(XA, op_load_global(vm, fp->globals, name, e, RET(XA)));
        NEXT();
    }
    CASE(STORE_NAME) {
        if (r[0] != V_UNBOUND) {
            pc++;
            SAVE();
            Value v = op_setitem(vm, r[0], k[EXT_NAME], r[XA], ret_make(RET_DISCARD, 0, 0));
            CHECK_RESULT(v);
            NEXT();
        }
    }
    CASE(STORE_GLOBAL) {
        pc++;
        Dict *g = PTR(fp->globals);
        Value name = k[EXT_NAME];
        CacheEntry *e = &((Caches *)PTR(fp->caches))->items[EXT_CACHE];
        if (e->key == g->entries && !(((Obj *)PTR(e->key))->flags & OBJ_FROZEN)) {
            DictEntry *found = PTR(e->value);
            if (NX_LIKELY(found->key == name)) {
                found->value = r[XA];
                NEXT();
            }
        }
        SAVE();
        if (!op_store_global(vm, g, name, r[XA], e)) { goto raised; }
        NEXT();
    }
    CASE(DEL_NAME) {
        if (r[0] != V_UNBOUND) {
            pc++;
            SAVE();
            Value v = op_del_name(vm, r[0], k[EXT_NAME]);
            CHECK_RESULT(v);
            NEXT();
        }
    }
    CASE(DEL_GLOBAL) {
        pc++;
        SAVE();
        if (!op_del_global(vm, PTR(fp->globals), k[EXT_NAME])) { goto raised; }
        NEXT();
    }
    CASE(LOAD_CLASSDICT) {
        pc++;
        SLOW(XA, op_load_classdict(vm, r[XB], k[EXT_NAME], RET(XA)));
        NEXT();
    }
    CASE(NAMESPACE) { DONE(r[0] != V_UNBOUND ? r[0] : fp->globals); }

    CASE(MAKE_CELL) { DONE_SLOW(cell_new(vm, r[OPERAND_A])); }
    CASE(LOAD_CELL) {
        pc++;
        Value v = r[XB];
        WANT(v, T_CELL);
        v = ((Cell *)PTR(v))->value;
        if (NX_UNLIKELY(v == V_UNBOUND)) {
            SAVE();
            raise_unbound_cell(vm, fp, k[EXT], true);
            goto raised;
        }
        r[XA] = v;
        NEXT();
    }
    CASE(STORE_CELL) {
        WANT(r[OPERAND_A], T_CELL);
        Cell *cell = PTR(r[OPERAND_A]);
        obj_set(vm, cell, &cell->value, r[OPERAND_B]);
        NEXT();
    }
    CASE(DEL_CELL) {
        pc++;
        WANT(r[XA], T_CELL);
        Cell *cell = PTR(r[XA]);
        if (cell->value == V_UNBOUND) {
            SAVE();
            raise_unbound_cell(vm, fp, k[EXT], true);
            goto raised;
        }
        obj_set(vm, cell, &cell->value, V_UNBOUND);
        NEXT();
    }
    CASE(LOAD_FREE) {
        pc++;
        const Tuple *closure = PTR(((Function *)PTR(fp->func))->closure);
        Value v = ((Cell *)PTR(closure->items[XBX]))->value;
        if (NX_UNLIKELY(v == V_UNBOUND)) {
            SAVE();
            raise_unbound_cell(vm, fp, k[EXT], false);
            goto raised;
        }
        r[XA] = v;
        NEXT();
    }
    CASE(STORE_FREE) {
        const Tuple *closure = PTR(((Function *)PTR(fp->func))->closure);
        Cell *cell = PTR(closure->items[OPERAND_BX]);
        obj_set(vm, cell, &cell->value, r[OPERAND_A]);
        NEXT();
    }
    CASE(DEL_FREE) {
        pc++;
        const Tuple *closure = PTR(((Function *)PTR(fp->func))->closure);
        Cell *cell = PTR(closure->items[XBX]);
        if (cell->value == V_UNBOUND) {
            SAVE();
            raise_unbound_cell(vm, fp, k[EXT], false);
            goto raised;
        }
        obj_set(vm, cell, &cell->value, V_UNBOUND);
        NEXT();
    }
    CASE(LOAD_CLOSURE) {
        const Tuple *closure = PTR(((Function *)PTR(fp->func))->closure);
        DONE(closure->items[OPERAND_BX]);
    }

    CASE(LOAD_ATTR) {
        pc++;
        Value v = r[XB];
        CacheEntry *e = &((Caches *)PTR(fp->caches))->items[EXT_CACHE];
        if (NX_LIKELY(is_ref(v))) {
            const Instance *o = PTR(v);
            if (NX_LIKELY(o->h.type == T_INSTANCE && LOOP_SITE(o, SITE_LOAD) && is_int(e->value))) {
                Value got = o->slots[int_of(e->value)];
                if (NX_LIKELY(got != V_UNBOUND)) {
                    r[XA] = got;
                    NEXT();
                }
            }
            Value got = loop_static_attr(base, v, e, k[EXT_NAME]);
            if (got != V_UNBOUND) {
                r[XA] = got;
                NEXT();
            }
        }
        SLOW(XA, op_getattr(vm, v, k[EXT_NAME], e, RET(XA)));
        NEXT();
    }
    CASE(LOAD_METHOD) {
        pc++;
        Value v = r[XB];
        CacheEntry *e = &((Caches *)PTR(fp->caches))->items[EXT_CACHE];
        if (NX_LIKELY(is_ref(v))) {
            const Instance *o = PTR(v);
            bool hit = o->h.type == T_INSTANCE ? LOOP_SITE(o, SITE_METHOD)
                                               : !o->h.ext && vm->types[o->h.type] == e->key;
            if (NX_LIKELY(hit && is_ref(e->value))) {
                uint32_t at = XA;
                r[at] = e->value;
                r[at + 1] = v;
                NEXT();
            }
            Value got = loop_static_attr(base, v, e, k[EXT_NAME]);
            if (got != V_UNBOUND) {
                uint32_t at = XA;
                r[at] = got;
                r[at + 1] = V_UNBOUND;
                NEXT();
            }
        } else if (e->key == vm->types[is_double(v) ? T_FLOAT : T_INT] &&
                   (is_int(v) || is_double(v))) {
            uint32_t at = XA;
            r[at] = e->value;
            r[at + 1] = v;
            NEXT();
        }
        SAVE();
        uint32_t at = XA;
        Value got = op_getmethod(vm, v, k[EXT_NAME], e, &r[at], &r[at + 1], RET(at));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(SUPER_METHOD) {
        pc++;
        uint32_t at = XA;
        SAVE();
        Value got = op_super_call(vm, r[at], r[at + 1], r[at + 2], k[EXT_NAME], &r[at], &r[at + 1],
                                  XB, RET(at));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(STORE_ATTR) {
        pc++;
        Value v = r[XA];
        CacheEntry *e = &((Caches *)PTR(fp->caches))->items[EXT_CACHE];
        if (NX_LIKELY(is_ref(v))) {
            Instance *o = PTR(v);
            if (NX_LIKELY(o->h.type == T_INSTANCE && !(o->h.flags & OBJ_FROZEN) &&
                          LOOP_SITE(o, SITE_STORE))) {
                if (NX_LIKELY(is_int(e->value))) {
                    o->slots[int_of(e->value)] = r[XB];
                } else { // a new attribute: the shape that has it as its last
                    o->slots[((const Shape *)PTR(e->value))->n - 1] = r[XB];
                    o->shape = e->value;
                }
                NEXT();
            }
        }
        SAVE();
        Value got = op_setattr(vm, v, k[EXT_NAME], r[XB], e, ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(DEL_ATTR) {
        pc++;
        SAVE();
        Value got = op_delattr(vm, r[XA], k[EXT_NAME], ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(got);
        NEXT();
    }

    CASE(GET_ITEM) {
        Value v = r[OPERAND_B], key = r[OPERAND_C];
        if (NX_LIKELY(is_ref(v))) {
            const Obj *o = PTR(v);
            if (EXACT_AT(v, T_LIST)) {
                if (NX_LIKELY(index_of(key) < o->n)) {
                    DONE(((Values *)PTR(((List *)o)->buf))->items[index_of(key)]);
                }
            } else if (EXACT_AT(v, T_TUPLE)) {
                if (NX_LIKELY(index_of(key) < o->n)) { DONE(((Tuple *)o)->items[index_of(key)]); }
            } else if (EXACT_AT(v, T_DICT)) {
                Value got = dict_get_leaf(vm, (const Dict *)o, key);
                if (NX_LIKELY(got != V_UNBOUND && got != V_CALLING)) { DONE(got); }
            }
        }
        DONE_SLOW(op_getitem(vm, v, key, RET(OPERAND_A)));
    }
    CASE(GET_ITEM_I) {
        Value v = r[OPERAND_B];
        uint32_t i = OPERAND_C;
        if (NX_LIKELY(is_ref(v))) {
            const Obj *o = PTR(v);
            if (EXACT_AT(v, T_LIST) && i < o->n) {
                DONE(((Values *)PTR(((List *)o)->buf))->items[i]);
            }
            if (EXACT_AT(v, T_TUPLE) && i < o->n) { DONE(((Tuple *)o)->items[i]); }
        }
        DONE_SLOW(op_getitem(vm, v, int_value(i), RET(OPERAND_A)));
    }
    CASE(SET_ITEM) {
        Value v = r[OPERAND_A], key = r[OPERAND_B], item = r[OPERAND_C];
        if (NX_LIKELY(is_ref(v))) {
            const Obj *o = PTR(v);
            if (EXACT_AT(v, T_LIST)) {
                if (NX_LIKELY(index_of(key) < o->n)) {
                    Values *buf = PTR(((List *)o)->buf);
                    obj_set(vm, buf, &buf->items[index_of(key)], item);
                    NEXT();
                }
            } else if (EXACT_AT(v, T_DICT)) {
                SAVE();
                int done = dict_set_leaf(vm, PTR(v), key, item);
                if (NX_LIKELY(done > 0)) { NEXT(); }
                if (done == 0) { goto raised; }
            }
        }
        SAVE();
        Value got = op_setitem(vm, v, key, item, ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(SET_ITEM_I) {
        Value v = r[OPERAND_A], item = r[OPERAND_C];
        uint32_t i = OPERAND_B;
        if (is_ref(v) && EXACT_AT(v, T_LIST) && i < ((Obj *)PTR(v))->n) {
            Values *buf = PTR(((List *)PTR(v))->buf);
            obj_set(vm, buf, &buf->items[i], item);
            NEXT();
        }
        SAVE();
        Value got = op_setitem(vm, v, int_value(i), item, ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(DEL_ITEM) {
        SAVE();
        Value got =
            op_setitem(vm, r[OPERAND_A], r[OPERAND_B], V_UNBOUND, ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(GET_SLICE) {
        uint32_t c = OPERAND_C;
        DONE_SLOW(op_getslice(vm, r[OPERAND_B], r[c], r[c + 1], RET(OPERAND_A)));
    }
    CASE(BUILD_SLICE) {
        const Value *at = &r[OPERAND_B];
        DONE_SLOW(slice_new(vm, at[0], at[1], at[2]));
    }

    ARITH(ADD, loop_add(a, b, &v), FLOAT_OP(x + y))
    ARITH(SUB, loop_sub(a, b, &v), FLOAT_OP(x - y))
    ARITH(MUL, loop_mul(a, b, &v), FLOAT_OP(x * y))
    ARITH(DIV, loop_div(a, b, &v), FLOAT_DIV)
    ARITH(FLOORDIV, loop_floordiv(a, b, &v), NO_FLOATS)
    ARITH(MOD, loop_mod(a, b, &v), NO_FLOATS)
    ARITH(AND, LOOP_BITS(int_of(a) & int_of(b)), NO_FLOATS)
    ARITH(OR, LOOP_BITS(int_of(a) | int_of(b)), NO_FLOATS)
    ARITH(XOR, LOOP_BITS(int_of(a) ^ int_of(b)), NO_FLOATS)
    ARITH(LSHIFT, loop_lshift(a, b, &v), NO_FLOATS)
    ARITH(RSHIFT, loop_rshift(a, b, &v), NO_FLOATS)
    ARITH(POW, false, NO_FLOATS)
    ARITH(MATMUL, false, NO_FLOATS)

    ADD_SMALL(ADD_I, +, BIN_OP_ADD)
    ADD_SMALL(IADD_I, +, BIN_OP_ADD | BIN_OP_INPLACE)
    ADD_SMALL(SUB_I, -, BIN_OP_SUB)
    ADD_SMALL(ISUB_I, -, BIN_OP_SUB | BIN_OP_INPLACE)
    ADD_OWNED(ADD_OWN, BIN_OP_ADD)
    ADD_OWNED(IADD_OWN, BIN_OP_ADD | BIN_OP_INPLACE)
    CASE(SHARE) {
        str_share(vm, r[OPERAND_A]);
        NEXT();
    }
    CASE(NEG) {
        Value v = r[OPERAND_B];
        if (is_double(v)) { DONE(double_value(-double_of(v))); }
        if (is_int(v) && fits_int(-int_of(v))) { DONE(int_value(-int_of(v))); }
        DONE_SLOW(op_unary(vm, UN_OP_NEG, v, RET(OPERAND_A)));
    }
    CASE(POS) { DONE_SLOW(op_unary(vm, UN_OP_POS, r[OPERAND_B], RET(OPERAND_A))); }
    CASE(INVERT) {
        Value v = r[OPERAND_B];
        if (is_int(v)) { DONE(int_value(~int_of(v))); }
        DONE_SLOW(op_unary(vm, UN_OP_INVERT, v, RET(OPERAND_A)));
    }
    CASE(NOT) {
        bool known;
        Value v = r[OPERAND_B];
        bool t = loop_truth(v, &known);
        if (NX_LIKELY(known)) { DONE(bool_value(!t)); }
        SAVE();
        v = op_truth(vm, v, ret_make(RET_NOT, OPERAND_A, 0));
        CHECK_RESULT(v);
        DONE(bool_value(v == V_FALSE));
    }

    COMPARE(LT, <)
    COMPARE(LE, <=)
    COMPARE(EQ, ==)
    COMPARE(NE, !=)
    COMPARE(GT, >)
    COMPARE(GE, >=)
    CASE(IS) { DONE(bool_value(r[OPERAND_B] == r[OPERAND_C])); }
    CASE(IS_NOT) { DONE(bool_value(r[OPERAND_B] != r[OPERAND_C])); }
    CASE(IN) {
        SAVE();
        Value v = op_contains(vm, r[OPERAND_C], r[OPERAND_B], ret_make(RET_BOOL, OPERAND_A, 0));
        CHECK_RESULT(v);
        DONE(v);
    }
    CASE(NOT_IN) {
        SAVE();
        Value v = op_contains(vm, r[OPERAND_C], r[OPERAND_B], ret_make(RET_NOT, OPERAND_A, 0));
        CHECK_RESULT(v);
        DONE(bool_value(v == V_FALSE));
    }

    CASE(JUMP) {
        pc += OPERAND_SJ;
        NEXT();
    }
    CASE(JUMP_BACK) {
        STEP(1);
        pc += OPERAND_SJ;
        NEXT();
    }
    CASE(LOOP_TRUE) {
        STEP(1);
        TRUTH_JUMP(true);
    }
    CASE(JUMP_TRUE) { TRUTH_JUMP(true); }
    CASE(JUMP_FALSE) { TRUTH_JUMP(false); }
    CASE(JUMP_NONE) { JUMP_IF(r[XA] == V_NONE); }
    CASE(JUMP_NOT_NONE) { JUMP_IF(r[XA] != V_NONE); }
    CASE(JUMP_BOUND) { JUMP_IF(r[XA] != V_UNBOUND); }

    FUSED_JUMPS(LT, <)
    FUSED_JUMPS(LE, <=)
    FUSED_JUMPS(EQ, ==)
    FUSED_JUMPS(NE, !=)
    FUSED_JUMPS(GT, >)
    FUSED_JUMPS(GE, >=)

branch : {
    // What a comparison told, or no bool, int or None: then its truth is asked for, and the jump before
    // pc decides.
    if (NX_LIKELY(is_bool(branch_value))) {
        if ((branch_value == V_TRUE) == op_jumps_when_true((uint8_t)pc[-2])) { JUMP_ARM; }
        NEXT();
    }
    SAVE();
    Value v = vm_deliver(vm, branch_value, ret_make(RET_BRANCH, 0, 0));
    CHECK_RESULT(v);
    pc = (const uint32_t *)(base + fp->pc);
    NEXT();
}

    CASE(GET_ITER) {
        Value v = r[OPERAND_B];
        uint32_t at = OPERAND_A;
        if (NX_LIKELY(is_ref(v))) {
            if (EXACT_AT(v, T_LIST) || EXACT_AT(v, T_TUPLE)) {
                r[at] = v;
                r[at + 1] = int_value(0);
                NEXT();
            }
            const Value *range = obj_value_array(PTR(v));
            if (EXACT_AT(v, T_RANGE) && (range[0] & range[1] & range[2]) >= VALUE_INT_BITS) {
                r[at] = range[0];
                r[at + 1] = range[1];
                r[at + 2] = range[2];
                NEXT();
            }
        }
        SLOW(at, op_iter(vm, v, RET(at)));
        NEXT();
    }
    CASE(FOR_ITER) {
        STEP(1);
        pc++;
        Value *it = &r[XA];
        Value v = it[0];
        if (is_int(v)) {
            Value step = it[2];
            if ((int64_t)step > (int64_t)int_value(0)) {
                if ((int64_t)v >= (int64_t)it[1]) { NEXT(); }
            } else if ((int64_t)v <= (int64_t)it[1]) {
                NEXT();
            }
            Value next;
            it[0] = loop_add(v, step, &next) ? next : it[1];
            r[XB] = v;
            JUMP_ARM;
        }
        if (NX_UNLIKELY(!is_ref(v))) { goto corrupt; }
        if (EXACT_AT(v, T_LIST)) {
            uint64_t i = index_of(it[1]);
            if (i >= ((Obj *)PTR(v))->n) {
                it[1] = int_value(UINT32_MAX);
                NEXT();
            }
            it[1] = int_value((int64_t)i + 1);
            r[XB] = ((Values *)PTR(((List *)PTR(v))->buf))->items[i];
            JUMP_ARM;
        }
        if (EXACT_AT(v, T_TUPLE)) {
            uint64_t i = index_of(it[1]);
            if (i >= ((Obj *)PTR(v))->n) { NEXT(); }
            it[1] = int_value((int64_t)i + 1);
            r[XB] = ((Tuple *)PTR(v))->items[i];
            JUMP_ARM;
        }
        SAVE();
        if (EXACT_AT(v, T_GENERATOR) && gen_next_is_plain(base, PTR(v))) {
            gen_enter(base, PTR(v), ret_make(RET_ITER, 0, 0));
            LOAD_FRAME(head->frame);
            NEXT();
        }
        // The pair that the loop's body takes apart at once is not made.
        const uint32_t *body = pc + (int32_t)EXT;
        const TypeDef *d = exact_def(vm, v);
        if (d && d->next_pair && (*body & 0xFF0000FF) == (2u << 24 | OPC_UNPACK) &&
            (*body >> 16 & 0xFF) == XB) {
            Value *to = &r[*body >> 8 & 0xFF], pair[2];
            Value got = d->next_pair(vm, v, pair);
            if (NX_LIKELY(got == V_NONE)) {
                to[0] = pair[0];
                to[1] = pair[1];
                pc = body + 1;
                NEXT();
            }
            if (got == V_STOP) { NEXT(); }
            if (got == V_RAISED) { goto raised; }
        }
        Value item = d && d->next ? d->next(vm, v) : V_UNBOUND;
        if (item == V_UNBOUND) {
            item = d ? op_next_rest(vm, v, d, ret_make(RET_ITER, 0, 0))
                     : op_next(vm, v, ret_make(RET_ITER, 0, 0));
        }
        CHECK_RESULT(item);
        if (item == V_STOP) { NEXT(); }
        r[XB] = item;
        JUMP_ARM;
    }
    CASE(ITERATOR) { DONE_SLOW(op_iterator(vm, r[OPERAND_B])); }
    CASE(ITER_OBJECT) { DONE_SLOW(op_iter(vm, r[OPERAND_B], RET(OPERAND_A))); }

    {
        Value callee, *args;
        uint32_t n, at, dest;
        CASE(CALL_METHOD) {
            STEP(1);
            at = OPERAND_A, n = OPERAND_B, dest = OPERAND_C;
            callee = r[at];
            if (r[at + 1] != V_UNBOUND) {
                args = &r[at + 1];
                n++;
            } else {
                args = &r[at + 2];
            }
            goto call_values;
        }
        CASE(CALL) {
            STEP(1);
            at = OPERAND_A, n = OPERAND_B, dest = OPERAND_C;
            callee = r[at];
            args = &r[at + 1];
        }
    call_values:
        SAVE();
        if (NX_LIKELY(is_ref(callee))) {
            const Function *fn = PTR(callee);
            if (fn->h.type == T_FUNCTION) {
                const Code *code = PTR(fn->code);
                if (NX_LIKELY(code->direct_args == n)) {
                    Value caches = code->caches;
                    if (NX_UNLIKELY(!is_ref(caches))) {
                        caches = caches_of(vm, fn->code);
                        if (caches == V_RAISED) { goto raised; }
                    }
                    uint32_t n_regs = code->n_regs;
                    Frame *f = frame_push_sized(vm, base, code->frame_size, code->frame_head);
                    if (NX_UNLIKELY(!f)) { goto raised; }
                    f->prev = head->frame;
                    f->code = fn->code;
                    f->func = callee;
                    f->globals = fn->globals;
                    f->caches = caches;
                    f->ret = ret_make(RET_REG, dest, at);
                    head->frame = ref_value((uint32_t)((uint8_t *)f - base));
                    frame_fill(f, args, n, n_regs);
                    fp = f;
                    r = f->slot;
                    pc = (const uint32_t *)(base + ref_offset(code->bytecode) + 8);
                    k = ((Tuple *)PTR(code->consts))->items;
                    NEXT();
                }
            } else if (fn->h.type == T_NATIVE) {
                const NativeObj *nat = (const NativeObj *)fn;
                if (NX_LIKELY(native_is_plain(vm, nat, args, n))) {
                    Value v = vm->natives[nat->number]->leaf(vm, args);
                    if (NX_UNLIKELY(v - V_UNBOUND <= V_CALLING - V_UNBOUND)) {
                        v = vm_call_plain_rest(vm, callee, args, v,
                                               ret_make(RET_REG, OPERAND_C, OPERAND_A));
                        CHECK_RESULT(v);
                    }
                    r[OPERAND_C] = v; // read again, which is less work than to keep it
                    NEXT();
                }
                if (NX_LIKELY(native_is_direct(vm, nat, args, n))) {
                    SLOW(dest, vm_call_direct(vm, callee, args, n, ret_make(RET_REG, dest, at)));
                    NEXT();
                }
            }
        }
        Value v = vm_call(vm, callee, args, n, V_NONE, ret_make(RET_REG, dest, at));
        CHECK_RESULT(v);
        r[dest] = v;
        NEXT();
    }
    CASE(CALL_KW) {
        STEP(1);
        pc++;
        Value names = k[EXT];
        uint32_t at = XA, n = XB - ((Tuple *)PTR(names))->h.n;
        SLOW(XC, vm_call(vm, r[at], &r[at + 1], n, names, ret_make(RET_REG, XC, at)));
        NEXT();
    }
    CASE(CALL_METHOD_KW) {
        STEP(1);
        pc++;
        Value names = k[EXT];
        uint32_t at = XA, n = XB - ((Tuple *)PTR(names))->h.n;
        bool bound = r[at + 1] != V_UNBOUND;
        SLOW(XC, vm_call(vm, r[at], &r[at + (bound ? 1 : 2)], n + bound, names,
                         ret_make(RET_REG, XC, at)));
        NEXT();
    }
    CASE(CALL_EX) {
        STEP(1);
        uint32_t at = OPERAND_A;
        SLOW(OPERAND_C, op_call_ex(vm, r[at], r[at + 1], OPERAND_B ? r[at + 2] : V_NONE,
                                   ret_make(RET_REG, OPERAND_C, at)));
        NEXT();
    }
    CASE(CALL_INTERNAL) {
        STEP(1);
        pc++;
        SLOW(XC, op_internal_first(vm, (Internal)EXT, &r[XB], RET(XC)));
        NEXT();
    }

    {
        Value v;
        CASE(RETURN_NONE) {
            v = V_NONE;
            goto return_value;
        }
        CASE(RETURN) { v = r[OPERAND_A]; }
    return_value:;
        uint64_t ret = fp->ret;
        if (NX_LIKELY((ret & ~(uint64_t)0xFFFF00) == 0)) { // RET_REG: gc's is reg2
        return_plain:;
            Value prev = fp->prev;
            frame_pop_likely(vm, base, fp);
            LOAD_FRAME(prev);
            r[(uint8_t)(ret >> 8)] = v;
            NEXT();
        }
        uint64_t how = ret & ~(RET_OPERATOR | 0xFFFF00);
        if (how == RET_INIT && v == V_NONE) {
            v = ((const Frame *)PTR(fp->prev))->slot[ret_reg2(ret)];
            goto return_plain;
        }
        if (how == RET_REG && v != V_NOTIMPL) { goto return_plain; }
        if (how == RET_BRANCH && v != V_NOTIMPL) {
            Value prev = fp->prev;
            frame_pop_likely(vm, base, fp);
            LOAD_FRAME(prev);
            branch_value = v;
            goto branch;
        }
        SAVE();
        v = vm_return(vm, fp, v);
        LEFT_FRAME(v);
    }
    {
        Value v;
        CASE(YIELD_SENT) {
            v = r[OPERAND_A];
            goto yield_value;
        }
        CASE(YIELD) { v = r[OPERAND_B]; }
    yield_value:
        if (NX_UNLIKELY(!(fp->ret & RET_GENERATOR))) { goto corrupt; }
        SAVE();
        uint64_t ret = fp->ret & ~(uint64_t)0xFF00, at = fp->ret >> 8 & 0xFF;
        bool waited_for = ret == (RET_ITER | RET_GENERATOR) || ret == (RET_SEND | RET_GENERATOR);
        if (waited_for && gen_yield_is_plain(base, fp)) {
            gen_leave(base, fp);
            LOAD_FRAME(head->frame);
            if (ret == (RET_SEND | RET_GENERATOR)) {
                r[at] = v;
                NEXT();
            }
            r[XB] = v;
            JUMP_ARM;
        }
        v = gen_yield(vm, fp, v);
        LEFT_FRAME(v);
    }
    CASE(SEND) {
        STEP(1);
        pc++;
        SAVE();
        Value v = r[XB];
        if (r[XA] == V_NONE && is_ref(v) && EXACT_AT(v, T_GENERATOR) &&
            gen_next_is_plain(base, PTR(v))) {
            gen_enter(base, PTR(v), ret_make(RET_SEND, XA, 0));
            LOAD_FRAME(head->frame);
            NEXT();
        }
        v = op_send(vm, v, r[XA], ret_make(RET_SEND, XA, 0));
        CHECK_RESULT(v);
        if (v == V_STOP) { // finished at once; the result is in vm->call_args[0]
            r[XA] = vm->call_args[0];
            JUMP_ARM;
        }
        r[XA] = v;
        NEXT();
    }
    CASE(GET_AWAITABLE) {
        DONE_SLOW(op_get_awaitable(vm, r[OPERAND_B], OPERAND_C, RET(OPERAND_A)));
    }
    CASE(YIELD_FROM_ITER) { DONE_SLOW(op_yield_from_iter(vm, fp, r[OPERAND_B], RET(OPERAND_A))); }
    CASE(GET_AITER) { DONE_SLOW(op_get_aiter(vm, r[OPERAND_B], RET(OPERAND_A))); }
    CASE(GET_ANEXT) { DONE_SLOW(op_get_anext(vm, r[OPERAND_B], RET(OPERAND_A))); }
    CASE(ASYNC_GEN_WRAP) { DONE_SLOW(op_async_gen_wrap(vm, r[OPERAND_B])); }

    CASE(BUILD_TUPLE) { DONE_SLOW(tuple_from(vm, &r[OPERAND_B], OPERAND_C)); }
    CASE(BUILD_LIST) { DONE_SLOW(list_from(vm, &r[OPERAND_B], OPERAND_C)); }
    CASE(BUILD_SET) { DONE_SLOW(set_new(vm, T_SET)); }
    CASE(BUILD_MAP) { DONE_SLOW(dict_new(vm, OPERAND_B)); }
    CASE(BUILD_STRING) { DONE_SLOW(op_build_string(vm, &r[OPERAND_B], OPERAND_C)); }
    CASE(BUILD_TEMPLATE) { DONE_SLOW(op_build_object(vm, T_TEMPLATE, &r[OPERAND_B], 2)); }
    CASE(BUILD_INTERPOLATION) { DONE_SLOW(op_build_object(vm, T_INTERPOLATION, &r[OPERAND_B], 4)); }
    CASE(LIST_APPEND) {
        WANT(r[OPERAND_A], T_LIST);
        List *l = PTR(r[OPERAND_A]);
        SAVE();
        if (NX_UNLIKELY(!list_append(vm, l, r[OPERAND_B]))) { goto raised; }
        NEXT();
    }
    CASE(LIST_EXTEND) {
        WANT(r[OPERAND_A], T_LIST);
        SAVE();
        Value v = op_list_extend(vm, r[OPERAND_A], r[OPERAND_B], ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(v);
        NEXT();
    }
    CASE(SET_ADD) {
        WANT(r[OPERAND_A], T_SET);
        SAVE();
        Value args[2] = {r[OPERAND_A], r[OPERAND_B]};
        Value v = op_set_add(vm, args, ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(v);
        NEXT();
    }
    CASE(MAP_ADD) {
        SAVE();
        Value v =
            op_setitem(vm, r[OPERAND_A], r[OPERAND_B], r[OPERAND_C], ret_make(RET_DISCARD, 0, 0));
        CHECK_RESULT(v);
        NEXT();
    }
    CASE(LIST_TO_TUPLE) {
        WANT(r[OPERAND_B], T_LIST);
        const List *l = PTR(r[OPERAND_B]);
        DONE_SLOW(tuple_from(vm, l->h.n ? list_items(vm, l) : NULL, l->h.n));
    }
    CASE(COPY_SET) {
        WANT(r[OPERAND_B], T_FROZENSET);
        DONE_SLOW(set_copy(vm, PTR(r[OPERAND_B]), T_SET));
    }
    CASE(COPY_DICT) {
        WANT(r[OPERAND_B], T_DICT);
        DONE_SLOW(dict_copy(vm, PTR(r[OPERAND_B])));
    }
    CASE(FORMAT) { DONE_SLOW(op_format_conv(vm, r[OPERAND_B], OPERAND_C, RET(OPERAND_A))); }
    CASE(FORMAT_SPEC) { DONE_SLOW(op_format(vm, r[OPERAND_B], r[OPERAND_C], RET(OPERAND_A))); }
    CASE(UNPACK) {
        Value v = r[OPERAND_B];
        uint32_t n = OPERAND_C, at = OPERAND_A;
        if (is_ref(v) && ((Obj *)PTR(v))->n == n) {
            const Value *items = NULL;
            if (EXACT_AT(v, T_TUPLE)) { items = ((Tuple *)PTR(v))->items; }
            if (EXACT_AT(v, T_LIST) && n) { items = list_items(vm, PTR(v)); }
            if (items) {
                for (uint32_t i = 0; i < n; i++) { r[at + i] = items[i]; }
                NEXT();
            }
        }
        SAVE();
        Value got = op_unpack(vm, v, n, -1, at);
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(UNPACK_EX) {
        pc++;
        SAVE();
        Value got = op_unpack(vm, r[XB], XC, (int32_t)EXT, XA);
        CHECK_RESULT(got);
        NEXT();
    }
    CASE(MAKE_FUNCTION) {
        pc++;
        SLOW(XA, op_make_function(vm, k[EXT], fp->globals, &r[XA + 1], XB));
        NEXT();
    }

    CASE(RAISE) {
        SAVE();
        Value v = op_raise(vm, r[OPERAND_A], OPERAND_B ? r[OPERAND_A + 1] : V_UNBOUND);
        CHECK_RESULT(v);
        NEXT();
    }
    CASE(RAISE_AGAIN) {
        SAVE();
        op_raise_again(vm);
        goto raised;
    }
    CASE(RERAISE) {
        WANT(r[OPERAND_A], T_EXCEPTION);
        SAVE();
        head->exc = r[OPERAND_A];
        goto reraised;
    }
    CASE(PUSH_EXC) {
        // In a generator UNBOUND stands for what its resumer handles, which may change.
        WANT(r[OPERAND_B], T_EXCEPTION);
        Value v = head->handled;
        head->handled = r[OPERAND_B];
        if (!OPERAND_C && (fp->ret & RET_GENERATOR) && v == gen_outer_handled(vm, fp)) {
            v = V_UNBOUND;
        }
        DONE(v);
    }
    CASE(POP_EXC) {
        Value v = r[OPERAND_A];
        if (v != V_UNBOUND && v != V_NONE) { WANT(v, T_EXCEPTION); }
        head->handled = v == V_UNBOUND ? gen_outer_handled(vm, fp) : v;
        r[OPERAND_B] = V_NONE; // its traceback keeps what it went through
        NEXT();
    }
    CASE(EXC_MATCH) {
        WANT(r[OPERAND_B], T_EXCEPTION);
        DONE_SLOW(exc_match_classes(vm, r[OPERAND_B], r[OPERAND_C]));
    }
    CASE(LOAD_METHOD_SPECIAL) {
        pc++;
        uint32_t at = XA;
        SAVE();
        Value v = op_load_special(vm, r[XB], k[EXT], &r[at], &r[at + 1], RET(at));
        CHECK_RESULT(v);
        NEXT();
    }
    CASE(EXC_INFO) {
        WANT(r[OPERAND_B], T_EXCEPTION);
        op_exc_info(vm, r[OPERAND_B], &r[OPERAND_A]);
        NEXT();
    }
    CASE(LOAD_ASSERTION) {
        DONE(exc_class(vm, OPERAND_B == 0   ? EXC_AssertionError
                           : OPERAND_B == 1 ? EXC_NotImplementedError
                                            : EXC_StopAsyncIteration));
    }
    CASE(MATCH_KIND) { DONE(op_match_kind(vm, r[OPERAND_B], OPERAND_C)); }
    END_HANDLERS

corrupt:
    SAVE();
    raise_stop(vm, STOP_CORRUPT);

raised:
    // A failed allocation with nothing raised: collect and run the same instruction again.
    if (vm->alloc_failed && vm_retry_after_gc(vm)) {
        vm_rewind_instruction(vm);
        goto enter;
    }
    if (NX_UNLIKELY(!is_ref(head->exc)) && !vm->stop) { raise_stop(vm, STOP_CORRUPT); }
    vm_add_traceback(vm);
reraised:
    if (vm_unwind(vm)) { goto enter; }
    return vm->stop ? RUN_STOPPED : RUN_RAISED;

slice_over:
    // Seen anew, or the compiler keeps the old value at hand in every instruction that counts.
    __asm__ volatile("" : "+m"(head->budget));
    head->budget++;
    SAVE();
    return RUN_PAUSED;
}
