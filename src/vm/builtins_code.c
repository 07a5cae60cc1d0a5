// builtins_code.c: code and namespaces: compile, exec, eval, globals, locals, vars, dir, imports.
#include "vm/builtins.h"

#include "front/compile.h"
#include "base/utf8.h"
#include "object/bytes.h"
#include "object/codec.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/opcode.h"
#include "vm/ops.h"

// The innermost frame of guest code: the caller of the running native.
static Frame *calling_frame(Vm *vm) {
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        Frame *f = as_frame(vm, v);
        if (!frame_is_native(vm, f)) { return f; }
    }
    return NULL;
}

static Value builtin_globals(Vm *vm, Value *a) {
    (void)a;
    Frame *f = calling_frame(vm);
    return f ? f->globals : vm->head->main_dict;
}

// The variable in that register, looked for in its cell if it has one.
static Value local_value(Vm *vm, const Frame *f, const Code *c, uint32_t i) {
    Value v = f->slot[op_local_reg(i)], name = as_tuple(vm, c->varnames)->items[i];
    const Tuple *cells = as_tuple(vm, c->cellvars);
    bool in_cell = false; // else v may be a cell that the program has
    if (is_ref(c->cell_regs)) {
        const uint16_t *regs = (const uint16_t *)((Blob *)ref_ptr(vm, c->cell_regs))->data;
        for (uint32_t k = 0; k < cells->h.n; k++) {
            if (cells->items[k] == name) { v = f->slot[regs[k]], in_cell = true; }
        }
    }
    return in_cell && is_tagged(vm, v, T_CELL) ? ((Cell *)ref_ptr(vm, v))->value : v;
}

bool super_of_caller(Vm *vm, Value *cls, Value *self) {
    const Frame *f = calling_frame(vm);
    if (!f) { return raise_false(vm, EXC_RuntimeError, "super(): no current frame"); }
    const Code *c = as_code(vm, f->code);
    if (code_n_args(c) == 0) { return raise_false(vm, EXC_RuntimeError, "super(): no arguments"); }
    *self = local_value(vm, f, c, 0);
    if (*self == V_UNBOUND) { return raise_false(vm, EXC_RuntimeError, "super(): arg[0] deleted"); }
    const Tuple *frees = as_tuple(vm, c->freevars);
    const Tuple *closure = is_exact(vm, f->func, T_FUNCTION) && frees->h.n
                               ? as_tuple(vm, as_function(vm, f->func)->closure)
                               : NULL;
    for (uint32_t i = 0; closure && i < frees->h.n && i < closure->h.n; i++) {
        if (frees->items[i] != vm_name(vm, N___class__)) { continue; }
        *cls = ((Cell *)ref_ptr(vm, closure->items[i]))->value;
        if (*cls == V_UNBOUND) {
            return raise_false(vm, EXC_RuntimeError, "super(): empty __class__ cell");
        }
        return true;
    }
    return raise_false(vm, EXC_RuntimeError, "super(): __class__ cell not found");
}

static Value builtin_locals(Vm *vm, Value *a) {
    (void)a;
    Frame *f = calling_frame(vm);
    return f ? frame_locals(vm, f) : vm->head->main_dict;
}

static Value builtin_vars(Vm *vm, Value *a) {
    if (a[0] == V_UNBOUND) { return builtin_locals(vm, a); }
    Value args[2] = {a[0], vm_name(vm, N___dict__)};
    Value d = getattr_leaf(vm, a[0], args[1]);
    if (d == V_STOP) {
        return raise_error(vm, EXC_TypeError, "vars() argument must have __dict__ attribute");
    }
    return d == V_UNBOUND ? native_tail_internal(vm, I_GETATTR, 2, args) : d;
}

