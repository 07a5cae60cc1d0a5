// builtins.c: the functions of the builtins module that any program uses: attributes, iteration,
// numbers, text. Reductions (sum, min, any, sorted …) are in builtins_iter.c, code and namespaces
// (exec, eval, globals …) in builtins_code.c, print and input in builtins_io.c.
#include "vm/builtins.h"

#include "base/utf8.h"

#include "object/seq.h"
#include "object/float.h"
#include "object/int.h"
#include "object/steps_fast.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

static Value builtin_len(Vm *vm, Value *a) {
    Value n = len_leaf(vm, a[0]);
    return n == V_UNBOUND ? native_tail_internal(vm, I_LEN, 1, a) : n;
}

static Value builtin_repr(Vm *vm, Value *a) {
    Value v = repr_leaf(vm, a[0]);
    return v == V_UNBOUND ? native_tail_internal(vm, I_REPR, 1, a) : v;
}

static Value builtin_ascii(Vm *vm, Value *a) { return native_tail_internal(vm, I_ASCII, 1, a); }

static Value builtin_format(Vm *vm, Value *a) { return native_tail_internal(vm, I_FORMAT, 2, a); }

static Value builtin_hash(Vm *vm, Value *a) {
    Value h = hash_leaf(vm, a[0]);
    return h == V_UNBOUND ? native_tail_internal(vm, I_HASH, 1, a) : h;
}

static Value builtin_id(Vm *vm, Value *a) {
    uint64_t serial;
    if (!is_ref(a[0])) { return int_from_u64(vm, (a[0] >> 16 ^ a[0]) & 0xFFFFFFFFFFFF); }
    TRY(object_serial(vm, a[0], &serial));
    return int_from_u64(vm, serial);
}

bool is_callable(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    switch (as_obj(vm, v)->type) {
    case T_FUNCTION:
    case T_NATIVE:
    case T_METHOD:
    case T_TYPE:
    case T_HOST_FUNCTION: return true;
    default: return special_method(vm, v, N___call__) != V_UNBOUND;
    }
}

static Value builtin_callable(Vm *vm, Value *a) { return bool_value(is_callable(vm, a[0])); }

// ---- attributes --------------------------------------------------------------------------------

static bool check_attr_name(Vm *vm, Value *name) {
    if (!isinstance_str(vm, *name)) {
        return raise_false(vm, EXC_TypeError, "attribute name must be string, not '%T'", *name);
    }
    *name = intern_str(vm, *name);
    return *name != V_RAISED;
}

static Value builtin_getattr(Vm *vm, Frame *f) {
    if (native_state(f) == 1) {
        if (f->result != V_UNBOUND) { return f->result; }
        return f->slot[2];
    }
    TRY(check_attr_name(vm, &f->slot[1]));
    if (f->slot[2] == V_UNBOUND) {
        Value v = getattr_leaf(vm, f->slot[0], f->slot[1]);
        if (v != V_UNBOUND && v != V_STOP) { return v; }
        return native_tail_internal(vm, I_GETATTR, 2, f->slot);
    }
    return native_call2(vm, f, 1, internal(vm, I_HASATTR_GET), f->slot[0], f->slot[1]);
}

// An attribute without guest code; V_STOP when it is absent. Only of names that are interned
// already, as those in source text are.
static Value attr_first(Vm *vm, Value v, Value name) {
    if (!is_str(vm, name) || !(as_obj(vm, name)->small & STR_INTERNED)) { return V_UNBOUND; }
    Value got = getattr_leaf(vm, v, name);
    if (got != V_RAISED || vm->stop || vm->alloc_failed) { return got; }
    if (!exc_matches(vm, EXC_AttributeError)) { return V_RAISED; }
    exc_clear(vm);
    return V_STOP;
}

static Value getattr_first(Vm *vm, Value *a) {
    Value v = attr_first(vm, a[0], a[1]);
    return v == V_STOP ? a[2] : v;
}

static Value hasattr_first(Vm *vm, Value *a) {
    Value v = attr_first(vm, a[0], a[1]);
    return v == V_UNBOUND || v == V_RAISED ? v : bool_value(v != V_STOP);
}

static Value builtin_hasattr(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return bool_value(f->result != V_UNBOUND); }
    TRY(check_attr_name(vm, &f->slot[1]));
    return native_call2(vm, f, 1, internal(vm, I_HASATTR_GET), f->slot[0], f->slot[1]);
}

