#ifndef NATRIX_H
#define NATRIX_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
uint32_t nx_version(void);
#ifdef __cplusplus
}
#endif
#endif
