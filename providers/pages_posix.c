// pages_posix.c: slots from mmap. The image is mapped from the file this code was loaded from, so
// that its clean pages are shared by all guests and all processes; where that cannot be found out,
// it is copied.
#define _GNU_SOURCE
#include "natrix_caps.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void *posix_reserve(void *ctx, size_t bytes) {
    (void)ctx;
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                   -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

static void posix_release(void *ctx, void *slot, size_t bytes) {
    (void)ctx;
    munmap(slot, bytes);
}

// Which file, and where in it, the bytes at `at` were loaded from.
typedef struct Found {
    uintptr_t at;
    const char *file;
    off_t offset;
} Found;

static int look_in_object(struct dl_phdr_info *info, size_t size, void *ctx) {
    Found *found = ctx;
    (void)size;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + p->p_vaddr;
        if (p->p_type != PT_LOAD || found->at < start || found->at >= start + p->p_filesz) {
            continue;
        }
        found->file = info->dlpi_name && info->dlpi_name[0] ? info->dlpi_name : "/proc/self/exe";
        found->offset = (off_t)(p->p_offset + (found->at - start));
        return 1;
    }
    return 0;
}

static bool posix_map_image(void *ctx, void *slot, const void *image, size_t bytes) {
    Found found = {(uintptr_t)image, NULL, 0};
    (void)ctx;
    if (dl_iterate_phdr(look_in_object, &found) && found.offset % sysconf(_SC_PAGESIZE) == 0) {
        int fd = open(found.file, O_RDONLY | O_CLOEXEC);
        if (fd >= 0) {
            void *p = mmap(slot, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, fd,
                           found.offset);
            close(fd);
            if (p == slot && memcmp(slot, image, 64) == 0) { return true; }
            if (p != slot) { return false; }
        }
        void *p = mmap(slot, bytes, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0);
        if (p != slot) { return false; }
    }
    memcpy(slot, image, bytes);
    return true;
}

const nx_pages nx_pages_default = {
    sizeof(nx_pages), NULL, posix_reserve, posix_release, posix_map_image, (size_t)1 << 32,
};
