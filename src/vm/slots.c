// slots.c: natives that call a C slot of their argument's type, so that `[].__len__()` and classes
// derived from builtins find what the slot does under its Python name.
#include "vm/slots.h"

#include "object/type.h"
#include "vm/ops.h"

#include <string.h>

// The slot's answer, or what stands in for "guest code needed": the operation asked for again with
// internals is not possible here without recursion into the same method, so it is not implemented.
static Value slot_answer(Vm *vm, Value v, const char *name) {
    if (v != V_UNBOUND) { return v; }
    return raise_error(vm, EXC_TypeError, "unsupported operand for %s", name);
}

#define BINARY_SLOT(lower, OP)                                                                     \
    static Value slot_##lower(Vm *vm, Value *a) {                                                  \
        Value v = def_of(vm, a[0])->binary(vm, BIN_OP_##OP, a[0], a[1]);                           \
        return v == V_UNBOUND ? V_NOTIMPL : v;                                                     \
    }                                                                                              \
    static Value slot_r##lower(Vm *vm, Value *a) {                                                 \
        Value v = def_of(vm, a[0])->binary(vm, BIN_OP_##OP, a[1], a[0]);                           \
        return v == V_UNBOUND ? V_NOTIMPL : v;                                                     \
    }                                                                                              \
    static Value slot_i##lower(Vm *vm, Value *a) {                                                 \
        Value v = def_of(vm, a[0])->inplace(vm, BIN_OP_##OP, a[0], a[1]);                          \
        return v == V_UNBOUND ? V_NOTIMPL : v;                                                     \
    }
#define BINARY_SLOTS(X)                                                                            \
    X(add, ADD)                                                                                    \
    X(sub, SUB)                                                                                    \
    X(mul, MUL)                                                                                    \
    X(matmul, MATMUL)                                                                              \
    X(truediv, DIV)                                                                                \
    X(mod, MOD)                                                                                    \
    X(pow, POW)                                                                                    \
    X(lshift, LSHIFT)                                                                              \
    X(rshift, RSHIFT) X(or, OR) X(xor, XOR) X(and, AND) X(floordiv, FLOORDIV) X(divmod, DIVMOD)
BINARY_SLOTS(BINARY_SLOT)

#define UNARY_SLOT(lower, OP)                                                                      \
    static Value slot_##lower(Vm *vm, Value *a) {                                                  \
        return def_of(vm, a[0])->unary(vm, UN_OP_##OP, a[0]);                                      \
    }
#define UNARY_SLOTS(X) X(neg, NEG) X(pos, POS) X(invert, INVERT) X(abs, ABS)
UNARY_SLOTS(UNARY_SLOT)

#define COMPARE_SLOT(lower, OP)                                                                    \
    static Value slot_##lower(Vm *vm, Value *a) {                                                  \
        Value v = def_of(vm, a[0])->compare(vm, OP_##OP, a[0], a[1]);                              \
        return v == V_UNBOUND ? V_NOTIMPL : v;                                                     \
    }
#define COMPARE_SLOTS(X) X(lt, LT) X(le, LE) X(eq, EQ) X(ne, NE) X(gt, GT) X(ge, GE)
COMPARE_SLOTS(COMPARE_SLOT)

static Value slot_hash(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->hash(vm, a[0]), "hash()");
}
static Value slot_repr(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->repr(vm, a[0]), "repr()");
}
static Value slot_str(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->str(vm, a[0]), "str()");
}
static Value slot_len(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->len(vm, a[0]), "len()");
}
static Value slot_bool(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->truth(vm, a[0]), "bool()");
}
static Value slot_index(Vm *vm, Value *a) { return def_of(vm, a[0])->index(vm, a[0]); }
static Value slot_getitem(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->getitem(vm, a[0], a[1]), "[]");
}
static Value slot_setitem(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->setitem(vm, a[0], a[1], a[2]), "[]");
}
static Value slot_delitem(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->setitem(vm, a[0], a[1], V_UNBOUND), "[]");
}
static Value slot_contains(Vm *vm, Value *a) {
    return slot_answer(vm, def_of(vm, a[0])->contains(vm, a[0], a[1]), "in");
}
static Value slot_iter(Vm *vm, Value *a) { return def_of(vm, a[0])->iter(vm, a[0]); }
static Value slot_self(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}
static Value slot_next(Vm *vm, Value *a) {
    Value v = def_of(vm, a[0])->next(vm, a[0]);
    return v == V_STOP ? raise_stop_iteration(vm, V_NONE) : slot_answer(vm, v, "next()");
}
static Value slot_length_hint(Vm *vm, Value *a) { return def_of(vm, a[0])->length_hint(vm, a[0]); }

enum { SLOT_BINARY_BASE, SLOT_UNARY_BASE = BIN_OP_COUNT * 3 };

