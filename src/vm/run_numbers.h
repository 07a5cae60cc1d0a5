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

// ---- small ints: whether the result, in *out, is one again -------------------------------------

// Biased ints: a sum needs the bias back once; it is in range when it is again a tagged int.
static inline bool loop_add(Value a, Value b, Value *out) {
    *out = a + b + (uint64_t)VALUE_INT_BIAS;
    return *out >= VALUE_INT_BITS;
}
static inline bool loop_sub(Value a, Value b, Value *out) {
    *out = a - b - (uint64_t)VALUE_INT_BIAS;
    return *out >= VALUE_INT_BITS;
}
static inline bool loop_mul(Value a, Value b, Value *out) {
    int64_t product;
    if (mul_overflows(int_of(a), int_of(b), &product) || !fits_int(product)) { return false; }
    *out = int_value(product);
    return true;
}
static inline bool loop_div(Value a, Value b, Value *out) {
    if (b == int_value(0)) { return false; }
    *out = double_value((double)int_of(a) / (double)int_of(b));
    return true;
}
static inline bool loop_floordiv(Value a, Value b, Value *out) {
    int64_t n = int_of(a), d = int_of(b);
    if (d == 0) { return false; }
    int64_t quotient = n / d;
    if (quotient * d != n && (n ^ d) < 0) { quotient--; }
    if (!fits_int(quotient)) { return false; }
    *out = int_value(quotient);
    return true;
}
static inline bool loop_mod(Value a, Value b, Value *out) {
    int64_t d = int_of(b);
    if (d == 0) { return false; }
    int64_t rest = int_of(a) % d;
    *out = int_value(rest != 0 && (rest ^ d) < 0 ? rest + d : rest);
    return true;
}
static inline bool loop_lshift(Value a, Value b, Value *out) {
    uint64_t by = (uint64_t)int_of(b);
    if (by >= 50) { return false; }
    int64_t n = int_of(a), shifted = (int64_t)((uint64_t)n << by);
    if (shifted >> by != n || !fits_int(shifted)) { return false; }
    *out = int_value(shifted);
    return true;
}
static inline bool loop_rshift(Value a, Value b, Value *out) {
    int64_t by = int_of(b);
    if (by < 0) { return false; }
    *out = int_value(int_of(a) >> (by < 63 ? by : 63));
    return true;
}
#define LOOP_BITS(expr) (v = int_value(expr), true)

// ---- handlers ----------------------------------------------------------------------------------

#define DONE(value)                                                                                \
    do {                                                                                           \
        r[OPERAND_A] = (value);                                                                    \
        NEXT();                                                                                    \
    } while (0)
#define DONE_SLOW(call)                                                                            \
    do {                                                                                           \
        SLOW(OPERAND_A, call);                                                                     \
        NEXT();                                                                                    \
    } while (0)

// `expr` of x and y when a and b are floats, or one a float and the other a small int.
#define FLOAT_OP(expr)                                                                             \
    do {                                                                                           \
        if (is_double(a) && is_double(b)) {                                                        \
            x = double_of(a);                                                                      \
            y = double_of(b);                                                                      \
            DONE(double_value(expr));                                                              \
        }                                                                                          \
        if (loop_doubles(a, b, &x, &y)) { DONE(double_value(expr)); }                              \
    } while (0)
#define FLOAT_DIV                                                                                  \
    if (loop_doubles(a, b, &x, &y) && y != 0.0) { DONE(double_value(x / y)); }
#define NO_FLOATS (void)0

