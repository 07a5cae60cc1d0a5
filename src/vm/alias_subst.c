// alias_subst.c: list[T][int]: arguments for the type variables of an alias or a union (PEP 585,
// PEP 646).
//
// Three rounds over attributes that the type variables may define in Python: the items in brackets
// are unpacked (`*tuple[int, str]` is two), each parameter may prepare them (a TypeVarTuple takes
// several), and each argument with parameters in it is replaced, by what its __typing_subst__ gives
// or by itself subscripted.
#include "object/alias.h"

#include "object/list.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum {
    SUBST_START,
    SUBST_UNPACKED, // of item I: __typing_unpacked_tuple_args__
    SUBST_PREPARE,  // of parameter I: __typing_prepare_subst__
    SUBST_PREPARED,
    SUBST_STARRED, // of argument I: __typing_is_unpacked_typevartuple__
    SUBST_METHOD,  // __typing_subst__
    SUBST_PARAMS,  // __parameters__
    SUBST_REPLACED,
    SUBST_UNION,
    SUBST_COUNTED, // the repr, for the message
};
enum { SELF, ITEM, OUT, I, STARRED, SPARE };

typedef struct Subst {
    Vm *vm;
    Frame *f;
    const Tuple *params, *args;
    List *out;
    uint32_t i;
} Subst;

static Value subst_ask(Subst *s, int next, Value v, const char *name) {
    Value key = intern_bytes(s->vm, name, (uint32_t)strlen(name));
    TRY_VALUE(key);
    s->f->slot[I] = int_value(s->i);
    return native_call2(s->vm, s->f, next, internal(s->vm, I_HASATTR_GET), v, key);
}

static bool subst_extend(Subst *s, Value tuple) {
    const Tuple *t = as_tuple(s->vm, tuple);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!list_append(s->vm, s->out, t->items[i])) { return false; }
    }
    return true;
}

// A fresh OUT, its items so far becoming ITEM if `keep`.
static bool subst_round(Subst *s, bool keep) {
    Frame *f = s->f;
    if (keep) {
        const List *l = s->out;
        f->slot[ITEM] = tuple_from(s->vm, l->h.n ? list_items(s->vm, l) : NULL, l->h.n);
        if (f->slot[ITEM] == V_RAISED) { return false; }
    }
    f->slot[OUT] = list_new(s->vm, s->args->h.n);
    if (f->slot[OUT] == V_RAISED) { return false; }
    s->out = as_list(s->vm, f->slot[OUT]);
    s->i = 0;
    return true;
}

static int64_t subst_index(const Tuple *params, Value v) {
    for (uint32_t i = 0; i < params->h.n; i++) {
        if (params->items[i] == v) { return i; }
    }
    return -1;
}

// After its repr has come.
static Value subst_wrong_count(Subst *s) {
    uint32_t n = as_tuple(s->vm, s->f->slot[ITEM])->h.n;
    return raise_error(s->vm, EXC_TypeError, "Too %s arguments for %U; actual %u, expected %u",
                       n > s->params->h.n ? "many" : "few", s->f->result, n, s->params->h.n);
}

static Value subst_next_arg(Subst *s);

static Value subst_finish(Subst *s) {
    Vm *vm = s->vm;
    Value all = tuple_from(vm, s->out->h.n ? list_items(vm, s->out) : NULL, s->out->h.n);
    TRY_VALUE(all);
    Value self = s->f->slot[SELF];
    if (is_tagged(vm, self, T_ALIAS)) {
        const Alias *from = ref_ptr(vm, self);
        return alias_new_like(vm, from->origin, all, from->starred);
    }
    return native_call2(vm, s->f, SUBST_UNION, internal(vm, I_GETITEM), vm->types[T_UNION], all);
}

