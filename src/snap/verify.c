// verify.c: the objects of a snapshot, checked one by one. See verify.h.
//
// The reader has made sure before that every object lies within the snapshot and every reference
// leads to the start of an object. Here the types of fields are checked by one table, and what
// counts and offsets promise by a function for each type that has any. What cannot be checked is
// what a frame's registers hold: instructions and natives that rely on it look themselves.
#include "snap/verify.h"

#include "base/utf8.h"
#include "cap/iobuffer.h"
#include "lib/datetime.h"
#include "lib/itertools/itertools.h"
#include "lib/random.h"
#include "lib/csv_line.h"
#include "lib/bytesio.h"
#include "lib/stringio.h"
#include "lib/re/re.h"
#include "lib/re_scan.h"
#include "object/array.h"
#include "object/bytearray.h"
#include "object/bytes.h"
#include "object/deque.h"
#include "object/memoryview_inner.h"
#include "object/set.h"
#include "object/type.h"
#include "object/descr.h"
#include "object/dict_views.h"
#include "vm/code_verify.h"
#include "vm/frameinfo.h"
#include "vm/io.h"

enum { FIELD_ANY, FIELD_MUST, FIELD_MAY }; // MAY: or V_NONE

typedef struct FieldRule {
    uint8_t how, tag;
} FieldRule;

#define ANY                                                                                        \
    { FIELD_ANY, 0 }
