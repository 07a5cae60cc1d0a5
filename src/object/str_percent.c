// str_percent.c: text % values.
#include "object/str_inner.h"

Value str_percent_leaf(Vm *vm, Value a, Value b) {
    (void)vm, (void)a, (void)b;
    return V_UNBOUND;
}
