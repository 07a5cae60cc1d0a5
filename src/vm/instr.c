// instr.c: slow paths of single instructions: names, building, unpacking, raising, matching.
#include "vm/ops.h"

#include "object/seq.h"
#include "object/descr.h"
#include "object/key.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/module.h"
#include "object/set.h"
#include "object/slice.h"
#include "rt/internals.h"
#include "vm/internals.h"
#include "vm/vm_internal.h"

// ---- names -------------------------------------------------------------------------------------

static Value name_error(Vm *vm, Value name) {
    raise_error(vm, EXC_NameError, "name '%U' is not defined", name);
    if (is_exception(vm, vm->head->exc)) {
        ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0] = name;
    }
    return V_RAISED;
}

void raise_unbound_local(Vm *vm, Value name) {
    raise_error(vm, EXC_UnboundLocalError,
                "cannot access local variable '%U' where it is not associated with a value", name);
}

void raise_unbound_cell(Vm *vm, const Frame *f, Value name, bool own) {
    (void)f;
    if (own) {
        raise_unbound_local(vm, name);
        return;
    }
    raise_error(vm, EXC_NameError,
                "cannot access free variable '%U' where it is not associated with a value in "
                "enclosing scope",
                name);
    if (is_exception(vm, vm->head->exc)) {
        ((Exception *)ref_ptr(vm, vm->head->exc))->extra[0] = name;
    }
}

Value globals_builtins(Vm *vm, Value globals) {
    Value v = dict_get_str(vm, as_dict(vm, globals), vm_name(vm, N___builtins__));
    if (is_tagged(vm, v, T_MODULE)) { v = ((Module *)ref_ptr(vm, v))->dict; }
    return v == V_UNBOUND ? vm->head->builtins : v;
}

// A namespace whose entries are what its own code says: any mapping, a dict with another __getitem__.
static bool namespace_asks(Vm *vm, Value ns) {
    return !is_exact(vm, ns, T_DICT) &&
           !(is_tagged(vm, ns, T_DICT) && keeps_builtin(vm, ns, N___getitem__) &&
             special_method(vm, ns, N___missing__) == V_UNBOUND);
}

// What I_LOAD_NAME does when a namespace lacks the name, beside looking into a dict of globals.
#define NAME_ABSENT    V_NONE  // says V_UNBOUND
#define NAME_UNDEFINED V_TRUE  // raises NameError
#define NAME_BUILTIN   V_FALSE // looks into the builtins of this namespace

// The arguments of I_LOAD_NAME.
typedef struct NameAsk {
    Value args[3];
} NameAsk;

static Value name_ask(NameAsk *ask, Value ns, Value name, Value absent) {
    *ask = (NameAsk){{ns, name, absent}};
    return V_CALLING;
}

// The builtins' entry for code with these globals, which lack it. V_CALLING, which no dict of a forged
// snapshot can have: I_LOAD_NAME finds it, by *ask.
static Value load_builtin(Vm *vm, Value globals, Value name, CacheEntry *cache, NameAsk *ask) {
    Value builtins = globals_builtins(vm, globals);
    if (namespace_asks(vm, builtins)) { return name_ask(ask, builtins, name, NAME_UNDEFINED); }
    const Dict *g = as_dict(vm, globals), *b = as_dict(vm, builtins);
    int64_t at = dict_find_str(vm, b, name);
    if (at < 0) { return name_error(vm, name); }
    const DictEntry *e = &dict_entries(vm, b)->items[at];
    if (cache && e->key == name && builtins == vm->head->builtins) {
        uint64_t offset = (uint64_t)((const uint8_t *)e - vm->base);
        *cache = (CacheEntry){b->entries, (uint64_t)(g->version & 0xFFFFFFF) << 32 | offset};
    }
    return e->value;
}

