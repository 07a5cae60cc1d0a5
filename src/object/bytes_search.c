// bytes_search.c: methods of bytes and bytearray that look for bytes, cut and join.
#include "object/bytes_inner.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/tuple.h"
#include "object/type.h"

// ---- find and its kin --------------------------------------------------------------------------

typedef struct BytesFind {
    ByteSpan sub, part; // what is looked for, and in what part
    uint8_t byte;
    int64_t from;
    bool valid; // start <= end
} BytesFind;

static bool bytes_find_args(Vm *vm, Value *a, BytesFind *q) {
    ByteSpan s = bytes_self(vm, a[0]);
    int64_t to;
    if (!seq_bounds(vm, a[2], a[3], s.n, &q->from, &to)) { return false; }
    if (is_exact(vm, a[1], T_BYTES)) {
        q->sub = (ByteSpan){as_bytes(vm, a[1])->data, as_bytes(vm, a[1])->h.n};
    } else if (!bytes_or_byte(vm, a[1], &q->byte, &q->sub)) {
        return false;
    }
    q->valid = q->from <= to;
    if (q->valid) { q->part = (ByteSpan){s.p + q->from, (uint32_t)(to - q->from)}; }
    return true;
}

static int64_t bytes_locate(Vm *vm, Value *a, bool last) {
    BytesFind q;
    if (!bytes_find_args(vm, a, &q)) { return SEARCH_STOPPED; }
    if (!q.valid) { return SEARCH_NONE; }
    int64_t at = last ? search_rfind(vm, q.part.p, q.part.n, q.sub.p, q.sub.n)
                      : search_find(vm, q.part.p, q.part.n, q.sub.p, q.sub.n);
    return at < 0 ? at : at + q.from;
}

Value bytes_find(Vm *vm, Value *a) {
    int64_t at = bytes_locate(vm, a, false);
    return at == SEARCH_STOPPED ? V_RAISED : int_value(at);
}

Value bytes_rfind(Vm *vm, Value *a) {
    int64_t at = bytes_locate(vm, a, true);
    return at == SEARCH_STOPPED ? V_RAISED : int_value(at);
}

static Value bytes_index_result(Vm *vm, int64_t at) {
    if (at == SEARCH_STOPPED) { return V_RAISED; }
    return at < 0 ? raise_error(vm, EXC_ValueError, "subsection not found") : int_value(at);
}

Value bytes_index(Vm *vm, Value *a) { return bytes_index_result(vm, bytes_locate(vm, a, false)); }

Value bytes_rindex(Vm *vm, Value *a) { return bytes_index_result(vm, bytes_locate(vm, a, true)); }

Value bytes_count(Vm *vm, Value *a) {
    BytesFind q;
    TRY(bytes_find_args(vm, a, &q));
    if (!q.valid) { return int_value(0); }
    if (q.sub.n == 0) { return int_value((int64_t)q.part.n + 1); }
    int64_t count = search_count(vm, q.part.p, q.part.n, q.sub.p, q.sub.n, UINT64_MAX);
    return count == SEARCH_STOPPED ? V_RAISED : int_value(count);
}

static Value bytes_affix_test(Vm *vm, Value *a, bool at_end) {
    ByteSpan s = bytes_self(vm, a[0]), sub;
    int64_t from, to;
    TRY(seq_bounds(vm, a[2], a[3], s.n, &from, &to));
    if (is_bytes_like(vm, a[1])) {
        TRY(bytes_like_or_raise(vm, a[1], &sub));
        return bool_value(ops_tail_match(s, from, to, sub, at_end));
    }
    if (!is_tagged(vm, a[1], T_TUPLE)) {
        return raise_error(vm, EXC_TypeError,
                           "%s first arg must be bytes or a tuple of bytes, not %T",
                           at_end ? "endswith" : "startswith", a[1]);
    }
    const Tuple *t = ref_ptr(vm, a[1]);
    for (uint32_t i = 0; i < t->h.n; i++) {
        TRY(bytes_like_or_raise(vm, t->items[i], &sub));
        if (ops_tail_match(s, from, to, sub, at_end)) { return V_TRUE; }
    }
    return V_FALSE;
}

Value bytes_startswith(Vm *vm, Value *a) { return bytes_affix_test(vm, a, false); }

Value bytes_endswith(Vm *vm, Value *a) { return bytes_affix_test(vm, a, true); }

