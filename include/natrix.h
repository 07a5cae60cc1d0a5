/* natrix.h: run Python in your program. The only header an embedder needs.
 *
 * An engine owns boot images and a pool of memory slots. A VM is one guest: it lives in one slot,
 * starts in microseconds, can do nothing but compute, and ends when its limits say so. What it may
 * reach, you hand in: host functions, inputs, capabilities.
 *
 *     nx_engine *engine = nx_engine_new(NULL);
 *     nx_vm *vm = nx_vm_new(engine, NULL);
 *     if (nx_run(vm, "6 * 7", -1, "<demo>") == NX_DONE) {
 *         int64_t n;
 *         nx_to_int(vm, nx_result(vm), &n);
 *     } else {
 *         fputs(nx_error(vm)->traceback, stderr);
 *     }
 *     nx_vm_free(vm);
 *     nx_engine_free(engine);
 *
 * Rules that hold everywhere:
 *  - No global state, no threads, no signals. One VM is used by one thread at a time; any number of
 *    VMs and engines may live side by side. nx_cancel alone may be called from another thread.
 *  - Every call can fail and says so. Guest code never makes the host crash, hang or abort.
 *  - Structs that may grow begin with `size`: set it to sizeof, or begin with what the functions
 *    nx_..._default return.
 *  - Text is UTF-8. A length of -1 means "up to the NUL".
 *  - Inside a host function its VM must not be run again; ask for a call back instead.
 */
#ifndef NATRIX_H
#define NATRIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define NX_VERSION_MAJOR 0
#define NX_VERSION_MINOR 1

#if defined(_WIN32)
#define NX_API
#elif defined(__GNUC__)
#define NX_API __attribute__((visibility("default")))
#else
#define NX_API
#endif

typedef struct nx_engine nx_engine;
typedef struct nx_vm nx_vm;

/* A Python value. Valid until its VM runs again; nx_hold keeps it longer. */
typedef uint64_t nx_value;

/* What became of a run. */
typedef enum nx_status {
    NX_DONE,    /* finished; nx_result */
    NX_RAISED,  /* an uncaught Python exception; nx_error */
    NX_LIMIT,   /* a limit was reached, or it was cancelled; nx_error tells which */
    NX_PENDING, /* something of the host said "later"; nx_pending, nx_answer…, nx_resume */
    NX_PAUSED,  /* as many steps as asked for were run; nx_resume goes on */
    NX_MISUSE   /* the call did not fit the VM's state or arguments; nothing changed */
} nx_status;

/* ---- limits: on by default ------------------------------------------------------------------ */

typedef struct nx_limits {
    size_t size;
    uint64_t steps;      /* back-edges, calls and measured native work */
    uint64_t memory;     /* bytes of live guest memory */
    uint64_t output;     /* bytes on stdout and stderr together */
    uint64_t time_ms;    /* computing, host calls not counted; 0: none; needs nx_host.now_ms */
    uint64_t depth;      /* Python calls inside each other: sys.getrecursionlimit() */
    uint64_t host_calls; /* calls of host functions */
} nx_limits;

/* The defaults: 10^10 steps, 256 MiB, 16 MiB, 60 s, 1000, 100 000. */
NX_API nx_limits nx_limits_default(void);

typedef struct nx_usage {
    uint64_t steps, memory, output, host_calls, collections;
} nx_usage;

/* ---- engine --------------------------------------------------------------------------------- */

#define NX_NO_POOL UINT32_MAX

typedef struct nx_engine_options {
    size_t size;
    uint32_t pool; /* idle slots kept warm; 0: 4; NX_NO_POOL: none, for a process with one guest */
    uint64_t slot_bytes; /* address space a guest may use; 0: 4 GiB, or what can be had */
    const void *image;   /* another boot image, as nx_image_write gave it; NULL: the built-in one */
    size_t image_size;
    const void
        *key; /* 16 to 64 secret bytes, which are copied: nx_dump seals with them; NULL: none */
    size_t key_len;
} nx_engine_options;

