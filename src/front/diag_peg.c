// diag_peg.c: a machine for parsing expression grammars: translates diag_grammar.c into a program
// and runs it over the tokens, with stacks of its own, so that no C stack depends on the source.
//
// A frame is a rule being tried, a choice a place to go on from when something fails. Choices
// belong to the frame they were made in; when a frame has none left, its rule has failed.
#include "front/diag_inner.h"

// --- Translation ---------------------------------------------------------------------------------

enum { DIAG_HASH_SIZE = 1024 };

typedef struct DiagCompiler {
    Front *f;
    DiagProgram *program;
    const char *at;
    uint16_t names[DIAG_HASH_SIZE]; // rule + 1 by the hash of its name
    DiagAction spare;               // takes what memory is lacking for
    bool failed;
} DiagCompiler;

static uint32_t diag_hash(const char *s, size_t len) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < len; i++) { h = (h ^ (uint8_t)s[i]) * 16777619u; }
    return h ^ h >> 15;
}

static void diag_name_rules(DiagCompiler *c) {
    for (uint32_t i = 0; i < diag_n_rules; i++) {
        uint32_t at = diag_hash(diag_rules[i].name, strlen(diag_rules[i].name)) % DIAG_HASH_SIZE;
        while (c->names[at]) { at = (at + 1) % DIAG_HASH_SIZE; }
        c->names[at] = (uint16_t)(i + 1);
    }
}

static uint32_t diag_find_rule(const DiagCompiler *c, const char *name, size_t len) {
    uint32_t at = diag_hash(name, len) % DIAG_HASH_SIZE;
    for (; c->names[at]; at = (at + 1) % DIAG_HASH_SIZE) {
        const char *s = diag_rules[c->names[at] - 1].name;
        if (strncmp(s, name, len) == 0 && s[len] == 0) { return c->names[at] - 1u; }
    }
    return DIAG_NO_RULE;
}

uint32_t diag_rule(const char *name) {
    uint32_t i = 0;
    while (strcmp(diag_rules[i].name, name) != 0) { i++; }
    return i;
}

static uint32_t diag_emit(DiagCompiler *c, DiagOp op, uint32_t arg) {
    DiagProgram *p = c->program;
    if (p->n_code == p->code_cap) {
        uint32_t cap = p->code_cap ? p->code_cap * 2 : 8192;
        uint32_t *code = ARENA_ARRAY(c->f->arena, uint32_t, cap);
        if (!code) {
            c->failed = true;
            return 0;
        }
        if (p->n_code) { memcpy(code, p->code, p->n_code * sizeof *code); }
        p->code = code;
        p->code_cap = cap;
    }
    p->code[p->n_code] = (uint32_t)op | arg << 8;
    return p->n_code++;
}

static void diag_patch(DiagCompiler *c, uint32_t at) {
    if (!c->failed) {
        c->program->code[at] = (c->program->code[at] & 0xFF) | c->program->n_code << 8;
    }
}

static void diag_skip(DiagCompiler *c) {
    while (*c->at == ' ') { c->at++; }
}

static bool diag_is_word(char ch) {
    return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
           ch == '_';
}

static size_t diag_word(DiagCompiler *c, const char **word) {
    *word = c->at;
    while (diag_is_word(*c->at)) { c->at++; }
    return (size_t)(c->at - *word);
}

static uint8_t diag_action_word(const char *word, size_t len) {
    static const char *const words[WORD_N] = {
        [WORD_LOC] = "loc",
        [WORD_RANGE] = "range",
        [WORD_FROM] = "from",
        [WORD_LAST] = "last",
        [WORD_NEXT] = "next",
        [WORD_INDENT] = "indent",
        [WORD_RANGE_LAST] = "range_last",
        [WORD_TARGET] = "target",
        [WORD_FOR_TARGET] = "for_target",
        [WORD_DEL_TARGET] = "del_target",
        [WORD_GENEXP] = "genexp",
        [WORD_LONE_GENEXP] = "lone_genexp",
        [WORD_ARG_ORDER] = "arg_order",
        [WORD_LEGACY] = "legacy",
        [WORD_COMMA] = "comma",
        [WORD_KEY_COLON] = "key_colon",
        [WORD_BOUND] = "bound",
        [WORD_REAL] = "real",
        [WORD_IMAGINARY] = "imaginary",
        [WORD_BARRY] = "barry",
        [WORD_DIAMOND] = "diamond",
        [WORD_STRING] = "string",
        [WORD_STRINGS] = "strings",
        [WORD_CONVERSION] = "conversion",
    };
    uint8_t i = 0;
    while (i < WORD_N && (strncmp(words[i], word, len) != 0 || words[i][len] != 0)) { i++; }
    NX_ASSERT(i < WORD_N);
    return i;
}

