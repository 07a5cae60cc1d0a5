// call.c: the one place where a call of any kind of object starts. See call.h.
//
// Natives that finish at once are simply called. Everything else pushes a frame and leaves the
// running of it to the loop, so that no C function ever waits for guest code.
#include "vm/call.h"

#include "object/module.h"
#include "object/construct.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/native_kind.h"
#include "object/seq.h"
#include "object/steps_fast.h"
#include "rt/internals.h"
#include "vm/gen.h"
#include "vm/internals.h"
#include "vm/ops.h"
#include "vm/signature.h"

Value caches_of(Vm *vm, Value code) {
    Code *c = as_code(vm, code);
    Head *h = vm->head;
    Value list = h->code_caches;
    if (code_image_number(c)) {
        const Values *known = is_ref(list) ? ref_ptr(vm, list) : NULL;
        if (!known || known->h.n <= code_image_number(c)) { // none yet, or that of an older image
            Values *table = heap_new(vm, T_VALUES, (uint64_t)h->code_numbers + 1);
            TRY(table);
            if (known) { values_copy(table->items, known->items, known->h.n); }
            h->code_caches = ptr_value(vm, table);
        }
        Value v = ((Values *)ref_ptr(vm, h->code_caches))->items[code_image_number(c)];
        if (is_tagged(vm, v, T_CACHES) && as_obj(vm, v)->n == c->n_caches) { return v; }
    }
    Caches *made = heap_new(vm, T_CACHES, c->n_caches);
    TRY(made);
    Value v = ptr_value(vm, made);
    Values *all = is_ref(h->caches) ? ref_ptr(vm, h->caches) : NULL;
    if (!all || h->n_caches == all->h.n) {
        Values *grown = heap_new(vm, T_VALUES, all ? all->h.n * 2 : 16);
        TRY(grown);
        if (all) { values_copy(grown->items, all->items, h->n_caches); }
        h->caches = ptr_value(vm, grown);
        all = grown;
    }
    all->items[h->n_caches++] = v;
    if (code_image_number(c)) {
        ((Values *)ref_ptr(vm, h->code_caches))->items[code_image_number(c)] = v;
    } else {
        c->caches = v;
    }
    return v;
}

Frame *push_code(Vm *vm, Value code, Value func, Value globals, uint64_t ret) {
    Code *c = as_code(vm, code);
    Value caches = c->caches;
    if (NX_UNLIKELY(!is_ref(caches))) {
        caches = caches_of(vm, code);
        if (caches == V_RAISED) { return NULL; }
    }
    Frame *f = frame_push(vm, FRAME_FIXED + c->n_regs);
    if (!f) { return NULL; }
    f->prev = vm->head->frame;
    f->code = code;
    f->func = func;
    f->globals = globals;
    f->caches = caches;
    f->pc = ref_offset(c->bytecode) + 8;
    f->ret = ret;
    frame_clear(f->slot, f->slot + c->n_regs);
    vm->head->frame = ptr_value(vm, f);
    return f;
}

// The frame of a function that takes its arguments as they are, its registers still to be filled.
static inline Frame *push_plain(Vm *vm, Value callee, const Function *fn, const Code *c,
                                uint64_t ret) {
    Value caches = c->caches;
    if (NX_UNLIKELY(!is_ref(caches))) {
        caches = caches_of(vm, fn->code);
        if (caches == V_RAISED) { return NULL; }
    }
    Frame *f = frame_push_sized(vm, vm->base, c->frame_size, c->frame_head);
    if (NX_UNLIKELY(!f)) { return NULL; }
    f->prev = vm->head->frame;
    f->code = fn->code;
    f->func = callee;
    f->globals = fn->globals;
    f->caches = caches;
    f->pc = ref_offset(c->bytecode) + 8;
    f->ret = ret;
    vm->head->frame = ptr_value(vm, f);
    return f;
}

Value call_plain(Vm *vm, Value callee, const Value *args, uint32_t n, uint64_t ret) {
    if (!is_exact(vm, callee, T_FUNCTION)) { return V_UNBOUND; }
    const Function *fn = ref_ptr(vm, callee);
    const Code *c = as_code(vm, fn->code);
    if (c->direct_args != n || !is_ref(c->caches)) { return V_UNBOUND; }
    Frame *f = push_plain(vm, callee, fn, c, ret);
    TRY(f);
    frame_fill(f, args, n, c->n_regs);
    return V_CALLING;
}

// The same with `self` before the arguments.
static Value call_plain_self(Vm *vm, Value callee, Value self, const Value *args, uint32_t n,
                             uint64_t ret) {
    if (!is_exact(vm, callee, T_FUNCTION)) { return V_UNBOUND; }
    const Function *fn = ref_ptr(vm, callee);
    const Code *c = as_code(vm, fn->code);
    if (c->direct_args != n + 1) { return V_UNBOUND; }
    Frame *f = push_plain(vm, callee, fn, c, ret);
    TRY(f);
    f->slot[0] = self;
    values_copy(f->slot + 1, args, n);
    frame_clear(f->slot + 1 + n, f->slot + c->n_regs);
    return V_CALLING;
}