static Value builtin_setattr(Vm *vm, Value *a) { return native_tail_internal(vm, I_SETATTR, 3, a); }

static Value builtin_delattr(Vm *vm, Value *a) { return native_tail_internal(vm, I_DELATTR, 2, a); }

static Value builtin_isinstance(Vm *vm, Value *a) {
    Value is = is_instance_leaf(vm, a);
    return is != V_UNBOUND ? is : native_tailcall(vm, internal(vm, I_IS_INSTANCE), 2, a);
}

static Value builtin_issubclass(Vm *vm, Value *a) {
    return native_tail_internal(vm, I_IS_SUBCLASS, 2, a);
}

// ---- iteration ---------------------------------------------------------------------------------

static Value builtin_iter(Vm *vm, Value *a) {
    if (a[1] == V_UNBOUND) { return native_tail_internal(vm, I_ITER, 1, a); }
    Value callable[1] = {a[0]};
    if (builtin_callable(vm, callable) != V_TRUE) {
        return raise_error(vm, EXC_TypeError, "iter(v, w): v must be callable");
    }
    Value *it = heap_new(vm, T_CALL_ITER, 0);
    TRY(it);
    it[1] = a[0];
    it[2] = a[1];
    return ptr_value(vm, it);
}

static Value builtin_next(Vm *vm, Frame *f) {
    enum { NEXT_START, NEXT_GOT, NEXT_FAILED };
    switch (native_state(f)) {
    case NEXT_START: {
        Value v = next_leaf(vm, f->slot[0]);
        if (v == V_STOP) {
            return f->slot[1] == V_UNBOUND ? raise_stop_iteration(vm, V_NONE) : f->slot[1];
        }
        if (v != V_UNBOUND) { return v; }
        if (special_method(vm, f->slot[0], N___next__) == V_UNBOUND) {
            return raise_error(vm, EXC_TypeError, "'%T' object is not an iterator", f->slot[0]);
        }
        if (f->slot[1] != V_UNBOUND) { native_catch(f, NEXT_FAILED); }
        return native_call_method(vm, f, NEXT_GOT, f->slot[0], vm_name(vm, N___next__), 0, NULL);
    }
    case NEXT_GOT: return f->result;
    default:
        exc_restore(vm, f->result);
        if (!exc_matches(vm, EXC_StopIteration)) { return V_RAISED; }
        exc_clear(vm);
        return f->slot[1];
    }
}

static Value builtin_aiter(Vm *vm, Value *a) {
    if (special_method(vm, a[0], N___aiter__) == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "'%T' object is not an async iterable", a[0]);
    }
    return native_tail_special(vm, special_method(vm, a[0], N___aiter__), 1, a);
}

// ---- numbers and characters --------------------------------------------------------------------

static Value builtin_abs(Vm *vm, Value *a) {
    Value v = unary_leaf(vm, UN_OP_ABS, a[0]);
    if (v != V_UNBOUND && v != V_NOTIMPL) { return v; }
    Value args[2] = {a[0], int_value(UN_OP_ABS)};
    return native_tail_internal(vm, I_UNARY_OP, 2, args);
}

static Value builtin_divmod(Vm *vm, Value *a) {
    Value v = binary_leaf(vm, BIN_OP_DIVMOD, a[0], a[1]);
    if (v != V_UNBOUND && v != V_NOTIMPL) { return v; }
    Value args[3] = {a[0], a[1], int_value(BIN_OP_DIVMOD)};
    return native_tail_internal(vm, I_BINARY_OP, 3, args);
}

// The third argument alone makes pow a matter of floats or complex numbers, which refuse.
static Value pow_by_modulus(Vm *vm, const Value *a) {
    bool complex = is_tagged(vm, a[2], T_COMPLEX), floats = isinstance_float(vm, a[2]);
    for (int i = 0; i < 2 && complex; i++) {
        complex = isinstance_int(vm, a[i]) || isinstance_float(vm, a[i]) ||
                  is_tagged(vm, a[i], T_COMPLEX);
    }
    if (complex) { return raise_error(vm, EXC_ValueError, "complex modulo"); }
    if (!floats) { return V_NOTIMPL; }
    return raise_error(vm, EXC_TypeError,
                       "pow() 3rd argument not allowed unless all arguments are integers");
}

