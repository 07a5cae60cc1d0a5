// files_posix.c: folders of a POSIX host as files of guests (natrix_caps.h).
//
// A guest's path is walked name by name from the descriptor of its mount, never handed to the kernel
// as a whole: each name is opened relative to the descriptor before it and without following links;
// links are read and their text is walked in the same way, an absolute one from the mount's root;
// ".." goes back to the descriptor that was passed before. So no path and no change of the tree
// during the walk leads out of the mounted folder. The last step works on a name in a folder that
// was reached so.
#define _GNU_SOURCE
#include "natrix_caps.h"

#include "linux_errno.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __wasi__ // has no descriptors for walking only, no real paths and no permissions
#define O_PATH                              O_RDONLY
#define realpath(path, out)                 strdup(path)
#define fchmodat(folder, name, mode, flags) ((void)(mode), errno = ENOTSUP, -1)
#endif

enum { WALK_DEPTH = 128, WALK_LINKS = 40, WALK_TEXT = 8192, NAME_CAP = 256 };

typedef struct Mount {
    char *guest; // absolute, normalized, without a slash at the end ("" is the root)
    char *host;  // real path, for nx_files_posix_guest_path only
    size_t guest_len;
    int fd;
    bool writable;
} Mount;

typedef struct OpenFile {
    int fd; // -1: free
    bool append;
} OpenFile;

typedef struct PosixFiles {
    nx_files files; // first: nx_files_posix_new hands this out
    Mount *mounts;
    size_t n_mounts;
    OpenFile *open;
    size_t n_open;
} PosixFiles;

// ---- which mount -------------------------------------------------------------------------------

// A guest's path: normalized as text, and the mount it is in, with what remains to be walked there.
typedef struct Place {
    const Mount *mount;   // NULL: above all mounts, a folder that is not there on the host
    char norm[WALK_TEXT]; // "" for the root
    char rest[WALK_TEXT]; // as the guest wrote it, below the mount
} Place;

static const Mount *mount_at(const PosixFiles *p, const char *norm) {
    for (size_t i = 0; i < p->n_mounts; i++) {
        if (strcmp(p->mounts[i].guest, norm) == 0) { return &p->mounts[i]; }
    }
    return NULL;
}

static bool is_below(const char *norm, const Mount *m) {
    return strncmp(norm, m->guest, m->guest_len) == 0 &&
           (norm[m->guest_len] == '/' || norm[m->guest_len] == 0);
}

// The innermost mount around a normalized path.
static const Mount *mount_around(const PosixFiles *p, const char *norm) {
    const Mount *best = NULL;
    for (size_t i = 0; i < p->n_mounts; i++) {
        const Mount *m = &p->mounts[i];
        if (is_below(norm, m) && (!best || m->guest_len > best->guest_len)) { best = m; }
    }
    return best;
}

// Takes the last name off; what is left is in another mount when that name was the mount point.
static void place_up(const PosixFiles *p, Place *at) {
    char *slash = strrchr(at->norm, '/');
    bool was_root = at->mount && strcmp(at->norm, at->mount->guest) == 0;
    if (slash) { *slash = 0; }
    if (!was_root) {
        strcat(at->rest, "/..");
        return;
    }
    at->mount = mount_around(p, at->norm);
    strcpy(at->rest, at->mount ? at->norm + at->mount->guest_len : "");
}

// 0, or an error.
static int place_find(const PosixFiles *p, const char *path, Place *at) {
    if (strlen(path) >= WALK_TEXT / 2) { return -LINUX_ENAMETOOLONG; }
    at->norm[0] = at->rest[0] = 0;
    at->mount = mount_at(p, "");
    while (*path) {
        size_t n = strcspn(path, "/");
        if (n == 2 && memcmp(path, "..", 2) == 0) {
            place_up(p, at);
        } else if (n && !(n == 1 && *path == '.')) {
            strncat(strcat(at->norm, "/"), path, n);
            const Mount *m = mount_at(p, at->norm);
            if (m) {
                at->mount = m;
                at->rest[0] = 0;
            } else {
                strncat(strcat(at->rest, "/"), path, n);
            }
        }
        path += n;
        if (*path == '/' && !path[1] && at->rest[0]) { strcat(at->rest, "/"); } // must be a folder
        path += *path == '/';
    }
    return 0;
}