#define BINARY_ROWS(lower, OP)                                                                     \
    LEAF("__" #lower "__", "self, value, /", slot_##lower, "What self " #lower " value gives."),   \
        LEAF("__r" #lower "__", "self, value, /", slot_r##lower,                                   \
             "What value " #lower " self gives."),                                                 \
        LEAF("__i" #lower "__", "self, value, /", slot_i##lower,                                   \
             "What self " #lower "= value does."),
#define UNARY_ROWS(lower, OP) LEAF("__" #lower "__", "self, /", slot_##lower, #lower " self"),
#define COMPARE_ROWS(lower, OP)                                                                    \
    LEAF("__" #lower "__", "self, value, /", slot_##lower, "What self " #lower " value gives."),

const NativeDef slot_natives[] = {
    BINARY_SLOTS(BINARY_ROWS) UNARY_SLOTS(UNARY_ROWS) COMPARE_SLOTS(COMPARE_ROWS)
        LEAF("__hash__", "self, /", slot_hash, "What hash(self) gives."),
    LEAF("__repr__", "self, /", slot_repr, "What repr(self) gives."),
    LEAF("__str__", "self, /", slot_str, "What str(self) gives."),
    LEAF("__len__", "self, /", slot_len, "What len(self) gives."),
    LEAF("__bool__", "self, /", slot_bool, "Whether the object counts as true."),
    LEAF("__index__", "self, /", slot_index, "The same number as an int, for indices."),
    LEAF("__getitem__", "self, key, /", slot_getitem, "The item: self[key]."),
    LEAF("__setitem__", "self, key, value, /", slot_setitem, "What setting an item does."),
    LEAF("__delitem__", "self, key, /", slot_delitem, "Removes self[key]."),
    LEAF("__contains__", "self, key, /", slot_contains, "Whether it is in it."),
    LEAF("__iter__", "self, /", slot_iter, "An iterator over self, for iter()."),
    LEAF("__iter__", "self, /", slot_self, "An iterator over self, for iter()."),
    LEAF("__next__", "self, /", slot_next, "The next item, for next()."),
    LEAF("__length_hint__", "self, /", slot_length_hint,
         "How many items are left, as far as it is known."),
    NATIVE_END,
};

// Whether the type has the slot behind that row.
static bool slot_present(const TypeDef *d, const NativeDef *row) {
    uint32_t i = (uint32_t)(row - slot_natives);
    if (i < SLOT_UNARY_BASE) {
        static const uint8_t ops[] = {
#define BINARY_NUMBER(lower, OP) BIN_OP_##OP,
            BINARY_SLOTS(BINARY_NUMBER)};
        uint32_t bit = OP_BIT(ops[i / 3]);
        switch (i % 3) {
        case 0: return d->binary && (d->binary_ops & bit);
        case 1:
            if (d->sequence_concat && ops[i / 3] == BIN_OP_ADD) { return false; }
            return d->binary && (d->binary_ops & bit);
        default: return d->inplace && (d->inplace_ops & bit);
        }
    }
    i -= SLOT_UNARY_BASE;
    if (i < UN_OP_COUNT) { return d->unary && (d->unary_ops & OP_BIT(i)); }
    i -= UN_OP_COUNT;
    if (i < 6) { return d->compare != NULL; }
    switch (i - 6) {
    case 0: return d->hash != NULL;
    case 1: return d->repr != NULL;
    case 2: return d->str != NULL;
    case 3: return d->len != NULL;
    case 4: return d->truth != NULL;
    case 5: return d->index != NULL;
    case 6: return d->getitem != NULL;
    case 7:
    case 8: return d->setitem != NULL;
    case 9: return d->contains != NULL;
    case 10: return d->iter != NULL;
    case 11: return d->iter == NULL && d->next != NULL;
    case 12: return d->next != NULL;
    default: return d->length_hint != NULL;
    }
}

bool boot_slots(Vm *vm, const NativeTable *t, Value cls, const TypeDef *def, TypeTag self_tag) {
    uint32_t first = 0;
    while (t->natives[first] != &slot_natives[0]) { first++; }
    Dict *d = as_dict(vm, as_type(vm, cls)->dict);
    for (const NativeDef *row = slot_natives; row->name; row++) {
        if (!slot_present(def, row)) { continue; }
        Value name = intern_bytes(vm, row->name, (uint32_t)strlen(row->name));
        if (name == V_RAISED) { return false; }
        if (dict_get_str(vm, d, name) != V_UNBOUND) { continue; }
        uint32_t number = first + (uint32_t)(row - slot_natives);
        Value v = native_new(vm, row, number, cls, self_tag);
        if (v == V_RAISED || !dict_set_str(vm, d, name, v)) { return false; }
    }
    return true;
}
