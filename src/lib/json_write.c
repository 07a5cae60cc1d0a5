// json_write.c: objects to JSON text, in one pass without recursion.
//
// The text grows in a StrBuilder's blob, into which the writer stores directly: `at` is where the
// next byte goes, `limit` the end of the room it has asked for. Open containers stand on a small
// stack. Only what needs no guest code is written; for the rest (foreign types, subclasses with
// their own items(), errors and their notes, deep nesting) the answer is NotImplemented, and the
// Python encoder does the whole again.
#include "lib/json.h"

#include "base/dtoa.h"
#include "base/utf8.h"
#include "base/wide.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/list_sort.h"
#include "object/tuple.h"

enum { JSON_DEPTH = 160 };

typedef struct JsonLevel {
    Value v;
    const Value *items; // list, tuple; sorted pairs of a dict
    uint32_t n, at;
    bool is_dict, sorted, first;
} JsonLevel;

typedef struct JsonWriter {
    StrBuilder b;
    char *at, *limit;
    const JsonStyle *style;
    uint32_t depth;
    JsonLevel level[JSON_DEPTH];
} JsonWriter;

// ---- text --------------------------------------------------------------------------------------

static NX_NOINLINE bool writer_grow(JsonWriter *w, uint64_t n) {
    uint32_t len = w->at ? (uint32_t)(w->at - sb_text(&w->b)) : 0;
    uint64_t more = n > len ? n : len;
    w->b.len = len;
    if (!native_charge(w->b.vm, more / 16) || !sb_reserve(&w->b, more + 64)) { return false; }
    w->at = sb_text(&w->b) + len;
    w->limit = w->at + more + 64;
    return true;
}

static inline bool writer_room(JsonWriter *w, uint64_t n) {
    return NX_LIKELY((uint64_t)(w->limit - w->at) >= n) || writer_grow(w, n);
}

static bool writer_put(JsonWriter *w, const char *text, uint64_t n) {
    if (!writer_room(w, n)) { return false; }
    memcpy(w->at, text, (size_t)n);
    w->at += n;
    return true;
}

static bool writer_put_str(JsonWriter *w, Value str) {
    const Str *s = as_str(w->b.vm, str);
    return writer_put(w, s->data, s->h.n);
}

static inline bool json_stands_for_itself(uint8_t c, bool ascii) {
    return c >= 0x20 && c != '"' && c != '\\' && (!ascii || c < 0x7F);
}

