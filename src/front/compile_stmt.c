// compile_stmt.c: statements but those with files of their own; bodies; docstrings.
#include "front/compile_inner.h"

#include "object/str.h"
#include "object/tuple.h"

// ---- simple statements ---------------------------------------------------------------------------

void compile_return(Compiler *c, Node *value, const Node *at) {
    uint32_t mark = c->unit->temp;
    bool known;
    while (value->kind == AST_IfExp && !compile_truth(c, value->as.IfExp.test, &known)) {
        Label otherwise = {0}; // each branch returns by itself
        compile_jump(c, value->as.IfExp.test, &otherwise, false);
        compile_return(c, value->as.IfExp.body, at);
        emit_place(c, &otherwise);
        value = value->as.IfExp.orelse;
    }
    uint32_t r = compile_expr(c, value, REG_ANY);
    compile_at(c, at);
    emit_abc(c, OPC_RETURN, r, 0, 0);
    emit_die(c);
    c->unit->temp = mark;
}

static void cstmt_return(Compiler *c, Node *n) {
    Node *value = n->as.Return.value;
    Nest *nest = c->unit->nest;
    uint32_t mark = c->unit->temp, r = 0;
    Value v;
    bool none = !value || (compile_const(c, value, &v) && v == V_NONE);
    bool unwinds = compile_unwinds(c, NULL);
    if (!none && !unwinds) {
        compile_return(c, value, n);
        return;
    }
    if (!none) {
        r = compile_expr(c, value, REG_ANY);
        if (!emit_is_temp(c, r)) { // what runs on the way out may change the local
            uint32_t t = emit_temp(c);
            emit_move(c, t, r);
            r = t;
        }
    }
    compile_at(c, n);
    compile_unwind(c, NULL);
    compile_at(c, n);
    emit_abc(c, none ? OPC_RETURN_NONE : OPC_RETURN, r, 0, 0);
    emit_die(c);
    compile_rewind(c, nest, NULL);
    c->unit->temp = mark;
}

static void cstmt_leave_loop(Compiler *c, Node *n) {
    Nest *nest = c->unit->nest, *loop = nest;
    while (loop && loop->kind != NEST_LOOP) { loop = loop->outer; }
    if (!loop) {
        emit_error(c, n,
                   n->kind == AST_Break ? "'break' outside loop"
                                        : "'continue' not properly in loop");
        return;
    }
    compile_at(c, n);
    compile_unwind(c, loop);
    compile_at(c, n);
    emit_jump(c, n->kind == AST_Break ? loop->end : loop->next);
    compile_rewind(c, nest, loop);
}

static void cstmt_raise(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp;
    if (!n->as.Raise.exc) {
        compile_at(c, n);
        emit_abc(c, OPC_RAISE_AGAIN, 0, 0, 0);
    } else {
        uint32_t at = compile_temp(c, n->as.Raise.exc);
        if (n->as.Raise.cause) { compile_temp(c, n->as.Raise.cause); }
        compile_at(c, n);
        emit_abc(c, OPC_RAISE, at, n->as.Raise.cause != NULL, 0);
    }
    emit_die(c);
    c->unit->temp = mark;
}

static void cstmt_assert(Compiler *c, Node *n) {
    if (c->front->flags & FRONT_NO_ASSERTS) { return; }
    uint32_t mark = c->unit->temp;
    Label fine = {0};
    compile_jump(c, n->as.Assert.test, &fine, true);
    if (!c->unit->dead) {
        uint32_t at = emit_temp(c);
        compile_at(c, n);
        emit_abc(c, OPC_LOAD_ASSERTION, at, 0, 0);
        if (n->as.Assert.msg) {
            compile_temp(c, n->as.Assert.msg);
            compile_at(c, n);
            emit_abc(c, OPC_CALL, at, 1, at);
        }
        compile_at(c, n->as.Assert.test);
        emit_abc(c, OPC_RAISE, at, 0, 0);
        emit_die(c);
    }
    emit_place(c, &fine);
    c->unit->temp = mark;
}

