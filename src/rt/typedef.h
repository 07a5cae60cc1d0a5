// typedef.h: what a builtin type says about itself, once, at the bottom of its file.
//
// The slots are the leaf fast paths of the type's exact instances, by type tag; whatever may have to
// call guest code is a STEPS row named after the special method instead. From the slots the boot
// also makes the Python-visible special methods (`__len__`, `__add__` …), so a type states each
// operation once. A slot that meets something it cannot do without guest code (an element with its
// own __eq__) answers V_UNBOUND; then the STEPS row of that name is called.
#ifndef NX_RT_TYPEDEF_H
#define NX_RT_TYPEDEF_H

#include "rt/native.h"

// Comparison and arithmetic operators as numbers (operands of instructions and internals).
enum { OP_LT, OP_LE, OP_EQ, OP_NE, OP_GT, OP_GE };
typedef enum BinOp {
    BIN_OP_ADD,
    BIN_OP_SUB,
    BIN_OP_MUL,
    BIN_OP_MATMUL,
    BIN_OP_DIV,
    BIN_OP_MOD,
    BIN_OP_POW,
    BIN_OP_LSHIFT,
    BIN_OP_RSHIFT,
    BIN_OP_OR,
    BIN_OP_XOR,
    BIN_OP_AND,
    BIN_OP_FLOORDIV,
    BIN_OP_DIVMOD,
    BIN_OP_COUNT,
    BIN_OP_INPLACE = 32, // added to one of the above for `a += b`
} BinOp;
typedef enum UnOp { UN_OP_NEG, UN_OP_POS, UN_OP_INVERT, UN_OP_ABS, UN_OP_COUNT } UnOp;

// Flags of a row whose messages do not name the function, or the class, but "function" or, of a class,
// "__new__()".
enum { NATIVE_UNNAMED = 16, NATIVE_AS_NEW = 128 };

#define OP_BIT(op) (1u << (op))

typedef Value (*CallSlot)(Vm *vm, Value v, const Value *args, uint32_t n, Value names);

typedef struct TypeDef {
    const char *name;   // tp_name as in messages: "list", "dict_keys", "re.Pattern"
    const char *module; // __module__ when not builtins
    const char *doc;
    const char *match_args; // the names in __match_args__, separated by blanks; or NULL
    const char *new_sig;    // __text_signature__ of the class, in brackets; may be NULL
    uint8_t tag;            // TypeTag
    uint8_t base;           // TypeTag of the base type; 0 is object
    bool subclassable;      // class C(list) is allowed
    bool unhashable;        // __hash__ is None
    bool hidden;            // not a name in builtins (most are not)
    bool no_module;         // __module__ is not in the namespace, so that instances have none
    bool composite;         // an iterator over others: its h.small tells how many stand below it
    uint32_t binary_ops;    // OP_BIT(BIN_OP_…) that `binary` handles (for __add__, __radd__ …)
    uint32_t inplace_ops;   // and those it handles in place (`__iadd__`)
    uint32_t unary_ops;
    bool sequence_concat; // __add__/__mul__ without reflected __radd__ (as CPython's sq slots)
    const NativeDef *methods;
    const GetSetDef *getsets;

    // Slots. Operands are references to instances of this type unless said otherwise. Results:
    // a Value, V_RAISED, or V_UNBOUND for "needs guest code" where the slot may say so.
    Value (*binary)(Vm *vm, BinOp op, Value a, Value b); // one operand is ours; V_NOTIMPL
    Value (*inplace)(Vm *vm, BinOp op, Value a, Value b);
    Value (*unary)(Vm *vm, UnOp op, Value v);
    Value (*compare)(Vm *vm, int op, Value a, Value b); // a is ours; V_NOTIMPL, V_UNBOUND
    Value (*hash)(Vm *vm, Value v);                     // int Value; V_UNBOUND
    Value (*repr)(Vm *vm, Value v);                     // str; V_UNBOUND
    Value (*str)(Vm *vm, Value v);                      // when it differs from repr
    Value (*len)(Vm *vm, Value v);                      // int Value
    Value (*truth)(Vm *vm, Value v);                    // when neither len nor always true
    Value (*getitem)(Vm *vm, Value v, Value key);       // V_UNBOUND
    Value (*getspan)(Vm *vm, Value v, uint32_t from, uint32_t to); // v[from:to], from <= to <= len
    Value (*setitem)(Vm *vm, Value v, Value key, Value item);      // item V_UNBOUND: del. V_NONE
    Value (*contains)(Vm *vm, Value v, Value item);                // bool, V_UNBOUND
    Value (*iter)(Vm *vm, Value v); // a new iterator; NULL: not iterable (iterators: itself)
    Value (*next)(Vm *vm, Value v); // item, V_STOP; V_UNBOUND
    // The next item of an iterator over pairs, in two parts: V_NONE, V_STOP, V_RAISED; V_UNBOUND:
    // nothing was taken, `next` is to be asked. May be NULL.
    Value (*next_pair)(Vm *vm, Value v, Value *pair);
    // Before the generic path; V_UNBOUND: go on; V_STOP: absent; V_CALLING: guest code must run.
    Value (*getattr)(Vm *vm, Value v, Value name);
    // v(…) in flat form: n positional arguments, then the values of those that `names` names (V_NONE:
    // none). The result; V_UNBOUND: __call__ does it; V_CALLING: native_tailcall… asked for a call
    // whose result it is, and nothing was changed yet.
    CallSlot call;
    // The same for a call of exactly this class; V_UNBOUND: __new__ and __init__ do it.
    Value (*construct)(Vm *vm, const Value *args, uint32_t n, Value names);
    // For loops over the iterator, when `next` says V_UNBOUND: resumes the generator below, or calls
    // a function, for `ret`: V_CALLING or V_RAISED. V_UNBOUND: no, ask __next__.
    Value (*below)(Vm *vm, Value v, uint64_t ret);
    bool below_is_call; // it only calls functions, and what they return is the item
    // What that gave: the item, V_STOP, V_RAISED; V_UNBOUND: noted, ask `next` again. NULL: it is the
    // item. May be repeated when it fails.
    Value (*heard)(Vm *vm, Value v, Value result);
    Value (*length_hint)(Vm *vm, Value v);
    Value (*index)(Vm *vm, Value v);             // __index__ of ints and kin
    Value (*write)(Vm *vm, Value v, Value text); // what the method of that name does; V_UNBOUND
} TypeDef;

// By TypeTag; NULL for the machine's own kinds of objects.
extern const TypeDef *const type_defs[T_COUNT];
static inline const TypeDef *type_def(uint32_t tag) {
    return NX_LIKELY(tag < T_COUNT) ? type_defs[tag] : NULL;
}

// A module in C: natives, and an init that adds constants (leaf; runs when the image is built).
typedef struct ModuleDef {
    const char *name, *doc;
    const NativeDef *functions;
    bool (*init)(Vm *vm, Value dict); // may be NULL
    const uint8_t
        *types; // TypeTags of the classes that it has under their names, and 0; may be NULL
} ModuleDef;

// GetSetDef.set of what CPython has as a field that cannot be set: "readonly attribute".
NX_INTERNAL bool getset_readonly(Vm *vm, Value self, Value v);

#endif
