// decimal_context.c: the fields of decimal.Context, and the module _decimal. See decimal.h.
#include "lib/decimal.h"

#include "lib/context.h"
#include "object/construct.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/module.h"
#include "object/str.h"
#include "object/type.h"
#include "vm/internals.h"

static DecimalContext *as_decimal_context(Vm *vm, Value v) { return ref_ptr(vm, v); }

DecRounding dec_rounding_of(Vm *vm, Value text) {
    static const struct {
        const char *name;
        DecRounding mode;
    } modes[] = {{"ROUND_HALF_EVEN", DEC_HALF_EVEN},
                 {"ROUND_HALF_UP", DEC_HALF_UP},
                 {"ROUND_HALF_DOWN", DEC_HALF_DOWN},
                 {"ROUND_DOWN", DEC_DOWN},
                 {"ROUND_UP", DEC_UP},
                 {"ROUND_CEILING", DEC_CEILING},
                 {"ROUND_FLOOR", DEC_FLOOR},
                 {"ROUND_05UP", DEC_05UP}};
    if (!isinstance_str(vm, text)) { return DEC_OTHER; }
    for (uint32_t i = 0; i < sizeof modes / sizeof *modes; i++) {
        if (str_equals_cstr(as_str(vm, text), modes[i].name)) { return modes[i].mode; }
    }
    return DEC_OTHER;
}

// The variable with the current context is a global of _decimal_arith.
static Value dec_current(Vm *vm) {
    Value module = dict_get_str(vm, as_dict(vm, vm->head->frozen), vm_name(vm, N__decimal_arith));
    if (!is_tagged(vm, module, T_MODULE)) { return V_UNBOUND; }
    Value var = dict_get_str(vm, module_dict(vm, module), vm_name(vm, N__current));
    return is_tagged(vm, var, T_CONTEXT_VAR) ? context_value(vm, var) : V_UNBOUND;
}

bool dec_rules(Vm *vm, DecRules *rules) {
    Value current = dec_current(vm);
    if (!is_tagged(vm, current, T_DECIMAL_CONTEXT)) { return false; }
    DecimalContext *c = rules->context = as_decimal_context(vm, current);
    for (uint32_t i = 0; i < CTX_N; i++) {
        if (i != CTX_ROUNDING && !is_int(c->field[i])) { return false; }
    }
    rules->prec = (uint64_t)int_of(c->field[CTX_PREC]);
    rules->emin = int_of(c->field[CTX_EMIN]);
    rules->emax = int_of(c->field[CTX_EMAX]);
    rules->rounding = (DecRounding)c->rounding;
    bool usual = c->rounding > DEC_OTHER && c->rounding <= DEC_05UP;
    return usual && int_of(c->field[CTX_PREC]) > 0 && int_of(c->field[CTX_CLAMP]) == 0;
}

bool dec_signal(Vm *vm, const DecRules *rules, uint32_t flags) {
    DecimalContext *c = rules->context;
    if (int_of(c->field[CTX_TRAPS]) & flags) { return false; }
    Value now = int_value(int_of(c->field[CTX_FLAGS]) | flags);
    if (now != c->field[CTX_FLAGS]) { obj_set(vm, c, &c->field[CTX_FLAGS], now); }
    return true;
}

// ---- the type ----------------------------------------------------------------------------------

static Value dec_context_make(Vm *vm, Value *a) {
    DecimalContext *c = construct(vm, T_DECIMAL_CONTEXT, a[0], 0);
    TRY(c);
    for (uint32_t i = 0; i < CTX_N; i++) { c->field[i] = V_UNBOUND; }
    c->rounding = DEC_OTHER;
    return ptr_value(vm, c);
}

static Value dec_context_get(Vm *vm, Value v, uint32_t i, const char *name) {
    Value x = as_decimal_context(vm, v)->field[i];
    return x != V_UNBOUND ? x : raise_error(vm, EXC_AttributeError, "%s", name);
}

static bool dec_context_set(Vm *vm, Value v, uint32_t i, Value x) {
    DecimalContext *c = as_decimal_context(vm, v);
    if (i == CTX_ROUNDING) {
        obj_touch(vm, c);
        c->rounding = (uint64_t)dec_rounding_of(vm, x);
    }
    obj_set(vm, c, &c->field[i], x);
    return true;
}

#define DEC_FIELDS(X)                                                                              \
    X(PREC, prec)                                                                                  \
    X(ROUNDING, rounding)                                                                          \
    X(EMIN, Emin)                                                                                  \
    X(EMAX, Emax)                                                                                  \
    X(CAPITALS, capitals)                                                                          \
    X(CLAMP, clamp)                                                                                \
    X(FLAGS, _flags)                                                                               \
    X(TRAPS, _traps)

#define X(ID, name)                                                                                \
    static Value dec_context_get_##name(Vm *vm, Value v) {                                         \
        return dec_context_get(vm, v, CTX_##ID, #name);                                            \
    }                                                                                              \
    static bool dec_context_set_##name(Vm *vm, Value v, Value x) {                                 \
        return dec_context_set(vm, v, CTX_##ID, x);                                                \
    }
DEC_FIELDS(X)
#undef X

static const GetSetDef dec_context_getsets[] = {
#define X(ID, name) {#name, dec_context_get_##name, dec_context_set_##name, NULL, 0},
    DEC_FIELDS(X)
#undef X
        {0},
};

static const NativeDef dec_context_methods[] = {
    LEAF_MAKER(dec_context_make, NULL),
    NATIVE_END,
};

const TypeDef decimal_context_type = {
    .name = "ContextBase",
    .module = "_decimal",
    .tag = T_DECIMAL_CONTEXT,
    .hidden = true,
    .subclassable = true,
    .doc = "The fields of a context.",
    .methods = dec_context_methods,
    .getsets = dec_context_getsets,
};

// ---- the module --------------------------------------------------------------------------------

static Value dec_module_make(Vm *vm, Value *a) {
    enum { CLS, SIGN, COEFFICIENT, EXPONENT, KIND };
    int64_t exponent;
    bool fits = isinstance_int(vm, a[COEFFICIENT]) && int_to_i64(vm, a[EXPONENT], &exponent);
    if (!fits || int_is_negative(vm, a[COEFFICIENT])) {
        return raise_error(vm, EXC_ValueError, "not the parts of a number");
    }
    TRY(construct_check(vm, T_DECIMAL, a[CLS]));
    Decimal *d = construct(vm, T_DECIMAL, a[CLS], 0);
    TRY(d);
    d->coefficient = a[COEFFICIENT];
    d->exponent = exponent;
    d->sign = int_of(a[SIGN]) != 0;
    d->kind = (uint32_t)int_of(a[KIND]) & 3;
    return ptr_value(vm, d);
}

static const NativeDef dec_functions[] = {
    LEAF("make", "cls, sign: int, coefficient, exponent, kind: int=0, /", dec_module_make,
         "A number from its parts."),
    NATIVE_END,
};

static const uint8_t dec_types[] = {T_DECIMAL, T_DECIMAL_CONTEXT, 0};

const ModuleDef decimal_module = {"_decimal", "Decimal numbers of usual size.", dec_functions, NULL,
                                  dec_types};
