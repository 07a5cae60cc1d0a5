// type.c: classes: method resolution order, layout, flags, changing attributes; and class_of.
#include "object/type.h"

#include "object/code.h"
#include "object/dict_views.h"
#include "object/exc_classes.h"
#include "object/list.h"
#include "object/native_kind.h"

Value class_of(Vm *vm, Value v) {
    if (is_int(v)) { return vm->types[T_INT]; }
    if (is_double(v)) { return vm->types[T_FLOAT]; }
    if (is_ref(v)) {
        Obj *o = ref_ptr(vm, v);
        if (o->type == T_INSTANCE) { return as_shape(vm, ((Instance *)o)->shape)->cls; }
        if (o->ext) { return as_shape(vm, obj_ext(o)->shape)->cls; }
        switch (o->type) {
        case T_METHOD: return vm->types[method_class_tag(vm, (BoundMethod *)o)];
        case T_NATIVE: return vm->types[native_class_tag(vm, (NativeObj *)o)];
        case T_DICT_VIEW:
            return vm
                ->types[o->small < DICT_ORDERED_VIEW ? T_DICT_KEYS + o->small
                                                     : T_ODICT_KEYS + o->small - DICT_ORDERED_VIEW];
        case T_GETSET: return vm->types[o->small ? T_MEMBER : T_GETSET];
        case T_DICT_ITER:
            return vm
                ->types[o->small == DICT_ORDERED_ITER ? T_ODICT_ITER : T_DICT_KEYITER + o->small];
        case T_STR_ITER: return vm->types[o->small ? T_STR_ASCII_ITER : T_STR_ITER];
        case T_BYTES_ITER: return vm->types[o->small ? T_BYTEARRAY_ITER : T_BYTES_ITER];
        case T_ASYNC_STEP:
            return vm->types[o->small > ASYNC_STEP_SEND ? T_ASYNC_THROW : T_ASYNC_STEP];
        case T_SEQ_ITER: return vm->types[o->small ? T_MEMORY_ITER : T_SEQ_ITER];
        default: return vm->types[o->type];
        }
    }
    switch (v) {
    case V_TRUE:
    case V_FALSE: return vm->types[T_BOOL];
    case V_NONE: return vm->types[T_NONETYPE];
    case V_NOTIMPL: return vm->types[T_NOTIMPLTYPE];
    case V_ELLIPSIS: return vm->types[T_ELLIPSISTYPE];
    default: return vm->types[T_OBJECT];
    }
}

const char *class_name_of(Vm *vm, Value v) {
    return as_str(vm, type_shown_name(as_type(vm, class_of(vm, v))))->data;
}

const char *argument_class_name(Vm *vm, Value v) {
    return v == V_NONE ? "None" : class_name_of(vm, v);
}

bool is_subclass_of(Vm *vm, Value cls, Value base) {
    if (cls == base) { return true; }
    const Tuple *mro = as_tuple(vm, as_type(vm, cls)->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        if (mro->items[i] == base) { return true; }
    }
    return false;
}

Value type_lookup_where(Vm *vm, Value type, Value name, Value *where) {
    const Tuple *mro = as_tuple(vm, as_type(vm, type)->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        Value found = dict_get_str(vm, as_dict(vm, as_type(vm, mro->items[i])->dict), name);
        if (found != V_UNBOUND) {
            *where = mro->items[i];
            return found;
        }
    }
    *where = V_NONE;
    return V_UNBOUND;
}

void type_mark_cached(Vm *vm, Value cls) {
    Type *t = as_type(vm, cls);
    if (t->flags & TYPE_CACHED || heap_is_image(vm, ref_offset(cls))) { return; }
    const Tuple *mro = as_tuple(vm, t->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        if (!heap_is_image(vm, ref_offset(mro->items[i]))) {
            as_type(vm, mro->items[i])->flags |= TYPE_CACHED;
        }
    }
}

Value type_lookup(Vm *vm, Value type, Value name) {
    uint32_t t = ref_offset(type), n = ref_offset(name);
    MethodCacheEntry *e = &vm->method_cache[cache_mix(t, n) & (METHOD_CACHE_SIZE - 1)];
    if (e->type == t && e->name == n) { return e->value; }
    Value where, found = type_lookup_where(vm, type, name, &where);
    if (((Str *)ref_ptr(vm, name))->h.small & STR_INTERNED) {
        type_mark_cached(vm, type);
        *e = (MethodCacheEntry){t, n, found};
    }
    return found;
}

