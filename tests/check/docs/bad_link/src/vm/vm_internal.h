typedef struct VmHost {
    void (*write)(void *ctx, int fd);
} VmHost;