// `at`: where the name was found in its namespace. See GLOBALS_VERSION.
static void cache_global(Vm *vm, const Dict *g, int64_t at, Value name, CacheEntry *cache) {
    const DictEntry *e = &dict_entries(vm, g)->items[at];
    if (e->key != name) { return; } // an equal string, not this one
    *cache = (CacheEntry){g->entries, (uint64_t)((const uint8_t *)e - vm->base)};
}

static Value load_global(Vm *vm, Value globals, Value name, CacheEntry *cache, NameAsk *ask) {
    if (namespace_asks(vm, globals)) { return name_ask(ask, globals, name, NAME_BUILTIN); }
    const Dict *g = as_dict(vm, globals);
    int64_t at = dict_find_str(vm, g, name);
    if (at >= 0) {
        if (cache) { cache_global(vm, g, at, name, cache); }
        return dict_entries(vm, g)->items[at].value;
    }
    return load_builtin(vm, globals, name, cache, ask);
}

Value op_load_global(Vm *vm, Value globals, Value name, CacheEntry *cache, uint64_t ret) {
    NameAsk ask;
    Value v = load_global(vm, globals, name, cache, &ask);
    return v == V_CALLING ? op_internal(vm, I_LOAD_NAME, ask.args, ret) : v;
}

bool op_store_global(Vm *vm, Dict *globals, Value name, Value v, CacheEntry *cache) {
    int64_t at = dict_find_str(vm, globals, name);
    if (at >= 0) {
        dict_set_at(vm, globals, (uint32_t)at, v);
    } else {
        if (!dict_set_str(vm, globals, name, v)) { return false; }
        at = dict_find_str(vm, globals, name);
    }
    cache_global(vm, globals, at, name, cache);
    return true;
}

bool op_del_global(Vm *vm, Dict *globals, Value name) {
    if (dict_del_str(vm, globals, name)) { return true; }
    name_error(vm, name);
    return false;
}

// Class bodies and exec with its own namespace.
Value op_load_name(Vm *vm, Value ns, Value globals, Value name, uint64_t ret) {
    if (is_exact(vm, ns, T_DICT)) {
        Value v = dict_get_str(vm, as_dict(vm, ns), name);
        if (v != V_UNBOUND) { return v; }
        return op_load_global(vm, globals, name, NULL, ret);
    }
    Value args[3] = {ns, name, ns == globals ? NAME_BUILTIN : globals};
    return op_internal(vm, I_LOAD_NAME, args, ret);
}

static Value load_name_elsewhere(Vm *vm, Frame *f) {
    Value ns = f->slot[0], name = f->slot[1], globals = f->slot[2];
    TRY(slot_obj(vm, f, 1, T_STR));
    if (globals == NAME_ABSENT) { return V_UNBOUND; }
    if (globals == NAME_UNDEFINED) { return name_error(vm, name); }
    bool own = globals == NAME_BUILTIN;
    if (!is_tagged(vm, own ? ns : globals, T_DICT)) { return raise_stop(vm, STOP_CORRUPT); }
    NameAsk ask;
    Value v =
        own ? load_builtin(vm, ns, name, NULL, &ask) : load_global(vm, globals, name, NULL, &ask);
    if (v != V_CALLING) { return v; }
    return native_call3(vm, f, 1, internal(vm, I_LOAD_NAME), ask.args[0], ask.args[1], ask.args[2]);
}

// I_LOAD_NAME: a namespace that is any mapping (__prepare__, exec).
Value load_name_steps(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case 0:
        native_catch(f, 2);
        return native_call2(vm, f, 1, internal(vm, I_GETITEM), f->slot[0], f->slot[1]);
    case 1: return f->result;
    default: {
        exc_restore(vm, f->result);
        if (!exc_matches(vm, EXC_KeyError)) { return V_RAISED; }
        exc_clear(vm);
        return load_name_elsewhere(vm, f);
    }
    }
}

