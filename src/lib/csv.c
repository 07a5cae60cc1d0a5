// csv.c: _csv_line, the usual lines of csv in one go. A reader's line whose fields are plain or
// wholly quoted (csv_reader.c reads the others), and a writer's row of texts and numbers; None for
// any other row, which lib/py/_csv.py then writes. Delimiter and quote are ASCII here.
#include "lib/csv_line.h"

#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str_inner.h"
#include "object/tuple.h"
#include "rt/typedef.h"
#include "vm/ops.h"

typedef struct CsvLine {
    const Str *s;
    uint8_t delimiter, quote; // quote 0: there is none
    uint32_t at, limit;
    bool strict;
} CsvLine;

static bool csv_char(Vm *vm, Value v, uint8_t *out) {
    *out = 0;
    if (v == V_NONE) { return true; }
    if (!is_str(vm, v) || as_str(vm, v)->h.n != 1) { return false; }
    *out = (uint8_t)as_str(vm, v)->data[0];
    return true;
}

// ---- reading -----------------------------------------------------------------------------------

static bool csv_ends_field(const CsvLine *l, uint8_t c) {
    return c == l->delimiter || c == '\n' || c == '\r';
}

// A field in quotes, `at` behind the first one. V_UNBOUND: the line is not as usual.
static Value csv_quoted(Vm *vm, CsvLine *l) {
    const uint8_t *p = (const uint8_t *)l->s->data;
    uint32_t n = l->s->h.n, start = l->at, doubled = 0;
    for (;; l->at++) {
        const uint8_t *q = l->at < n ? memchr(p + l->at, l->quote, n - l->at) : NULL;
        if (!q) { return V_UNBOUND; }
        l->at = (uint32_t)(q - p) + 1;
        if (l->at == n || p[l->at] != l->quote) { break; }
        doubled++;
    }
    uint32_t end = l->at - 1, more = l->at; // what follows the quotes belongs to the field too
    while (l->at < n && !csv_ends_field(l, p[l->at])) { l->at++; }
    if (l->at - start > l->limit || (l->at > more && l->strict)) { return V_UNBOUND; }
    if (!doubled && l->at == more) { return str_slice_bytes(vm, l->s, start, end); }
    Str *r = str_alloc(vm, end - start - doubled + (l->at - more));
    TRY(r);
    uint32_t to = 0;
    for (uint32_t i = start; i < end; i++) {
        r->data[to++] = (char)p[i];
        i += p[i] == l->quote;
    }
    memcpy(r->data + to, p + more, l->at - more);
    return str_finish(vm, r);
}

static Value csv_plain(Vm *vm, CsvLine *l) {
    const uint8_t *p = (const uint8_t *)l->s->data;
    uint32_t start = l->at;
    while (l->at < l->s->h.n && !csv_ends_field(l, p[l->at])) { l->at++; }
    return l->at - start > l->limit ? V_UNBOUND : str_slice_bytes(vm, l->s, start, l->at);
}

Value csv_line_fields(Vm *vm, const Str *line, uint8_t delimiter, uint8_t quote, int64_t limit,
                      bool strict) {
    CsvLine l = {.s = line, .delimiter = delimiter, .quote = quote, .strict = strict};
    l.limit = (uint32_t)min_i64(max_i64(limit, 0), UINT32_MAX);
    const uint8_t *p = (const uint8_t *)l.s->data;
    uint32_t n = l.s->h.n;
    TRY(native_charge(vm, n / 32));
    Pieces pieces;
    pieces_init(vm, &pieces);
    bool more = n && p[0] != '\n' && p[0] != '\r';
    while (more) {
        bool quoted = l.quote && l.at < n && p[l.at] == l.quote;
        l.at += quoted;
        Value field = quoted ? csv_quoted(vm, &l) : csv_plain(vm, &l);
        if (field == V_UNBOUND) { return V_NONE; }
        TRY(pieces_put(&pieces, field));
        more = l.at < n && p[l.at] == l.delimiter;
        l.at += more;
    }
    for (; l.at < n; l.at++) { // nothing but the line's end
        if (p[l.at] != '\n' && p[l.at] != '\r') { return V_NONE; }
    }
    return pieces_finish(&pieces);
}

// ---- writing -----------------------------------------------------------------------------------

static bool csv_is_special(const CsvLine *l, const Str *terminator, uint8_t c) {
    return csv_ends_field(l, c) || c == l->quote || memchr(terminator->data, c, terminator->h.n);
}

static bool csv_put(StrBuilder *b, const CsvLine *l, const Str *terminator, const Str *text) {
    bool plain = true;
    for (uint32_t i = 0; i < text->h.n && plain; i++) {
        plain = !csv_is_special(l, terminator, (uint8_t)text->data[i]);
    }
    if (plain) { return sb_put(b, text->data, text->h.n); }
    bool ok = sb_put_char(b, l->quote);
    uint32_t from = 0;
    for (uint32_t i = 0; i < text->h.n && ok; i++) {
        if ((uint8_t)text->data[i] != l->quote) { continue; }
        ok = sb_put(b, text->data + from, i + 1 - from);
        from = i; // once more
    }
    return ok && sb_put(b, text->data + from, text->h.n - from) && sb_put_char(b, l->quote);
}

// row(items, delimiter, quotechar, lineterminator): the line, quoted where need be, or None.
static Value csv_row(Vm *vm, Value *a) {
    CsvLine l = {0};
    if (!is_exact(vm, a[0], T_LIST) && !is_exact(vm, a[0], T_TUPLE)) { return V_NONE; }
    if (!csv_char(vm, a[1], &l.delimiter) || !csv_char(vm, a[2], &l.quote) || !l.quote) {
        return V_NONE;
    }
    const Str *terminator = as_str(vm, a[3]);
    uint32_t n;
    const Value *items = seq_items(vm, a[0], &n);
    TRY(native_charge(vm, n / 8));
    StrBuilder b = str_builder(vm);
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) { TRY(sb_put_char(&b, l.delimiter)); }
        if (items[i] == V_NONE && n > 1) { continue; }
        bool usual = is_int(items[i]) || is_double(items[i]) || is_str(vm, items[i]);
        Value text = usual ? str_of_leaf(vm, items[i]) : V_UNBOUND;
        TRY_VALUE(text);
        if (text == V_UNBOUND || (n == 1 && as_str(vm, text)->h.n == 0)) { return V_NONE; }
        TRY(native_charge(vm, as_str(vm, text)->h.n / 32));
        TRY(csv_put(&b, &l, terminator, as_str(vm, text)));
    }
    TRY(sb_put(&b, terminator->data, terminator->h.n));
    return sb_finish(&b);
}

static const NativeDef csv_functions[] = {
    LEAF("row", "items, delimiter: str, quotechar, lineterminator: str, /", csv_row, NULL),
    NATIVE_END,
};

static bool csv_init(Vm *vm, Value dict) {
    Value name = intern_bytes(vm, "Reader", 6);
    return name != V_RAISED && dict_set_str(vm, as_dict(vm, dict), name, vm->types[T_CSV_READER]);
}

const ModuleDef csv_line_module = {"_csv_line", "The usual lines of csv.", csv_functions, csv_init};
