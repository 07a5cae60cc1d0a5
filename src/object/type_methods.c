// type_methods.c: the class type: making classes from the guest, their attributes and methods.
#include "object/singletons.h"
#include "base/utf8.h"
#include "object/alias.h"
#include "object/codec.h"
#include "object/descr.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/set.h"
#include "rt/internals.h"
#include "rt/leaf_ops.h"
#include "rt/machine.h"

// Puts a name where it belongs in the sorted list; what is no str is left out.
static bool abstract_add(Vm *vm, List *out, Value name) {
    if (!isinstance_str(vm, name)) { return true; }
    TRY(native_charge(vm, 1 + out->h.n / 16) && list_append(vm, out, name));
    Value *names = list_open(vm, out);
    uint32_t i = out->h.n - 1;
    for (; i > 0 && str_compare(as_str(vm, name), as_str(vm, names[i - 1])) < 0; i--) {
        names[i] = names[i - 1];
    }
    names[i] = name;
    return true;
}

// The characters of a str, the items of a list or tuple.
static bool abstract_add_all(Vm *vm, List *out, Value names) {
    if (!isinstance_str(vm, names)) {
        uint32_t n;
        const Value *items = seq_items(vm, names, &n);
        for (uint32_t i = 0; i < n; i++) { TRY(abstract_add(vm, out, items[i])); }
        return true;
    }
    const Str *s = as_str(vm, names);
    for (uint32_t i = 0, size; i < s->h.n; i += size) {
        Value c = str_from_char(vm, utf8_decode(s->data + i, &size));
        TRY(c != V_RAISED && abstract_add(vm, out, c));
    }
    return true;
}

// The names in whatever __abstractmethods__ was set to, sorted.
static Value abstract_names(Vm *vm, Value given) {
    Value list = list_new(vm, 8), key;
    TRY_VALUE(list);
    List *out = as_list(vm, list);
    uint32_t pos = 0;
    int64_t hash;
    if (is_tagged(vm, given, T_STR) || is_tagged(vm, given, T_LIST) ||
        is_tagged(vm, given, T_TUPLE)) {
        return abstract_add_all(vm, out, given) ? list : V_RAISED;
    }
    if (!is_tagged(vm, given, T_SET) && !is_tagged(vm, given, T_FROZENSET)) { return list; }
    while (set_next(vm, ref_ptr(vm, given), &pos, &key, &hash)) { TRY(abstract_add(vm, out, key)); }
    return list;
}

Value raise_abstract(Vm *vm, Value cls) {
    Value names = type_lookup(vm, cls, vm_name(vm, N___abstractmethods__));
    Value sorted = abstract_names(vm, names);
    TRY_VALUE(sorted);
    const List *l = as_list(vm, sorted);
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < l->h.n; i++) {
        if (i) { TRY(sb_put_cstr(&b, ", ")); }
        TRY(sb_put_repr(&b, list_items(vm, l)[i], false));
    }
    Value text = sb_finish(&b);
    TRY_VALUE(text);
    return raise_error(vm, EXC_TypeError,
                       "Can't instantiate abstract class %N without an implementation for abstract "
                       "method%s %U",
                       cls, l->h.n == 1 ? "" : "s", text);
}

Value type_module(Vm *vm, Value cls) {
    const Type *t = as_type(vm, cls);
    Value v = dict_get_str(vm, as_dict(vm, t->dict), vm_name(vm, N___module__));
    bool of_instances =
        is_tagged(vm, v, T_GETSET) || (is_tagged(vm, v, T_PROPERTY) && is_ref(t->full_name));
    if (v != V_UNBOUND && !of_instances) { return v; }
    if (is_ref(t->full_name)) {
        const Str *full = as_str(vm, t->full_name);
        return str_new(vm, full->data, full->h.n - as_str(vm, t->name)->h.n - 1);
    }
    return (as_type(vm, cls)->flags & TYPE_BUILTIN) ? vm_name(vm, N_builtins) : V_NONE;
}

static Value type_repr(Vm *vm, Value v) {
    const Type *t = as_type(vm, v);
    Value module = type_module(vm, v);
    TRY_VALUE(module);
    if (is_str(vm, module) && !str_equals_cstr(as_str(vm, module), "builtins")) {
        return format_text(vm, "<class '%U.%U'>", module, t->qualname);
    }
    return format_text(vm, "<class '%U'>", t->qualname);
}

