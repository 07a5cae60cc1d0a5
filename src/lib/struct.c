// struct.c: the module _struct: pack and unpack by format (struct_format.c), as functions and as
// methods of Struct, which holds nothing but its format.
//
// Packing is a leaf while all values are builtin. A value whose number or truth only guest code
// knows is asked for in steps: the answers stand in a copy of the values, and the packing begins
// anew behind each, so that it sees a buffer that has changed meanwhile as it is.
#include "lib/struct_format.h"
#include "object/module.h"
#include "object/bytearray.h"
#include "object/construct.h"
#include "object/float.h"
#include "object/int.h"
#include "object/memoryview.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/ops.h"

typedef struct StructObj {
    Obj h;
    Value format; // Str; V_NONE before __init__
} StructObj;

typedef struct StructIter {
    Obj h;
    Value format; // V_NONE at the end
    Value buffer;
    int64_t at;
} StructIter;

static bool struct_format_of(Vm *vm, Value self, Value *format) {
    *format = ((StructObj *)ref_ptr(vm, self))->format;
    return is_ref(*format) || raise_false(vm, EXC_RuntimeError, "Struct object is not initialized");
}

// ---- packing -----------------------------------------------------------------------------------

// Which of the four; the number is the native's magic.
enum { PACK_METHOD = 1, PACK_INTO = 2 };

typedef struct Packing {
    int kind;
    Value format, buffer, offset; // the latter two of pack_into
    const Value *values;
    uint32_t n;
    // The value that guest code must look at first; OFFSET_VALUE: the offset.
    uint32_t ask;
    uint8_t code;
} Packing;

enum { OFFSET_VALUE = UINT32_MAX };

// Arguments as they come: `self` for methods (V_UNBOUND: a function) and a tuple.
static bool struct_pack_arguments(Vm *vm, Packing *p, int kind, Value self, const Tuple *args) {
    uint32_t at = 0, n = args->h.n;
    const char *name = kind & PACK_INTO ? "pack_into" : "pack";
    p->kind = kind;
    if (kind & PACK_METHOD) {
        if (!struct_format_of(vm, self, &p->format)) { return false; }
    } else {
        if (n == 0) { return raise_false(vm, EXC_TypeError, "missing format argument"); }
        p->format = args->items[at++];
    }
    if (kind & PACK_INTO) {
        if (n < at + 2) {
            StructReader r; // a bad format counts first
            int64_t size, count;
            if (!struct_open(vm, p->format, &r) || !struct_measure(vm, r, &size, &count)) {
                return false;
            }
            return raise_false(vm, EXC_struct_error, "%s expected %s argument", name,
                               n == at ? "buffer" : "offset");
        }
        p->buffer = args->items[at++];
        p->offset = args->items[at++];
    }
    p->values = args->items + at;
    p->n = n - at;
    return true;
}

static Value struct_pack_no_room(Vm *vm, bool packing, int64_t size, int64_t offset,
                                 uint32_t have) {
    // The sum may be beyond 63 bits.
    Value least = int_from_u64(vm, (uint64_t)size + (uint64_t)offset);
    TRY_VALUE(least);
    return raise_error(vm, EXC_struct_error,
                       "%s_%s requires a buffer of at least %R bytes for %sing %l bytes at offset "
                       "%l (actual buffer size is %u)",
                       packing ? "pack" : "unpack", packing ? "into" : "from", least,
                       packing ? "pack" : "unpack", size, offset, have);
}

// Makes a negative offset one from the start, and looks whether `size` bytes are there.
static bool struct_pack_place(Vm *vm, bool packing, int64_t size, int64_t *offset, uint32_t have) {
    if (*offset < 0) {
        if (*offset + size > 0) {
            return raise_false(vm, EXC_struct_error,
                               packing ? "no space to pack %l bytes at offset %l"
                                       : "not enough data to unpack %l bytes at offset %l",
                               size, *offset);
        }
        if (*offset + have < 0) {
            return raise_false(vm, EXC_struct_error, "offset %l out of range for %u-byte buffer",
                               *offset, have);
        }
        *offset += have;
    }
    if ((int64_t)have - *offset >= size) { return true; }
    struct_pack_no_room(vm, packing, size, *offset, have);
    return false;
}

// The bytes of an object that may be written. NULL: raised.
static uint8_t *struct_pack_target(Vm *vm, Value v, uint32_t *n) {
    uint8_t *p;
    int ok = buffer_target(vm, v, &p, n);
    if (ok > 0) { return p; }
    return ok ? raise_null(vm, EXC_TypeError,
                           "argument must be read-write bytes-like object, not %T", v)
              : NULL;
}

