const NativeDef list_methods[] = {
    LEAF("append", "self, object, /", list_append, "…"),
    LEAF("append", "self, object, /", list_append2, "…"),
};
