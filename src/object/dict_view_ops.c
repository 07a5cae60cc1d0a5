// dict_view_ops.c: views of keys and items as sets. `|`, `-` and `^` make a real set of the left
// operand and go on with set_run.c. Comparisons, `&`, isdisjoint and `^` of two views of items do
// not hash what stands in the dicts but walk over one side and ask the other, item by item; which
// side, and in what order things get into the result, is as in CPython.
#include "object/dict_views.h"

#include "object/list.h"
#include "object/set_run.h"
#include "object/steps_fast.h"
#include "object/tuple.h"

_Static_assert(DICT_VIEW_SCRATCH == SET_RUN_SCRATCH + 1, "slots of views");

static bool is_set_like_view(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DICT_VIEW) && as_dict_view(vm, v)->kind != DICT_KIND_VALUES;
}

static bool is_items_view(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DICT_VIEW) && as_dict_view(vm, v)->kind == DICT_KIND_ITEMS;
}

static bool is_set_like(Vm *vm, Value v) { return is_any_set(vm, v) || is_set_like_view(vm, v); }

static uint32_t set_like_len(Vm *vm, Value v) {
    return is_any_set(vm, v) ? as_set(vm, v)->h.n : dict_view_dict(vm, v)->h.n;
}

static Value set_like_contains(Vm *vm, Value v, Value item) {
    if (!is_any_set(vm, v)) { return dict_view_contains(vm, v, item); }
    int r = set_has_leaf(vm, as_set(vm, v), item);
    return r < 0 ? V_UNBOUND : bool_value(r);
}

// ---- walking over one side, asking the other ---------------------------------------------------

// The next item of a set, a set-like view, a list or a tuple. V_STOP at the end; V_RAISED.
static Value view_walk_next(Vm *vm, Value over, uint32_t *pos) {
    Value key, value;
    int64_t hash;
    uint32_t n;
    switch (as_obj(vm, over)->type) {
    case T_SET:
    case T_FROZENSET: return set_next(vm, as_set(vm, over), pos, &key, &hash) ? key : V_STOP;
    case T_DICT_VIEW:
        if (!dict_next(vm, dict_view_dict(vm, over), pos, &key, &value)) { return V_STOP; }
        return is_items_view(vm, over) ? tuple_pack2(vm, key, value) : key;
    default: {
        const Value *items = seq_items(vm, over, &n);
        return *pos < n ? items[(*pos)++] : V_STOP;
    }
    }
}

static bool walk_is_leaf(Vm *vm, Value v) {
    return is_set_like(vm, v) || is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE);
}

// Looks for items of `over` of which `x in in` is `want`: with a result all of them are added to
// it; without, the first one ends the walk with V_TRUE. V_FALSE: the end was reached.
static Value view_walk(Vm *vm, Value over, Value in, Value want, Value result) {
    if (!walk_is_leaf(vm, over)) { return V_UNBOUND; }
    TRY(native_charge(vm, as_obj(vm, over)->n / 4));
    for (uint32_t pos = 0;;) {
        Value item = view_walk_next(vm, over, &pos);
        if (item == V_STOP) { return V_FALSE; }
        TRY_VALUE(item);
        Value found = set_like_contains(vm, in, item);
        if (found == V_UNBOUND || found == V_RAISED) { return found; }
        if (found != want) { continue; }
        if (result == V_NONE) { return V_TRUE; }
        int r = set_add_leaf(vm, as_set(vm, result), item);
        if (r < 0) { return r == -1 ? V_RAISED : V_UNBOUND; }
    }
}

enum { // beyond the states of set_run_steps
    WALK_START = 32,
    WALK_DRAINED,
    WALK_IN,
    WALK_ADDED,
};
enum {
    VIEW_SELF,
    VIEW_OTHER,
    WALK_OVER, // a list
    WALK_ASK,  // where it is asked
    WALK_RESULT,
    WALK_POS,
    WALK_ITEM,
    WALK_PHASE,
};

