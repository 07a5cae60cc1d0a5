// array.h: array.array: numbers of one type, or characters, packed as in memory of a 64-bit C program.
#ifndef NX_OBJECT_ARRAY_H
#define NX_OBJECT_ARRAY_H

#include "object/bytearray.h"

// It has its bytes as a bytearray does, so that whatever takes bytes takes both: bytes.h.n is their
// number, not that of the items. Invariant: kind is one of ARRAY_KINDS, shift belongs to it, and
// bytes.h.n is a multiple of the size of an item.
typedef struct Array {
    ByteArray bytes;
    uint8_t kind;  // the typecode
    uint8_t shift; // an item has 1 << shift bytes
    uint8_t pad[6];
} Array;

#define ARRAY_KINDS "bBuwhHiIlLqQfd"

static inline Array *as_array(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_ARRAY));
    return ref_ptr(vm, v);
}
static inline uint32_t array_len(const Array *a) { return a->bytes.h.n >> a->shift; }
static inline bool array_is_text(const Array *a) { return a->kind == 'u' || a->kind == 'w'; }
static inline uint8_t *array_data(Vm *vm, const Array *a) { // not while it is empty
    return bytearray_data(vm, &a->bytes);
}

// ---- array.c: items ----------------------------------------------------------------------------

// What shift a typecode has; -1: it is none.
NX_INTERNAL int array_shift(uint32_t kind);
// An exact one, empty; V_RAISED.
NX_INTERNAL Value array_new(Vm *vm, uint8_t kind);
// The same with room for bytes, which are to be filled at once.
NX_INTERNAL Value array_with_bytes(Vm *vm, uint8_t kind, const void *data, uint64_t n_bytes);
// Makes the items [from, to) n items; the new ones are to be filled. NULL: raised.
NX_INTERNAL uint8_t *array_splice(Vm *vm, Array *a, uint32_t from, uint32_t to, uint64_t n);
NX_INTERNAL uint32_t array_char(const uint8_t *p);                // four bytes
NX_INTERNAL Value array_item(Vm *vm, const Array *a, uint32_t i); // V_RAISED: no such character
// The bytes of an item: 1 done; 0 raised; -1: guest code must convert it, by array_conversion.
NX_INTERNAL int array_pack(Vm *vm, const Array *a, Value v, uint8_t out[8]);
NX_INTERNAL Internal array_conversion(const Array *a);
// The same, put behind the last item.
NX_INTERNAL int array_push(Vm *vm, Array *a, Value v);
NX_INTERNAL bool array_extend_array(Vm *vm, Array *a, const Array *from); // false: raised
NX_INTERNAL bool array_extend_text(Vm *vm, Array *a, Value str);          // false: raised
NX_INTERNAL bool array_extend_bytes(Vm *vm, Array *a, const uint8_t *p, uint64_t n);
NX_INTERNAL Value array_text(Vm *vm, const Array *a); // a str; V_RAISED
NX_INTERNAL Value array_list(Vm *vm, const Array *a); // the items; V_RAISED
// The next item from *at on that equals `v`: V_TRUE: at *at; V_FALSE: none; V_UNBOUND: guest code tells of
// *at. Its callers charge for the whole array once.
NX_INTERNAL Value array_find(Vm *vm, const Array *a, int64_t *at, int64_t to, Value v);

// ---- array_fill.c: construction, and other natives that may have to run guest code ---------------

NX_INTERNAL Value array_construct(Vm *vm, const Value *args, uint32_t n, Value names);
enum { ARRAY_NEW_SCRATCH = 4 };
NX_INTERNAL Value array_new_steps(Vm *vm, Frame *f); // "cls, *args, **kwargs"
// "self, v, /" or "self, i: int, v, /": the first by the magic.
NX_INTERNAL Value array_append_first(Vm *vm, Value *a);
NX_INTERNAL Value array_insert_first(Vm *vm, Value *a);
NX_INTERNAL Value array_put_steps(Vm *vm, Frame *f);
NX_INTERNAL Value array_extend_first(Vm *vm, Value *a);
NX_INTERNAL Value array_extend_steps(Vm *vm, Frame *f);   // "self, bb, /", 4 slots of scratch
NX_INTERNAL Value array_fromlist_steps(Vm *vm, Frame *f); // "self, list, /", 4 slots of scratch
NX_INTERNAL Value array_fromfile_steps(Vm *vm, Frame *f); // "self, f, n: int, /"
NX_INTERNAL Value array_tofile_steps(Vm *vm, Frame *f);   // "self, f, /", 1 slot of scratch
NX_INTERNAL Value array_reduce_steps(Vm *vm, Frame *f);   // "self, value, /"

// ---- array_search.c: natives that compare items --------------------------------------------------

enum { ARRAY_CONTAINS, ARRAY_COUNT, ARRAY_INDEX, ARRAY_REMOVE };
NX_INTERNAL Value array_contains(Vm *vm, Value array, Value v); // the slot
NX_INTERNAL Value array_count_first(Vm *vm, Value *a);
NX_INTERNAL Value array_index_first(Vm *vm, Value *a);
NX_INTERNAL Value array_remove_first(Vm *vm, Value *a);
// Magic: which of the above. 2 slots of scratch behind the parameters.
NX_INTERNAL Value array_search_steps(Vm *vm, Frame *f);
NX_INTERNAL Value array_compare(Vm *vm, int op, Value a, Value b); // the slot

extern const TypeDef array_type, array_iter_type;

#endif