bool type_keeps(Vm *vm, Value type, Value base, Value name) {
    // Offsets of names are even: the odd ones are those of what is known of the name.
    uint32_t t = ref_offset(type), n = ref_offset(name) | 1;
    MethodCacheEntry *e = &vm->method_cache[cache_mix(t, n) & (METHOD_CACHE_SIZE - 1)];
    if (NX_LIKELY(e->type == t && e->name == n)) { return e->value == V_TRUE; }
    bool keeps = type_lookup(vm, type, name) == type_lookup(vm, base, name);
    *e = (MethodCacheEntry){t, n, bool_value(keeps)};
    return keeps;
}

void site_remember(Vm *vm, Value shape, Value name, SiteKind kind, Value value, CacheEntry *cache) {
    uint32_t key = ref_offset(name) + kind;
    type_mark_cached(vm, as_shape(vm, shape)->cls);
    *cache = (CacheEntry){shape, value};
    if (!(((const Str *)ref_ptr(vm, name))->h.small & STR_INTERNED)) { return; }
    SiteCacheEntry *e = site_entries(vm, shape, key);
    e[1] = e[0];
    e[0] = (SiteCacheEntry){ref_offset(shape), key, value};
}

// Both levels that stand in the Vm. They name objects without keeping them alive.
static void caches_forget_lookups(Vm *vm) {
    memset(vm->method_cache, 0, sizeof vm->method_cache);
    memset(vm->site_cache, 0, sizeof vm->site_cache);
}

// All caches forget what they know: some class changed that they may have looked through.
void caches_flush(Vm *vm) {
    Head *h = vm->head;
    caches_forget_lookups(vm);
    if (!is_ref(h->caches)) { return; }
    const Values *all = ref_ptr(vm, h->caches);
    for (uint32_t i = 0; i < h->n_caches; i++) {
        Caches *c = as_caches(vm, all->items[i]);
        for (uint32_t k = 0; k < c->h.n; k++) {
            // Caches of globals and of modules (ENTRIES) say where a name stands, which classes don't touch.
            Value key = c->items[k].key;
            if (is_ref(key) && !is_tagged(vm, key, T_ENTRIES)) { c->items[k] = (CacheEntry){0, 0}; }
        }
    }
}

static bool special_flag(Vm *vm, Value name, uint32_t *flag) {
    static const struct {
        uint16_t name;
        uint32_t flag;
    } specials[] = {
        {N___del__, TYPE_HAS_DEL},          {N___getattr__, TYPE_GETATTR},
        {N___getattribute__, TYPE_GETATTR}, {N___setattr__, TYPE_SETATTR},
        {N___delattr__, TYPE_SETATTR},      {N___hash__, TYPE_GUEST_HASH},
        {N___eq__, TYPE_GUEST_HASH},        {N___bool__, TYPE_GUEST_BOOL},
        {N___len__, TYPE_GUEST_BOOL},
    };
    for (uint32_t i = 0; i < COUNT_OF(specials); i++) {
        if (name == vm_name(vm, (NameId)specials[i].name)) {
            *flag = specials[i].flag;
            return true;
        }
    }
    return false;
}

enum {
    TYPE_INHERITED = TYPE_HAS_DEL | TYPE_GETATTR | TYPE_SETATTR | TYPE_GUEST_HASH |
                     TYPE_GUEST_BOOL | TYPE_EXCEPTION | TYPE_METACLASS | TYPE_NO_HASH,
    TYPE_PATTERNS = TYPE_SEQUENCE | TYPE_MAPPING
};

// What a class takes over from the next one in its order. Patterns take its instances for sequences
// or for mappings, never for both: the first class that is either decides.
static void type_inherit_flags(Type *t, const Type *from) {
    t->flags |= from->flags & TYPE_INHERITED;
    if (!(t->flags & TYPE_PATTERNS)) { t->flags |= from->flags & TYPE_PATTERNS; }
}

const Value *type_subclass_pair(Vm *vm, uint32_t i) {
    const Head *h = vm->head;
    if (is_ref(h->image_subclasses)) {
        const Values *of_image = ref_ptr(vm, h->image_subclasses);
        if (i < of_image->h.n / 2) { return &of_image->items[2 * i]; }
        i -= of_image->h.n / 2;
    }
    return i < h->n_subclasses ? &((Values *)ref_ptr(vm, h->subclasses))->items[2 * i] : NULL;
}

