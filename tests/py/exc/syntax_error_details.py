"""The second argument of SyntaxError is anything that can be iterated and has four items or more."""


def show(text):
    try:
        print(text, "->", eval(text))
    except BaseException as e:
        print(text, "!!", type(e).__name__, e)


def items(*given):
    yield from given


class Bad:
    def __iter__(self):
        raise KeyError("iter")


old = SyntaxError("m", ("f", 1, 2, "t"))
for detail in ("items(1)", "items('f', 1, 2, 't')", "iter(['f', 1, 2, 't', 3])", "'abcd'", "'abc'", "{1: 2}", "range(6)",
               "range(7)", "range(8)", "5", "None", "Bad()", "map(str, range(4))", "{1, 2, 3, 4, 5}", "b'abcd'", "('f', 1)", "['f', 1, 2, 't']"):
    show(f"SyntaxError('m', {detail}).lineno")
    show(f"old.__init__('n', {detail}), old.msg, old.filename, old.text")
    show(f"SyntaxError('m', {detail}, 1).lineno, SyntaxError({detail}).msg is not None")
