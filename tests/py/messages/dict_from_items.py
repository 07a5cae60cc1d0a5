# What is no sequence of pairs: the note says which element it was.
from traceback import format_exception_only

for items in [[1], [(1, 2), None], iter(["ab", 1.5]), ["abc"], [(1, 2), ()], [(1,)]]:
    for make in dict, {}.update:
        try:
            make(items)
        except (TypeError, ValueError) as e:
            print(*format_exception_only(e), getattr(e, "__notes__", None))

# An error of iterating passes as it is, unless it is a TypeError.


class Odd:
    def __iter__(self):
        raise LookupError("no")


class Odder:
    def __iter__(self):
        raise TypeError("not now")


for item in Odd(), Odder():
    try:
        dict([item])
    except Exception as e:
        print(*format_exception_only(e), repr(e.__context__))

# super() without arguments where there is no argument.
for source in "super()", "(lambda: super())()", "(lambda *a: super())(1)", "[super() for x in 'a']":
    try:
        eval(source)
    except RuntimeError as e:
        print(e)
