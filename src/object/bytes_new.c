// bytes_new.c: bytes(…), the rows and the type; and what bytearray(…) does like it.
#include "object/int.h"
#include "object/bytes.h"
#include "object/seq.h"
#include "object/bytearray.h"
#include "object/bytes_inner.h"
#include "object/codec.h"
#include "object/construct.h"
#include "object/items.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/type.h"
#include "object/tuple.h"

// ---- from any source ---------------------------------------------------------------------------

// Saved in snapshots.
enum {
    SOURCE_START,
    SOURCE_GOT_BYTES,
    SOURCE_GOT_COUNT,
    SOURCE_GOT_ITEMS,
    SOURCE_GOT_INDEX,
    SOURCE_NO_COUNT,
    SOURCE_GOT_VIEW,
    SOURCE_RELEASED,
    SOURCE_LIST_INDEX,
    SOURCE_LIST_MORE
};

static Value source_of_count(Vm *vm, Value v) {
    int64_t n;
    if (!int_to_i64(vm, v, &n)) {
        return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer", v);
    }
    if (n < 0) { return raise_error(vm, EXC_ValueError, "negative count"); }
    Bytes *b = bytes_alloc(vm, (uint64_t)n);
    TRY(b);
    memset(b->data, 0, (size_t)n);
    return ptr_value(vm, b);
}

// The bytes of ints; *stop is the position of the first item that must be asked for its __index__,
// or the length.
static Value source_of_ints(Vm *vm, Value items, const char *type, uint32_t *stop) {
    uint32_t n;
    const Value *p = seq_items(vm, items, &n);
    if (!native_charge(vm, n / 16)) { return V_RAISED; }
    Bytes *b = bytes_alloc(vm, n);
    TRY(b);
    const char *what = type[4] == 's' && !type[5] ? "bytes" : "byte"; // CPython says it both ways
    for (uint32_t i = 0; i < n; i++) {
        if (!isinstance_int(vm, p[i]) && seq_has_index(vm, p[i])) {
            *stop = i;
            return V_NONE;
        }
        TRY(bytes_byte(vm, p[i], what, &b->data[i]));
    }
    *stop = n;
    return ptr_value(vm, b);
}

// Slots of scratch: the list of items, and which one is being asked.
static Value source_items(Vm *vm, Frame *f, int scratch, const char *type) {
    uint32_t stop;
    const List *l = slot_obj(vm, f, scratch, T_LIST);
    TRY(l);
    Value r = source_of_ints(vm, f->slot[scratch], type, &stop);
    if (r != V_NONE) { return r; }
    f->slot[scratch + 1] = int_value(stop);
    Value item = list_items(vm, l)[stop];
    return native_call1(vm, f, SOURCE_GOT_INDEX, internal(vm, I_INDEX), item);
}

// bytes(list) looks at the list as it is after each __index__. In the scratch slot: what it got so far.
static Value source_list(Vm *vm, Frame *f, Value source, int scratch, const char *type) {
    const List *l = value_obj(vm, source, T_LIST);
    List *got = slot_obj(vm, f, scratch, T_LIST);
    TRY(l && got && native_charge(vm, l->h.n / 16));
    while (got->h.n < l->h.n) {
        Value item = list_items(vm, l)[got->h.n];
        if (!isinstance_int(vm, item) && seq_has_index(vm, item)) {
            return native_call1(vm, f, SOURCE_LIST_INDEX, internal(vm, I_INDEX), item);
        }
        uint8_t byte;
        TRY(bytes_byte(vm, item, type, &byte) && list_append(vm, got, int_value(byte)));
    }
    uint32_t stop;
    return source_of_ints(vm, f->slot[scratch], type, &stop);
}

static Value source_list_index(Vm *vm, Frame *f, Value source, int scratch, const char *type) {
    List *got = slot_obj(vm, f, scratch, T_LIST);
    uint8_t byte;
    TRY(got && bytes_byte(vm, f->result, type, &byte) && list_append(vm, got, int_value(byte)));
    native_commit(f, SOURCE_LIST_MORE);
    return source_list(vm, f, source, scratch, type);
}

Value bytes_from_leaf(Vm *vm, Value source, bool array) {
    ByteSpan s;
    if (is_exact(vm, source, T_BYTES) && !array) { return source; }
    if (is_int(source) && int_of(source) >= 0) {
        return array ? bytearray_zeros(vm, (uint64_t)int_of(source)) : source_of_count(vm, source);
    }
    if (!is_ref(source) || as_obj(vm, source)->ext) { return V_UNBOUND; }
    if (is_bytes_like(vm, source)) {
        if (!bytes_like(vm, source, &s)) { return V_UNBOUND; }
        return array ? bytearray_new(vm, s.p, s.n) : bytes_new(vm, s.p, s.n);
    }
    TypeTag tag = (TypeTag)as_obj(vm, source)->type;
    if (tag != T_LIST && tag != T_TUPLE && tag != T_RANGE) { return V_UNBOUND; }
    Value seq = items_of_leaf(vm, source);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(native_charge(vm, n / 16));
    Bytes *b = bytes_alloc(vm, n);
    TRY(b);
    for (uint32_t i = 0; i < n; i++) {
        if (index_of(items[i]) > 255) { return V_UNBOUND; }
        b->data[i] = (uint8_t)int_of(items[i]);
    }
    return array ? bytearray_new(vm, b->data, n) : ptr_value(vm, b);
}

