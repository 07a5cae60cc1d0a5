// code.h: compiled code and functions.
#ifndef NX_OBJECT_CODE_H
#define NX_OBJECT_CODE_H

#include "rt/typedef.h"

enum { // Code.flags; the first ones are CPython's co_flags
    CODE_OPTIMIZED = 1,
    CODE_NEWLOCALS = 2,
    CODE_VARARGS = 4,
    CODE_VARKEYWORDS = 8,
    CODE_NESTED = 16,
    CODE_GENERATOR = 32,
    CODE_COROUTINE = 128,
    CODE_ITERABLE_COROUTINE = 256,
    CODE_ASYNC_GENERATOR = 512,
    CODE_NAMES = 64, // see CodeName; CPython does not have it
    CODE_HAS_DOCSTRING = 0x4000000,
    CODE_METHOD = 0x8000000,
    CODE_SIMPLE = 1 << 28, // a call with the right number of positional arguments needs no binding
    CODE_NAMESPACE = 1 << 29, // R[0] is the namespace (module, class); see call_function
    CODE_HIDDEN = 1 << 30,    // self-hosted builtin: not in tracebacks
};

// Of code in the image whose qualified name is `qualname`, a point and `name`: most have such a prefix
// in common with others. Never generators', which keep the name.
#define CODE_PREFIXED (1u << 31)

typedef struct Code {
    Obj h;                    // n = number of image code: index into head->code_caches, plus one
    Value bytecode;           // Blob of uint32 words
    Value consts;             // Tuple: constants and names; see CodeName
    Value varnames;           // Tuple: parameters, then other locals, as co_varnames
    Value cellvars, freevars; // Tuples of names
    Value name, qualname, filename; // qualname: see code_qualname
    Value handlers;                 // Blob of CodeHandler, innermost first
    Value positions;                // Blob: see object/positions.h
    Value caches;                   // Caches, or V_NONE for image code (then by number)
    Value source;                   // str of the source, for tracebacks; V_NONE
    Value doc;
    Value cell_regs; // Blob of uint16: register of each cellvar; V_NONE: no cells
    uint32_t flags;
    uint16_t n_posonly, n_args, n_kwonly; // n_args counts positional ones, posonly included
    uint16_t n_regs;
    uint32_t n_caches;
    uint32_t first_line;
    uint32_t n_params; // registers filled at entry: all parameters, *args and **kwargs
    // What follows from the above, for the loop (code_prepare_calls):
    uint64_t frame_head;  // the header of a frame
    uint32_t frame_size;  // its bytes
    uint32_t direct_args; // n_args of CODE_SIMPLE; no call has as many as any other's
} Code;

_Static_assert(sizeof(Code) == 8 + 14 * 8 + 40, "matches types.def");

static inline uint32_t code_image_number(const Code *c) { return c->h.n; }

// What stands before the name and a point in a qualified name that is in two parts; else V_NONE, and
// `qualname` is all of it.
static inline Value code_prefix(const Code *c) {
    return c->flags & CODE_PREFIXED ? c->qualname : V_NONE;
}
// The whole; V_RAISED when memory is short.
NX_INTERNAL Value code_qualname(Vm *vm, const Code *c);

// Positional parameters as a program sees them: a namespace is none.
static inline uint32_t code_n_args(const Code *c) {
    return c->flags & CODE_NAMESPACE ? 0 : c->n_args;
}

// The Obj of a frame with n Values.
static inline uint64_t frame_header(uint32_t n) { return (uint64_t)n << 32 | T_FRAME; }
static inline void code_prepare_calls(Code *c) {
    uint32_t n = FRAME_FIXED + c->n_regs;
    c->frame_size = (n + 1) * 8;
    c->frame_head = frame_header(n);
    c->direct_args = c->flags & CODE_SIMPLE ? c->n_args : UINT32_MAX;
}

// While pc is in [start, end): an exception goes to `target`, the exception into register `reg`.
typedef struct CodeHandler {
    uint32_t start, end, target, reg;
} CodeHandler;

// While pc is in [start, end): the register `reg` (or the cell in it) is the variable consts[name] of
// an inlined comprehension. Those of inner ones stand first. They are bytes, the last of the constants
// of code that has CODE_NAMES.
typedef struct CodeName {
    uint32_t start, end, reg, name;
} CodeName;

