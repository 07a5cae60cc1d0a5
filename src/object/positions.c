// positions.c: reads the table of positions. See positions.h; front/emit.c writes it.
#include "object/positions.h"

// 0 when the table ends early, which only a damaged one does.
static uint32_t positions_number(CodeRuns *r) {
    uint32_t n = 0;
    for (uint32_t shift = 0; shift < 35 && r->p < r->end; shift += 7) {
        uint8_t b = *r->p++;
        n |= (uint32_t)(b & 0x7F) << (shift < 32 ? shift : 31);
        if (b < 0x80) { return n; }
    }
    return n;
}

void code_runs_start(Vm *vm, const Code *code, CodeRuns *r) {
    *r = (CodeRuns){.pos = {code->first_line, code->first_line, -1, -1}};
    if (is_exact(vm, code->positions, T_BLOB)) {
        const Blob *table = ref_ptr(vm, code->positions);
        r->p = table->data;
        r->end = table->data + table->h.n;
        r->lines_only = table->h.n && *r->p == POSITIONS_LINES;
        r->p += r->lines_only;
    }
}

bool code_runs_next(CodeRuns *r) {
    if (r->p >= r->end) { return false; }
    r->at += r->words;
    uint32_t head = *r->p++, step = head & 15, lines = 0;
    r->words = (head >> 4) + 1;
    if (head >= POSITIONS_LONG) {
        r->words = positions_number(r);
        step = positions_number(r);
        lines = positions_number(r);
    }
    r->pos.line += step & 1 ? 0 - (step >> 1) : step >> 1;
    r->pos.end_line = r->pos.line + lines;
    if (r->lines_only) { return true; }
    r->pos.col = (int32_t)positions_number(r) - 1;
    r->pos.end_col = (int32_t)positions_number(r) - 1;
    return true;
}

bool code_position(Vm *vm, const Code *code, uint32_t word, CodePosition *out) {
    if (word == CODE_HEAD) {
        *out = (CodePosition){code->first_line, code->first_line, -1, -1};
        return true;
    }
    CodeRuns runs;
    code_runs_start(vm, code, &runs);
    while (code_runs_next(&runs)) {
        if (word - runs.at < runs.words) {
            *out = runs.pos;
            return true;
        }
    }
    return false;
}
