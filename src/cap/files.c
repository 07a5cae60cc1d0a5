// files.c: the module _files: operations on files by path, and on open files. What Python programs
// see of them (FileIO, os) is made of these in lib/py/_io_raw.py and lib/py/posix.py.
//
// An open file is a tuple (number, absolute path, how it was opened) to the guest, which keeps its
// position, too. The number stands for a handle of the host's table in vm->host->handles. A VM that
// was loaded from a snapshot has none of them: the first operation opens the path again, without
// creating or emptying it; when it is gone, that is the operation's error.
#include "cap/cap.h"

#include "object/bytes.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "object/tuple.h"

#include <stdlib.h>

enum { READ_SMALL = 8192, READ_CHUNK = 1 << 20 };
enum { PATH_CAP = 4096, ERR_PERM = 1, ERR_NOENT = 2, ERR_NOMEM = 12 };
enum { ERR_BADF = 9, ERR_NAMETOOLONG = 36, ERR_INVAL = 22 };
enum { FILE_NUMBER, FILE_PATH, FILE_HOW, FILE_FIELDS };

// The member of the table, or OSError: not permitted.
#define FILES_OR_RAISE(vm, member, filename)                                                       \
    const nx_files *files = (vm)->host->files;                                                     \
    if (!files || !files->member) { return cap_raise(vm, ERR_PERM, filename, V_NONE); }

// ---- paths -------------------------------------------------------------------------------------

typedef struct Path {
    uint32_t len;
    char text[PATH_CAP];
} Path;

static bool path_put(Vm *vm, Path *p, const char *text, uint32_t n) {
    if (n >= PATH_CAP - p->len) {
        cap_raise(vm, ERR_NAMETOOLONG, V_NONE, V_NONE);
        return false;
    }
    memcpy(p->text + p->len, text, n);
    p->len += n;
    p->text[p->len] = 0;
    return true;
}

// The bytes of a name: surrogates stand for bytes that are no UTF-8 (PEP 383).
static bool path_put_str(Vm *vm, Path *p, const Str *s) {
    uint32_t at = 0;
    while (at < s->h.n) {
        uint32_t plain = (uint32_t)utf8_find_surrogate(s->data + at, s->h.n - at), size;
        if (!path_put(vm, p, s->data + at, plain)) { return false; }
        at += plain;
        if (at == s->h.n) { break; }
        uint32_t cp = utf8_decode(s->data + at, &size);
        if (cp < 0xDC80 || cp > 0xDCFF) {
            return raise_false(vm, EXC_UnicodeEncodeError,
                               "'utf-8' codec can't encode character '\\u%x' in position %u: "
                               "surrogates not allowed",
                               cp, (uint32_t)utf8_count(s->data, at));
        }
        char byte = (char)(cp & 0xFF);
        if (!path_put(vm, p, &byte, 1)) { return false; }
        at += size;
    }
    return true;
}

// The absolute path, as bytes, of a str or bytes. False: raised.
static bool path_of(Vm *vm, Value v, Path *p) {
    p->len = 0;
    p->text[0] = 0;
    bool text = isinstance_str(vm, v);
    if (!text && !isinstance_bytes(vm, v)) {
        return raise_false(vm, EXC_TypeError, "path should be string or bytes, not %T", v);
    }
    const char *bytes = text ? as_str(vm, v)->data : (const char *)as_bytes(vm, v)->data;
    uint32_t n = text ? as_str(vm, v)->h.n : as_bytes(vm, v)->h.n;
    if (memchr(bytes, 0, n)) { return raise_false(vm, EXC_ValueError, "embedded null byte"); }
    if (n == 0) { return cap_raise(vm, ERR_NOENT, v, V_NONE) != V_RAISED; }
    if (bytes[0] != '/' && isinstance_str(vm, vm->head->cwd)) {
        const Str *cwd = as_str(vm, vm->head->cwd);
        if (!path_put_str(vm, p, cwd)) { return false; }
    }
    if (bytes[0] != '/' && !path_put(vm, p, "/", 1)) { return false; }
    return text ? path_put_str(vm, p, as_str(vm, v)) : path_put(vm, p, bytes, n);
}

// A name of the host's as a str.
static Value name_text(Vm *vm, const char *bytes, size_t n) {
    Utf8Fault fault;
    if (utf8_check(bytes, n, &fault)) { return str_new(vm, bytes, n); }
    StrBuilder b = str_builder(vm);
    for (size_t at = 0; at < n;) {
        bool ok = utf8_check(bytes + at, n - at, &fault);
        size_t good = ok ? n - at : fault.start;
        TRY(sb_put(&b, bytes + at, good));
        at += good;
        if (at < n) { TRY(sb_put_char(&b, 0xDC00 + (uint8_t)bytes[at++])); }
    }
    return sb_finish(&b);
}