typedef struct Function {
    Obj h;
    Value code, globals;
    Value closure;    // Tuple of cells, or V_NONE
    Value defaults;   // Tuple, or V_NONE
    Value kwdefaults; // Dict, or V_NONE
    Value extra;      // Dict of what was set: __dict__ entries and overrides by special key; V_NONE
} Function;

typedef struct Caches {
    Obj h; // n = entries
    struct CacheEntry {
        Value key, value;
    } items[];
} Caches;

typedef struct CacheEntry CacheEntry;

typedef struct BoundMethod {
    Obj h; // small: METHOD_PLAIN
    Value func, self;
} BoundMethod;

// A `method` whatever its function is: by types.MethodType, or of a classmethod. Without it, one of
// a native shows itself as a builtin method.
enum { METHOD_PLAIN = 1 };

typedef struct NativeObj {
    Obj h;
    Value name;      // str
    Value owner;     // class or module name (str), V_NONE
    Value params;    // Tuple: n names, then n converters (ints, CONV_*), in order
    Value defaults;  // Tuple: default values of the parameters that have one
    Value self;      // bound module or class for static ones; V_NONE
    uint32_t number; // index of its NativeDef
    uint8_t kind;    // NativeKind
    uint8_t n_params, n_posonly, n_positional; // counts; positional ones include posonly
    uint8_t n_defaults, flags, n_required, has_converters;
    uint8_t varargs, varkw; // register of *args, **kwargs plus one; 0: none
    uint8_t self_tag;       // TypeTag that the first argument must have
    // Of direct calls: by position only, nothing to pack, nobody to ask. So many arguments, and up to
    // `direct_more` more; 255: none.
    uint8_t direct_least, direct_more;
    uint8_t plain;       // so many arguments, less one, are just what its leaf takes; 0: never
    uint16_t converters; // a bit for each parameter that has one
    uint8_t exact[4];    // of the first parameters: TypeTag that needs no converting, or T_INVALID
} NativeObj;

enum { PARAM_SELF = 32, NATIVE_BOUND_CLASS = 64 };

static inline Code *as_code(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline Function *as_function(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline Caches *as_caches(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline NativeObj *as_native(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline const NativeDef *native_def(Vm *vm, const NativeObj *native) {
    NX_ASSERT(native->number < vm->n_natives);
    return vm->natives[native->number];
}
static inline Frame *as_frame(Vm *vm, Value v) { return ref_ptr(vm, v); }

// What messages put before a native's name and a point: its class or module. V_NONE: nothing.
NX_INTERNAL Value native_prefix(Vm *vm, const NativeObj *n);

NX_INTERNAL Value function_name(Vm *vm, const Function *fn);
NX_INTERNAL Value function_qualname(Vm *vm, const Function *fn); // as code_qualname
NX_INTERNAL Value function_new(Vm *vm, Value code, Value globals);
// An entry of __dict__ by its Function.extra, which is a Dict; V_UNBOUND when absent.
NX_INTERNAL Value function_attr(Vm *vm, Value extra, Value name);
NX_INTERNAL bool function_set_attr(Vm *vm, Value func, Value name, Value v); // V_UNBOUND: del
// Whether a class method in C takes that class; false: raised.
NX_INTERNAL bool native_check_class(Vm *vm, const NativeObj *n, Value cls);
NX_INTERNAL Value method_new(Vm *vm, Value func, Value self);
NX_INTERNAL Value method_new_plain(Vm *vm, Value func, Value self);
NX_INTERNAL Value cell_new(Vm *vm, Value v);

// Attributes of everything that is a native; methods of those that are descriptors.
extern const GetSetDef native_function_getsets[], native_descriptor_getsets[],
    native_wrapper_getsets[];
extern const NativeDef native_call_methods[], native_descriptor_methods[];
// `__call__` of everything that is callable by itself.
NX_INTERNAL Value callable_call(Vm *vm, Value *a);

// Slots that the classes of natives and of bound natives have in common.
NX_INTERNAL Value method_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value method_hash(Vm *vm, Value v);
NX_INTERNAL Value native_repr(Vm *vm, Value v);

// == and hash() of code objects (vm/code_compare.c).
NX_INTERNAL Value code_compare(Vm *vm, int op, Value a, Value b);
NX_INTERNAL Value code_hash(Vm *vm, Value v);

extern const TypeDef function_type, method_type, native_type, code_type, cell_type;

#endif
