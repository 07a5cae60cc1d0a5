// codec.h: text to bytes and back.
#ifndef NX_OBJECT_CODEC_H
#define NX_OBJECT_CODEC_H

#include "object/bytes.h"

typedef enum CodecId {
    CODEC_UTF8,
    CODEC_ASCII,
    CODEC_LATIN1,
    CODEC_UTF8_SIG,
    CODEC_UTF16,
    CODEC_UTF16_LE,
    CODEC_UTF16_BE, // without a suffix: native order and a mark
    CODEC_UTF32,
    CODEC_UTF32_LE,
    CODEC_UTF32_BE,
    CODEC_CP1252,
    CODEC_ISO8859_15,
    CODEC_UNICODE_ESCAPE,
    CODEC_RAW_UNICODE_ESCAPE,
    CODEC_UTF7,
    CODEC_COUNT
} CodecId;

typedef enum CodecErrors {
    CODEC_STRICT,
    CODEC_IGNORE,
    CODEC_REPLACE,
    CODEC_BACKSLASHREPLACE,
    CODEC_XMLCHARREFREPLACE,
    CODEC_SURROGATEESCAPE,
    CODEC_SURROGATEPASS,
    CODEC_NAMEREPLACE,
    CODEC_UNKNOWN_ERRORS // raises LookupError, but only once there is something to handle
} CodecErrors;

// Any spelling of a codec's name. False: LookupError "unknown encoding: X" is raised.
NX_INTERNAL bool codec_find(Vm *vm, Value name, CodecId *id);
NX_INTERNAL const char *codec_name(CodecId id);           // as in errors: "utf-8", "latin-1"
NX_INTERNAL CodecErrors codec_errors(Vm *vm, Value name); // V_UNBOUND, V_NONE: strict

// encoding and errors are strs or V_UNBOUND (utf-8, strict). bytes or str; V_RAISED.
NX_INTERNAL Value codec_encode(Vm *vm, Value str, Value encoding, Value errors);
NX_INTERNAL Value codec_decode(Vm *vm, ByteSpan bytes, Value encoding, Value errors);

// Pieces of a stream: bytes that may be the beginning of a character are not an error unless
// `final`, but left over; *used gets how many were decoded.
NX_INTERNAL Value codec_decode_part(Vm *vm, ByteSpan bytes, CodecId id, Value errors, bool final,
                                    uint32_t *used);

#endif
