// compile_inner.h: what the compiler's files share.
//
//   compile.c         entry, modules, errors        compile_unit.c   units: registers of names
//   compile_name.c    loads and stores of names     compile_expr.c   expressions
//   compile_cond.c    conditions: jumps             compile_build.c  displays, f-strings
//   compile_call.c    calls                         compile_comp.c   comprehensions
//   compile_const.c   constants, folding            compile_func.c   def, lambda, class
//   compile_stmt.c    simple statements, loops      compile_assign.c targets
//   compile_try.c     try, with, unwinding          compile_match.c  match
//   compile_ann.c     annotations                   compile_type.c   type parameters
//
// Registers: an expression is compiled to a register its user names (`dest`), or, with REG_ANY, to
// any: a plain local is then its own register, no code. Temporaries are a stack: whoever takes some
// resets unit->temp to what it was. Except where compile_expr is documented to differ, a dest that
// is a local's register is written by the last instruction only, so that the local keeps its old
// value if the expression raises, or reads it.
#ifndef NX_FRONT_COMPILE_INNER_H
#define NX_FRONT_COMPILE_INNER_H

#include "front/emit.h"
#include "front/scope_inner.h"
#include "rt/native.h"

enum { REG_ANY = -1 };
enum { CHUNK = 30 }; // most registers in a row that one instruction is given

// ---- what surrounds a statement: see compile_try.c ----
typedef enum NestKind {
    NEST_LOOP,
    NEST_TRY,         // body of a try with except clauses: nothing to do on the way out
    NEST_FINALLY,     // body of a try with finally: its body runs on the way out
    NEST_FINALLY_END, // the finally body itself, run for an exception
    NEST_HANDLER,     // body of an except clause
    NEST_WITH,
    NEST_ASYNC_WITH,
} NestKind;

struct Nest {
    Nest *outer;
    NestKind kind;
    bool handling;     // an exception is being handled inside it
    Label *next, *end; // NEST_LOOP: where continue and break go
    Label *handler;    // where exceptions go, or NULL
    uint32_t start;    // first word its region covers from now on
    uint32_t reg;      // register of the exception; of what PUSH_EXC saved; of __exit__
    uint32_t exc_reg;  // that the handler wants the exception in
    const NodeSeq *finalbody;
    Node *node; // except clause, with statement
};

// A variable annotation of a class or module, in order.
struct DeferredAnn {
    DeferredAnn *next;
    Node *stmt;
    int32_t condition; // number in __conditional_annotations__; -1: always there
};

// ---- compile_unit.c ----
// Opens a unit for a scope, inside the current one; compile_close gives its code. NULL: failed.
NX_INTERNAL Unit *compile_open(Compiler *c, Scope *scope, Value name, uint32_t first_line);
NX_INTERNAL Value compile_close(Compiler *c, Unit *u);
// Positions: of a node; of a line alone.
NX_INTERNAL void compile_at(Compiler *c, const Node *n);
NX_INTERNAL void compile_at_line(Compiler *c, uint32_t line);
// Index of a free variable of the current unit, by mangled name.
NX_INTERNAL uint32_t compile_free_index(Compiler *c, const Name *name);
// The closure cell of a variable that a scope inside uses, into R[reg].
NX_INTERNAL void compile_cell(Compiler *c, Name *name, uint32_t reg);
// A tuple of the cells that `u` needs, into R[reg]; false when it needs none.
NX_INTERNAL bool compile_closure(Compiler *c, const Unit *u, uint32_t reg);
// R[reg] = function of `code`. Bits of `parts` name what stands in R[reg + 1...] already, see
// MAKE_FUNCTION; the closure is added here, behind them. The closed unit is used up.
NX_INTERNAL void compile_function(Compiler *c, Unit *u, Value code, uint32_t reg, uint32_t parts,
                                  uint32_t n_parts);

