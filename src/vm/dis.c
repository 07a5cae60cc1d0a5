// dis.c: a disassembler generated from opcodes.def. See dis.h.
//
// A line is: source line when it changes, word index, name, operands by the layout, and what names
// and constants stand for. Reads no frame and calls no guest code.
#include "vm/dis.h"

#include "object/str.h"
#include "object/tuple.h"
#include "rt/native.h"
#include "vm/opcode.h"
#include "object/positions.h"

typedef struct DisRow {
    const char *name, *layout;
} DisRow;

static const DisRow dis_rows[OPC_COUNT] = {
#define OP(NAME, layout, reads, writes, doc) {#NAME, layout},
#include "vm/opcodes.def"
#undef OP
};

static const char *const dis_internals[I_COUNT] = {
#define X(NAME, fn, scratch, sig) #NAME,
#include "rt/internals.def"
#undef X
};

typedef struct Dis {
    Vm *vm;
    DisPut *put;
    void *ctx;
    const Code *code;
    uint32_t col; // of the line being written
} Dis;

static void dis_bytes(Dis *d, const char *text, size_t len) {
    d->put(d->ctx, text, len);
    d->col += (uint32_t)len;
}

static void dis_text(Dis *d, const char *text) { dis_bytes(d, text, strlen(text)); }

static void dis_number(Dis *d, int64_t n) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    if (n < 0) { digits[--at] = '-'; }
    dis_bytes(d, digits + at, sizeof digits - at);
}

static void dis_pad(Dis *d, uint32_t col) {
    do { dis_bytes(d, " ", 1); } while (d->col < col);
}

static void dis_end_line(Dis *d) {
    d->put(d->ctx, "\n", 1);
    d->col = 0;
}

static void dis_str(Dis *d, Value str) {
    const Str *s = as_str(d->vm, str);
    dis_bytes(d, s->data, s->h.n);
}

static void dis_qualname(Dis *d, const Code *c) {
    dis_str(d, c->qualname);
    if (code_prefix(c) == V_NONE) { return; }
    dis_text(d, ".");
    dis_str(d, c->name);
}

static void dis_value(Dis *d, Value v) {
    static const char *const singletons[] = {"False",    "True",           "None",
                                             "Ellipsis", "NotImplemented", "UNBOUND"};
    if (is_int(v)) {
        dis_number(d, int_of(v));
    } else if (!is_double(v) && !is_ref(v) && (v & 0xFF) < COUNT_OF(singletons)) {
        dis_text(d, singletons[v & 0xFF]);
    } else if (is_tagged(d->vm, v, T_STR)) {
        const Str *s = as_str(d->vm, v);
        dis_text(d, "'");
        for (uint32_t i = 0; i < min_u32(s->h.n, 40); i++) {
            char ch = s->data[i];
            dis_bytes(d, ch == '\n' ? "\\n" : &ch, ch == '\n' ? 2 : 1);
        }
        dis_text(d, s->h.n > 40 ? "...'" : "'");
    } else if (is_tagged(d->vm, v, T_CODE)) {
        dis_text(d, "<code ");
        dis_qualname(d, as_code(d->vm, v));
        dis_text(d, ">");
    } else if (is_tagged(d->vm, v, T_TUPLE)) {
        dis_text(d, "(tuple of ");
        dis_number(d, as_tuple(d->vm, v)->h.n);
        dis_text(d, ")");
    } else {
        dis_text(d, is_double(v) ? "<float>" : type_tag_names[as_obj(d->vm, v)->type]);
    }
}

static void dis_const(Dis *d, uint32_t k) {
    const Tuple *consts = as_tuple(d->vm, d->code->consts);
    dis_text(d, " ");
    if (k < consts->h.n) { dis_value(d, consts->items[k]); }
}

// ---- operands ------------------------------------------------------------------------------------

typedef struct DisWord {
    uint32_t word, ext, behind; // behind: index of the next instruction
} DisWord;

static void dis_reg(Dis *d, uint32_t n) {
    dis_text(d, " r");
    dis_number(d, n);
}

static void dis_target(Dis *d, int64_t target) {
    dis_text(d, " ->");
    dis_number(d, target);
}

static bool dis_starts(const char *at, const char *what) {
    return strncmp(at, what, strlen(what)) == 0;
}

// The operands as the layout names them: letters a b c, then Bx sBx sJ, then the second word.
static void dis_operands(Dis *d, const char *at, DisWord w) {
    while (*at) {
        dis_text(d, " ");
        if (dis_starts(at, "sBx")) {
            dis_number(d, (int16_t)(w.word >> 16));
            at += 3;
        } else if (dis_starts(at, "Bx")) {
            dis_number(d, w.word >> 16);
            at += 2;
        } else if (dis_starts(at, "sJ")) {
            dis_target(d, (int64_t)w.behind + ((int32_t)w.word >> 8));
            at += 2;
        } else if (dis_starts(at, "JX")) {
            dis_target(d, (int64_t)w.behind + (int32_t)w.ext);
            at += 2;
        } else if (dis_starts(at, "NX")) {
            dis_const(d, w.ext & 0xFFFF);
            at += 2;
        } else if (dis_starts(at, "IX")) {
            dis_number(d, w.ext);
            at += 2;
        } else {
            dis_number(d, w.word >> (8 * (*at - 'a' + 1)) & 0xFF);
            at++;
        }
    }
}

