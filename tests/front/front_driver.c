// front_driver.c: the front end behind a pipe, for compare.py. Reads requests
//     <what> <mode> <flags> <length>\n<bytes of source>
// from stdin, where what is "ast" (dump), "pos" (dump with positions), "sym" (scopes), "err" (all
// passes), "strict" (all passes, warnings are errors) or "time" (parse <flags> times), and answers each with
//     ok <length>\n<bytes>     or
//     error <kind> <lineno> <offset> <end_lineno> <end_offset> <incomplete> <metadata> <length>\n
//     <message>, where metadata is "none" or "<lineno>:<column>"; behind the message follow "\\1" and
//     the line unless it is None,
// followed, for "err", by the warnings as lines "<lineno> <message>" before the answer's end.
#define _POSIX_C_SOURCE 199309L // clock_gettime
#include "front/check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct Buffer {
    char *bytes;
    size_t len, cap;
} Buffer;

static void buffer_put(void *ctx, const char *bytes, size_t len) {
    Buffer *b = ctx;
    if (b->len + len > b->cap) {
        b->cap = (b->len + len) * 2;
        b->bytes = realloc(b->bytes, b->cap);
        if (!b->bytes) { abort(); }
    }
    memcpy(b->bytes + b->len, bytes, len);
    b->len += len;
}

static void buffer_text(Buffer *b, const char *s) { buffer_put(b, s, strlen(s)); }

static void buffer_int(Buffer *b, int64_t n) {
    char text[32];
    snprintf(text, sizeof text, "%" PRId64 " ", n);
    buffer_text(b, text);
}

// --- Scopes, as compare.py prints those of symtable
// ------------------------------------------------- CPython's tables do not show inlined
// comprehensions: their names are merged into the scope around them and their children spliced in.
// So is done here.

typedef struct Line {
    const Name *name;
    unsigned flags, kind;
} Line;

enum { COMP_CELL = 2048, MAX_LINES = 4096 };

static Line *find_line(Line *lines, size_t n, const Name *name) {
    for (size_t i = 0; i < n; i++) {
        if (lines[i].name == name) { return &lines[i]; }
    }
    return NULL;
}

static bool is_class_cell(const char *name) {
    return strcmp(name, "__class__") == 0 || strcmp(name, "__classdict__") == 0 ||
           strcmp(name, "__conditional_annotations__") == 0;
}

static size_t collect(const Scope *s, Line *lines) {
    size_t n = 0;
    for (uint32_t i = 0; i < s->symbols.len && n < MAX_LINES; i++) {
        const Symbol *sym = s->symbols.items[i];
        if (sym->flags) { lines[n++] = (Line){sym->name, sym->flags, sym->kind}; }
    }
    for (uint32_t i = 0; i < s->n_children; i++) {
        if (!s->children[i]->inlined) { continue; }
        Line *inner = malloc(MAX_LINES * sizeof(Line));
        if (!inner) { abort(); }
        size_t n_inner = collect(s->children[i], inner);
        for (size_t k = 0; k < n_inner && n < MAX_LINES; k++) {
            Line in = inner[k];
            if (in.flags & SYMF_PARAM) { continue; }
            bool cell = in.kind == SYM_CELL || (in.flags & COMP_CELL);
            if (in.kind == SYM_FREE && s->kind == SCOPE_CLASS && is_class_cell(in.name->text)) {
                in.kind = SYM_GLOBAL_IMPLICIT;
            }
            Line *have = find_line(lines, n, in.name);
            if (!have) {
                lines[n] = in;
                have = &lines[n++];
            }
            if (in.kind == SYM_FREE && (s->kind == SCOPE_CLASS || s->can_see_class_scope)) {
                have->flags |= SYMF_FREE_CLASS;
            }
            if (cell) {
                have->flags |= COMP_CELL;
                if (have->kind == SYM_LOCAL && s->kind != SCOPE_MODULE && s->kind != SCOPE_CLASS) {
                    have->kind = SYM_CELL;
                }
            }
        }
        free(inner);
    }
    for (uint32_t i = 0; i < s->symbols.len && n < MAX_LINES; i++) { // what only closures need
        const Symbol *sym = s->symbols.items[i];
        if (sym->flags == 0 && sym->kind == SYM_FREE && !find_line(lines, n, sym->name)) {
            lines[n++] = (Line){sym->name, 0, SYM_FREE};
        }
    }
    return n;
}

static void put_indent(Buffer *b, int indent) {
    for (int i = 0; i < indent; i++) { buffer_text(b, "  "); }
}

static void put_scope(Buffer *b, const Scope *s, int indent) {
    static const char *const kinds[] = {"module",       "class",      "function",
                                        "annotation",   "type alias", "type parameters",
                                        "type variable"};
    if (!s->inlined) {
        Line *lines = malloc(MAX_LINES * sizeof(Line));
        if (!lines) { abort(); }
        size_t n = collect(s, lines);
        put_indent(b, indent);
        buffer_text(b, kinds[s->kind]);
        buffer_text(b, " ");
        buffer_text(b, s->name->text);
        buffer_text(b, s->nested ? " nested\n" : "\n");
        for (size_t i = 0; i < n; i++) {
            put_indent(b, indent + 1);
            buffer_int(b, lines[i].flags);
            buffer_int(b, lines[i].kind);
            buffer_text(b, lines[i].name->text);
            buffer_text(b, "\n");
        }
        put_indent(b, indent + 1);
        buffer_text(b, "params");
        for (uint32_t i = 0; i < s->params.len; i++) {
            buffer_text(b, " ");
            buffer_text(b, s->params.items[i]->text);
        }
        buffer_text(b, "\n");
        free(lines);
        indent++;
    }
    for (uint32_t i = 0; i < s->n_children; i++) { put_scope(b, s->children[i], indent); }
}