Value op_load_classdict(Vm *vm, Value ns, Value name, uint64_t ret) {
    if (is_exact(vm, ns, T_DICT)) { return dict_get_str(vm, as_dict(vm, ns), name); }
    Value args[3] = {ns, name, NAME_ABSENT};
    return op_internal(vm, I_LOAD_NAME, args, ret);
}

Value op_del_name(Vm *vm, Value ns, Value name) {
    if (!is_exact(vm, ns, T_DICT)) {
        return op_setitem(vm, ns, name, V_UNBOUND, ret_make(RET_DISCARD, 0, 0));
    }
    if (dict_del_str(vm, as_dict(vm, ns), name)) { return V_NONE; }
    return name_error(vm, name);
}

// ---- building ----------------------------------------------------------------------------------

// What the bound `v` of a slice comes to in a sequence of `len` items; None is `absent`. False: it is
// neither None nor a small int.
static inline bool getslice_bound(Value v, int64_t len, int64_t absent, int64_t *at) {
    *at = is_int(v) ? int_of(v) : absent;
    if (*at < 0) { *at = *at + len < 0 ? 0 : *at + len; }
    if (*at > len) { *at = len; }
    return is_int(v) || v == V_NONE;
}

Value op_getslice(Vm *vm, Value v, Value from, Value to, uint64_t ret) {
    const TypeDef *d = is_ref(v) ? exact_def(vm, v) : NULL;
    if (NX_LIKELY(d && d->getspan)) {
        int64_t len = int_of(d->len(vm, v)), start, stop;
        if (NX_LIKELY(getslice_bound(from, len, 0, &start) &&
                      getslice_bound(to, len, len, &stop))) {
            uint32_t first = (uint32_t)start, end = (uint32_t)stop;
            return d->getspan(vm, v, first, first < end ? end : first);
        }
    }
    Value slice = slice_new(vm, from, to, V_NONE);
    TRY_VALUE(slice);
    return op_getitem(vm, v, slice, ret);
}

Value op_call_ex(Vm *vm, Value callee, Value args, Value kwargs, uint64_t ret) {
    bool ready = (is_exact(vm, args, T_LIST) || is_exact(vm, args, T_TUPLE)) &&
                 (kwargs == V_NONE || is_exact(vm, kwargs, T_DICT));
    if (ready) { return vm_call_spread(vm, callee, args, kwargs, ret); }
    Value all[3] = {callee, args, kwargs};
    return op_internal(vm, I_CALL_SPREAD, all, ret);
}

// How messages call what is called: "module.qualname()", without the module for builtins.
static Value callee_label(Vm *vm, Value v) {
    while (is_exact(vm, v, T_METHOD)) { v = ((BoundMethod *)ref_ptr(vm, v))->func; }
    Value module = V_NONE, name = V_UNBOUND;
    if (is_exact(vm, v, T_FUNCTION)) {
        const Function *f = as_function(vm, v);
        bool body = as_code(vm, f->code)->flags & CODE_NAMESPACE; // of a class statement
        if (body) { return str_new_cstr(vm, "__build_class__()"); }
        name = function_qualname(vm, f);
        TRY_VALUE(name);
        module = dict_get_str(vm, as_dict(vm, f->globals), vm_name(vm, N___name__));
    } else if (is_exact(vm, v, T_NATIVE)) {
        name = as_native(vm, v)->name;
        module = native_prefix(vm, as_native(vm, v));
    } else if (is_type(vm, v)) {
        name = as_type(vm, v)->qualname;
        module = type_module(vm, v);
        TRY_VALUE(module);
    } else if (has_attrs(vm, v)) { // what wraps a function
        name = attrs_get(vm, v, vm_name(vm, N___qualname__));
        module = attrs_get(vm, v, vm_name(vm, N___module__));
        if (module == V_UNBOUND) { module = type_module(vm, class_of(vm, v)); }
        TRY_VALUE(module);
        if (!isinstance_str(vm, name)) { name = V_UNBOUND; }
    }
    if (name == V_UNBOUND) {
        Value text = is_exception(vm, v) ? exc_str_leaf(vm, v) : str_leaf(vm, v);
        return text == V_UNBOUND ? object_default_repr(vm, v) : text;
    }
    bool plain = !is_str(vm, module) || str_equals_cstr(as_str(vm, module), "builtins");
    return plain ? format_text(vm, "%U()", name) : format_text(vm, "%U.%U()", module, name);
}