// A path above the mounts: it is a folder there, or nothing.
static bool is_above_mounts(const PosixFiles *p, const Place *at) {
    size_t n = strlen(at->norm);
    if (n == 0) { return true; }
    for (size_t i = 0; i < p->n_mounts; i++) {
        const char *g = p->mounts[i].guest;
        if (strncmp(g, at->norm, n) == 0 && g[n] == '/') { return true; }
    }
    return false;
}

// ---- walking -----------------------------------------------------------------------------------

// Folders passed on the way, the mount's own first; `name` is the last name, in the last of them;
// "" when the path is that folder itself.
typedef struct Walk {
    int fds[WALK_DEPTH];
    int n;
    char name[NAME_CAP];
    bool want_folder; // the path ended in a slash
    char text[WALK_TEXT];
} Walk;

static void walk_end(Walk *w) {
    while (w->n > 1) { close(w->fds[--w->n]); } // the first is the mount's
}

static int walk_into(Walk *w, const char *name) {
    if (w->n == WALK_DEPTH) { return -LINUX_ENAMETOOLONG; }
    int fd = openat(w->fds[w->n - 1], name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) { return errno == ELOOP ? -LINUX_ENOTDIR : -linux_error(errno); }
    w->fds[w->n++] = fd;
    return 0;
}

// Puts the text of the link `name` before the rest of the path that is still to be walked.
static int walk_link(Walk *w, const char *name, char *rest, int *links) {
    char target[WALK_TEXT];
    if (++*links > WALK_LINKS) { return -LINUX_ELOOP; }
    ssize_t n = readlinkat(w->fds[w->n - 1], name, target, sizeof target - 1);
    if (n < 0) { return -linux_error(errno); }
    target[n] = 0;
    size_t rest_len = strlen(rest);
    if ((size_t)n + rest_len + 2 >= WALK_TEXT) { return -LINUX_ENAMETOOLONG; }
    memcpy(target + n, rest, rest_len + 1);
    if (target[0] == '/') { walk_end(w); }
    strcpy(w->text, target);
    return 0;
}

// Walks `rest` below a mount up to its last name. 0, or an error; walk_end in any case.
static int walk(const Mount *m, const char *rest, bool follow, Walk *w) {
    int links = 0;
    w->fds[0] = m->fd;
    w->n = 1;
    w->name[0] = 0;
    w->want_folder = false;
    strcpy(w->text, rest);
    char *at = w->text;
    for (;;) {
        while (*at == '/') { at++; }
        size_t n = strcspn(at, "/");
        if (n == 0) { return 0; }
        char name[NAME_CAP];
        if (n >= NAME_CAP) { return -LINUX_ENAMETOOLONG; }
        memcpy(name, at, n);
        name[n] = 0;
        at += n;
        size_t more = strspn(at, "/");
        bool last = at[more] == 0;
        if (strcmp(name, ".") == 0) { continue; }
        if (strcmp(name, "..") == 0) {
            if (w->n > 1) { close(w->fds[--w->n]); }
            continue;
        }
        struct stat st;
        int known = fstatat(w->fds[w->n - 1], name, &st, AT_SYMLINK_NOFOLLOW);
        if (known == 0 && S_ISLNK(st.st_mode) && (!last || follow || more)) {
            int r = walk_link(w, name, at, &links);
            if (r < 0) { return r; }
            at = w->text;
            continue;
        }
        if (last) {
            strcpy(w->name, name);
            w->want_folder = more > 0;
            if (more && known == 0 && !S_ISDIR(st.st_mode)) { return -LINUX_ENOTDIR; }
            return 0;
        }
        int r = walk_into(w, name);
        if (r < 0) { return r; }
    }
}

// The folder and the name in it that a path leads to; "." for the folder itself.
static const char *walk_name(const Walk *w) { return w->name[0] ? w->name : "."; }
static int walk_folder(const Walk *w) { return w->fds[w->n - 1]; }

// ---- by path -----------------------------------------------------------------------------------

