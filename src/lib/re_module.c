// re_module.c: the module _re: the regular expression engine (lib/re) on guest values. Patterns are
// compiled into PATTERN objects, whose words a guest can neither make nor see: the engine trusts
// them. Where the rest is: re_pattern.c has the class Pattern, re_found.c the class Match, re_scan.c
// searches, re_collect.c what goes over all matches, re_sub.c replacement strings. The functions of
// `re` are in lib/py/re.py.
//
// The patterns compiled last are kept: two Dicts, in the class Pattern, from sources (exact str, and
// exact bytes) to Patterns, of which those with other flags hang on `next`.
#include "lib/re_module.h"

#include "base/utf8.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/ops.h"

enum { RE_ARENA_LIMIT = 32 << 20, RE_PATTERNS_KEPT = 512, RE_FLAGS_KEPT = 8 };

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

// ---- compiling ---------------------------------------------------------------------------------

Value re_error_tuple(Vm *vm, const ReError *e) {
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

static Value pattern_new(Vm *vm, const ReCompiled *c, Value source, uint32_t asked) {
    Value names = c->n_names ? re_names_dict(vm, c) : V_NONE;
    TRY_VALUE(names);
    Blob *b = heap_new_raw(vm, T_BLOB, (uint64_t)c->n_words * 4);
    Pattern *p = heap_new(vm, T_PATTERN, 0);
    TRY(b && p);
    memcpy(b->data, c->words, b->h.n);
    p->words = ptr_value(vm, b);
    p->source = source;
    p->names = names;
    p->templates = p->next = p->repl = p->parts = V_NONE;
    p->flags = c->flags;
    p->asked = asked;
    return ptr_value(vm, p);
}

static Value re_compiled(Vm *vm, const ReCompiled *c, bool ok, Value source, uint32_t asked) {
    if (!ok) { return re_error_tuple(vm, &c->error); }
    Value p = pattern_new(vm, c, source, asked);
    TRY_VALUE(p);
    if (!c->n_warnings) { return p; }
    Value warned = re_warnings_list(vm, c);
    TRY_VALUE(warned);
    return tuple_pack2(vm, p, warned);
}

// The Pattern; with warnings a tuple of both; what is wrong with it as re_error_tuple.
static Value re_compile_source(Vm *vm, Value source, uint32_t flags) {
    ReText text;
    TRY(re_text(vm, source, &text) && native_charge(vm, text.n));
    Arena arena;
    arena_init(&arena, RE_ARENA_LIMIT);
    ReSource src = {.pattern = text.p,
                    .len = text.n,
                    .is_text = text.is_text,
                    .flags = flags,
                    .work_limit = 50000000};
    ReCompiled c;
    bool ok = re_compile(&arena, &src, &c);
    Value v = native_charge(vm, c.work) ? re_compiled(vm, &c, ok, source, flags) : V_RAISED;
    arena_free(&arena);
    return v;
}

static Value re_module_compile(Vm *vm, Value *a) {
    return re_compile_source(vm, a[0], (uint32_t)int_clamp_i64(vm, a[1]));
}

// ---- the cache ---------------------------------------------------------------------------------

// Of patterns for text (0) or bytes (1); NULL: there is none. That of the image is left alone.
static Dict *re_kept(Vm *vm, int kind) {
    Value v = as_type(vm, vm->types[T_PATTERN])->spare[kind];
    if (!is_tagged(vm, v, T_DICT) || as_obj(vm, v)->flags & OBJ_FROZEN) { return NULL; }
    return as_dict(vm, v);
}

static Value re_find_kept(Vm *vm, const Dict *d, Value source, uint32_t flags) {
    Value v =
        NX_LIKELY(is_str(vm, source)) ? dict_get_str(vm, d, source) : dict_get_leaf(vm, d, source);
    for (uint32_t n = 0; n < RE_FLAGS_KEPT && is_tagged(vm, v, T_PATTERN); n++) {
        const Pattern *p = as_pattern(vm, v);
        if (p->asked == flags) { return v; }
        v = p->next;
    }
    return V_UNBOUND;
}

static bool re_keep(Vm *vm, Value source, Value pattern) {
    Type *cls = as_type(vm, vm->types[T_PATTERN]);
    int kind = !is_str(vm, source);
    Dict *d = re_kept(vm, kind);
    if (!d) {
        Value made = dict_new(vm, 0);
        if (made == V_RAISED) { return false; }
        obj_set(vm, cls, &cls->spare[kind], made);
        d = as_dict(vm, made);
    }
    if (d->h.n >= RE_PATTERNS_KEPT) { dict_clear(vm, d); }
    Value first = dict_get_leaf(vm, d, source), v = first;
    uint32_t others = 0;
    for (; others < RE_FLAGS_KEPT && is_tagged(vm, v, T_PATTERN); others++) {
        v = as_pattern(vm, v)->next;
    }
    if (others && others < RE_FLAGS_KEPT) { as_pattern(vm, pattern)->next = first; }
    return dict_set_leaf(vm, d, source, pattern) > 0;
}

// cached(pattern, flags): the Pattern, from the cache or compiled now; None: ask re._compile.
static Value re_module_cached(Vm *vm, Value *a) {
    Value source = a[0];
    int64_t flags = is_int(a[1])               ? int_of(a[1])
                    : isinstance_int(vm, a[1]) ? int_clamp_i64(vm, a[1])
                                               : -1;
    if (is_tagged(vm, source, T_PATTERN)) { return flags == 0 ? source : V_NONE; }
    if (!is_str(vm, source) && !is_exact(vm, source, T_BYTES)) { return V_NONE; }
    if (flags < 0 || flags > INT32_MAX) { return V_NONE; }
    const Dict *d = re_kept(vm, !is_str(vm, source));
    Value v = d ? re_find_kept(vm, d, source, (uint32_t)flags) : V_UNBOUND;
    if (v != V_UNBOUND) { return v; }
    v = re_compile_source(vm, source, (uint32_t)flags);
    TRY_VALUE(v);
    if (!is_tagged(vm, v, T_PATTERN)) { return V_NONE; }
    TRY(re_keep(vm, source, v));
    return v;
}

static Value re_module_purge(Vm *vm, Value *a) {
    (void)a;
    for (int kind = 0; kind < 2; kind++) {
        Dict *d = re_kept(vm, kind);
        if (d) { dict_clear(vm, d); }
    }
    return V_NONE;
}

// ---- escape ------------------------------------------------------------------------------------

static bool escape_needed(uint8_t c) { return c < 0x80 && re_needs_escape(c); }

static Value re_module_escape(Vm *vm, Value *a) {
    ReText s;
    if (!isinstance_str(vm, a[0]) && !is_bytes_like(vm, a[0])) {
        return raise_error(vm, EXC_TypeError, "decoding to str: need a bytes-like object, %T found",
                           a[0]);
    }
    TRY(re_text(vm, a[0], &s) && native_charge(vm, s.n / 16));
    uint32_t more = 0;
    for (uint32_t i = 0; i < s.n; i++) { more += escape_needed(s.p[i]); }
    char few[SB_FEW];
    StrBuilder b = str_builder_on(vm, few, SB_FEW);
    TRY(sb_reserve(&b, (uint64_t)s.n + more));
    char *to = sb_text(&b);
    for (uint32_t i = 0; i < s.n; i++) {
        if (escape_needed(s.p[i])) { *to++ = '\\'; }
        *to++ = (char)s.p[i];
    }
    b.len = s.n + more;
    return s.is_text ? sb_finish(&b) : sb_finish_bytes(&b);
}

// ---- the module --------------------------------------------------------------------------------

static const NativeDef re_functions[] = {
    LEAF("cached", "pattern, flags, /", re_module_cached, NULL),
    LEAF("compile", "pattern, flags: int, /", re_module_compile, NULL),
    LEAF("escape", "pattern, /", re_module_escape, NULL),
    LEAF("purge", "", re_module_purge, NULL),
    NATIVE_END,
};

static bool re_module_init(Vm *vm, Value dict) {
    static const struct {
        const char *name;
        TypeTag type;
    } classes[] = {{"Match", T_MATCH}, {"Pattern", T_PATTERN}};
    for (uint32_t i = 0; i < COUNT_OF(classes); i++) {
        Value key = intern_bytes(vm, classes[i].name, (uint32_t)strlen(classes[i].name));
        if (key == V_RAISED ||
            !dict_set_str(vm, as_dict(vm, dict), key, vm->types[classes[i].type])) {
            return false;
        }
    }
    return true;
}

const ModuleDef re_module = {"_re", "The regular expression engine.", re_functions, re_module_init};