Value call_spread_steps(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case 0:
        if (special_method(vm, f->slot[1], N___iter__) == V_UNBOUND &&
            !seq_has_items(vm, f->slot[1])) {
            Value label = callee_label(vm, f->slot[0]);
            TRY_VALUE(label);
            return raise_error(vm, EXC_TypeError, "%U argument after * must be an iterable, not %T",
                               label, f->slot[1]);
        }
        return native_call1(vm, f, 1, internal(vm, I_DRAIN), f->slot[1]);
    default: return native_tailcall_full(vm, f->slot[0], f->result, f->slot[2]);
    }
}

// I_MERGE_KEYWORDS: ** in a call.
Value merge_keywords_steps(Vm *vm, Frame *f) {
    enum { MERGE_START, MERGE_DONE, MERGE_FAILED, MERGE_SHOWN };
    enum { CALLEE, DICT, OTHER };
    if (native_state(f) == MERGE_START) {
        native_catch(f, MERGE_FAILED);
        return native_call3(vm, f, MERGE_DONE, internal(vm, I_DICT_MERGE), f->slot[DICT],
                            f->slot[OTHER], int_value(1));
    }
    if (native_state(f) == MERGE_DONE) { return f->result; }
    if (native_state(f) == MERGE_SHOWN) {
        return raise_error(vm, EXC_TypeError, "%U got multiple values for keyword argument '%U'",
                           f->slot[CALLEE], f->result);
    }
    const Exception *e = result_obj(vm, f, T_EXCEPTION);
    TRY(e);
    bool twice = isinstance_exc(vm, f->result, EXC_KeyError) && as_tuple(vm, e->args)->h.n == 1;
    Value key = twice ? as_tuple(vm, e->args)->items[0] : V_NONE;
    if (!twice && !isinstance_exc(vm, f->result, EXC_AttributeError)) {
        exc_restore(vm, f->result);
        return V_RAISED;
    }
    Value label = callee_label(vm, f->slot[CALLEE]);
    TRY_VALUE(label);
    if (!twice) {
        return raise_error(vm, EXC_TypeError, "%U argument after ** must be a mapping, not %T",
                           label, f->slot[OTHER]);
    }
    f->slot[CALLEE] = label;
    return native_call1(vm, f, MERGE_SHOWN, internal(vm, I_STR), key);
}

Value op_build_string(Vm *vm, const Value *parts, uint32_t n) {
    uint64_t bytes = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_tagged(vm, parts[i], T_STR)) { return raise_stop(vm, STOP_CORRUPT); }
        bytes += as_str(vm, parts[i])->h.n;
    }
    TRY(native_charge(vm, bytes / 64));
    Str *s = str_alloc(vm, bytes);
    TRY(s);
    char *at = s->data;
    uint32_t len = 0;
    for (uint32_t i = 0; i < n; i++) {
        const Str *part = as_str(vm, parts[i]);
        memcpy(at, part->data, part->h.n);
        at += part->h.n;
        len += part->len;
    }
    s->len = len;
    s->hash = 0;
    *at = 0;
    return ptr_value(vm, s);
}

Value op_build_object(Vm *vm, TypeTag tag, const Value *fields, uint32_t n) {
    Obj *o = heap_new(vm, tag, 0);
    TRY(o);
    values_copy(obj_value_array(o), fields, n);
    bool fits =
        tag == T_TEMPLATE
            ? is_tuple_of(vm, fields[0], T_STR) && is_tuple_of(vm, fields[1], T_INTERPOLATION)
            : is_tagged(vm, fields[1], T_STR) && is_tagged(vm, fields[3], T_STR);
    return fits ? ptr_value(vm, o) : raise_stop(vm, STOP_CORRUPT);
}

