// import.c: the import statement: sys.modules, ready modules of the image, then packed ones and files
// of the guest through importlib's Python part. Ready modules are made: importing one is entering it
// into sys.modules.
#include "vm/ops.h"

#include "object/exc_classes.h"
#include "object/key.h"
#include "object/list.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/internals.h"

// ModuleNotFoundError with the module's name in it; the message has a place for that.
static Value import_missing(Vm *vm, const char *message, Value name) {
    raise_error(vm, EXC_ModuleNotFoundError, message, name);
    if (is_exception(vm, vm->head->exc)) {
        ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0] = name;
    }
    return V_RAISED;
}

// The package that a relative import counts from: __package__, or __name__ with the last part cut
// off when the module is no package itself. V_UNBOUND: the parent of __spec__ (*spec) says it.
static Value import_package(Vm *vm, Value globals, Value *spec) {
    if (globals != V_UNBOUND && !is_tagged(vm, globals, T_DICT)) {
        return raise_error(vm, EXC_TypeError, "globals must be a dict");
    }
    if (globals == V_UNBOUND) { return raise_error(vm, EXC_KeyError, "'__name__' not in globals"); }
    const Dict *d = as_dict(vm, globals);
    Value package = dict_get_str(vm, d, vm_name(vm, N___package__));
    if (package != V_UNBOUND && package != V_NONE) {
        if (isinstance_str(vm, package)) { return package; }
        return raise_error(vm, EXC_TypeError, "package must be a string");
    }
    *spec = dict_get_str(vm, d, vm_name(vm, N___spec__));
    if (*spec != V_UNBOUND && *spec != V_NONE) { return V_UNBOUND; }
    package = dict_get_str(vm, d, vm_name(vm, N___name__));
    if (package == V_UNBOUND) { return raise_error(vm, EXC_KeyError, "'__name__' not in globals"); }
    if (!isinstance_str(vm, package)) {
        return raise_error(vm, EXC_TypeError, "__name__ must be a string");
    }
    if (dict_get_str(vm, d, vm_name(vm, N___path__)) != V_UNBOUND) { return package; }
    const Str *s = as_str(vm, package);
    uint32_t n = s->h.n;
    while (n && s->data[n - 1] != '.') { n--; }
    return str_new(vm, s->data, n ? n - 1 : 0);
}

// The absolute name of `from .. import`: V_RAISED, or a str.
static Value import_absolute(Vm *vm, Value name, Value package, int64_t level) {
    if (as_str(vm, package)->h.n == 0) {
        return raise_error(vm, EXC_ImportError,
                           "attempted relative import with no known parent package");
    }
    const Str *s = as_str(vm, package);
    uint32_t n = s->h.n;
    for (int64_t i = 1; i < level; i++) {
        while (n && s->data[n - 1] != '.') { n--; }
        if (n == 0) {
            return raise_error(vm, EXC_ImportError,
                               "attempted relative import beyond top-level package");
        }
        n--;
    }
    StrBuilder b = str_builder(vm);
    TRY(sb_put(&b, s->data, n));
    if (as_str(vm, name)->h.n) {
        TRY(sb_put_cstr(&b, "."));
        TRY(sb_put_str(&b, name));
    }
    return sb_finish(&b);
}

// A submodule is an attribute of its package.
static bool import_bind(Vm *vm, Value name, Value m) {
    const Str *s = as_str(vm, name);
    uint32_t n = s->h.n;
    while (n && s->data[n - 1] != '.') { n--; }
    if (n == 0) { return true; }
    Value parent = intern_bytes(vm, s->data, n - 1);
    Value tail = intern_bytes(vm, s->data + n, s->h.n - n);
    if (parent == V_RAISED || tail == V_RAISED) { return false; }
    Value package = dict_get_str(vm, as_dict(vm, vm->head->modules), parent);
    if (!is_tagged(vm, package, T_MODULE)) { return true; }
    return dict_get_str(vm, module_dict(vm, package), tail) != V_UNBOUND ||
           dict_set_str(vm, module_dict(vm, package), tail, m);
}