// What an interactive session shows: sys.displayhook(value).
static void cstmt_display(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp, at = emit_temps(c, 4);
    uint32_t r = compile_expr(c, n->as.Expr.value, REG_ANY);
    compile_at(c, n);
    emit_load(c, at, vm_name(c->vm, N_sys));
    emit_load(c, at + 1, V_NONE);
    emit_load(c, at + 2, V_NONE);
    emit_load(c, at + 3, int_value(0));
    emit_ext(c, OPC_CALL_INTERNAL, 4, at, at, I_IMPORT);
    emit_name(c, OPC_LOAD_ATTR, at, at, vm_name(c->vm, N_displayhook));
    emit_move(c, at + 1, r);
    emit_abc(c, OPC_CALL, at, 1, at);
    c->unit->temp = mark;
}

static void cstmt_expr(Compiler *c, Node *n) {
    bool module = !c->unit->outer && c->unit->scope->kind == SCOPE_MODULE;
    if (module && c->front->mode == FRONT_SINGLE) {
        cstmt_display(c, n);
    } else if (n == c->last) {
        compile_expr(c, n->as.Expr.value, (int32_t)c->last_reg);
    } else {
        compile_effect(c, n->as.Expr.value);
    }
}

// ---- import --------------------------------------------------------------------------------------

static Value cstmt_text(Compiler *c, const char *text, uint32_t len) {
    return emit_checked(c, intern_bytes(c->vm, text, len));
}

// R[at] = the module (or its top package when fromlist is None); uses R[at .. at + 3].
static void cstmt_import_call(Compiler *c, uint32_t at, Value name, Value fromlist, int32_t level) {
    emit_load(c, at, name);
    emit_load(c, at + 1, V_NONE);
    emit_load(c, at + 2, fromlist);
    emit_load(c, at + 3, int_value(level));
    emit_ext(c, OPC_CALL_INTERNAL, 4, at, at, I_IMPORT_NAME);
}

// R[at] = attribute `name` of module R[at], or its submodule.
static void cstmt_import_from_call(Compiler *c, uint32_t at, uint32_t module, Value name,
                                   uint32_t to) {
    emit_move(c, at, module);
    emit_load(c, at + 1, name);
    emit_ext(c, OPC_CALL_INTERNAL, 2, at, to, I_IMPORT_FROM);
}

static void cstmt_import_one(Compiler *c, Node *alias, const Node *n) {
    Name *name = alias->as.alias.name, *asname = alias->as.alias.asname;
    uint32_t at = emit_temps(c, 4);
    const char *text = name->text, *end = text + name->len;
    const char *dot = memchr(text, '.', name->len);
    compile_at(c, n);
    cstmt_import_call(c, at, cstmt_text(c, text, name->len), V_NONE, 0);
    if (!asname) {
        Name *top = dot ? front_name(c->front, text, (size_t)(dot - text)) : name;
        if (top) { compile_store(c, compile_symbol(c, top), at); }
        if (!top) { emit_no_memory(c); }
        return;
    }
    while (dot) { // import a.b.c as d: the attributes one by one
        const char *from = dot + 1;
        dot = memchr(from, '.', (size_t)(end - from));
        const char *stop = dot ? dot : end;
        cstmt_import_from_call(c, at + 1, at, cstmt_text(c, from, (uint32_t)(stop - from)), at);
    }
    compile_store(c, compile_symbol(c, asname), at);
}

static void cstmt_import(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp;
    for (uint32_t i = 0; i < n->as.Import.names.len; i++) {
        cstmt_import_one(c, n->as.Import.names.items[i], n);
        c->unit->temp = mark;
    }
}