// ---- handles -----------------------------------------------------------------------------------

static CapHandle *handle_find(VmHost *host, uint64_t number) {
    for (uint32_t i = 0; i < host->n_handles; i++) {
        if (host->handles[i].number == number) { return &host->handles[i]; }
    }
    return NULL;
}

// Room for one more, before it is opened.
static bool handle_reserve(VmHost *host) {
    if (host->n_handles < host->cap_handles) { return true; }
    uint32_t cap = host->cap_handles ? host->cap_handles * 2 : 8;
    CapHandle *grown = realloc(host->handles, cap * sizeof *grown);
    if (!grown) { return false; }
    host->handles = grown;
    host->cap_handles = cap;
    return true;
}

void cap_close_all(Vm *vm) {
    VmHost *host = vm->host;
    if (!host) { return; }
    const nx_files *files = host->files;
    for (uint32_t i = 0; i < host->n_handles && files && files->close; i++) {
        files->close(files->ctx, host->handles[i].handle);
    }
    free(host->handles);
    host->handles = NULL;
    host->n_handles = host->cap_handles = 0;
}

static bool file_check(Vm *vm, Value file) {
    if (!is_exact(vm, file, T_TUPLE)) { return raise_false(vm, EXC_TypeError, "not a file"); }
    const Tuple *t = as_tuple(vm, file);
    if (t->h.n != FILE_FIELDS || !is_int(t->items[FILE_NUMBER]) || !is_int(t->items[FILE_HOW])) {
        return raise_false(vm, EXC_TypeError, "not a file");
    }
    return true;
}

// The host's handle of an open file; opened again when this VM has none. False: *out is what the
// operation returns.
static bool file_handle(Vm *vm, Value file, uint64_t *handle, Value *out) {
    VmHost *host = vm->host;
    const nx_files *files = host->files;
    Path path;
    *out = V_RAISED;
    if (!file_check(vm, file)) { return false; }
    const Tuple *t = as_tuple(vm, file);
    uint64_t number = (uint64_t)int_of(t->items[FILE_NUMBER]);
    const CapHandle *known = handle_find(host, number);
    if (known) {
        *handle = known->handle;
        return true;
    }
    if (!files || !files->open || !handle_reserve(host)) {
        cap_raise(vm, ERR_BADF, V_NONE, V_NONE);
        return false;
    }
    if (!path_of(vm, t->items[FILE_PATH], &path)) { return false; }
    unsigned how =
        (unsigned)int_of(t->items[FILE_HOW]) & (NX_OPEN_READ | NX_OPEN_WRITE | NX_OPEN_APPEND);
    int r = files->open(files->ctx, path.text, how, 0, handle);
    if (!cap_answered(vm, r, t->items[FILE_PATH], out)) { return false; }
    host->handles[host->n_handles++] = (CapHandle){number, *handle};
    return true;
}

#define HANDLE_OR_RETURN(vm, file)                                                                 \
    uint64_t handle = 0;                                                                           \
    Value answer = V_RAISED;                                                                       \
    if (!file_handle(vm, file, &handle, &answer)) { return answer; }

// ---- open files --------------------------------------------------------------------------------

// open(path, how, mode): the file
Value cap_files_open(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, open, a[0])
    Path path;
    uint64_t handle;
    TRY(path_of(vm, a[0], &path));
    Tuple *file = heap_new(vm, T_TUPLE, FILE_FIELDS);
    TRY(file);
    file->items[FILE_HOW] = a[1];
    file->items[FILE_NUMBER] = int_value((int64_t)vm->head->next_file);
    file->items[FILE_PATH] = name_text(vm, path.text, path.len);
    TRY_VALUE(file->items[FILE_PATH]);
    if (!handle_reserve(vm->host)) { return cap_raise(vm, ERR_NOMEM, a[0], V_NONE); }
    Value v;
    int r =
        files->open(files->ctx, path.text, (unsigned)int_of(a[1]), (unsigned)int_of(a[2]), &handle);
    if (!cap_answered(vm, r, a[0], &v)) { return v; }
    vm->host->handles[vm->host->n_handles++] = (CapHandle){vm->head->next_file++, handle};
    return ptr_value(vm, file);
}