// Asks for the items to walk over as a list; goes on in WALK_DRAINED.
static Value walk_begin(Vm *vm, Frame *f, Value over, Value in, Value result) {
    f->slot[WALK_ASK] = in;
    f->slot[WALK_RESULT] = result;
    f->slot[WALK_POS] = int_value(0);
    return native_call1(vm, f, WALK_DRAINED, internal(vm, I_DRAIN), over);
}

// view_walk in steps, from WALK_DRAINED on.
static Value walk_steps(Vm *vm, Frame *f, Value want) {
    Value *slot = f->slot;
    uint32_t n;
    if (native_state(f) == WALK_DRAINED) { slot[WALK_OVER] = f->result; }
    if (native_state(f) == WALK_IN && f->result == want) {
        if (slot[WALK_RESULT] == V_NONE) { return V_TRUE; }
        return native_call2(vm, f, WALK_ADDED, internal(vm, I_SET_ADD), slot[WALK_RESULT],
                            slot[WALK_ITEM]);
    }
    TRY(slot_obj(vm, f, WALK_OVER, T_LIST));
    const Value *items = seq_items(vm, slot[WALK_OVER], &n);
    uint64_t pos = index_of(slot[WALK_POS]);
    if (pos >= n) { return V_FALSE; }
    slot[WALK_POS] = int_value((int64_t)pos + 1);
    slot[WALK_ITEM] = items[pos];
    return native_call2(vm, f, WALK_IN, internal(vm, I_CONTAINS), slot[WALK_ASK], items[pos]);
}

// ---- intersection ------------------------------------------------------------------------------

// A view comes first; a set of at least its size does the work itself (true; b is that set); the
// longer of two views is the one that is asked.
static bool intersect_order(Vm *vm, Value *a, Value *b) {
    Value x = *a, y = *b;
    if (!is_set_like_view(vm, x)) {
        x = *b;
        y = *a;
    }
    bool by_set = is_exact(vm, y, T_SET) && set_like_len(vm, x) <= set_like_len(vm, y);
    bool swap = is_set_like_view(vm, y) && set_like_len(vm, y) > set_like_len(vm, x);
    *a = swap ? y : x;
    *b = swap ? x : y;
    return by_set;
}

static Value view_intersect(Vm *vm, Value a, Value b) {
    if (intersect_order(vm, &a, &b)) { return set_run_leaf(vm, SET_INTERSECTION, b, &a, 1); }
    Value result = set_new(vm, T_SET);
    TRY_VALUE(result);
    Value r = view_walk(vm, b, a, V_TRUE, result);
    return r == V_FALSE ? result : r;
}

static Value view_intersect_steps(Vm *vm, Frame *f) {
    Value *slot = f->slot;
    if (native_state(f) == SEEK_START) {
        Value a = slot[VIEW_SELF], b = slot[VIEW_OTHER];
        if (intersect_order(vm, &a, &b)) {
            slot[VIEW_SELF] = b;
            slot[VIEW_OTHER] = a;
            native_goto(f, SET_RUN_BEGIN);
        } else {
            Value result = set_new(vm, T_SET);
            TRY_VALUE(result);
            return walk_begin(vm, f, b, a, result);
        }
    }
    if (native_state(f) < WALK_START) { return set_run_steps(vm, f, SET_INTERSECTION, false); }
    Value r = walk_steps(vm, f, V_TRUE);
    return r == V_FALSE ? slot[WALK_RESULT] : r;
}

// ---- symmetric difference of two views of items ------------------------------------------------

static Value items_xor(Vm *vm, Value a, Value b) {
    Value result = set_new(vm, T_SET);
    TRY_VALUE(result);
    Value r = view_walk(vm, b, a, V_FALSE, result);
    if (r == V_FALSE) { r = view_walk(vm, a, b, V_FALSE, result); }
    return r == V_FALSE ? result : r;
}

