// shape.c: hidden classes and the attributes of instances. See type.h.
//
// Attributes of plain instances (T_INSTANCE) stand inline, then in `extra`; those of instances of
// subclasses of builtin types (OBJ_EXT) all stand in the ext's `attrs`. In dict mode (SHAPE_DICT)
// `extra` or `attrs` is the Dict; where the class has slots, VALUES of the Dict and the slots.
//
// What a slot of __slots__ holds is an attribute too, under its Member object instead of a name.
#include "object/descr.h"
#include "object/type.h"

// Where a tenant keeps what belongs to an image object: head->image_state[offset].
static Value image_state_get(Vm *vm, Value key) {
    if (!is_ref(vm->head->image_state)) { return V_UNBOUND; }
    return dict_get_leaf(vm, as_dict(vm, vm->head->image_state), int_value(ref_offset(key)));
}

static bool image_state_set(Vm *vm, Value key, Value v) {
    if (!is_ref(vm->head->image_state)) {
        Value d = dict_new(vm, 8);
        if (d == V_RAISED) { return false; }
        vm->head->image_state = d;
    }
    return dict_set_leaf(vm, as_dict(vm, vm->head->image_state), int_value(ref_offset(key)), v) > 0;
}

static bool in_image(Vm *vm, Value v) { return heap_is_image(vm, ref_offset(v)); }

static Value shape_new(Vm *vm, Value cls, Value names, uint32_t n, uint32_t cap, uint32_t flags) {
    Shape *s = heap_new(vm, T_SHAPE, 0);
    TRY(s);
    s->cls = cls;
    s->names = names;
    s->children = V_NONE;
    s->n = n;
    s->inline_cap = cap;
    s->flags = flags;
    return ptr_value(vm, s);
}

static uint32_t inline_capacity(const Type *t) {
    uint32_t hint = t->inline_hint ? t->inline_hint : 4;
    return hint > SHAPE_MAX_ATTRS ? SHAPE_MAX_ATTRS : hint;
}

Value type_root_shape(Vm *vm, Value cls) {
    Type *t = as_type(vm, cls);
    bool image = in_image(vm, cls);
    Value root = image ? image_state_get(vm, cls) : t->root_shape;
    if (is_ref(root)) {
        // Instances outgrew the inline room of the root's line: start a wider one.
        if (as_shape(vm, root)->inline_cap >= inline_capacity(t) || !t->inline_hint) {
            return root;
        }
    }
    root = shape_new(vm, cls, V_NONE, 0, inline_capacity(t), 0);
    TRY_VALUE(root);
    if (image) {
        TRY(image_state_set(vm, cls, root));
    } else {
        t->root_shape = root;
    }
    return root;
}

Value instance_new(Vm *vm, Value cls) {
    Type *t = as_type(vm, cls);
    Value root = !in_image(vm, cls) && is_ref(t->root_shape) &&
                         as_shape(vm, t->root_shape)->inline_cap >= t->inline_hint
                     ? t->root_shape
                     : type_root_shape(vm, cls);
    TRY_VALUE(root);
    uint32_t cap = as_shape(vm, root)->inline_cap;
    Instance *o = HEAP_MAKE(vm, INSTANCE, cap);
    TRY(o);
    o->shape = root;
    o->extra = V_NONE;
    for (uint32_t i = 0; i < cap; i++) { o->slots[i] = V_UNBOUND; }
    if (NX_UNLIKELY(t->flags & TYPE_HAS_DEL)) { TRY(weak_add_finalizable(vm, ptr_value(vm, o))); }
    return ptr_value(vm, o);
}

void *derived_new(Vm *vm, TypeTag tag, uint64_t n, Value cls) {
    Value shape = type_root_shape(vm, cls);
    void *o = shape == V_RAISED ? NULL : heap_new_ext(vm, tag, n, shape);
    if (!o) { return NULL; }
    bool has_del = as_type(vm, cls)->flags & TYPE_HAS_DEL;
    if (NX_UNLIKELY(has_del) && !weak_add_finalizable(vm, ptr_value(vm, o))) { return NULL; }
    return o;
}

int32_t shape_find(Vm *vm, const Shape *s, Value name) {
    if (s->n == 0) { return -1; }
    const Value *names = ((Values *)ref_ptr(vm, s->names))->items;
    for (uint32_t i = 0; i < s->n; i++) {
        if (names[i] == name) { return (int32_t)i; }
    }
    return -1;
}

