// source.c: from the bytes of a file or string to the text the lexer reads: UTF-8, no BOM, lines
// ending in '\n', and NULs behind it so that the lexer may read eight bytes from anywhere.
//
// Rules of the coding cookie: PEP 263. Known are UTF-8, Latin-1 and ASCII under their usual names;
// the rest are "unknown encoding" here, where CPython would look for a codec.
#include "front/source.h"

#include "base/utf8.h"

enum { SOURCE_PAD = 16 };

typedef enum SourceCode { SOURCE_DEFAULT, SOURCE_UTF8, SOURCE_LATIN1, SOURCE_ASCII } SourceCode;

static bool source_fail(Front *f, const char *message, int32_t lineno, int32_t offset) {
    if (!message) { return false; }
    f->error = (FrontError){.kind = FRONT_SYNTAX_ERROR,
                            .message = message,
                            .lineno = lineno,
                            .offset = offset,
                            .end_lineno = FRONT_NO_POSITION,
                            .end_offset = FRONT_NO_POSITION};
    return false;
}

static bool source_is_one_of(const char *name, size_t len, const char *names) {
    for (const char *p = names; *p;) {
        const char *end = strchr(p, ' ');
        size_t n = end ? (size_t)(end - p) : strlen(p);
        if (n == len && memcmp(p, name, len) == 0) { return true; }
        p += n + (end ? 1 : 0);
    }
    return false;
}

static bool source_has_prefix(const char *name, const char *prefix) {
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

// The spellings that count as one name: `name` is in lower case and has '-' for '_'. NULL for all
// others, even if they are known.
static const char *source_normal_name(const char *name, size_t len) {
    if (source_is_one_of(name, len, "utf-8") || source_has_prefix(name, "utf-8-")) {
        return "utf-8";
    }
    if (source_is_one_of(name, len, "latin-1 iso-8859-1 iso-latin-1") ||
        source_has_prefix(name, "latin-1-") || source_has_prefix(name, "iso-8859-1-") ||
        source_has_prefix(name, "iso-latin-1-")) {
        return "iso-8859-1";
    }
    return NULL;
}

// The encoding of that name; false if it is unknown.
static bool source_code(const char *name, size_t len, SourceCode *code) {
    const char *normal = source_normal_name(name, len);
    if (normal) {
        *code = normal[0] == 'u' ? SOURCE_DEFAULT : SOURCE_LATIN1;
    } else if (source_is_one_of(name, len, "utf8 u8 utf")) {
        *code = SOURCE_UTF8;
    } else if (source_is_one_of(name, len,
                                "latin1 latin l1 8859 iso8859-1 iso8859 cp819 iso-ir-100")) {
        *code = SOURCE_LATIN1;
    } else if (source_is_one_of(name, len, "ascii us-ascii us 646 iso646-us ansi-x3.4-1968")) {
        *code = SOURCE_ASCII;
    } else {
        return false;
    }
    return true;
}

static bool source_is_cookie_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

// Finds coding[:=] <name> in the comment line[0..len); returns the name's length, 0 for none.
static size_t source_find_cookie(const char *line, size_t len, const char **name) {
    size_t i = 0;
    while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) { i++; }
    if (i == len || line[i] != '#') { return 0; }
    for (; i + 7 <= len; i++) {
        if (memcmp(line + i, "coding", 6) != 0 || (line[i + 6] != ':' && line[i + 6] != '=')) {
            continue;
        }
        size_t at = i + 7;
        while (at < len && (line[at] == ' ' || line[at] == '\t')) { at++; }
        size_t start = at;
        while (at < len && source_is_cookie_char(line[at])) { at++; }
        if (at > start) {
            *name = line + start;
            return at - start;
        }
    }
    return 0;
}

static bool source_is_blank(const char *line, size_t len) {
    size_t i = 0;
    while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) { i++; }
    return i == len || line[i] == '#';
}

static size_t source_line_len(const char *s, size_t len) {
    size_t i = 0;
    while (i < len && s[i] != '\n' && s[i] != '\r') { i++; }
    return i;
}

