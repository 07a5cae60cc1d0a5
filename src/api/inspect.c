// inspect.c: code, trees and frames as text. See natrix_debug.h; the heap is in inspect_heap.c.
#include "api/api.h"
#include "natrix_debug.h"

#include "api/inspect.h"
#include "front/check.h"
#include "front/compile.h"
#include "heap/intern.h"
#include "object/positions.h"
#include "object/str.h"
#include "vm/dis.h"
#include "vm/frame.h"

#include <stdlib.h>

void put_text(nx_debug_put *put, void *ctx, const char *text) { put(ctx, text, strlen(text)); }

void put_str(Vm *vm, nx_debug_put *put, void *ctx, Value str) {
    const Str *s = as_str(vm, str);
    put(ctx, s->data, s->h.n);
}

void put_number(nx_debug_put *put, void *ctx, uint64_t n, size_t width) {
    char digits[32];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    while (sizeof digits - at < width && at) { digits[--at] = ' '; }
    put(ctx, digits + at, sizeof digits - at);
}

bool nx_debug_dis(nx_vm *v, nx_value program, nx_debug_put *put, void *ctx) {
    Vm *vm = &v->vm;
    if (is_tagged(vm, program, T_FUNCTION)) { program = as_function(vm, program)->code; }
    if (!is_tagged(vm, program, T_CODE)) { return false; }
    dis_code(vm, program, true, put, ctx);
    return true;
}

// ---- trees ---------------------------------------------------------------------------------------

enum { INSPECT_ARENA_LIMIT = 1 << 30 };

bool nx_debug_ast(nx_vm *v, const char *source, int64_t len, const char *filename,
                  nx_debug_put *put, void *ctx) {
    Vm *vm = &v->vm;
    size_t n = len < 0 ? strlen(source) : (size_t)len;
    Arena arena;
    Front front;
    error_clear(v);
    arena_init(&arena, INSPECT_ARENA_LIMIT);
    front_init(&front, &arena, source, n, NULL, FRONT_EXEC, 0);
    Node *tree = front_parse(&front);
    bool fine = tree && ast_dump(tree, false, put, ctx);
    if (!tree) {
        Value file = intern_bytes(vm, filename, (uint32_t)strlen(filename));
        if (file != V_RAISED) { compile_raise(vm, &front, file); }
        if (vm->head->exc == V_NONE) { vm->head->exc = vm->head->memory_error; }
        error_from_exception(v);
        v->state = NX_RAISED;
    }
    if (fine) { put_text(put, ctx, "\n"); }
    arena_free(&arena);
    return fine;
}

// ---- frames --------------------------------------------------------------------------------------

static const char *const inspect_ops[OPC_COUNT] = {
#define OP(NAME, layout, reads, writes, doc) #NAME,
#include "vm/opcodes.def"
#undef OP
};

static void put_joined(Vm *vm, nx_debug_put *put, void *ctx, Value prefix, Value name) {
    if (prefix != V_NONE) {
        put_str(vm, put, ctx, prefix);
        put_text(put, ctx, ".");
    }
    put_str(vm, put, ctx, name);
}

void put_code_name(Vm *vm, nx_debug_put *put, void *ctx, const Code *c) {
    Value prefix = code_prefix(c);
    put_joined(vm, put, ctx, prefix, prefix == V_NONE ? c->qualname : c->name);
}

static void put_code_frame(Vm *vm, const Frame *f, nx_debug_put *put, void *ctx) {
    const Code *c = as_code(vm, f->code);
    const Blob *blob = ref_ptr(vm, c->bytecode);
    uint32_t at = frame_pc_index(vm, f);
    CodePosition pos;
    put_str(vm, put, ctx, c->filename);
    put_text(put, ctx, ":");
    put_number(put, ctx, code_position(vm, c, at, &pos) ? pos.line : c->first_line, 0);
    put_text(put, ctx, " ");
    put_code_name(vm, put, ctx, c);
    put_text(put, ctx, " at ");
    put_number(put, ctx, at, 0);
    if (at < blob->h.n / 4) {
        put_text(put, ctx, " ");
        put_text(put, ctx, inspect_ops[blob->data[at * 4] % OPC_COUNT]);
    }
}

static void put_native_frame(Vm *vm, const Frame *f, nx_debug_put *put, void *ctx) {
    put_text(put, ctx, "native ");
    const NativeObj *n = as_native(vm, f->code);
    put_joined(vm, put, ctx, native_prefix(vm, n), n->name);
    put_text(put, ctx, " in state ");
    put_number(put, ctx, (uint64_t)native_state(f), 0);
}

void nx_debug_frames(nx_vm *v, uint64_t most, nx_debug_put *put, void *ctx) {
    Vm *vm = &v->vm;
    Value at = vm->head->frame;
    for (uint64_t n = 0; is_ref(at) && (n < most || most == 0); n++) {
        const Frame *f = as_frame(vm, at);
        if (frame_is_native(vm, f)) {
            put_native_frame(vm, f, put, ctx);
        } else {
            put_code_frame(vm, f, put, ctx);
        }
        put_text(put, ctx, "\n");
        at = f->prev;
    }
}
