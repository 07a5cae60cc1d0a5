// lz.c: see lz.h.
#include "base/lz.h"

#include <string.h>

typedef struct LzIn {
    const uint8_t *at, *end;
} LzIn;

// A count whose first part is half a byte. Too large when the bytes are at their end.
static size_t lz_count(LzIn *in, uint32_t half) {
    size_t count = half;
    if (half < 15) { return count; }
    while (in->at < in->end) {
        count += *in->at;
        if (*in->at++ < 255) { return count; }
    }
    return SIZE_MAX;
}

bool lz_unpack(const uint8_t *bytes, size_t n, uint8_t *out, size_t len) {
    LzIn in = {bytes, bytes + n};
    size_t done = 0;
    while (in.at < in.end) {
        uint32_t halves = *in.at++;
        size_t plain = lz_count(&in, halves >> 4);
        if (plain > (size_t)(in.end - in.at) || plain > len - done) { return false; }
        memcpy(out + done, in.at, plain);
        in.at += plain;
        done += plain;
        if (in.at == in.end) { break; }
        if (in.end - in.at < 2) { return false; }
        size_t back = in.at[0] | (size_t)in.at[1] << 8;
        in.at += 2;
        size_t match = lz_count(&in, halves & 15);
        size_t room = len - done;
        if (back == 0 || back > done || room < LZ_LEAST || match > room - LZ_LEAST) {
            return false;
        }
        // Byte by byte: a match may go on into what it makes.
        for (match += LZ_LEAST; match; match--, done++) { out[done] = out[done - back]; }
    }
    return done == len;
}
