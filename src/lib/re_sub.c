// re_sub.c: replacement strings: reading them once for a pattern, and writing what they say of a
// match. A string without a backslash stands for itself.
#include "lib/re_sub.h"

#include "lib/fallback.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/ops.h"

enum { TEMPLATE_ARENA_LIMIT = 32 << 20, TEMPLATES_KEPT = 32 };

// ---- reading -----------------------------------------------------------------------------------

static Value template_literal(Vm *vm, const char *text, uint32_t len, bool is_text) {
    return is_text ? str_new(vm, text, len) : bytes_new(vm, text, len);
}

// A Tuple, or, when there are no groups, the only literal. `mixed`: the pattern is for the other kind
// of text; then a literal comes first, from which that can be told.
static Value template_parts(Vm *vm, const ReTemplate *t, bool is_text, bool mixed) {
    const RePart *first = t->parts;
    if (t->n_parts == 0) { return template_literal(vm, "", 0, is_text); }
    if (t->n_parts == 1 && !first->is_group) {
        return template_literal(vm, first->text, first->len, is_text);
    }
    uint32_t more = mixed && first->is_group;
    Tuple *parts = heap_new(vm, T_TUPLE, (uint64_t)t->n_parts + more);
    TRY(parts);
    if (more) { parts->items[0] = template_literal(vm, "", 0, is_text); }
    for (uint32_t i = 0; i < t->n_parts; i++) {
        const RePart *p = &t->parts[i];
        Value v =
            p->is_group ? int_value(p->group) : template_literal(vm, p->text, p->len, is_text);
        TRY_VALUE(v);
        parts->items[i + more] = v;
    }
    return more && parts->items[0] == V_RAISED ? V_RAISED : ptr_value(vm, parts);
}

// The names as the engine wants them; a snapshot may have put anything into the dict.
static ReName *template_names(Vm *vm, Arena *arena, const Pattern *p, uint32_t *n_names) {
    uint32_t n = 0, pos = 0;
    Value key, value;
    *n_names = 0;
    if (!is_tagged(vm, p->names, T_DICT)) { return ARENA_ARRAY(arena, ReName, 1); }
    const Dict *d = as_dict(vm, p->names);
    ReName *names = ARENA_ARRAY(arena, ReName, (size_t)d->h.n + 1);
    while (names && dict_next(vm, d, &pos, &key, &value)) {
        if (!is_tagged(vm, key, T_STR) || !is_int(value)) { continue; }
        const Str *s = as_str(vm, key);
        names[n++] = (ReName){s->data, s->h.n, (uint32_t)int_of(value)};
    }
    *n_names = n;
    return names;
}

static Value template_read(Vm *vm, const Pattern *p, ReText text, Value *failure) {
    TRY(native_charge(vm, text.n / 4));
    const uint32_t *program = pattern_program(vm, p);
    Arena arena;
    arena_init(&arena, TEMPLATE_ARENA_LIMIT);
    uint32_t n;
    ReName *names = template_names(vm, &arena, p, &n);
    ReTemplate t = {.error = {.kind = RE_ERR_MEMORY, .pos = RE_NO_POS, .msg = ""}};
    bool ok = names && re_template_parse(&arena, text.p, text.n, text.is_text,
                                         re_program_groups(program), names, n, &t);
    Value v = V_UNBOUND;
    if (ok) {
        v = template_parts(vm, &t, text.is_text, text.is_text != re_program_is_text(program));
    } else {
        *failure = re_error_tuple(vm, &t.error);
        if (*failure == V_RAISED) { v = V_RAISED; }
    }
    arena_free(&arena);
    return v;
}

// The replacement is neither str nor bytes-like.
static Value template_refuse(Vm *vm, Value repl) {
    Value hash = type_lookup(vm, class_of(vm, repl), vm_name(vm, N___hash__));
    if (hash == V_NONE) { return raise_error(vm, EXC_TypeError, "unhashable type: '%T'", repl); }
    return raise_error(vm, EXC_TypeError, "decoding to str: need a bytes-like object, %T found",
                       repl);
}

