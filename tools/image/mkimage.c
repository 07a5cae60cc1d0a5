// mkimage.c: makes the boot image. A bare guest is booted, the modules under src/lib/py are imported
// into it, those behind -p put there as packed source, and it is written out. Usage: mkimage OUT
// LIBDIR MODULE... [-p MODULE...]
#include "front/compile.h"
#include "heap/gc.h"
#include "heap/intern.h"
#include "object/descr.h"
#include "object/exc.h"
#include "object/bytes.h"
#include "object/module.h"
#include "snap/links.h"
#include "snap/snap.h"
#include "vm/boot.h"
#include "vm/hostcall.h"
#include "vm/ops.h"
#include "order.h"
#include "pack.h"
#include "share.h"

#include <stdio.h>
#include <stdlib.h>

static void image_write(void *ctx, int fd, const char *bytes, size_t len) {
    (void)ctx, (void)fd;
    fwrite(bytes, 1, len, stderr);
}

static int fail(Vm *vm, const char *what, const char *name) {
    fprintf(stderr, "mkimage: %s %s failed", what, name);
    Value exc = vm->head->exc;
    if (is_exception(vm, exc)) {
        Value text = exc_str_leaf(vm, exc);
        fprintf(stderr, ": %s: %s", class_name_of(vm, exc),
                is_ref(text) ? as_str(vm, text)->data : "?");
        Value tb = ((Exception *)ref_ptr(vm, exc))->traceback;
        while (is_ref(tb)) {
            Traceback *t = ref_ptr(vm, tb);
            Value line = type_def(T_TRACEBACK)->getsets[1].get(vm, tb);
            fprintf(stderr, "\n  %s:%lld in %s", as_str(vm, as_code(vm, t->code)->filename)->data,
                    (long long)int_of(line), as_str(vm, as_code(vm, t->code)->name)->data);
            tb = t->next;
        }
    }
    fprintf(stderr, " (stop %d)\n", (int)vm->stop);
    return 1;
}

static char *read_file(const char *path, size_t *len) {
    FILE *f = fopen(path, "rb");
    if (!f) { return NULL; }
    char *text = malloc(1 << 22);
    *len = text ? fread(text, 1, 1 << 22, f) : 0;
    fclose(f);
    return text;
}

static bool run_function(Vm *vm, Value func, Value arg) {
    Value v = vm_call(vm, func, &arg, 1, V_NONE, ret_make(RET_HOST, 0, 0));
    return v == V_CALLING ? vm_run(vm) == RUN_DONE : v != V_RAISED;
}

// Compiles a module and enters it into head->frozen and sys.modules: a function that runs its body,
// or V_RAISED.
static Value prepare_module(Vm *vm, const char *name, const char *path, bool package) {
    size_t len;
    char *source = read_file(path, &len);
    if (!source) { return raise_error(vm, EXC_ModuleNotFoundError, "No module named '%s'", name); }
    char label[256];
    snprintf(label, sizeof label, "<frozen %s>", name);
    Value mod_name = intern_bytes(vm, name, (uint32_t)strlen(name));
    Value file = intern_bytes(vm, label, (uint32_t)strlen(label));
    Value m = module_new(vm, mod_name, V_NONE);
    Value dict = ((Module *)ref_ptr(vm, m))->dict;
    Value parent = mod_name;
    if (package) {
        dict_set_str(vm, as_dict(vm, dict), vm_name(vm, N___path__), tuple_from(vm, NULL, 0));
    } else {
        const char *dot = strrchr(name, '.');
        parent = intern_bytes(vm, name, dot ? (uint32_t)(dot - name) : 0);
    }
    dict_set_str(vm, as_dict(vm, dict), vm_name(vm, N___package__), parent);
    dict_set_str(vm, as_dict(vm, vm->head->frozen), mod_name, m);
    dict_set_str(vm, as_dict(vm, vm->head->modules), mod_name, m);
    Value code = compile_text(vm, source, len, file, V_NONE, FRONT_EXEC, FRONT_LINES_ONLY);
    free(source);
    TRY_VALUE(code);
    dict_set_str(vm, as_dict(vm, dict), vm_name(vm, N___doc__), as_code(vm, code)->doc);
    return function_new(vm, code, dict);
}

