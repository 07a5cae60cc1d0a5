// str_format.c: str.format and str.format_map.
//
// A field {name.attr[key]!conversion:spec} may have fields in its spec, one level deep, so there
// are two levels of the same state, each with its text under construction. Whatever may be guest
// code (a key of a mapping, an attribute, an item, str or format of a value) is a call; then the
// level, the field's start and how far its name was followed stand in the frame, and the field is
// parsed again when the result comes.
#include "base/unicode.h"
#include "base/utf8.h"
#include "heap/names.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/number_format.h"
#include "object/str_inner.h"
#include "object/tuple.h"

// Saved in snapshots.
enum { FORMAT_START, FORMAT_GOT_OBJECT, FORMAT_GOT_TEXT, FORMAT_GOT_RESULT };

typedef struct FormatLevel {
    uint32_t at, end; // the part of the string: what is still to be read
    uint32_t rest;    // in the field's name: what is still to be followed
    Value object;     // the field's value so far
    StrBuilder out;
} FormatLevel;

typedef struct Formatter {
    Vm *vm;
    Frame *f;
    const Str *s;
    const Value *args; // NULL: format_map
    uint32_t n_args;
    Value mapping; // dict of keywords, or any mapping; V_UNBOUND: no keywords
    int scratch;   // first slot of scratch
    uint32_t level;
    int64_t next; // number of the next automatic field; -1: numbered by hand; -2: not known yet
    FormatLevel levels[2];
} Formatter;

// Slots of scratch: for each level at, rest, object, blob, length; then level, next.
enum { FS_AT, FS_REST, FS_OBJECT, FS_BLOB, FS_LEN, FS_LEVEL_SIZE, FS_LEVEL = 10, FS_NEXT };

// A field between braces, as byte offsets.
typedef struct FormatField {
    uint32_t name, name_end;
    uint32_t conversion; // 0: none
    uint32_t spec, spec_end;
    bool nested;  // the spec has fields itself
    uint32_t end; // behind the closing brace
} FormatField;

static bool format_raise(Vm *vm, const char *message) {
    return raise_false(vm, EXC_ValueError, "%s", message);
}

static Value format_call(Formatter *m, int state, Value callee, Value a, Value b) {
    Frame *f = m->f;
    if (!f) { return V_CALLING; } // a leaf gives up
    for (uint32_t i = 0; i <= m->level; i++) {
        const FormatLevel *l = &m->levels[i];
        Value *slots = &f->slot[m->scratch + (int)i * FS_LEVEL_SIZE];
        slots[FS_AT] = int_value(l->at);
        slots[FS_REST] = int_value(l->rest);
        slots[FS_OBJECT] = l->object;
        slots[FS_BLOB] = l->out.blob;
        slots[FS_LEN] = int_value(l->out.len);
    }
    f->slot[m->scratch + FS_LEVEL] = int_value(m->level);
    f->slot[m->scratch + FS_NEXT] = int_value(m->next);
    return b == V_UNBOUND ? native_call1(m->vm, f, state, callee, a)
                          : native_call2(m->vm, f, state, callee, a, b);
}

// ---- parsing -----------------------------------------------------------------------------------

// Copies literal text up to the next field. 1: m->at is behind its '{'; 0: the end; -1: raised.
static int format_literal(Formatter *m, FormatLevel *l) {
    const char *text = m->s->data;
    while (l->at < l->end) {
        uint32_t from = l->at, at = from;
        while (at < l->end && text[at] != '{' && text[at] != '}') { at++; }
        if (at == l->end) {
            l->at = at;
            return sb_put(&l->out, text + from, at - from) ? 0 : -1;
        }
        bool twice = at + 1 < l->end && text[at + 1] == text[at];
        if (!twice && text[at] == '}') {
            format_raise(m->vm, "Single '}' encountered in format string");
            return -1;
        }
        if (at + 1 >= l->end) {
            format_raise(m->vm, "Single '{' encountered in format string");
            return -1;
        }
        if (!sb_put(&l->out, text + from, at - from + twice)) { return -1; }
        l->at = at + 1 + twice;
        if (!twice) { return 1; }
    }
    return 0;
}

