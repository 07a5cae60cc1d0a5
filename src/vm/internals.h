// internals.h: the steps natives behind rt/internals.def, and small shared helpers.
#ifndef NX_VM_INTERNALS_H
#define NX_VM_INTERNALS_H

#include "object/type.h"
#include "vm/call.h"

// One function per internal operation, `rich_compare_steps` for RICH_COMPARE and so on; the table
// in internals.c pairs them.
#define NX_INTERNAL_FUNCTIONS(X)                                                                   \
    X(RICH_COMPARE, rich_compare_steps, 1)                                                         \
    X(TRUTH, truth_steps, 0)                                                                       \
    X(HASH, hash_steps, 0)                                                                         \
    X(EQUAL, equal_steps, 0)                                                                       \
    X(REPR, repr_steps, 0)                                                                         \
    X(STR, str_steps, 0)                                                                           \
    X(ASCII, ascii_steps, 0)                                                                       \
    X(FORMAT, format_steps, 0)                                                                     \
    X(ITER, iter_steps, 0)                                                                         \
    X(NEXT, next_steps, 0)                                                                         \
    X(DRAIN, drain_steps, 2)                                                                       \
    X(GETATTR, getattr_steps, 3)                                                                   \
    X(SETATTR, setattr_steps, 2)                                                                   \
    X(DELATTR, delattr_steps, 2)                                                                   \
    X(HASATTR_GET, hasattr_get_steps, 1)                                                           \
    X(GETITEM, getitem_steps, 0)                                                                   \
    X(SETITEM, setitem_steps, 0)                                                                   \
    X(DELITEM, delitem_steps, 0)                                                                   \
    X(CONTAINS, contains_steps, 1)                                                                 \
    X(LEN, len_steps, 0)                                                                           \
    X(BINARY_OP, binary_op_steps, 1)                                                               \
    X(UNARY_OP, unary_op_steps, 0)                                                                 \
    X(INDEX, index_steps, 0)                                                                       \
    X(TO_INT, to_int_steps, 0)                                                                     \
    X(TO_FLOAT, to_float_steps, 0)                                                                 \
    X(DICT_GET, dict_get_steps, 4)                                                                 \
    X(DICT_SET, dict_set_steps, 4)                                                                 \
    X(DICT_DEL, dict_del_steps, 4)                                                                 \
    X(SET_ADD, set_add_steps, 4)                                                                   \
    X(SET_HAS, set_has_steps, 4)                                                                   \
    X(SET_DEL, set_del_steps, 4)                                                                   \
    X(DICT_MERGE, dict_merge_steps, 6)                                                             \
    X(IS_INSTANCE, is_instance_steps, 3)                                                           \
    X(IS_SUBCLASS, is_subclass_steps, 3)                                                           \
    X(MERGE_SORT, merge_sort_steps, 8)                                                             \
    X(IMPORT, import_steps, 6)                                                                     \
    X(IMPORT_FROM, import_from_steps, 2)                                                           \
    X(BUILD_CLASS, build_class_steps, 8)                                                           \
    X(BIND, bind_steps, 2)                                                                         \
    X(MATCH_CLASS, match_class_steps, 4)                                                           \
    X(MATCH_KEYS, match_keys_steps, 4)                                                             \
    X(AWAIT_ITER, await_iter_steps, 0)                                                             \
    X(GEN_CLOSE, gen_close_steps, 1)                                                               \
    X(GEN_THROW, gen_throw_steps, 2)                                                               \
    X(PRINT_ERROR, print_error_steps, 10)                                                          \
    X(RAISE_PREPARE, raise_prepare_steps, 2)                                                       \
    X(EXC_MATCH, exc_match_steps, 0)                                                               \
    X(EXCEPT_STAR, except_star_steps, 3)                                                           \
    X(RERAISE_STAR, reraise_star_steps, 4)                                                         \
    X(UNPACK, unpack_steps, 3)                                                                     \
    X(INIT_SUBCLASS, init_subclass_steps, 2)                                                       \
    X(RUN_QUEUE, run_queue_steps, 1)                                                               \
    X(IMPORT_STAR, import_star_steps, 5)                                                           \
    X(FORMAT_VALUE, format_value_steps, 0)                                                         \
    X(SUPER_GETATTR, super_getattr_steps, 0)                                                       \
    X(DIR, dir_steps, 4)                                                                           \
    X(TYPE_CALL, type_call_steps, 1)                                                               \
    X(CALL_SPREAD, call_spread_steps, 1)                                                           \
    X(SET_NAMES, set_names_steps, 2)                                                               \
    X(LOAD_NAME, load_name_steps, 0)                                                               \
    X(MERGE_KEYWORDS, merge_keywords_steps, 0)                                                     \
    X(LIST_EXTEND, list_extend_steps, 0)                                                           \
    X(HOST_CALL, host_call_steps, 1)                                                               \
    X(WARN_SYNTAX, warn_syntax_steps, 1)                                                           \
    X(CAP_CALL, cap_call_steps, 1)                                                                 \
    X(RUN_PROGRAM, run_program_steps, 3)                                                           \
    X(LRU_CALL, lru_call_steps, 6)                                                                 \
    X(RE_SEARCH, re_search_steps, 1)                                                               \
    X(RE_COLLECT, re_collect_steps, 8)                                                             \
    X(TASK_STEP, task_step_steps, 1)                                                               \
    X(PROPERTY_DOC, property_doc_steps, 0)                                                         \
    X(IMPORT_NAME, import_name_steps, 0)                                                           \
    X(CLASS_STATEMENT, class_statement_steps, 0)                                                   \
    X(EXC_SET_ARGS, exc_set_args_steps, 0)                                                         \
    X(BUFFER, buffer_steps, 1)                                                                     \
    X(BUFFER_RELEASE, buffer_release_steps, 1)                                                     \
    X(BIND_CALL, bind_call_steps, 0)

