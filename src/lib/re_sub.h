// re_sub.h: replacement strings. See re_sub.c.
#ifndef NX_LIB_RE_SUB_H
#define NX_LIB_RE_SUB_H

#include "lib/re_scan.h"
#include "object/str.h"

// What a replacement is made of: a str or bytes-like object that stands for itself, or a Tuple of
// such objects and group numbers. V_UNBOUND: *failure is to be raised by re_template_raise.
NX_INTERNAL Value re_template(Vm *vm, Pattern *p, Value repl, Value *failure);
NX_INTERNAL Value re_template_raise(Vm *vm, Value repl, Value failure);

// A text under construction, with the count of the items that CPython would join.
typedef struct SubText {
    StrBuilder text;
    uint32_t n_items;
    bool wide; // something that is not ASCII may have been put
    Value bad; // the first item of a wrong type, or V_UNBOUND
    uint32_t bad_at;
} SubText;

NX_INTERNAL bool sub_put_span(Vm *vm, SubText *to, const Scan *sc, uint32_t from, uint32_t to_byte);
// What a function gave, or a literal. Of another type: it is noted.
NX_INTERNAL bool sub_put_item(Vm *vm, SubText *to, const Scan *sc, Value item);
NX_INTERNAL bool sub_put_template(Vm *vm, SubText *to, const Scan *sc, const uint32_t *block,
                                  const Tuple *parts);
// The str or bytes; V_RAISED.
NX_INTERNAL Value sub_finish(Vm *vm, SubText *to, const Scan *sc);

NX_INTERNAL Value match_expand(Vm *vm, Value *a);
NX_INTERNAL Value match_expand_steps(Vm *vm, Frame *f);

#endif
