// set_run.c: union, intersection and the rest, as leaves and in steps by the same code.
//
// A method is a row of jobs: each walks over the items of a source (set, dict, list or tuple),
// looks every item up in a target set, and adds, removes, keeps or judges it. Everything a run
// knows stands in its slots: those of the frame, or, for a leaf, an array on the C stack; a leaf
// gives up where a frame would ask guest code. Which jobs a method has, which operand is walked
// over and when tables are resized is as in CPython, because it decides the order of the result.
#include "object/set_run.h"

#include "object/dict_views.h"
#include "object/items.h"
#include "object/key.h"
#include "object/steps_fast.h"
#include "object/tuple.h"

enum {                             // saved in snapshots: append only
    RUN_PHASE = SET_RUN_BEGIN + 1, // the next of `others`
    RUN_DRAINED,                   // it was drained into a list
    RUN_LOOP,                      // the next item of the job
    RUN_ITEM,                      // look up the item in hand
};
enum {
    RUN_SELF,
    RUN_OTHERS,
    RUN_SEEK, // SEEK_SCRATCH slots; the first two hold the hash of the item in hand
    RUN_ACC = RUN_SEEK + SEEK_SCRATCH,
    RUN_TARGET,
    RUN_SOURCE,
    RUN_RESULT,
    RUN_ITEM_KEY,
    RUN_POS,
    RUN_PHASE_NUMBER,
    RUN_JOB,
    RUN_SLOTS,
};
_Static_assert(RUN_SLOTS == 2 + SET_RUN_SCRATCH, "scratch slots of set rows");

typedef enum SetJob { // saved in snapshots: append only
    JOB_ADD,          // add to target what is not there
    JOB_DISCARD,      // remove from target
    JOB_TOGGLE,       // remove from target, or add
    JOB_KEEP,         // add to result what is in target
    JOB_REJECT,       // add to result what is not in target
    JOB_SUBSET,       // stop at what is not in target
    JOB_DISJOINT,     // stop at what is in target
    JOB_NONE,         // the operand needed none
} SetJob;

enum { JOB_HASHED = 16, JOB_IN_RESULT = 32 }; // added to the job: facts about the item in hand

typedef struct SetRun {
    Vm *vm;
    Frame *f; // NULL: a leaf
    Value *slot;
    SetMethod method;
    const Value *others;
    uint32_t n_others;
} SetRun;

static inline Set *run_set(const SetRun *r, int i) { return as_set(r->vm, r->slot[i]); }
static inline uint32_t run_job(const SetRun *r) { return (uint32_t)index_of(r->slot[RUN_JOB]); }
static inline TypeTag run_tag(const SetRun *r) {
    return (TypeTag)as_obj(r->vm, r->slot[RUN_SELF])->type;
}
static inline void run_goto(const SetRun *r, int state) {
    if (r->f) { native_goto(r->f, state); }
}

typedef struct SetItem {
    Value key;
    int64_t hash, at; // at: as set_find says
} SetItem;

// ---- one job -----------------------------------------------------------------------------------

static void run_set_hash(const SetRun *r, int64_t hash) {
    r->slot[RUN_SEEK] = int_value((uint32_t)hash);
    r->slot[RUN_SEEK + 1] = int_value((uint32_t)((uint64_t)hash >> 32));
}

static int64_t run_hash(const SetRun *r) {
    return (int64_t)(index_of(r->slot[RUN_SEEK + 1]) << 32 | index_of(r->slot[RUN_SEEK]));
}

// Takes the next item of the source in hand; false at the end.
static bool run_fetch(SetRun *r) {
    Vm *vm = r->vm;
    Value source = r->slot[RUN_SOURCE], key, value;
    uint32_t pos = (uint32_t)index_of(r->slot[RUN_POS]), n, job = run_job(r) & 15;
    int64_t hash = 0;
    if (is_any_set(vm, source)) {
        if (!set_next(vm, as_set(vm, source), &pos, &key, &hash)) { return false; }
        run_set_hash(r, hash);
        job |= JOB_HASHED;
    } else if (is_tagged(vm, source, T_DICT)) {
        if (!dict_next(vm, as_dict(vm, source), &pos, &key, &value)) { return false; }
    } else {
        const Value *items = seq_items(vm, source, &n);
        if (pos >= n) { return false; }
        key = items[pos++];
    }
    r->slot[RUN_ITEM_KEY] = key;
    r->slot[RUN_POS] = int_value(pos);
    r->slot[RUN_JOB] = int_value(job);
    run_goto(r, RUN_ITEM);
    return true;
}

