// emit_const.c: the constants of a code object: each only once, by type and value.
//
// Small numbers, singletons and interned strs are the same when their words are. Everything else is
// compared by its contents. Names share the table with constants; as a name's number must fit 16
// bits, constants beyond EMIT_MAX_NEAR go to a table of their own that is appended in the end.
#include "front/emit_inner.h"

#include "base/hash.h"
#include "object/bytes.h"
#include "object/complex.h"
#include "object/str.h"
#include "object/tuple.h"

static uint32_t emit_mix(uint64_t x) {
    x *= 0x9E3779B97F4A7C15u;
    return (uint32_t)(x >> 32);
}

static uint32_t emit_hash_bytes(const void *bytes, uint32_t n) {
    return n ? (uint32_t)hash_bytes(bytes, n) : 1;
}

// Constants nest only as deep as the source does.
static uint32_t emit_const_hash(Vm *vm, Value v) {
    if (!is_ref(v)) { return emit_mix(v); }
    Obj *o = as_obj(vm, v);
    switch (o->type) {
    case T_STR:
        if (o->small & STR_INTERNED) { return emit_mix(v); }
        return emit_hash_bytes(((Str *)o)->data, o->n);
    case T_BYTES: return emit_hash_bytes(((Bytes *)o)->data, o->n) + 1;
    case T_INT: return emit_hash_bytes(((Int *)o)->limbs, o->n * 8) + 2;
    case T_COMPLEX: return emit_hash_bytes(&((Complex *)o)->re, 16) + 3;
    case T_TUPLE: {
        uint32_t h = 4 + o->n;
        for (uint32_t i = 0; i < o->n; i++) {
            h = h * 31 + emit_const_hash(vm, ((Tuple *)o)->items[i]);
        }
        return h;
    }
    default: return emit_mix(v);
    }
}

static bool emit_const_same(Vm *vm, Value a, Value b) {
    if (a == b) { return true; }
    if (!is_ref(a) || !is_ref(b)) { return false; }
    Obj *x = as_obj(vm, a), *y = as_obj(vm, b);
    if (x->type != y->type || x->n != y->n || x->ext || y->ext) { return false; }
    switch (x->type) {
    case T_STR: return memcmp(((Str *)x)->data, ((Str *)y)->data, x->n) == 0;
    case T_BYTES: return memcmp(((Bytes *)x)->data, ((Bytes *)y)->data, x->n) == 0;
    case T_INT:
        return x->small == y->small &&
               memcmp(((Int *)x)->limbs, ((Int *)y)->limbs, x->n * sizeof(uint64_t)) == 0;
    case T_COMPLEX: return memcmp(&((Complex *)x)->re, &((Complex *)y)->re, 16) == 0;
    case T_TUPLE:
        for (uint32_t i = 0; i < x->n; i++) {
            if (!emit_const_same(vm, ((Tuple *)x)->items[i], ((Tuple *)y)->items[i])) {
                return false;
            }
        }
        return true;
    default: return false;
    }
}

static Value emit_const_at(const Unit *u, uint32_t k) {
    return k < EMIT_FAR_CONSTS ? u->consts[k] : u->far_consts[k - EMIT_FAR_CONSTS];
}

static void emit_index_put(Unit *u, uint32_t hash, uint32_t k) {
    uint32_t at = hash & u->index_mask;
    while (u->index[at]) { at = (at + 1) & u->index_mask; }
    u->index[at] = k + 1;
}

static bool emit_grow_index(Compiler *c, Unit *u) {
    uint32_t size = u->index ? (u->index_mask + 1) * 2 : 64, old = u->index ? u->index_mask + 1 : 0;
    uint32_t *before = u->index;
    u->index = ARENA_ARRAY(c->arena, uint32_t, size);
    if (!u->index) {
        emit_no_memory(c);
        return false;
    }
    u->index_mask = size - 1;
    for (uint32_t i = 0; i < old; i++) {
        if (!before[i]) { continue; }
        uint32_t k = before[i] - 1;
        emit_index_put(u, emit_const_hash(c->vm, emit_const_at(u, k)), k);
    }
    return true;
}

static uint32_t emit_add_const(Compiler *c, Unit *u, Value v, bool near) {
    if (near || u->n_consts < EMIT_MAX_NEAR) {
        if (u->n_consts == u->cap_consts &&
            !emit_grow(c, (void **)&u->consts, &u->cap_consts, u->n_consts, sizeof(Value))) {
            return 0;
        }
        if (u->n_consts == EMIT_FAR_CONSTS) {
            front_error(c->front, FRONT_SYNTAX_ERROR, "too many names in one function",
                        u->first_line, 0, -1, 0);
            c->failed = true;
            return 0;
        }
        u->consts[u->n_consts] = v;
        return u->n_consts++;
    }
    if (u->n_far_consts == u->cap_far_consts &&
        !emit_grow(c, (void **)&u->far_consts, &u->cap_far_consts, u->n_far_consts,
                   sizeof(Value))) {
        return 0;
    }
    u->far_consts[u->n_far_consts] = v;
    return EMIT_FAR_CONSTS + u->n_far_consts++;
}

static uint32_t emit_find_const(Compiler *c, Value v, bool near) {
    Unit *u = c->unit;
    if (c->failed || v == V_RAISED) {
        c->failed = true;
        return 0;
    }
    if (u->n_index * 2 >= u->index_mask && !emit_grow_index(c, u)) { return 0; }
    uint32_t hash = emit_const_hash(c->vm, v);
    for (uint32_t at = hash & u->index_mask; u->index[at]; at = (at + 1) & u->index_mask) {
        uint32_t k = u->index[at] - 1;
        if (emit_const_same(c->vm, emit_const_at(u, k), v) && (!near || k < EMIT_FAR_CONSTS)) {
            return k;
        }
    }
    uint32_t k = emit_add_const(c, u, v, near);
    if (c->failed) { return 0; }
    emit_index_put(u, hash, k);
    u->n_index++;
    return k;
}

bool emit_low_const(Compiler *c, Value v, uint32_t *k) {
    const Unit *u = c->unit;
    if (u->n_consts >= EMIT_LOW_CONSTS && !u->index) { return false; }
    if (u->n_consts >= EMIT_LOW_CONSTS) { // it may be there already
        uint32_t at = emit_const_hash(c->vm, v) & u->index_mask;
        for (; u->index[at]; at = (at + 1) & u->index_mask) {
            *k = u->index[at] - 1;
            if (*k < EMIT_LOW_CONSTS && emit_const_same(c->vm, u->consts[*k], v)) { return true; }
        }
        return false;
    }
    *k = emit_const(c, v);
    return !c->failed;
}

uint32_t emit_const(Compiler *c, Value v) { return emit_find_const(c, v, false); }
uint32_t emit_near_const(Compiler *c, Value v) { return emit_find_const(c, v, true); }

Value emit_checked(Compiler *c, Value v) {
    if (NX_UNLIKELY(v == V_RAISED)) { c->failed = true; }
    return v;
}

Value emit_text(Compiler *c, Name *name) {
    if (!name) { // mangling found no memory
        c->failed = true;
        return V_RAISED;
    }
    if (name->id) { return c->names[name->id - 1]; }
    Value v = emit_checked(c, intern_bytes(c->vm, name->text, name->len));
    if (c->failed || (c->n_names == c->cap_names && !emit_grow(c, (void **)&c->names, &c->cap_names,
                                                               c->n_names, sizeof(Value)))) {
        return V_RAISED;
    }
    c->names[c->n_names] = v;
    name->id = ++c->n_names;
    return v;
}
