// signature.c: the signature text of a native row to the parameter tables of its NATIVE object, and
// the converters that the text names. Runs while the image is built.
#include "vm/signature.h"

#include "object/float.h"
#include "object/items.h"
#include "object/bytes.h"
#include "object/memoryview.h"
#include "object/seq.h"
#include "object/int.h"
#include "object/list.h"
#include "vm/ops.h"

static const char *const conv_names[CONV_COUNT] = {
    "object", "index",  "int",    "float", "bool",  "str",  "bytes",  "values",   "path", "dict",
    "list",   "listed", "joined", "cint",  "bound", "item", "buffer", "writable", "size",
};

typedef struct SigParser {
    Vm *vm;
    const char *p;
    Value names[NATIVE_MAX_PARAMS], defaults[NATIVE_MAX_PARAMS];
    uint8_t convs[NATIVE_MAX_PARAMS];
    uint32_t n, n_posonly, n_positional, varargs, varkw;
    bool kwonly;
} SigParser;

static void sig_spaces(SigParser *s) {
    while (*s->p == ' ') { s->p++; }
}

static uint32_t sig_word(SigParser *s) {
    const char *start = s->p;
    while ((*s->p >= 'a' && *s->p <= 'z') || (*s->p >= 'A' && *s->p <= 'Z') || *s->p == '_' ||
           (*s->p >= '0' && *s->p <= '9')) {
        s->p++;
    }
    return (uint32_t)(s->p - start);
}

static Value sig_default(SigParser *s) {
    static const struct {
        const char *text;
        Value v;
    } words[] = {{"None", V_NONE},
                 {"True", V_TRUE},
                 {"False", V_FALSE},
                 {"UNBOUND", V_UNBOUND},
                 {"NULL", V_UNBOUND}};
    for (uint32_t i = 0; i < COUNT_OF(words); i++) {
        size_t len = strlen(words[i].text);
        if (strncmp(s->p, words[i].text, len) == 0) {
            s->p += len;
            return words[i].v;
        }
    }
    if (*s->p == '\'') {
        const char *start = ++s->p;
        while (*s->p && *s->p != '\'') { s->p++; }
        Value v = intern_bytes(s->vm, start, (uint32_t)(s->p - start));
        if (*s->p) { s->p++; }
        return v;
    }
    bool neg = *s->p == '-';
    s->p += neg;
    int64_t n = 0;
    while (*s->p >= '0' && *s->p <= '9') { n = n * 10 + (*s->p++ - '0'); }
    return int_from_i64(s->vm, neg ? -n : n);
}

static bool sig_wrong(SigParser *s, const char *what) {
    return raise_false(s->vm, EXC_SystemError, "a native's signature has %s: %s", what, s->p);
}

static bool sig_converter(SigParser *s, uint8_t *conv) {
    const char *name = s->p;
    uint32_t len = sig_word(s);
    for (uint8_t c = 0; c < CONV_COUNT; c++) {
        if (strlen(conv_names[c]) == len && !memcmp(conv_names[c], name, len)) {
            *conv = c;
            return true;
        }
    }
    s->p = name;
    return sig_wrong(s, "a converter that there is not");
}

static bool sig_param(SigParser *s) {
    if (s->n == NATIVE_MAX_PARAMS) { return sig_wrong(s, "too many parameters"); }
    uint32_t i = s->n++;
    bool star = s->p[0] == '*', double_star = star && s->p[1] == '*';
    s->p += star + double_star;
    const char *name = s->p;
    uint32_t len = sig_word(s);
    s->names[i] = intern_bytes(s->vm, name, len);
    s->defaults[i] = V_STOP;
    s->convs[i] = CONV_OBJECT;
    if (s->names[i] == V_RAISED) { return false; }
    if (double_star) {
        s->varkw = i + 1;
    } else if (star) {
        s->varargs = i + 1;
        s->kwonly = true;
    }
    sig_spaces(s);
    if (*s->p == ':') {
        s->p++;
        sig_spaces(s);
        if (!sig_converter(s, &s->convs[i])) { return false; }
    }
    if (*s->p == '=') {
        s->p++;
        s->defaults[i] = sig_default(s);
    }
    if (!s->kwonly && !star) { s->n_positional = s->n; }
    return true;
}

static bool sig_parse(SigParser *s) {
    for (;;) {
        sig_spaces(s);
        if (!*s->p) { break; }
        if (*s->p == '/') {
            s->n_posonly = s->n;
            s->p++;
        } else if (*s->p == '*' && (s->p[1] == ',' || s->p[1] == ' ')) {
            s->kwonly = true;
            s->p++;
        } else if (!sig_param(s)) {
            return false;
        }
        sig_spaces(s);
        if (*s->p == ',') { s->p++; }
    }
    return true;
}