Value push_native(Vm *vm, Value native, const Value *bound, uint64_t ret) {
    const NativeObj *nat = as_native(vm, native);
    const NativeDef *def = native_def(vm, nat);
    uint32_t n = nat->n_params;
    if (NX_UNLIKELY(vm->head->depth >= vm->head->depth_limit)) { frame_let_native(vm); }
    Frame *f = frame_push(vm, FRAME_FIXED + n + def->scratch);
    TRY(f);
    f->prev = vm->head->frame;
    f->code = f->func = native;
    f->globals = V_NONE;
    f->result = V_NONE;
    f->pc = 0;
    f->ret = ret;
    for (uint32_t i = 0; i < n; i++) { f->slot[i] = bound[i]; }
    for (uint32_t i = 0; i < def->scratch; i++) { f->slot[n + i] = V_UNBOUND; }
    vm->head->frame = ptr_value(vm, f);
    return V_CALLING;
}

// What the functions of this file tell vm_call: a native asked for a call whose result is its own.
// vm_call makes it in a loop, for natives can stand behind one another in a chain of any length.
#define CALL_ASKED (VALUE_SPECIAL_BITS | 0xFF)

static Value call_any(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                      uint64_t ret);

// Bound arguments to result: leaf natives run here, and so do natives in steps as far as their leaf
// can tell the answer; the others get a frame.
static Value call_bound_native(Vm *vm, Value native, Value *bound, uint64_t ret) {
    const NativeObj *nat = as_native(vm, native);
    const NativeDef *def = native_def(vm, nat);
    Value v = def->leaf ? def->leaf(vm, bound) : V_UNBOUND;
    if (v == V_UNBOUND && def->kind == NATIVE_STEPS) { return push_native(vm, native, bound, ret); }
    return NX_UNLIKELY(v == V_CALLING) ? CALL_ASKED : v;
}

// What every __new__ of a builtin class asks first, before it looks at its arguments: whether it may make
// instances of that class. That of object knows more and asks itself.
static bool native_check_new(Vm *vm, const NativeObj *nat, Value cls) {
    Value base = nat->owner;
    if (nat->name != vm_name(vm, N___new__) || base == vm->types[T_OBJECT]) { return true; }
    if (!is_type(vm, cls)) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(X): X is not a type object (%T)", base,
                           cls);
    }
    if (!is_subclass_of(vm, cls, base)) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(%K): %K is not a subtype of %K", base,
                           cls, cls, base);
    }
    while (!(as_type(vm, cls)->flags & TYPE_BUILTIN)) { cls = as_type(vm, cls)->base; }
    Value own = type_lookup(vm, cls, nat->name);
    if (is_exact(vm, own, T_NATIVE) && as_native(vm, own) != nat) {
        return raise_false(vm, EXC_TypeError, "%K.__new__(%K) is not safe, use %K.__new__()", base,
                           cls, cls);
    }
    return true;
}

// `is_bound`: args[0] is the object of a bound method (which messages name by its class).
static Value call_native(Vm *vm, Value native, bool is_bound, const Value *args, uint32_t n,
                         Value names, uint64_t ret) {
    const NativeObj *nat = as_native(vm, native);
    Value bound[NATIVE_MAX_PARAMS];
    if (!is_bound && (nat->flags & NATIVE_CLASS) &&
        native_class_tag(vm, nat) == T_CLASSMETHOD_DESCRIPTOR) {
        if (n == 0) {
            return raise_error(vm, EXC_TypeError,
                               "descriptor '%U' of '%N' object needs an argument", nat->name,
                               nat->owner);
        }
        TRY(native_check_class(vm, nat, args[0]));
    } else if (!is_bound && (nat->flags & NATIVE_CLASS) && n && args[0] != nat->owner) {
        TRY(native_check_new(vm, nat, args[0]));
    }
    TRY(bind_native(vm, nat, is_bound, args, n, names, bound));
    if (nat->has_converters) {
        for (uint32_t i = 0; i < nat->n_params; i++) {
            int done = bind_convert(vm, nat, i, &bound[i]);
            if (done == 0) { return V_RAISED; }
            if (done < 0) { // guest code must run first: the binder goes on in steps
                Value rest = tuple_from(vm, bound, nat->n_params);
                TRY_VALUE(rest);
                Value todo[3] = {native, rest, int_value(i)};
                return push_native(vm, internal(vm, I_BIND), todo, ret);
            }
        }
    }
    return call_bound_native(vm, native, bound, ret);
}

bool native_takes(Vm *vm, const NativeObj *nat, const Value *bound) {
    bool view = nat->self_tag >= T_DICT_KEYS && nat->self_tag <= T_DICT_ITEMS; // become sets
    if (nat->self_tag && !view && !self_fits(vm, bound[0], (TypeTag)nat->self_tag, nat->owner)) {
        return false;
    }
    for (uint32_t i = 0; i < nat->n_params; i++) {
        if (!bind_fits(vm, nat, i, bound[i])) { return false; }
    }
    return true;
}