static Value items_xor_steps(Vm *vm, Frame *f) {
    Value *slot = f->slot;
    if (native_state(f) == SEEK_START) {
        Value result = set_new(vm, T_SET);
        TRY_VALUE(result);
        slot[WALK_PHASE] = V_FALSE;
        return walk_begin(vm, f, slot[VIEW_OTHER], slot[VIEW_SELF], result);
    }
    Value r = walk_steps(vm, f, V_FALSE);
    if (r != V_FALSE) { return r; }
    if (slot[WALK_PHASE] == V_TRUE) { return slot[WALK_RESULT]; }
    slot[WALK_PHASE] = V_TRUE;
    return walk_begin(vm, f, slot[VIEW_SELF], slot[VIEW_OTHER], slot[WALK_RESULT]);
}

// ---- operators ---------------------------------------------------------------------------------

// What set() is made from: the dict itself stands for its keys.
static Value view_source(Vm *vm, Value v) {
    if (!is_tagged(vm, v, T_DICT_VIEW)) { return v; }
    const DictView *view = as_dict_view(vm, v);
    bool keys = view->kind == DICT_KIND_KEYS && is_exact(vm, view->dict, T_DICT);
    return keys ? view->dict : v;
}

// What a set made of the left operand does with the right one.
static bool view_method(BinOp op, SetMethod *method) {
    switch (op) {
    case BIN_OP_OR: *method = SET_UPDATE; return true;
    case BIN_OP_SUB: *method = SET_DIFFERENCE_UPDATE; return true;
    case BIN_OP_XOR: *method = SET_SYMMETRIC_UPDATE; return true;
    default: return false;
    }
}

Value dict_view_binary(Vm *vm, BinOp op, Value a, Value b) {
    SetMethod method;
    if (!is_set_like_view(vm, a) && !is_set_like_view(vm, b)) { return V_NOTIMPL; }
    if (op == BIN_OP_AND) { return view_intersect(vm, a, b); }
    if (op == BIN_OP_XOR && is_items_view(vm, a) && is_items_view(vm, b)) {
        return items_xor(vm, a, b);
    }
    if (!view_method(op, &method)) { return V_NOTIMPL; }
    Value set = set_new(vm, T_SET), source = view_source(vm, a);
    TRY_VALUE(set);
    Value r = set_run_leaf(vm, SET_UPDATE, set, &source, 1);
    if (r == V_NONE) { r = set_run_leaf(vm, method, set, &b, 1); }
    return r == V_NONE ? set : r;
}

enum { VIEW_RIGHT = 2 + SET_RUN_SCRATCH }; // the right operand, until it is its turn

static Value view_set_steps(Vm *vm, Frame *f, SetMethod method) {
    Value *slot = f->slot;
    if (native_state(f) == SEEK_START) {
        Value set = set_new(vm, T_SET), left = slot[VIEW_SELF];
        TRY_VALUE(set);
        slot[VIEW_RIGHT] = slot[VIEW_OTHER];
        slot[VIEW_OTHER] = view_source(vm, left);
        slot[VIEW_SELF] = set;
        native_goto(f, SET_RUN_BEGIN);
    }
    if (slot[VIEW_RIGHT] != V_UNBOUND) {
        Value r = set_run_steps(vm, f, SET_UPDATE, false);
        if (r != V_NONE) { return r; }
        slot[VIEW_OTHER] = slot[VIEW_RIGHT];
        slot[VIEW_RIGHT] = V_UNBOUND;
        native_goto(f, SET_RUN_BEGIN);
    }
    Value r = set_run_steps(vm, f, method, false);
    return r == V_NONE ? slot[VIEW_SELF] : r;
}

