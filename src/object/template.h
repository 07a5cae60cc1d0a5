// template.h: what t-strings make: templates and their interpolations.
#ifndef NX_OBJECT_TEMPLATE_H
#define NX_OBJECT_TEMPLATE_H

#include "rt/typedef.h"

// A text stands before, between and behind the interpolations, so there is one more of them.
typedef struct Template {
    Obj h;
    Value strings, interpolations; // Tuples
} Template;

typedef struct Interpolation {
    Obj h;
    Value value, expression;
    Value conversion; // "r", "s", "a" or V_NONE
    Value format_spec;
} Interpolation;

// `at`: twice the number of strings passed, and one more while its interpolation is next.
typedef struct TemplateIter {
    Obj h;
    Value template;
    int64_t at;
} TemplateIter;

extern const TypeDef template_type, template_iter_type, interpolation_type;

#endif