// A copy of the line with U+FFFD for each fault.
static void source_show_line(Front *f, const char *line, size_t len) {
    char *out = arena_alloc(f->arena, len * 3 + 1);
    size_t n = 0;
    Utf8Fault fault;
    while (out && !utf8_check(line, len, &fault)) {
        memcpy(out + n, line, fault.start);
        n += fault.start;
        n += utf8_encode(out + n, 0xFFFD);
        line += fault.end;
        len -= fault.end;
    }
    if (!out) { return; }
    memcpy(out + n, line, len);
    f->error.text = out;
    f->error.text_len = (uint32_t)(n + len);
}

// `before`: code points in front of the line, which CPython counts too.
static bool source_bom_clash(Front *f, const char *name, const char *line, size_t len,
                             int32_t lineno, size_t before) {
    source_fail(f, front_format(f, "encoding problem: %s with BOM", name), lineno, 0);
    source_show_line(f, line, len);
    f->error.end_lineno = lineno;
    f->error.end_offset = (int32_t)(before + utf8_count(line, len));
    return false;
}

// A copy in lower case and with '-' for '_', or NULL.
static char *source_plain_name(Front *f, const char *name, size_t len) {
    char *plain = arena_copy(f->arena, name, len);
    for (size_t i = 0; plain && i < len; i++) {
        if (plain[i] >= 'A' && plain[i] <= 'Z') { plain[i] = (char)(plain[i] + 32); }
        if (plain[i] == '_') { plain[i] = '-'; }
    }
    return plain;
}

// Looks at the first two lines; the second only counts if the first is blank or a comment.
static bool source_read_cookie(Front *f, const char *s, size_t len, bool bom, SourceCode *code) {
    size_t before = 0;
    for (int32_t lineno = 1; lineno <= 2; lineno++) {
        size_t n = source_line_len(s, len);
        const char *name;
        size_t name_len = source_find_cookie(s, n, &name);
        if (name_len > 0) {
            const char *given = arena_copy(f->arena, name, name_len);
            const char *plain = source_plain_name(f, name, name_len);
            if (!given || !plain) { return front_out_of_memory(f) != NULL; }
            const char *normal = source_normal_name(plain, name_len);
            if (bom && (!normal || normal[0] != 'u')) {
                return source_bom_clash(f, normal ? normal : given, s, n, lineno, before);
            }
            return source_code(plain, name_len, code) ||
                   source_fail(f, front_format(f, "unknown encoding: %s", given), 0, -1);
        }
        if (!source_is_blank(s, n) || n == len) { return true; }
        before += utf8_count(s, n) + 1;
        n += s[n] == '\r' && n + 1 < len && s[n + 1] == '\n' ? 2 : 1;
        s += n;
        len -= n;
    }
    return true;
}

// The codec sees every line end as one character.
static size_t source_codec_place(const char *s, size_t at) {
    size_t n = at;
    for (size_t i = 0; i + 1 < at; i++) { n -= s[i] == '\r' && s[i + 1] == '\n'; }
    return n;
}

// As a codec says it of the bytes at..end.
static const char *source_codec_message(Front *f, const char *codec, uint8_t byte, size_t at,
                                        size_t end, const char *reason) {
    const char *hex = "0123456789abcdef";
    if (end - at > 1) {
        return front_format(f, "'%s' codec can't decode bytes in position %d-%d: %s", codec,
                            (int)at, (int)end - 1, reason);
    }
    return front_format(f, "'%s' codec can't decode byte 0x%c%c in position %d: %s", codec,
                        hex[byte >> 4], hex[byte & 15], (int)at, reason);
}

