// array_methods.c: array.array as guests see it: slots, natives, the type, its iterator. See array.h.
#include "object/array.h"

#include "object/bytes_inner.h"
#include "object/construct.h"
#include "object/iter_state.h"
#include "object/key.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/seq_iters.h"
#include "object/slice.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "rt/machine.h"

// ---- getting -----------------------------------------------------------------------------------

// Which item the key means: 1; 0: raised; -1: __index__ must tell.
static int array_resolve(Vm *vm, const Array *a, Value key, const char *what, uint32_t *at) {
    int64_t i;
    if (!isinstance_int(vm, key)) {
        if (seq_has_index(vm, key)) { return -1; }
        raise_error(vm, EXC_TypeError, "array indices must be integers");
        return 0;
    }
    if (!int_to_i64(vm, key, &i)) {
        raise_error(vm, EXC_IndexError, "cannot fit '%T' into an index-sized integer", key);
        return 0;
    }
    uint32_t n = array_len(a);
    i += i < 0 ? n : 0;
    *at = (uint32_t)i;
    if (i >= 0 && i < n) { return 1; }
    raise_error(vm, EXC_IndexError, "array %sindex out of range", what);
    return 0;
}

// Copies the items of a slice.
static void array_gather(Vm *vm, const Array *a, const SliceSpan *span, uint8_t *to) {
    size_t size = (size_t)1 << a->shift;
    if (span->count == 0) { return; }
    const uint8_t *from = array_data(vm, a);
    if (span->step == 1) {
        memcpy(to, from + (size_t)span->start * size, span->count * size);
        return;
    }
    for (uint32_t i = 0; i < span->count; i++, to += size) {
        memcpy(to, from + (size_t)(span->start + i * span->step) * size, size);
    }
}

static Value array_get_slice(Vm *vm, const Array *a, Value key) {
    SliceSpan span;
    int ok = slice_resolve(vm, key, array_len(a), &span);
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    Value v = array_with_bytes(vm, a->kind, NULL, (uint64_t)span.count << a->shift);
    TRY_VALUE(v);
    if (span.count) { array_gather(vm, a, &span, array_data(vm, as_array(vm, v))); }
    return v;
}

static Value array_getitem(Vm *vm, Value v, Value key) {
    const Array *a = as_array(vm, v);
    uint64_t i = index_of(key);
    if (NX_LIKELY(i < array_len(a))) { return array_item(vm, a, (uint32_t)i); }
    if (is_tagged(vm, key, T_SLICE)) { return array_get_slice(vm, a, key); }
    uint32_t at;
    int ok = array_resolve(vm, a, key, "", &at);
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    return array_item(vm, a, at);
}

static Value array_length(Vm *vm, Value v) { return int_value(array_len(as_array(vm, v))); }

// ---- setting -----------------------------------------------------------------------------------

// CPython does not even look at the sizes: no items in place of none are refused too.
static bool array_slice_may(Vm *vm, Array *a, const SliceSpan *span, uint32_t n) {
    return (n != 0 && span->count == n) || bytearray_may_resize(vm, &a->bytes);
}

static Value array_delete_step(Vm *vm, Array *a, SliceSpan span) {
    if (span.count == 0) { return V_NONE; }
    TRY(native_charge(vm, a->bytes.h.n / 64 + span.count / 8));
    if (span.step < 0) { // the same items from the front
        span.start += span.step * ((int64_t)span.count - 1);
        span.step = -span.step;
    }
    size_t size = (size_t)1 << a->shift;
    uint8_t *p = bytearray_write(vm, &a->bytes);
    obj_touch(vm, a);
    int64_t to = span.start, from = span.start, n = array_len(a);
    for (uint32_t i = 0; i < span.count; i++) {
        int64_t next = i + 1 < span.count ? from + span.step : n, run = next - from - 1;
        memmove(p + (size_t)to * size, p + (size_t)(from + 1) * size, (size_t)run * size);
        to += run;
        from = next;
    }
    a->bytes.h.n -= span.count << a->shift;
    return V_NONE;
}

