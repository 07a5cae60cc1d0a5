// csv.c: _csv_line, the usual lines of csv in one go. A reader's line whose fields are plain or
// wholly quoted (csv_reader.c reads the others), and a writer's row of texts and numbers; None for
// any other row, and for one that is an error, which lib/py/_csv.py then writes. What has a meaning
// in a line (delimiter, quote …) is ASCII here.
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

enum { ROW_DELIMITER, ROW_QUOTE, ROW_ESCAPE, ROW_TERMINATOR, ROW_QUOTING, ROW_OPTIONS, ROW_RULES };

typedef struct CsvRow {
    StrBuilder b;
    const Str *terminator;
    uint8_t delimiter, quote, escape; // quote, escape 0: there is none
    uint8_t quoting;
    bool doubles, skips;
    bool plain_ints; // nothing in an int is special
    bool special[128];
} CsvRow;

// Every character that cannot stand in a field as it is. False: one of them is not ASCII.
static bool csv_row_specials(CsvRow *r) {
    memset(r->special, 0, sizeof r->special);
    r->special['\n'] = r->special['\r'] = true;
    r->special[r->delimiter] = true;
    if (r->quote) { r->special[r->quote] = true; }
    if (r->escape) { r->special[r->escape] = true; }
    for (uint32_t i = 0; i < r->terminator->h.n; i++) {
        uint8_t c = (uint8_t)r->terminator->data[i];
        if (c >= 0x80) { return false; }
        r->special[c] = true;
    }
    r->plain_ints = !r->special['-'];
    for (uint32_t c = '0'; c <= '9'; c++) { r->plain_ints = r->plain_ints && !r->special[c]; }
    return true;
}

// The rules are those that lib/py/_csv.py makes of a dialect. False: they say something unusual.
static bool csv_row_rules(Vm *vm, CsvRow *r, Value rules) {
    if (!is_exact(vm, rules, T_TUPLE) || as_tuple(vm, rules)->h.n != ROW_RULES) { return false; }
    const Value *v = as_tuple(vm, rules)->items;
    uint64_t quoting = index_of(v[ROW_QUOTING]), options = index_of(v[ROW_OPTIONS]);
    if (!csv_char(vm, v[ROW_DELIMITER], &r->delimiter) || !csv_char(vm, v[ROW_QUOTE], &r->quote) ||
        !csv_char(vm, v[ROW_ESCAPE], &r->escape) || !is_str(vm, v[ROW_TERMINATOR]) ||
        quoting > CSV_NOTNULL || !r->delimiter || (!r->quote && quoting != CSV_NONE)) {
        return false;
    }
    r->terminator = as_str(vm, v[ROW_TERMINATOR]);
    r->quoting = (uint8_t)quoting;
    r->doubles = options & CSV_DOUBLEQUOTE;
    r->skips = options & CSV_SKIP_SPACE;
    return csv_row_specials(r);
}

static bool csv_is_special(const CsvRow *r, uint8_t c) { return c < 0x80 && r->special[c]; }

// What stands before a special character, 0 for nothing; -1: an escape is wanted and there is none.
static int csv_prefix(const CsvRow *r, uint8_t c, bool *quoted) {
    bool escapes = r->quoting == CSV_NONE || (r->quote && c == r->quote && !r->doubles) ||
                   (r->escape && c == r->escape && c != r->quote);
    if (escapes) { return r->escape ? r->escape : -1; }
    *quoted = true;
    return r->quote && c == r->quote ? r->quote : 0;
}

// The text from its first special character on; the quote that may open it is there already. 1: put,
// 0: no memory, -1: not as usual.
static int csv_put_special(CsvRow *r, const uint8_t *p, uint32_t n, uint32_t at, bool *quoted) {
    uint32_t from = 0;
    for (; at < n; at++) {
        if (!csv_is_special(r, p[at])) { continue; }
        int prefix = csv_prefix(r, p[at], quoted);
        if (prefix < 0) { return -1; }
        if (!sb_put(&r->b, (const char *)p + from, at - from)) { return 0; }
        if (prefix && !sb_put_char(&r->b, (uint32_t)prefix)) { return 0; }
        from = at;
    }
    return sb_put(&r->b, (const char *)p + from, n - from);
}

