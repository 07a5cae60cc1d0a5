// format_text.c: texts with verbs, for messages; see rt/format_text.h. A value whose repr would
// need guest code appears as "<X object>", and so does one whose text cannot be made (an int of too
// many digits).
#include "rt/format_text.h"

#include "base/dtoa.h"
#include "object/code.h"
#include "object/dict.h"
#include "object/str.h"
#include "object/type.h"

static bool format_text_opaque(StrBuilder *b, Value v) {
    return sb_put_cstr(b, "<") && sb_put_cstr(b, class_name_of(b->vm, v)) &&
           sb_put_cstr(b, " object>");
}

// Not by repr_of_leaf: making an int's digits may raise, and raising comes here.
static bool format_text_word(StrBuilder *b, Value v) {
    if (is_int(v)) { return sb_put_int(b, int_of(v)); }
    if (is_double(v)) {
        char text[DTOA_REPR_SIZE];
        return sb_put(b, text, dtoa_repr(text, double_of(v)));
    }
    const char *text = singleton_text(v);
    return text ? sb_put_cstr(b, text) : format_text_opaque(b, v);
}

static bool format_text_repr(StrBuilder *b, Value v) {
    if (!is_ref(v)) { return format_text_word(b, v); }
    if (is_type(b->vm, v)) { return sb_put_str(b, as_type(b->vm, v)->qualname); }
    if (isinstance_str(b->vm, v)) { return sb_put_repr(b, v, false); }
    if (!leaf_enter(b->vm)) { return format_text_opaque(b, v); }
    Value text = repr_by_slot(b->vm, v);
    leaf_leave(b->vm);
    if (text == V_RAISED && b->vm->head->exc != V_NONE) {
        exc_clear(b->vm);
        text = V_UNBOUND;
    }
    if (text == V_UNBOUND) { return format_text_opaque(b, v); }
    return text != V_RAISED && sb_put_str(b, text);
}

static bool format_text_type(StrBuilder *b, Value cls) {
    return sb_put_str(b, type_shown_name(as_type(b->vm, cls)));
}

// With its module, if that is another than builtins and __main__.
static bool format_text_full_type(StrBuilder *b, Value cls) {
    Vm *vm = b->vm;
    const Type *t = as_type(vm, cls);
    Value module = dict_get_str(vm, as_dict(vm, t->dict), vm_name(vm, N___module__));
    bool shown = (t->flags & TYPE_BUILTIN) == 0 && isinstance_str(vm, module) &&
                 !str_equals_cstr(as_str(vm, module), "builtins") &&
                 !str_equals_cstr(as_str(vm, module), "__main__");
    if (!shown) { return format_text_type(b, cls); }
    return sb_put_str(b, module) && sb_put_cstr(b, ".") && sb_put_str(b, t->qualname);
}

// Made where it goes: the name of an image function is in two parts.
static bool format_text_qualname(StrBuilder *b, Value v) {
    if (!is_tagged(b->vm, v, T_FUNCTION)) { return format_text_repr(b, v); }
    const Function *f = as_function(b->vm, v);
    const Code *c = as_code(b->vm, f->code);
    Value own = is_ref(f->extra) ? function_qualname(b->vm, f) : V_NONE;
    if (isinstance_str(b->vm, own)) { return sb_put_str(b, own); }
    Value prefix = code_prefix(c);
    if (prefix == V_NONE) { return sb_put_str(b, c->qualname); }
    return sb_put_str(b, prefix) && sb_put_cstr(b, ".") && sb_put_str(b, c->name);
}

// One verb. Values of another kind than the verb wants are shown rather than trusted.
static bool format_text_verb(StrBuilder *b, char verb, va_list *args) {
    switch (verb) {
    case 's': return sb_put_cstr(b, va_arg(*args, const char *));
    case 'd': return sb_put_int(b, va_arg(*args, int));
    case 'u': return sb_put_int(b, va_arg(*args, unsigned));
    case 'l': return sb_put_int(b, va_arg(*args, int64_t));
    case 'x': {
        unsigned n = va_arg(*args, unsigned);
        uint32_t digits = 1;
        while (digits < 8 && n >> (4 * digits)) { digits++; }
        return sb_put_hex(b, n, digits);
    }
    case 'c': return sb_put_char(b, va_arg(*args, uint32_t));
    case 'T': return format_text_type(b, class_of(b->vm, va_arg(*args, Value)));
    case 'F': return format_text_full_type(b, class_of(b->vm, va_arg(*args, Value)));
    case 'K': {
        Value v = va_arg(*args, Value);
        return is_type(b->vm, v) ? format_text_type(b, v) : format_text_repr(b, v);
    }
    case 'U': {
        Value v = va_arg(*args, Value);
        return isinstance_str(b->vm, v) ? sb_put_str(b, v) : format_text_repr(b, v);
    }
    case 'Q': return format_text_qualname(b, va_arg(*args, Value));
    case 'R': return format_text_repr(b, va_arg(*args, Value));
    case 'N': {
        Value v = va_arg(*args, Value);
        if (!is_type(b->vm, v)) { return format_text_repr(b, v); }
        return sb_put_str(b, type_shown_name(as_type(b->vm, v)));
    }
    default: NX_ASSERT(verb == '%'); return sb_put(b, "%", 1);
    }
}

Value format_text_v(Vm *vm, const char *fmt, va_list args) {
    StrBuilder b = str_builder(vm);
    va_list rest; // an array on some platforms: only a copy can be passed by address
    va_copy(rest, args);
    bool ok = true;
    while (ok && *fmt) {
        const char *verb = strchr(fmt, '%');
        size_t plain = verb ? (size_t)(verb - fmt) : strlen(fmt);
        ok = sb_put(&b, fmt, plain);
        fmt += plain;
        if (ok && verb) {
            ok = format_text_verb(&b, verb[1], &rest);
            fmt += 2;
        }
    }
    va_end(rest);
    return ok ? sb_finish(&b) : V_RAISED;
}
