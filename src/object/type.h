// type.h: classes, hidden classes (shapes) and plain instances.
//
// An instance holds its attributes inline, in the order given by its Shape; adding an attribute
// moves it to a successor shape shared by all instances that grew the same way. Asking for
// __dict__, deleting, or too many attributes moves one instance to dict mode for good.
//
// Shapes and what else a tenant adds to a class of the image (root shape, subclasses) must not
// change the image: head->image_state maps the class's or shape's offset to the tenant's part.
#ifndef NX_OBJECT_TYPE_H
#define NX_OBJECT_TYPE_H

#include "object/code.h"
#include "object/dict.h"
#include "object/str.h"
#include "object/tuple.h"

enum {                // Type.flags
    TYPE_BUILTIN = 1, // made in C: attributes cannot be set
    TYPE_SUBCLASSABLE = 2,
    TYPE_HAS_DEL = 4,        // defines or inherits __del__
    TYPE_GETATTR = 8,        // __getattribute__ or __getattr__ is not object's
    TYPE_SETATTR = 16,       // __setattr__ or __delattr__ is not object's
    TYPE_NO_DICT = 32,       // instances have only slots
    TYPE_CACHED = 64,        // some cache holds an attribute found through this class
    TYPE_GUEST_HASH = 128,   // __hash__ or __eq__ is guest code (instances are no leaf keys)
    TYPE_ABSTRACT = 256,     // __abstractmethods__ is not empty
    TYPE_EXCEPTION = 512,    // derives from BaseException
    TYPE_SLOTS = 1024,       // defines __slots__
    TYPE_SEQUENCE = 2048,    // matches sequence patterns
    TYPE_MAPPING = 4096,     // matches mapping patterns
    TYPE_METACLASS = 8192,   // derives from type
    TYPE_GUEST_BOOL = 16384, // has __bool__ or __len__
    TYPE_NO_HASH = 32768,    // __hash__ is None
    TYPE_HEAP = 65536,       // made by a class statement or type()
    TYPE_OWN_SLOTS = 131072, // adds slots to those of its base
    TYPE_UNORDERED = 524288, // being made; its bases have no consistent order
    TYPE_FIXED = 262144,     // of the library, in C elsewhere: attributes cannot be set
};

typedef struct Type {
    Obj h;
    Value name, qualname; // strs
    Value bases, mro;     // Tuples; mro starts with the class itself
    Value dict;           // Dict: the namespace
    Value base;           // the base whose layout is extended; V_NONE for object
    Value root_shape;     // of its instances; V_NONE until the first (tenant classes)
    Value slots;          // Tuple of __slots__ names laid out inline, or V_NONE
    Value cells;          // Dict: name -> Cell that caches hold for a data attribute; V_NONE
    Value full_name;      // str with the module, for messages (CPython's tp_name), or V_NONE
    Value spare[2];
    uint32_t tag;         // TypeTag of instances
    uint32_t flags;       // TYPE_*
    uint32_t inline_hint; // most attributes an instance had
    uint32_t n_slots;     // slots inherited and own
    uint32_t spare_words[4];
} Type;

enum { SHAPE_DICT = 1, SHAPE_MAX_ATTRS = 62 };

typedef struct Shape {
    Obj h;
    Value cls;
    Value names;    // VALUES of attribute names in slot order (shared with relatives), or V_NONE
    Value children; // V_NONE, one Shape, or VALUES of them (tenant shapes only)
    uint32_t n;     // attributes
    uint32_t inline_cap; // of them the first so many stand in the instance itself
    uint32_t flags;      // SHAPE_*
    uint32_t pad;
} Shape;

typedef struct Instance {
    Obj h; // n = inline capacity
    Value shape;
    Value extra; // V_NONE, VALUES of attributes beyond the inline ones, or the Dict in dict mode
    Value slots[];
} Instance;

// An ASYNC_STEP with a greater `small` belongs to athrow() or aclose().
enum { ASYNC_STEP_SEND = 1 };