Value type_winner(Vm *vm, Value meta, const Tuple *bases) {
    for (uint32_t i = 0; i < bases->h.n; i++) {
        Value other = class_of(vm, bases->items[i]);
        if (is_subclass_of(vm, meta, other)) { continue; }
        if (!is_subclass_of(vm, other, meta)) {
            return raise_error(vm, EXC_TypeError,
                               "metaclass conflict: the metaclass of a derived class must be a "
                               "(non-strict) subclass of the metaclasses of all its bases");
        }
        meta = other;
    }
    return meta;
}

// ---- type.__new__ ------------------------------------------------------------------------------

// Static and class methods that Python makes so by name.
static bool type_wrap_specials(Vm *vm, Dict *d) {
    static const struct {
        uint16_t name;
        TypeTag tag;
    } specials[] = {
        {N___new__, T_STATICMETHOD},
        {N___init_subclass__, T_CLASSMETHOD},
        {N___class_getitem__, T_CLASSMETHOD},
    };
    for (uint32_t i = 0; i < COUNT_OF(specials); i++) {
        Value name = vm_name(vm, (NameId)specials[i].name), v = dict_get_str(vm, d, name);
        if (!is_exact(vm, v, T_FUNCTION)) { continue; }
        Wrapped *w = heap_new(vm, specials[i].tag, 0);
        if (!w) { return false; }
        w->func = v;
        w->dict = V_NONE;
        if (!dict_set_str(vm, d, name, ptr_value(vm, w))) { return false; }
    }
    return true;
}

static Value type_make_class(Vm *vm, Frame *f, Value meta, Value bases) {
    enum { META, NAME, BASES, DICT };
    Value dict = dict_copy(vm, as_dict(vm, f->slot[DICT]));
    TRY_VALUE(dict);
    Dict *d = as_dict(vm, dict);
    TRY(type_wrap_specials(vm, d));
    Value cell = dict_get_str(vm, d, vm_name(vm, N___classcell__));
    if (cell != V_UNBOUND) { dict_del_str(vm, d, vm_name(vm, N___classcell__)); }
    Value dict_cell = dict_get_str(vm, d, vm_name(vm, N___classdictcell__));
    if (dict_cell != V_UNBOUND) { dict_del_str(vm, d, vm_name(vm, N___classdictcell__)); }
    if (dict_get_str(vm, d, vm_name(vm, N___module__)) == V_UNBOUND) {
        Value module = running_module_name(vm);
        if (module != V_NONE) { TRY(dict_set_str(vm, d, vm_name(vm, N___module__), module)); }
    }
    Value cls = type_new(vm, meta, f->slot[NAME], bases, dict);
    TRY_VALUE(cls);
    if (is_tagged(vm, cell, T_CELL)) {
        Cell *c = ref_ptr(vm, cell);
        obj_set(vm, c, &c->value, cls);
    }
    if (is_tagged(vm, dict_cell, T_CELL)) {
        Cell *c = ref_ptr(vm, dict_cell);
        obj_set(vm, c, &c->value, dict);
    }
    return cls;
}

enum {
    MAKE_START,
    MAKE_MRO,
    MAKE_SLOTS,
    MAKE_NAMED,
    MAKE_SUBCLASSED,
    MAKE_OTHER, // by the __new__ of another metaclass
};
enum { MAKE_META, MAKE_NAME, MAKE_BASES, MAKE_DICT, MAKE_KWARGS, MAKE_CLS };

static bool type_check_meta(Vm *vm, Value meta) {
    if (!is_type(vm, meta)) {
        return raise_false(vm, EXC_TypeError, "type.__new__(X): X is not a type object (%T)", meta);
    }
    if (is_subclass_of(vm, meta, vm->types[T_TYPE])) { return true; }
    return raise_false(vm, EXC_TypeError, "type.__new__(%K): %K is not a subtype of type", meta,
                       meta);
}

