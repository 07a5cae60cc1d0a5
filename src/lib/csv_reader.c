// csv_reader.c: the part in C of csv.reader, a class of lib/py/_csv.py on top of this one: the rows
// of an iterator over lines.
//
// A line is read by a machine with one state for each place in a record. A record may go on in the
// next line, and the iterator may be guest code: what was read so far stands in the reader, whose
// `begun` says that a record is under way. Lines of the usual kind, whose fields are plain or wholly
// quoted, are taken in one go by csv_line_fields.
#include "lib/csv_line.h"

#include "object/construct.h"
#include "object/exc.h"
#include "object/float.h"
#include "object/int.h"
#include "object/iters.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"

enum { CSV_NO_CHAR = UINT32_MAX };

// Where the machine stands.
enum {
    CSV_START_RECORD,
    CSV_START_FIELD,
    CSV_ESCAPED,
    CSV_IN_FIELD,
    CSV_IN_QUOTES,
    CSV_ESCAPED_IN_QUOTES,
    CSV_QUOTE_IN_QUOTES,
    CSV_EAT_LINE_END,
    CSV_AFTER_ESCAPED_LINE_END,
    CSV_STATES
};

typedef struct CsvReader {
    Obj h;
    Value iter, dialect;
    Value limit;  // List whose first item is the longest field allowed
    Value error;  // the class csv.Error
    Value line;   // taken from the iterator and not read yet, or V_UNBOUND
    Value fields; // List: of the record under way
    Value field;  // text of the field under way: a StrBuilder's blob
    int64_t line_num;
    uint32_t delimiter, quote, escape; // code points or CSV_NO_CHAR
    uint32_t field_bytes, field_chars;
    uint8_t quoting, options, state, unquoted;
    uint8_t begun, usual, unused[6];
} CsvReader;

static CsvReader *as_csv_reader(Vm *vm, Value v) {
    NX_ASSERT(is_tagged(vm, v, T_CSV_READER));
    return ref_ptr(vm, v);
}

static bool csv_raise(Vm *vm, const CsvReader *r, Value text) {
    Value args = text == V_RAISED ? V_RAISED : tuple_from(vm, &text, 1);
    Value exc = args == V_RAISED ? V_RAISED : exc_new(vm, r->error, args);
    if (exc != V_RAISED) { raise_value(vm, exc); }
    return false;
}

// ---- the machine -------------------------------------------------------------------------------

// A line under way; what of it stands in the reader is changed when all of it was read.
typedef struct CsvMachine {
    Vm *vm;
    const CsvReader *r;
    List *fields;
    StrBuilder field;
    int64_t limit;
    uint32_t chars;
    uint8_t state, unquoted;
} CsvMachine;

static bool csv_save(CsvMachine *m) {
    Vm *vm = m->vm;
    Value text =
        m->field.len ? str_new(vm, sb_text(&m->field), m->field.len) : vm_name(vm, N_empty);
    if (text == V_RAISED) { return false; }
    uint8_t quoting = m->r->quoting;
    bool empty = m->field.len == 0;
    if (m->unquoted && empty && (quoting == CSV_NOTNULL || quoting == CSV_STRINGS)) {
        text = V_NONE;
    } else if (m->unquoted && !empty && (quoting == CSV_NONNUMERIC || quoting == CSV_STRINGS)) {
        text = float_parse(vm, text);
        if (text == V_RAISED) { return false; }
    }
    m->field = str_builder(vm); // a new one: when memory fails the line is read once more
    m->chars = 0;
    m->unquoted = 0;
    return list_append(vm, m->fields, text);
}

static bool csv_add(CsvMachine *m, uint32_t c) {
    if (NX_UNLIKELY((int64_t)m->chars >= m->limit)) {
        return csv_raise(m->vm, m->r,
                         format_text(m->vm, "field larger than field limit (%l)", m->limit));
    }
    m->chars++;
    return sb_put_char(&m->field, c);
}

static bool csv_is_line_end(uint32_t c) { return c == '\n' || c == '\r'; }