// ---- compile_name.c ----
NX_INTERNAL Symbol *compile_symbol(Compiler *c, Name *name); // as written
NX_INTERNAL uint32_t compile_load(Compiler *c, const Symbol *sym, int dest);
NX_INTERNAL void compile_store(Compiler *c, Symbol *sym, uint32_t reg);
NX_INTERNAL void compile_delete(Compiler *c, Symbol *sym);
// Near plain locals that were written otherwise than by compile_store.
NX_INTERNAL void compile_mark_assigned(Compiler *c, Symbol *sym);
// The register of a near plain local, or REG_ANY.
NX_INTERNAL int compile_local(const Symbol *sym);
// Near plain locals that some loop appends to. What was made by an owned sum is SHAREd at every use
// but as the left operand of the next such sum, which compile_load_own loads.
NX_INTERNAL bool compile_is_appended(const Symbol *sym);
NX_INTERNAL uint32_t compile_load_own(Compiler *c, const Symbol *sym);
// A name that is not in any scope's table (implicit names of class bodies).
NX_INTERNAL void compile_store_name(Compiler *c, Value name, uint32_t reg);

// ---- compile_expr.c ----
NX_INTERNAL uint32_t compile_expr(Compiler *c, Node *n, int dest);
// As REG_ANY, but safe from a := in `later` (which may be NULL).
NX_INTERNAL uint32_t compile_operand(Compiler *c, Node *n, const Node *later);
NX_INTERNAL uint32_t compile_temp(Compiler *c, Node *n); // into a new temporary
NX_INTERNAL void compile_effect(Compiler *c, Node *n);   // its value is not wanted
NX_INTERNAL bool compile_has_walrus(const Compiler *c, const Node *n);
// dest, or the temporary at `mark`; in both cases temporaries from mark on are free but that.
NX_INTERNAL uint32_t compile_dest(Compiler *c, int dest, uint32_t mark);
// The parts of value[key], evaluated. A slice without a step is kept in parts only for a load.
typedef enum SubscriptForm { SUBSCRIPT_KEY, SUBSCRIPT_INDEX, SUBSCRIPT_SLICE } SubscriptForm;
typedef struct Subscripted {
    uint32_t value, key; // registers; key: of the key, the index itself, or the first of two
    SubscriptForm form;
} Subscripted;
NX_INTERNAL void compile_subscript_parts(Compiler *c, Node *n, bool load, Subscripted *out);
NX_INTERNAL void compile_get_item(Compiler *c, uint32_t d, const Subscripted *s);
NX_INTERNAL void compile_set_item(Compiler *c, const Subscripted *s, uint32_t reg);
NX_INTERNAL Op compile_binop(BinOperator op); // the register form; _K, I, I_K follow it
// Owned: a sum whose destination is the left operand's register, a local's (see ADD_OWN).
enum { BINFORM_INPLACE = 1, BINFORM_OWNED = 2 };
NX_INTERNAL uint32_t compile_binary(Compiler *c, BinOperator op, uint32_t form, uint32_t left,
                                    Node *right, int dest, uint32_t mark, const Node *at);
NX_INTERNAL void compile_attr_pos(Compiler *c, const Node *n, const Node *attr);
NX_INTERNAL void compile_await(Compiler *c, uint32_t reg, uint32_t where); // R[reg] = await R[reg]
// R[reg] = what the iterator in R[it] returns in the end; yields what it yields.
NX_INTERNAL void compile_yield_from(Compiler *c, uint32_t reg, uint32_t it);

// ---- compile_cond.c ----
// Jumps when the truth of n is `when`; goes on otherwise.
NX_INTERNAL void compile_jump(Compiler *c, Node *n, Label *to, bool when);
NX_INTERNAL uint32_t compile_bool_op(Compiler *c, Node *n, int dest);
NX_INTERNAL uint32_t compile_compare(Compiler *c, Node *n, int dest);

// ---- compile_build.c ----
NX_INTERNAL uint32_t compile_sequence(Compiler *c, Node *n, const NodeSeq *elts, int dest);
// A tuple, or list, of elements some of which may be starred.
NX_INTERNAL void compile_tuple_of(Compiler *c, const NodeSeq *elts, uint32_t reg);
NX_INTERNAL void compile_list_of(Compiler *c, const NodeSeq *elts, uint32_t reg);
NX_INTERNAL uint32_t compile_set(Compiler *c, Node *n, int dest);
NX_INTERNAL uint32_t compile_dict(Compiler *c, Node *n, int dest);
// R[dict] gets the items of the mapping `other`; mode as in object/dict_update.h.
NX_INTERNAL void compile_dict_merge(Compiler *c, uint32_t dict, Node *other, uint32_t mode);
NX_INTERNAL uint32_t compile_joined(Compiler *c, Node *n, int dest);
NX_INTERNAL uint32_t compile_template(Compiler *c, Node *n, int dest);
NX_INTERNAL uint32_t compile_chunk(const Compiler *c); // registers in a row there is room for

