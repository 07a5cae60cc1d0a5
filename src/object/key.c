// key.c: hash, equality and order of values that need no guest code. See key.h.
//
// Nested tuples and lists are walked with a small explicit stack: C recursion never depends on
// guest data. What nests deeper than the stack is left to the steps natives, whose stack is the
// guest's. The rule for a sequence: the first items that are neither identical nor equal decide.
#include "object/key.h"

#include "base/hash.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/set.h"
#include "object/tuple.h"
#include "object/type.h"
#include "rt/machine.h"

enum { KEY_DEPTH = 12 }; // levels of nesting walked here

// hash() of the singletons: CPython's for None, any constants for the others.
static int64_t hash_of_singleton(Value v) {
    switch (v) {
    case V_FALSE: return 0;
    case V_TRUE: return 1;
    case V_NONE: return 0xFCA86420;
    default: return (int64_t)(hash_mix(v) >> 16);
    }
}

// Objects are hashed by their serial number, which survives moving and saving.
static bool hash_by_identity(Vm *vm, Value v, int64_t *hash) {
    uint64_t serial;
    if (!object_serial(vm, v, &serial)) { return false; }
    *hash = (int64_t)serial;
    return true;
}

// False when the class of v brings its own __hash__ or __eq__, or has none.
static inline bool keeps_hash(Vm *vm, Value v) {
    const Obj *o = as_obj(vm, v);
    if (!o->ext && o->type != T_INSTANCE) { return true; }
    return !(as_type(vm, class_of(vm, v))->flags & (TYPE_GUEST_HASH | TYPE_NO_HASH));
}

static bool hash_by_type(Vm *vm, Value v, int64_t *hash) {
    const TypeDef *t = type_def(as_obj(vm, v)->type);
    if ((t && t->unhashable) || !keeps_hash(vm, v)) { return false; }
    if (!t || !t->hash) { return hash_by_identity(vm, v, hash); }
    if (!leaf_enter(vm)) { return false; }
    Value h = t->hash(vm, v);
    leaf_leave(vm);
    if (h == V_RAISED) { exc_clear(vm); } // the slow path will tell
    return h != V_RAISED && h != V_UNBOUND && int_to_i64(vm, h, hash);
}

// Hash of anything but a tuple or an instance of a class derived from it.
static inline bool hash_flat(Vm *vm, Value v, int64_t *hash) {
    if (is_int(v)) {
        *hash = hash_i64(int_of(v));
    } else if (is_double(v)) {
        *hash = float_hash(double_of(v));
    } else if (!is_ref(v)) {
        *hash = hash_of_singleton(v);
        return v <= V_NOTIMPL; // the machine's own markers stand in tables as such
    } else if (is_str(vm, v)) {
        *hash = str_hash_of(vm, as_str(vm, v));
    } else if (is_exact(vm, v, T_INT)) {
        *hash = int_hash(vm, v);
    } else {
        return !is_tagged(vm, v, T_TUPLE) && hash_by_type(vm, v, hash);
    }
    return true;
}

typedef struct HashLevel {
    const Tuple *t;
    uint64_t acc;
    uint32_t i;
} HashLevel;

// A tuple within tuples; l[0] is where the outermost one stands.
static bool hash_nested(Vm *vm, HashLevel *l, int64_t *hash) {
    uint32_t depth = 0, work = 0;
    for (;;) {
        int64_t h;
        const Tuple *t = l[depth].t;
        if (l[depth].i == t->h.n) {
            h = hash_tuple_finish(l[depth].acc, t->h.n);
            if (depth == 0) {
                native_charge_done(vm, work / 8);
                *hash = h;
                return true;
            }
            depth--;
        } else {
            Value item = t->items[l[depth].i++];
            work++;
            if (is_tagged(vm, item, T_TUPLE) && keeps_hash(vm, item)) {
                if (++depth == KEY_DEPTH) {
                    native_charge_done(vm, work / 8);
                    return false;
                }
                l[depth] = (HashLevel){as_tuple(vm, item), HASH_TUPLE_INIT, 0};
                continue;
            }
            if (!hash_flat(vm, item, &h)) {
                native_charge_done(vm, work / 8);
                return false;
            }
        }
        l[depth].acc = hash_tuple_add(l[depth].acc, h);
    }
}

