typedef struct TypeDef {
    int (*hash)(int v); // of an object
} TypeDef;