// dir() sorts the names of the namespace; dir(x) asks x's __dir__.
static Value builtin_dir(Vm *vm, Frame *f) {
    enum { DIR_START, DIR_LISTED, DIR_SORTED };
    enum { OBJ, LIST };
    switch (native_state(f)) {
    case DIR_START: {
        if (f->slot[OBJ] != V_UNBOUND) {
            return native_call_method(vm, f, DIR_LISTED, f->slot[OBJ], vm_name(vm, N___dir__), 0,
                                      NULL);
        }
        Value none = V_NONE, names = builtin_locals(vm, &none);
        TRY_VALUE(names);
        return native_call1(vm, f, DIR_LISTED, internal(vm, I_DRAIN), names);
    }
    case DIR_LISTED:
        if (!is_exact(vm, f->result, T_LIST) && f->slot[LIST] == V_UNBOUND) {
            f->slot[LIST] = V_NONE;
            return native_call1(vm, f, DIR_LISTED, internal(vm, I_DRAIN), f->result);
        }
        f->slot[LIST] = f->result;
        return native_call3(vm, f, DIR_SORTED, internal(vm, I_MERGE_SORT), f->result, V_NONE,
                            V_FALSE);
    default: return f->slot[LIST];
    }
}

// ---- compile, exec, eval -----------------------------------------------------------------------

// Source text of a str, bytes or bytearray argument.
static bool source_bytes(Vm *vm, Value v, const char *fn, const char **text, uint32_t *n,
                         uint32_t *flags) {
    *flags = 0;
    if (isinstance_str(vm, v)) {
        *text = as_str(vm, v)->data;
        *n = as_str(vm, v)->h.n;
        *flags = FRONT_IGNORE_COOKIE;
        // Surrogates are no text that could be encoded: the codec says so.
        return utf8_find_surrogate(*text, *n) == *n ||
               codec_encode(vm, v, V_UNBOUND, V_UNBOUND) != V_RAISED;
    }
    ByteSpan span;
    if (is_bytes_like(vm, v)) {
        if (!bytes_like_or_raise(vm, v, &span)) { return false; }
        *text = (const char *)span.p;
        *n = span.n;
        return true;
    }
    return raise_false(vm, EXC_TypeError, "%s arg 1 must be a string, bytes or %s object", fn,
                       strcmp(fn, "compile()") == 0 ? "AST" : "code");
}

// The dict of the module ast, as the image has it.
static Value ast_names(Vm *vm) {
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), vm_name(vm, N_ast));
    if (is_tagged(vm, m, T_MODULE)) { return ((Module *)ref_ptr(vm, m))->dict; }
    return raise_error(vm, EXC_ModuleNotFoundError, "No module named 'ast'");
}

// Code, or a tree; or V_NONE and *pack, to be handed to I_WARN_SYNTAX.
static Value compile_value(Vm *vm, Value source, Value filename, FrontMode mode, const char *fn,
                           uint32_t more_flags, bool tree, Value *pack) {
    const char *text;
    uint32_t n, flags;
    TRY(source_bytes(vm, source, fn, &text, &n, &flags));
    if (mode == FRONT_EVAL) { // eval allows leading blanks
        while (n && (*text == ' ' || *text == '\t')) { text++, n--; }
    }
    flags |= more_flags;
    Value warnings, made;
    if (tree) {
        Value names = ast_names(vm);
        TRY_VALUE(names);
        made = compile_to_ast(vm, text, n, filename, mode, flags, names, &warnings);
    } else {
        // What "<string>" and its like name is no file whose lines a traceback could show.
        bool shown = isinstance_str(vm, source) && as_str(vm, filename)->data[0] != '<';
        made = compile_text_warned(vm, text, n, filename, shown ? source : V_NONE, mode, flags,
                                   &warnings);
    }
    return syntax_pack(vm, made, warnings, filename, pack);
}

enum { // flags of compile
    PYCF_DONT_IMPLY_DEDENT = 0x200,
    PYCF_ONLY_AST = 0x400,
    PYCF_TOP_LEVEL_AWAIT = 0x2000,
    PYCF_INCOMPLETE_INPUT = 0x4000,
    PYCF_FUTURE_ANNOTATIONS = 0x1000000,
    PYCF_KNOWN = 0x1FEF610, // with those of __future__
};

