// compile_name.c: loads, stores and deletions of names, by what the scopes found out (Symbol.access).
//
// A plain local is its register. It is checked for having a value only where that is not certain:
// unit->flow follows which locals were assigned on every way to the current instruction.
#include "front/compile_inner.h"

Symbol *compile_symbol(Compiler *c, Name *name) {
    Symbol *sym = scope_lookup(c->front, c->scope, name);
    if (!sym) {
        NX_ASSERT(c->front->error.kind != FRONT_OK);
        c->failed = true;
    }
    return sym;
}

// The symbol whose slot counts: of the scope that an inlined comprehension is part of.
static const Symbol *cname_base(const Symbol *sym) {
    while (sym->outer) { sym = sym->outer; }
    return sym;
}

static uint32_t cname_reg(const Symbol *sym) { return cname_base(sym)->slot & SLOT_NUMBER; }

int compile_local(const Symbol *sym) {
    uint32_t reg = cname_reg(sym);
    return sym->access == ACCESS_LOCAL && reg < OP_NEAR_REGS ? (int)reg : REG_ANY;
}

void compile_mark_assigned(Compiler *c, Symbol *sym) {
    Symbol *base = sym;
    while (base->outer) { base = base->outer; }
    if (base->slot & SLOT_COMP) {
        base->slot |= SLOT_SET;
    } else {
        emit_set_assigned(c, base->slot & SLOT_NUMBER);
    }
}

static uint32_t cname_dest(Compiler *c, int dest) {
    return dest >= 0 ? (uint32_t)dest : emit_temp(c);
}

bool compile_is_appended(const Symbol *sym) {
    return sym && cname_base(sym)->flags & SYMF_APPENDED && compile_local(sym) >= 0;
}

static uint32_t cname_load_local(Compiler *c, const Symbol *sym, int dest, bool own) {
    const Symbol *base = cname_base(sym);
    uint32_t reg = base->slot & SLOT_NUMBER;
    if (reg >= OP_NEAR_REGS) {
        uint32_t d = cname_dest(c, dest);
        emit_abx(c, OPC_LOAD_WIDE, d, reg);
        emit_ext(c, OPC_CHECK_BOUND, d, 0, 0, emit_const(c, emit_text(c, sym->name)));
        return d;
    }
    bool comp = base->slot & SLOT_COMP;
    bool sure = comp ? (base->slot & SLOT_SET) != 0 : emit_is_assigned(c, reg);
    if (!sure || (base->slot & SLOT_CHECKED)) {
        emit_ext(c, OPC_CHECK_BOUND, reg, 0, 0, emit_const(c, emit_text(c, sym->name)));
        if (!comp) { emit_set_assigned(c, reg); }
    }
    if (!own && compile_is_appended(sym)) { emit_abc(c, OPC_SHARE, reg, 0, 0); }
    if (dest < 0) { return reg; }
    emit_move(c, (uint32_t)dest, reg);
    return (uint32_t)dest;
}

uint32_t compile_load_own(Compiler *c, const Symbol *sym) {
    return cname_load_local(c, sym, REG_ANY, true);
}

static void cname_load_cell(Compiler *c, const Symbol *sym, uint32_t d) {
    uint32_t cell = cname_reg(sym);
    if (cell >= OP_NEAR_REGS) {
        emit_abx(c, OPC_LOAD_WIDE, d, cell);
        cell = d;
    }
    emit_ext(c, OPC_LOAD_CELL, d, cell, 0, emit_const(c, emit_text(c, sym->name)));
}

static void cname_load_free(Compiler *c, const Symbol *sym, uint32_t d) {
    emit_free(c, OPC_LOAD_FREE, d, cname_reg(sym), emit_const(c, emit_text(c, sym->name)));
}

// The namespace R[ns] first, and where it lacks the name, cell or global. d may be ns.
static void cname_load_mapped(Compiler *c, const Symbol *sym, uint32_t d, uint32_t ns, bool cell) {
    Label found = {0};
    emit_name(c, OPC_LOAD_CLASSDICT, d, ns, emit_text(c, sym->name));
    emit_branch(c, OPC_JUMP_BOUND, d, 0, &found);
    if (cell) {
        cname_load_free(c, sym, d);
    } else {
        emit_name(c, OPC_LOAD_GLOBAL, d, 0, emit_text(c, sym->name));
    }
    emit_place(c, &found);
}

