// ids.c: serial numbers of objects, given when id() or an identity hash is first asked for, so that
// they are the same on every platform and survive moving and saving. The table is open-addressed by
// offset; entries of dead objects are dropped at a collection, and the table is rebuilt when it
// fills or after a snapshot moved the objects.
#include "base/hash.h"
#include "vm/internals.h"

static uint32_t ids_slot(const Values *t, uint32_t offset) {
    uint32_t cap = t->h.n / 2, i = (uint32_t)hash_mix(offset) & (cap - 1);
    while (t->items[2 * i] != V_UNBOUND &&
           (!is_ref(t->items[2 * i]) || ref_offset(t->items[2 * i]) != offset)) {
        i = (i + 1) & (cap - 1);
    }
    return i;
}

void ids_put(Values *t, Value v, Value serial) {
    uint32_t at = ids_slot(t, ref_offset(v));
    t->items[2 * at] = v;
    t->items[2 * at + 1] = serial;
}

static bool ids_rebuild(Vm *vm, uint32_t cap) {
    Head *h = vm->head;
    Values *t = heap_new(vm, T_VALUES, cap * 2);
    if (!t) { return false; }
    for (uint32_t i = 0; i < t->h.n; i++) { t->items[i] = V_UNBOUND; }
    uint32_t kept = 0;
    if (is_ref(h->ids)) {
        const Values *old = ref_ptr(vm, h->ids);
        for (uint32_t i = 0; i < old->h.n / 2; i++) {
            if (!is_ref(old->items[2 * i])) { continue; }
            ids_put(t, old->items[2 * i], old->items[2 * i + 1]);
            kept++;
        }
    }
    h->ids = ptr_value(vm, t);
    h->n_ids = kept;
    return true;
}

void ids_moved(Vm *vm) {
    if (is_ref(vm->head->ids) && !ids_rebuild(vm, ((Obj *)ref_ptr(vm, vm->head->ids))->n / 2)) {
        vm->alloc_failed = false;
    }
}

bool object_serial(Vm *vm, Value v, uint64_t *serial) {
    Head *h = vm->head;
    if (!is_ref(v)) {
        *serial = v;
        return true;
    }
    if (heap_is_image(vm, ref_offset(v))) {
        // What was hashed while the image was made keeps that serial: sets and dicts rely on it. The
        // others keep their place for good.
        const Values *made = is_ref(h->image_ids) ? ref_ptr(vm, h->image_ids) : NULL;
        uint32_t at = made ? ids_slot(made, ref_offset(v)) : 0;
        bool known = made && is_ref(made->items[2 * at]);
        *serial = known ? (uint64_t)int_of(made->items[2 * at + 1]) : ref_offset(v);
        return true;
    }
    Values *t = is_ref(h->ids) ? ref_ptr(vm, h->ids) : NULL;
    if (!t || (h->n_ids + 1) * 3 > t->h.n) { // load factor 2/3 of t->h.n / 2 pairs
        if (!ids_rebuild(vm, t ? t->h.n : 32)) { return false; }
        t = ref_ptr(vm, h->ids);
    }
    uint32_t at = ids_slot(t, ref_offset(v));
    if (!is_ref(t->items[2 * at])) {
        h->next_id += 16;
        t->items[2 * at] = v;
        t->items[2 * at + 1] = int_value((int64_t)(0x7f0000000000 + h->next_id));
        h->n_ids++;
    }
    *serial = (uint64_t)int_of(t->items[2 * at + 1]);
    return true;
}