static Value cstmt_fromlist(Compiler *c, const NodeSeq *names) {
    Tuple *t = heap_new(c->vm, T_TUPLE, names->len);
    if (!t) {
        c->failed = true;
        return V_RAISED;
    }
    for (uint32_t i = 0; i < names->len && !c->failed; i++) {
        t->items[i] = emit_text(c, names->items[i]->as.alias.name);
    }
    return ptr_value(c->vm, t);
}

static void cstmt_import_from(Compiler *c, Node *n) {
    const NodeSeq *names = &n->as.ImportFrom.names;
    Name *module = n->as.ImportFrom.module;
    uint32_t mark = c->unit->temp, at = emit_temps(c, 4);
    compile_at(c, n);
    Value name = module ? cstmt_text(c, module->text, module->len) : vm_name(c->vm, N_empty);
    cstmt_import_call(c, at, name, cstmt_fromlist(c, names), n->as.ImportFrom.level);
    for (uint32_t i = 0; i < names->len && !c->failed; i++) {
        const Node *alias = names->items[i];
        Name *from = alias->as.alias.name, *to = alias->as.alias.asname;
        if (!to && strcmp(from->text, "*") == 0) {
            emit_move(c, at + 1, at);
            emit_abc(c, OPC_NAMESPACE, at + 2, 0, 0);
            emit_ext(c, OPC_CALL_INTERNAL, 2, at + 1, at + 1, I_IMPORT_STAR);
            break;
        }
        cstmt_import_from_call(c, at + 1, at, emit_text(c, from), at + 1);
        compile_store(c, compile_symbol(c, to ? to : from), at + 1);
    }
    c->unit->temp = mark;
}

// ---- if and loops --------------------------------------------------------------------------------

static void cstmt_if(Compiler *c, Node *n) {
    Label end = {0};
    for (;;) {
        Label next = {0};
        const NodeSeq *orelse = &n->as.If.orelse;
        compile_jump(c, n->as.If.test, &next, false);
        compile_stmts(c, &n->as.If.body);
        if (orelse->len) { emit_jump(c, &end); }
        emit_place(c, &next);
        if (orelse->len != 1 || orelse->items[0]->kind != AST_If) {
            compile_stmts(c, orelse);
            break;
        }
        n = orelse->items[0];
    }
    emit_place(c, &end);
}

// A loop whose test is not known stands with the test at its end, which jumps back.
static void cstmt_while(Compiler *c, Node *n) {
    Label next = {0}, body = {0}, end = {0};
    Nest loop = {.next = &next, .end = &end};
    bool known, forever = compile_truth(c, n->as.While.test, &known) && known;
    if (compile_truth(c, n->as.While.test, &known) && !known) {
        compile_stmts(c, &n->as.While.orelse);
        return;
    }
    if (forever) {
        emit_place(c, &next);
    } else {
        compile_at(c, n->as.While.test);
        compile_loop_start(c, &next, &body);
    }
    compile_push(c, &loop, NEST_LOOP, n);
    compile_stmts(c, &n->as.While.body);
    compile_pop(c, &loop);
    if (forever) {
        emit_jump(c, &next);
    } else {
        emit_place(c, &next);
        compile_jump(c, n->as.While.test, &body, true);
    }
    compile_stmts(c, &n->as.While.orelse);
    emit_place(c, &end);
}

// The iterable of a loop; a display of constants is a constant.
uint32_t compile_iterable(Compiler *c, Node *n) {
    Value v;
    bool constant = (n->kind == AST_List && n->as.List.elts.len &&
                     compile_const_items(c, &n->as.List.elts, &v)) ||
                    (n->kind == AST_Set && compile_const_set(c, &n->as.Set.elts, &v));
    if (!constant || c->failed) { return compile_expr(c, n, REG_ANY); }
    uint32_t t = emit_temp(c);
    compile_at(c, n);
    emit_load(c, t, v);
    return t;
}

