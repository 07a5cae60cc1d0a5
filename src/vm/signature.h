// signature.h: converters that a native's signature text can name.
#ifndef NX_VM_SIGNATURE_H
#define NX_VM_SIGNATURE_H

#include "vm/call.h"

typedef enum Conv {
    CONV_OBJECT, // any value
    CONV_INDEX,  // an int, of any size, through __index__
    CONV_INT,    // the same, and it must fit int64_t
    CONV_FLOAT,  // a float, through __float__ or __index__
    CONV_BOOL,   // True or False, through truth
    CONV_STR,    // a str
    CONV_BYTES,  // bytes-like
    CONV_VALUES, // an exact list or tuple of the items of any iterable
    CONV_PATH,   // str or bytes, through __fspath__
    CONV_DICT,
    CONV_LIST,
    CONV_LISTED,   // as CONV_VALUES, but asked for its length as by list()
    CONV_JOINED,   // as CONV_VALUES, for join
    CONV_CINT,     // as CONV_INT, but of 32 bits
    CONV_BOUND,    // __index__ where the value has it: an end of a range, or None
    CONV_ITEM,     // the same, unless it is bytes-like
    CONV_BUFFER,   // any value; a view of what __buffer__ of a guest class gives, where it has that
    CONV_WRITABLE, // the same, for writing
    CONV_SIZE,     // as CONV_INT, or None
    CONV_COUNT
} Conv;

// v is what the converters may have left of a parameter: natives trust that, and they may have put
// another value of the same kind into its slot.
NX_INTERNAL bool bind_fits(Vm *vm, const NativeObj *native, uint32_t param, Value v);
NX_INTERNAL bool bind_takes_buffer(Vm *vm, const NativeObj *nat, uint32_t param);
NX_INTERNAL Value bind_ask(Vm *vm, Frame *f, int next, const NativeObj *nat, uint32_t param,
                           Value v);

#endif
