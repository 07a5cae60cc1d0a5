// hashlib.c: the module _hashlib: objects that hash (base/digest.h does the work), and PBKDF2. The
// module hashlib is Python around it; so are BLAKE2's classes.
//
// A digest object holds its whole state, so it is saved and copied as bytes are. Work is charged
// before it is done, in portions, so that no amount of data passes a limit unseen.
#include "base/digest.h"
#include "object/bytes.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/key.h"
#include "rt/machine.h"
#include "vm/vm_internal.h"

typedef struct DigestObj {
    Obj h;
    Digest d;
} DigestObj;

_Static_assert(sizeof(DigestObj) == 8 + 344, "matches types.def");

enum {
    DIGEST_PER_STEP = 16,     // bytes hashed for a step
    DIGEST_PORTION = 1 << 16, // bytes between two looks at the limits
    PBKDF2_ROUND_STEPS = 16,
};

// A state that no function here made, from a loaded snapshot, is not used.
static Digest *digest_of(Vm *vm, Value v) {
    Digest *d = &((DigestObj *)ref_ptr(vm, v))->d;
    if (d->kind < DIGEST_COUNT && d->size <= DIGEST_MAX_SIZE &&
        d->fill <= digest_info[d->kind].block) {
        return d;
    }
    raise_stop(vm, STOP_CORRUPT);
    return NULL;
}

// The bytes of an argument. False: raised.
static bool digest_data(Vm *vm, Value v, ByteSpan *out) {
    if (bytes_like(vm, v, out)) { return true; }
    if (isinstance_str(vm, v)) {
        return raise_false(vm, EXC_TypeError, "Strings must be encoded before hashing");
    }
    if (is_tagged(vm, v, T_MEMORYVIEW)) {
        return raise_false(vm, EXC_BufferError,
                           "memoryview: underlying buffer is not C-contiguous");
    }
    return raise_false(vm, EXC_TypeError, "object supporting the buffer API required");
}

static bool digest_feed(Vm *vm, Digest *d, ByteSpan data) {
    for (uint32_t at = 0, n; at < data.n; at += n) {
        n = min_u32(data.n - at, DIGEST_PORTION);
        if (!native_charge(vm, n / DIGEST_PER_STEP + 1)) { return false; }
        digest_update(d, data.p + at, n);
    }
    return true;
}

// ---- digest objects ----------------------------------------------------------------------------

static Value digest_new(Vm *vm, const Digest *d) {
    bool xof = d->kind == DIGEST_SHAKE_128 || d->kind == DIGEST_SHAKE_256;
    DigestObj *o = heap_new_raw(vm, xof ? T_DIGEST_XOF : T_DIGEST, 0);
    TRY(o);
    o->d = *d;
    return ptr_value(vm, o);
}

// A digest object with `data` and `string`, of which one may be given, hashed.
static Value digest_make(Vm *vm, const Digest *start, Value data, Value string) {
    if (data != V_UNBOUND && string != V_UNBOUND) {
        return raise_error(vm, EXC_TypeError,
                           "'data' and 'string' are mutually exclusive and support for 'string' "
                           "keyword parameter is slated for removal in a future version.");
    }
    Digest d = *start;
    ByteSpan span = {0};
    if (data == V_UNBOUND) { data = string; }
    TRY(data == V_UNBOUND || digest_data(vm, data, &span));
    TRY(digest_feed(vm, &d, span));
    return digest_new(vm, &d);
}

// The result of n bytes, as bytes or as hexadecimal digits.
static Value digest_result(Vm *vm, const Digest *d, uint64_t n, bool hex) {
    static const char digits[] = "0123456789abcdef";
    TRY(native_charge(vm, 8 + n / DIGEST_PER_STEP));
    Bytes *raw = bytes_alloc(vm, n);
    TRY(raw);
    Digest copy = *d;
    digest_finish(&copy, raw->data, (size_t)n);
    if (!hex) { return ptr_value(vm, raw); }
    Str *text = str_alloc(vm, 2 * n);
    TRY(text);
    for (uint64_t i = 0; i < n; i++) {
        text->data[2 * i] = digits[raw->data[i] >> 4];
        text->data[2 * i + 1] = digits[raw->data[i] & 15];
    }
    return str_finish(vm, text);
}

static Value digest_copy(Vm *vm, Value *a) {
    const Digest *d = digest_of(vm, a[0]);
    TRY(d);
    return digest_new(vm, d);
}

static Value digest_digest(Vm *vm, Value *a) {
    const Digest *d = digest_of(vm, a[0]);
    TRY(d);
    return digest_result(vm, d, d->size, false);
}

static Value digest_hexdigest(Vm *vm, Value *a) {
    const Digest *d = digest_of(vm, a[0]);
    TRY(d);
    return digest_result(vm, d, d->size, true);
}