// Looks the item in hand up.
static int64_t run_seek(SetRun *r, Value set, int64_t *hash) {
    Vm *vm = r->vm;
    Value key = r->slot[RUN_ITEM_KEY];
    bool hashed = run_job(r) & JOB_HASHED;
    uint32_t at;
    if (hashed) { *hash = run_hash(r); }
    if (!r->f) {
        if (!hashed && !key_hash64_leaf(vm, key, hash)) { return SEEK_ASK; }
        return set_find(vm, as_set(vm, set), key, *hash, 0, &at);
    }
    return hashed ? set_seek_hashed(vm, r->f, RUN_SEEK, set, key, *hash)
                  : set_seek_begin(vm, r->f, RUN_SEEK, set, key, hash);
}

static int64_t run_resume(SetRun *r, Value set, int64_t *hash) {
    Vm *vm = r->vm;
    if (native_state(r->f) == SEEK_UNHASHABLE && (run_job(r) & 15) == JOB_KEEP) {
        raise_value(vm, r->f->result); // CPython does not explain here
        return SEEK_RAISED;
    }
    return set_seek_resume(vm, r->f, RUN_SEEK, set, r->slot[RUN_ITEM_KEY], hash);
}

static Value run_give_up(const SetRun *r, int64_t at) {
    return at == SEEK_RAISED ? V_RAISED : r->f ? V_CALLING : V_UNBOUND;
}

// An item found in target goes into the result; only sets are known to name no item twice.
static Value run_keep(SetRun *r, int64_t hash) {
    Vm *vm = r->vm;
    Set *result = run_set(r, RUN_RESULT);
    if (is_any_set(vm, r->slot[RUN_SOURCE])) {
        TRY(set_insert(vm, result, r->slot[RUN_ITEM_KEY], hash));
        return V_NONE;
    }
    run_set_hash(r, hash);
    r->slot[RUN_JOB] = int_value((run_job(r) & 15) | JOB_HASHED | JOB_IN_RESULT);
    run_goto(r, RUN_ITEM);
    int64_t at = run_seek(r, r->slot[RUN_RESULT], &hash);
    if (at < SEEK_ABSENT) { return run_give_up(r, at); }
    if (at == SEEK_ABSENT) { TRY(set_insert(vm, result, r->slot[RUN_ITEM_KEY], hash)); }
    return V_NONE;
}

// What the job does with the item in hand, found at `at` or absent. V_FALSE: the job's answer.
static Value run_item(SetRun *r, int64_t at, int64_t hash) {
    Vm *vm = r->vm;
    Value key = r->slot[RUN_ITEM_KEY];
    bool there = at >= 0;
    uint32_t job = run_job(r);
    if (at < SEEK_ABSENT) { return run_give_up(r, at); }
    if (job & JOB_IN_RESULT) {
        if (!there) { TRY(set_insert(vm, run_set(r, RUN_RESULT), key, hash)); }
        return V_NONE;
    }
    Set *target = run_set(r, RUN_TARGET);
    switch (job & 15) {
    case JOB_ADD:
        if (!there) { TRY(set_insert(vm, target, key, hash)); }
        return V_NONE;
    case JOB_DISCARD:
        if (there) { set_remove_at(vm, target, (uint32_t)at); }
        return V_NONE;
    case JOB_TOGGLE:
        if (there) {
            set_remove_at(vm, target, (uint32_t)at);
        } else {
            TRY(set_insert(vm, target, key, hash));
        }
        return V_NONE;
    case JOB_KEEP: return there ? run_keep(r, hash) : V_NONE;
    case JOB_REJECT:
        if (!there) { TRY(set_insert(vm, run_set(r, RUN_RESULT), key, hash)); }
        return V_NONE;
    case JOB_SUBSET: return there ? V_NONE : V_FALSE;
    default: return there ? V_FALSE : V_NONE;
    }
}