// A module that is there, or ready in the image: the module, V_UNBOUND, or V_RAISED.
static Value import_ready(Vm *vm, Value name) {
    Dict *modules = as_dict(vm, vm->head->modules);
    Value m = dict_get_str(vm, modules, name);
    if (m == V_NONE) {
        return import_missing(vm, "import of %U halted; None in sys.modules", name);
    }
    if (m != V_UNBOUND) { return m; }
    m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    if (!is_tagged(vm, m, T_MODULE)) { return V_UNBOUND; } // not there, or packed
    return import_bind(vm, name, m) && dict_set_str(vm, modules, name, m) ? m : V_RAISED;
}

// The function that finds and runs modules in the guest's files, once a library provides it.
static Value import_hook(Vm *vm) {
    Value name = intern_bytes(vm, "_import_hook", 12);
    TRY_VALUE(name);
    return dict_get_str(vm, as_dict(vm, vm->head->sys_dict), name);
}

// name[0 .. dot), the dot after `from`; the length when there is none.
static uint32_t next_dot(const Str *s, uint32_t from) {
    while (from < s->h.n && s->data[from] != '.') { from++; }
    return from;
}

// ---- I_IMPORT ----------------------------------------------------------------------------------

enum {
    IMPORT_START,
    IMPORT_FOUND,
    IMPORT_BOUND,
    IMPORT_SUBMODULE,
    IMPORT_HAS,
    IMPORT_PARENT,
    IMPORT_TRUTH,
    IMPORT_LISTED,
    IMPORT_ALL,
    IMPORT_ASKED
};
enum {
    IMP_NAME,
    IMP_GLOBALS,
    IMP_FROMLIST,
    IMP_LEVEL,
    IMP_AT,     // index in IMP_FULL of the part that comes next
    IMP_FIRST,  // module of the first part
    IMP_MODULE, // of the last one so far
    IMP_FULL,   // the absolute name
    IMP_I,      // index in the fromlist of the name that comes next
    IMP_TRIED,  // the one before it: its own name, then that of the submodule that it may be
    IMP_ALL,    // a list: __all__, which stands for a `*` before IMP_I
    IMP_ALL_I   // index of the next one there
};

// The globals of the importing code: those given, or those of the code that runs.
static Value import_globals(Vm *vm, const Frame *f) {
    if (f->slot[IMP_GLOBALS] != V_NONE) { return f->slot[IMP_GLOBALS]; }
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
        if (!frame_is_native(vm, as_frame(vm, v))) { return as_frame(vm, v)->globals; }
    }
    return V_NONE;
}

// Begins with the absolute name. V_NONE or V_RAISED.
static Value import_begin(Vm *vm, Frame *f, Value full) {
    TRY_VALUE(full);
    if (as_str(vm, full)->h.n == 0) { return raise_error(vm, EXC_ValueError, "Empty module name"); }
    f->slot[IMP_FULL] = full;
    f->slot[IMP_AT] = int_value(0);
    return f->slot[IMP_FIRST] = f->slot[IMP_MODULE] = V_NONE;
}

// State IMPORT_START. V_NONE: it has begun; V_CALLING: for the package's name; V_RAISED.
static Value import_start(Vm *vm, Frame *f) {
    Value name = f->slot[IMP_NAME];
    if (!isinstance_str(vm, name)) {
        return raise_error(vm, EXC_TypeError, "module name must be a string");
    }
    int64_t level = is_int(f->slot[IMP_LEVEL]) ? int_of(f->slot[IMP_LEVEL]) : 0;
    if (level < 0) { return raise_error(vm, EXC_ValueError, "level must be >= 0"); }
    if (level == 0) { return import_begin(vm, f, name); }
    Value spec = V_UNBOUND, package = import_package(vm, import_globals(vm, f), &spec);
    TRY_VALUE(package);
    if (package != V_UNBOUND) {
        return import_begin(vm, f, import_absolute(vm, name, package, level));
    }
    Value parent = intern_bytes(vm, "parent", 6);
    TRY_VALUE(parent);
    return native_call2(vm, f, IMPORT_PARENT, internal(vm, I_GETATTR), spec, parent);
}