// item is an array of the same kind, or V_UNBOUND to delete.
static Value array_set_slice(Vm *vm, Array *a, Value key, Value item) {
    SliceSpan span;
    int ok = slice_resolve(vm, key, array_len(a), &span);
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    const Array *from = item == V_UNBOUND ? NULL : as_array(vm, item);
    uint32_t n = from ? array_len(from) : 0;
    size_t size = (size_t)1 << a->shift;
    TRY(array_slice_may(vm, a, &span, n));
    if (span.step != 1 && n && n != span.count) {
        return raise_error(vm, EXC_ValueError,
                           "attempt to assign array of size %u to extended slice of size %u", n,
                           span.count);
    }
    Bytes *copy = n ? bytes_alloc(vm, (uint64_t)n * size) : NULL; // it may be the same array
    TRY(copy || !n);
    if (n) { memcpy(copy->data, array_data(vm, from), n * size); }
    if (span.step == 1) {
        uint32_t at = (uint32_t)span.start;
        uint8_t *p = array_splice(vm, a, at, at + span.count, n);
        TRY(p);
        if (n) { memcpy(p, copy->data, n * size); }
        return V_NONE;
    }
    if (n == 0) { return array_delete_step(vm, a, span); }
    uint8_t *p = bytearray_write(vm, &a->bytes);
    for (uint32_t i = 0; i < n; i++) {
        memcpy(p + (size_t)(span.start + i * span.step) * size, copy->data + i * size, size);
    }
    return V_NONE;
}

static Value array_setitem(Vm *vm, Value v, Value key, Value item) {
    Array *a = as_array(vm, v);
    if (is_tagged(vm, key, T_SLICE)) {
        if (item != V_UNBOUND && !is_tagged(vm, item, T_ARRAY)) {
            return raise_error(vm, EXC_TypeError,
                               "can only assign array (not \"%T\") to array slice", item);
        }
        if (item != V_UNBOUND && as_array(vm, item)->kind != a->kind) {
            return raise_error(vm, EXC_TypeError, "bad argument type for built-in operation");
        }
        return array_set_slice(vm, a, key, item);
    }
    uint32_t at;
    int ok = array_resolve(vm, a, key, "assignment ", &at);
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    if (item == V_UNBOUND) { return array_splice(vm, a, at, at + 1, 0) ? V_NONE : V_RAISED; }
    uint8_t packed[8];
    ok = array_pack(vm, a, item, packed);
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    memcpy(bytearray_write(vm, &a->bytes) + ((size_t)at << a->shift), packed,
           (size_t)1 << a->shift);
    return V_NONE;
}

// ---- operators ---------------------------------------------------------------------------------

static Value array_concat(Vm *vm, Value x, Value y) {
    if (!is_tagged(vm, x, T_ARRAY)) { return V_NOTIMPL; }
    if (!is_tagged(vm, y, T_ARRAY)) {
        return raise_error(vm, EXC_TypeError, "can only append array (not \"%T\") to array", y);
    }
    const Array *a = as_array(vm, x), *b = as_array(vm, y);
    if (a->kind != b->kind) {
        return raise_error(vm, EXC_TypeError, "bad argument type for built-in operation");
    }
    uint32_t n = a->bytes.h.n, m = b->bytes.h.n;
    Value v = array_with_bytes(vm, a->kind, NULL, (uint64_t)n + m);
    TRY_VALUE(v);
    if (n) { memcpy(array_data(vm, as_array(vm, v)), array_data(vm, a), n); }
    if (m) { memcpy(array_data(vm, as_array(vm, v)) + n, array_data(vm, b), m); }
    return v;
}

// How many bytes `times` of them are. 1; 0: raised; -1: *why is to be returned.
static int array_repeated(Vm *vm, const Array *a, Value times, uint64_t *size, Value *why) {
    int64_t count, total;
    int ok = seq_repeat_count(vm, times, &count, why);
    if (ok <= 0) { return ok; }
    if (mul_overflows(count, a->bytes.h.n, &total)) {
        raise_memory_error(vm);
        return 0;
    }
    *size = (uint64_t)total;
    return 1;
}

static Value array_binary(Vm *vm, BinOp op, Value x, Value y) {
    if (op == BIN_OP_ADD) { return array_concat(vm, x, y); }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    bool ours = is_tagged(vm, x, T_ARRAY);
    const Array *a = as_array(vm, ours ? x : y);
    uint64_t size;
    Value why = V_RAISED;
    int ok = array_repeated(vm, a, ours ? y : x, &size, &why);
    if (ok <= 0) { return ok ? why : V_RAISED; }
    Value v = array_with_bytes(vm, a->kind, NULL, size);
    TRY_VALUE(v);
    if (size == 0) { return v; }
    uint8_t *to = array_data(vm, as_array(vm, v));
    memcpy(to, array_data(vm, a), a->bytes.h.n);
    ops_repeat(to, a->bytes.h.n, size);
    return v;
}

