// re_found.c: re.Match: what a search found. The spans are those of the subject when it was
// searched; what is read from them is checked, for a bytearray may have become shorter since.
#include "lib/re_sub.h"
#include "object/alias.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/key.h"
#include "object/list.h"
#include "object/steps_fast.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/internals.h"
#include "vm/ops.h"

static Match *as_match(Vm *vm, Value v) { return ref_ptr(vm, v); }

static uint32_t match_groups(const Match *m) { return m->h.n - 1; }
static Value match_names(Vm *vm, const Match *m) {
    Value names = as_pattern(vm, m->pattern)->names;
    return is_tagged(vm, names, T_DICT) ? names : V_NONE;
}

// ---- groups by number and name -----------------------------------------------------------------

// The number of the group that v names; -1: IndexError raised; -2: v has an __index__ to be asked.
static int64_t match_index(Vm *vm, const Match *m, Value v) {
    Value index = v;
    if (isinstance_str(vm, v) || is_tagged(vm, v, T_BYTES)) {
        Value names = match_names(vm, m);
        index = isinstance_str(vm, v) && names != V_NONE ? dict_get_str(vm, as_dict(vm, names), v)
                                                         : V_UNBOUND;
    } else if (is_bool(v)) {
        index = int_value(v == V_TRUE);
    } else if (!is_int(v) && !isinstance_int(vm, v)) {
        if (special_method(vm, v, N___index__) != V_UNBOUND) { return -2; }
        index = V_UNBOUND;
    }
    int64_t i = index == V_UNBOUND ? -1 : int_clamp_i64(vm, index);
    if (i >= 0 && i <= match_groups(m)) { return i; }
    raise_error(vm, EXC_IndexError, "no such group");
    return -1;
}

// In bytes. False: the group took no part.
static bool match_span(const Match *m, int64_t group, uint32_t *from, uint32_t *to) {
    *from = *to = 0;
    if ((uint64_t)group >= m->h.n || m->spans[2 * group] == RE_NO_POS) { return false; }
    *from = m->spans[2 * group];
    *to = m->spans[2 * group + 1];
    return true;
}

// An end of a span in characters, -1 for a group that took no part.
static int64_t match_place(Vm *vm, const Match *m, uint32_t i) {
    uint32_t at = i < 2 * m->h.n ? m->spans[i] : RE_NO_POS;
    if (at == RE_NO_POS) { return -1; }
    if (!isinstance_str(vm, m->string)) { return at; }
    const Str *s = as_str(vm, m->string);
    native_charge_done(vm, s->h.n < 1024 || str_is_ascii(s) ? 0 : s->h.n / 1024);
    return str_index_at(vm, s, min_u32(at, s->h.n));
}

static Value match_text(Vm *vm, const Match *m, int64_t group, Value absent) {
    uint32_t from, to;
    if (!match_span(m, group, &from, &to)) { return absent; }
    if (isinstance_str(vm, m->string)) {
        const Str *s = as_str(vm, m->string);
        to = min_u32(to, s->h.n);
        return str_slice_bytes(vm, s, min_u32(from, to), to);
    }
    ByteSpan span;
    TRY(bytes_like_or_raise(vm, m->string, &span));
    to = min_u32(to, span.n);
    from = min_u32(from, to);
    return bytes_new(vm, span.p + from, to - from);
}

Value match_group_text(Vm *vm, Value match, int64_t group) {
    return match_text(vm, as_match(vm, match), group, V_NONE);
}

// A native for one group: what `read` makes of its number, after __index__ if need be.
typedef Value (*GroupFn)(Vm *vm, const Match *m, int64_t group);

static Value match_of_group(Vm *vm, const Value *a, GroupFn read) {
    const Match *m = as_match(vm, a[0]);
    if (is_int(a[1]) && (uint64_t)int_of(a[1]) < m->h.n) { return read(vm, m, int_of(a[1])); }
    int64_t i = match_index(vm, m, a[1]);
    if (i == -2) { return V_UNBOUND; }
    return i < 0 ? V_RAISED : read(vm, m, i);
}

static Value match_of_group_steps(Vm *vm, Frame *f, GroupFn read) {
    TRY(slot_obj(vm, f, 0, T_MATCH));
    if (native_state(f) == 0) { return native_call1(vm, f, 1, internal(vm, I_INDEX), f->slot[1]); }
    Value a[2] = {f->slot[0], f->result};
    return match_of_group(vm, a, read);
}

static Value read_start(Vm *vm, const Match *m, int64_t group) {
    return int_value(match_place(vm, m, 2 * (uint32_t)group));
}

static Value read_end(Vm *vm, const Match *m, int64_t group) {
    return int_value(match_place(vm, m, 2 * (uint32_t)group + 1));
}

static Value read_span(Vm *vm, const Match *m, int64_t group) {
    int64_t from = match_place(vm, m, 2 * (uint32_t)group);
    return tuple_pack2(vm, int_value(from), int_value(match_place(vm, m, 2 * (uint32_t)group + 1)));
}