// Bit 7 of each of eight bytes that does not stand for itself; only the lowest of these bits is to
// be trusted, and whether there is one.
static inline uint64_t json_escapes(uint64_t w, bool ascii) {
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
    uint64_t special =
        ((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((w - ones * 0x20) & ~w);
    if (ascii) { special |= w | ((w & ~high) + ones); } // also 0x7F and above
    return special & high;
}

static char *json_put_hex(char *at, uint32_t unit) {
    static const char hex[] = "0123456789abcdef";
    *at++ = '\\';
    *at++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) { *at++ = hex[unit >> shift & 15]; }
    return at;
}

// One character that does not stand for itself, into a room of 12 bytes; returns its size.
static uint32_t writer_escape(JsonWriter *w, const char *text, bool ascii) {
    static const char letters[] = "btnvfr";
    uint32_t size = 1, cp = (uint8_t)*text;
    if (cp == '"' || cp == '\\') {
        *w->at++ = '\\';
        *w->at++ = (char)cp;
    } else if (cp >= 8 && cp <= 13 && cp != 11) {
        *w->at++ = '\\';
        *w->at++ = letters[cp - 8];
    } else if (cp < 0x80) {
        w->at = json_put_hex(w->at, cp);
    } else {
        cp = utf8_decode(text, &size);
        NX_ASSERT(ascii);
        if (cp >= 0x10000) {
            w->at = json_put_hex(w->at, 0xD800 + ((cp - 0x10000) >> 10));
            cp = 0xDC00 | ((cp - 0x10000) & 0x3FF);
        }
        w->at = json_put_hex(w->at, cp);
    }
    (void)ascii;
    return size;
}

// Copies what stands for itself into a room of at least end - p + 8 bytes.
static const char *writer_copy_plain(JsonWriter *w, const char *p, const char *end, bool ascii) {
    char *at = w->at;
    while (end - p >= 8) {
        uint64_t word, escapes;
        memcpy(&word, p, 8);
        memcpy(at, p, 8);
        escapes = json_escapes(word, ascii);
        uint32_t n = escapes ? wide_ctz(escapes) / 8 : 8;
        at += n;
        p += n;
        if (escapes) {
            w->at = at;
            return p;
        }
    }
    while (p < end && json_stands_for_itself((uint8_t)*p, ascii)) { *at++ = *p++; }
    w->at = at;
    return p;
}

static bool writer_put_string(JsonWriter *w, const Str *s, bool ascii) {
    const char *p = s->data, *end = p + s->h.n;
    if (!writer_room(w, (uint64_t)s->h.n + 16)) { return false; }
    *w->at++ = '"';
    while ((p = writer_copy_plain(w, p, end, ascii)) < end) {
        p += writer_escape(w, p, ascii);
        if (!writer_room(w, (uint64_t)(end - p) + 16)) { return false; }
    }
    *w->at++ = '"';
    return true;
}

static bool writer_put_int(JsonWriter *w, int64_t n) {
    char digits[20], *at = digits + sizeof digits;
    uint64_t m = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do { *--at = (char)('0' + m % 10); } while (m /= 10);
    if (n < 0) { *--at = '-'; }
    return writer_put(w, at, (uint64_t)(digits + sizeof digits - at));
}

static bool writer_indent(JsonWriter *w, uint32_t depth) {
    if (w->style->indent == V_NONE) { return true; }
    if (!writer_put(w, "\n", 1)) { return false; }
    const Str *s = as_str(w->b.vm, w->style->indent);
    if (!writer_room(w, (uint64_t)depth * s->h.n)) { return false; }
    for (; depth > 0; depth--) {
        memcpy(w->at, s->data, s->h.n);
        w->at += s->h.n;
    }
    return true;
}

// ---- values ------------------------------------------------------------------------------------

enum { JSON_RAISED, JSON_DONE, JSON_FOREIGN };

static int json_put_float(JsonWriter *w, double d) {
    if (!writer_room(w, DTOA_REPR_SIZE)) { return JSON_RAISED; }
    if (d - d != 0) { // inf, nan
        if (!w->style->allow_nan) { return JSON_FOREIGN; }
        return d != d ? writer_put(w, "NaN", 3)
                      : writer_put(w, d < 0 ? "-Infinity" : "Infinity", d < 0 ? 9 : 8);
    }
    w->at += dtoa_repr(w->at, d);
    return JSON_DONE;
}

// What is no container.
static int json_put_scalar(JsonWriter *w, Value v) {
    Vm *vm = w->b.vm;
    if (is_int(v)) { return writer_put_int(w, int_of(v)); }
    if (is_double(v)) { return json_put_float(w, double_of(v)); }
    if (v == V_NONE) { return writer_put(w, "null", 4); }
    if (v == V_TRUE) { return writer_put(w, "true", 4); }
    if (v == V_FALSE) { return writer_put(w, "false", 5); }
    if (!is_ref(v)) { return JSON_FOREIGN; }
    switch (as_obj(vm, v)->type) {
    case T_STR: return writer_put_string(w, as_str(vm, v), w->style->ascii);
    case T_FLOAT: return json_put_float(w, float_of(vm, v));
    case T_INT: {
        Value text = int_to_str(vm, v, 10);
        return text != V_RAISED && writer_put_str(w, text);
    }
    default: return JSON_FOREIGN;
    }
}

// A key in quotes; JSON_FOREIGN: it cannot be one.
static int json_put_key(JsonWriter *w, Value key) {
    if (is_tagged(w->b.vm, key, T_STR)) { return json_put_scalar(w, key); }
    if (!writer_put(w, "\"", 1)) { return JSON_RAISED; }
    int r = json_put_scalar(w, key);
    return r == JSON_DONE ? writer_put(w, "\"", 1) : r;
}

static bool json_is_key(Vm *vm, Value v) {
    if (!is_ref(v)) { return is_int(v) || is_double(v) || is_bool(v) || v == V_NONE; }
    uint8_t type = as_obj(vm, v)->type;
    return type == T_STR || type == T_INT || type == T_FLOAT;
}

// The entries of a dict as pairs in the order of their keys, which must be strs.
static int json_sort(JsonWriter *w, JsonLevel *l, const Dict *d) {
    Vm *vm = w->b.vm;
    Values *pairs = heap_new(vm, T_VALUES, 2 * (uint64_t)d->h.n);
    if (!pairs) { return JSON_RAISED; }
    uint32_t pos = 0, n = 0;
    for (Value key, value; dict_next(vm, d, &pos, &key, &value); n += 2) {
        if (!is_str(vm, key)) { return JSON_FOREIGN; }
        pairs->items[n] = key;
        pairs->items[n + 1] = value;
    }
    if (!list_sort_by_str(vm, pairs, n / 2)) { return JSON_RAISED; }
    l->items = pairs->items;
    l->sorted = true;
    return JSON_DONE;
}

static int json_enter(JsonWriter *w, Value v) {
    Vm *vm = w->b.vm;
    const Obj *o = as_obj(vm, v);
    bool is_dict = o->type == T_DICT;
    if (is_dict && o->ext && !keeps_builtin(vm, v, N_items)) { return JSON_FOREIGN; }
    if (o->n == 0) { return writer_put(w, is_dict ? "{}" : "[]", 2); }
    if (w->depth == JSON_DEPTH) { return JSON_FOREIGN; }
    for (uint32_t i = 0; w->style->check_circular && i < w->depth; i++) {
        if (w->level[i].v == v) { return JSON_FOREIGN; }
    }
    JsonLevel *l = &w->level[w->depth++];
    *l = (JsonLevel){.v = v, .n = o->n, .is_dict = is_dict, .first = true};
    if (is_dict && w->style->sort_keys) {
        int r = json_sort(w, l, as_dict(vm, v));
        if (r != JSON_DONE) { return r; }
    } else if (!is_dict) {
        l->items = seq_items(vm, v, &l->n);
    }
    return writer_put(w, is_dict ? "{" : "[", 1);
}

static bool json_separate(JsonWriter *w, JsonLevel *l) {
    if (!l->first && !writer_put_str(w, w->style->item_separator)) { return false; }
    l->first = false;
    return writer_indent(w, w->depth);
}

static bool json_next_member(Vm *vm, JsonLevel *l, Value *key, Value *value) {
    if (!l->sorted) { return dict_next(vm, as_dict(vm, l->v), &l->at, key, value); }
    if (l->at == l->n) { return false; }
    *key = l->items[2 * l->at];
    *value = l->items[2 * l->at++ + 1];
    return true;
}

static bool json_leave(JsonWriter *w, const JsonLevel *l) {
    w->depth--;
    if (!l->first && !writer_indent(w, w->depth)) { return false; }
    return writer_put(w, l->is_dict ? "}" : "]", 1);
}

// Gets to the next value of the innermost container: *v is V_UNBOUND when it ended.
static int json_advance(JsonWriter *w, Value *v) {
    Vm *vm = w->b.vm;
    JsonLevel *l = &w->level[w->depth - 1];
    Value key;
    *v = V_UNBOUND;
    if (!l->is_dict) {
        if (l->at == l->n) { return json_leave(w, l); }
        *v = l->items[l->at++];
        return json_separate(w, l);
    }
    do {
        if (!json_next_member(vm, l, &key, v)) {
            *v = V_UNBOUND;
            return json_leave(w, l);
        }
        if (!json_is_key(vm, key) && !w->style->skip_keys) { return JSON_FOREIGN; }
    } while (!json_is_key(vm, key));
    if (!json_separate(w, l)) { return JSON_RAISED; }
    int r = json_put_key(w, key);
    return r == JSON_DONE ? writer_put_str(w, w->style->key_separator) : r;
}

static int json_put_value(JsonWriter *w, Value v) {
    if (is_ref(v)) {
        uint8_t type = as_obj(w->b.vm, v)->type;
        if (type == T_LIST || type == T_TUPLE || type == T_DICT) { return json_enter(w, v); }
    }
    return json_put_scalar(w, v);
}

static Value json_end(JsonWriter *w, int r) {
    if (r != JSON_DONE) { return r == JSON_FOREIGN ? V_NOTIMPL : V_RAISED; }
    w->b.len = (uint32_t)(w->at - sb_text(&w->b));
    return sb_finish(&w->b);
}

static void writer_init(JsonWriter *w, Vm *vm, const JsonStyle *style) {
    w->b = str_builder(vm);
    w->at = w->limit = NULL;
    w->style = style;
    w->depth = 0;
}

Value json_write(Vm *vm, Value v, const JsonStyle *style) {
    JsonWriter w;
    writer_init(&w, vm, style);
    TRY(writer_grow(&w, 64));
    int r = json_put_value(&w, v);
    while (r == JSON_DONE && w.depth > 0) {
        r = json_advance(&w, &v);
        if (r == JSON_DONE && v != V_UNBOUND) { r = json_put_value(&w, v); }
    }
    return json_end(&w, r);
}

Value json_quote(Vm *vm, Value str, bool ascii) {
    static const JsonStyle style = {0};
    JsonWriter w;
    writer_init(&w, vm, &style);
    TRY(writer_grow(&w, 64));
    return json_end(&w, writer_put_string(&w, as_str(vm, str), ascii));
}