// A special method was set on cls, or it was registered: its flag, and that of classes derived from it.
static void type_raise_flag(Vm *vm, Value cls, uint32_t flag) {
    Type *t = as_type(vm, cls);
    uint32_t keep = flag & TYPE_PATTERNS ? ~(uint32_t)TYPE_PATTERNS : ~(uint32_t)0;
    obj_touch(vm, t);
    t->flags = (t->flags & keep) | flag;
    const Value *pair;
    for (uint32_t i = 0; (pair = type_subclass_pair(vm, i)) != NULL; i++) {
        if (is_subclass_of(vm, pair[1], cls)) { // bases are registered before what derives
            Type *sub = as_type(vm, pair[1]);
            obj_touch(vm, sub);
            sub->flags = (sub->flags & keep) | flag;
        }
    }
}

// Neither a descriptor nor anything that could be one.
static bool plain_data(Vm *vm, Value v) {
    if (!is_ref(v)) { return true; }
    const Obj *o = ref_ptr(vm, v);
    return !o->ext && (o->type < T_FUNCTION || o->type > T_MEMBER) && o->type != T_INSTANCE;
}

// What patterns take instances of the class for, in CPython's bits.
static uint32_t type_pattern_flags(Value bits) {
    if (!is_int(bits)) { return 0; }
    return (int_of(bits) & 1 << 5 ? TYPE_SEQUENCE : 0) | (int_of(bits) & 1 << 6 ? TYPE_MAPPING : 0);
}

bool type_set_attr(Vm *vm, Value cls, Value name, Value value) {
    Type *t = as_type(vm, cls);
    Dict *d = as_dict(vm, t->dict);
    Value old = dict_get_str(vm, d, name);
    if (name == vm_name(vm, N___abc_tpflags__) && value != V_UNBOUND) { // abc registers the class
        type_raise_flag(vm, cls, type_pattern_flags(value));
        return true;
    }
    if (value == V_UNBOUND) {
        if (old == V_UNBOUND) { return raise_no_attribute(vm, cls, name), false; }
        caches_flush(vm);
        dict_del_str(vm, d, name);
        return true;
    }
    uint32_t flag;
    if (special_flag(vm, name, &flag)) { type_raise_flag(vm, cls, flag); }
    if (!dict_set_str(vm, d, name, value)) { return false; }
    bool guest = !heap_is_image(vm, ref_offset(cls));
    if (!(t->flags & TYPE_CACHED) && guest) { return true; }
    if (guest && old != V_UNBOUND && plain_data(vm, old) && plain_data(vm, value)) {
        // Data over data: the caches hold cells for it, so they need not forget anything else.
        memset(vm->method_cache, 0, sizeof vm->method_cache);
        if (is_ref(t->cells)) {
            Value cell = dict_get_str(vm, as_dict(vm, t->cells), name);
            if (cell != V_UNBOUND) { ((Cell *)ref_ptr(vm, cell))->value = value; }
        }
        return true;
    }
    caches_flush(vm);
    return true;
}

// ---- making classes ----------------------------------------------------------------------------

static bool mro_in_tail(Vm *vm, const Value *lists, const uint32_t *at, uint32_t n, Value cls) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t len;
        const Value *items = seq_items(vm, lists[i], &len);
        for (uint32_t k = at[i] + 1; k < len; k++) {
            if (items[k] == cls) { return true; }
        }
    }
    return false;
}

// The classes that stand first in what is left of the lists.
static Value mro_conflict(Vm *vm, const Value *lists, const uint32_t *at, uint32_t n_lists) {
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < n_lists; i++) {
        uint32_t len;
        const Value *items = seq_items(vm, lists[i], &len);
        bool seen = at[i] >= len;
        for (uint32_t k = 0; k < i && !seen; k++) {
            uint32_t other;
            const Value *before = seq_items(vm, lists[k], &other);
            seen = at[k] < other && before[at[k]] == items[at[i]];
        }
        if (seen) { continue; }
        if (b.len) { TRY(sb_put_cstr(&b, ", ")); }
        TRY(sb_put_str(&b, as_type(vm, items[at[i]])->name));
    }
    Value names = sb_finish(&b);
    TRY_VALUE(names);
    return raise_error(vm, EXC_TypeError,
                       "Cannot create a consistent method resolution order "
                       "(MRO) for bases %U",
                       names);
}

