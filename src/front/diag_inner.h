// diag_inner.h: what the diag_*.c files share: the grammar's form, its program, and the state of
// one run. See diag.c for what it is all for.
#ifndef NX_FRONT_DIAG_INNER_H
#define NX_FRONT_DIAG_INNER_H

#include "front/diag.h"

typedef enum DiagRuleKind {
    DIAG_PLAIN,
    DIAG_MEMO,    // its result at a place is remembered
    DIAG_LEFT,    // left-recursive: remembered, and grown
    DIAG_WITHOUT, // under it no invalid_ rule is tried
    DIAG_BLOCK,   // the place of the last one that succeeded is kept
} DiagRuleKind;

typedef struct DiagRule {
    const char *name;
    DiagRuleKind kind;
    const char *body;
} DiagRule;

#ifndef NX_AMALGAMATION
extern const DiagRule diag_rules[];
extern const uint32_t diag_n_rules;
#endif

// What an action or check does, by its word in the grammar.
typedef enum DiagWord {
    WORD_LOC,
    WORD_RANGE,
    WORD_FROM,
    WORD_LAST,
    WORD_NEXT,
    WORD_INDENT,
    WORD_RANGE_LAST,
    WORD_TARGET,
    WORD_FOR_TARGET,
    WORD_DEL_TARGET,
    WORD_GENEXP,
    WORD_LONE_GENEXP,
    WORD_ARG_ORDER,
    WORD_LEGACY,
    WORD_COMMA,
    WORD_KEY_COLON,
    WORD_BOUND,
    WORD_REAL,
    WORD_IMAGINARY,
    WORD_BARRY,
    WORD_DIAMOND,
    WORD_STRING,
    WORD_STRINGS,
    WORD_CONVERSION,
    WORD_N
} DiagWord;

typedef struct DiagAction {
    uint8_t word; // DiagWord
    uint8_t slot[2];
    const char *message; // in the grammar's text
    uint32_t len;
} DiagAction;

// Instructions: an opcode in the low 8 bits, its argument above.
typedef enum DiagOp {
    DIAG_OP_TOKEN,
    DIAG_OP_SOFT,
    DIAG_OP_SOFT_ANY,
    DIAG_OP_CALL,
    DIAG_OP_RET,
    DIAG_OP_CHOICE, // on failure continue there
    DIAG_OP_COMMIT, // drop the choice and go there
    DIAG_OP_BACK,   // drop the choice, take its tokens back and go there
    DIAG_OP_FAIL,
    DIAG_OP_FAIL2, // drop the choice and fail
    DIAG_OP_FORCE,
    DIAG_OP_CUT,
    DIAG_OP_GUARD, // fail unless invalid_ rules are tried
    DIAG_OP_CAP,
    DIAG_OP_CAP_END,
    DIAG_OP_ACT,
    DIAG_OP_CHECK
} DiagOp;

typedef struct DiagProgram {
    uint32_t *code;
    uint32_t n_code, code_cap;
    DiagAction *actions;
    uint32_t n_actions, actions_cap;
    uint32_t *entries; // of the rules
} DiagProgram;

enum { DIAG_SLOTS = 2, DIAG_NO_RULE = 0xFFFF };

typedef struct DiagCap {
    uint32_t start, end; // tokens
    uint32_t open;       // start of the next, if it succeeds
    uint32_t rule;       // DIAG_NO_RULE: a token or a group
    bool set;
} DiagCap;

typedef struct DiagFrame { // a rule being tried
    uint32_t rule, mark, ret;
    uint32_t best; // DIAG_LEFT: where the longest success so far ends, 0 for none
    bool invalid;  // as it was outside
    DiagCap caps[DIAG_SLOTS];
} DiagFrame;

typedef struct DiagChoice {
    uint32_t frame, mark, addr;
} DiagChoice;

typedef struct DiagMemo {
    uint32_t next; // of the same token, 0: last
    uint32_t rule;
    uint32_t end; // 0: failed
    uint32_t mark;
} DiagMemo;

typedef struct Diag {
    Parser *p;
    Front *f;
    const Lexer *lexer;
    const Token *tokens;
    DiagProgram *program;
    uint32_t start;      // the token where passes begin
    uint32_t mark, fill; // the current token; how many have been looked at
    bool invalid;        // try invalid_ rules
    bool stop;           // an error is filed, or resources are short
    bool gave_up;        // too many steps
    uint64_t steps, max_steps;
    DiagFrame *frames;
    uint32_t n_frames, frames_cap;
    DiagChoice *choices;
    uint32_t n_choices, choices_cap;
    DiagMemo *memos;
    uint32_t n_memos, memos_cap;
    uint32_t *memo_heads; // by token
} Diag;

// Translates the grammar; NULL if the arena is full.
NX_INTERNAL DiagProgram *diag_compile(Front *f);

// The number of a rule by its name.
NX_INTERNAL uint32_t diag_rule(const char *name);

// Tries the rule from the first token on; whether it matches. Errors are filed in front->error.
NX_INTERNAL bool diag_run(Diag *d, uint32_t rule);

// Executes an action in the frame; files an error or does nothing.
NX_INTERNAL void diag_act(Diag *d, const DiagFrame *frame, const DiagAction *action);

// Files an error as CPython's parser does: columns in bytes from 0, or -1 for none.
NX_INTERNAL void diag_raise(Diag *d, FrontErrorKind kind, const char *message, uint32_t lineno,
                            int64_t col, uint32_t end_lineno, int64_t end_col);
// The same at a token, and at the last token looked at.
NX_INTERNAL void diag_raise_at(Diag *d, const Token *t, const char *message);
NX_INTERNAL void diag_raise_last(Diag *d, FrontErrorKind kind, const Token *t, const char *message);

#endif
