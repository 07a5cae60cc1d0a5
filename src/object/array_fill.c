// array_fill.c: natives of array that may have to run guest code: construction, extending from any
// iterable, files, pickling. See array.h.
//
// One machine puts values into an array: those of a list, tuple or array by their position, those of
// any iterator one by one. A value that is no number of its own is asked for one, and what guest code
// did meanwhile to the array or to the source is looked at again.
#include "object/array.h"

#include "object/construct.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/items.h"
#include "object/iters.h"
#include "object/list.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "object/tuple.h"
#include "object/type.h"

enum { FILL_CHUNK = 2048 }; // values between two charges

// Saved in snapshots.
enum { FILL_START, FILL_WARNED, FILL_ITER, FILL_NEXT, FILL_END, FILL_CONVERTED, FILL_MORE };
// Slots, from a base on: LAST is the number of values of a source that has positions; AT is the
// position, or a value that left an iterator and is not in the array yet.
enum { FILL_ARRAY, FILL_SOURCE, FILL_AT, FILL_LAST };

// The value at a position of a list, tuple or array; V_STOP: there is none.
static Value fill_source_item(Vm *vm, Value source, uint32_t at) {
    if (is_tagged(vm, source, T_ARRAY)) {
        const Array *a = as_array(vm, source);
        return at < array_len(a) ? array_item(vm, a, at) : V_STOP;
    }
    uint32_t n;
    const Value *items = seq_items(vm, source, &n);
    return at < n ? items[at] : V_STOP;
}

static bool fill_has_positions(Vm *vm, Value source) {
    return is_tagged(vm, source, T_LIST) || is_tagged(vm, source, T_TUPLE) ||
           is_tagged(vm, source, T_ARRAY);
}

static Value fill_next(Vm *vm, Value *slot, bool by_position) {
    if (!by_position) {
        if (slot[FILL_AT] == V_UNBOUND) { slot[FILL_AT] = iter_next_leaf(vm, slot[FILL_SOURCE]); }
        Value v = slot[FILL_AT]; // until it is in the array
        if (v == V_RAISED || v == V_STOP) { slot[FILL_AT] = V_UNBOUND; }
        return v;
    }
    uint64_t at = index_of(slot[FILL_AT]);
    if (at >= index_of(slot[FILL_LAST])) { return V_STOP; }
    Value v = fill_source_item(vm, slot[FILL_SOURCE], (uint32_t)at);
    if (v != V_STOP) { return v; }
    return raise_error(vm, EXC_IndexError, "%T index out of range", slot[FILL_SOURCE]);
}

static void fill_begin(Vm *vm, Value *slot, Value array, Value source) {
    slot[FILL_ARRAY] = array;
    slot[FILL_SOURCE] = source;
    slot[FILL_AT] = fill_has_positions(vm, source) ? int_value(0) : V_UNBOUND;
    slot[FILL_LAST] = int_value(0);
    if (is_tagged(vm, source, T_ARRAY)) {
        slot[FILL_LAST] = int_value(array_len(as_array(vm, source)));
    } else if (fill_has_positions(vm, source)) {
        slot[FILL_LAST] = int_value(as_obj(vm, source)->n);
    }
}

// V_NONE: all values are in the array.
static Value fill_go_on(Vm *vm, Frame *f, int base) {
    Value *slot = &f->slot[base];
    Array *a = slot_obj(vm, f, base, T_ARRAY);
    TRY(a);
    bool by_position = fill_has_positions(vm, slot[FILL_SOURCE]);
    int state = native_state(f);
    if (state == FILL_END) { return V_NONE; }
    for (uint32_t i = 0; i < FILL_CHUNK; i++) {
        Value v = state == FILL_NEXT || state == FILL_CONVERTED ? f->result
                                                                : fill_next(vm, slot, by_position);
        if (v == V_STOP) { return V_NONE; }
        TRY_VALUE(v);
        if (v == V_UNBOUND) {
            return native_next_or(vm, f, FILL_NEXT, FILL_END, slot[FILL_SOURCE]);
        }
        int done = array_push(vm, a, v);
        if (done < 0 && state != FILL_CONVERTED) {
            return native_call1(vm, f, FILL_CONVERTED, internal(vm, array_conversion(a)), v);
        }
        TRY(done > 0);
        if (by_position) {
            slot_advance(&slot[FILL_AT], 1);
        } else {
            slot[FILL_AT] = V_UNBOUND;
        }
        native_goto(f, state = FILL_MORE);
    }
    TRY(native_charge(vm, FILL_CHUNK / 8));
    return native_again(vm, f, FILL_MORE);
}