Value cap_files_close(Vm *vm, Value *a) {
    VmHost *host = vm->host;
    TRY(file_check(vm, a[0]));
    CapHandle *h = handle_find(host, (uint64_t)int_of(as_tuple(vm, a[0])->items[FILE_NUMBER]));
    if (!h || !host->files || !host->files->close) { return V_NONE; }
    int r = host->files->close(host->files->ctx, h->handle);
    if (r == NX_LATER) { return V_STOP; }
    *h = host->handles[--host->n_handles]; // gone, also when closing told of an error
    return r < 0 ? cap_raise(vm, -r, V_NONE, V_NONE) : V_NONE;
}

// What is left of a file behind `at`, as far as its size tells.
static int64_t file_rest(const nx_files *files, uint64_t handle, int64_t at) {
    nx_stat st;
    if (!files->stat_open || files->stat_open(files->ctx, handle, &st) != 0) { return READ_CHUNK; }
    return st.size > at ? st.size - at : 0;
}

// read(file, at, most): bytes; no `most`: all up to the end
Value cap_files_read(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, read, V_NONE)
    HANDLE_OR_RETURN(vm, a[0])
    int64_t at, most;
    TRY(int_to_i64(vm, a[1], &at) && int_to_i64(vm, a[2], &most));
    bool all = most < 0;
    if (all || most > READ_SMALL) {
        int64_t rest = file_rest(files, handle, at) + 1; // one more: to see the end at once
        most = all || rest < most ? rest : most;
    }
    NX_NEED(vm, (uint64_t)most + 64);
    StrBuilder b = str_builder(vm);
    for (;;) {
        TRY(native_charge(vm, (uint64_t)most / 64) && sb_reserve(&b, (uint64_t)most));
        int64_t n = files->read(files->ctx, handle, at, sb_text(&b) + b.len, (size_t)most);
        if (!cap_answered(vm, n, V_NONE, &answer)) { return answer; }
        if (n > most) { return raise_stop(vm, STOP_CORRUPT); }
        b.len += (uint32_t)n;
        at += n;
        if (n == 0 || !all) { return b.len ? sb_finish_bytes(&b) : bytes_new(vm, "", 0); }
        most = most > n ? most - n : READ_CHUNK;
    }
}

// write(file, at, data): how many bytes; at -1: at the end
Value cap_files_write(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, write, V_NONE)
    HANDLE_OR_RETURN(vm, a[0])
    int64_t at;
    ByteSpan data;
    TRY(int_to_i64(vm, a[1], &at) && bytes_like_or_raise(vm, a[2], &data));
    TRY(native_charge(vm, data.n / 64));
    int64_t n = files->write(files->ctx, handle, at, data.p, data.n);
    return cap_answered(vm, n, V_NONE, &answer) ? int_value(n) : answer;
}

Value cap_files_truncate(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, truncate, V_NONE)
    HANDLE_OR_RETURN(vm, a[0])
    int64_t size;
    TRY(int_to_i64(vm, a[1], &size));
    if (size < 0) { return cap_raise(vm, ERR_INVAL, V_NONE, V_NONE); }
    int r = files->truncate(files->ctx, handle, size);
    return cap_answered(vm, r, V_NONE, &answer) ? V_NONE : answer;
}

Value cap_files_sync(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, sync, V_NONE)
    HANDLE_OR_RETURN(vm, a[0])
    int r = files->sync(files->ctx, handle);
    return cap_answered(vm, r, V_NONE, &answer) ? V_NONE : answer;
}

static Value stat_tuple(Vm *vm, const nx_stat *st) {
    int64_t fields[] = {st->mode, (int64_t)st->inode, (int64_t)st->device, st->links,
                        st->size, st->accessed_ns,    st->modified_ns,     st->changed_ns};
    Value items[COUNT_OF(fields)];
    for (uint32_t i = 0; i < COUNT_OF(fields); i++) {
        items[i] = int_from_i64(vm, fields[i]);
        TRY_VALUE(items[i]);
    }
    return tuple_from(vm, items, COUNT_OF(fields));
}

Value cap_files_fstat(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, stat_open, V_NONE)
    HANDLE_OR_RETURN(vm, a[0])
    nx_stat st = {0};
    int r = files->stat_open(files->ctx, handle, &st);
    return cap_answered(vm, r, V_NONE, &answer) ? stat_tuple(vm, &st) : answer;
}

// ---- paths -------------------------------------------------------------------------------------

