// parse.h: source text to syntax tree. A Front is one compilation: it owns nothing but what lies in
// its Arena, and is thrown away with it.
//
// The order of use, each step only if the one before it succeeded:
//   front_init -> front_parse (parse.h) -> scope_build (scope.h) -> check_tree (check.h)
// A step that fails returns NULL or false and has filled front->error; nothing may follow it.
#ifndef NX_FRONT_PARSE_H
#define NX_FRONT_PARSE_H

#include "base/arena.h"
#include "front/ast.h"

typedef enum FrontMode { FRONT_EXEC, FRONT_EVAL, FRONT_SINGLE } FrontMode;

typedef enum FrontFlag {
    FRONT_TOP_LEVEL_AWAIT = 1, // await, async for ... may stand at module level
    FRONT_IGNORE_COOKIE = 2,   // the source came from a str: it is UTF-8, whatever its cookie says
    FRONT_UNOPTIMIZED = 4,     // reserved for the compiler
    FRONT_DONT_IMPLY_DEDENT = 8, // FRONT_SINGLE: a block ends with a blank line, not with the text
    FRONT_TRIAL = 16,            // of a source that does not parse: only whether it is incomplete
    FRONT_SCRIPT = 32,           // the source is that of a file which the host runs
    FRONT_ALLOW_INCOMPLETE = 64, // with more of it the source might parse: an error of its own
    FRONT_FUTURE_ANNOTATIONS = 128, // as if the source began with that import
    FRONT_NO_ASSERTS = 256,         // -O: __debug__ is false
    FRONT_NO_DOCSTRINGS = 512,      // -OO
    FRONT_LINES_ONLY = 1024,        // positions have no columns: half the size, for the library
    FRONT_GIVEN_TREE = 2048,        // there is no source: the program made the tree
    FRONT_LAST_VALUE = 4096,        // FRONT_EXEC: the result is that of a last expression statement
} FrontFlag;

enum { FRONT_MAX_DIGITS = 4300 }; // sys.int_info.default_max_str_digits

typedef enum FrontErrorKind {
    FRONT_OK,
    FRONT_SYNTAX_ERROR,
    FRONT_INDENTATION_ERROR,
    FRONT_TAB_ERROR,
    FRONT_VALUE_ERROR,     // source code string cannot contain null bytes
    FRONT_RECURSION_ERROR, // nested deeper than our bounds allow
    FRONT_MEMORY_ERROR,    // nested too deep for the parser; or the arena is full (no message then)
    FRONT_LIMIT,           // front->work reached front->work_limit
} FrontErrorKind;

// As the attributes of a SyntaxError. Lines and offsets count from 1, offsets in code points of the
// line; 0 and -1 are offsets CPython reports as they are; FRONT_NO_POSITION stands for None.
#define FRONT_NO_POSITION INT32_MIN

typedef struct FrontError {
    uint8_t kind;        // FrontErrorKind
    bool is_late;        // of a pass behind the parser
    bool is_bare;        // of the passes over names: its args are the message alone
    const char *message; // UTF-8, in the arena or static; NULL for an empty MemoryError
    int32_t lineno, offset, end_lineno, end_offset;
    const char *text; // the source line(s) with their newline, NULL for None
    uint32_t text_len;
} FrontError;

// In the order found. Whether they are shown, or raised, is up to the warnings filter.
typedef struct FrontWarning {
    struct FrontWarning *next;
    const char *message;
    uint32_t lineno;
    FrontError error; // what is raised where warnings are errors
} FrontWarning;

typedef struct NameTable {
    Name **slots; // open addressing, a power of two
    uint32_t mask, n_names;
} NameTable;

