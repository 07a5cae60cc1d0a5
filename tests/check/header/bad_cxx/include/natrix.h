#ifndef NATRIX_H
#define NATRIX_H
typedef struct nx_x {
    int class;
} nx_x;
#endif
