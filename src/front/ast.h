// ast.h: the syntax tree. Rows in ast.def become an enum member AST_Kind and a struct
// node->as.Kind with the row's fields, e.g. node->as.BinOp.left.
//
// Everything lives in the parse's Arena and is never freed on its own. A node is allocated only as
// large as its kind needs: copy pointers, never a Node by value. Trees are as deep as the source
// nests; scope_build refuses any deeper than AST_MAX_DEPTH, so passes after it may recurse, as long
// as they step through an elif chain (If.orelse being exactly one If) and not down it.
#ifndef NX_FRONT_AST_H
#define NX_FRONT_AST_H

#include "base/arena.h"
#include "base/base.h"

typedef struct Node Node;
typedef struct Scope Scope;   // front/scope.h
typedef struct Symbol Symbol; // front/scope.h

// No path from the root to a leaf is longer, after scope_build. An elif is as deep as its if.
enum { AST_MAX_DEPTH = 1000 };

// An identifier, NFKC-normalised. Equal text in one Front means the same pointer.
typedef struct Name {
    const char *text; // UTF-8, NUL behind it
    uint32_t len;
    uint32_t hash;
    uint32_t id;      // scratch of the compiler, 0 at first
    uint32_t keyword; // token kind of a hard keyword, else 0; for the parser
} Name;

typedef enum ConstType {
    CONST_NONE,
    CONST_FALSE,
    CONST_TRUE,
    CONST_ELLIPSIS,
    CONST_INT,     // as.i, never negative
    CONST_BIG,     // as.limbs[0..len): little-endian base 2**64, no leading zero limb
    CONST_FLOAT,   // as.d
    CONST_COMPLEX, // as.d is the imaginary part; the real part is 0
    CONST_STR,     // as.bytes[0..len): UTF-8, each surrogate as its own 3 bytes
    CONST_BYTES,   // as.bytes[0..len)
    CONST_VALUE,   // of a tree that a program made: as.value, which no literal could give
} ConstType;

typedef struct Const {
    uint8_t type;  // ConstType
    bool u_prefix; // written u'...': ast.Constant.kind
    bool ascii;    // CONST_STR: every byte < 0x80
    uint32_t len;
    union {
        int64_t i;
        double d;
        const uint64_t *limbs;
        const char *bytes; // NUL behind it
        uint64_t value;    // a Value, which something else keeps alive
    } as;
} Const;

// clang-format off
#define AST_BOOL_OPERATORS(X) X(And) X(Or)
#define AST_BIN_OPERATORS(X)                                                                       \
    X(Add) X(Sub) X(Mult) X(MatMult) X(Div) X(Mod) X(Pow) X(LShift) X(RShift) X(BitOr) X(BitXor)   \
    X(BitAnd) X(FloorDiv)
#define AST_UNARY_OPERATORS(X) X(Invert) X(Not) X(UAdd) X(USub)
#define AST_CMP_OPERATORS(X)                                                                       \
    X(Eq) X(NotEq) X(Lt) X(LtE) X(Gt) X(GtE) X(Is) X(IsNot) X(In) X(NotIn)
#define AST_CONTEXTS(X) X(Load) X(Store) X(Del)
// clang-format on

#define AST_BOOL_MEMBER(name)  BOOL_##name,
#define AST_BIN_MEMBER(name)   BIN_##name,
#define AST_UNARY_MEMBER(name) UNARY_##name,
#define AST_CMP_MEMBER(name)   CMP_##name,
#define AST_CTX_MEMBER(name)   CTX_##name,
typedef enum BoolOperator { AST_BOOL_OPERATORS(AST_BOOL_MEMBER) } BoolOperator;
typedef enum BinOperator { AST_BIN_OPERATORS(AST_BIN_MEMBER) } BinOperator;
typedef enum UnaryOperator { AST_UNARY_OPERATORS(AST_UNARY_MEMBER) } UnaryOperator;
typedef enum CmpOperator { AST_CMP_OPERATORS(AST_CMP_MEMBER) } CmpOperator;
typedef enum ExprContext { AST_CONTEXTS(AST_CTX_MEMBER) } ExprContext;

typedef struct NodeSeq {
    Node **items;
    uint32_t len;
} NodeSeq;