// Room for one more action: without memory the one of c, which is as good until the end.
static DiagAction *diag_next_action(DiagCompiler *c) {
    DiagProgram *p = c->program;
    if (p->n_actions < p->actions_cap) { return &p->actions[p->n_actions]; }
    uint32_t cap = p->actions_cap ? p->actions_cap * 2 : 256;
    DiagAction *actions = c->failed ? NULL : ARENA_ARRAY(c->f->arena, DiagAction, cap);
    if (!actions) {
        c->failed = true;
        c->spare = (DiagAction){0};
        return &c->spare;
    }
    if (p->n_actions) { memcpy(actions, p->actions, p->n_actions * sizeof *actions); }
    p->actions = actions;
    p->actions_cap = cap;
    return &p->actions[p->n_actions];
}

// {word slots `message`} or <word>: the opening character is taken.
static void diag_action(DiagCompiler *c, DiagOp op, char close) {
    DiagAction *action = diag_next_action(c);
    const char *word;
    size_t len = diag_word(c, &word);
    action->word = diag_action_word(word, len);
    for (uint32_t slots = 0; *c->at != close; c->at++) {
        if (*c->at == '`') {
            action->message = ++c->at;
            while (*c->at != '`') { c->at++; }
            action->len = (uint32_t)(c->at - action->message);
        } else if (*c->at != ' ') {
            action->slot[slots++] = (uint8_t)(*c->at - 'a');
        }
    }
    c->at++;
    diag_emit(c, op, c->failed ? 0 : c->program->n_actions++);
}

static uint32_t diag_token_kind(const char *text, size_t len) {
    static const char *const classes[] = {
#define TOKEN(name) #name,
#define TOKEN_OP(name, text)
#define TOKEN_KW(name, text)
#define TOKEN_SOFT(name, text)
#include "front/tokens.def"
    };
    for (uint32_t i = 0; i < COUNT_OF(classes); i++) {
        if (strncmp(classes[i], text, len) == 0 && classes[i][len] == 0) { return i; }
    }
    for (uint32_t i = TOK_FIRST_OP; i < TOK_N_KINDS; i++) {
        const char *s = token_text((TokenKind)i);
        if (strncmp(s, text, len) == 0 && s[len] == 0) { return i; }
    }
    NX_ASSERT(len == 0); // the grammar names a token that tokens.def lacks
    return 0;
}

// The kind of the quoted token that begins at c->at.
static uint32_t diag_quoted(DiagCompiler *c) {
    char quote = *c->at++;
    const char *text = c->at;
    while (*c->at != quote) { c->at++; }
    return diag_token_kind(text, (size_t)(c->at++ - text));
}

static void diag_alternatives(DiagCompiler *c, bool rule);

// A token, a rule or a group; returns the rule, for captures.
static uint32_t diag_atom(DiagCompiler *c) {
    const char *word;
    if (*c->at == '\'') {
        diag_emit(c, DIAG_OP_TOKEN, diag_quoted(c));
        return DIAG_NO_RULE;
    }
    if (*c->at == '"') {
        diag_emit(c, DIAG_OP_SOFT, diag_quoted(c));
        return DIAG_NO_RULE;
    }
    if (*c->at == '(') {
        c->at++;
        diag_alternatives(c, false);
        c->at++;
        return DIAG_NO_RULE;
    }
    size_t len = diag_word(c, &word);
    if (len == 12 && memcmp(word, "SOFT_KEYWORD", 12) == 0) {
        diag_emit(c, DIAG_OP_SOFT_ANY, 0);
        return DIAG_NO_RULE;
    }
    uint32_t rule = diag_find_rule(c, word, len);
    if (rule == DIAG_NO_RULE) {
        diag_emit(c, DIAG_OP_TOKEN, diag_token_kind(word, len));
    } else {
        diag_emit(c, DIAG_OP_CALL, rule);
    }
    return rule;
}

