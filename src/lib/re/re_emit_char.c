// re_emit_char.c: the code for characters, classes and their repeats; planes and the pool of
// classes.
#include "lib/re/re_emit.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "lib/re/re_parse.h"

// Room for n more words in front of the code.
static bool re_code_reserve(ReEmit *e, uint32_t n) {
    if (n <= e->cap - e->used) { return true; }
    uint32_t cap = max_u32(64, e->cap * 2);
    while (cap - e->used < n) { cap *= 2; }
    uint32_t *code = cap <= 1u << 28 ? ARENA_ARRAY(e->arena, uint32_t, cap) : NULL;
    if (!code) { return re_fail_memory(e->error); }
    if (e->used) {
        memcpy(code + cap - e->used, e->code + e->cap - e->used, e->used * sizeof *code);
    }
    e->code = code;
    e->cap = cap;
    return true;
}

uint32_t *re_put(ReEmit *e, ReOp op, uint32_t arg, uint32_t n) {
    e->work += n;
    if (e->work_limit && e->work > e->work_limit) {
        re_fail_work(e->error);
        return NULL;
    }
    if (!re_code_reserve(e, n + 1)) { return NULL; }
    // So that no stretch of code goes without a charge for long.
    if (++e->since_charge > 64) {
        e->since_charge = 0;
        e->used++;
        re_at_label(e, e->used)[0] = (uint32_t)RE_OP_CHARGE | 8u << 8;
    }
    e->used += n;
    uint32_t *at = re_at_label(e, e->used);
    memset(at, 0, n * sizeof *at);
    at[0] = (uint32_t)op | arg << 8;
    e->rest = RE_REST_MORE;
    return at;
}

// --- Planes --------------------------------------------------------------------------------------

// The slot of a set, or the free one where it belongs.
static uint32_t re_plane_slot(const ReEmit *e, const ReBytes *set) {
    uint32_t at = (uint32_t)hash_bytes(set->bits, sizeof set->bits);
    for (;; at++) {
        uint32_t bit = e->plane_slots[at & (e->n_plane_slots - 1)];
        if (!bit || memcmp(&e->planes[bit - 1], set, sizeof *set) == 0) { break; }
    }
    return at & (e->n_plane_slots - 1);
}

static bool re_planes_reserve(ReEmit *e) {
    return re_reserve(e->arena, e->error, (void **)&e->planes, &e->planes_cap, e->n_planes,
                      sizeof *e->planes);
}

static bool re_planes_rehash(ReEmit *e) {
    if (e->n_planes * 2 < e->n_plane_slots) { return true; }
    e->n_plane_slots = e->n_plane_slots ? e->n_plane_slots * 4 : 16;
    e->plane_slots = ARENA_ARRAY(e->arena, uint32_t, e->n_plane_slots);
    if (!e->plane_slots) { return re_fail_memory(e->error); }
    for (uint32_t bit = 0; bit < e->n_planes; bit++) {
        e->plane_slots[re_plane_slot(e, &e->planes[bit])] = bit + 1;
    }
    return true;
}

// A plane of its own for the set, even if there is one already: a BRANCH wants its planes in a row.
static bool re_plane_add(ReEmit *e, const ReBytes *set) {
    if (!re_planes_reserve(e) || !re_planes_rehash(e)) { return false; }
    e->planes[e->n_planes++] = *set;
    e->plane_slots[re_plane_slot(e, set)] = e->n_planes;
    e->work += RE_TABLE_WORDS / 8;
    return true;
}

static uint32_t re_plane_ref(uint32_t bit) { return (bit / 8) << 8 | bit % 8; }

bool re_plane(ReEmit *e, const ReBytes *set, uint32_t *plane) {
    if (!re_planes_rehash(e)) { return false; }
    uint32_t bit = e->plane_slots[re_plane_slot(e, set)];
    if (!bit) {
        if (!re_plane_add(e, set)) { return false; }
        bit = e->n_planes;
    }
    *plane = re_plane_ref(bit - 1);
    return true;
}