static uint32_t compile_flags(int64_t flags, int64_t optimize) {
    return (flags & PYCF_TOP_LEVEL_AWAIT ? FRONT_TOP_LEVEL_AWAIT : 0u) |
           (flags & PYCF_FUTURE_ANNOTATIONS ? FRONT_FUTURE_ANNOTATIONS : 0u) |
           (optimize > 0 ? FRONT_NO_ASSERTS : 0u) | (optimize > 1 ? FRONT_NO_DOCSTRINGS : 0u) |
           (flags & PYCF_DONT_IMPLY_DEDENT ? FRONT_DONT_IMPLY_DEDENT : 0u) |
           (flags & PYCF_INCOMPLETE_INPUT ? FRONT_ALLOW_INCOMPLETE : 0u);
}

// The class of all nodes of trees.
static Value tree_class(Vm *vm) {
    Value names = ast_names(vm), key = intern_bytes(vm, "AST", 3);
    TRY(names != V_RAISED && key != V_RAISED);
    Value cls = dict_get_str(vm, as_dict(vm, names), key);
    return is_type(vm, cls) ? cls
                            : raise_error(vm, EXC_SystemError, "the module ast is not complete");
}

// Code of a tree: ast.py reads its objects, for that may be guest code.
static Value compile_objects(Vm *vm, const Value *a, FrontMode mode, uint32_t bits, bool only_ast) {
    Value func = frozen_function(vm, "ast", "_compile_tree");
    TRY_VALUE(func);
    Value items[5] = {a[0], a[1], int_value(mode), int_value(bits), bool_value(only_ast)};
    Value args = tuple_from(vm, items, 5);
    TRY_VALUE(args);
    return native_tailcall_full(vm, func, args, V_NONE);
}

static Value builtin_compile(Vm *vm, Value *a) {
    static const struct {
        const char *text;
        FrontMode mode;
    } modes[] = {{"exec", FRONT_EXEC}, {"eval", FRONT_EVAL}, {"single", FRONT_SINGLE}};
    int64_t flags = int_of(a[3]);
    if (flags & ~(int64_t)PYCF_KNOWN) {
        return raise_error(vm, EXC_ValueError, "compile(): unrecognised flags");
    }
    if (int_of(a[5]) < -1 || int_of(a[5]) > 2) {
        return raise_error(vm, EXC_ValueError, "compile(): invalid optimize value");
    }
    Value tree_cls = tree_class(vm);
    TRY_VALUE(tree_cls);
    for (uint32_t i = 0; i < COUNT_OF(modes); i++) {
        if (!str_equals_cstr(as_str(vm, a[2]), modes[i].text)) { continue; }
        if (is_subclass_of(vm, class_of(vm, a[0]), tree_cls)) {
            return compile_objects(vm, a, modes[i].mode, compile_flags(flags, int_of(a[5])),
                                   flags & PYCF_ONLY_AST);
        }
        Value pack,
            made = compile_value(vm, a[0], a[1], modes[i].mode, "compile()",
                                 compile_flags(flags, int_of(a[5])), flags & PYCF_ONLY_AST, &pack);
        return made == V_NONE ? native_tail_internal(vm, I_WARN_SYNTAX, 1, &pack) : made;
    }
    return raise_error(vm, EXC_ValueError,
                       flags & PYCF_ONLY_AST
                           ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                           : "compile() mode must be 'exec', 'eval' or 'single'");
}

static bool is_mapping(Vm *vm, Value v) {
    return v == V_NONE || special_method(vm, v, N___getitem__) != V_UNBOUND;
}

// eval looks at the locals first, exec at the globals.
static bool check_kinds(Vm *vm, bool eval, Value globals, Value locals) {
    bool real = globals == V_NONE || is_tagged(vm, globals, T_DICT);
    if (eval) {
        if (!is_mapping(vm, locals)) {
            return raise_false(vm, EXC_TypeError, "locals must be a mapping");
        }
        return real || raise_false(vm, EXC_TypeError,
                                   is_mapping(vm, globals)
                                       ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                       : "globals must be a dict");
    }
    if (!real) {
        return raise_false(vm, EXC_TypeError, "exec() globals must be a dict, not %T", globals);
    }
    return is_mapping(vm, locals) ||
           raise_false(vm, EXC_TypeError, "locals must be a mapping or None, not %T", locals);
}