bool key_hash64_tuple(Vm *vm, const Tuple *t, int64_t *hash) {
    uint64_t acc = HASH_TUPLE_INIT;
    for (uint32_t i = 0; i < t->h.n; i++) {
        int64_t h;
        if (is_int(t->items[i])) {
            h = hash_i64(int_of(t->items[i]));
        } else if (is_tagged(vm, t->items[i], T_TUPLE)) {
            HashLevel level[KEY_DEPTH] = {{t, acc, i}};
            return hash_nested(vm, level, hash);
        } else if (!hash_flat(vm, t->items[i], &h)) {
            return false;
        }
        acc = hash_tuple_add(acc, h);
    }
    if (NX_UNLIKELY(t->h.n >= 8)) { native_charge_done(vm, t->h.n / 8); }
    *hash = hash_tuple_finish(acc, t->h.n);
    return true;
}

bool key_hash64_leaf(Vm *vm, Value v, int64_t *hash) {
    if (is_int(v)) {
        *hash = hash_i64(int_of(v));
        return true;
    }
    if (is_str(vm, v)) {
        *hash = str_hash_of(vm, as_str(vm, v));
        return true;
    }
    if (is_tagged(vm, v, T_TUPLE)) {
        return keeps_hash(vm, v) && key_hash64_tuple(vm, as_tuple(vm, v), hash);
    }
    return hash_flat(vm, v, hash);
}

bool key_hash_leaf(Vm *vm, Value key, uint32_t *hash) {
    if (is_str(vm, key)) {
        *hash = str_hash_of(vm, as_str(vm, key));
        return true;
    }
    int64_t h;
    if (!key_hash64_leaf(vm, key, &h)) { return false; }
    *hash = hash_fold(h);
    return true;
}

enum { ORDER_UNKNOWN = 2, ORDER_ITEMS = 16 }; // more items are for compare_seqs, which charges them

// The order of two scalars of the same kind: -1, 0, 1; else ORDER_UNKNOWN.
static inline int scalar_order(Vm *vm, Value a, Value b) {
    if (both_ints(a, b)) { return ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b); }
    if (is_double(a) && is_double(b)) {
        double x = double_of(a), y = double_of(b);
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : ORDER_UNKNOWN;
    }
    return is_str(vm, a) && is_str(vm, b) ? str_compare(ref_ptr(vm, a), ref_ptr(vm, b))
                                          : ORDER_UNKNOWN;
}

// The same for sequences of such scalars: what most keys are.
static inline int items_order(Vm *vm, const Value *a, uint32_t n_a, const Value *b, uint32_t n_b) {
    uint32_t n = min_u32(n_a, n_b);
    if (n > ORDER_ITEMS) { return ORDER_UNKNOWN; }
    for (uint32_t i = 0; i < n; i++) {
        if (a[i] == b[i]) { continue; }
        int order = scalar_order(vm, a[i], b[i]);
        if (order) { return order; }
    }
    return (n_a > n_b) - (n_a < n_b);
}

static int tuple_order(Vm *vm, const Tuple *s, const Tuple *t) {
    return items_order(vm, s->items, s->h.n, t->items, t->h.n);
}

static int list_order(Vm *vm, const List *l, const List *m) {
    if (l->h.n == 0 || m->h.n == 0) { return (l->h.n > 0) - (m->h.n > 0); }
    return items_order(vm, list_items(vm, l), l->h.n, list_items(vm, m), m->h.n);
}

// Whether v is a tuple that compares as tuples do.
static inline bool is_plain_tuple(Vm *vm, Value v) {
    return is_tagged(vm, v, T_TUPLE) && keeps_hash(vm, v);
}

