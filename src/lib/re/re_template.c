// re_template.c: the replacement strings of sub() and expand(), and which characters escape()
// escapes.
//
// A template is read with the tokenizer of patterns, but its escapes are fewer and its rules
// others: a backslash before what is no letter stays, and digits beyond the known groups are an
// error.
#include "lib/re/re_parse.h"

#include "base/utf8.h"

typedef struct ReTemplateParser {
    ReLex lx;
    ReTemplate *out;
    uint32_t n_groups;
    const ReName *names;
    uint32_t n_names;
    uint32_t parts_cap;
    char *text; // what the literals have taken of the buffer, which is as long as the template
    uint32_t used, start;
} ReTemplateParser;

// Room for another part.
static RePart *re_template_part(ReTemplateParser *t) {
    ReTemplate *out = t->out;
    if (!re_reserve(t->lx.arena, &out->error, (void **)&out->parts, &t->parts_cap, out->n_parts,
                    sizeof *out->parts)) {
        return NULL;
    }
    return &out->parts[out->n_parts++];
}

// What was gathered of a literal becomes a part.
static bool re_template_flush(ReTemplateParser *t) {
    if (t->used == t->start) { return true; }
    RePart *part = re_template_part(t);
    if (!part) { return false; }
    *part = (RePart){.text = t->text + t->start, .len = t->used - t->start};
    t->start = t->used;
    return true;
}

static void re_template_bytes(ReTemplateParser *t, uint32_t at, uint32_t end) {
    memcpy(t->text + t->used, t->lx.s + at, end - at);
    t->used += end - at;
}

// An escape is never shorter than what it stands for.
static void re_template_char(ReTemplateParser *t, uint32_t c) {
    if (t->lx.is_text) {
        t->used += utf8_encode(t->text + t->used, c);
    } else {
        t->text[t->used++] = (char)c;
    }
}

// A reference to a group, whose number stands `offset` characters back.
static bool re_template_group(ReTemplateParser *t, uint32_t group, uint32_t offset) {
    if (group > t->n_groups) {
        return re_fail(&t->lx, offset, "invalid group reference %u", group);
    }
    if (!re_template_flush(t)) { return false; }
    RePart *part = re_template_part(t);
    if (!part) { return false; }
    *part = (RePart){.is_group = true, .group = group};
    return true;
}

// Behind \g
static bool re_template_named(ReTemplateParser *t) {
    ReLex *lx = &t->lx;
    ReSlice name;
    bool opened, decimal;
    uint32_t group;
    if (!re_lex_match(lx, '<', &opened)) { return false; }
    if (!opened) { return re_fail(lx, 0, "missing <"); }
    if (!re_lex_until(lx, '>', "group name", &name)) { return false; }
    if (!re_lex_group_name(lx, &name, &decimal)) { return false; }
    if (decimal) {
        if (!re_lex_number(lx, &name, &group)) { return false; }
        if (group > t->n_groups) {
            while (name.len > 1 && name.s[0] == '0') {
                name.s++;
                name.len--;
            }
            return re_fail(lx, name.n + 1, "invalid group reference %t", &name);
        }
        return re_template_group(t, group, name.n + 1);
    }
    for (uint32_t i = 0; i < t->n_names; i++) {
        const ReName *known = &t->names[i];
        if (known->len == name.len && memcmp(known->name, name.s, name.len) == 0) {
            return re_template_group(t, known->group, name.n + 1);
        }
    }
    return re_fail_at(lx, RE_ERR_INDEX, RE_NO_POS, "unknown group name %r", &name);
}

static bool re_is_octal(const ReLex *lx) { return lx->n == 1 && lx->c >= '0' && lx->c <= '7'; }

// \1 to \99, or three octal digits.
static bool re_template_digits(ReTemplateParser *t, const ReToken *tok) {
    ReLex *lx = &t->lx;
    uint32_t a = tok->esc - '0', digits = 1;
    uint64_t octal = a;
    if (lx->n == 1 && lx->c >= '0' && lx->c <= '9') {
        uint32_t b = lx->c - '0', taken = 0;
        if (!re_lex_next(lx)) { return false; }
        if (a < 8 && b < 8 && re_is_octal(lx)) {
            octal = a * 8 + b;
            if (!re_lex_digits(lx, 1, false, &taken, &octal)) { return false; }
            if (octal > 0377) {
                ReSlice text = re_lex_slice(lx, tok->at, lx->at);
                return re_fail(lx, 4, "octal escape value %t outside of range 0-0o377", &text);
            }
            re_template_char(t, (uint32_t)octal);
            return true;
        }
        a = a * 10 + b;
        digits = 2;
    }
    return re_template_group(t, a, digits);
}

// Letters without a meaning are an error; before other characters the backslash stays.
static bool re_template_escape(ReTemplateParser *t, const ReToken *tok) {
    uint32_t taken, c = tok->esc;
    if (c == 'g') { return re_template_named(t); }
    if (c == '0') {
        uint64_t octal = 0;
        if (!re_lex_digits(&t->lx, 2, false, &taken, &octal)) { return false; }
        re_template_char(t, (uint32_t)octal & 0xFF);
        return true;
    }
    if (c >= '1' && c <= '9') { return re_template_digits(t, tok); }
    static const char letters[] = "abfnrtv\\", values[] = "\a\b\f\n\r\t\v\\";
    for (uint32_t i = 0; letters[i]; i++) {
        if (c == (uint8_t)letters[i]) {
            re_template_char(t, (uint8_t)values[i]);
            return true;
        }
    }
    if (c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
        ReSlice text = re_lex_slice(&t->lx, tok->at, tok->end_at);
        return re_fail(&t->lx, 2, "bad escape %t", &text);
    }
    re_template_bytes(t, tok->at, tok->end_at);
    return true;
}

static bool re_template_all(ReTemplateParser *t) {
    ReToken tok;
    for (;;) {
        if (!re_lex_get(&t->lx, &tok)) { return false; }
        if (tok.n == 0) { return re_template_flush(t); }
        if (tok.n == 1) {
            re_template_bytes(t, tok.at, tok.end_at);
        } else if (!re_template_escape(t, &tok)) {
            return false;
        }
    }
}

bool re_template_parse(Arena *arena, const void *src, uint32_t len, bool is_text, uint32_t n_groups,
                       const ReName *names, uint32_t n_names, ReTemplate *out) {
    ReTemplateParser parser = {.out = out, .n_groups = n_groups}, *t = &parser;
    *out = (ReTemplate){.error = {.kind = RE_OK, .pos = RE_NO_POS, .msg = ""}};
    t->names = names;
    t->n_names = n_names;
    t->text = arena_alloc(arena, (size_t)len + 1);
    bool ok = t->text || re_fail_memory(&out->error);
    ok = ok && re_lex_init(&t->lx, arena, src, len, is_text, &out->error) && re_template_all(t);
    out->work = t->lx.work;
    return ok;
}

bool re_needs_escape(uint32_t cp) {
    static const char special[] = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";
    return cp != 0 && cp < 0x80 && strchr(special, (int)cp) != NULL;
}