// Which numbers of arguments a call may have that needs no more than their copying (and converters).
static void native_set_direct(NativeObj *nat, const SigParser *s, bool leaf) {
    nat->direct_least = 255;
    if (nat->varargs || nat->varkw || nat->self_tag == T_EXCEPTION) { return; }
    if (nat->flags & NATIVE_CLASS) { return; } // call_native looks at the class
    for (uint32_t i = nat->n_required; i < s->n; i++) {
        if (s->defaults[i] == V_STOP) { return; }
    }
    nat->direct_least = nat->n_required;
    nat->direct_more = (uint8_t)(nat->n_positional - nat->n_required);
    if (leaf && !nat->converters && nat->n_positional == s->n) { nat->plain = (uint8_t)(s->n + 1); }
}

// The exact type of argument that a converter leaves as it is.
static TypeTag conv_exact(Conv conv) {
    switch (conv) {
    case CONV_INDEX:
    case CONV_INT:
    case CONV_SIZE:
    case CONV_BOUND: return T_INT;
    case CONV_FLOAT: return T_FLOAT;
    case CONV_BOOL: return T_BOOL;
    case CONV_PATH:
    case CONV_STR: return T_STR;
    case CONV_ITEM:
    case CONV_BUFFER:
    case CONV_BYTES: return T_BYTES;
    case CONV_WRITABLE: return T_BYTEARRAY;
    case CONV_DICT: return T_DICT;
    case CONV_LIST: return T_LIST;
    default: return T_INVALID;
    }
}

Value native_new(Vm *vm, const NativeDef *def, uint32_t number, Value owner, TypeTag self_tag) {
    SigParser s = {.vm = vm, .p = def->sig};
    TRY(sig_parse(&s));
    NativeObj *nat = heap_new(vm, T_NATIVE, 0);
    TRY(nat);
    nat->name = intern_bytes(vm, def->name, (uint32_t)strlen(def->name));
    TRY_VALUE(nat->name);
    nat->owner = owner;
    nat->self = V_NONE;
    nat->number = number;
    nat->kind = def->kind;
    nat->n_params = (uint8_t)s.n;
    nat->n_posonly = (uint8_t)s.n_posonly;
    nat->n_positional = (uint8_t)s.n_positional;
    nat->varargs = (uint8_t)s.varargs;
    nat->varkw = (uint8_t)s.varkw;
    bool self =
        is_ref(owner) && is_type(vm, owner) && !(def->flags & (NATIVE_STATIC | NATIVE_CLASS));
    nat->flags = (uint8_t)(def->flags | (self ? PARAM_SELF : 0));
    nat->self_tag = (uint8_t)(self && !(def->flags & NATIVE_NO_SELF_CHECK) ? self_tag : T_INVALID);
    Value cells[NATIVE_MAX_PARAMS * 2];
    for (uint32_t i = 0; i < s.n; i++) {
        cells[i] = s.names[i];
        cells[s.n + i] = int_value(s.convs[i]);
        nat->has_converters |= s.convs[i] != CONV_OBJECT;
        if (s.convs[i] != CONV_OBJECT) { nat->converters |= (uint16_t)(1u << i); }
        if (i < sizeof nat->exact) { nat->exact[i] = (uint8_t)conv_exact((Conv)s.convs[i]); }
        bool required = s.defaults[i] == V_STOP && i + 1 != s.varargs && i + 1 != s.varkw;
        if (required && i < s.n_positional) { nat->n_required = (uint8_t)(i + 1); }
    }
    native_set_direct(nat, &s, def->leaf != NULL);
    nat->params = tuple_from(vm, cells, s.n * 2);
    nat->defaults = tuple_from(vm, s.defaults, s.n);
    TRY(nat->params != V_RAISED && nat->defaults != V_RAISED);
    return ptr_value(vm, nat);
}

static Conv native_conv(Vm *vm, const NativeObj *nat, uint32_t param) {
    return (Conv)int_of(as_tuple(vm, nat->params)->items[nat->n_params + param]);
}