/* NULL: no memory, the image does not fit this library, or the key has another length. */
NX_API nx_engine *nx_engine_new(const nx_engine_options *options);
NX_API void nx_engine_free(nx_engine *engine); /* after all its VMs */

/* ---- VMs ------------------------------------------------------------------------------------ */

struct nx_clock; /* the capabilities: natrix_caps.h */
struct nx_entropy;
struct nx_input;
struct nx_files;

/* What a guest is given of the outside, beyond host functions. NULL members mean: not there. */
typedef struct nx_host {
    size_t size;
    void *ctx; /* passed to the functions below */
    /* Output as it is written; fd 1 or 2. Absent: kept for nx_output. */
    void (*write)(void *ctx, int fd, const char *bytes, size_t len);
    /* A steady clock for time_ms; not seen by the guest. */
    uint64_t (*now_ms)(void *ctx);
    const struct nx_clock *clock;
    const struct nx_entropy *entropy;
    const struct nx_input *input;
    const struct nx_files *files;
} nx_host;

typedef struct nx_vm_options {
    size_t size;
    nx_limits limits;
    nx_host host;
    const char *const *argv; /* sys.argv, NULL-terminated; NULL: [''] */
    const char *const *path; /* sys.path: where imports look for files; NULL: nowhere */
    const char *cwd;         /* the guest's current folder; NULL: "/" */
    uint32_t load;           /* of nx_load: NX_LOAD_… */
} nx_vm_options;

NX_API nx_vm_options nx_vm_options_default(void);

/* NULL options: the defaults. NULL: no slot or memory. */
NX_API nx_vm *nx_vm_new(nx_engine *engine, const nx_vm_options *options);
NX_API void nx_vm_free(nx_vm *vm);

/* ---- running -------------------------------------------------------------------------------- */

/* Compiles source in the __main__ module; a handle for nx_start, or 0 with the SyntaxError in
 * nx_error. Programs are values of the VM: they are part of its snapshots. */
NX_API nx_value nx_compile(nx_vm *vm, const char *source, int64_t len, const char *filename);

/* Runs a program to its next stop. The value of its last expression statement is nx_result. What
 * it defines stays in __main__ for the next run. */
NX_API nx_status nx_start(nx_vm *vm, nx_value program);

/* Calls a Python callable, e.g. a function that an earlier run defined. */
NX_API nx_status nx_call(nx_vm *vm, nx_value callable, const nx_value *args, size_t n);

/* Goes on after NX_PAUSED, or after NX_PENDING: of a host function once it was answered, of a
 * capability also without (it is asked again then). */
NX_API nx_status nx_resume(nx_vm *vm);

/* nx_compile and nx_start in one. */
NX_API nx_status nx_run(nx_vm *vm, const char *source, int64_t len, const char *filename);

/* Stop with NX_PAUSED after so many further steps; -1: never. May be called inside a host function:
 * 0 then stops right behind it. */
NX_API void nx_pause_after(nx_vm *vm, int64_t steps);

/* From any thread: the run ends with NX_LIMIT soon. */
NX_API void nx_cancel(nx_vm *vm);

NX_API nx_value nx_result(nx_vm *vm);
NX_API nx_usage nx_get_usage(nx_vm *vm);

/* Why the last run did not end with NX_DONE. Strings live until the VM runs again. */
typedef struct nx_error_info {
    const char *kind;      /* "exception", or the limit: "steps", "memory", "output", "time", ... */
    const char *type;      /* class name of the exception, "" for limits */
    const char *message;   /* str() of it */
    const char *traceback; /* as CPython prints it */
    nx_value exception;    /* the object; 0 for limits */
    int exit_status;       /* what a program that ends so gives its caller: SystemExit's, else 1 */
    bool exits_with_text;  /* SystemExit with something to say: message goes to stderr */
} nx_error_info;
NX_API const nx_error_info *nx_error(nx_vm *vm);