// The base's __pow__ and the exponent's __rpow__, that of a derived class first.
static Value builtin_pow_first(Vm *vm, Value *a) {
    Value v = a[2] == V_NONE ? binary_leaf(vm, BIN_OP_POW, a[0], a[1]) : V_UNBOUND;
    return v == V_NOTIMPL ? V_UNBOUND : v;
}

static Value builtin_pow(Vm *vm, Frame *f) {
    enum { POW_START, POW_FIRST, POW_SECOND };
    enum { BASE, EXP, MOD };
    Value *a = f->slot;
    if (native_state(f) == POW_START && a[MOD] == V_NONE) {
        Value args[3] = {a[BASE], a[EXP], int_value(BIN_OP_POW)};
        return native_tail_internal(vm, I_BINARY_OP, 3, args);
    }
    if (native_state(f) == POW_START && exact_def(vm, a[BASE]) && exact_def(vm, a[EXP]) &&
        isinstance_int(vm, a[BASE]) && isinstance_int(vm, a[EXP]) && isinstance_int(vm, a[MOD])) {
        return int_pow_mod(vm, a[BASE], a[EXP], a[MOD]);
    }
    if (native_state(f) != POW_START && f->result != V_NOTIMPL) { return f->result; }
    Value base_class = class_of(vm, a[BASE]), exp_class = class_of(vm, a[EXP]);
    Value forward = special_method(vm, a[BASE], N___pow__), reflected = V_UNBOUND;
    bool derived = false;
    if (base_class != exp_class) {
        reflected = special_method(vm, a[EXP], N___rpow__);
        derived = is_subclass_of(vm, exp_class, base_class) &&
                  reflected != special_method(vm, a[BASE], N___rpow__);
    }
    for (int stage = native_state(f); stage < POW_SECOND; stage++) {
        bool use_reflected = (stage == POW_FIRST) != derived;
        Value m = use_reflected ? reflected : forward;
        if (m == V_UNBOUND || m == V_NONE) { continue; }
        Value args[2] = {a[use_reflected ? BASE : EXP], a[MOD]};
        return native_call_method(vm, f, stage + 1, a[use_reflected ? EXP : BASE],
                                  vm_name(vm, use_reflected ? N___rpow__ : N___pow__), 2, args);
    }
    Value v = pow_by_modulus(vm, a);
    if (v != V_NOTIMPL) { return v; }
    return raise_error(vm, EXC_TypeError,
                       "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a[BASE],
                       a[EXP], a[MOD]);
}

static Value builtin_round(Vm *vm, Value *a) {
    Value m = special_method(vm, a[0], N___round__);
    if (m == V_UNBOUND) {
        return raise_error(vm, EXC_TypeError, "type %T doesn't define __round__ method", a[0]);
    }
    return native_tail_special(vm, m, a[1] == V_NONE ? 1 : 2, a);
}

// Of a small int; the base is a power of two.
static Value in_base_small(Vm *vm, int64_t n, uint32_t bits, char letter) {
    char text[3 + 64], *p = text + sizeof text;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        *--p = "0123456789abcdef"[left & ((1u << bits) - 1)];
        left >>= bits;
    } while (left);
    *--p = letter;
    *--p = '0';
    if (n < 0) { *--p = '-'; }
    return str_new(vm, p, (uint64_t)(text + sizeof text - p));
}

static Value in_base(Vm *vm, Value v, int base, const char *prefix) {
    if (is_int(v)) {
        return in_base_small(vm, int_of(v), base == 16 ? 4 : base == 8 ? 3 : 1, prefix[1]);
    }
    Value digits = int_to_str(vm, v, base);
    TRY_VALUE(digits);
    const Str *s = as_str(vm, digits);
    bool neg = s->data[0] == '-';
    return format_text(vm, "%s%s%s", neg ? "-" : "", prefix, s->data + neg);
}
static Value builtin_bin(Vm *vm, Value *a) { return in_base(vm, a[0], 2, "0b"); }
static Value builtin_oct(Vm *vm, Value *a) { return in_base(vm, a[0], 8, "0o"); }
static Value builtin_hex(Vm *vm, Value *a) { return in_base(vm, a[0], 16, "0x"); }

