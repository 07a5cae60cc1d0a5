// hostcall.h: the guest's side of functions of the host.
#ifndef NX_VM_HOSTCALL_H
#define NX_VM_HOSTCALL_H

#include "vm/call.h"

typedef struct HostFunction {
    Obj h;
    Value name;   // under which the host registered it
    Value binder; // Python function: binds the arguments, returns them as a tuple
    Value doc;
    uint64_t spare;
} HostFunction;

// Slots and states of the native behind every host call (I_HOST_CALL). That of an operation of a
// capability (I_CAP_CALL, cap/cap.c) has the same slots, with the operation's number in HOST_FN.
enum { HOST_BIND, HOST_BOUND, HOST_WAIT, HOST_CALLED };
enum { HOST_FN, HOST_ARGS, HOST_NAMES, HOST_ANSWER };

NX_INTERNAL const char *cap_name(Value number); // of an operation, for the host

extern const TypeDef host_function_type;

#endif
