// codec_inner.h: what the files of the codecs share.
#ifndef NX_OBJECT_CODEC_INNER_H
#define NX_OBJECT_CODEC_INNER_H

#include "object/codec.h"

typedef struct Decoder {
    Vm *vm;
    ByteSpan in;
    uint32_t at; // next byte
    bool final;  // an incomplete character at the end is a fault
    CodecId id;
    const char *name; // the codec as errors call it
    Value errors;
    CodecErrors handler;
    StrBuilder out;
} Decoder;

typedef struct Encoder {
    Vm *vm;
    Value str;
    const Str *s;
    CodecId id;
    const char *name;
    Value errors;
    CodecErrors handler;
    uint32_t unit; // bytes of an ASCII character in the output
    bool big_endian;
    StrBuilder out;
} Encoder;

// Bytes [start, end) of the input are no character: does what the error handler says and sets
// d->at to where decoding goes on. False: raised.
NX_INTERNAL bool codec_decode_fault(Decoder *d, uint32_t start, uint32_t end, const char *reason);
// The characters between two byte offsets cannot be encoded.
NX_INTERNAL bool codec_encode_fault(Encoder *e, uint32_t from, uint32_t to, const char *reason);
NX_INTERNAL bool codec_put_unit(Encoder *e, uint32_t unit); // one code unit of e->unit bytes
NX_INTERNAL bool codec_put_hex(StrBuilder *b, const char *prefix, uint32_t value, uint32_t digits);

// The forms of text that work by code units of two or four bytes.
NX_INTERNAL bool codec_decode_wide(Decoder *d);
NX_INTERNAL bool codec_encode_wide(Encoder *e);
NX_INTERNAL bool codec_decode_utf7(Decoder *d);
NX_INTERNAL bool codec_encode_utf7(Encoder *e);
// Python's escapes.
NX_INTERNAL bool codec_decode_escapes(Decoder *d);
NX_INTERNAL bool codec_encode_escapes(Encoder *e);

#endif
