// boot.c: see boot.h. Order: names and the two classes that everything needs (object, type); then
// every builtin class with its methods; then exceptions, builtins and sys.
#include "vm/boot.h"

#include "base/utf8.h"
#include "object/alias.h"
#include "object/annotations.h"
#include "object/code.h"
#include "object/descr.h"
#include "object/exc.h"
#include "object/exc_classes.h"
#include "object/int.h"
#include "object/iter_state.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/module.h"
#include "vm/builtins.h"
#include "vm/class_layout.h"
#include "vm/io.h"
#include "vm/ops.h"
#include "vm/slots.h"

#include <stdlib.h>

// ---- the table of natives ----------------------------------------------------------------------

static bool table_add_native(NativeTable *t, const NativeDef *def, const char *owner) {
    if (t->n_natives == t->cap_natives) {
        uint32_t cap = t->cap_natives ? t->cap_natives * 2 : 4096;
        void *a = realloc(t->natives, cap * sizeof *t->natives);
        if (!a) { return false; }
        t->natives = a;
        void *b = realloc(t->native_owners, cap * sizeof *t->native_owners);
        if (!b) { return false; }
        t->native_owners = b;
        t->cap_natives = cap;
    }
    t->natives[t->n_natives] = def;
    t->native_owners[t->n_natives++] = owner;
    return true;
}

static bool table_add_natives(NativeTable *t, const NativeDef *defs, const char *owner) {
    for (; defs && defs->name; defs++) {
        if (!table_add_native(t, defs, owner)) { return false; }
    }
    return true;
}

static bool table_add_getsets(NativeTable *t, const GetSetDef *defs, const char *owner) {
    for (; defs && defs->name; defs++) {
        if (t->n_getsets == t->cap_getsets) {
            uint32_t cap = t->cap_getsets ? t->cap_getsets * 2 : 2048;
            void *a = realloc(t->getsets, cap * sizeof *t->getsets);
            if (!a) { return false; }
            t->getsets = a;
            void *b = realloc(t->getset_owners, cap * sizeof *t->getset_owners);
            if (!b) { return false; }
            t->getset_owners = b;
            t->cap_getsets = cap;
        }
        t->getsets[t->n_getsets] = defs;
        t->getset_owners[t->n_getsets++] = owner;
    }
    return true;
}

static const char *const exc_names[EXC_COUNT] = {
#define EXC(Name, Base, doc) #Name,
#include "rt/exc.def"
#undef EXC
};

bool natives_collect(NativeTable *t) {
    memset(t, 0, sizeof *t);
    bool ok = true;
    for (int i = 0; i < I_COUNT && ok; i++) {
        ok = table_add_native(t, internal_def((Internal)i, &t->internals[i]), "");
    }
    ok = ok && table_add_getsets(t, instance_getsets, "instance") &&
         table_add_natives(t, slot_natives, "slots") &&
         table_add_natives(t, alias_class_getitem, "alias") &&
         table_add_natives(t, buffer_methods, "buffer") &&
         table_add_natives(t, iter_position_methods, "iterator") &&
         table_add_natives(t, iter_rest_methods, "iterator rest") &&
         table_add_natives(t, iter_reversed_methods, "reversed") &&
         table_add_natives(t, annotations_natives, "annotations") &&
         table_add_natives(t, function_annotations_natives, "function annotations") &&
         table_add_natives(t, wrapped_annotations_natives, "wrapped annotations");
    for (uint32_t tag = 1; tag < T_COUNT && ok; tag++) {
        const TypeDef *d = type_def(tag);
        if (!d) { continue; }
        // These have the rows of METHOD_DESCRIPTOR, and the calls of BUILTIN_METHOD.
        bool shared = tag == T_WRAPPER_DESCRIPTOR || tag == T_CLASSMETHOD_DESCRIPTOR;
        ok = (shared || tag == T_METHOD_WRAPPER || table_add_natives(t, d->methods, d->name)) &&
             (shared || table_add_getsets(t, d->getsets, d->name));
    }
    for (int i = 0; i < EXC_COUNT && ok; i++) {
        ok = table_add_natives(t, exc_class_methods((ExcId)i), exc_names[i]) &&
             table_add_getsets(t, exc_class_getsets((ExcId)i), exc_names[i]);
    }
    ok = ok && table_add_natives(t, builtin_functions, "builtins") &&
         table_add_natives(t, builtin_iter_functions, "builtins") &&
         table_add_natives(t, builtin_code_functions, "builtins") &&
         table_add_natives(t, builtin_io_functions, "builtins");
    for (const ModuleDef *const *m = c_modules(); *m && ok; m++) {
        ok = table_add_natives(t, (*m)->functions, (*m)->name);
    }
    return ok;
}