static void cname_load_classdict(Compiler *c, const Symbol *sym, uint32_t d) {
    emit_free(c, OPC_LOAD_FREE, d, compile_free_index(c, c->classdict),
              emit_const(c, emit_text(c, c->classdict)));
    cname_load_mapped(c, sym, d, d, sym->access == ACCESS_CLASSDICT_FREE);
}

uint32_t compile_load(Compiler *c, const Symbol *sym, int dest) {
    if (!sym) {
        c->failed = true;
        return 0;
    }
    if (sym->access == ACCESS_LOCAL) { return cname_load_local(c, sym, dest, false); }
    uint32_t d = cname_dest(c, dest);
    switch ((SymAccess)sym->access) {
    case ACCESS_CELL: cname_load_cell(c, sym, d); break;
    case ACCESS_FREE: cname_load_free(c, sym, d); break;
    case ACCESS_NAME: emit_name(c, OPC_LOAD_NAME, d, 0, emit_text(c, sym->name)); break;
    case ACCESS_NAME_FREE: cname_load_mapped(c, sym, d, 0, true); break;
    case ACCESS_CLASSDICT_FREE:
    case ACCESS_CLASSDICT_GLOBAL: cname_load_classdict(c, sym, d); break;
    default: emit_name(c, OPC_LOAD_GLOBAL, d, 0, emit_text(c, sym->name)); break;
    }
    return d;
}

// The cell's register, or a temporary when it is a far one.
static uint32_t cname_near_cell(Compiler *c, const Symbol *sym) {
    uint32_t cell = cname_reg(sym);
    if (cell < OP_NEAR_REGS) { return cell; }
    uint32_t t = emit_temp(c);
    emit_abx(c, OPC_LOAD_WIDE, t, cell);
    return t;
}

void compile_store(Compiler *c, Symbol *sym, uint32_t reg) {
    if (!sym) {
        c->failed = true;
        return;
    }
    uint32_t mark = c->unit->temp;
    switch ((SymAccess)sym->access) {
    case ACCESS_LOCAL: {
        uint32_t to = cname_reg(sym);
        if (to < OP_NEAR_REGS) {
            emit_move(c, to, reg);
        } else {
            emit_abx(c, OPC_STORE_WIDE, reg, to);
        }
        compile_mark_assigned(c, sym);
        break;
    }
    case ACCESS_CELL: emit_abc(c, OPC_STORE_CELL, cname_near_cell(c, sym), reg, 0); break;
    case ACCESS_FREE:
    case ACCESS_NAME_FREE:
    case ACCESS_CLASSDICT_FREE: emit_abx(c, OPC_STORE_FREE, reg, cname_reg(sym)); break;
    case ACCESS_NAME: compile_store_name(c, emit_text(c, sym->name), reg); break;
    default: emit_name(c, OPC_STORE_GLOBAL, reg, 0, emit_text(c, sym->name)); break;
    }
    c->unit->temp = mark;
}

void compile_store_name(Compiler *c, Value name, uint32_t reg) {
    emit_name(c, OPC_STORE_NAME, reg, 0, name);
}

static void cname_delete_local(Compiler *c, const Symbol *sym) {
    uint32_t reg = cname_reg(sym), near = reg;
    uint32_t name = emit_const(c, emit_text(c, sym->name));
    if (reg >= OP_NEAR_REGS) {
        near = emit_temp(c);
        emit_abx(c, OPC_LOAD_WIDE, near, reg);
    }
    emit_ext(c, OPC_CHECK_BOUND, near, 0, 0, name);
    emit_load(c, near, V_UNBOUND);
    if (near != reg) { emit_abx(c, OPC_STORE_WIDE, near, reg); }
}

void compile_delete(Compiler *c, Symbol *sym) {
    if (!sym) {
        c->failed = true;
        return;
    }
    uint32_t mark = c->unit->temp;
    Value name = emit_text(c, sym->name);
    switch ((SymAccess)sym->access) {
    case ACCESS_LOCAL: cname_delete_local(c, sym); break;
    case ACCESS_CELL:
        emit_ext(c, OPC_DEL_CELL, cname_near_cell(c, sym), 0, 0, emit_const(c, name));
        break;
    case ACCESS_FREE:
    case ACCESS_NAME_FREE:
    case ACCESS_CLASSDICT_FREE:
        emit_free(c, OPC_DEL_FREE, 0, cname_reg(sym), emit_const(c, name));
        break;
    case ACCESS_NAME: emit_name(c, OPC_DEL_NAME, 0, 0, name); break;
    default: emit_name(c, OPC_DEL_GLOBAL, 0, 0, name); break;
    }
    c->unit->temp = mark;
}
