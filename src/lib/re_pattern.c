// re_pattern.c: the class re.Pattern.
#include "lib/re_pattern.h"

#include "object/alias.h"
#include "object/bytes.h"
#include "object/int.h"
#include "object/key.h"
#include "object/singletons.h"
#include "object/steps_fast.h"
#include "object/type.h"

// ---- match, fullmatch, search ------------------------------------------------------------------

static Value pattern_match(Vm *vm, Value *a) { return pattern_find(vm, a, RE_MATCH); }
static Value pattern_fullmatch(Vm *vm, Value *a) { return pattern_find(vm, a, RE_FULLMATCH); }
static Value pattern_search(Vm *vm, Value *a) { return pattern_find(vm, a, RE_SEARCH); }

// ---- attributes and operators ------------------------------------------------------------------

static Value pattern_get_source(Vm *vm, Value v) { return as_pattern(vm, v)->source; }
static Value pattern_get_flags(Vm *vm, Value v) { return int_value(as_pattern(vm, v)->flags); }
static Value pattern_get_groups(Vm *vm, Value v) {
    return int_value(re_program_groups(pattern_program(vm, as_pattern(vm, v))));
}

static Value pattern_get_groupindex(Vm *vm, Value v) {
    Value names = as_pattern(vm, v)->names;
    if (!is_tagged(vm, names, T_DICT) || as_dict(vm, names)->h.n == 0) { return dict_new(vm, 0); }
    return mappingproxy_new(vm, names);
}

static Value pattern_self(Vm *vm, Value *a) {
    (void)vm;
    return a[0];
}

static Value pattern_class_getitem(Vm *vm, Value *a) { return alias_new(vm, a[0], a[1]); }

// The text of the source; patterns are made of instances of str and bytes only, but see
// snap/verify.h.
static bool pattern_source(Vm *vm, Value v, ReText *out) {
    return re_text(vm, as_pattern(vm, v)->source, out);
}

static Value pattern_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_PATTERN)) { return V_NOTIMPL; }
    ReText s, t;
    TRY(pattern_source(vm, a, &s) && pattern_source(vm, b, &t));
    bool equal = as_pattern(vm, a)->flags == as_pattern(vm, b)->flags && s.is_text == t.is_text &&
                 s.n == t.n && native_charge(vm, s.n / 64) && memcmp(s.p, t.p, s.n) == 0;
    return bool_value(equal == (op == OP_EQ));
}

static Value pattern_hash(Vm *vm, Value v) {
    ReText s;
    TRY(pattern_source(vm, v, &s) && native_charge(vm, s.n / 64));
    Value source = as_pattern(vm, v)->source;
    uint32_t hash = s.is_text                        ? str_hash_of(vm, as_str(vm, source))
                    : is_tagged(vm, source, T_BYTES) ? bytes_hash(vm, source)
                                                     : 0;
    return int_value((int64_t)hash ^ (int64_t)as_pattern(vm, v)->flags << 32);
}

static bool pattern_put_flags(StrBuilder *b, uint32_t flags) {
    static const struct {
        uint32_t bit;
        const char *name;
    } names[] = {{RE_FLAG_IGNORECASE, "IGNORECASE"}, {RE_FLAG_LOCALE, "LOCALE"},
                 {RE_FLAG_MULTILINE, "MULTILINE"},   {RE_FLAG_DOTALL, "DOTALL"},
                 {RE_FLAG_VERBOSE, "VERBOSE"},       {RE_FLAG_DEBUG, "DEBUG"},
                 {RE_FLAG_ASCII, "ASCII"},           {RE_FLAG_UNICODE, "UNICODE"}};
    const char *before = ", ";
    for (uint32_t i = 0; i < COUNT_OF(names); i++) {
        if (!(flags & names[i].bit)) { continue; }
        if (!sb_put_cstr(b, before) || !sb_put_cstr(b, "re.") || !sb_put_cstr(b, names[i].name)) {
            return false;
        }
        flags &= ~names[i].bit;
        before = "|";
    }
    if (!flags) { return true; }
    char digits[8];
    uint32_t n = 0;
    for (uint32_t rest = flags; rest; rest >>= 4) {
        digits[7 - n++] = "0123456789abcdef"[rest & 15];
    }
    return sb_put_cstr(b, before) && sb_put_cstr(b, "0x") && sb_put(b, digits + 8 - n, n);
}