static const char *library_dir;

// Dotted names are folders; a folder's own code is its __init__.py: true for such a package.
static bool find_source(const char *name, char *path, size_t size) {
    char file[512];
    snprintf(file, sizeof file, "%s", name);
    for (char *p = file; *p; p++) { *p = *p == '.' ? '/' : *p; }
    snprintf(path, size, "%s/%s.py", library_dir, file);
    FILE *f = fopen(path, "rb");
    if (!f) {
        snprintf(path, size, "%s/%s/__init__.py", library_dir, file);
        return true;
    }
    fclose(f);
    return false;
}

static Value prepare_by_name(Vm *vm, const char *name) {
    char path[1024];
    bool package = find_source(name, path, sizeof path);
    return prepare_module(vm, name, path, package);
}

// Puts a module into head->frozen as FrozenImporter finds it (sys._packed): packed source, length,
// whether it is a package's. It is compiled once to see that it can be.
static bool pack_module(Vm *vm, const char *name) {
    char path[1024];
    bool package = find_source(name, path, sizeof path), ok = false;
    size_t len;
    char *source = read_file(path, &len);
    uint8_t *packed = source ? malloc(pack_most(len)) : NULL;
    size_t n = packed ? pack_text((const uint8_t *)source, len, packed) : 0;
    Value key = intern_bytes(vm, name, (uint32_t)strlen(name));
    if (n && compile_text(vm, source, len, key, V_NONE, FRONT_EXEC, 0) != V_RAISED) {
        Value fields[] = {bytes_new(vm, packed, n), int_value((int64_t)len), bool_value(package)};
        ok = dict_set_str(vm, as_dict(vm, vm->head->frozen), key, tuple_from(vm, fields, 3));
    }
    free(packed);
    free(source);
    return ok;
}

// The import hook while the image is made: loads from the library's folder.
static Value load_for_import(void *ctx, Vm *vm, Frame *f) {
    (void)ctx;
    Value name = as_tuple(vm, f->slot[HOST_ARGS])->items[0];
    Value func = prepare_by_name(vm, as_str(vm, name)->data);
    TRY_VALUE(func);
    Value none = V_UNBOUND, args = tuple_from(vm, &none, 1);
    return native_call_full(vm, f, HOST_CALLED, func, args, V_NONE);
}

static bool install_hook(Vm *vm) {
    static const char text[] = "def hook(*args): return args\n";
    Value file = intern_bytes(vm, "<mkimage>", 9);
    Value code = compile_text(vm, text, sizeof text - 1, file, V_NONE, FRONT_EXEC, 0);
    Value globals = dict_new(vm, 4);
    Value func = code == V_RAISED ? code : function_new(vm, code, globals);
    if (func == V_RAISED || !run_function(vm, func, V_UNBOUND)) { return false; }
    HostFunction *h = heap_new(vm, T_HOST_FUNCTION, 0);
    h->name = intern_bytes(vm, "hook", 4);
    h->doc = V_NONE;
    h->binder = dict_get_str(vm, as_dict(vm, globals), h->name);
    Value key = intern_bytes(vm, "_import_hook", 12);
    return dict_set_str(vm, as_dict(vm, vm->head->sys_dict), key, ptr_value(vm, h));
}

// Whether a qualified name, or that of the class or function it is in, is one of the words.
static bool is_in_one_of(const char *words, const Str *s) {
    size_t n = strcspn(s->data, ".");
    for (const char *at = words; *at; at += *at == ' ') {
        size_t len = strcspn(at, " ");
        if (len == n && memcmp(at, s->data, len) == 0) { return true; }
        at += len;
    }
    return false;
}

