from boltons import cacheutils, dictutils, iterutils, listutils, mathutils, setutils, strutils, timeutils, tableutils, statsutils
print(iterutils.chunked(range(5), 2), iterutils.remap({"a": [1, None]}, visit=lambda p, k, v: v is not None), strutils.slugify("Hello, World!"), strutils.camel2under("CamelCase"), strutils.bytes2human(123456))
d = dictutils.OMD([("a", 1), ("a", 2)])
print(d, d.getlist("a"), setutils.IndexedSet([3, 1, 2])[0], mathutils.clamp(5, 0, 3), listutils.BarrelList(range(4)), statsutils.mean([1, 2, 3]))
print(strutils.pluralize("box"), strutils.parse_int_list("1-3,7"), iterutils.bucketize(range(4), lambda x: x % 2), timeutils.parse_timedelta("1d 2h"))