// Reaches a path for an operation. `change`: it changes something there. *mount NULL: it is a folder
// above the mounts, and nothing was walked. 0, or an error.
static int reach(const PosixFiles *p, const char *path, bool follow, bool change, Walk *w,
                 const Mount **mount) {
    Place at;
    w->n = 0;
    int r = place_find(p, path, &at);
    if (r < 0) { return r; }
    *mount = at.mount;
    if (!at.mount) { return !is_above_mounts(p, &at) ? -LINUX_ENOENT : change ? -LINUX_EROFS : 0; }
    r = walk(at.mount, at.rest, follow, w);
    return r < 0 ? r : change && !at.mount->writable ? -LINUX_EROFS : 0;
}

static void stat_fill(const struct stat *st, nx_stat *out) {
    *out = (nx_stat){
        .mode = st->st_mode,
        .links = (uint32_t)st->st_nlink,
        .inode = st->st_ino,
        .device = st->st_dev,
        .size = st->st_size,
        .accessed_ns = (int64_t)st->st_atim.tv_sec * 1000000000 + st->st_atim.tv_nsec,
        .modified_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
        .changed_ns = (int64_t)st->st_ctim.tv_sec * 1000000000 + st->st_ctim.tv_nsec,
    };
}

static int mounted_stat(void *ctx, const char *path, bool follow, nx_stat *out) {
    Walk w;
    const Mount *m;
    struct stat st;
    int r = reach(ctx, path, follow, false, &w, &m);
    if (r == 0 && !m) {
        *out = (nx_stat){.mode = S_IFDIR | 0555, .links = 2};
        return 0;
    }
    if (r == 0 && fstatat(walk_folder(&w), walk_name(&w), &st, AT_SYMLINK_NOFOLLOW) != 0) {
        r = -linux_error(errno);
    }
    walk_end(&w);
    if (r == 0) { stat_fill(&st, out); }
    return r;
}

// The mount points right below a folder that is above them.
static void list_mounts(const PosixFiles *p, const char *norm,
                        bool (*add)(void *to, const char *name, uint32_t mode), void *to) {
    size_t n = strlen(norm);
    for (size_t i = 0; i < p->n_mounts; i++) {
        const char *g = p->mounts[i].guest;
        if (strncmp(g, norm, n) != 0 || g[n] != '/') { continue; }
        char name[NAME_CAP] = "";
        size_t len = strcspn(g + n + 1, "/");
        bool seen = len >= NAME_CAP;
        for (size_t k = 0; k < i && !seen; k++) {
            seen = strncmp(p->mounts[k].guest, g, n + 1 + len) == 0 &&
                   (p->mounts[k].guest[n + 1 + len] & ~'/') == 0;
        }
        if (seen) { continue; }
        memcpy(name, g + n + 1, len);
        if (!add(to, name, S_IFDIR)) { return; }
    }
}

static uint32_t type_bits(unsigned char type) {
    switch (type) {
    case DT_DIR: return S_IFDIR;
    case DT_REG: return S_IFREG;
    case DT_LNK: return S_IFLNK;
    default: return 0;
    }
}

static int mounted_list(void *ctx, const char *path,
                        bool (*add)(void *to, const char *name, uint32_t mode), void *to) {
    Walk w;
    const Mount *m;
    int r = reach(ctx, path, true, false, &w, &m);
    if (r == 0 && !m) {
        Place at;
        place_find(ctx, path, &at);
        list_mounts(ctx, at.norm, add, to);
        return 0;
    }
    int fd = -1;
    if (r == 0) {
        fd =
            openat(walk_folder(&w), walk_name(&w), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0) { r = -linux_error(errno); }
    }
    walk_end(&w);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir) {
        if (fd >= 0) { close(fd); }
        return r < 0 ? r : -LINUX_ENOMEM;
    }
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0) { continue; }
        if (!add(to, e->d_name, type_bits(e->d_type))) { break; }
    }
    closedir(dir);
    return 0;
}