static Value shape_child(Vm *vm, Value shape, Value name) {
    Shape *s = as_shape(vm, shape);
    Value children = in_image(vm, shape) ? image_state_get(vm, shape) : s->children;
    if (!is_ref(children)) { return V_UNBOUND; }
    const Value *list = &children;
    uint32_t n = 1;
    if (is_tagged(vm, children, T_VALUES)) {
        Values *all = ref_ptr(vm, children);
        list = all->items;
        n = all->h.n;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_ref(list[i])) { break; }
        const Shape *c = as_shape(vm, list[i]);
        if (((Values *)ref_ptr(vm, c->names))->items[c->n - 1] == name) { return list[i]; }
    }
    return V_UNBOUND;
}

static bool shape_add_child(Vm *vm, Value shape, Value child) {
    Shape *s = as_shape(vm, shape);
    bool image = in_image(vm, shape);
    Value children = image ? image_state_get(vm, shape) : s->children;
    if (!is_ref(children)) {
        children = child;
    } else {
        uint32_t n = is_tagged(vm, children, T_VALUES) ? ((Obj *)ref_ptr(vm, children))->n : 1;
        Values *grown = heap_new(vm, T_VALUES, n + 1);
        if (!grown) { return false; }
        if (is_tagged(vm, children, T_VALUES)) {
            values_copy(grown->items, ((Values *)ref_ptr(vm, children))->items, n);
        } else {
            grown->items[0] = children;
        }
        grown->items[n] = child;
        children = ptr_value(vm, grown);
    }
    if (image) { return image_state_set(vm, shape, children); }
    s->children = children;
    return true;
}

// The successor of a shape that has one more attribute; V_RAISED, or V_UNBOUND: go to dict mode.
static Value shape_add(Vm *vm, Value shape, Value name) {
    Value found = shape_child(vm, shape, name);
    if (is_ref(found)) { return found; }
    const Shape *s = as_shape(vm, shape);
    if (s->n >= SHAPE_MAX_ATTRS) { return V_UNBOUND; }
    // Relatives share one list of names as long as they only append to it.
    Values *names = is_ref(s->names) ? ref_ptr(vm, s->names) : NULL;
    bool shared =
        names && s->n < names->h.n && names->items[s->n] == V_UNBOUND && !in_image(vm, s->names);
    if (!shared) {
        Values *grown = heap_new(vm, T_VALUES, s->n < 4 ? 4 : s->n * 2);
        TRY(grown);
        for (uint32_t i = 0; i < grown->h.n; i++) {
            grown->items[i] = i < s->n ? names->items[i] : V_UNBOUND;
        }
        names = grown;
    }
    Value child = shape_new(vm, s->cls, ptr_value(vm, names), s->n + 1, s->inline_cap, 0);
    TRY_VALUE(child);
    TRY(shape_add_child(vm, shape, child));
    names->items[s->n] = name;
    return child;
}

// The two words that hold an object's shape and its other attributes.
typedef struct AttrHome {
    Obj *o;
    Value *shape, *extra;
    Value *slots;
    uint32_t cap;
} AttrHome;

static AttrHome attr_home(Vm *vm, Value v) {
    Obj *o = as_obj(vm, v);
    if (o->type == T_INSTANCE) {
        Instance *i = (Instance *)o;
        return (AttrHome){o, &i->shape, &i->extra, i->slots, o->n};
    }
    ObjExt *e = obj_ext(o);
    return (AttrHome){o, &e->shape, &e->attrs, NULL, 0};
}

bool has_attrs(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    const Obj *o = ref_ptr(vm, v);
    return (o->type == T_INSTANCE || o->ext) && o->type != T_TYPE && o->type != T_MODULE;
}

static Value *attr_slot(Vm *vm, AttrHome *h, uint32_t i, Obj **owner) {
    if (i < h->cap) {
        *owner = h->o;
        return &h->slots[i];
    }
    Values *extra = ref_ptr(vm, *h->extra);
    *owner = &extra->h;
    return &extra->items[i - h->cap];
}

// In dict mode: the word for the Dict, and the object it belongs to.
static Value *attr_dict_word(Vm *vm, const AttrHome *h, Obj **owner) {
    *owner = h->o;
    if (!is_tagged(vm, *h->extra, T_VALUES)) { return h->extra; }
    Values *all = ref_ptr(vm, *h->extra);
    *owner = &all->h;
    return &all->items[0];
}