NX_INTERNAL void task_step_unwind(Vm *vm, Frame *f);
#define X(NAME, fn, scratch) NX_INTERNAL Value fn(Vm *vm, Frame *f);
NX_INTERNAL_FUNCTIONS(X)
#undef X

// What an internal operation can tell without a frame, or NULL. See internal_leaf.c.
NX_INTERNAL LeafFn internal_leaf(Internal i);
NX_INTERNAL Value is_instance_leaf(Vm *vm, Value *a);
NX_INTERNAL bool match_takes_self(Vm *vm, Value cls);
// Fills *out with the row of an internal operation.
NX_INTERNAL const NativeDef *internal_def(Internal i, NativeDef *out);
NX_INTERNAL void ids_moved(Vm *vm);                         // after objects changed their offsets
NX_INTERNAL void ids_put(Values *t, Value v, Value serial); // t: a table of ids with room for one

// v may be the self of a native or attribute of class `owner`.
NX_INTERNAL bool self_fits(Vm *vm, Value v, TypeTag tag, Value owner);
NX_INTERNAL Value special_method(Vm *vm, Value v, NameId name);
NX_INTERNAL bool special_is_row(Vm *vm, Value v, NameId name);
NX_INTERNAL Value object_method(Vm *vm, NameId name); // what class object has under that name
NX_INTERNAL bool is_generator_like(Vm *vm, Value v);  // its own iterator without a next slot
NX_INTERNAL TypeTag native_class_tag(Vm *vm, const NativeObj *nat);
NX_INTERNAL bool is_callable(Vm *vm, Value v);
NX_INTERNAL bool is_print_function(Vm *vm, Value v);
NX_INTERNAL Value seq_iter_new(Vm *vm, Value v);
NX_INTERNAL Value singleton_repr(Vm *vm, Value v);
NX_INTERNAL Value format_number_leaf(Vm *vm, Value v, Value spec); // V_UNBOUND: has no spec engine
NX_INTERNAL Value int_exact(Vm *vm, Value v); // the plain int of an int, bool or subclass instance
NX_INTERNAL NameId bin_op_name(BinOp op, int which); // 0 forward, 1 reflected, 2 in place
NX_INTERNAL NameId un_op_name(UnOp op);
NX_INTERNAL NameId cmp_op_name(int op);