static Value digest_xof_result(Vm *vm, Value *a, bool hex) {
    const Digest *d = digest_of(vm, a[0]);
    TRY(d);
    int64_t n = int_clamp_i64(vm, a[1]);
    if (n < 0) { return raise_error(vm, EXC_ValueError, "length must be non-negative"); }
    if (n > 1 << 29) { return raise_error(vm, EXC_ValueError, "length is too large"); }
    return digest_result(vm, d, (uint64_t)n, hex);
}
static Value digest_xof_digest(Vm *vm, Value *a) { return digest_xof_result(vm, a, false); }
static Value digest_xof_hexdigest(Vm *vm, Value *a) { return digest_xof_result(vm, a, true); }

static Value digest_update_native(Vm *vm, Value *a) {
    Digest *d = digest_of(vm, a[0]);
    ByteSpan data;
    TRY(d && digest_data(vm, a[1], &data));
    obj_touch(vm, as_obj(vm, a[0]));
    TRY(digest_feed(vm, d, data));
    return V_NONE;
}

static Value digest_repr(Vm *vm, Value v) {
    const Digest *d = digest_of(vm, v);
    uint64_t serial;
    TRY(d && object_serial(vm, v, &serial));
    return format_text(vm, "<%s %T object @ 0x%x>", digest_info[d->kind].name, v, (uint32_t)serial);
}

static Value digest_get_block_size(Vm *vm, Value v) {
    const Digest *d = digest_of(vm, v);
    TRY(d);
    return int_value(digest_info[d->kind].block);
}
static Value digest_get_size(Vm *vm, Value v) {
    const Digest *d = digest_of(vm, v);
    TRY(d);
    return int_value(d->size);
}
static Value digest_get_name(Vm *vm, Value v) {
    const Digest *d = digest_of(vm, v);
    TRY(d);
    const char *name = digest_info[d->kind].name;
    return intern_bytes(vm, name, (uint32_t)strlen(name));
}

static const NativeDef digest_methods[] = {
    LEAF("copy", "self, /", digest_copy, "An object that goes on on its own from here."),
    LEAF("digest", "self, /", digest_digest, "The hash of what came so far, as bytes."),
    LEAF("hexdigest", "self, /", digest_hexdigest,
         "The hash of what came so far, as hexadecimal digits."),
    LEAF("update", "self, obj: buffer, /", digest_update_native, "Take in more bytes."),
    NATIVE_END,
};
static const NativeDef digest_xof_methods[] = {
    LEAF("copy", "self, /", digest_copy, "An object that goes on on its own from here."),
    LEAF("digest", "self, length: index", digest_xof_digest,
         "The hash of what came so far, as bytes."),
    LEAF("hexdigest", "self, length: index", digest_xof_hexdigest,
         "The hash of what came so far, as hexadecimal digits."),
    LEAF("update", "self, obj: buffer, /", digest_update_native, "Take in more bytes."),
    NATIVE_END,
};
static const GetSetDef digest_getsets[] = {
    {"block_size", digest_get_block_size, NULL, NULL},
    {"digest_size", digest_get_size, NULL, NULL},
    {"name", digest_get_name, NULL, "algorithm name."},
    {0},
};

const TypeDef digest_type = {
    .name = "HASH",
    .module = "_hashlib",
    .doc = "A hash of bytes under way: update() adds some, digest() is the result so far.",
    .tag = T_DIGEST,
    .hidden = true,
    .methods = digest_methods,
    .getsets = digest_getsets,
    .repr = digest_repr,
};
const TypeDef digest_xof_type = {
    .name = "HASHXOF",
    .module = "_hashlib",
    .doc = "A hash whose result can have any length.",
    .tag = T_DIGEST_XOF,
    .base = T_DIGEST,
    .hidden = true,
    .methods = digest_xof_methods,
    .getsets = digest_getsets,
    .repr = digest_repr,
};

// ---- constructors ------------------------------------------------------------------------------

#define DIGEST_PLAIN(X)                                                                            \
    X(md5, DIGEST_MD5)                                                                             \
    X(sha1, DIGEST_SHA1)                                                                           \
    X(sha224, DIGEST_SHA224)                                                                       \
    X(sha256, DIGEST_SHA256)                                                                       \
    X(sha384, DIGEST_SHA384)                                                                       \
    X(sha512, DIGEST_SHA512)                                                                       \
    X(sha3_224, DIGEST_SHA3_224)                                                                   \
    X(sha3_256, DIGEST_SHA3_256)                                                                   \
    X(sha3_384, DIGEST_SHA3_384)                                                                   \
    X(sha3_512, DIGEST_SHA3_512)                                                                   \
    X(shake_128, DIGEST_SHAKE_128)                                                                 \
    X(shake_256, DIGEST_SHAKE_256)

