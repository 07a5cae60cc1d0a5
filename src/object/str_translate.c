// str_translate.c: str.translate and its tables. With a dict of plain keys the work is done at
// once; any other table is asked for each character with table[ord(c)].
#include "base/utf8.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/str_inner.h"

// Writes what the table gave for a character. False: raised.
static bool translate_put(StrBuilder *b, Value v) {
    if (v == V_NONE) { return true; }
    if (isinstance_str(b->vm, v)) { return sb_put_str(b, v); }
    if (!isinstance_int(b->vm, v)) {
        return raise_false(b->vm, EXC_TypeError,
                           "character mapping must return integer, None or str");
    }
    int64_t cp = int_clamp_i64(b->vm, v);
    if (cp < 0 || cp > UTF8_MAX_CP) {
        return raise_false(b->vm, EXC_ValueError, "character mapping must be in range(0x110000)");
    }
    return sb_put_char(b, (uint32_t)cp);
}

// What the table says about characters: V_UNBOUND nothing, V_CALLING that guest code must compare
// keys. ASCII is asked about once.
typedef struct TranslateCache {
    const Dict *dict;
    uint8_t byte[256]; // what to write for a byte, an ASCII character; or TRANSLATE_*
    Value value[128];  // for TRANSLATE_OTHER
} TranslateCache;
enum { TRANSLATE_GONE = 0xFD, TRANSLATE_UNKNOWN = 0xFE, TRANSLATE_OTHER = 0xFF };

static Value translate_learn(Vm *vm, TranslateCache *c, uint32_t cp) {
    Value v = dict_get_leaf(vm, c->dict, int_value(cp));
    if (cp >= 128 || v == V_CALLING) { return v; }
    c->value[cp] = v;
    c->byte[cp] = TRANSLATE_OTHER;
    if (v == V_UNBOUND) { c->byte[cp] = (uint8_t)cp; }
    if (v == V_NONE) { c->byte[cp] = TRANSLATE_GONE; }
    if (index_of(v) < 128) { c->byte[cp] = (uint8_t)int_of(v); }
    if (is_str(vm, v) && as_str(vm, v)->h.n == 1) { c->byte[cp] = (uint8_t)as_str(vm, v)->data[0]; }
    return v;
}

// Characters from `at` on that one byte each, or nothing, is written for; where it stopped. The builder
// has room for all the rest of the text.
static uint32_t translate_run(const TranslateCache *c, const Str *s, uint32_t at, StrBuilder *b) {
    const uint8_t *p = (const uint8_t *)s->data + at, *end = (const uint8_t *)s->data + s->h.n;
    char *start = sb_text(b) + b->len, *to = start;
    for (; p < end; p++) {
        uint8_t byte = c->byte[*p];
        if (NX_UNLIKELY(byte >= TRANSLATE_UNKNOWN)) { break; }
        *to = (char)byte;
        to += byte != TRANSLATE_GONE;
    }
    b->len += (uint32_t)(to - start);
    return (uint32_t)(p - (const uint8_t *)s->data);
}

static Value translate_with_dict(Vm *vm, const Str *s, const Dict *d) {
    if (!native_charge(vm, s->h.n / 16)) { return V_RAISED; }
    StrBuilder b = str_builder(vm);
    TranslateCache cache;
    cache.dict = d;
    memset(cache.byte, TRANSLATE_UNKNOWN, sizeof cache.byte);
    for (uint32_t at = 0, size;; at += size) {
        TRY(sb_reserve(&b, (uint64_t)(s->h.n - at) + 1));
        at = translate_run(&cache, s, at, &b);
        if (at == s->h.n) { return sb_finish(&b); }
        uint32_t cp = utf8_decode(s->data + at, &size);
        bool known = cp < 128 && cache.byte[cp] != TRANSLATE_UNKNOWN;
        Value v = known ? cache.value[cp] : translate_learn(vm, &cache, cp);
        if (v == V_CALLING) { return v; }
        TRY(v == V_UNBOUND ? sb_put(&b, s->data + at, size) : translate_put(&b, v));
    }
}

enum { TRANSLATE_SELF, TRANSLATE_TABLE, TRANSLATE_BLOB, TRANSLATE_LEN, TRANSLATE_AT };
enum { TRANSLATE_START, TRANSLATE_GOT, TRANSLATE_MISSING };

