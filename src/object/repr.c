// repr.c: see repr.h. One cursor walks any container and says what stands between its items; the
// leaf form keeps a small stack of cursors, the steps form keeps one and asks for the items' reprs.
//
// A cycle is found by the leaf form in its own stack, and by the steps form through OBJ_GUARDED.
// Whatever the leaf form cannot do makes it give up altogether: nothing was changed by then.
#include "object/repr.h"

#include "object/dict_views.h"
#include "object/list.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"

enum { REPR_DEPTH = 20 }; // nesting that the leaf form follows

// Where a cursor stands; saved in snapshots.
typedef enum ReprPart {
    REPR_FIRST, // before the first entry
    REPR_NEXT,  // behind an entry
    REPR_VALUE, // behind a key: `pending` is its value
    REPR_CLOSE, // behind the value of an item pair
} ReprPart;

typedef struct ReprCursor {
    Value v;
    uint32_t at;
    ReprPart part;
    Value pending;
} ReprCursor;

static bool repr_is_container(Vm *vm, Value v) {
    switch (as_obj(vm, v)->type) {
    case T_LIST:
    case T_TUPLE:
    case T_DICT:
    case T_SET:
    case T_FROZENSET:
    case T_DICT_VIEW: return true;
    default: return false;
    }
}

// ---- punctuation -------------------------------------------------------------------------------

static bool repr_is_empty_set(Vm *vm, Value v) {
    return is_any_set(vm, v) && as_obj(vm, v)->n == 0;
}

static bool repr_is_plain_set(Vm *vm, Value v) { return is_exact(vm, v, T_SET); }

static const char *repr_brackets(Vm *vm, Value v) {
    switch (as_obj(vm, v)->type) {
    case T_TUPLE: return "()";
    case T_DICT:
    case T_SET:
    case T_FROZENSET: return "{}";
    default: return "[]";
    }
}

static bool repr_put_name(StrBuilder *b, Value v) {
    return sb_put_cstr(b, class_name_of(b->vm, v)) && sb_put(b, "(", 1);
}

static bool repr_is_named(Vm *vm, Value v) {
    return is_tagged(vm, v, T_DICT_VIEW) || (is_any_set(vm, v) && !repr_is_plain_set(vm, v)) ||
           repr_is_empty_set(vm, v);
}

static bool repr_open(StrBuilder *b, Value v) {
    Vm *vm = b->vm;
    if (repr_is_named(vm, v) && !repr_put_name(b, v)) { return false; }
    return repr_is_empty_set(vm, v) || sb_put(b, repr_brackets(vm, v), 1);
}

static bool repr_close(StrBuilder *b, const ReprCursor *c) {
    Vm *vm = b->vm;
    if (is_tagged(vm, c->v, T_TUPLE) && as_tuple(vm, c->v)->h.n == 1 && !sb_put(b, ",", 1)) {
        return false;
    }
    if (!(repr_is_empty_set(vm, c->v) && c->part == REPR_FIRST) &&
        !sb_put(b, repr_brackets(vm, c->v) + 1, 1)) {
        return false;
    }
    return !repr_is_named(vm, c->v) || sb_put(b, ")", 1);
}

// What stands for a container inside itself.
static bool repr_put_cycle(StrBuilder *b, Value v) {
    Vm *vm = b->vm;
    if (is_tagged(vm, v, T_DICT_VIEW)) { return sb_put(b, "...", 3); }
    if (is_any_set(vm, v)) { return repr_put_name(b, v) && sb_put(b, "...)", 4); }
    const char *brackets = repr_brackets(vm, v);
    return sb_put(b, brackets, 1) && sb_put(b, "...", 3) && sb_put(b, brackets + 1, 1);
}

// ---- the cursor --------------------------------------------------------------------------------

static bool repr_next_entry(Vm *vm, ReprCursor *c, Value *item, bool *is_pair) {
    const Obj *o = as_obj(vm, c->v);
    int64_t hash;
    Value key, value, dict = c->v;
    *is_pair = false;
    switch (o->type) {
    case T_LIST:
    case T_TUPLE: {
        uint32_t n;
        const Value *items = seq_items(vm, c->v, &n);
        if (c->at >= n) { return false; }
        *item = items[c->at++];
        return true;
    }
    case T_SET:
    case T_FROZENSET: return set_next(vm, as_set(vm, c->v), &c->at, item, &hash);
    case T_DICT_VIEW: dict = as_dict_view(vm, c->v)->dict; break;
    default: break;
    }
    if (!dict_next(vm, as_dict(vm, dict), &c->at, &key, &value)) { return false; }
    uint32_t kind = o->type == T_DICT ? DICT_KIND_ITEMS : as_dict_view(vm, c->v)->kind;
    *item = kind == DICT_KIND_VALUES ? value : key;
    *is_pair = kind == DICT_KIND_ITEMS;
    c->pending = value;
    return true;
}

// Puts what stands before the next item. 1: *item is to follow; 0: the end was put; -1: raised.
static int repr_advance(StrBuilder *b, ReprCursor *c, Value *item) {
    Vm *vm = b->vm;
    bool items_view = is_tagged(vm, c->v, T_DICT_VIEW), is_pair;
    switch (c->part) {
    case REPR_VALUE:
        if (!sb_put(b, items_view ? ", " : ": ", 2)) { return -1; }
        c->part = items_view ? REPR_CLOSE : REPR_NEXT;
        *item = c->pending;
        return 1;
    case REPR_CLOSE:
        if (!sb_put(b, ")", 1)) { return -1; }
        c->part = REPR_NEXT;
        break;
    case REPR_FIRST:
        if (!repr_open(b, c->v)) { return -1; }
        break;
    default: break;
    }
    if (!repr_next_entry(vm, c, item, &is_pair)) { return repr_close(b, c) ? 0 : -1; }
    if (!native_charge(vm, 1)) { return -1; }
    if (c->part == REPR_NEXT && !sb_put(b, ", ", 2)) { return -1; }
    if (is_pair && items_view && !sb_put(b, "(", 1)) { return -1; }
    c->part = is_pair ? REPR_VALUE : REPR_NEXT;
    return 1;
}