// State IMPORT_PARENT: __spec__.parent is there. V_NONE or V_RAISED.
static Value import_start_in(Vm *vm, Frame *f, Value package) {
    if (!isinstance_str(vm, package)) {
        return raise_error(vm, EXC_TypeError, "__spec__.parent must be a string");
    }
    if (!isinstance_str(vm, f->slot[IMP_NAME])) { return raise_stop(vm, STOP_CORRUPT); }
    int64_t level = int_of(f->slot[IMP_LEVEL]);
    return import_begin(vm, f, import_absolute(vm, f->slot[IMP_NAME], package, level));
}

// Where the name of the package or module that comes next ends, in the absolute name. One that begins
// with a dot is no path of packages.
static uint32_t import_part_end(Vm *vm, const Frame *f) {
    const Str *full = as_str(vm, f->slot[IMP_FULL]);
    uint32_t end = next_dot(full, (uint32_t)int_of(f->slot[IMP_AT]));
    return end ? end : full->h.n;
}

static Value import_part(Vm *vm, const Frame *f) {
    return intern_bytes(vm, as_str(vm, f->slot[IMP_FULL])->data, import_part_end(vm, f));
}

// The module that came next is m.
static void import_advance(Vm *vm, Frame *f, Value m) {
    f->slot[IMP_MODULE] = m;
    if (f->slot[IMP_FIRST] == V_NONE) { f->slot[IMP_FIRST] = m; }
    f->slot[IMP_AT] = int_value(import_part_end(vm, f) + 1);
    native_commit(f, IMPORT_BOUND);
}

// State IMPORT_FOUND: the hook gives the module, or has entered it into sys.modules. V_NONE or V_RAISED.
static Value import_found(Vm *vm, Frame *f) {
    uint32_t len = as_str(vm, f->slot[IMP_FULL])->h.n;
    if (index_of(f->slot[IMP_AT]) > len) { return raise_stop(vm, STOP_CORRUPT); }
    Value m = f->result;
    if (m == V_NONE) {
        Value part = import_part(vm, f);
        TRY_VALUE(part);
        m = import_ready(vm, part);
        TRY_VALUE(m);
        if (m == V_UNBOUND) { return import_missing(vm, "No module named %R", part); }
    }
    import_advance(vm, f, m);
    return V_NONE;
}

// Goes on along the path of packages. V_NONE: to its end; V_CALLING: the hook is to find one; V_RAISED.
static Value import_path(Vm *vm, Frame *f) {
    uint32_t len = as_str(vm, f->slot[IMP_FULL])->h.n;
    while ((uint32_t)int_of(f->slot[IMP_AT]) < len) {
        Value part = import_part(vm, f);
        TRY_VALUE(part);
        Value m = import_ready(vm, part);
        TRY_VALUE(m);
        if (m == V_UNBOUND) {
            Value hook = import_hook(vm);
            TRY_VALUE(hook);
            if (hook == V_UNBOUND) { return import_missing(vm, "No module named %R", part); }
            return native_call2(vm, f, IMPORT_FOUND, hook, part, f->slot[IMP_MODULE]);
        }
        import_advance(vm, f, m);
    }
    return V_NONE;
}

// State IMPORT_HAS: the submodule that was tried is not there (anything else that went wrong inside
// goes on its way): V_NONE or V_RAISED.
static Value import_was_missing(Vm *vm, const Frame *f) {
    if (!isinstance_exc(vm, f->result, EXC_ModuleNotFoundError)) {
        return exc_restore(vm, f->result);
    }
    Value tried = f->slot[IMP_TRIED];
    Value missing = ((const Exception *)ref_ptr(vm, f->result))->extra[0];
    bool same = isinstance_str(vm, missing) && isinstance_str(vm, tried) &&
                str_equal(as_str(vm, tried), as_str(vm, missing));
    return same ? V_NONE : exc_restore(vm, f->result);
}

// What a module shows itself as.
static Value import_shown_name(Vm *vm, const Frame *f) {
    Dict *d = module_dict(vm, f->slot[IMP_MODULE]);
    Value name = dict_get_str(vm, d, vm_name(vm, N___name__));
    return isinstance_str(vm, name) ? name : f->slot[IMP_FULL];
}