Value op_list_extend(Vm *vm, Value list, Value items, uint64_t ret) {
    if (is_exact(vm, items, T_LIST) || is_exact(vm, items, T_TUPLE)) {
        List *l = value_obj(vm, list, T_LIST);
        TRY(l);
        uint32_t n;
        const Value *from = seq_items(vm, items, &n);
        TRY(native_charge(vm, n / 16) && list_reserve(vm, l, (uint64_t)l->h.n + n));
        for (uint32_t i = 0; i < n; i++) { TRY(list_append(vm, l, from[i])); }
        return V_NONE;
    }
    Value args[2] = {list, items};
    return op_internal(vm, I_LIST_EXTEND, args, ret);
}

// I_LIST_EXTEND: [*items]
Value list_extend_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0) {
        if (special_method(vm, f->slot[1], N___iter__) == V_UNBOUND &&
            !seq_has_items(vm, f->slot[1])) {
            return raise_error(vm, EXC_TypeError, "Value after * must be an iterable, not %T",
                               f->slot[1]);
        }
        return native_call2(vm, f, 1, internal(vm, I_DRAIN), f->slot[1], int_value(DRAIN_LISTED));
    }
    return op_list_extend(vm, f->slot[0], f->result, 0);
}

Value op_set_add(Vm *vm, const Value *args, uint64_t ret) {
    int added = set_add_leaf(vm, as_set(vm, args[0]), args[1]);
    if (NX_LIKELY(added >= 0)) { return V_NONE; }
    return added == -1 ? V_RAISED : op_internal(vm, I_SET_ADD, args, ret);
}

// What function_verify of a snapshot asks of a function: the same here, for the parts stood in
// registers.
static bool function_parts_fit(Vm *vm, const Function *f) {
    const Code *c = as_code(vm, f->code);
    bool some = is_ref(f->defaults), cells = as_tuple(vm, c->freevars)->h.n > 0;
    if (some && !is_exact(vm, f->defaults, T_TUPLE)) { return false; }
    if (some && as_tuple(vm, f->defaults)->h.n > c->n_args) { return false; }
    if (is_ref(f->kwdefaults) && !is_exact(vm, f->kwdefaults, T_DICT)) { return false; }
    return !cells || (is_tuple_of(vm, f->closure, T_CELL) &&
                      as_tuple(vm, f->closure)->h.n == as_tuple(vm, c->freevars)->h.n);
}

Value op_make_function(Vm *vm, Value code, Value globals, const Value *parts, uint32_t which) {
    Value fn = function_new(vm, code, globals);
    TRY_VALUE(fn);
    Function *f = as_function(vm, fn);
    if (which & 1) { f->defaults = *parts++; }
    if (which & 2) { f->kwdefaults = *parts++; }
    if (which & 4) {
        f->extra = dict_new(vm, 2);
        TRY_VALUE(f->extra);
        TRY(dict_set_str(vm, as_dict(vm, f->extra), vm_name(vm, N___annotate__), *parts++));
    }
    if (which & 8) { f->closure = *parts++; }
    return function_parts_fit(vm, f) ? fn : raise_stop(vm, STOP_CORRUPT);
}

// ---- unpacking ---------------------------------------------------------------------------------

static Value unpack_count_error(Vm *vm, uint32_t before, int32_t after, uint32_t n, bool more) {
    if (after >= 0) {
        return raise_error(vm, EXC_ValueError,
                           "not enough values to unpack (expected at least %u, got %u)",
                           before + (uint32_t)after, n);
    }
    if (!more) {
        return raise_error(vm, EXC_ValueError, "not enough values to unpack (expected %u, got %u)",
                           before, n);
    }
    return raise_error(vm, EXC_ValueError, "too many values to unpack (expected %u, got %u)",
                       before, n);
}