// An item that is no container: 1 done, 0 raised, -1 guest code must run.
static int repr_put_flat(StrBuilder *b, Value v) {
    Vm *vm = b->vm;
    if (is_int(v)) { return sb_put_int(b, int_of(v)); }
    if (is_str(vm, v)) { return sb_put_repr(b, v, false); }
    Value text = repr_of_leaf(vm, v);
    return text == V_RAISED ? 0 : text == V_UNBOUND ? -1 : sb_put_str(b, text);
}

// ---- leaf --------------------------------------------------------------------------------------

static bool repr_is_under_way(Vm *vm, const ReprCursor *stack, uint32_t depth, Value v) {
    if (as_obj(vm, v)->flags & OBJ_GUARDED) { return true; }
    for (uint32_t i = 0; i <= depth; i++) {
        if (stack[i].v == v) { return true; }
    }
    return false;
}

static Value repr_leaf_text(Vm *vm, Value v) {
    char few[SB_FEW];
    ReprCursor stack[REPR_DEPTH];
    StrBuilder b = str_builder_on(vm, few, sizeof few);
    uint32_t depth = 0;
    stack[0] = (ReprCursor){.v = v};
    for (;;) {
        Value item;
        int r = repr_advance(&b, &stack[depth], &item);
        if (r < 0) { return V_RAISED; }
        if (r == 0) {
            if (depth-- == 0) { return sb_finish(&b); }
            continue;
        }
        if (is_ref(item) && repr_is_container(vm, item)) {
            if (as_obj(vm, item)->ext) { return V_UNBOUND; }
            if (repr_is_under_way(vm, stack, depth, item)) {
                TRY(repr_put_cycle(&b, item));
                continue;
            }
            if (depth + 1 == REPR_DEPTH) { return V_UNBOUND; }
            stack[++depth] = (ReprCursor){.v = item};
            continue;
        }
        r = repr_put_flat(&b, item);
        if (r <= 0) { return r ? V_UNBOUND : V_RAISED; }
    }
}

Value container_repr(Vm *vm, Value v) {
    if (as_obj(vm, v)->flags & OBJ_GUARDED) {
        StrBuilder b = str_builder(vm);
        TRY(repr_put_cycle(&b, v));
        return sb_finish(&b);
    }
    return repr_leaf_text(vm, v);
}

// ---- steps -------------------------------------------------------------------------------------

enum { REPR_START, REPR_ITEM };
enum { REPR_SELF, REPR_BLOB, REPR_LEN, REPR_AT, REPR_PART, REPR_PENDING };

static void repr_guard(Vm *vm, Value v, bool on) {
    Obj *o = as_obj(vm, v);
    obj_touch(vm, o);
    o->flags = (uint8_t)(on ? o->flags | OBJ_GUARDED : o->flags & ~OBJ_GUARDED);
}

static Value repr_ask(Vm *vm, Frame *f, const StrBuilder *b, const ReprCursor *c, Value item) {
    if (native_state(f) == REPR_START) { repr_guard(vm, c->v, true); }
    f->slot[REPR_BLOB] = b->blob;
    f->slot[REPR_LEN] = int_value(b->len);
    f->slot[REPR_AT] = int_value(c->at);
    f->slot[REPR_PART] = int_value(c->part);
    f->slot[REPR_PENDING] = c->pending;
    return native_call1(vm, f, REPR_ITEM, internal(vm, I_REPR), item);
}

Value container_repr_steps(Vm *vm, Frame *f) {
    StrBuilder b = str_builder(vm);
    ReprCursor c = {.v = f->slot[REPR_SELF]};
    if (!is_ref(c.v) || !repr_is_container(vm, c.v)) { return raise_stop(vm, STOP_CORRUPT); }
    if (native_state(f) == REPR_START) {
        if (as_obj(vm, c.v)->flags & OBJ_GUARDED) { return container_repr(vm, c.v); }
    } else {
        TRY(sb_from_slots(vm, f, REPR_BLOB, &b));
        c.at = (uint32_t)index_of(f->slot[REPR_AT]);
        c.part = (ReprPart)index_of(f->slot[REPR_PART]);
        c.pending = f->slot[REPR_PENDING];
        TRY(sb_put_str(&b, f->result));
    }
    for (;;) {
        Value item;
        int r = repr_advance(&b, &c, &item);
        if (r < 0) { return V_RAISED; }
        if (r == 0) { break; }
        if (is_ref(item) && repr_is_container(vm, item)) { return repr_ask(vm, f, &b, &c, item); }
        r = repr_put_flat(&b, item);
        if (r < 0) { return repr_ask(vm, f, &b, &c, item); }
        TRY(r);
    }
    Value text = sb_finish(&b);
    TRY_VALUE(text);
    if (native_state(f) != REPR_START) { repr_guard(vm, c.v, false); }
    return text;
}

void container_repr_unwind(Vm *vm, Frame *f) {
    Value self = f->slot[REPR_SELF];
    if (native_state(f) != REPR_START && is_ref(self)) { repr_guard(vm, self, false); }
}