static Value source_raise_text(Vm *vm, const char *have) {
    return raise_error(vm, EXC_TypeError, "%s without a string argument", have);
}

// The encoding and errors arguments; V_UNBOUND when there are none.
static Value source_encoded(Vm *vm, const Value *args) {
    bool text = args[0] != V_UNBOUND && isinstance_str(vm, args[0]);
    if (args[1] != V_UNBOUND) {
        return text ? codec_encode(vm, args[0], args[1], args[2])
                    : source_raise_text(vm, "encoding");
    }
    if (args[2] != V_UNBOUND && !text) { return source_raise_text(vm, "errors"); }
    if (args[2] != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "string argument without an encoding");
    }
    return args[0] == V_UNBOUND ? bytes_new(vm, "", 0) : V_UNBOUND;
}

static Value source_dispatch(Vm *vm, Frame *f, Value source, int scratch, const char *type) {
    bool is_bytes = type[4] == 's' && !type[5];
    if (is_exact(vm, source, T_BYTES)) { return source; }
    if (is_bytes && is_ref(source)) {
        Value method = type_lookup(vm, class_of(vm, source), vm_name(vm, N___bytes__));
        if (method != V_UNBOUND) {
            return native_call_method(vm, f, SOURCE_GOT_BYTES, source, vm_name(vm, N___bytes__), 0,
                                      NULL);
        }
    }
    if (isinstance_str(vm, source)) {
        return raise_error(vm, EXC_TypeError, "string argument without an encoding");
    }
    if (isinstance_int(vm, source)) { return source_of_count(vm, source); }
    ByteSpan s;
    bool counts = is_ref(source) && as_obj(vm, source)->ext && seq_has_index(vm, source);
    bool guest = buffer_is_guest(vm, source);
    counts = counts || (guest && seq_has_index(vm, source));
    if (guest && (!counts || native_state(f) == SOURCE_NO_COUNT)) {
        return native_call2(vm, f, SOURCE_GOT_VIEW, internal(vm, I_BUFFER), source,
                            int_value(BUFFER_FULL_RO));
    }
    if (is_bytes_like(vm, source) && (!counts || native_state(f) == SOURCE_NO_COUNT)) {
        return bytes_like_or_raise(vm, source, &s) ? bytes_new(vm, s.p, s.n) : V_RAISED;
    }
    if (seq_has_index(vm, source) && native_state(f) != SOURCE_NO_COUNT) {
        native_catch(f, SOURCE_NO_COUNT);
        return native_call1(vm, f, SOURCE_GOT_COUNT, internal(vm, I_INDEX), source);
    }
    if (is_exact(vm, source, T_LIST) || is_exact(vm, source, T_TUPLE)) {
        uint32_t stop;
        Value r = source_of_ints(vm, source, type, &stop);
        if (r != V_NONE) { return r; }
        if (is_bytes && is_exact(vm, source, T_LIST)) {
            f->slot[scratch] = list_new(vm, 0);
            TRY_VALUE(f->slot[scratch]);
            native_commit(f, SOURCE_LIST_MORE);
            return source_list(vm, f, source, scratch, type);
        }
    } else if (!seq_is_iterable(vm, source)) {
        return raise_error(vm, EXC_TypeError, "cannot convert '%T' object to %s", source, type);
    }
    f->slot[scratch] = V_NONE;
    bool listed = strcmp(type, "bytes") == 0; // a bytearray takes the items as they come
    return native_call2(vm, f, SOURCE_GOT_ITEMS, internal(vm, I_DRAIN), source,
                        int_value(listed ? DRAIN_BYTES : DRAIN_BYTEARRAY));
}

