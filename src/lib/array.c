// array.c: the module array: the class (object/array.h) and how pickles make one again, whatever the
// layout of the machine that wrote them.
#include "base/utf8.h"
#include "object/module.h"
#include "object/array.h"
#include "object/codec.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/list.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/ops.h"

// Layouts by their numbers in pickles. Those of integers have a typecode of the same width here;
// text has none. Of text CPython wants twice the bytes that a code unit has.
typedef struct ArrayLayout {
    uint8_t kind; // 0: text in UTF-16; 1: in UTF-32
    uint8_t size;
    bool big;
} ArrayLayout;

static const ArrayLayout array_layouts[] = {
    {'B', 1, false}, {'b', 1, false}, {'H', 2, false}, {'H', 2, true},  {'h', 2, false},
    {'h', 2, true},  {'I', 4, false}, {'I', 4, true},  {'i', 4, false}, {'i', 4, true},
    {'Q', 8, false}, {'Q', 8, true},  {'q', 8, false}, {'q', 8, true},  {'f', 4, false},
    {'f', 4, true},  {'d', 8, false}, {'d', 8, true},  {0, 4, false},   {0, 4, true},
    {1, 8, false},   {1, 8, true},
};

// The layout of items with that typecode here.
static bool array_has_layout(uint32_t kind, const ArrayLayout *l) {
    if (l->big) { return false; }
    switch (kind) {
    case 'l': return l->kind == 'q';
    case 'L': return l->kind == 'Q';
    case 'u':
    case 'w': return l->kind == 1;
    default: return kind == l->kind;
    }
}

enum { REBUILD_CLS, REBUILD_CODE, REBUILD_FORMAT, REBUILD_ITEMS };

// The arguments; false: raised.
static bool array_rebuild_check(Vm *vm, Value *a, uint32_t *kind, const ArrayLayout **layout) {
    Value cls = a[REBUILD_CLS], code = a[REBUILD_CODE];
    if (!isinstance_str(vm, code)) {
        return raise_false(vm, EXC_TypeError,
                           "_array_reconstructor() argument 2 must be a unicode character, not %T",
                           code);
    }
    if (as_str(vm, code)->len != 1) {
        return raise_false(vm, EXC_TypeError,
                           "_array_reconstructor(): argument 2 must be a unicode character, not a "
                           "string of length %u",
                           as_str(vm, code)->len);
    }
    uint32_t size;
    *kind = str_char_at(as_str(vm, code), 0, &size);
    int64_t format = int_clamp_i64(vm, a[REBUILD_FORMAT]);
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError, "first argument must be a type object, not %T", cls);
    }
    if (!is_subclass_of(vm, cls, type_of_tag(vm, T_ARRAY))) {
        return raise_false(vm, EXC_TypeError, "%N is not a subtype of array.array", cls);
    }
    if (array_shift(*kind) < 0) {
        return raise_false(vm, EXC_ValueError, "second argument must be a valid type code");
    }
    if (format < 0 || format >= (int64_t)COUNT_OF(array_layouts)) {
        return raise_false(vm, EXC_ValueError,
                           "third argument must be a valid machine format code.");
    }
    *layout = &array_layouts[format];
    if (!is_tagged(vm, a[REBUILD_ITEMS], T_BYTES)) {
        return raise_false(vm, EXC_TypeError, "fourth argument should be bytes, not %T",
                           a[REBUILD_ITEMS]);
    }
    return true;
}

// The items of a layout as a list, which the class makes what its typecode is.
static Value array_rebuild_list(Vm *vm, const ArrayLayout *l, const Bytes *b) {
    Value order = array_with_bytes(vm, l->kind, b->data, b->h.n);
    TRY_VALUE(order);
    Array *a = as_array(vm, order);
    if (l->big && b->h.n) {
        uint8_t *p = array_data(vm, a);
        for (uint32_t at = 0; at < b->h.n; at += l->size) {
            for (uint32_t i = 0; i < l->size; i++) { p[at + i] = b->data[at + l->size - 1 - i]; }
        }
    }
    return array_list(vm, a);
}

static Value array_rebuild_text(Vm *vm, const ArrayLayout *l, Value bytes) {
    static const char *const codecs[2][2] = {{"utf-16-le", "utf-16-be"},
                                             {"utf-32-le", "utf-32-be"}};
    Value codec = str_new_cstr(vm, codecs[l->kind][l->big]);
    TRY_VALUE(codec);
    return codec_decode(vm, (ByteSpan){as_bytes(vm, bytes)->data, as_bytes(vm, bytes)->h.n}, codec,
                        V_UNBOUND);
}

static Value array_rebuild(Vm *vm, Value *a) {
    uint32_t kind;
    const ArrayLayout *l;
    TRY(array_rebuild_check(vm, a, &kind, &l));
    const Bytes *b = as_bytes(vm, a[REBUILD_ITEMS]);
    Value items = a[REBUILD_ITEMS], code = a[REBUILD_CODE];
    if (!array_has_layout(kind, l)) {
        if (b->h.n % l->size) {
            return raise_error(vm, EXC_ValueError, "string length not a multiple of item size");
        }
        TRY(native_charge(vm, b->h.n / 4));
        items = l->kind > 1 ? array_rebuild_list(vm, l, b) : array_rebuild_text(vm, l, items);
        TRY_VALUE(items);
        if (l->kind > 1 && l->kind != 'f' && l->kind != 'd') { code = str_from_char(vm, l->kind); }
    } else if (b->h.n & ((1u << array_shift(kind)) - 1)) {
        return raise_error(vm, EXC_ValueError, "bytes length not a multiple of item size");
    }
    Value args[] = {code, items};
    return native_tailcall(vm, a[REBUILD_CLS], 2, args);
}

static const NativeDef array_functions[] = {
    TAIL("_array_reconstructor", "arraytype, typecode, mformat_code: cint, items, /", array_rebuild,
         "An array from its bytes in a pickle, whose layout has a number."),
    NATIVE_END,
};

static bool array_init(Vm *vm, Value dict) {
    Value codes = str_new_cstr(vm, ARRAY_KINDS), cls = type_of_tag(vm, T_ARRAY);
    return module_put(vm, dict, "typecodes", codes) && module_put(vm, dict, "array", cls) &&
           module_put(vm, dict, "ArrayType", cls);
}

const ModuleDef array_module = {"array", "Numbers and characters of one type, packed.",
                                array_functions, array_init};
