// re_module.c: the module _re: the regular expression engine (lib/re) on guest values. Patterns are
// compiled into PATTERN objects, whose words a guest can neither make nor see: the engine trusts
// them. A match keeps its whole state in a BLOB, so that it can be suspended, saved and continued
// between any two slices. Classes and functions of `re` are in lib/py/re.py.
#include "lib/re_module.h"

#include "base/utf8.h"
#include "lib/re/re.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/list.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

enum { RE_ARENA_LIMIT = 32 << 20, RE_SLICE = 8192 };

// Text or bytes of a pattern, subject or template.
typedef struct ReText {
    const uint8_t *p;
    uint32_t n;
    bool is_text;
} ReText;

static bool re_text(Vm *vm, Value v, ReText *out) {
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
    p->spare[0] = p->spare[1] = p->spare[2] = V_NONE;
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

// ---- scanning ----------------------------------------------------------------------------------

enum {
    SCAN_PROGRAM,
    SCAN_SUBJECT,
    SCAN_POS,
    SCAN_ENDPOS,
    SCAN_MODE,
    SCAN_LIMIT,
    SCAN_WANT,
    SCAN_OUT,
    SCAN_BLOCK,
    SCAN_AT,
    SCAN_BYTE,
    SCAN_CHAR
};
enum { WANT_SPANS, WANT_FINDALL };
enum { SCAN_START, SCAN_RUNNING };

static const uint32_t *scan_program(Vm *vm, const Frame *f) {
    if (!is_exact(vm, f->slot[SCAN_PROGRAM], T_PATTERN)) {
        raise_error(vm, EXC_TypeError, "expected a compiled program, got '%T'",
                    f->slot[SCAN_PROGRAM]);
        return NULL;
    }
    const Program *p = ref_ptr(vm, f->slot[SCAN_PROGRAM]);
    return (const uint32_t *)((Blob *)ref_ptr(vm, p->words))->data;
}

// Characters before byte offset `at`, counted on from the last one asked for.
static int64_t scan_char(Frame *f, const ReText *s, uint32_t at) {
    uint32_t from = (uint32_t)int_of(f->slot[SCAN_BYTE]);
    int64_t chars = int_of(f->slot[SCAN_CHAR]);
    if (at < from) { return (int64_t)utf8_count(s->p, at); }
    chars += (int64_t)utf8_count(s->p + from, at - from);
    f->slot[SCAN_BYTE] = int_value(at);
    f->slot[SCAN_CHAR] = int_value(chars);
    return chars;
}

static Value scan_piece(Vm *vm, const ReText *s, uint32_t from, uint32_t to) {
    if (s->is_text) { return str_new(vm, (const char *)s->p + from, to - from); }
    return bytes_new(vm, s->p + from, to - from);
}

static Value scan_group(Vm *vm, const ReText *s, const uint32_t *block, uint32_t group) {
    uint32_t from = 0, to = 0;
    re_state_span(block, group, &from, &to);
    return scan_piece(vm, s, from, to);
}

// What findall() lists: the match, its only group, or all groups as a tuple.
static Value scan_found(Vm *vm, const ReText *s, const uint32_t *block, uint32_t groups) {
    if (groups < 2) { return scan_group(vm, s, block, groups); }
    Tuple *t = heap_new(vm, T_TUPLE, groups);
    TRY(t);
    for (uint32_t g = 1; g <= groups; g++) {
        t->items[g - 1] = scan_group(vm, s, block, g);
        TRY_VALUE(t->items[g - 1]);
    }
    return ptr_value(vm, t);
}

// (start, end, start of group 1, …, lastindex or None), -1 where a group took no part.
static Value scan_spans(Vm *vm, Frame *f, const ReText *s, const uint32_t *block, uint32_t groups,
                        bool ascii) {
    Tuple *t = heap_new(vm, T_TUPLE, groups * 2 + 3);
    TRY(t);
    for (uint32_t g = 0; g <= groups; g++) {
        uint32_t from, to;
        bool set = re_state_span(block, g, &from, &to);
        t->items[2 * g] = int_value(!set ? -1 : ascii ? from : scan_char(f, s, from));
        t->items[2 * g + 1] = int_value(!set ? -1 : ascii ? to : scan_char(f, s, to));
    }
    uint32_t last = re_state_last_index(block);
    t->items[groups * 2 + 2] = last ? int_value(last) : V_NONE;
    return ptr_value(vm, t);
}

static uint32_t scan_byte(Vm *vm, Value subject, const ReText *s, int64_t index) {
    if (index <= 0) { return 0; }
    if (!s->is_text) { return index < s->n ? (uint32_t)index : s->n; }
    const Str *str = as_str(vm, subject);
    if (index >= str->len) { return s->n; }
    return str_byte_offset(vm, str, (uint32_t)index);
}

static bool scan_begin(Vm *vm, Frame *f, const uint32_t *program, const ReText *s) {
    if (s->is_text != re_program_is_text(program)) {
        return raise_false(vm, EXC_TypeError,
                           s->is_text ? "cannot use a bytes pattern on a string-like "
                                        "object"
                                      : "cannot use a string pattern on a bytes-like "
                                        "object");
    }
    uint32_t words = re_state_words(program) + 64;
    Blob *b = heap_new(vm, T_BLOB, (uint64_t)words * 4);
    Value out = list_new(vm, 0);
    if (!b || out == V_RAISED) { return false; }
    int64_t pos = int_clamp_i64(vm, f->slot[SCAN_POS]),
            end = int_clamp_i64(vm, f->slot[SCAN_ENDPOS]);
    uint32_t from = scan_byte(vm, f->slot[SCAN_SUBJECT], s, pos);
    uint32_t to = scan_byte(vm, f->slot[SCAN_SUBJECT], s, end);
    f->slot[SCAN_BLOCK] = ptr_value(vm, b);
    f->slot[SCAN_OUT] = out;
    f->slot[SCAN_AT] = int_value(from);
    f->slot[SCAN_POS] = int_value(from);
    f->slot[SCAN_ENDPOS] = int_value(to);
    f->slot[SCAN_BYTE] = f->slot[SCAN_CHAR] = int_value(0);
    re_state_init((uint32_t *)b->data, words, program, (ReMode)int_of(f->slot[SCAN_MODE]), s->n,
                  from, to, false);
    return true;
}

static bool scan_grow(Vm *vm, Frame *f, Blob *b) {
    bool possible;
    uint32_t n = re_state_grow((const uint32_t *)b->data, b->h.n / 4, &possible);
    if (!possible) {
        return raise_false(vm, EXC_MemoryError, "regular expression needs too much memory");
    }
    Blob *grown = heap_new(vm, T_BLOB, (uint64_t)n * 4);
    if (!grown || !native_charge(vm, b->h.n / 64)) { return false; }
    memcpy(grown->data, b->data, b->h.n);
    f->slot[SCAN_BLOCK] = ptr_value(vm, grown);
    return true;
}

// After a match: the result is kept, and the next search prepared. True: go on.
static Value scan_matched(Vm *vm, Frame *f, const uint32_t *program, const ReText *s, Blob *b) {
    uint32_t *block = (uint32_t *)b->data, groups = re_program_groups(program), from, to;
    bool ascii = !s->is_text || str_is_ascii(as_str(vm, f->slot[SCAN_SUBJECT]));
    Value item = int_of(f->slot[SCAN_WANT]) == WANT_FINDALL
                     ? scan_found(vm, s, block, groups)
                     : scan_spans(vm, f, s, block, groups, ascii);
    TRY_VALUE(item);
    List *out = slot_obj(vm, f, SCAN_OUT, T_LIST);
    TRY(out && list_append(vm, out, item));
    int64_t limit = int_of(f->slot[SCAN_LIMIT]);
    if (limit && out->h.n >= (uint64_t)limit) { return V_FALSE; }
    re_state_span(block, 0, &from, &to);
    re_state_init(block, b->h.n / 4, program, (ReMode)int_of(f->slot[SCAN_MODE]), s->n, to,
                  (uint32_t)int_of(f->slot[SCAN_ENDPOS]), from == to);
    return V_TRUE;
}

// scan(program, string, pos, endpos, mode, limit, want): a list of up to `limit` matches (0: all).
static Value re_module_scan(Vm *vm, Frame *f) {
    const uint32_t *program = scan_program(vm, f);
    ReText s;
    TRY(program && re_text(vm, f->slot[SCAN_SUBJECT], &s));
    if (native_state(f) == SCAN_START) { TRY(scan_begin(vm, f, program, &s)); }
    for (int64_t fuel = RE_SLICE; fuel > 0;) {
        Blob *b = slot_obj(vm, f, SCAN_BLOCK, T_BLOB);
        TRY(b);
        int64_t before = fuel;
        ReStatus status = re_match_run((uint32_t *)b->data, b->h.n / 4, program, s.p, s.n, &fuel);
        if (!native_charge(vm, (uint64_t)(before - fuel) / 4 + 1)) { return V_RAISED; }
        switch (status) {
        case RE_STATUS_NO_MATCH: return f->slot[SCAN_OUT];
        case RE_STATUS_MATCH: {
            Value more = scan_matched(vm, f, program, &s, b);
            TRY_VALUE(more);
            if (more == V_FALSE) { return f->slot[SCAN_OUT]; }
            break;
        }
        case RE_STATUS_NEED_MEMORY: TRY(scan_grow(vm, f, b)); break;
        case RE_STATUS_OUT_OF_FUEL: fuel = 0; break;
        default: return raise_stop(vm, STOP_CORRUPT);
        }
    }
    return native_again(vm, f, SCAN_RUNNING);
}

static Value re_module_needs_escape(Vm *vm, Value *a) {
    (void)vm;
    return bool_value(re_needs_escape((uint32_t)int_of(a[0])));
}

static const NativeDef re_functions[] = {
    LEAF("compile", "pattern, flags: int, /", re_module_compile, NULL),
    LEAF("needs_escape", "char: int, /", re_module_needs_escape, NULL),
    STEPS("scan",
          "program, string, pos: index, endpos: index, mode: index, limit: index, want: index, /",
          re_module_scan, 5, NULL, NULL),
    LEAF("template", "template, groups, groupindex: dict, /", re_module_template, NULL),
    NATIVE_END,
};

const TypeDef program_type = {.name = "Program", .module = "_re", .tag = T_PATTERN, .hidden = true};

const ModuleDef re_module = {"_re", "The regular expression engine.", re_functions, NULL};
