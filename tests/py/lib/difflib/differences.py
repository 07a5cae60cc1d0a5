# difflib: SequenceMatcher, close matches, Differ, unified and context diffs.
import difflib

m = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(m.ratio(), m.quick_ratio(), m.real_quick_ratio(), m.find_longest_match(), m.get_matching_blocks())
print(m.get_opcodes(), list(m.get_grouped_opcodes(1)))
m.set_seqs("private Thread currentThread;", "private volatile Thread currentThread;")
print(round(m.ratio(), 3), m.find_longest_match(0, 5, 0, 5))
print(difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), difflib.SequenceMatcher(None, "a" * 300, "a" * 300 + "b").bpopular)
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]), difflib.get_close_matches("wheel", ["heel", "wheat", "while"], n=1, cutoff=0.7))
a = "one\ntwo\nthree\nfour\nfive\nsix\n".splitlines(True)
b = "one\n2\nthree\nfour\nfivé\nsix\nseven\n".splitlines(True)
print("".join(difflib.ndiff(a, b)), end="")
print("".join(difflib.unified_diff(a, b, "old", "new", n=1)), end="")
print("".join(difflib.context_diff(a, b, "old", "new", "date1", "date2")), end="")
d = list(difflib.ndiff(["a\n", "bcd\n"], ["a\n", "bxd\n"]))
print(list(difflib.restore(d, 1)), list(difflib.restore(d, 2)), d)
print(list(difflib.unified_diff(["x"], ["x"])), list(difflib.diff_bytes(difflib.unified_diff, [b"\xff"], [b"y"], b"f", b"t", lineterm=b"")))
for bad in (lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([b"x"], ["y"]))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
