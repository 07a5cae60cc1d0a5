// memoryview_items.c: items of a memoryview as values and back, by the letter of the format.
#include "object/float.h"
#include "object/int.h"
#include "object/memoryview_inner.h"
#include "object/seq.h"

uint32_t memoryview_itemsize(uint8_t kind) {
    switch (kind) {
    case 'B':
    case 'b':
    case 'c':
    case '?': return 1;
    case 'h':
    case 'H':
    case 'e': return 2;
    case 'i':
    case 'I':
    case 'w':
    case 'f': return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'P':
    case 'd': return 8;
    default: return 0;
    }
}

static bool item_is_signed(uint8_t kind) {
    return kind == 'b' || kind == 'h' || kind == 'i' || kind == 'l' || kind == 'q' || kind == 'n';
}

static uint64_t item_load(const uint8_t *p, uint32_t size) {
    uint64_t v = 0;
    for (uint32_t i = 0; i < size; i++) { v |= (uint64_t)p[i] << (8 * i); }
    return v;
}

static void item_store(uint8_t *p, uint32_t size, uint64_t v) {
    for (uint32_t i = 0; i < size; i++) { p[i] = (uint8_t)(v >> (8 * i)); }
}

// IEEE 754 binary16.
static double half_load(uint64_t bits) {
    uint32_t exp = bits >> 10 & 31, frac = bits & 1023;
    uint64_t out;
    if (exp == 31) {
        out = (uint64_t)0x7FF << 52 | (uint64_t)frac << 42;
    } else if (exp == 0) {
        double d = (double)frac / 16777216.0; // 2^-24
        return bits >> 15 ? -d : d;
    } else {
        out = (uint64_t)(exp + 1008) << 52 | (uint64_t)frac << 42;
    }
    return bits_double(out | (bits >> 15) << 63);
}

Value memoryview_load(Vm *vm, uint8_t kind, const uint8_t *p) {
    uint32_t size = memoryview_itemsize(kind);
    uint64_t bits = item_load(p, size);
    switch (kind) {
    case 'c': return bytes_new(vm, p, 1);
    case 'w': return raise_error(vm, EXC_NotImplementedError, "memoryview: format w not supported");
    case '?': return bool_value(bits != 0);
    case 'e': return double_value(half_load(bits));
    case 'f': {
        float f;
        uint32_t word = (uint32_t)bits;
        memcpy(&f, &word, sizeof f);
        return double_value((double)f);
    }
    case 'd': return double_value(bits_double(bits));
    default: break;
    }
    if (!item_is_signed(kind)) { return int_from_u64(vm, bits); }
    uint32_t shift = 64 - 8 * size;
    return int_from_i64(vm, (int64_t)(bits << shift) >> shift);
}

static bool item_raise(Vm *vm, const MemoryView *m, bool type) {
    if (type) {
        return raise_false(vm, EXC_TypeError, "memoryview: invalid type for format '%U'",
                           m->format);
    }
    return raise_false(vm, EXC_ValueError, "memoryview: invalid value for format '%U'", m->format);
}

// Rounded to the nearest, ties to even. False: too large.
static bool half_store(double d, uint8_t *out) {
    uint64_t bits = double_bits(d), frac = bits & (((uint64_t)1 << 52) - 1);
    uint32_t half, sign = bits >> 63 ? 0x8000 : 0;
    double size = bits_double(bits & INT64_MAX);
    if (size != size) {
        half = 0x7C00 | (frac >> 42 ? (uint32_t)(frac >> 42) : 0x200);
    } else if (frac == 0 && (bits >> 52 & 0x7FF) == 0x7FF) {
        half = 0x7C00;
    } else if (size >= 65520.0) {
        return false;
    } else if (size < 1.0 / 16384.0) { // below the least normal one: a multiple of 2^-24
        double scaled = size * 16777216.0;
        half = (uint32_t)scaled;
        double rest = scaled - half;
        half += rest > 0.5 || (rest == 0.5 && (half & 1));
    } else {
        uint64_t rest = frac & (((uint64_t)1 << 42) - 1), middle = (uint64_t)1 << 41;
        half = (uint32_t)((bits >> 52 & 0x7FF) - 1008) << 10 | (uint32_t)(frac >> 42);
        half += rest > middle || (rest == middle && (half & 1)); // may carry into the exponent
    }
    item_store(out, 2, half | sign);
    return true;
}

static int item_store_float(Vm *vm, const MemoryView *m, Value v, uint8_t *out) {
    double d;
    int ok = float_from_real(vm, v, &d);
    if (ok == 0 && !vm->alloc_failed) { // an int out of range
        exc_clear(vm);
        item_raise(vm, m, false);
    }
    if (ok <= 0) { return ok; }
    if (m->kind == 'd') {
        item_store(out, 8, double_bits(d));
    } else if (m->kind == 'f') {
        float f = (float)d;
        uint32_t word;
        memcpy(&word, &f, sizeof word);
        item_store(out, 4, word);
    } else if (!half_store(d, out)) {
        item_raise(vm, m, false);
        return 0;
    }
    return 1;
}

static int item_store_int(Vm *vm, const MemoryView *m, Value v, uint8_t *out) {
    uint32_t bits = 8 * m->itemsize;
    if (!isinstance_int(vm, v)) { return -1; }
    uint64_t one;
    uint32_t n;
    bool neg, is_signed = item_is_signed(m->kind);
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    uint64_t magnitude = n ? limbs[0] : 0;
    if (m->kind == 'P') { is_signed = neg; } // an address: of either kind
    uint64_t most =
        is_signed ? ((uint64_t)1 << (bits - 1)) - !neg : (neg ? 0 : UINT64_MAX >> (64 - bits));
    if (n > 1 || magnitude > most) {
        item_raise(vm, m, false);
        return 0;
    }
    item_store(out, m->itemsize, neg ? 0 - magnitude : magnitude);
    return 1;
}

Internal memoryview_conversion(const MemoryView *m) {
    switch (m->kind) {
    case '?': return I_TRUTH;
    case 'f':
    case 'd':
    case 'e': return I_TO_FLOAT;
    default: return I_INDEX;
    }
}

Value memoryview_refuse(Vm *vm, const MemoryView *m, Value exc) {
    bool type = isinstance_exc(vm, exc, EXC_TypeError);
    bool value =
        isinstance_exc(vm, exc, EXC_OverflowError) || isinstance_exc(vm, exc, EXC_ValueError);
    if (m->kind == '?' || (!type && !value)) { return exc_restore(vm, exc); }
    item_raise(vm, m, type);
    return V_RAISED;
}

int memoryview_store(Vm *vm, const MemoryView *m, Value v, uint8_t *out) {
    switch (m->kind) {
    case 'w':
        raise_error(vm, EXC_NotImplementedError, "memoryview: format w not supported");
        return 0;
    case 'c': {
        bool type = !isinstance_bytes(vm, v);
        if (type || as_bytes(vm, v)->h.n != 1) {
            item_raise(vm, m, type);
            return 0;
        }
        *out = as_bytes(vm, v)->data[0];
        return 1;
    }
    case '?':
        if (!is_bool(v)) { return -1; }
        *out = v == V_TRUE;
        return 1;
    case 'f':
    case 'd':
    case 'e': return item_store_float(vm, m, v, out);
    default: {
        int done = item_store_int(vm, m, v, out);
        if (done < 0 && (m->kind == 'P' || !seq_has_index(vm, v))) {
            item_raise(vm, m, true);
            return 0;
        }
        return done;
    }
    }
}
