// api.h: the host-side structs behind natrix.h.
#ifndef NX_API_API_H
#define NX_API_API_H

#include "natrix_caps.h"
#include "object/code.h"
#include "object/dict.h"
#include "snap/seal.h"
#include "snap/snap.h"
#include "vm/boot.h"

typedef struct Slot {
    uint8_t *base;
    struct Slot *next;
} Slot;

struct nx_engine {
    NativeTable natives;
    const uint8_t *image;
    uint8_t *grown; // the image, when it was made from an older one here
    size_t image_size;
    nx_pages pages;
    size_t slot_bytes;
    bool settled; // a slot of that size was to be had
    Slot *idle;
    uint32_t n_idle, pool;
    SnapBuf scratch;         // of dump and load
    ImageMap *map;           // of the image; made by the first load
    SealKey key;             // of what is dumped here
    const NativeDef **bound; // natives in the image's numbering, when it differs from ours
    void *mark_stacks;       // free list
};

typedef struct HostFn {
    char *name;
    nx_function fn;
    void *ctx;
} HostFn;

struct nx_vm {
    Vm vm;
    VmHost host;
    nx_engine *engine;
    Slot *slot;
    nx_vm_options options;
    nx_status state; // NX_DONE when idle
    int cancel;
    nx_error_info error;
    char *error_text[4]; // kind, type, message, traceback
    SnapBuf output[2];
    SnapBuf text; // nx_to_json
    HostFn *functions;
    uint32_t n_functions, cap_functions;
    bool in_host_function;
    bool answered;
    uint64_t started_ms, used_ms;
};

// The call that a host function is answering.
struct nx_args {
    nx_vm *vm;
    const Value *items;
    size_t n;
    bool raised;
    Value callee, call_args;
};

// NULL on failure.
NX_INTERNAL nx_vm *vm_take(nx_engine *engine, const nx_vm_options *options);
NX_INTERNAL void error_clear(nx_vm *v);
NX_INTERNAL void error_from_exception(nx_vm *v);
NX_INTERNAL void error_from_stop(nx_vm *v);
NX_INTERNAL void error_plain(nx_vm *v, const char *kind, const char *message);
NX_INTERNAL nx_status vm_continue(nx_vm *v);
NX_INTERNAL void hostcall_attach(nx_vm *v);
// What the VM waits for is an operation of a capability: it needs no answer.
NX_INTERNAL bool hostcall_may_ask_again(nx_vm *v);
// Runs a native or guest callable to its end, outside of the program: used for json and tracebacks.
NX_INTERNAL bool vm_call_inside(nx_vm *v, Value callee, const Value *args, uint32_t n, Value *out);
// Clears a failed allocation outside of the loop by collecting; false: no use.
NX_INTERNAL bool vm_make_room(nx_vm *v);

#endif
