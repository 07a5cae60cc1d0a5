// str_repr.c: quoting (repr and ascii of text), and the text of values that need no guest code.
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"

static bool repr_put_escape(StrBuilder *b, uint32_t cp) {
    const char *prefix = cp < 0x100 ? "\\x" : cp < 0x10000 ? "\\u" : "\\U";
    return sb_put(b, prefix, 2) && sb_put_hex(b, cp, cp < 0x100 ? 2 : cp < 0x10000 ? 4 : 8);
}

static bool repr_put_ascii(StrBuilder *b, char c, char quote) {
    switch (c) {
    case '\t': return sb_put(b, "\\t", 2);
    case '\n': return sb_put(b, "\\n", 2);
    case '\r': return sb_put(b, "\\r", 2);
    case '\\': return sb_put(b, "\\\\", 2);
    default: break;
    }
    if (c == quote) { return sb_put(b, (char[]){'\\', c}, 2); }
    return repr_put_escape(b, (uint8_t)c);
}

// ASCII that stands for itself whatever the quotes are.
static bool repr_is_plain(uint8_t c) {
    return c >= 0x20 && c < 0x7F && c != '\\' && c != '\'' && c != '"';
}

bool sb_put_repr(StrBuilder *b, Value str, bool ascii_only) {
    const Str *s = as_str(b->vm, str);
    uint32_t n = s->h.n;
    if (!native_charge(b->vm, n / 32)) { return false; }
    char quote = memchr(s->data, '\'', n) && !memchr(s->data, '"', n) ? '"' : '\'';
    if (!sb_reserve(b, (uint64_t)n + 2) || !sb_put(b, &quote, 1)) { return false; }
    for (uint32_t at = 0; at < n;) {
        uint32_t start = at, size = 1;
        while (at < n && repr_is_plain((uint8_t)s->data[at])) { at++; }
        if (at > start && !sb_put(b, s->data + start, at - start)) { return false; }
        if (at == n) { break; }
        uint32_t cp = utf8_decode(s->data + at, &size);
        bool ok;
        if (cp == '\'' || cp == '"' ? cp != (uint8_t)quote
                                    : cp >= 0x80 && !ascii_only && unicode_is_printable(cp)) {
            ok = sb_put(b, s->data + at, size);
        } else {
            ok = cp < 0x80 ? repr_put_ascii(b, (char)cp, quote) : repr_put_escape(b, cp);
        }
        if (!ok) { return false; }
        at += size;
    }
    return sb_put(b, &quote, 1);
}

Value str_ascii_escapes(Vm *vm, Value str) {
    const Str *s = value_obj(vm, str, T_STR);
    TRY(s);
    if (str_is_ascii(s)) { return str; }
    if (!native_charge(vm, s->h.n / 32)) { return V_RAISED; }
    StrBuilder b = str_builder(vm);
    for (uint32_t at = 0, size; at < s->h.n; at += size) {
        uint32_t cp = utf8_decode(s->data + at, &size);
        TRY(cp < 0x80 ? sb_put(&b, s->data + at, 1) : repr_put_escape(&b, cp));
    }
    return sb_finish(&b);
}

const char *singleton_text(Value v) {
    switch (v) {
    case V_NONE: return "None";
    case V_TRUE: return "True";
    case V_FALSE: return "False";
    case V_ELLIPSIS: return "Ellipsis";
    case V_NOTIMPL: return "NotImplemented";
    default: return NULL;
    }
}

// The texts of values that are not objects.
static Value repr_of_word(Vm *vm, Value v) {
    if (is_int(v)) { return int_to_str(vm, v, 10); }
    if (is_double(v)) { return float_repr(vm, double_of(v)); }
    const char *text = singleton_text(v);
    return text ? str_new_cstr(vm, text) : V_UNBOUND;
}

Value repr_by_slot(Vm *vm, Value v) {
    const Obj *o = as_obj(vm, v);
    const TypeDef *t = type_def(o->type);
    if (!t || !t->repr) { return V_UNBOUND; }
    if (o->ext) { // a class derived from a builtin one, without a __repr__ of its own
        Value method = type_lookup(vm, class_of(vm, v), vm_name(vm, N___repr__));
        if (!is_exact(vm, method, T_NATIVE)) { return V_UNBOUND; }
    }
    return t->repr(vm, v);
}

Value repr_of_leaf(Vm *vm, Value v) {
    return is_ref(v) ? repr_by_slot(vm, v) : repr_of_word(vm, v);
}

Value str_of_leaf(Vm *vm, Value v) {
    if (!is_ref(v)) { return repr_of_word(vm, v); }
    const Obj *o = as_obj(vm, v);
    if (o->ext) { return V_UNBOUND; }
    if (o->type == T_STR) { return v; }
    const TypeDef *t = type_def(o->type);
    return t && t->str ? t->str(vm, v) : repr_of_leaf(vm, v);
}
