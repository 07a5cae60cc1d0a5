# unittest.main: which tests are run, as the arguments say.
import contextlib
import io
import re
import unittest


class First(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        print("printed")
        self.assertEqual(1, 1)


class Second(unittest.TestCase):
    def test_three(self):
        print("shown when it fails")
        self.assertEqual(1, 2)


def main(*args, **options):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        program = unittest.main(argv=["prog", *args], exit=False, **options)
    text = re.sub(r"(?m)^  File .*\n(    .*\n)*", "", err.getvalue())
    print(args, re.sub(r"in \d+\.\d+s", "in N s", text))
    print(program.result)


main("-v")
main("-q")
main("First")
main("First.test_one", "Second.test_three", "-v")
main("-k", "t*e", "-v")
main("-k", "two", "-b")
main("-f")
main("-b")
main(defaultTest="First", verbosity=2)
try:
    with contextlib.redirect_stderr(io.StringIO()):
        unittest.main(argv=["prog", "Second"])
except SystemExit as end:
    print("exit", end.code)
