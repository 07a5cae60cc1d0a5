// bytes_ops.c: see bytes_ops.h.
#include "object/bytes_ops.h"

#include "object/list.h"

bool pieces_flush(Pieces *p) {
    if (p->list == V_NONE) {
        p->list = list_new(p->vm, 2 * PIECES_BUF);
        if (p->list == V_RAISED) { return false; }
    }
    List *l = as_list(p->vm, p->list);
    for (uint32_t i = 0; i < p->n; i++) {
        if (!list_append(p->vm, l, p->buf[i])) { return false; }
    }
    p->n = 0;
    return true;
}

Value pieces_finish(Pieces *p) {
    if (p->list == V_NONE) { return list_from(p->vm, p->buf, p->n); }
    TRY(pieces_flush(p));
    return p->list;
}

Value pieces_finish_reversed(Pieces *p) {
    Value list = pieces_finish(p);
    TRY_VALUE(list);
    const List *l = as_list(p->vm, list);
    Value *items = l->h.n ? list_items(p->vm, l) : NULL;
    for (uint32_t i = 0, j = l->h.n; i + 1 < j; i++) {
        Value v = items[i];
        items[i] = items[--j];
        items[j] = v;
    }
    return list;
}

// split by one byte, the usual case.
static Value ops_split_byte(Vm *vm, Value owner, ByteSpan hay, uint8_t sep, uint64_t left,
                            PieceFn make) {
    Pieces pieces;
    pieces_init(vm, &pieces);
    if (hay.n >= 64 && !native_charge(vm, hay.n / 64)) { return V_RAISED; }
    uint32_t at = 0, end = 0;
    for (; left > 0; left--) {
        // What comes next is mostly near: a few steps cost less than a call.
        uint32_t near = min_u32(hay.n, end + 8);
        while (end < near && hay.p[end] != sep) { end++; }
        if (end == near) {
            const uint8_t *p = end < hay.n ? memchr(hay.p + end, sep, hay.n - end) : NULL;
            if (!p) { break; }
            end = (uint32_t)(p - hay.p);
        }
        TRY(pieces_put(&pieces, make(vm, owner, at, end)));
        at = ++end;
    }
    TRY(pieces_put(&pieces, make(vm, owner, at, hay.n)));
    return pieces_finish(&pieces);
}

Value ops_split(Vm *vm, Value owner, ByteSpan hay, ByteSpan sep, int64_t max, PieceFn make) {
    uint64_t most = max < 0 ? UINT64_MAX : (uint64_t)max;
    if (sep.n == 1) { return ops_split_byte(vm, owner, hay, sep.p[0], most, make); }
    Pieces pieces;
    pieces_init(vm, &pieces);
    Search s = search_make(sep.p, sep.n);
    uint32_t at = 0;
    for (uint64_t left = most; left > 0; left--) {
        int64_t found = search_next(vm, &s, hay.p + at, (size_t)(hay.n - at));
        if (found == SEARCH_STOPPED) { return V_RAISED; }
        if (found < 0) { break; }
        uint32_t end = at + (uint32_t)found;
        TRY(pieces_put(&pieces, make(vm, owner, at, end)));
        at = end + sep.n;
    }
    TRY(pieces_put(&pieces, make(vm, owner, at, hay.n)));
    return pieces_finish(&pieces);
}

Value ops_rsplit(Vm *vm, Value owner, ByteSpan hay, ByteSpan sep, int64_t max, PieceFn make) {
    Pieces pieces;
    pieces_init(vm, &pieces);
    uint32_t end = hay.n;
    for (uint64_t left = max < 0 ? UINT64_MAX : (uint64_t)max; left > 0; left--) {
        int64_t found = search_rfind(vm, hay.p, end, sep.p, sep.n);
        if (found == SEARCH_STOPPED) { return V_RAISED; }
        if (found < 0) { break; }
        TRY(pieces_put(&pieces, make(vm, owner, (uint32_t)found + sep.n, end)));
        end = (uint32_t)found;
    }
    TRY(pieces_put(&pieces, make(vm, owner, 0, end)));
    return pieces_finish_reversed(&pieces);
}

// Many bytes by one other each: eight at a time, as long as there are eight to be replaced.
static void ops_replace_byte(uint8_t *out, ByteSpan hay, uint8_t from, uint8_t to, uint64_t left) {
    const uint64_t ones = 0x0101010101010101u, low7 = 0x7F7F7F7F7F7F7F7Fu;
    uint8_t diff = from ^ to;
    uint32_t at = 0;
    for (; left >= 8 && hay.n - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, hay.p + at, 8);
        uint64_t x = word ^ ones * from;
        uint64_t hits = ~(((x & low7) + low7) | x | low7) >> 7; // a one in each equal byte
        word ^= hits * diff;
        left -= hits * ones >> 56;
        memcpy(out + at, &word, 8);
    }
    for (; left > 0; at++) {
        bool hit = hay.p[at] == from;
        out[at] = hit ? to : hay.p[at];
        left -= hit;
    }
    memcpy(out + at, hay.p + at, (size_t)(hay.n - at));
}

bool ops_replace(Vm *vm, uint8_t *out, ByteSpan hay, ByteSpan old, ByteSpan new, uint64_t count) {
    if (old.n == 1 && new.n == 1 && count > hay.n / 64) {
        ops_replace_byte(out, hay, old.p[0], new.p[0], count);
        return true;
    }
    Search s = search_make(old.p, old.n);
    bool same_size = old.n == new.n;
    if (same_size) { memcpy(out, hay.p, hay.n); }
    uint64_t at = 0;
    for (; count > 0; count--) {
        int64_t found = search_next(vm, &s, hay.p + at, (size_t)(hay.n - at));
        if (found < 0) { return false; }
        if (!same_size) { memcpy(out, hay.p + at, (size_t)found); }
        memcpy(out + found, new.p, new.n);
        out += (uint64_t)found + new.n;
        at += (uint64_t)found + old.n;
    }
    if (!same_size) { memcpy(out, hay.p + at, (size_t)(hay.n - at)); }
    return true;
}
