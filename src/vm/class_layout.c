// class_layout.c: what the instances of a guest class have room for: the slots of __slots__, a
// __dict__, weak references. Each shows as a descriptor in the class's namespace.
#include "vm/class_layout.h"

#include "object/descr.h"
#include "object/module.h"
#include "object/str_inner.h"
#include "vm/internals.h"
#include "vm/opcode.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"
#include "vm/weak.h"

// `__x` in class C is `_C__x`.
static Value slot_mangle(Vm *vm, Value cls, Value name) {
    const Str *s = as_str(vm, name), *c = as_str(vm, as_type(vm, cls)->name);
    bool private = s->h.n > 2 && s->data[0] == '_' && s->data[1] == '_' &&
                   !(s->data[s->h.n - 1] == '_' && s->data[s->h.n - 2] == '_');
    uint32_t skip = 0;
    while (skip < c->h.n && c->data[skip] == '_') { skip++; }
    if (!private || skip == c->h.n) { return intern_str(vm, name); }
    Value v = format_text(vm, "_%s%U", c->data + skip, name);
    return v == V_RAISED ? v : intern_str(vm, v);
}

// A descriptor that all classes share but for the owner; unless the class has something else there.
static bool layout_add_getset(Vm *vm, Value cls, uint32_t number) {
    Dict *d = as_dict(vm, as_type(vm, cls)->dict);
    GetSet *g = heap_new(vm, T_GETSET, 0);
    if (!g) { return false; }
    const GetSetDef *def = vm->getsets[number];
    g->name = intern_bytes(vm, def->name, (uint32_t)strlen(def->name));
    g->owner = cls;
    g->doc = str_new_cstr(vm, def->doc);
    g->spare = V_NONE;
    g->number = number;
    g->self_tag = T_INSTANCE;
    if (g->name == V_RAISED || g->doc == V_RAISED) { return false; }
    return dict_get_str(vm, d, g->name) != V_UNBOUND ||
           dict_set_str(vm, d, g->name, ptr_value(vm, g));
}

static bool layout_has(Vm *vm, Value cls, NameId name) {
    return type_lookup(vm, cls, vm_name(vm, name)) != V_UNBOUND;
}

static bool layout_has_dict(Vm *vm, Value cls) {
    uint32_t flags = as_type(vm, cls)->flags;
    return flags & TYPE_HEAP ? !(flags & TYPE_NO_DICT) : layout_has(vm, cls, N___dict__);
}

// Builtin classes whose objects have a variable size: their instances have no room for more.
static bool layout_is_variable(Vm *vm, Value base) {
    switch (as_type(vm, base)->tag) {
    case T_INT:
    case T_BYTES:
    case T_TUPLE:
    case T_TYPE: return true;
    default: return false;
    }
}

// Builtin classes that take weak references without a descriptor for it.
static bool layout_has_weak(Vm *vm, Value base) {
    switch (as_type(vm, base)->tag) {
    case T_SET:
    case T_FROZENSET:
    case T_MODULE:
    case T_DEQUE:
    case T_ARRAY:
    case T_MEMORYVIEW:
    case T_TYPE:
    case T_FUTURE:
    case T_TASK:
    case T_HANDLE:
    case T_TIMER_HANDLE:
    case T_PARTIAL: return true;
    default: return layout_has(vm, base, N___weakref__);
    }
}

// The attributes that code sets on its first argument, each once, up to a number that is enough.
// *derived: it calls a method of super().
enum { LAYOUT_MOST_HINTED = 24 };

static uint32_t layout_count_stores(Vm *vm, const Code *c, bool *derived) {
    const Blob *code = ref_ptr(vm, c->bytecode);
    const uint32_t *words = (const uint32_t *)(const void *)code->data;
    uint32_t n = code->h.n / 4, count = 0, seen[LAYOUT_MOST_HINTED];
    for (uint32_t i = 0; i + 1 < n; i += op_length(words[i] & 0xFF)) {
        if ((words[i] & 0xFF) == OPC_SUPER_METHOD) { *derived = true; }
        if ((words[i] & 0xFFFF) != OPC_STORE_ATTR) { continue; } // operand a: register 0
        uint32_t name = words[i + 1] & 0xFFFF, k = 0;
        while (k < count && seen[k] != name) { k++; }
        if (k == count && count < LAYOUT_MOST_HINTED) { seen[count++] = name; }
    }
    return count;
}

// How many attributes to expect, so that the first instances have room for them: what __init__ sets.
// Classes of the image need it most, for they do not learn from their instances.
static bool layout_hint(Vm *vm, Type *t) {
    Value init = dict_get_str(vm, as_dict(vm, t->dict), vm_name(vm, N___init__));
    if (t->tag != T_INSTANCE || !is_exact(vm, init, T_FUNCTION)) { return true; }
    const Code *c = as_code(vm, as_function(vm, init)->code);
    if (!native_charge(vm, as_obj(vm, c->bytecode)->n / 256)) { return false; }
    bool derived = false;
    uint32_t n = layout_count_stores(vm, c, &derived);
    if (derived) { n += t->inline_hint; }
    t->inline_hint = min_u32(max_u32(t->inline_hint, n), SHAPE_MAX_ATTRS);
    return true;
}