// What is in C elsewhere: such calls are not in tracebacks, nor are they frames. `names`: only these
// functions and classes of the module, if not NULL.
static bool is_hidden(Vm *vm, const Code *c) {
    static const struct {
        const char *file, *names;
    } rows[] = {
        {"<frozen io>", NULL},
        {"<frozen _io_text>", NULL},
        {"<frozen _io_raw>", NULL},
        {"<frozen _filedes>", NULL},
        {"<frozen posix>", NULL},
        {"<frozen _importer>", NULL},
        {"<frozen _csv>", NULL},
        {"<frozen _weakproxy>", NULL},
        {"<frozen _typing>", NULL},
        {"<frozen decimal>", NULL},
        {"<frozen _decimal_base>", NULL},
        {"<frozen _decimal_arith>", NULL},
        {"<frozen _decimal_text>", NULL},
        {"<frozen _decimal_context>", NULL},
        {"<frozen _sitebuiltins>",
         "breakpointhook report_unraisable show_unraisable _write_unraisable _safe_repr"},
        {"<frozen binascii>", NULL},
        {"<frozen bisect>", NULL},
        {"<frozen collections._deque>", NULL},
        {"<frozen collections>",
         "OrderedDict defaultdict odict_keys odict_items odict_values _same _factory_repr "
         "_tuplegetter _count_elements"},
        {"<frozen functools>",
         "cmp_to_key reduce partial _cached _make_key _fill _count_holes _joined"},
        {"<frozen operator>", NULL},
        {"<frozen warnings>",
         "warn warn_explicit _issue _warn_syntax _warn_deprecated _action _category _fits "
         "_is_internal _outer _show"},
    };
    for (uint32_t i = 0; i < COUNT_OF(rows); i++) {
        if (str_equals_cstr(as_str(vm, c->filename), rows[i].file)) {
            return !rows[i].names || is_in_one_of(rows[i].names, as_str(vm, c->qualname));
        }
    }
    return false;
}

// Leaves of a qualified name what stands before the name, which others have too.
static bool split_qualname(Vm *vm, Code *c) {
    const uint32_t kept = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    const Str *whole = as_str(vm, c->qualname), *name = as_str(vm, c->name);
    if (c->flags & kept || whole->h.n < name->h.n + 2) { return true; }
    uint32_t n = whole->h.n - name->h.n - 1;
    if (whole->data[n] != '.' || memcmp(whole->data + n + 1, name->data, name->h.n) != 0) {
        return true;
    }
    c->qualname = intern_bytes(vm, whole->data, n);
    c->flags |= CODE_PREFIXED;
    return c->qualname != V_RAISED;
}

// sys.modules starts with what every program has; the rest waits in head->frozen. Numbers code
// objects so that tenants keep their caches apart from the image.
static void finish_code(Vm *vm, Obj *o, void *ctx) {
    if (o->type == T_CODE) {
        Code *c = (Code *)o;
        c->h.n = ++vm->head->code_numbers;
        c->caches = V_NONE;
        if (is_hidden(vm, c)) { c->flags |= CODE_HIDDEN; }
        if (!split_qualname(vm, c)) { *(bool *)ctx = false; }
    }
}

// From now on imports ask the module _importer, if the image has it.
static bool finish_hook(Vm *vm) {
    Value name = intern_bytes(vm, "_importer", 9), key = intern_bytes(vm, "_import_hook", 12);
    Value m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    Dict *sys = as_dict(vm, vm->head->sys_dict);
    if (!is_tagged(vm, m, T_MODULE)) {
        dict_del_str(vm, sys, key);
        return true;
    }
    return dict_set_str(vm, sys, key, dict_get_str(vm, module_dict(vm, m), key));
}

static bool is_made_hidden(Vm *vm, const Type *t) {
    Value key, value;
    for (uint32_t pos = 0; dict_next(vm, as_dict(vm, t->dict), &pos, &key, &value);) {
        if (is_exact(vm, value, T_FUNCTION) &&
            is_hidden(vm, as_code(vm, as_function(vm, value)->code))) {
            return true;
        }
    }
    return false;
}

// Classes in Python that are in C elsewhere: their attributes cannot be set, and `bare` says that
// instances have no __dict__ and __weakref__ to be seen.
typedef struct FixedClass {
    const char *name;
    bool heap, bare;
} FixedClass;

