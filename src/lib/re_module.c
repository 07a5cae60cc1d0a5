// re_module.c: the module _re: the regular expression engine (lib/re) on guest values. Patterns are
// compiled into PATTERN objects, whose words a guest can neither make nor see: the engine trusts
// them. Scanning a subject is in re_scan.c, the class Match in re_found.c; the class Pattern and the
// functions of `re` are in lib/py/re.py.
#include "lib/re_module.h"

#include "base/utf8.h"
#include "lib/re/re.h"
#include "lib/re_scan.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { RE_ARENA_LIMIT = 32 << 20 };

bool re_text(Vm *vm, Value v, ReText *out) {
    if (isinstance_str(vm, v)) {
        *out = (ReText){(const uint8_t *)as_str(vm, v)->data, as_str(vm, v)->h.n, true};
        return true;
    }
    ByteSpan span;
    if (bytes_like(vm, v, &span)) {
        *out = (ReText){span.p, span.n, false};
        return true;
    }
    return raise_false(vm, EXC_TypeError, "expected string or bytes-like object, got '%T'", v);
}

// (kind, message, position): what the Python side raises. Kinds are ReErrorKind.
static Value re_error_tuple(Vm *vm, const ReError *e) {
    Value msg = str_new(vm, e->msg, e->msg_len);
    TRY_VALUE(msg);
    Value parts[3] = {int_value(e->kind), msg, e->pos == RE_NO_POS ? V_NONE : int_value(e->pos)};
    return tuple_from(vm, parts, 3);
}

static Value re_names_dict(Vm *vm, const ReCompiled *c) {
    Value dict = dict_new(vm, c->n_names);
    TRY_VALUE(dict);
    for (uint32_t i = 0; i < c->n_names; i++) {
        Value name = intern_bytes(vm, c->names[i].name, c->names[i].len);
        TRY_VALUE(name);
        TRY(dict_set_str(vm, as_dict(vm, dict), name, int_value(c->names[i].group)));
    }
    return dict;
}

static Value re_warnings_list(Vm *vm, const ReCompiled *c) {
    Value list = list_new(vm, c->n_warnings);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < c->n_warnings; i++) {
        Value text = str_new(vm, c->warnings[i].msg, c->warnings[i].len);
        TRY_VALUE(text);
        TRY(list_append(vm, as_list(vm, list), text));
    }
    return list;
}

static Value program_new(Vm *vm, const ReCompiled *c) {
    Blob *b = heap_new_raw(vm, T_BLOB, (uint64_t)c->n_words * 4);
    Program *p = heap_new(vm, T_PATTERN, 0);
    TRY(b && p);
    memcpy(b->data, c->words, b->h.n);
    p->words = ptr_value(vm, b);
    p->pattern = p->names = p->spare = V_NONE;
    return ptr_value(vm, p);
}

static Value re_compiled_tuple(Vm *vm, const ReCompiled *c, bool ok) {
    if (!ok) { return re_error_tuple(vm, &c->error); }
    Value parts[5];
    parts[0] = program_new(vm, c);
    TRY_VALUE(parts[0]);
    parts[1] = int_value(c->flags);
    parts[2] = int_value(c->n_groups);
    parts[3] = re_names_dict(vm, c);
    TRY_VALUE(parts[3]);
    parts[4] = re_warnings_list(vm, c);
    TRY_VALUE(parts[4]);
    return tuple_from(vm, parts, 5);
}

// compile(pattern, flags): (program, flags, groups, groupindex, warnings), or (kind, message, pos).
static Value re_module_compile(Vm *vm, Value *a) {
    ReText text;
    TRY(re_text(vm, a[0], &text));
    TRY(native_charge(vm, text.n));
    Arena arena;
    arena_init(&arena, RE_ARENA_LIMIT);
    ReSource source = {.pattern = text.p,
                       .len = text.n,
                       .is_text = text.is_text,
                       .flags = (uint32_t)int_of(a[1]),
                       .work_limit = 50000000};
    ReCompiled c;
    bool ok = re_compile(&arena, &source, &c);
    Value v = native_charge(vm, c.work) ? re_compiled_tuple(vm, &c, ok) : V_RAISED;
    arena_free(&arena);
    return v;
}