static Value template_last(Vm *vm, Pattern *p, Value repl, Value parts) {
    obj_set(vm, p, &p->repl, repl);
    obj_set(vm, p, &p->parts, parts);
    return parts;
}

static bool template_keep(Vm *vm, Pattern *p, Value repl, Value parts) {
    if (!is_tagged(vm, p->templates, T_DICT)) {
        Value d = dict_new(vm, 0);
        if (d == V_RAISED) { return false; }
        obj_set(vm, p, &p->templates, d);
    }
    Dict *d = as_dict(vm, p->templates);
    if (d->h.n >= TEMPLATES_KEPT) { dict_clear(vm, d); }
    return dict_set_leaf(vm, d, repl, parts) > 0;
}

Value re_template(Vm *vm, Pattern *p, Value repl, Value *failure) {
    ReText text;
    if (repl == p->repl && is_exact(vm, p->parts, T_TUPLE)) { return p->parts; }
    bool exact = is_exact(vm, repl, T_STR) || is_exact(vm, repl, T_BYTES);
    if (!exact && !isinstance_str(vm, repl) && !is_bytes_like(vm, repl)) {
        return template_refuse(vm, repl);
    }
    TRY(re_text(vm, repl, &text));
    if (!memchr(text.p, '\\', text.n)) { return repl; }
    if (!exact || text.is_text != re_program_is_text(pattern_program(vm, p))) {
        return template_read(vm, p, text, failure);
    }
    if (is_tagged(vm, p->templates, T_DICT)) {
        Value kept = dict_get_leaf(vm, as_dict(vm, p->templates), repl);
        if (kept != V_UNBOUND && kept != V_CALLING) { return template_last(vm, p, repl, kept); }
    }
    Value parts = template_read(vm, p, text, failure);
    if (parts == V_UNBOUND || parts == V_RAISED) { return parts; }
    TRY(template_keep(vm, p, repl, parts));
    return template_last(vm, p, repl, parts);
}

Value re_template_raise(Vm *vm, Value repl, Value failure) {
    Value args[2] = {failure, repl};
    return fallback_call(vm, "re", "_raise", 2, args);
}

// ---- writing -----------------------------------------------------------------------------------

static bool sub_put(Vm *vm, SubText *to, const void *p, uint32_t n) {
    // What was reserved is charged; written again and again it is no more than that.
    return native_charge(vm, n / 64) && sb_put(&to->text, p, n);
}

bool sub_put_span(Vm *vm, SubText *to, const Scan *sc, uint32_t from, uint32_t to_byte) {
    if (NX_UNLIKELY(from > to_byte || to_byte > sc->s.n)) {
        raise_stop(vm, STOP_CORRUPT);
        return false;
    }
    if (from == to_byte) { return true; }
    to->n_items++;
    return sub_put(vm, to, sc->s.p + from, to_byte - from);
}

static bool sub_text_of(Vm *vm, SubText *to, const Scan *sc, Value item, ReText *text) {
    ByteSpan span;
    if (sc->s.is_text) {
        if (!isinstance_str(vm, item)) { return false; }
        *text = (ReText){(const uint8_t *)as_str(vm, item)->data, as_str(vm, item)->h.n, true};
        to->wide |= !str_is_ascii(as_str(vm, item));
        return true;
    }
    if (!bytes_like(vm, item, &span)) { return false; }
    *text = (ReText){span.p, span.n, false};
    return true;
}

bool sub_put_item(Vm *vm, SubText *to, const Scan *sc, Value item) {
    ReText text;
    uint32_t at = to->n_items++;
    if (NX_LIKELY(sub_text_of(vm, to, sc, item, &text))) { return sub_put(vm, to, text.p, text.n); }
    if (to->bad == V_UNBOUND) {
        to->bad = item;
        to->bad_at = at;
    }
    return true;
}

// A template of the other kind of text is first met where a group follows its first literal.
static bool sub_mixed(Vm *vm, const Scan *sc) {
    return sc->s.is_text ? raise_false(vm, EXC_TypeError,
                                       "sequence item 1: expected a bytes-like object, str found")
                         : raise_false(vm, EXC_TypeError,
                                       "sequence item 1: expected str instance, bytes found");
}

