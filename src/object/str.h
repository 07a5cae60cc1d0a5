// str.h: text. See heap/object.h for the layout (UTF-8, length in code points).
#ifndef NX_OBJECT_STR_H
#define NX_OBJECT_STR_H

#include "base/utf8.h"
#include "rt/typedef.h"

static inline Str *as_str(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_STR));
    return ref_ptr(vm, v);
}
static inline bool is_str(Vm *vm, Value v) { return is_exact(vm, v, T_STR); }
static inline bool isinstance_str(Vm *vm, Value v) { return is_tagged(vm, v, T_STR); }
static inline bool str_is_ascii(const Str *s) { return s->len == s->h.n; }

// A new str of bytes that are text already (surrogates as three bytes each). V_RAISED: no memory.
NX_INTERNAL Value str_new(Vm *vm, const char *text, uint64_t n_bytes);
NX_INTERNAL Value str_new_cstr(Vm *vm, const char *text);
// The same of a text whose number of code points is known.
NX_INTERNAL Value str_new_counted(Vm *vm, const char *text, uint32_t n_bytes, uint32_t len);
// Room for n_bytes, to be filled at once; then str_finish counts code points. NULL: raised. Charges
// a step per 64 bytes.
NX_INTERNAL Str *str_alloc(Vm *vm, uint64_t n_bytes);
NX_INTERNAL Value str_finish(Vm *vm, Str *s);
NX_INTERNAL Value str_from_char(Vm *vm, uint32_t cp); // ASCII and Latin-1 ones are shared