// From behind the ':' to the closing brace.
static bool format_parse_spec(Formatter *m, uint32_t at, uint32_t end, FormatField *field) {
    uint32_t depth = 1;
    field->spec = at;
    for (; at < end; at++) {
        char c = m->s->data[at];
        field->nested = field->nested || c == '{';
        depth += c == '{';
        depth -= c == '}';
        if (depth == 0) {
            field->spec_end = at;
            field->end = at + 1;
            return true;
        }
    }
    return format_raise(m->vm, "unmatched '{' in format spec");
}

static bool format_parse_conversion(Formatter *m, uint32_t at, uint32_t end, FormatField *field) {
    if (at >= end) {
        return format_raise(m->vm, "end of string while looking for conversion specifier");
    }
    uint32_t size;
    field->conversion = utf8_decode(m->s->data + at, &size);
    at += size;
    if (at < end && m->s->data[at] == '}') {
        field->end = at + 1;
        return true;
    }
    if (at < end && m->s->data[at] != ':') {
        return format_raise(m->vm, "expected ':' after conversion specifier");
    }
    return format_parse_spec(m, at < end ? at + 1 : at, end, field);
}

static bool format_parse_field(Formatter *m, uint32_t at, uint32_t end, FormatField *field) {
    const char *text = m->s->data;
    *field = (FormatField){.name = at, .name_end = at};
    for (; at < end; at++) {
        char c = text[at];
        if (c == '{') { return format_raise(m->vm, "unexpected '{' in field name"); }
        if (c == '[') {
            const char *close = memchr(text + at, ']', end - at);
            at = close ? (uint32_t)(close - text) - 1 : end - 1;
            continue;
        }
        if (c != '}' && c != ':' && c != '!') { continue; }
        field->name_end = at;
        field->spec = field->spec_end = at;
        field->end = at + 1;
        if (c == '}') { return true; }
        return c == ':' ? format_parse_spec(m, at + 1, end, field)
                        : format_parse_conversion(m, at + 1, end, field);
    }
    return format_raise(m->vm, "expected '}' before end of string");
}

// The number that text[at .. end) spells; -1: none; -2: raised.
static int64_t format_integer(Formatter *m, uint32_t at, uint32_t end) {
    int64_t n = at < end ? 0 : -1;
    for (uint32_t size = 1; at < end; at += size) {
        uint8_t c = (uint8_t)m->s->data[at];
        int32_t digit = c >= '0' && c <= '9' ? c - '0' : -1;
        if (c >= 0x80) { digit = unicode_decimal_value(utf8_decode(m->s->data + at, &size)); }
        if (digit < 0) { return -1; }
        if (n > (INT64_MAX - digit) / 10) {
            format_raise(m->vm, "Too many decimal digits in format string");
            return -2;
        }
        n = n * 10 + digit;
    }
    return n;
}

// ---- the value of a field ----------------------------------------------------------------------

// Settles the number of a field, automatic or not. False: raised.
static bool format_number(Formatter *m, bool automatic, int64_t *index) {
    if (m->next == -2) { m->next = automatic ? 0 : -1; }
    if (automatic != (m->next >= 0)) {
        return format_raise(m->vm, automatic ? "cannot switch from manual field specification to "
                                               "automatic field numbering"
                                             : "cannot switch from automatic field numbering to "
                                               "manual field specification");
    }
    if (automatic) { *index = m->next++; }
    return true;
}

// Each of these gives the object, V_CALLING or V_RAISED.
static Value format_argument(Formatter *m, int64_t index) {
    if (!m->args) {
        return raise_error(m->vm, EXC_ValueError, "Format string contains positional fields");
    }
    if (index >= m->n_args) {
        return raise_error(m->vm, EXC_IndexError,
                           "Replacement index %l out of range for positional args tuple", index);
    }
    return m->args[index];
}

static Value format_named(Formatter *m, uint32_t from, uint32_t to) {
    Vm *vm = m->vm;
    Value key = str_new(vm, m->s->data + from, to - from);
    TRY_VALUE(key);
    Value v = m->mapping == V_UNBOUND ? V_UNBOUND : V_CALLING;
    if (is_exact(vm, m->mapping, T_DICT)) { v = dict_get_leaf(vm, as_dict(vm, m->mapping), key); }
    if (v == V_UNBOUND) { return raise_with(vm, EXC_KeyError, key); }
    if (v != V_CALLING) { return v; }
    return format_call(m, FORMAT_GOT_OBJECT, internal(vm, I_GETITEM), m->mapping, key);
}

