// host.h: what the program lends its guest: clock, entropy, standard input and mounted folders.
#ifndef NATRIX_CLI_HOST_H
#define NATRIX_CLI_HOST_H

#include "natrix_caps.h"

typedef struct Host {
    nx_clock clock;
    nx_entropy entropy;
    nx_input input;
    nx_files *files;
    bool seeded; // entropy is a stream made of `state`
    uint64_t state;
} Host;

// False: no memory.
bool host_init(Host *host);
void host_free(Host *host);
// From now on entropy is a fixed stream, and so is every run.
void host_seed(Host *host, uint64_t seed);
// "HOST:GUEST:ro" or ":rw". NULL, or what is wrong with it.
const char *host_mount(Host *host, const char *spec);
// Where a guest sees the folder of the host; false: nowhere.
bool host_guest_path(const Host *host, const char *folder, char *out, size_t cap);
void host_lend(Host *host, nx_host *out);

#endif
