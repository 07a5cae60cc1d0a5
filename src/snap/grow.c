// grow.c: an older image, made to fit a newer library. What the library's C code needs and the image
// does not have (names, classes, exceptions, internals) is made in a guest of the image and put
// behind its objects, which keep their places: so snapshots that stand on it stand on the grown one
// too. The modules and functions that programs see stay those of the older image.
#include "snap/snap.h"

#include "base/hash.h"
#include "heap/gc.h"
#include "heap/intern.h"

#include <stdlib.h>

enum { GROW_PAGE = 4096 };

// The table of interned strings gives way to one that has room for more.
static bool grow_end(Vm *vm) {
    Head *h = vm->head;
    const Blob *old = ref_ptr(vm, h->image_interned);
    Blob *words = heap_new(vm, T_BLOB, intern_image_size(old->h.n / 4 + h->n_interned));
    if (!words) { return false; }
    h->image_interned = ptr_value(vm, words);
    h->interned = V_NONE;
    h->n_interned = 0;
    return true;
}

static void freeze(Obj *o) { o->flags = (uint8_t)((o->flags & OBJ_HEAP) | OBJ_FROZEN); }

// The old image, the new objects, and the changed ones in their places.
static void grow_fill(uint8_t *out, const uint8_t *image, uint32_t old_end, const SnapBuf *snap) {
    SnapHeader s;
    memcpy(&s, snap->bytes, sizeof s);
    const uint8_t *objects = snap->bytes + sizeof s + sizeof(Head), *at = objects + s.objects_size;
    memcpy(out, image, old_end);
    memcpy(out + old_end, objects, s.objects_size);
    for (uint32_t i = 0; i < s.objects_size; i += obj_size((Obj *)(out + old_end + i))) {
        freeze((Obj *)(out + old_end + i));
    }
    for (uint32_t i = 0; i < s.n_changed; i++) {
        uint64_t place;
        memcpy(&place, at, 8);
        uint32_t size = obj_size((const Obj *)(at + 8));
        memcpy(out + place, at + 8, size);
        freeze((Obj *)(out + place));
        at += 8 + size;
    }
}

static bool grow_head(uint8_t *out, uint32_t size, const SnapBuf *snap) {
    SnapHeader *s = snap_image_header(out);
    Head *h = (Head *)out, from;
    memcpy(&from, snap->bytes + sizeof *s, sizeof from);
#define TABLE(name, doc) h->name = from.name;
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    if (!intern_fill_image(out, h->image_interned, HEAP_HEAD_SIZE, size)) { return false; }
    h->namespace_version = from.namespace_version;
    s->origin_tag = h->image_tag;
    s->origin_end = h->image_end;
    s->objects_size = size - HEAP_HEAD_SIZE;
    h->image_end = (size + GROW_PAGE - 1) & ~(uint32_t)(GROW_PAGE - 1);
    h->image_tag = s->image_tag = s->checksum =
        (uint64_t)hash_bytes(out + HEAP_HEAD_SIZE, size - HEAP_HEAD_SIZE);
    return true;
}

bool snap_grow(Vm *vm, const NativeTable *t, const uint8_t *image, SnapBuf *out, SnapBuf *scratch) {
    uint32_t old_end = vm->head->image_end;
    if (!boot_grow(vm, t) || !grow_end(vm)) { return false; }
    SnapBuf snap = {0};
    SnapHeader s;
    bool ok = snap_write(vm, &snap, scratch);
    if (ok) {
        memcpy(&s, snap.bytes, sizeof s);
        out->cap = out->len = (old_end + s.objects_size + GROW_PAGE - 1) & ~(size_t)(GROW_PAGE - 1);
        out->bytes = calloc(1, out->len);
        ok = out->bytes != NULL;
    }
    if (ok) {
        grow_fill(out->bytes, image, old_end, &snap);
        ok = grow_head(out->bytes, old_end + s.objects_size, &snap);
    }
    snap_buf_free(&snap);
    return ok;
}