static const FixedClass *fixed_class(Vm *vm, Value full_name) {
    static const FixedClass classes[] = {
        {"types.SimpleNamespace", false, false}, {"typing.TypeVar", true, true},
        {"typing.ParamSpec", true, true},        {"typing.TypeVarTuple", true, true},
        {"typing.TypeAliasType", true, true},    {"typing.ParamSpecArgs", true, true},
        {"typing.ParamSpecKwargs", true, true},
    };
    for (uint32_t i = 0; i < COUNT_OF(classes); i++) {
        if (str_equals_cstr(as_str(vm, full_name), classes[i].name)) { return &classes[i]; }
    }
    return NULL;
}

// Their attributes are fields elsewhere: read-only ones, and ones with a getter and no setter.
static void fix_attributes(Vm *vm, Type *t) {
    const Tuple *mro = as_tuple(vm, t->mro);
    for (uint32_t k = 0; k + 1 < mro->h.n; k++) { // not object
        Value key, v;
        Dict *d = as_dict(vm, as_type(vm, mro->items[k])->dict);
        for (uint32_t pos = 0; dict_next(vm, d, &pos, &key, &v);) {
            if (is_tagged(vm, v, T_PROPERTY)) { as_obj(vm, v)->small |= PROPERTY_FIXED; }
            bool shown = memcmp(as_str(vm, key)->data, "__", 2) == 0;
            if (shown && is_tagged(vm, v, T_MEMBER)) { as_obj(vm, v)->small |= MEMBER_ONCE; }
        }
    }
}

static void fix_class(Vm *vm, Type *t, const FixedClass *fixed) {
    t->flags |= TYPE_FIXED;
    fix_attributes(vm, t);
    if (!fixed->heap) { t->flags &= ~(uint32_t)TYPE_HEAP; }
    if (!fixed->heap) { dict_del_str(vm, as_dict(vm, t->dict), vm_name(vm, N___module__)); }
    Value hook = intern_bytes(vm, "__init_subclass__", 17);
    if (dict_del_str(vm, as_dict(vm, t->dict), hook)) { t->flags &= ~(uint32_t)TYPE_SUBCLASSABLE; }
    static const char *const unseen[] = {"__dict__", "__weakref__", "__static_attributes__",
                                         "__firstlineno__", "__slots__"};
    const Tuple *mro = as_tuple(vm, t->mro);
    for (uint32_t i = fixed->bare ? 0 : 1; i < COUNT_OF(unseen); i++) {
        for (uint32_t k = 0; k + 1 < mro->h.n; k++) { // not object
            Dict *d = as_dict(vm, as_type(vm, mro->items[k])->dict);
            dict_del_str(vm, d, intern_bytes(vm, unseen[i], (uint32_t)strlen(unseen[i])));
        }
    }
}

// Messages name the classes that are in C elsewhere with their modules.
static bool name_classes(Vm *vm) {
    const Head *h = vm->head;
    for (uint32_t i = 0; i < h->n_subclasses; i++) {
        Value cls = ((Values *)ref_ptr(vm, h->subclasses))->items[2 * i + 1];
        Type *t = as_type(vm, cls);
        Value module = dict_get_str(vm, as_dict(vm, t->dict), vm_name(vm, N___module__));
        bool hidden = is_made_hidden(vm, t);
        if (!hidden && !isinstance_str(vm, module)) { continue; }
        if (!isinstance_str(vm, module)) { // a property of TypeAliasType's instances
            module = str_new_cstr(vm, "typing");
            if (module == V_RAISED) { return false; }
        }
        if (str_equals_cstr(as_str(vm, module), "builtins")) { continue; }
        Value full = format_text(vm, "%U.%U", module, t->name);
        if (full == V_RAISED) { return false; }
        const FixedClass *fixed = fixed_class(vm, full);
        if (hidden || fixed) { t->full_name = full; }
        if (fixed) { fix_class(vm, t, fixed); }
    }
    return true;
}

// The table as it is, without room for more.
static bool keep_subclasses(Vm *vm) {
    Head *h = vm->head;
    uint32_t n = 2 * h->n_subclasses;
    Values *kept = heap_new(vm, T_VALUES, n);
    if (!kept) { return false; }
    if (n) {
        memcpy(kept->items, ((Values *)ref_ptr(vm, h->subclasses))->items, n * sizeof(Value));
    }
    h->image_subclasses = ptr_value(vm, kept);
    h->subclasses = V_NONE;
    h->n_subclasses = 0;
    return true;
}