// The end of a field, by its delimiter, a line end or the end of the line (CSV_NO_CHAR).
static bool csv_end_field(CsvMachine *m, uint32_t c) {
    m->state = c == CSV_NO_CHAR     ? CSV_START_RECORD
               : csv_is_line_end(c) ? CSV_EAT_LINE_END
                                    : CSV_START_FIELD;
    return csv_save(m);
}

static bool csv_start_field(CsvMachine *m, uint32_t c) {
    const CsvReader *r = m->r;
    m->unquoted = 1;
    if (c == CSV_NO_CHAR || csv_is_line_end(c)) { return csv_end_field(m, c); }
    if (c == r->quote && r->quoting != CSV_NONE) {
        m->unquoted = 0;
        m->state = CSV_IN_QUOTES;
        return true;
    }
    if (c == r->escape) {
        m->state = CSV_ESCAPED;
        return true;
    }
    if (c == ' ' && r->options & CSV_SKIP_SPACE) {
        m->state = CSV_START_FIELD;
        return true;
    }
    if (c == r->delimiter) { return csv_end_field(m, c); }
    m->state = CSV_IN_FIELD;
    return csv_add(m, c);
}

static bool csv_in_field(CsvMachine *m, uint32_t c) {
    const CsvReader *r = m->r;
    if (c == CSV_NO_CHAR || csv_is_line_end(c) || c == r->delimiter) { return csv_end_field(m, c); }
    if (c == r->escape) {
        m->state = CSV_ESCAPED;
        return true;
    }
    return csv_add(m, c); // behind an escaped line end the state stays, as in CPython
}

static bool csv_in_quotes(CsvMachine *m, uint32_t c) {
    const CsvReader *r = m->r;
    if (c == CSV_NO_CHAR) { return true; }
    if (c == r->escape) {
        m->state = CSV_ESCAPED_IN_QUOTES;
        return true;
    }
    if (c == r->quote && r->quoting != CSV_NONE) {
        m->state = r->options & CSV_DOUBLEQUOTE ? CSV_QUOTE_IN_QUOTES : CSV_IN_FIELD;
        return true;
    }
    return csv_add(m, c);
}

// Behind a quote in quotes: a second one, or the end of the field.
static bool csv_behind_quote(CsvMachine *m, uint32_t c) {
    const CsvReader *r = m->r;
    if (c == CSV_NO_CHAR || csv_is_line_end(c)) { return csv_end_field(m, c); }
    if (c == r->quote && r->quoting != CSV_NONE) {
        m->state = CSV_IN_QUOTES;
        return csv_add(m, c);
    }
    if (c == r->delimiter) { return csv_end_field(m, c); }
    if (r->options & CSV_STRICT) {
        char delimiter[UTF8_MAX_SIZE + 1] = {0}, quote[UTF8_MAX_SIZE + 1] = {0};
        utf8_encode(delimiter, r->delimiter);
        utf8_encode(quote, r->quote);
        return csv_raise(m->vm, r,
                         format_text(m->vm, "'%s' expected after '%s'", delimiter, quote));
    }
    m->state = CSV_IN_FIELD;
    return csv_add(m, c);
}

// One character, or the end of the line.
static bool csv_process(CsvMachine *m, uint32_t c) {
    switch (m->state) {
    case CSV_START_RECORD:
        if (c == CSV_NO_CHAR) { return true; }
        if (csv_is_line_end(c)) {
            m->state = CSV_EAT_LINE_END;
            return true;
        }
        return csv_start_field(m, c);
    case CSV_START_FIELD: return csv_start_field(m, c);
    case CSV_ESCAPED: // an escape at the end of a line escapes the line end
        m->state =
            c != CSV_NO_CHAR && csv_is_line_end(c) ? CSV_AFTER_ESCAPED_LINE_END : CSV_IN_FIELD;
        return csv_add(m, c == CSV_NO_CHAR ? '\n' : c);
    case CSV_AFTER_ESCAPED_LINE_END: return c == CSV_NO_CHAR || csv_in_field(m, c);
    case CSV_IN_FIELD: return csv_in_field(m, c);
    case CSV_IN_QUOTES: return csv_in_quotes(m, c);
    case CSV_ESCAPED_IN_QUOTES:
        m->state = CSV_IN_QUOTES;
        return csv_add(m, c == CSV_NO_CHAR ? '\n' : c);
    case CSV_QUOTE_IN_QUOTES: return csv_behind_quote(m, c);
    default: // CSV_EAT_LINE_END
        if (c == CSV_NO_CHAR) { m->state = CSV_START_RECORD; }
        if (c == CSV_NO_CHAR || csv_is_line_end(c)) { return true; }
        return csv_raise(m->vm, m->r,
                         str_new_cstr(m->vm, "new-line character seen in unquoted field - do you "
                                             "need to open the file with newline=''?"));
    }
}

