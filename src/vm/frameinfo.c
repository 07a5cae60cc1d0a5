// frameinfo.c: frames as Python sees them. See frameinfo.h.
#include "vm/frameinfo.h"

#include "object/bytes.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/list_slice.h"
#include "object/positions.h"
#include "vm/frame_locals.h"
#include "vm/internals.h"
#include "vm/opcode.h"
#include "vm/ops.h"
#include "vm/vm_internal.h"

static FrameInfo *as_info(Vm *vm, Value v) { return ref_ptr(vm, v); }

static Value frame_closure(Vm *vm, const Frame *f) {
    return is_exact(vm, f->func, T_FUNCTION) ? as_function(vm, f->func)->closure : V_NONE;
}

// The instruction that the frame is at; its first one before it starts.
static uint32_t frame_place(Vm *vm, const Frame *f) {
    uint32_t at = frame_pc_index(vm, f);
    return at ? at - 1 : 0;
}

Value frameinfo_new(Vm *vm, const Frame *f, uint32_t depth) {
    FrameInfo *info = HEAP_MAKE_ZEROED(vm, FRAMEINFO);
    TRY(info);
    info->code = f->code;
    info->globals = f->globals;
    info->regs = info->back = info->extra = V_NONE;
    info->closure = frame_closure(vm, f);
    info->pc = frame_place(vm, f);
    info->depth = depth;
    return ptr_value(vm, info);
}

Value frameinfo_of_generator(Vm *vm, Value frame) {
    Value info = frameinfo_new(vm, as_frame(vm, frame), 0);
    TRY_VALUE(info);
    as_info(vm, info)->regs = frame;
    return info;
}

// Where the frame object of a running frame stands; -1: it has none. Behind it are only frames above.
static int64_t frameinfo_find(Vm *vm, const Frame *f, uint32_t depth) {
    if (!(f->ret & RET_WATCHED) || vm->head->frame_infos == V_NONE) { return -1; }
    const List *all = as_list(vm, vm->head->frame_infos);
    for (uint32_t i = all->h.n; i-- > 0;) {
        Value v = list_items(vm, all)[i];
        if (!is_tagged(vm, v, T_FRAMEINFO)) { break; }
        if (as_info(vm, v)->depth == depth && as_info(vm, v)->code == f->code) { return i; }
    }
    return -1;
}

Value frameinfo_of(Vm *vm, Frame *f, uint32_t depth) {
    if (f->ret & RET_GENERATOR) { return frameinfo_of_generator(vm, ptr_value(vm, f)); }
    int64_t at = frameinfo_find(vm, f, depth);
    if (at >= 0) { return list_items(vm, as_list(vm, vm->head->frame_infos))[at]; }
    Value v = frameinfo_new(vm, f, depth);
    TRY_VALUE(v);
    Value *root = &vm->head->frame_infos;
    if (*root == V_NONE) {
        Value list = list_new(vm, 4);
        TRY_VALUE(list);
        *root = list;
    }
    // By depth: a frame further out may be asked for later.
    List *all = as_list(vm, *root);
    uint32_t i = all->h.n;
    while (i > 0 && is_tagged(vm, list_items(vm, all)[i - 1], T_FRAMEINFO) &&
           as_info(vm, list_items(vm, all)[i - 1])->depth >= depth) {
        i--;
    }
    TRY(list_splice(vm, all, i, 0, &v, 1));
    f->ret |= RET_WATCHED;
    return v;
}

// Takes it out of the list; V_NONE: it is not there.
static Value frameinfo_take(Vm *vm, const Frame *f, uint32_t depth) {
    int64_t at = frameinfo_find(vm, f, depth);
    if (at < 0) { return V_NONE; }
    List *all = as_list(vm, vm->head->frame_infos);
    Value v = list_items(vm, all)[at];
    obj_touch(vm, all);
    all->h.n = (uint32_t)at;
    return v;
}

static bool frame_is_shown(Vm *vm, const Frame *f) {
    return !frame_is_native(vm, f) && !(as_code(vm, f->code)->flags & CODE_HIDDEN);
}

Value frameinfo_running(Vm *vm, int64_t n) {
    uint32_t depth = (uint32_t)vm->head->depth;
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev, depth--) {
        Frame *f = as_frame(vm, v);
        if (frame_is_shown(vm, f) && n-- == 0) { return frameinfo_of(vm, f, depth); }
    }
    return V_NONE;
}