static int mounted_mkdir(void *ctx, const char *path, unsigned mode) {
    Walk w;
    const Mount *m;
    int r = reach(ctx, path, false, true, &w, &m);
    if (r == 0 || r == -LINUX_EROFS) {
        nx_stat st; // what is there already is told first
        if (mounted_stat(ctx, path, false, &st) == 0) { r = -LINUX_EEXIST; }
    }
    if (r == 0 && mkdirat(walk_folder(&w), walk_name(&w), (mode_t)(mode & 0777)) != 0) {
        r = -linux_error(errno);
    }
    walk_end(&w);
    return r;
}

static int unlink_at(void *ctx, const char *path, int flags) {
    Walk w;
    const Mount *m;
    int r = reach(ctx, path, false, true, &w, &m);
    if (r == -LINUX_EROFS) {
        nx_stat st;
        int there = mounted_stat(ctx, path, false, &st);
        r = there < 0 ? there : r;
    }
    if (r == 0 && !w.name[0]) { r = -LINUX_EBUSY; } // the mount point, or "."
    if (r == 0 && unlinkat(walk_folder(&w), w.name, flags) != 0) { r = -linux_error(errno); }
    walk_end(&w);
    return r;
}

static int mounted_rmdir(void *ctx, const char *path) { return unlink_at(ctx, path, AT_REMOVEDIR); }
static int mounted_remove(void *ctx, const char *path) { return unlink_at(ctx, path, 0); }

static int mounted_rename(void *ctx, const char *from, const char *to) {
    Walk a, b;
    const Mount *ma, *mb;
    b.n = 0;
    int r = reach(ctx, from, false, true, &a, &ma);
    if (r == 0) { r = reach(ctx, to, false, true, &b, &mb); }
    if (r == 0 && (!a.name[0] || !b.name[0])) { r = -LINUX_EBUSY; }
    if (r == 0 && ma != mb) { r = -LINUX_EXDEV; }
    if (r == 0 && renameat(walk_folder(&a), a.name, walk_folder(&b), b.name) != 0) {
        r = -linux_error(errno);
    }
    walk_end(&a);
    walk_end(&b);
    return r;
}

static int64_t mounted_readlink(void *ctx, const char *path, char *out, size_t cap) {
    Walk w;
    const Mount *m;
    int64_t r = reach(ctx, path, false, false, &w, &m);
    if (r == 0 && !m) { return -LINUX_EINVAL; }
    if (r == 0) {
        r = readlinkat(walk_folder(&w), walk_name(&w), out, cap);
        if (r < 0) { r = -linux_error(errno); }
    }
    walk_end(&w);
    return r;
}

static int mounted_chmod(void *ctx, const char *path, bool follow, unsigned mode) {
    Walk w;
    const Mount *m;
    int r = reach(ctx, path, follow, true, &w, &m);
    // The name is no link any more when links are followed; setuid and its kin are not for guests.
    if (r == 0 &&
        fchmodat(walk_folder(&w), walk_name(&w), (mode_t)(mode & 0777), AT_SYMLINK_NOFOLLOW) != 0) {
        r = -linux_error(errno);
    }
    walk_end(&w);
    return r;
}

static struct timespec timespec_of(int64_t ns) {
    int64_t seconds = ns / 1000000000, part = ns % 1000000000;
    if (part < 0) { seconds--, part += 1000000000; }
    return (struct timespec){.tv_sec = seconds, .tv_nsec = (long)part};
}

static int mounted_utime(void *ctx, const char *path, bool follow, int64_t accessed,
                         int64_t modified) {
    Walk w;
    const Mount *m;
    struct timespec times[2] = {timespec_of(accessed), timespec_of(modified)};
    int r = reach(ctx, path, follow, true, &w, &m);
    if (r == 0 && utimensat(walk_folder(&w), walk_name(&w), times, AT_SYMLINK_NOFOLLOW) != 0) {
        r = -linux_error(errno);
    }
    walk_end(&w);
    return r;
}

// ---- open files --------------------------------------------------------------------------------

static OpenFile *open_file(PosixFiles *p, uint64_t handle) {
    return handle < p->n_open && p->open[handle].fd >= 0 ? &p->open[handle] : NULL;
}