// ---- lines -------------------------------------------------------------------------------------

static void csv_begin_record(Vm *vm, CsvReader *r, Value fields) {
    obj_touch(vm, r);
    r->fields = fields;
    r->field = V_NONE;
    r->field_bytes = r->field_chars = 0;
    r->state = CSV_START_RECORD;
    r->unquoted = 0;
    r->begun = 1;
}

// The longest field allowed.
static int64_t csv_limit(Vm *vm, const CsvReader *r) {
    const List *l = as_list(vm, r->limit);
    return l->h.n && isinstance_int(vm, list_items(vm, l)[0])
               ? int_clamp_i64(vm, list_items(vm, l)[0])
               : 0;
}

// Reads r->line, which is a str, with the machine. False: raised; r is as before but for its list.
static bool csv_read_slowly(Vm *vm, CsvReader *r) {
    const Str *s = as_str(vm, r->line);
    List *fields = is_tagged(vm, r->fields, T_LIST) ? as_list(vm, r->fields) : NULL;
    if (!fields) { return raise_stop(vm, STOP_CORRUPT), false; }
    CsvMachine m = {.vm = vm, .r = r, .fields = fields, .field = {vm, r->field, r->field_bytes}};
    m.limit = csv_limit(vm, r);
    m.chars = r->field_chars;
    m.state = r->state;
    m.unquoted = r->unquoted;
    uint32_t before = fields->h.n;
    bool ok = native_charge(vm, s->h.n / 8);
    for (uint32_t i = 0, size; i < s->h.n && ok; i += size) {
        ok = csv_process(&m, utf8_decode(s->data + i, &size));
    }
    ok = ok && csv_process(&m, CSV_NO_CHAR);
    if (!ok) {
        fields->h.n = before;
        return false;
    }
    obj_touch(vm, r);
    r->field = m.field.blob;
    r->field_bytes = m.field.len;
    r->field_chars = m.chars;
    r->state = m.state;
    r->unquoted = m.unquoted;
    return true;
}

static Value csv_record(Vm *vm, CsvReader *r, Value fields) {
    obj_touch(vm, r);
    r->begun = 0;
    r->line = V_UNBOUND;
    r->fields = r->field = V_NONE;
    r->field_bytes = 0;
    return fields;
}

// Raised: unless the step is repeated for want of memory, the record is given up.
static Value csv_failed(Vm *vm, CsvReader *r) {
    if (vm->stop || vm->head->exc != V_NONE) { csv_record(vm, r, V_NONE); }
    return V_RAISED;
}

// Reads r->line. The fields of a record that is complete; V_NONE: it goes on.
static Value csv_read_line(Vm *vm, CsvReader *r) {
    if (!isinstance_str(vm, r->line)) {
        csv_raise(vm, r,
                  format_text(vm,
                              "iterator should return strings, not %T (the file should be "
                              "opened in text mode)",
                              r->line));
        return csv_failed(vm, r);
    }
    if (r->usual && r->state == CSV_START_RECORD) {
        Value fields = csv_line_fields(vm, as_str(vm, r->line), (uint8_t)r->delimiter,
                                       r->quote == CSV_NO_CHAR ? 0 : (uint8_t)r->quote,
                                       csv_limit(vm, r), r->options & CSV_STRICT);
        if (fields == V_RAISED) { return csv_failed(vm, r); }
        if (fields != V_NONE) {
            r->line_num++;
            return csv_record(vm, r, fields);
        }
    }
    if (r->fields == V_NONE) {
        Value fields = list_new(vm, 0);
        TRY_VALUE(fields);
        r->fields = fields;
    }
    if (!csv_read_slowly(vm, r)) {
        r->line_num += vm->head->exc != V_NONE;
        return csv_failed(vm, r);
    }
    r->line_num++;
    r->line = V_UNBOUND;
    return r->state == CSV_START_RECORD ? csv_record(vm, r, r->fields) : V_NONE;
}

