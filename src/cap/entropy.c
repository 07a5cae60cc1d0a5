// entropy.c: random bytes of the host: os.urandom, and seeds for random. Without the capability
// urandom raises, and generators are seeded by zero: repeatable.
#include "cap/cap.h"

#include "object/bytes.h"
#include "object/int.h"

enum { ENTROPY_SEED_SIZE = 32 };

static Value entropy_bytes(Vm *vm, uint64_t n) {
    const nx_entropy *entropy = vm->host->entropy;
    NX_NEED(vm, n);
    Bytes *b = bytes_alloc(vm, n);
    TRY(b);
    Value v;
    if (n == 0) { return ptr_value(vm, b); }
    if (!cap_answered(vm, entropy->fill(entropy->ctx, b->data, (size_t)n), V_NONE, &v)) {
        return v;
    }
    return ptr_value(vm, b);
}

// fill(length)
Value cap_entropy_fill(Vm *vm, Value *a) {
    const nx_entropy *entropy = vm->host->entropy;
    if (!entropy || !entropy->fill) {
        return raise_error(vm, EXC_NotImplementedError,
                           "no entropy: the host gave this program none");
    }
    return entropy_bytes(vm, (uint64_t)int_of(a[0]));
}

// seed(): bytes to seed a generator with; b"" where there is no entropy.
Value cap_entropy_seed(Vm *vm, Value *a) {
    const nx_entropy *entropy = vm->host->entropy;
    (void)a;
    return entropy_bytes(vm, entropy && entropy->fill ? ENTROPY_SEED_SIZE : 0);
}