#define X(name, kind)                                                                              \
    static Value hashlib_##name(Vm *vm, Value *a) {                                                \
        Digest d;                                                                                  \
        digest_start(&d, kind);                                                                    \
        return digest_make(vm, &d, a[0], a[2]);                                                    \
    }
DIGEST_PLAIN(X)
#undef X

// Up to `most` bytes of a parameter. Returns how many, or -1: raised.
static int64_t blake2_bytes(Vm *vm, Value v, uint8_t *out, uint32_t most, const char *what) {
    ByteSpan s;
    if (!bytes_like_or_raise(vm, v, &s)) { return -1; }
    if (s.n > most) {
        raise_error(vm, EXC_ValueError, "maximum %s length is %u bytes", what, most);
        return -1;
    }
    if (s.n) { memcpy(out, s.p, s.n); }
    return s.n;
}

// BLAKE2's numbers, checked by blake2.py, come as one tuple in the order of Blake2Params.
static Value hashlib_blake2(Vm *vm, Value *a) {
    enum { KIND, KEY, SALT, PERSON, NUMBERS };
    enum { SIZE, FANOUT, DEPTH, LEAF_SIZE, NODE_OFFSET, NODE_DEPTH, INNER_SIZE, LAST, N_NUMBERS };
    bool s = a[KIND] == int_value(1);
    Blake2Params p = {0};
    uint64_t n[N_NUMBERS];
    if (!is_tagged(vm, a[NUMBERS], T_TUPLE) || as_tuple(vm, a[NUMBERS])->h.n != N_NUMBERS) {
        return raise_error(vm, EXC_TypeError, "BLAKE2 takes a tuple of %d numbers", N_NUMBERS);
    }
    for (uint32_t i = 0; i < N_NUMBERS; i++) {
        Value v = as_tuple(vm, a[NUMBERS])->items[i];
        uint32_t limbs = 2;
        uint64_t one;
        bool negative = false;
        const uint64_t *m =
            isinstance_int(vm, v) ? int_magnitude(vm, v, &one, &limbs, &negative) : NULL;
        if (!m || limbs > 1 || negative) {
            return raise_error(vm, EXC_OverflowError, "BLAKE2 parameter out of range");
        }
        n[i] = limbs ? *m : 0;
    }
    p.size = (uint8_t)n[SIZE], p.fanout = (uint8_t)n[FANOUT], p.depth = (uint8_t)n[DEPTH];
    p.leaf_size = (uint32_t)n[LEAF_SIZE], p.node_offset = n[NODE_OFFSET];
    p.node_depth = (uint8_t)n[NODE_DEPTH], p.inner_size = (uint8_t)n[INNER_SIZE];
    p.last_node = n[LAST] != 0;
    DigestKind kind = s ? DIGEST_BLAKE2S : DIGEST_BLAKE2B;
    uint32_t room = s ? 8 : 16, most = digest_info[kind].size;
    if (p.size == 0 || p.size > most) {
        return raise_error(vm, EXC_ValueError, "BLAKE2 parameter out of range");
    }
    int64_t key_len = blake2_bytes(vm, a[KEY], p.key, most, "key");
    TRY(key_len >= 0);
    p.key_len = (uint8_t)key_len;
    TRY(blake2_bytes(vm, a[SALT], p.salt, room, "salt") >= 0);
    TRY(blake2_bytes(vm, a[PERSON], p.person, room, "person") >= 0);
    Digest d;
    TRY(native_charge(vm, 16));
    digest_start_blake2(&d, kind, &p);
    return digest_new(vm, &d);
}

// ---- PBKDF2 (RFC 8018) with HMAC (RFC 2104) ----------------------------------------------------

typedef struct Hmac {
    Digest inner, outer; // with the key's block hashed
} Hmac;

static bool hmac_start(Vm *vm, Hmac *h, DigestKind kind, ByteSpan key) {
    uint8_t block[DIGEST_MAX_BLOCK] = {0};
    uint32_t n = digest_info[kind].block;
    digest_start(&h->inner, kind);
    if (key.n > n) {
        if (!digest_feed(vm, &h->inner, key)) { return false; }
        digest_finish(&h->inner, block, digest_info[kind].size);
        digest_start(&h->inner, kind);
    } else if (key.n) {
        memcpy(block, key.p, key.n);
    }
    digest_start(&h->outer, kind);
    for (uint32_t i = 0; i < n; i++) { block[i] ^= 0x36; }
    digest_update(&h->inner, block, n);
    for (uint32_t i = 0; i < n; i++) { block[i] ^= 0x36 ^ 0x5c; }
    digest_update(&h->outer, block, n);
    return true;
}