// Items into the running frame's registers from dest on.
static Value unpack_items(Vm *vm, const Value *items, uint32_t n, uint32_t before, int32_t after,
                          uint32_t dest) {
    Value *r = as_frame(vm, vm->head->frame)->slot;
    uint32_t tail = after < 0 ? 0 : (uint32_t)after;
    if (n < before + tail) { return unpack_count_error(vm, before, after, n, false); }
    if (after < 0 && n > before) { return unpack_count_error(vm, before, after, n, true); }
    if (after >= 0) {
        Value rest = list_from(vm, items + before, n - before - tail);
        TRY_VALUE(rest);
        r[dest + before] = rest;
        for (uint32_t i = 0; i < tail; i++) { r[dest + before + 1 + i] = items[n - tail + i]; }
    }
    for (uint32_t i = 0; i < before; i++) { r[dest + i] = items[i]; }
    return V_NONE;
}

Value op_unpack(Vm *vm, Value v, uint32_t before, int32_t after, uint32_t dest) {
    bool plain = is_tagged(vm, v, T_LIST) || is_tagged(vm, v, T_TUPLE);
    if (plain && keeps_builtin(vm, v, N___iter__)) {
        uint32_t n;
        const Value *items = seq_items(vm, v, &n);
        return unpack_items(vm, items, n, before, after, dest);
    }
    if (!is_ref(v)) {
        return raise_error(vm, EXC_TypeError, "cannot unpack non-iterable %T object", v);
    }
    Value args[4] = {v, int_value(before), int_value(after), int_value(dest)};
    return op_internal(vm, I_UNPACK, args, ret_make(RET_DISCARD, 0, 0));
}

// The registers that are to be filled are those of the frame below.
static bool unpack_fits(Vm *vm, const Frame *f, uint32_t before, int32_t after, uint64_t dest) {
    const Frame *to = is_ref(f->prev) ? as_frame(vm, f->prev) : NULL;
    if (!to || frame_is_native(vm, to) || after > 0xFFFF || dest > 0xFF) { return false; }
    return dest + before + (after < 0 ? 0 : (uint64_t)after + 1) <= as_code(vm, to->code)->n_regs;
}

// A new list of the items of both; NULL: no memory, or `rest` is none.
static List *unpack_join(Vm *vm, List *first, List *rest) {
    Value whole = rest ? list_new(vm, first->h.n + rest->h.n) : V_RAISED;
    if (whole == V_RAISED) { return NULL; }
    List *parts[2] = {first, rest};
    for (uint32_t k = 0; k < 2; k++) {
        for (uint32_t i = 0; i < parts[k]->h.n; i++) {
            if (!list_append(vm, as_list(vm, whole), list_items(vm, parts[k])[i])) { return NULL; }
        }
    }
    return as_list(vm, whole);
}