// A tuple or list that is gone through where it is; another has its own __iter__.
static bool import_has_items(Vm *vm, Value v) {
    return (is_tagged(vm, v, T_TUPLE) || is_tagged(vm, v, T_LIST)) &&
           keeps_builtin(vm, v, N___iter__);
}

// The list that is gone through, and the place in it: the __all__ that stands for a `*`, or the fromlist.
static Value *import_list(Frame *f, Value **at) {
    bool all = is_ref(f->slot[IMP_ALL]);
    *at = &f->slot[all ? IMP_ALL_I : IMP_I];
    return &f->slot[all ? IMP_ALL : IMP_FROMLIST];
}

// The next name in it; V_STOP: there is no other.
static Value import_next_name(Vm *vm, Frame *f) {
    Value *at;
    uint32_t n;
    const Value *names = seq_items(vm, *import_list(f, &at), &n);
    if (index_of(*at) >= n && is_ref(f->slot[IMP_ALL])) {
        f->slot[IMP_ALL] = V_NONE;
        names = seq_items(vm, *import_list(f, &at), &n);
    }
    if (index_of(*at) >= n) { return V_STOP; }
    Value name = names[index_of(*at)];
    if (isinstance_str(vm, name)) { return name; }
    if (!is_ref(f->slot[IMP_ALL])) {
        return raise_error(vm, EXC_TypeError, "Item in ``from list'' must be str, not %T", name);
    }
    return raise_error(vm, EXC_TypeError, "Item in %U.__all__ must be str, not %T",
                       import_shown_name(vm, f), name);
}

// The name is no attribute of the package: it may be its submodule. V_NONE: done with; V_CALLING,
// V_RAISED.
static Value import_submodule(Vm *vm, Frame *f, Value name) {
    Value sub = format_text(vm, "%U.%U", import_shown_name(vm, f), name);
    TRY_VALUE(sub);
    Value m = import_ready(vm, sub);
    TRY_VALUE(m);
    if (m != V_UNBOUND) { return V_NONE; }
    Value hook = import_hook(vm);
    TRY_VALUE(hook);
    if (hook == V_UNBOUND) { return V_NONE; }
    f->slot[IMP_TRIED] = sub;
    native_catch(f, IMPORT_HAS);
    return native_call2(vm, f, IMPORT_SUBMODULE, hook, sub, f->slot[IMP_MODULE]);
}

// A name of the fromlist: as import_submodule.
static Value import_name(Vm *vm, Frame *f, Value name) {
    Dict *d = module_dict(vm, f->slot[IMP_MODULE]);
    if (str_equals_cstr(as_str(vm, name), "*")) {
        Value all = dict_get_str(vm, d, vm_name(vm, N___all__));
        if (all == V_UNBOUND || is_ref(f->slot[IMP_ALL])) { return V_NONE; }
        if (import_has_items(vm, all)) {
            f->slot[IMP_ALL] = all;
            f->slot[IMP_ALL_I] = int_value(0);
            return V_NONE;
        }
        return native_call1(vm, f, IMPORT_ALL, internal(vm, I_DRAIN), all);
    }
    if (dict_get_str(vm, d, name) != V_UNBOUND) { return V_NONE; }
    Value key = intern_str(vm, name);
    TRY_VALUE(key);
    Value has = getattr_leaf(vm, f->slot[IMP_MODULE], key);
    TRY_VALUE(has);
    if (has == V_STOP) { return import_submodule(vm, f, name); }
    if (has != V_UNBOUND) { return V_NONE; }
    f->slot[IMP_TRIED] = name;
    return native_call2(vm, f, IMPORT_ASKED, internal(vm, I_HASATTR_GET), f->slot[IMP_MODULE], key);
}

// Imports what is a submodule among the names that are left. The module, V_CALLING or V_RAISED.
static Value import_fromlist(Vm *vm, Frame *f) {
    for (;;) {
        Value name = import_next_name(vm, f);
        TRY_VALUE(name);
        if (name == V_STOP) { return f->slot[IMP_MODULE]; }
        Value *at;
        import_list(f, &at);
        Value v = import_name(vm, f, name);
        TRY_VALUE(v);
        slot_advance(at, 1);
        if (v != V_NONE) { return v; }
    }
}

