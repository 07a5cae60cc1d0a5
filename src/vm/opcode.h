// opcode.h: the numbers of the instructions, and where a function's locals stand. For the compiler
// and the machine alike; opcodes.def says what each instruction does.
#ifndef NX_VM_OPCODE_H
#define NX_VM_OPCODE_H

#include "base/base.h"

typedef enum Op {
#define OP(NAME, layout, reads, writes, doc) OPC_##NAME,
#include "vm/opcodes.def"
#undef OP
    OPC_COUNT
} Op;

_Static_assert(OPC_COUNT <= 256, "an opcode is a byte");

// Operands are bytes, so of many locals only the first have a register among the first 256; the
// rest stand behind them and are reached by LOAD_WIDE and STORE_WIDE. Parameters always arrive in
// the registers from 0 on, and the code moves those that belong elsewhere.
enum { OP_NEAR_LOCALS = 100, OP_NEAR_REGS = 256 };

// The register of the local that stands at `index` in Code.varnames.
static inline uint32_t op_local_reg(uint32_t index) {
    return index < OP_NEAR_LOCALS ? index : index - OP_NEAR_LOCALS + OP_NEAR_REGS;
}

// An operator whose right operand is a small int in the instruction itself.
static inline bool op_has_small(uint32_t op) {
    return op == OPC_ADD_I || op == OPC_IADD_I || op == OPC_SUB_I || op == OPC_ISUB_I;
}

// Of a jump that a truth value decides: whether it is made when that is true. Of each comparison there
// are six: J, JN and LOOP, each with a register or a small int.
static inline bool op_jumps_when_true(uint32_t op) {
    if (op - OPC_J_LT <= OPC_LOOP_GE_I - OPC_J_LT) { return (op - OPC_J_LT) % 6 / 2 != 1; }
    return op == OPC_JUMP_TRUE || op == OPC_LOOP_TRUE;
}

#endif