// Of a long source the first 200 characters of its repr.
static Value pattern_repr(Vm *vm, Value v) {
    ReText s;
    TRY(pattern_source(vm, v, &s));
    const Pattern *p = as_pattern(vm, v);
    StrBuilder b = str_builder(vm);
    TRY(native_charge(vm, s.n / 16) && sb_put_cstr(&b, "re.compile("));
    uint32_t start = b.len;
    TRY(s.is_text ? sb_put_repr(&b, p->source, false) : sb_put_bytes_repr(&b, s.p, s.n));
    const char *shown = sb_text(&b) + start;
    if (utf8_count(shown, b.len - start) > 200) {
        b.len = start + (uint32_t)utf8_offset(shown, b.len - start, 200);
    }
    TRY(pattern_put_flags(&b, s.is_text ? p->flags & ~(uint32_t)RE_FLAG_UNICODE : p->flags));
    TRY(sb_put_cstr(&b, ")"));
    return sb_finish(&b);
}

// ---- the class ---------------------------------------------------------------------------------

#define RANGE_SIG "self, /, string, pos: int=0, endpos: int=9223372036854775807"

static const NativeDef pattern_methods[] = {
    LEAF_CLASS("__class_getitem__", "cls, item, /", pattern_class_getitem, "See PEP 585"),
    LEAF("__copy__", "self, /", pattern_self, NULL),
    LEAF("__deepcopy__", "self, memo, /", pattern_self, NULL),
    STEPS_FAST("findall", RANGE_SIG, pattern_findall, pattern_findall_steps, 0,
               "All matches in a list: their texts, or the groups where there are some."),
    LEAF("finditer", RANGE_SIG, pattern_finditer, "Iterate over all matches."),
    STEPS_FAST_MAGIC("fullmatch", RANGE_SIG, pattern_fullmatch, pattern_find_steps, 0, RE_FULLMATCH,
                     "The match of the whole text; None if there is none."),
    STEPS_FAST_MAGIC("match", RANGE_SIG, pattern_match, pattern_find_steps, 0, RE_MATCH,
                     "The match at the beginning of the text, or at pos; None if there is none."),
    LEAF("scanner", RANGE_SIG, pattern_scanner, NULL),
    STEPS_FAST_MAGIC("search", RANGE_SIG, pattern_search, pattern_find_steps, 0, RE_SEARCH,
                     "The first match in the text; None if there is none."),
    STEPS_FAST("split", "self, /, string, maxsplit: int=0", pattern_split, pattern_split_steps, 0,
               "The parts of the text between the matches, and the groups, in a list."),
    STEPS_FAST_MAGIC("sub", "self, /, repl, string, count: int=0", pattern_sub, pattern_sub_steps,
                     0, 0,
                     "The text with the matches replaced by a template, or by what a function "
                     "gives for each."),
    STEPS_FAST_MAGIC("subn", "self, /, repl, string, count: int=0", pattern_subn, pattern_sub_steps,
                     0, 1, "What sub() gives, and how many matches were replaced."),
    NATIVE_END,
};

static const GetSetDef pattern_getsets[] = {
    {"flags", pattern_get_flags, getset_readonly, "flags it was compiled with"},
    {"groupindex", pattern_get_groupindex, NULL, "the numbers of the groups that have names"},
    {"groups", pattern_get_groups, getset_readonly, "how many groups there are"},
    {"pattern", pattern_get_source, getset_readonly, "what it was compiled from"},
    {0},
};

const TypeDef re_pattern_type = {
    .name = "Pattern",
    .module = "re",
    .doc = "A regular expression, compiled.",
    .tag = T_PATTERN,
    .hidden = true,
    .methods = pattern_methods,
    .getsets = pattern_getsets,
    .compare = pattern_compare,
    .hash = pattern_hash,
    .repr = pattern_repr,
};
