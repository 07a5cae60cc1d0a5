// io.h: output of the guest, and the objects behind sys.stdin, sys.stdout and sys.stderr.
#ifndef NX_VM_IO_H
#define NX_VM_IO_H

#include "base/utf8.h"
#include "object/str.h"

// A standard stream: of text, or, as its `buffer`, of bytes. What was read ahead of stdin stands in
// the stream of bytes.
typedef struct StdStream {
    Obj h;
    Value name;
    Value buffer; // of a stream of text: its stream of bytes; else V_NONE
    Value ahead;  // of stdin's stream of bytes: a builder's blob, or V_NONE
    Value spare[2];
    int32_t fd;        // 0 stdin, 1 stdout, 2 stderr
    uint32_t flags;    // STREAM_*
    uint32_t at, have; // bytes [at, have) of `ahead` are not consumed yet
    uint32_t pad[4];
} StdStream;

enum { STREAM_BYTES = 1, STREAM_CLOSED = 2 };

// Bytes to the host; false: the output limit is reached (what fitted was written).
NX_INTERNAL bool vm_write(Vm *vm, int fd, const char *bytes, uint64_t n);
NX_INTERNAL bool vm_write_text(Vm *vm, int fd, const char *text, uint64_t n);
NX_INTERNAL Value stream_new(Vm *vm, int fd, const char *name);
// Of an open stream of text; -1: it is none.
NX_INTERNAL int stream_fd(Vm *vm, Value v);
// Asks for a line of stdin, which comes in state `next`.
NX_INTERNAL Value stream_ask_line(Vm *vm, Frame *f, int next, Value stream);

extern const TypeDef stream_type;

#endif