// What a leaf does with an item of a set, found at `at` or absent. V_NONE: go on.
static inline Value run_leaf_item(Vm *vm, SetJob job, const SetItem *item, Set *target,
                                  Set *result) {
    bool there = item->at >= 0, done = true;
    switch (job) {
    case JOB_KEEP: done = !there || set_insert(vm, result, item->key, item->hash); break;
    case JOB_REJECT: done = there || set_insert(vm, result, item->key, item->hash); break;
    case JOB_ADD: done = there || set_insert(vm, target, item->key, item->hash); break;
    case JOB_SUBSET: return there ? V_NONE : V_FALSE;
    case JOB_DISJOINT: return there ? V_FALSE : V_NONE;
    default:
        if (there) {
            set_remove_at(vm, target, (uint32_t)item->at);
        } else if (job == JOB_TOGGLE) {
            done = set_insert(vm, target, item->key, item->hash);
        }
    }
    return done ? V_NONE : V_RAISED;
}

static NX_ALWAYS_INLINE Value run_leaf_loop(SetRun *r, SetJob job, const Set *source, Set *result) {
    Vm *vm = r->vm;
    Set *target = run_set(r, RUN_TARGET);
    SetItem item;
    uint32_t candidate;
    for (uint32_t pos = 0; set_next(vm, source, &pos, &item.key, &item.hash);) {
        item.at = set_find(vm, target, item.key, item.hash, 0, &candidate);
        if (NX_UNLIKELY(item.at < SEEK_ABSENT)) { return run_give_up(r, item.at); }
        Value v = run_leaf_item(vm, job, &item, target, result);
        if (NX_UNLIKELY(v != V_NONE)) { return v; }
    }
    return V_NONE;
}

// The whole job of a leaf that walks over a set; the loop is made for each job.
static Value run_leaf_items(SetRun *r, const Set *source) {
    SetJob job = (SetJob)(run_job(r) & 15);
    switch (job) {
    case JOB_KEEP: return run_leaf_loop(r, JOB_KEEP, source, run_set(r, RUN_RESULT));
    case JOB_REJECT: return run_leaf_loop(r, JOB_REJECT, source, run_set(r, RUN_RESULT));
    case JOB_ADD: return run_leaf_loop(r, JOB_ADD, source, NULL);
    case JOB_SUBSET: return run_leaf_loop(r, JOB_SUBSET, source, NULL);
    case JOB_DISJOINT: return run_leaf_loop(r, JOB_DISJOINT, source, NULL);
    case JOB_TOGGLE: return run_leaf_loop(r, JOB_TOGGLE, source, NULL);
    default: return run_leaf_loop(r, JOB_DISCARD, source, NULL);
    }
}

// The whole job, from where it stands. V_NONE: done; V_FALSE: stopped; else to be returned.
static Value run_job_items(SetRun *r) {
    if (!r->f && is_any_set(r->vm, r->slot[RUN_SOURCE])) {
        return run_leaf_items(r, run_set(r, RUN_SOURCE));
    }
    for (;;) {
        int64_t hash = 0, at;
        bool in_result = run_job(r) & JOB_IN_RESULT;
        if (r->f && seek_is_state(r->f)) {
            at = run_resume(r, r->slot[in_result ? RUN_RESULT : RUN_TARGET], &hash);
        } else {
            bool in_hand = r->f && native_state(r->f) == RUN_ITEM;
            if (!in_hand && !run_fetch(r)) { return V_NONE; }
            in_result = run_job(r) & JOB_IN_RESULT;
            at = run_seek(r, r->slot[in_result ? RUN_RESULT : RUN_TARGET], &hash);
        }
        Value v = run_item(r, at, hash);
        if (v != V_NONE) { return v; }
        run_goto(r, RUN_LOOP);
    }
}

