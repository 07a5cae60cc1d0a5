// format_spec.c: the text of a format specification, and of numbers in other scripts.
#include "base/unicode.h"
#include "base/utf8.h"
#include "object/number_format.h"
#include "object/str.h"

typedef struct SpecText {
    const char *at, *end;
} SpecText;

static bool spec_is_align(const char *p) {
    return *p == '<' || *p == '>' || *p == '=' || *p == '^';
}

static bool spec_take(SpecText *t, char c) {
    bool found = t->at < t->end && *t->at == c;
    t->at += found;
    return found;
}

// A number in any script's digits; *out stays as it is when there is none.
static bool spec_number(Vm *vm, SpecText *t, int64_t *out) {
    int64_t n = 0;
    bool any = false;
    while (t->at < t->end) {
        uint32_t size = 1;
        uint8_t c = (uint8_t)*t->at;
        int32_t digit = c >= '0' && c <= '9' ? c - '0' : -1;
        if (c >= 0x80) { digit = unicode_decimal_value(utf8_decode(t->at, &size)); }
        if (digit < 0) { break; }
        if (n > (INT64_MAX - digit) / 10) {
            return raise_false(vm, EXC_ValueError, "Too many decimal digits in format string");
        }
        n = n * 10 + digit;
        any = true;
        t->at += size;
    }
    if (any) { *out = n; }
    return true;
}

// ',' or '_', not both.
static bool spec_grouping(Vm *vm, SpecText *t, char *out) {
    if (spec_take(t, ',')) { *out = ','; }
    if (spec_take(t, '_')) {
        if (*out) { return raise_false(vm, EXC_ValueError, "Cannot specify both ',' and '_'."); }
        *out = '_';
    }
    if (*out == '_' && t->at < t->end && *t->at == ',') {
        return raise_false(vm, EXC_ValueError, "Cannot specify both ',' and '_'.");
    }
    return true;
}

static bool spec_precision(Vm *vm, SpecText *t, FormatSpec *out) {
    if (!spec_take(t, '.')) { return true; }
    const char *start = t->at;
    if (!spec_number(vm, t, &out->precision)) { return false; }
    if (!spec_grouping(vm, t, &out->frac_grouping)) { return false; }
    if (t->at > start) { return true; }
    return raise_false(vm, EXC_ValueError, "Format specifier missing precision");
}

static bool spec_check_grouping(Vm *vm, FormatSpec *out, bool is_text) {
    uint32_t type = out->type ? out->type : is_text ? 's' : 0;
    char grouping = out->grouping;
    bool ok = true;
    if (grouping) {
        static const char with_any[] = "defgEGF%", with_underscore[] = "boxX";
        ok = type == 0 || (type < 128 && (strchr(with_any, (int)type) ||
                                          (grouping == '_' && strchr(with_underscore, (int)type))));
    } else if (out->frac_grouping && type == 'n') {
        grouping = out->frac_grouping;
        ok = false;
    }
    if (ok) { return true; }
    if (type > 32 && type < 128) {
        return raise_false(vm, EXC_ValueError, "Cannot specify '%c' with '%c'.",
                           (uint32_t)(unsigned char)grouping, type);
    }
    char hex[9];
    size_t n = sizeof hex - 1;
    hex[n] = 0;
    do {
        hex[--n] = "0123456789abcdef"[type & 15];
        type >>= 4;
    } while (type);
    return raise_false(vm, EXC_ValueError, "Cannot specify '%c' with '\\x%s'.",
                       (uint32_t)(unsigned char)grouping, hex + n);
}

bool format_spec_parse(Vm *vm, Value text, Value subject, FormatSpec *out) {
    const Str *str = as_str(vm, text);
    SpecText t = {str->data, str->data + str->h.n};
    bool is_text = out->align == '<', fill_given = false, align_given = false;
    uint32_t size = 0, first = t.at < t.end ? utf8_decode(t.at, &size) : 0;
    if (t.at + size < t.end && spec_is_align(t.at + size)) {
        out->fill = first;
        out->align = t.at[size];
        t.at += size + 1;
        fill_given = align_given = true;
    } else if (t.at < t.end && spec_is_align(t.at)) {
        out->align = *t.at++;
        align_given = true;
    }
    if (t.at < t.end && (*t.at == '+' || *t.at == '-' || *t.at == ' ')) { out->sign = *t.at++; }
    out->no_neg_0 = spec_take(&t, 'z');
    out->alternate = spec_take(&t, '#');
    if (!fill_given && spec_take(&t, '0')) {
        out->fill = '0';
        if (!align_given && !is_text) { out->align = '='; }
    }
    if (!spec_number(vm, &t, &out->width) || !spec_grouping(vm, &t, &out->grouping) ||
        !spec_precision(vm, &t, out)) {
        return false;
    }
    if (t.at < t.end) {
        out->type = utf8_decode(t.at, &size);
        t.at += size;
    }
    if (t.at < t.end) {
        return raise_false(vm, EXC_ValueError,
                           "Invalid format specifier '%U' for object of type '%T'", text, subject);
    }
    return spec_check_grouping(vm, out, is_text);
}

size_t number_to_ascii(const char *text, size_t len, char *out) {
    const char *start = out;
    for (size_t i = 0; i < len;) {
        uint32_t size, cp = utf8_decode(text + i, &size);
        int32_t digit = cp < 0x80 ? -1 : unicode_decimal_value(cp);
        i += size;
        if (cp < 0x80) {
            *out++ = (char)cp;
        } else if (digit >= 0) {
            *out++ = (char)('0' + digit);
        } else {
            *out++ = unicode_is_space(cp) ? ' ' : '?';
            if (out[-1] == '?') { break; } // what follows does not matter any more
        }
    }
    return (size_t)(out - start);
}
