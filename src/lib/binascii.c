// binascii.c: the module _binascii: base64 of whole, well-formed data, and CRC-32. What is odd about
// data (blanks, missing padding) is left to binascii.py: the answer is None then.
#include "lib/fallback.h"
#include "object/bytes.h"
#include "object/int.h"

static const char base64_digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static Value base64_encode(Vm *vm, Value *a) {
    ByteSpan in;
    TRY(bytes_like_or_raise(vm, a[0], &in));
    bool newline = a[1] == V_TRUE;
    uint64_t len = (in.n + 2ull) / 3 * 4 + newline;
    TRY(native_charge(vm, in.n / 64));
    Bytes *out = bytes_alloc(vm, len);
    TRY(out);
    uint8_t *p = out->data;
    for (uint32_t i = 0; i < in.n; i += 3) {
        uint32_t left = in.n - i, word = (uint32_t)in.p[i] << 16;
        if (left > 1) { word |= (uint32_t)in.p[i + 1] << 8; }
        if (left > 2) { word |= in.p[i + 2]; }
        *p++ = (uint8_t)base64_digits[word >> 18];
        *p++ = (uint8_t)base64_digits[word >> 12 & 63];
        *p++ = left > 1 ? (uint8_t)base64_digits[word >> 6 & 63] : '=';
        *p++ = left > 2 ? (uint8_t)base64_digits[word & 63] : '=';
    }
    if (newline) { *p = '\n'; }
    return ptr_value(vm, out);
}

// The value of a base64 character, or 64 and more: it is none.
static uint32_t base64_value(uint8_t c) {
    if (c >= 'A' && c <= 'Z') { return c - 'A'; }
    if (c >= 'a' && c <= 'z') { return c - 'a' + 26u; }
    if (c >= '0' && c <= '9') { return c - '0' + 52u; }
    return c == '+' ? 62 : c == '/' ? 63 : 64;
}

static Value base64_decode(Vm *vm, Value *a) {
    ByteSpan in;
    TRY(bytes_like_or_raise(vm, a[0], &in));
    uint32_t n = in.n, pads = 0;
    if (n && in.p[n - 1] == '\n') { n--; }
    if (n == 0 || n % 4) { return V_NONE; }
    while (pads < 2 && in.p[n - 1 - pads] == '=') { pads++; }
    TRY(native_charge(vm, n / 64));
    Bytes *out = bytes_alloc(vm, n / 4 * 3ull - pads);
    TRY(out);
    uint32_t word = 0, at = 0;
    for (uint32_t i = 0; i < n - pads; i++) {
        uint32_t v = base64_value(in.p[i]);
        if (v >= 64) { return V_NONE; }
        word = word << 6 | v;
        if (i % 4 == 3) {
            out->data[at++] = (uint8_t)(word >> 16);
            out->data[at++] = (uint8_t)(word >> 8);
            out->data[at++] = (uint8_t)word;
        }
    }
    if (pads == 1) {
        out->data[at++] = (uint8_t)(word >> 10);
        out->data[at] = (uint8_t)(word >> 2);
    } else if (pads == 2) {
        out->data[at] = (uint8_t)(word >> 4);
    }
    return ptr_value(vm, out);
}

// The polynomial of ISO 3309, lowest bit first, four bits at a time.
static Value binascii_crc32(Vm *vm, Value *a) {
    static const uint32_t table[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4,
        0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    ByteSpan in;
    TRY(bytes_like_or_raise(vm, a[0], &in));
    TRY(native_charge(vm, in.n / 16));
    uint32_t crc = ~(uint32_t)int_clamp_i64(vm, a[1]);
    for (uint32_t i = 0; i < in.n; i++) {
        crc ^= in.p[i];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return int_value((int64_t)(uint32_t)~crc);
}

static const NativeDef binascii_functions[] = {
    LEAF("b2a_base64", "data: buffer, newline: bool, /", base64_encode,
         "Bytes as a line of Base64."),
    LEAF("a2b_base64", "data: buffer, /", base64_decode,
         "What whole base64 data stands for; None when it is not whole."),
    LEAF("crc32", "data: buffer, crc: index=0, /", binascii_crc32,
         "The CRC-32 of bytes, going on from a value."),
    NATIVE_END,
};

const ModuleDef binascii_module = {"_binascii", "Base64 and CRC-32.", binascii_functions, NULL};