Value bytes_from_source(Vm *vm, Frame *f, int first, int scratch, const char *type) {
    switch (native_state(f)) {
    case SOURCE_START: {
        Value r = source_encoded(vm, &f->slot[first]);
        return r != V_UNBOUND ? r : source_dispatch(vm, f, f->slot[first], scratch, type);
    }
    case SOURCE_GOT_BYTES:
        if (!is_tagged(vm, f->result, T_BYTES)) {
            return raise_error(vm, EXC_TypeError, "__bytes__ returned non-bytes (type %T)",
                               f->result);
        }
        return f->result;
    case SOURCE_GOT_COUNT: {
        int64_t n;
        if (!int_to_i64(vm, f->result, &n)) {
            return raise_error(vm, EXC_OverflowError, "cannot fit '%T' into an index-sized integer",
                               f->slot[first]);
        }
        return source_of_count(vm, f->result);
    }
    case SOURCE_NO_COUNT: // whatever else it is
        if (!isinstance_exc(vm, f->result, EXC_TypeError)) { return raise_value(vm, f->result); }
        return source_dispatch(vm, f, f->slot[first], scratch, type);
    case SOURCE_GOT_VIEW: {
        ByteSpan s;
        TRY(bytes_like_or_raise(vm, f->result, &s));
        f->slot[scratch] = bytes_new(vm, s.p, s.n);
        TRY_VALUE(f->slot[scratch]);
        Value release = type_lookup(vm, type_of_tag(vm, T_MEMORYVIEW), vm_name(vm, N_release));
        return native_call1(vm, f, SOURCE_RELEASED, release, f->result);
    }
    case SOURCE_LIST_INDEX: return source_list_index(vm, f, f->slot[first], scratch, type);
    case SOURCE_LIST_MORE: return source_list(vm, f, f->slot[first], scratch, type);
    case SOURCE_RELEASED: return slot_obj(vm, f, scratch, T_BYTES) ? f->slot[scratch] : V_RAISED;
    case SOURCE_GOT_ITEMS: f->slot[scratch] = f->result; return source_items(vm, f, scratch, type);
    default: { // SOURCE_GOT_INDEX
        List *l = slot_obj(vm, f, scratch, T_LIST);
        uint64_t at = index_of(f->slot[scratch + 1]);
        TRY(l && at < l->h.n);
        Values *buf = ref_ptr(vm, l->buf);
        values_set(vm, buf, (uint32_t)at, f->result);
        return source_items(vm, f, scratch, type);
    }
    }
}

// ---- bytes -------------------------------------------------------------------------------------

enum { BYTES_NEW_CLS, BYTES_NEW_SOURCE, BYTES_NEW_ENCODING, BYTES_NEW_ERRORS, BYTES_NEW_SCRATCH };

static Value bytes_new_steps(Vm *vm, Frame *f) {
    Value cls = f->slot[BYTES_NEW_CLS];
    if (native_state(f) == SOURCE_START) { TRY(construct_check(vm, T_BYTES, cls)); }
    Value v = bytes_from_source(vm, f, BYTES_NEW_SOURCE, BYTES_NEW_SCRATCH, "bytes");
    if (v == V_RAISED || v == V_CALLING || cls == vm->types[T_BYTES]) { return v; }
    const Bytes *from = as_bytes(vm, v);
    Bytes *b = construct(vm, T_BYTES, cls, from->h.n);
    TRY(b);
    memcpy(b->data, from->data, from->h.n);
    return ptr_value(vm, b);
}

static Value bytes_dunder_bytes(Vm *vm, Value *a) { return bytes_result_same(vm, a[0]); }

static Value bytes_getnewargs(Vm *vm, Value *a) {
    Value copy = bytes_result_same(vm, a[0]);
    TRY_VALUE(copy);
    return tuple_from(vm, &copy, 1);
}

static Value bytes_sizeof(Vm *vm, Value *a) { return int_value(33 + (int64_t)as_obj(vm, a[0])->n); }

static const NativeDef bytes_rows[] = {
    BYTES_SHARED_ROWS,
    LEAF("__bytes__", "self, /", bytes_dunder_bytes, "The bytes as plain bytes."),
    LEAF("__add__", "self, value: buffer, /", bytes_add, "What self + value gives."),
    STEPS("__contains__", "self, key: buffer, /", bytes_contains_steps, 0, NULL, ""),
    STEPS("__getitem__", "self, key, /", seq_getitem_steps, 3, NULL, ""),
    LEAF("__getnewargs__", "self, /", bytes_getnewargs, ""),
    STEPS("__mod__", "self, value, /", bytes_percent_steps, PERCENT_SCRATCH, NULL, ""),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, ""),
    STEPS_CLASS("__new__", "cls, source=UNBOUND, encoding: str=UNBOUND, errors: str=UNBOUND",
                bytes_new_steps, BYTES_SOURCE_SCRATCH, NULL, "Make a bytes object."),
    TAIL("__rmod__", "self, value, /", bytes_rmod, ""),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, ""),
    LEAF("__sizeof__", "self, /", bytes_sizeof, ""),
    TAIL_CLASS("fromhex", "cls, string: buffer, /", bytes_fromhex,
               "The bytes that a text of hexadecimal digits means; blanks may stand between."),
    LEAF_STATIC("maketrans", "frm: bytes, to: bytes, /", bytes_maketrans,
                "A table for translate() that maps each byte of frm to the one in to."),
    NATIVE_END,
};

const TypeDef bytes_type = {
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\n"
           "bytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> bytes\n"
           "bytes(int) -> bytes\n"
           "bytes() -> bytes\n\n"
           "An immutable sequence of integers in range(256).",
    .tag = T_BYTES,
    .subclassable = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL) | OP_BIT(BIN_OP_MOD),
    .sequence_concat = true,
    .methods = bytes_rows,
    .binary = bytes_binary,
    .compare = bytes_compare,
    .hash = bytes_hash_slot,
    .repr = bytes_repr,
    .str = bytes_repr, // also when a derived class has a __repr__
    .len = bytes_len,
    .getitem = bytes_getitem,
    .getspan = bytes_getspan,
    .contains = bytes_contains,
    .iter = bytes_iter,
};
