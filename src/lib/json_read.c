// json_read.c: JSON text to objects, in one pass without recursion.
//
// Values that are complete but belong to an open container stand on a stack, a VALUES object that
// grows; below the items of each container stands a mark with its kind and where the one around it
// begins. When a container ends its items become a list or dict of exactly their number. Equal keys
// become one string, and an object with the keys of one that was read lately takes over that one's
// table: arrays of records are the common case.
#include "lib/json.h"

#include "base/dtoa.h"
#include "base/wide.h"
#include "base/utf8.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"

enum { JSON_KEY_CACHE = 128, JSON_DICT_CACHE = 16, JSON_FIRST_STACK = 64 };

typedef struct JsonReader {
    Vm *vm;
    const char *text, *at, *end;
    Values *stack;
    uint32_t n;    // values on the stack
    uint32_t base; // where the items of the innermost container begin; 0: none is open
    bool in_dict;
    JsonFault *fault;
    Value keys[JSON_KEY_CACHE];   // strs by a hash of their bytes, or V_UNBOUND
    Value dicts[JSON_DICT_CACHE]; // dicts by their first key, or V_UNBOUND
} JsonReader;

static bool json_fail(JsonReader *r, const char *message, const char *at) {
    *r->fault = (JsonFault){message, (uint32_t)(at - r->text)};
    return false;
}

// A NUL follows every str, so looking at *at is always allowed.
static inline void json_space(JsonReader *r) {
    while (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r') { r->at++; }
}

// ---- strings -----------------------------------------------------------------------------------

// Bit 7 of each of eight bytes that is a quote, a backslash or a control character; only the lowest
// of these bits is to be trusted, and whether there is one.
static inline uint64_t json_specials(const char *p) {
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    uint64_t w;
    memcpy(&w, p, sizeof w);
    uint64_t quote = w ^ ones * '"', slash = w ^ ones * '\\';
    return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((w - ones * 0x20) & ~w)) &
           high;
}

static inline const char *json_plain_end(const char *p, const char *end) {
    while (end - p >= 8) {
        uint64_t specials = json_specials(p);
        if (specials) { return p + wide_ctz(specials) / 8; }
        p += 8;
    }
    while (p < end && *p != '"' && *p != '\\' && (uint8_t)*p >= 0x20) { p++; }
    return p;
}

static int json_hex(char c) {
    if (c >= '0' && c <= '9') { return c - '0'; }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The four digits behind `u`; false: they are not.
static bool json_hex4(const char *u, const char *end, uint32_t *cp) {
    if (end - u < 5) { return false; }
    *cp = 0;
    for (int i = 1; i <= 4; i++) {
        int digit = json_hex(u[i]);
        if (digit < 0) { return false; }
        *cp = *cp << 4 | (uint32_t)digit;
    }
    return true;
}

// What follows a backslash at r->at; the code point, or UINT32_MAX.
static uint32_t json_escape(JsonReader *r, const char *quote) {
    const char *slash = r->at++;
    uint32_t cp, low;
    if (r->at == r->end) {
        return json_fail(r, "Unterminated string starting at", quote), UINT32_MAX;
    }
    switch (*r->at++) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'u': break;
    default: json_fail(r, "Invalid \\escape", slash); return UINT32_MAX;
    }
    if (!json_hex4(r->at - 1, r->end, &cp)) {
        json_fail(r, "Invalid \\uXXXX escape", r->at - 1);
        return UINT32_MAX;
    }
    r->at += 4;
    bool pair =
        cp >= 0xD800 && cp < 0xDC00 && r->end - r->at > 6 && r->at[0] == '\\' && r->at[1] == 'u';
    if (pair && json_hex4(r->at + 1, r->end, &low) && low >= 0xDC00 && low < 0xE000) {
        r->at += 6;
        cp = 0x10000 + ((cp - 0xD800) << 10 | (low - 0xDC00));
    }
    return cp;
}