int key_equal_leaf(Vm *vm, Value a, Value b) {
    if (a == b) { return 1; }
    if (is_str(vm, a) && is_str(vm, b)) { return str_equal(as_str(vm, a), as_str(vm, b)); }
    if (is_plain_tuple(vm, a) && is_plain_tuple(vm, b)) {
        const Tuple *s = as_tuple(vm, a), *t = as_tuple(vm, b);
        int order = s->h.n == t->h.n ? tuple_order(vm, s, t) : 1;
        if (order != ORDER_UNKNOWN) { return order == 0; }
    }
    Value r = compare_leaf(vm, OP_EQ, a, b);
    return r == V_UNBOUND ? -1 : r == V_TRUE;
}

// ---- comparing ---------------------------------------------------------------------------------

bool keeps_builtin(Vm *vm, Value v, NameId method) {
    const Obj *o = as_obj(vm, v);
    if (!o->ext && o->type != T_INSTANCE) { return true; }
    Value cls = class_of(vm, v);
    Value base = type_of_tag(vm, o->type == T_INSTANCE ? T_OBJECT : (TypeTag)o->type);
    return cls == base || type_keeps(vm, cls, base, vm_name(vm, method));
}

static bool keeps_comparison(Vm *vm, Value v, int op) {
    static const uint16_t names[] = {N___lt__, N___le__, N___eq__, N___ne__, N___gt__, N___ge__};
    if (!is_ref(v)) { return true; }
    return keeps_builtin(vm, v, (NameId)names[op]) &&
           (op != OP_NE || keeps_builtin(vm, v, N___eq__));
}

static inline bool key_is_container(Vm *vm, Value v) {
    if (!is_ref(v)) { return false; }
    switch (as_obj(vm, v)->type) {
    case T_LIST:
    case T_TUPLE:
    case T_DICT:
    case T_SET:
    case T_FROZENSET:
    case T_DICT_VIEW:
    case T_MAPPINGPROXY:
    case T_FRAME_LOCALS:
    case T_SLICE:
    case T_DEQUE:
    case T_NAMESPACE: return true;
    default: return false;
    }
}

// At least one is a container, and their types know nothing of each other.
static bool are_unlike(Vm *vm, Value a, Value b) {
    if (!key_is_container(vm, a) || !key_is_container(vm, b)) { return true; }
    uint8_t s = as_obj(vm, a)->type, t = as_obj(vm, b)->type;
    return s != t && (s == T_LIST || s == T_TUPLE) && (t == T_LIST || t == T_TUPLE || t == T_DICT);
}

static const TypeDef *type_def_of(Vm *vm, Value v) {
    if (is_ref(v)) { return type_def(as_obj(vm, v)->type); }
    return is_int(v) ? &int_type : is_double(v) ? &float_type : is_bool(v) ? &bool_type : NULL;
}

static Value compare_by_slot(Vm *vm, int op, Value a, Value b) {
    const TypeDef *t = type_def_of(vm, a);
    if (!t || !t->compare) { return V_NOTIMPL; }
    if (!leaf_enter(vm)) { return V_UNBOUND; }
    Value r = t->compare(vm, op, a, b);
    leaf_leave(vm);
    return r;
}

// Both through the slots of their types: a's, then b's with the operator turned round.
static Value compare_by_type(Vm *vm, int op, Value a, Value b) {
    int back = compare_swapped(op);
    if (!keeps_comparison(vm, a, op) || !keeps_comparison(vm, b, back)) { return V_UNBOUND; }
    Value r = compare_by_slot(vm, op, a, b);
    if (r == V_NOTIMPL) { r = compare_by_slot(vm, back, b, a); }
    if (r == V_NOTIMPL && (op == OP_EQ || op == OP_NE)) {
        r = bool_value((a == b) == (op == OP_EQ));
    }
    return r;
}