// Room for the strings that something refers to; intern_fill_image enters them.
static bool make_interned(Vm *vm) {
    Head *h = vm->head;
    const Values *t = ref_ptr(vm, h->interned);
    uint32_t n = 0;
    gc_mark_all(vm);
    for (uint32_t i = 0; i < t->h.n; i++) {
        n += is_ref(t->items[i]) && gc_is_marked(vm, as_obj(vm, t->items[i]));
    }
    Blob *words = heap_new(vm, T_BLOB, intern_image_size(n));
    if (!words) { return false; }
    h->image_interned = ptr_value(vm, words);
    h->interned = V_NONE;
    h->n_interned = 0;
    return true;
}

static bool image_finish(Vm *vm) {
    Head *h = vm->head;
    if (!name_classes(vm) || !keep_subclasses(vm)) { return false; }
    static const char *const kept[] = {"sys", "builtins"};
    Value fresh = dict_new(vm, 8);
    if (fresh == V_RAISED) { return false; }
    for (uint32_t i = 0; i < COUNT_OF(kept); i++) {
        Value key = intern_bytes(vm, kept[i], (uint32_t)strlen(kept[i]));
        Value m = dict_get_str(vm, as_dict(vm, h->frozen), key);
        if (!dict_set_str(vm, as_dict(vm, fresh), key, m)) { return false; }
    }
    h->modules = fresh;
    if (!finish_hook(vm)) { return false; }
    Value key = vm_name(vm, N_modules);
    if (!dict_set_str(vm, as_dict(vm, h->sys_dict), key, fresh)) { return false; }
    h->result = h->exc = h->handled = h->code_caches = h->pending_calls = V_NONE;
    h->caches = V_NONE;
    h->n_caches = 0;
    gc_mark_all(vm);
    bool ok = true;
    gc_each_marked(vm, finish_code, &ok);
    if (!ok) { return false; }
    if (!make_interned(vm)) { return false; }
    h->image_ids = h->ids;
    h->ids = V_NONE;
    h->n_ids = 0;
    h->weakrefs = h->finalizable = V_NONE; // nothing of an image dies
    h->n_weakrefs = h->n_finalizable = 0;
    return true;
}

// The table of serials is open-addressed by offset, and the image's objects got new ones.
static bool place_ids(Values *t) {
    Values *old = malloc(sizeof *t + t->h.n * sizeof(Value));
    if (!old) { return false; }
    memcpy(old, t, sizeof *t + t->h.n * sizeof(Value));
    for (uint32_t i = 0; i < t->h.n; i++) { t->items[i] = V_UNBOUND; }
    for (uint32_t i = 0; i + 1 < old->h.n; i += 2) {
        if (is_ref(old->items[i])) { ids_put(t, old->items[i], old->items[i + 1]); }
    }
    free(old);
    return true;
}

// Without links it is only for the library that made it.
static bool write_file(const char *path, const char *ending, const uint8_t *page,
                       const uint8_t *objects, uint32_t size, const Links *links) {
    static const uint8_t zero[4096];
    char name[1024];
    snprintf(name, sizeof name, "%s%s", path, ending);
    FILE *f = fopen(name, "wb");
    if (!f) { return false; }
    fwrite(page, 1, HEAP_HEAD_SIZE, f);
    fwrite(objects, 1, size, f);
    fwrite(zero, 1, (4096 - size % 4096) % 4096, f);
    if (links) { fwrite(links, 1, links_size(links), f); }
    bool ok = !ferror(f);
    return fclose(f) == 0 && ok;
}

