// exc_classes.h: what single exception classes add to BaseException.
#ifndef NX_OBJECT_EXC_CLASSES_H
#define NX_OBJECT_EXC_CLASSES_H

#include "object/exc.h"

// The attributes of a class by number (exc_field). The first two stand in the exception itself, the
// others in a VALUES that its last `extra` refers to.
enum { STOP_VALUE = 0, EXIT_CODE = 0, NAME_NAME = 0, ATTRIBUTE_NAME = 0, ATTRIBUTE_OBJ };
enum { IMPORT_NAME, IMPORT_PATH, IMPORT_MSG, IMPORT_NAME_FROM };
enum { OS_ERRNO, OS_STRERROR, OS_FILENAME, OS_FILENAME2, OS_WRITTEN };
enum { UNICODE_ENCODING, UNICODE_OBJECT, UNICODE_START, UNICODE_END, UNICODE_REASON };
enum {
    SYNTAX_MSG,
    SYNTAX_FILENAME,
    SYNTAX_LINENO,
    SYNTAX_OFFSET,
    SYNTAX_TEXT,
    SYNTAX_END_LINENO,
    SYNTAX_END_OFFSET,
    SYNTAX_PRINT,
    SYNTAX_METADATA,
};
enum { GROUP_MESSAGE, GROUP_EXCEPTIONS };
// What the repr of a group shows; V_UNBOUND: it is none. A sequence of its own is shown as `args` has it.
NX_INTERNAL Value exc_group_args(Vm *vm, Value exc);

NX_INTERNAL Value exc_field(Vm *vm, Value exc, uint32_t i); // V_UNBOUND: not set
NX_INTERNAL bool exc_set_field(Vm *vm, Value exc, uint32_t i, Value v);

// Fills the attributes that the class derives from args (value, code, errno …). False: raised.
// `strict`: arguments that do not fit raise TypeError (__init__); else they are passed over.
NX_INTERNAL bool exc_class_init(Vm *vm, Value exc, Value cls, bool strict);
// Keyword arguments of the constructor: name=, obj=, path= …; TypeError for others. `making`: from
// __new__, which leaves them to __init__.
NX_INTERNAL bool exc_class_keywords(Vm *vm, Value exc, Value kwargs, bool making);
// The class's own str(): the text, V_UNBOUND when guest code is needed, V_NONE: it has none.
NX_INTERNAL Value exc_class_str(Vm *vm, Value exc);
// What OSError(*args) makes an instance of.
// An OSError takes its arguments when it is made, unless its class has an __init__ alone.
NX_INTERNAL bool exc_os_is_made(Vm *vm, Value cls);
NX_INTERNAL Value exc_os_class(Vm *vm, const Tuple *args);
// The arguments and the state that __reduce__ gives; false: raised.
NX_INTERNAL bool exc_class_reduce(Vm *vm, Value exc, Value *args, Value *state);
// Getset rows of a class, or NULL; its natives, or NULL.
NX_INTERNAL const GetSetDef *exc_class_getsets(ExcId id);
// Instances of the class have attributes that those of its base have not.
NX_INTERNAL bool exc_has_own_layout(Vm *vm, Value cls);
NX_INTERNAL const NativeDef *exc_class_methods(ExcId id);

// exc.c: the natives that several classes have rows of their own for.
NX_INTERNAL Value exc_make(Vm *vm, Value *a);
NX_INTERNAL Value exc_reduce(Vm *vm, Value *a);
NX_INTERNAL Value exc_init(Vm *vm, Value *a);
// What a SyntaxError says, and its text "msg (file, line N)", with that of msg.
NX_INTERNAL Value exc_syntax_msg(Vm *vm, Value exc);
NX_INTERNAL Value exc_syntax_text(Vm *vm, Value exc, Value text);

// exc_unicode.c
NX_INTERNAL bool exc_unicode_init(Vm *vm, Value exc, Value cls, bool strict);
NX_INTERNAL Value exc_unicode_str(Vm *vm, Value exc, Value cls);
extern const GetSetDef exc_unicode_getsets[];
// exc_group.c
extern const NativeDef exc_group_methods[];
extern const GetSetDef exc_group_getsets[];
NX_INTERNAL Value exc_group_str(Vm *vm, Value exc);

#endif
