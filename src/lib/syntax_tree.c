// syntax_tree.c: the module _syntax_tree, through which ast.py has trees compiled.
#include "front/compile.h"
#include "object/str.h"
#include "rt/internals.h"
#include "vm/internals.h"

// The modes are those of compile(), `flags` those of the compiler.
static Value syntax_tree_compile(Vm *vm, Value *a) {
    int64_t mode = int_of(a[2]), flags = int_of(a[3]);
    if (mode < FRONT_EXEC || mode > FRONT_SINGLE || flags < 0 || flags > UINT16_MAX) {
        return raise_error(vm, EXC_ValueError, "no such mode");
    }
    Value warnings = V_NONE, pack;
    Value made = compile_from_ast(vm, a[0], a[1], (FrontMode)mode, (uint32_t)flags, &warnings);
    made = syntax_pack(vm, made, warnings, a[1], &pack);
    return made == V_NONE ? native_tail_internal(vm, I_WARN_SYNTAX, 1, &pack) : made;
}

static const NativeDef syntax_tree_functions[] = {
    TAIL("compile", "flat, filename: str, mode: cint, flags: cint, /", syntax_tree_compile,
         "The code of a tree that was written down as a list."),
    NATIVE_END,
};

const ModuleDef syntax_tree_module = {"_syntax_tree", NULL, syntax_tree_functions, NULL};