static inline Type *as_type(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_TYPE));
    return ref_ptr(vm, v);
}
// The name in messages.
static inline Value type_shown_name(const Type *t) {
    return is_ref(t->full_name) ? t->full_name : t->name;
}
// Its attributes cannot be set.
static inline bool type_is_immutable(const Type *t) {
    return (t->flags & (TYPE_BUILTIN | TYPE_FIXED)) != 0;
}
static inline Shape *as_shape(Vm *vm, Value v) { return ref_ptr(vm, v); }
static inline bool is_type(Vm *vm, Value v) { return is_tagged(vm, v, T_TYPE); }
// The class that a type tag implies.
static inline Value type_of_tag(Vm *vm, TypeTag t) { return vm->types[t]; }

// The shape of a fresh instance of cls. V_RAISED: no memory.
NX_INTERNAL Value type_root_shape(Vm *vm, Value cls);
// v's class has __del__: it is called once v is unreachable. False: no memory.
NX_INTERNAL bool weak_add_finalizable(Vm *vm, Value v);
// TypeError: cls is abstract, with the names of what it lacks.
NX_INTERNAL Value raise_abstract(Vm *vm, Value cls);
// A new instance of any guest class without arguments to a builtin base: object.__new__.
NX_INTERNAL Value instance_new(Vm *vm, Value cls);
// An object of a builtin type with that tag and count n, as an instance of cls, which is derived from
// it; its finalizer is noted. NULL: raised.
NX_INTERNAL void *derived_new(Vm *vm, TypeTag tag, uint64_t n, Value cls);

// Instance attributes proper (no descriptors), for T_INSTANCE and OBJ_EXT objects.
NX_INTERNAL bool has_attrs(Vm *vm, Value v);
// Their shape; V_NONE for what has none.
static inline Value attrs_shape(Vm *vm, Value v) {
    if (!is_ref(v)) { return V_NONE; }
    Obj *o = ref_ptr(vm, v);
    if (o->type == T_INSTANCE) { return ((const Instance *)o)->shape; }
    return o->ext && o->type != T_TYPE && o->type != T_MODULE ? obj_ext(o)->shape : V_NONE;
}
// Where attribute number i of an object stands whose shape is none of SHAPE_DICT: in the instance
// itself, or in the VALUES (*owner) of an OBJ_EXT object. NULL: not there, or without room yet.
static inline Value *attrs_place(Vm *vm, Value v, uint32_t i, Obj **owner) {
    Obj *o = ref_ptr(vm, v);
    if (o->type == T_INSTANCE) {
        *owner = o;
        return i < o->n ? &((Instance *)o)->slots[i] : NULL;
    }
    Value all = obj_ext(o)->attrs;
    if (!is_tagged(vm, all, T_VALUES)) { return NULL; }
    *owner = ref_ptr(vm, all);
    return i < (*owner)->n ? &((Values *)*owner)->items[i] : NULL;
}
NX_INTERNAL Value attrs_get(Vm *vm, Value v, Value name);             // V_UNBOUND when absent
NX_INTERNAL bool attrs_set(Vm *vm, Value v, Value name, Value value); // false: raised
NX_INTERNAL int attrs_del(Vm *vm, Value v, Value name);               // 1, 0 absent, -1 raised
NX_INTERNAL Value attrs_dict(Vm *vm, Value v);                        // __dict__: dict mode now
NX_INTERNAL Value attrs_copy(Vm *vm, Value v);    // what __dict__ has, in a new dict
NX_INTERNAL bool attrs_has_dict(Vm *vm, Value v); // it has attributes, or __dict__ was asked for
NX_INTERNAL bool attrs_replace_dict(Vm *vm, Value v, Value dict);
// The shape of a class's instances in dict mode; V_RAISED: no memory.
NX_INTERNAL Value shape_for_dict(Vm *vm, Value cls, uint32_t inline_cap);
// What a slot of __slots__ holds (member: the Member; its index is below the class's n_slots).
NX_INTERNAL Value member_get(Vm *vm, Value v, Value member);             // V_UNBOUND when empty
NX_INTERNAL bool member_set(Vm *vm, Value v, Value member, Value value); // false: raised
NX_INTERNAL bool member_del(Vm *vm, Value v, Value member);              // false: it is empty