// I_UNPACK: takes one item more than fits, no further; then fills the registers below.
Value unpack_steps(Vm *vm, Frame *f) {
    enum { UNPACK_START, UNPACK_ITER, UNPACK_NEXT, UNPACK_END, UNPACK_ALL };
    enum { SOURCE, BEFORE, AFTER, DEST, LIST, IT };
    uint32_t before = (uint32_t)index_of(f->slot[BEFORE]);
    int32_t after = (int32_t)int_of(f->slot[AFTER]);
    if (!unpack_fits(vm, f, before, after, index_of(f->slot[DEST]))) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    List *list = NULL;
    if (native_state(f) > UNPACK_START) {
        list = slot_obj(vm, f, LIST, T_LIST);
        TRY(list);
    }
    bool more = true;
    switch (native_state(f)) {
    case UNPACK_START:
        if (special_method(vm, f->slot[SOURCE], N___iter__) == V_UNBOUND &&
            !seq_has_items(vm, f->slot[SOURCE])) {
            return raise_error(vm, EXC_TypeError, "cannot unpack non-iterable %T object",
                               f->slot[SOURCE]);
        }
        f->slot[LIST] = list_new(vm, before);
        TRY_VALUE(f->slot[LIST]);
        return native_call1(vm, f, UNPACK_ITER, internal(vm, I_ITER), f->slot[SOURCE]);
    case UNPACK_ITER: f->slot[IT] = f->result; break;
    case UNPACK_NEXT: TRY(list_append(vm, list, f->result)); break;
    case UNPACK_ALL:
        list = unpack_join(vm, list, result_obj(vm, f, T_LIST));
        TRY(list);
        f->slot[LIST] = ptr_value(vm, list);
        native_commit(f, UNPACK_END);
        more = false;
        break;
    default: more = false; break;
    }
    if (more && after >= 0 && list->h.n == before) { // what is left, as list() takes it
        return native_call2(vm, f, UNPACK_ALL, internal(vm, I_DRAIN), f->slot[IT],
                            int_value(DRAIN_LISTED));
    }
    if (more && list->h.n <= before) {
        return native_next_or(vm, f, UNPACK_NEXT, UNPACK_END, f->slot[IT]);
    }
    if (after < 0 && list->h.n > before) {
        Value counted = is_exact(vm, f->slot[SOURCE], T_DICT)
                            ? def_of(vm, f->slot[SOURCE])->len(vm, f->slot[SOURCE])
                            : V_NONE;
        if (is_int(counted)) {
            return unpack_count_error(vm, before, -1, (uint32_t)int_of(counted), true);
        }
        return raise_error(vm, EXC_ValueError, "too many values to unpack (expected %u)", before);
    }
    vm->head->frame = f->prev; // the registers are those of the frame below
    Value done = unpack_items(vm, list->h.n ? list_items(vm, list) : NULL, list->h.n, before, after,
                              (uint32_t)int_of(f->slot[DEST]) & 0xFF);
    vm->head->frame = ptr_value(vm, f);
    return done;
}

// ---- exceptions --------------------------------------------------------------------------------

static Value raise_bad_class(Vm *vm) {
    return raise_error(vm, EXC_TypeError, "exceptions must derive from BaseException");
}

static Value raise_ready(Vm *vm, Value exc, Value cause) {
    if (!is_exception(vm, exc)) { return raise_stop(vm, STOP_CORRUPT); }
    if (cause != V_UNBOUND) {
        Exception *e = ref_ptr(vm, exc);
        obj_set(vm, e, &e->cause, cause);
        e->h.small |= EXC_SUPPRESS_CONTEXT;
    }
    return raise_value(vm, exc);
}

Value op_raise(Vm *vm, Value exc, Value cause) {
    bool cause_ready = cause == V_UNBOUND || cause == V_NONE || is_exception(vm, cause);
    if (is_exception(vm, exc) && cause_ready) { return raise_ready(vm, exc, cause); }
    if (!is_exception(vm, exc) && !is_exception_class(vm, exc)) { return raise_bad_class(vm); }
    Value args[2] = {exc, cause};
    return op_internal(vm, I_RAISE_PREPARE, args, ret_make(RET_DISCARD, 0, 0));
}

static Value prepare_refused(Vm *vm, Value cls, Value made) {
    Value called = repr_leaf(vm, cls), got = repr_leaf(vm, class_of(vm, made));
    TRY(called != V_RAISED && got != V_RAISED);
    return raise_error(vm, EXC_TypeError,
                       "calling %U should have returned an instance of BaseException, not %U",
                       called, got);
}