// Asks for the character at TRANSLATE_AT.
static Value translate_ask(Vm *vm, Frame *f, const Str *s, uint32_t at, StrBuilder *b) {
    if (at >= s->h.n) { return sb_finish(b); }
    uint32_t size, cp = utf8_decode(s->data + at, &size);
    f->slot[TRANSLATE_BLOB] = b->blob;
    f->slot[TRANSLATE_LEN] = int_value(b->len);
    f->slot[TRANSLATE_AT] = int_value(at);
    native_catch(f, TRANSLATE_MISSING);
    return native_call2(vm, f, TRANSLATE_GOT, internal(vm, I_GETITEM), f->slot[TRANSLATE_TABLE],
                        int_value(cp));
}

Value str_translate_steps(Vm *vm, Frame *f) {
    const Str *s = as_str(vm, f->slot[TRANSLATE_SELF]);
    StrBuilder b = str_builder(vm);
    if (native_state(f) == TRANSLATE_START) {
        if (is_exact(vm, f->slot[TRANSLATE_TABLE], T_DICT)) {
            Value v = translate_with_dict(vm, s, as_dict(vm, f->slot[TRANSLATE_TABLE]));
            if (v != V_CALLING) { return v; }
        }
        return translate_ask(vm, f, s, 0, &b);
    }
    TRY(sb_from_slots(vm, f, TRANSLATE_BLOB, &b));
    uint64_t at = index_of(f->slot[TRANSLATE_AT]);
    if (at >= s->h.n) { return raise_stop(vm, STOP_CORRUPT); }
    uint32_t size = utf8_width((uint8_t)s->data[at]);
    if (native_state(f) == TRANSLATE_GOT) {
        TRY(translate_put(&b, f->result));
    } else if (isinstance_exc(vm, f->result, EXC_LookupError)) {
        TRY(sb_put(&b, s->data + at, size));
    } else {
        return raise_value(vm, f->result);
    }
    return translate_ask(vm, f, s, (uint32_t)at + size, &b);
}

// ---- maketrans ---------------------------------------------------------------------------------

static Value maketrans_from_dict(Vm *vm, const Dict *from, Dict *to, Value result) {
    uint32_t pos = 0, size;
    Value key, value;
    if (!native_charge(vm, from->h.n)) { return V_RAISED; }
    while (dict_next(vm, from, &pos, &key, &value)) {
        if (isinstance_str(vm, key)) {
            const Str *s = as_str(vm, key);
            if (s->len != 1) {
                return raise_error(vm, EXC_ValueError,
                                   "string keys in translatetable must be of length 1");
            }
            key = int_value(utf8_decode(s->data, &size));
        } else if (!isinstance_int(vm, key)) {
            return raise_error(vm, EXC_TypeError,
                               "keys in translate table mustbe strings or integers");
        }
        TRY(dict_set_leaf(vm, to, key, value) > 0);
    }
    return result;
}

static Value maketrans_from_strs(Vm *vm, Value *a, Dict *to, Value result) {
    const Str *x = as_str(vm, a[0]), *y = as_str(vm, a[1]);
    if (x->len != y->len) {
        return raise_error(vm, EXC_ValueError,
                           "the first two maketrans arguments must have equal length");
    }
    TRY(native_charge(vm, x->len) && dict_reserve(vm, to, x->len));
    for (uint32_t i = 0, k = 0, nx, ny; i < x->h.n; i += nx, k += ny) {
        Value key = int_value(utf8_decode(x->data + i, &nx));
        Value value = int_value(utf8_decode(y->data + k, &ny));
        TRY(dict_set_leaf(vm, to, key, value) > 0);
    }
    if (a[2] == V_UNBOUND) { return result; }
    const Str *z = as_str(vm, a[2]);
    TRY(native_charge(vm, z->len) && dict_reserve(vm, to, to->h.n + z->len));
    for (uint32_t i = 0, n; i < z->h.n; i += n) {
        TRY(dict_set_leaf(vm, to, int_value(utf8_decode(z->data + i, &n)), V_NONE) > 0);
    }
    return result;
}

Value str_maketrans(Vm *vm, Value *a) {
    Value result = dict_new(vm, 0);
    TRY_VALUE(result);
    Dict *to = as_dict(vm, result);
    if (a[1] == V_UNBOUND) {
        if (!is_exact(vm, a[0], T_DICT)) {
            return raise_error(vm, EXC_TypeError,
                               "if you give only one argument to maketrans it must be a dict");
        }
        return maketrans_from_dict(vm, as_dict(vm, a[0]), to, result);
    }
    if (!isinstance_str(vm, a[0])) {
        return raise_error(vm, EXC_TypeError,
                           "first maketrans argument must be a string if there "
                           "is a second argument");
    }
    return maketrans_from_strs(vm, a, to, result);
}
