# What only weak references lead to is there until a later collection.
import gc
import weakref


class C:
    pass


ref = weakref.ref(C())
print(ref() is None)
gc.collect()
print(ref() is None)
