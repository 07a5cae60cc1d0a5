# The line an error shows: with its newline or without, and none for what is found behind the parser.
SOURCES = [
    "x = (1,\n", "x = (1,\n\n", "(\n", "a\\ b", "a\\", "x\\\n", "def f():\n\tx\n        y", "class A:\n  def f(self):\n pass", "f\"{a",
    "x = 1 +\n", "x = 1 +", "'abc\n", "'''abc\n\n", "1__0\n", "0777\n", "$\n", "return 5\n", "def f():\n  nonlocal x\n", "a b\nc\n",
    "(a, 1) = 2\n", "if x:\npass\n", "x = [\n1,\n2\ny = 3\n", "break", "f'{}'\n", "'\\N{nope}'\n", "def f(a, a): pass\n",
]
for source in SOURCES:
    for mode in "exec", "eval", "single":
        try:
            compile(source, "<text>", mode)
        except SyntaxError as e:
            print(mode, repr(source), type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), repr(e.text))