// The frame itself, if it still runs.
static Frame *info_frame(Vm *vm, const FrameInfo *info) {
    if (is_tagged(vm, info->regs, T_FRAME)) { return as_frame(vm, info->regs); }
    if (info->regs != V_NONE) { return NULL; }
    uint64_t depth = vm->head->depth;
    for (Value v = vm->head->frame; is_ref(v) && depth >= info->depth; depth--) {
        Frame *f = as_frame(vm, v);
        if (depth == info->depth) { return f->code == info->code ? f : NULL; }
        v = f->prev;
    }
    return NULL;
}

// What a frame that ends held: its registers or namespace. V_RAISED: no memory.
static Value frame_held(Vm *vm, const Frame *f) {
    const Code *c = as_code(vm, f->code);
    if (c->flags & CODE_NAMESPACE) {
        return is_tagged(vm, f->slot[0], T_DICT) ? f->slot[0] : f->globals;
    }
    Values *all = heap_new(vm, T_VALUES, c->n_regs);
    TRY(all);
    memcpy(all->items, f->slot, c->n_regs * sizeof(Value));
    return ptr_value(vm, all);
}

// The frame object of a frame that is left. V_RAISED: no memory.
static Value frameinfo_keep_new(Vm *vm, const Frame *f) {
    uint32_t depth = (uint32_t)vm->head->depth;
    int64_t at = frameinfo_find(vm, f, depth);
    Value regs = frame_held(vm, f);
    TRY_VALUE(regs);
    Value kept = at >= 0 ? frameinfo_take(vm, f, depth) : frameinfo_new(vm, f, depth);
    TRY_VALUE(kept);
    FrameInfo *info = as_info(vm, kept);
    obj_set(vm, info, &info->regs, regs);
    info->pc = frame_place(vm, f);
    return kept;
}

// The frame object of the caller, if it has one already.
static Value frameinfo_caller(Vm *vm, const Frame *f, uint32_t depth) {
    for (Value p = f->prev; is_ref(p); p = f->prev) {
        f = as_frame(vm, p);
        if (!frame_is_shown(vm, f)) {
            depth--;
            continue;
        }
        int64_t at = frameinfo_find(vm, f, depth - 1);
        return at < 0 ? V_NONE : list_items(vm, as_list(vm, vm->head->frame_infos))[at];
    }
    return V_NONE;
}

static void frameinfo_leave(Vm *vm, const Frame *f, Value held) {
    Value v = frameinfo_take(vm, f, (uint32_t)vm->head->depth);
    if (v == V_NONE) { return; }
    FrameInfo *info = as_info(vm, v);
    info->pc = frame_place(vm, f);
    obj_set(vm, info, &info->back, frameinfo_caller(vm, f, info->depth));
    info->depth = FRAME_GONE;
    obj_set(vm, info, &info->regs, held);
}

bool frameinfo_left(Vm *vm, const Frame *f) {
    if (frameinfo_find(vm, f, (uint32_t)vm->head->depth) < 0) { return true; }
    Value held = frame_held(vm, f);
    if (held == V_RAISED) { return false; }
    frameinfo_leave(vm, f, held);
    return true;
}

void frameinfo_unwound(Vm *vm, const Frame *f) {
    if (frameinfo_find(vm, f, (uint32_t)vm->head->depth) < 0) { return; }
    Value held = vm->stop ? V_NONE : frame_held(vm, f);
    if (held == V_RAISED && vm_unwind_collects(vm)) { held = frame_held(vm, f); }
    if (held == V_RAISED) {
        vm->alloc_failed = false;
        held = V_NONE;
    }
    frameinfo_leave(vm, f, held);
}

void frameinfo_keep(Vm *vm, const Frame *f) {
    Exception *e = ref_ptr(vm, vm->head->exc);
    if (!is_tagged(vm, e->traceback, T_TRACEBACK) || !frame_is_shown(vm, f)) { return; }
    if (exc_matches(vm, EXC_MemoryError)) { return; } // what there was no room for is in there
    Traceback *t = ref_ptr(vm, e->traceback);
    if (t->code != f->code || t->frame != f->globals) { return; } // an entry of another frame
    Value kept = frameinfo_keep_new(vm, f);
    if (kept == V_RAISED && vm_unwind_collects(vm)) { kept = frameinfo_keep_new(vm, f); }
    if (kept == V_RAISED) {
        vm->alloc_failed = false; // the traceback does without
        return;
    }
    obj_set(vm, t, &t->frame, kept);
    const Traceback *inner = is_ref(t->next) ? ref_ptr(vm, t->next) : NULL;
    if (inner && is_tagged(vm, inner->frame, T_FRAMEINFO)) {
        FrameInfo *below = as_info(vm, inner->frame);
        if (below->back == V_NONE) { obj_set(vm, below, &below->back, kept); }
    }
}