static int csv_put_text(CsvRow *r, const Str *text, bool quoted) {
    const uint8_t *p = (const uint8_t *)text->data;
    uint32_t n = text->h.n, at = 0, start = r->b.len;
    while (at < n && !csv_is_special(r, p[at])) { at++; }
    if (at == n && !quoted) { return sb_put(&r->b, text->data, n); }
    // A quote in front, which is taken out again when nothing asked for it.
    if (r->quote && !sb_put_char(&r->b, r->quote)) { return 0; }
    int done = csv_put_special(r, p, n, at, &quoted);
    if (done <= 0) { return done; }
    if (quoted) { return sb_put_char(&r->b, r->quote); }
    if (r->quote) {
        memmove(sb_text(&r->b) + start, sb_text(&r->b) + start + 1, r->b.len - start - 1);
        r->b.len--;
    }
    return 1;
}

static bool csv_wants_quotes(const CsvRow *r, Vm *vm, Value item) {
    switch (r->quoting) {
    case CSV_ALL: return true;
    case CSV_NONNUMERIC: return item == V_NONE || is_str(vm, item);
    case CSV_STRINGS: return is_str(vm, item);
    case CSV_NOTNULL: return item != V_NONE;
    default: return false;
    }
}

static int csv_put_item(Vm *vm, CsvRow *r, Value item) {
    bool quoted = csv_wants_quotes(r, vm, item);
    if (item == V_NONE && !quoted) { return r->skips && r->delimiter == ' ' ? -1 : 1; }
    if (is_int(item) && r->plain_ints && !quoted) { return sb_put_int(&r->b, int_of(item)); }
    bool usual = is_int(item) || is_double(item) || is_bool(item) || is_str(vm, item);
    Value text = item == V_NONE ? vm_name(vm, N_empty) : usual ? str_of_leaf(vm, item) : V_UNBOUND;
    if (text == V_RAISED) { return 0; }
    if (text == V_UNBOUND) { return -1; }
    const Str *s = as_str(vm, text);
    if (s->h.n == 0 && !quoted) { return r->skips && r->delimiter == ' ' ? -1 : 1; }
    return native_charge(vm, s->h.n / 32) ? csv_put_text(r, s, quoted) : 0;
}

// row(items, rules): the line; None when there is something unusual about it.
static Value csv_row(Vm *vm, Value *a) {
    char few[SB_FEW];
    CsvRow r = {.b = str_builder_on(vm, few, SB_FEW)};
    if (!is_exact(vm, a[0], T_LIST) && !is_exact(vm, a[0], T_TUPLE)) { return V_NONE; }
    if (!csv_row_rules(vm, &r, a[1])) { return V_NONE; }
    uint32_t n;
    const Value *items = seq_items(vm, a[0], &n);
    TRY(native_charge(vm, n / 8) && sb_reserve(&r.b, 8 * (uint64_t)n + r.terminator->h.n));
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) { TRY(sb_put_char(&r.b, r.delimiter)); }
        int done = csv_put_item(vm, &r, items[i]);
        TRY(done);
        if (done < 0) { return V_NONE; }
    }
    if (n == 1 && r.b.len == 0) { return V_NONE; } // an empty line would be no record at all
    TRY(sb_put(&r.b, r.terminator->data, r.terminator->h.n));
    return sb_finish(&r.b);
}

static const NativeDef csv_functions[] = {
    LEAF("row", "items, rules, /", csv_row, NULL),
    NATIVE_END,
};

static const uint8_t csv_types[] = {T_CSV_READER, 0};

const ModuleDef csv_line_module = {"_csv_line", "The usual lines of csv.", csv_functions, NULL,
                                   csv_types};