// An atom and what stands behind it. The text of an atom is translated again where it repeats.
static uint32_t diag_suffixed(DiagCompiler *c) {
    const char *text = c->at;
    uint32_t choice = diag_emit(c, DIAG_OP_CHOICE, 0); // becomes part of `?` and `*`
    uint32_t rule = diag_atom(c);
    char suffix = *c->at;
    if (suffix == '?' || suffix == '*') {
        c->at++;
        uint32_t commit = diag_emit(c, DIAG_OP_COMMIT, choice);
        diag_patch(c, choice);
        if (suffix == '?') { diag_patch(c, commit); }
        return rule;
    }
    c->program->n_code = choice; // no choice here: once more without
    c->at = text;
    diag_atom(c);
    if (suffix != '+' && suffix != '%') { return rule; }
    c->at++;
    choice = diag_emit(c, DIAG_OP_CHOICE, 0);
    const char *end = c->at;
    if (suffix == '%') {
        diag_atom(c); // the separator
        end = c->at;
    }
    c->at = text;
    diag_atom(c);
    c->at = end;
    diag_emit(c, DIAG_OP_COMMIT, choice);
    diag_patch(c, choice);
    return rule;
}

static void diag_item(DiagCompiler *c) {
    char ch = *c->at;
    if (ch == '&' || ch == '!') {
        c->at++;
        uint32_t choice = diag_emit(c, DIAG_OP_CHOICE, 0);
        diag_atom(c);
        if (ch == '!') {
            diag_emit(c, DIAG_OP_FAIL2, 0);
            diag_patch(c, choice);
        } else {
            uint32_t back = diag_emit(c, DIAG_OP_BACK, 0);
            diag_patch(c, choice);
            diag_emit(c, DIAG_OP_FAIL, 0);
            diag_patch(c, back);
        }
    } else if (ch == '^') {
        c->at++;
        diag_emit(c, DIAG_OP_FORCE, diag_quoted(c));
    } else if (ch == '~') {
        c->at++;
        diag_emit(c, DIAG_OP_CUT, 0);
    } else if (ch == '{' || ch == '<') {
        c->at++;
        diag_action(c, ch == '{' ? DIAG_OP_ACT : DIAG_OP_CHECK, ch == '{' ? '}' : '>');
    } else if (c->at[1] == ':' && ch >= 'a' && ch < 'a' + DIAG_SLOTS) {
        c->at += 2;
        diag_emit(c, DIAG_OP_CAP, (uint32_t)(ch - 'a'));
        uint32_t rule = diag_suffixed(c);
        diag_emit(c, DIAG_OP_CAP_END, (uint32_t)(ch - 'a') | rule << 4);
    } else {
        diag_suffixed(c);
    }
}

// Whether the alternative at c->at is an invalid_ rule and nothing else.
static bool diag_is_invalid(const char *s) {
    if (strncmp(s, "invalid_", 8) != 0) { return false; }
    while (diag_is_word(*s)) { s++; }
    while (*s == ' ') { s++; }
    return *s == 0 || *s == '|' || *s == ')';
}