static bool type_check_arguments(Vm *vm, const Value *a) {
    if (!type_check_meta(vm, a[MAKE_META])) { return false; }
    for (uint32_t i = 0; i < 3; i++) {
        if (a[MAKE_NAME + i] != V_UNBOUND) { continue; }
        return raise_false(vm, EXC_TypeError, "type.__new__() takes exactly 3 arguments (%u given)",
                           i);
    }
    static const struct {
        const char *want;
        TypeTag tag;
    } rows[] = {{"str", T_STR}, {"tuple", T_TUPLE}, {"dict", T_DICT}};
    for (uint32_t i = 0; i < 3; i++) {
        if (is_tagged(vm, a[MAKE_NAME + i], rows[i].tag)) { continue; }
        return raise_false(vm, EXC_TypeError, "type.__new__() argument %u must be %s, not %s",
                           i + 1, rows[i].want, argument_class_name(vm, a[MAKE_NAME + i]));
    }
    const Tuple *bases = as_tuple(vm, a[MAKE_BASES]);
    for (uint32_t i = 0; i < bases->h.n; i++) {
        if (is_type(vm, bases->items[i])) { continue; }
        Value hook = getattr_leaf(vm, bases->items[i], vm_name(vm, N___mro_entries__));
        if (hook == V_RAISED) { return false; }
        bool asks = hook == V_UNBOUND && is_tagged(vm, bases->items[i], T_MODULE);
        if (hook != V_STOP && !asks) {
            return raise_false(vm, EXC_TypeError,
                               "type() doesn't support MRO entry resolution; use "
                               "types.new_class()");
        }
    }
    return true;
}

// A surrogate has no place in UTF-8.
static bool type_check_text(Vm *vm, Value v) {
    const Str *text = as_str(vm, v);
    bool plain = utf8_find_surrogate(text->data, text->h.n) == text->h.n;
    return plain || codec_encode(vm, v, V_UNBOUND, V_UNBOUND) != V_RAISED;
}

static bool type_check_name(Vm *vm, Value v) {
    const Str *name = as_str(vm, v);
    if (memchr(name->data, 0, name->h.n)) {
        return raise_false(vm, EXC_ValueError, "type name must not contain null characters");
    }
    return type_check_text(vm, v);
}

// The class alone, or what is asked for: the most derived metaclass may make it another way.
static Value type_make_begin(Vm *vm, Frame *f) {
    Value *a = f->slot;
    TRY(type_check_arguments(vm, a));
    Value meta = type_winner(vm, a[MAKE_META], as_tuple(vm, a[MAKE_BASES]));
    TRY_VALUE(meta);
    Value make = type_lookup(vm, meta, vm_name(vm, N___new__));
    if (meta != a[MAKE_META] &&
        make != type_lookup(vm, vm->types[T_TYPE], vm_name(vm, N___new__))) {
        make = bind_special(vm, make, V_UNBOUND, meta);
        TRY_VALUE(make);
        Value given[4] = {meta, a[MAKE_NAME], a[MAKE_BASES], a[MAKE_DICT]};
        Value args = tuple_from(vm, given, 4);
        TRY_VALUE(args);
        return native_call_full(vm, f, MAKE_OTHER, make, args, a[MAKE_KWARGS]);
    }
    a[MAKE_CLS] = type_make_class(vm, f, meta, a[MAKE_BASES]);
    return a[MAKE_CLS] == V_RAISED ? V_RAISED : V_NONE;
}

// What is wrong with the names and cells of the class; slots were looked at before.
static bool type_check_namespace(Vm *vm, const Value *a) {
    if (!type_check_name(vm, a[MAKE_NAME])) { return false; }
    Dict *d = as_dict(vm, a[MAKE_DICT]);
    Value v = dict_get_str(vm, d, vm_name(vm, N___qualname__));
    if (v != V_UNBOUND && !isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError, "type __qualname__ must be a str, not %T", v);
    }
    v = dict_get_str(vm, d, vm_name(vm, N___doc__));
    if (isinstance_str(vm, v) && !type_check_text(vm, v)) { return false; }
    static const uint16_t cells[] = {N___classcell__, N___classdictcell__};
    for (uint32_t i = 0; i < COUNT_OF(cells); i++) {
        v = dict_get_str(vm, d, vm_name(vm, (NameId)cells[i]));
        if (v == V_UNBOUND || is_tagged(vm, v, T_CELL)) { continue; }
        return raise_false(vm, EXC_TypeError, "%U must be a nonlocal cell, not <class '%T'>",
                           vm_name(vm, (NameId)cells[i]), v);
    }
    return true;
}

// The order of the classes, which a metaclass may make itself.
static Value type_make_order(Vm *vm, Frame *f) {
    Value cls = f->slot[MAKE_CLS];
    TRY(type_check_namespace(vm, f->slot));
    Value mro = type_lookup(vm, class_of(vm, cls), vm_name(vm, N_mro));
    if (is_exact(vm, mro, T_FUNCTION)) { return native_call1(vm, f, MAKE_MRO, mro, cls); }
    return type_need_order(vm, cls) ? V_NONE : V_RAISED;
}

