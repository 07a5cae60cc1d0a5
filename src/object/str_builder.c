// str_builder.c: a text under construction. The BLOB has SB_HEADER bytes in front of the text, as
// many as a Str has between its header and its text: when little room is left over, the blob itself
// becomes the str and nothing is copied.
#include "base/utf8.h"
#include "object/int.h"
#include "object/str.h"

enum { SB_MIN_CAP = 48 };

bool sb_grow(StrBuilder *b, uint64_t more) {
    uint64_t need = b->len + more, cap = SB_MIN_CAP;
    if (is_ref(b->blob)) {
        cap = 2 * ((uint64_t)((const Blob *)ref_ptr(b->vm, b->blob))->h.n - SB_SPARE);
    } else if (b->few_cap) {
        cap = 2 * (uint64_t)b->few_cap;
    }
    if (cap < need) { cap = need; }
    Blob *blob = heap_new_raw(b->vm, T_BLOB, cap + SB_SPARE);
    if (!blob || !native_charge(b->vm, cap / 64)) { return false; }
    memset(blob->data, 0, SB_HEADER);
    if (b->len) { memcpy(blob->data + SB_HEADER, sb_text(b), b->len); }
    // What is not text yet must still be the same bytes on every run of a dumped machine.
    memset(blob->data + SB_HEADER + b->len, 0, (size_t)(cap + 8 - b->len));
    b->blob = ptr_value(b->vm, blob);
    return true;
}

bool sb_put_cstr(StrBuilder *b, const char *text) { return sb_put(b, text, strlen(text)); }

bool sb_put_fill(StrBuilder *b, uint32_t cp, uint64_t count) {
    if (count == 0) { return true; }
    if (count > UINT32_MAX) { count = UINT32_MAX; } // more than any heap: refused below
    uint32_t width = utf8_size(cp);
    if (!sb_reserve(b, count * width)) { return false; }
    char *out = sb_text(b) + b->len;
    if (width == 1) {
        memset(out, (int)cp, (size_t)count);
    } else {
        for (uint64_t i = 0; i < count; i++) { out += utf8_encode(out, cp); }
    }
    b->len += (uint32_t)(count * width);
    return true;
}

bool sb_put_str(StrBuilder *b, Value str) {
    if (!is_tagged(b->vm, str, T_STR)) { // out of a forged slot
        raise_stop(b->vm, STOP_CORRUPT);
        return false;
    }
    const Str *s = as_str(b->vm, str);
    return sb_put(b, s->data, s->h.n);
}

bool sb_put_int(StrBuilder *b, int64_t n) {
    char digits[20], *at = digits + sizeof digits;
    uint64_t m = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do { *--at = (char)('0' + m % 10); } while (m /= 10);
    if (n < 0) { *--at = '-'; }
    return sb_put(b, at, (uint64_t)(digits + sizeof digits - at));
}

bool sb_put_hex(StrBuilder *b, uint32_t n, uint32_t digits) {
    char out[8];
    for (uint32_t i = digits; i > 0; i--, n >>= 4) { out[i - 1] = "0123456789abcdef"[n & 15]; }
    return sb_put(b, out, digits);
}

// The blob becomes a Str: the types have the same room, only the header's meaning changes.
static Value sb_convert(StrBuilder *b, bool ascii) {
    Str *s = ref_ptr(b->vm, b->blob);
    s->h.type = T_STR;
    s->h.n = b->len;
    s->hash = 0;
    uint32_t used = (uint32_t)sizeof(Obj) + SB_HEADER + b->len;
    memset((char *)s + used, 0, obj_size(&s->h) - used);
    if (!ascii) { return str_finish(b->vm, s); }
    s->len = b->len;
    return ptr_value(b->vm, s);
}

static Value sb_finish_as(StrBuilder *b, bool ascii) {
    if (b->len <= 1) { return str_new(b->vm, b->len ? sb_text(b) : "", b->len); }
    if (is_ref(b->blob)) {
        const Blob *blob = ref_ptr(b->vm, b->blob);
        uint64_t have = heap_charge_of(obj_size(&blob->h));
        uint64_t want = heap_charge_of(layout_size(T_STR, b->len, false));
        bool convertible = !(blob->h.flags & OBJ_FROZEN);
        if (convertible && have - have / 4 <= want) { return sb_convert(b, ascii); }
    }
    return ascii ? str_new_counted(b->vm, sb_text(b), b->len, b->len)
                 : str_new(b->vm, sb_text(b), b->len);
}

Value sb_finish(StrBuilder *b) { return sb_finish_as(b, false); }
Value sb_finish_ascii(StrBuilder *b) { return sb_finish_as(b, true); }

bool sb_from_slots(Vm *vm, const Frame *f, int slot, StrBuilder *b) {
    *b = str_builder(vm);
    if (!is_ref(f->slot[slot])) { return true; }
    uint64_t len = index_of(f->slot[slot + 1]);
    const Blob *blob = slot_obj(vm, f, slot, T_BLOB);
    if (!blob) { return false; }
    if (len + SB_SPARE > blob->h.n) { return raise_stop(vm, STOP_CORRUPT) != V_RAISED; }
    b->blob = f->slot[slot];
    b->len = (uint32_t)len;
    return true;
}