// "f() argument 2 must be str, not int": clinic leaves the number out when there is only one.
static int conv_type_error(Vm *vm, const NativeObj *nat, uint32_t param, const char *want,
                           Value got) {
    uint32_t self = nat->flags & PARAM_SELF || nat->flags & NATIVE_CLASS ? 1 : 0;
    bool maker = nat->name == vm_name(vm, N___new__) || nat->name == vm_name(vm, N___init__);
    bool by_hand = maker && nat->owner == vm->types[T_STR]; // a vectorcall with words of its own
    Value name = maker && is_type(vm, nat->owner) ? as_type(vm, nat->owner)->name : nat->name;
    const char *shown = by_hand ? class_name_of(vm, got) : argument_class_name(vm, got);
    if (nat->n_params - self == 1 && nat->n_posonly == nat->n_params) {
        raise_error(vm, EXC_TypeError, "%U() argument must be %s, not %s", name, want, shown);
    } else if (param < nat->n_posonly) {
        raise_error(vm, EXC_TypeError, "%U() argument %u must be %s, not %s", name,
                    param + 1 - self, want, shown);
    } else {
        raise_error(vm, EXC_TypeError, "%U() argument '%U' must be %s, not %s", name,
                    as_tuple(vm, nat->params)->items[param], want, shown);
    }
    return 0;
}

static int conv_index(Vm *vm, Value *v, bool ssize) {
    if (is_int(*v)) { return 1; }
    if (is_bool(*v)) {
        *v = int_value(*v == V_TRUE);
        return 1;
    }
    if (is_tagged(vm, *v, T_INT)) {
        int64_t n;
        if (ssize && !int_to_i64(vm, *v, &n)) {
            raise_error(vm, EXC_OverflowError, "Python int too large to convert to C ssize_t");
            return 0;
        }
        return 1;
    }
    return -1;
}

static int conv_c_int(Vm *vm, Value *v) {
    int done = conv_index(vm, v, false);
    int64_t n = done > 0 ? int_clamp_i64(vm, *v) : 0;
    if (n >= INT32_MIN && n <= INT32_MAX) { return done; }
    raise_error(vm, EXC_OverflowError, "Python int too large to convert to C int");
    return 0;
}

static int conv_size(Vm *vm, Value *v) {
    if (is_int(*v) || *v == V_NONE) { return 1; }
    if (!isinstance_int(vm, *v)) {
        if (seq_has_index(vm, *v)) { return -1; }
        raise_error(vm, EXC_TypeError, "argument should be integer or None, not '%T'", *v);
        return 0;
    }
    int64_t n;
    if (int_to_i64(vm, *v, &n)) { return 1; }
    raise_error(vm, EXC_OverflowError, "cannot fit 'int' into an index-sized integer");
    return 0;
}

static bool conv_takes_buffer(Conv conv) {
    return conv == CONV_BYTES || conv == CONV_BUFFER || conv == CONV_ITEM || conv == CONV_WRITABLE;
}

int bind_convert(Vm *vm, const NativeObj *nat, uint32_t param, Value *v) {
    Conv conv = native_conv(vm, nat, param);
    if (conv == CONV_OBJECT) { return 1; }
    if (*v == as_tuple(vm, nat->defaults)->items[param] && !is_ref(*v) && *v != V_STOP) {
        return 1;
    }
    if (*v == V_UNBOUND || *v == V_STOP) { // no program passes them, but a forged register may
        raise_stop(vm, STOP_CORRUPT);
        return 0;
    }
    if (conv_takes_buffer(conv) && buffer_is_guest(vm, *v)) { return -1; }
    Value items;
    switch (conv) {
    case CONV_INDEX: return conv_index(vm, v, false);
    case CONV_INT: return conv_index(vm, v, true);
    case CONV_CINT: return conv_c_int(vm, v);
    case CONV_SIZE: return conv_size(vm, v);
    case CONV_ITEM:
        if (is_bytes_like(vm, *v)) { return 1; }
        return isinstance_int(vm, *v) || !seq_has_index(vm, *v) ? 1 : -1;
    case CONV_BOUND: return isinstance_int(vm, *v) || !seq_has_index(vm, *v) ? 1 : -1;
    case CONV_FLOAT:
        if (is_double(*v)) { return 1; }
        if (isinstance_float(vm, *v)) { // of a derived class: its value, whatever its __float__
            *v = double_value(float_of(vm, *v));
            return 1;
        }
        if (is_int(*v)) {
            *v = double_value((double)int_of(*v));
            return 1;
        }
        return -1;
    case CONV_BOOL: {
        Value t = truth_leaf(vm, *v);
        if (t == V_UNBOUND) { return -1; }
        *v = t;
        return t != V_RAISED;
    }
    case CONV_STR: return isinstance_str(vm, *v) ? 1 : conv_type_error(vm, nat, param, "str", *v);
    case CONV_DICT:
        return is_tagged(vm, *v, T_DICT) ? 1 : conv_type_error(vm, nat, param, "dict", *v);
    case CONV_LIST:
        return is_tagged(vm, *v, T_LIST) ? 1 : conv_type_error(vm, nat, param, "list", *v);
    case CONV_BYTES:
        if (is_bytes_like(vm, *v)) { return 1; }
        raise_error(vm, EXC_TypeError, "a bytes-like object is required, not '%T'", *v);
        return 0;
    case CONV_JOINED:
    case CONV_LISTED:
    case CONV_VALUES:
        items = items_of_leaf(vm, *v);
        if (items == V_UNBOUND) { return -1; }
        *v = items;
        return items != V_RAISED;
    case CONV_PATH:
        if (isinstance_str(vm, *v) || is_tagged(vm, *v, T_BYTES)) { return 1; }
        return -1;
    default: return 1;
    }
}

