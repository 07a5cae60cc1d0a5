// import.c: the import statement: sys.modules, ready modules of the image, then packed ones and files
// of the guest through importlib's Python part. Ready modules are made: importing one is entering it
// into sys.modules.
#include "vm/ops.h"

#include "object/exc_classes.h"
#include "object/list.h"
#include "object/module.h"
#include "rt/internals.h"
#include "vm/internals.h"

static Value import_missing(Vm *vm, Value name) {
    raise_error(vm, EXC_ModuleNotFoundError, "No module named %R", name);
    if (is_exception(vm, vm->head->exc)) {
        ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0] = name;
    }
    return V_RAISED;
}

static uint32_t next_dot(const Str *s, uint32_t from);

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
        return raise_error(vm, EXC_ModuleNotFoundError, "import of %U halted; None in sys.modules",
                           name);
    }
    if (m != V_UNBOUND) { return m; }
    m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    if (!is_tagged(vm, m, T_MODULE)) { return V_UNBOUND; } // not there, or packed
    return import_bind(vm, name, m) && dict_set_str(vm, modules, name, m) ? m : V_RAISED;
}

// name[0 .. dot), the dot after `from`; the length when there is none.
static uint32_t next_dot(const Str *s, uint32_t from) {
    while (from < s->h.n && s->data[from] != '.') { from++; }
    return from;
}

// State IMPORT_HAS: the submodule that was tried is not there (anything else that went wrong inside
// goes on its way): V_NONE or V_RAISED.
static Value import_was_missing(Vm *vm, const Frame *f) {
    enum { FROMLIST = 2, FULL = 7, I = 8 };
    if (!isinstance_exc(vm, f->result, EXC_ModuleNotFoundError)) {
        return exc_restore(vm, f->result);
    }
    uint32_t n;
    const Value *names = seq_items(vm, f->slot[FROMLIST], &n);
    uint64_t at = index_of(f->slot[I]) - 1;
    if (at >= n) { return raise_stop(vm, STOP_CORRUPT); }
    Value tried = format_text(vm, "%U.%U", f->slot[FULL], names[at]);
    TRY_VALUE(tried);
    Value missing = ((const Exception *)ref_ptr(vm, f->result))->extra[0];
    bool same = isinstance_str(vm, missing) && str_equal(as_str(vm, tried), as_str(vm, missing));
    return same ? V_NONE : exc_restore(vm, f->result);
}

