// traceback_lines.c: the source lines under one entry of a traceback, with the carets that mark the
// part that failed. See traceback.h.
//
// The statement's lines are taken without their common indentation. Columns are bytes all the way,
// and become columns of the display (wide characters take two) when the carets are drawn. The part
// is parsed again on its own to find its operator or brackets, the anchors.
#include "vm/traceback.h"

#include "base/unicode.h"
#include "front/parse.h"
#include "object/positions.h"

enum { LINES_ARENA_LIMIT = 4 << 20, LINES_MOST = 2000 };

typedef struct LineText {
    const char *p;
    uint32_t n;
} LineText;

typedef struct Anchors {
    bool found;
    uint32_t left_line, left_col, right_line, right_col;
} Anchors;

typedef struct Excerpt {
    Arena arena;
    LineText *lines;        // of the statement, without the common indentation
    uint32_t n, start, end; // bytes in the first and in the last line
    Anchors anchors;
} Excerpt;

static bool lines_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool lines_take(const Str *s, uint32_t line, LineText *out) {
    const char *p = s->data, *end = s->data + s->h.n;
    for (uint32_t i = 1; i < line; i++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p) { return false; }
        p++;
    }
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    *out = (LineText){p, (uint32_t)((stop ? stop : end) - p)};
    if (out->n && out->p[out->n - 1] == '\r') { out->n--; }
    return p < end;
}

static uint32_t lines_indent(LineText l) {
    uint32_t i = 0;
    while (i < l.n && (l.p[i] == ' ' || l.p[i] == '\t')) { i++; }
    return i;
}

// Fills x->lines; the bytes of indentation that all of them have are taken off and returned.
static uint32_t lines_dedent(Excerpt *x, const Str *source, uint32_t line) {
    uint32_t margin = UINT32_MAX;
    LineText first = {NULL, 0};
    for (uint32_t i = 0; i < x->n; i++) {
        if (!lines_take(source, line + i, &x->lines[i])) {
            x->n = i;
            break;
        }
        LineText *l = &x->lines[i];
        uint32_t indent = lines_indent(*l);
        if (indent == l->n) {
            l->n = 0;
            continue;
        }
        if (!first.p) { first = *l; }
        margin = min_u32(margin, indent);
        for (uint32_t k = 0; k < margin; k++) {
            if (l->p[k] != first.p[k]) { margin = k; }
        }
    }
    if (margin == UINT32_MAX) { return 0; }
    for (uint32_t i = 0; i < x->n; i++) {
        if (x->lines[i].n) {
            x->lines[i].p += margin;
            x->lines[i].n -= margin;
        }
    }
    return margin;
}

// ---- anchors -----------------------------------------------------------------------------------

// A place in the part: line and byte. False: behind its end.
static bool lines_valid(const LineText *lines, uint32_t n, uint32_t *line, uint32_t *col) {
    while (*line < n && *col >= lines[*line].n) {
        *col = 0;
        ++*line;
    }
    return *line < n;
}

// From a place on, the next character that is `stop` (0: one that is neither blank nor a closing
// parenthesis), outside comments.
static bool lines_search(const LineText *lines, uint32_t n, uint32_t *line, uint32_t *col,
                         char stop) {
    while (lines_valid(lines, n, line, col)) {
        char c = lines[*line].p[*col];
        if (c == '\\' || c == '#') {
            *col = 0;
            ++*line;
        } else if (stop ? c == stop : !lines_is_space(c) && c != ')') {
            return true;
        } else {
            ++*col;
        }
    }
    return false;
}

static void anchors_of(Anchors *a, const LineText *lines, uint32_t n, const Node *e) {
    const Node *before;
    switch (e->kind) {
    case AST_BinOp: before = e->as.BinOp.left; break;
    case AST_Subscript: before = e->as.Subscript.value; break;
    case AST_Call: before = e->as.Call.func; break;
    default: return;
    }
    uint32_t line = before->end_lineno - 2, col = before->end_col_offset;
    char stop = e->kind == AST_BinOp ? 0 : e->kind == AST_Call ? '(' : '[';
    if (!lines_search(lines, n, &line, &col, stop)) { return; }
    *a = (Anchors){true, line, col, e->end_lineno - 2, e->end_col_offset};
    if (stop) { return; }
    const Node *right = e->as.BinOp.right;
    uint32_t next = col + 1;
    bool inside = right->lineno - 2 > line || next < right->col_offset;
    if (next < lines[line].n && inside && !lines_is_space(lines[line].p[next]) &&
        lines[line].p[next] != '\\' && lines[line].p[next] != '#') {
        next++;
    }
    a->right_line = line;
    a->right_col = next;
}