static int open_slot(PosixFiles *p, uint64_t *handle) {
    for (size_t i = 0; i < p->n_open; i++) {
        if (p->open[i].fd < 0) {
            *handle = i;
            return 0;
        }
    }
    size_t n = p->n_open ? p->n_open * 2 : 8;
    OpenFile *grown = realloc(p->open, n * sizeof *grown);
    if (!grown) { return -LINUX_ENOMEM; }
    for (size_t i = p->n_open; i < n; i++) { grown[i].fd = -1; }
    *handle = p->n_open;
    p->open = grown;
    p->n_open = n;
    return 0;
}

static int open_flags(unsigned how) {
    int flags = how & NX_OPEN_WRITE ? (how & NX_OPEN_READ ? O_RDWR : O_WRONLY) : O_RDONLY;
    flags |= how & NX_OPEN_CREATE ? O_CREAT : 0;
    flags |= how & NX_OPEN_EXCLUSIVE ? O_EXCL : 0;
    flags |= how & NX_OPEN_APPEND ? O_APPEND : 0;
    // A pipe is not waited for, and a link that came in the meantime is not followed.
    return flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
}

static int open_in(const Walk *w, unsigned how, unsigned mode) {
    if (w->want_folder && (how & NX_OPEN_CREATE)) { return -LINUX_EISDIR; }
    int fd = openat(walk_folder(w), walk_name(w), open_flags(how), mode & 0777);
    if (fd < 0) { return -linux_error(errno); }
    struct stat st;
    int r = fstat(fd, &st) != 0 ? -linux_error(errno) : 0;
    if (r == 0 && !S_ISREG(st.st_mode)) { r = S_ISDIR(st.st_mode) ? -LINUX_EISDIR : -LINUX_EACCES; }
    if (r == 0 && (how & NX_OPEN_TRUNCATE) && ftruncate(fd, 0) != 0) { r = -linux_error(errno); }
    if (r < 0) {
        close(fd);
        return r;
    }
    return fd;
}

static int mounted_open(void *ctx, const char *path, unsigned how, unsigned mode,
                        uint64_t *handle) {
    PosixFiles *p = ctx;
    Walk w;
    const Mount *m;
    bool exclusive = (how & NX_OPEN_CREATE) && (how & NX_OPEN_EXCLUSIVE);
    int r = reach(p, path, !exclusive, false, &w, &m);
    if (r == 0 && !m) { return -LINUX_EISDIR; }
    if (r == 0 && (how & (NX_OPEN_WRITE | NX_OPEN_CREATE | NX_OPEN_TRUNCATE)) && !m->writable) {
        r = -LINUX_EROFS;
    }
    if (r == 0) { r = open_slot(p, handle); }
    int fd = r == 0 ? open_in(&w, how, mode) : r;
    walk_end(&w);
    if (fd < 0) { return fd; }
    p->open[*handle] = (OpenFile){fd, (how & NX_OPEN_APPEND) != 0};
    return 0;
}

static int mounted_close(void *ctx, uint64_t handle) {
    OpenFile *f = open_file(ctx, handle);
    if (!f) { return -LINUX_EBADF; }
    int r = close(f->fd) != 0 ? -linux_error(errno) : 0;
    f->fd = -1;
    return r;
}

static int64_t mounted_read(void *ctx, uint64_t handle, int64_t at, void *out, size_t len) {
    const OpenFile *f = open_file(ctx, handle);
    if (!f) { return -LINUX_EBADF; }
    ssize_t n;
    do { n = pread(f->fd, out, len, at); } while (n < 0 && errno == EINTR);
    return n < 0 ? -linux_error(errno) : n;
}

static int64_t mounted_write(void *ctx, uint64_t handle, int64_t at, const void *bytes,
                             size_t len) {
    const OpenFile *f = open_file(ctx, handle);
    if (!f) { return -LINUX_EBADF; }
    ssize_t n;
    do {
        n = f->append || at < 0 ? write(f->fd, bytes, len) : pwrite(f->fd, bytes, len, at);
    } while (n < 0 && errno == EINTR);
    return n < 0 ? -linux_error(errno) : n;
}

static int mounted_truncate(void *ctx, uint64_t handle, int64_t len) {
    const OpenFile *f = open_file(ctx, handle);
    return !f ? -LINUX_EBADF : ftruncate(f->fd, len) != 0 ? -linux_error(errno) : 0;
}