// All values to out[0 .. size). 1, 0: raised, -1: p->ask.
static int struct_pack_values(Vm *vm, Packing *p, StructReader r, uint8_t *out, int64_t size) {
    StructItem item;
    uint32_t i = 0;
    memset(out, 0, (size_t)size);
    while (struct_next(vm, &r, &item) > 0) {
        int64_t n = struct_values(&item);
        uint8_t *at = out + item.at;
        for (int64_t k = 0; k < n; k++, at += item.size) {
            int done = struct_put(vm, &item, p->values[i], at);
            if (NX_UNLIKELY(done <= 0)) {
                p->ask = i;
                p->code = item.code;
                return done;
            }
            i++;
        }
    }
    return 1;
}

static int struct_pack_offset(Vm *vm, Packing *p, int64_t *offset) {
    if (!isinstance_int(vm, p->offset)) {
        if (seq_has_index(vm, p->offset)) {
            p->ask = OFFSET_VALUE;
            p->code = 'q';
            return -1;
        }
        raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer",
                    p->offset);
        return 0;
    }
    if (int_to_i64(vm, p->offset, offset)) { return 1; }
    raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", p->offset);
    return 0;
}

// V_UNBOUND: guest code must look at p->ask.
static Value struct_pack_run(Vm *vm, Packing *p) {
    StructReader r;
    int64_t size, n_values, offset = 0;
    TRY(struct_open(vm, p->format, &r) && struct_measure(vm, r, &size, &n_values));
    if (n_values != p->n) {
        return raise_error(vm, EXC_struct_error, "%s expected %l items for packing (got %u)",
                           p->kind & PACK_INTO ? "pack_into" : "pack", n_values, p->n);
    }
    if (p->n >= 8) { TRY(native_charge(vm, p->n / 8)); }
    if (!(p->kind & PACK_INTO)) {
        Bytes *b = bytes_alloc(vm, (uint64_t)size);
        TRY(b);
        int done = struct_pack_values(vm, p, r, b->data, size);
        return done > 0 ? ptr_value(vm, b) : done ? V_UNBOUND : V_RAISED;
    }
    uint32_t have = 0;
    uint8_t *target = struct_pack_target(vm, p->buffer, &have);
    TRY(target);
    int done = struct_pack_offset(vm, p, &offset);
    if (done <= 0) { return done ? V_UNBOUND : V_RAISED; }
    TRY(struct_pack_place(vm, true, size, &offset, have) && native_charge(vm, (uint64_t)size / 64));
    done = size ? struct_pack_values(vm, p, r, target + offset, size) : 1;
    return done > 0 ? V_NONE : done ? V_UNBOUND : V_RAISED;
}

static Value struct_pack_leaf(Vm *vm, int kind, Value self, Value args) {
    Packing p;
    TRY(struct_pack_arguments(vm, &p, kind, self, as_tuple(vm, args)));
    return struct_pack_run(vm, &p);
}
static Value struct_pack(Vm *vm, Value *a) { return struct_pack_leaf(vm, 0, V_UNBOUND, a[0]); }
static Value struct_pack_into(Vm *vm, Value *a) {
    return struct_pack_leaf(vm, PACK_INTO, V_UNBOUND, a[0]);
}
static Value struct_obj_pack(Vm *vm, Value *a) {
    return struct_pack_leaf(vm, PACK_METHOD, a[0], a[1]);
}
static Value struct_obj_pack_into(Vm *vm, Value *a) {
    return struct_pack_leaf(vm, PACK_METHOD | PACK_INTO, a[0], a[1]);
}

enum { PACK_START, PACK_ASKED, PACK_NO_FLOAT, PACK_NO_COMPLEX };
enum { PACK_SCRATCH = 2 };

// Asks for what the value at p->ask is.
static Value struct_pack_ask(Vm *vm, Frame *f, uint8_t code, Value v) {
    switch (code) {
    case '?': return native_call1(vm, f, PACK_ASKED, internal(vm, I_TRUTH), v);
    case 'e':
    case 'f':
    case 'd':
        native_catch(f, PACK_NO_FLOAT);
        return native_call1(vm, f, PACK_ASKED, internal(vm, I_TO_FLOAT), v);
    case 'F':
    case 'D':
        native_catch(f, PACK_NO_COMPLEX);
        return native_call1(vm, f, PACK_ASKED, vm->types[T_COMPLEX], v);
    default: return native_call1(vm, f, PACK_ASKED, internal(vm, I_INDEX), v);
    }
}

