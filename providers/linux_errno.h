// linux_errno.h: error numbers as natrix_caps.h wants them. They are Linux's on every system, so
// that a guest sees the same ones everywhere.
#ifndef NATRIX_LINUX_ERRNO_H
#define NATRIX_LINUX_ERRNO_H

#include <errno.h>

#define LINUX_ERRORS(X)                                                                            \
    X(EPERM, 1)                                                                                    \
    X(ENOENT, 2)                                                                                   \
    X(EINTR, 4)                                                                                    \
    X(EIO, 5)                                                                                      \
    X(ENXIO, 6)                                                                                    \
    X(EBADF, 9)                                                                                    \
    X(EAGAIN, 11)                                                                                  \
    X(ENOMEM, 12)                                                                                  \
    X(EACCES, 13)                                                                                  \
    X(EBUSY, 16)                                                                                   \
    X(EEXIST, 17)                                                                                  \
    X(EXDEV, 18)                                                                                   \
    X(ENODEV, 19)                                                                                  \
    X(ENOTDIR, 20)                                                                                 \
    X(EISDIR, 21)                                                                                  \
    X(EINVAL, 22)                                                                                  \
    X(ENFILE, 23)                                                                                  \
    X(EMFILE, 24)                                                                                  \
    X(ETXTBSY, 26)                                                                                 \
    X(EFBIG, 27)                                                                                   \
    X(ENOSPC, 28)                                                                                  \
    X(ESPIPE, 29)                                                                                  \
    X(EROFS, 30)                                                                                   \
    X(EMLINK, 31)                                                                                  \
    X(EPIPE, 32)                                                                                   \
    X(ENAMETOOLONG, 36)                                                                            \
    X(ENOSYS, 38)                                                                                  \
    X(ENOTEMPTY, 39)                                                                               \
    X(ELOOP, 40)                                                                                   \
    X(EOVERFLOW, 75)                                                                               \
    X(ENOTSUP, 95)                                                                                 \
    X(EDQUOT, 122)

enum {
#define X(name, number) LINUX_##name = number,
    LINUX_ERRORS(X)
#undef X
};

// The number for this system's.
static inline int linux_error(int number) {
#ifdef __linux__
    return number;
#else
    switch (number) {
#define X(name, there)                                                                             \
    case name:                                                                                     \
        return there;
        LINUX_ERRORS(X)
#undef X
    default: return LINUX_EIO;
    }
#endif
}

#endif