// --- Requests ------------------------------------------------------------------------------------

static void answer(const char *head, const Buffer *b) {
    printf("%s %zu\n", head, b->len);
    if (b->len) { fwrite(b->bytes, 1, b->len, stdout); }
}

static void answer_error(const Front *f, Buffer *b) {
    const FrontError *e = &f->error;
    char head[128];
    b->len = 0;
    buffer_text(b, e->message ? e->message : "");
    if (e->text && !e->is_late) {
        buffer_text(b, "\1");
        buffer_put(b, e->text, e->text_len);
    }
    char metadata[32] = "none";
    if (f->has_metadata) {
        snprintf(metadata, sizeof metadata, "%u:%u", f->block_lineno, f->block_col);
    }
    snprintf(head, sizeof head, "error %d %d %d %d %d %d %s", e->kind, e->lineno, e->offset,
             e->end_lineno, e->end_offset, f->incomplete, metadata);
    answer(head, b);
}

static bool run(const char *what, Front *f, Buffer *b) {
    Node *tree = front_parse(f);
    if (!tree) { return false; }
    if (strcmp(what, "ast") == 0 || strcmp(what, "pos") == 0) {
        if (!ast_dump(tree, what[0] == 'p', buffer_put, b)) { buffer_text(b, "(too deep)"); }
        return true;
    }
    Scope *scope = scope_build(f, tree);
    if (!scope) { return false; }
    if (strcmp(what, "sym") == 0) {
        put_scope(b, scope, 0);
        return true;
    }
    if (!check_tree(f, tree)) { return false; }
    for (const FrontWarning *w = f->warnings; w; w = w->next) {
        buffer_int(b, w->lineno);
        buffer_text(b, w->message);
        buffer_text(b, "\n");
    }
    return true;
}

static void *pool_alloc(void *ctx, size_t size) {
    Buffer *pool = ctx;
    size = (size + 15) & ~(size_t)15;
    if (pool->len + size > pool->cap) { return NULL; }
    pool->len += size;
    return pool->bytes + pool->len - size;
}

static void pool_release(void *ctx, void *p) {
    (void)ctx;
    (void)p;
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// Best of many parses, in memory that is warm.
static void run_time(const char *source, size_t len, int times, Buffer *b) {
    Buffer pool = {malloc(64 << 20), 0, 64 << 20};
    double best[3] = {1e9, 1e9, 1e9};
    uint64_t work = 0;
    for (int i = 0; i < times; i++) {
        Arena arena;
        Front f;
        pool.len = 0;
        arena_init(&arena, (size_t)1 << 30);
        arena.alloc = pool_alloc;
        arena.release = pool_release;
        arena.ctx = &pool;
        double at[4];
        at[0] = seconds();
        front_init(&f, &arena, source, len, "time", FRONT_EXEC, FRONT_IGNORE_COOKIE);
        Node *tree = front_parse(&f);
        at[1] = seconds();
        work = f.work;
        if (!tree || !scope_build(&f, tree)) { break; }
        at[2] = seconds();
        check_tree(&f, tree);
        at[3] = seconds();
        for (int k = 0; k < 3; k++) {
            if (at[k + 1] - at[k] < best[k]) { best[k] = at[k + 1] - at[k]; }
        }
    }
    char text[200];
    snprintf(text, sizeof text,
             "parse %.2f us, scopes %.2f us, checks %.2f us, work %" PRIu64 ", memory %zu\n",
             best[0] * 1e6, best[1] * 1e6, best[2] * 1e6, work, pool.len);
    buffer_text(b, text);
    free(pool.bytes);
}

int main(void) {
    char what[8], mode[8];
    unsigned flags;
    size_t len;
    Buffer out = {NULL, 0, 0};
    while (scanf("%7s %7s %u %zu", what, mode, &flags, &len) == 4 && getchar() == '\n') {
        char *source = malloc(len + 1);
        if (!source || fread(source, 1, len, stdin) != len) { return 1; }
        out.len = 0;
        if (strcmp(what, "time") == 0) {
            run_time(source, len, (int)flags, &out);
            answer("ok", &out);
        } else {
            Arena arena;
            Front f;
            arena_init(&arena, (size_t)1 << 30);
            front_init(&f, &arena, source, len, "x",
                       mode[0] == 's'   ? FRONT_SINGLE
                       : mode[1] == 'v' ? FRONT_EVAL
                                        : FRONT_EXEC,
                       flags);
            bool fine = run(what, &f, &out);
            if (strcmp(what, "strict") == 0 && f.warnings) {
                f.error = f.warnings->error;
                fine = false;
            }
            if (fine) {
                answer("ok", &out);
            } else {
                answer_error(&f, &out);
            }
            arena_free(&arena);
        }
        fflush(stdout);
        free(source);
    }
    free(out.bytes);
    return 0;
}