// Of the leaf of a native that answered `v`, nothing that is a result.
static Value call_leaf_rest(Vm *vm, Value native, const Value *bound, Value v, uint64_t ret) {
    if (v == V_UNBOUND && as_native(vm, native)->kind == NATIVE_STEPS) {
        return push_native(vm, native, bound, ret);
    }
    return v == V_CALLING ? CALL_ASKED : v;
}

// The type whose values need no converter, as NativeObj.exact names it.
static inline TypeTag call_exact_tag(Vm *vm, Value v) {
    if (is_int(v)) { return T_INT; }
    if (is_ref(v)) {
        const Obj *o = ref_ptr(vm, v);
        return o->ext || o->type == T_INT ? T_INVALID : (TypeTag)o->type; // a big int may not fit
    }
    return is_double(v) ? T_FLOAT : is_bool(v) ? T_BOOL : T_INVALID;
}

// Applies the converters of the first n arguments. As bind_convert.
static int call_convert(Vm *vm, const NativeObj *nat, Value *bound, uint32_t n) {
    for (uint32_t todo = nat->converters & ((1u << n) - 1); todo; todo &= todo - 1) {
        uint32_t i = (uint32_t)__builtin_ctz(todo);
        TypeTag tag = call_exact_tag(vm, bound[i]);
        if (tag != T_INVALID && i < sizeof nat->exact && nat->exact[i] == tag) { continue; }
        int done = bind_convert(vm, nat, i, &bound[i]);
        if (NX_UNLIKELY(done <= 0)) { return done; }
    }
    return 1;
}

// A few Values, without the call that a loop is made into.
static inline void call_copy(Value *to, const Value *from, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        to[i] = from[i];
        __asm__ volatile("");
    }
}

// A call for which native_is_direct says yes.
static NX_ALWAYS_INLINE Value call_direct(Vm *vm, Value native, const Value *args, uint32_t n,
                                          uint64_t ret) {
    const NativeObj *nat = as_native(vm, native);
    const NativeDef *def = native_def(vm, nat);
    Value bound[NATIVE_MAX_PARAMS];
    call_copy(bound, args, n);
    if (n < nat->n_params) {
        call_copy(bound + n, as_tuple(vm, nat->defaults)->items + n, nat->n_params - n);
    }
    if (nat->converters) {
        int done = call_convert(vm, nat, bound, n);
        if (NX_UNLIKELY(done <= 0)) {
            return done ? call_native(vm, native, false, args, n, V_NONE, ret) : V_RAISED;
        }
    }
    Value v = def->leaf ? def->leaf(vm, bound) : V_UNBOUND;
    if (NX_LIKELY(v - V_UNBOUND > V_CALLING - V_UNBOUND)) { return v; }
    return call_leaf_rest(vm, native, bound, v, ret);
}

static Value call_flat(Vm *vm, const NativeObj *nat, const Value *args, uint32_t n) {
    FlatFn flat = native_def(vm, nat)->flat;
    if (!flat || n == 0 || (nat->self_tag && !is_tagged(vm, args[0], (TypeTag)nat->self_tag))) {
        return V_UNBOUND;
    }
    return flat(vm, args, n);
}

// I_BIND: runs the converters that need guest code, one by one, then the native itself. Views of the
// buffers of guest objects are released when it is done.
enum { BIND_NEXT, BIND_CONVERTED, BIND_RAN, BIND_FAILED, BIND_RELEASED, BIND_RELEASED_FAILED };
enum { BIND_NATIVE, BIND_ARGS, BIND_AT, BIND_VIEWS, BIND_RESULT };

// Notes a view to be released. False: raised.
static bool bind_note_view(Vm *vm, Frame *f, Value view) {
    if (!is_tagged(vm, f->slot[BIND_VIEWS], T_LIST)) {
        Value list = list_new(vm, 2);
        if (list == V_RAISED) { return false; }
        f->slot[BIND_VIEWS] = list;
    }
    return list_append(vm, as_list(vm, f->slot[BIND_VIEWS]), view);
}

static Value bind_ask_converter(Vm *vm, Frame *f, const NativeObj *nat, uint32_t i, Value *bound) {
    f->slot[BIND_AT] = int_value(i);
    bool views = is_tagged(vm, f->slot[BIND_VIEWS], T_LIST);
    if (!views && i > 0 && bind_takes_buffer(vm, nat, i) && is_tagged(vm, bound[0], T_BYTEARRAY)) {
        Value hold = buffer_hold(vm, bound[0]); // keeps its size meanwhile
        TRY(hold != V_RAISED && bind_note_view(vm, f, hold));
        views = true;
    }
    if (views) { native_catch(f, BIND_FAILED); }
    return bind_ask(vm, f, BIND_CONVERTED, nat, i, bound[i]);
}

// Releases the views, the first one first, then answers.
static Value bind_release(Vm *vm, Frame *f, bool failed) {
    List *views = slot_obj(vm, f, BIND_VIEWS, T_LIST);
    TRY(views);
    uint64_t at = index_of(f->slot[BIND_AT]);
    if (at >= views->h.n) {
        return failed ? exc_restore(vm, f->slot[BIND_RESULT]) : f->slot[BIND_RESULT];
    }
    Value view = list_items(vm, views)[at];
    f->slot[BIND_AT] = int_value((int64_t)at + 1);
    Value release = type_lookup(vm, type_of_tag(vm, T_MEMORYVIEW), vm_name(vm, N_release));
    Value r = native_call1(vm, f, failed ? BIND_RELEASED_FAILED : BIND_RELEASED, release, view);
    if (r == V_RAISED) { f->slot[BIND_AT] = int_value((int64_t)at); } // once more
    return r;
}