// In dict mode: the word of a slot; NULL when the object has none.
static Value *attr_member_word(Vm *vm, const AttrHome *h, Value member, Values **owner) {
    if (!is_tagged(vm, *h->extra, T_VALUES)) { return NULL; }
    uint32_t at = ((Member *)ref_ptr(vm, member))->index + 1;
    *owner = ref_ptr(vm, *h->extra);
    return at < (*owner)->h.n ? &(*owner)->items[at] : NULL;
}

Value attrs_get(Vm *vm, Value v, Value name) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (s->flags & SHAPE_DICT) {
        Obj *ignored;
        Value dict = *attr_dict_word(vm, &h, &ignored);
        return is_ref(dict) ? dict_get_str(vm, as_dict(vm, dict), name) : V_UNBOUND;
    }
    int32_t i = shape_find(vm, s, name);
    if (i < 0) { return V_UNBOUND; }
    Obj *owner;
    return *attr_slot(vm, &h, (uint32_t)i, &owner);
}

// Room for attribute number i: inline, or in `extra`, which grows.
static bool attr_reserve(Vm *vm, AttrHome *h, uint32_t i) {
    if (i < h->cap) { return true; }
    uint32_t need = i - h->cap + 1;
    Values *old = is_ref(*h->extra) ? ref_ptr(vm, *h->extra) : NULL;
    if (old && old->h.n >= need) { return true; }
    Values *grown = heap_new(vm, T_VALUES, need < 4 ? 4 : need * 2);
    if (!grown) { return false; }
    for (uint32_t k = 0; k < grown->h.n; k++) {
        grown->items[k] = old && k < old->h.n ? old->items[k] : V_UNBOUND;
    }
    obj_set(vm, h->o, h->extra, ptr_value(vm, grown));
    return true;
}

bool attrs_set(Vm *vm, Value v, Value name, Value value) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (!(s->flags & SHAPE_DICT)) {
        int32_t i = shape_find(vm, s, name);
        Value next = V_NONE;
        if (i < 0) {
            next = shape_add(vm, *h.shape, name);
            if (next == V_RAISED) { return false; }
        }
        if (next != V_UNBOUND) {
            uint32_t at = i >= 0 ? (uint32_t)i : s->n;
            if (!attr_reserve(vm, &h, at)) { return false; }
            Obj *owner;
            Value *slot = attr_slot(vm, &h, at, &owner);
            obj_set(vm, owner, slot, value);
            if (i < 0) {
                obj_set(vm, h.o, h.shape, next);
                Type *t = as_type(vm, s->cls);
                bool plain = h.o->type == T_INSTANCE && !in_image(vm, s->cls);
                if (plain && t->inline_hint < at + 1) { t->inline_hint = at + 1; }
            }
            return true;
        }
        if (attrs_dict(vm, v) == V_RAISED) { return false; }
    }
    Value dict = attrs_dict(vm, v);
    return dict != V_RAISED && dict_set_str(vm, as_dict(vm, dict), name, value);
}

int attrs_del(Vm *vm, Value v, Value name) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (!(s->flags & SHAPE_DICT)) {
        if (shape_find(vm, s, name) < 0) { return 0; }
        if (attrs_dict(vm, v) == V_RAISED) { return -1; }
    }
    Obj *ignored;
    Value dict = *attr_dict_word(vm, &h, &ignored);
    if (!is_ref(dict)) { return 0; }
    return dict_del_str(vm, as_dict(vm, dict), name) ? 1 : 0;
}

Value member_get(Vm *vm, Value v, Value member) {
    AttrHome h = attr_home(vm, v);
    if (!(as_shape(vm, *h.shape)->flags & SHAPE_DICT)) { return attrs_get(vm, v, member); }
    Values *owner;
    const Value *word = attr_member_word(vm, &h, member, &owner);
    return word ? *word : V_UNBOUND;
}

bool member_set(Vm *vm, Value v, Value member, Value value) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (!(s->flags & SHAPE_DICT)) {
        if (s->n < SHAPE_MAX_ATTRS || shape_find(vm, s, member) >= 0) {
            return attrs_set(vm, v, member, value);
        }
        if (attrs_dict(vm, v) == V_RAISED) { return false; }
    }
    Values *owner;
    Value *word = attr_member_word(vm, &h, member, &owner);
    if (!word) { return raise_stop(vm, STOP_CORRUPT), false; }
    obj_set(vm, owner, word, value);
    return true;
}

