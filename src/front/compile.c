// compile.c: the compiler's entry: modules, and errors as exceptions.
#include "front/compile.h"

#include "front/ast_export.h"
#include "front/ast_import.h"
#include "front/check.h"
#include "front/compile_inner.h"
#include "object/code.h"
#include "object/exc.h"
#include "object/exc_classes.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- errors --------------------------------------------------------------------------------------

static Value compile_number(int32_t n) { return n == FRONT_NO_POSITION ? V_NONE : int_value(n); }

static ExcId compile_error_class(const FrontError *e) {
    switch ((FrontErrorKind)e->kind) {
    case FRONT_INDENTATION_ERROR: return EXC_IndentationError;
    case FRONT_TAB_ERROR: return EXC_TabError;
    case FRONT_VALUE_ERROR: return EXC_ValueError;
    case FRONT_RECURSION_ERROR: return EXC_RecursionError;
    case FRONT_MEMORY_ERROR: return EXC_MemoryError;
    default: return EXC_SyntaxError;
    }
}

// What is kept for "Did you mean": (lineno, column, source) as in CPython, which has None for the
// source of a script, and reads its file again; there the source is followed by True.
static Value compile_metadata(Vm *vm, const Front *f) {
    Value source = str_new(vm, f->src, f->src_len);
    TRY_VALUE(source);
    Value items[4] = {int_value(f->block_lineno), int_value(f->block_col), source, V_TRUE};
    return tuple_from(vm, items, f->flags & FRONT_SCRIPT ? 4 : 3);
}

// (filename, lineno, offset, text, end_lineno, end_offset). The passes behind the parser read the line
// again from its file; what is compiled from text has none.
static Value compile_error_details(Vm *vm, const Front *f, const FrontError *e, Value filename) {
    bool has_text = e->text && (!e->is_late || f->flags & FRONT_SCRIPT);
    Value text = has_text ? str_new(vm, e->text, e->text_len) : V_NONE;
    TRY_VALUE(text);
    Value detail[6] = {filename, compile_number(e->lineno),     compile_number(e->offset),
                       text,     compile_number(e->end_lineno), compile_number(e->end_offset)};
    return tuple_from(vm, detail, 6);
}

// The exception of a message, with or without a place.
static Value compile_new_error(Vm *vm, const Front *f, ExcId id, const char *text, Value filename) {
    const FrontError *e = &f->error;
    Value message = str_new_cstr(vm, text);
    TRY_VALUE(message);
    bool plain = id == EXC_ValueError || id == EXC_RecursionError || id == EXC_MemoryError ||
                 e->lineno == FRONT_NO_POSITION;
    Value details = plain ? V_NONE : compile_error_details(vm, f, e, filename);
    TRY_VALUE(details);
    Value args =
        plain || e->is_bare ? tuple_from(vm, &message, 1) : tuple_pack2(vm, message, details);
    TRY_VALUE(args);
    Value exc = exc_new(vm, exc_class(vm, id), args);
    TRY_VALUE(exc);
    if (plain || !e->is_bare) { return exc; }
    const Tuple *t = as_tuple(vm, details);
    for (uint32_t i = 0; i < t->h.n; i++) {
        TRY(exc_set_field(vm, exc, SYNTAX_FILENAME + i, t->items[i]));
    }
    return exc;
}

Value compile_raise(Vm *vm, const Front *f, Value filename) {
    const FrontError *e = &f->error;
    if (e->kind == FRONT_OK) { return V_RAISED; } // memory was short
    if (e->kind == FRONT_LIMIT) { return raise_stop(vm, STOP_STEPS); }
    ExcId id = compile_error_class(e);
    const char *text = e->message;
    if (f->flags & FRONT_ALLOW_INCOMPLETE && f->incomplete && id != EXC_MemoryError) {
        id = EXC__IncompleteInputError;
        text = "incomplete input";
    }
    Value exc = text ? compile_new_error(vm, f, id, text, filename)
                     : exc_new(vm, exc_class(vm, id), tuple_from(vm, NULL, 0));
    TRY_VALUE(exc);
    if (f->has_metadata && isinstance_exc(vm, exc, EXC_SyntaxError)) {
        Value metadata = compile_metadata(vm, f);
        TRY(metadata != V_RAISED && exc_set_field(vm, exc, SYNTAX_METADATA, metadata));
    }
    return raise_value(vm, exc);
}