void natives_free(NativeTable *t) {
    free(t->natives);
    free(t->native_owners);
    free(t->getsets);
    free(t->getset_owners);
}

static uint32_t native_number(const NativeTable *t, const NativeDef *def) {
    for (uint32_t i = 0; i < t->n_natives; i++) {
        if (t->natives[i] == def) { return i; }
    }
    return 0;
}

static uint32_t getset_number(const NativeTable *t, const GetSetDef *def) {
    for (uint32_t i = 0; i < t->n_getsets; i++) {
        if (t->getsets[i] == def) { return i; }
    }
    return 0;
}

// ---- tables of the image -----------------------------------------------------------------------

// A table of n items, the first of them those of an older image.
static Values *boot_table(Vm *vm, Value *root, uint32_t n, const Value **items) {
    Values *t = heap_new(vm, T_VALUES, n);
    if (!t) { return NULL; }
    uint32_t old = is_ref(*root) ? ((Values *)ref_ptr(vm, *root))->h.n : 0;
    for (uint32_t i = 0; i < n; i++) {
        t->items[i] = i < old ? ((Values *)ref_ptr(vm, *root))->items[i] : V_NONE;
    }
    *root = ptr_value(vm, t);
    *items = t->items;
    return t;
}

static bool boot_names(Vm *vm) {
    static const char *const texts[N_COUNT] = {
#define NAME(id, text) text,
#include "heap/names.def"
#undef NAME
    };
    Values *t = boot_table(vm, &vm->head->image_names, N_COUNT, &vm->names);
    for (uint32_t i = 0; t && i < N_COUNT; i++) {
        if (is_ref(t->items[i])) { continue; }
        t->items[i] = intern_bytes(vm, texts[i], (uint32_t)strlen(texts[i]));
        if (t->items[i] == V_RAISED) { return false; }
    }
    if (is_ref(vm->head->image_chars)) { return t != NULL; }
    Values *chars = heap_new(vm, T_VALUES, 256);
    if (!chars) { return false; }
    for (uint32_t i = 0; i < 256; i++) {
        char text[2];
        uint32_t n = utf8_encode(text, i);
        chars->items[i] = intern_bytes(vm, text, n);
        if (chars->items[i] == V_RAISED) { return false; }
    }
    vm->head->image_chars = ptr_value(vm, chars);
    return t != NULL;
}

// ---- classes -----------------------------------------------------------------------------------

static Value boot_str(Vm *vm, const char *text) {
    return intern_bytes(vm, text, (uint32_t)strlen(text));
}

// The class object alone; its namespace is filled when all classes exist.
static Type *boot_class(Vm *vm, const char *name, uint32_t tag, Value base, uint32_t flags) {
    Type *t = heap_new(vm, T_TYPE, 0);
    if (!t) { return NULL; }
    Value cls = ptr_value(vm, t);
    t->name = t->qualname = boot_str(vm, name);
    t->dict = dict_new(vm, 8);
    t->base = base;
    t->root_shape = t->slots = t->cells = V_NONE;
    t->full_name = t->spare[0] = t->spare[1] = V_NONE;
    t->tag = tag;
    t->flags = flags | TYPE_BUILTIN;
    uint32_t n = 0;
    Value mro[16];
    mro[n++] = cls;
    for (Value b = base; is_ref(b); b = as_type(vm, b)->base) { mro[n++] = b; }
    t->mro = tuple_from(vm, mro, n);
    t->bases = tuple_from(vm, &base, is_ref(base) ? 1 : 0);
    bool ok =
        t->name != V_RAISED && t->dict != V_RAISED && t->mro != V_RAISED && t->bases != V_RAISED;
    return ok ? t : NULL;
}