static Value run_start_job(SetRun *r, SetJob job, Value target, Value source) {
    r->slot[RUN_TARGET] = target;
    r->slot[RUN_SOURCE] = source;
    r->slot[RUN_POS] = int_value(0);
    r->slot[RUN_JOB] = int_value(job);
    TRY(native_charge(r->vm, as_obj(r->vm, source)->n / 4));
    run_goto(r, RUN_LOOP);
    return V_NONE;
}

// ---- the jobs of each method -------------------------------------------------------------------
// A plan starts a job and returns V_NONE, or answers V_STOP: nothing to do for this operand.

static Value run_new_result(SetRun *r) {
    Value v = set_new(r->vm, run_tag(r));
    TRY_VALUE(v);
    r->slot[RUN_RESULT] = v;
    return V_NONE;
}

static Value run_new_acc(SetRun *r) {
    TRY_VALUE(run_new_result(r));
    r->slot[RUN_ACC] = r->slot[RUN_RESULT];
    return V_NONE;
}

// Adds all of source to a set: whole sets and dicts get their room at once.
static Value plan_add(SetRun *r, Value to, Value source) {
    Vm *vm = r->vm;
    Set *s = as_set(vm, to);
    if (is_any_set(vm, source)) {
        if (to == source || as_set(vm, source)->h.n == 0) { return V_STOP; }
        bool empty = s->h.n == 0;
        TRY(set_merge_start(vm, s, as_set(vm, source)));
        if (empty && s->h.n > 0) { return V_STOP; }
    } else if (is_tagged(vm, source, T_DICT)) {
        TRY(set_make_room(vm, s, as_obj(vm, source)->n));
    }
    return run_start_job(r, JOB_ADD, to, source);
}

static Value plan_intersect(SetRun *r, Value source) {
    Vm *vm = r->vm;
    Value acc = r->slot[RUN_ACC];
    if (acc == source) {
        Value copy = set_copy(vm, as_set(vm, acc), run_tag(r));
        TRY_VALUE(copy);
        r->slot[RUN_ACC] = copy;
        return V_STOP;
    }
    TRY_VALUE(run_new_result(r));
    if (is_any_set(vm, source) && as_set(vm, source)->h.n > as_set(vm, acc)->h.n) {
        return run_start_job(r, JOB_KEEP, source, acc);
    }
    return run_start_job(r, JOB_KEEP, acc, source);
}

// Takes the items of source away from the set in ACC.
static Value plan_discard(SetRun *r, Value source) {
    Vm *vm = r->vm;
    Value acc = r->slot[RUN_ACC];
    if (acc == source) {
        set_clear(vm, as_set(vm, acc));
        return V_STOP;
    }
    // Few items against many: first find those that both have.
    if (is_any_set(vm, source) && as_set(vm, source)->h.n >> 3 > as_set(vm, acc)->h.n) {
        TRY_VALUE(run_new_result(r));
        return run_start_job(r, JOB_KEEP, source, acc);
    }
    return run_start_job(r, JOB_DISCARD, acc, source);
}

static Value plan_difference(SetRun *r, Value source) {
    Vm *vm = r->vm;
    const Set *self = run_set(r, RUN_SELF);
    bool is_set = is_any_set(vm, source), is_dict = is_tagged(vm, source, T_DICT);
    if (r->slot[RUN_PHASE_NUMBER] != int_value(0)) { return plan_discard(r, source); }
    if ((!is_set && !is_dict) || self->h.n >> 2 > as_obj(vm, source)->n) {
        Value copy = set_copy(vm, self, run_tag(r));
        TRY_VALUE(copy);
        r->slot[RUN_ACC] = copy;
        return plan_discard(r, source);
    }
    TRY_VALUE(run_new_acc(r));
    if (is_set) { return run_start_job(r, JOB_REJECT, source, r->slot[RUN_SELF]); }
    Value keys = set_new(vm, T_SET); // the keys of a dict, to look things up in
    TRY_VALUE(keys);
    return run_start_job(r, JOB_ADD, keys, source);
}