Value traceback_frame(Vm *vm, Value traceback) {
    Traceback *t = ref_ptr(vm, traceback);
    if (is_tagged(vm, t->frame, T_FRAMEINFO)) { return t->frame; }
    uint32_t depth = (uint32_t)vm->head->depth;
    for (Value v = vm->head->frame; is_ref(v); v = as_frame(vm, v)->prev, depth--) {
        Frame *f = as_frame(vm, v);
        if (f->code != t->code || f->globals != t->frame) { continue; }
        Value info = frameinfo_of(vm, f, depth); // it caught the exception
        TRY_VALUE(info);
        obj_set(vm, t, &t->frame, info);
        return info;
    }
    FrameInfo *info = HEAP_MAKE_ZEROED(vm, FRAMEINFO);
    TRY(info);
    info->code = t->code;
    info->globals = t->frame;
    info->regs = dict_new(vm, 0);
    TRY_VALUE(info->regs);
    if (as_code(vm, t->code)->flags & CODE_NAMESPACE) { info->regs = t->frame; }
    info->back = info->closure = info->extra = V_NONE;
    info->pc = t->pc;
    info->depth = 0;
    obj_set(vm, t, &t->frame, ptr_value(vm, info));
    return ptr_value(vm, info);
}

Value traceback_globals(Vm *vm, Value traceback) {
    const Traceback *t = ref_ptr(vm, traceback);
    return is_tagged(vm, t->frame, T_FRAMEINFO) ? as_info(vm, t->frame)->globals : t->frame;
}

// ---- variables ---------------------------------------------------------------------------------

static bool locals_put(Vm *vm, Dict *d, Value name, Value v) {
    if (is_tagged(vm, v, T_CELL)) { v = ((Cell *)ref_ptr(vm, v))->value; }
    str_share(vm, v);
    return v == V_UNBOUND || dict_set_str(vm, d, name, v);
}

// The table of the variables of inlined comprehensions; NULL: none.
static const Bytes *code_names(Vm *vm, const Code *c) {
    const Tuple *consts = as_tuple(vm, c->consts);
    if (!(c->flags & CODE_NAMES) || consts->h.n == 0) { return NULL; }
    Value last = consts->items[consts->h.n - 1];
    return is_exact(vm, last, T_BYTES) ? as_bytes(vm, last) : NULL;
}

// The variables of the comprehensions that a running frame is in, into `d`, which is made when
// there are any. False: no memory.
static bool locals_of_comps(Vm *vm, const Frame *f, Value *d) {
    const Code *c = as_code(vm, f->code);
    const Tuple *consts = as_tuple(vm, c->consts);
    const Bytes *names = code_names(vm, c);
    uint32_t at = frame_place(vm, f);
    for (uint32_t i = names ? names->h.n / sizeof(CodeName) : 0; i-- > 0;) { // outer ones first
        const CodeName *v = (const CodeName *)(const void *)names->data + i;
        if (at < v->start || at >= v->end || v->reg >= c->n_regs || v->name >= consts->h.n ||
            !is_tagged(vm, consts->items[v->name], T_STR)) {
            continue;
        }
        if (*d == V_NONE) { *d = dict_new(vm, 8); }
        if (*d == V_RAISED) { return false; }
        Value name = consts->items[v->name], value = f->slot[v->reg];
        bool cell = is_tagged(vm, value, T_CELL);
        if ((cell ? ((Cell *)ref_ptr(vm, value))->value : value) == V_UNBOUND) {
            dict_del_str(vm, as_dict(vm, *d), name);
        } else if (!locals_put(vm, as_dict(vm, *d), name, value)) {
            return false;
        }
    }
    return true;
}

static Value locals_of(Vm *vm, const Code *c, const Value *slots, Value closure) {
    Value out = dict_new(vm, 8);
    TRY_VALUE(out);
    Dict *d = as_dict(vm, out);
    const Tuple *names = as_tuple(vm, c->varnames);
    for (uint32_t i = 0; i < names->h.n && op_local_reg(i) < c->n_regs; i++) {
        TRY(locals_put(vm, d, names->items[i], slots[op_local_reg(i)]));
    }
    const Tuple *cells = as_tuple(vm, c->cellvars), *frees = as_tuple(vm, c->freevars);
    if (is_ref(c->cell_regs)) {
        const uint16_t *regs = (const uint16_t *)((Blob *)ref_ptr(vm, c->cell_regs))->data;
        for (uint32_t i = 0; i < cells->h.n; i++) {
            TRY(locals_put(vm, d, cells->items[i], slots[regs[i]]));
        }
    }
    if (is_tagged(vm, closure, T_TUPLE)) {
        const Tuple *all = as_tuple(vm, closure);
        for (uint32_t i = 0; i < frees->h.n && i < all->h.n; i++) {
            TRY(locals_put(vm, d, frees->items[i], all->items[i]));
        }
    }
    return out;
}

