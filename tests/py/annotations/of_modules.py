"""What stands in the namespace of a module about its annotations."""
import types
def keys(m): return [k for k in m.__dict__ if 'annot' in k]
m = types.ModuleType('m'); m.__annotations__ = {1: 2}; print(keys(m)); print(m.__annotate__); print(keys(m)); del m.__annotations__; print(keys(m))
m = types.ModuleType('m'); print(m.__annotate__); print(keys(m)); m.__annotations__ = 5; print(keys(m))
m = types.ModuleType('m'); m.__annotate__ = lambda f: {'x': 1}; print(keys(m)); m.__annotations__; print(keys(m)); m.__annotations__ = 5; print(keys(m), m.__annotate__)
m = types.ModuleType('m'); m.__annotate__ = lambda f: {'x': 1}; m.__annotations__; del m.__annotations__; print(keys(m), m.__annotate__)
m = types.ModuleType('m'); m.__annotations__; print(keys(m))
m = types.ModuleType('m'); m.__annotate__ = None; print(keys(m)); m.__annotations__ = {}; print(keys(m))
