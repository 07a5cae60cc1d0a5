# A finalizer that asks for a collection does not wait for the finalizers behind it.
import gc


class Evil:
    def __del__(self):
        gc.collect()
        ended.append(1)


ended = []
for _ in range(10):
    Evil()
gc.collect()
gc.collect()
print(len(ended))
