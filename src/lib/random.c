// random.c: the module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), with
// CPython's seeding and outputs bit for bit. The state is in the object, so it is saved and forked.
#include "lib/random.h"

#include "lib/fallback.h"
#include "base/hash.h"
#include "cap/cap.h"
#include "object/bytes.h"
#include "object/construct.h"
#include "object/int.h"
#include "object/iter_state.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/internals.h"
#include "vm/vm_internal.h"

enum {
    MT_N = 624,
    MT_M = 397,
    MT_UNSEEDED = UINT16_MAX, // index of a generator that takes its seed when it is first used
};

typedef struct Random {
    Obj h;
    uint32_t index, pad;
    uint32_t mt[MT_N];
    uint64_t spare;
} Random;

_Static_assert(sizeof(Random) == 8 + 2512, "matches types.def");

bool random_is_sound(const uint8_t *bytes) {
    uint32_t index;
    memcpy(&index, bytes, sizeof index);
    return index <= MT_N || index == MT_UNSEEDED;
}

static Random *as_random(Vm *vm, Value v) { return ref_ptr(vm, v); }

static void mt_refill(Random *r) {
    for (uint32_t i = 0; i < MT_N; i++) {
        uint32_t y = (r->mt[i] & 0x80000000u) | (r->mt[(i + 1) % MT_N] & 0x7fffffffu);
        r->mt[i] = r->mt[(i + MT_M) % MT_N] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    r->index = 0;
}

static uint32_t mt_next(Random *r) {
    if (r->index >= MT_N) { mt_refill(r); }
    uint32_t y = r->mt[r->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

static void mt_seed_word(Random *r, uint32_t s) {
    r->mt[0] = s;
    for (uint32_t i = 1; i < MT_N; i++) {
        r->mt[i] = 1812433253u * (r->mt[i - 1] ^ r->mt[i - 1] >> 30) + i;
    }
    r->index = MT_N;
}

static uint32_t mt_key_word(const uint64_t *limbs, uint32_t j) {
    return (uint32_t)(limbs[j / 2] >> (j % 2 * 32));
}

// Seeding by an array of n 32-bit words, the lowest first.
static void mt_seed_array(Random *r, const uint64_t *key, uint32_t n) {
    mt_seed_word(r, 19650218u);
    uint32_t i = 1, j = 0;
    for (uint32_t k = n > MT_N ? n : MT_N; k; k--) {
        r->mt[i] =
            (r->mt[i] ^ (r->mt[i - 1] ^ r->mt[i - 1] >> 30) * 1664525u) + mt_key_word(key, j) + j;
        i++, j++;
        if (i >= MT_N) { r->mt[0] = r->mt[MT_N - 1], i = 1; }
        if (j >= n) { j = 0; }
    }
    for (uint32_t k = MT_N - 1; k; k--) {
        r->mt[i] = (r->mt[i] ^ (r->mt[i - 1] ^ r->mt[i - 1] >> 30) * 1566083941u) - i;
        i++;
        if (i >= MT_N) { r->mt[0] = r->mt[MT_N - 1], i = 1; }
    }
    r->mt[0] = 0x80000000u;
}

// Seeds from what the capability gave: 32 bytes, or none, which is the seed 0.
static Value seed_from_bytes(Vm *vm, Random *r, Value seed) {
    if (!isinstance_bytes(vm, seed)) { return raise_stop(vm, STOP_CORRUPT); }
    const Bytes *b = as_bytes(vm, seed);
    uint64_t key[4] = {0};
    memcpy(key, b->data, b->h.n < sizeof key ? b->h.n : sizeof key);
    mt_seed_array(r, key, b->h.n ? 8 : 1);
    return V_NONE;
}

static bool seed_from_int(Vm *vm, Random *r, Value v) {
    uint64_t one;
    uint32_t n;
    bool neg;
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    if (!native_charge(vm, n / 4 + 16)) { return false; }
    uint64_t zero = 0;
    if (n == 0) { limbs = &zero; }
    uint32_t words = n ? n * 2 - (limbs[n - 1] >> 32 == 0) : 1;
    mt_seed_array(r, limbs, words);
    return true;
}

// seed(a): None from entropy when the generator is first used, so the instance that the image brings
// gets a seed of its own in each program; ints by magnitude, everything else by its hash.
static Value random_seed(Vm *vm, Frame *f) {
    enum { SEED_START, SEED_HASHED };
    Random *r = slot_obj(vm, f, 0, T_RANDOM);
    TRY(r);
    obj_touch(vm, r);
    Value v = native_state(f) == SEED_START ? f->slot[1] : f->result;
    if (v == V_NONE) {
        r->index = MT_UNSEEDED;
        return V_NONE;
    }
    if (isinstance_int(vm, v)) { return seed_from_int(vm, r, v) ? V_NONE : V_RAISED; }
    return native_call1(vm, f, SEED_HASHED, internal(vm, I_HASH), v);
}

// _first(method, *args): what the first use of an unseeded generator does in the method's place.
static Value random_first(Vm *vm, Frame *f) {
    enum { FIRST_START, FIRST_SEED };
    enum { SELF, NAME, ARG };
    Random *r = slot_obj(vm, f, SELF, T_RANDOM);
    TRY(r);
    if (native_state(f) == FIRST_START) {
        return cap_call_next(vm, f, FIRST_SEED, CAP_ENTROPY_SEED, NULL);
    }
    obj_touch(vm, r);
    Value none = seed_from_bytes(vm, r, f->result);
    TRY_VALUE(none);
    Value method =
        is_str(vm, f->slot[NAME]) ? type_lookup(vm, vm->types[T_RANDOM], f->slot[NAME]) : V_UNBOUND;
    if (method == V_UNBOUND) { // a guest may call _first by itself
        return raise_error(vm, EXC_TypeError, "_first() takes the name of a method");
    }
    Value args[2] = {f->slot[SELF], f->slot[ARG]};
    return native_tailcall(vm, method, f->slot[ARG] == V_UNBOUND ? 1 : 2, args);
}

static bool random_is_unseeded(const Random *r) { return NX_UNLIKELY(r->index == MT_UNSEEDED); }

static Value random_seed_first(Vm *vm, const char *name, Value self, Value arg) {
    Value first = intern_bytes(vm, "_first", 6);
    TRY_VALUE(first);
    Value args[3] = {self, intern_bytes(vm, name, (uint32_t)strlen(name)), arg};
    TRY_VALUE(args[1]);
    Value native = type_lookup(vm, vm->types[T_RANDOM], first);
    if (native == V_UNBOUND) { return raise_stop(vm, STOP_CORRUPT); }
    return native_tailcall(vm, native, arg == V_UNBOUND ? 2 : 3, args);
}

static Value random_make(Vm *vm, Value *a) {
    Random *r = construct(vm, T_RANDOM, a[0], 0);
    TRY(r);
    uint64_t zero = 0;
    mt_seed_array(r, &zero, 1);
    return ptr_value(vm, r);
}

static Value random_random(Vm *vm, Value *a) {
    Random *r = as_random(vm, a[0]);
    if (random_is_unseeded(r)) { return random_seed_first(vm, "random", a[0], V_UNBOUND); }
    obj_touch(vm, r);
    uint32_t x = mt_next(r) >> 5, y = mt_next(r) >> 6;
    return double_value((x * 67108864.0 + y) * (1.0 / 9007199254740992.0));
}

static Value random_getrandbits(Vm *vm, Value *a) {
    Random *r = as_random(vm, a[0]);
    int64_t k = int_of(a[1]);
    if (!is_int(a[1]) || k < 0) {
        return raise_error(vm, EXC_ValueError, "Cannot convert negative int");
    }
    if (k == 0) { return int_value(0); }
    if (random_is_unseeded(r)) { return random_seed_first(vm, "getrandbits", a[0], a[1]); }
    obj_touch(vm, r);
    if (k <= 32) { return int_value(mt_next(r) >> (32 - k)); }
    uint32_t words = (uint32_t)((k - 1) / 32 + 1), n = (words + 1) / 2;
    TRY(native_charge(vm, words / 8));
    NX_NEED(vm, (uint64_t)n * 16 + 64);
    Blob *b = heap_new(vm, T_BLOB, (uint64_t)n * 8);
    TRY(b);
    uint64_t *limbs = (uint64_t *)b->data;
    for (uint32_t i = 0; i < words; i++, k -= 32) {
        uint32_t w = mt_next(r);
        if (k < 32) { w >>= 32 - k; }
        limbs[i / 2] |= (uint64_t)w << (i % 2 * 32);
    }
    return int_from_limbs(vm, limbs, n, false);
}

// A number from 0 up to n: as many bits as n has are drawn until they make one that is small enough.
static Value random_below(Vm *vm, Value *a) {
    Random *r = as_random(vm, a[0]);
    if (random_is_unseeded(r)) { return random_seed_first(vm, "_below", a[0], a[1]); }
    if (int_is_negative(vm, a[1]) || int_is_zero(vm, a[1])) {
        return raise_error(vm, EXC_ValueError, "no number is below %R", a[1]);
    }
    if (!is_int(a[1]) || int_of(a[1]) > UINT32_MAX) {
        return fallback_call(vm, "random", "_below", 2, a);
    }
    uint32_t n = (uint32_t)int_of(a[1]), drawn, bits = 32 - (uint32_t)__builtin_clz(n);
    obj_touch(vm, r);
    do { drawn = mt_next(r) >> (32 - bits); } while (drawn >= n);
    return int_value(drawn);
}

static Value random_getstate(Vm *vm, Value *a) {
    const Random *r = as_random(vm, a[0]);
    if (random_is_unseeded(r)) { return random_seed_first(vm, "getstate", a[0], V_UNBOUND); }
    Tuple *t = heap_new(vm, T_TUPLE, MT_N + 1);
    TRY(t);
    for (uint32_t i = 0; i < MT_N; i++) { t->items[i] = int_value(r->mt[i]); }
    t->items[MT_N] = int_value(r->index);
    return ptr_value(vm, t);
}

// A word of a state: the lowest 32 bits of an int that fits into 64.
static bool random_state_word(Vm *vm, Value v, uint32_t *out) {
    if (!isinstance_int(vm, v)) { return raise_false(vm, EXC_TypeError, "an integer is required"); }
    if (int_is_negative(vm, v)) {
        return raise_false(vm, EXC_OverflowError, "can't convert negative value to unsigned int");
    }
    uint64_t one;
    uint32_t n;
    bool neg;
    const uint64_t *limbs = int_magnitude(vm, v, &one, &n, &neg);
    if (n > 1) {
        return raise_false(vm, EXC_OverflowError,
                           "Python int too large to convert to C unsigned long");
    }
    *out = n ? (uint32_t)limbs[0] : 0;
    return true;
}

static Value random_setstate(Vm *vm, Value *a) {
    Random *r = as_random(vm, a[0]);
    if (!is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "state vector must be a tuple");
    }
    const Tuple *t = as_tuple(vm, a[1]);
    if (t->h.n != MT_N + 1) {
        return raise_error(vm, EXC_ValueError, "state vector is the wrong size");
    }
    uint32_t words[MT_N];
    for (uint32_t i = 0; i < MT_N; i++) { TRY(random_state_word(vm, t->items[i], &words[i])); }
    int64_t at;
    TRY(iter_state_number(vm, t->items[MT_N], "long", &at));
    if (at < 0 || at > MT_N) { return raise_error(vm, EXC_ValueError, "invalid state"); }
    obj_touch(vm, r);
    memcpy(r->mt, words, sizeof words);
    r->index = (uint32_t)at;
    return V_NONE;
}

static const NativeDef random_methods[] = {
    LEAF_CLASS("__new__", "cls, /, *args, **kwargs", random_make, NULL),
    TAIL("_below", "self, n: index, /", random_below, NULL),
    STEPS("_first", "self, name, arg=UNBOUND, /", random_first, 0, NULL, NULL),
    TAIL("getrandbits", "self, k: index, /", random_getrandbits, "An integer of k random bits."),
    TAIL("getstate", "self, /", random_getstate, "What setstate() needs to go on from here."),
    TAIL("random", "self, /", random_random, "A number from 0 up to, and not, 1."),
    STEPS("seed", "self, n=None, /", random_seed, 0, NULL,
          "seed([n]) -> None.  Defaults to use urandom and falls back to a combination of the "
          "current time and the process identifier."),
    LEAF("setstate", "self, state, /", random_setstate, "Go on from what getstate() gave."),
    NATIVE_END,
};

const TypeDef random_type = {
    .name = "Random",
    .module = "_random",
    .tag = T_RANDOM,
    .subclassable = true,
    .doc = "The generator itself: the Mersenne Twister.",
    .methods = random_methods,
};

static const uint8_t random_types[] = {T_RANDOM, 0};

// os.urandom: here so that it is there without files.
static Value random_urandom(Vm *vm, Value *a) {
    if (int_clamp_i64(vm, a[0]) < 0) {
        return raise_error(vm, EXC_ValueError, "negative argument not allowed");
    }
    Value size = int_from_i64(vm, int_clamp_i64(vm, a[0])); // of a derived class: the number
    return size == V_RAISED ? size : cap_call(vm, CAP_ENTROPY_FILL, &size);
}

static const NativeDef random_functions[] = {
    TAIL("urandom", "size: int, /", random_urandom, "Return bytes of the host's entropy."),
    NATIVE_END,
};

const ModuleDef random_module = {"_random", "The Mersenne Twister.", random_functions, NULL,
                                 random_types};
