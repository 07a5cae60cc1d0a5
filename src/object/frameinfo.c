// frameinfo.c: frames as Python sees them: a read-only note of code, globals and position, never the
// machine's own frame.
#include "object/frameinfo.h"

#include "object/code.h"
#include "object/dict.h"
#include "vm/internals.h"
#include "object/positions.h"

typedef struct FrameInfo {
    Obj h;
    Value code, globals;
    uint32_t pc, pad;
} FrameInfo;

Value frameinfo_new(Vm *vm, Value code, Value globals, uint32_t pc) {
    FrameInfo *f = heap_new(vm, T_FRAMEINFO, 0);
    TRY(f);
    f->code = code;
    f->globals = globals;
    f->pc = pc;
    return ptr_value(vm, f);
}

static FrameInfo *as_info(Vm *vm, Value v) { return ref_ptr(vm, v); }
static Value info_code(Vm *vm, Value v) { return as_info(vm, v)->code; }
static Value info_globals(Vm *vm, Value v) { return as_info(vm, v)->globals; }
static Value info_builtins(Vm *vm, Value v) {
    (void)v;
    return vm->head->builtins;
}
static Value info_back(Vm *vm, Value v) {
    (void)vm, (void)v;
    return V_NONE;
}
static Value info_locals(Vm *vm, Value v) {
    (void)v;
    return dict_new(vm, 0);
}
static Value info_lineno(Vm *vm, Value v) {
    CodePosition p;
    const FrameInfo *f = as_info(vm, v);
    if (!code_position(vm, as_code(vm, f->code), f->pc, &p)) { return V_NONE; }
    return int_value(p.line);
}
static Value info_lasti(Vm *vm, Value v) { return int_value((int64_t)as_info(vm, v)->pc * 2); }
static Value info_clear(Vm *vm, Value *a) {
    (void)vm, (void)a;
    return V_NONE;
}

static const NativeDef info_methods[] = {
    LEAF("clear", "self, /", info_clear, NULL),
    NATIVE_END,
};
static const GetSetDef info_getsets[] = {
    {"f_code", info_code, NULL, NULL},         {"f_globals", info_globals, NULL, NULL},
    {"f_builtins", info_builtins, NULL, NULL}, {"f_back", info_back, NULL, NULL},
    {"f_locals", info_locals, NULL, NULL},     {"f_lineno", info_lineno, NULL, NULL},
    {"f_lasti", info_lasti, NULL, NULL},       {0},
};

const TypeDef frameinfo_type = {
    .name = "frame",
    .tag = T_FRAMEINFO,
    .hidden = true,
    .methods = info_methods,
    .getsets = info_getsets,
};