bool bind_fits(Vm *vm, const NativeObj *nat, uint32_t param, Value v) {
    Value absent = as_tuple(vm, nat->defaults)->items[param];
    if (param + 1 == nat->varargs) { return is_exact(vm, v, T_TUPLE) || is_exact(vm, v, T_LIST); }
    if (param + 1 == nat->varkw) { return is_exact(vm, v, T_DICT); }
    if (v == absent && !is_ref(v) && v != V_STOP) { return true; }
    switch (native_conv(vm, nat, param)) {
    case CONV_INDEX:
    case CONV_INT:
    case CONV_CINT: return isinstance_int(vm, v);
    case CONV_SIZE: return v == V_NONE || isinstance_int(vm, v);
    case CONV_FLOAT: return is_double(v);
    case CONV_BOOL: return is_bool(v);
    case CONV_STR: return is_tagged(vm, v, T_STR);
    case CONV_BYTES: return is_bytes_like(vm, v);
    case CONV_DICT: return is_tagged(vm, v, T_DICT);
    case CONV_LIST: return is_tagged(vm, v, T_LIST);
    case CONV_VALUES:
    case CONV_LISTED:
    case CONV_JOINED: return is_exact(vm, v, T_LIST) || is_exact(vm, v, T_TUPLE);
    case CONV_PATH: return is_tagged(vm, v, T_STR) || is_tagged(vm, v, T_BYTES);
    default: return true;
    }
}

bool bind_takes_buffer(Vm *vm, const NativeObj *nat, uint32_t param) {
    return conv_takes_buffer(native_conv(vm, nat, param));
}

// Asks for the guest call that converts v; its result is checked by bind_convert again.
Value bind_ask(Vm *vm, Frame *f, int next, const NativeObj *nat, uint32_t param, Value v) {
    Conv conv = native_conv(vm, nat, param);
    if (conv_takes_buffer(conv) && buffer_is_guest(vm, v)) {
        int64_t flags = conv == CONV_WRITABLE ? BUFFER_WRITABLE | BUFFER_LENIENT : 0;
        return native_call2(vm, f, next, internal(vm, I_BUFFER), v, int_value(flags));
    }
    switch (conv) {
    case CONV_INDEX:
    case CONV_BOUND:
    case CONV_ITEM:
    case CONV_CINT:
    case CONV_SIZE:
    case CONV_INT: return native_call1(vm, f, next, internal(vm, I_INDEX), v);
    case CONV_FLOAT: return native_call1(vm, f, next, internal(vm, I_TO_FLOAT), v);
    case CONV_BOOL: return native_call1(vm, f, next, internal(vm, I_TRUTH), v);
    case CONV_VALUES: return native_call1(vm, f, next, internal(vm, I_DRAIN), v);
    case CONV_LISTED:
        return native_call2(vm, f, next, internal(vm, I_DRAIN), v, int_value(DRAIN_LISTED));
    case CONV_JOINED:
        if (type_lookup(vm, class_of(vm, v), vm_name(vm, N___iter__)) == V_UNBOUND &&
            !seq_has_items(vm, v)) {
            return raise_error(vm, EXC_TypeError, "can only join an iterable");
        }
        return native_call2(vm, f, next, internal(vm, I_DRAIN), v, int_value(DRAIN_JOINED));
    default: {
        Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N___fspath__));
        if (method == V_UNBOUND) {
            return raise_error(vm, EXC_TypeError,
                               "expected str, bytes or os.PathLike object, not %T", v);
        }
        return native_call1(vm, f, next, method, v);
    }
    }
}