/* Output kept when nx_host.write is absent. */
NX_API const char *nx_output(nx_vm *vm, int fd, size_t *len);

/* ---- host functions ------------------------------------------------------------------------- */

typedef struct nx_args nx_args; /* one call of a host function */

typedef enum nx_answer_kind {
    NX_ANSWER_VALUE,   /* `value` is the result */
    NX_ANSWER_RAISE,   /* nx_args_raise was called */
    NX_ANSWER_PENDING, /* later: the run stops with NX_PENDING */
    NX_ANSWER_CALL     /* nx_args_call was called: its result is this call's result */
} nx_answer_kind;

typedef struct nx_answer {
    nx_answer_kind kind;
    nx_value value;
} nx_answer;

typedef nx_answer (*nx_function)(void *ctx, nx_vm *vm, nx_args *args);

/* Makes fn callable in the guest as `name` ("search", or "tools.search" for an attribute of a
 * namespace `tools`). `signature` is in Python's syntax: "query: str, limit=5, *, exact=False";
 * wrong calls raise Python's TypeError and never reach fn. `signature` NULL: the guest knows the
 * function, as one that was loaded does; fn is what it calls from now on. Returns false: no memory,
 * or the signature does not parse (nx_error says where). */
NX_API bool nx_register(nx_vm *vm, const char *name, const char *signature, const char *doc,
                        nx_function fn, void *ctx);

/* Arguments in signature order; defaults are filled in; *args is a tuple, **kwargs a dict. */
NX_API size_t nx_args_count(const nx_args *args);
NX_API nx_value nx_args_get(const nx_args *args, size_t i);
NX_API nx_answer nx_args_raise(nx_args *args, const char *type, const char *message);
NX_API nx_answer nx_args_call(nx_args *args, nx_value callable, const nx_value *argv, size_t n);

static inline nx_answer nx_return(nx_value v) {
    nx_answer a = {NX_ANSWER_VALUE, 0};
    a.value = v;
    return a;
}
static inline nx_answer nx_later(void) {
    nx_answer a = {NX_ANSWER_PENDING, 0};
    return a;
}

/* The call that a VM in state NX_PENDING waits for. */
typedef struct nx_pending_info {
    const char *name; /* of the host function, or "files.read" and such of a capability */
    nx_value args;    /* tuple, in signature order */
} nx_pending_info;
NX_API bool nx_pending(nx_vm *vm, nx_pending_info *out);
NX_API bool nx_answer_value(nx_vm *vm, nx_value v);
NX_API bool nx_answer_raise(nx_vm *vm, const char *type, const char *message);

/* ---- snapshots ------------------------------------------------------------------------------ */

/* The whole guest as bytes, between two runs or in state NX_PAUSED or NX_PENDING. Free with
 * nx_free. False: wrong state or no memory. */
NX_API bool nx_dump(nx_vm *vm, void **bytes, size_t *len);
NX_API void nx_free(void *bytes);
/* What nx_load believes. By default a seal (nx_engine_options.key) that is right vouches for the
 * bytes, one that is wrong refuses them, and bytes without one are verified; as all are by an engine
 * without a key. */
enum {
    NX_LOAD_SEALED = 1, /* bytes without a seal are refused, too */
    NX_LOAD_VERIFY = 2, /* sealed ones are verified as well */
    /* The host vouches for the bytes: nx_dump gave them and nobody else could write to them since,
     * as in the process's own memory. No seal is asked for, nothing is verified: who can forge them
     * takes over the process. */
    NX_LOAD_TRUSTED = 4
};

/* A VM in the state it was dumped in. Host functions are found by name: register them on the new
 * VM before it runs on (signature and doc NULL: the guest has them already). Its limits on steps,
 * memory, output and depth come with it, and how much of them is used; time and host calls are
 * limited by `options`. NULL: *error says what is wrong with the bytes. Bytes from somebody else
 * should be sealed though they are verified: docs/threat-model.md. */
NX_API nx_vm *nx_load(nx_engine *engine, const nx_vm_options *options, const void *bytes,
                      size_t len, const char **error);