static Value read_text(Vm *vm, const Match *m, int64_t group) {
    return match_text(vm, m, group, V_NONE);
}

#define MATCH_OF_GROUP(name, read)                                                                 \
    static Value name(Vm *vm, Value *a) { return match_of_group(vm, a, read); }                    \
    static Value name##_steps(Vm *vm, Frame *f) { return match_of_group_steps(vm, f, read); }
MATCH_OF_GROUP(match_start, read_start)
MATCH_OF_GROUP(match_end, read_end)
MATCH_OF_GROUP(match_span_of, read_span)
MATCH_OF_GROUP(match_getitem, read_text)

// ---- several groups ----------------------------------------------------------------------------

enum { GROUP_SELF, GROUP_FIRST, GROUP_MORE, GROUP_AT };

static Value match_group(Vm *vm, Value *a) {
    const Match *m = as_match(vm, a[GROUP_SELF]);
    const Tuple *more = as_tuple(vm, a[GROUP_MORE]);
    if (a[GROUP_FIRST] == V_UNBOUND) { return match_text(vm, m, 0, V_NONE); }
    if (more->h.n == 0) { return match_of_group(vm, a, read_text); }
    Tuple *out = heap_new(vm, T_TUPLE, (uint64_t)more->h.n + 1);
    TRY(out);
    for (uint32_t i = 0; i <= more->h.n; i++) {
        int64_t group = match_index(vm, m, i ? more->items[i - 1] : a[GROUP_FIRST]);
        if (group < 0) { return group == -2 ? V_UNBOUND : V_RAISED; }
        out->items[i] = match_text(vm, m, group, V_NONE);
        TRY_VALUE(out->items[i]);
    }
    return ptr_value(vm, out);
}

// group() and group(x), as most calls are.
static Value match_group_flat(Vm *vm, const Value *args, uint32_t n) {
    if (n > 2) { return V_UNBOUND; }
    return n == 1 ? match_text(vm, as_match(vm, args[0]), 0, V_NONE)
                  : match_of_group(vm, args, read_text);
}

// Groups that are numbers by __index__: all are converted, one by one, then match_group can go on.
static Value match_group_steps(Vm *vm, Frame *f) {
    Tuple *more = slot_obj(vm, f, GROUP_MORE, T_TUPLE);
    TRY(more && slot_obj(vm, f, GROUP_SELF, T_MATCH));
    uint32_t at = native_state(f) ? (uint32_t)index_of(f->slot[GROUP_AT]) : 0;
    if (native_state(f) && at == 0) { f->slot[GROUP_FIRST] = f->result; }
    if (native_state(f) && at > 0) {
        Value copy = tuple_from(vm, more->items, more->h.n);
        TRY_VALUE(copy);
        if (at <= more->h.n) { as_tuple(vm, copy)->items[at - 1] = f->result; }
        f->slot[GROUP_MORE] = copy;
        more = as_tuple(vm, copy);
    }
    if (native_state(f)) { at++; }
    for (; at <= more->h.n; at++) {
        Value v = at ? more->items[at - 1] : f->slot[GROUP_FIRST];
        if (isinstance_str(vm, v) || special_method(vm, v, N___index__) == V_UNBOUND) { continue; }
        f->slot[GROUP_AT] = int_value(at);
        return native_call1(vm, f, 1, internal(vm, I_INDEX), v);
    }
    Value v = match_group(vm, f->slot);
    return v == V_UNBOUND ? raise_stop(vm, STOP_CORRUPT) : v;
}

static Value match_all_groups(Vm *vm, Value *a) {
    const Match *m = as_match(vm, a[0]);
    uint32_t n = match_groups(m);
    Tuple *out = heap_new(vm, T_TUPLE, n);
    TRY(out);
    for (uint32_t i = 0; i < n; i++) {
        out->items[i] = match_text(vm, m, (int64_t)i + 1, a[1]);
        TRY_VALUE(out->items[i]);
    }
    return ptr_value(vm, out);
}

static Value match_groupdict(Vm *vm, Value *a) {
    const Match *m = as_match(vm, a[0]);
    Value out = dict_new(vm, 0), name, group;
    TRY_VALUE(out);
    if (match_names(vm, m) == V_NONE) { return out; }
    const Dict *names = as_dict(vm, match_names(vm, m));
    for (uint32_t pos = 0; dict_next(vm, names, &pos, &name, &group);) {
        Value text = is_int(group) ? match_text(vm, m, int_of(group), a[1]) : a[1];
        TRY_VALUE(text);
        TRY(isinstance_str(vm, name) && dict_set_str(vm, as_dict(vm, out), name, text));
    }
    return out;
}

// ---- attributes and the class ------------------------------------------------------------------