static Value plan_toggle(SetRun *r, Value source) {
    Vm *vm = r->vm;
    if (r->method == SET_SYMMETRIC) {
        TRY_VALUE(run_new_acc(r));
        return plan_add(r, r->slot[RUN_ACC], source);
    }
    if (source == r->slot[RUN_SELF]) {
        set_clear(vm, run_set(r, RUN_SELF));
        return V_STOP;
    }
    if (is_any_set(vm, source) || is_tagged(vm, source, T_DICT)) {
        return run_start_job(r, JOB_TOGGLE, r->slot[RUN_SELF], source);
    }
    TRY_VALUE(run_new_acc(r));
    return run_start_job(r, JOB_ADD, r->slot[RUN_ACC], source);
}

static Value plan_judge(SetRun *r, Value source) {
    Vm *vm = r->vm;
    Value self = r->slot[RUN_SELF];
    uint32_t n = as_set(vm, self)->h.n, n_source = as_obj(vm, source)->n;
    bool is_set = is_any_set(vm, source);
    switch (r->method) {
    case SET_DISJOINT:
        if (is_set && n_source > n) { return run_start_job(r, JOB_DISJOINT, source, self); }
        return run_start_job(r, JOB_DISJOINT, self, source);
    case SET_SUBSET:
        if (!is_set) {
            TRY_VALUE(run_new_result(r));
            return run_start_job(r, JOB_KEEP, self, source);
        }
        return n > n_source ? V_FALSE : run_start_job(r, JOB_SUBSET, source, self);
    default:
        if (is_set && n_source > n) { return V_FALSE; }
        return run_start_job(r, JOB_SUBSET, self, source);
    }
}

static Value run_plan(SetRun *r, Value source) {
    switch (r->method) {
    case SET_UNION:
        if (source == r->slot[RUN_SELF]) { return V_STOP; }
        // fall through
    case SET_UPDATE: return plan_add(r, r->slot[RUN_ACC], source);
    case SET_INTERSECTION:
    case SET_INTERSECTION_UPDATE: return plan_intersect(r, source);
    case SET_DIFFERENCE: return plan_difference(r, source);
    case SET_DIFFERENCE_UPDATE: return plan_discard(r, source);
    case SET_SYMMETRIC:
    case SET_SYMMETRIC_UPDATE: return plan_toggle(r, source);
    default: return plan_judge(r, source);
    }
}

// A job is done, or none was needed: V_NONE: another one was started for the same operand; V_STOP:
// the operand is done.
static Value run_job_done(SetRun *r) {
    Vm *vm = r->vm;
    uint32_t job = run_job(r) & 15;
    switch (r->method) {
    case SET_INTERSECTION:
    case SET_INTERSECTION_UPDATE:
        if (job == JOB_KEEP) { r->slot[RUN_ACC] = r->slot[RUN_RESULT]; }
        return V_STOP;
    case SET_DIFFERENCE:
    case SET_DIFFERENCE_UPDATE:
        if (job == JOB_ADD) {
            return run_start_job(r, JOB_REJECT, r->slot[RUN_TARGET], r->slot[RUN_SELF]);
        }
        if (job == JOB_KEEP) {
            return run_start_job(r, JOB_DISCARD, r->slot[RUN_ACC], r->slot[RUN_RESULT]);
        }
        if (job == JOB_DISCARD) { TRY(set_tidy(vm, run_set(r, RUN_ACC))); }
        return V_STOP;
    case SET_SYMMETRIC:
        if (job == JOB_TOGGLE) { return V_STOP; }
        return run_start_job(r, JOB_TOGGLE, r->slot[RUN_ACC], r->slot[RUN_SELF]);
    case SET_SYMMETRIC_UPDATE:
        if (job != JOB_ADD) { return V_STOP; }
        return run_start_job(r, JOB_TOGGLE, r->slot[RUN_SELF], r->slot[RUN_ACC]);
    default: return V_STOP;
    }
}

// ---- the run -----------------------------------------------------------------------------------

// The operand as something to walk over; V_UNBOUND: a leaf cannot; V_CALLING: it is being drained.
static Value run_source(SetRun *r, Value other) {
    Vm *vm = r->vm;
    if (is_any_set(vm, other) || is_exact(vm, other, T_DICT) || is_exact(vm, other, T_LIST) ||
        is_exact(vm, other, T_TUPLE)) {
        return other;
    }
    if (is_tagged(vm, other, T_DICT_VIEW)) { return dict_view_list(vm, other); }
    if (!r->f) { return items_of_leaf(vm, other); }
    return native_call1(vm, r->f, RUN_DRAINED, internal(vm, I_DRAIN), other);
}