static uint32_t boot_flags(const TypeDef *d) {
    uint32_t flags = d->subclassable ? TYPE_SUBCLASSABLE : 0;
    flags |= d->unhashable ? TYPE_NO_HASH : 0;
    switch (d->tag) {
    case T_LIST:
    case T_TUPLE:
    case T_RANGE:
    case T_DEQUE:
    case T_ARRAY:
    case T_MEMORYVIEW: return flags | TYPE_SEQUENCE;
    case T_DICT:
    case T_FRAME_LOCALS:
    case T_MAPPINGPROXY: return flags | TYPE_MAPPING;
    case T_EXCEPTION: return flags | TYPE_EXCEPTION;
    case T_TYPE: return flags | TYPE_METACLASS;
    default: return flags;
    }
}

static bool boot_type_objects(Vm *vm) {
    Values *table = boot_table(vm, &vm->head->image_types, T_COUNT, &vm->types);
    if (!table) { return false; }
    static const uint8_t first[] = {T_OBJECT, T_TYPE, T_INT};
    for (uint32_t i = 0; i < COUNT_OF(first) + T_COUNT; i++) {
        uint32_t tag = i < COUNT_OF(first) ? first[i] : i - (uint32_t)COUNT_OF(first);
        const TypeDef *d = type_def(tag);
        if (!d || is_ref(table->items[tag])) { continue; }
        Value base = tag == T_OBJECT ? V_NONE : table->items[d->base ? d->base : T_OBJECT];
        const char *dot = strrchr(d->name, '.');
        Type *t = boot_class(vm, dot ? dot + 1 : d->name, tag, base, boot_flags(d));
        if (!t) { return false; }
        if (d->module) {
            t->full_name = format_text(vm, "%s.%s", d->module, d->name);
            if (t->full_name == V_RAISED) { return false; }
        }
        table->items[tag] = ptr_value(vm, t);
    }
    // Plain instances, and the machine's own kinds, which no guest sees.
    for (uint32_t tag = 0; tag < T_COUNT; tag++) {
        if (!is_ref(table->items[tag])) { table->items[tag] = table->items[T_OBJECT]; }
    }
    return true;
}

static Value boot_static_method(Vm *vm, Value native) {
    Wrapped *w = heap_new(vm, T_STATICMETHOD, 0);
    TRY(w);
    w->func = native;
    w->dict = V_NONE;
    return ptr_value(vm, w);
}

static bool boot_methods(Vm *vm, const NativeTable *t, Value cls, const NativeDef *defs,
                         TypeTag tag) {
    Value dict = as_type(vm, cls)->dict;
    for (; defs && defs->name; defs++) {
        Value v = native_new(vm, defs, native_number(t, defs), cls, tag);
        if (v != V_RAISED && (defs->flags & NATIVE_STATIC)) { v = boot_static_method(vm, v); }
        if (!module_put(vm, dict, defs->name, v)) { return false; }
    }
    return true;
}

// What CPython has as a field of the object: the read-only ones have a setter in common, and of
// exceptions all are but these.
static bool boot_is_member(const GetSetDef *def, TypeTag tag) {
    if (def->set == getset_readonly) { return true; }
    static const char *const computed[] = {"args",      "__traceback__", "__context__",
                                           "__cause__", "__dict__",      "characters_written"};
    for (uint32_t i = 0; i < COUNT_OF(computed); i++) {
        if (strcmp(def->name, computed[i]) == 0) { return false; }
    }
    return tag == T_EXCEPTION;
}

static bool boot_getsets(Vm *vm, const NativeTable *t, Value cls, const GetSetDef *defs,
                         TypeTag tag) {
    for (; defs && defs->name; defs++) {
        GetSet *g = heap_new(vm, T_GETSET, 0);
        if (!g) { return false; }
        g->h.small = boot_is_member(defs, tag) ? GETSET_MEMBER : 0;
        g->name = boot_str(vm, defs->name);
        g->owner = cls;
        g->doc = defs->doc ? boot_str(vm, defs->doc) : V_NONE;
        g->spare = V_NONE;
        g->number = getset_number(t, defs);
        g->self_tag = tag == T_OBJECT ? T_INVALID : tag;
        if (!module_put(vm, as_type(vm, cls)->dict, defs->name, ptr_value(vm, g))) { return false; }
    }
    return true;
}