Value bytes_removeprefix(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]), p;
    TRY(bytes_like_or_raise(vm, a[1], &p));
    if (p.n == 0 || !ops_tail_match(s, 0, s.n, p, false)) { return bytes_result_same(vm, a[0]); }
    return bytes_result_of(vm, a[0], s.p + p.n, s.n - p.n);
}

Value bytes_removesuffix(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]), p;
    TRY(bytes_like_or_raise(vm, a[1], &p));
    if (p.n == 0 || !ops_tail_match(s, 0, s.n, p, true)) { return bytes_result_same(vm, a[0]); }
    return bytes_result_of(vm, a[0], s.p, s.n - p.n);
}

// ---- replace -----------------------------------------------------------------------------------

static Value bytes_interleave(Vm *vm, Value v, ByteSpan new, uint64_t count) {
    ByteSpan s = bytes_self(vm, v);
    if (count > (uint64_t)s.n + 1) { count = (uint64_t)s.n + 1; }
    if (!native_charge(vm, s.n / 16)) { return V_RAISED; }
    Value r;
    uint8_t *out = bytes_result(vm, v, s.n + count * new.n, &r);
    TRY(out);
    uint32_t at = 0;
    for (uint64_t i = 0; i < count; i++) {
        memcpy(out, new.p, new.n);
        out += new.n;
        if (at < s.n) { *out++ = s.p[at++]; }
    }
    memcpy(out, s.p + at, s.n - at);
    return r;
}

Value bytes_replace(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]), old, new;
    TRY(bytes_like_or_raise(vm, a[1], &old) && bytes_like_or_raise(vm, a[2], &new));
    int64_t limit = int_clamp_i64(vm, a[3]);
    uint64_t max = limit < 0 ? UINT64_MAX : (uint64_t)limit;
    if (max == 0 || (old.n == 0 && new.n == 0)) { return bytes_result_same(vm, a[0]); }
    if (old.n == 0) { return bytes_interleave(vm, a[0], new, max); }
    int64_t count = search_count(vm, s.p, s.n, old.p, old.n, max);
    if (count == SEARCH_STOPPED) { return V_RAISED; }
    if (count == 0) { return bytes_result_same(vm, a[0]); }
    Value r;
    uint8_t *out = bytes_result(vm, a[0], ops_replaced_size(s, old, new, (uint64_t)count), &r);
    TRY(out);
    TRY(ops_replace(vm, out, s, old, new, (uint64_t)count));
    return r;
}

// ---- split -------------------------------------------------------------------------------------