// As many of the items as can be packed without guest code, put behind the array's. V_NONE: all;
// V_UNBOUND: guest code must run, and nothing was done.
static Value fill_leaf(Vm *vm, Array *a, const Value *items, uint32_t n) {
    TRY(native_charge(vm, n / 8));
    Bytes *packed = bytes_alloc(vm, (uint64_t)n << a->shift);
    TRY(packed);
    uint32_t i = 0;
    uint8_t item[8];
    for (; i < n; i++) {
        int ok = array_pack(vm, a, items[i], item);
        if (ok < 0) { return V_UNBOUND; }
        if (!ok) { break; }
        memcpy(packed->data + ((size_t)i << a->shift), item, (size_t)1 << a->shift);
    }
    if (i < n && (vm->alloc_failed || vm->head->exc == V_NONE)) { return V_RAISED; } // once more
    Value exc = vm->head->exc; // those before the one that was refused stay, as in CPython
    exc_clear(vm);
    if (!array_extend_bytes(vm, a, packed->data, (uint64_t)i << a->shift)) { return V_RAISED; }
    if (i == n) { return V_NONE; }
    vm->head->exc = exc;
    return V_RAISED;
}

// ---- construction ------------------------------------------------------------------------------

// The typecode; false: raised. Nothing is known about the code itself yet.
static bool array_typecode(Vm *vm, Value v, uint32_t *kind) {
    if (!isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError,
                           "array() argument 1 must be a unicode character, not %s",
                           argument_class_name(vm, v));
    }
    const Str *s = as_str(vm, v);
    if (s->len != 1) {
        return raise_false(vm, EXC_TypeError,
                           "array() argument 1 must be a unicode character, not a string of "
                           "length %u",
                           s->len);
    }
    uint32_t size;
    *kind = str_char_at(s, 0, &size);
    return true;
}

static bool array_check_source(Vm *vm, uint32_t kind, Value source) {
    if (kind == 'u' || kind == 'w') { return true; }
    if (isinstance_str(vm, source)) {
        return raise_false(vm, EXC_TypeError,
                           "cannot use a str to initialize an array with typecode '%c'", kind);
    }
    if (is_tagged(vm, source, T_ARRAY) && array_is_text(as_array(vm, source))) {
        return raise_false(vm, EXC_TypeError,
                           "cannot use a unicode array to initialize an array with typecode '%c'",
                           kind);
    }
    return true;
}

