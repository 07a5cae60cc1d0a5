// forge.h: edits of a snapshot that know what a snapshot is: a reference becomes one to another object,
// a pc another instruction, a register something else; a frame of a native is put on top. What comes out
// has a right checksum, so that it is the verifier that must refuse it, or the machine that must bear it.
#ifndef NX_TESTS_FORGE_H
#define NX_TESTS_FORGE_H

#include "api/api.h"
#include "base/hash.h"
#include "vm/code_verify.h"
#include "vm/frame.h"
#include "vm/opcode.h"
#include "vm/signature.h"

#include <stdlib.h>

enum { FORGE_ROOM = 16384, FORGE_OBJECTS = 16384, FORGE_NATIVES = 2048 };

// What chooses the edits: bytes of a fuzzer, then (or only) a generator of numbers.
typedef struct Forge {
    uint8_t *bytes; // the snapshot, with FORGE_ROOM behind it
    size_t len;
    const uint8_t *image;
    const NativeDef *const *natives;
    uint32_t at[FORGE_OBJECTS], n; // positions of its objects
    uint32_t image_at[FORGE_OBJECTS], n_image;
    uint32_t steps[FORGE_NATIVES], n_steps; // natives in steps, in the image
    const uint8_t *data;
    size_t n_data;
    uint64_t random;
    bool over; // a header was edited: where objects begin is not known any more
} Forge;

static uint32_t forge_next(Forge *f, uint32_t below) {
    uint32_t v = 0;
    if (f->n_data) {
        for (uint32_t left = below; left > 1 && f->n_data; left /= 256) {
            v = v << 8 | *f->data++;
            f->n_data--;
        }
    } else {
        f->random = f->random * 6364136223846793005u + 1442695040888963407u;
        v = (uint32_t)(f->random >> 33);
    }
    return below ? v % below : 0;
}

static SnapHeader *forge_header(Forge *f) { return (SnapHeader *)(void *)f->bytes; }
static Head *forge_head(Forge *f) { return (Head *)(void *)(f->bytes + sizeof(SnapHeader)); }
static uint8_t *forge_objects(Forge *f) { return f->bytes + sizeof(SnapHeader) + sizeof(Head); }
static Obj *forge_object(Forge *f, uint32_t at) { return (Obj *)(void *)(forge_objects(f) + at); }
static Value forge_ref(Forge *f, uint32_t at) { return ref_value(forge_header(f)->base + at); }

static void forge_index(Forge *f) {
    f->n = 0;
    for (uint32_t at = 0; at < forge_header(f)->objects_size && f->n < FORGE_OBJECTS;) {
        f->at[f->n++] = at;
        at += obj_size(forge_object(f, at));
    }
}

// The image's objects, a sample of them but for the natives in steps: those all.
static void forge_index_image(Forge *f) {
    uint32_t end = HEAP_HEAD_SIZE + snap_image_header(f->image)->objects_size, k = 0;
    for (uint32_t at = HEAP_HEAD_SIZE; at < end; k++) {
        const Obj *o = (const Obj *)(const void *)(f->image + at);
        if (k % 8 == 0 && f->n_image < FORGE_OBJECTS) { f->image_at[f->n_image++] = at; }
        const NativeObj *nat = (const NativeObj *)(const void *)o;
        if (o->type == T_NATIVE && nat->kind == NATIVE_STEPS && f->n_steps < FORGE_NATIVES) {
            f->steps[f->n_steps++] = at;
        }
        at += obj_size(o);
    }
}

static Value forge_object_of(Forge *f, uint32_t type) {
    uint32_t from = forge_next(f, f->n ? f->n : 1);
    if (type == T_BOOL || type == T_OBJECT) { return V_TRUE; }
    if (type == T_INT || type == T_FLOAT) {
        return type == T_INT ? int_value(3) : double_value(3.5);
    }
    if (type >= T_DICT_KEYS && type <= T_DICT_ITEMS) { type = T_DICT_VIEW; }
    if (type == T_ASYNC_THROW) { type = T_ASYNC_STEP; }
    if (type == T_MEMORY_ITER) { type = T_SEQ_ITER; }
    for (uint32_t i = 0; i < f->n; i++) {
        uint32_t at = f->at[(from + i) % f->n];
        if (forge_object(f, at)->type != type) { continue; }
        Tuple *t = (Tuple *)forge_object(f, at);
        if (type == T_TUPLE && t->h.n && forge_next(f, 8) == 0) { t->items[0] = forge_ref(f, at); }
        return forge_ref(f, at);
    }
    return V_NONE;
}