// The first part of a field's name: an argument's number or name.
static Value format_first(Formatter *m, FormatLevel *l, const FormatField *field) {
    uint32_t at = field->name;
    while (at < field->name_end && m->s->data[at] != '.' && m->s->data[at] != '[') { at++; }
    int64_t index = format_integer(m, field->name, at);
    if (index == -2) { return V_RAISED; }
    bool automatic = at == field->name;
    if ((automatic || index >= 0) && !format_number(m, automatic, &index)) { return V_RAISED; }
    l->rest = at;
    return index >= 0 ? format_argument(m, index) : format_named(m, field->name, at);
}

static Value format_item(Formatter *m, FormatLevel *l, uint32_t from, uint32_t to) {
    Vm *vm = m->vm;
    int64_t index = format_integer(m, from, to);
    if (index == -2) { return V_RAISED; }
    Value key = index >= 0 ? int_from_i64(vm, index) : str_new(vm, m->s->data + from, to - from);
    TRY_VALUE(key);
    Value v = V_UNBOUND;
    if (is_ref(l->object) && !as_obj(vm, l->object)->ext) {
        const TypeDef *t = type_def(as_obj(vm, l->object)->type);
        if (t && t->getitem) { v = t->getitem(vm, l->object, key); }
    }
    if (v != V_UNBOUND) { return v; }
    return format_call(m, FORMAT_GOT_OBJECT, internal(vm, I_GETITEM), l->object, key);
}

// The next part of a name, `.attribute` or `[key]`.
static Value format_follow(Formatter *m, FormatLevel *l, const FormatField *field) {
    Vm *vm = m->vm;
    const char *text = m->s->data;
    uint32_t from = l->rest + 1, to = from;
    bool item = text[l->rest] == '[';
    if (!item && text[l->rest] != '.') {
        return raise_error(vm, EXC_ValueError,
                           "Only '.' or '[' may follow ']' in format field specifier");
    }
    while (to < field->name_end && (item ? text[to] != ']' : text[to] != '.' && text[to] != '[')) {
        to++;
    }
    if (item && to == field->name_end) {
        return raise_error(vm, EXC_ValueError, "Missing ']' in format string");
    }
    if (from == to) { return raise_error(vm, EXC_ValueError, "Empty attribute in format string"); }
    l->rest = to + item;
    if (item) { return format_item(m, l, from, to); }
    Value name = intern_bytes(vm, text + from, to - from);
    TRY_VALUE(name);
    Value v = native_internal_leaf(vm, I_GETATTR, 2, (Value[]){l->object, name});
    if (v != V_UNBOUND) { return v; }
    return format_call(m, FORMAT_GOT_OBJECT, internal(vm, I_GETATTR), l->object, name);
}

// ---- the text of a value -----------------------------------------------------------------------

static Value format_converted(Formatter *m, FormatLevel *l, uint32_t conversion) {
    Vm *vm = m->vm;
    if (conversion != 'r' && conversion != 's' && conversion != 'a') {
        if (conversion > 32 && conversion < 127) {
            return raise_error(vm, EXC_ValueError, "Unknown conversion specifier %c", conversion);
        }
        StrBuilder hex = str_builder(vm);
        uint32_t digits = 1;
        while (conversion >> (4 * digits)) { digits++; }
        TRY(sb_put_hex(&hex, conversion, digits));
        Value text = sb_finish(&hex);
        TRY_VALUE(text);
        return raise_error(vm, EXC_ValueError, "Unknown conversion specifier \\x%U", text);
    }
    Value text = conversion == 's' ? str_of_leaf(vm, l->object) : repr_of_leaf(vm, l->object);
    if (text != V_UNBOUND) {
        return text == V_RAISED || conversion != 'a' ? text : str_ascii_escapes(vm, text);
    }
    Internal op = conversion == 's' ? I_STR : conversion == 'r' ? I_REPR : I_ASCII;
    return format_call(m, FORMAT_GOT_TEXT, internal(vm, op), l->object, V_UNBOUND);
}