// What a call for the fromlist gave; goes on with the rest of it.
static Value import_fromlist_more(Vm *vm, Frame *f) {
    if (!is_tagged(vm, f->slot[IMP_MODULE], T_MODULE)) { return raise_stop(vm, STOP_CORRUPT); }
    Value v = V_NONE, name = f->slot[IMP_TRIED];
    switch (native_state(f)) {
    case IMPORT_HAS: v = import_was_missing(vm, f); break;
    case IMPORT_LISTED:
        f->slot[IMP_FROMLIST] = f->result;
        f->slot[IMP_I] = int_value(0);
        break;
    case IMPORT_ALL:
        f->slot[IMP_ALL] = f->result;
        f->slot[IMP_ALL_I] = int_value(0);
        break;
    case IMPORT_ASKED:
        if (!isinstance_str(vm, name)) { return raise_stop(vm, STOP_CORRUPT); }
        if (f->result == V_UNBOUND) { v = import_submodule(vm, f, name); }
        break;
    default: break;
    }
    if (v != V_NONE) { return v; }
    native_commit(f, IMPORT_SUBMODULE);
    return import_fromlist(vm, f);
}

// All modules are there, and the fromlist is a true value or not.
static Value import_give(Vm *vm, Frame *f, bool named) {
    Value m = f->slot[IMP_MODULE], list = f->slot[IMP_FROMLIST];
    if (!named) {
        bool relative = is_int(f->slot[IMP_LEVEL]) && int_of(f->slot[IMP_LEVEL]) > 0;
        return relative ? m : f->slot[IMP_FIRST];
    }
    bool package = is_tagged(vm, m, T_MODULE) &&
                   dict_get_str(vm, module_dict(vm, m), vm_name(vm, N___path__)) != V_UNBOUND;
    if (!package) { return m; }
    if (!import_has_items(vm, list)) {
        return native_call1(vm, f, IMPORT_LISTED, internal(vm, I_DRAIN), list);
    }
    f->slot[IMP_I] = int_value(0);
    native_commit(f, IMPORT_SUBMODULE);
    return import_fromlist(vm, f);
}

// I_IMPORT: imports each package on the way; gives the first one, or with a fromlist the last.
Value import_steps(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state != IMPORT_START && state != IMPORT_PARENT) { TRY(slot_obj(vm, f, IMP_FULL, T_STR)); }
    Value v = V_NONE;
    switch (state) {
    case IMPORT_START: v = import_start(vm, f); break;
    case IMPORT_PARENT: v = import_start_in(vm, f, f->result); break;
    case IMPORT_FOUND: v = import_found(vm, f); break;
    case IMPORT_BOUND: break;
    case IMPORT_TRUTH: return import_give(vm, f, f->result == V_TRUE);
    default: return import_fromlist_more(vm, f);
    }
    if (v == V_NONE) { v = import_path(vm, f); }
    if (v != V_NONE) { return v; }
    Value named = truth_leaf(vm, f->slot[IMP_FROMLIST]);
    TRY_VALUE(named);
    if (named == V_UNBOUND) {
        return native_call1(vm, f, IMPORT_TRUTH, internal(vm, I_TRUTH), f->slot[IMP_FROMLIST]);
    }
    return import_give(vm, f, named == V_TRUE);
}

