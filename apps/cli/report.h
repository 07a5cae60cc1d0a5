// report.h: telling how a run ended.
#ifndef NATRIX_CLI_REPORT_H
#define NATRIX_CLI_REPORT_H

#include "natrix.h"

enum { EXIT_USAGE = 2, EXIT_LIMIT = 3 };

// Its exit status. The traceback, the limit or the message of sys.exit on stderr.
int report(nx_vm *vm, nx_status status);
// Its exit status too; *error, NULL or from malloc, becomes what report_json() is to say of it.
int outcome_of(nx_vm *vm, nx_status status, char **error);
// One object on stdout, with what the program wrote in it:
//   {"ok": bool, "status": the exit status, "stdout": str, "stderr": str,
//    "error": null or {"kind", "type", "message", "traceback"}, all str,
//    "usage": {"steps", "memory", "output", "host_calls"}, all int}
void report_json(nx_vm *vm, int code, const char *error);

#endif