typedef struct Front {
    // The caller's part: front_init takes the first ones, the rest may be set after it.
    Arena *arena;
    const char *filename; // NUL-terminated, for the caller's own use
    FrontMode mode;
    uint32_t flags; // FrontFlag
    uint64_t work;  // grows by about one for each token and node
    uint64_t work_limit;
    uint32_t max_digits; // of a decimal int; 0: any

    // The source as given.
    const char *source;
    size_t source_len;

    // Results.
    FrontError error;
    bool incomplete; // the parser failed at the end of the source: with more it might succeed
    // Of the parser's errors, for SyntaxError._metadata: where the last statement with a block
    // begins that was complete and no function's definition; line 0 for none.
    bool has_metadata;
    uint32_t block_lineno, block_col;
    FrontWarning *warnings, *last_warning;

    // The source as the lexer sees it: UTF-8, no BOM, every line ending in one '\n', then a NUL.
    const char *src;
    uint32_t src_len;
    NameTable names;
    uint32_t future;         // bits of FrontFuture, from `from __future__ import ...`
    const Node *future_last; // the last such statement
} Front;

typedef enum FrontFuture { FUTURE_ANNOTATIONS = 1, FUTURE_BARRY_AS_FLUFL = 2 } FrontFuture;

// Takes source[0..len) as it was read or given: BOM, cookie and line ends are seen to by
// front_parse. work_limit starts at UINT64_MAX, max_digits at FRONT_MAX_DIGITS. The source must outlive the Front.
NX_INTERNAL void front_init(Front *f, Arena *arena, const char *source, size_t len,
                            const char *filename, FrontMode mode, uint32_t flags);

// Returns a Module, Expression or Interactive by mode, or NULL with f->error filled.
NX_INTERNAL Node *front_parse(Front *f);

// The one Name with this text, made if need be; NULL if the arena is full. text is copied.
NX_INTERNAL Name *front_name(Front *f, const char *text, size_t len);

// Files an error at a span (columns in bytes, from 0; -1 as end_lineno for none) and returns NULL,
// so that `return front_error(...)` propagates. An error already filed stays.
NX_INTERNAL void *front_error(Front *f, FrontErrorKind kind, const char *message, uint32_t lineno,
                              uint32_t col_offset, int64_t end_lineno, uint32_t end_col_offset);

// A SyntaxError of the parser. With `newline` the error's text ends with the line's newline, which
// may then be part of the span.
NX_INTERNAL void *front_error_span(Front *f, const char *message, bool newline, uint32_t lineno,
                                   uint32_t col_offset, uint32_t end_lineno,
                                   uint32_t end_col_offset);

// Files a SyntaxError at a node, for the passes behind the parser. CPython's offsets there count
// bytes, not code points, and so do these.
NX_INTERNAL void *front_error_at(Front *f, const Node *node, const char *message);
// The same of the passes over names and over future statements.
NX_INTERNAL void *front_name_error_at(Front *f, const Node *node, const char *message);

// Files the error for a full arena, for work beyond the limit, or for too deep nesting; returns
// NULL.
NX_INTERNAL void *front_out_of_memory(Front *f);
NX_INTERNAL void *front_out_of_work(Front *f);
NX_INTERNAL void *front_too_deep(Front *f);

// The line of the source without its newline; the last one if there are not so many.
NX_INTERNAL const char *front_line(const Front *f, uint32_t lineno, uint32_t *len);

// How many code points text[0..bytes) has, where one cut off counts, and the place behind len too.
NX_INTERNAL int32_t front_offset(const char *text, uint32_t len, uint32_t bytes);

// Adds a SyntaxWarning; NULL if the arena is full. The caller fills ->error.
NX_INTERNAL FrontWarning *front_warn(Front *f, const char *message, uint32_t lineno);
// The same at a node, for the passes behind the parser: complete; false if the arena is full.
NX_INTERNAL bool front_warn_at(Front *f, const Node *node, const char *message);
// About an escape, a backslash before `seq`, that is "invalid" or "invalid octal": ->error has its
// message and no place. NULL if the arena is full.
NX_INTERNAL FrontWarning *front_warn_escape(Front *f, const char *seq, const char *kind,
                                            uint32_t lineno);

// Formats into the arena: %s a C string, %N a Name *, %d an int, %c an ASCII char, %U a code point
// (unsigned), %X hex digits, at least four (unsigned), %% a percent.
NX_INTERNAL const char *front_format(Front *f, const char *format, ...);

#endif