static bool bytes_is_space(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

static Value bytes_split_space(Vm *vm, Value v, int64_t max) {
    ByteSpan s = bytes_self(vm, v);
    Pieces pieces;
    pieces_init(vm, &pieces);
    uint32_t at = 0, end;
    for (uint64_t left = (uint64_t)max;; left--) {
        while (at < s.n && bytes_is_space(s.p[at])) { at++; }
        if (at == s.n) { break; }
        for (end = at; end < s.n && (left == 0 || !bytes_is_space(s.p[end]));) { end++; }
        TRY(pieces_put(&pieces, bytes_make_piece(vm, v, at, end)));
        at = end;
        if (left == 0) { break; }
    }
    return pieces_finish(&pieces);
}

static Value bytes_rsplit_space(Vm *vm, Value v, int64_t max) {
    ByteSpan s = bytes_self(vm, v);
    Pieces pieces;
    pieces_init(vm, &pieces);
    uint32_t end = s.n, at;
    for (uint64_t left = (uint64_t)max;; left--) {
        while (end > 0 && bytes_is_space(s.p[end - 1])) { end--; }
        if (end == 0) { break; }
        for (at = end; at > 0 && (left == 0 || !bytes_is_space(s.p[at - 1]));) { at--; }
        TRY(pieces_put(&pieces, bytes_make_piece(vm, v, at, end)));
        end = at;
        if (left == 0) { break; }
    }
    return pieces_finish_reversed(&pieces);
}

static Value bytes_split_any(Vm *vm, Value *a, bool from_end) {
    int64_t max = int_clamp_i64(vm, a[2]);
    ByteSpan s = bytes_self(vm, a[0]), sep;
    if (a[1] == V_NONE) {
        if (!native_charge(vm, s.n / 32)) { return V_RAISED; }
        return from_end ? bytes_rsplit_space(vm, a[0], max) : bytes_split_space(vm, a[0], max);
    }
    TRY(bytes_like_or_raise(vm, a[1], &sep));
    if (sep.n == 0) { return raise_error(vm, EXC_ValueError, "empty separator"); }
    return (from_end ? ops_rsplit : ops_split)(vm, a[0], s, sep, max, bytes_make_piece);
}

Value bytes_split(Vm *vm, Value *a) { return bytes_split_any(vm, a, false); }

Value bytes_rsplit(Vm *vm, Value *a) { return bytes_split_any(vm, a, true); }

Value bytes_splitlines(Vm *vm, Value *a) {
    ByteSpan s = bytes_self(vm, a[0]);
    if (!native_charge(vm, s.n / 32)) { return V_RAISED; }
    Pieces pieces;
    pieces_init(vm, &pieces);
    for (uint32_t at = 0; at < s.n;) {
        uint32_t end = at, size = 0;
        while (end < s.n && s.p[end] != '\n' && s.p[end] != '\r') { end++; }
        if (end < s.n) { size = s.p[end] == '\r' && end + 1 < s.n && s.p[end + 1] == '\n' ? 2 : 1; }
        uint32_t stop = a[1] == V_TRUE ? end + size : end;
        TRY(pieces_put(&pieces, bytes_make_piece(vm, a[0], at, stop)));
        at = end + size;
    }
    return pieces_finish(&pieces);
}

static Value bytes_partition_any(Vm *vm, Value *a, bool from_end) {
    ByteSpan s = bytes_self(vm, a[0]), sep;
    TRY(bytes_like_or_raise(vm, a[1], &sep));
    if (sep.n == 0) { return raise_error(vm, EXC_ValueError, "empty separator"); }
    int64_t at = from_end ? search_rfind(vm, s.p, s.n, sep.p, sep.n)
                          : search_find(vm, s.p, s.n, sep.p, sep.n);
    if (at == SEARCH_STOPPED) { return V_RAISED; }
    bool mutable = is_tagged(vm, a[0], T_BYTEARRAY);
    uint32_t from = at >= 0 ? (uint32_t)at : from_end ? 0 : s.n;
    uint32_t to = at >= 0 ? from + sep.n : from;
    Value parts[3] = {bytes_result_of(vm, a[0], s.p, from),
                      at >= 0 && !mutable ? a[1] : bytes_result_of(vm, a[0], s.p + from, to - from),
                      bytes_result_of(vm, a[0], s.p + to, s.n - to)};
    if (at < 0 && !mutable) { parts[from_end ? 2 : 0] = a[0]; }
    for (int i = 0; i < 3; i++) { TRY_VALUE(parts[i]); }
    return tuple_from(vm, parts, 3);
}

Value bytes_partition(Vm *vm, Value *a) { return bytes_partition_any(vm, a, false); }

Value bytes_rpartition(Vm *vm, Value *a) { return bytes_partition_any(vm, a, true); }

// ---- join --------------------------------------------------------------------------------------

static Value join_refuse(Vm *vm, uint32_t i, Value item) {
    return raise_error(vm, EXC_TypeError,
                       "sequence item %u: expected a bytes-like object, %T found", i, item);
}

Value bytes_join(Vm *vm, Value *a) {
    ByteSpan sep = bytes_self(vm, a[0]), part;
    uint32_t n;
    const Value *items = seq_items(vm, a[1], &n);
    if (!native_charge(vm, n / 4)) { return V_RAISED; }
    uint64_t size = n ? (uint64_t)sep.n * (n - 1) : 0;
    for (uint32_t i = 0; i < n; i++) {
        if (is_exact(vm, items[i], T_BYTES)) {
            size += as_bytes(vm, items[i])->h.n;
            continue;
        }
        if (buffer_is_guest(vm, items[i])) { return V_UNBOUND; }
        const MemoryView *m =
            is_tagged(vm, items[i], T_MEMORYVIEW) ? as_memoryview(vm, items[i]) : NULL;
        bool gaps = m && ((m->h.small & MEMORYVIEW_RELEASED) || !memoryview_contiguous(vm, m));
        if (gaps || !is_bytes_like(vm, items[i])) { return join_refuse(vm, i, items[i]); }
        TRY(bytes_like_or_raise(vm, items[i], &part));
        size += part.n;
    }
    if (n == 1 && is_exact(vm, a[0], T_BYTES) && is_exact(vm, items[0], T_BYTES)) {
        return items[0];
    }
    Value r;
    uint8_t *out = bytes_result(vm, a[0], size, &r);
    TRY(out);
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) {
            memcpy(out, sep.p, sep.n);
            out += sep.n;
        }
        if (is_exact(vm, items[i], T_BYTES)) {
            const Bytes *b = as_bytes(vm, items[i]);
            part = (ByteSpan){b->data, b->h.n};
        } else {
            TRY(bytes_like_or_raise(vm, items[i], &part));
        }
        memcpy(out, part.p, part.n);
        out += part.n;
    }
    return r;
}