// A value: an object more often than not one that a program could have.
static Value forge_value(Forge *f) {
    static const int64_t ints[] = {0, 1, 2, 3, 7, -1, -2, 64, 255, 256, 65535, 1 << 30, -(1 << 30)};
    static const uint8_t types[] = {T_LIST,   T_DICT,      T_TUPLE, T_STR,   T_SET,      T_BYTES,
                                    T_CELL,   T_EXCEPTION, T_TYPE,  T_SLICE, T_FUNCTION, T_INSTANCE,
                                    T_VALUES, T_BLOB,      T_FRAME, T_SHAPE, T_GENERATOR};
    switch (forge_next(f, 8)) {
    case 0: return int_value(ints[forge_next(f, sizeof ints / sizeof ints[0])]);
    case 1: return VALUE_SPECIAL_BITS | forge_next(f, 7);
    case 2: return double_value((double)forge_next(f, 100) / 8.0);
    case 3: return ref_value(f->image_at[forge_next(f, f->n_image)]);
    case 4:
    case 5: return forge_object_of(f, types[forge_next(f, sizeof types)]);
    default: return forge_ref(f, f->at[forge_next(f, f->n)]);
    }
}

// ---- a native's frame on top ---------------------------------------------------------------------

static Value forge_parameter(Forge *f, const NativeObj *nat, uint32_t i) {
    const Tuple *params = (const Tuple *)(const void *)(f->image + ref_offset(nat->params));
    if (i == 0 && nat->self_tag) { return forge_object_of(f, nat->self_tag); }
    if (i + 1 == nat->varargs) { return forge_object_of(f, T_TUPLE); }
    if (i + 1 == nat->varkw) { return forge_object_of(f, T_DICT); }
    switch (int_of(params->items[nat->n_params + i])) {
    case CONV_INDEX:
    case CONV_INT:
    case CONV_CINT: return int_value(forge_next(f, 5) - 1);
    case CONV_FLOAT: return double_value(1.5);
    case CONV_BOOL: return bool_value(forge_next(f, 2));
    case CONV_PATH:
    case CONV_STR: return forge_object_of(f, T_STR);
    case CONV_BYTES: return forge_object_of(f, T_BYTES);
    case CONV_DICT: return forge_object_of(f, T_DICT);
    case CONV_LIST: return forge_object_of(f, T_LIST);
    case CONV_VALUES:
    case CONV_LISTED:
    case CONV_JOINED: return forge_object_of(f, forge_next(f, 2) ? T_LIST : T_TUPLE);
    default: return forge_value(f);
    }
}

// Puts a frame of that native in steps on top of the running one, in that state.
static void forge_native_frame(Forge *f, uint32_t native_at, uint32_t state, uint32_t catches) {
    const NativeObj *nat = (const NativeObj *)(const void *)(f->image + native_at);
    uint32_t scratch = f->natives[nat->number]->scratch, n = FRAME_FIXED + nat->n_params + scratch;
    uint32_t size = (n + 1) * 8, end = forge_header(f)->objects_size;
    uint8_t *to = forge_objects(f) + end;
    if (size > FORGE_ROOM / 4) { return; }
    Frame *frame = calloc(1, size);
    frame->h = (Obj){.type = T_FRAME, .flags = OBJ_HEAP, .n = n};
    frame->prev = forge_head(f)->frame;
    frame->code = frame->func = ref_value(native_at);
    frame->globals = V_NONE;
    frame->result = forge_value(f);
    frame->pc = state | (uint64_t)catches << 16;
    frame->ret = ret_make(RET_DISCARD, 0, 0);
    for (uint32_t i = 0; i < nat->n_params; i++) { frame->slot[i] = forge_parameter(f, nat, i); }
    for (uint32_t i = 0; i < scratch; i++) { frame->slot[nat->n_params + i] = forge_value(f); }
    memmove(to + size, to, f->len - (size_t)(to - f->bytes));
    memcpy(to, frame, size);
    free(frame);
    f->len += size;
    forge_header(f)->objects_size += size;
    forge_header(f)->n_objects++;
    forge_head(f)->frame = forge_ref(f, end);
    forge_head(f)->depth++;
    f->at[f->n++] = end;
}

// ---- edits ---------------------------------------------------------------------------------------