Value frame_locals(Vm *vm, Frame *f) {
    const Code *c = as_code(vm, f->code);
    Value out = V_NONE;
    if (!(c->flags & CODE_NAMESPACE)) {
        out = locals_of(vm, c, f->slot, frame_closure(vm, f));
        TRY_VALUE(out);
    }
    TRY(locals_of_comps(vm, f, &out));
    if (out != V_NONE) { return out; }
    return f->slot[0] == V_UNBOUND ? f->globals : f->slot[0];
}

// Its registers, while there are any.
static Value *info_slots(Vm *vm, const FrameInfo *info) {
    if (is_tagged(vm, info->regs, T_VALUES)) { return ((Values *)ref_ptr(vm, info->regs))->items; }
    Frame *f = info_frame(vm, info);
    return f ? f->slot : NULL;
}

Value frameinfo_locals(Vm *vm, Value v) {
    const FrameInfo *info = as_info(vm, v);
    const Code *c = as_code(vm, info->code);
    if (is_tagged(vm, info->regs, T_DICT)) { return info->regs; }
    if (c->flags & CODE_NAMESPACE) {
        Frame *f = info_frame(vm, info);
        return f ? frame_locals(vm, f) : dict_new(vm, 0);
    }
    const Value *slots = info_slots(vm, info);
    Value all = slots ? locals_of(vm, c, slots, info->closure) : dict_new(vm, 0);
    const Frame *f = info_frame(vm, info);
    if (all != V_RAISED && f) { TRY(locals_of_comps(vm, f, &all)); }
    if (all == V_RAISED || info->extra == V_NONE) { return all; }
    Dict *extra = as_dict(vm, info->extra);
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, extra, &pos, &key, &value);) {
        uint32_t hash = entries_hashes(dict_entries(vm, extra))[pos - 1];
        TRY(dict_append(vm, as_dict(vm, all), key, hash, value));
    }
    return all;
}

static int64_t locals_index(Vm *vm, Value names, Value name) {
    const Tuple *t = as_tuple(vm, names);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (str_equal(as_str(vm, t->items[i]), as_str(vm, name))) { return i; }
    }
    return -1;
}

// Where the frame keeps a variable; NULL: it has none of that name.
static Value *info_find(Vm *vm, const FrameInfo *info, Value name) {
    const Code *c = as_code(vm, info->code);
    Value *slots = info_slots(vm, info), *at = NULL;
    if (!slots || (c->flags & CODE_NAMESPACE)) { return NULL; }
    int64_t i = locals_index(vm, c->varnames, name);
    if (i >= 0 && op_local_reg((uint32_t)i) < c->n_regs) {
        at = &slots[op_local_reg((uint32_t)i)];
    } else if ((i = locals_index(vm, c->cellvars, name)) >= 0) {
        at = &slots[((const uint16_t *)((Blob *)ref_ptr(vm, c->cell_regs))->data)[i]];
    } else if ((i = locals_index(vm, c->freevars, name)) >= 0 &&
               is_tagged(vm, info->closure, T_TUPLE) && i < as_obj(vm, info->closure)->n) {
        at = &as_tuple(vm, info->closure)->items[i];
    }
    return at;
}

bool frameinfo_has_local(Vm *vm, Value v, Value name) {
    return info_find(vm, as_info(vm, v), name) != NULL;
}

bool frameinfo_set_local(Vm *vm, Value v, Value name, Value x) {
    FrameInfo *info = as_info(vm, v);
    Value *at = info_find(vm, info, name);
    if (!at) { return false; }
    str_share(vm, x);
    if (is_tagged(vm, *at, T_CELL)) {
        Cell *cell = ref_ptr(vm, *at);
        obj_set(vm, cell, &cell->value, x);
    } else if (is_tagged(vm, info->regs, T_VALUES)) {
        obj_set(vm, ref_ptr(vm, info->regs), at, x);
    } else {
        *at = x;
    }
    return true;
}

// The mapping that writes through; of a module or a class body it is the namespace itself, but for
// what runs inside a comprehension there.
static Value info_locals(Vm *vm, Value v) {
    const FrameInfo *info = as_info(vm, v);
    if (is_tagged(vm, info->regs, T_DICT)) { return info->regs; }
    const Frame *f = info_frame(vm, info);
    if (as_code(vm, info->code)->flags & CODE_NAMESPACE) {
        Value comps = V_NONE;
        if (f) { TRY(locals_of_comps(vm, f, &comps)); }
        if (comps == V_NONE) { return frameinfo_locals(vm, v); }
    }
    return frame_locals_new(vm, v);
}