// A string with escapes; r->at stands at the first of them (or at what is not allowed).
static Value json_string_slow(JsonReader *r, const char *quote) {
    StrBuilder b = str_builder(r->vm);
    TRY(sb_put(&b, quote + 1, (uint64_t)(r->at - quote - 1)));
    for (;;) {
        if (r->at == r->end) {
            json_fail(r, "Unterminated string starting at", quote);
            return V_UNBOUND;
        }
        const char *start = r->at;
        if (*start == '"') {
            r->at++;
            return sb_finish(&b);
        }
        if (*start == '\\') {
            uint32_t cp = json_escape(r, quote);
            if (cp == UINT32_MAX) { return V_UNBOUND; }
            TRY(sb_put_char(&b, cp));
            continue;
        }
        if ((uint8_t)*start < 0x20) {
            json_fail(r, "Invalid control character at", start);
            return V_UNBOUND;
        }
        r->at = json_plain_end(r->at, r->end);
        TRY(sb_put(&b, start, (uint64_t)(r->at - start)));
    }
}

// The string whose quote r->at stands at.
static Value json_string(JsonReader *r) {
    const char *quote = r->at;
    r->at = json_plain_end(quote + 1, r->end);
    if (*r->at != '"' || r->at == r->end) { return json_string_slow(r, quote); }
    r->at++;
    return str_new(r->vm, quote + 1, (uint64_t)(r->at - quote - 2));
}

// The same for a key, of which few different ones are expected.
static Value json_key(JsonReader *r) {
    const char *start = r->at + 1, *end = json_plain_end(start, r->end);
    uint32_t len = (uint32_t)(end - start), first = 0;
    if (*end != '"' || end == r->end || len > 64) { return json_string(r); }
    memcpy(&first, start, len < 4 ? len : 4);
    uint32_t last = len ? (uint8_t)end[-1] : 0;
    uint32_t hash = (first * 0x9E3779B1u) ^ (last * 0x85EBCA6Bu) ^ len * 0xC2B2AE35u;
    Value *slot = &r->keys[hash >> 25 & (JSON_KEY_CACHE - 1)];
    if (*slot != V_UNBOUND) {
        const Str *s = as_str(r->vm, *slot);
        if (s->h.n == len && memcmp(s->data, start, len) == 0) {
            r->at = end + 1;
            return *slot;
        }
    }
    Value key = json_string(r);
    if (key != V_RAISED && key != V_UNBOUND) { *slot = key; }
    return key;
}

// ---- numbers and words -------------------------------------------------------------------------

static const double json_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// A float between start and r->at: `digits` is its digits as an integer if that is exact.
static Value json_float(const char *start, const char *end, uint64_t digits, bool exact,
                        int64_t exponent) {
    double d;
    if (exact && digits < (uint64_t)1 << 53 && exponent >= -22 && exponent <= 22) {
        d = (double)digits; // both are exact, so one operation rounds correctly
        d = exponent < 0 ? d / json_powers[-exponent] : d * json_powers[exponent];
        return double_value(*start == '-' ? -d : d);
    }
    dtoa_parse(start, (size_t)(end - start), DTOA_SIGNED, &d);
    return double_value(d);
}

static inline bool json_is_digit(char c) { return c >= '0' && c <= '9'; }

static inline const char *json_digits(const char *p, uint64_t *value) {
    uint64_t v = *value;
    for (; json_is_digit(*p); p++) { v = v * 10 + (uint64_t)(*p - '0'); }
    *value = v;
    return p;
}