static void diag_alternatives(DiagCompiler *c, bool rule) {
    uint32_t ends[24], n_ends = 0;
    for (;;) {
        uint32_t choice = diag_emit(c, DIAG_OP_CHOICE, 0);
        diag_skip(c);
        if (diag_is_invalid(c->at)) { diag_emit(c, DIAG_OP_GUARD, 0); }
        for (diag_skip(c); *c->at && *c->at != '|' && *c->at != ')'; diag_skip(c)) { diag_item(c); }
        if (rule) {
            diag_emit(c, DIAG_OP_RET, 0);
        } else {
            NX_ASSERT(n_ends < COUNT_OF(ends));
            ends[n_ends++] = diag_emit(c, DIAG_OP_COMMIT, 0);
        }
        diag_patch(c, choice);
        if (c->failed || *c->at != '|') { break; }
        c->at++;
    }
    diag_emit(c, DIAG_OP_FAIL, 0);
    for (uint32_t i = 0; i < n_ends; i++) { diag_patch(c, ends[i]); }
}

DiagProgram *diag_compile(Front *f) {
    DiagProgram *program = ARENA_NEW(f->arena, DiagProgram);
    uint32_t *entries = ARENA_ARRAY(f->arena, uint32_t, diag_n_rules);
    DiagCompiler *c = ARENA_NEW(f->arena, DiagCompiler);
    if (!program || !entries || !c) { return front_out_of_memory(f); }
    c->f = f;
    c->program = program;
    program->entries = entries;
    diag_name_rules(c);
    for (uint32_t i = 0; i < diag_n_rules; i++) {
        entries[i] = program->n_code;
        c->at = diag_rules[i].body;
        diag_alternatives(c, true);
        if (c->failed) { return front_out_of_memory(f); }
    }
    return program;
}

// --- Memory --------------------------------------------------------------------------------------

// Makes room for one more item of an array in the arena.
static bool diag_room(Diag *d, void **items, uint32_t n, uint32_t *cap, size_t size) {
    if (n < *cap) { return true; }
    uint32_t new_cap = *cap ? *cap * 2 : 256;
    void *more = arena_alloc(d->f->arena, new_cap * size);
    if (!more) {
        front_out_of_memory(d->f);
        d->stop = true;
        return false;
    }
    if (n) { memcpy(more, *items, n * size); }
    *items = more;
    *cap = new_cap;
    return true;
}

static DiagMemo *diag_memo(Diag *d, uint32_t mark, uint32_t rule) {
    for (uint32_t i = d->memo_heads[mark]; i; i = d->memos[i].next) {
        if (d->memos[i].rule == rule) { return &d->memos[i]; }
    }
    return NULL;
}

static void diag_remember(Diag *d, uint32_t mark, uint32_t rule, uint32_t end) {
    DiagMemo *memo = diag_memo(d, mark, rule);
    if (!memo) {
        void *items = d->memos;
        if (!diag_room(d, &items, d->n_memos, &d->memos_cap, sizeof *d->memos)) { return; }
        d->memos = items;
        memo = &d->memos[d->n_memos];
        memo->rule = rule;
        memo->mark = mark;
        memo->next = d->memo_heads[mark];
        d->memo_heads[mark] = d->n_memos++;
    }
    memo->end = end;
}

// --- The machine ---------------------------------------------------------------------------------

// Looks at a token; false if it is the lexer's error, which is then filed.
static bool diag_look(Diag *d, uint32_t mark) {
    if (mark >= d->lexer->n_tokens) { // behind END, where nothing matches
        d->gave_up = d->stop = true;
        return false;
    }
    if (mark >= d->fill) { d->fill = mark + 1; }
    if (d->tokens[mark].kind != TOK_ERROR) { return true; }
    if (d->f->error.kind == FRONT_OK) { d->f->error = d->lexer->error.error; }
    d->stop = true;
    return false;
}

static uint32_t diag_fail(Diag *d);

static void diag_note_block(Diag *d, const Token *start) {
    if (d->invalid && start->lineno >= d->f->block_lineno) {
        d->f->block_lineno = start->lineno;
        d->f->block_col = start->col;
    }
}