static bool array_check_kind(Vm *vm, uint32_t kind) {
    return array_shift(kind) >= 0 ||
           raise_false(vm, EXC_ValueError,
                       "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
}

// What needs no conversion, into a new array. V_UNBOUND: the machine must do it.
static Value array_take_whole(Vm *vm, Array *a, Value source) {
    ByteSpan s;
    bool done;
    if (source == V_UNBOUND) { return V_NONE; }
    if (isinstance_str(vm, source)) {
        done = array_extend_text(vm, a, source);
    } else if (is_tagged(vm, source, T_ARRAY) && as_array(vm, source)->kind == a->kind) {
        done = array_extend_array(vm, a, as_array(vm, source));
    } else if (is_tagged(vm, source, T_BYTES) || is_tagged(vm, source, T_BYTEARRAY)) {
        TRY(bytes_like_or_raise(vm, source, &s));
        if (s.n & ((1u << a->shift) - 1)) {
            return raise_error(vm, EXC_ValueError, "bytes length not a multiple of item size");
        }
        done = array_extend_bytes(vm, a, s.p, s.n);
    } else {
        return V_UNBOUND;
    }
    return done ? V_NONE : V_RAISED;
}

Value array_construct(Vm *vm, const Value *args, uint32_t n, Value names) {
    if (n == 0 || n > 2 || is_ref(names) || !isinstance_str(vm, args[0])) { return V_UNBOUND; }
    const Str *code = as_str(vm, args[0]);
    uint32_t kind = code->h.n == 1 ? (uint8_t)code->data[0] : 0;
    if (array_shift(kind) < 0 || kind == 'u') { return V_UNBOUND; }
    Value source = n > 1 ? args[1] : V_UNBOUND;
    if (n > 1 && !is_ref(source)) { return V_UNBOUND; }
    if (n > 1) { TRY(array_check_source(vm, kind, source)); }
    Value v = array_new(vm, (uint8_t)kind);
    TRY_VALUE(v);
    Value r = array_take_whole(vm, as_array(vm, v), source);
    if (r == V_UNBOUND) {
        Value seq = items_of_leaf(vm, source);
        if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
        uint32_t n_items;
        const Value *items = seq_items(vm, seq, &n_items);
        r = fill_leaf(vm, as_array(vm, v), items, n_items);
    }
    return r == V_NONE ? v : r;
}

enum { NEW_CLS, NEW_ARGS, NEW_KWARGS, NEW_FILL };

// Before anything is made. False: raised.
static bool array_new_check(Vm *vm, const Frame *f, uint32_t *kind) {
    Value cls = f->slot[NEW_CLS], array = type_of_tag(vm, T_ARRAY);
    const Tuple *args = slot_obj(vm, f, NEW_ARGS, T_TUPLE);
    const Dict *kwargs = slot_obj(vm, f, NEW_KWARGS, T_DICT);
    if (!args || !kwargs || !construct_check(vm, T_ARRAY, cls)) { return false; }
    if (kwargs->h.n && type_keeps(vm, cls, array, vm_name(vm, N___init__))) {
        return raise_false(vm, EXC_TypeError, "array.array() takes no keyword arguments");
    }
    if (args->h.n < 1 || args->h.n > 2) {
        return raise_false(vm, EXC_TypeError, "array() takes at %s (%u given)",
                           args->h.n ? "most 2 arguments" : "least 1 argument", args->h.n);
    }
    return array_typecode(vm, args->items[0], kind);
}

Value array_new_steps(Vm *vm, Frame *f) {
    uint32_t kind = 0;
    int state = native_state(f);
    if (state > FILL_ITER) {
        Value r = fill_go_on(vm, f, NEW_FILL);
        return r == V_NONE ? f->slot[NEW_FILL] : r;
    }
    TRY(array_new_check(vm, f, &kind));
    if (state == FILL_START && kind == 'u') {
        return native_warn_deprecated(
            vm, f, FILL_WARNED,
            str_new_cstr(vm, "The 'u' type code is deprecated and will be removed in Python 3.16"));
    }
    const Tuple *args = as_tuple(vm, f->slot[NEW_ARGS]);
    Value source = args->h.n > 1 ? args->items[1] : V_UNBOUND;
    if (state == FILL_ITER) {
        source = f->result;
    } else if (source != V_UNBOUND) {
        TRY(array_check_source(vm, kind, source));
        bool known = fill_has_positions(vm, source) || is_tagged(vm, source, T_BYTES) ||
                     is_tagged(vm, source, T_BYTEARRAY) || isinstance_str(vm, source);
        if (!known) { return native_call1(vm, f, FILL_ITER, internal(vm, I_ITER), source); }
    }
    TRY(array_check_kind(vm, kind));
    Array *a = construct(vm, T_ARRAY, f->slot[NEW_CLS], 0);
    TRY(a);
    a->bytes.buf = V_NONE;
    a->kind = (uint8_t)kind;
    a->shift = (uint8_t)array_shift(kind);
    Value v = ptr_value(vm, a),
          r = state == FILL_ITER ? V_UNBOUND : array_take_whole(vm, a, source);
    if (r != V_UNBOUND) { return r == V_NONE ? v : r; }
    fill_begin(vm, &f->slot[NEW_FILL], v, source);
    native_goto(f, FILL_MORE);
    r = fill_go_on(vm, f, NEW_FILL);
    return r == V_NONE ? v : r;
}

// ---- one value ---------------------------------------------------------------------------------

enum { PUT_START, PUT_CONVERTED };

static Value array_put_at(Vm *vm, Value array, Value where, Value v, bool converted) {
    Array *a = as_array(vm, array);
    uint8_t item[8];
    int ok = array_pack(vm, a, v, item);
    if (ok < 0 && converted) { return raise_stop(vm, STOP_CORRUPT); }
    if (ok <= 0) { return ok ? V_UNBOUND : V_RAISED; }
    int64_t n = array_len(a), at = where == V_UNBOUND ? n : int_clamp_i64(vm, where);
    at = at < 0 ? max_i64(at + n, 0) : min_i64(at, n);
    uint8_t *p = array_splice(vm, a, (uint32_t)at, (uint32_t)at, 1);
    TRY(p);
    memcpy(p, item, (size_t)1 << a->shift);
    return V_NONE;
}

Value array_append_first(Vm *vm, Value *a) {
    return array_put_at(vm, a[0], V_UNBOUND, a[1], false);
}
Value array_insert_first(Vm *vm, Value *a) { return array_put_at(vm, a[0], a[1], a[2], false); }

Value array_put_steps(Vm *vm, Frame *f) {
    bool insert = native_magic(vm, f) != 0, converted = native_state(f) == PUT_CONVERTED;
    Value v = converted ? f->result : f->slot[1 + insert];
    Value r = array_put_at(vm, f->slot[0], insert ? f->slot[1] : V_UNBOUND, v, converted);
    if (r != V_UNBOUND) { return r; }
    return native_call1(vm, f, PUT_CONVERTED,
                        internal(vm, array_conversion(as_array(vm, f->slot[0]))), v);
}

// ---- many values -------------------------------------------------------------------------------

Value array_extend_first(Vm *vm, Value *a) {
    Array *array = as_array(vm, a[0]);
    if (is_tagged(vm, a[1], T_ARRAY)) {
        return array_extend_array(vm, array, as_array(vm, a[1])) ? V_NONE : V_RAISED;
    }
    Value seq = items_of_leaf(vm, a[1]);
    if (seq == V_UNBOUND || seq == V_RAISED) { return seq; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    return fill_leaf(vm, array, items, n);
}

Value array_extend_steps(Vm *vm, Frame *f) {
    if (native_state(f) == FILL_START) {
        if (is_tagged(vm, f->slot[1], T_ARRAY)) { return array_extend_first(vm, f->slot); }
        return native_call1(vm, f, FILL_ITER, internal(vm, I_ITER), f->slot[1]);
    }
    if (native_state(f) == FILL_ITER) {
        fill_begin(vm, &f->slot[2], f->slot[0], f->result);
        native_goto(f, FILL_MORE);
    }
    return fill_go_on(vm, f, 2);
}

// A list whose values cannot be had all adds none: they are collected first.
Value array_fromlist_steps(Vm *vm, Frame *f) {
    enum { FROM_SELF, FROM_LIST, FROM_FILL };
    if (native_state(f) == FILL_START) {
        if (!is_tagged(vm, f->slot[FROM_LIST], T_LIST)) {
            return raise_error(vm, EXC_TypeError, "arg must be list");
        }
        Value made = array_new(vm, as_array(vm, f->slot[FROM_SELF])->kind);
        TRY_VALUE(made);
        fill_begin(vm, &f->slot[FROM_FILL], made, f->slot[FROM_LIST]);
    }
    const List *l = slot_obj(vm, f, FROM_LIST, T_LIST);
    TRY(l);
    if (int_value(l->h.n) != f->slot[FROM_FILL + FILL_LAST]) {
        return raise_error(vm, EXC_RuntimeError, "list changed size during iteration");
    }
    Value r = fill_go_on(vm, f, FROM_FILL);
    if (r != V_NONE || l->h.n == 0) { return r; }
    const Array *from = slot_obj(vm, f, FROM_FILL, T_ARRAY);
    TRY(from && array_extend_array(vm, as_array(vm, f->slot[FROM_SELF]), from));
    return V_NONE;
}

// ---- files -------------------------------------------------------------------------------------

enum { FILE_START, FILE_METHOD, FILE_DONE, FILE_SHORT };
enum { FILE_BLOCK = 64 * 1024 };

Value array_fromfile_steps(Vm *vm, Frame *f) {
    enum { READ_SELF, READ_FILE, READ_COUNT };
    Array *a = as_array(vm, f->slot[READ_SELF]);
    int64_t n = int_clamp_i64(vm, f->slot[READ_COUNT]), size;
    if (native_state(f) == FILE_SHORT) {
        return raise_error(vm, EXC_EOFError, "read() didn't return enough bytes");
    }
    if (n < 0) { return raise_error(vm, EXC_ValueError, "negative count"); }
    if (mul_overflows(n, (int64_t)1 << a->shift, &size)) { return raise_memory_error(vm); }
    if (native_state(f) == FILE_START) {
        Value read = intern_bytes(vm, "read", 4);
        TRY_VALUE(read);
        return native_call2(vm, f, FILE_METHOD, internal(vm, I_GETATTR), f->slot[READ_FILE], read);
    }
    if (native_state(f) == FILE_METHOD) {
        Value asked = int_from_i64(vm, size);
        TRY_VALUE(asked);
        return native_call1(vm, f, FILE_DONE, f->result, asked);
    }
    if (!is_tagged(vm, f->result, T_BYTES)) {
        return raise_error(vm, EXC_TypeError, "read() didn't return bytes");
    }
    const Bytes *b = as_bytes(vm, f->result);
    if (b->h.n & ((1u << a->shift) - 1)) {
        return raise_error(vm, EXC_ValueError, "bytes length not a multiple of item size");
    }
    bool enough = (int64_t)b->h.n == size;
    TRY(array_extend_bytes(vm, a, b->data, b->h.n));
    if (enough) { return V_NONE; }
    native_goto(f, FILE_SHORT); // they stay
    return raise_error(vm, EXC_EOFError, "read() didn't return enough bytes");
}

Value array_tofile_steps(Vm *vm, Frame *f) {
    enum { WRITE_SELF, WRITE_FILE, WRITE_AT };
    const Array *a = as_array(vm, f->slot[WRITE_SELF]);
    switch (native_state(f)) {
    case FILE_START: f->slot[WRITE_AT] = int_value(0); break;
    case FILE_METHOD: {
        uint64_t at = index_of(f->slot[WRITE_AT]);
        if (at >= a->bytes.h.n) { return V_NONE; }
        uint32_t n = min_u32(a->bytes.h.n - (uint32_t)at, FILE_BLOCK);
        Value block = bytes_new(vm, array_data(vm, a) + at, n);
        TRY_VALUE(block);
        return native_call1(vm, f, FILE_DONE, f->result, block);
    }
    default: slot_advance(&f->slot[WRITE_AT], FILE_BLOCK); break;
    }
    if (index_of(f->slot[WRITE_AT]) >= a->bytes.h.n) { return V_NONE; }
    Value write = intern_bytes(vm, "write", 5);
    TRY_VALUE(write);
    return native_call2(vm, f, FILE_METHOD, internal(vm, I_GETATTR), f->slot[WRITE_FILE], write);
}

// ---- pickling ----------------------------------------------------------------------------------

// What array._array_reconstructor calls the kind's layout in memory.
static int64_t array_format(const Array *a) {
    switch (a->kind) {
    case 'b': return 1;
    case 'B': return 0;
    case 'f': return 14;
    case 'd': return 16;
    case 'u':
    case 'w': return 20;
    default: return 4 * a->shift + (a->kind >= 'a') * 2 - 2;
    }
}

enum { REDUCE_START, REDUCE_GOT_DICT, REDUCE_GOT_MODULE, REDUCE_GOT_FUNCTION };
enum { REDUCE_SELF, REDUCE_PROTOCOL, REDUCE_DICT };

static Value array_reduce_import(Vm *vm, Frame *f, Value name) {
    Value module = str_new_cstr(vm, "array"), names = tuple_from(vm, &name, 1);
    TRY(module != V_RAISED && names != V_RAISED);
    Value parts[4] = {module, V_NONE, names, int_value(0)}, args = tuple_from(vm, parts, 4);
    TRY_VALUE(args);
    return native_call_full(vm, f, REDUCE_GOT_MODULE, internal(vm, I_IMPORT), args, V_NONE);
}

// (class, (typecode, list), dict), or from protocol 3 on the function that makes one of bytes.
Value array_reduce_steps(Vm *vm, Frame *f) {
    Value self = f->slot[REDUCE_SELF], protocol = f->slot[REDUCE_PROTOCOL];
    const Array *a = as_array(vm, self);
    if (!isinstance_int(vm, protocol)) {
        return raise_error(vm, EXC_TypeError, "__reduce_ex__ argument should be an integer");
    }
    bool bytes = int_clamp_i64(vm, protocol) >= 3;
    int state = native_state(f);
    if (state == REDUCE_START) {
        return native_call2(vm, f, REDUCE_GOT_DICT, internal(vm, I_HASATTR_GET), self,
                            vm_name(vm, N___dict__));
    }
    if (state == REDUCE_GOT_DICT) { f->slot[REDUCE_DICT] = f->result; }
    Value name = str_new_cstr(vm, "_array_reconstructor");
    TRY_VALUE(name);
    if (state == REDUCE_GOT_DICT && bytes) { return array_reduce_import(vm, f, name); }
    if (state == REDUCE_GOT_MODULE) {
        return native_call2(vm, f, REDUCE_GOT_FUNCTION, internal(vm, I_GETATTR), f->result, name);
    }
    Value code = str_from_char(vm, a->kind), class = class_of(vm, self), args;
    TRY_VALUE(code);
    if (bytes) {
        Value data = bytes_new(vm, a->bytes.h.n ? array_data(vm, a) : NULL, a->bytes.h.n);
        TRY_VALUE(data);
        Value parts[] = {class, code, int_value(array_format(a)), data};
        args = tuple_from(vm, parts, 4);
    } else {
        Value items = array_list(vm, a);
        TRY_VALUE(items);
        args = tuple_pack2(vm, code, items);
    }
    TRY_VALUE(args);
    Value dict = f->slot[REDUCE_DICT];
    Value made[] = {bytes ? f->result : class, args, dict == V_UNBOUND ? V_NONE : dict};
    return tuple_from(vm, made, 3);
}
