// frame_locals.c: what f_locals gives (PEP 667): the variables of a frame as a mapping that writes
// through to them. Names that are no variables are kept with the frame object.
//
// A FrameLocals is a FrameInfo and nothing more. Whatever only reads takes a picture of the variables,
// a dict (frameinfo_locals), and asks that one.
#include "vm/frame_locals.h"

#include "object/exc.h"
#include "object/list.h"
#include "object/seq.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Value locals_info(Vm *vm, Value v) { return ((FrameLocals *)ref_ptr(vm, v))->info; }

static Value locals_picture(Vm *vm, Value v) { return frameinfo_locals(vm, locals_info(vm, v)); }

Value frame_locals_new(Vm *vm, Value info) {
    FrameLocals *l = heap_new(vm, T_FRAME_LOCALS, 0);
    TRY(l);
    l->info = info;
    return ptr_value(vm, l);
}

// The dict of the names that are no variables.
static Dict *locals_extra(Vm *vm, Value v) {
    FrameInfo *info = ref_ptr(vm, locals_info(vm, v));
    if (info->extra == V_NONE) {
        Value d = dict_new(vm, 0);
        if (d == V_RAISED) { return NULL; }
        obj_set(vm, info, &info->extra, d);
    }
    return as_dict(vm, info->extra);
}

// An operation on the picture: its result is the native's.
static Value locals_tail(Vm *vm, Internal op, Value v, Value x) {
    Value args[2] = {locals_picture(vm, v), x};
    TRY_VALUE(args[0]);
    return native_tail_internal(vm, op, x == V_UNBOUND ? 1 : 2, args);
}

// ---- natives -----------------------------------------------------------------------------------

static Value frame_locals_make(Vm *vm, Value *a) {
    if (!is_tagged(vm, a[1], T_FRAMEINFO)) {
        return raise_error(vm, EXC_TypeError, "expect frame, not %T", a[1]);
    }
    return frame_locals_new(vm, a[1]);
}

static Value frame_locals_copy(Vm *vm, Value *a) { return locals_picture(vm, a[0]); }

// What has no hash is refused in the words of hash(), not in those of a dict. False: raised.
static bool locals_check_key(Vm *vm, Value key) {
    if (type_lookup(vm, class_of(vm, key), vm_name(vm, N___hash__)) != V_NONE) { return true; }
    return raise_false(vm, EXC_TypeError, "unhashable type: '%T'", key);
}

static Value frame_locals_contains(Vm *vm, Value *a) {
    TRY(locals_check_key(vm, a[1]));
    return locals_tail(vm, I_CONTAINS, a[0], a[1]);
}

// Variables stay; another name may go.
static Value frame_locals_delitem(Vm *vm, Value *a) {
    TRY(locals_check_key(vm, a[1]));
    if (isinstance_str(vm, a[1]) && frameinfo_has_local(vm, locals_info(vm, a[0]), a[1])) {
        return raise_error(vm, EXC_ValueError,
                           "cannot remove local variables from FrameLocalsProxy");
    }
    const Dict *extra = locals_extra(vm, a[0]);
    TRY(extra);
    Value args[2] = {ptr_value(vm, extra), a[1]};
    return native_tail_internal(vm, I_DELITEM, 2, args);
}

// Another picture of the same frame, or a dict like this one.
// What is equal the picture tells, in steps.
static Value frame_locals_compare_slot(Vm *vm, int op, Value a, Value b) {
    (void)vm, (void)a, (void)b;
    return op == OP_EQ || op == OP_NE ? V_UNBOUND : V_NOTIMPL;
}

static Value frame_locals_compare(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value self = f->slot[0], other = f->slot[1];
    int32_t op = native_magic(vm, f);
    if (is_tagged(vm, other, T_FRAME_LOCALS)) {
        return bool_value((locals_info(vm, self) == locals_info(vm, other)) == (op == OP_EQ));
    }
    if (!is_tagged(vm, other, T_DICT)) { return V_NOTIMPL; }
    Value d = locals_picture(vm, self);
    TRY_VALUE(d);
    return native_call3(vm, f, 1, internal(vm, I_RICH_COMPARE), d, other, int_value(op));
}

static Value frame_locals_getitem(Vm *vm, Frame *f) {
    enum { GETITEM_START, GETITEM_HASHED, GETITEM_FOUND, GETITEM_REPR };
    switch (native_state(f)) {
    case GETITEM_START: // what has no hash is refused in the words of hash()
        return native_call1(vm, f, GETITEM_HASHED, internal(vm, I_HASH), f->slot[1]);
    case GETITEM_HASHED: {
        Value d = locals_picture(vm, f->slot[0]);
        TRY_VALUE(d);
        return native_call2(vm, f, GETITEM_FOUND, internal(vm, I_DICT_GET), d, f->slot[1]);
    }
    case GETITEM_FOUND:
        if (f->result != V_UNBOUND) { return f->result; }
        return native_call1(vm, f, GETITEM_REPR, internal(vm, I_REPR), f->slot[1]);
    default: {
        Value text = format_text(vm, "local variable '%U' is not defined", f->result);
        return text == V_RAISED ? text : raise_with(vm, EXC_KeyError, text);
    }
    }
}