// Leaves the frame with success, the rule ending at d->mark; returns where to go on.
static uint32_t diag_return(Diag *d) {
    DiagFrame *frame = &d->frames[d->n_frames - 1];
    while (d->n_choices && d->choices[d->n_choices - 1].frame == d->n_frames) { d->n_choices--; }
    DiagRuleKind kind = diag_rules[frame->rule].kind;
    if (kind == DIAG_LEFT && d->mark > frame->best) { // longer than before: once more
        frame->best = d->mark;
        diag_remember(d, frame->mark, frame->rule, d->mark);
        d->mark = frame->mark;
        return d->program->entries[frame->rule];
    }
    if (kind == DIAG_LEFT) { d->mark = frame->best; }
    if (kind == DIAG_MEMO) { diag_remember(d, frame->mark, frame->rule, d->mark); }
    if (kind == DIAG_BLOCK) { diag_note_block(d, &d->tokens[frame->mark]); }
    d->invalid = frame->invalid;
    d->n_frames--;
    return frame->ret;
}

// The rule of the innermost frame has failed; returns where to go on.
static uint32_t diag_fail_rule(Diag *d) {
    DiagFrame *frame = &d->frames[d->n_frames - 1];
    DiagRuleKind kind = diag_rules[frame->rule].kind;
    if (kind == DIAG_LEFT && frame->best) {
        d->mark = frame->best;
        return diag_return(d);
    }
    while (d->n_choices && d->choices[d->n_choices - 1].frame == d->n_frames) { d->n_choices--; }
    if (kind == DIAG_MEMO) { diag_remember(d, frame->mark, frame->rule, 0); }
    d->invalid = frame->invalid;
    d->mark = frame->mark;
    d->n_frames--;
    return diag_fail(d);
}

static uint32_t diag_fail(Diag *d) {
    while (d->n_frames) {
        if (d->n_choices && d->choices[d->n_choices - 1].frame == d->n_frames) {
            const DiagChoice *choice = &d->choices[--d->n_choices];
            d->mark = choice->mark;
            return choice->addr;
        }
        const DiagFrame *frame = &d->frames[d->n_frames - 1];
        if (diag_rules[frame->rule].kind == DIAG_LEFT && frame->best) {
            d->mark = frame->best;
            return diag_return(d);
        }
        if (diag_rules[frame->rule].kind == DIAG_MEMO) {
            diag_remember(d, frame->mark, frame->rule, 0);
        }
        d->invalid = frame->invalid;
        d->n_frames--;
    }
    return 0;
}

static uint32_t diag_call(Diag *d, uint32_t rule, uint32_t ret) {
    DiagRuleKind kind = diag_rules[rule].kind;
    if (!diag_look(d, d->mark)) { return 0; }
    if (kind == DIAG_MEMO || kind == DIAG_LEFT) {
        const DiagMemo *memo = diag_memo(d, d->mark, rule);
        if (memo) {
            if (!memo->end) { return diag_fail(d); }
            d->mark = memo->end;
            return ret;
        }
        if (kind == DIAG_LEFT) { diag_remember(d, d->mark, rule, 0); }
    }
    void *items = d->frames;
    if (!diag_room(d, &items, d->n_frames, &d->frames_cap, sizeof *d->frames)) { return 0; }
    d->frames = items;
    d->frames[d->n_frames++] =
        (DiagFrame){.rule = rule, .mark = d->mark, .ret = ret, .invalid = d->invalid};
    if (kind == DIAG_WITHOUT) { d->invalid = false; }
    return d->program->entries[rule];
}

static void diag_choice(Diag *d, uint32_t addr) {
    void *items = d->choices;
    if (!diag_room(d, &items, d->n_choices, &d->choices_cap, sizeof *d->choices)) { return; }
    d->choices = items;
    d->choices[d->n_choices++] = (DiagChoice){d->n_frames, d->mark, addr};
}

static uint32_t diag_token(Diag *d, bool matches, uint32_t next) {
    if (!matches) { return diag_fail(d); }
    d->mark++;
    return next;
}

static uint32_t diag_force(Diag *d, uint32_t kind, uint32_t next) {
    const Token *t = &d->tokens[d->mark];
    if (t->kind == kind) { return diag_token(d, true, next); }
    diag_raise_at(d, t, front_format(d->f, "expected '%s'", token_text((TokenKind)kind)));
    d->stop = true;
    return 0;
}