bool re_planes(ReEmit *e, const ReAlt *alts, uint32_t n, uint32_t *plane) {
    static const ReBytes none = {{0}};
    while (e->n_planes % 8 && (n > 8 || e->n_planes % 8 + n > 8)) {
        if (!re_plane_add(e, &none)) { return false; }
    }
    *plane = re_plane_ref(e->n_planes);
    for (uint32_t i = 0; i < n; i++) {
        if (!re_plane_add(e, &alts[i].first.bytes)) { return false; }
    }
    return true;
}

void re_write_tables(const ReEmit *e, uint32_t *words) {
    for (uint32_t bit = 0; bit < e->n_planes; bit++) {
        uint8_t *table = (uint8_t *)(words + (bit / 8) * RE_TABLE_WORDS);
        for (uint32_t b = 0; b < 256; b++) {
            if (re_bytes_has(&e->planes[bit], b)) { table[b] |= (uint8_t)(1u << bit % 8); }
        }
    }
}

// --- Classes -------------------------------------------------------------------------------------

// The only member, or the only byte that is no member; RE_NONE.
static uint32_t re_only_byte(const ReBytes *set, uint32_t limit, bool member) {
    uint32_t found = RE_NONE;
    for (uint32_t b = 0; b < limit; b++) {
        if (re_bytes_has(set, b) != member) { continue; }
        if (found != RE_NONE) { return RE_NONE; }
        found = b;
    }
    return found;
}

// The quickest way to test for a class: memchr for runs up to one byte, a table, or the whole test.
static ReClassKind re_class_kind(const ReEmit *e, const ReClass *cls, uint32_t *byte) {
    bool text = e->tree->is_text;
    uint32_t limit = text ? 0x80 : 0x100, members = 0;
    for (uint32_t b = 0; b < limit; b++) { members += re_bytes_has(&cls->bytes, b); }
    *byte = 0;
    if (cls->wide == RE_WIDE_SOME) { return RE_KIND_SOME; }
    if (members == 1 && cls->wide == RE_WIDE_NONE) {
        *byte = re_only_byte(&cls->bytes, limit, true);
        return RE_KIND_BYTE;
    }
    if (text && cls->wide == RE_WIDE_NONE) { return RE_KIND_BYTES; }
    if (members == limit) { return RE_KIND_ALL; }
    if (members == limit - 1) {
        *byte = re_only_byte(&cls->bytes, limit, false);
        return RE_KIND_NOT;
    }
    return text ? RE_KIND_WIDE : RE_KIND_BYTES;
}

static bool re_same_class(const ReClass *a, const ReClass *b) {
    return a->wide == b->wide && a->cats == b->cats && a->n_ranges == b->n_ranges &&
           memcmp(&a->bytes, &b->bytes, sizeof a->bytes) == 0 &&
           (a->ranges == b->ranges || !a->n_ranges ||
            memcmp(a->ranges, b->ranges, a->n_ranges * sizeof *a->ranges) == 0);
}

// The offset of a class in the pool; the last few classes are searched for it.
static bool re_pool_class(ReEmit *e, ReClass *cls, uint32_t *offset) {
    for (uint32_t i = e->n_classes, tries = 0; i-- > 0 && tries < 16; tries++) {
        if (re_same_class(e->classes[i], cls)) {
            *offset = e->classes[i]->pool;
            return true;
        }
    }
    if (!re_reserve(e->arena, e->error, (void **)&e->classes, &e->classes_cap, e->n_classes,
                    sizeof(ReClass *))) {
        return false;
    }
    e->classes[e->n_classes++] = cls;
    cls->pool = *offset = e->pool_words;
    e->pool_words += RE_C_SIZE + 2 * cls->n_ranges;
    e->work += 2 * cls->n_ranges;
    // Bytes of characters that all match are in the table, so that a run is a run of bytes.
    ReBytes set = cls->bytes;
    if (cls->wide == RE_WIDE_ALL) { re_bytes_fill(&set, 0x80, 0xFF); }
    return re_plane(e, &set, &cls->plane);
}

