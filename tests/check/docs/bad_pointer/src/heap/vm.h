#define NX_ROOTS(ROOT) \
    ROOT(frame, "the frame") \
    ROOT(exc, "the exception")

typedef struct Head {
    uint64_t steps, limit; // words
#define ROOT(name, doc) Value name;
    NX_ROOTS(ROOT)
#undef ROOT
    uint32_t classes[4];
} Head;

struct Vm {
    uint8_t *base;
};