bool member_del(Vm *vm, Value v, Value member) {
    if (member_get(vm, v, member) == V_UNBOUND) { return false; }
    return member_set(vm, v, member, V_UNBOUND);
}

// A child of the root under no name.
Value shape_for_dict(Vm *vm, Value cls, uint32_t cap) {
    return shape_new(vm, cls, V_NONE, 0, cap, SHAPE_DICT);
}

static bool attrs_to_dict(Vm *vm, AttrHome *h, Value dict) {
    const Shape *s = as_shape(vm, *h->shape);
    uint32_t n_slots = as_type(vm, s->cls)->n_slots;
    Value shape = shape_for_dict(vm, s->cls, h->cap), extra = dict;
    if (shape == V_RAISED) { return false; }
    if (n_slots) {
        Values *all = heap_new(vm, T_VALUES, (uint64_t)n_slots + 1);
        if (!all) { return false; }
        all->items[0] = dict;
        for (uint32_t i = 1; i <= n_slots; i++) { all->items[i] = V_UNBOUND; }
        for (uint32_t i = 0; i < s->n; i++) {
            Value name = ((Values *)ref_ptr(vm, s->names))->items[i];
            if (!is_tagged(vm, name, T_MEMBER)) { continue; }
            Obj *ignored;
            uint32_t at = ((Member *)ref_ptr(vm, name))->index + 1;
            if (at <= n_slots) { all->items[at] = *attr_slot(vm, h, i, &ignored); }
        }
        extra = ptr_value(vm, all);
    }
    obj_touch(vm, h->o);
    *h->shape = shape;
    *h->extra = extra;
    for (uint32_t i = 0; i < h->cap; i++) { h->slots[i] = V_UNBOUND; }
    return true;
}

// The attributes of an object that is not in dict mode, as a new dict.
static Value attrs_listed(Vm *vm, AttrHome *h, const Shape *s) {
    Value dict = dict_new(vm, s->n);
    TRY_VALUE(dict);
    for (uint32_t i = 0; i < s->n; i++) {
        Obj *owner;
        Value item = *attr_slot(vm, h, i, &owner);
        Value name = ((Values *)ref_ptr(vm, s->names))->items[i];
        if (item == V_UNBOUND || is_tagged(vm, name, T_MEMBER)) { continue; }
        TRY(dict_set_str(vm, as_dict(vm, dict), name, item));
    }
    return dict;
}

Value attrs_copy(Vm *vm, Value v) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    Obj *owner;
    if (!(s->flags & SHAPE_DICT)) { return attrs_listed(vm, &h, s); }
    Value dict = *attr_dict_word(vm, &h, &owner);
    return is_ref(dict) ? dict_copy(vm, as_dict(vm, dict)) : dict_new(vm, 0);
}

Value attrs_dict(Vm *vm, Value v) {
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (s->flags & SHAPE_DICT) {
        Obj *owner;
        Value *word = attr_dict_word(vm, &h, &owner);
        if (!is_ref(*word)) {
            Value d = dict_new(vm, 0);
            TRY_VALUE(d);
            obj_set(vm, owner, word, d);
        }
        return *word;
    }
    Value dict = attrs_listed(vm, &h, s);
    TRY_VALUE(dict);
    return attrs_to_dict(vm, &h, dict) ? dict : V_RAISED;
}

bool attrs_has_dict(Vm *vm, Value v) {
    if (!has_attrs(vm, v)) { return false; }
    AttrHome h = attr_home(vm, v);
    const Shape *s = as_shape(vm, *h.shape);
    if (s->flags & SHAPE_DICT) { return true; }
    for (uint32_t i = 0; i < s->n; i++) {
        Obj *owner;
        Value name = ((Values *)ref_ptr(vm, s->names))->items[i];
        bool set = *attr_slot(vm, &h, i, &owner) != V_UNBOUND;
        if (set && !is_tagged(vm, name, T_MEMBER)) { return true; }
    }
    return false;
}

bool attrs_replace_dict(Vm *vm, Value v, Value dict) {
    AttrHome h = attr_home(vm, v);
    if (!(as_shape(vm, *h.shape)->flags & SHAPE_DICT)) { return attrs_to_dict(vm, &h, dict); }
    Obj *owner;
    Value *word = attr_dict_word(vm, &h, &owner);
    obj_set(vm, owner, word, dict);
    return true;
}