static Value compare_bytes(int op, const Bytes *a, const Bytes *b) {
    uint32_t n = min_u32(a->h.n, b->h.n);
    if ((op == OP_EQ || op == OP_NE) && a->h.n != b->h.n) { return bool_value(op == OP_NE); }
    int c = memcmp(a->data, b->data, n);
    return compare_result(op, c ? c : (a->h.n > b->h.n) - (a->h.n < b->h.n));
}

static inline Value compare_strs(int op, const Str *s, const Str *t) {
    if (op == OP_EQ || op == OP_NE) { return bool_value(str_equal(s, t) == (op == OP_EQ)); }
    return compare_result(op, str_compare(s, t));
}

Value compare_scalar(Vm *vm, int op, Value a, Value b) {
    if (both_ints(a, b)) {
        int64_t x = (int64_t)a, y = (int64_t)b;
        return compare_result(op, (x > y) - (x < y));
    }
    if (is_double(a) && is_double(b)) {
        double x = double_of(a), y = double_of(b);
        if (x != x || y != y) { return bool_value(op == OP_NE); }
        return compare_result(op, (x > y) - (x < y));
    }
    if (is_str(vm, a) && is_str(vm, b)) { return compare_strs(op, ref_ptr(vm, a), ref_ptr(vm, b)); }
    if (is_exact(vm, a, T_BYTES) && is_exact(vm, b, T_BYTES)) {
        return compare_bytes(op, ref_ptr(vm, a), ref_ptr(vm, b));
    }
    if (is_exact_int(vm, a) && is_exact_int(vm, b)) {
        return compare_result(op, int_compare(vm, a, b));
    }
    if (key_is_container(vm, a) || key_is_container(vm, b)) {
        bool proxy = is_tagged(vm, a, T_MAPPINGPROXY) || is_tagged(vm, b, T_MAPPINGPROXY);
        if (proxy) { return V_UNBOUND; } // the mapping behind it may be anything
        // A container and something flat, or of another kind: never equal, never ordered.
        if (!are_unlike(vm, a, b)) { return V_UNBOUND; }
        if (!keeps_comparison(vm, a, op)) { return V_UNBOUND; }
        if (!keeps_comparison(vm, b, compare_swapped(op))) { return V_UNBOUND; }
        return op == OP_EQ || op == OP_NE ? bool_value(op == OP_NE) : V_NOTIMPL;
    }
    return compare_by_type(vm, op, a, b);
}

// Sets and dicts are compared often enough (frozensets are keys, too) to be looked into, as far as
// what they hold are scalars.
static Value compare_flat(Vm *vm, int op, Value a, Value b) {
    bool sets =
        is_any_set(vm, a) && is_any_set(vm, b) && !as_obj(vm, a)->ext && !as_obj(vm, b)->ext;
    if ((op == OP_EQ || op == OP_NE) && is_exact(vm, a, T_DICT) && is_exact(vm, b, T_DICT)) {
        int equal = dict_equal_leaf(vm, as_dict(vm, a), as_dict(vm, b));
        return equal < 0 ? V_UNBOUND : bool_value(equal == (op == OP_EQ));
    }
    if (!sets) { return compare_scalar(vm, op, a, b); }
    int r = set_compare_leaf(vm, op, as_set(vm, a), as_set(vm, b));
    return r < 0 ? V_UNBOUND : bool_value(r);
}

typedef struct SeqPair {
    const Value *a, *b;
    uint32_t n_a, n_b, i;
} SeqPair;

static bool keeps_order(Vm *vm, Value v, int op) {
    return !as_obj(vm, v)->ext || (keeps_comparison(vm, v, OP_EQ) && keeps_comparison(vm, v, op) &&
                                   keeps_comparison(vm, v, compare_swapped(op)));
}