static bool write_image(const NativeTable *t, const SnapBuf *out, const char *path) {
    SnapHeader header;
    memcpy(&header, out->bytes, sizeof header);
    Links *links = links_new(t);
    if (!links) { return false; }
    header.layout = links_hash(links);
    uint8_t page[HEAP_HEAD_SIZE] = {0};
    Head head;
    memcpy(&head, out->bytes + sizeof header, sizeof head);
    head.image_tag = header.image_tag;
    head.image_end = (HEAP_HEAD_SIZE + header.objects_size + 4095) & ~4095u;
    memcpy(page, &head, sizeof head);
    uint8_t *objects = out->bytes + sizeof header + sizeof head;
    void *ids = objects + (ref_offset(head.image_ids) - HEAP_HEAD_SIZE);
    if (is_ref(head.image_ids) && !place_ids(ids)) { return false; }
    if (!intern_fill_image(objects - HEAP_HEAD_SIZE, head.image_interned, HEAP_HEAD_SIZE,
                           HEAP_HEAD_SIZE + header.objects_size)) {
        return false;
    }
    memcpy(page + HEAP_HEAD_SIZE - sizeof header, &header, sizeof header);
    bool ok = write_file(path, "", page, objects, header.objects_size, links) &&
              write_file(path, ".bare", page, objects, header.objects_size, NULL);
    free(links);
    fprintf(stderr, "image: %u objects, %u bytes, %u natives\n", header.n_objects, head.image_end,
            t->n_natives);
    return ok;
}

static bool make_vm(Vm *vm, VmHost *host) {
    size_t slot = (size_t)512 << 20;
    vm->base = calloc(1, slot);
    vm->mark_stack = malloc(GC_MARK_STACK * 8);
    if (!vm->base || !vm->mark_stack) { return false; }
    vm->head = (Head *)vm->base;
    vm->fail_after = -1;
    vm->host = host;
    Head *h = vm->head;
    h->memory_limit = 400 << 20;
    h->gc_threshold = UINT64_MAX; // nothing is collected: the image is compacted when written
    heap_init(vm, HEAP_HEAD_SIZE, (uint32_t)slot);
    h->depth_limit = 1000;
    h->output_limit = 1 << 24;
    h->step_limit = (uint64_t)1 << 60;
    h->steps = (int64_t)1 << 60;
    return true;
}

static int import_modules(Vm *vm, char **names, int n) {
    int i = 0;
    for (; i < n && strcmp(names[i], "-p") != 0; i++) {
        Value name = intern_bytes(vm, names[i], (uint32_t)strlen(names[i]));
        if (dict_get_str(vm, as_dict(vm, vm->head->modules), name) != V_UNBOUND) { continue; }
        Value func = prepare_by_name(vm, names[i]);
        if (func == V_RAISED || !run_function(vm, func, V_UNBOUND)) {
            return fail(vm, "module", names[i]);
        }
    }
    for (i++; i < n; i++) {
        Value name = intern_bytes(vm, names[i], (uint32_t)strlen(names[i]));
        if (dict_get_str(vm, as_dict(vm, vm->head->frozen), name) != V_UNBOUND) {
            fprintf(stderr, "mkimage: a module of the image imports %s: not to be packed\n",
                    names[i]);
            return 1;
        }
        if (!pack_module(vm, names[i])) { return fail(vm, "packing", names[i]); }
    }
    return 0;
}

static int make_image(Vm *vm, NativeTable *natives, char **names, int n, SnapBuf *out) {
    SnapBuf scratch = {0};
    if (!natives_collect(natives) || !boot_bare(vm, natives)) { return fail(vm, "boot", ""); }
    if (!install_hook(vm)) { return fail(vm, "hook", ""); }
    if (import_modules(vm, names, n) != 0) { return 1; }
    uint32_t n_order = 0, *order = NULL;
    bool ok = image_finish(vm) && share_parts(vm) && (order = order_objects(vm, &n_order)) &&
              snap_write_image(vm, order, n_order, out, &scratch);
    free(order);
    snap_buf_free(&scratch);
    return ok ? 0 : fail(vm, "finish", "");
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: mkimage OUT LIBDIR MODULE...\n");
        return 2;
    }
    Vm vm = {0};
    VmHost host = {.write = image_write, .call = load_for_import, .pause_after = -1};
    NativeTable natives = {0};
    SnapBuf out = {0};
    library_dir = argv[2];
    int status = 1;
    if (make_vm(&vm, &host) && make_image(&vm, &natives, argv + 3, argc - 3, &out) == 0) {
        status = write_image(&natives, &out, argv[1]) ? 0 : 1;
    }
    snap_buf_free(&out);
    natives_free(&natives);
    free(vm.mark_stack);
    free(vm.base);
    return status;
}