static Value run_finish(SetRun *r) {
    Vm *vm = r->vm;
    Value acc = r->slot[RUN_ACC];
    switch (r->method) {
    case SET_INTERSECTION:
    case SET_DIFFERENCE: return r->n_others ? acc : set_copy(vm, run_set(r, RUN_SELF), run_tag(r));
    case SET_INTERSECTION_UPDATE:
        if (r->n_others) { set_swap(vm, run_set(r, RUN_SELF), as_set(vm, acc)); }
        return V_NONE;
    case SET_UNION:
    case SET_SYMMETRIC: return acc;
    case SET_DISJOINT:
    case SET_SUPERSET: return V_TRUE;
    case SET_SUBSET:
        if ((run_job(r) & 15) != JOB_KEEP) { return V_TRUE; }
        return bool_value(run_set(r, RUN_RESULT)->h.n == run_set(r, RUN_SELF)->h.n);
    default: return V_NONE;
    }
}

// All jobs of one operand; v: V_NONE, one is under way. V_STOP: done; else to be returned.
static Value run_jobs(SetRun *r, Value v) {
    for (;;) {
        if (v == V_NONE) {
            v = run_job_items(r);
            if (v != V_NONE) { return v; }
        } else if (v != V_STOP) {
            return v;
        }
        v = run_job_done(r);
        if (v == V_STOP) { return v; }
    }
}

// Operand after operand. source: V_UNBOUND: begin with the phase's; V_NONE: a job is under way;
// else the phase's operand, drained.
static Value run_phases(SetRun *r, Value source) {
    for (;; source = V_UNBOUND) {
        int64_t phase = int_of(r->slot[RUN_PHASE_NUMBER]);
        Value v = V_NONE;
        if (source == V_UNBOUND) {
            if (phase >= r->n_others) { return run_finish(r); }
            source = run_source(r, r->others[phase]);
            if (source == V_UNBOUND || source == V_CALLING || source == V_RAISED) { return source; }
        }
        if (source != V_NONE) {
            r->slot[RUN_JOB] = int_value(JOB_NONE);
            v = run_plan(r, source);
        }
        v = run_jobs(r, v);
        if (v != V_STOP) { return v; }
        r->slot[RUN_PHASE_NUMBER] = int_value(phase + 1);
        run_goto(r, RUN_PHASE);
    }
}

static Value run_begin(SetRun *r) {
    Value self = r->slot[RUN_SELF];
    r->slot[RUN_PHASE_NUMBER] = int_value(0);
    r->slot[RUN_JOB] = int_value(JOB_NONE);
    r->slot[RUN_ACC] = self;
    if (r->method == SET_UNION) {
        bool next = r->n_others && is_any_set(r->vm, r->others[0]) && r->others[0] != self;
        uint32_t more = next ? as_set(r->vm, r->others[0])->h.n : 0;
        r->slot[RUN_ACC] = set_copy_with_room(r->vm, as_set(r->vm, self), run_tag(r), more);
        TRY_VALUE(r->slot[RUN_ACC]);
    }
    run_goto(r, RUN_PHASE);
    return V_NONE;
}

static bool run_all_simple(Vm *vm, Value source) {
    Value key, value;
    uint32_t n;
    if (is_any_set(vm, source)) { return !(as_obj(vm, source)->small & SET_FOREIGN); }
    if (is_exact(vm, source, T_DICT)) {
        for (uint32_t pos = 0; dict_next(vm, as_dict(vm, source), &pos, &key, &value);) {
            if (!set_is_simple_key(vm, key)) { return false; }
        }
        return true;
    }
    if (!is_exact(vm, source, T_LIST) && !is_exact(vm, source, T_TUPLE)) { return false; }
    const Value *items = seq_items(vm, source, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!set_is_simple_key(vm, items[i])) { return false; }
    }
    return true;
}

