#ifndef NATRIX_H
#define NATRIX_H
int nx_answer(void);
#endif