enum { JOIN_START, JOIN_NEXT, JOIN_GOT_VIEW, JOIN_REFUSED, JOIN_RELEASED };
enum { JOIN_SEP, JOIN_ITEMS, JOIN_COPY, JOIN_AT, JOIN_VIEWS };

// Releases the views of guest objects, then answers.
static Value join_release(Vm *vm, Frame *f) {
    const List *views = slot_obj(vm, f, JOIN_VIEWS, T_LIST);
    TRY(views);
    uint64_t at = index_of(f->slot[JOIN_AT]);
    if (at >= views->h.n) { return f->slot[JOIN_COPY]; }
    slot_advance(&f->slot[JOIN_AT], 1);
    Value release = type_lookup(vm, type_of_tag(vm, T_MEMORYVIEW), vm_name(vm, N_release));
    return native_call1(vm, f, JOIN_RELEASED, release, list_items(vm, views)[at]);
}

// STEPS "join": items of guest classes are asked for their buffers.
Value bytes_join_steps(Vm *vm, Frame *f) {
    if (native_state(f) == JOIN_RELEASED) { return join_release(vm, f); }
    uint32_t n;
    bool known =
        is_tagged(vm, f->slot[JOIN_ITEMS], T_LIST) || is_tagged(vm, f->slot[JOIN_ITEMS], T_TUPLE);
    if (!known) { return raise_stop(vm, STOP_CORRUPT); }
    const Value *items = seq_items(vm, f->slot[JOIN_ITEMS], &n);
    if (native_state(f) == JOIN_START) {
        f->slot[JOIN_COPY] = list_from(vm, items, n);
        f->slot[JOIN_VIEWS] = list_new(vm, 1);
        TRY(f->slot[JOIN_COPY] != V_RAISED && f->slot[JOIN_VIEWS] != V_RAISED);
        f->slot[JOIN_AT] = int_value(0);
        native_goto(f, JOIN_NEXT);
    }
    List *copy = slot_obj(vm, f, JOIN_COPY, T_LIST), *views = slot_obj(vm, f, JOIN_VIEWS, T_LIST);
    TRY(copy && views);
    uint64_t at = index_of(f->slot[JOIN_AT]);
    if (native_state(f) >= JOIN_GOT_VIEW && at >= copy->h.n) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    if (native_state(f) == JOIN_REFUSED) {
        return join_refuse(vm, (uint32_t)at, list_items(vm, copy)[at]);
    }
    if (native_state(f) == JOIN_GOT_VIEW) {
        TRY(list_append(vm, views, f->result));
        list_open(vm, copy)[at] = f->result;
        slot_advance(&f->slot[JOIN_AT], 1);
        native_goto(f, JOIN_NEXT);
        if (n != copy->h.n) {
            return raise_error(vm, EXC_RuntimeError, "sequence changed size during iteration");
        }
        at++;
    }
    for (; at < copy->h.n; at++) {
        Value item = list_items(vm, copy)[at];
        if (!buffer_is_guest(vm, item)) { continue; }
        f->slot[JOIN_AT] = int_value((int64_t)at);
        native_catch(f, JOIN_REFUSED);
        return native_call2(vm, f, JOIN_GOT_VIEW, internal(vm, I_BUFFER), item, int_value(0));
    }
    Value args[] = {f->slot[JOIN_SEP], f->slot[JOIN_COPY]}, joined = bytes_join(vm, args);
    TRY_VALUE(joined);
    f->slot[JOIN_COPY] = joined;
    f->slot[JOIN_AT] = int_value(0);
    native_goto(f, JOIN_RELEASED);
    return join_release(vm, f);
}