static Value subst_next_arg(Subst *s) {
    while (s->i < s->args->h.n) {
        Value v = s->args->items[s->i];
        if (is_ref(v) && !is_type(s->vm, v)) {
            return subst_ask(s, SUBST_STARRED, v, "__typing_is_unpacked_typevartuple__");
        }
        TRY(list_append(s->vm, s->out, v));
        s->i++;
    }
    return subst_finish(s);
}

static Value subst_next_param(Subst *s) {
    if (s->i < s->params->h.n) {
        return subst_ask(s, SUBST_PREPARE, s->params->items[s->i], "__typing_prepare_subst__");
    }
    uint32_t n = as_tuple(s->vm, s->f->slot[ITEM])->h.n;
    if (n != s->params->h.n) {
        return native_call1(s->vm, s->f, SUBST_COUNTED, internal(s->vm, I_REPR), s->f->slot[SELF]);
    }
    TRY(subst_round(s, false));
    return subst_next_arg(s);
}

static Value subst_next_item(Subst *s) {
    const Tuple *items = as_tuple(s->vm, s->f->slot[ITEM]);
    while (s->i < items->h.n) {
        Value v = items->items[s->i];
        if (is_ref(v) && !is_type(s->vm, v)) {
            return subst_ask(s, SUBST_UNPACKED, v, "__typing_unpacked_tuple_args__");
        }
        TRY(list_append(s->vm, s->out, v));
        s->i++;
    }
    TRY(subst_round(s, true));
    return subst_next_param(s);
}

// The argument has parameters of its own: it is subscripted with what stands for them.
static Value subst_inner(Subst *s, Value arg, const Tuple *own) {
    Vm *vm = s->vm;
    const Tuple *items = as_tuple(vm, s->f->slot[ITEM]);
    Value list = list_new(vm, own->h.n), tuple = V_UNBOUND;
    TRY_VALUE(list);
    List *sub = as_list(vm, list), *out = s->out;
    for (uint32_t i = 0; i < own->h.n; i++) {
        int64_t at = subst_index(s->params, own->items[i]);
        Value v = at < 0 ? own->items[i] : items->items[at];
        bool several = at >= 0 && is_exact(vm, v, T_TUPLE) &&
                       special_method(vm, own->items[i], N___iter__) != V_UNBOUND;
        s->out = sub;
        bool ok = several ? subst_extend(s, v) : list_append(vm, sub, v);
        s->out = out;
        TRY(ok);
    }
    tuple = tuple_from(vm, sub->h.n ? list_items(vm, sub) : NULL, sub->h.n);
    TRY_VALUE(tuple);
    return native_call2(vm, s->f, SUBST_REPLACED, internal(vm, I_GETITEM), arg, tuple);
}

static Value subst_begin(Subst *s) {
    Vm *vm = s->vm;
    Frame *f = s->f;
    if (s->params->h.n == 0) {
        if (f->result != V_NONE) { // the repr, for the message
            return raise_error(vm, EXC_TypeError, "%U is not a generic class", f->result);
        }
        return native_call1(vm, f, SUBST_START, internal(vm, I_REPR), f->slot[SELF]);
    }
    if (!is_tagged(vm, f->slot[ITEM], T_TUPLE)) {
        f->slot[ITEM] = tuple_from(vm, &f->slot[ITEM], 1);
        TRY_VALUE(f->slot[ITEM]);
    }
    TRY(subst_round(s, false));
    return subst_next_item(s);
}