// The builtins of the code that is running.
static Value calling_builtins(Vm *vm) {
    const Frame *f = calling_frame(vm);
    return f ? globals_builtins(vm, f->globals) : vm->head->builtins;
}

static bool check_namespaces(Vm *vm, bool eval, Value *globals, Value *locals) {
    if (!check_kinds(vm, eval, *globals, *locals)) { return false; }
    if (*globals == V_NONE) {
        Frame *f = calling_frame(vm);
        *globals = f ? f->globals : vm->head->main_dict;
        if (*locals == V_NONE && f) {
            Value l = frame_locals(vm, f);
            if (l == V_RAISED) { return false; }
            if (l != *globals) { *locals = l; }
        }
    }
    Value builtins = vm_name(vm, N___builtins__);
    if (dict_get_str(vm, as_dict(vm, *globals), builtins) == V_UNBOUND) {
        return dict_set_str(vm, as_dict(vm, *globals), builtins, calling_builtins(vm));
    }
    return true;
}

// Runs code in namespaces: a function made of it, called with the local namespace as R[0].
static Value run_code(Vm *vm, Frame *f, int next, Value code, Value globals, Value locals) {
    const Code *c = as_code(vm, code);
    bool namespace = c->flags & CODE_NAMESPACE;
    if (!namespace && (c->qualname != c->name ||
                       code_prefix(c) != V_NONE)) { // that of a function: known by its bare name
        Code *copy = heap_new(vm, T_CODE, 0);
        TRY(copy);
        memcpy(&copy->bytecode, &as_code(vm, code)->bytecode, sizeof(Code) - sizeof(Obj));
        copy->qualname = copy->name;
        copy->flags &= ~CODE_PREFIXED;
        copy->caches = V_NONE;
        code = ptr_value(vm, copy);
    }
    Value func = function_new(vm, code, globals);
    TRY_VALUE(func);
    if (as_tuple(vm, c->freevars)->h.n) { as_function(vm, func)->closure = f->slot[3]; }
    if (!namespace) { return native_call0(vm, f, next, func); }
    if (locals == V_NONE) { locals = globals; }
    if (locals == globals && is_exact(vm, globals, T_DICT)) {
        return native_call1(vm, f, next, func, V_UNBOUND);
    }
    return native_call2(vm, f, next, func, V_UNBOUND, locals);
}

// exec's closure must be the cells that the code's free variables need, and eval has none.
static bool exec_check_closure(Vm *vm, FrontMode mode, Value code, Value closure) {
    uint32_t n = as_tuple(vm, as_code(vm, code)->freevars)->h.n;
    if (mode == FRONT_EVAL) {
        return n == 0 || raise_false(vm, EXC_TypeError,
                                     "code object passed to eval() may not contain free variables");
    }
    if (n == 0) {
        return closure == V_NONE ||
               raise_false(vm, EXC_TypeError, "cannot use a closure with this code object");
    }
    const Tuple *cells = is_exact(vm, closure, T_TUPLE) ? as_tuple(vm, closure) : NULL;
    bool fits = cells && cells->h.n == n;
    for (uint32_t i = 0; fits && i < n; i++) { fits = is_tagged(vm, cells->items[i], T_CELL); }
    return fits ||
           raise_false(vm, EXC_TypeError, "code object requires a closure of exactly length %u", n);
}

// Code of exec's and eval's argument; V_CALLING: in state `next` it is f->result.
static Value exec_code(Vm *vm, Frame *f, FrontMode mode, const char *fn, int next) {
    Value code = f->slot[0], pack;
    if (is_exact(vm, code, T_CODE)) { return code; }
    if (mode == FRONT_EXEC && f->slot[3] != V_NONE) {
        return raise_error(vm, EXC_TypeError,
                           "closure can only be used when source is a code object");
    }
    Value filename = intern_bytes(vm, "<string>", 8);
    TRY_VALUE(filename);
    code = compile_value(vm, code, filename, mode, fn, 0, false, &pack);
    return code == V_NONE ? native_call1(vm, f, next, internal(vm, I_WARN_SYNTAX), pack) : code;
}

