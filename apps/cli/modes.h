// modes.h: running a program in one of the test modes.
#ifndef NATRIX_CLI_MODES_H
#define NATRIX_CLI_MODES_H

#include "natrix.h"

// Runs source to its end. `mode`: NULL, or "gc[:N]", "snap[:N]", "pause[:N]", "oom:N", "pending": the
// machine is collected at every step; dumped, destroyed and loaded every N steps; paused every N;
// its Nth allocation fails; host calls wait first. *vm may be another VM afterwards.
nx_status run_in_mode(nx_engine *engine, nx_vm **vm, const nx_vm_options *options, const char *mode,
                      const char *source, int64_t len, const char *name);

#endif