Value bind_steps(Vm *vm, Frame *f) {
    int state = native_state(f);
    if (state == BIND_RAN || state == BIND_FAILED) {
        f->slot[BIND_RESULT] = f->result;
        f->slot[BIND_AT] = int_value(0);
        native_goto(f, state == BIND_RAN ? BIND_RELEASED : BIND_RELEASED_FAILED);
        return bind_release(vm, f, state == BIND_FAILED);
    }
    if (state > BIND_FAILED) { return bind_release(vm, f, state == BIND_RELEASED_FAILED); }
    Value native = f->slot[BIND_NATIVE];
    const NativeObj *nat = slot_obj(vm, f, BIND_NATIVE, T_NATIVE);
    Tuple *bound = slot_obj(vm, f, BIND_ARGS, T_TUPLE);
    TRY(nat && bound);
    uint64_t i = index_of(f->slot[BIND_AT]);
    if (bound->h.n != nat->n_params || i > nat->n_params) { return raise_stop(vm, STOP_CORRUPT); }
    // A tuple of its own: that in the slot may be a code object's constants, says a snapshot.
    Value own = tuple_from(vm, bound->items, bound->h.n);
    TRY_VALUE(own);
    f->slot[BIND_ARGS] = own;
    bound = as_tuple(vm, own);
    if (state == BIND_CONVERTED) {
        if (i >= nat->n_params) { return raise_stop(vm, STOP_CORRUPT); }
        Value v = f->result;
        if (bind_takes_buffer(vm, nat, (uint32_t)i) && is_tagged(vm, v, T_MEMORYVIEW)) {
            TRY(bind_note_view(vm, f, v));
        }
        bound->items[i] = v;
        if (bind_convert(vm, nat, (uint32_t)i, &bound->items[i]) == 0) { return V_RAISED; }
        i++;
    }
    for (; i < nat->n_params; i++) {
        int done = bind_convert(vm, nat, (uint32_t)i, &bound->items[i]);
        if (done == 0) { return V_RAISED; }
        if (done < 0) { return bind_ask_converter(vm, f, nat, (uint32_t)i, bound->items); }
    }
    if (!native_takes(vm, nat, bound->items)) { return raise_stop(vm, STOP_CORRUPT); }
    if (!is_tagged(vm, f->slot[BIND_VIEWS], T_LIST)) {
        return native_tailcall_bound(vm, native, bound);
    }
    native_catch(f, BIND_FAILED);
    return native_call3(vm, f, BIND_RAN, internal(vm, I_BIND), native, own,
                        int_value(nat->n_params));
}

static Value call_type(Vm *vm, Value cls, const Value *args, uint32_t n, Value names, uint64_t ret);

enum { CALL_MOST_LINKS = 1000 };

// A module that has something of its own name to be called is easily taken for that.
static Value raise_not_callable(Vm *vm, Value v) {
    Value name = V_UNBOUND, own = V_UNBOUND;
    if (is_tagged(vm, v, T_MODULE)) {
        const Dict *d = as_dict(vm, ((const Module *)ref_ptr(vm, v))->dict);
        name = dict_get_str(vm, d, vm_name(vm, N___name__));
        if (is_str(vm, name)) { own = dict_get_str(vm, d, name); }
    }
    if (own != V_UNBOUND && is_callable(vm, own)) {
        return raise_error(vm, EXC_TypeError,
                           "'%T' object is not callable. Did you mean: '%U.%U(...)'?", v, name,
                           name);
    }
    return raise_error(vm, EXC_TypeError, "'%T' object is not callable", v);
}

// What calling v, which is neither a function nor a class, comes to: *self is the argument to put in
// front, or V_UNBOUND. V_RAISED: it cannot be called.
static Value call_link(Vm *vm, Value v, Value *self) {
    if (is_tagged(vm, v, T_METHOD)) {
        const BoundMethod *m = ref_ptr(vm, v);
        *self = m->self;
        return m->func;
    }
    Value type = class_of(vm, v), call = type_lookup(vm, type, vm_name(vm, N___call__));
    if (call == V_UNBOUND) { return raise_not_callable(vm, v); }
    if (is_exact(vm, call, T_FUNCTION) || is_exact(vm, call, T_NATIVE)) {
        *self = v;
        return call;
    }
    *self = V_UNBOUND;
    return bind_special(vm, call, v, type);
}

static bool call_is_direct(Vm *vm, Value v) {
    if (!is_ref(v)) { return true; }
    switch (as_obj(vm, v)->type) {
    case T_FUNCTION:
    case T_NATIVE:
    case T_HOST_FUNCTION: return true;
    case T_TYPE: // a metaclass may define __call__
        return !as_obj(vm, v)->ext ||
               is_exact(vm, type_lookup(vm, class_of(vm, v), vm_name(vm, N___call__)), T_NATIVE);
    default: return false;
    }
}