// Builtin classes that can be subscripted: list[int] …
static bool boot_generic_classes(Vm *vm, const NativeTable *t, uint32_t from) {
    static const uint8_t tags[] = {
        T_LIST,         T_TUPLE,         T_DICT,      T_SET,           T_FROZENSET,  T_ENUMERATE,
        T_MAPPINGPROXY, T_GENERATOR,     T_COROUTINE, T_ASYNC_GEN,     T_MEMORYVIEW, T_WEAKREF,
        T_STATICMETHOD, T_CLASSMETHOD,   T_TEMPLATE,  T_INTERPOLATION, T_PARTIAL,    T_DEQUE,
        T_CONTEXT_VAR,  T_CONTEXT_TOKEN, T_FUTURE,    T_TASK,          T_ARRAY};
    for (uint32_t i = 0; i < COUNT_OF(tags); i++) {
        if (tags[i] < from) { continue; }
        if (!boot_methods(vm, t, vm->types[tags[i]], alias_class_getitem, T_INVALID)) {
            return false;
        }
    }
    return true;
}

// A property whose functions are natives: rows of one name, a getter and perhaps a setter and a
// deleter. They check what they are called with, for a guest can get hold of them.
static bool boot_property(Vm *vm, const NativeTable *t, TypeTag tag, const NativeDef *rows) {
    Property *p = heap_new(vm, T_PROPERTY, 0);
    if (!p) { return false; }
    Value functions[3] = {V_NONE, V_NONE, V_NONE};
    for (uint32_t i = 0; i < 3 && rows[i].name && strcmp(rows[i].name, rows->name) == 0; i++) {
        uint32_t number = native_number(t, &rows[i]);
        functions[i] = native_new(vm, &rows[i], number, vm->types[tag], tag);
        if (functions[i] == V_RAISED) { return false; }
    }
    p->fget = functions[0];
    p->fset = functions[1];
    p->fdel = functions[2];
    p->doc = V_NONE;
    p->name = boot_str(vm, rows->name);
    return module_put(vm, as_type(vm, vm->types[tag])->dict, rows->name, ptr_value(vm, p));
}

// Annotations may run guest code when they are first read.
static bool boot_annotations(Vm *vm, const NativeTable *t) {
    static const uint8_t tags[] = {T_TYPE, T_MODULE}, wrapped[] = {T_CLASSMETHOD, T_STATICMETHOD};
    bool ok = boot_property(vm, t, T_FUNCTION, function_annotations_natives);
    for (uint32_t i = 0; i < 2 && ok; i++) {
        ok = boot_property(vm, t, (TypeTag)tags[i], annotations_natives) &&
             boot_property(vm, t, (TypeTag)tags[i], annotations_natives + 3) &&
             boot_property(vm, t, (TypeTag)wrapped[i], wrapped_annotations_natives) &&
             boot_property(vm, t, (TypeTag)wrapped[i], wrapped_annotations_natives + 3);
    }
    return ok;
}

// A tuple of the words of a text.
static Value boot_words(Vm *vm, const char *text) {
    Value words[8];
    uint32_t n = 0;
    while (*text && n < COUNT_OF(words)) {
        size_t len = strcspn(text, " ");
        words[n] = intern_bytes(vm, text, (uint32_t)len);
        if (words[n++] == V_RAISED) { return V_RAISED; }
        text += len + (text[len] == ' ');
    }
    return tuple_from(vm, words, n);
}

// How iterators are copied.
static bool boot_iterators(Vm *vm, const NativeTable *t, uint32_t from) {
    static const uint8_t by_position[] = {T_LIST_ITER,      T_LIST_REVITER,   T_TUPLE_ITER,
                                          T_STR_ITER,       T_STR_ASCII_ITER, T_BYTES_ITER,
                                          T_BYTEARRAY_ITER, T_SEQ_ITER,       T_ARRAY_ITER};
    static const uint8_t by_rest[] = {T_DICT_KEYITER,    T_DICT_VALUEITER,    T_DICT_ITEMITER,
                                      T_DICT_REVKEYITER, T_DICT_REVVALUEITER, T_DICT_REVITEMITER,
                                      T_SET_ITER,        T_ODICT_ITER};
    bool ok = true;
    for (uint32_t i = 0; i < COUNT_OF(by_position) && ok; i++) {
        TypeTag tag = (TypeTag)by_position[i];
        ok = tag < from || boot_methods(vm, t, vm->types[tag], iter_position_methods, tag);
    }
    if (T_REVERSED >= from) {
        ok = ok && boot_methods(vm, t, vm->types[T_REVERSED], iter_reversed_methods, T_REVERSED);
    }
    for (uint32_t i = 0; i < COUNT_OF(by_rest) && ok; i++) {
        TypeTag tag = (TypeTag)by_rest[i];
        ok = tag < from || boot_methods(vm, t, vm->types[tag], iter_rest_methods, tag);
    }
    return ok;
}

