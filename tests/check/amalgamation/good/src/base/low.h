#ifndef NX_BASE_LOW_H
#define NX_BASE_LOW_H
#ifndef NX_INTERNAL
#define NX_INTERNAL
#endif
extern const int low_table[2], low_other;
NX_INTERNAL int low_value(int i);
#endif