typedef struct NameSeq {
    Name **items;
    uint32_t len;
} NameSeq;

typedef struct OpSeq {
    uint8_t *items; // of the enum that the row names
    uint32_t len;
} OpSeq;

typedef enum AstKind {
    AST_NONE, // no node has it
#define AST_NODE(kind, group, fields) AST_##kind,
#define AST_LEAF(kind, group)         AST_##kind,
#include "front/ast.def"
    AST_N_KINDS
} AstKind;

typedef enum AstGroup {
    AST_GROUP_mod,
    AST_GROUP_stmt,
    AST_GROUP_expr,
    AST_GROUP_comprehension,
    AST_GROUP_excepthandler,
    AST_GROUP_arguments,
    AST_GROUP_arg,
    AST_GROUP_keyword,
    AST_GROUP_alias,
    AST_GROUP_withitem,
    AST_GROUP_match_case,
    AST_GROUP_pattern,
    AST_GROUP_type_param
} AstGroup;

// Lines count from 1; columns are offsets in UTF-8 bytes from the start of the line, from 0; the
// end is exclusive.
struct Node {
    uint8_t kind;  // AstKind
    uint8_t paren; // an expression that stands in parentheses of its own: (x), not f(x)
    uint32_t lineno, col_offset, end_lineno, end_col_offset;
    union {
#define AST_ONE(kind, group, name)   Node *name;
#define AST_OPT(kind, group, name)   Node *name;
#define AST_SEQ(kind, group, name)   NodeSeq name;
#define AST_HOLES(kind, group, name) NodeSeq name;
#define AST_ID(kind, name)           Name *name;
#define AST_IDOPT(kind, name)        Name *name;
#define AST_IDS(kind, name)          NameSeq name;
#define AST_OP(kind, type, name)     type name;
#define AST_OPS(kind, type, name)    OpSeq name;
#define AST_CONST(kind, name)        Const name;
#define AST_INT(kind, name)          int32_t name;
#define AST_AUX(kind, type, name)    type name;
// clang-format off
#define AST_NODE(kind, group, fields) struct { fields } kind;
// clang-format on
#define AST_LEAF(kind, group)
#include "front/ast.def"
    } as;
};

// Bytes a node of `kind` takes.
NX_INTERNAL size_t ast_size(AstKind kind);
// The kind's name, as `BinOp`, and its group.
NX_INTERNAL const char *ast_name(AstKind kind);
NX_INTERNAL AstGroup ast_group(AstKind kind);
NX_INTERNAL bool ast_has_position(AstKind kind);

// The fields of a kind without the AUX ones, in order, up to an AST_FIELD_END: for passes that
// treat all nodes alike. What stands at `offset` in the node goes by the type.
typedef enum AstFieldType {
    AST_FIELD_END,
    AST_FIELD_ONE,   // Node *
    AST_FIELD_OPT,   // Node *, may be NULL
    AST_FIELD_SEQ,   // NodeSeq
    AST_FIELD_ID,    // Name *, may be NULL
    AST_FIELD_IDS,   // NameSeq
    AST_FIELD_CONST, // Const
    AST_FIELD_INT,   // int32_t
    AST_FIELD_OPS,   // OpSeq of CmpOperator
    AST_FIELD_BoolOperator,
    AST_FIELD_BinOperator,
    AST_FIELD_UnaryOperator,
    AST_FIELD_ExprContext,
} AstFieldType;

typedef struct AstField {
    uint8_t type;  // AstFieldType
    uint8_t group; // AstGroup of its nodes
    bool needed;   // it, or each item, is never NULL
    uint16_t offset;
    const char *name;
} AstField;

NX_INTERNAL const AstField *ast_fields(AstKind kind);

// Writes the tree as `ast.dump(tree, indent=2)` does, through put(ctx, bytes, len); no newline at
// the end. `attributes` adds the four positions, as include_attributes=True. Returns false, having
// written a part, if the tree is deeper than AST_MAX_DEPTH.
typedef void AstPut(void *ctx, const char *bytes, size_t len);
NX_INTERNAL bool ast_dump(const Node *tree, bool attributes, AstPut *put, void *ctx);

// repr() of a constant alone.
NX_INTERNAL void ast_dump_const(const Const *c, AstPut *put, void *ctx);

#endif