static bool boot_buffers(Vm *vm, const NativeTable *t) {
    return boot_methods(vm, t, vm->types[T_BYTES], buffer_methods + 1, T_BYTES) &&
           boot_methods(vm, t, vm->types[T_BYTEARRAY], buffer_methods, T_BYTEARRAY) &&
           boot_methods(vm, t, vm->types[T_ARRAY], buffer_methods, T_ARRAY) &&
           boot_methods(vm, t, vm->types[T_MEMORYVIEW], buffer_methods, T_MEMORYVIEW);
}

// What the classes from tag `from` on have in them.
static bool boot_type_contents(Vm *vm, const NativeTable *t, uint32_t from) {
    for (uint32_t tag = from; tag < T_COUNT; tag++) {
        const TypeDef *d = type_def(tag);
        if (!d) { continue; }
        Value cls = vm->types[tag], dict = as_type(vm, cls)->dict;
        TypeTag self_tag = tag == T_OBJECT ? T_INVALID : (TypeTag)tag;
        if (!boot_methods(vm, t, cls, d->methods, self_tag)) { return false; }
        if (!boot_getsets(vm, t, cls, d->getsets, self_tag)) { return false; }
        if (!boot_slots(vm, t, cls, d, self_tag)) { return false; }
        if (d->unhashable && !module_put(vm, dict, "__hash__", V_NONE)) { return false; }
        if (d->match_args &&
            !module_put(vm, dict, "__match_args__", boot_words(vm, d->match_args))) {
            return false;
        }
        // An attribute __doc__ of the instances stands where the class's own would.
        Value doc = dict_get_str(vm, as_dict(vm, dict), vm_name(vm, N___doc__));
        if (doc == V_UNBOUND) { doc = d->doc ? boot_str(vm, d->doc) : V_NONE; }
        if (!module_put(vm, dict, "__doc__", doc)) { return false; }
        bool named = d->module && !d->no_module;
        if (named && !module_put(vm, dict, "__module__", boot_str(vm, d->module))) { return false; }
    }
    return boot_generic_classes(vm, t, from) && boot_iterators(vm, t, from) &&
           (from > 1 || (boot_buffers(vm, t) && boot_annotations(vm, t)));
}

// The one builtin class with two bases; in effect a class statement made it.
static bool boot_exception_group(Vm *vm, const NativeTable *table, Type *t, const Value *excs) {
    Value mro[] = {ptr_value(vm, t), excs[EXC_BaseExceptionGroup], excs[EXC_Exception],
                   excs[EXC_BaseException], vm->types[T_OBJECT]};
    t->bases = tuple_from(vm, mro + 1, 2);
    t->mro = tuple_from(vm, mro, COUNT_OF(mro));
    return t->bases != V_RAISED && t->mro != V_RAISED &&
           module_put(vm, t->dict, "__module__", vm_name(vm, N_builtins)) &&
           boot_getsets(vm, table, mro[0], instance_getsets + 1, T_EXCEPTION);
}

// `end`: of the name of the module that the class belongs to, or NULL.
static bool boot_exception_module(Vm *vm, Type *c, const char *name, const char *end) {
    if (!end) { return true; }
    Value module = intern_bytes(vm, name, (uint32_t)(end - name));
    return module != V_RAISED && module_put(vm, c->dict, "__module__", module);
}

