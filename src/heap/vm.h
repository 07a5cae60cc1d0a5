// vm.h: the two halves of a machine. `Head` is the first page of the slot: every root, counter and
// allocator word of the guest, so that the slot's bytes are the whole guest. `Vm` is the host's
// side: where the slot stands, and what the host lends. Nothing of the guest lives only in a Vm.
#ifndef NX_HEAP_VM_H
#define NX_HEAP_VM_H

#include "heap/object.h"

typedef struct Vm Vm;

enum {
    HEAP_CLASSES = 25,
    METHOD_CACHE_SIZE = 256,
    SITE_CACHE_SIZE = 256,
    VM_CALL_ARGS = 8,
};

// One size class: the free run being filled, and the blocks still to be swept.
typedef struct SizeClass {
    uint32_t cur, end; // next free byte and end of the current free run
    uint32_t block;    // the block it is in, or 0
    uint32_t sweep;    // next block to look for free runs in, or 0
    uint32_t blocks;   // all blocks of the class, newest first
} SizeClass;

// Roots: Values that keep guest objects alive. ROOT(name, doc)
#define NX_ROOTS(ROOT)                                                                             \
    ROOT(frame, "the running frame, V_NONE when the machine is idle")                              \
    ROOT(exc, "the exception on its way, V_NONE when there is none")                               \
    ROOT(handled, "the exception being handled (sys.exception())")                                 \
    ROOT(result, "value of the last finished run")                                                 \
    ROOT(builtins, "the builtins module's dict")                                                   \
    ROOT(modules, "sys.modules")                                                                   \
    ROOT(frozen, "dict: name -> module of the image, ready to be imported")                        \
    ROOT(main_dict, "the __main__ module's dict")                                                  \
    ROOT(sys_dict, "the sys module's dict")                                                        \
    ROOT(code_caches, "VALUES: caches of image code by its number")                                \
    ROOT(image_state, "dict: what the tenant adds to image objects, by offset and kind")           \
    ROOT(pending_calls, "VALUES: finalizers and callbacks to run at the next safepoint")           \
    ROOT(memory_error, "preallocated MemoryError")                                                 \
    ROOT(host_call, "the native frame waiting for the host, V_NONE when none is")                  \
    ROOT(host_functions, "VALUES: HOST_FUNCTION objects by handle")                                \
    ROOT(unraisable, "last exception that could not be raised")                                    \
    ROOT(async_hooks, "sys.set_asyncgen_hooks state")                                              \
    ROOT(files, "list of open files with unwritten buffers, V_NONE before there was one")          \
    ROOT(cwd, "str: the current folder in the guest's files, an absolute path; V_NONE: /")         \
    ROOT(held, "VALUES: what the public API holds for the host")                                   \
    ROOT(extra, "VALUES: roots of library modules, by MODULE_ROOT number")                         \
    ROOT(frame_infos, "list: frame objects of running frames (RET_WATCHED), by depth; V_NONE")

// Weak tables: VALUES whose entries go when what they name is collected. WEAK(name, stride, doc)
#define NX_WEAK_ROOTS(WEAK)                                                                        \
    WEAK(interned, 1, "open-addressed table of the tenant's interned strings")                     \
    WEAK(caches, 1, "all inline caches, to clear them")                                            \
    WEAK(subclasses, 2, "class, one of its subclasses")                                            \
    WEAK(ids, 2, "open-addressed: object, its id() serial")                                        \
    WEAK(weakrefs, 1, "every weak reference object")                                               \
    WEAK(finalizable, 1, "objects whose class has __del__")

// Tables of the image, made with it and only read afterwards; VALUES but for one. TABLE(name, doc)
#define NX_IMAGE_TABLES(TABLE)                                                                     \
    TABLE(image_names, "interned string of every NAME(…)")                                         \
    TABLE(image_types, "class of every type tag")                                                  \
    TABLE(image_excs, "class of every EXC(…)")                                                     \
    TABLE(image_internals, "native of every internal operation")                                   \
    TABLE(image_interned, "BLOB: open-addressed table of the image's interned strings")            \
    TABLE(image_subclasses, "pairs: class, one of its subclasses")                                 \
    TABLE(image_chars, "the 256 one-character strings of Latin-1")                                 \
    TABLE(image_ids, "open-addressed: image object, the serial it was hashed by")

typedef struct Head {
    uint64_t format; // snapshot format number
    int64_t budget;  // steps left in this slice; the loop counts it down
    int64_t steps;   // steps left behind this slice, up to the limit
    uint64_t step_limit;
    uint64_t output_used, output_limit;
    int64_t alloc_left;     // bytes until an allocation must look up: charged = ceiling - this
    uint64_t alloc_ceiling; // the charge at which alloc_left is 0: the threshold, or the limit
    uint64_t memory_limit;  // most bytes that may be charged
    uint64_t gc_threshold;  // collect at the next safepoint once the charge is above
    uint64_t reserve;       // headroom kept for a MemoryError's handler
    uint64_t host_calls;
    uint64_t next_id;
    uint64_t next_file; // number of the next file that is opened
    uint64_t namespace_version;
    uint64_t depth;           // guest frames now
    uint32_t depth_limit;     // at so many it is looked whether too many of them count
    uint32_t recursion_limit; // how many may; 0: depth_limit, which has not moved
    uint64_t gc_count;
    uint64_t image_tag; // content hash of the image below
    uint64_t max_str_digits;
#define ROOT(name, doc) Value name;
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) Value name;
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
    uint32_t n_interned, n_caches, n_subclasses, n_ids, n_weakrefs, n_finalizable;