static void dis_comment(Dis *d, uint32_t op, DisWord w) {
    const char *name = dis_rows[op].name;
    size_t len = strlen(name);
    switch (op) {
    case OPC_LOAD_CONST: dis_const(d, w.word >> 16); break;
    case OPC_LOAD_CONST_WIDE:
    case OPC_CHECK_BOUND:
    case OPC_LOAD_CELL:
    case OPC_LOAD_FREE:
    case OPC_DEL_CELL:
    case OPC_DEL_FREE:
    case OPC_CALL_KW:
    case OPC_CALL_METHOD_KW:
    case OPC_LOAD_METHOD_SPECIAL:
    case OPC_MAKE_FUNCTION: dis_const(d, w.ext); break;
    case OPC_LOAD_SPECIAL:
        dis_text(d, " "), dis_value(d, VALUE_SPECIAL_BITS | (w.word >> 16 & 0xFF));
        break;
    case OPC_CALL_INTERNAL:
        dis_text(d, " ");
        dis_text(d, w.ext < I_COUNT ? dis_internals[w.ext] : "?");
        break;
    default:
        if (len > 2 && name[len - 2] == '_' && name[len - 1] == 'K') { dis_const(d, w.word >> 24); }
        break;
    }
}

static void dis_header(Dis *d) {
    dis_text(d, "code ");
    dis_qualname(d, d->code);
    dis_text(d, ": line ");
    dis_number(d, d->code->first_line);
    dis_text(d, ", regs ");
    dis_number(d, d->code->n_regs);
    dis_text(d, ", params ");
    dis_number(d, d->code->n_params);
    dis_text(d, ", caches ");
    dis_number(d, d->code->n_caches);
    dis_text(d, ", flags ");
    dis_number(d, d->code->flags);
    dis_text(d, ", vars");
    const Tuple *vars = as_tuple(d->vm, d->code->varnames);
    for (uint32_t i = 0; i < vars->h.n; i++) {
        dis_text(d, " ");
        dis_value(d, vars->items[i]);
    }
    dis_end_line(d);
}

static void dis_handlers(Dis *d) {
    if (!is_ref(d->code->handlers)) { return; }
    const Blob *table = ref_ptr(d->vm, d->code->handlers);
    const CodeHandler *h = (const CodeHandler *)(const void *)table->data;
    for (uint32_t i = 0; i < table->h.n / sizeof *h; i++) {
        dis_text(d, "  handler ");
        dis_number(d, h[i].start);
        dis_text(d, " to ");
        dis_number(d, h[i].end);
        dis_target(d, h[i].target);
        dis_reg(d, h[i].reg);
        dis_end_line(d);
    }
}

static void dis_instructions(Dis *d) {
    const Blob *blob = ref_ptr(d->vm, d->code->bytecode);
    const uint32_t *words = (const uint32_t *)(const void *)blob->data;
    uint32_t n = blob->h.n / 4, line = 0;
    for (uint32_t i = 0; i < n;) {
        uint32_t op = words[i] & 0xFF;
        const char *layout = op < OPC_COUNT ? dis_rows[op].layout : "";
        size_t len = strlen(layout);
        bool two = len && layout[len - 1] == 'X' && i + 1 < n;
        DisWord w = {words[i], two ? words[i + 1] : 0, i + 1 + two};
        CodePosition pos;
        if (code_position(d->vm, d->code, i, &pos) && pos.line != line) {
            line = pos.line;
            dis_number(d, line);
        }
        dis_pad(d, 6);
        dis_number(d, i);
        dis_pad(d, 12);
        dis_text(d, op < OPC_COUNT ? dis_rows[op].name : "?");
        dis_pad(d, 28);
        dis_operands(d, layout, w);
        dis_pad(d, 44);
        if (op < OPC_COUNT) { dis_comment(d, op, w); }
        dis_end_line(d);
        i = w.behind;
    }
}

// Code objects nest only as deep as the source did.
void dis_code(Vm *vm, Value code, bool nested, DisPut *put, void *ctx) {
    Dis d = {vm, put, ctx, as_code(vm, code), 0};
    dis_header(&d);
    dis_instructions(&d);
    dis_handlers(&d);
    const Tuple *consts = as_tuple(vm, d.code->consts);
    for (uint32_t i = 0; nested && i < consts->h.n; i++) {
        if (!is_tagged(vm, consts->items[i], T_CODE)) { continue; }
        dis_end_line(&d);
        dis_code(vm, consts->items[i], true, put, ctx);
    }
}