bool sub_put_template(Vm *vm, SubText *to, const Scan *sc, const uint32_t *block,
                      const Tuple *parts) {
    if (!native_charge(vm, parts->h.n / 8)) { return false; }
    to->n_items++;
    for (uint32_t i = 0; i < parts->h.n; i++) {
        Value part = parts->items[i];
        ReText text;
        if (is_int(part)) {
            uint64_t group = index_of(part);
            uint32_t from, end;
            if (group > sc->groups || !re_state_span(block, (uint32_t)group, &from, &end)) {
                continue;
            }
            to->n_items--;
            if (!sub_put_span(vm, to, sc, from, end)) { return false; }
            to->n_items += from == end;
        } else if (sub_text_of(vm, to, sc, part, &text)) {
            if (!sub_put(vm, to, text.p, text.n)) { return false; }
        } else {
            return sub_mixed(vm, sc);
        }
    }
    return true;
}

Value sub_finish(Vm *vm, SubText *to, const Scan *sc) {
    if (NX_UNLIKELY(to->bad != V_UNBOUND)) {
        return raise_error(vm, EXC_TypeError,
                           sc->s.is_text
                               ? "sequence item %u: expected str instance, %T found"
                               : "sequence item %u: expected a bytes-like object, %T found",
                           to->bad_at, to->bad);
    }
    if (!sc->s.is_text) { return sb_finish_bytes(&to->text); }
    return sc->ascii && !to->wide ? sb_finish_ascii(&to->text) : sb_finish(&to->text);
}

// ---- Match.expand ------------------------------------------------------------------------------

// The text of a group, from the spans of a Match; absent: the empty text.
static bool expand_group(Vm *vm, SubText *to, Value text) {
    ReText t;
    return text == V_NONE ||
           (text != V_RAISED && re_text(vm, text, &t) && sub_put(vm, to, t.p, t.n));
}

static Value expand_parts(Vm *vm, Value match, const Tuple *parts) {
    const Match *m = ref_ptr(vm, match);
    char few[SB_FEW];
    SubText out = {.text = str_builder_on(vm, few, SB_FEW), .bad = V_UNBOUND};
    Scan sc;
    TRY(scan_open(vm, &sc, m->pattern, m->string) && native_charge(vm, parts->h.n / 8));
    for (uint32_t i = 0; i < parts->h.n; i++) {
        Value part = parts->items[i];
        ReText text;
        if (is_int(part)) {
            TRY(expand_group(vm, &out, match_group_text(vm, match, int_of(part))));
        } else if (sub_text_of(vm, &out, &sc, part, &text)) {
            TRY(sub_put(vm, &out, text.p, text.n));
        } else {
            TRY(sub_mixed(vm, &sc));
        }
    }
    return sub_finish(vm, &out, &sc);
}

static Value expand_try(Vm *vm, const Value *a, Value *failure) {
    const Match *m = ref_ptr(vm, a[0]);
    Value parts = re_template(vm, as_pattern(vm, m->pattern), a[1], failure);
    if (parts == V_RAISED || parts == V_UNBOUND) { return parts; }
    if (is_exact(vm, parts, T_TUPLE)) { return expand_parts(vm, a[0], as_tuple(vm, parts)); }
    ReText text;
    if (is_exact(vm, parts, T_STR) || is_exact(vm, parts, T_BYTES)) { return parts; }
    TRY(re_text(vm, parts, &text));
    return text.is_text ? str_exact(vm, parts) : bytes_new(vm, text.p, text.n);
}

Value match_expand(Vm *vm, Value *a) {
    Value failure;
    return expand_try(vm, a, &failure);
}

Value match_expand_steps(Vm *vm, Frame *f) {
    Value failure;
    TRY(slot_obj(vm, f, 0, T_MATCH));
    Value v = expand_try(vm, f->slot, &failure);
    return v == V_UNBOUND ? re_template_raise(vm, f->slot[1], failure) : v;
}