// Joins lines with newlines into the arena, between two fixed texts.
static char *lines_join(Arena *arena, const LineText *lines, uint32_t n, const char *before,
                        const char *after, size_t *len) {
    size_t size = strlen(before) + strlen(after) + 1, at = strlen(before);
    for (uint32_t i = 0; i < n; i++) { size += lines[i].n + 1; }
    char *text = arena_alloc(arena, size);
    if (!text) { return NULL; }
    memcpy(text, before, at);
    for (uint32_t i = 0; i < n; i++) {
        if (lines[i].n) { memcpy(text + at, lines[i].p, lines[i].n); }
        at += lines[i].n;
        if (i + 1 < n) { text[at++] = '\n'; }
    }
    memcpy(text + at, after, strlen(after) + 1);
    *len = at + strlen(after);
    return text;
}

static const Node *lines_parse(Arena *arena, const char *text, size_t len, FrontMode mode) {
    Front *front = arena_alloc(arena, sizeof *front);
    if (!text || !front) { return NULL; }
    front_init(front, arena, text, len, NULL, mode, FRONT_IGNORE_COOKIE);
    return front_parse(front);
}

static void lines_find_anchors(Excerpt *x) {
    LineText *part = arena_alloc(&x->arena, x->n * sizeof *part);
    if (!part) { return; }
    memcpy(part, x->lines, x->n * sizeof *part);
    LineText *last = &part[x->n - 1];
    last->n = min_u32(last->n, x->end);
    uint32_t skip = min_u32(x->start, part[0].n);
    part[0].p += skip;
    part[0].n -= skip;
    size_t len = 0;
    char *text = lines_join(&x->arena, part, x->n, "(\n", "\n)", &len);
    const Node *tree = lines_parse(&x->arena, text, len, FRONT_EVAL);
    if (!tree) { return; }
    anchors_of(&x->anchors, part, x->n, tree->as.Expression.body);
    if (!x->anchors.found) { return; }
    if (x->anchors.left_line == 0) { x->anchors.left_col += skip; }
    if (x->anchors.right_line == 0) { x->anchors.right_col += skip; }
}

// A call that is all of the statement but `return` or `name =` needs no carets, nor does a part
// that is the whole statement and has no anchors.
static bool lines_need_carets(Excerpt *x) {
    size_t len = 0;
    char *text = lines_join(&x->arena, x->lines, x->n, "", "", &len);
    const Node *tree = lines_parse(&x->arena, text, len, FRONT_EXEC);
    if (tree && tree->as.Module.body.len == 0) { return false; }
    const Node *s = tree ? tree->as.Module.body.items[0] : NULL, *value = NULL;
    if (s && s->kind == AST_Return && s->as.Return.value) {
        value = s->as.Return.value;
        if (value->kind == AST_Call && value->as.Call.func->kind != AST_Name) { value = NULL; }
    } else if (s && s->kind == AST_Assign && s->as.Assign.targets.len == 1 &&
               s->as.Assign.targets.items[0]->kind == AST_Name) {
        value = s->as.Assign.value;
    }
    if (value && value->kind == AST_Call && value->lineno == 1 && value->end_lineno == x->n &&
        value->col_offset == x->start && value->end_col_offset == x->end) {
        return false;
    }
    if (x->anchors.found) { return true; }
    for (uint32_t i = 0; i < x->start && i < x->lines[0].n; i++) {
        if (!lines_is_space(x->lines[0].p[i])) { return true; }
    }
    const LineText *last = &x->lines[x->n - 1];
    for (uint32_t i = x->end; i < last->n; i++) {
        if (!lines_is_space(last->p[i])) { return true; }
    }
    return false;
}

