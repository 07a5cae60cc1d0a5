# fnmatch: matching, filtering, translation.
import fnmatch

for name, pattern in (("abc", "a*"), ("abc", "A*"), ("abc", "?b?"), ("abc", "[a-c]bc"), ("abc", "[!a]bc"), ("a]c", "a[]]c"), ("a", "[]"),
                      ("a.py", "*.py"), ("x\ny", "x*y"), ("abc", "*"), ("", "*"), ("", "?"), ("[", "["), ("a-b", "a[-x]b"), ("abc", "**c"), ("b", "[c-a]"), ("!", "[!!]")):
    print(repr(name), pattern, fnmatch.fnmatchcase(name, pattern), fnmatch.fnmatch(name, pattern))
names = ["a.py", "b.txt", "c.py", "d.PY"]
print(fnmatch.filter(names, "*.py"), fnmatch.filterfalse(names, "*.py"), fnmatch.filter([b"x", b"y"], b"x"))
for pattern in ("*.py", "a?[b-d]", "**", "[!x]*", "a*b*c", "[]", "[a\\]", "", ".^$"):
    print(fnmatch.translate(pattern))