#define MUST(T)                                                                                    \
    { FIELD_MUST, T_##T }
#define MAY(T)                                                                                     \
    { FIELD_MAY, T_##T }

enum { VERIFY_FIELDS = 16 };
#define TYPE(NAME, name, nv, nvn, nb, nbn)                                                         \
    _Static_assert(nv <= VERIFY_FIELDS, "a rule for each field of " #name);
#include "heap/types.def"
#undef TYPE

// By type and field; fields that are not named may hold any Value.
static const FieldRule verify_field_rules[T_COUNT][VERIFY_FIELDS] = {
    [T_SHAPE] = {MUST(TYPE), MAY(VALUES)},
    [T_CODE] = {MUST(BLOB), MUST(TUPLE), MUST(TUPLE), MUST(TUPLE), MUST(TUPLE), MUST(STR),
                MUST(STR), MUST(STR), MAY(BLOB), MAY(BLOB), MAY(CACHES), MAY(STR), ANY, MAY(BLOB)},
    [T_TRACEBACK] = {MAY(TRACEBACK), MUST(CODE)},
    [T_LIST] = {MAY(VALUES)},
    [T_DICT] = {MAY(ENTRIES), MAY(BLOB)},
    [T_SET] = {MAY(SET_TABLE)},
    [T_FROZENSET] = {MAY(SET_TABLE)},
    [T_BYTEARRAY] = {MAY(BLOB)},
    [T_MEMORYVIEW] = {ANY, MUST(STR), MAY(TUPLE)},
    [T_FUNCTION] = {MUST(CODE), MUST(DICT), MAY(TUPLE), MAY(TUPLE), MAY(DICT), MAY(DICT)},
    [T_TYPE] = {MUST(STR), MUST(STR), MUST(TUPLE), MUST(TUPLE), MUST(DICT), MAY(TYPE), MAY(SHAPE),
                MAY(TUPLE), MAY(DICT), MAY(STR)},
    [T_INSTANCE] = {MUST(SHAPE)},
    [T_MODULE] = {MUST(DICT)},
    [T_CLASSMETHOD] = {ANY, MAY(DICT)},
    [T_STATICMETHOD] = {ANY, MAY(DICT)},
    [T_SUPER] = {MAY(TYPE), ANY, MAY(TYPE)},
    [T_MEMBER] = {MUST(STR), MUST(TYPE)},
    [T_GETSET] = {MUST(STR), MUST(TYPE)},
    [T_ALIAS] = {ANY, MUST(TUPLE), MAY(TUPLE)},
    [T_ALIAS_ITER] = {MAY(ALIAS)},
    [T_UNION] = {MUST(TUPLE), MAY(TUPLE)},
    [T_EXCEPTION] = {MUST(TUPLE), MAY(TRACEBACK), MAY(EXCEPTION), MAY(EXCEPTION)},
    [T_GENERATOR] = {MAY(FRAME), MAY(STR), MAY(STR), MAY(EXCEPTION), MUST(CODE), ANY},
    [T_COROUTINE] = {MAY(FRAME), MAY(STR), MAY(STR), MAY(EXCEPTION), MUST(CODE), ANY},
    [T_ASYNC_GEN] = {MAY(FRAME), MAY(STR), MAY(STR), MAY(EXCEPTION), MUST(CODE), ANY},
    [T_CORO_WRAPPER] = {MUST(COROUTINE)},
    [T_LIST_ITER] = {MAY(LIST)},
    [T_LIST_REVITER] = {MAY(LIST)},
    [T_TUPLE_ITER] = {MAY(TUPLE)},
    [T_STR_ITER] = {MAY(STR)},
    [T_BUFFER_WRAPPER] = {ANY, MAY(MEMORYVIEW)},
    [T_ARRAY] = {MAY(BLOB)},
    [T_ARRAY_ITER] = {MAY(ARRAY)},
    [T_DEQUE] = {MAY(VALUES)},
    [T_DEQUE_ITER] = {MUST(DEQUE)},
    [T_DEQUE_REVITER] = {MUST(DEQUE)},
    [T_DICT_ITER] = {MAY(DICT)},
    [T_DICT_VIEW] = {MUST(DICT)},
    [T_ZIP] = {MUST(VALUES)},
    [T_MAP] = {MUST(VALUES)},
    [T_FILTER] = {MUST(VALUES)},
    [T_PATTERN] = {MUST(BLOB), ANY, MAY(DICT), MAY(DICT), MAY(PATTERN)},
    [T_MATCH] = {MUST(PATTERN)},
    [T_RE_SCANNER] = {MUST(PATTERN)},
    [T_RE_STATE] = {MUST(PATTERN)},
    [T_HOST_FUNCTION] = {MUST(STR)},
    [T_TEMPLATE] = {MUST(TUPLE), MUST(TUPLE)},
    [T_TEMPLATE_ITER] = {MUST(TEMPLATE)},
    [T_INTERPOLATION] = {ANY, MUST(STR), ANY, MUST(STR)},
    [T_FRAMEINFO] = {MUST(CODE), MUST(DICT), ANY, MAY(FRAMEINFO), MAY(TUPLE), MAY(DICT)},
    [T_FILE] = {MUST(STR), MAY(FILE), MAY(BLOB)},
    [T_IOBUFFER] = {ANY, MAY(BLOB)},
    [T_PARTIAL] = {ANY, MUST(TUPLE), MUST(DICT), MAY(TUPLE)},
    [T_LRU_CACHE] = {ANY, MUST(DICT), MAY(LRU_LINK), MAY(LRU_LINK)},
    [T_LRU_LINK] = {MAY(LRU_LINK), MAY(LRU_LINK)},
    [T_ITEMGETTER] = {MUST(TUPLE)},
    [T_ATTRGETTER] = {MUST(TUPLE), MUST(TUPLE)},
    [T_METHODCALLER] = {MUST(STR), MUST(TUPLE), MAY(TUPLE)},
    [T_BATCHED] = {ANY, MAY(VALUES)},
    [T_CONTEXT] = {MAY(DICT), MAY(CONTEXT)},
    [T_CONTEXT_TOKEN] = {MUST(CONTEXT), MUST(CONTEXT_VAR)},
    [T_COMBINATIONS] = {MUST(TUPLE), MAY(TUPLE), MUST(BLOB)},
    [T_COMBINATIONS_AGAIN] = {MUST(TUPLE), MAY(TUPLE), MUST(BLOB)},
    [T_CYCLE] = {ANY, MUST(LIST)},
    [T_GROUPER] = {MUST(GROUPBY)},
    [T_PERMUTATIONS] = {MUST(TUPLE), MAY(TUPLE), MUST(BLOB)},
    [T_PRODUCT] = {MUST(VALUES), MAY(TUPLE), MUST(BLOB)},
    [T_TEE] = {MUST(TEE_BLOCK)},
    [T_TEE_BLOCK] = {ANY, MAY(TEE_BLOCK)},
    [T_ZIP_LONGEST] = {MUST(VALUES), ANY, MAY(VALUES)},
    [T_FRAME_LOCALS] = {MUST(FRAMEINFO)},
};

bool verify_may_be_new(TypeTag type) {
    switch (type) {
    case T_INVALID:
    case T_STACK:
    case T_NATIVE: return false;
    default: return type < T_INSTANCE || type == T_INSTANCE || type_def(type);
    }
}

bool verify_may_change(TypeTag type) {
    switch (type) {
    case T_CODE:
    case T_NATIVE:
    case T_GETSET:
    case T_MEMBER:
    case T_TUPLE:
    case T_INT:
    case T_FLOAT:
    case T_COMPLEX:
    case T_RANGE:
    case T_SLICE:
    case T_SHAPE:
    case T_FRAME: return false;
    default: return verify_may_be_new(type);
    }
}

bool verify_may_hold(TypeTag holder, uint32_t field, TypeTag machine) {
    switch (holder) {
    case T_VALUES: return machine == T_SHAPE || machine == T_CACHES;  // of shapes and roots
    case T_ENTRIES: return machine == T_SHAPE || machine == T_VALUES; // of head->image_state
    case T_SHAPE: return machine == T_SHAPE || machine == T_VALUES;
    case T_INSTANCE: return field < 2;
    case T_FRAMEINFO: return field == 2;
    case T_EXCEPTION: return machine == T_VALUES;            // of a class with many fields
    case T_STRINGIO: return field == 0 && machine == T_BLOB; // what has been written
    default:
        return field < VERIFY_FIELDS && verify_field_rules[holder][field].how != FIELD_ANY &&
               verify_field_rules[holder][field].tag == machine;
    }
}

static bool verify_value_fields(Vm *vm, Obj *o) {
    uint32_t n = type_layouts[o->type].values;
    const Value *fields = obj_value_array(o);
    for (uint32_t i = 0; i < n; i++) {
        const FieldRule *rule = &verify_field_rules[o->type][i];
        if (rule->how == FIELD_ANY || is_tagged(vm, fields[i], (TypeTag)rule->tag)) { continue; }
        if (rule->how == FIELD_MUST || fields[i] != V_NONE) { return false; }
    }
    return true;
}

// Every item of a tuple has that tag.
static bool verify_all_tagged(Vm *vm, Value tuple, TypeTag tag) {
    const Tuple *t = as_tuple(vm, tuple);
    for (uint32_t i = 0; i < t->h.n; i++) {
        if (!is_tagged(vm, t->items[i], tag)) { return false; }
    }
    return true;
}

static uint32_t verify_count(Vm *vm, Value v) { return is_ref(v) ? as_obj(vm, v)->n : 0; }

// ---- text and numbers ----------------------------------------------------------------------------

static bool verify_str(const Str *s) {
    Utf8Fault fault;
    return s->h.small <= STR_OWNED && s->h.n < UINT32_MAX / 4 && s->data[s->h.n] == 0 &&
           utf8_check_text(s->data, s->h.n, &fault) &&
           s->len == (uint32_t)utf8_count(s->data, s->h.n);
}

static bool verify_int(const Int *n) {
    if (n->h.small > 1 || (n->h.n && !n->limbs[n->h.n - 1])) { return false; }
    return n->h.ext || (n->h.n && (n->h.n > 1 || n->limbs[0] >= (uint64_t)VALUE_INT_BIAS));
}

static bool verify_range(Vm *vm, const Value *fields) {
    for (int i = 0; i < 4; i++) {
        if (!is_int(fields[i]) && !is_exact(vm, fields[i], T_INT)) { return false; }
    }
    return fields[2] != int_value(0);
}

// Bytes that a Bytes, ByteArray or Array has; -1: it is neither.
static int64_t verify_bytes_of(Vm *vm, Value v) {
    bool is = is_tagged(vm, v, T_BYTES) || is_byte_store(vm, v);
    return is ? (int64_t)as_obj(vm, v)->n : -1;
}

static bool verify_dimensions(Vm *vm, const MemoryView *m) {
    if (m->ndim > 64) { return false; }
    if (!is_ref(m->shape)) { return m->ndim <= 1; }
    const Tuple *t = as_tuple(vm, m->shape);
    uint64_t items = 1;
    bool none = false;
    for (uint32_t i = 0; i < t->h.n; i++) {
        uint64_t dim = index_of(t->items[i]);
        if (dim > UINT32_MAX || (i > 0 && dim == 0)) { return false; } // slices of the first alone
        none = none || dim == 0;
        items *= dim ? dim : 1;
        if (items > UINT32_MAX) { return false; }
    }
    return t->h.n == m->ndim && (none ? 0 : items) == m->len;
}

// Whether its bytes are still there is looked at by whoever reads them: a bytearray may have become
// shorter.
static bool verify_memoryview(Vm *vm, const MemoryView *m) {
    if (!is_ref(m->obj)) { return m->h.small & MEMORYVIEW_RELEASED; }
    int64_t bound = (int64_t)1 << 33, last = 0;
    bool wrapped = is_tagged(vm, m->obj, T_BUFFER_WRAPPER);
    Value store = wrapped ? ((const BufferWrapper *)ref_ptr(vm, m->obj))->bytes : m->obj;
    if (verify_bytes_of(vm, store) < 0 || !verify_dimensions(vm, m) || m->itemsize == 0 ||
        m->itemsize != memoryview_itemsize(m->kind) || m->offset < 0 || m->offset > bound) {
        return false;
    }
    if (m->len > 1 && (mul_overflows(m->stride, (int64_t)memoryview_rows(vm, m) - 1, &last) ||
                       last < -bound || last > bound)) {
        return false;
    }
    bool writes = !(m->h.small & (MEMORYVIEW_READONLY | MEMORYVIEW_RELEASED));
    bool counted = (m->h.small & MEMORYVIEW_EXPORTS) && !wrapped;
    return !(writes || counted) || is_byte_store(vm, store);
}

// ---- containers ----------------------------------------------------------------------------------

static uint32_t verify_index_entry(const Blob *index, uint32_t mask, uint32_t i) {
    if (mask <= 0xFF) { return index->data[i]; }
    if (mask <= 0xFFFF) { return ((const uint16_t *)(const void *)index->data)[i]; }
    return ((const uint32_t *)(const void *)index->data)[i];
}

static bool verify_index(Vm *vm, const Dict *d) {
    uint64_t places = (uint64_t)d->index_mask + 1;
    const Blob *index = ref_ptr(vm, d->index);
    if (places & d->index_mask || places < 16) { return false; }
    if (index->h.n != places * (places <= 0x100 ? 1u : places <= 0x10000 ? 2u : 4u)) {
        return false;
    }
    uint64_t free = 0;
    for (uint32_t i = 0; i < places; i++) {
        uint32_t entry = verify_index_entry(index, d->index_mask, i);
        free += entry == 0;
        if (entry > d->used) { return false; }
    }
    return free > 0 && verify_count(vm, d->entries) < places;
}

static bool verify_dict(Vm *vm, const Dict *d) {
    if (!is_ref(d->entries)) { return d->used == 0 && d->h.n == 0 && d->index_mask == 0; }
    const Entries *e = dict_entries(vm, d);
    if (d->used > e->h.n) { return false; }
    // A deleted entry may hold a jump over others: the first one upwards, the rest downwards.
    bool first_deleted = d->used && e->items[0].key == V_UNBOUND;
    uint64_t up = first_deleted && is_int(e->items[0].value) ? index_of(e->items[0].value) : 0,
             down;
    uint32_t live = 0, last = 0;
    for (uint32_t i = 0; i < d->used; i++) {
        if (e->items[i].key != V_UNBOUND) {
            if (live == 0 && up > i) { return false; }
            live++;
            last = i;
        } else if (i && is_int(e->items[i].value)) {
            down = index_of(e->items[i].value);
            if (down >= i || down < last) { return false; }
        }
    }
    if (up > d->used) { return false; }
    return live == d->h.n && (d->index_mask ? is_ref(d->index) && verify_index(vm, d)
                                            : !is_ref(d->index) && e->h.n <= DICT_LINEAR);
}

static bool verify_set(Vm *vm, const Set *s) {
    if (!is_ref(s->table)) { return s->h.n == 0 && s->fill == 0; }
    const SetTable *t = set_table(vm, s);
    uint32_t live = 0, free = 0;
    for (uint32_t i = 0; i < t->h.n; i++) {
        live += set_is_live(t->keys[i]);
        free += t->keys[i] == V_UNBOUND;
    }
    return t->h.n == s->mask + 1 && (t->h.n & s->mask) == 0 && t->h.n >= SET_MIN_TABLE && free &&
           s->h.n == live && s->fill == t->h.n - free;
}

static bool verify_byte_store(Vm *vm, const Obj *o) {
    const ByteArray *b = (const ByteArray *)o;
    if (o->type == T_ARRAY) {
        const Array *a = (const Array *)o;
        int shift = array_shift(a->kind);
        if (shift < 0 || a->shift != shift || (o->n & ((1u << shift) - 1))) { return false; }
    }
    return (uint64_t)b->start + o->n <= verify_count(vm, b->buf);
}

static bool verify_deque(Vm *vm, const Deque *d) {
    bool fits = d->maxlen < 0 ? d->maxlen == DEQUE_UNBOUNDED : d->h.n <= d->maxlen;
    return fits && d->cap == verify_count(vm, d->buf) && d->h.n <= d->cap &&
           (d->cap ? d->head < d->cap : d->head == 0);
}

// ---- classes and instances -----------------------------------------------------------------------

// An instance that gets one more attribute keeps its room and its class.
static bool verify_child(Vm *vm, const Shape *s, Value child) {
    if (!is_tagged(vm, child, T_SHAPE)) { return false; }
    const Shape *c = ref_ptr(vm, child);
    return c->n == s->n + 1 && c->inline_cap == s->inline_cap && c->cls == s->cls && c->flags == 0;
}

bool verify_children(Vm *vm, const Shape *s, Value children) {
    if (!is_ref(children)) { return true; }
    if (!is_tagged(vm, children, T_VALUES)) { return verify_child(vm, s, children); }
    const Values *list = ref_ptr(vm, children);
    for (uint32_t i = 0; i < list->h.n; i++) {
        if (is_ref(list->items[i]) && !verify_child(vm, s, list->items[i])) { return false; }
    }
    return true;
}

static bool verify_shape(Vm *vm, const Shape *s) {
    if (s->n > SHAPE_MAX_ATTRS || s->inline_cap > SHAPE_MAX_ATTRS) { return false; }
    if (s->n > verify_count(vm, s->names)) { return false; }
    for (uint32_t i = 0; i < s->n; i++) {
        Value name = ((Values *)ref_ptr(vm, s->names))->items[i];
        if (!is_tagged(vm, name, T_STR) && !is_tagged(vm, name, T_MEMBER)) { return false; }
    }
    return verify_children(vm, s, s->children);
}

bool verify_root_shape(Vm *vm, Value shape, Value cls) {
    const Shape *s = is_tagged(vm, shape, T_SHAPE) ? ref_ptr(vm, shape) : NULL;
    return s && s->cls == cls && s->n == 0 && s->flags == 0;
}

// What stands beyond the inline attributes has room for all that the shape tells of.
static bool verify_attributes(Vm *vm, Value shape, Value extra, uint32_t cap, TypeTag tag) {
    const Shape *s = ref_ptr(vm, shape);
    const Type *cls = is_tagged(vm, s->cls, T_TYPE) ? ref_ptr(vm, s->cls) : NULL;
    if (!cls || cls->tag != tag) { return false; }
    if ((s->flags & SHAPE_DICT) && is_tagged(vm, extra, T_VALUES)) { // a dict, and slots
        const Values *all = ref_ptr(vm, extra);
        return all->h.n && (!is_ref(all->items[0]) || is_tagged(vm, all->items[0], T_DICT));
    }
    if (s->flags & SHAPE_DICT) { return !is_ref(extra) || is_tagged(vm, extra, T_DICT); }
    if (is_ref(extra) && !is_tagged(vm, extra, T_VALUES)) { return false; }
    return s->n <= cap || s->n - cap <= verify_count(vm, extra);
}

static bool verify_ext(Vm *vm, Obj *o) {
    const ObjExt *e = obj_ext(o);
    return is_tagged(vm, e->shape, T_SHAPE) &&
           verify_attributes(vm, e->shape, e->attrs, 0, (TypeTag)o->type);
}

static bool verify_instance(Vm *vm, const Instance *o) {
    const Shape *s = ref_ptr(vm, o->shape);
    return s->inline_cap == o->h.n && verify_attributes(vm, o->shape, o->extra, o->h.n, T_INSTANCE);
}

// Natives of each class in the order take the instances for their own: it is a class without layout,
// or has that of the instances, or one that theirs begins with.
static bool verify_order(Vm *vm, const Type *t) {
    const Tuple *mro = as_tuple(vm, t->mro);
    for (uint32_t i = 0; i < mro->h.n; i++) {
        uint32_t want = as_type(vm, mro->items[i])->tag, tag = t->tag;
        if (want >= T_COUNT) { return false; }
        bool fits = want == T_OBJECT || want == T_INSTANCE;
        for (; !fits && tag != T_INVALID && type_def((TypeTag)tag);
             tag = type_def((TypeTag)tag)->base) {
            fits = tag == want;
        }
        if (!fits) { return false; }
    }
    return mro->h.n >= 1;
}

// The bases of a class come to an end: there are loops over them. The two walk at different speeds,
// and meet in a circle.
static bool verify_base_ends(Vm *vm, const Type *t) {
    Value slow = t->base, fast = t->base;
    for (bool odd = false; is_tagged(vm, fast, T_TYPE); odd = !odd) {
        fast = as_type(vm, fast)->base;
        if (odd) { slow = as_type(vm, slow)->base; }
        if (is_ref(fast) && fast == slow) { return false; }
    }
    return true;
}

static bool verify_type(Vm *vm, const Type *t) {
    if (t->tag >= T_COUNT || (t->tag != T_INSTANCE && !type_def(t->tag))) { return false; }
    if (is_ref(t->root_shape) && !verify_root_shape(vm, t->root_shape, ptr_value(vm, t))) {
        return false;
    }
    if (((t->flags & TYPE_EXCEPTION) != 0) != (t->tag == T_EXCEPTION)) { return false; }
    if (!verify_base_ends(vm, t)) { return false; }
    return verify_all_tagged(vm, t->mro, T_TYPE) && verify_all_tagged(vm, t->bases, T_TYPE) &&
           verify_order(vm, t) && t->inline_hint <= SHAPE_MAX_ATTRS;
}

// Guest classes have descriptors for __dict__ and __weakref__, and no others of this kind.
static bool verify_getset(const GetSet *g) { return g->number < 2 && g->self_tag == T_INSTANCE; }

// What a frame that has ended held.
static bool verify_frameinfo(Vm *vm, const FrameInfo *f) {
    if (!is_ref(f->regs) || is_tagged(vm, f->regs, T_DICT)) { return true; }
    if (is_tagged(vm, f->regs, T_FRAME)) {
        return ((const Frame *)ref_ptr(vm, f->regs))->code == f->code;
    }
    return is_tagged(vm, f->regs, T_VALUES) &&
           verify_count(vm, f->regs) >= as_code(vm, f->code)->n_regs;
}

static bool verify_cells(Vm *vm, const Code *c) {
    uint32_t n = as_obj(vm, c->cellvars)->n;
    if (n == 0) { return true; }
    if (!is_ref(c->cell_regs) || verify_count(vm, c->cell_regs) != n * 2) { return false; }
    const uint16_t *regs =
        (const uint16_t *)(const void *)((Blob *)ref_ptr(vm, c->cell_regs))->data;
    for (uint32_t i = 0; i < n; i++) {
        if (regs[i] >= c->n_regs) { return false; }
    }
    return true;
}

bool verify_take_caches(Vm *vm, Value caches) {
    Obj *o = as_obj(vm, caches);
    return o->type == T_CACHES && !o->small++;
}

static bool verify_code(Vm *vm, const Code *c) {
    Code prepared = *c;
    code_prepare_calls(&prepared);
    if (memcmp(&prepared, c, sizeof prepared) != 0) { return false; }
    if (code_image_number(c) || (c->flags & CODE_HIDDEN) || !code_verify(vm, c)) { return false; }
    if (!verify_cells(vm, c)) { return false; }
    if (!is_ref(c->caches)) { return true; }
    return verify_count(vm, c->caches) == c->n_caches && verify_take_caches(vm, c->caches);
}

static bool verify_function(Vm *vm, const Function *f) {
    const Code *c = as_code(vm, f->code);
    uint32_t frees = verify_count(vm, c->freevars);
    return verify_count(vm, f->closure) == frees &&
           (!frees || verify_all_tagged(vm, f->closure, T_CELL));
}

// ---- iterators -----------------------------------------------------------------------------------

static bool verify_str_iter(Vm *vm, const Value *fields, bool ascii) {
    const uint32_t *at = (const uint32_t *)(fields + 1);
    if (!is_ref(fields[0])) { return true; }
    const Str *s = ref_ptr(vm, fields[0]);
    return at[0] <= s->h.n && at[1] <= s->len &&
           (at[0] == s->h.n || (s->data[at[0]] & 0xC0) != 0x80) && ascii == (s->h.n == s->len);
}

// Composite iterators know how many stand below them, so that C does not recurse too deep.
static bool verify_depth(Vm *vm, const Obj *o, Value inner) {
    if (!is_ref(inner)) { return true; }
    const Obj *i = as_obj(vm, inner);
    const TypeDef *t = type_def(i->type);
    return !t || !t->composite || o->small > ITER_DEPTH || o->small > i->small;
}

static bool verify_dict_view(const Obj *o, const uint8_t *bytes) {
    uint32_t kind;
    memcpy(&kind, bytes, 4);
    return kind <= 2 && (o->small == kind || o->small == kind + DICT_ORDERED_VIEW);
}

static bool verify_dict_iter(const Obj *o, const uint8_t *bytes) {
    uint8_t kind = bytes[12], backwards = bytes[13];
    return kind <= 2 && backwards <= 1 &&
           (o->small == kind + 3 * backwards || o->small == DICT_ORDERED_ITER);
}

static bool verify_row(Vm *vm, Obj *o, const Value *fields, const uint8_t *bytes) {
    const Values *parts = ref_ptr(vm, fields[0]);
    if (o->type == T_FILTER) { return parts->h.n == 2 && verify_depth(vm, o, parts->items[0]); }
    uint32_t filled;
    memcpy(&filled, bytes, 4);
    if ((parts->h.n & 1) || filled > parts->h.n / 2) { return false; }
    for (uint32_t i = 0; i < parts->h.n / 2; i++) {
        if (!verify_depth(vm, o, parts->items[i])) { return false; }
    }
    return true;
}

// ---- all -----------------------------------------------------------------------------------------

static bool verify_pattern(Vm *vm, const Pattern *p) {
    const Blob *b = ref_ptr(vm, p->words);
    Arena arena;
    arena_init(&arena, 1 << 24);
    bool sound = b->h.n % 4 == 0 &&
                 re_program_verify(&arena, (const uint32_t *)(const void *)b->data, b->h.n / 4);
    arena_free(&arena);
    return sound;
}

// A builder's blob that holds n bytes.
static bool verify_builder(Vm *vm, Value blob, uint32_t n) {
    return n == 0 || (is_tagged(vm, blob, T_BLOB) && (uint64_t)n + SB_SPARE <= as_obj(vm, blob)->n);
}

static bool verify_stream(Vm *vm, const StdStream *s) {
    return s->fd >= 0 && s->fd <= 2 && s->at <= s->have && verify_builder(vm, s->ahead, s->have);
}

// What is handed out of text begins at a character.
static bool verify_iobuffer(Vm *vm, const IoBuffer *b) {
    bool text = is_exact(vm, b->ahead, T_STR), data = is_exact(vm, b->ahead, T_BYTES);
    if (!text && !data && b->at) { return false; }
    if ((text || data) && b->at > as_obj(vm, b->ahead)->n) { return false; }
    if (text && utf8_is_continue((uint8_t)as_str(vm, b->ahead)->data[b->at])) { return false; }
    return verify_builder(vm, b->pending, b->n_pending);
}

// Names of keyword arguments, at most so many, or none.
static bool verify_names(Vm *vm, Value names, uint32_t most) {
    return !is_ref(names) ||
           (verify_all_tagged(vm, names, T_STR) && verify_count(vm, names) <= most);
}

static bool verify_of_library(Vm *vm, const Obj *o, const Value *fields) {
    if (o->type == T_STRUCT) { return !is_ref(fields[0]) || is_tagged(vm, fields[0], T_STR); }
    if (o->type >= T_TIMEDELTA && o->type <= T_DATETIME) { return datetime_is_sound(vm, o); }
    if (o->type == T_CSV_READER) { return csv_reader_is_sound(vm, o); }
    if (o->type == T_BYTESIO) { return bytesio_is_sound(vm, (const BytesIO *)o); }
    if (o->type == T_MATCH || o->type == T_RE_SCANNER || o->type == T_RE_STATE) {
        return re_object_is_sound(vm, o);
    }
    if (o->type == T_STRINGIO) { return stringio_is_sound(vm, (const StringIO *)o); }
    return itertools_verify(vm, o);
}

// An iterator of class memory_iterator goes over a view.
static bool verify_seq_iter(Vm *vm, const Obj *o, Value seq) {
    return o->type != T_SEQ_ITER || !o->small || !is_ref(seq) || is_tagged(vm, seq, T_MEMORYVIEW);
}

static bool verify_by_type(Vm *vm, Obj *o) {
    const Value *fields = obj_value_array(o);
    const uint8_t *bytes = (const uint8_t *)(fields + obj_values(o));
    switch (o->type) {
    case T_STR: return verify_str((const Str *)o);
    case T_BYTES: return o->n < UINT32_MAX / 4 && ((const Bytes *)o)->data[o->n] == 0;
    case T_INT: return verify_int((const Int *)o);
    case T_FLOAT: return o->ext;
    case T_RANGE: return verify_range(vm, fields);
    case T_LIST: return o->n <= verify_count(vm, fields[0]);
    case T_DEQUE: return verify_deque(vm, (const Deque *)o);
    case T_DICT: return verify_dict(vm, (const Dict *)o);
    case T_SET:
    case T_FROZENSET: return verify_set(vm, (const Set *)o);
    case T_BYTEARRAY:
    case T_ARRAY: return verify_byte_store(vm, o);
    case T_BUFFER_WRAPPER: return verify_bytes_of(vm, fields[2]) >= 0;
    case T_MEMORYVIEW: return verify_memoryview(vm, (const MemoryView *)o);
    case T_SHAPE: return verify_shape(vm, (const Shape *)o);
    case T_INSTANCE: return verify_instance(vm, (const Instance *)o);
    case T_TYPE: return verify_type(vm, (const Type *)o);
    case T_CODE: return verify_code(vm, (const Code *)o);
    case T_GETSET: return verify_getset((const GetSet *)o);
    case T_FRAMEINFO: return verify_frameinfo(vm, (const FrameInfo *)o);
    case T_FUNCTION: return verify_function(vm, (const Function *)o);
    case T_STR_ITER: return verify_str_iter(vm, fields, o->small);
    case T_ARRAY_ITER:
    case T_LIST_ITER:
    case T_LIST_REVITER:
    case T_TUPLE_ITER:
    case T_TEMPLATE_ITER:
    case T_REVERSED:
    case T_SEQ_ITER:
        return *(const int64_t *)(const void *)bytes >= -1 && verify_seq_iter(vm, o, fields[0]);
    case T_BYTES_ITER:
        return !is_ref(fields[0]) || is_tagged(vm, fields[0], o->small ? T_BYTEARRAY : T_BYTES);
    case T_DICT_VIEW: return verify_dict_view(o, bytes);
    case T_DICT_ITER: return verify_dict_iter(o, bytes);
    case T_ASYNC_STEP:
        return o->small == 0 || (o->small <= 3 && is_tagged(vm, fields[0], T_ASYNC_GEN));
    case T_SET_ITER: return !is_ref(fields[0]) || is_any_set(vm, fields[0]);
    case T_ENUMERATE: return verify_depth(vm, o, fields[0]);
    case T_ZIP:
    case T_MAP:
    case T_FILTER: return verify_row(vm, o, fields, bytes);
    case T_PATTERN: return verify_pattern(vm, (const Pattern *)o);
    case T_RANDOM: return random_is_sound(bytes);
    case T_FILE: return verify_stream(vm, (const StdStream *)o);
    case T_IOBUFFER: return verify_iobuffer(vm, (const IoBuffer *)o);
    case T_EXCEPTION:
    case T_LRU_CACHE: return o->ext;
    case T_PARTIAL: return o->ext && verify_names(vm, fields[3], UINT32_MAX);
    case T_METHODCALLER: return verify_names(vm, fields[2], verify_count(vm, fields[1]));
    case T_TEMPLATE:
        return verify_all_tagged(vm, fields[0], T_STR) &&
               verify_all_tagged(vm, fields[1], T_INTERPOLATION);
    default: return verify_of_library(vm, o, fields);
    }
}

bool verify_object(Vm *vm, const Obj *object) {
    Obj *o = (Obj *)(uintptr_t)object;
    return verify_value_fields(vm, o) && (!o->ext || verify_ext(vm, o)) && verify_by_type(vm, o);
}