// One instruction; returns the next.
static uint32_t diag_step(Diag *d, uint32_t at) {
    uint32_t word = d->program->code[at], arg = word >> 8, next = at + 1;
    DiagFrame *frame = &d->frames[d->n_frames - 1];
    const Token *t = &d->tokens[d->mark];
    switch ((DiagOp)(word & 0xFF)) {
    case DIAG_OP_TOKEN: return diag_look(d, d->mark) ? diag_token(d, t->kind == arg, next) : 0;
    case DIAG_OP_SOFT:
        return diag_look(d, d->mark) ? diag_token(d, parse_is_soft(t, (TokenKind)arg), next) : 0;
    case DIAG_OP_SOFT_ANY:
        if (!diag_look(d, d->mark)) { return 0; }
        return diag_token(d, t->kind == TOK_NAME && t->as.name->keyword >= TOK_FIRST_SOFT, next);
    case DIAG_OP_CALL: return diag_call(d, arg, next);
    case DIAG_OP_RET: return diag_return(d);
    case DIAG_OP_CHOICE: diag_choice(d, arg); return next;
    case DIAG_OP_COMMIT: d->n_choices--; return arg;
    case DIAG_OP_BACK: d->mark = d->choices[--d->n_choices].mark; return arg;
    case DIAG_OP_FAIL: return diag_fail(d);
    case DIAG_OP_FAIL2: d->n_choices--; return diag_fail(d);
    case DIAG_OP_FORCE: return diag_look(d, d->mark) ? diag_force(d, arg, next) : 0;
    case DIAG_OP_CUT:
        while (d->n_choices && d->choices[d->n_choices - 1].frame == d->n_frames) {
            d->n_choices--;
        }
        return next;
    case DIAG_OP_GUARD: return d->invalid ? next : diag_fail(d);
    case DIAG_OP_CAP: frame->caps[arg].open = d->mark; return next;
    case DIAG_OP_CAP_END:
        frame->caps[arg & 15].start = frame->caps[arg & 15].open;
        frame->caps[arg & 15].end = d->mark;
        frame->caps[arg & 15].rule = arg >> 4;
        frame->caps[arg & 15].set = true;
        return next;
    case DIAG_OP_ACT:
    case DIAG_OP_CHECK:
        diag_act(d, frame, &d->program->actions[arg]);
        d->stop |= d->f->error.kind != FRONT_OK;
        if (d->stop) { return 0; }
        return (word & 0xFF) == DIAG_OP_ACT ? diag_fail_rule(d) : next;
    }
    return 0;
}

// A statement at the outermost level is complete: nothing will step back behind it.
static void diag_forget(Diag *d) {
    if (d->n_frames > 2 || d->n_memos < 4096) { return; }
    for (uint32_t i = 1; i < d->n_memos; i++) { d->memo_heads[d->memos[i].mark] = 0; }
    d->n_memos = 1;
}

bool diag_run(Diag *d, uint32_t rule) {
    uint32_t n_tokens = d->lexer->n_tokens, statement = diag_rule("statement");
    d->mark = d->start;
    d->n_frames = d->n_choices = 0;
    d->n_memos = 1; // none is number 0
    if (!d->memo_heads) {
        d->memo_heads = ARENA_ARRAY(d->f->arena, uint32_t, n_tokens + 1);
        d->memos = ARENA_ARRAY(d->f->arena, DiagMemo, 1024);
        d->memos_cap = 1024;
        if (!d->memo_heads || !d->memos) {
            front_out_of_memory(d->f);
            return false;
        }
    }
    memset(d->memo_heads, 0, (n_tokens + 1) * sizeof *d->memo_heads);
    uint32_t end = d->program->n_code - 1; // a FAIL; reached with no frame left
    uint32_t at = diag_call(d, rule, end);
    while (!d->stop && d->n_frames) {
        if (++d->steps > d->max_steps) {
            d->gave_up = d->stop = true;
            break;
        }
        bool top = d->n_frames == 3 && d->frames[2].rule == statement;
        at = diag_step(d, at);
        if (top && d->n_frames == 2) { diag_forget(d); }
    }
    return !d->stop && at == end;
}