enum { TYPE_MAX_BASES = 60 };

// C3 linearisation (Barrett et al. 1996; PEP 253).
static Value type_mro(Vm *vm, Value cls, const Tuple *bases) {
    Value lists[TYPE_MAX_BASES + 1];
    uint32_t at[TYPE_MAX_BASES + 1], n = bases->h.n;
    if (n > TYPE_MAX_BASES) { return raise_error(vm, EXC_TypeError, "too many bases"); }
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (bases->items[k] != bases->items[i]) { continue; }
            return raise_error(vm, EXC_TypeError, "duplicate base class %N", bases->items[i]);
        }
        lists[i] = as_type(vm, bases->items[i])->mro;
        at[i] = 0;
    }
    lists[n] = ptr_value(vm, bases);
    at[n++] = 0;
    Value out = list_from(vm, &cls, 1);
    TRY_VALUE(out);
    for (;;) {
        bool left = false;
        Value next = V_UNBOUND;
        for (uint32_t i = 0; i < n && next == V_UNBOUND; i++) {
            uint32_t len;
            const Value *items = seq_items(vm, lists[i], &len);
            if (at[i] >= len) { continue; }
            left = true;
            if (!mro_in_tail(vm, lists, at, n, items[at[i]])) { next = items[at[i]]; }
        }
        if (!left) { break; }
        if (next == V_UNBOUND) { return mro_conflict(vm, lists, at, n); }
        TRY(list_append(vm, as_list(vm, out), next));
        for (uint32_t i = 0; i < n; i++) {
            uint32_t len;
            const Value *items = seq_items(vm, lists[i], &len);
            if (at[i] < len && items[at[i]] == next) { at[i]++; }
        }
    }
    return tuple_from(vm, list_items(vm, as_list(vm, out)), as_list(vm, out)->h.n);
}

// The class in the line of cls that last changed the layout of instances: by slots, or in C.
static Value type_solid_base(Vm *vm, Value cls) {
    for (;; cls = as_type(vm, cls)->base) {
        const Type *t = as_type(vm, cls);
        if (t->flags & TYPE_OWN_SLOTS) { return cls; }
        if (!(t->flags & TYPE_BUILTIN)) { continue; }
        if (t->tag != T_EXCEPTION || exc_has_own_layout(vm, cls)) { return cls; }
    }
}

bool type_has_layout_of(Vm *vm, Value cls, Value base) {
    Value want = type_solid_base(vm, base);
    for (Value solid = type_solid_base(vm, as_type(vm, cls)->base); is_type(vm, solid);
         solid = as_type(vm, solid)->base) {
        if (solid == want) { return true; }
    }
    return false;
}

// The base whose layout instances share: the one with the most derived layout.
static Value type_best_base(Vm *vm, const Tuple *bases) {
    Value best = V_UNBOUND, winner = V_UNBOUND;
    for (uint32_t i = 0; i < bases->h.n; i++) {
        Value b = bases->items[i];
        if (!is_type(vm, b)) { return raise_error(vm, EXC_TypeError, "bases must be types"); }
        if (!(as_type(vm, b)->flags & TYPE_SUBCLASSABLE)) {
            return raise_error(vm, EXC_TypeError, "type '%N' is not an acceptable base type", b);
        }
        Value candidate = type_solid_base(vm, b);
        if (winner != V_UNBOUND && is_subclass_of(vm, winner, candidate)) { continue; }
        if (winner != V_UNBOUND && !is_subclass_of(vm, candidate, winner)) {
            return raise_error(vm, EXC_TypeError, "multiple bases have instance lay-out conflict");
        }
        winner = candidate;
        best = b;
    }
    return best;
}

static bool type_register_subclass(Vm *vm, Value base, Value cls) {
    Head *h = vm->head;
    Values *all = is_ref(h->subclasses) ? ref_ptr(vm, h->subclasses) : NULL;
    if (!all || h->n_subclasses * 2 + 2 > all->h.n) {
        Values *grown = heap_new(vm, T_VALUES, all ? all->h.n * 2 : 32);
        if (!grown) { return false; }
        for (uint32_t i = 0; i < grown->h.n; i++) {
            grown->items[i] = all && i < all->h.n ? all->items[i] : V_UNBOUND;
        }
        h->subclasses = ptr_value(vm, grown);
        all = grown;
    }
    all->items[2 * h->n_subclasses] = base;
    all->items[2 * h->n_subclasses + 1] = cls;
    h->n_subclasses++;
    return true;
}

