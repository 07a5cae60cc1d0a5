// ast_export.c: see ast_export.h. One function makes any node, by the rows of ast.def; fields that
// are None need not be set, as the classes have them so.
#include "front/ast_export.h"

#include "front/compile_inner.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/type.h"

typedef struct Export {
    Vm *vm;
    Compiler compiler; // for literals
    Dict *names, *singletons;
    uint32_t depth;
} Export;

#define EXPORT_NAME(name) #name,
static const char *const export_bool_ops[] = {AST_BOOL_OPERATORS(EXPORT_NAME)};
static const char *const export_bin_ops[] = {AST_BIN_OPERATORS(EXPORT_NAME)};
static const char *const export_unary_ops[] = {AST_UNARY_OPERATORS(EXPORT_NAME)};
static const char *const export_cmp_ops[] = {AST_CMP_OPERATORS(EXPORT_NAME)};
static const char *const export_contexts[] = {AST_CONTEXTS(EXPORT_NAME)};
#undef EXPORT_NAME

static Value export_node(Export *e, const Node *n);

static Value export_text(Vm *vm, const char *text) {
    return intern_bytes(vm, text, (uint32_t)strlen(text));
}

static Value export_name(Vm *vm, const Name *name) {
    return name ? intern_bytes(vm, name->text, name->len) : V_NONE;
}

static Value export_singleton(Export *e, const char *name) {
    Value key = export_text(e->vm, name);
    TRY_VALUE(key);
    Value v = dict_get_str(e->vm, e->singletons, key);
    return v == V_UNBOUND ? raise_error(e->vm, EXC_SystemError, "ast has no %s", name) : v;
}

static Value export_nodes(Export *e, const NodeSeq *seq) {
    Value list = list_new(e->vm, seq->len);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < seq->len; i++) {
        Value item = seq->items[i] ? export_node(e, seq->items[i]) : V_NONE;
        TRY(item != V_RAISED && list_append(e->vm, as_list(e->vm, list), item));
    }
    return list;
}

static Value export_names(Export *e, const NameSeq *seq) {
    Value list = list_new(e->vm, seq->len);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < seq->len; i++) {
        Value item = export_name(e->vm, seq->items[i]);
        TRY(item != V_RAISED && list_append(e->vm, as_list(e->vm, list), item));
    }
    return list;
}

static Value export_ops(Export *e, const OpSeq *seq) {
    Value list = list_new(e->vm, seq->len);
    TRY_VALUE(list);
    for (uint32_t i = 0; i < seq->len; i++) {
        Value item = export_singleton(e, export_cmp_ops[seq->items[i]]);
        TRY(item != V_RAISED && list_append(e->vm, as_list(e->vm, list), item));
    }
    return list;
}

// An operator is an enum, whose size is the compiler's affair.
static Value export_op(Export *e, const AstField *field, const void *at) {
    switch ((AstFieldType)field->type) {
    case AST_FIELD_BoolOperator:
        return export_singleton(e, export_bool_ops[*(const BoolOperator *)at]);
    case AST_FIELD_BinOperator:
        return export_singleton(e, export_bin_ops[*(const BinOperator *)at]);
    case AST_FIELD_UnaryOperator:
        return export_singleton(e, export_unary_ops[*(const UnaryOperator *)at]);
    default: return export_singleton(e, export_contexts[*(const ExprContext *)at]);
    }
}

static Value export_field(Export *e, const Node *n, const AstField *field) {
    const void *at = (const char *)n + field->offset;
    switch ((AstFieldType)field->type) {
    case AST_FIELD_ONE:
    case AST_FIELD_OPT: {
        const Node *child = *(Node *const *)at;
        return child ? export_node(e, child) : V_NONE;
    }
    case AST_FIELD_SEQ: return export_nodes(e, at);
    case AST_FIELD_ID: return export_name(e->vm, *(Name *const *)at);
    case AST_FIELD_IDS: return export_names(e, at);
    case AST_FIELD_CONST: return compile_literal(&e->compiler, at);
    case AST_FIELD_INT: return int_value(*(const int32_t *)at);
    case AST_FIELD_OPS: return export_ops(e, at);
    default: return export_op(e, field, at);
    }
}

static bool export_set(Export *e, Value v, const char *name, Value value) {
    Value key = value == V_RAISED ? V_RAISED : export_text(e->vm, name);
    return key != V_RAISED && attrs_set(e->vm, v, key, value);
}

static bool export_place(Export *e, Value v, const Node *n) {
    return export_set(e, v, "lineno", int_value(n->lineno)) &&
           export_set(e, v, "col_offset", int_value(n->col_offset)) &&
           export_set(e, v, "end_lineno", int_value(n->end_lineno)) &&
           export_set(e, v, "end_col_offset", int_value(n->end_col_offset));
}

static Value export_node(Export *e, const Node *n) {
    Vm *vm = e->vm;
    AstKind kind = (AstKind)n->kind;
    Value key = export_text(vm, ast_name(kind));
    TRY_VALUE(key);
    Value cls = dict_get_str(vm, e->names, key);
    if (!is_type(vm, cls)) { return raise_error(vm, EXC_SystemError, "ast has no %U", key); }
    if (++e->depth > AST_MAX_DEPTH) {
        return raise_error(vm, EXC_RecursionError,
                           "maximum recursion depth exceeded during ast construction");
    }
    Value v = instance_new(vm, cls);
    TRY_VALUE(v);
    for (const AstField *field = ast_fields(kind); field->type != AST_FIELD_END; field++) {
        TRY(export_set(e, v, field->name, export_field(e, n, field)));
    }
    if (kind == AST_Constant) {
        bool u = n->as.Constant.value.u_prefix;
        TRY(export_set(e, v, "kind", u ? export_text(vm, "u") : V_NONE));
    }
    if (kind == AST_Module) { TRY(export_set(e, v, "type_ignores", list_new(vm, 0))); }
    if (ast_has_position(kind)) { TRY(export_place(e, v, n)); }
    e->depth--;
    return v;
}

Value ast_export(Vm *vm, Front *f, const Node *tree, Value names) {
    Value key = export_text(vm, "_singletons");
    TRY_VALUE(key);
    Value singletons = dict_get_str(vm, as_dict(vm, names), key);
    if (!is_tagged(vm, singletons, T_DICT)) {
        return raise_error(vm, EXC_SystemError, "the module ast is not complete");
    }
    Export export = {.vm = vm,
                     .compiler = {.vm = vm, .front = f, .arena = f->arena},
                     .names = as_dict(vm, names),
                     .singletons = as_dict(vm, singletons)};
    return export_node(&export, tree);
}