// format(v, spec) when that is leaf, else V_UNBOUND.
static Value format_value_leaf(Vm *vm, Value v, Value spec) {
    if (as_str(vm, spec)->h.n == 0) { return str_of_leaf(vm, v); }
    if (is_bool(v) || is_exact(vm, v, T_INT)) { return format_int(vm, v, spec); }
    return is_str(vm, v) ? format_str(vm, v, spec) : V_UNBOUND;
}

// Writes the field's value. V_NONE, V_CALLING or V_RAISED.
static Value format_render(Formatter *m, FormatLevel *l, Value spec) {
    Vm *vm = m->vm;
    if (is_int(l->object) && as_str(vm, spec)->h.n == 0) {
        return sb_put_int(&l->out, int_of(l->object)) ? V_NONE : V_RAISED;
    }
    Value text = V_UNBOUND;
    if (as_str(vm, spec)->h.n) { text = format_put_number_to(vm, l->object, spec, &l->out); }
    if (text != V_UNBOUND) { return text; }
    text = format_value_leaf(vm, l->object, spec);
    if (text == V_UNBOUND) {
        return format_call(m, FORMAT_GOT_RESULT, internal(vm, I_FORMAT), l->object, spec);
    }
    return text != V_RAISED && sb_put_str(&l->out, text) ? V_NONE : V_RAISED;
}

// ---- the loop ----------------------------------------------------------------------------------

static Value format_spec_text(Formatter *m, const FormatField *field) {
    return str_new(m->vm, m->s->data + field->spec, field->spec_end - field->spec);
}

// A field at l->at, from a state on. V_NONE: written, or its spec's own fields come first.
static Value format_field(Formatter *m, int state, Value result) {
    FormatLevel *l = &m->levels[m->level];
    FormatField field;
    TRY(format_parse_field(m, l->at, l->end, &field));
    if (state == FORMAT_START) { result = format_first(m, l, &field); }
    if (state <= FORMAT_GOT_OBJECT) {
        if (result == V_CALLING || result == V_RAISED) { return result; }
        l->object = result;
        while (l->rest < field.name_end) {
            result = format_follow(m, l, &field);
            if (result == V_CALLING || result == V_RAISED) { return result; }
            l->object = result;
        }
        if (field.conversion) {
            result = format_converted(m, l, field.conversion);
            if (result == V_CALLING || result == V_RAISED) { return result; }
            l->object = result;
        }
    } else if (state == FORMAT_GOT_TEXT) {
        l->object = result;
    } else {
        if (!isinstance_str(m->vm, result)) { return raise_stop(m->vm, STOP_CORRUPT); }
        TRY(sb_put_str(&l->out, result));
        l->at = field.end;
        return V_NONE;
    }
    if (field.nested) {
        if (m->level == 1) {
            return raise_error(m->vm, EXC_ValueError, "Max string recursion exceeded");
        }
        m->level = 1;
        m->levels[1] = (FormatLevel){field.spec, field.spec_end, 0, V_NONE, str_builder(m->vm)};
        return V_NONE;
    }
    Value spec = format_spec_text(m, &field);
    TRY_VALUE(spec);
    result = format_render(m, l, spec);
    if (result == V_NONE) { l->at = field.end; }
    return result;
}

// The spec of the outer level's field is made: writes that field.
static Value format_leave(Formatter *m) {
    FormatLevel *l = &m->levels[0];
    FormatField field;
    TRY(format_parse_field(m, l->at, l->end, &field));
    Value spec = sb_finish(&m->levels[1].out);
    TRY_VALUE(spec);
    m->level = 0;
    Value result = format_render(m, l, spec);
    if (result == V_NONE) { l->at = field.end; }
    return result;
}

static Value format_run(Formatter *m, int state, Value result) {
    if (state != FORMAT_START) {
        Value r = format_field(m, state, result);
        if (r != V_NONE) { return r; }
    }
    for (;;) {
        int more = format_literal(m, &m->levels[m->level]);
        if (more < 0) { return V_RAISED; }
        Value r;
        if (more) {
            r = format_field(m, FORMAT_START, V_UNBOUND);
        } else if (m->level == 1) {
            r = format_leave(m);
        } else {
            return sb_finish(&m->levels[0].out);
        }
        if (r != V_NONE) { return r; }
    }
}