void re_write_classes(const ReEmit *e, uint32_t *words, uint32_t at) {
    for (uint32_t i = 0; i < e->n_classes; i++) {
        const ReClass *cls = e->classes[i];
        uint32_t byte, *w = words + at + cls->pool;
        w[RE_C_KIND] = (uint32_t)re_class_kind(e, cls, &byte);
        w[RE_C_KIND] |= byte << 8;
        w[RE_C_PLANE] = cls->plane;
        w[RE_C_CATS] = cls->cats;
        w[RE_C_RANGES] = cls->n_ranges;
        for (uint32_t k = 0; k < cls->n_ranges; k++) {
            w[RE_C_SIZE + 2 * k] = cls->ranges[k].lo;
            w[RE_C_SIZE + 2 * k + 1] = cls->ranges[k].hi;
        }
    }
}

// The class of a character node.
static ReClass *re_node_class(ReEmit *e, const ReNode *node) {
    if (node->kind == RE_NODE_CLASS) { return node->cls; }
    ReClass *cls = ARENA_NEW(e->arena, ReClass);
    ReRange *range = ARENA_NEW(e->arena, ReRange);
    if (!cls || !range) {
        re_fail_memory(e->error);
        return NULL;
    }
    if (node->kind == RE_NODE_FOLD) { re_bytes_add(&cls->bytes, node->arg - 32); }
    if (!e->tree->is_text || node->arg < 0x80) {
        re_bytes_add(&cls->bytes, node->arg);
    } else {
        *range = (ReRange){node->arg, node->arg};
        cls->wide = RE_WIDE_SOME;
        cls->ranges = range;
        cls->n_ranges = 1;
    }
    return cls;
}

// --- Characters ----------------------------------------------------------------------------------

uint32_t re_byte_rank(uint32_t byte) {
    static const char common[] = "zqxjkvbpygfwmucldrhsnioate ";
    for (uint32_t i = 0; common[i]; i++) {
        if ((uint8_t)common[i] == byte) { return 100 + 5 * i; }
    }
    if (byte >= 0x80) { return byte < 0xC0 ? 140 : 150; }
    if (byte == '\n') { return 110; }
    if (byte < 0x20) { return 10; }
    return byte >= '0' && byte <= '9' ? 90 : byte >= 'A' && byte <= 'Z' ? 80 : 60;
}

// Remembers the rarest byte that every match must have: a search looks for it first.
static void re_note_needed(ReEmit *e, const ReEmitFrame *f, const uint8_t *bytes, uint32_t n) {
    for (uint32_t i = 0; f->needed && i < n; i++) {
        uint32_t rank = re_byte_rank(bytes[i]);
        if (rank < e->needed_rank) {
            e->needed_rank = rank;
            e->needed = bytes[i];
        }
    }
}

// The bytes a character stands for in the subject.
static uint32_t re_encode(const ReEmit *e, uint32_t c, uint8_t out[UTF8_MAX_SIZE]) {
    if (e->tree->is_text) { return utf8_encode(out, c); }
    out[0] = (uint8_t)c;
    return 1;
}

static void re_first_is(ReEmit *e, uint32_t byte) {
    e->first = (ReFirst){0};
    re_bytes_add(&e->first.bytes, byte);
}

// Literals in a row are one instruction.
static bool re_emit_literals(ReEmit *e, ReEmitFrame *f) {
    uint8_t bytes[UTF8_MAX_SIZE];
    ReNode *last = f->node, *node = last;
    uint32_t n = re_encode(e, node->arg, bytes);
    while (node->prev && node->prev->kind == RE_NODE_LITERAL && n < RE_MAX_ARG - UTF8_MAX_SIZE) {
        node = node->prev;
        n += re_encode(e, node->arg, bytes);
    }
    f->node = node->prev;
    if (n == 1) {
        if (!re_put(e, RE_OP_CHAR, bytes[0], 1)) { return false; }
        re_note_needed(e, f, bytes, 1);
        re_first_is(e, bytes[0]);
        return true;
    }
    uint32_t *w = re_put(e, RE_OP_LIT, n, 1 + (n + 3) / 4);
    if (!w) { return false; }
    uint8_t *to = (uint8_t *)(w + 1);
    for (;; node = node->next) {
        to += re_encode(e, node->arg, to);
        if (node == last) { break; }
    }
    re_note_needed(e, f, (uint8_t *)(w + 1), n);
    re_first_is(e, ((uint8_t *)(w + 1))[0]);
    return true;
}