Value dict_view_operator_steps(Vm *vm, Frame *f) {
    int32_t magic = native_magic(vm, f);
    BinOp op = (BinOp)(magic & (DICT_VIEW_REFLECTED - 1));
    SetMethod method;
    Value *slot = f->slot;
    if (native_state(f) == SEEK_START && (magic & DICT_VIEW_REFLECTED) &&
        slot[VIEW_RIGHT] == V_UNBOUND) {
        Value self = slot[VIEW_SELF];
        slot[VIEW_SELF] = slot[VIEW_OTHER];
        slot[VIEW_OTHER] = self;
        slot[VIEW_RIGHT] = V_NONE; // they are not exchanged twice
    }
    if (op == BIN_OP_AND) { return view_intersect_steps(vm, f); }
    bool items = is_items_view(vm, slot[VIEW_SELF]) && is_items_view(vm, slot[VIEW_OTHER]);
    if (op == BIN_OP_XOR && (items || native_state(f) >= WALK_START)) {
        return items_xor_steps(vm, f);
    }
    TRY(view_method(op, &method));
    return view_set_steps(vm, f, method);
}

// ---- comparison --------------------------------------------------------------------------------

// Whether all items of one side, *inner, are in the other. The answer when the sizes alone say it,
// else V_UNBOUND.
static Value view_compare_sizes(Vm *vm, int op, Value a, Value b, Value *inner, Value *outer) {
    uint32_t x = set_like_len(vm, a), y = set_like_len(vm, b);
    bool greater = op == OP_GT || op == OP_GE;
    bool possible = op == OP_LT   ? x < y
                    : op == OP_LE ? x <= y
                    : op == OP_GT ? x > y
                    : op == OP_GE ? x >= y
                                  : x == y;
    *inner = greater ? b : a;
    *outer = greater ? a : b;
    return possible ? V_UNBOUND : bool_value(op == OP_NE);
}

// V_TRUE: some item of the one side was found not to be in the other.
static Value view_compare_result(int op, Value walked) {
    return is_bool(walked) ? bool_value((walked == V_FALSE) == (op != OP_NE)) : walked;
}

Value dict_view_compare(Vm *vm, int op, Value a, Value b) {
    Value inner, outer;
    if (!is_set_like_view(vm, a) || !is_set_like(vm, b)) { return V_NOTIMPL; }
    Value r = view_compare_sizes(vm, op, a, b, &inner, &outer);
    if (r != V_UNBOUND) { return r; }
    return view_compare_result(op, view_walk(vm, inner, outer, V_FALSE, V_NONE));
}

Value dict_view_compare_steps(Vm *vm, Frame *f) {
    int op = native_magic(vm, f);
    Value *slot = f->slot, inner, outer;
    if (native_state(f) != SEEK_START) {
        return view_compare_result(op, walk_steps(vm, f, V_FALSE));
    }
    if (!is_set_like(vm, slot[VIEW_OTHER])) { return V_NOTIMPL; }
    Value r = view_compare_sizes(vm, op, slot[VIEW_SELF], slot[VIEW_OTHER], &inner, &outer);
    return r != V_UNBOUND ? r : walk_begin(vm, f, inner, outer, V_NONE);
}

// ---- isdisjoint --------------------------------------------------------------------------------

// Another set or view is asked when it is the longer one.
static void disjoint_order(Vm *vm, Value *a, Value *b) {
    if (is_set_like(vm, *b) && set_like_len(vm, *b) > set_like_len(vm, *a)) {
        Value v = *a;
        *a = *b;
        *b = v;
    }
}

Value dict_view_isdisjoint(Vm *vm, Value *a) {
    Value in = a[0], over = a[1];
    disjoint_order(vm, &in, &over);
    Value r = view_walk(vm, over, in, V_TRUE, V_NONE);
    return is_bool(r) ? bool_value(r == V_FALSE) : r;
}

Value dict_view_isdisjoint_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SEEK_START) {
        Value in = f->slot[VIEW_SELF], over = f->slot[VIEW_OTHER];
        disjoint_order(vm, &in, &over);
        return walk_begin(vm, f, over, in, V_NONE);
    }
    Value r = walk_steps(vm, f, V_TRUE);
    return is_bool(r) ? bool_value(r == V_FALSE) : r;
}