// Making room for a whole operand cannot be done twice: update must not give up once it has begun.
static bool run_can_update(Vm *vm, Value self, const Value *others, uint32_t n) {
    bool simple = !(as_obj(vm, self)->small & SET_FOREIGN);
    for (uint32_t i = 0; simple && i < n; i++) { simple = run_all_simple(vm, others[i]); }
    return simple;
}

// s.update of one list or tuple.
static Value run_add_items(Vm *vm, Set *s, Value seq) {
    uint32_t n;
    const Value *items = seq_items(vm, seq, &n);
    TRY(native_charge(vm, n / 4));
    for (uint32_t i = 0; i < n; i++) {
        int r = set_add_leaf(vm, s, items[i]);
        if (r < 0) { return r == -1 ? V_RAISED : V_UNBOUND; }
    }
    return V_NONE;
}

Value set_run_leaf(Vm *vm, SetMethod method, Value self, const Value *others, uint32_t n) {
    if (method == SET_UPDATE && n == 1 &&
        (is_exact(vm, others[0], T_LIST) || is_exact(vm, others[0], T_TUPLE))) {
        return run_add_items(vm, as_set(vm, self), others[0]);
    }
    if (method == SET_UPDATE && n == 1 && is_exact(vm, others[0], T_RANGE)) {
        Value items = items_of_leaf(vm, others[0]);
        if (items == V_UNBOUND || items == V_RAISED) { return items; }
        return run_add_items(vm, as_set(vm, self), items);
    }
    Value slot[RUN_SLOTS] = {self};
    SetRun r = {vm, NULL, slot, method, others, n};
    if (method == SET_UPDATE && !run_can_update(vm, self, others, n)) { return V_UNBOUND; }
    TRY_VALUE(run_begin(&r));
    return run_phases(&r, V_UNBOUND);
}

// What a frame's slots hold once the run has begun: every job's set is one.
static bool run_slots_fit(Vm *vm, const Frame *f) {
    static const uint8_t sets[] = {RUN_ACC, RUN_TARGET, RUN_RESULT};
    if (!is_any_set(vm, f->slot[RUN_SELF]) || index_of(f->slot[RUN_PHASE_NUMBER]) > UINT32_MAX) {
        return false;
    }
    for (uint32_t i = 0; i < COUNT_OF(sets); i++) {
        Value v = f->slot[sets[i]];
        if (v != V_UNBOUND && !is_any_set(vm, v)) { return false; }
    }
    uint32_t job = (uint32_t)index_of(f->slot[RUN_JOB]) & 15;
    bool under_way = native_state(f) != RUN_PHASE && native_state(f) != RUN_DRAINED;
    if (f->slot[RUN_ACC] == V_UNBOUND || (job > JOB_NONE)) { return false; }
    if (!under_way) { return true; }
    return f->slot[RUN_TARGET] != V_UNBOUND && job != JOB_NONE &&
           (f->slot[RUN_RESULT] != V_UNBOUND || (job != JOB_KEEP && job != JOB_REJECT));
}

Value set_run_steps(Vm *vm, Frame *f, SetMethod method, bool many) {
    SetRun r = {vm, f, f->slot, method, &f->slot[RUN_OTHERS], 1};
    bool begun = native_state(f) != SEEK_START && native_state(f) != SET_RUN_BEGIN;
    if (begun ? !run_slots_fit(vm, f) : !is_any_set(vm, f->slot[RUN_SELF])) {
        return raise_stop(vm, STOP_CORRUPT);
    }
    if (many) {
        TRY(slot_obj(vm, f, RUN_OTHERS, T_TUPLE));
        r.others = seq_items(vm, f->slot[RUN_OTHERS], &r.n_others);
    }
    switch (native_state(f)) {
    case SEEK_START:
    case SET_RUN_BEGIN: TRY_VALUE(run_begin(&r)); return run_phases(&r, V_UNBOUND);
    case RUN_PHASE: return run_phases(&r, V_UNBOUND);
    case RUN_DRAINED: return run_phases(&r, f->result);
    default: return run_phases(&r, V_NONE);
    }
}
