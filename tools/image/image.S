// image.S: the boot image as data, for a linker that knows .incbin. IMAGE_FILE names it.
#if defined(__wasm__)
#define SECTION(name) .section .rodata.name, "", @
#define WORD          .int32
#else
#define SECTION(name) .section .rodata
#define WORD          .quad
#endif

    SECTION(nx_builtin_image)
    .p2align 12
    .globl nx_builtin_image
    .hidden nx_builtin_image
    .type nx_builtin_image, @object
nx_builtin_image:
    .incbin IMAGE_FILE
.Limage_end:
    .size nx_builtin_image, .Limage_end - nx_builtin_image

    SECTION(nx_builtin_image_size)
    .p2align 3
    .globl nx_builtin_image_size
    .hidden nx_builtin_image_size
    .type nx_builtin_image_size, @object
nx_builtin_image_size:
    WORD .Limage_end - nx_builtin_image
    .size nx_builtin_image_size, . - nx_builtin_image_size

#if !defined(__wasm__)
    .section .note.GNU-stack, "", %progbits
#endif
