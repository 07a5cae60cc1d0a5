// dicts.h: the rows of collections.OrderedDict and collections.defaultdict.
#ifndef NX_LIB_DICTS_H
#define NX_LIB_DICTS_H

#include "rt/typedef.h"

extern const TypeDef ordered_dict_type, default_dict_type;

#endif
