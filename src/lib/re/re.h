// re.h: regular expressions with the syntax, messages and results of CPython 3.14's `re`, knowing
// no Python object. Three parts: re_compile turns a pattern into a flat program, re_match_run runs
// it over a subject and can stop at any point, re_template_parse reads the replacement strings of
// sub().
//
// A program is an array of 32-bit words without pointers, fit to be stored in a guest's heap. A
// match keeps all it knows in one block of words, which may be copied and moved whenever it is not
// running.
//
// "Text" (patterns and subjects of str) is UTF-8 as base/utf8.h describes it; subjects must be
// valid text, positions in them are byte offsets on code point boundaries. Bytes patterns work on
// bytes.
#ifndef NX_LIB_RE_RE_H
#define NX_LIB_RE_RE_H

#include "base/arena.h"
#include "base/base.h"

// re.RegexFlag's values.
enum {
    RE_FLAG_IGNORECASE = 2,
    RE_FLAG_LOCALE = 4,
    RE_FLAG_MULTILINE = 8,
    RE_FLAG_DOTALL = 16,
    RE_FLAG_UNICODE = 32,
    RE_FLAG_VERBOSE = 64,
    RE_FLAG_DEBUG = 128, // accepted; prints nothing
    RE_FLAG_ASCII = 256
};

#define RE_MAXREPEAT   0xFFFFFFFFu // _sre.MAXREPEAT: "no limit" of a repeat
#define RE_MAXGROUPS   1073741823u // _sre.MAXGROUPS
#define RE_NO_POS      0xFFFFFFFFu // an unset group, an error without position
#define RE_MAX_SUBJECT 0xFFFFFF00u // bytes a subject may have
#define RE_MAX_NESTING                                                                             \
    992u // a group counts 2, a conditional 1; CPython's depth at its default limit

// What a failed call would raise in CPython.
typedef enum ReErrorKind {
    RE_OK,
    RE_ERR_PATTERN,   // re.PatternError(msg, pattern, pos)
    RE_ERR_VALUE,     // ValueError: flags that exclude each other, absurdly long numbers
    RE_ERR_OVERFLOW,  // OverflowError: the repetition number is too large
    RE_ERR_RECURSION, // RecursionError: groups nested beyond RE_MAX_NESTING
    RE_ERR_INDEX,     // IndexError: a template's unknown group name
    RE_ERR_MEMORY,    // the arena is exhausted, or the program would be too large
    RE_ERR_WORK       // the work limit is reached
} ReErrorKind;

typedef struct ReError {
    ReErrorKind kind;
    uint32_t pos;    // code points into a text pattern, bytes into others; RE_NO_POS: pos is None
    const char *msg; // text, in the arena; "" for memory and work
    uint32_t msg_len;
} ReError;

typedef struct ReSource {
    const void *pattern;
    uint32_t len; // bytes, below RE_MAX_SUBJECT
    bool is_text;
    uint32_t flags;
    uint64_t work_limit; // steps; 0 means no limit
} ReSource;

typedef struct ReName {
    const char *name; // into the arena
    uint32_t len;
    uint32_t group;
} ReName;

// "Possible nested set at position 3" and its like: a FutureWarning, raised in order.
typedef struct ReWarning {
    const char *msg;
    uint32_t len;
} ReWarning;

typedef struct ReCompiled {
    uint32_t *words; // the program
    uint32_t n_words;
    uint32_t flags;    // Pattern.flags
    uint32_t n_groups; // Pattern.groups
    ReName *names;     // in order of group number: Pattern.groupindex
    uint32_t n_names;
    ReWarning *warnings; // valid after an error as well
    uint32_t n_warnings;
    uint64_t work; // steps taken, about one per character of the pattern and word of the program
    ReError error;
} ReCompiled;

// Compiles src into *out, everything allocated in the arena. False leaves out->error set.
NX_INTERNAL bool re_compile(Arena *arena, const ReSource *src, ReCompiled *out);

// --- Programs ------------------------------------------------------------------------------------

// Checks that running words[0..n) can never leave its memory, whatever they are and whoever made
// them. Programs that re_compile has just made need no check. `scratch` serves for one bit per
// word.
NX_INTERNAL bool re_program_verify(Arena *scratch, const uint32_t *words, uint32_t n);