// The slot of a builtin type whose __call__ the class of v has, or NULL.
static CallSlot call_slot(Vm *vm, Value v) {
    const TypeDef *d = type_def(as_obj(vm, v)->type);
    if (!d || !d->call) { return NULL; }
    Value type = class_of(vm, v), own = type_of_tag(vm, d->tag), name = vm_name(vm, N___call__);
    return type == own || type_lookup(vm, type, name) == type_lookup(vm, own, name) ? d->call
                                                                                    : NULL;
}

// A bound method, or an object whose class has __call__, which may be such an object again.
static Value call_indirect(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                           uint64_t ret) {
    uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
    Value few[VM_CALL_ARGS + 1], self = V_UNBOUND;
    for (uint32_t links = 0; !call_is_direct(vm, callee); links++) {
        CallSlot slot = call_slot(vm, callee);
        Value v = slot ? slot(vm, callee, args, n, names) : V_UNBOUND;
        if (v != V_UNBOUND) { return v == V_CALLING ? CALL_ASKED : v; }
        if (links == CALL_MOST_LINKS) {
            return raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
        }
        callee = call_link(vm, callee, &self);
        TRY_VALUE(callee);
        if (self == V_UNBOUND) { continue; }
        uint32_t all = n + n_names;
        Value *flat = few;
        if (all > VM_CALL_ARGS || args == few) {
            TRY(native_charge(vm, all / 16));
            Tuple *t = heap_new(vm, T_TUPLE, (uint64_t)all + 1);
            TRY(t);
            flat = t->items;
        }
        flat[0] = self;
        values_copy(flat + 1, args, all);
        args = flat;
        n++;
    }
    if (is_exact(vm, callee, T_NATIVE)) {
        return call_native(vm, callee, true, args, n, names, ret);
    }
    return call_any(vm, callee, args, n, names, ret);
}

// The usual bound method, and an instance whose class has the usual __call__: a function that takes
// self and these arguments as they are. V_UNBOUND: it is something else.
static Value call_with_self(Vm *vm, Value callee, const Value *args, uint32_t n, uint64_t ret) {
    Value self = callee, func;
    if (is_exact(vm, callee, T_METHOD)) {
        const BoundMethod *m = ref_ptr(vm, callee);
        self = m->self;
        func = m->func;
    } else {
        func = type_lookup(vm, class_of(vm, callee), vm_name(vm, N___call__));
    }
    return call_plain_self(vm, func, self, args, n, ret);
}

static Value call_any_native(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                             uint64_t ret) {
    const NativeObj *nat = as_native(vm, callee);
    if (!is_ref(names) && native_is_direct(vm, nat, args, n)) {
        return call_direct(vm, callee, args, n, ret);
    }
    Value v = is_ref(names) ? V_UNBOUND : call_flat(vm, nat, args, n);
    return v != V_UNBOUND ? v : call_native(vm, callee, false, args, n, names, ret);
}

static Value call_any(Vm *vm, Value callee, const Value *args, uint32_t n, Value names,
                      uint64_t ret) {
    if (!is_ref(callee)) {
        return raise_error(vm, EXC_TypeError, "'%T' object is not callable", callee);
    }
    const Obj *o = ref_ptr(vm, callee);
    switch (o->type) {
    case T_FUNCTION: return call_function(vm, callee, args, n, names, ret);
    case T_NATIVE: return call_any_native(vm, callee, args, n, names, ret);
    case T_TYPE: return call_type(vm, callee, args, n, names, ret);
    case T_HOST_FUNCTION: return host_call_start(vm, callee, args, n, names, ret);
    default: break;
    }
    Value v = is_ref(names) ? V_UNBOUND : call_with_self(vm, callee, args, n, ret);
    return v != V_UNBOUND ? v : call_indirect(vm, callee, args, n, names, ret);
}

static Value call_spread(Vm *vm, Value callee, Value args, Value kwargs, uint64_t ret) {
    uint32_t n;
    bool fits = is_tagged(vm, args, T_TUPLE) || is_tagged(vm, args, T_LIST);
    if (!fits || (is_ref(kwargs) && !is_tagged(vm, kwargs, T_DICT))) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    const Value *items = seq_items(vm, args, &n);
    if (!is_ref(kwargs) || as_dict(vm, kwargs)->h.n == 0) {
        return call_any(vm, callee, items, n, V_NONE, ret);
    }
    Dict *kw = as_dict(vm, kwargs);
    Tuple *flat = heap_new(vm, T_TUPLE, (uint64_t)n + kw->h.n);
    Tuple *names = heap_new(vm, T_TUPLE, kw->h.n);
    TRY(flat && names);
    values_copy(flat->items, items, n);
    Value key, value;
    for (uint32_t pos = 0, i = 0; dict_next(vm, kw, &pos, &key, &value); i++) {
        if (!isinstance_str(vm, key)) {
            return raise_error(vm, EXC_TypeError, "keywords must be strings");
        }
        names->items[i] = key;
        flat->items[n + i] = value;
    }
    return call_any(vm, callee, flat->items, n, ptr_value(vm, names), ret);
}