// The character at a byte offset, and its size.
static inline uint32_t str_char_at(const Str *s, uint32_t at, uint32_t *size) {
    uint8_t c = (uint8_t)s->data[at];
    *size = 1;
    return NX_LIKELY(c < 0x80) ? c : utf8_decode(s->data + at, size);
}
NX_INTERNAL uint32_t str_hash(Vm *vm, Str *s); // cached in the object; 0 only for ''
NX_INTERNAL bool str_equal(const Str *a, const Str *b);
// The first eight bytes, the first one uppermost; the text has one at least.
static inline uint64_t str_first8(const Str *s) {
    const uint8_t *p = (const uint8_t *)s->data;
    return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 |
           (uint64_t)p[3] << 32 | (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
           (uint64_t)p[6] << 8 | p[7];
}
NX_INTERNAL int str_compare_rest(const Str *a, const Str *b); // texts that share 8 bytes or more
// By code points: -1, 0, 1. The first eight bytes, as one number each, mostly decide.
static inline int str_compare(const Str *a, const Str *b) {
    uint32_t n = a->h.n < b->h.n ? a->h.n : b->h.n;
    if (n > 0) {
        uint32_t cut = n < 8 ? (8 - n) * 8 : 0; // objects are multiples of 8 bytes: none is beyond
        uint64_t x = str_first8(a) >> cut, y = str_first8(b) >> cut;
        if (x != y) { return x < y ? -1 : 1; }
        if (n > 8) { return str_compare_rest(a, b); }
    }
    return (a->h.n > b->h.n) - (a->h.n < b->h.n);
}
NX_INTERNAL Value str_concat(Vm *vm, Value a, Value b);
// The same for s += t on a local variable: the result is STR_OWNED and has room to grow, unless it is
// short, and an `a` that is owned grows where it stands. So a text made by many appends costs what
// is appended. Before anything else gets hold of such a text, str_share must be called.
NX_INTERNAL Value str_append(Vm *vm, Value a, Value b);
static inline void str_share(Vm *vm, Value v) {
    if (is_ref(v)) {
        Obj *o = ref_ptr(vm, v);
        if (o->type == T_STR && o->small & STR_OWNED) { o->small &= (uint8_t)~STR_OWNED; }
    }
}
// All items in a row; each must be a str (f-strings).
NX_INTERNAL Value str_concat_all(Vm *vm, const Value *items, uint32_t n);
NX_INTERNAL Value str_substring(Vm *vm, Value s, uint32_t from, uint32_t to); // code points
// The text between two byte offsets, both at code points.
NX_INTERNAL Value str_slice_bytes(Vm *vm, const Str *s, uint32_t from, uint32_t to);
NX_INTERNAL bool str_equals_cstr(const Str *s, const char *text);
// The same text as an exact str: v itself unless it is an instance of a subclass.
NX_INTERNAL Value str_exact(Vm *vm, Value v);
// str(v) and repr(v) when that needs no guest code, else V_UNBOUND.
NX_INTERNAL Value str_of_leaf(Vm *vm, Value v);
NX_INTERNAL Value repr_of_leaf(Vm *vm, Value v);
NX_INTERNAL Value repr_by_slot(Vm *vm, Value v); // the same of what is an object
NX_INTERNAL const char *singleton_text(Value v); // "None" and its like; NULL

// A growing text under construction. It lives in the guest heap as a BLOB, so that it may be kept
// in a slot of a steps native (`b.blob`, `b.len`); on the C stack it is valid until the next
// safepoint. All functions return false when memory is short.
typedef struct StrBuilder {
    Vm *vm;
    Value blob; // Blob, or V_NONE
    uint32_t len, few_cap;
    char *few; // memory of the caller's for short texts; of few_cap 0 just some address, not NULL
} StrBuilder;

enum { SB_HEADER = 8 }; // bytes in front of the text, so that the blob can become a Str as it is

static inline StrBuilder str_builder(Vm *vm) { return (StrBuilder){vm, V_NONE, 0, 0, (char *)vm}; }
enum { SB_FEW = 128 }; // bytes for texts that are made on the C stack
// One that begins in `few`, which lives longer: its text cannot be kept in slots.
static inline StrBuilder str_builder_on(Vm *vm, char *few, uint32_t cap) {
    return (StrBuilder){vm, V_NONE, 0, cap, few};
}
// The text so far.
static inline char *sb_text(const StrBuilder *b) {
    if (!is_ref(b->blob)) { return b->few; }
    return (char *)((Blob *)ref_ptr(b->vm, b->blob))->data + SB_HEADER;
}
enum { SB_SPARE = SB_HEADER + 8 }; // bytes of the blob that never hold text
NX_INTERNAL bool sb_grow(StrBuilder *b, uint64_t more);
static inline bool sb_reserve(StrBuilder *b, uint64_t more) {
    if (NX_LIKELY(is_ref(b->blob))) {
        const Blob *blob = ref_ptr(b->vm, b->blob);
        if (NX_LIKELY(b->len + more + SB_SPARE <= blob->h.n)) { return true; }
    } else if (b->few && b->len + more <= b->few_cap) {
        return true;
    }
    return sb_grow(b, more);
}
static inline bool sb_put(StrBuilder *b, const char *text, uint64_t n_bytes) {
    if (NX_UNLIKELY(!sb_reserve(b, n_bytes))) { return false; }
    memcpy(sb_text(b) + b->len, text, (size_t)n_bytes);
    b->len += (uint32_t)n_bytes;
    return true;
}
static inline bool sb_put_char(StrBuilder *b, uint32_t cp) {
    if (NX_UNLIKELY(!sb_reserve(b, UTF8_MAX_SIZE))) { return false; }
    b->len += utf8_encode(sb_text(b) + b->len, cp);
    return true;
}
NX_INTERNAL bool sb_put_cstr(StrBuilder *b, const char *text);
NX_INTERNAL bool sb_put_fill(StrBuilder *b, uint32_t cp, uint64_t count);
NX_INTERNAL bool sb_put_str(StrBuilder *b, Value str);
NX_INTERNAL bool sb_put_int(StrBuilder *b, int64_t n);
NX_INTERNAL bool sb_put_hex(StrBuilder *b, uint32_t n, uint32_t digits); // lower case
NX_INTERNAL Value sb_finish(StrBuilder *b);       // the str; V_RAISED. The builder is used up
NX_INTERNAL Value sb_finish_ascii(StrBuilder *b); // the same of a text that is known to be ASCII
// A builder kept in two slots of a steps native, blob and length; false: they hold no such thing.
NX_INTERNAL bool sb_from_slots(Vm *vm, const Frame *f, int slot, StrBuilder *b);

// Python's quoting: repr(str). Leaf. (`ascii_only`: ascii(str).)
NX_INTERNAL bool sb_put_repr(StrBuilder *b, Value str, bool ascii_only);
// The same text with everything beyond ASCII as escapes: what ascii() does to a repr.
NX_INTERNAL Value str_ascii_escapes(Vm *vm, Value str);

// The number of code points that slice/index arguments refer to is s->len; this maps one to bytes.
NX_INTERNAL uint32_t str_byte_offset(Vm *vm, const Str *s, uint32_t index);
// The other way round: code points before a byte offset, which is that of one.
NX_INTERNAL uint32_t str_index_at(Vm *vm, const Str *s, uint32_t byte);

extern const TypeDef str_type, str_iter_type, str_ascii_iter_type;

#endif