// A class that defines __eq__ without __hash__ is unhashable.
static bool type_fix_hash(Vm *vm, Type *t, Dict *d) {
    bool has_eq = dict_get_str(vm, d, vm_name(vm, N___eq__)) != V_UNBOUND;
    Value hash = dict_get_str(vm, d, vm_name(vm, N___hash__));
    if (has_eq && hash == V_UNBOUND) {
        hash = V_NONE;
        if (!dict_set_str(vm, d, vm_name(vm, N___hash__), V_NONE)) { return false; }
    }
    if (hash == V_NONE) { t->flags |= TYPE_NO_HASH; }
    if (hash != V_UNBOUND && hash != V_NONE) { t->flags &= ~(uint32_t)TYPE_NO_HASH; }
    return true;
}

static bool type_set_flags(Vm *vm, Type *t, const Tuple *bases, Dict *d) {
    t->flags |= TYPE_HEAP | TYPE_SUBCLASSABLE;
    Value bits = dict_get_str(vm, d, vm_name(vm, N___abc_tpflags__));
    if (bits != V_UNBOUND) {
        t->flags |= type_pattern_flags(bits);
        dict_del_str(vm, d, vm_name(vm, N___abc_tpflags__));
    }
    for (uint32_t i = 0; i < bases->h.n; i++) {
        const Type *base = as_type(vm, bases->items[i]);
        type_inherit_flags(t, base);
        if (base->inline_hint > t->inline_hint) { t->inline_hint = base->inline_hint; }
    }
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &value);) {
        uint32_t flag;
        if (is_str(vm, key) && special_flag(vm, key, &flag)) { t->flags |= flag; }
    }
    return type_fix_hash(vm, t, d);
}

void type_set_order(Vm *vm, Value cls, Value mro) {
    Type *t = as_type(vm, cls);
    const Tuple *order = as_tuple(vm, mro);
    obj_set(vm, t, &t->mro, mro);
    for (uint32_t i = 0; i < order->h.n; i++) {
        type_inherit_flags(t, as_type(vm, order->items[i]));
    }
    caches_flush(vm);
}

bool type_need_order(Vm *vm, Value cls) {
    Type *t = as_type(vm, cls);
    if (!(t->flags & TYPE_UNORDERED)) { return true; }
    return type_mro(vm, cls, as_tuple(vm, t->bases)) != V_RAISED;
}

Value type_new(Vm *vm, Value meta, Value name, Value bases_value, Value dict) {
    const Tuple *bases = as_tuple(vm, bases_value);
    Value object = vm->types[T_OBJECT];
    if (bases->h.n == 0) {
        bases_value = tuple_from(vm, &object, 1);
        TRY_VALUE(bases_value);
        bases = as_tuple(vm, bases_value);
    }
    Value best = type_best_base(vm, bases);
    TRY_VALUE(best);
    bool plain_meta = meta == vm->types[T_TYPE];
    Value meta_shape = plain_meta ? V_NONE : type_root_shape(vm, meta);
    TRY_VALUE(meta_shape);
    Type *t = plain_meta ? heap_new(vm, T_TYPE, 0) : heap_new_ext(vm, T_TYPE, 0, meta_shape);
    TRY(t);
    Value cls = ptr_value(vm, t);
    t->name = t->qualname = name;
    t->bases = bases_value;
    t->dict = dict;
    t->base = best;
    t->root_shape = t->slots = t->cells = V_NONE;
    t->full_name = t->spare[0] = t->spare[1] = V_NONE;
    uint32_t tag = as_type(vm, best)->tag;
    t->tag = tag == T_OBJECT ? T_INSTANCE : tag;
    t->n_slots = as_type(vm, best)->n_slots;
    t->mro = tuple_from(vm, &cls, 1);
    TRY_VALUE(t->mro);
    Value mro = type_mro(vm, cls, bases);
    bool unordered = mro == V_RAISED && !vm->alloc_failed;
    if (unordered) { // told when what else is wrong with the class has been told
        exc_clear(vm);
        mro = tuple_from(vm, (Value[]){cls, best, object}, best == object ? 2 : 3);
    }
    TRY_VALUE(mro);
    t->mro = mro;
    if (unordered) { t->flags |= TYPE_UNORDERED; }
    Dict *d = as_dict(vm, dict);
    TRY(type_set_flags(vm, t, bases, d));
    Value qualname = dict_get_str(vm, d, vm_name(vm, N___qualname__));
    if (qualname != V_UNBOUND) {
        if (isinstance_str(vm, qualname)) { t->qualname = qualname; }
        dict_del_str(vm, d, vm_name(vm, N___qualname__));
    }
    for (uint32_t i = 0; i < bases->h.n; i++) {
        TRY(type_register_subclass(vm, bases->items[i], cls));
    }
    return cls;
}

