// look.h: the commands that look inside: dis, ast, heap, trace.
#ifndef NATRIX_CLI_LOOK_H
#define NATRIX_CLI_LOOK_H

#include "host.h"

typedef struct LookCommand {
    const char *name;
    int (*run)(int argc, char **argv, Host *host); // words behind the command; the exit status
} LookCommand;

extern const LookCommand look_commands[]; // ends with a NULL name
extern const char look_usage[];

#endif
