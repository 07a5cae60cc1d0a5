// positions.h: from an instruction to its place in the source.
//
// Code.positions is a Blob of runs, in the order of the words they are about. What a run says: how
// many words it covers; the line less that of the run before (the first: less Code.first_line), with
// its sign in bit 0; the lines to the end; the column and the end's column, in bytes, plus one, where
// 0 means that there is none. These are numbers of seven bits a byte, low ones first, the top bit
// set when more follow. Most runs are short ones: a byte that stands for the first three, see
// positions_short, then the columns. Any other has the byte POSITIONS_LONG and all five.
//
// A table that begins with the byte POSITIONS_LINES (FRONT_LINES_ONLY) has no columns: its short runs
// are that one byte, its long ones three numbers, and no run goes on to another line.
#ifndef NX_OBJECT_POSITIONS_H
#define NX_OBJECT_POSITIONS_H

#include "object/code.h"

typedef struct CodePosition {
    uint32_t line, end_line;
    int32_t col, end_col; // bytes from the start of the line; -1: not known
} CodePosition;

enum { POSITIONS_LONG = 0x80, POSITIONS_LINES = 0x81, POSITIONS_SHORT_WORDS = 8 };

// The first byte of a run of so many words (less one), step and lines; POSITIONS_LONG: it is no short one.
static inline uint32_t positions_short(uint32_t more_words, uint32_t step, uint32_t lines) {
    return more_words < POSITIONS_SHORT_WORDS && step < 16 && lines == 0 ? more_words << 4 | step
                                                                         : POSITIONS_LONG;
}

// Stands for the head of the code, where its first line is, in place of an instruction.
#define CODE_HEAD UINT32_MAX

// The place of the instruction that word `word` belongs to; false: there is none.
NX_INTERNAL bool code_position(Vm *vm, const Code *code, uint32_t word, CodePosition *out);

// Walks all runs: `at` is the first word of each.
typedef struct CodeRuns {
    const uint8_t *p, *end;
    uint32_t at, words;
    bool lines_only;
    CodePosition pos;
} CodeRuns;
NX_INTERNAL void code_runs_start(Vm *vm, const Code *code, CodeRuns *runs);
NX_INTERNAL bool code_runs_next(CodeRuns *runs); // false: there are no more

#endif