// template(repl, groups, groupindex): a list of literals and group numbers, or an error tuple.
static Value re_template_list(Vm *vm, const ReTemplate *t, bool is_text) {
    Value list = list_new(vm, t->n_parts);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < t->n_parts; i++) {
        const RePart *p = &t->parts[i];
        Value part = p->is_group ? int_value(p->group)
                     : is_text   ? str_new(vm, p->text, p->len)
                                 : bytes_new(vm, p->text, p->len);
        TRY_VALUE(part);
        TRY(list_append(vm, as_list(vm, list), part));
    }
    return list;
}

static Value re_module_template(Vm *vm, Value *a) {
    ReText text;
    if (!isinstance_str(vm, a[0]) && !is_bytes_like(vm, a[0])) {
        return raise_error(vm, EXC_TypeError, "decoding to str: need a bytes-like object, %T found",
                           a[0]);
    }
    TRY(re_text(vm, a[0], &text) && native_charge(vm, text.n / 4));
    Arena arena;
    arena_init(&arena, RE_ARENA_LIMIT);
    const Dict *d = as_dict(vm, a[2]);
    ReName *names = ARENA_ARRAY(&arena, ReName, d->h.n + 1);
    Value key, value, out = V_RAISED;
    uint32_t n = 0;
    for (uint32_t pos = 0; names && dict_next(vm, d, &pos, &key, &value); n++) {
        if (!isinstance_str(vm, key) || !is_int(value)) {
            arena_free(&arena);
            return raise_error(vm, EXC_TypeError, "groupindex must map names to numbers");
        }
        const Str *s = as_str(vm, key);
        names[n] = (ReName){s->data, s->h.n, (uint32_t)int_of(value)};
    }
    ReTemplate t;
    if (names) {
        bool ok = re_template_parse(&arena, text.p, text.n, text.is_text, (uint32_t)int_of(a[1]),
                                    names, n, &t);
        out = ok ? re_template_list(vm, &t, text.is_text) : re_error_tuple(vm, &t.error);
    }
    arena_free(&arena);
    return out;
}

// own(program, pattern, names): the Pattern that the program's matches belong to.
static Value re_module_own(Vm *vm, Value *a) {
    if (!is_exact(vm, a[0], T_PATTERN)) {
        return raise_error(vm, EXC_TypeError, "expected a compiled program, got '%T'", a[0]);
    }
    Program *p = ref_ptr(vm, a[0]);
    obj_set(vm, p, &p->pattern, a[1]);
    obj_set(vm, p, &p->names, a[2]);
    return V_NONE;
}

static Value re_module_needs_escape(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(re_needs_escape((uint32_t)int_of(a[0])));
}

static const NativeDef re_functions[] = {
    LEAF("compile", "pattern, flags: int, /", re_module_compile, NULL),
    LEAF("needs_escape", "char: int, /", re_module_needs_escape, NULL),
    {"scan", RE_SCAN_SIG, re_scan_leaf, re_scan_steps, NULL, NULL, NATIVE_STEPS, RE_SCAN_SCRATCH, 0,
     0},
    LEAF("own", "program, pattern, names: dict, /", re_module_own, NULL),
    LEAF("template", "template, groups, groupindex: dict, /", re_module_template, NULL),
    NATIVE_END,
};

const TypeDef program_type = {.name = "Program", .module = "_re", .tag = T_PATTERN, .hidden = true};

static bool re_module_init(Vm *vm, Value dict) {
    Value key = intern_bytes(vm, "Match", 5);
    return key != V_RAISED && dict_set_str(vm, as_dict(vm, dict), key, vm->types[T_MATCH]);
}

const ModuleDef re_module = {"_re", "The regular expression engine.", re_functions, re_module_init};
