import more_itertools as m
print(list(m.chunked(range(7), 3)), list(m.windowed([1, 2, 3, 4], 3)), m.first([], "none"), m.one([5]), m.ilen(iter(range(9))))
p = m.peekable(iter("abc"))
print(p.peek(), next(p), list(p), bool(p))
b = m.bucket(["a1", "b1", "a2"], key=lambda s: s[0])
print(list(b["a"]), list(b["b"]), list(m.flatten([[1], [2, 3]])), list(m.collapse([1, [2, [3, [4]]]])), list(m.interleave_longest([1, 2, 3], "a")))
print(m.consume(iter("x")), list(m.split_at("abcdc", lambda c: c == "c")), list(m.split_when([1, 2, 3, 1], lambda a, b: b < a)), list(m.run_length.encode("aab")))
print(list(m.distinct_permutations([1, 0, 1])), list(m.set_partitions([1, 2, 3], 2)), m.nth_or_last([1, 2], 9), list(m.stagger([1, 2, 3])))
print(list(m.map_reduce("apple avocado banana".split(), lambda s: s[0]).items()), list(m.powerset([1, 2])), m.all_equal([1, 1]), list(m.grouper(range(5), 2)))
s = m.spy(range(5), 2)
print(s[0], list(s[1]), list(m.seekable(iter("abcd"))), list(m.numeric_range(1.0, 2.0, 0.5)), list(m.divide(3, range(7))[0]), list(m.sort_together([[3, 1, 2], "abc"])))
for bad in (lambda: m.one([]), lambda: m.only([1, 2]), lambda: m.first([])):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e)