// What the operations on one path have in common: the member must be there, the path is resolved,
// and `call` is asked; then `result` is returned.
#define ON_PATH(member, call, result)                                                              \
    FILES_OR_RAISE(vm, member, a[0])                                                               \
    Path path;                                                                                     \
    TRY(path_of(vm, a[0], &path));                                                                 \
    Value answer;                                                                                  \
    int64_t r = call;                                                                              \
    return cap_answered(vm, r, a[0], &answer) ? result : answer;

// stat(path, follow)
Value cap_files_stat(Vm *vm, Value *a) {
    nx_stat st = {0};
    ON_PATH(stat, files->stat(files->ctx, path.text, a[1] == V_TRUE, &st), stat_tuple(vm, &st))
}

Value cap_files_mkdir(Vm *vm, Value *a){
    ON_PATH(mkdir, files->mkdir(files->ctx, path.text, (unsigned)int_of(a[1])), V_NONE)}

Value cap_files_rmdir(Vm *vm, Value *a){ON_PATH(rmdir, files->rmdir(files->ctx, path.text), V_NONE)}

Value cap_files_remove(Vm *vm,
                       Value *a){ON_PATH(remove, files->remove(files->ctx, path.text), V_NONE)}

Value cap_files_readlink(Vm *vm, Value *a) {
    char text[PATH_CAP];
    ON_PATH(readlink, files->readlink(files->ctx, path.text, text, sizeof text),
            name_text(vm, text, r < PATH_CAP ? (size_t)r : PATH_CAP))
}

// chmod(path, follow, mode)
Value cap_files_chmod(Vm *vm, Value *a){
    ON_PATH(chmod,
            files->chmod(files->ctx, path.text, a[1] == V_TRUE, (unsigned)int_of(a[2]) & 07777),
            V_NONE)}

// utime(path, follow, accessed, modified)
Value cap_files_utime(Vm *vm, Value *a) {
    int64_t accessed, modified;
    TRY(int_to_i64(vm, a[2], &accessed) && int_to_i64(vm, a[3], &modified));
    ON_PATH(utime, files->utime(files->ctx, path.text, a[1] == V_TRUE, accessed, modified), V_NONE)
}

// rename(from, to)
Value cap_files_rename(Vm *vm, Value *a) {
    FILES_OR_RAISE(vm, rename, a[0])
    Path from, to;
    TRY(path_of(vm, a[0], &from) && path_of(vm, a[1], &to));
    int r = files->rename(files->ctx, from.text, to.text);
    if (r == NX_LATER) { return V_STOP; }
    return r < 0 ? cap_raise(vm, -r, a[0], a[1]) : V_NONE;
}

typedef struct Listing {
    Vm *vm;
    List *list;
    bool failed;
} Listing;

static bool listing_add(void *to, const char *name, uint32_t mode) {
    Listing *l = to;
    Value text = native_charge(l->vm, 1) ? name_text(l->vm, name, strlen(name)) : V_RAISED;
    l->failed = text == V_RAISED || !list_append(l->vm, l->list, text) ||
                !list_append(l->vm, l->list, int_value(mode));
    return !l->failed;
}

// list(path): names and type bits by turns
Value cap_files_list(Vm *vm, Value *a) {
    Value list = list_new(vm, 0);
    TRY_VALUE(list);
    Listing l = {vm, as_list(vm, list), false};
    ON_PATH(list, files->list(files->ctx, path.text, listing_add, &l), l.failed ? V_RAISED : list)
}

// ---- the module --------------------------------------------------------------------------------

#define FILES_NATIVE(name, OP)                                                                     \
    static Value files_##name(Vm *vm, Value *a) { return cap_call(vm, CAP_FILES_##OP, a); }
FILES_NATIVE(open, OPEN)
FILES_NATIVE(close, CLOSE)
FILES_NATIVE(read, READ)
FILES_NATIVE(write, WRITE)
FILES_NATIVE(truncate, TRUNCATE)
FILES_NATIVE(sync, SYNC)
FILES_NATIVE(fstat, FSTAT)
FILES_NATIVE(stat, STAT)
FILES_NATIVE(list, LIST)
FILES_NATIVE(mkdir, MKDIR)
FILES_NATIVE(rmdir, RMDIR)
FILES_NATIVE(remove, REMOVE)
FILES_NATIVE(rename, RENAME)
FILES_NATIVE(readlink, READLINK)
FILES_NATIVE(chmod, CHMOD)
FILES_NATIVE(utime, UTIME)
#undef FILES_NATIVE

static Value files_getcwd(Vm *vm, Value *a) {
    (void)a;
    return isinstance_str(vm, vm->head->cwd) ? vm->head->cwd : str_new_cstr(vm, "/");
}