// The names of a call's last arguments, of which there are n in all: out of a slot, or V_NONE.
static bool call_names_fit(Vm *vm, Value names, uint32_t n) {
    return !is_ref(names) || (is_tuple_of(vm, names, T_STR) && as_tuple(vm, names)->h.n <= n);
}

// The next item of an iterator with `below_is_call`.
static Value call_below(Vm *vm, Value it, uint64_t ret, bool next) {
    const TypeDef *d = exact_def(vm, it);
    Value v = next ? d->next(vm, it) : V_UNBOUND;
    if (v == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    if (v == V_UNBOUND) { v = d->below(vm, it, ret); }
    if (v != V_UNBOUND) { return v; }
    Value method = type_lookup(vm, class_of(vm, it), vm_name(vm, N___next__));
    return call_any(vm, method, &it, 1, V_NONE, ret);
}

static Value call_asked(Vm *vm, uint64_t ret) {
    Value callee = vm->call_callee;
    bool resumes = vm->call_form >= CALL_RESUME && vm->call_form <= CALL_RESUME_AS_IS;
    if (resumes && !is_generator_kind(vm, callee)) { return raise_stop(vm, STOP_CORRUPT); }
    switch (vm->call_form) {
    case CALL_FLAT: {
        Value names = vm->call_kwargs;
        uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
        return call_any(vm, callee, vm->call_args, vm->call_nargs - n_names, names, ret);
    }
    case CALL_FULL: return call_spread(vm, callee, vm->call_tuple, vm->call_kwargs, ret);
    case CALL_NAMED: {
        Value names = vm->call_kwargs;
        if (!is_tagged(vm, vm->call_tuple, T_TUPLE) ||
            !call_names_fit(vm, names, as_tuple(vm, vm->call_tuple)->h.n)) {
            return raise_stop(vm, STOP_CORRUPT);
        }
        Tuple *flat = as_tuple(vm, vm->call_tuple);
        uint32_t n_names = is_ref(names) ? as_tuple(vm, names)->h.n : 0;
        return call_any(vm, callee, flat->items, flat->h.n - n_names, names, ret);
    }
    case CALL_BOUND: return call_bound_native(vm, callee, as_tuple(vm, vm->call_tuple)->items, ret);
    case CALL_BELOW:
    case CALL_NEXT: return call_below(vm, callee, ret, vm->call_form == CALL_NEXT);
    case CALL_RESUME: return gen_resume(vm, callee, vm->call_args[0], ret);
    case CALL_RESUME_AS_IS: return gen_resume(vm, callee, V_CALLING, ret);
    case CALL_THROW: {
        Value exc = vm->call_args[0];
        Value v = gen_resume(vm, callee, V_RAISED, ret);
        if (!is_ref(vm->head->exc)) { raise_value(vm, exc); }
        return v;
    }
    default: return raise_stop(vm, STOP_CORRUPT);
    }
}

// Makes the calls that natives asked for, one after the other.
static Value call_follow(Vm *vm, Value v, uint64_t ret) {
    for (uint32_t links = 0; v == CALL_ASKED; links++) {
        if (links == CALL_MOST_LINKS) {
            return raise_error(vm, EXC_RecursionError, "maximum recursion depth exceeded");
        }
        TRY(links == 0 || native_charge(vm, 1));
        v = call_asked(vm, ret);
    }
    return v;
}

Value vm_call(Vm *vm, Value callee, const Value *args, uint32_t n, Value names, uint64_t ret) {
    Value v = call_any(vm, callee, args, n, names, ret);
    return NX_UNLIKELY(v == CALL_ASKED) ? call_follow(vm, v, ret) : v;
}

Value vm_call_direct(Vm *vm, Value native, const Value *args, uint32_t n, uint64_t ret) {
    Value v = call_direct(vm, native, args, n, ret);
    return NX_UNLIKELY(v == CALL_ASKED) ? call_follow(vm, v, ret) : v;
}

Value vm_call_plain_rest(Vm *vm, Value native, const Value *args, Value v, uint64_t ret) {
    return call_follow(vm, call_leaf_rest(vm, native, args, v, ret), ret);
}

Value vm_call_spread(Vm *vm, Value callee, Value args, Value kwargs, uint64_t ret) {
    return call_follow(vm, call_spread(vm, callee, args, kwargs, ret), ret);
}

Value vm_call_asked(Vm *vm, uint64_t ret) { return call_follow(vm, CALL_ASKED, ret); }

// A guest class whose instances are made by object.__new__ and set up by a guest __init__: no
// intermediate frame.
static Value call_plain_class(Vm *vm, Value cls, Value init, const Value *args, uint32_t n,
                              Value names, uint64_t ret) {
    Value self = instance_new(vm, cls);
    TRY_VALUE(self);
    Frame *f = as_frame(vm, vm->head->frame);
    uint32_t reg2 = ret_reg2(ret);
    ret = ret_make(RET_INIT, ret_reg(ret), reg2);
    Value v = is_ref(names) ? V_UNBOUND : call_plain_self(vm, init, self, args, n, ret);
    if (NX_LIKELY(v != V_UNBOUND)) {
        if (v == V_CALLING) { f->slot[reg2] = self; }
        return v;
    }
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    Value few[VM_CALL_ARGS + 1], *flat = few;
    if (all > VM_CALL_ARGS) {
        Tuple *t = heap_new(vm, T_TUPLE, all + 1);
        TRY(t);
        flat = t->items;
    }
    flat[0] = self;
    values_copy(flat + 1, args, all);
    v = call_function(vm, init, flat, n + 1, names, ret);
    if (v == V_CALLING) { f->slot[reg2] = self; }
    if (v == V_CALLING || v == V_RAISED) { return v; }
    return raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'", v);
}

// A class whose __new__ is in C: without a frame in between, when it can tell the object at once and
// __init__ is a function, or in C too. V_UNBOUND: it is not so simple, and nothing was done.
static Value call_native_class(Vm *vm, Value cls, Value make, Value init, const Value *args,
                               uint32_t n, Value names, uint64_t ret) {
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    if (all > VM_CALL_ARGS || (as_native(vm, make)->flags & NATIVE_STATIC)) { return V_UNBOUND; }
    Value few[VM_CALL_ARGS + 1];
    few[0] = cls;
    values_copy(few + 1, args, all);
    if (init == vm->internals[I_COUNT + 1]) {            // object.__init__: __new__ does it all
        bool itself = as_native(vm, make)->owner == cls; // has words of its own for some errors
        return call_native(vm, make, itself, few, n + 1, names, ret);
    }
    const NativeDef *def = native_def(vm, as_native(vm, make));
    bool native = is_exact(vm, init, T_NATIVE);
    bool known = native || is_exact(vm, init, T_FUNCTION);
    if (ret_mode(ret) != RET_REG || !known || def->kind != NATIVE_LEAF ||
        as_native(vm, make)->has_converters) {
        return V_UNBOUND;
    }
    Value self = def->flags & NATIVE_ANY_ARGS
                     ? def->leaf(vm, few)
                     : call_native(vm, make, false, few, n + 1, names, ret);
    if (self == V_RAISED) { return self; }
    if (class_of(vm, self) != cls) { return V_UNBOUND; }
    Frame *f = as_frame(vm, vm->head->frame);
    uint32_t reg2 = ret_reg2(ret);
    ret = ret_make(RET_INIT, ret_reg(ret), reg2);
    few[0] = self;
    Value v = native ? call_any_native(vm, init, few, n + 1, names, ret)
                     : call_function(vm, init, few, n + 1, names, ret);
    if (v == CALL_ASKED) { // it begins anew when it has a frame to return to
        if (args == vm->call_args) { values_copy(vm->call_args, few + 1, all); }
        return V_UNBOUND;
    }
    if (v == V_CALLING) { f->slot[reg2] = self; }
    if (v == V_CALLING || v == V_RAISED) { return v; }
    if (v == V_NONE) { return self; }
    return raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'", v);
}

static Value call_type_steps(Vm *vm, Value cls, const Value *args, uint32_t n, Value names,
                             uint64_t ret) {
    uint32_t all = n + (is_ref(names) ? as_tuple(vm, names)->h.n : 0);
    Value flat = tuple_from(vm, args, all);
    TRY_VALUE(flat);
    Value bound[3] = {cls, flat, names};
    return push_native(vm, internal(vm, I_TYPE_CALL), bound, ret);
}

// How I_DRAIN makes an object of that class out of what an iterator gives; V_UNBOUND: it does not.
static Value drained_class_mode(Vm *vm, Value cls, Value it) {
    if (!next_def(vm, it) && !is_exact(vm, it, T_GENERATOR)) { return V_UNBOUND; }
    if (cls == type_of_tag(vm, T_LIST)) { return int_value(DRAIN_LISTED); }
    return cls == type_of_tag(vm, T_TUPLE) || cls == type_of_tag(vm, T_SET) ||
                   cls == type_of_tag(vm, T_FROZENSET)
               ? cls
               : V_UNBOUND;
}

// str(x), bool(x) and float(x) of what has a method of its own for it: V_UNBOUND for others.
static Value call_conversion(Vm *vm, Value cls, Value v, uint64_t ret) {
    if (cls == type_of_tag(vm, T_STR)) { return push_native(vm, internal(vm, I_STR), &v, ret); }
    if (cls == type_of_tag(vm, T_BOOL)) { return push_native(vm, internal(vm, I_TRUTH), &v, ret); }
    if (cls != type_of_tag(vm, T_FLOAT)) { return V_UNBOUND; }
    Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N___float__));
    if (!is_exact(vm, method, T_FUNCTION)) { return V_UNBOUND; }
    return push_native(vm, internal(vm, I_TO_FLOAT), &v, ret);
}