static Value struct_pack_steps(Vm *vm, Frame *f) {
    int kind = native_magic(vm, f), args = kind & PACK_METHOD ? 1 : 0, at = args + 1;
    int copied = args + 2;
    Tuple *values = slot_obj(vm, f, args, T_TUPLE);
    TRY(values);
    switch (native_state(f)) {
    case PACK_NO_FLOAT:
        return raise_error(vm, EXC_struct_error, "required argument is not a float");
    case PACK_NO_COMPLEX:
        return raise_error(vm, EXC_struct_error, "required argument is not a complex");
    case PACK_ASKED: {
        uint64_t i = index_of(f->slot[at]);
        if (i >= values->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        Value own = tuple_from(vm, values->items, values->h.n); // the slot's may be another's
        TRY_VALUE(own);
        f->slot[args] = own;
        values = as_tuple(vm, own);
        values->items[i] = f->result;
        break;
    }
    default: break;
    }
    Packing p;
    TRY(struct_pack_arguments(vm, &p, kind, kind & PACK_METHOD ? f->slot[0] : V_UNBOUND, values));
    Value v = struct_pack_run(vm, &p);
    if (v != V_UNBOUND) { return v; }
    if (f->slot[copied] != V_TRUE) { // what the caller passed stays as it is
        Value copy = tuple_from(vm, values->items, values->h.n);
        TRY_VALUE(copy);
        f->slot[args] = copy;
        f->slot[copied] = V_TRUE;
    }
    uint32_t first = (uint32_t)(p.values - values->items);
    uint32_t i = p.ask == OFFSET_VALUE ? first - 1 : first + p.ask;
    f->slot[at] = int_value(i);
    return struct_pack_ask(vm, f, p.code, values->items[i]);
}

// ---- unpacking ---------------------------------------------------------------------------------

// The bytes of a buffer in one piece. False: raised.
static bool struct_unpack_source(Vm *vm, Value v, ByteSpan *s) {
    if (NX_LIKELY(bytes_like(vm, v, s))) { return true; }
    if (is_tagged(vm, v, T_MEMORYVIEW)) {
        return memoryview_check(vm, as_memoryview(vm, v)) &&
               raise_false(vm, EXC_BufferError,
                           "memoryview: underlying buffer is not C-contiguous");
    }
    return raise_false(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", v);
}

// The tuple of the values at p, where the whole format's bytes are.
static Value struct_unpack_values(Vm *vm, StructReader r, int64_t n_values, const uint8_t *p) {
    StructItem item;
    if (n_values >= 8) { TRY(native_charge(vm, (uint64_t)n_values / 8)); }
    Tuple *out = heap_new(vm, T_TUPLE, (uint64_t)n_values);
    TRY(out);
    uint32_t i = 0;
    while (struct_next(vm, &r, &item) > 0) {
        int64_t n = struct_values(&item);
        const uint8_t *at = p + item.at;
        for (int64_t k = 0; k < n; k++, at += item.size) {
            Value v = struct_get(vm, &item, at);
            TRY_VALUE(v);
            out->items[i++] = v;
        }
    }
    return ptr_value(vm, out);
}

static Value struct_unpack_all(Vm *vm, Value format, Value buffer) {
    StructReader r;
    int64_t size, n_values;
    ByteSpan s;
    TRY(struct_open(vm, format, &r) && struct_measure(vm, r, &size, &n_values) &&
        struct_unpack_source(vm, buffer, &s));
    if (s.n != size) {
        return raise_error(vm, EXC_struct_error, "unpack requires a buffer of %l bytes", size);
    }
    return struct_unpack_values(vm, r, n_values, s.p);
}

static Value struct_unpack_at(Vm *vm, Value format, Value buffer, Value where) {
    StructReader r;
    int64_t size, n_values, offset = int_clamp_i64(vm, where);
    ByteSpan s;
    TRY(struct_open(vm, format, &r) && struct_measure(vm, r, &size, &n_values) &&
        struct_unpack_source(vm, buffer, &s) && struct_pack_place(vm, false, size, &offset, s.n));
    return struct_unpack_values(vm, r, n_values, s.p + offset);
}

static Value struct_unpack_iter(Vm *vm, Value format, Value buffer) {
    StructReader r;
    int64_t size, n_values;
    ByteSpan s;
    TRY(struct_open(vm, format, &r) && struct_measure(vm, r, &size, &n_values));
    if (size == 0) {
        return raise_error(vm, EXC_struct_error,
                           "cannot iteratively unpack with a struct of length 0");
    }
    TRY(struct_unpack_source(vm, buffer, &s));
    if (s.n % size) {
        return raise_error(vm, EXC_struct_error,
                           "iterative unpacking requires a buffer of a multiple of %l bytes", size);
    }
    StructIter *it = heap_new(vm, T_STRUCT_ITER, 0);
    TRY(it);
    it->format = format;
    it->buffer = buffer;
    return ptr_value(vm, it);
}

static Value struct_calcsize(Vm *vm, Value *a) {
    StructReader r;
    int64_t size, n_values;
    TRY(struct_open(vm, a[0], &r) && struct_measure(vm, r, &size, &n_values));
    return int_from_i64(vm, size);
}
static Value struct_unpack(Vm *vm, Value *a) { return struct_unpack_all(vm, a[0], a[1]); }
static Value struct_unpack_from(Vm *vm, Value *a) { return struct_unpack_at(vm, a[0], a[1], a[2]); }
static Value struct_iter_unpack(Vm *vm, Value *a) { return struct_unpack_iter(vm, a[0], a[1]); }
static Value struct_clearcache(Vm *vm, Value *a) { // there is none
    (void)vm, (void)a;
    return V_NONE;
}

// ---- Struct ------------------------------------------------------------------------------------

static Value struct_obj_init(Vm *vm, Value *a) {
    StructReader r;
    int64_t size, n_values;
    TRY(struct_open(vm, a[1], &r) && struct_measure(vm, r, &size, &n_values));
    Value format = a[1];
    if (isinstance_bytes(vm, format)) {
        const Bytes *b = as_bytes(vm, format);
        format = str_new(vm, (const char *)b->data, b->h.n);
    } else {
        format = str_exact(vm, format);
    }
    TRY_VALUE(format);
    StructObj *s = ref_ptr(vm, a[0]);
    obj_set(vm, s, &s->format, format);
    return V_NONE;
}

static Value struct_obj_make(Vm *vm, Value *a) {
    StructObj *s = construct(vm, T_STRUCT, a[0], 0);
    TRY(s);
    s->format = V_NONE;
    return ptr_value(vm, s);
}

static Value struct_obj_unpack(Vm *vm, Value *a) {
    Value format;
    TRY(struct_format_of(vm, a[0], &format));
    return struct_unpack_all(vm, format, a[1]);
}
static Value struct_obj_unpack_from(Vm *vm, Value *a) {
    Value format;
    TRY(struct_format_of(vm, a[0], &format));
    return struct_unpack_at(vm, format, a[1], a[2]);
}
static Value struct_obj_iter_unpack(Vm *vm, Value *a) {
    Value format;
    TRY(struct_format_of(vm, a[0], &format));
    return struct_unpack_iter(vm, format, a[1]);
}

static Value struct_obj_repr(Vm *vm, Value v) {
    Value format;
    TRY(struct_format_of(vm, v, &format));
    return format_text(vm, "%U(%R)", as_type(vm, class_of(vm, v))->name, format);
}

static Value struct_get_format(Vm *vm, Value self) {
    Value format;
    return struct_format_of(vm, self, &format) ? format : V_RAISED;
}

static Value struct_get_size(Vm *vm, Value self) {
    Value format = ((StructObj *)ref_ptr(vm, self))->format;
    return is_ref(format) ? struct_calcsize(vm, &format) : int_value(-1);
}

static const NativeDef struct_methods[] = {
    LEAF("__init__", "self, format", struct_obj_init, "Take the format."),
    LEAF_MAKER(struct_obj_make, "Make one without a format."),
    LEAF("iter_unpack", "self, buffer, /", struct_obj_iter_unpack,
         "An iterator over the tuples of values that follow one another in the buffer."),
    {"pack", "self, *values", struct_obj_pack, struct_pack_steps, NULL,
     "The values as bytes, laid out by the format.", NATIVE_STEPS, PACK_SCRATCH, 0, PACK_METHOD},
    {"pack_into", "self, *values", struct_obj_pack_into, struct_pack_steps, NULL,
     "Writes the values into a buffer, from an offset on.", NATIVE_STEPS, PACK_SCRATCH, 0,
     PACK_METHOD | PACK_INTO},
    LEAF("unpack", "self, buffer: buffer, /", struct_obj_unpack,
         "The values of a buffer that the format fills, as a tuple."),
    LEAF("unpack_from", "self, /, buffer: buffer, offset: int=0", struct_obj_unpack_from,
         "The values that stand in the buffer from an offset on, as a tuple."),
    NATIVE_END,
};
static const GetSetDef struct_getsets[] = {
    {"format", struct_get_format, NULL, "The format, as text."},
    {"size", struct_get_size, NULL, "How many bytes the format describes."},
    {0},
};

const TypeDef struct_type = {
    .name = "Struct",
    .module = "_struct",
    .doc = "Struct(format): a format, ready for packing and unpacking.",
    .tag = T_STRUCT,
    .hidden = true,
    .subclassable = true,
    .methods = struct_methods,
    .getsets = struct_getsets,
    .repr = struct_obj_repr,
};

// ---- the iterator ------------------------------------------------------------------------------

typedef struct IterLeft {
    StructReader r;
    int64_t size, n_values; // of a tuple
    const uint8_t *p;
    int64_t n; // bytes left
} IterLeft;

// 1; 0: it is at its end; -1: raised.
static int struct_iter_left(Vm *vm, const StructIter *it, IterLeft *left) {
    ByteSpan s;
    if (!is_ref(it->format)) { return 0; }
    if (!struct_open(vm, it->format, &left->r) ||
        !struct_measure(vm, left->r, &left->size, &left->n_values) ||
        !struct_unpack_source(vm, it->buffer, &s)) {
        return -1;
    }
    if (it->at < 0 || it->at > s.n || left->size <= 0) { return 0; }
    left->p = s.p + it->at;
    left->n = (int64_t)s.n - it->at;
    return 1;
}

static Value struct_iter_next(Vm *vm, Value v) {
    StructIter *it = ref_ptr(vm, v);
    IterLeft left;
    int more = struct_iter_left(vm, it, &left);
    if (more <= 0) { return more ? V_RAISED : V_STOP; }
    if (left.n < left.size) {
        obj_touch(vm, it);
        it->format = it->buffer = V_NONE;
        return V_STOP;
    }
    Value out = struct_unpack_values(vm, left.r, left.n_values, left.p);
    TRY_VALUE(out);
    obj_touch(vm, it);
    it->at += left.size;
    return out;
}

static Value struct_iter_length(Vm *vm, Value *a) {
    IterLeft left;
    int more = struct_iter_left(vm, ref_ptr(vm, a[0]), &left);
    return more < 0 ? V_RAISED : int_value(more ? left.n / left.size : 0);
}

static const NativeDef struct_iter_methods[] = {
    LEAF("__length_hint__", "self, /", struct_iter_length, "How many tuples are left."),
    NATIVE_END,
};

const TypeDef struct_iter_type = {
    .name = "unpack_iterator",
    .module = "_struct",
    .tag = T_STRUCT_ITER,
    .hidden = true,
    .methods = struct_iter_methods,
    .next = struct_iter_next,
};

// ---- the module --------------------------------------------------------------------------------

static const NativeDef struct_functions[] = {
    LEAF("_clearcache", "", struct_clearcache, "Forget formats: none are kept."),
    LEAF("calcsize", "format, /", struct_calcsize, "How many bytes the format describes."),
    LEAF("iter_unpack", "format, buffer, /", struct_iter_unpack,
         "An iterator over the tuples of values that follow one another in the buffer."),
    {"pack", "*values", struct_pack, struct_pack_steps, NULL,
     "pack(format, v1, v2, ...): the values as bytes, laid out by the format.", NATIVE_STEPS,
     PACK_SCRATCH, 0, 0},
    {"pack_into", "*values", struct_pack_into, struct_pack_steps, NULL,
     "pack_into(format, buffer, offset, v1, v2, ...): writes the values into a buffer.",
     NATIVE_STEPS, PACK_SCRATCH, 0, PACK_INTO},
    LEAF("unpack", "format, buffer: buffer, /", struct_unpack,
         "The values of a buffer that the format fills, as a tuple."),
    LEAF("unpack_from", "format, /, buffer: buffer, offset: int=0", struct_unpack_from,
         "The values that stand in the buffer from an offset on, as a tuple."),
    NATIVE_END,
};

static bool struct_init(Vm *vm, Value dict) {
    return module_put(vm, dict, "error", exc_class(vm, EXC_struct_error));
}

static const uint8_t struct_types[] = {T_STRUCT, 0};

const ModuleDef struct_module = {"_struct", "Values packed into bytes by a format.",
                                 struct_functions, struct_init, struct_types};
