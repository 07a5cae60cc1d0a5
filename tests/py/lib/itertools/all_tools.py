from itertools import *
import operator

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

print(list(accumulate([1, 2, 3, 4])), list(accumulate([2, 3], operator.mul, initial=10)), list(accumulate([])))
print(list(batched("abcdefg", 3)), list(batched([], 2)))
print(list(chain("ab", [1])), list(chain.from_iterable([[1], (2, 3)])), list(chain()))
print(list(combinations("abcd", 2))[:4], list(combinations([1], 2)), list(combinations_with_replacement("ab", 2)))
print(list(permutations("abc", 2)), list(permutations([1, 2, 3]))[-1], len(list(permutations(range(5)))))
print(list(compress("abcd", [1, 0, "", 2])), list(dropwhile(lambda x: x < 3, [1, 3, 1])), list(takewhile(lambda x: x < 3, [1, 3, 1])))
c = count(5, 2); print(next(c), next(c), c, count(), count(1.5), repr(count(2, 1.0)))
print(list(islice(cycle("ab"), 5)), list(islice(count(), 2, 10, 3)), list(islice("abc", None)), list(islice("abc", 2)))
print(list(filterfalse(None, [0, 1, "", "x"])), list(pairwise("abcd")), list(starmap(pow, [(2, 3), (3, 2)])))
print([(k, list(g)) for k, g in groupby("aabbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 5], key=lambda x: x % 2)])
print(list(product("ab", [1, 2])), len(list(product(range(3), repeat=3))), list(product()), list(product("ab", [])))
r = repeat("x", 3); print(r, next(r), r, list(r), operator.length_hint(repeat(1, 7)), repeat(1))
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(zip_longest([1, 2])))
show(list, batched("abc", 2, strict=True)); show(batched, "a", 0); show(combinations, "a", -1)
show(islice, "a", -1); show(islice, "a", 0, 1, 0); show(islice, "a", "x"); show(product, "a", repeat=-1)
show(count, "a"); show(list, chain(5)); show(tee, [], -1); show(permutations, "ab", "x"); show(cycle, 5)
print(list(cycle([])), type(count()).__name__, type(chain()).__module__)
