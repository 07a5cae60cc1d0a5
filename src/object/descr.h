// descr.h: descriptors of builtin and guest classes: property, classmethod, staticmethod, getset,
// member (a __slots__ entry), and super.
#ifndef NX_OBJECT_DESCR_H
#define NX_OBJECT_DESCR_H

#include "object/type.h"

typedef struct Property {
    Obj h;                  // small: PROPERTY_*
    Value fget, fset, fdel; // V_NONE when absent
    Value doc, name;        // name V_NONE until __set_name__
} Property;

enum { PROPERTY_DOC_FROM_GETTER = 1, PROPERTY_FIXED = 2 }; // FIXED: of a TYPE_FIXED class

typedef struct Wrapped { // classmethod, staticmethod
    Obj h;
    Value func;
    Value dict; // Dict of attributes, or V_NONE while they are what the function has
} Wrapped;

typedef struct GetSet {
    Obj h;
    Value name, owner, doc, spare;
    uint32_t number; // index of its GetSetDef
    uint32_t self_tag;
} GetSet;

enum { GETSET_MEMBER = 1 }; // h.small of a GetSet: Python sees a member_descriptor

enum {
    MEMBER_ONCE = 1
}; // h.small of a Member: set once, by the class itself; read-only from then on

typedef struct Member {
    Obj h;
    Value name, owner;
    uint32_t index, pad; // among the slots of the owner and its bases
} Member;

typedef struct TupleGetter { // a named field of a tuple
    Obj h;
    Value doc;
    uint32_t index, pad;
} TupleGetter;

typedef struct Super {
    Obj h;
    Value cls, self, self_type;
} Super;

static inline const GetSetDef *getset_def(Vm *vm, const GetSet *g) {
    return vm->getsets[g->number];
}

// v.slot = value, or del v.slot (V_UNBOUND). False: raised.
NX_INTERNAL bool member_put(Vm *vm, Value member, Value v, Value value);
// AttributeError: the property of obj has no `what` (getter, setter, deleter).
NX_INTERNAL Value raise_property(Vm *vm, const Property *p, Value obj, const char *what);
// The dict of a classmethod's or staticmethod's own attributes.
NX_INTERNAL Value wrapped_dict(Vm *vm, Value v);
// Arguments (self, instance, owner) of a `__get__`. False: both are None, raised.
NX_INTERNAL bool descr_check_get(Vm *vm, const Value *a);

extern const TypeDef property_type, classmethod_type, staticmethod_type, getset_type, member_type,
    super_type;

#endif