static Value files_setcwd(Vm *vm, Value *a) {
    vm->head->cwd = a[0];
    return V_NONE;
}

static Value files_strerror(Vm *vm, Value *a) { return cap_error_text(vm, int_of(a[0])); }

static const NativeDef files_functions[] = {
    TAIL("chmod", "path, follow: bool, mode: int, /", files_chmod, NULL),
    TAIL("close", "file, /", files_close, NULL),
    TAIL("fstat", "file, /", files_fstat, NULL),
    LEAF("getcwd", "", files_getcwd, NULL),
    TAIL("list", "path, /", files_list, NULL),
    TAIL("mkdir", "path, mode: int, /", files_mkdir, NULL),
    TAIL("open", "path, how: int, mode: int, /", files_open, NULL),
    TAIL("read", "file, at: int, most: int, /", files_read, NULL),
    TAIL("readlink", "path, /", files_readlink, NULL),
    TAIL("remove", "path, /", files_remove, NULL),
    TAIL("rename", "old, new, /", files_rename, NULL),
    TAIL("rmdir", "path, /", files_rmdir, NULL),
    LEAF("setcwd", "path: str, /", files_setcwd, NULL),
    TAIL("stat", "path, follow: bool, /", files_stat, NULL),
    LEAF("strerror", "code: int, /", files_strerror, "The text for the number of an error."),
    TAIL("sync", "file, /", files_sync, NULL),
    TAIL("truncate", "file, size: int, /", files_truncate, NULL),
    TAIL("utime", "path, follow: bool, accessed: int, modified: int, /", files_utime, NULL),
    TAIL("write", "file, at: int, data: bytes, /", files_write, NULL),
    NATIVE_END,
};

// ---- open --------------------------------------------------------------------------------------

// A function of the frozen module io.
static Value io_function(Vm *vm, const char *name) {
    Value io = intern_bytes(vm, "io", 2), key = intern_bytes(vm, name, (uint32_t)strlen(name));
    if (io == V_RAISED || key == V_RAISED) { return V_RAISED; }
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), io);
    Value v = is_tagged(vm, m, T_MODULE) ? dict_get_str(vm, module_dict(vm, m), key) : V_UNBOUND;
    return v == V_UNBOUND ? raise_error(vm, EXC_RuntimeError, "lost io.%s", name) : v;
}

static bool open_check_text(Vm *vm, Value v, const char *name) {
    if (v == V_NONE || isinstance_str(vm, v)) { return true; }
    return raise_false(vm, EXC_TypeError, "open() argument '%s' must be str or None, not %T", name,
                       v);
}

static Value io_open(Vm *vm, Value *a) {
    TRY(open_check_text(vm, a[3], "encoding") && open_check_text(vm, a[4], "errors") &&
        open_check_text(vm, a[5], "newline"));
    Value fn = io_function(vm, "_open_file");
    TRY_VALUE(fn);
    return native_tailcall(vm, fn, 8, a);
}

static const NativeDef io_functions[] = {
    TAIL(
        "open",
        "file, mode: str='r', buffering: int=-1, encoding=None, errors=None, newline=None, "
        "closefd: bool=True, opener=None",
        io_open,
        "A stream of a file, or OSError.\n\n"
        "file is a path, as text, bytes or an object with __fspath__, or the number of an open\n"
        "file. mode is 'r' to read (the default), 'w' to write a file that is emptied first, 'x'\n"
        "to write one that must not exist yet, or 'a' to append, with '+' for reading and writing\n"
        "both, and 'b' for bytes instead of text. buffering is the size of the buffer, 1 for text\n"
        "that is written line by line, or 0 for none. encoding (UTF-8 unless given), errors and\n"
        "newline are those of TextIOWrapper, which is returned for text. opener(file, flags) "
        "opens\n"
        "the file in open's place and returns its number; one that was given as a number is left\n"
        "open when closefd is false."),
    NATIVE_END,
};

// open is a builtin, too.
static bool io_init(Vm *vm, Value dict) {
    Value name = intern_bytes(vm, "open", 4);
    if (name == V_RAISED) { return false; }
    return dict_set_str(vm, as_dict(vm, vm->head->builtins), name,
                        dict_get_str(vm, as_dict(vm, dict), name));
}

const ModuleDef io_module = {"_io", NULL, io_functions, io_init};

static bool files_init(Vm *vm, Value dict) {
    return module_put(vm, dict, "_IOBuffer", vm->types[T_IOBUFFER]);
}

const ModuleDef files_module = {"_files", NULL, files_functions, files_init};