void compile_loop_start(Compiler *c, Label *next, Label *body) {
    Unit *u = c->unit;
    bool dead = u->dead;
    emit_jump(c, next);
    u->dead = dead;
    body->placed = true;
    body->at = u->n_words;
}

static void cstmt_for(Compiler *c, Node *n) {
    uint32_t mark = c->unit->temp, it = emit_temps(c, 3), item, after = c->unit->temp;
    Label next = {0}, body = {0}, end = {0};
    Nest loop = {.next = &next, .end = &end};
    Node *target = n->as.For.target, *iter = n->as.For.iter;
    uint32_t r = compile_iterable(c, iter);
    compile_at(c, iter);
    emit_abc(c, OPC_GET_ITER, it, r, 0);
    c->unit->temp = after;
    compile_loop_start(c, &next, &body);
    bool direct = compile_direct_target(c, target, &item);
    if (direct) {
        compile_mark_assigned(c, target->as.Name.sym);
    } else {
        item = emit_temp(c);
        compile_assign_to(c, target, item);
        c->unit->temp = after;
    }
    compile_push(c, &loop, NEST_LOOP, n);
    compile_stmts(c, &n->as.For.body);
    compile_pop(c, &loop);
    emit_place(c, &next);
    compile_at(c, iter);
    emit_branch(c, OPC_FOR_ITER, it, item, &body);
    c->unit->temp = mark;
    compile_stmts(c, &n->as.For.orelse);
    emit_place(c, &end);
}

// ---- dispatch ------------------------------------------------------------------------------------

static void cstmt_one(Compiler *c, Node *n) {
    switch (n->kind) {
    case AST_Expr: cstmt_expr(c, n); break;
    case AST_Assign: compile_assign(c, n); break;
    case AST_AugAssign: compile_aug_assign(c, n); break;
    case AST_AnnAssign: compile_ann_assign(c, n); break;
    case AST_Return: cstmt_return(c, n); break;
    case AST_If: cstmt_if(c, n); break;
    case AST_For: cstmt_for(c, n); break;
    case AST_AsyncFor: compile_async_for(c, n); break;
    case AST_While: cstmt_while(c, n); break;
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: compile_def(c, n); break;
    case AST_ClassDef: compile_class(c, n); break;
    case AST_Try:
    case AST_TryStar: compile_try(c, n); break;
    case AST_With:
    case AST_AsyncWith: compile_with(c, n); break;
    case AST_Match: compile_match(c, n); break;
    case AST_Raise: cstmt_raise(c, n); break;
    case AST_Assert: cstmt_assert(c, n); break;
    case AST_Delete: compile_delete_stmt(c, n); break;
    case AST_Import: cstmt_import(c, n); break;
    case AST_ImportFrom: cstmt_import_from(c, n); break;
    case AST_TypeAlias: compile_type_alias(c, n); break;
    case AST_Break:
    case AST_Continue: cstmt_leave_loop(c, n); break;
    default: break; // pass, global, nonlocal
    }
}

// Annotations inside such a statement may not be passed.
static bool cstmt_is_conditional(const Node *n) {
    return n->kind >= AST_For && n->kind <= AST_TryStar;
}

static void cstmt_dispatch(Compiler *c, Node *n) {
    bool conditional = cstmt_is_conditional(n);
    Unit *u = c->unit;
    u->n_conditional_nests += conditional;
    cstmt_one(c, n);
    u->n_conditional_nests -= conditional;
}

void compile_stmts(Compiler *c, const NodeSeq *body) {
    uint32_t floor = c->unit->floor; // handlers may want any temporary that is in use now
    c->unit->floor = c->unit->temp;
    for (uint32_t i = 0; i < body->len && !c->failed; i++) {
        if (c->unit->dead) { break; } // never reached
        NX_ASSERT(c->unit->temp >= c->unit->first_temp);
        cstmt_dispatch(c, body->items[i]);
    }
    c->unit->floor = floor;
}