static Value call_type(Vm *vm, Value cls, const Value *args, uint32_t n, Value names,
                       uint64_t ret) {
    Type *t = as_type(vm, cls);
    if (NX_UNLIKELY(t->h.ext) && !call_is_direct(vm, cls)) {
        return call_indirect(vm, cls, args, n, names, ret);
    }
    if (cls == type_of_tag(vm, T_TYPE) && n == 1 && !is_ref(names)) {
        return class_of(vm, args[0]);
    }
    if (cls == type_of_tag(vm, T_TYPE) && n == 1) {
        return raise_error(vm, EXC_TypeError, "type() takes no keyword arguments");
    }
    if (cls == type_of_tag(vm, T_TYPE) && n != 3) {
        return raise_error(vm, EXC_TypeError, "type() takes 1 or 3 arguments");
    }
    if (t->tag != T_INSTANCE && (t->flags & TYPE_BUILTIN)) {
        Value v = construct_leaf(vm, cls, args, n, names);
        if (v != V_UNBOUND) { return v; }
        if (n == 1 && !is_ref(names)) {
            v = call_conversion(vm, cls, args[0], ret);
            if (v != V_UNBOUND) { return v; }
        }
        Value mode = n == 1 && !is_ref(names) ? drained_class_mode(vm, cls, args[0]) : V_UNBOUND;
        if (mode != V_UNBOUND) {
            return push_native(vm, internal(vm, I_DRAIN), (Value[]){args[0], mode}, ret);
        }
    }
    Value make = type_lookup(vm, cls, vm_name(vm, N___new__));
    Value init = type_lookup(vm, cls, vm_name(vm, N___init__));
    bool plain_new = make == vm->internals[I_COUNT]; // object.__new__
    if (plain_new && t->tag == T_INSTANCE && !(t->flags & TYPE_ABSTRACT)) {
        if (is_exact(vm, init, T_FUNCTION) && ret_mode(ret) == RET_REG) {
            return call_plain_class(vm, cls, init, args, n, names, ret);
        }
        if (init == vm->internals[I_COUNT + 1] && n == 0 && !is_ref(names)) {
            return instance_new(vm, cls);
        }
    }
    if (plain_new && (t->flags & TYPE_BUILTIN) && t->tag != T_OBJECT) {
        return raise_error(vm, EXC_TypeError, "cannot create '%K' instances", cls);
    }
    if (plain_new && (t->flags & TYPE_BUILTIN) && t->tag != T_INSTANCE && t->tag != T_OBJECT) {
        return raise_error(vm, EXC_TypeError, "cannot create '%R' instances", cls);
    }
    if ((t->flags & TYPE_EXCEPTION) && is_exact(vm, make, T_NATIVE) &&
        is_exact(vm, init, T_NATIVE) && !is_ref(names) && exc_init_is_plain(vm, cls)) {
        Value packed = tuple_from(vm, args, n);
        TRY_VALUE(packed);
        return exc_new(vm, cls, packed);
    }
    if (is_exact(vm, make, T_NATIVE) && !plain_new) {
        Value v = call_native_class(vm, cls, make, init, args, n, names, ret);
        if (v != V_UNBOUND) { return v; }
    }
    return call_type_steps(vm, cls, args, n, names, ret);
}