// The state as format_call left it.
static bool format_restore(Formatter *m) {
    const Value *slots = &m->f->slot[m->scratch];
    m->level = slots[FS_LEVEL] == int_value(1);
    m->next = is_int(slots[FS_NEXT]) ? int_of(slots[FS_NEXT]) : -2;
    for (uint32_t i = 0; i <= m->level; i++) {
        FormatLevel *l = &m->levels[i];
        const Value *s = slots + i * FS_LEVEL_SIZE;
        uint64_t at = index_of(s[FS_AT]), rest = index_of(s[FS_REST]);
        if (at > l->end || rest > l->end) { return raise_stop(m->vm, STOP_CORRUPT) != V_RAISED; }
        l->at = (uint32_t)at;
        l->rest = (uint32_t)rest;
        l->object = s[FS_OBJECT];
        if (!sb_from_slots(m->vm, m->f, m->scratch + (int)i * FS_LEVEL_SIZE + FS_BLOB, &l->out)) {
            return false;
        }
        if (i < m->level) {
            FormatField field;
            if (!format_parse_field(m, l->at, l->end, &field)) { return false; }
            m->levels[1].end = field.spec_end;
        }
    }
    return true;
}

// `args`: a tuple, or V_NONE.
static Formatter formatter(Vm *vm, Frame *f, Value text, Value args, Value mapping, int scratch) {
    const Str *s = as_str(vm, text);
    Formatter m = {vm, f, s, NULL, 0, mapping, scratch, 0, -2, {{0}, {0}}};
    if (args != V_NONE) { m.args = seq_items(vm, args, &m.n_args); }
    m.levels[0] = (FormatLevel){0, s->h.n, 0, V_NONE, str_builder(vm)};
    return m;
}

static Value format_start(Formatter *m, Value text) {
    const Str *s = m->s;
    TRY(native_charge(m->vm, s->h.n / 32));
    if (!memchr(s->data, '{', s->h.n) && !memchr(s->data, '}', s->h.n)) { return text; }
    return format_run(m, FORMAT_START, V_UNBOUND);
}

static Value format_enter(Vm *vm, Frame *f, Value args, Value mapping, int scratch) {
    Formatter m = formatter(vm, f, f->slot[0], args, mapping, scratch);
    if (native_state(f) == FORMAT_START) { return format_start(&m, f->slot[0]); }
    TRY(format_restore(&m));
    return format_run(&m, native_state(f), f->result);
}

// As far as no guest code is needed.
static Value format_first_try(Vm *vm, Value text, Formatter *m) {
    char few[SB_FEW];
    m->levels[0].out = str_builder_on(vm, few, sizeof few);
    Value r = format_start(m, text);
    return r == V_CALLING ? V_UNBOUND : r;
}

Value str_format_first(Vm *vm, Value *a) {
    Formatter m = formatter(vm, NULL, a[0], a[1], a[2], 0);
    return format_first_try(vm, a[0], &m);
}

// The same before the arguments are packed.
Value str_format_flat(Vm *vm, const Value *args, uint32_t n) {
    Formatter m = formatter(vm, NULL, args[0], V_NONE, V_UNBOUND, 0);
    m.args = args + 1;
    m.n_args = n - 1;
    return format_first_try(vm, args[0], &m);
}

Value str_format_map_first(Vm *vm, Value *a) {
    if (!is_exact(vm, a[1], T_DICT)) { return V_UNBOUND; }
    Formatter m = formatter(vm, NULL, a[0], V_NONE, a[1], 0);
    return format_first_try(vm, a[0], &m);
}

Value str_format_steps(Vm *vm, Frame *f) {
    enum { FORMAT_SELF, FORMAT_ARGS, FORMAT_KWARGS, FORMAT_SLOTS };
    return format_enter(vm, f, f->slot[FORMAT_ARGS], f->slot[FORMAT_KWARGS], FORMAT_SLOTS);
}

Value str_format_map_steps(Vm *vm, Frame *f) {
    enum { FORMAT_SELF, FORMAT_MAPPING, FORMAT_SLOTS };
    return format_enter(vm, f, V_NONE, f->slot[FORMAT_MAPPING], FORMAT_SLOTS);
}