// What a metaclass's own mro() gave.
static bool type_take_mro(Vm *vm, Value cls, Value given) {
    if (!is_tagged(vm, given, T_LIST) && !is_tagged(vm, given, T_TUPLE)) {
        return raise_false(vm, EXC_TypeError, "mro() must return a sequence of classes");
    }
    uint32_t n;
    const Value *items = seq_items(vm, given, &n);
    if (!native_charge(vm, n)) { return false; }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_type(vm, items[i])) {
            return raise_false(vm, EXC_TypeError, "mro() returned a non-class ('%T')", items[i]);
        }
        // Natives of a class in the order take its instances for their own.
        if (items[i] != cls && !type_has_layout_of(vm, cls, items[i])) {
            return raise_false(vm, EXC_TypeError,
                               "mro() returned base with unsuitable layout ('%N')", items[i]);
        }
    }
    Value mro = tuple_from(vm, items, n);
    if (mro == V_RAISED) { return false; }
    type_set_order(vm, cls, mro);
    as_type(vm, cls)->flags &= ~(uint32_t)TYPE_UNORDERED;
    return true;
}

static Value type_make_slots(Vm *vm, Frame *f) {
    Dict *names = as_dict(vm, as_type(vm, f->slot[MAKE_CLS])->dict);
    Value slots = dict_get_str(vm, names, vm_name(vm, N___slots__));
    if (slots == V_UNBOUND) { return class_add_room(vm, f->slot[MAKE_CLS]) ? V_NONE : V_RAISED; }
    if (isinstance_str(vm, slots)) {
        slots = list_from(vm, &slots, 1);
        TRY_VALUE(slots);
    }
    return native_call1(vm, f, MAKE_SLOTS, internal(vm, I_DRAIN), slots);
}

static Value type_make_steps(Vm *vm, Frame *f) {
    Value cls = f->slot[MAKE_CLS], got = V_NONE;
    if (native_state(f) != MAKE_START && native_state(f) != MAKE_OTHER) {
        TRY(slot_obj(vm, f, MAKE_CLS, T_TYPE) && slot_obj(vm, f, MAKE_NAME, T_STR) &&
            slot_obj(vm, f, MAKE_DICT, T_DICT));
    }
    switch (native_state(f)) {
    case MAKE_START:
        got = type_make_begin(vm, f);
        if (got == V_NONE) { got = type_make_slots(vm, f); }
        cls = f->slot[MAKE_CLS];
        if (got == V_NONE) { got = type_make_order(vm, f); }
        break;
    case MAKE_SLOTS:
        TRY(class_add_slots(vm, cls, f->result));
        got = type_make_order(vm, f);
        break;
    case MAKE_MRO: TRY(type_take_mro(vm, cls, f->result)); break;
    case MAKE_NAMED:
        return native_call2(vm, f, MAKE_SUBCLASSED, internal(vm, I_INIT_SUBCLASS), cls,
                            f->slot[MAKE_KWARGS]);
    case MAKE_OTHER: return f->result;
    default: return cls;
    }
    if (got != V_NONE) { return got; }
    Dict *namespace = as_dict(vm, as_type(vm, cls)->dict);
    if (dict_get_str(vm, namespace, vm_name(vm, N___doc__)) == V_UNBOUND) {
        TRY(dict_set_str(vm, namespace, vm_name(vm, N___doc__), V_NONE));
    }
    return native_call1(vm, f, MAKE_NAMED, internal(vm, I_SET_NAMES), cls);
}

// The exception goes on with a note about the attribute, the one before `pos`.
static Value set_names_failed(Vm *vm, Value exc, Value cls, Value copy, uint32_t pos) {
    uint32_t at = pos - 1;
    Value key, value;
    if (!is_tagged(vm, copy, T_DICT) || pos == 0 ||
        !dict_next(vm, as_dict(vm, copy), &at, &key, &value)) {
        return exc_restore(vm, exc);
    }
    Value note =
        format_text(vm, "Error calling __set_name__ on '%T' instance %R in '%N'", value, key, cls);
    if (!is_tagged(vm, exc, T_EXCEPTION)) { return raise_stop(vm, STOP_CORRUPT); }
    Value name = vm_name(vm, N___notes__), notes = attrs_get(vm, exc, name);
    TRY_VALUE(note);
    if (is_tagged(vm, notes, T_LIST)) {
        TRY(list_append(vm, as_list(vm, notes), note));
    } else {
        notes = list_from(vm, &note, 1);
        TRY_VALUE(notes);
        TRY(attrs_set(vm, exc, name, notes));
    }
    return exc_restore(vm, exc);
}