// ---- attributes --------------------------------------------------------------------------------

static Value info_code(Vm *vm, Value v) { return as_info(vm, v)->code; }
Value frameinfo_code(Vm *vm, Value v) { return as_info(vm, v)->code; }
static Value info_globals(Vm *vm, Value v) { return as_info(vm, v)->globals; }
static Value info_builtins(Vm *vm, Value v) {
    return globals_builtins(vm, as_info(vm, v)->globals);
}

static Value info_back(Vm *vm, Value v) {
    const FrameInfo *info = as_info(vm, v);
    if (info->back != V_NONE) { return info->back; }
    bool generator = is_tagged(vm, info->regs, T_FRAME), below = false;
    if (info->depth == FRAME_GONE) { return V_NONE; }
    uint32_t depth = (uint32_t)vm->head->depth;
    for (Value p = vm->head->frame; is_ref(p); p = as_frame(vm, p)->prev, depth--) {
        Frame *f = as_frame(vm, p);
        if (!generator) { below = depth < info->depth; }
        if (below && frame_is_shown(vm, f)) { return frameinfo_of(vm, f, depth); }
        below = below || p == info->regs;
    }
    return V_NONE;
}

static bool info_position(Vm *vm, Value v, CodePosition *p) {
    const FrameInfo *info = as_info(vm, v);
    const Frame *f = info_frame(vm, info);
    uint32_t pc = f ? frame_place(vm, f) : info->pc;
    return code_position(vm, as_code(vm, info->code), pc, p);
}
static Value info_lineno(Vm *vm, Value v) {
    const FrameInfo *info = as_info(vm, v);
    const Frame *f = info_frame(vm, info);
    CodePosition p;
    if (f && frame_pc_index(vm, f) == 0) { // it has not started
        return int_value(as_code(vm, f->code)->first_line);
    }
    return info_position(vm, v, &p) ? int_value(p.line) : V_NONE;
}
static Value info_lasti(Vm *vm, Value v) {
    const FrameInfo *info = as_info(vm, v);
    const Frame *f = info_frame(vm, info);
    return int_value((int64_t)(f ? frame_place(vm, f) : info->pc) * 2);
}
static Value info_none(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_NONE;
}
static Value info_true(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_TRUE;
}
static Value info_false(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_FALSE;
}

static Value info_clear(Vm *vm, Value *a) {
    FrameInfo *info = as_info(vm, a[0]);
    if (info_frame(vm, info)) {
        return raise_error(vm, EXC_RuntimeError, "cannot clear an executing frame");
    }
    if (is_tagged(vm, info->regs, T_VALUES)) {
        Value empty = dict_new(vm, 0);
        TRY_VALUE(empty);
        obj_set(vm, info, &info->regs, empty);
    }
    return V_NONE;
}

static Value info_repr(Vm *vm, Value v) {
    const Code *c = as_code(vm, as_info(vm, v)->code);
    CodePosition p;
    uint32_t line = info_position(vm, v, &p) ? (uint32_t)p.line : c->first_line;
    uint64_t serial;
    TRY(object_serial(vm, v, &serial));
    return format_text(vm, "<frame at 0x%x, file %R, line %u, code %U>", (uint32_t)serial,
                       c->filename, line, c->name);
}

static const NativeDef info_methods[] = {
    LEAF("clear", "self, /", info_clear, "Let go of the local variables."),
    NATIVE_END,
};
static const GetSetDef info_getsets[] = {
    {"f_back", info_back, NULL, NULL},
    {"f_builtins", info_builtins, NULL, NULL},
    {"f_code", info_code, NULL, "the code that runs in it"},
    {"f_generator", info_none, NULL, NULL},
    {"f_globals", info_globals, NULL, NULL},
    {"f_lasti", info_lasti, NULL, NULL},
    {"f_lineno", info_lineno, NULL, "the line that it is in"},
    {"f_locals", info_locals, NULL, "the local variables by name"},
    {"f_trace", info_none, NULL, NULL},
    {"f_trace_lines", info_true, NULL, NULL},
    {"f_trace_opcodes", info_false, NULL, NULL},
    {0},
};

const TypeDef frameinfo_type = {
    .name = "frame",
    .tag = T_FRAMEINFO,
    .hidden = true,
    .methods = info_methods,
    .getsets = info_getsets,
    .repr = info_repr,
};