// ---- modules -------------------------------------------------------------------------------------

static void compile_module(Compiler *c, Node *tree) {
    Unit *u = c->unit;
    if (tree->kind == AST_Expression) {
        uint32_t r = compile_expr(c, tree->as.Expression.body, REG_ANY);
        compile_at(c, tree->as.Expression.body);
        emit_abc(c, OPC_RETURN, r, 0, 0);
        return;
    }
    if (u->scope->has_conditional_annotations) {
        uint32_t t = emit_temp(c);
        emit_abc(c, OPC_BUILD_SET, t, 0, 0);
        compile_store_name(c, emit_text(c, c->conditional), t);
        u->temp = t;
    }
    bool docstring = tree->kind == AST_Module && u->scope->has_docstring;
    const NodeSeq *body = &tree->as.Module.body;
    Node *last = body->len > docstring ? body->items[body->len - 1] : NULL;
    if (c->front->flags & FRONT_LAST_VALUE && last && last->kind == AST_Expr) {
        c->last = last;
        c->last_reg = emit_temp(c);
    }
    compile_body(c, body, docstring);
    compile_at_line(c, u->first_line);
    compile_deferred_annotations(c);
    emit_abc(c, c->last ? OPC_RETURN : OPC_RETURN_NONE, c->last ? c->last_reg : 0, 0, 0);
}

static bool compile_source_has_walrus(const Front *f) {
    const char *at = f->src, *end = f->src + f->src_len;
    while ((at = memchr(at, ':', (size_t)(end - at))) != NULL) {
        if (at[1] == '=') { return true; } // a NUL stands at the end
        at++;
    }
    return false;
}

static bool compile_names(Compiler *c) {
    Front *f = c->front;
    c->super_name = front_name(f, "super", 5);
    c->class_cell = front_name(f, "__class__", 9);
    c->classdict = front_name(f, "__classdict__", 13);
    c->conditional = front_name(f, "__conditional_annotations__", 27);
    c->debug = front_name(f, "__debug__", 9);
    c->format = front_name(f, ".format", 7);
    c->shown_format = front_name(f, "format", 6);
    c->self_name = front_name(f, "self", 4);
    return !f->arena->failed;
}

Value compile_tree(Vm *vm, Front *f, Node *tree, Scope *scope, Value filename, Value source) {
    Compiler compiler = {
        .vm = vm, .front = f, .arena = f->arena, .filename = filename, .source = source};
    Compiler *c = &compiler;
    c->has_walrus = f->flags & FRONT_GIVEN_TREE || compile_source_has_walrus(f);
    Value code = V_RAISED;
    if (compile_names(c)) {
        Unit *u = compile_open(c, scope, vm_name(vm, N_lt_module), 1);
        if (u) {
            compile_module(c, tree);
            code = compile_close(c, u);
        }
    } else {
        emit_no_memory(c);
    }
    if (!c->failed) { return code; }
    // An exception that folding or interning raised counts before anything filed.
    return is_ref(vm->head->exc) || vm->stop ? V_RAISED : compile_raise(vm, f, filename);
}

static Value compile_warning(Vm *vm, const Front *f, const FrontWarning *w, Value filename) {
    const char *text = w->error.message;
    Value message = str_new_cstr(vm, w->message), error = str_new_cstr(vm, text), line = V_NONE;
    TRY(message != V_RAISED && error != V_RAISED);
    Value details = compile_error_details(vm, f, &w->error, filename);
    TRY_VALUE(details);
    Value args = tuple_pack2(vm, error, details);
    TRY_VALUE(args);
    if (f->flags & FRONT_SCRIPT) {
        uint32_t len;
        const char *start = front_line(f, w->lineno, &len);
        line = str_new(vm, start, len);
        TRY_VALUE(line);
    }
    Value items[4] = {message, int_value(w->lineno), line, args};
    return tuple_from(vm, items, 4);
}