static bool boot_exceptions(Vm *vm, const NativeTable *t) {
    static const struct {
        const char *name, *base, *doc;
    } rows[EXC_COUNT] = {
#define EXC(Name, Base, doc) {#Name, #Base, doc},
#include "rt/exc.def"
#undef EXC
    };
    Values *table = boot_table(vm, &vm->head->image_excs, EXC_COUNT, &vm->excs);
    if (!table) { return false; }
    table->items[EXC_BaseException] = vm->types[T_EXCEPTION];
    bool fresh = !is_ref(table->items[1]);
    for (uint32_t i = 1; i < EXC_COUNT; i++) {
        if (is_ref(table->items[i])) { continue; }
        Value base = V_NONE;
        for (uint32_t k = 0; k < i; k++) {
            if (strcmp(rows[k].name, rows[i].base) == 0) { base = table->items[k]; }
        }
        const char *of_module = strchr(rows[i].name + 1, '_');
        Type *c = boot_class(vm, of_module ? of_module + 1 : rows[i].name, T_EXCEPTION, base,
                             TYPE_SUBCLASSABLE | TYPE_EXCEPTION);
        if (!c || !boot_exception_module(vm, c, rows[i].name, of_module)) { return false; }
        Value cls = table->items[i] = ptr_value(vm, c);
        if (i == EXC_ExceptionGroup && !boot_exception_group(vm, t, c, table->items)) {
            return false;
        }
        Value doc = rows[i].doc[0] ? boot_str(vm, rows[i].doc) : V_NONE;
        if (!module_put(vm, c->dict, "__doc__", doc)) { return false; }
        if (!boot_methods(vm, t, cls, exc_class_methods((ExcId)i), T_EXCEPTION) ||
            !boot_getsets(vm, t, cls, exc_class_getsets((ExcId)i), T_EXCEPTION)) {
            return false;
        }
    }
    return !fresh || boot_methods(vm, t, table->items[EXC_BaseExceptionGroup], alias_class_getitem,
                                  T_INVALID);
}

// ---- internals, builtins, sys ------------------------------------------------------------------

static bool boot_internals(Vm *vm, const NativeTable *t) {
    // Two more: object.__new__ and object.__init__, which calls compare against.
    Value old = vm->head->image_internals;
    uint32_t known = is_ref(old) ? ((Values *)ref_ptr(vm, old))->h.n - 2 : 0;
    Values *table = boot_table(vm, &vm->head->image_internals, I_COUNT + 2, &vm->internals);
    for (uint32_t i = 0; table && i < I_COUNT; i++) {
        const NativeDef *def = &t->internals[i];
        if (i < known && native_def(vm, as_native(vm, table->items[i])) == def) { continue; }
        table->items[i] = native_new(vm, def, native_number(t, def), V_NONE, T_INVALID);
        if (table->items[i] == V_RAISED) { return false; }
    }
    return table != NULL;
}

static bool boot_functions(Vm *vm, const NativeTable *t, Value dict, const NativeDef *defs,
                           Value owner) {
    for (; defs && defs->name; defs++) {
        Value v = native_new(vm, defs, native_number(t, defs), owner, T_INVALID);
        if (!module_put(vm, dict, defs->name, v)) { return false; }
    }
    return true;
}

static bool boot_builtins(Vm *vm, const NativeTable *t) {
    static const NativeDef *const lists[] = {builtin_functions, builtin_iter_functions,
                                             builtin_code_functions, builtin_io_functions};
    Value doc = boot_str(vm, "Functions, classes and exceptions that every program has by name.");
    Value owner = vm_name(vm, N_builtins), m = module_new(vm, owner, doc);
    if (doc == V_RAISED || m == V_RAISED) { return false; }
    Value dict = ((Module *)ref_ptr(vm, m))->dict;
    vm->head->builtins = dict;
    for (uint32_t i = 0; i < COUNT_OF(lists); i++) {
        if (!boot_functions(vm, t, dict, lists[i], owner)) { return false; }
    }
    for (uint32_t tag = 1; tag < T_COUNT; tag++) {
        const TypeDef *d = type_def(tag);
        if (!d || d->hidden || d->tag == T_EXCEPTION || d->module) { continue; }
        if (!module_put(vm, dict, d->name, vm->types[tag])) { return false; }
    }
    for (uint32_t i = 0; i < EXC_COUNT; i++) {
        if (strchr(exc_names[i] + 1, '_')) { continue; }
        if (!module_put(vm, dict, exc_names[i], vm->excs[i])) { return false; }
    }
    bool ok = module_put(vm, dict, "EnvironmentError", vm->excs[EXC_OSError]) &&
              module_put(vm, dict, "IOError", vm->excs[EXC_OSError]) &&
              module_put(vm, dict, "NotImplemented", V_NOTIMPL) &&
              module_put(vm, dict, "Ellipsis", V_ELLIPSIS) &&
              module_put(vm, dict, "None", V_NONE) && module_put(vm, dict, "True", V_TRUE) &&
              module_put(vm, dict, "False", V_FALSE) && module_put(vm, dict, "__debug__", V_TRUE);
    return ok && dict_set_str(vm, as_dict(vm, vm->head->frozen), owner, m) &&
           dict_set_str(vm, as_dict(vm, vm->head->modules), owner, m);
}