#define TABLE(name, doc) Value name;
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    uint32_t image_end;            // objects below are the image's
    uint32_t heap_start, heap_end; // blocks lie between
    uint32_t frontier;             // no block at or above was ever used
    uint32_t map;                  // one byte per block: BLOCK_*
    uint32_t dirty_map;            // one bit per 8 bytes of the image: changed objects
    uint32_t free_blocks;          // blocks below the frontier that are free
    uint32_t free_hint;            // where to look for them
    uint32_t stack_cur, stack_end; // free room of the current stack segment
    uint32_t stack_seg;            // its STACK object
    uint32_t stack_spare;          // one emptied segment kept for the next push
    uint32_t code_numbers;         // image code objects so far
    SizeClass classes[HEAP_CLASSES];
} Head;

typedef struct MethodCacheEntry {
    uint32_t type, name;
    Value value; // V_UNBOUND: known to be absent
} MethodCacheEntry;

// Where indices of a text that is not ASCII were last found: the next ones are near, as a rule.
enum { STR_CURSORS = 4 };
typedef struct StrCursor {
    uint32_t str, index, byte;
} StrCursor;

// Second level of the inline caches of attributes, for places that see objects of several classes.
typedef struct SiteCacheEntry {
    uint32_t shape, name; // name: its offset plus the SiteKind
    Value value;
} SiteCacheEntry;

// Why a machine stopped outside of Python's own exceptions. Guest code cannot catch these.
typedef enum StopKind {
    STOP_NONE,
#define LIMIT(NAME, name, dflt, doc) STOP_##NAME,
#include "heap/limits.def"
#undef LIMIT
    STOP_CANCEL,
    STOP_PAUSE, // a requested pause, not an error
    STOP_CORRUPT,
} StopKind;

struct NativeDef;
struct nx_host; // api's own

struct Vm {
    uint8_t *base;                                 // the slot; references are offsets from here
    Head *head;                                    // == base
    const Value *names, *types, *excs, *internals; // items of the image's tables
    const struct NativeDef *const *natives;        // by number, bound when the image was attached
    uint32_t n_natives;
    const struct GetSetDef *const *getsets; // by number
    StopKind stop;                          // why the machine must unwind now
    bool alloc_failed;   // some allocation returned NULL since the last safepoint
    uint64_t alloc_need; // and wanted this many bytes
    bool flush_caches;
    bool exc_shown;    // the run ends with an exception that sys.excepthook took care of
    Value call_callee; // the call a native asks for …
    Value call_args[VM_CALL_ARGS];
    uint32_t call_nargs;
    Value call_tuple, call_kwargs; // … or, when call_tuple is not V_UNBOUND, in full form
    uint8_t call_form, call_tail;  // CallForm; the result is the asking native's own
    bool call_waits;               // that call could not start yet: its values are roots,
    const Value *host_args;        // and so are these
    uint32_t n_host_args;
    uint32_t retry_frame; // where the last retry after a collection was
    uint64_t retry_pc, retry_steps;
    uint32_t leaf_depth, leaf_work; // see leaf_enter
    uint64_t native_charged; // steps that natives charged, all told: a repeated try charges again
    void *mark_stack;
    MethodCacheEntry method_cache[METHOD_CACHE_SIZE];
    SiteCacheEntry site_cache[SITE_CACHE_SIZE];
    StrCursor str_cursors[STR_CURSORS];
    struct VmHost *host; // what the embedder gave: output, clock, cancel flag, host functions
    void *scratch;       // arena of the running native
    int64_t gc_every;    // mode gc: steps between collections
    int64_t fail_after;  // mode oom: allocations left until some are refused; -1 off
    int64_t fail_times;  // how many are refused then
    uint32_t modes;      // NX_MODE_*
};

// Bytes of live and not yet collected objects, rounded to size classes.
static inline uint64_t heap_charged(const Head *h) {
    return h->alloc_ceiling - (uint64_t)h->alloc_left;
}

static inline void *ref_ptr(Vm *vm, Value v) { return vm->base + ref_offset(v); }
static inline Value ptr_value(Vm *vm, const void *p) {
    return ref_value((uint32_t)((const uint8_t *)p - vm->base));
}
static inline Obj *as_obj(Vm *vm, Value v) {
    NX_ASSERT(is_ref(v));
    return (Obj *)ref_ptr(vm, v);
}
// Exact type, no subclass.
static inline bool is_exact(Vm *vm, Value v, TypeTag t) {
    if (!is_ref(v)) { return false; }
    const Obj *o = (const Obj *)ref_ptr(vm, v);
    return o->type == t && !o->ext;
}
// The type or any guest subclass of it.
static inline bool is_tagged(Vm *vm, Value v, TypeTag t) {
    return is_ref(v) && ((const Obj *)ref_ptr(vm, v))->type == t;
}

#endif