// ---- compile_call.c ----
NX_INTERNAL uint32_t compile_call(Compiler *c, Node *n, int dest);
NX_INTERNAL bool compile_is_super(Compiler *c, const Node *n);
// super().name as R[at], R[at + 1], of n, its Attribute; false: it is none. Uses R[at + 2] too.
NX_INTERNAL bool compile_super_attr(Compiler *c, Node *n, uint32_t at, bool attribute);
NX_INTERNAL bool compile_is_plain_args(const NodeSeq *args, const NodeSeq *keywords);
// A list of the positional arguments in R[at], a dict of the keywords in R[at + 1]; false: there
// are none. `callee` is the register of what is called, for error messages.
NX_INTERNAL bool compile_spread(Compiler *c, const NodeSeq *args, const NodeSeq *keywords,
                                uint32_t at, uint32_t callee);
NX_INTERNAL void compile_keywords(Compiler *c, const NodeSeq *keywords, uint32_t dict,
                                  uint32_t callee);

// ---- compile_const.c ----
// Whether n is constant after folding; *out may be V_RAISED, with the compilation failed.
NX_INTERNAL bool compile_const(Compiler *c, Node *n, Value *out);
NX_INTERNAL bool compile_truth(Compiler *c, Node *n, bool *out); // a constant condition
NX_INTERNAL Value compile_literal(Compiler *c, const Const *k);
// A tuple, or a frozenset, of constant elements; false when they are not.
NX_INTERNAL bool compile_const_items(Compiler *c, const NodeSeq *elts, Value *out);
NX_INTERNAL bool compile_const_set(Compiler *c, const NodeSeq *elts, Value *out);
NX_INTERNAL bool compile_is_small(Value v, int32_t low, int32_t high, int32_t *out);

// ---- compile_comp.c ----
NX_INTERNAL uint32_t compile_comprehension(Compiler *c, Node *n, int dest);

// ---- compile_func.c, compile_class.c, compile_ann.c, compile_type.c ----
NX_INTERNAL void compile_def(Compiler *c, Node *n);
NX_INTERNAL uint32_t compile_lambda(Compiler *c, Node *n, int dest);
NX_INTERNAL void compile_class(Compiler *c, Node *n);
// Evaluates decorators into registers in a row, the first of which it returns; the decorated thing
// then comes into the one behind them, and compile_decorate calls them.
NX_INTERNAL uint32_t compile_decorators(Compiler *c, const NodeSeq *list);
NX_INTERNAL void compile_decorate(Compiler *c, const NodeSeq *list, uint32_t first);
NX_INTERNAL uint32_t compile_first_line(const Node *n, const NodeSeq *decorators);
// Defaults into new temporaries in a row; the bits of MAKE_FUNCTION for them.
NX_INTERNAL uint32_t compile_defaults(Compiler *c, const Node *args, uint32_t *n_parts);
// The function of a def into R[reg]; its first n_parts parts stand behind it already.
NX_INTERNAL void compile_def_function(Compiler *c, Node *n, uint32_t reg, uint32_t parts,
                                      uint32_t n_parts);
// The class of a class statement into R[reg]; base: register of a further base, or REG_ANY.
NX_INTERNAL void compile_build_class(Compiler *c, Node *n, uint32_t reg, int base);
// Remembers `self.name = ...` for the class's __static_attributes__.
NX_INTERNAL void compile_note_attribute(Compiler *c, const Node *target);

NX_INTERNAL void compile_def_annotate(Compiler *c, Node *n, uint32_t reg); // needs n->ann_scope
NX_INTERNAL void compile_ann_assign(Compiler *c, Node *n);
NX_INTERNAL void compile_deferred_annotations(Compiler *c);
// The unit of a function that takes an annotation format; checks the format.
NX_INTERNAL Unit *compile_open_annotations(Compiler *c, Scope *scope, Value name, uint32_t line);

