const NativeDef list_methods[] = {
    STEPS("sort", "self, *, key=None, reverse=False, strict=False", list_sort, "…"),
};
