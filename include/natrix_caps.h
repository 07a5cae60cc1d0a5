/* natrix_caps.h: what a host lends, as tables of functions: pages for an engine, capabilities for a
 * guest. Embedders on POSIX systems can take the tables that ship in the library.
 *
 * A capability is a table that nx_host points to; a NULL table, or a NULL member, means: not there.
 * Every function of one takes the table's `ctx` first and answers with 0 or a count, with NX_LATER,
 * or with an error: the negative of a Linux error number (-2: no such file), which the guest sees
 * as the OSError of that number.
 *
 * NX_LATER: nothing was done yet. The run stops with NX_PENDING; nx_pending tells the operation,
 * and after nx_resume the same operation is asked for again. (Or the host answers in the
 * capability's place: nx_answer_value, nx_answer_raise.) So a table that never waits serves blocking
 * hosts, and one that starts the work and says "later" serves event loops. */
#ifndef NATRIX_CAPS_H
#define NATRIX_CAPS_H

#include "natrix.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Address space for guests. A slot is `size` bytes of zeroed memory at an address of the
 * provider's choice; its first bytes hold a boot image. */
typedef struct nx_pages {
    size_t size;
    void *ctx;
    /* NULL: not to be had. */
    void *(*reserve)(void *ctx, size_t bytes);
    void (*release)(void *ctx, void *slot, size_t bytes);
    /* Puts the image at the start of a fresh slot: mapped and shared where possible, else copied. */
    bool (*map_image)(void *ctx, void *slot, const void *image, size_t bytes);
    /* Most bytes worth reserving for one slot here. */
    size_t max_slot;
} nx_pages;

extern NX_API const nx_pages nx_pages_default;

/* ---- capabilities --------------------------------------------------------------------------- */

enum { NX_LATER = -1000000 };

/* Time, in nanoseconds: which 0 is the wall clock, 1 a steady one. */
typedef struct nx_clock {
    size_t size;
    void *ctx;
    int (*now)(void *ctx, int which, int64_t *ns);
    int (*sleep)(void *ctx, int64_t ns);
} nx_clock;

/* Random bytes: os.urandom, and the seeds of random. */
typedef struct nx_entropy {
    size_t size;
    void *ctx;
    int (*fill)(void *ctx, void *out, size_t len);
} nx_entropy;

/* Standard input: up to `cap` bytes, at best a line; 0 at the end. */
typedef struct nx_input {
    size_t size;
    void *ctx;
    int64_t (*read)(void *ctx, char *out, size_t cap);
} nx_input;

/* What is known of a file. `mode` has the bits of POSIX (0100000 file, 0040000 folder, 0120000
 * symbolic link, and permissions); times are in nanoseconds. */
typedef struct nx_stat {
    uint32_t mode, links;
    uint64_t inode, device;
    int64_t size, accessed_ns, modified_ns, changed_ns;
} nx_stat;

enum { /* how to open */
       NX_OPEN_READ = 1,
       NX_OPEN_WRITE = 2,
       NX_OPEN_CREATE = 4,
       NX_OPEN_EXCLUSIVE = 8, /* with CREATE: it must not be there */
       NX_OPEN_TRUNCATE = 16,
       NX_OPEN_APPEND = 32
};

/* Files, by absolute paths as the guest sees them: bytes, "/" between names, perhaps "." and "..";
 * what they name is for the table to decide. Reads and writes say where, so an open file has no
 * position of its own: the guest keeps it, and a snapshot that is loaded elsewhere opens the same
 * paths again. Handles are the table's numbers; a guest never sees them. */
typedef struct nx_files {
    size_t size;
    void *ctx;
    int (*open)(void *ctx, const char *path, unsigned how, unsigned mode, uint64_t *handle);
    int (*close)(void *ctx, uint64_t handle);
    /* Bytes read, 0 at the end of the file. */
    int64_t (*read)(void *ctx, uint64_t handle, int64_t at, void *out, size_t len);
    /* Bytes written; at -1: behind the end. */
    int64_t (*write)(void *ctx, uint64_t handle, int64_t at, const void *bytes, size_t len);
    int (*truncate)(void *ctx, uint64_t handle, int64_t len);
    int (*sync)(void *ctx, uint64_t handle);
    int (*stat_open)(void *ctx, uint64_t handle, nx_stat *out);
    int (*stat)(void *ctx, const char *path, bool follow, nx_stat *out);
    /* Calls add(to, name, type bits of its mode, or 0 when not known) for each entry but "." and
     * ".."; false from it: stop and return 0. */
    int (*list)(void *ctx, const char *path, bool (*add)(void *to, const char *name, uint32_t mode),
                void *to);
    int (*mkdir)(void *ctx, const char *path, unsigned mode);
    int (*rmdir)(void *ctx, const char *path);
    int (*remove)(void *ctx, const char *path);
    int (*rename)(void *ctx, const char *from, const char *to);
    /* Length of a symbolic link's text, which is cut at cap. */
    int64_t (*readlink)(void *ctx, const char *path, char *out, size_t cap);
    int (*chmod)(void *ctx, const char *path, bool follow, unsigned mode);
    int (*utime)(void *ctx, const char *path, bool follow, int64_t accessed_ns,
                 int64_t modified_ns);
} nx_files;

/* Folders of a POSIX host as files of guests. What lies outside of the mounted folders cannot be
 * reached: not by "..", not by symbolic links (whose absolute targets count from the mounted folder),
 * not while others change the tree meanwhile; neither can devices, pipes and sockets in them. The
 * folders above mount points exist, and hold those. One table may serve many VMs of one thread. */
NX_API nx_files *nx_files_posix_new(void); /* no mounts: an empty "/"; NULL: no memory */
/* 0, or an error as above. `guest` is an absolute path. */
NX_API int nx_files_posix_mount(nx_files *files, const char *host, const char *guest,
                                bool writable);
/* Where guests see a folder of the host; false: nowhere. */
NX_API bool nx_files_posix_guest_path(const nx_files *files, const char *folder, char *out,
                                      size_t cap);
NX_API void nx_files_posix_free(nx_files *files);

/* The built-in boot image; size 0 in the program that makes it. */
extern const unsigned char nx_builtin_image[];
extern const size_t nx_builtin_image_size;

#ifdef __cplusplus
}
#endif

#endif