// I_TYPE_CALL: cls.__new__(cls, …), then __init__ when the result is an instance of cls.
Value type_call_steps(Vm *vm, Frame *f) {
    enum { TYPE_CALL_START, TYPE_CALL_MADE, TYPE_CALL_DONE };
    enum { CLS, ARGS, NAMES, SELF };
    Value cls = f->slot[CLS];
    Tuple *args = slot_obj(vm, f, ARGS, T_TUPLE);
    TRY(args && is_type(vm, cls));
    switch (native_state(f)) {
    case TYPE_CALL_START: {
        Value make = type_lookup(vm, cls, vm_name(vm, N___new__));
        make = bind_special(vm, make, V_UNBOUND, cls);
        TRY_VALUE(make);
        return native_call_flat(vm, f, TYPE_CALL_MADE, make, cls, args, f->slot[NAMES]);
    }
    case TYPE_CALL_MADE: {
        Value self = f->slot[SELF] = f->result;
        if (!is_subclass_of(vm, class_of(vm, self), cls)) { return self; }
        Value init = type_lookup(vm, class_of(vm, self), vm_name(vm, N___init__));
        if (init == vm->internals[I_COUNT + 1]) { // object.__init__ checks for stray arguments
            Value make = type_lookup(vm, cls, vm_name(vm, N___new__));
            if (args->h.n == 0 || make != vm->internals[I_COUNT]) { return self; }
            return raise_error(vm, EXC_TypeError, "%N() takes no arguments", cls);
        }
        if (!is_exact(vm, init, T_FUNCTION) && !is_exact(vm, init, T_NATIVE)) {
            init = bind_special(vm, init, self, class_of(vm, self));
            TRY_VALUE(init);
            return native_call_flat(vm, f, TYPE_CALL_DONE, init, V_UNBOUND, args, f->slot[NAMES]);
        }
        return native_call_flat(vm, f, TYPE_CALL_DONE, init, self, args, f->slot[NAMES]);
    }
    default:
        if (f->result != V_NONE) {
            return raise_error(vm, EXC_TypeError, "__init__() should return None, not '%T'",
                               f->result);
        }
        return f->slot[SELF];
    }
}
