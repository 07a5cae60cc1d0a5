// no_image.c: the program that makes the image has none.
#include "natrix_caps.h"

const unsigned char nx_builtin_image[4096] = {0};
const size_t nx_builtin_image_size = 0;