// The lines have ended: what there is of a record, or V_STOP.
static Value csv_end(Vm *vm, CsvReader *r) {
    bool rest = r->field_bytes > 0 || r->state == CSV_IN_QUOTES;
    if (!rest || !is_tagged(vm, r->fields, T_LIST)) { return csv_record(vm, r, V_STOP); }
    if (r->options & CSV_STRICT) {
        csv_raise(vm, r, str_new_cstr(vm, "unexpected end of data"));
        return csv_failed(vm, r);
    }
    CsvMachine m = {.vm = vm, .r = r, .field = {vm, r->field, r->field_bytes}};
    m.fields = as_list(vm, r->fields);
    m.unquoted = r->unquoted;
    if (!csv_save(&m)) { return csv_failed(vm, r); }
    return csv_record(vm, r, r->fields);
}

// ---- next --------------------------------------------------------------------------------------

// The next line, unless another reader may stand below the iterator: the steps form asks that.
static Value csv_line(Vm *vm, Value iter) {
    const TypeDef *t = is_ref(iter) ? type_def(as_obj(vm, iter)->type) : NULL;
    return t && (t->composite || t == &csv_reader_type) ? V_UNBOUND : iter_next_leaf(vm, iter);
}

static Value csv_next(Vm *vm, Value v) {
    CsvReader *r = as_csv_reader(vm, v);
    if (!is_ref(r->limit)) { return V_STOP; } // never set up
    obj_touch(vm, r);
    if (!r->begun) { csv_begin_record(vm, r, V_NONE); }
    for (;;) {
        if (r->line == V_UNBOUND) {
            Value line = csv_line(vm, r->iter);
            if (line == V_STOP) { return csv_end(vm, r); }
            if (line == V_RAISED) { return csv_failed(vm, r); }
            if (line == V_UNBOUND) { return line; }
            r->line = line;
        }
        Value fields = csv_read_line(vm, r);
        if (fields != V_NONE) { return fields; }
    }
}

enum { READ_START, READ_LINE, READ_FAILED };

static Value csv_next_steps(Vm *vm, Frame *f) {
    CsvReader *r = as_csv_reader(vm, f->slot[0]);
    obj_touch(vm, r);
    Value row;
    switch (native_state(f)) {
    case READ_LINE:
        r->line = f->result;
        native_commit(f, READ_START);
        break;
    case READ_FAILED:
        if (!isinstance_exc(vm, f->result, EXC_StopIteration)) {
            csv_record(vm, r, V_NONE);
            return raise_value(vm, f->result);
        }
        row = csv_end(vm, r);
        return row == V_STOP ? raise_value(vm, f->result) : row;
    default: break;
    }
    row = csv_next(vm, f->slot[0]);
    if (row == V_STOP) { return raise_stop_iteration(vm, V_NONE); }
    if (row != V_UNBOUND) { return row; }
    native_catch(f, READ_FAILED);
    return native_next(vm, f, READ_LINE, r->iter);
}

// ---- the rest ----------------------------------------------------------------------------------

static Value csv_reader_make(Vm *vm, Value *a) {
    CsvReader *r = construct(vm, T_CSV_READER, a[0], 0);
    TRY(r);
    r->iter = r->dialect = r->limit = r->error = r->fields = r->field = V_NONE;
    r->line = V_UNBOUND;
    r->delimiter = r->quote = r->escape = CSV_NO_CHAR;
    return ptr_value(vm, r);
}

static bool csv_setup_char(Vm *vm, Value v, uint32_t *out) {
    uint32_t size;
    *out = CSV_NO_CHAR;
    if (v == V_NONE) { return true; }
    if (!isinstance_str(vm, v) || as_str(vm, v)->len != 1) {
        return raise_false(vm, EXC_TypeError, "a character or None is wanted");
    }
    *out = utf8_decode(as_str(vm, v)->data, &size);
    return true;
}

