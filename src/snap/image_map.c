// image_map.c: see image_map.h. One walk over the image counts its buffers, a second one fills the map.
//
// Fixed is what C code believes without looking, because no guest changes it: the image's own tables,
// the bytes of code and patterns, the names of shapes.
#include "snap/image_map.h"

#include "snap/snap.h"

#include <stdlib.h>

static void map_set(ImageMap *m, uint32_t plane, uint32_t at) {
    m->bits[plane * m->plane + at / 64] |= (uint8_t)(1u << (at / 8 % 8));
}

// Enters one object; m NULL: only counts the buffers that are its own.
static uint32_t map_object(ImageMap *m, const uint8_t *image, uint32_t at) {
    Obj *o = (Obj *)(uintptr_t)(image + at);
    bool fixes = o->type == T_CODE || o->type == T_PATTERN || o->type == T_SHAPE;
    uint32_t n = type_layouts[o->type].values, owned = 0;
    for (uint32_t i = 0; i < n + o->ext; i++) {
        Value v = i < n ? obj_value_array(o)[i] : obj_ext(o)->attrs;
        if (!is_ref(v) || !is_buffer_type(image[ref_offset(v)])) { continue; }
        owned += !fixes;
        if (m && fixes) { map_set(m, 1, ref_offset(v)); }
        if (m && !fixes) { m->owned[m->n_owned++] = (ImageOwned){ref_offset(v), at}; }
    }
    if (m) { map_set(m, 0, at); }
    if (m && is_buffer_type(o->type)) { map_set(m, 2, at); }
    return owned;
}

static uint32_t map_objects(ImageMap *m, const uint8_t *image) {
    uint32_t end = HEAP_HEAD_SIZE + snap_image_header(image)->objects_size, owned = 0;
    for (uint32_t at = HEAP_HEAD_SIZE; at < end;) {
        if (image[at] == T_INVALID) { // room before what was added to an older image
            at += 8;
            continue;
        }
        owned += map_object(m, image, at);
        at += obj_size((const Obj *)(image + at));
    }
    return owned;
}

ImageMap *image_map_new(const uint8_t *image) {
    const Head *head = (const Head *)image;
    uint32_t plane = head->image_end / 64;
    size_t planes = ((size_t)plane * 3 + 7) & ~(size_t)7;
    ImageMap *m =
        calloc(1, sizeof *m + planes + (size_t)map_objects(NULL, image) * sizeof(ImageOwned));
    if (!m) { return NULL; }
    m->plane = plane;
    m->owned = (ImageOwned *)(void *)(m->bits + planes);
    map_objects(m, image);
#define TABLE(name, doc)                                                                           \
    if (is_ref(head->name)) { map_set(m, 1, ref_offset(head->name)); }
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    return m;
}