static void forge_frame(Forge *f) {
    Value v = forge_object_of(f, T_FRAME);
    if (!is_ref(v)) { return; }
    Frame *frame = (Frame *)(void *)forge_object(f, ref_offset(v) - forge_header(f)->base);
    uint32_t n = frame->h.n - FRAME_FIXED;
    switch (forge_next(f, 6)) {
    case 0: frame->pc = forge_next(f, 256); break;
    case 1: frame->pc += forge_next(f, 7) - 3u; break;
    case 2:
        frame->ret = ret_make((RetMode)forge_next(f, 11), forge_next(f, 8), forge_next(f, 8));
        break;
    case 3: frame->result = forge_value(f); break;
    default:
        if (n) { frame->slot[forge_next(f, n)] = forge_value(f); }
        break;
    }
}

static void forge_code(Forge *f) {
    Value v = forge_object_of(f, T_CODE);
    if (!is_ref(v)) { return; }
    const Code *c = (const Code *)(void *)forge_object(f, ref_offset(v) - forge_header(f)->base);
    uint32_t at = ref_offset(c->bytecode) - forge_header(f)->base;
    if (ref_offset(c->bytecode) < forge_header(f)->base || at >= forge_header(f)->objects_size) {
        return;
    }
    Blob *b = (Blob *)(void *)forge_object(f, at);
    if (b->h.type != T_BLOB || b->h.n < 4) { return; }
    uint8_t *word = b->data + forge_next(f, b->h.n / 4) * 4;
    if (forge_next(f, 2)) {
        word[0] = (uint8_t)forge_next(f, OPC_COUNT);
    } else {
        word[1 + forge_next(f, 3)] = (uint8_t)forge_next(f, 16);
    }
}

static void forge_field(Forge *f) {
    Obj *o = forge_object(f, f->at[forge_next(f, f->n)]);
    uint32_t n = obj_values(o);
    Value *field = n ? &obj_value_array(o)[forge_next(f, n)] : NULL;
    if (!field) { return; }
    if (forge_next(f, 2) && is_ref(*field) && ref_offset(*field) >= forge_header(f)->base) {
        uint32_t at = ref_offset(*field) - forge_header(f)->base;
        *field = forge_object_of(f, forge_object(f, at)->type); // another one of its type
    } else {
        *field = forge_value(f);
    }
}

static void forge_bytes(Forge *f) {
    uint32_t at = f->at[forge_next(f, f->n)];
    Obj *o = forge_object(f, at);
    uint32_t size = obj_size(o), from = 8 + obj_values(o) * 8;
    uint8_t *b = (uint8_t *)o;
    if (forge_next(f, 4) == 0) {
        b[3 + forge_next(f, 2)] ^= (uint8_t)(1u << forge_next(f, 4)); // `small`, n
        f->over = true;
    } else if (size > from) {
        b[from + forge_next(f, size - from)] ^= (uint8_t)(1u << forge_next(f, 8));
    }
}

static void forge_root(Forge *f) {
    Head *h = forge_head(f);
    Value *roots = &h->frame;
    uint32_t n = (uint32_t)(((uint8_t *)&h->n_interned - (uint8_t *)roots) / 8);
    if (forge_next(f, 2)) {
        roots[forge_next(f, n)] = forge_value(f);
    } else {
        ((uint8_t *)h)[forge_next(f, sizeof *h)] ^= (uint8_t)(1u << forge_next(f, 8));
    }
}

static void forge_edit(Forge *f) {
    if (f->over) { return; }
    switch (forge_next(f, 10)) {
    case 0:
    case 1:
    case 2: forge_frame(f); break;
    case 3:
    case 4:
    case 5: forge_field(f); break;
    case 6: forge_code(f); break;
    case 7: forge_bytes(f); break;
    case 8: forge_root(f); break;
    default:
        forge_native_frame(f, f->steps[forge_next(f, f->n_steps)], forge_next(f, 12),
                           forge_next(f, 8));
        break;
    }
}

// ---- before and after ----------------------------------------------------------------------------

// A copy of those bytes to be edited. Free f->bytes.
static void forge_begin(Forge *f, const uint8_t *bytes, size_t len) {
    f->bytes = malloc(len + FORGE_ROOM);
    if (!f->bytes) { abort(); }
    memcpy(f->bytes, bytes, len);
    f->len = len;
    f->over = false;
    forge_index(f);
}

static void forge_seal(Forge *f) {
    SnapHeader *h = forge_header(f);
    h->checksum = (uint64_t)hash_bytes(f->bytes + sizeof *h, f->len - sizeof *h);
}

static void forge_attach(Forge *f, nx_engine *engine, nx_vm *any) {
    f->image = engine->image;
    f->natives = any->vm.natives;
    forge_index_image(f);
}

#endif
