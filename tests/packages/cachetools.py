from cachetools import LFUCache, LRUCache, TTLCache, cached, cachedmethod, keys
c = LRUCache(maxsize=2)
c["a"] = 1; c["b"] = 2; c["a"]; c["c"] = 3
print(c, "b" in c, c.currsize)
clock = [0]
t = TTLCache(maxsize=5, ttl=10, timer=lambda: clock[0])
t["x"] = 1
clock[0] = 11
print("x" in t, len(t))
calls = []
@cached(cache={})
def f(x, y=1):
    calls.append(x)
    return x + y
print(f(1), f(1), f(1, y=2), calls, keys.hashkey(1, a=2))
l = LFUCache(2); l[1] = 1; l[2] = 2; l[1]; l[3] = 3
print(dict(l))