enum {
    SETUP_SELF,
    SETUP_ITER,
    SETUP_DIALECT,
    SETUP_LIMIT,
    SETUP_ERROR,
    SETUP_DELIMITER,
    SETUP_QUOTE,
    SETUP_ESCAPE,
    SETUP_QUOTING,
    SETUP_OPTIONS
};

static Value csv_reader_setup(Vm *vm, Value *a) {
    CsvReader *r = as_csv_reader(vm, a[SETUP_SELF]);
    uint32_t delimiter, quote, escape;
    bool error = is_type(vm, a[SETUP_ERROR]) &&
                 is_subclass_of(vm, a[SETUP_ERROR], exc_class(vm, EXC_Exception));
    if (!error) { return raise_error(vm, EXC_TypeError, "an exception class is wanted"); }
    TRY(csv_setup_char(vm, a[SETUP_DELIMITER], &delimiter) &&
        csv_setup_char(vm, a[SETUP_QUOTE], &quote) && csv_setup_char(vm, a[SETUP_ESCAPE], &escape));
    obj_touch(vm, r);
    csv_record(vm, r, V_NONE);
    r->iter = a[SETUP_ITER];
    r->dialect = a[SETUP_DIALECT];
    r->limit = a[SETUP_LIMIT];
    r->error = a[SETUP_ERROR];
    r->line_num = 0;
    r->delimiter = delimiter;
    r->quote = quote;
    r->escape = escape;
    r->quoting = (uint8_t)int_clamp_i64(vm, a[SETUP_QUOTING]);
    r->options = (uint8_t)int_clamp_i64(vm, a[SETUP_OPTIONS]);
    r->usual = escape == CSV_NO_CHAR && r->quoting <= CSV_ALL && delimiter < 0x80 &&
               (quote < 0x80 || quote == CSV_NO_CHAR) &&
               (r->options & (CSV_DOUBLEQUOTE | CSV_SKIP_SPACE)) == CSV_DOUBLEQUOTE;
    return V_NONE;
}

static Value csv_get_dialect(Vm *vm, Value v) { return as_csv_reader(vm, v)->dialect; }
static Value csv_get_line_num(Vm *vm, Value v) {
    return int_from_i64(vm, as_csv_reader(vm, v)->line_num);
}

bool csv_reader_is_sound(Vm *vm, const Obj *o) {
    const CsvReader *r = (const CsvReader *)o;
    bool field =
        r->field_bytes == 0 || (is_tagged(vm, r->field, T_BLOB) &&
                                (uint64_t)r->field_bytes + SB_SPARE <= as_obj(vm, r->field)->n);
    bool limit =
        !is_ref(r->limit) || (is_tagged(vm, r->limit, T_LIST) && is_tagged(vm, r->error, T_TYPE));
    bool error =
        !is_ref(r->error) || (is_tagged(vm, r->error, T_TYPE) &&
                              is_subclass_of(vm, r->error, exc_class(vm, EXC_BaseException)));
    if (field && r->field_bytes) {
        Utf8Fault fault;
        const char *text = (const char *)((const Blob *)ref_ptr(vm, r->field))->data + SB_HEADER;
        field = utf8_check_text(text, r->field_bytes, &fault);
    }
    return field && limit && error && r->state < CSV_STATES;
}

static const NativeDef csv_reader_methods[] = {
    LEAF_MAKER(csv_reader_make, NULL),
    STEPS("__next__", "self, /", csv_next_steps, 0, NULL, "The next item, for next()."),
    LEAF("_setup",
         "self, iterator, dialect, limit: list, error, delimiter, quotechar, escapechar, "
         "quoting: index, options: index, /",
         csv_reader_setup, NULL),
    NATIVE_END,
};

static const GetSetDef csv_reader_getsets[] = {
    {"dialect", csv_get_dialect, NULL, NULL},
    {"line_num", csv_get_line_num, NULL, NULL},
    {0},
};

const TypeDef csv_reader_type = {
    .name = "Reader",
    .module = "_csv",
    .tag = T_CSV_READER,
    .subclassable = true,
    .hidden = true,
    .methods = csv_reader_methods,
    .getsets = csv_reader_getsets,
    .next = csv_next,
};