// I_IMPORT_FROM: module.name, or the submodule of that name; ImportError otherwise.
Value import_from_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) {
        if (f->result != V_UNBOUND) { return f->result; }
        Value mod_name = V_UNBOUND, file = V_UNBOUND;
        if (is_tagged(vm, f->slot[0], T_MODULE)) {
            mod_name = dict_get_str(vm, module_dict(vm, f->slot[0]), vm_name(vm, N___name__));
            file = dict_get_str(vm, module_dict(vm, f->slot[0]), vm_name(vm, N___file__));
        }
        if (!isinstance_str(vm, mod_name)) {
            mod_name = str_new_cstr(vm, "<unknown module name>");
            TRY_VALUE(mod_name);
        } else {
            Value sub = format_text(vm, "%U.%U", mod_name, f->slot[1]);
            TRY_VALUE(sub);
            Value m = import_ready(vm, sub);
            if (m != V_UNBOUND) { return m; }
        }
        if (isinstance_str(vm, file)) {
            static const char *const texts[] = {
                [MODULE_READY] = "cannot import name %R from %R (%U)",
                [MODULE_PARTIAL] = "cannot import name %R from partially initialized module %R "
                                   "(most likely due to a circular import) (%U)",
                [MODULE_SHADOWS] = "cannot import name %R from %R (consider renaming %R if it has "
                                   "the same name as a library you intended to import)",
            };
            raise_error(vm, EXC_ImportError, texts[module_state(vm, f->slot[0])], f->slot[1],
                        mod_name, file);
        } else {
            raise_error(vm, EXC_ImportError, "cannot import name %R from %R (unknown location)",
                        f->slot[1], mod_name);
        }
        if (is_exception(vm, vm->head->exc) && !vm->alloc_failed) {
            Value exc = vm->head->exc;
            TRY(exc_set_field(vm, exc, IMPORT_NAME, mod_name) &&
                exc_set_field(vm, exc, IMPORT_NAME_FROM, f->slot[1]) &&
                exc_set_field(vm, exc, IMPORT_PATH, isinstance_str(vm, file) ? file : V_NONE));
        }
        return V_RAISED;
    }
    return native_call2(vm, f, 1, internal(vm, I_HASATTR_GET), f->slot[0], f->slot[1]);
}

// I_IMPORT_STAR: the names in __all__, else those without a leading underscore.
Value import_star_steps(Vm *vm, Frame *f) {
    enum { STAR_START, STAR_ALL, STAR_GOT };
    enum { MODULE, NS, NAMES, I };
    if (!is_tagged(vm, f->slot[MODULE], T_MODULE)) {
        return raise_error(vm, EXC_ImportError,
                           "from-import-* object has no __dict__ and no "
                           "__all__");
    }
    Dict *d = module_dict(vm, f->slot[MODULE]);
    bool dict_ns = is_tagged(vm, f->slot[NS], T_DICT);
    TRY(dict_ns);
    Dict *ns = as_dict(vm, f->slot[NS]);
    switch (native_state(f)) {
    case STAR_START: {
        Value all = dict_get_str(vm, d, vm_name(vm, N___all__));
        if (all != V_UNBOUND) { return native_call1(vm, f, STAR_ALL, internal(vm, I_DRAIN), all); }
        Value key, value;
        for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &value);) {
            if (isinstance_str(vm, key) && as_str(vm, key)->data[0] != '_') {
                TRY(dict_set_str(vm, ns, key, value));
            }
        }
        return V_NONE;
    }
    case STAR_ALL:
        f->slot[NAMES] = f->result;
        f->slot[I] = int_value(0);
        break;
    default: {
        uint32_t i = (uint32_t)int_of(f->slot[I]);
        uint32_t n;
        const Value *names = seq_items(vm, f->slot[NAMES], &n);
        if (i >= n || !isinstance_str(vm, names[i])) { return raise_stop(vm, STOP_CORRUPT); }
        if (f->result == V_UNBOUND) {
            return raise_error(vm, EXC_AttributeError, "module %R has no attribute %R",
                               dict_get_str(vm, d, vm_name(vm, N___name__)), names[i]);
        }
        TRY(dict_set_str(vm, ns, names[i], f->result));
        f->slot[I] = int_value(i + 1);
        break;
    }
    }
    uint32_t n, i = (uint32_t)int_of(f->slot[I]);
    const Value *names = seq_items(vm, f->slot[NAMES], &n);
    if (i >= n) { return V_NONE; }
    if (!isinstance_str(vm, names[i])) {
        return raise_error(vm, EXC_TypeError, "Item in %U.__all__ must be str, not %T",
                           dict_get_str(vm, d, vm_name(vm, N___name__)), names[i]);
    }
    return native_call2(vm, f, STAR_GOT, internal(vm, I_HASATTR_GET), f->slot[MODULE], names[i]);
}

Value import_module_repr(Vm *vm) {
    Value fn = frozen_function(vm, "_importer", "_module_repr");
    return fn != V_UNBOUND ? fn : raise_error(vm, EXC_ImportError, "_importer is not there");
}
