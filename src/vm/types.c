// types.c: the one list of builtin types and C modules: TypeTag -> TypeDef.
#include "vm/boot.h"

#include "object/all_types.h"

// The classes that natives show themselves as.
#define BARE(NAME, text, rows, attributes, ...)                                                    \
    static const TypeDef NAME##_bare = {.name = text,                                              \
                                        .tag = NAME,                                               \
                                        .hidden = true,                                            \
                                        .methods = rows,                                           \
                                        .getsets = attributes,                                     \
                                        __VA_ARGS__}
// The slots only tell which special methods there are: they are those of NATIVE and METHOD.
#define BARE_SLOTS .compare = method_compare, .hash = method_hash, .repr = native_repr
BARE(T_BUILTIN_METHOD, "builtin_function_or_method", native_call_methods, native_function_getsets,
     BARE_SLOTS);
BARE(T_METHOD_DESCRIPTOR, "method_descriptor", native_descriptor_methods, native_descriptor_getsets,
     .repr = native_repr);
BARE(T_WRAPPER_DESCRIPTOR, "wrapper_descriptor", native_descriptor_methods,
     native_descriptor_getsets, .repr = native_repr);
BARE(T_METHOD_WRAPPER, "method-wrapper", native_call_methods, native_wrapper_getsets, BARE_SLOTS);
BARE(T_CLASSMETHOD_DESCRIPTOR, "classmethod_descriptor", native_descriptor_methods,
     native_descriptor_getsets, .repr = native_repr);
#undef BARE

const TypeDef *const type_defs[T_COUNT] = {
#define TYPE_DEF(TAG, def) [T_##TAG] = &def,
    NX_TYPE_DEFS(TYPE_DEF)
#undef TYPE_DEF
        [T_NATIVE] = &native_type,
    [T_BUILTIN_METHOD] = &T_BUILTIN_METHOD_bare,
    [T_METHOD_DESCRIPTOR] = &T_METHOD_DESCRIPTOR_bare,
    [T_WRAPPER_DESCRIPTOR] = &T_WRAPPER_DESCRIPTOR_bare,
    [T_METHOD_WRAPPER] = &T_METHOD_WRAPPER_bare,
    [T_CLASSMETHOD_DESCRIPTOR] = &T_CLASSMETHOD_DESCRIPTOR_bare,
};

// Every module in C: one line each.
#define NX_C_MODULES(X)                                                                            \
    X(sys_module)                                                                                  \
    X(math_module)                                                                                 \
    X(json_module)                                                                                 \
    X(random_module)                                                                               \
    X(hashlib_module)                                                                              \
    X(gc_module)                                                                                   \
    X(binascii_module)                                                                             \
    X(collections_module)                                                                          \
    X(functools_module)                                                                            \
    X(operator_module)                                                                             \
    X(heapq_module)                                                                                \
    X(bisect_module)                                                                               \
    X(weakref_module)                                                                              \
    X(csv_line_module)                                                                             \
    X(re_module)                                                                                   \
    X(traceback_module)                                                                            \
    X(syntax_tree_module)                                                                          \
    X(time_module)                                                                                 \
    X(unicodedata_module)                                                                          \
    X(files_module)                                                                                \
    X(io_module)                                                                                   \
    X(memory_io_module)                                                                            \
    X(struct_module)                                                                               \
    X(datetime_module)                                                                             \
    X(itertools_module)                                                                            \
    X(context_module)                                                                              \
    X(asyncio_module)                                                                              \
    X(array_module)                                                                                \
    X(decimal_module)                                                                              \
    X(pickle_trees_module)                                                                         \
    X(posixpath_module)                                                                            \
    X(abc_module)

#define X(m) extern const ModuleDef m;
NX_C_MODULES(X)
#undef X

const ModuleDef *const *c_modules(void) {
    static const ModuleDef *const all[] = {
#define X(m) &m,
        NX_C_MODULES(X)
#undef X
            NULL,
    };
    return all;
}