NX_INTERNAL void compile_generic_def(Compiler *c, Node *n, uint32_t reg, uint32_t parts,
                                     uint32_t n_parts);
NX_INTERNAL void compile_generic_class(Compiler *c, Node *n, uint32_t reg);
NX_INTERNAL void compile_type_alias(Compiler *c, Node *n);

// ---- compile_stmt.c, compile_assign.c ----
NX_INTERNAL void compile_stmts(Compiler *c, const NodeSeq *body);
// Returns the value of an expression; nothing surrounds it that must be left.
NX_INTERNAL void compile_return(Compiler *c, Node *value, const Node *at);
NX_INTERNAL void compile_body(Compiler *c, const NodeSeq *body, bool docstring); // of a scope
NX_INTERNAL void compile_assign_to(Compiler *c, Node *target, uint32_t reg);
NX_INTERNAL void compile_assign(Compiler *c, Node *n);
NX_INTERNAL void compile_aug_assign(Compiler *c, Node *n);
NX_INTERNAL void compile_delete_stmt(Compiler *c, Node *n);
NX_INTERNAL uint32_t compile_iterable(Compiler *c, Node *n);
// A loop with its end test at `next`, below: jumps there, and places `body` right behind.
NX_INTERNAL void compile_loop_start(Compiler *c, Label *next, Label *body);
NX_INTERNAL bool compile_direct_target(const Compiler *c, const Node *target, uint32_t *reg);

// ---- compile_try.c, compile_with.c ----
NX_INTERNAL void compile_push(Compiler *c, Nest *b, NestKind kind, const Node *at);
NX_INTERNAL void compile_count_nest(Compiler *c, const Node *at); // what is no Nest but counts
NX_INTERNAL void compile_pop(Compiler *c, Nest *b);               // ends its region
// Leaves all blocks inside `stop`: emits what must run, closes and reopens their regions. What the
// caller emits between the two belongs to none of them.
NX_INTERNAL void compile_unwind(Compiler *c, Nest *stop);
NX_INTERNAL void compile_rewind(Compiler *c, Nest *inner, Nest *stop);
NX_INTERNAL bool compile_unwinds(const Compiler *c, const Nest *stop); // would emit anything
NX_INTERNAL void compile_try(Compiler *c, Node *n);
NX_INTERNAL void compile_with(Compiler *c, Node *n);
NX_INTERNAL void compile_leave_with(Compiler *c, const Nest *b);
NX_INTERNAL void compile_leave_handler(Compiler *c, const Nest *b);
enum { TRY_EXC, TRY_SAVED, TRY_SECOND, TRY_REGS };
// Places a handler: takes TRY_EXC, TRY_SAVED, TRY_SECOND and n further registers in a row, the
// first of which must be the exc_reg of the region; the exception is being handled from then on.
// Whether the code being compiled handles an exception, so that a yield keeps it for the generator.
NX_INTERNAL bool compile_is_handling(const Compiler *c);
NX_INTERNAL uint32_t compile_enter_handler(Compiler *c, Label *handler, const EmitFlow *flow,
                                           uint32_t n);
// At its end the exception handled before is so again; the handler's own goes when that is over.
NX_INTERNAL void compile_pop_exc(Compiler *c, uint32_t regs, bool over);
// Where exceptions inside the handler go.
NX_INTERNAL void compile_cleanup(Compiler *c, Label *cleanup, const EmitFlow *flow, uint32_t regs);
// R[item] = the next item of an asynchronous loop; StopAsyncIteration goes to `ended`.
NX_INTERNAL void compile_async_next(Compiler *c, uint32_t it, uint32_t item, Label *ended,
                                    uint32_t exc_reg);
NX_INTERNAL void compile_async_end(Compiler *c, Label *ended, const EmitFlow *flow, uint32_t exc);
NX_INTERNAL void compile_async_for(Compiler *c, Node *n);

// ---- compile_match.c ----
NX_INTERNAL void compile_match(Compiler *c, Node *n);

#endif