static bool layout_finish(Vm *vm, Value cls, bool dict, bool weak) {
    Type *t = as_type(vm, cls);
    const Tuple *bases = as_tuple(vm, t->bases);
    for (uint32_t i = 0; i < bases->h.n; i++) { // other bases may bring what the first has not
        if (bases->items[i] == t->base) { continue; }
        dict = dict || layout_has_dict(vm, bases->items[i]);
        weak = weak || layout_has(vm, bases->items[i], N___weakref__);
    }
    if (dict && !layout_has_dict(vm, t->base) && !layout_add_getset(vm, cls, 0)) { return false; }
    if (weak && !layout_has_weak(vm, t->base) && !layout_add_getset(vm, cls, 1)) { return false; }
    t->flags &= ~(uint32_t)TYPE_NO_DICT;
    if (!dict && !layout_has_dict(vm, t->base)) { t->flags |= TYPE_NO_DICT; }
    if (t->n_slots > t->inline_hint && t->tag == T_INSTANCE) {
        t->inline_hint = min_u32(t->n_slots, SHAPE_MAX_ATTRS);
    }
    return layout_hint(vm, t);
}

bool class_add_room(Vm *vm, Value cls) {
    Value base = as_type(vm, cls)->base;
    return layout_finish(vm, cls, !layout_has_dict(vm, base),
                         !layout_has_weak(vm, base) && !layout_is_variable(vm, base));
}

static bool layout_add_slot(Vm *vm, Value cls, Value name, uint32_t index) {
    Type *t = as_type(vm, cls);
    name = slot_mangle(vm, cls, name);
    if (name == V_RAISED) { return false; }
    Dict *d = as_dict(vm, t->dict);
    Value old = dict_get_str(vm, d, name);
    if (is_tagged(vm, old, T_MEMBER) && ((Member *)ref_ptr(vm, old))->owner == cls) { return true; }
    if (old != V_UNBOUND) {
        return raise_false(vm, EXC_ValueError, "%R in __slots__ conflicts with class variable",
                           name);
    }
    Member *m = heap_new(vm, T_MEMBER, 0);
    if (!m) { return false; }
    m->name = name;
    m->owner = cls;
    m->index = index;
    if (!dict_set_str(vm, d, name, ptr_value(vm, m))) { return false; }
    t->n_slots = index + 1;
    return true;
}

// `__dict__` or `__weakref__` among the slots.
static void layout_special_slot(Vm *vm, const Str *s, bool had_dict, bool *dict, bool had_weak,
                                bool *weak) {
    bool *flag = str_equals_cstr(s, "__dict__")      ? dict
                 : str_equals_cstr(s, "__weakref__") ? weak
                                                     : NULL;
    if (!flag) { return; }
    if (*flag || (flag == dict ? had_dict : had_weak)) {
        raise_error(vm, EXC_TypeError, "%s slot disallowed: we already got one", s->data);
    }
    *flag = true;
}

bool class_add_slots(Vm *vm, Value cls, Value slots) {
    Type *t = as_type(vm, cls);
    uint32_t n, at = t->n_slots;
    const Value *names = seq_items(vm, slots, &n);
    if (!is_type(vm, t->base)) { return raise_stop(vm, STOP_CORRUPT), false; }
    bool dict = false, weak = false;
    bool had_dict = layout_has_dict(vm, t->base), had_weak = layout_has_weak(vm, t->base);
    if (n && layout_is_variable(vm, t->base)) {
        return raise_false(vm, EXC_TypeError,
                           "nonempty __slots__ not supported for subtype of '%N'", t->base);
    }
    if (!native_charge(vm, n / 4)) { return false; }
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_str(vm, names[i])) {
            return raise_false(vm, EXC_TypeError, "__slots__ items must be strings, not '%T'",
                               names[i]);
        }
        const Str *s = as_str(vm, names[i]);
        Value text = names[i], named = str_isidentifier(vm, &text);
        if (named == V_RAISED) { return false; }
        if (named != V_TRUE) {
            return raise_false(vm, EXC_TypeError, "__slots__ must be identifiers");
        }
        layout_special_slot(vm, s, had_dict, &dict, had_weak, &weak);
        if (vm->head->exc != V_NONE || vm->alloc_failed) { return false; }
    }
    for (uint32_t i = 0; i < n; i++) { // when all of them are looked at
        const Str *s = as_str(vm, names[i]);
        bool special = str_equals_cstr(s, "__dict__") || str_equals_cstr(s, "__weakref__");
        if (!special && !layout_add_slot(vm, cls, names[i], t->n_slots)) { return false; }
    }
    t->flags |= TYPE_SLOTS;
    if (t->n_slots > at) { t->flags |= TYPE_OWN_SLOTS; }
    return layout_finish(vm, cls, dict, weak);
}

// ---- the descriptors ---------------------------------------------------------------------------

static Value instance_get_dict(Vm *vm, Value v) { return object_get_dict(vm, v); }

static bool instance_set_dict(Vm *vm, Value v, Value dict) {
    if (dict == V_UNBOUND) {
        dict = dict_new(vm, 0);
        if (dict == V_RAISED) { return false; }
    }
    return object_set_dict(vm, v, dict);
}

static Value instance_get_weakref(Vm *vm, Value v) { return weak_first_ref(vm, v); }

const GetSetDef instance_getsets[] = {
    {"__dict__", instance_get_dict, instance_set_dict, "attributes of the object by name"},
    {"__weakref__", instance_get_weakref, NULL, "weak references to the object"},
    {0},
};
