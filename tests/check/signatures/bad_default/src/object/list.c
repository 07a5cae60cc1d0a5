const NativeDef list_methods[] = {
    STEPS("sort", "self, key=somewhere", list_sort, "…"),
};