static Value match_get_string(Vm *vm, Value v) { return as_match(vm, v)->string; }
static Value match_get_re(Vm *vm, Value v) { return as_match(vm, v)->pattern; }
static Value match_get_pos(Vm *vm, Value v) { return int_value(as_match(vm, v)->pos); }
static Value match_get_endpos(Vm *vm, Value v) { return int_value(as_match(vm, v)->endpos); }

static Value match_get_lastindex(Vm *vm, Value v) {
    const Match *m = as_match(vm, v);
    return m->last ? int_value(m->last) : V_NONE;
}

// Names stand in the order of their groups: that of the last one is not behind as many entries.
static Value match_get_lastgroup(Vm *vm, Value v) {
    const Match *m = as_match(vm, v);
    Value names = match_names(vm, m);
    if (!m->last || names == V_NONE || as_dict(vm, names)->h.n == 0) { return V_NONE; }
    const DictEntry *items = dict_entries(vm, as_dict(vm, names))->items;
    for (uint32_t i = min_u32(m->last, as_dict(vm, names)->used); i-- > 0;) {
        if (items[i].value == int_value(m->last) && items[i].key != V_UNBOUND) {
            return items[i].key;
        }
    }
    return V_NONE;
}

static Value match_get_regs(Vm *vm, Value v) {
    const Match *m = as_match(vm, v);
    uint32_t n = match_groups(m) + 1;
    Tuple *out = heap_new(vm, T_TUPLE, n);
    TRY(out);
    for (uint32_t i = 0; i < n; i++) {
        out->items[i] = read_span(vm, m, i);
        TRY_VALUE(out->items[i]);
    }
    return ptr_value(vm, out);
}

static Value match_self(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static Value match_item(Vm *vm, Value v, Value key) {
    Value a[2] = {v, key};
    return match_of_group(vm, a, read_text);
}

static Value match_class_getitem(Vm *vm, Value *a) { return alias_new(vm, a[0], a[1]); }

static Value match_repr(Vm *vm, Value v) {
    const Match *m = as_match(vm, v);
    int64_t from = match_place(vm, m, 0), to = match_place(vm, m, 1);
    Value text = match_text(vm, m, 0, V_NONE);
    TRY_VALUE(text);
    text = repr_of_leaf(vm, text);
    TRY_VALUE(text);
    return format_text(vm, "<re.Match object; span=(%u, %u), match=%U>", (uint32_t)from,
                       (uint32_t)to, text);
}

static const NativeDef match_methods[] = {
    LEAF_CLASS("__class_getitem__", "cls, item, /", match_class_getitem, "See PEP 585"),
    LEAF("__copy__", "self, /", match_self, NULL),
    LEAF("__deepcopy__", "self, memo, /", match_self, NULL),
    STEPS_FAST("__getitem__", "self, key, /", match_getitem, match_getitem_steps, 0,
               "The item: self[key]."),
    STEPS_FAST("end", "self, group=0, /", match_end, match_end_steps, 0,
               "The place behind a group, or behind the match."),
    STEPS_FAST("expand", "self, /, template", match_expand, match_expand_steps, 0,
               "The template with what the groups matched in place of their references."),
    STEPS_SINK_FLAT("group", "self, group=UNBOUND, /, *more", match_group, match_group_steps, 1,
                    NULL, match_group_flat,
                    "Subgroup(s) of the match, by numbers or names; the whole match without any."),
    LEAF("groupdict", "self, /, default=None", match_groupdict,
         "The texts of the groups that have names, by name; the default for those that took no\n"
         "part."),
    LEAF("groups", "self, /, default=None", match_all_groups,
         "The texts of all groups; the default for those that took no part."),
    STEPS_FAST("span", "self, group=0, /", match_span_of, match_span_of_steps, 0,
               "The place of a group, or of the match, and the place behind it."),
    STEPS_FAST("start", "self, group=0, /", match_start, match_start_steps, 0,
               "The place of a group, or of the match."),
    NATIVE_END,
};

static const GetSetDef match_getsets[] = {
    {"endpos", match_get_endpos, getset_readonly,
     "The index into the string beyond which it was not searched."},
    {"lastgroup", match_get_lastgroup, NULL, "name of the group that ended last"},
    {"lastindex", match_get_lastindex, NULL, "number of the group that ended last"},
    {"pos", match_get_pos, getset_readonly, "The index into the string at which the search began."},
    {"re", match_get_re, getset_readonly, "the pattern"},
    {"regs", match_get_regs, NULL, NULL},
    {"string", match_get_string, getset_readonly, "the text that was searched"},
    {0},
};

const TypeDef re_match_type = {
    .name = "Match",
    .module = "re",
    .doc = "What a pattern found in a text: which part of it, and the groups. Always true.",
    .tag = T_MATCH,
    .hidden = true,
    .methods = match_methods,
    .getsets = match_getsets,
    .repr = match_repr,
    .getitem = match_item,
};
