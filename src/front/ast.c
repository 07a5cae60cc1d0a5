// ast.c: facts about the kinds of nodes, as tables made from ast.def.
#include "front/ast.h"

#define AST_ROW(type, group, needed, kind, name)                                                   \
    {AST_FIELD_##type, group, needed, (uint16_t)offsetof(Node, as.kind.name), #name},

#define AST_ONE(kind, group, name)   AST_ROW(ONE, AST_GROUP_##group, true, kind, name)
#define AST_OPT(kind, group, name)   AST_ROW(OPT, AST_GROUP_##group, false, kind, name)
#define AST_SEQ(kind, group, name)   AST_ROW(SEQ, AST_GROUP_##group, true, kind, name)
#define AST_HOLES(kind, group, name) AST_ROW(SEQ, AST_GROUP_##group, false, kind, name)
#define AST_ID(kind, name)           AST_ROW(ID, 0, true, kind, name)
#define AST_IDOPT(kind, name)        AST_ROW(ID, 0, false, kind, name)
#define AST_IDS(kind, name)          AST_ROW(IDS, 0, true, kind, name)
#define AST_OP(kind, type, name)     AST_ROW(type, 0, true, kind, name)
#define AST_OPS(kind, type, name)    AST_ROW(OPS, 0, true, kind, name)
#define AST_CONST(kind, name)        AST_ROW(CONST, 0, true, kind, name)
#define AST_INT(kind, name)          AST_ROW(INT, 0, true, kind, name)
#define AST_AUX(kind, type, name)
#define AST_NODE(kind, group, fields)                                                              \
    static const AstField ast_fields_##kind[] = {fields{AST_FIELD_END, 0, false, 0, ""}};
#define AST_LEAF(kind, group)
#include "front/ast.def"

static const AstField ast_no_fields[] = {{AST_FIELD_END, 0, false, 0, ""}};

typedef struct AstKindInfo {
    const char *name;
    const AstField *fields;
    uint16_t size;
    uint8_t group; // AstGroup
} AstKindInfo;

static const AstKindInfo ast_kinds[AST_N_KINDS] = {
    [AST_NONE] = {"", ast_no_fields, 0, 0},
#define AST_NODE(kind, group, fields)                                                              \
    [AST_##kind] = {#kind, ast_fields_##kind,                                                      \
                    (uint16_t)(offsetof(Node, as) + sizeof(((Node *)NULL)->as.kind)),              \
                    AST_GROUP_##group},
#define AST_LEAF(kind, group)                                                                      \
    [AST_##kind] = {#kind, ast_no_fields, (uint16_t)offsetof(Node, as), AST_GROUP_##group},
#define AST_ONE(kind, group, name)
#define AST_OPT(kind, group, name)
#define AST_SEQ(kind, group, name)
#define AST_HOLES(kind, group, name)
#define AST_ID(kind, name)
#define AST_IDOPT(kind, name)
#define AST_IDS(kind, name)
#define AST_OP(kind, type, name)
#define AST_OPS(kind, type, name)
#define AST_CONST(kind, name)
#define AST_INT(kind, name)
#define AST_AUX(kind, type, name)
#include "front/ast.def"
};

size_t ast_size(AstKind kind) { return ast_kinds[kind].size; }
const char *ast_name(AstKind kind) { return ast_kinds[kind].name; }
AstGroup ast_group(AstKind kind) { return (AstGroup)ast_kinds[kind].group; }
const AstField *ast_fields(AstKind kind) { return ast_kinds[kind].fields; }

bool ast_has_position(AstKind kind) {
    switch (ast_group(kind)) {
    case AST_GROUP_mod:
    case AST_GROUP_comprehension:
    case AST_GROUP_arguments:
    case AST_GROUP_withitem:
    case AST_GROUP_match_case: return false;
    default: return true;
    }
}
