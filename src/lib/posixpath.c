// posixpath.c: the module _posixpath: what os.path does most with texts and bytes, as leaves. Objects
// that stand for paths are for posixpath.py.
#include "lib/fallback.h"
#include "object/bytes.h"
#include "object/module.h"

enum { PATH_FEW = 256 }; // bytes of a path that is put together on the C stack

// Writes the normalized path of n > 0 bytes, which is no longer than it, to `out`: its length. Empty
// components and "." go, ".." takes the name before it along; above the root there is nothing.
static uint32_t path_normalize(const char *p, uint32_t n, char *out) {
    uint32_t i = 0, w = 0, names = 0; // names: components at the end of `out` that are not ".."
    while (i < n && p[i] == '/') { i++; }
    uint32_t root = i == 2 ? 2 : i > 0; // two slashes are a root of their own
    while (w < root) { out[w++] = '/'; }
    for (; i < n; i++) { // a component, and the slash behind it, stay or are taken back
        uint32_t start = w;
        while (i < n && p[i] != '/') { out[w++] = p[i++]; }
        uint32_t len = w - start;
        bool up = len == 2 && out[start] == '.' && out[start + 1] == '.';
        if (len == 0 || (len == 1 && out[start] == '.') || (up && (root || names))) {
            w = start;
            if (!up || !names) { continue; }
            names--;
            do { w--; } while (w > root && out[w - 1] != '/');
            continue;
        }
        names += !up;
        if (i < n) { out[w++] = '/'; }
    }
    if (w > root && out[w - 1] == '/') { w--; }
    if (w == 0) { out[w++] = '.'; }
    return w;
}

static Value path_normpath(Vm *vm, Value *a) {
    bool text = isinstance_str(vm, a[0]);
    if (!text && !isinstance_bytes(vm, a[0])) {
        return fallback_call(vm, "posixpath", "_normpath_of_object", 1, a);
    }
    const char *p = text ? as_str(vm, a[0])->data : (const char *)as_bytes(vm, a[0])->data;
    uint32_t n = as_obj(vm, a[0])->n;
    if (n == 0) { return text ? str_new(vm, ".", 1) : bytes_new(vm, ".", 1); }
    TRY(native_charge(vm, n / 16));
    char few[PATH_FEW], *out = few;
    if (n > PATH_FEW) {
        Blob *room = heap_new_raw(vm, T_BLOB, n);
        TRY(room);
        out = (char *)room->data;
    }
    uint32_t len = path_normalize(p, n, out);
    if (!text) { return bytes_new(vm, out, len); }
    return str_is_ascii(as_str(vm, a[0])) ? str_new_counted(vm, out, len, len)
                                          : str_new(vm, out, len);
}

static Value path_fspath(Vm *vm, Value *a) {
    if (isinstance_str(vm, a[0]) || isinstance_bytes(vm, a[0])) { return a[0]; }
    return fallback_call(vm, "os", "_fspath_of_object", 1, a);
}

// The part of a path from a byte on, which stands behind an ASCII one, to another one.
static Value path_part(Vm *vm, Value path, uint32_t from, uint32_t to) {
    if (isinstance_str(vm, path)) { return str_slice_bytes(vm, as_str(vm, path), from, to); }
    return bytes_new(vm, as_bytes(vm, path)->data + from, to - from);
}

static Value path_splitroot(Vm *vm, Value *a) {
    bool text = isinstance_str(vm, a[0]);
    if (!text && !isinstance_bytes(vm, a[0])) {
        return fallback_call(vm, "posixpath", "_splitroot_of_object", 1, a);
    }
    const char *p = text ? as_str(vm, a[0])->data : (const char *)as_bytes(vm, a[0])->data;
    uint32_t n = as_obj(vm, a[0])->n, root = 0;
    while (root < n && root < 3 && p[root] == '/') { root++; }
    if (root == 3) { root = 1; }
    Value parts[3] = {path_part(vm, a[0], 0, 0), path_part(vm, a[0], 0, root),
                      path_part(vm, a[0], root, n)};
    TRY(parts[0] != V_RAISED && parts[1] != V_RAISED && parts[2] != V_RAISED);
    return tuple_from(vm, parts, 3);
}

static const NativeDef path_functions[] = {
    TAIL("_path_normpath", "path", path_normpath,
         "The path without empty components, `.`, and `..` where the name before it is known."),
    TAIL("_path_splitroot_ex", "p", path_splitroot,
         "(drive, root, rest): the drive is empty, the root one or two slashes or nothing."),
    TAIL("fspath", "path", path_fspath, "The path that an object stands for, as text or bytes."),
    NATIVE_END,
};

const ModuleDef posixpath_module = {"_posixpath", NULL, path_functions, NULL};