// I_IMPORT: imports each package on the way; gives the first one, or with a fromlist the last.
Value import_steps(Vm *vm, Frame *f) {
    enum { IMPORT_START, IMPORT_FOUND, IMPORT_BOUND, IMPORT_SUBMODULE, IMPORT_HAS, IMPORT_PARENT };
    enum { NAME, GLOBALS, FROMLIST, LEVEL, AT, FIRST, MODULE, FULL, I };
    Value globals = f->slot[GLOBALS], name, spec = V_UNBOUND;
    const Str *full = NULL;
    if (native_state(f) != IMPORT_START && native_state(f) != IMPORT_PARENT) {
        full = slot_obj(vm, f, FULL, T_STR);
        TRY(full);
    }
    switch (native_state(f)) {
    case IMPORT_START: {
        if (!isinstance_str(vm, f->slot[NAME])) {
            return raise_error(vm, EXC_TypeError, "module name must be a string");
        }
        if (globals == V_NONE) {
            for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev) {
                if (!frame_is_native(vm, as_frame(vm, v))) {
                    globals = as_frame(vm, v)->globals;
                    break;
                }
            }
        }
        int64_t level = is_int(f->slot[LEVEL]) ? int_of(f->slot[LEVEL]) : 0;
        if (level < 0) { return raise_error(vm, EXC_ValueError, "level must be >= 0"); }
        name = f->slot[NAME];
        if (level > 0) {
            Value package = import_package(vm, globals, &spec);
            TRY_VALUE(package);
            if (package == V_UNBOUND) {
                Value parent = intern_bytes(vm, "parent", 6);
                TRY_VALUE(parent);
                return native_call2(vm, f, IMPORT_PARENT, internal(vm, I_GETATTR), spec, parent);
            }
            name = import_absolute(vm, name, package, level);
            TRY_VALUE(name);
        }
    named:
        if (as_str(vm, name)->h.n == 0) {
            return raise_error(vm, EXC_ValueError, "Empty module name");
        }
        f->slot[FULL] = name;
        full = as_str(vm, name);
        f->slot[AT] = int_value(0);
        f->slot[FIRST] = f->slot[MODULE] = V_NONE;
        // A bare relative name (`from . import x`) starts inside its package.
        break;
    }
    case IMPORT_PARENT: {
        if (!isinstance_str(vm, f->result)) {
            return raise_error(vm, EXC_TypeError, "__spec__.parent must be a string");
        }
        TRY(isinstance_str(vm, f->slot[NAME]) || raise_stop(vm, STOP_CORRUPT) != V_RAISED);
        name = import_absolute(vm, f->slot[NAME], f->result, int_of(f->slot[LEVEL]));
        TRY_VALUE(name);
        goto named;
    }
    case IMPORT_FOUND: { // the hook gives the module, or has entered it into sys.modules
        if (index_of(f->slot[AT]) > full->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        uint32_t end = next_dot(full, (uint32_t)int_of(f->slot[AT]));
        Value part = intern_bytes(vm, full->data, end ? end : full->h.n);
        TRY_VALUE(part);
        Value m = f->result;
        if (m == V_NONE) { m = import_ready(vm, part); }
        TRY_VALUE(m);
        if (m == V_UNBOUND) { return import_missing(vm, part); }
        f->slot[MODULE] = m;
        goto found;
    }
    case IMPORT_BOUND: break;
    default: goto fromlist;
    }
    while ((uint32_t)int_of(f->slot[AT]) < full->h.n) {
        uint32_t dot = next_dot(full, (uint32_t)int_of(f->slot[AT]));
        if (dot == 0) { dot = full->h.n; } // ".x" is no path of packages
        Value part = intern_bytes(vm, full->data, dot);
        TRY_VALUE(part);
        Value m = import_ready(vm, part);
        TRY_VALUE(m);
        if (m == V_UNBOUND) {
            Value hook = import_hook(vm);
            TRY_VALUE(hook);
            if (hook == V_UNBOUND) { return import_missing(vm, part); }
            return native_call2(vm, f, IMPORT_FOUND, hook, part, f->slot[MODULE]);
        }
        f->slot[MODULE] = m;
    found:
        dot = next_dot(full, (uint32_t)int_of(f->slot[AT]));
        if (dot == 0) { dot = full->h.n; }
        if (f->slot[FIRST] == V_NONE) { f->slot[FIRST] = f->slot[MODULE]; }
        f->slot[AT] = int_value(dot + 1);
        native_commit(f, IMPORT_BOUND);
    }
    if (!is_ref(f->slot[FROMLIST]) || !seq_length(vm, f->slot[FROMLIST])) {
        bool relative = is_int(f->slot[LEVEL]) && int_of(f->slot[LEVEL]) > 0;
        return relative ? f->slot[MODULE] : f->slot[FIRST];
    }
    f->slot[I] = int_value(0);
fromlist:;
    if (native_state(f) == IMPORT_HAS) {
        TRY_VALUE(import_was_missing(vm, f));
        native_commit(f, IMPORT_SUBMODULE);
    }
    // Names that are not attributes of a package may be its submodules.
    uint32_t n;
    const Value *names = seq_items(vm, f->slot[FROMLIST], &n);
    if (!is_tagged(vm, f->slot[MODULE], T_MODULE)) { return f->slot[MODULE]; }
    Dict *d = module_dict(vm, f->slot[MODULE]);
    Value pkg = dict_get_str(vm, d, vm_name(vm, N___path__));
    for (uint32_t i = (uint32_t)int_of(f->slot[I]); pkg != V_UNBOUND && i < n; i++) {
        if (!isinstance_str(vm, names[i]) || str_equals_cstr(as_str(vm, names[i]), "*")) {
            continue;
        }
        if (dict_get_str(vm, d, names[i]) != V_UNBOUND) { continue; }
        Value sub = format_text(vm, "%U.%U", f->slot[FULL], names[i]);
        TRY_VALUE(sub);
        Value m = import_ready(vm, sub);
        TRY_VALUE(m);
        if (m != V_UNBOUND) {
            TRY(dict_set_str(vm, d, names[i], m));
            continue;
        }
        Value hook = import_hook(vm);
        TRY_VALUE(hook);
        if (hook == V_UNBOUND) { continue; }
        f->slot[I] = int_value(i + 1);
        native_catch(f, IMPORT_HAS);
        return native_call2(vm, f, IMPORT_SUBMODULE, hook, sub, f->slot[MODULE]);
    }
    return f->slot[MODULE];
}

// The function that finds and runs modules in the guest's files, once a library provides it.
Value import_hook(Vm *vm) {
    Value name = intern_bytes(vm, "_import_hook", 12);
    TRY_VALUE(name);
    return dict_get_str(vm, as_dict(vm, vm->head->sys_dict), name);
}

uint32_t seq_length(Vm *vm, Value v) {
    if (!is_tagged(vm, v, T_TUPLE) && !is_tagged(vm, v, T_LIST)) { return 0; }
    return as_obj(vm, v)->n;
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