static bool re_emit_class(ReEmit *e, ReClass *cls) {
    uint32_t byte, operand;
    ReClassKind kind = re_class_kind(e, cls, &byte);
    re_class_heads(cls, &e->first.bytes);
    e->first.end = false;
    if (kind == RE_KIND_BYTE) { return re_put(e, RE_OP_CHAR, byte, 1) != NULL; }
    bool one = !e->tree->is_text || cls->wide == RE_WIDE_NONE;
    if (!(one ? re_plane(e, &cls->bytes, &operand) : re_pool_class(e, cls, &operand))) {
        return false;
    }
    uint32_t *w = re_put(e, one ? RE_OP_CLASS1 : RE_OP_CLASS, 0, 2);
    if (w) { w[1] = operand; }
    return w != NULL;
}

bool re_emit_chars(ReEmit *e, ReEmitFrame *f) {
    const ReNode *node = f->node;
    if (node->kind == RE_NODE_LITERAL) { return re_emit_literals(e, f); }
    f->node = node->prev;
    if (node->kind == RE_NODE_CLASS) { return re_emit_class(e, node->cls); }
    re_first_is(e, node->arg);
    re_bytes_add(&e->first.bytes, node->arg - 32);
    return re_put(e, RE_OP_PAIR, node->arg | (node->arg - 32) << 8, 1) != NULL;
}

// What the repeat can do depends on what follows. If no character of the class can begin the rest,
// or nothing of consequence follows, then giving back never helps: such a run is made once and for
// all, and a lazy one has to take as much as a greedy one.
bool re_emit_run(ReEmit *e, const ReEmitFrame *f, const ReNode *node) {
    ReClass *cls = re_node_class(e, node->body->first);
    uint32_t offset, plane = 0, max = node->max;
    ReOp op = RE_OP_RUN;
    ReBytes heads;
    if (!cls || !re_pool_class(e, cls, &offset)) { return false; }
    re_class_heads(cls, &heads);
    bool fixed = node->min == node->max || node->mode == RE_REPEAT_POSSESSIVE;
    if (node->mode == RE_REPEAT_LAZY && e->rest == RE_REST_END) {
        // It is never asked for more.
        max = node->min;
    } else if (!fixed && re_bytes_overlap(&heads, &e->first.bytes)) {
        bool lazy = node->mode == RE_REPEAT_LAZY;
        if (lazy || e->rest == RE_REST_MORE) { op = lazy ? RE_OP_LAZY : RE_OP_GREEDY; }
    }
    uint32_t *w;
    if (op == RE_OP_RUN) {
        w = re_put(e, op, 0, 4);
    } else {
        if (!re_plane(e, &e->first.bytes, &plane)) { return false; }
        w = re_put(e, op, e->first.end ? RE_RUN_END : 0, 5);
    }
    if (!w) { return false; }
    w[1] = offset;
    w[2] = node->min;
    w[3] = max;
    if (op != RE_OP_RUN) { w[4] = plane; }
    if (node->min == 0) {
        re_bytes_join(&e->first.bytes, &heads);
        return true;
    }
    uint32_t byte;
    if (re_class_kind(e, cls, &byte) == RE_KIND_BYTE) {
        uint8_t b = (uint8_t)byte;
        re_note_needed(e, f, &b, 1);
    }
    e->first = (ReFirst){.bytes = heads};
    return true;
}
