// An image of an older library: the built-in one, from which the last names, exceptions, classes and
// internals were taken away, as if this library had added them since.
#include "api/api.h"
#include "snap/links.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Image {
    uint8_t *bytes;
    size_t size;
} Image;

static Links *links_in(const Image *image) {
    return (Links *)(void *)(image->bytes + ((Head *)image->bytes)->image_end);
}

// Shortens a table of the image and its part of the links; what stood there becomes empty room.
static void forget(Image *image, LinkKind kind, Value root, uint32_t n) {
    Links *l = links_in(image);
    uint32_t behind = 0, end = 0;
    for (uint32_t i = 0; i <= kind; i++) { end += l->counts[i]; }
    for (uint32_t i = kind + 1; i < LINK_KINDS; i++) { behind += l->counts[i]; }
    memmove(&l->items[end - n], &l->items[end], behind * sizeof(uint64_t));
    l->counts[kind] -= n;
    if (!is_ref(root)) { return; }
    Values *t = (Values *)(void *)(image->bytes + ref_offset(root));
    Value kept[2] = {t->items[t->h.n - 2], t->items[t->h.n - 1]}; // of internals: not internals
    memset(&t->items[t->h.n - n], 0, n * sizeof(Value));
    t->h.n -= n;
    if (kind == LINK_INTERNALS) { memcpy(&t->items[t->h.n - 2], kept, sizeof kept); }
}

static Image older_image(void) {
    NativeTable natives;
    assert_true(natives_collect(&natives));
    Links *own = links_new(&natives);
    assert_non_null(own);
    Image image = {.size = nx_builtin_image_size + links_size(own)};
    image.bytes = malloc(image.size);
    assert_non_null(image.bytes);
    memcpy(image.bytes, nx_builtin_image, nx_builtin_image_size);
    memcpy(image.bytes + nx_builtin_image_size, own, links_size(own));
    free(own);
    natives_free(&natives);
    const Head *h = (const Head *)image.bytes;
    forget(&image, LINK_INTERNALS, h->image_internals, 3);
    forget(&image, LINK_EXCS, h->image_excs, 2);
    forget(&image, LINK_NAMES, h->image_names, 6);
    forget(&image, LINK_TYPES, h->image_types, 2);
    snap_image_header(image.bytes)->layout = links_hash(links_in(&image));
    return image;
}

static nx_engine *engine_of(const Image *image) {
    nx_engine_options options = {
        .size = sizeof options, .image = image->bytes, .image_size = image->size};
    return nx_engine_new(&options);
}

static const char program[] =
    "import json, re\n"
    "def key(w):\n"
    "    for i in range(50): pass\n"
    "    return json.dumps(w[::-1])\n"
    "try:\n"
    "    raise UserWarning('as before')\n"
    "except Warning as e:\n"
    "    text = repr(e)\n"
    "words = sorted(re.findall('[a-z]+', 'one two three four'), key=key)\n"
    "answer = ' '.join(words) + text\n";
static const char answer[] = "three one two fourUserWarning('as before')";

static void assert_answer(nx_vm *vm) {
    const char *text;
    size_t len;
    assert_true(nx_to_str(vm, nx_global(vm, "answer"), &text, &len));
    assert_int_equal(len, sizeof answer - 1);
    assert_memory_equal(text, answer, len);
}

// Stops often, and goes on from the snapshot.
static void test_runs_and_moves(void **state) {
    (void)state;
    Image image = older_image();
    nx_engine *engine = engine_of(&image);
    assert_non_null(engine);
    nx_vm *vm = nx_vm_new(engine, NULL);
    nx_pause_after(vm, 40);
    nx_status status = nx_run(vm, program, -1, "<test>");
    for (; status == NX_PAUSED; status = nx_resume(vm)) {
        void *bytes;
        size_t len;
        const char *error;
        assert_true(nx_dump(vm, &bytes, &len));
        nx_vm_free(vm);
        vm = nx_load(engine, NULL, bytes, len, &error);
        assert_non_null(vm);
        nx_free(bytes);
        nx_pause_after(vm, 40);
    }
    assert_int_equal(status, NX_DONE);
    assert_answer(vm);
    nx_vm_free(vm);
    nx_engine_free(engine);
    free(image.bytes);
}

// The whole built-in image is the older one's successor: what stands on the older one's own bytes
// stands on the grown one.
static void test_snapshot_of_origin(void **state) {
    (void)state;
    Image image = older_image();
    nx_engine *engine = engine_of(&image), *whole = nx_engine_new(NULL);
    nx_vm *vm = nx_vm_new(whole, NULL);
    nx_pause_after(vm, 100);
    assert_int_equal(nx_run(vm, program, -1, "<test>"), NX_PAUSED);
    void *bytes;
    size_t len;
    assert_true(nx_dump(vm, &bytes, &len));
    nx_vm_free(vm);
    vm = nx_load(engine, NULL, bytes, len, NULL);
    assert_non_null(vm);
    nx_pause_after(vm, -1);
    assert_int_equal(nx_resume(vm), NX_DONE);
    assert_answer(vm);
    nx_free(bytes);
    nx_vm_free(vm);
    nx_engine_free(engine);
    nx_engine_free(whole);
    free(image.bytes);
}

static void test_unknown_is_refused(void **state) {
    (void)state;
    for (uint32_t kind = 0; kind < LINK_NATIVES; kind++) {
        Image image = older_image();
        Links *l = links_in(&image);
        uint32_t at = 0;
        for (uint32_t i = 0; i < kind; i++) { at += l->counts[i]; }
        l->items[at]++;
        snap_image_header(image.bytes)->layout = links_hash(l);
        assert_null(engine_of(&image));
        free(image.bytes);
    }
    Image image = older_image();
    image.size = ((Head *)image.bytes)->image_end + links_size(links_in(&image)) - 8;
    assert_null(engine_of(&image));
    free(image.bytes);
}

// What engines take for granted: the built-in image was made by the library that it is linked with.
static void test_builtin_fits(void **state) {
    (void)state;
    NativeTable natives;
    assert_true(natives_collect(&natives));
    Links *own = links_new(&natives);
    assert_non_null(own);
    assert_int_equal(snap_image_header(nx_builtin_image)->layout, links_hash(own));
    free(own);
    natives_free(&natives);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_builtin_fits),
        cmocka_unit_test(test_runs_and_moves),
        cmocka_unit_test(test_snapshot_of_origin),
        cmocka_unit_test(test_unknown_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