static Value subst_go_on(Subst *s) {
    Vm *vm = s->vm;
    Frame *f = s->f;
    Value got = f->result;
    const Tuple *items = as_tuple(vm, f->slot[ITEM]);
    switch (native_state(f)) {
    case SUBST_UNPACKED: {
        const Tuple *t = is_tagged(vm, got, T_TUPLE) ? as_tuple(vm, got) : NULL;
        bool several = t && !(t->h.n && t->items[t->h.n - 1] == V_ELLIPSIS);
        TRY(several ? subst_extend(s, got) : list_append(vm, s->out, items->items[s->i]));
        s->i++;
        return subst_next_item(s);
    }
    case SUBST_PREPARE:
        if (got == V_UNBOUND || got == V_NONE) {
            s->i++;
            return subst_next_param(s);
        }
        return native_call2(vm, f, SUBST_PREPARED, got, f->slot[SELF], f->slot[ITEM]);
    case SUBST_PREPARED:
        f->slot[ITEM] = is_tagged(vm, got, T_TUPLE) ? got : tuple_from(vm, &got, 1);
        TRY_VALUE(f->slot[ITEM]);
        s->i++;
        return subst_next_param(s);
    case SUBST_STARRED:
        f->slot[STARRED] = got == V_TRUE ? V_TRUE : V_FALSE;
        return subst_ask(s, SUBST_METHOD, s->args->items[s->i], "__typing_subst__");
    case SUBST_METHOD: {
        Value arg = s->args->items[s->i];
        if (got == V_UNBOUND) { return subst_ask(s, SUBST_PARAMS, arg, "__parameters__"); }
        int64_t at = subst_index(s->params, arg);
        if (at < 0 || (uint64_t)at >= items->h.n) { return raise_stop(vm, STOP_CORRUPT); }
        return native_call1(vm, f, SUBST_REPLACED, got, items->items[at]);
    }
    case SUBST_PARAMS: {
        Value arg = s->args->items[s->i];
        if (is_tagged(vm, got, T_TUPLE) && as_tuple(vm, got)->h.n) {
            return subst_inner(s, arg, as_tuple(vm, got));
        }
        got = arg;
        break;
    }
    default: break;
    }
    bool several = f->slot[STARRED] == V_TRUE && is_tagged(vm, got, T_TUPLE);
    TRY(several ? subst_extend(s, got) : list_append(vm, s->out, got));
    s->i++;
    return subst_next_arg(s);
}

Value alias_getitem_steps(Vm *vm, Frame *f) {
    if (native_state(f) == SUBST_UNION) { return f->result; }
    Value self = f->slot[SELF];
    const Obj *o = is_ref(self) ? as_obj(vm, self) : NULL;
    if (!o || (o->type != T_ALIAS && o->type != T_UNION)) { return raise_stop(vm, STOP_CORRUPT); }
    bool alias = o->type == T_ALIAS;
    Subst s = {.vm = vm, .f = f};
    s.params = as_tuple(vm, alias ? ((const Alias *)o)->params : ((const Union *)o)->params);
    s.args = as_tuple(vm, alias ? ((const Alias *)o)->args : ((const Union *)o)->args);
    Value item = f->slot[ITEM], out = f->slot[OUT];
    if (native_state(f) == SUBST_START) {
        Value begun = subst_begin(&s);
        if (begun == V_RAISED) { f->slot[ITEM] = item; }
        return begun;
    }
    if (native_state(f) == SUBST_COUNTED) {
        return slot_obj(vm, f, ITEM, T_TUPLE) ? subst_wrong_count(&s) : V_RAISED;
    }
    s.out = slot_obj(vm, f, OUT, T_LIST);
    TRY(s.out && is_int(f->slot[I]) && is_tagged(vm, f->slot[ITEM], T_TUPLE));
    s.i = (uint32_t)int_of(f->slot[I]);
    uint32_t most = native_state(f) == SUBST_UNPACKED ? as_tuple(vm, f->slot[ITEM])->h.n
                    : native_state(f) == SUBST_PREPARE || native_state(f) == SUBST_PREPARED
                        ? s.params->h.n
                        : s.args->h.n;
    if (s.i >= most) { return raise_stop(vm, STOP_CORRUPT); }
    uint32_t n = s.out->h.n;
    Value got = subst_go_on(&s);
    if (got == V_RAISED) { // the step may be repeated: from where it began
        f->slot[ITEM] = item;
        f->slot[OUT] = out;
        as_list(vm, out)->h.n = n;
    }
    return got;
}