/* A second VM in the same state. Seeded generators go on alike in both. */
NX_API nx_vm *nx_fork(nx_vm *vm);
/* The state a loaded or forked VM is in: NX_PAUSED, NX_PENDING, or NX_DONE when idle. */
NX_API nx_status nx_state(nx_vm *vm);

/* ---- values --------------------------------------------------------------------------------- */

typedef enum nx_type {
    NX_NONE,
    NX_BOOL,
    NX_INT,
    NX_FLOAT,
    NX_STR,
    NX_BYTES,
    NX_LIST,
    NX_TUPLE,
    NX_DICT,
    NX_SET,
    NX_CALLABLE,
    NX_OBJECT
} nx_type;

NX_API nx_type nx_typeof(nx_vm *vm, nx_value v);
NX_API const char *nx_class_name(nx_vm *vm, nx_value v);

/* Makers return 0 when memory is short. */
NX_API nx_value nx_none(void);
NX_API nx_value nx_bool(bool b);
NX_API nx_value nx_float(double d);
NX_API nx_value nx_int(nx_vm *vm, int64_t n);
NX_API nx_value nx_int_text(nx_vm *vm, const char *decimal);      /* of any size; 0: not a number */
NX_API nx_value nx_str(nx_vm *vm, const char *text, int64_t len); /* 0 also: not UTF-8 */
NX_API nx_value nx_bytes(nx_vm *vm, const void *bytes, size_t len);
NX_API nx_value nx_list(nx_vm *vm, const nx_value *items, size_t n);
NX_API nx_value nx_tuple(nx_vm *vm, const nx_value *items, size_t n);
NX_API nx_value nx_dict(nx_vm *vm);
NX_API bool nx_list_append(nx_vm *vm, nx_value list, nx_value item);
NX_API bool nx_dict_set(nx_vm *vm, nx_value dict, const char *key, nx_value v);

/* Readers return false when v is not of that kind (or does not fit). Pointers point into the
 * guest and live until it runs again. */
NX_API bool nx_to_bool(nx_vm *vm, nx_value v, bool *out);
NX_API bool nx_to_int(nx_vm *vm, nx_value v, int64_t *out);
NX_API bool nx_to_float(nx_vm *vm, nx_value v, double *out);
NX_API bool nx_to_str(nx_vm *vm, nx_value v, const char **text, size_t *len);
NX_API bool nx_to_bytes(nx_vm *vm, nx_value v, const void **bytes, size_t *len);
NX_API size_t nx_len(nx_vm *vm, nx_value v);                /* of str, bytes and containers */
NX_API nx_value nx_item(nx_vm *vm, nx_value seq, size_t i); /* list or tuple; 0: none */
NX_API nx_value nx_get(nx_vm *vm, nx_value dict, const char *key); /* 0: not there */
/* Walks a dict in order: *pos starts at 0; false at the end. */
NX_API bool nx_dict_next(nx_vm *vm, nx_value dict, size_t *pos, nx_value *key, nx_value *value);

/* JSON by the guest's own json module. 0 or NULL with the reason in nx_error. The text lives until
 * the next call. Neither may be used inside a host function. */
NX_API nx_value nx_from_json(nx_vm *vm, const char *json, int64_t len);
NX_API const char *nx_to_json(nx_vm *vm, nx_value v);

/* Variables of __main__. */
NX_API nx_value nx_global(nx_vm *vm, const char *name); /* 0: not there */
NX_API bool nx_set_global(nx_vm *vm, const char *name, nx_value v);

/* Keeps a value alive and its handle valid across runs, until nx_release. 0: no memory. Held values
 * are part of snapshots. */
NX_API uint32_t nx_hold(nx_vm *vm, nx_value v);
NX_API nx_value nx_held(nx_vm *vm, uint32_t hold);
NX_API void nx_release(nx_vm *vm, uint32_t hold);

#ifdef __cplusplus
}
#endif

#endif