// Descriptors for what cls adds to its bases: without __slots__, and with them (a tuple or list).
// False: raised.
NX_INTERNAL bool class_add_room(Vm *vm, Value cls);
NX_INTERNAL bool class_add_slots(Vm *vm, Value cls, Value slots);

struct Property;
NX_INTERNAL Value raise_property(Vm *vm, const struct Property *p, Value obj, const char *what);
NX_INTERNAL bool class_has_attr(Vm *vm, Value cls,
                                Value attr); // found through cls, not its metaclass
NX_INTERNAL Value function_attr(Vm *vm, Value extra, Value name); // an entry of __dict__
NX_INTERNAL bool next_leaf_known(Vm *vm, Value it); // an iterator C knows how to advance
NX_INTERNAL bool function_set_attr(Vm *vm, Value func, Value name, Value v);
NX_INTERNAL Value function_annotations_steps(Vm *vm, Frame *f);
NX_INTERNAL Value super_self_type(Vm *vm, Value cls, Value self);
// What super() without arguments means in the function that called it. False: raised.
NX_INTERNAL bool super_of_caller(Vm *vm, Value *cls, Value *self);
NX_INTERNAL Value super_getattr(Vm *vm, Value v, Value name);
NX_INTERNAL Value type_instancecheck_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_subclasscheck_steps(Vm *vm, Frame *f);
NX_INTERNAL Value object_getattribute_steps(Vm *vm, Frame *f);
NX_INTERNAL Value object_setattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_setattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_getattribute_steps(Vm *vm, Frame *f);
NX_INTERNAL Value type_delattr_steps(Vm *vm, Frame *f);
NX_INTERNAL Value object_delattr_steps(Vm *vm, Frame *f);

NX_INTERNAL Value type_module(Vm *vm, Value cls); // __module__, V_NONE when there is none
NX_INTERNAL Value type_winner(Vm *vm, Value meta, const Tuple *bases);
NX_INTERNAL Value raise_abstract(Vm *vm, Value cls);
NX_INTERNAL Value running_module_name(Vm *vm); // __name__ of the running frame's globals
NX_INTERNAL Value shape_for_dict(Vm *vm, Value cls, uint32_t inline_cap);
NX_INTERNAL Value object_default_repr(Vm *vm, Value v);
NX_INTERNAL Value object_sizeof(Vm *vm, Value *a);
NX_INTERNAL Value object_get_dict(Vm *vm, Value v);
NX_INTERNAL bool object_set_dict(Vm *vm, Value v, Value dict);

// The function of a frozen module; V_UNBOUND: the image has none.
NX_INTERNAL Value frozen_function(Vm *vm, const char *module, const char *function);
NX_INTERNAL Value frame_locals(Vm *vm, Frame *f); // what locals() gives in that frame
// tb_frame of a Traceback, and its globals.
NX_INTERNAL Value traceback_frame(Vm *vm, Value traceback);
NX_INTERNAL Value frameinfo_code(Vm *vm, Value v); // the Code of a frame object
NX_INTERNAL Value traceback_globals(Vm *vm, Value traceback);
NX_INTERNAL Value import_hook(Vm *vm);

// What came of a compilation (a code object, or V_RAISED) and its warnings. Without any it is given
// back as it is; else *pack becomes what I_WARN_SYNTAX shows before it gives it back, and V_NONE is
// returned. With V_RAISED nothing was kept.
NX_INTERNAL Value syntax_pack(Vm *vm, Value made, Value warnings, Value filename, Value *pack);
NX_INTERNAL bool syntax_is_program(Vm *vm, Value v); // a pack whose code is a function to call
NX_INTERNAL uint32_t seq_length(Vm *vm, Value v);    // of a tuple or list, else 0

// Serial number of an object for id() and identity hashes. False: no memory.
NX_INTERNAL bool object_serial(Vm *vm, Value v, uint64_t *serial);

// The sink of I_DRAIN's steps.
NX_INTERNAL bool drain_sink(Vm *vm, Frame *f, Value item);

#endif