// V_UNBOUND: this is no number.
static Value json_number(JsonReader *r) {
    const char *start = r->at, *p = start + (*start == '-');
    const char *first = p;
    uint64_t digits = 0, shift = 0;
    if (!json_is_digit(*p)) { return V_UNBOUND; }
    p = *p == '0' ? p + 1 : json_digits(p, &digits);
    uint64_t n_digits = (uint64_t)(p - first);
    bool is_float = false;
    int64_t exponent = 0;
    if (*p == '.' && json_is_digit(p[1])) {
        const char *point = p++;
        p = json_digits(p, &digits);
        exponent = -(int64_t)(p - point - 1);
        n_digits += (uint64_t)(p - point - 1);
        is_float = true;
    }
    if (*p == 'e' || *p == 'E') {
        const char *q = p + 1;
        bool minus = *q == '-';
        q += *q == '-' || *q == '+';
        if (json_is_digit(*q)) {
            p = json_digits(q, &shift);
            if (p - q > 6) { shift = 1000000; }
            exponent += minus ? -(int64_t)shift : (int64_t)shift;
            is_float = true;
        }
    }
    r->at = p;
    if (is_float) { return json_float(start, p, digits, n_digits <= 19, exponent); }
    if (n_digits <= 18) {
        return int_from_i64(r->vm, *start == '-' ? -(int64_t)digits : (int64_t)digits);
    }
    return int_parse_text(r->vm, start, (size_t)(p - start), 10, V_NONE);
}

static bool json_word(JsonReader *r, const char *word, uint32_t len) {
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, word, len) != 0) { return false; }
    r->at += len;
    return true;
}

// Anything but a container. V_UNBOUND: there is no value, or *fault says what is wrong with it.
static Value json_scalar(JsonReader *r) {
    switch (*r->at) {
    case '"': return json_string(r);
    case 'n': return json_word(r, "null", 4) ? V_NONE : V_UNBOUND;
    case 't': return json_word(r, "true", 4) ? V_TRUE : V_UNBOUND;
    case 'f': return json_word(r, "false", 5) ? V_FALSE : V_UNBOUND;
    case 'N':
        return json_word(r, "NaN", 3) ? double_value(bits_double(0x7FF8000000000000u)) : V_UNBOUND;
    case 'I': return json_word(r, "Infinity", 8) ? (Value)0x7FF0000000000000u : V_UNBOUND;
    case '-':
        if (json_word(r, "-Infinity", 9)) { return (Value)0xFFF0000000000000u; }
        return json_number(r);
    default: return json_number(r);
    }
}

// ---- containers --------------------------------------------------------------------------------

static bool json_push(JsonReader *r, Value v) {
    if (NX_UNLIKELY(r->n == r->stack->h.n)) {
        Values *more = heap_new_raw(r->vm, T_VALUES, (uint64_t)r->n * 2);
        if (!more) { return false; }
        memcpy(more->items, r->stack->items, r->n * sizeof(Value));
        r->stack = more;
    }
    r->stack->items[r->n++] = v;
    return true;
}

// The dict of n / 2 pairs on top of the stack.
static Value json_dict(JsonReader *r, const Value *pairs, uint32_t n) {
    Vm *vm = r->vm;
    if (n == 0) { return dict_new(vm, 0); }
    uint32_t hash = (ref_offset(pairs[0]) >> 4) ^ n;
    Value *slot = &r->dicts[hash % JSON_DICT_CACHE];
    if (*slot != V_UNBOUND) {
        const Dict *like = as_dict(vm, *slot);
        const Entries *e = dict_entries(vm, like);
        uint32_t i = 0;
        while (2 * i < n && i < like->h.n && e->items[i].key == pairs[2 * i]) { i++; }
        if (2 * i == n && i == like->h.n) { return dict_with_values(vm, like, pairs + 1, 2); }
    }
    Value v = dict_new(vm, n / 2);
    TRY_VALUE(v);
    Dict *d = as_dict(vm, v);
    for (uint32_t i = 0; i < n; i += 2) { TRY(dict_set_str(vm, d, pairs[i], pairs[i + 1])); }
    *slot = v;
    return v;
}

// Takes the items of the innermost container off the stack. V_RAISED.
static Value json_close(JsonReader *r) {
    Value *items = &r->stack->items[r->base];
    uint32_t n = r->n - r->base;
    Value v = r->in_dict ? json_dict(r, items, n) : list_from(r->vm, items, n);
    int64_t mark = int_of(items[-1]);
    r->n = r->base - 1;
    r->base = (uint32_t)(mark >> 1);
    r->in_dict = mark & 1;
    return v;
}

