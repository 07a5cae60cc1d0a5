// list_sort_machine.h: the sorting machine, a template: list_sort.c includes it once for each kind
// of key, with these macros set:
//   SORT_NAME      the function's name
//   SORT_W         words of an element: 1, or 2 (key, item)
//   SORT_LT(x, y)  1, 0, or -1 when guest code must decide
//   SORT_ASKS      1 when SORT_LT may say -1, else 0
//   SORT_FOLLOWS   1 when keys are objects: then branches beat arithmetic on the result, because the
//                  next keys are fetched while the comparison still waits for these
//
// Runs that are there already are found, short ones are extended by binary insertion, and runs are
// merged in the order of powersort. Every phase begins with the comparison named beside it, or with
// none; all that must outlive a question to guest code stands in the SortState. The comparisons up
// to the first merge are those of CPython's sort, so that lists of NaNs and partly ordered things
// of up to 64 items come out as they do there.

#define SORT_KEY(i) v[(size_t)(i)*SORT_W]
#define SORT_MOVE(to, n, from)                                                                     \
    memmove(&v[(size_t)(to)*SORT_W], &v[(size_t)(from)*SORT_W], (size_t)(n)*SORT_W * sizeof(Value))
#define SORT_COMPARE(c, x, y)                                                                      \
    do {                                                                                           \
        if (SORT_ASKS && answer >= 0) {                                                            \
            c = answer;                                                                            \
            answer = -1;                                                                           \
        } else {                                                                                   \
            c = SORT_LT(x, y);                                                                     \
            if (SORT_ASKS && c < 0) {                                                              \
                ask[0] = x;                                                                        \
                ask[1] = y;                                                                        \
                return SORT_ASK;                                                                   \
            }                                                                                      \
        }                                                                                          \
    } while (0)

