// distance.c: see distance.h.
#include "base/distance.h"

static uint32_t edit_cost(uint8_t a, uint8_t b) {
    if (a == b) { return 0; }
    bool same_letter = (a | 32) == (b | 32) && (a | 32) >= 'a' && (a | 32) <= 'z';
    return same_letter ? DISTANCE_CASE : DISTANCE_MOVE;
}

uint32_t edit_distance(const char *a, uint32_t a_len, const char *b, uint32_t b_len,
                       uint32_t most) {
    uint32_t row[DISTANCE_MAX_LEN + 1];
    if (a_len > DISTANCE_MAX_LEN || b_len > DISTANCE_MAX_LEN) { return most + 1; }
    for (uint32_t k = 0; k <= b_len; k++) { row[k] = k * DISTANCE_MOVE; }
    for (uint32_t i = 0; i < a_len; i++) {
        uint32_t corner = row[0], best = UINT32_MAX;
        row[0] = (i + 1) * DISTANCE_MOVE;
        for (uint32_t k = 0; k < b_len; k++) {
            uint32_t change = corner + edit_cost((uint8_t)a[i], (uint8_t)b[k]);
            uint32_t gap = min_u32(row[k], row[k + 1]) + DISTANCE_MOVE;
            corner = row[k + 1];
            row[k + 1] = min_u32(change, gap);
            best = min_u32(best, row[k + 1]);
        }
        if (best > most) { return most + 1; }
    }
    return row[b_len];
}