static Value frame_locals_get(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result == V_UNBOUND ? f->slot[2] : f->result; }
    TRY(locals_check_key(vm, f->slot[1]));
    Value d = locals_picture(vm, f->slot[0]);
    TRY_VALUE(d);
    return native_call2(vm, f, 1, internal(vm, I_DICT_GET), d, f->slot[1]);
}

static Value frame_locals_setitem(Vm *vm, Value *a) {
    TRY(locals_check_key(vm, a[1]));
    if (isinstance_str(vm, a[1]) && frameinfo_set_local(vm, locals_info(vm, a[0]), a[1], a[2])) {
        return V_NONE;
    }
    const Dict *extra = locals_extra(vm, a[0]);
    TRY(extra);
    Value args[3] = {ptr_value(vm, extra), a[1], a[2]};
    return native_tail_internal(vm, I_SETITEM, 3, args);
}

enum { LIST_KEYS, LIST_VALUES, LIST_ITEMS };

static Value locals_list(Vm *vm, Value v, int what) {
    Value picture = locals_picture(vm, v);
    TRY_VALUE(picture);
    const Dict *d = as_dict(vm, picture);
    Value out = list_new(vm, d->h.n), pair[2];
    TRY_VALUE(out);
    for (uint32_t pos = 0; dict_next(vm, d, &pos, &pair[0], &pair[1]);) {
        Value item = what == LIST_ITEMS ? tuple_from(vm, pair, 2) : pair[what];
        TRY_VALUE(item);
        TRY(list_append(vm, as_list(vm, out), item));
    }
    return out;
}

static Value frame_locals_keys(Vm *vm, Value *a) { return locals_list(vm, a[0], LIST_KEYS); }
static Value frame_locals_values(Vm *vm, Value *a) { return locals_list(vm, a[0], LIST_VALUES); }
static Value frame_locals_items(Vm *vm, Value *a) { return locals_list(vm, a[0], LIST_ITEMS); }

static Value frame_locals_iter(Vm *vm, Value *a) {
    Value keys = locals_list(vm, a[0], LIST_KEYS);
    TRY_VALUE(keys);
    return native_tail_internal(vm, I_ITER, 1, &keys);
}

static Value frame_locals_reversed(Vm *vm, Value *a) {
    Value out = locals_list(vm, a[0], LIST_KEYS);
    TRY_VALUE(out);
    Value *items = list_items(vm, as_list(vm, out));
    for (uint32_t i = 0, j = as_list(vm, out)->h.n; i + 1 < j; i++) {
        Value item = items[i];
        items[i] = items[--j];
        items[j] = item;
    }
    return out;
}

static Value frame_locals_len(Vm *vm, Value v) {
    Value d = locals_picture(vm, v);
    return d == V_RAISED ? d : int_value(as_dict(vm, d)->h.n);
}

static Value frame_locals_repr(Vm *vm, Value *a) {
    return locals_tail(vm, I_REPR, a[0], V_UNBOUND);
}

// self | x and x | self: a new dict.
static Value frame_locals_or(Vm *vm, Frame *f) {
    if (native_state(f) == 1) { return f->result; }
    Value parts[2] = {f->slot[0], f->slot[1]};
    for (uint32_t i = 0; i < 2; i++) {
        if (is_tagged(vm, parts[i], T_FRAME_LOCALS)) { parts[i] = locals_picture(vm, parts[i]); }
        TRY_VALUE(parts[i]);
        if (!is_tagged(vm, parts[i], T_DICT)) { return V_NOTIMPL; }
    }
    bool swapped = native_magic(vm, f);
    return native_call3(vm, f, 1, internal(vm, I_BINARY_OP), parts[swapped], parts[!swapped],
                        int_value(BIN_OP_OR));
}

static Value frame_locals_pop(Vm *vm, Frame *f) {
    if (native_state(f) == 1) {
        if (f->result != V_UNBOUND) { return f->result; }
        if (f->slot[2] != V_UNBOUND) { return f->slot[2]; }
        return raise_with(vm, EXC_KeyError, f->slot[1]);
    }
    Value key = f->slot[1];
    TRY(locals_check_key(vm, key));
    if (isinstance_str(vm, key) && frameinfo_has_local(vm, locals_info(vm, f->slot[0]), key)) {
        return raise_error(vm, EXC_ValueError,
                           "cannot remove local variables from FrameLocalsProxy");
    }
    const Dict *extra = locals_extra(vm, f->slot[0]);
    TRY(extra);
    return native_call2(vm, f, 1, internal(vm, I_DICT_DEL), ptr_value(vm, extra), key);
}

