// str_search.c: methods of str that look for a substring. The bytes of a text are searched
// (search.h); only positions have to be translated between code points and bytes.
#include "base/utf8.h"
#include "object/bytes_ops.h"
#include "object/int.h"
#include "object/seq.h"
#include "object/str_inner.h"

// The part of a text that optional start and end arguments select.
typedef struct StrWindow {
    const Str *s;
    int64_t start;    // in code points
    const uint8_t *p; // its first byte
    uint32_t n;       // bytes
    uint32_t len;     // code points
    bool valid;       // false: start is behind end, not even '' is found
} StrWindow;

// False: raised.
static bool str_window(Vm *vm, Value v, Value start, Value end, StrWindow *w) {
    const Str *s = as_str(vm, v);
    *w = (StrWindow){s, 0, (const uint8_t *)s->data, s->h.n, s->len, true};
    if (start == V_NONE && end == V_NONE) { return true; }
    int64_t to;
    if (!seq_bounds(vm, start, end, s->len, &w->start, &to)) { return false; }
    if (w->start > to) {
        w->valid = false;
        return true;
    }
    if (!str_is_ascii(s) && !native_charge(vm, s->h.n / 256)) { return false; }
    uint32_t from = str_byte_offset(vm, s, (uint32_t)w->start);
    uint32_t last = to == s->len ? s->h.n : str_byte_offset(vm, s, (uint32_t)to);
    w->p += from;
    w->n = last - from;
    w->len = (uint32_t)(to - w->start);
    return true;
}

static int64_t str_window_index(const StrWindow *w, int64_t byte) {
    if (byte < 0) { return byte; }
    return w->start + (w->len == w->n ? byte : (int64_t)utf8_count(w->p, (size_t)byte));
}

// Position of sub or -1; SEARCH_STOPPED: raised.
static int64_t str_locate(Vm *vm, Value *a, bool last) {
    StrWindow w;
    if (!str_window(vm, a[0], a[2], a[3], &w)) { return SEARCH_STOPPED; }
    const Str *sub = as_str(vm, a[1]);
    if (!w.valid) { return SEARCH_NONE; }
    int64_t at = last ? search_rfind(vm, w.p, w.n, sub->data, sub->h.n)
                      : search_find(vm, w.p, w.n, sub->data, sub->h.n);
    return str_window_index(&w, at);
}

Value str_find(Vm *vm, Value *a) {
    int64_t at = str_locate(vm, a, false);
    return at == SEARCH_STOPPED ? V_RAISED : int_value(at);
}

Value str_rfind(Vm *vm, Value *a) {
    int64_t at = str_locate(vm, a, true);
    return at == SEARCH_STOPPED ? V_RAISED : int_value(at);
}

static Value str_index_result(Vm *vm, int64_t at) {
    if (at == SEARCH_STOPPED) { return V_RAISED; }
    return at < 0 ? raise_error(vm, EXC_ValueError, "substring not found") : int_value(at);
}

Value str_index(Vm *vm, Value *a) { return str_index_result(vm, str_locate(vm, a, false)); }

Value str_rindex(Vm *vm, Value *a) { return str_index_result(vm, str_locate(vm, a, true)); }

Value str_count(Vm *vm, Value *a) {
    StrWindow w;
    TRY(str_window(vm, a[0], a[2], a[3], &w));
    const Str *sub = as_str(vm, a[1]);
    if (!w.valid) { return int_value(0); }
    if (sub->h.n == 0) { return int_value((int64_t)w.len + 1); }
    int64_t count = search_count(vm, w.p, w.n, sub->data, sub->h.n, UINT64_MAX);
    return count == SEARCH_STOPPED ? V_RAISED : int_value(count);
}

static bool str_window_ends(const StrWindow *w, const Str *sub, bool at_end) {
    return w->valid && ops_tail_match((ByteSpan){w->p, w->n}, 0, w->n, str_span(sub), at_end);
}

static Value str_affix_test(Vm *vm, Value *a, bool at_end) {
    const char *name = at_end ? "endswith" : "startswith";
    StrWindow w;
    TRY(str_window(vm, a[0], a[2], a[3], &w));
    if (isinstance_str(vm, a[1])) {
        return bool_value(str_window_ends(&w, as_str(vm, a[1]), at_end));
    }
    if (!is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError, "%s first arg must be str or a tuple of str, not %T",
                           name, a[1]);
    }
    const Tuple *t = ref_ptr(vm, a[1]);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!isinstance_str(vm, t->items[i])) {
            return raise_error(vm, EXC_TypeError, "tuple for %s must only contain str, not %T",
                               name, t->items[i]);
        }
        if (str_window_ends(&w, as_str(vm, t->items[i]), at_end)) { return V_TRUE; }
    }
    return V_FALSE;
}

Value str_startswith(Vm *vm, Value *a) { return str_affix_test(vm, a, false); }

Value str_endswith(Vm *vm, Value *a) { return str_affix_test(vm, a, true); }

Value str_removeprefix(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]), *p = as_str(vm, a[1]);
    if (p->h.n == 0 || !ops_tail_match(str_span(s), 0, s->h.n, str_span(p), false)) {
        return str_exact(vm, a[0]);
    }
    return str_slice_bytes(vm, s, p->h.n, s->h.n);
}

Value str_removesuffix(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]), *p = as_str(vm, a[1]);
    if (p->h.n == 0 || !ops_tail_match(str_span(s), 0, s->h.n, str_span(p), true)) {
        return str_exact(vm, a[0]);
    }
    return str_slice_bytes(vm, s, 0, s->h.n - p->h.n);
}

// replace('', new): new stands before every code point and at the end.
static Value str_interleave(Vm *vm, Value v, const Str *new, uint64_t count) {
    const Str *s = as_str(vm, v);
    if (count > (uint64_t)s->len + 1) { count = (uint64_t)s->len + 1; }
    if (!native_charge(vm, s->h.n / 16)) { return V_RAISED; }
    Str *r = str_alloc(vm, s->h.n + count * new->h.n);
    TRY(r);
    char *out = r->data;
    uint32_t at = 0;
    for (uint64_t i = 0; i < count; i++) {
        memcpy(out, new->data, new->h.n);
        out += new->h.n;
        if (at == s->h.n) { break; }
        uint32_t width = utf8_width((uint8_t)s->data[at]);
        memcpy(out, s->data + at, width);
        out += width;
        at += width;
    }
    memcpy(out, s->data + at, s->h.n - at);
    return str_finish(vm, r);
}

Value str_replace(Vm *vm, Value *a) {
    const Str *s = as_str(vm, a[0]), *old = as_str(vm, a[1]), *new = as_str(vm, a[2]);
    int64_t limit = int_clamp_i64(vm, a[3]);
    uint64_t max = limit < 0 ? UINT64_MAX : (uint64_t)limit;
    if (max == 0 || str_equal(old, new)) { return str_exact(vm, a[0]); }
    if (old->h.n == 0) { return str_interleave(vm, a[0], new, max); }
    int64_t count = search_count(vm, s->data, s->h.n, old->data, old->h.n, max);
    if (count == SEARCH_STOPPED) { return V_RAISED; }
    if (count == 0) { return str_exact(vm, a[0]); }
    uint64_t size = ops_replaced_size(str_span(s), str_span(old), str_span(new), (uint64_t)count);
    Str *r = str_alloc(vm, size);
    TRY(r);
    TRY(ops_replace(vm, (uint8_t *)r->data, str_span(s), str_span(old), str_span(new),
                    (uint64_t)count));
    r->len = s->len + (uint32_t)count * (new->len - old->len);
    return ptr_value(vm, r);
}