static bool source_not_utf8(Front *f, const char *s, size_t len, const Utf8Fault *fault,
                            SourceCode code) {
    uint8_t byte = (uint8_t)s[fault->start];
    if (code == SOURCE_UTF8) {
        // A module gets its last newline before the codec sees it.
        bool open = fault->what == UTF8_UNEXPECTED_END && f->mode == FRONT_EXEC;
        const char *reason = utf8_reason(open ? UTF8_BAD_CONTINUE : fault->what);
        size_t at = source_codec_place(s, fault->start), end = at + fault->end - fault->start;
        return source_fail(f, source_codec_message(f, "utf-8", byte, at, end, reason), 0, -1);
    }
    size_t line = 0;
    int32_t lineno = 1;
    for (size_t i = 0; i < fault->start; i++) {
        if (s[i] == '\n' || (s[i] == '\r' && s[i + 1] != '\n')) {
            lineno++;
            line = i + 1;
        }
    }
    const char *hex = "0123456789abcdef";
    const char *message = front_format(
        f,
        "Non-UTF-8 code starting with '\\x%c%c' on line %d, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for details",
        hex[byte >> 4], hex[byte & 15], lineno);
    source_fail(f, message, lineno, (int32_t)utf8_count(s + line, fault->start - line) + 1);
    f->error.end_lineno = lineno;
    f->error.end_offset = f->error.offset;
    source_show_line(f, s + line, source_line_len(s + line, len - line));
    return false;
}

// Copies s[0..len) to out with line ends made '\n' and, for Latin-1, high bytes made UTF-8.
static size_t source_copy(char *out, const char *s, size_t len, bool latin1) {
    if (!latin1 && !memchr(s, '\r', len)) {
        memcpy(out, s, len);
        return len;
    }
    size_t n = 0;
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '\r') {
            out[n++] = '\n';
            if (i + 1 < len && s[i + 1] == '\n') { i++; }
        } else if (latin1 && (uint8_t)s[i] >= 0x80) {
            n += utf8_encode(out + n, (uint8_t)s[i]);
        } else {
            out[n++] = s[i];
        }
    }
    return n;
}

static bool source_no_surrogates(Front *f, const char *s, size_t len) {
    Utf8Fault fault;
    size_t at = utf8_check(s, len, &fault) ? len : fault.start;
    if (at == len) { return true; }
    return source_fail(f, "source code cannot contain surrogates", 0, -1);
}

static bool source_decode(Front *f, const char *s, size_t len, SourceCode code, size_t bom) {
    Utf8Fault fault;
    if (code == SOURCE_ASCII) {
        size_t at = utf8_ascii_prefix(s, len), place = source_codec_place(s, at) + bom;
        if (at < len) {
            return source_fail(f,
                               source_codec_message(f, "ascii", (uint8_t)s[at], place, place + 1,
                                                    "ordinal not in range(128)"),
                               0, -1);
        }
    } else if (code != SOURCE_LATIN1 && !utf8_check(s, len, &fault)) {
        return source_not_utf8(f, s, len, &fault, code);
    }
    size_t room = code == SOURCE_LATIN1 ? len * 2 : len;
    char *out = arena_alloc(f->arena, room + 1 + SOURCE_PAD);
    if (!out) { return front_out_of_memory(f) != NULL; }
    size_t n = source_copy(out, s, len, code == SOURCE_LATIN1);
    if (f->mode == FRONT_EXEC && (n == 0 || out[n - 1] != '\n')) { out[n++] = '\n'; }
    f->src = out;
    f->src_len = (uint32_t)n;
    return true;
}

bool source_prepare(Front *f) {
    const char *s = f->source;
    size_t len = f->source_len, bom = 0;
    SourceCode code = SOURCE_DEFAULT;
    if (len > (size_t)1 << 30) { return front_out_of_memory(f) != NULL; }
    if (len > 0 && memchr(s, 0, len)) {
        return source_fail(f, "source code string cannot contain null bytes", FRONT_NO_POSITION,
                           FRONT_NO_POSITION);
    }
    f->work += len / 16;
    if (f->flags & FRONT_IGNORE_COOKIE) {
        if (!source_no_surrogates(f, s, len)) { return false; }
    } else {
        if (len >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0) { bom = 3; }
        if (!source_read_cookie(f, s + bom, len - bom, bom > 0, &code)) { return false; }
    }
    return source_decode(f, s + bom, len - bom, code, bom);
}