// I_SET_NAMES: __set_name__ of every attribute, over a copy of the namespace.
Value set_names_steps(Vm *vm, Frame *f) {
    enum { NAMES_START, NAMES_CALLED, NAMES_RAISED };
    enum { CLS, COPY, POS };
    TRY(slot_obj(vm, f, CLS, T_TYPE));
    if (native_state(f) == NAMES_START) {
        f->slot[COPY] = dict_copy(vm, as_dict(vm, as_type(vm, f->slot[CLS])->dict));
        TRY_VALUE(f->slot[COPY]);
        f->slot[POS] = int_value(0);
    }
    if (native_state(f) == NAMES_RAISED) {
        return set_names_failed(vm, f->result, f->slot[CLS], f->slot[COPY],
                                (uint32_t)int_of(f->slot[POS]));
    }
    Dict *d = slot_obj(vm, f, COPY, T_DICT);
    TRY(d);
    uint32_t pos = (uint32_t)int_of(f->slot[POS]);
    Value key, value;
    while (dict_next(vm, d, &pos, &key, &value)) {
        if (!is_ref(value)) { continue; }
        const Obj *o = as_obj(vm, value);
        if (o->type == T_PROPERTY && !o->ext) {
            Property *p = ref_ptr(vm, value);
            obj_set(vm, p, &p->name, key);
            continue;
        }
        Value hook = type_lookup(vm, class_of(vm, value), vm_name(vm, N___set_name__));
        if (hook == V_UNBOUND) { continue; }
        f->slot[POS] = int_value(pos);
        Value args[2] = {f->slot[CLS], key};
        native_catch(f, NAMES_RAISED);
        return native_call_method(vm, f, NAMES_CALLED, value, vm_name(vm, N___set_name__), 2, args);
    }
    return V_NONE;
}

// I_INIT_SUBCLASS: super(cls, cls).__init_subclass__(**kwargs)
Value init_subclass_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return V_NONE; }
    Value cls = f->slot[0], kwargs = f->slot[1];
    TRY(slot_obj(vm, f, 0, T_TYPE));
    if (is_ref(kwargs)) { TRY(slot_obj(vm, f, 1, T_DICT)); }
    const Tuple *mro = as_tuple(vm, as_type(vm, cls)->mro);
    Value hook = V_UNBOUND;
    for (uint32_t i = 1; i < mro->h.n && hook == V_UNBOUND; i++) {
        hook = dict_get_str(vm, as_dict(vm, as_type(vm, mro->items[i])->dict),
                            vm_name(vm, N___init_subclass__));
    }
    if (hook == V_UNBOUND) { return V_NONE; }
    Value bound = bind_special(vm, hook, V_UNBOUND, cls);
    TRY_VALUE(bound);
    if (is_exact(vm, hook, T_NATIVE) && (!is_ref(kwargs) || !as_dict(vm, kwargs)->h.n)) {
        return V_NONE;
    }
    if (is_exact(vm, hook, T_NATIVE)) {
        return raise_error(vm, EXC_TypeError, "%N.__init_subclass__() takes no keyword arguments",
                           cls);
    }
    return native_call_full(vm, f, 1, bound, tuple_from(vm, NULL, 0), kwargs);
}