// ---- changing the bases ------------------------------------------------------------------------

// The orders of cls and of what derives from it, computed anew; the old ones go to `undo` as pairs.
static bool type_new_orders(Vm *vm, Value cls, List *undo) {
    const Head *h = vm->head;
    Type *t = as_type(vm, cls);
    uint32_t n = is_ref(h->subclasses) ? h->n_subclasses : 0;
    if (!native_charge(vm, n)) { return false; }
    for (uint32_t i = 0; i <= n; i++) { // bases are registered before what derives from them
        Value sub = i ? ((Values *)ref_ptr(vm, h->subclasses))->items[2 * i - 1] : cls;
        if (!is_ref(sub) || (i && sub == cls) || !is_subclass_of(vm, sub, cls)) { continue; }
        t = as_type(vm, sub);
        Value mro = type_mro(vm, sub, as_tuple(vm, t->bases));
        if (mro == V_RAISED || !list_append(vm, undo, sub) || !list_append(vm, undo, t->mro)) {
            return false;
        }
        obj_set(vm, t, &t->mro, mro);
        const Tuple *bases = as_tuple(vm, t->bases);
        for (uint32_t k = 0; k < bases->h.n; k++) {
            type_inherit_flags(t, as_type(vm, bases->items[k]));
        }
    }
    return true;
}

// Whether CPython's collector looks at its instances, which it therefore takes back in its own way.
static bool type_is_traced(Vm *vm, Value cls) {
    const Type *t = as_type(vm, cls);
    if (t->flags & TYPE_HEAP) { return true; }
    switch (t->tag) {
    case T_OBJECT:
    case T_INT:
    case T_BOOL:
    case T_FLOAT:
    case T_COMPLEX:
    case T_STR:
    case T_BYTES:
    case T_BYTEARRAY:
    case T_RANGE:
    case T_CODE: return false;
    default: return true;
    }
}

bool type_set_bases(Vm *vm, Value cls, Value bases) {
    Type *t = as_type(vm, cls);
    Value best = type_best_base(vm, as_tuple(vm, bases)), old = t->bases;
    if (best == V_RAISED) { return false; }
    bool freed = type_is_traced(vm, best) != type_is_traced(vm, t->base);
    bool room = (as_type(vm, best)->flags ^ as_type(vm, t->base)->flags) & TYPE_NO_DICT &&
                as_type(vm, best)->flags & as_type(vm, t->base)->flags & TYPE_HEAP;
    if (freed || room || type_solid_base(vm, best) != type_solid_base(vm, t->base)) {
        return raise_false(vm, EXC_TypeError, "__bases__ assignment: '%N' %s differs from '%N'",
                           best, freed ? "deallocator" : "object layout", t->base);
    }
    Value list = list_new(vm, 8);
    if (list == V_RAISED) { return false; }
    List *undo = as_list(vm, list);
    obj_set(vm, t, &t->bases, bases);
    if (!type_new_orders(vm, cls, undo)) {
        obj_set(vm, t, &t->bases, old);
        for (uint32_t i = undo->h.n; i >= 2; i -= 2) {
            Type *sub = as_type(vm, list_items(vm, undo)[i - 2]);
            obj_set(vm, sub, &sub->mro, list_items(vm, undo)[i - 1]);
        }
        return false;
    }
    obj_set(vm, t, &t->base, best);
    caches_flush(vm);
    const Tuple *all = as_tuple(vm, bases);
    for (uint32_t i = 0; i < all->h.n; i++) {
        if (!type_register_subclass(vm, all->items[i], cls)) { return false; }
    }
    return true;
}