// Of a program made or verified:
NX_INTERNAL bool re_program_is_text(const uint32_t *program);
NX_INTERNAL uint32_t re_program_groups(const uint32_t *program);

// --- Matching ------------------------------------------------------------------------------------

typedef enum ReMode { RE_SEARCH, RE_MATCH, RE_FULLMATCH } ReMode;

typedef enum ReStatus {
    RE_STATUS_NO_MATCH,
    RE_STATUS_MATCH,
    RE_STATUS_NEED_MEMORY, // move the block to a larger one, call again
    RE_STATUS_OUT_OF_FUEL, // call again with more fuel
    RE_STATUS_ERROR        // block, program and subject do not belong together
} ReStatus;

// Words of the smallest block for the program; a match may need more, a few words per point it may
// have to return to.
NX_INTERNAL uint32_t re_state_words(const uint32_t *program);

// Results are those of CPython's sre, with one difference on purpose: a conditional that asks for a
// group from inside that same group sees it as it was when the group was last left. In sre it can
// also see the end mark that an alternative set before it failed, for marks are not put back there.
//
// Begins a match of subject[..endpos) at `pos`, both clamped to len beforehand by the caller. In
// MATCH mode pos > endpos is CPython's odd case, in which only empty patterns match. `must_advance`
// refuses an empty match at pos: finditer(), sub() and split() pass it for the search that follows
// an empty match at the same position. n_words >= re_state_words(program), len <= RE_MAX_SUBJECT.
NX_INTERNAL void re_state_init(uint32_t *block, uint32_t n_words, const uint32_t *program,
                               ReMode mode, uint32_t len, uint32_t pos, uint32_t endpos,
                               bool must_advance);

// Runs until the match is decided or something is wanting. `n_words` is the block's present size:
// never smaller than in the call before; a larger block begins with the bytes of the old one. The
// subject must be the same bytes each time, the addresses of all three may differ. *fuel goes down
// by about one per point returned to and per eight bytes scanned, and can end below zero: a debt
// to be settled before the next call.
NX_INTERNAL ReStatus re_match_run(uint32_t *block, uint32_t n_words, const uint32_t *program,
                                  const void *subject, uint32_t len, int64_t *fuel);

// In a short stretch of the subject: false when a search there surely finds nothing, for a byte is not
// to be found that every match has.
NX_INTERNAL bool re_may_match(const uint32_t *program, const void *subject, uint32_t pos,
                              uint32_t endpos);

// After NEED_MEMORY: the size to grow to, at least; false in *possible when no block can do.
NX_INTERNAL uint32_t re_state_grow(const uint32_t *block, uint32_t n_words, bool *possible);

// After MATCH: the span of a group (0 is the whole match), false when it took no part; and
// Match.lastindex, 0 for None.
NX_INTERNAL bool re_state_span(const uint32_t *block, uint32_t group, uint32_t *start,
                               uint32_t *end);
NX_INTERNAL uint32_t re_state_last_index(const uint32_t *block);

// Checks a block that comes out of a snapshot against a verified program and its subject (valid
// text if the program is for text): re_match_run can then be called on it without harm.
NX_INTERNAL bool re_state_verify(Arena *scratch, const uint32_t *block, uint32_t n_words,
                                 const uint32_t *program, const void *subject, uint32_t len);

// --- Replacement templates and re.escape ---------------------------------------------------------

typedef struct RePart {
    bool is_group;
    uint32_t group;   // of a group
    const char *text; // of a literal: into the arena, encoded as the template is
    uint32_t len;
} RePart;

typedef struct ReTemplate {
    RePart *parts; // no two literals in a row, none empty
    uint32_t n_parts;
    uint64_t work;
    ReError error; // PATTERN (pattern is the template), INDEX, VALUE or MEMORY
} ReTemplate;

// Reads the replacement string src for a pattern with these groups and names.
NX_INTERNAL bool re_template_parse(Arena *arena, const void *src, uint32_t len, bool is_text,
                                   uint32_t n_groups, const ReName *names, uint32_t n_names,
                                   ReTemplate *out);

// True for the characters before which re.escape() puts a backslash.
NX_INTERNAL bool re_needs_escape(uint32_t cp);

#endif
