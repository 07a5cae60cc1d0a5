const NativeDef list_methods[] = {
    LEAF("append", "self, object, /", list_append, "…"),
    LEAF("sort", "self, *, key=None, reverse: bool=False", list_sort, "…"),
    LEAF("pop", "self, index: index=-1, "
                "/", list_pop, "…"),
    LEAF("print", "*args, sep=' ', end='\\n', x=UNBOUND, **kw", builtin_print, "…"),
};
