// values.c: Python values made and read by the host.
#include "api/api.h"

#include "base/utf8.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "vm/ops.h"

#include <stdlib.h>

nx_type nx_typeof(nx_vm *v, nx_value x) {
    if (is_int(x)) { return NX_INT; }
    if (is_double(x)) { return NX_FLOAT; }
    if (is_bool(x)) { return NX_BOOL; }
    if (!is_ref(x)) { return x == V_NONE ? NX_NONE : NX_OBJECT; }
    switch (as_obj(&v->vm, x)->type) {
    case T_INT: return NX_INT;
    case T_FLOAT: return NX_FLOAT;
    case T_STR: return NX_STR;
    case T_BYTES:
    case T_BYTEARRAY: return NX_BYTES;
    case T_LIST: return NX_LIST;
    case T_TUPLE: return NX_TUPLE;
    case T_DICT: return NX_DICT;
    case T_SET:
    case T_FROZENSET: return NX_SET;
    case T_FUNCTION:
    case T_NATIVE:
    case T_METHOD:
    case T_TYPE:
    case T_HOST_FUNCTION: return NX_CALLABLE;
    default: return NX_OBJECT;
    }
}

const char *nx_class_name(nx_vm *v, nx_value x) { return class_name_of(&v->vm, x); }

// A maker that failed for memory may be tried again after a collection, between runs.
static nx_value made(nx_vm *v, Value x) {
    if (x != V_RAISED) { return x; }
    exc_clear(&v->vm);
    v->vm.alloc_failed = false;
    return 0;
}

nx_value nx_none(void) { return V_NONE; }
nx_value nx_bool(bool b) { return bool_value(b); }
nx_value nx_float(double d) { return double_value(d); }
nx_value nx_int(nx_vm *v, int64_t n) { return made(v, int_from_i64(&v->vm, n)); }

nx_value nx_int_text(nx_vm *v, const char *decimal) {
    Value s = str_new_cstr(&v->vm, decimal);
    return s == V_RAISED ? made(v, s) : made(v, int_parse(&v->vm, s, 10));
}

nx_value nx_str(nx_vm *v, const char *text, int64_t len) {
    uint64_t n = len < 0 ? strlen(text) : (uint64_t)len;
    Utf8Fault fault;
    if (!utf8_check(text, (size_t)n, &fault)) { return 0; }
    return made(v, str_new(&v->vm, text, n));
}

nx_value nx_bytes(nx_vm *v, const void *bytes, size_t len) {
    return made(v, bytes_new(&v->vm, bytes, len));
}

nx_value nx_list(nx_vm *v, const nx_value *items, size_t n) {
    return made(v, list_from(&v->vm, items, (uint32_t)n));
}

nx_value nx_tuple(nx_vm *v, const nx_value *items, size_t n) {
    return made(v, tuple_from(&v->vm, items, n));
}

nx_value nx_dict(nx_vm *v) { return made(v, dict_new(&v->vm, 0)); }

bool nx_list_append(nx_vm *v, nx_value list, nx_value item) {
    if (!is_exact(&v->vm, list, T_LIST)) { return false; }
    return list_append(&v->vm, as_list(&v->vm, list), item) || made(v, V_RAISED);
}

bool nx_dict_set(nx_vm *v, nx_value dict, const char *key, nx_value x) {
    Vm *vm = &v->vm;
    if (!is_exact(vm, dict, T_DICT)) { return false; }
    Value k = intern_bytes(vm, key, (uint32_t)strlen(key));
    return (k != V_RAISED && dict_set_str(vm, as_dict(vm, dict), k, x)) || made(v, V_RAISED);
}

bool nx_to_bool(nx_vm *v, nx_value x, bool *out) {
    (void)v;
    *out = x == V_TRUE;
    return is_bool(x);
}

bool nx_to_int(nx_vm *v, nx_value x, int64_t *out) {
    return isinstance_int(&v->vm, x) && int_to_i64(&v->vm, x, out);
}

bool nx_to_float(nx_vm *v, nx_value x, double *out) {
    if (isinstance_float(&v->vm, x)) {
        *out = float_of(&v->vm, x);
        return true;
    }
    if (!isinstance_int(&v->vm, x)) { return false; }
    if (int_to_double(&v->vm, x, out)) { return true; }
    exc_clear(&v->vm);
    return false;
}

bool nx_to_str(nx_vm *v, nx_value x, const char **text, size_t *len) {
    if (!isinstance_str(&v->vm, x)) { return false; }
    const Str *s = as_str(&v->vm, x);
    *text = s->data;
    if (len) { *len = s->h.n; }
    return true;
}

bool nx_to_bytes(nx_vm *v, nx_value x, const void **bytes, size_t *len) {
    ByteSpan span;
    if (!bytes_like(&v->vm, x, &span)) { return false; }
    *bytes = span.p;
    *len = span.n;
    return true;
}

size_t nx_len(nx_vm *v, nx_value x) {
    Value n = is_ref(x) && exact_def(&v->vm, x) ? len_leaf(&v->vm, x) : V_UNBOUND;
    if (n == V_RAISED) { exc_clear(&v->vm); }
    return is_int(n) ? (size_t)int_of(n) : 0;
}