static Value compile_warnings(Vm *vm, const Front *f, Value filename) {
    if (!f->warnings) { return V_NONE; }
    Value list = list_new(vm, 4);
    TRY_VALUE(list);
    for (const FrontWarning *w = f->warnings; w; w = w->next) {
        Value item = compile_warning(vm, f, w, filename);
        TRY(item != V_RAISED && list_append(vm, as_list(vm, list), item));
    }
    return list;
}

Value compile_text_warned(Vm *vm, const char *text, uint64_t len, Value filename, Value source,
                          FrontMode mode, uint32_t flags, Value *warnings) {
    Arena arena;
    Front front;
    arena_init(&arena, COMPILE_ARENA_LIMIT);
    front_init(&front, &arena, text, (size_t)len, NULL, mode, flags);
    front.work_limit = (uint64_t)max_i64(vm->head->budget + vm->head->steps, 0);
    front.max_digits = (uint32_t)vm->head->max_str_digits;
    Node *tree = front_parse(&front);
    Scope *scope = tree ? scope_build(&front, tree) : NULL;
    bool fine = scope && check_tree(&front, tree);
    Value code = V_RAISED;
    *warnings = compile_warnings(vm, &front, filename);
    if (fine && source == V_TRUE) { source = str_new(vm, front.src, front.src_len); }
    if (source != V_RAISED && *warnings != V_RAISED && native_charge(vm, front.work)) {
        code = fine ? compile_tree(vm, &front, tree, scope, filename, source)
                    : compile_raise(vm, &front, filename);
    }
    arena_free(&arena);
    return code;
}

Value compile_from_ast(Vm *vm, Value flat, Value filename, FrontMode mode, uint32_t flags,
                       Value *warnings) {
    Arena arena;
    Front front;
    arena_init(&arena, COMPILE_ARENA_LIMIT);
    front_init(&front, &arena, "", 0, NULL, mode, flags | FRONT_GIVEN_TREE);
    front.src = front.source;
    front.work_limit = (uint64_t)max_i64(vm->head->budget + vm->head->steps, 0);
    Node *tree = ast_import(vm, &front, flat);
    Scope *scope = tree ? scope_build(&front, tree) : NULL;
    bool fine = scope && check_tree(&front, tree);
    Value code = V_RAISED;
    bool raised = !fine && (is_ref(vm->head->exc) || vm->stop || vm->alloc_failed);
    *warnings = raised ? V_RAISED : compile_warnings(vm, &front, filename);
    if (*warnings != V_RAISED && native_charge(vm, front.work)) {
        code = fine ? compile_tree(vm, &front, tree, scope, filename, V_NONE)
                    : compile_raise(vm, &front, filename);
    }
    arena_free(&arena);
    return code;
}

Value compile_to_ast(Vm *vm, const char *text, uint64_t len, Value filename, FrontMode mode,
                     uint32_t flags, Value names, Value *warnings) {
    Arena arena;
    Front front;
    arena_init(&arena, COMPILE_ARENA_LIMIT);
    front_init(&front, &arena, text, (size_t)len, NULL, mode, flags);
    front.work_limit = (uint64_t)max_i64(vm->head->budget + vm->head->steps, 0);
    front.max_digits = (uint32_t)vm->head->max_str_digits;
    Node *tree = front_parse(&front);
    Value out = V_RAISED;
    *warnings = compile_warnings(vm, &front, filename);
    if (*warnings != V_RAISED && native_charge(vm, front.work)) {
        out = tree ? ast_export(vm, &front, tree, names) : compile_raise(vm, &front, filename);
    }
    arena_free(&arena);
    return out;
}

Value compile_text(Vm *vm, const char *text, uint64_t len, Value filename, Value source,
                   FrontMode mode, uint32_t flags) {
    Value warnings;
    return compile_text_warned(vm, text, len, filename, source, mode, flags, &warnings);
}