extern const ModuleDef sys_module;

static bool boot_sys(Vm *vm) {
    Value doc = boot_str(vm, sys_module.doc);
    Value name = vm_name(vm, N_sys), m = module_new(vm, name, doc);
    if (doc == V_RAISED || m == V_RAISED) { return false; }
    Value dict = ((Module *)ref_ptr(vm, m))->dict;
    vm->head->sys_dict = dict;
    return module_put(vm, dict, "modules", vm->head->modules) &&
           module_put(vm, dict, "stdin", stream_new(vm, 0, "<stdin>")) &&
           module_put(vm, dict, "stdout", stream_new(vm, 1, "<stdout>")) &&
           module_put(vm, dict, "stderr", stream_new(vm, 2, "<stderr>")) &&
           dict_set_str(vm, as_dict(vm, vm->head->frozen), name, m) &&
           dict_set_str(vm, as_dict(vm, vm->head->modules), name, m);
}

bool boot_module(Vm *vm, const NativeTable *t, const ModuleDef *def) {
    Value name = boot_str(vm, def->name);
    Value m = V_UNBOUND;
    if (strcmp(def->name, "sys") == 0) {
        m = dict_get_str(vm, as_dict(vm, vm->head->frozen), name);
    } else {
        m = module_new(vm, name, def->doc ? boot_str(vm, def->doc) : V_NONE);
    }
    if (m == V_RAISED) { return false; }
    Value dict = ((Module *)ref_ptr(vm, m))->dict;
    if (!boot_functions(vm, t, dict, def->functions, name)) { return false; }
    for (const uint8_t *tag = def->types; tag && *tag; tag++) {
        Value cls = vm->types[*tag];
        if (!dict_set_str(vm, as_dict(vm, dict), as_type(vm, cls)->name, cls)) { return false; }
    }
    if (def->init && !def->init(vm, dict)) { return false; }
    return dict_set_str(vm, as_dict(vm, vm->head->frozen), name, m);
}

static void boot_object_natives(Vm *vm) {
    Values *internals = ref_ptr(vm, vm->head->image_internals);
    const Dict *object = as_dict(vm, as_type(vm, vm->types[T_OBJECT])->dict);
    internals->items[I_COUNT] = dict_get_str(vm, object, vm_name(vm, N___new__));
    internals->items[I_COUNT + 1] = dict_get_str(vm, object, vm_name(vm, N___init__));
}

bool boot_grow(Vm *vm, const NativeTable *t) {
    uint32_t known = ((Values *)ref_ptr(vm, vm->head->image_types))->h.n;
    if (!boot_names(vm) || !boot_type_objects(vm) || !boot_internals(vm, t) ||
        !boot_exceptions(vm, t) || !boot_type_contents(vm, t, known)) {
        return false;
    }
    boot_object_natives(vm);
    return true;
}

bool boot_bare(Vm *vm, const NativeTable *t) {
    Head *h = vm->head;
#define ROOT(name, doc) h->name = V_NONE;
    NX_ROOTS(ROOT)
#undef ROOT
#define WEAK(name, stride, doc) h->name = V_NONE;
    NX_WEAK_ROOTS(WEAK)
#undef WEAK
#define TABLE(name, doc) h->name = V_NONE;
    NX_IMAGE_TABLES(TABLE)
#undef TABLE
    h->max_str_digits = 4300;
    vm->natives = t->natives;
    vm->n_natives = t->n_natives;
    vm->getsets = t->getsets;
    if (!boot_names(vm) || !boot_type_objects(vm)) { return false; }
    h->modules = dict_new(vm, 8);
    h->frozen = dict_new(vm, 64);
    h->main_dict = V_NONE;
    if (h->modules == V_RAISED || h->frozen == V_RAISED) { return false; }
    if (!boot_internals(vm, t) || !boot_exceptions(vm, t) || !boot_type_contents(vm, t, 1)) {
        return false;
    }
    boot_object_natives(vm);
    Value no_args = tuple_from(vm, NULL, 0);
    if (no_args == V_RAISED || !boot_builtins(vm, t) || !boot_sys(vm)) { return false; }
    for (const ModuleDef *const *m = c_modules(); *m; m++) {
        if (!boot_module(vm, t, *m)) { return false; }
    }
    return true;
}
