// report.c: see report.h.
#define _GNU_SOURCE
#include "report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int exit_code(nx_vm *vm, nx_status status) {
    switch (status) {
    case NX_DONE: return 0;
    case NX_LIMIT: return EXIT_LIMIT;
    case NX_RAISED: return nx_error(vm)->exit_status;
    default: return 1;
    }
}

int report(nx_vm *vm, nx_status status) {
    const nx_error_info *e = nx_error(vm);
    int code = exit_code(vm, status);
    fflush(stdout);
    if (status == NX_LIMIT) {
        fprintf(stderr, "natrix: %s limit reached: %s\n", e->kind, e->message);
    } else if (status == NX_RAISED && strcmp(e->type, "SystemExit") != 0) {
        fputs(e->traceback, stderr);
    } else if (status == NX_RAISED && e->exits_with_text) {
        fprintf(stderr, "%s\n", e->message);
    } else if (status != NX_DONE && status != NX_RAISED) {
        fprintf(stderr, "natrix: %s\n", e->message);
    }
    return code;
}

// ---- JSON --------------------------------------------------------------------------------------

// Bytes of the UTF-8 character at p, 0 when there is none.
static size_t utf8_size(const unsigned char *p, size_t n) {
    size_t size = *p < 0x80 ? 1 : *p >= 0xF0 ? 4 : *p >= 0xE0 ? 3 : *p >= 0xC2 ? 2 : 0;
    if (size > n || *p > 0xF4) { return 0; }
    for (size_t i = 1; i < size; i++) {
        if ((p[i] & 0xC0) != 0x80) { return 0; }
    }
    return size;
}

// What is no UTF-8 shows as the replacement character.
static void put_text(FILE *to, const char *text, size_t len) {
    const unsigned char *p = (const unsigned char *)text, *end = p + len;
    putc('"', to);
    while (p < end) {
        size_t size = utf8_size(p, (size_t)(end - p));
        if (size == 0) {
            fputs("\\ufffd", to);
            size = 1;
        } else if (*p == '"' || *p == '\\') {
            fprintf(to, "\\%c", *p);
        } else if (*p < 0x20 || *p == 0x7F) {
            fprintf(to, "\\u%04x", *p);
        } else {
            fwrite(p, 1, size, to);
        }
        p += size;
    }
    putc('"', to);
}

static void put_field(FILE *to, const char *name, const char *text) {
    fprintf(to, "\"%s\": ", name);
    put_text(to, text, strlen(text));
}

int outcome_of(nx_vm *vm, nx_status status, char **error) {
    int code = exit_code(vm, status);
    free(*error);
    *error = NULL;
    size_t len;
    FILE *to = code ? open_memstream(error, &len) : NULL;
    if (!to) { return code; }
    const nx_error_info *e = nx_error(vm);
    fputs("{", to);
    put_field(to, "kind", e->kind);
    fputs(", ", to);
    put_field(to, "type", e->type);
    fputs(", ", to);
    put_field(to, "message", e->message);
    fputs(", ", to);
    put_field(to, "traceback", e->traceback);
    fputs("}", to);
    fclose(to);
    return code;
}

void report_json(nx_vm *vm, int code, const char *error) {
    nx_usage u = nx_get_usage(vm);
    printf("{\"ok\": %s, \"status\": %d", code == 0 ? "true" : "false", code);
    for (int fd = 1; fd <= 2; fd++) {
        size_t len;
        const char *text = nx_output(vm, fd, &len);
        printf(", \"%s\": ", fd == 1 ? "stdout" : "stderr");
        put_text(stdout, text, len);
    }
    printf(", \"error\": %s", error ? error : "null");
    printf(", \"usage\": {\"steps\": %llu, \"memory\": %llu, \"output\": %llu, "
           "\"host_calls\": %llu}}\n",
           (unsigned long long)u.steps, (unsigned long long)u.memory, (unsigned long long)u.output,
           (unsigned long long)u.host_calls);
    fflush(stdout);
}