// Puts the elements lo <= i < s->i of the run in order by insertion up to s->end.
static inline int SORT_NAME(_insert)(Vm *vm, SortState *s, Value *v, int answer, Value *ask) {
    (void)vm, (void)answer, (void)ask;
    for (; s->i < s->end; s->i++, s->left = s->lo, s->right = s->i) {
        uint32_t left = s->left, right = s->right, i = s->i;
        Value pivot[SORT_W];
        memcpy(pivot, &SORT_KEY(i), sizeof pivot);
        while (left < right) {
            uint32_t middle = (left + right) / 2;
            int less;
            if (SORT_ASKS) {
                s->left = left;
                s->right = right;
            }
            SORT_COMPARE(less, pivot[0], SORT_KEY(middle));
            if (!SORT_FOLLOWS) {
                right = less ? middle : right;
                left = less ? left : middle + 1;
            } else if (less) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        SORT_MOVE(left + 1, i - left, left);
        memcpy(&SORT_KEY(left), pivot, sizeof pivot);
    }
    return SORT_GO;
}

// Merges tmp[ti, tn) with the run at j into place k, until `fuel` elements are placed.
static inline int SORT_NAME(_merge)(Vm *vm, SortState *s, Value *v, const Value *tmp, int answer,
                                    Value *ask, uint32_t fuel) {
    (void)vm, (void)answer, (void)ask;
    uint32_t ti = s->ti, j = s->j, k = s->k;
    const uint32_t tn = s->tn, end = s->end;
    while (ti < tn && j < end) {
        const Value *x = &SORT_KEY(j), *y = &tmp[(size_t)ti * SORT_W];
        int less;
        if (SORT_ASKS || fuel == 0) {
            s->ti = ti;
            s->j = j;
            s->k = k;
            if (fuel == 0) { return SORT_AGAIN; }
        }
        SORT_COMPARE(less, *x, *y);
        fuel--;
        if (!SORT_FOLLOWS) {
            memmove(&SORT_KEY(k), less ? x : y, SORT_W * sizeof(Value));
            j += (uint32_t)less;
            ti += (uint32_t)!less;
        } else if (less) {
            memmove(&SORT_KEY(k), x, SORT_W * sizeof(Value));
            j++;
        } else {
            memmove(&SORT_KEY(k), y, SORT_W * sizeof(Value));
            ti++;
        }
        k++;
    }
    memcpy(&SORT_KEY(k), &tmp[(size_t)ti * SORT_W], (size_t)(tn - ti) * SORT_W * sizeof(Value));
    return SORT_GO;
}

// Finds a run at s->lo; s->i is behind what is known of it.
static inline int SORT_NAME(_run)(Vm *vm, SortState *s, Value *v, int answer, Value *ask) {
    (void)vm, (void)answer, (void)ask;
    int less;
    switch (s->phase) {
    case SORT_ASCENDING: // v[i] < v[i - 1]
        for (;; s->i++) {
            if (s->i >= s->n) { return SORT_GO; }
            SORT_COMPARE(less, SORT_KEY(s->i), SORT_KEY(s->i - 1));
            if (less) { break; }
        }
        s->equal = s->i - s->lo - 1;
        s->phase = SORT_ALL_EQUAL;
        // fall through
    case SORT_ALL_EQUAL: // v[lo] < v[i - 1]: then the run does ascend somewhere
        if (s->equal > 0) {
            SORT_COMPARE(less, SORT_KEY(s->lo), SORT_KEY(s->i - 1));
            if (less) { return SORT_GO; }
        }
        sort_flush_equal(s, v, SORT_W);
        s->i++;
        s->phase = SORT_DESCENDING;
        // fall through
    case SORT_DESCENDING: // v[i] < v[i - 1]; the items before are `equal` to v[i - 1] or above
    case SORT_LARGER:     // v[i - 1] < v[i]
        for (; s->i < s->n; s->i++) {
            if (s->phase == SORT_DESCENDING) {
                SORT_COMPARE(less, SORT_KEY(s->i), SORT_KEY(s->i - 1));
                if (less) {
                    sort_flush_equal(s, v, SORT_W);
                    continue;
                }
                s->phase = SORT_LARGER;
            }
            SORT_COMPARE(less, SORT_KEY(s->i - 1), SORT_KEY(s->i));
            if (less) { break; }
            s->equal++;
            s->phase = SORT_DESCENDING;
        }
        sort_flush_equal(s, v, SORT_W);
        sort_reverse(v, s->lo, s->i, SORT_W);
        s->phase = SORT_EXTEND;
        // fall through
    default: // SORT_EXTEND: v[i] < v[i - 1]
        for (; s->i < s->n; s->i++) {
            SORT_COMPARE(less, SORT_KEY(s->i), SORT_KEY(s->i - 1));
            if (less) { break; }
        }
        return SORT_GO;
    }
}

// Cuts off what already stands right at both ends of two neighbouring runs.
static inline int SORT_NAME(_trim)(Vm *vm, SortState *s, Value *v, int answer, Value *ask) {
    (void)vm, (void)answer, (void)ask;
    int less;
    if (s->phase == SORT_TRIM_LEFT) { // v[mid] < v[i]: where the second run's first item belongs
        while (s->left < s->right) {
            uint32_t middle = (s->left + s->right) / 2;
            SORT_COMPARE(less, SORT_KEY(s->mid), SORT_KEY(middle));
            if (less) {
                s->right = middle;
            } else {
                s->left = middle + 1;
            }
        }
        s->base = s->left;
        s->left = s->mid;
        s->right = s->end;
        s->phase = SORT_TRIM_RIGHT;
    }
    while (s->left < s->right) { // v[i] < v[mid - 1]: where the first run's last item belongs
        uint32_t middle = (s->left + s->right) / 2;
        SORT_COMPARE(less, SORT_KEY(middle), SORT_KEY(s->mid - 1));
        if (less) {
            s->left = middle + 1;
        } else {
            s->right = middle;
        }
    }
    s->end = s->left;
    return SORT_GO;
}

// Runs until the list is sorted, a question comes up, or the fuel is spent.
static int SORT_NAME(_run_machine)(Vm *vm, SortState *s, Value *v, Value *tmp, int answer,
                                   Value *ask) {
    for (uint32_t work = 0;;) {
        int r = SORT_GO;
        switch (s->phase) {
        case SORT_NEXT_RUN:
            if (work > SORT_FUEL) { return SORT_AGAIN; }
            s->i = s->lo + 1;
            s->phase = SORT_ASCENDING;
            // fall through
        case SORT_ASCENDING:
        case SORT_ALL_EQUAL:
        case SORT_DESCENDING:
        case SORT_LARGER:
        case SORT_EXTEND:
            r = SORT_NAME(_run)(vm, s, v, answer, ask);
            if (r != SORT_GO) { return r; }
            s->end = min_u32(s->n, max_u32(s->i, s->lo + s->minrun));
            s->left = s->lo;
            s->right = s->i;
            s->phase = SORT_INSERT;
            answer = -1;
            // fall through
        case SORT_INSERT: // v[i] < v[middle]
            r = SORT_NAME(_insert)(vm, s, v, answer, ask);
            if (r != SORT_GO) { return r; }
            work += 8 * (s->end - s->lo);
            sort_found_run(s);
            s->phase = sort_next(s);
            break;
        case SORT_TRIM_LEFT:
        case SORT_TRIM_RIGHT:
            r = SORT_NAME(_trim)(vm, s, v, answer, ask);
            if (r != SORT_GO) { return r; }
            s->tn = s->mid - s->base;
            memcpy(tmp, &SORT_KEY(s->base), (size_t)s->tn * SORT_W * sizeof(Value));
            s->ti = 0;
            s->k = s->base;
            s->j = s->mid;
            s->phase = SORT_MERGE;
            answer = -1;
            // fall through
        case SORT_MERGE: // v[j] < tmp[ti]
            if (work > SORT_FUEL) { return SORT_AGAIN; }
            r = SORT_NAME(_merge)(vm, s, v, tmp, answer, ask, SORT_FUEL);
            if (r != SORT_GO) { return r; }
            work += s->end - s->base;
            s->phase = sort_next(s);
            break;
        default: return SORT_GO; // SORT_SORTED
        }
        answer = -1;
    }
}

#undef SORT_KEY
#undef SORT_MOVE
#undef SORT_COMPARE
#undef SORT_NAME
#undef SORT_W
#undef SORT_LT
#undef SORT_ASKS
#undef SORT_FOLLOWS
