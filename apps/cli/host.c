// host.c: see host.h.
#define _GNU_SOURCE
#include "host.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int read_clock(void *ctx, int which, int64_t *ns) {
    struct timespec t;
    (void)ctx;
    if (clock_gettime(which ? CLOCK_MONOTONIC : CLOCK_REALTIME, &t) != 0) { return -errno; }
    *ns = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
    return 0;
}

static int sleep_ns(void *ctx, int64_t ns) {
    struct timespec t = {ns / 1000000000, ns % 1000000000};
    (void)ctx;
    fflush(stdout);
    nanosleep(&t, NULL);
    return 0;
}

// The next word of a seeded stream (SplitMix64).
static uint64_t next_word(Host *host) {
    uint64_t x = host->state += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

static int fill_entropy(void *ctx, void *out, size_t len) {
    Host *host = ctx;
    uint8_t *p = out;
    while (len) {
        uint64_t word = host->seeded ? next_word(host) : 0;
        size_t most = host->seeded ? sizeof word : 256; // that one call gives
        size_t n = len < most ? len : most;
        if (host->seeded) {
            memcpy(p, &word, n);
        } else if (getentropy(p, n) != 0) {
            return -errno;
        }
        p += n;
        len -= n;
    }
    return 0;
}

static int64_t read_stdin(void *ctx, char *out, size_t cap) {
    (void)ctx;
    fflush(stdout);
    for (;;) {
        ssize_t n = read(STDIN_FILENO, out, cap);
        if (n >= 0 || errno != EINTR) { return n < 0 ? -errno : n; }
    }
}

bool host_init(Host *host) {
    *host = (Host){0};
    host->clock = (nx_clock){sizeof host->clock, host, read_clock, sleep_ns};
    host->entropy = (nx_entropy){sizeof host->entropy, host, fill_entropy};
    host->input = (nx_input){sizeof host->input, host, read_stdin};
    host->files = nx_files_posix_new();
    return host->files != NULL;
}

void host_free(Host *host) { nx_files_posix_free(host->files); }

void host_seed(Host *host, uint64_t seed) {
    host->seeded = true;
    host->state = seed;
}

const char *host_mount(Host *host, const char *spec) {
    static const char usage[] = "want HOST:GUEST:ro or HOST:GUEST:rw";
    char text[2 * PATH_MAX];
    size_t len = strlen(spec);
    if (len >= sizeof text || len < 6) { return usage; }
    memcpy(text, spec, len + 1);
    char *mode = strrchr(text, ':');
    bool writable = mode && strcmp(mode, ":rw") == 0;
    if (!mode || (!writable && strcmp(mode, ":ro") != 0)) { return usage; }
    *mode = 0;
    char *guest = strrchr(text, ':');
    if (!guest || guest[1] != '/') { return usage; }
    *guest++ = 0;
    int r = nx_files_posix_mount(host->files, text, guest, writable);
    return r < 0 ? strerror(-r) : NULL;
}

bool host_guest_path(const Host *host, const char *folder, char *out, size_t cap) {
    return nx_files_posix_guest_path(host->files, folder, out, cap);
}

void host_lend(Host *host, nx_host *out) {
    out->clock = &host->clock;
    out->entropy = &host->entropy;
    out->input = &host->input;
    out->files = host->files;
}