static int mounted_sync(void *ctx, uint64_t handle) {
    const OpenFile *f = open_file(ctx, handle);
    return !f ? -LINUX_EBADF : fsync(f->fd) != 0 ? -linux_error(errno) : 0;
}

static int mounted_stat_open(void *ctx, uint64_t handle, nx_stat *out) {
    const OpenFile *f = open_file(ctx, handle);
    struct stat st;
    if (!f) { return -LINUX_EBADF; }
    if (fstat(f->fd, &st) != 0) { return -linux_error(errno); }
    stat_fill(&st, out);
    return 0;
}

// ---- making ------------------------------------------------------------------------------------

nx_files *nx_files_posix_new(void) {
    PosixFiles *p = calloc(1, sizeof *p);
    if (!p) { return NULL; }
    p->files = (nx_files){
        .size = sizeof p->files,
        .ctx = p,
        .open = mounted_open,
        .close = mounted_close,
        .read = mounted_read,
        .write = mounted_write,
        .truncate = mounted_truncate,
        .sync = mounted_sync,
        .stat_open = mounted_stat_open,
        .stat = mounted_stat,
        .list = mounted_list,
        .mkdir = mounted_mkdir,
        .rmdir = mounted_rmdir,
        .remove = mounted_remove,
        .rename = mounted_rename,
        .readlink = mounted_readlink,
        .chmod = mounted_chmod,
        .utime = mounted_utime,
    };
    return &p->files;
}

int nx_files_posix_mount(nx_files *files, const char *host, const char *guest, bool writable) {
    PosixFiles *p = files->ctx;
    Place at;
    if (guest[0] != '/') { return -LINUX_EINVAL; }
    int r = place_find(&(PosixFiles){.n_mounts = 0}, guest, &at); // normalizes
    if (r < 0) { return r; }
    if (mount_at(p, at.norm)) { return -LINUX_EEXIST; }
    Mount *grown = realloc(p->mounts, (p->n_mounts + 1) * sizeof *grown);
    if (!grown) { return -LINUX_ENOMEM; }
    p->mounts = grown;
    char *copy = strdup(at.norm), *real = realpath(host, NULL);
    int fd = copy && real ? open(real, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd < 0) {
        r = errno ? -linux_error(errno) : -LINUX_ENOMEM;
        free(copy);
        free(real);
        return r;
    }
    p->mounts[p->n_mounts++] = (Mount){copy, real, strlen(copy), fd, writable};
    return 0;
}

static bool mounted_path(const PosixFiles *p, const char *host, char *out, size_t cap) {
    const Mount *best = NULL;
    size_t best_len = 0;
    for (size_t i = 0; i < p->n_mounts; i++) {
        const Mount *m = &p->mounts[i];
        size_t n = strcmp(m->host, "/") == 0 ? 0 : strlen(m->host);
        bool inside = strncmp(host, m->host, n) == 0 && (host[n] == '/' || host[n] == 0);
        if (inside && (!best || n >= best_len)) {
            best = m;
            best_len = n;
        }
    }
    if (!best) { return false; }
    const char *rest = host + best_len;
    if (strcmp(rest, "/") == 0) { rest = ""; }
    if (strlen(best->guest) + strlen(rest) + 2 > cap) { return false; }
    strcat(strcpy(out, best->guest), rest);
    if (!out[0]) { strcpy(out, "/"); }
    return true;
}

bool nx_files_posix_guest_path(const nx_files *files, const char *folder, char *out, size_t cap) {
    const PosixFiles *p = files->ctx;
    char *host = realpath(folder, NULL);
    bool found = host && mounted_path(p, host, out, cap);
    free(host);
    return found;
}

void nx_files_posix_free(nx_files *files) {
    if (!files) { return; }
    PosixFiles *p = files->ctx;
    for (size_t i = 0; i < p->n_open; i++) {
        if (p->open[i].fd >= 0) { close(p->open[i].fd); }
    }
    for (size_t i = 0; i < p->n_mounts; i++) {
        close(p->mounts[i].fd);
        free(p->mounts[i].guest);
        free(p->mounts[i].host);
    }
    free(p->open);
    free(p->mounts);
    free(p);
}