// What class object does; tables of other types name some of it.
NX_INTERNAL Value object_method(Vm *vm, NameId name); // its attribute of that name
NX_INTERNAL Value object_default_repr(Vm *vm, Value v);
NX_INTERNAL Value object_sizeof(Vm *vm, Value *a);
NX_INTERNAL Value object_get_dict(Vm *vm, Value v);
NX_INTERNAL bool object_set_dict(Vm *vm, Value v, Value dict);

// Index of a name in a shape, or -1.
NX_INTERNAL int32_t shape_find(Vm *vm, const Shape *s, Value name);

NX_INTERNAL Value type_module(Vm *vm, Value cls); // __module__, V_NONE when there is none
// The metaclass that a new class gets: the most derived among the asked one and the bases'.
NX_INTERNAL Value type_winner(Vm *vm, Value meta, const Tuple *bases);
// Makes a class: C3, layout, flags. Does not run __set_name__ or __init_subclass__. `meta` is the
// metaclass. Takes over `dict` (an exact Dict).
// A class as far as its namespace says; where the bases have no order it is TYPE_UNORDERED, and
// type_need_order raises what type_mro has to say.
NX_INTERNAL bool type_need_order(Vm *vm, Value cls);
NX_INTERNAL Value type_new(Vm *vm, Value meta, Value name, Value bases, Value dict);
// The i-th registered pair (class, subclass), the image's first; NULL: no more. Classes made in C are
// not registered.
NX_INTERNAL const Value *type_subclass_pair(Vm *vm, uint32_t i);
// Whether instances of cls begin as those of `base` do, so that base's natives may take them.
NX_INTERNAL bool type_has_layout_of(Vm *vm, Value cls, Value base);
// Gives it another order, a tuple of classes whose layout it has.
NX_INTERNAL void type_set_order(Vm *vm, Value cls, Value mro);
// Gives a guest class other bases (a tuple of classes, not empty). False: raised.
NX_INTERNAL bool type_set_bases(Vm *vm, Value cls, Value bases);
// Changes a class attribute (value V_UNBOUND deletes); keeps caches and flags right.
NX_INTERNAL bool type_set_attr(Vm *vm, Value cls, Value name, Value value);
// Whether a class has the attribute of a builtin base as it is; the name is one of vm_name.
NX_INTERNAL bool type_keeps(Vm *vm, Value type, Value base, Value name);
// type_lookup that also tells the class whose namespace it stands in.
NX_INTERNAL Value type_lookup_where(Vm *vm, Value type, Value name, Value *where);
// What places of a kind found for objects of a shape: the second level of their inline caches, for
// places that see several classes. remember fills `cache` too; recall does when it knows.
typedef enum SiteKind { SITE_LOAD, SITE_METHOD, SITE_STORE } SiteKind;
// Two offsets, of objects that stand near one another, to a place in a small table.
static inline uint32_t cache_mix(uint32_t a, uint32_t b) {
    return ((a ^ b * 0x85EBCA6Bu) * 0x9E3779B1u) >> 16;
}
// The first of the two entries where it may stand: with one, two places that are busy by turns would drive
// out each other for good.
static inline SiteCacheEntry *site_entries(Vm *vm, Value shape, uint32_t name) {
    return &vm->site_cache[cache_mix((uint32_t)shape, name) & (SITE_CACHE_SIZE - 2)];
}
static inline bool site_recall(Vm *vm, Value shape, Value name, SiteKind kind, CacheEntry *cache) {
    uint32_t key = ref_offset(name) + kind;
    const SiteCacheEntry *e = site_entries(vm, shape, key);
    e += e->shape != ref_offset(shape) || e->name != key;
    if (e->shape != ref_offset(shape) || e->name != key) { return false; }
    *cache = (CacheEntry){shape, e->value};
    return true;
}
NX_INTERNAL void site_remember(Vm *vm, Value shape, Value name, SiteKind kind, Value value,
                               CacheEntry *cache);
NX_INTERNAL void type_mark_cached(Vm *vm, Value cls);
NX_INTERNAL void caches_flush(Vm *vm);

extern const TypeDef type_type, object_type;

#endif