static Value array_inplace(Vm *vm, BinOp op, Value x, Value y) {
    Array *a = as_array(vm, x);
    if (op == BIN_OP_ADD) {
        if (!is_tagged(vm, y, T_ARRAY)) {
            return raise_error(vm, EXC_TypeError, "can only extend array with array (not \"%T\")",
                               y);
        }
        return array_extend_array(vm, a, as_array(vm, y)) ? x : V_RAISED;
    }
    if (op != BIN_OP_MUL) { return V_NOTIMPL; }
    uint64_t size;
    Value why = V_RAISED;
    int ok = array_repeated(vm, a, y, &size, &why);
    if (ok <= 0) { return ok ? why : V_RAISED; }
    uint32_t n = a->bytes.h.n;
    if (size == n) { return x; }
    TRY(size > n ? bytearray_splice(vm, &a->bytes, n, n, size - n)
                 : bytearray_splice(vm, &a->bytes, 0, n, 0));
    if (size) { ops_repeat(bytearray_write(vm, &a->bytes), n, size); }
    return x;
}

static Value array_repeat_inplace_steps(Vm *vm, Frame *f) {
    if (native_state(f) == 0 && !isinstance_int(vm, f->slot[1])) {
        TRY(seq_check_times(vm, f, f->slot[1]));
        return native_call1(vm, f, 1, internal(vm, I_INDEX), f->slot[1]);
    }
    return array_inplace(vm, BIN_OP_MUL, f->slot[0], native_state(f) ? f->result : f->slot[1]);
}

static Value array_repr(Vm *vm, Value v) {
    const Array *a = as_array(vm, v);
    Value name = str_new_cstr(vm, class_name_of(vm, v)), code = str_from_char(vm, a->kind);
    TRY(name != V_RAISED && code != V_RAISED);
    const char *dot = strrchr(as_str(vm, name)->data, '.'); // the bare name
    if (dot) { name = str_new_cstr(vm, dot + 1); }
    TRY_VALUE(name);
    if (a->bytes.h.n == 0) { return format_text(vm, "%U('%U')", name, code); }
    Value items = array_is_text(a) ? array_text(vm, a) : array_list(vm, a);
    TRY_VALUE(items);
    const TypeDef *def = array_is_text(a) ? &str_type : &list_type;
    items = def->repr(vm, items);
    return items == V_RAISED || items == V_UNBOUND
               ? items
               : format_text(vm, "%U('%U', %U)", name, code, items);
}

// ---- natives -----------------------------------------------------------------------------------

static Value array_buffer_info(Vm *vm, Value *a) {
    uint64_t serial = 0;
    const Array *array = as_array(vm, a[0]);
    if (array->bytes.h.n) { TRY(object_serial(vm, a[0], &serial)); }
    Value address = int_from_u64(vm, serial);
    TRY_VALUE(address);
    return tuple_pack2(vm, address, int_value(array_len(array)));
}

static Value array_byteswap(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    uint32_t n = array->bytes.h.n, size = 1u << array->shift;
    if (n == 0 || size == 1) { return V_NONE; }
    TRY(native_charge(vm, n / 16));
    uint8_t *p = bytearray_write(vm, &array->bytes);
    for (uint32_t at = 0; at < n; at += size) {
        for (uint32_t i = 0; i < size / 2; i++) {
            uint8_t b = p[at + i];
            p[at + i] = p[at + size - 1 - i];
            p[at + size - 1 - i] = b;
        }
    }
    return V_NONE;
}

static Value array_clear(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    TRY(bytearray_may_resize(vm, &array->bytes));
    TRY(bytearray_splice(vm, &array->bytes, 0, array->bytes.h.n, 0));
    return V_NONE;
}

static Value array_copy(Vm *vm, Value *a) {
    const Array *array = as_array(vm, a[0]);
    uint32_t n = array->bytes.h.n;
    return array_with_bytes(vm, array->kind, n ? array_data(vm, array) : NULL, n);
}

static Value array_frombytes(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    ByteSpan s;
    TRY(bytes_like_or_raise(vm, a[1], &s));
    bool wide = is_tagged(vm, a[1], T_ARRAY)        ? as_array(vm, a[1])->shift > 0
                : is_tagged(vm, a[1], T_MEMORYVIEW) ? as_memoryview(vm, a[1])->itemsize != 1
                                                    : false;
    if (wide) { return raise_error(vm, EXC_TypeError, "a bytes-like object is required"); }
    if (s.n & ((1u << array->shift) - 1)) {
        return raise_error(vm, EXC_ValueError, "bytes length not a multiple of item size");
    }
    if (s.n) { TRY(bytearray_may_resize(vm, &array->bytes)); }
    TRY(array_extend_bytes(vm, array, s.p, s.n));
    return V_NONE;
}

