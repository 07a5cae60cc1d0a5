// input.c: standard input: lines and blocks of what the host gives, kept ahead in the stream object
// until they are asked for. The operations may be repeated: what was read stays.
#include "cap/cap.h"

#include "cap/streams.h"
#include "object/bytes.h"
#include "object/codec.h"
#include "vm/io.h"

enum { INPUT_CHUNK = 4096 };

// The stream of bytes behind the argument of an operation; NULL: raised.
static StdStream *input_bytes(Vm *vm, Value v) {
    if (is_exact(vm, v, T_FILE)) {
        StdStream *s = ref_ptr(vm, v);
        if (s->fd == 0 && (s->flags & STREAM_BYTES)) { return s; }
        if (s->fd == 0 && is_exact(vm, s->buffer, T_FILE)) { return ref_ptr(vm, s->buffer); }
    }
    raise_stop(vm, STOP_CORRUPT);
    return NULL;
}

static const char *input_ahead(Vm *vm, const StdStream *s) {
    StrBuilder b = {vm, s->ahead, s->have};
    return s->have ? sb_text(&b) + s->at : "";
}

// Reads some more. 1: there is more, 0: the end; -1: *out is what the operation returns.
static int input_fill(Vm *vm, StdStream *s, Value *out) {
    const nx_input *input = vm->host->input;
    *out = V_RAISED;
    if (!input || !input->read) { return 0; }
    obj_touch(vm, s);
    if (s->at) {
        char *text = (char *)input_ahead(vm, s) - s->at;
        memmove(text, text + s->at, s->have - s->at);
        s->have -= s->at;
        s->at = 0;
    }
    StrBuilder b = {vm, s->ahead, s->have};
    if (!native_charge(vm, INPUT_CHUNK / 64) || !sb_reserve(&b, INPUT_CHUNK)) { return -1; }
    s->ahead = b.blob;
    int64_t n = input->read(input->ctx, sb_text(&b) + s->have, INPUT_CHUNK);
    if (!cap_answered(vm, n, V_NONE, out)) { return -1; }
    s->have += n <= INPUT_CHUNK ? (uint32_t)n : 0;
    return n > 0;
}

// Line ends of text: \r\n and \r are \n.
static Value input_translate(Vm *vm, const char *text, uint32_t n) {
    StrBuilder b = str_builder(vm);
    TRY(sb_reserve(&b, (uint64_t)n + 1));
    for (uint32_t i = 0; i < n; i++) {
        char c = text[i];
        if (c == '\r') {
            i += i + 1 < n && text[i + 1] == '\n';
            c = '\n';
        }
        sb_text(&b)[b.len++] = c;
    }
    return sb_finish(&b);
}

// The next n bytes, as what the stream gives.
static Value input_take(Vm *vm, StdStream *s, bool bytes, uint32_t n) {
    const char *p = input_ahead(vm, s);
    Value v;
    if (bytes) {
        v = bytes_new(vm, p, n);
    } else {
        Utf8Fault fault;
        if (!utf8_check(p, n, &fault)) {
            v = codec_decode(vm, (ByteSpan){(const uint8_t *)p, n}, V_UNBOUND, V_UNBOUND);
        } else {
            v = memchr(p, '\r', n) ? input_translate(vm, p, n) : str_new(vm, p, n);
        }
    }
    if (v == V_RAISED && vm->alloc_failed) { return v; }
    obj_touch(vm, s);
    s->at += n;
    return v;
}

static bool gives_bytes(Vm *vm, Value stream) {
    return ((const StdStream *)ref_ptr(vm, stream))->flags & STREAM_BYTES;
}

Value input_ready_line(Vm *vm, Value stream) {
    StdStream *s = input_bytes(vm, stream);
    TRY(s);
    const char *p = input_ahead(vm, s), *end = memchr(p, '\n', s->have - s->at);
    if (!end) { return V_UNBOUND; }
    TRY(native_charge(vm, (uint64_t)(end - p) / 64));
    return input_take(vm, s, gives_bytes(vm, stream), (uint32_t)(end - p) + 1);
}

// How many bytes the first `n` characters take; `have` when there are fewer.
static uint32_t first_chars(const char *p, uint32_t have, uint64_t n) {
    uint32_t at = 0;
    while (at < have && n) {
        at++;
        while (at < have && utf8_is_continue((uint8_t)p[at])) { at++; }
        n--;
    }
    return at;
}

// line(stream, most): up to and with the next line end, at most so many characters or bytes
Value cap_input_line(Vm *vm, Value *a) {
    StdStream *s = input_bytes(vm, a[0]);
    TRY(s);
    bool bytes = gives_bytes(vm, a[0]);
    uint64_t most = is_int(a[1]) && int_of(a[1]) >= 0 ? (uint64_t)int_of(a[1]) : UINT64_MAX;
    for (uint32_t seen = 0;;) {
        uint32_t have = s->have - s->at;
        const char *p = input_ahead(vm, s), *end = memchr(p + seen, '\n', have - seen);
        uint32_t n = end ? (uint32_t)(end - p) + 1 : have;
        uint32_t limit = bytes ? (uint32_t)(most < n ? most : n) : first_chars(p, n, most);
        if (end || limit < n) { return input_take(vm, s, bytes, limit); }
        seen = have;
        Value v;
        int more = input_fill(vm, s, &v);
        if (more < 0) { return v; }
        if (!more) { return input_take(vm, s, bytes, limit); }
    }
}

// read(stream, size): so many characters or bytes, fewer at the end; size < 0: all
Value cap_input_read(Vm *vm, Value *a) {
    StdStream *s = input_bytes(vm, a[0]);
    TRY(s);
    bool bytes = gives_bytes(vm, a[0]);
    uint64_t size = is_int(a[1]) && int_of(a[1]) >= 0 ? (uint64_t)int_of(a[1]) : UINT64_MAX;
    for (;;) {
        uint32_t have = s->have - s->at;
        const char *p = input_ahead(vm, s);
        uint32_t n = bytes ? (uint32_t)(size < have ? size : have) : first_chars(p, have, size);
        bool enough = bytes ? have >= size : n < have || (size == 0);
        Value v;
        int more = enough ? 0 : input_fill(vm, s, &v);
        if (more < 0) { return v; }
        if (!more) { return input_take(vm, s, bytes, n); }
    }
}