static Value builtin_chr(Vm *vm, Value *a) {
    int64_t n = int_clamp_i64(vm, a[0]);
    if (n < 0 || n > 0x10FFFF) {
        return raise_error(vm, EXC_ValueError, "chr() arg not in range(0x110000)");
    }
    return str_from_char(vm, (uint32_t)n);
}

static Value builtin_ord(Vm *vm, Value *a) {
    if (isinstance_str(vm, a[0])) {
        const Str *s = as_str(vm, a[0]);
        if (s->len == 1) {
            uint32_t size;
            return int_value(utf8_decode(s->data, &size));
        }
        return raise_error(vm, EXC_TypeError,
                           "ord() expected a character, but string of length %u found", s->len);
    }
    if (is_tagged(vm, a[0], T_BYTES) || is_tagged(vm, a[0], T_BYTEARRAY)) {
        uint32_t n = as_obj(vm, a[0])->n;
        if (n == 1) { return getitem_leaf(vm, a[0], int_value(0)); }
        return raise_error(vm, EXC_TypeError,
                           "ord() expected a character, but string of length %u found", n);
    }
    return raise_error(vm, EXC_TypeError, "ord() expected string of length 1, but %T found", a[0]);
}

const NativeDef builtin_functions[] = {
    TAIL("abs", "x, /", builtin_abs, "The magnitude of a number."),
    TAIL("aiter", "async_iterable, /", builtin_aiter, "The asynchronous iterator of an object."),
    STEPS("anext", "async_iterator, default=UNBOUND, /", builtin_anext, 0, NULL,
          "The next item of an asynchronous iterator, to be awaited; the default, if given, at the "
          "end."),
    TAIL("ascii", "obj, /", builtin_ascii,
         "The repr of an object with escapes for what is not ASCII."),
    LEAF("bin", "number: index, /", builtin_bin, "An integer as binary digits behind 0b."),
    LEAF("callable", "obj, /", builtin_callable, "Whether the object can be called."),
    LEAF("chr", "i: index, /", builtin_chr, "The character with that number."),
    TAIL("delattr", "obj, name, /", builtin_delattr, "Take an attribute away from an object."),
    TAIL("divmod", "x, y, /", builtin_divmod, "Quotient, rounded down, and remainder."),
    TAIL("format", "value, format_spec: str='', /", builtin_format,
         "The text of a value by a format."),
    STEPS_FAST("getattr", "object, name, default=UNBOUND, /", getattr_first, builtin_getattr, 0,
               "An attribute of an object by its name; the default, if given, where it has none."),
    STEPS_FAST("hasattr", "obj, name, /", hasattr_first, builtin_hasattr, 0,
               "Whether an object has an attribute of that name."),
    TAIL("hash", "obj, /", builtin_hash, "The number that equal objects share in dicts and sets."),
    LEAF("hex", "number: index, /", builtin_hex, "An integer as hexadecimal digits behind 0x."),
    LEAF("id", "obj, /", builtin_id, "A number that no other object has at the same time."),
    TAIL("isinstance", "obj, class_or_tuple, /", builtin_isinstance,
         "Whether an object is of a class, or of one that inherits from it."),
    TAIL("issubclass", "cls, class_or_tuple, /", builtin_issubclass,
         "Whether a class is another one, or inherits from it."),
    TAIL("iter", "object, sentinel=UNBOUND, /", builtin_iter,
         "The iterator of an object; with a sentinel, one that calls a function until it gives "
         "that."),
    TAIL("len", "obj, /", builtin_len, "How many items a container has."),
    STEPS("next", "iterator, default=UNBOUND, /", builtin_next, 0, NULL,
          "The next item of an iterator; the default, if given, at the end."),
    LEAF("oct", "number: index, /", builtin_oct, "An integer as octal digits behind 0o."),
    LEAF("ord", "character, /", builtin_ord, "The number of a character."),
    STEPS_FAST("pow", "base, exp, mod=None", builtin_pow_first, builtin_pow, 0,
               "A power, or with three arguments its remainder."),
    TAIL("repr", "obj, /", builtin_repr,
         "A text for an object, if possible one that makes an equal object."),
    TAIL("round", "number, ndigits=None", builtin_round,
         "The nearest number with so many decimals; half to even."),
    TAIL("setattr", "obj, name, value, /", builtin_setattr, "Give an object an attribute."),
    NATIVE_END,
};