// A key and its colon. False: raised, or *fault is set.
static bool json_member(JsonReader *r) {
    if (*r->at != '"') {
        return json_fail(r, "Expecting property name enclosed in double quotes", r->at);
    }
    Value key = json_key(r);
    if (key == V_RAISED || key == V_UNBOUND || !json_push(r, key)) { return false; }
    json_space(r);
    if (*r->at != ':') { return json_fail(r, "Expecting ':' delimiter", r->at); }
    r->at++;
    json_space(r);
    return true;
}

// Behind an opening bracket: true: a first item is expected. *closed: there is none.
static bool json_open(JsonReader *r, Value *closed) {
    bool is_dict = *r->at++ == '{';
    *closed = V_UNBOUND;
    if (!json_push(r, int_value((int64_t)r->base << 1 | r->in_dict))) { return false; }
    r->base = r->n;
    r->in_dict = is_dict;
    json_space(r);
    if (*r->at == (is_dict ? '}' : ']')) {
        r->at++;
        *closed = json_close(r);
        return *closed != V_RAISED;
    }
    return !is_dict || json_member(r);
}

// Behind an item: true: another one is expected. *closed: the container ends here.
static bool json_next(JsonReader *r, Value *closed) {
    char close = r->in_dict ? '}' : ']';
    *closed = V_UNBOUND;
    json_space(r);
    if (*r->at == ',') {
        const char *comma = r->at++;
        json_space(r);
        if (*r->at == close) {
            return json_fail(r,
                             r->in_dict ? "Illegal trailing comma before end of object"
                                        : "Illegal trailing comma before end of array",
                             comma);
        }
        return !r->in_dict || json_member(r);
    }
    if (*r->at != close) { return json_fail(r, "Expecting ',' delimiter", r->at); }
    r->at++;
    *closed = json_close(r);
    return *closed != V_RAISED;
}

static Value json_give_up(const JsonReader *r) { return r->fault->message ? V_UNBOUND : V_RAISED; }

// The value at r->at, where white space was skipped.
static Value json_value(JsonReader *r) {
    for (;;) {
        Value v;
        if (*r->at == '[' || *r->at == '{') {
            if (!json_open(r, &v)) { return json_give_up(r); }
            if (v == V_UNBOUND) { continue; }
        } else {
            v = json_scalar(r);
            if (v == V_RAISED) { return v; }
            if (v == V_UNBOUND) {
                if (!r->fault->message) { json_fail(r, "Expecting value", r->at); }
                return v;
            }
        }
        do {
            if (r->base == 0) { return v; }
            if (!json_push(r, v)) { return V_RAISED; }
            if (!json_next(r, &v)) { return json_give_up(r); }
        } while (v != V_UNBOUND);
    }
}

static void json_reader_init(JsonReader *r, Vm *vm, const Str *s, JsonFault *fault) {
    *fault = (JsonFault){NULL, 0};
    r->vm = vm;
    r->text = r->at = s->data;
    r->end = s->data + s->h.n;
    r->n = r->base = 0;
    r->in_dict = false;
    r->fault = fault;
}

Value json_read(Vm *vm, Value text, JsonFault *fault) {
    JsonReader r;
    const Str *s = as_str(vm, text);
    TRY(native_charge(vm, s->h.n / 16));
    json_reader_init(&r, vm, s, fault);
    for (uint32_t i = 0; i < JSON_KEY_CACHE; i++) { r.keys[i] = V_UNBOUND; }
    for (uint32_t i = 0; i < JSON_DICT_CACHE; i++) { r.dicts[i] = V_UNBOUND; }
    r.stack = heap_new_raw(vm, T_VALUES, JSON_FIRST_STACK);
    TRY(r.stack);
    json_space(&r);
    Value v = json_value(&r);
    if (v == V_RAISED || v == V_UNBOUND) { return v; }
    json_space(&r);
    if (r.at == r.end) { return v; }
    json_fail(&r, "Extra data", r.at);
    return V_UNBOUND;
}
