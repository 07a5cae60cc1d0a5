// object.h: what every guest object is made of, and the contract with the collector.
//
// An object is an 8-byte header, then Values, then plain bytes; how many follows from its type and
// the header's own count (heap/types.def). Nothing in an object is a host pointer, a size_t or a
// long: the same bytes mean the same on every platform, and moving an object is rewriting the
// references to it. Anything that grows keeps its items in a separate VALUES, ENTRIES or BLOB.
//
// The collector's contract, which all C code relies on:
//  1. Allocation never collects and never moves anything. Collection happens only at safepoints,
//     between two steps of the VM, when no C function holds a guest reference in a local. So C code
//     keeps raw pointers and roots nothing.
//  2. An allocation may fail (NULL): the budget is short. Code that fails before its first side
//     effect is simply run again after a collection; so allocate first, change things after.
//  3. Every store of a Value into an object that may be older than the running native goes through
//     obj_set (or values_set): objects of the boot image are shared and are logged at their first
//     change. Plain bytes of such an object are written behind obj_touch. Freshly made objects are
//     filled directly.
//  4. All Values of an object are valid at every safepoint. heap_new zeroes, and zero is 0.0.
//
// References are followed with the slot's base: `List *l = as_list(vm, v)`.
#ifndef NX_HEAP_OBJECT_H
#define NX_HEAP_OBJECT_H

#include "heap/value.h"

typedef enum TypeTag {
    T_INVALID,
#define TYPE(NAME, name, nv, nvn, nb, nbn) T_##NAME,
#include "heap/types.def"
#undef TYPE
    T_COUNT
} TypeTag;

enum {
    OBJ_FROZEN = 1, // belongs to the image and is unchanged: log it before the first write
    OBJ_HEAP = 2,   // a frame outside the stack segments
    OBJ_WEAK = 4,   // some weak reference points here
    OBJ_FINAL = 8,  // of a generator: it is to be closed when nobody can reach it
    OBJ_HAS_ID = 16,
    OBJ_GUARDED = 32, // its repr, comparison or hash is under way (cycle guard)
    OBJ_SETTLED = 64, // its __del__ has nothing to do any more: it may leave head->finalizable
};

enum { // bytes of an object of a type that is named in the source: all of them, and for each of n
#define TYPE(NAME, name, nv, nvn, nb, nbn)                                                         \
    T_##NAME##_SIZE = 8 + 8 * (nv) + (nb), T_##NAME##_SIZE_PER_N = 8 * (nvn) + (nbn),
#include "heap/types.def"
#undef TYPE
};

typedef struct Obj {
    uint8_t type;  // TypeTag
    uint8_t ext;   // 1: an instance of a guest-defined subclass; two Values follow at the end
    uint8_t flags; // OBJ_*
    uint8_t small; // the type's own
    uint32_t n;    // the type's own count: length, capacity …
} Obj;

// The two trailing Values of an object whose class is not the one its type tag implies.
typedef struct ObjExt {
    Value shape; // Shape: the class, and where attributes stand
    Value attrs; // VALUES by shape index, or a Dict in dict mode; V_NONE while there are none
} ObjExt;

typedef struct TypeLayout {
    uint16_t values, values_per_n, bytes, bytes_per_n;
} TypeLayout;

extern const TypeLayout type_layouts[T_COUNT];
extern const char *const type_tag_names[T_COUNT];

// Number of Values right behind the header.
static inline uint32_t obj_values(const Obj *o) {
    const TypeLayout *l = &type_layouts[o->type];
    return l->values + l->values_per_n * o->n;
}

static inline uint64_t layout_size(TypeTag type, uint64_t n, bool ext) {
    const TypeLayout *l = &type_layouts[type];
    uint64_t size =
        sizeof(Obj) + 8u * (l->values + l->values_per_n * n) + l->bytes + l->bytes_per_n * n;
    size = (size + 7) & ~(uint64_t)7;
    size += ext ? sizeof(ObjExt) : 0;
    return size < 16 ? 16 : size;
}

static inline uint32_t obj_size(const Obj *o) {
    return (uint32_t)layout_size((TypeTag)o->type, o->n, o->ext);
}

// As memcpy, and `from` may be NULL when n is 0.
static inline void values_copy(Value *to, const Value *from, uint64_t n) {
    if (n) { memcpy(to, from, (size_t)n * sizeof(Value)); }
}
static inline Value *obj_value_array(Obj *o) { return (Value *)(o + 1); }

static inline ObjExt *obj_ext(Obj *o) {
    NX_ASSERT(o->ext);
    return (ObjExt *)((char *)o + obj_size(o) - sizeof(ObjExt));
}

// Growable storage, shared by list, instances, shapes and many natives.
typedef struct Values {
    Obj h; // n = capacity; unused items are V_UNBOUND or any valid Value
    Value items[];
} Values;

typedef struct Blob {
    Obj h; // n = bytes
    uint8_t data[];
} Blob;

// Text: UTF-8 in which a surrogate is its own three bytes. Immutable; followed by a NUL.
typedef struct Str {
    Obj h;         // n = bytes; small = STR_* flags
    uint32_t hash; // 0 until asked for
    uint32_t len;  // code points; equal to h.n exactly when the text is ASCII
    char data[];
} Str;

enum {
    STR_INTERNED = 1,
    STR_OWNED = 2, // made by ADD_OWN, and only its register refers to it: may grow where it stands.
    // A snapshot keeps this, so that the steps charged stay the same, and not the room.
};

typedef struct Tuple {
    Obj h; // n = length
    Value items[];
} Tuple;

// Signed magnitude. A plain int object (no ext) never holds a number that fits a Value.
typedef struct Int {
    Obj h; // n = limbs, no leading zero limb; small = 1 when negative
    uint64_t limbs[];
} Int;

typedef struct Cell {
    Obj h;
    Value value; // V_UNBOUND while the variable has none
} Cell;

#endif
