const NativeDef list_methods[] = {
    LEAF("append", "self, object /", list_append, "…"),
};
