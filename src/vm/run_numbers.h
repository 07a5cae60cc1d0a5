// run_numbers.h: the handlers of numbers and comparisons, as macros of the loop (run.c), which alone includes
// this. Each does small ints and floats inline and leaves the rest to op_binary or op_compare.
#ifndef NX_VM_RUN_NUMBERS_H
#define NX_VM_RUN_NUMBERS_H

#define INT_LOW (-(int64_t)1 << 50)

static inline bool loop_truth(Value v, bool *known) {
    if (NX_LIKELY(is_bool(v))) {
        *known = true;
        return v == V_TRUE;
    }
    if (is_int(v)) {
        *known = true;
        return v != int_value(0);
    }
    *known = v == V_NONE;
    return false;
}

// Both operands as doubles when they are floats or small ints, and at least one is a float.
static inline bool loop_doubles(Value a, Value b, double *x, double *y) {
    if (is_double(a)) {
        *x = double_of(a);
        if (is_double(b)) {
            *y = double_of(b);
            return true;
        }
        if (is_int(b)) {
            *y = (double)int_of(b);
            return true;
        }
        return false;
    }
    if (is_int(a) && is_double(b)) {
        *x = (double)int_of(a);
        *y = double_of(b);
        return true;
    }
    return false;
}

// Biased ints: a sum needs the bias back once; it is in range when it is again a tagged int.
static inline bool loop_add(Value a, Value b, Value *out) {
    *out = a + b + (uint64_t)VALUE_INT_BIAS;
    return *out >= VALUE_INT_BITS;
}
static inline bool loop_sub(Value a, Value b, Value *out) {
    *out = a - b - (uint64_t)VALUE_INT_BIAS;
    return *out >= VALUE_INT_BITS;
}