// ---- docstrings ----------------------------------------------------------------------------------

static uint32_t cstmt_expand_tabs(const Const *k, char *out) {
    uint32_t len = 0, col = 0;
    for (uint32_t i = 0; i < k->len; i++) {
        char ch = k->as.bytes[i];
        if (ch == '\t') {
            do { out[len++] = ' '; } while (++col % 8);
            continue;
        }
        out[len++] = ch;
        if (ch == '\n' || ch == '\r') {
            col = 0;
        } else {
            col += ((uint8_t)ch & 0xC0) != 0x80;
        }
    }
    return len;
}

// The smallest indentation of the lines from the second on that are not blank.
static uint32_t cstmt_margin(const char *text, uint32_t len) {
    uint32_t margin = UINT32_MAX, i = 0;
    while (i < len && text[i] != '\n') { i++; }
    while (i < len) {
        uint32_t from = ++i;
        while (i < len && text[i] == ' ') { i++; }
        if (i < len && text[i] != '\n') { margin = min_u32(margin, i - from); }
        while (i < len && text[i] != '\n') { i++; }
    }
    return margin == UINT32_MAX ? 0 : margin;
}

// A docstring without the indentation its lines have in common.
static Value cstmt_clean_doc(Compiler *c, const Const *k) {
    uint32_t tabs = 0, out = 0, i = 0;
    for (uint32_t j = 0; j < k->len; j++) { tabs += k->as.bytes[j] == '\t'; }
    char *text = arena_alloc(c->arena, (size_t)k->len + 8 * (size_t)tabs + 1);
    if (!text) {
        emit_no_memory(c);
        return V_RAISED;
    }
    uint32_t len = cstmt_expand_tabs(k, text), margin = cstmt_margin(text, len);
    while (i < len && text[i] == ' ') { i++; }
    while (i < len) {
        text[out++] = text[i];
        if (text[i++] != '\n') { continue; }
        for (uint32_t skip = 0; skip < margin && i < len && text[i] == ' '; skip++) { i++; }
    }
    return emit_checked(c, str_new(c->vm, text, out));
}

static void cstmt_docstring(Compiler *c, Node *n) {
    Unit *u = c->unit;
    u->doc = cstmt_clean_doc(c, &n->as.Expr.value->as.Constant.value);
    if (u->scope->kind == SCOPE_FUNCTION || c->failed) { return; }
    uint32_t mark = u->temp, t = emit_temp(c);
    compile_at(c, n->as.Expr.value);
    emit_load(c, t, u->doc);
    compile_store_name(c, vm_name(c->vm, N___doc__), t);
    u->temp = mark;
}

// Under the future import annotations go into a dict at once: it is made if it is not there.
static void cstmt_setup_annotations(Compiler *c) {
    uint32_t mark = c->unit->temp, t = emit_temp(c);
    Label there = {0};
    emit_abc(c, OPC_NAMESPACE, t, 0, 0);
    emit_name(c, OPC_LOAD_CLASSDICT, t, t, vm_name(c->vm, N___annotations__));
    emit_branch(c, OPC_JUMP_BOUND, t, 0, &there);
    emit_abc(c, OPC_BUILD_MAP, t, 0, 0);
    compile_store_name(c, vm_name(c->vm, N___annotations__), t);
    emit_place(c, &there);
    c->unit->temp = mark;
}

void compile_body(Compiler *c, const NodeSeq *body, bool docstring) {
    NodeSeq rest = *body;
    const Scope *scope = c->unit->scope;
    if ((c->front->future & FUTURE_ANNOTATIONS) && scope->annotations_used &&
        scope->kind != SCOPE_FUNCTION) {
        cstmt_setup_annotations(c);
    }
    if (docstring && rest.len) {
        cstmt_docstring(c, rest.items[0]);
        rest.items++;
        rest.len--;
    }
    compile_stmts(c, &rest);
}
