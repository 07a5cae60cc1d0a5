// re_prog.h: the format of programs: header, tables, classes, code. All of it is 32-bit words, all
// references are indices from the program's first word, so that it can lie anywhere.
//
// A plane is a set of bytes: one bit of each entry of a table of 256 bytes. It is written as the
// table's number << 8 | bit number. The bytes of a table lie in its words in order of address, as
// do those of literals.
#ifndef NX_LIB_RE_RE_PROG_H
#define NX_LIB_RE_RE_PROG_H

#include "base/base.h"

typedef enum ReOp {
#define RE_OP(name, operands) RE_OP_##name,
#include "lib/re/re_ops.def"
#undef RE_OP
    RE_N_OPS
} ReOp;

#define RE_MAGIC 0x4E525831u // format 1

enum {
    RE_H_MAGIC,
    RE_H_WORDS, // of the whole
    RE_H_FLAGS, // RE_PROG_*
    RE_H_GROUPS,
    RE_H_REGS,
    RE_H_MIN,    // characters a match takes at least
    RE_H_TABLES, // number of tables, which follow the header
    RE_H_CODE,   // where the code begins; the classes lie before it
    RE_H_SEARCH, // ReSearch
    RE_H_START,  // PREFIX: address of the LIT; PLANE: plane; BYTE: the byte; CLASS, RUN_TO: class
    RE_H_RARE,   // PREFIX: offset in the literal of its rarest byte; RUN_TO: minimum of the run;
                 // CLASS: plane of the members' first bytes
    RE_H_NEEDED, // a byte without which there is no match; RE_NONE
    RE_H_SIZE
};

enum { RE_PROG_TEXT = 1 };
enum { RE_TABLE_WORDS = 64 };

#define RE_NONE 0xFFFFFFFFu

// How a search finds the places where a match can begin.
typedef enum ReSearch {
    RE_SEARCH_ANY,    // anywhere
    RE_SEARCH_START,  // at the start of the subject
    RE_SEARCH_LINE,   // at the start of a line
    RE_SEARCH_PREFIX, // at a literal
    RE_SEARCH_BYTE,   // at a byte
    RE_SEARCH_PLANE,  // at a byte of a plane
    RE_SEARCH_CLASS,  // at a character of a class
    RE_SEARCH_RUN_TO  // at a run of a class that ends in the byte NEEDED, which is not of the class
} ReSearch;

// A class: kind and byte, plane, categories, number of ranges, ranges.
enum { RE_C_KIND, RE_C_PLANE, RE_C_CATS, RE_C_RANGES, RE_C_SIZE };

typedef enum ReClassKind {
    RE_KIND_BYTES, // one byte, of the plane
    RE_KIND_BYTE,  // one byte, this one (also in the plane)
    RE_KIND_WIDE,  // below 0x80 as the plane says, all others
    RE_KIND_NOT,   // any character but this byte
    RE_KIND_ALL,   // any character
    RE_KIND_SOME   // below 0x80 as the plane says, others by categories and ranges
} ReClassKind;

#define RE_OPCODE(word) ((word)&0xFF)
#define RE_ARG(word)    ((word) >> 8)
#define RE_MAX_ARG      0xFFFFFFu

static inline const uint8_t *re_plane_table(const uint32_t *program, uint32_t plane) {
    return (const uint8_t *)(program + RE_H_SIZE + (plane >> 8) * RE_TABLE_WORDS);
}
static inline uint32_t re_plane_mask(uint32_t plane) { return 1u << (plane & 7); }

enum { RE_SPLIT_END_1 = 1, RE_SPLIT_END_2 = 2 };
enum { RE_RUN_END = 1, RE_RUN_LEAD = 2 };
enum { RE_MAX_BRANCH = 32 };

// The letters of re_ops.def; NULL when op is no opcode.
NX_INTERNAL const char *re_op_operands(uint32_t op);

// Words of the instruction at `at`; it may reach beyond n when the program is not verified.
NX_INTERNAL uint64_t re_op_size(const uint32_t *words, uint32_t at);

#endif