// Ends an HMAC of which `inner` has hashed the message.
static void hmac_finish(const Hmac *h, Digest *inner, uint8_t *out) {
    Digest outer = h->outer;
    digest_finish(inner, out, inner->size);
    digest_update(&outer, out, outer.size);
    digest_finish(&outer, out, outer.size);
}

// One block of the derived key.
static bool pbkdf2_block(Vm *vm, const Hmac *h, ByteSpan salt, int64_t rounds, uint32_t index,
                         uint8_t *out) {
    uint8_t be[4] = {(uint8_t)(index >> 24), (uint8_t)(index >> 16), (uint8_t)(index >> 8),
                     (uint8_t)index};
    uint8_t u[DIGEST_MAX_SIZE];
    uint32_t size = h->inner.size;
    Digest inner = h->inner;
    if (!digest_feed(vm, &inner, salt)) { return false; }
    digest_update(&inner, be, sizeof be);
    hmac_finish(h, &inner, u);
    memcpy(out, u, size);
    for (int64_t i = 1; i < rounds; i++) {
        if (!native_charge(vm, PBKDF2_ROUND_STEPS)) { return false; }
        inner = h->inner;
        digest_update(&inner, u, size);
        hmac_finish(h, &inner, u);
        for (uint32_t k = 0; k < size; k++) { out[k] ^= u[k]; }
    }
    return true;
}

static Value hashlib_pbkdf2(Vm *vm, Value *a) {
    enum { KIND, PASSWORD, SALT, ROUNDS, LENGTH };
    int64_t kind = int_clamp_i64(vm, a[KIND]), rounds = int_clamp_i64(vm, a[ROUNDS]);
    int64_t want = int_clamp_i64(vm, a[LENGTH]);
    ByteSpan password, salt;
    TRY(bytes_like_or_raise(vm, a[PASSWORD], &password) && bytes_like_or_raise(vm, a[SALT], &salt));
    if (kind < 0 || kind >= DIGEST_COUNT || digest_info[kind].size == 0) {
        return raise_error(vm, EXC_ValueError, "[Provider routines] xof digests not allowed");
    }
    if (rounds < 1) {
        return raise_error(vm, EXC_ValueError, "iteration value must be greater than 0.");
    }
    if (rounds > INT32_MAX) {
        return raise_error(vm, EXC_OverflowError, "iteration value is too great.");
    }
    if (want < 1) { return raise_error(vm, EXC_ValueError, "key length must be greater than 0."); }
    if (want > INT32_MAX) { return raise_error(vm, EXC_OverflowError, "key length is too great."); }
    Bytes *out = bytes_alloc(vm, (uint64_t)want);
    TRY(out);
    Hmac h;
    uint8_t block[DIGEST_MAX_SIZE];
    TRY(hmac_start(vm, &h, (DigestKind)kind, password));
    uint32_t size = digest_info[kind].size, len = (uint32_t)want;
    for (uint32_t at = 0, i = 1; at < len; at += size, i++) {
        TRY(native_charge(vm, PBKDF2_ROUND_STEPS) && pbkdf2_block(vm, &h, salt, rounds, i, block));
        memcpy(out->data + at, block, min_u32(size, len - at));
    }
    return ptr_value(vm, out);
}

// ---- the module --------------------------------------------------------------------------------

static bool hashlib_init(Vm *vm, Value dict) {
    static const struct {
        const char *name;
        TypeTag tag;
    } classes[] = {{"HASH", T_DIGEST}, {"HASHXOF", T_DIGEST_XOF}};
    for (uint32_t i = 0; i < COUNT_OF(classes); i++) {
        Value key = intern_bytes(vm, classes[i].name, (uint32_t)strlen(classes[i].name));
        Value type = vm->types[classes[i].tag];
        if (key == V_RAISED || !dict_set_str(vm, as_dict(vm, dict), key, type)) { return false; }
    }
    return true;
}

#define X(name, kind)                                                                              \
    LEAF("openssl_" #name,                                                                         \
         "data: buffer=UNBOUND, *, usedforsecurity: bool=True, string: buffer=UNBOUND",            \
         hashlib_##name, "Begins a digest by " #name "."),

static const NativeDef hashlib_functions[] = {
    DIGEST_PLAIN(X) //
    LEAF("blake2", "s: buffer, key: buffer, salt: buffer, person, numbers, /", hashlib_blake2,
         "A BLAKE2s (s is 1) or BLAKE2b hash object."),
    LEAF("pbkdf2", "kind: int, password: buffer, salt: buffer, rounds: index, length: index, /",
         hashlib_pbkdf2, "Key derivation of RFC 8018 with HMAC of the kind with that number."),
    NATIVE_END,
};
#undef X

const ModuleDef hashlib_module = {"_hashlib", "Hash functions and what is made of them.",
                                  hashlib_functions, hashlib_init};