// I_RAISE_PREPARE: instantiates classes, then raises.
Value raise_prepare_steps(Vm *vm, Frame *f) {
    enum { PREPARE_START, PREPARE_EXC, PREPARE_CAUSE };
    enum { EXC, CAUSE };
    if (native_state(f) == PREPARE_START) {
        if (is_type(vm, f->slot[EXC])) { return native_call0(vm, f, PREPARE_EXC, f->slot[EXC]); }
    } else {
        uint32_t which = native_state(f) == PREPARE_EXC ? EXC : CAUSE;
        if (!is_exception(vm, f->result)) { return prepare_refused(vm, f->slot[which], f->result); }
        f->slot[which] = f->result;
    }
    Value cause = f->slot[CAUSE];
    if (is_exception_class(vm, cause)) { return native_call0(vm, f, PREPARE_CAUSE, cause); }
    if (cause != V_UNBOUND && cause != V_NONE && !is_exception(vm, cause)) {
        return raise_error(vm, EXC_TypeError, "exception causes must derive from BaseException");
    }
    return raise_ready(vm, f->slot[EXC], cause);
}

void op_raise_again(Vm *vm) {
    if (!is_ref(vm->head->handled)) {
        raise_error(vm, EXC_RuntimeError, "No active exception to reraise");
        return;
    }
    vm->head->exc = vm->head->handled;
}

void op_exc_info(Vm *vm, Value exc, Value *out) {
    Value traceback = ((Exception *)ref_ptr(vm, exc))->traceback;
    out[0] = class_of(vm, exc);
    out[1] = exc;
    out[2] = traceback;
}

Value exc_match_steps(Vm *vm, Frame *f) { return exc_match_classes(vm, f->slot[0], f->slot[1]); }

// ---- with, match -------------------------------------------------------------------------------

// A class with its module, unless that is builtins or the program's own.
Value class_full_name(Vm *vm, Value cls) {
    Value module = type_module(vm, cls), name = as_type(vm, cls)->qualname;
    TRY_VALUE(module);
    bool bare = !isinstance_str(vm, module) || str_equals_cstr(as_str(vm, module), "builtins") ||
                str_equals_cstr(as_str(vm, module), "__main__");
    return bare ? name : format_text(vm, "%U.%U", module, name);
}

Value op_load_special(Vm *vm, Value v, Value name, Value *func, Value *self_out, uint64_t ret) {
    Value cls = class_of(vm, v), method = type_lookup(vm, cls, name);
    if (method == V_UNBOUND) {
        bool async = name == vm_name(vm, N___aenter__) || name == vm_name(vm, N___aexit__);
        bool mixed =
            type_lookup(vm, cls, vm_name(vm, async ? N___enter__ : N___aenter__)) != V_UNBOUND &&
            type_lookup(vm, cls, vm_name(vm, async ? N___exit__ : N___aexit__)) != V_UNBOUND;
        Value shown = class_full_name(vm, cls);
        TRY_VALUE(shown);
        return raise_error(vm, EXC_TypeError,
                           "'%U' object does not support the %scontext manager protocol (missed %U "
                           "method)%s",
                           shown, async ? "asynchronous " : "", name,
                           !mixed  ? ""
                           : async ? " but it supports the context manager protocol. Did you mean "
                                     "to use 'with'?"
                                   : " but it supports the asynchronous context manager protocol. "
                                     "Did you mean to use 'async with'?");
    }
    if (is_exact(vm, method, T_FUNCTION) || is_exact(vm, method, T_NATIVE)) {
        *func = method;
        *self_out = v;
        return V_NONE;
    }
    Value bound = bind_descriptor_leaf(vm, method, v, cls);
    if (bound == V_UNBOUND) { bound = call_binding(vm, method, v, ret); }
    TRY_VALUE(bound);
    *self_out = V_UNBOUND; // also when func's register gets it later
    if (bound == V_CALLING) { return bound; }
    *func = bound;
    return V_NONE;
}

Value op_match_kind(Vm *vm, Value v, uint32_t kind) {
    uint32_t flags = as_type(vm, class_of(vm, v))->flags;
    return bool_value(flags & (kind ? TYPE_MAPPING : TYPE_SEQUENCE));
}