// Two lists or two tuples whose classes compare as the builtin does.
static bool seq_pair(Vm *vm, int op, Value a, Value b, SeqPair *p) {
    if (!is_ref(a) || !is_ref(b)) { return false; }
    TypeTag tag = (TypeTag)as_obj(vm, a)->type;
    if ((tag != T_TUPLE && tag != T_LIST) || !is_tagged(vm, b, tag)) { return false; }
    if (!keeps_order(vm, a, op) || !keeps_order(vm, b, op)) { return false; }
    *p = (SeqPair){.i = 0};
    p->a = seq_items(vm, a, &p->n_a);
    p->b = seq_items(vm, b, &p->n_b);
    return true;
}

static Value compare_lengths(int op, uint32_t a, uint32_t b) {
    return compare_result(op, (a > b) - (a < b));
}

static Value compare_seqs(Vm *vm, int op, SeqPair *level) {
    uint32_t depth = 0, work = 0;
    for (;;) {
        SeqPair *p = &level[depth];
        if (p->i == p->n_a || p->i == p->n_b) {
            native_charge_done(vm, work / 8);
            work %= 8;
            if (depth == 0 || p->n_a != p->n_b) { return compare_lengths(op, p->n_a, p->n_b); }
            depth--;
            continue;
        }
        Value a = p->a[p->i], b = p->b[p->i];
        p->i++;
        work++;
        if (a == b) {
            uint32_t from = p->i, n = min_u32(p->n_a, p->n_b);
            while (p->i < n && p->a[p->i] == p->b[p->i]) { p->i++; }
            work += p->i - from;
            continue;
        }
        int order = scalar_order(vm, a, b);
        if (order == 0) { continue; }
        if (order != ORDER_UNKNOWN) { return compare_result(op, order); }
        if (seq_pair(vm, op, a, b, &level[depth + 1])) {
            if (++depth == KEY_DEPTH - 1) {
                native_charge_done(vm, work / 8);
                return V_UNBOUND;
            }
            continue;
        }
        Value r = compare_flat(vm, OP_EQ, a, b);
        if (r == V_TRUE) { continue; }
        if (r != V_FALSE) { return r; }
        native_charge_done(vm, work / 8);
        if (op == OP_EQ || op == OP_NE) { return bool_value(op == OP_NE); }
        r = compare_flat(vm, op, a, b);
        return r == V_NOTIMPL ? V_UNBOUND : r; // the error names the items' types
    }
}

Value compare_leaf(Vm *vm, int op, Value a, Value b) {
    SeqPair level[KEY_DEPTH];
    if (!is_ref(a)) { return compare_scalar(vm, op, a, b); }
    if (is_str(vm, a) && is_str(vm, b)) { return compare_strs(op, ref_ptr(vm, a), ref_ptr(vm, b)); }
    if (as_obj(vm, a)->type == T_INT || as_obj(vm, a)->type == T_BYTES) {
        return compare_scalar(vm, op, a, b);
    }
    if (is_tagged(vm, a, T_INSTANCE)) { return compare_by_type(vm, op, a, b); }
    int order = ORDER_UNKNOWN;
    if (is_exact(vm, a, T_TUPLE) && is_exact(vm, b, T_TUPLE)) {
        order = tuple_order(vm, as_tuple(vm, a), as_tuple(vm, b));
    } else if (is_tagged(vm, a, T_TUPLE) && is_tagged(vm, b, T_TUPLE) &&
               keeps_comparison(vm, a, op) && keeps_comparison(vm, b, compare_swapped(op))) {
        order = tuple_order(vm, as_tuple(vm, a), as_tuple(vm, b));
    } else if (is_exact(vm, a, T_LIST) && is_exact(vm, b, T_LIST)) {
        order = list_order(vm, as_list(vm, a), as_list(vm, b));
    }
    if (order != ORDER_UNKNOWN) { return compare_result(op, order); }
    if (seq_pair(vm, op, a, b, &level[0])) { return compare_seqs(vm, op, level); }
    return compare_flat(vm, op, a, b);
}