static Value frame_locals_setdefault(Vm *vm, Frame *f) {
    switch (native_state(f)) {
    case 0: {
        TRY(locals_check_key(vm, f->slot[1]));
        Value d = locals_picture(vm, f->slot[0]);
        TRY_VALUE(d);
        return native_call2(vm, f, 1, internal(vm, I_DICT_GET), d, f->slot[1]);
    }
    case 1:
        if (f->result != V_UNBOUND) { return f->result; }
        return native_call3(vm, f, 2, internal(vm, I_SETITEM), f->slot[0], f->slot[1], f->slot[2]);
    default: return f->slot[2];
    }
}

// What gives keys (or pairs) becomes a dict first; then each item is set. self |= x: only a mapping.
static Value frame_locals_update(Vm *vm, Frame *f) {
    enum { UPDATE_START, UPDATE_MERGED, UPDATE_SET };
    enum { SELF, OTHER, DICT, POS };
    bool inplace = native_magic(vm, f);
    if (native_state(f) == UPDATE_START) {
        f->slot[DICT] = dict_new(vm, 0);
        TRY_VALUE(f->slot[DICT]);
        f->slot[POS] = int_value(0);
        if (is_tagged(vm, f->slot[OTHER], T_FRAME_LOCALS)) {
            f->slot[OTHER] = locals_picture(vm, f->slot[OTHER]);
            TRY_VALUE(f->slot[OTHER]);
        } else if (!is_tagged(vm, f->slot[OTHER], T_DICT)) {
            if (inplace) { return V_NOTIMPL; }
            return raise_error(vm, EXC_TypeError,
                               "update() argument must be dict or another FrameLocalsProxy");
        }
        return native_call3(vm, f, UPDATE_MERGED, internal(vm, I_DICT_MERGE), f->slot[DICT],
                            f->slot[OTHER], int_value(0));
    }
    const Dict *d = slot_obj(vm, f, DICT, T_DICT);
    TRY(d);
    uint32_t pos = (uint32_t)int_of(f->slot[POS]);
    Value key, value;
    if (!dict_next(vm, d, &pos, &key, &value)) { return inplace ? f->slot[SELF] : V_NONE; }
    f->slot[POS] = int_value(pos);
    return native_call3(vm, f, UPDATE_SET, internal(vm, I_SETITEM), f->slot[SELF], key, value);
}

static const NativeDef frame_locals_methods[] = {
    LEAF_CLASS("__new__", "cls, frame, /", frame_locals_make, NULL),
    TAIL("__contains__", "self, key, /", frame_locals_contains, "Whether it is in it."),
    TAIL("__delitem__", "self, key, /", frame_locals_delitem, "Removes self[key]."),
    STEPS_MAGIC("__eq__", "self, value, /", frame_locals_compare, 0, NULL, OP_EQ,
                "Whether self == value."),
    STEPS("__getitem__", "self, key, /", frame_locals_getitem, 0, NULL, "The item: self[key]."),
    STEPS_MAGIC("__ior__", "self, value, /", frame_locals_update, 2, NULL, 1,
                "What self |= value does."),
    TAIL("__iter__", "self, /", frame_locals_iter, "An iterator over self, for iter()."),
    STEPS_MAGIC("__ne__", "self, value, /", frame_locals_compare, 0, NULL, OP_NE,
                "Whether self != value."),
    STEPS_MAGIC("__or__", "self, value, /", frame_locals_or, 0, NULL, 0,
                "What self | value gives."),
    TAIL("__repr__", "self, /", frame_locals_repr, "What repr(self) gives."),
    LEAF("__reversed__", "self, /", frame_locals_reversed, NULL),
    STEPS_MAGIC("__ror__", "self, value, /", frame_locals_or, 0, NULL, 1,
                "What value | self gives."),
    TAIL("__setitem__", "self, key, value, /", frame_locals_setitem,
         "What self[key] = value does."),
    LEAF("copy", "self, /", frame_locals_copy, NULL),
    STEPS("get", "self, key, default=None, /", frame_locals_get, 0, NULL, NULL),
    LEAF("items", "self, /", frame_locals_items, NULL),
    LEAF("keys", "self, /", frame_locals_keys, NULL),
    STEPS("pop", "self, key, default=UNBOUND, /", frame_locals_pop, 0, NULL, NULL),
    STEPS("setdefault", "self, key, default=None, /", frame_locals_setdefault, 0, NULL, NULL),
    STEPS_MAGIC("update", "self, other, /", frame_locals_update, 2, NULL, 0, NULL),
    LEAF("values", "self, /", frame_locals_values, NULL),
    NATIVE_END,
};

const TypeDef frame_locals_type = {
    .name = "FrameLocalsProxy",
    .tag = T_FRAME_LOCALS,
    .hidden = true,
    .unhashable = true,
    .methods = frame_locals_methods,
    .compare = frame_locals_compare_slot,
    .len = frame_locals_len,
};
