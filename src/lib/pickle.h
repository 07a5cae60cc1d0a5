// pickle.h: what the files of the module _pickle_trees share.
#ifndef NX_LIB_PICKLE_H
#define NX_LIB_PICKLE_H

#include "object/str.h"

enum { PICKLE_HIGHEST = 5, PICKLE_BATCH = 1000, PICKLE_FRAME_MIN = 4, PICKLE_FRAME = 64 * 1024 };

// The instructions that trees of plain objects need: all that is written, and the older ones that
// are read.
enum {
    PICKLE_MARK = '(',
    PICKLE_STOP = '.',
    PICKLE_POP = '0',
    PICKLE_POP_MARK = '1',
    PICKLE_DUP = '2',
    PICKLE_BINBYTES = 'B',
    PICKLE_SHORT_BINBYTES = 'C',
    PICKLE_BINFLOAT = 'G',
    PICKLE_BININT = 'J',
    PICKLE_BININT1 = 'K',
    PICKLE_BININT2 = 'M',
    PICKLE_NONE = 'N',
    PICKLE_BINUNICODE = 'X',
    PICKLE_EMPTY_LIST = ']',
    PICKLE_APPEND = 'a',
    PICKLE_APPENDS = 'e',
    PICKLE_BINGET = 'h',
    PICKLE_LONG_BINGET = 'j',
    PICKLE_BINPUT = 'q',
    PICKLE_LONG_BINPUT = 'r',
    PICKLE_SETITEM = 's',
    PICKLE_TUPLE = 't',
    PICKLE_SETITEMS = 'u',
    PICKLE_EMPTY_DICT = '}',
    PICKLE_EMPTY_TUPLE = ')',
    PICKLE_PROTO = 0x80,
    PICKLE_TUPLE1 = 0x85,
    PICKLE_TUPLE2 = 0x86,
    PICKLE_TUPLE3 = 0x87,
    PICKLE_NEWTRUE = 0x88,
    PICKLE_NEWFALSE = 0x89,
    PICKLE_LONG1 = 0x8A,
    PICKLE_LONG4 = 0x8B,
    PICKLE_SHORT_BINUNICODE = 0x8C,
    PICKLE_BINUNICODE8 = 0x8D,
    PICKLE_BINBYTES8 = 0x8E,
    PICKLE_EMPTY_SET = 0x8F,
    PICKLE_ADDITEMS = 0x90,
    PICKLE_FROZENSET = 0x91,
    PICKLE_MEMOIZE = 0x94,
    PICKLE_FRAME_START = 0x95,
};

// How a step of either ended; FOREIGN: the Python code does the whole again.
enum { PICKLE_RAISED, PICKLE_DONE, PICKLE_FOREIGN };

// The pickle of an object in protocol 4 or 5 as bytes, or V_NOTIMPL: something in it is not exactly
// a None, bool, int, float, str, bytes, list, tuple, dict, set or frozenset.
NX_INTERNAL Value pickle_write(Vm *vm, Value v, uint8_t protocol);
// The object that bytes describe, or V_NOTIMPL: they are no pickle, or have other instructions.
NX_INTERNAL Value pickle_read(Vm *vm, const uint8_t *data, uint32_t n);

#endif
