// libFuzzer target for the reader of snapshots: snapshots of programs in many states are edited by
// somebody who knows the format (forge.h), given a right checksum again, and loaded; what loads is run on
// for some steps. A forged snapshot must end in a refusal or a status.
//
// Input: which snapshot, then what forge.h makes of the bytes: which edits, where, to what. Or, when the
// first byte is 255, the bytes of a snapshot. `make fuzz-snapshot`.
#include "forge.h"
#include "natrix.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static const struct {
    int64_t steps;
    const char *text;
} programs[] = {
    {3, "x = [1, 'a', 2.5, None, 1 << 70]\nfor i in range(9):\n    x.append(i)\n"},
    {12, "d = {str(i): i for i in range(20)}\ns = set(d)\nfor k in d:\n    s.discard(k)\n"},
    {25, "def key(x):\n    return -x\nprint(sorted(range(20), key=key))\n"},
    {14, "def gen(n):\n    try:\n        for i in range(n):\n            yield i\n    finally:\n   "
         "     pass\n"
         "for i in zip(gen(9), map(str, gen(9)), enumerate('abcdefghi')):\n    i\n"},
    {20, "class A:\n    def __init__(self, x):\n        self.x = x\n    def __eq__(self, o):\n"
         "        return self.x == o.x\n    __hash__ = None\n"
         "l = [A(i) for i in range(9)]\nl.index(A(8))\nclass B(list):\n    pass\n"
         "b = B([1]); b.y = 2\nfor i in range(9):\n    b.append(i)\n"},
    {10, "import re\nfor i in range(3):\n    re.findall('(a+)(b|c)*', 'aab' * 50)\n"},
    {9, "def f(n):\n    try:\n        return f(n - 1) if n else 1 / 0\n    except "
        "ZeroDivisionError as e:\n"
        "        raise ValueError(n) from e\ntry:\n    f(5)\nexcept ValueError as e:\n    x = "
        "e\nprint(x)\n"},
    {30, "import json\nprint(json.dumps({'a': [1, 2, {'b': 'é'}]}, default=repr))\n"
         "m = memoryview(bytearray(b'abcdef'))[1:3]\nr = iter(range(5))\nfor i in r:\n    '%s %d' "
         "% (i, 3)\n"},
    {22, "async def co(n):\n    if n:\n        await co(n - 1)\n    return n\n"
         "c = co(4)\ntry:\n    c.send(None)\nexcept StopIteration:\n    pass\n"
         "import weakref\nclass C:\n    def __del__(self):\n        pass\nc = C()\nw = "
         "weakref.ref(c, print)\n"
         "for i in range(5):\n    c = C()\n"},
    {17,
     "def deco(f):\n    n = 0\n    def g(*a, **k):\n        nonlocal n\n        n += 1\n        "
     "return f(*a, **k)\n"
     "    return g\n@deco\ndef h(a, b=2, *c, d=3, **e):\n    return locals()\nfor i in range(4):\n"
     "    h(i, *[1, 2], d=4, z=5)\nmatch [1, {'a': 2}]:\n    case [1, {'a': x}]:\n        "
     "print(f'{x!r:>5}')\n"},
};
enum { N_PROGRAMS = sizeof programs / sizeof programs[0], STATES = 6, EDITS = 6 };

// STATES of each program: at the step that is named, and at some before it.
static struct {
    uint8_t *bytes;
    size_t len;
} snapshots[N_PROGRAMS * STATES];

static nx_engine *engine;
static Forge forge;

// Stops the program at `steps`, or earlier when it is over by then.
static void make_snapshot(size_t i, size_t state, int64_t steps) {
    void *bytes;
    nx_vm *vm = nx_vm_new(engine, NULL);
    if (!vm || steps == 0) { abort(); }
    nx_pause_after(vm, steps);
    nx_status status = nx_run(vm, programs[i].text, -1, "fuzz");
    if (status == NX_RAISED) { fputs(nx_error(vm)->traceback, stderr); }
    if (status == NX_PAUSED) {
        size_t at = i * STATES + state;
        if (!nx_dump(vm, &bytes, &snapshots[at].len)) { abort(); }
        snapshots[at].bytes = bytes;
    }
    if (!forge.image) { forge_attach(&forge, engine, vm); }
    nx_vm_free(vm);
    if (status != NX_PAUSED) { make_snapshot(i, state, steps - 1); }
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc, (void)argv;
    engine = nx_engine_new(NULL);
    for (size_t i = 0; i < N_PROGRAMS; i++) {
        for (size_t k = 0; k < STATES; k++) {
            int64_t back = (int64_t)k * 3;
            make_snapshot(i, k, programs[i].steps > back ? programs[i].steps - back : 1);
        }
    }
    return 0;
}

static void load_and_run(uint8_t *bytes, size_t len) {
    SnapHeader *h = (SnapHeader *)(void *)bytes;
    const SnapHeader *good = (const SnapHeader *)(void *)snapshots[0].bytes;
    if (len < sizeof *h) { return; }
    h->image_tag = good->image_tag;
    h->base = good->base;
    h->checksum = (uint64_t)hash_bytes(bytes + sizeof *h, len - sizeof *h);
    nx_vm_options options = nx_vm_options_default();
    options.limits.memory = 16 << 20;
    const char *error;
    nx_vm *vm = nx_load(engine, &options, bytes, len, &error);
    if (!vm) { return; }
    nx_pause_after(vm, 2000);
    if (nx_state(vm) == NX_PAUSED) { nx_resume(vm); }
    if (nx_state(vm) != NX_PENDING && nx_state(vm) != NX_PAUSED) {
        nx_pause_after(vm, 20000);
        nx_run(vm, "import sys\nfor k, v in list(globals().items()): repr(v), dir(v)\n", -1, "x");
    }
    void *again;
    size_t n;
    if (nx_dump(vm, &again, &n)) { nx_free(again); }
    nx_vm_free(vm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) { return 0; }
    size_t which = data[0] % (N_PROGRAMS * STATES);
    Forge *f = &forge;
    if (data[0] == 255) {
        f->bytes = malloc(size);
        if (!f->bytes) { abort(); }
        memcpy(f->bytes, data + 1, size - 1);
        f->len = size - 1;
    } else {
        forge_begin(f, snapshots[which].bytes, snapshots[which].len);
        f->data = data + 1;
        f->n_data = size - 1;
        f->random = 1;
        for (int i = 0; i < EDITS && f->n_data; i++) { forge_edit(f); }
    }
    load_and_run(f->bytes, f->len);
    free(f->bytes);
    return 0;
}