static Value exec_eval(Vm *vm, Frame *f, FrontMode mode) {
    enum { EXEC_START, EXEC_DONE, EXEC_COMPILED };
    const char *fn = mode == FRONT_EVAL ? "eval()" : "exec()";
    if (native_state(f) == EXEC_DONE) { return mode == FRONT_EVAL ? f->result : V_NONE; }
    Value code = f->result, globals = f->slot[1], locals = f->slot[2];
    TRY(check_namespaces(vm, mode == FRONT_EVAL, &globals, &locals));
    if (native_state(f) == EXEC_START) {
        code = exec_code(vm, f, mode, fn, EXEC_COMPILED);
        if (code == V_CALLING || code == V_RAISED) { return code; }
    }
    if (!is_exact(vm, code, T_CODE)) { return raise_stop(vm, STOP_CORRUPT); }
    TRY(exec_check_closure(vm, mode, code, mode == FRONT_EXEC ? f->slot[3] : V_NONE));
    return run_code(vm, f, EXEC_DONE, code, globals, locals);
}
static Value builtin_exec(Vm *vm, Frame *f) { return exec_eval(vm, f, FRONT_EXEC); }
static Value builtin_eval(Vm *vm, Frame *f) { return exec_eval(vm, f, FRONT_EVAL); }

Value builtin_import(Vm *vm, Value *a) {
    if (a[1] == V_NONE && int_of(a[4]) > 0 &&
        isinstance_str(vm, a[0])) { // the import statement leaves its own out
        return raise_error(vm, EXC_TypeError, "globals must be a dict");
    }
    Value args[4] = {a[0], a[1], a[3], a[4]};
    return native_tail_internal(vm, I_IMPORT, 4, args);
}

Value builtin_build_class(Vm *vm, Value *a) {
    const char *wrong = a[1] == V_UNBOUND                 ? "not enough arguments"
                        : !is_exact(vm, a[0], T_FUNCTION) ? "func must be a function"
                        : !isinstance_str(vm, a[1])       ? "name is not a string"
                                                          : NULL;
    if (wrong) { return raise_error(vm, EXC_TypeError, "__build_class__: %s", wrong); }
    Value args[4] = {a[0], a[1], a[2], a[3]};
    return native_tail_internal(vm, I_BUILD_CLASS, 4, args);
}

const NativeDef builtin_code_functions[] = {
    TAIL("__build_class__", "func=UNBOUND, name=UNBOUND, /, *bases, **kwds", builtin_build_class,
         "What a class statement calls: the body, the name, and the bases."),
    TAIL("__import__", "name, globals=NULL, locals=None, fromlist=None, level: cint=0",
         builtin_import, "What the import statement does."),
    TAIL("compile",
         "source: buffer, filename: path, mode: str, flags: cint=0, dont_inherit: bool=False, "
         "optimize: "
         "cint=-1, *, _feature_version: int=-1",
         builtin_compile, "The code object of a source text."),
    STEPS("dir", "object=UNBOUND, /", builtin_dir, 1, NULL, "Show attributes of an object."),
    STEPS("eval", "source: buffer, /, globals=None, locals=None", builtin_eval, 0, NULL,
          "The value of an expression, given as text or code."),
    STEPS("exec", "source: buffer, /, globals=None, locals=None, *, closure=None", builtin_exec, 0,
          NULL, "Run statements, given as text or code."),
    LEAF("globals", "", builtin_globals, "The namespace of the module that the code is in."),
    LEAF("locals", "", builtin_locals, "The local variables by name."),
    TAIL("vars", "object=UNBOUND, /", builtin_vars, "Show vars."),
    NATIVE_END,
};