// An operator's four forms: of two registers, of a register and a constant, and both in place.
// INTS says whether it gave a small int in v, FLOATS is done for anything but two small ints.
#define ARITH(NAME, INTS, FLOATS)                                                                  \
    CASE(NAME) { ARITH_BODY(r[OPERAND_C], BIN_OP_##NAME, INTS, FLOATS); }                          \
    CASE(NAME##_K) { ARITH_BODY(k[OPERAND_C], BIN_OP_##NAME, INTS, FLOATS); }                      \
    CASE(I##NAME) { ARITH_BODY(r[OPERAND_C], BIN_OP_##NAME | BIN_OP_INPLACE, INTS, FLOATS); }      \
    CASE(I##NAME##_K) { ARITH_BODY(k[OPERAND_C], BIN_OP_##NAME | BIN_OP_INPLACE, INTS, FLOATS); }

#define ARITH_BODY(RIGHT, OPNUM, INTS, FLOATS)                                                     \
    Value a = r[OPERAND_B], b = RIGHT, v;                                                          \
    double x, y;                                                                                   \
    (void)x, (void)y, (void)v;                                                                     \
    if (both_ints(a, b) && (INTS)) { DONE(v); }                                                    \
    FLOATS;                                                                                        \
    DONE_SLOW(op_binary(vm, (OPNUM), a, b, RET(OPERAND_A)))

// A sum that goes to the register of its left operand, a local variable.
#define ADD_OWNED(NAME, OPNUM)                                                                     \
    CASE(NAME) {                                                                                   \
        Value a = r[OPERAND_B], b = r[OPERAND_C], v;                                               \
        double x, y;                                                                               \
        if (both_ints(a, b) && loop_add(a, b, &v)) { DONE(v); }                                    \
        FLOAT_OP(x + y);                                                                           \
        DONE_SLOW(op_add_owned(vm, OPNUM, a, b, RET(OPERAND_A)));                                  \
    }

// R[b] plus or minus the small int c.
#define ADD_SMALL(NAME, SIGN, OPNUM)                                                               \
    CASE(NAME) {                                                                                   \
        Value a = r[OPERAND_B], v = a SIGN(uint64_t)(int64_t) OPERAND_SC;                          \
        if (NX_LIKELY((a & v) >= VALUE_INT_BITS)) { DONE(v); }                                     \
        if (is_double(a)) { DONE(double_value(double_of(a) SIGN OPERAND_SC)); }                    \
        DONE_SLOW(op_binary(vm, OPNUM, a, int_value(OPERAND_SC), RET(OPERAND_A)));                 \
    }

#define COMPARE_BODY(A, B, INTS, CMP, OPNUM, TRUE_ARM, FALSE_ARM, SLOW_ARM)                        \
    do {                                                                                           \
        Value a = (A), b = (B);                                                                    \
        double x, y;                                                                               \
        if (INTS) {                                                                                \
            if ((int64_t)a CMP(int64_t) b) {                                                       \
                TRUE_ARM;                                                                          \
            } else {                                                                               \
                FALSE_ARM;                                                                         \
            }                                                                                      \
        }                                                                                          \
        if (is_double(a) && is_double(b)) {                                                        \
            x = double_of(a);                                                                      \
            y = double_of(b);                                                                      \
            if (x CMP y) {                                                                         \
                TRUE_ARM;                                                                          \
            } else {                                                                               \
                FALSE_ARM;                                                                         \
            }                                                                                      \
        }                                                                                          \
        if (loop_doubles(a, b, &x, &y)) {                                                          \
            if (x CMP y) {                                                                         \
                TRUE_ARM;                                                                          \
            } else {                                                                               \
                FALSE_ARM;                                                                         \
            }                                                                                      \
        }                                                                                          \
        SLOW_ARM;                                                                                  \
    } while (0)

#define COMPARE(NAME, CMP)                                                                         \
    CASE(NAME) {                                                                                   \
        COMPARE_BODY(r[OPERAND_B], r[OPERAND_C], both_ints(a, b), CMP, OP_##NAME, DONE(V_TRUE),    \
                     DONE(V_FALSE), DONE_SLOW(op_compare(vm, OP_##NAME, a, b, RET(OPERAND_A))));   \
    }

#define JUMP_ARM                                                                                   \
    do {                                                                                           \
        TAKE_JUMP((int32_t)EXT);                                                                   \
        NEXT();                                                                                    \
    } while (0)
#define FUSED_SLOW(NAME)                                                                           \
    do {                                                                                           \
        SAVE();                                                                                    \
        Value v = op_compare(vm, OP_##NAME, a, b, ret_make(RET_BRANCH, 0, 0));                     \
        CHECK_RESULT(v);                                                                           \
        branch_value = v;                                                                          \
        goto branch;                                                                               \
    } while (0)
#define FUSED_BODY(NAME, CMP, TRUE_ARM, FALSE_ARM)                                                 \
    COMPARE_BODY(r[XA], r[XB], both_ints(a, b), CMP, OP_##NAME, TRUE_ARM, FALSE_ARM,               \
                 FUSED_SLOW(NAME))
#define FUSED_BODY_I(NAME, CMP, TRUE_ARM, FALSE_ARM)                                               \
    COMPARE_BODY(r[XA], int_value(XSB), is_int(a), CMP, OP_##NAME, TRUE_ARM, FALSE_ARM,            \
                 FUSED_SLOW(NAME))
#define FUSED_JUMPS(NAME, CMP)                                                                     \
    CASE(J_##NAME) {                                                                               \
        pc++;                                                                                      \
        FUSED_BODY(NAME, CMP, JUMP_ARM, NEXT());                                                   \
    }                                                                                              \
    CASE(J_##NAME##_I) {                                                                           \
        pc++;                                                                                      \
        FUSED_BODY_I(NAME, CMP, JUMP_ARM, NEXT());                                                 \
    }                                                                                              \
    CASE(JN_##NAME) {                                                                              \
        pc++;                                                                                      \
        FUSED_BODY(NAME, CMP, NEXT(), JUMP_ARM);                                                   \
    }                                                                                              \
    CASE(JN_##NAME##_I) {                                                                          \
        pc++;                                                                                      \
        FUSED_BODY_I(NAME, CMP, NEXT(), JUMP_ARM);                                                 \
    }                                                                                              \
    CASE(LOOP_##NAME) {                                                                            \
        STEP(1);                                                                                   \
        pc++;                                                                                      \
        FUSED_BODY(NAME, CMP, JUMP_ARM, NEXT());                                                   \
    }                                                                                              \
    CASE(LOOP_##NAME##_I) {                                                                        \
        STEP(1);                                                                                   \
        pc++;                                                                                      \
        FUSED_BODY_I(NAME, CMP, JUMP_ARM, NEXT());                                                 \
    }

#endif
