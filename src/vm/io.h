// io.h: output of the guest.
#ifndef NX_VM_IO_H
#define NX_VM_IO_H

#include "base/utf8.h"
#include "object/str.h"

typedef struct StdStream {
    Obj h;
    Value name, spare[4];
    int32_t fd; // 0 stdin, 1 stdout, 2 stderr
    uint32_t pad[7];
} StdStream;

// Bytes to the host; false: the output limit is reached (what fitted was written).
NX_INTERNAL bool vm_write(Vm *vm, int fd, const char *bytes, uint64_t n);
NX_INTERNAL bool vm_write_text(Vm *vm, int fd, const char *text, uint64_t n);
NX_INTERNAL Value stream_new(Vm *vm, int fd, const char *name);
NX_INTERNAL int stream_fd(Vm *vm, Value v); // -1: no standard stream

extern const TypeDef stream_type;

#endif