nx_value nx_item(nx_vm *v, nx_value seq, size_t i) {
    Vm *vm = &v->vm;
    if (!is_tagged(vm, seq, T_LIST) && !is_tagged(vm, seq, T_TUPLE)) { return 0; }
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    return i < n ? items[i] : 0;
}

nx_value nx_get(nx_vm *v, nx_value dict, const char *key) {
    Vm *vm = &v->vm;
    if (!is_tagged(vm, dict, T_DICT)) { return 0; }
    Value k = intern_bytes(vm, key, (uint32_t)strlen(key));
    if (k == V_RAISED) { return made(v, k); }
    Value x = dict_get_str(vm, as_dict(vm, dict), k);
    return x == V_UNBOUND ? 0 : x;
}

bool nx_dict_next(nx_vm *v, nx_value dict, size_t *pos, nx_value *key, nx_value *value) {
    if (!is_tagged(&v->vm, dict, T_DICT)) { return false; }
    uint32_t at = (uint32_t)*pos;
    bool more = dict_next(&v->vm, as_dict(&v->vm, dict), &at, key, value);
    *pos = at;
    return more;
}

// ---- json --------------------------------------------------------------------------------------

static bool json_call(nx_vm *v, const char *function, Value arg, Value *out) {
    Vm *vm = &v->vm;
    error_clear(v);
    if (v->in_host_function) {
        error_plain(v, "misuse", "inside a host function");
        return false;
    }
    Value name = intern_bytes(vm, "json", 4),
          fn = intern_bytes(vm, function, (uint32_t)strlen(function));
    if (name == V_RAISED || fn == V_RAISED) { return made(v, V_RAISED); }
    Value module = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    if (module == V_UNBOUND) {
        error_plain(v, "misuse", "the image has no json module");
        return false;
    }
    Value callee = dict_get_str(vm, module_dict(vm, module), fn);
    uint32_t hold = nx_hold(v, arg);
    bool ok = vm_call_inside(v, callee, &arg, 1, out);
    nx_release(v, hold);
    if (ok) { return true; }
    if (vm->stop) {
        error_from_stop(v);
        vm->stop = STOP_NONE;
        vm->head->depth = 0;
    } else {
        if (vm->head->exc == V_NONE) { vm->head->exc = vm->head->memory_error; }
        error_from_exception(v);
    }
    return false;
}

nx_value nx_from_json(nx_vm *v, const char *json, int64_t len) {
    Value text = nx_str(v, json, len), out;
    return text && json_call(v, "loads", text, &out) ? out : 0;
}

const char *nx_to_json(nx_vm *v, nx_value x) {
    Value out;
    if (!json_call(v, "dumps", x, &out) || !is_tagged(&v->vm, out, T_STR)) { return NULL; }
    const Str *s = as_str(&v->vm, out);
    SnapBuf *b = &v->text;
    uint8_t *p = realloc(b->bytes, s->h.n + 1);
    if (!p) { return NULL; }
    memcpy(p, s->data, s->h.n + 1);
    b->bytes = p;
    b->cap = b->len = s->h.n + 1;
    return (const char *)p;
}

// ---- globals and holds -------------------------------------------------------------------------

nx_value nx_global(nx_vm *v, const char *name) { return nx_get(v, v->vm.head->main_dict, name); }

bool nx_set_global(nx_vm *v, const char *name, nx_value x) {
    return nx_dict_set(v, v->vm.head->main_dict, name, x);
}

uint32_t nx_hold(nx_vm *v, nx_value x) {
    Vm *vm = &v->vm;
    Head *h = vm->head;
    Values *t = is_ref(h->held) ? ref_ptr(vm, h->held) : NULL;
    uint32_t n = t ? t->h.n : 0, i = 0;
    while (i < n && t->items[i] != V_UNBOUND) { i++; }
    if (i == n) {
        Values *grown = heap_new(vm, T_VALUES, n ? n * 2 : 8);
        if (!grown) {
            vm->alloc_failed = false;
            return 0;
        }
        for (uint32_t k = 0; k < grown->h.n; k++) {
            grown->items[k] = k < n ? t->items[k] : V_UNBOUND;
        }
        h->held = ptr_value(vm, grown);
        t = grown;
    }
    t->items[i] = x;
    return i + 1;
}

nx_value nx_held(nx_vm *v, uint32_t hold) {
    Vm *vm = &v->vm;
    if (!hold || !is_ref(vm->head->held)) { return 0; }
    const Values *t = ref_ptr(vm, vm->head->held);
    return hold <= t->h.n && t->items[hold - 1] != V_UNBOUND ? t->items[hold - 1] : 0;
}

void nx_release(nx_vm *v, uint32_t hold) {
    Vm *vm = &v->vm;
    if (!hold || !is_ref(vm->head->held)) { return; }
    Values *t = ref_ptr(vm, vm->head->held);
    if (hold <= t->h.n) { t->items[hold - 1] = V_UNBOUND; }
}