// ---- drawing -----------------------------------------------------------------------------------

// Columns of the display that the first `bytes` bytes of a line take.
static uint32_t lines_width(LineText l, uint32_t bytes) {
    uint32_t width = 0, size;
    for (uint32_t at = 0; at < bytes && at < l.n; at += size) {
        uint32_t cp = utf8_decode(l.p + at, &size);
        width += unicode_is_wide(cp) ? 2 : 1;
    }
    return width;
}

static bool lines_put(StrBuilder *b, const Excerpt *x, uint32_t i, bool carets) {
    LineText l = x->lines[i];
    if (!sb_put_cstr(b, "    ") || !sb_put(b, l.p, l.n) || !sb_put(b, "\n", 1)) { return false; }
    if (!carets) { return true; }
    const Anchors *a = &x->anchors;
    uint32_t n = lines_width(l, i == x->n - 1 ? x->end : l.n), blank = lines_indent(l);
    uint32_t start = i == 0 ? lines_width(l, x->start) : 0, left = 0, right = 0;
    if (a->found) {
        left = lines_width(x->lines[a->left_line], a->left_col);
        right = lines_width(x->lines[a->right_line], a->right_col);
    }
    if (!sb_put_cstr(b, "    ")) { return false; }
    for (uint32_t col = 0; col < n; col++) {
        char c = '^';
        if (col < blank || col < start) {
            c = ' ';
        } else if (a->found) {
            bool inside = (i > a->left_line || (i == a->left_line && col >= left)) &&
                          (i < a->right_line || (i == a->right_line && col < right));
            c = inside ? '^' : '~';
        }
        if (!sb_put(b, &c, 1)) { return false; }
    }
    return sb_put(b, "\n", 1);
}

static bool lines_near(uint32_t i, uint32_t line) { return i + 1 >= line && i <= line + 1; }

// The first and the last line and those around the anchors; dots for longer gaps.
static bool lines_draw(StrBuilder *b, const Excerpt *x, bool carets) {
    const Anchors *a = &x->anchors;
    uint32_t last = 0;
    for (uint32_t i = 0; i < x->n; i++) {
        bool shown = i == 0 || i == x->n - 1 ||
                     (a->found && (lines_near(i, a->left_line) || lines_near(i, a->right_line)));
        if (!shown) { continue; }
        if (i - last == 2 && !lines_put(b, x, i - 1, carets)) { return false; }
        if (i - last > 2 && !(sb_put_cstr(b, "    ...<") && sb_put_int(b, i - last - 1) &&
                              sb_put_cstr(b, " lines>...\n"))) {
            return false;
        }
        if (!lines_put(b, x, i, carets)) { return false; }
        last = i;
    }
    return true;
}

bool traceback_put_lines(StrBuilder *b, Value source, const CodePosition *pos) {
    if (!isinstance_str(b->vm, source)) { return true; }
    bool placed = pos->col >= 0 && pos->end_col >= 0 && pos->end_line >= pos->line;
    Excerpt x = {.n = placed ? min_u32(pos->end_line - pos->line + 1, LINES_MOST) : 1};
    arena_init(&x.arena, LINES_ARENA_LIMIT);
    x.lines = arena_alloc(&x.arena, x.n * sizeof *x.lines);
    bool ok = true;
    if (x.lines) {
        uint32_t margin = lines_dedent(&x, as_str(b->vm, source), pos->line);
        placed = placed && x.n == pos->end_line - pos->line + 1;
        if (placed && x.lines[0].n) {
            x.start = (uint32_t)pos->col > margin ? (uint32_t)pos->col - margin : 0;
            x.end = (uint32_t)pos->end_col > margin ? (uint32_t)pos->end_col - margin : 0;
            lines_find_anchors(&x);
            ok = lines_draw(b, &x, lines_need_carets(&x));
        } else if (x.n && x.lines[0].n) {
            LineText *l = &x.lines[0];
            while (l->n && lines_is_space(l->p[l->n - 1])) { l->n--; }
            ok = lines_put(b, &x, 0, false);
        }
    }
    arena_free(&x.arena);
    return ok;
}