static Value array_fromunicode(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    if (!array_is_text(array)) {
        return raise_error(vm, EXC_ValueError,
                           "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    return array_extend_text(vm, array, a[1]) ? V_NONE : V_RAISED;
}

static Value array_pop(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    int64_t at = int_clamp_i64(vm, a[1]), n = array_len(array);
    if (n == 0) { return raise_error(vm, EXC_IndexError, "pop from empty array"); }
    at += at < 0 ? n : 0;
    if (at < 0 || at >= n) { return raise_error(vm, EXC_IndexError, "pop index out of range"); }
    Value item = array_item(vm, array, (uint32_t)at);
    TRY_VALUE(item);
    TRY(array_splice(vm, array, (uint32_t)at, (uint32_t)at + 1, 0));
    return item;
}

static Value array_reverse(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    uint32_t n = array_len(array), size = 1u << array->shift;
    TRY(native_charge(vm, n / 16));
    uint8_t *p = n ? bytearray_write(vm, &array->bytes) : NULL, item[8];
    for (uint32_t i = 0, j = n; i + 1 < j; i++) {
        j--;
        memcpy(item, p + (size_t)i * size, size);
        memcpy(p + (size_t)i * size, p + (size_t)j * size, size);
        memcpy(p + (size_t)j * size, item, size);
    }
    return V_NONE;
}

static Value array_sizeof(Vm *vm, Value *a) {
    const Array *array = as_array(vm, a[0]);
    Value buf = array->bytes.buf;
    return int_value((int64_t)obj_size(&array->bytes.h) +
                     (is_ref(buf) ? (int64_t)obj_size(as_obj(vm, buf)) : 0));
}

static Value array_tobytes(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    return bytes_new(vm, s.p, s.n);
}

static Value array_tolist(Vm *vm, Value *a) { return array_list(vm, as_array(vm, a[0])); }

static Value array_tounicode(Vm *vm, Value *a) {
    const Array *array = as_array(vm, a[0]);
    if (array_is_text(array)) { return array_text(vm, array); }
    return raise_error(vm, EXC_ValueError,
                       "tounicode() may only be called on unicode type arrays ('u' or 'w')");
}

static Value array_get_itemsize(Vm *vm, Value v) { return int_value(1 << as_array(vm, v)->shift); }
static Value array_get_typecode(Vm *vm, Value v) {
    return str_from_char(vm, as_array(vm, v)->kind);
}

static Value array_iter(Vm *vm, Value v) {
    SeqIter *it = heap_new_raw(vm, T_ARRAY_ITER, 0);
    TRY(it);
    it->seq = v;
    it->at = 0;
    return ptr_value(vm, it);
}

static const NativeDef array_methods[] = {
    STEPS_MAGIC("__contains__", "self, key, /", array_search_steps, 2, NULL, ARRAY_CONTAINS,
                "Whether it is in it."),
    LEAF("__copy__", "self, /", array_copy, "An array of the same items."),
    LEAF("__deepcopy__", "self, unused, /", array_copy, "An array of the same items."),
    STEPS("__delitem__", "self, key, /", seq_delitem_steps, 3, NULL, "Removes self[key]."),
    STEPS_FAST("__getitem__", "self, key, /", slot_getitem_first, seq_getitem_steps, 3,
               "The item: self[key]."),
    STEPS("__imul__", "self, value, /", array_repeat_inplace_steps, 0, NULL,
          "What self *= value does."),
    STEPS("__mul__", "self, value, /", seq_repeat_steps, 0, NULL, "What self * value gives."),
    STEPS_CLASS("__new__", "cls, *args, **kwargs", array_new_steps, ARRAY_NEW_SCRATCH, NULL,
                "Make an array of a typecode, and the items of an iterable."),
    STEPS("__reduce_ex__", "self, value, /", array_reduce_steps, 1, NULL,
          "How it is pickled by a protocol."),
    STEPS("__rmul__", "self, value, /", seq_repeat_steps, 0, NULL, "What value * self gives."),
    STEPS("__setitem__", "self, key, value, /", seq_setitem_steps, 3, NULL,
          "What setting an item does."),
    LEAF("__sizeof__", "self, /", array_sizeof, "How many bytes the array takes."),
    STEPS_FAST_MAGIC("append", "self, v, /", array_append_first, array_put_steps, 0, 0,
                     "Put a value behind the last item."),
    LEAF("buffer_info", "self, /", array_buffer_info,
         "(number, length): the first stands for an address, and is that of no memory."),
    LEAF("byteswap", "self, /", array_byteswap, "Turn the bytes of each item round."),
    LEAF("clear", "self, /", array_clear, "Take everything out."),
    STEPS_FAST_MAGIC("count", "self, v, /", array_count_first, array_search_steps, 2, ARRAY_COUNT,
                     "How many items are equal to v."),
    STEPS_FAST("extend", "self, bb, /", array_extend_first, array_extend_steps, 4,
               "Put the values of an iterable behind the last item."),
    LEAF("frombytes", "self, buffer: bytes, /", array_frombytes,
         "Append the items that the bytes are."),
    STEPS("fromfile", "self, f, n: int, /", array_fromfile_steps, 0, NULL,
          "Append n items read from a binary file."),
    STEPS("fromlist", "self, list, /", array_fromlist_steps, 4, NULL,
          "Append the values of a list: all of them, or none."),
    LEAF("fromunicode", "self, ustr: str, /", array_fromunicode,
         "Append the characters of a string."),
    STEPS_FAST_MAGIC("index", "self, v, start=0, stop=4294967296, /", array_index_first,
                     array_search_steps, 2, ARRAY_INDEX,
                     "Position of the first item equal to v; ValueError if there is none."),
    STEPS_FAST_MAGIC("insert", "self, i: int, v, /", array_insert_first, array_put_steps, 0, 1,
                     "Put a value in front of the item with that number."),
    LEAF("pop", "self, i: int=-1, /", array_pop,
         "Take out an item (default last), which is the result."),
    STEPS_FAST_MAGIC("remove", "self, v, /", array_remove_first, array_search_steps, 2,
                     ARRAY_REMOVE, "Take out the first item equal to v."),
    LEAF("reverse", "self, /", array_reverse, "Reverse the order of the items in place."),
    LEAF("tobytes", "self, /", array_tobytes, "The items as they are in memory."),
    STEPS("tofile", "self, f, /", array_tofile_steps, 1, NULL, "Write the items to a binary file."),
    LEAF("tolist", "self, /", array_tolist, "The items as a list."),
    LEAF("tounicode", "self, /", array_tounicode, "The characters as a string."),
    NATIVE_END,
};

static const GetSetDef array_getsets[] = {
    {"itemsize", array_get_itemsize, NULL, "How many bytes an item has."},
    {"typecode", array_get_typecode, NULL, "The code that the array was made with."},
    {NULL, NULL, NULL, NULL},
};

const TypeDef array_type = {
    .name = "array",
    .module = "array",
    .doc =
        "array(typecode [, initializer]): numbers or characters of one type, packed.\n\n"
        "Typecodes: b, B, h, H, i, I, l, L, q, Q (integers of 1, 2, 4, 8 and 8 bytes, signed and\n"
        "unsigned), f, d (floats of 4 and 8), w (a character of 4), u (the same, deprecated).",
    .tag = T_ARRAY,
    .subclassable = true,
    .unhashable = true,
    .hidden = true,
    .binary_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .inplace_ops = OP_BIT(BIN_OP_ADD) | OP_BIT(BIN_OP_MUL),
    .sequence_concat = true,
    .methods = array_methods,
    .getsets = array_getsets,
    .binary = array_binary,
    .inplace = array_inplace,
    .compare = array_compare,
    .repr = array_repr,
    .len = array_length,
    .getitem = array_getitem,
    .setitem = array_setitem,
    .contains = array_contains,
    .iter = array_iter,
    .construct = array_construct,
};

// ---- the iterator ------------------------------------------------------------------------------

static Value array_iter_next(Vm *vm, Value v) {
    SeqIter *it = as_seq_iter(vm, v);
    if (it->seq == V_NONE) { return V_STOP; }
    const Array *a = as_array(vm, it->seq);
    if ((uint64_t)it->at >= array_len(a)) {
        obj_set(vm, it, &it->seq, V_NONE);
        return V_STOP;
    }
    Value item = array_item(vm, a, (uint32_t)it->at);
    TRY_VALUE(item);
    obj_touch(vm, it);
    it->at++;
    return item;
}

const TypeDef array_iter_type = {
    .name = "arrayiterator",
    .module = "array",
    .tag = T_ARRAY_ITER,
    .hidden = true,
    .next = array_iter_next,
};