static Value type_init(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static Value type_call_method(Vm *vm, Value *a) {
    uint32_t n = as_dict(vm, a[2])->h.n;
    Value flat = a[1], names = V_NONE;
    if (a[0] == vm->types[T_TYPE]) { return native_tailcall_full(vm, a[0], a[1], a[2]); }
    if (n) {
        const Tuple *pos = as_tuple(vm, a[1]);
        Tuple *all = heap_new(vm, T_TUPLE, (uint64_t)pos->h.n + n),
              *keys = heap_new(vm, T_TUPLE, n);
        TRY(all && keys);
        values_copy(all->items, pos->items, pos->h.n);
        Value key, value;
        for (uint32_t at = 0, i = 0; dict_next(vm, as_dict(vm, a[2]), &at, &key, &value); i++) {
            keys->items[i] = key;
            all->items[pos->h.n + i] = value;
        }
        flat = ptr_value(vm, all);
        names = ptr_value(vm, keys);
    }
    Value args[3] = {a[0], flat, names};
    return native_tail_internal(vm, I_TYPE_CALL, 3, args);
}

static Value type_mro_method(Vm *vm, Value *a) {
    const Tuple *t = as_tuple(vm, as_type(vm, a[0])->mro);
    return list_from(vm, t->items, t->h.n);
}

static Value type_subclasses(Vm *vm, Value *a) {
    Value out = list_new(vm, 0);
    TRY_VALUE(out);
    // Classes made in C are not registered: their bases tell.
    Value *const tables[] = {&vm->head->image_types, &vm->head->image_excs};
    for (uint32_t k = 0; k < 2; k++) {
        const Values *t = ref_ptr(vm, *tables[k]);
        for (uint32_t i = 1; i < t->h.n; i++) {
            if (!is_ref(t->items[i]) || (k == 0 && i == T_INSTANCE)) { continue; }
            const Tuple *bases = as_tuple(vm, as_type(vm, t->items[i])->bases);
            for (uint32_t b = 0; b < bases->h.n; b++) {
                if (bases->items[b] == a[0]) {
                    TRY(list_append(vm, as_list(vm, out), t->items[i]));
                }
            }
        }
    }
    const Value *pair;
    for (uint32_t i = 0; (pair = type_subclass_pair(vm, i)) != NULL; i++) {
        if (pair[0] == a[0]) { TRY(list_append(vm, as_list(vm, out), pair[1])); }
    }
    return out;
}

static Value type_prepare(Vm *vm, Value *a) {
    (void)a;
    return dict_new(vm, 0);
}

// ---- attributes --------------------------------------------------------------------------------

static Value type_get_name(Vm *vm, Value v) { return as_type(vm, v)->name; }
// Whether an attribute of cls may be set, or deleted when v is V_UNBOUND. False: raised.
static bool type_may_set(Vm *vm, Value cls, const char *name, Value v, bool deletable) {
    if (type_is_immutable(as_type(vm, cls))) {
        return raise_false(vm, EXC_TypeError, "cannot set '%s' attribute of immutable type '%N'",
                           name, cls);
    }
    if (v != V_UNBOUND || deletable) { return true; }
    return raise_false(vm, EXC_TypeError, "cannot delete '%s' attribute of immutable type '%N'",
                       name, cls);
}

static bool type_set_text(Vm *vm, Value v, Value x, bool qual) {
    Type *t = as_type(vm, v);
    const char *name = qual ? "__qualname__" : "__name__";
    if (!type_may_set(vm, v, name, x, false)) { return false; }
    if (!isinstance_str(vm, x)) {
        return raise_false(vm, EXC_TypeError, "can only assign string to %N.%s, not '%T'", v, name,
                           x);
    }
    if (!qual && !type_check_name(vm, x)) { return false; }
    obj_set(vm, t, qual ? &t->qualname : &t->name, x);
    return true;
}

static bool type_set_bases_attr(Vm *vm, Value v, Value x) {
    if (!type_may_set(vm, v, "__bases__", x, false)) { return false; }
    if (!is_tagged(vm, x, T_TUPLE)) {
        return raise_false(vm, EXC_TypeError, "can only assign tuple to %N.__bases__, not %T", v,
                           x);
    }
    const Tuple *bases = as_tuple(vm, x);
    if (bases->h.n == 0) {
        return raise_false(vm, EXC_TypeError,
                           "can only assign non-empty tuple to %N.__bases__, not ()", v);
    }
    for (uint32_t i = 0; i < bases->h.n; i++) {
        if (!is_type(vm, bases->items[i])) {
            return raise_false(vm, EXC_TypeError, "%N.__bases__ must be tuple of classes, not '%T'",
                               v, bases->items[i]);
        }
        if (is_subclass_of(vm, bases->items[i], v)) {
            return raise_false(vm, EXC_TypeError, "a __bases__ item causes an inheritance cycle");
        }
    }
    return type_set_bases(vm, v, x);
}
static bool type_set_name(Vm *vm, Value v, Value x) { return type_set_text(vm, v, x, false); }
static bool type_set_qualname(Vm *vm, Value v, Value x) { return type_set_text(vm, v, x, true); }
static Value type_get_qualname(Vm *vm, Value v) { return as_type(vm, v)->qualname; }
static Value type_get_bases(Vm *vm, Value v) { return as_type(vm, v)->bases; }
static Value type_get_mro(Vm *vm, Value v) { return as_type(vm, v)->mro; }
static Value type_get_base(Vm *vm, Value v) { return as_type(vm, v)->base; }
static Value type_get_module(Vm *vm, Value v) { return type_module(vm, v); }
static bool type_set_module(Vm *vm, Value v, Value x) {
    if (!type_may_set(vm, v, "__module__", x, false)) { return false; }
    Value line = intern_bytes(vm, "__firstlineno__", 15); // it was a place in the other module
    if (line == V_RAISED) { return false; }
    dict_del_str(vm, as_dict(vm, as_type(vm, v)->dict), line);
    return type_set_attr(vm, v, vm_name(vm, N___module__), x);
}
static Value type_get_doc(Vm *vm, Value v) {
    Value d = dict_get_str(vm, as_dict(vm, as_type(vm, v)->dict), vm_name(vm, N___doc__));
    return d == V_UNBOUND ? V_NONE : d;
}
static bool type_set_doc(Vm *vm, Value v, Value x) {
    return type_may_set(vm, v, "__doc__", x, false) &&
           type_set_attr(vm, v, vm_name(vm, N___doc__), x);
}
static Value type_get_dict(Vm *vm, Value v) { return mappingproxy_new(vm, as_type(vm, v)->dict); }
static Value type_get_abstract(Vm *vm, Value v) {
    Value x =
        dict_get_str(vm, as_dict(vm, as_type(vm, v)->dict), vm_name(vm, N___abstractmethods__));
    bool none = x == V_UNBOUND || v == vm->types[T_TYPE]; // type has the attribute itself there
    return none ? raise_with(vm, EXC_AttributeError, vm_name(vm, N___abstractmethods__)) : x;
}
static bool type_set_abstract(Vm *vm, Value v, Value x) {
    if (!type_may_set(vm, v, "__abstractmethods__", x, true)) { return false; }
    Value t = x == V_UNBOUND ? V_FALSE : truth_leaf(vm, x);
    if (t == V_RAISED || !type_set_attr(vm, v, vm_name(vm, N___abstractmethods__), x)) {
        return false;
    }
    Type *type = as_type(vm, v);
    obj_touch(vm, type);
    type->flags =
        t == V_TRUE ? type->flags | TYPE_ABSTRACT : type->flags & ~(uint32_t)TYPE_ABSTRACT;
    return true;
}
// The bit that tells which builtin class an object derives from.
static int64_t type_family_flag(TypeTag tag) {
    switch (tag) {
    case T_BOOL:
    case T_INT: return 1 << 24;
    case T_LIST: return 1 << 25;
    case T_TUPLE: return 1 << 26;
    case T_BYTES: return 1 << 27;
    case T_STR: return 1 << 28;
    case T_DICT: return 1 << 29;
    case T_EXCEPTION: return 1 << 30;
    case T_TYPE: return (int64_t)1 << 31;
    default: return 0;
    }
}

// Those of CPython that say something here too.
static Value type_get_flags(Vm *vm, Value v) {
    const Type *t = as_type(vm, v);
    uint32_t f = t->flags;
    bool group = v == exc_class(vm, EXC_ExceptionGroup); // made by a class statement, in effect
    return int_value((f & TYPE_HEAP || group ? 1 << 9 : 0) | (f & TYPE_SUBCLASSABLE ? 1 << 10 : 0) |
                     (f & TYPE_ABSTRACT ? 1 << 20 : 0) | (f & TYPE_SEQUENCE ? 1 << 5 : 0) |
                     (f & TYPE_MAPPING ? 1 << 6 : 0) |
                     (type_is_immutable(t) && !group ? 1 << 8 : 0) | 1 << 12 |
                     type_family_flag((TypeTag)t->tag));
}
static Value type_get_signature(Vm *vm, Value v) {
    const Type *t = as_type(vm, v);
    const TypeDef *def = t->flags & TYPE_BUILTIN ? type_def(t->tag) : NULL;
    bool own = def && def->new_sig && vm->types[t->tag] == v;
    static const char namespace[] = "types.SimpleNamespace"; // in Python, its signature is as in C
    if (t->flags & TYPE_FIXED && str_equals_cstr(as_str(vm, t->full_name), namespace)) {
        return str_new_cstr(vm, "(mapping_or_iterable=(), /, **kwargs)");
    }
    return own ? str_new_cstr(vm, def->new_sig) : V_NONE;
}
static Value type_get_basicsize(Vm *vm, Value v) {
    const Type *t = as_type(vm, v);
    return int_value(16 + 8 * (int64_t)t->n_slots);
}
// Of which classes the instances have items of their own, and how many bytes one takes in CPython.
static Value type_get_itemsize(Vm *vm, Value v) {
    switch (as_type(vm, v)->tag) {
    case T_BYTES: return int_value(1);
    case T_CODE: return int_value(2);
    case T_BOOL:
    case T_INT: return int_value(4);
    case T_TUPLE:
    case T_FRAMEINFO:
    case T_GENERATOR:
    case T_COROUTINE:
    case T_ASYNC_GEN:
    case T_MEMORYVIEW: return int_value(8);
    case T_TYPE: return int_value(40);
    default: return int_value(0);
    }
}
static Value type_get_zero(Vm *vm, Value v) {
    (void)vm, (void)v;
    return int_value(0);
}
static Value type_get_type_params(Vm *vm, Value v) {
    Value p = dict_get_str(vm, as_dict(vm, as_type(vm, v)->dict), vm_name(vm, N___type_params__));
    bool none = p == V_UNBOUND || v == vm->types[T_TYPE]; // type has the attribute itself there
    return none ? tuple_from(vm, NULL, 0) : p;
}
static bool type_set_type_params(Vm *vm, Value v, Value x) {
    if (!type_may_set(vm, v, "__type_params__", x, false)) { return false; }
    return type_set_attr(vm, v, vm_name(vm, N___type_params__), x);
}

static const NativeDef type_methods[] = {
    STEPS_CLASS("__new__", "cls, name=UNBOUND, bases=UNBOUND, dict=UNBOUND, /, **kwds",
                type_make_steps, 1, NULL, "Create and return a new object."),
    LEAF("__init__", "self, /, *args, **kwds", type_init, "Initialize self."),
    STEPS("__getattribute__", "self, name, /", type_getattribute_steps, 0, NULL,
          "What asking for an attribute does."),
    STEPS("__setattr__", "self, name, value, /", type_setattr_steps, 0, NULL,
          "What setting an attribute does."),
    STEPS("__delattr__", "self, name, /", type_delattr_steps, 0, NULL,
          "What deleting an attribute does."),
    TAIL("__call__", "self, /, *args, **kwargs", type_call_method, "What calling the object does."),
    STEPS("__instancecheck__", "self, instance, /", type_instancecheck_steps, 0, NULL,
          "What isinstance() asks."),
    STEPS("__subclasscheck__", "self, subclass, /", type_subclasscheck_steps, 3, NULL,
          "What issubclass() asks."),
    LEAF("__subclasses__", "self, /", type_subclasses,
         "The classes that inherit from it directly, in a list."),
    LEAF_CLASS("__prepare__", "cls, /, *args, **kwds", type_prepare,
               "The namespace for the class body."),
    LEAF("__sizeof__", "self, /", object_sizeof, "How many bytes the class takes."),
    LEAF("mro", "self, /", type_mro_method,
         "The classes in which attributes are looked up, in order."),
    NATIVE_END,
};

static const GetSetDef type_getsets[] = {
    {"__name__", type_get_name, type_set_name, NULL},
    {"__qualname__", type_get_qualname, type_set_qualname, NULL},
    {"__bases__", type_get_bases, type_set_bases_attr, NULL},
    {"__mro__", type_get_mro, NULL, NULL},
    {"__base__", type_get_base, getset_readonly, NULL},
    {"__module__", type_get_module, type_set_module, NULL},
    {"__doc__", type_get_doc, type_set_doc,
     "The class of classes: type(object) is the class of an object, type(name, bases, dict) a new "
     "class."},
    {"__dict__", type_get_dict, NULL, NULL},
    {"__abstractmethods__", type_get_abstract, type_set_abstract, NULL},
    {"__basicsize__", type_get_basicsize, getset_readonly, NULL},
    {"__dictoffset__", type_get_zero, getset_readonly, NULL},
    {"__flags__", type_get_flags, getset_readonly, NULL},
    {"__itemsize__", type_get_itemsize, getset_readonly, NULL},
    {"__text_signature__", type_get_signature, NULL, NULL},
    {"__weakrefoffset__", type_get_zero, getset_readonly, NULL},
    {"__type_params__", type_get_type_params, type_set_type_params, NULL},
    {0},
};

const TypeDef type_type = {
    .name = "type",
    .binary_ops = OP_BIT(BIN_OP_OR),
    .binary = union_binary,
    .tag = T_TYPE,
    .subclassable = true,
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .methods = type_methods,
    .getsets = type_getsets,
    .repr = type_repr,
};