#define ARITH(NAME, OPNAME, INT_FAST, FLOAT_FAST)                                                  \
    CASE(NAME)                                                                                     \
        : ARITH_BODY(r[OPERAND_C], BIN_OP_##OPNAME, INT_FAST, FLOAT_FAST) CASE(NAME##_K)           \
        : ARITH_BODY(k[OPERAND_C], BIN_OP_##OPNAME, INT_FAST, FLOAT_FAST) CASE(I##NAME)            \
        : ARITH_BODY(r[OPERAND_C], BIN_OP_##OPNAME | BIN_OP_INPLACE, INT_FAST, FLOAT_FAST)         \
              CASE(I##NAME##_K)                                                                    \
        : ARITH_BODY(k[OPERAND_C], BIN_OP_##OPNAME | BIN_OP_INPLACE, INT_FAST, FLOAT_FAST)

#define ARITH_BODY(RIGHT, OPNUM, INT_FAST, FLOAT_FAST)                                             \
    {                                                                                              \
        Value a = r[OPERAND_B], b = RIGHT, v;                                                      \
        if (both_ints(a, b)) { INT_FAST }                                                          \
        double x, y;                                                                               \
        (void)x, (void)y, (void)v;                                                                 \
        FLOAT_FAST                                                                                 \
        SLOW(OPERAND_A, op_binary(vm, (OPNUM), a, b, RET(OPERAND_A)));                             \
        NEXT();                                                                                    \
    }

#define DONE(value)                                                                                \
    {                                                                                              \
        r[OPERAND_A] = (value);                                                                    \
        NEXT();                                                                                    \
    }
#define FLOAT_OP(expr)                                                                             \
    if (is_double(a) && is_double(b)) {                                                            \
        x = double_of(a);                                                                          \
        y = double_of(b);                                                                          \
        DONE(double_value(expr))                                                                   \
    }                                                                                              \
    if (loop_doubles(a, b, &x, &y)) { DONE(double_value(expr)) }

// A sum that goes to the register of its left operand, a local variable.
#define ADD_OWNED(NAME, OPNUM)                                                                     \
    CASE(NAME) : {                                                                                 \
        Value a = r[OPERAND_B], b = r[OPERAND_C], v;                                               \
        double x, y;                                                                               \
        if (both_ints(a, b) && loop_add(a, b, &v)) { DONE(v) }                                     \
        FLOAT_OP(x + y)                                                                            \
        SLOW(OPERAND_A, op_add_owned(vm, OPNUM, a, b, RET(OPERAND_A)));                            \
        NEXT();                                                                                    \
    }

// R[b] plus or minus the small int c.
#define ADD_SMALL(NAME, SIGN, OPNUM)                                                               \
    CASE(NAME) : {                                                                                 \
        Value a = r[OPERAND_B], v = a SIGN(uint64_t)(int64_t) OPERAND_SC;                          \
        if (NX_LIKELY((a & v) >= VALUE_INT_BITS)) { DONE(v) }                                      \
        if (is_double(a)) { DONE(double_value(double_of(a) SIGN OPERAND_SC)) }                     \
        SLOW(OPERAND_A, op_binary(vm, OPNUM, a, int_value(OPERAND_SC), RET(OPERAND_A)));           \
        NEXT();                                                                                    \
    }

#define COMPARE_BODY(A, B, INTS, CMP, OPNUM, TRUE_ARM, FALSE_ARM, SLOW_ARM)                        \
    {                                                                                              \
        Value a = (A), b = (B);                                                                    \
        double x, y;                                                                               \
        if (INTS) {                                                                                \
            if ((int64_t)a CMP(int64_t) b) {                                                       \
                TRUE_ARM                                                                           \
            } else {                                                                               \
                FALSE_ARM                                                                          \
            }                                                                                      \
        }                                                                                          \
        if (is_double(a) && is_double(b)) {                                                        \
            x = double_of(a);                                                                      \
            y = double_of(b);                                                                      \
            if (x CMP y) {                                                                         \
                TRUE_ARM                                                                           \
            } else {                                                                               \
                FALSE_ARM                                                                          \
            }                                                                                      \
        }                                                                                          \
        if (loop_doubles(a, b, &x, &y)) {                                                          \
            if (x CMP y) {                                                                         \
                TRUE_ARM                                                                           \
            } else {                                                                               \
                FALSE_ARM                                                                          \
            }                                                                                      \
        }                                                                                          \
        SLOW_ARM                                                                                   \
    }

#define COMPARE(NAME, CMP)                                                                         \
    CASE(NAME)                                                                                     \
        : COMPARE_BODY(r[OPERAND_B], r[OPERAND_C], both_ints(a, b), CMP, OP_##NAME, DONE(V_TRUE),  \
                       DONE(V_FALSE), {                                                            \
                           SLOW(OPERAND_A, op_compare(vm, OP_##NAME, a, b, RET(OPERAND_A)));       \
                           NEXT();                                                                 \
                       })

#define JUMP_ARM                                                                                   \
    {                                                                                              \
        TAKE_JUMP((int32_t)EXT);                                                                   \
        NEXT();                                                                                    \
    }
#define STAY_ARM                                                                                   \
    { NEXT(); }
#define FUSED_SLOW(NAME)                                                                           \
    {                                                                                              \
        SAVE();                                                                                    \
        Value v = op_compare(vm, OP_##NAME, a, b, ret_make(RET_BRANCH, 0, 0));                     \
        CHECK_RESULT(v);                                                                           \
        branch_value = v;                                                                          \
        goto branch;                                                                               \
    }
#define FUSED_JUMPS(NAME, CMP)                                                                     \
    CASE(J_##NAME) : pc++;                                                                         \
    COMPARE_BODY(r[XA], r[XB], both_ints(a, b), CMP, OP_##NAME, JUMP_ARM, STAY_ARM,                \
                 FUSED_SLOW(NAME))                                                                 \
    CASE(J_##NAME##_I) : pc++;                                                                     \
    COMPARE_BODY(r[XA], int_value(XSB), is_int(a), CMP, OP_##NAME, JUMP_ARM, STAY_ARM,             \
                 FUSED_SLOW(NAME))                                                                 \
    CASE(JN_##NAME) : pc++;                                                                        \
    COMPARE_BODY(r[XA], r[XB], both_ints(a, b), CMP, OP_##NAME, STAY_ARM, JUMP_ARM,                \
                 FUSED_SLOW(NAME))                                                                 \
    CASE(JN_##NAME##_I) : pc++;                                                                    \
    COMPARE_BODY(r[XA], int_value(XSB), is_int(a), CMP, OP_##NAME, STAY_ARM, JUMP_ARM,             \
                 FUSED_SLOW(NAME))                                                                 \
    CASE(LOOP_##NAME) : STEP(1);                                                                   \
    pc++;                                                                                          \
    COMPARE_BODY(r[XA], r[XB], both_ints(a, b), CMP, OP_##NAME, JUMP_ARM, STAY_ARM,                \
                 FUSED_SLOW(NAME))                                                                 \
    CASE(LOOP_##NAME##_I) : STEP(1);                                                               \
    pc++;                                                                                          \
    COMPARE_BODY(r[XA], int_value(XSB), is_int(a), CMP, OP_##NAME, JUMP_ARM, STAY_ARM,             \
                 FUSED_SLOW(NAME))

#endif
