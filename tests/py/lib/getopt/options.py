# Options of command lines: short and long, with arguments that must, may or must not be there.
import getopt

CASES = [
    (["-a", "-b", "val", "x", "-c"], "ab:c", []),
    (["-abval", "--", "-x"], "ab:", []),
    (["--alpha", "--beta=1", "--beta", "2", "rest"], "", ["alpha", "beta="]),
    (["--al", "x"], "", ["alpha", "beta="]),
    (["-afoo", "-a", "b"], "a::b", []),
    (["--foo=1", "--foo", "2"], "", ["foo=?"]),
    (["-"], "a", []),
    (["--foo="], "", ["foo="]),
    ([], "a", "long"),
    (["--fo"], "", ["foo", "fob"]),
    (["--foo"], "", ["foo", "foobar"]),
    (["--foo"], "", ["foo="]),
    (["--foo=1"], "", ["foo"]),
    (["--bar"], "", ["foo"]),
    (["-z"], "a", []),
    (["-a"], "a:", []),
    (["-:"], "a:", []),
]
for args, short, long in CASES:
    for function in getopt.getopt, getopt.gnu_getopt:
        try:
            print(args, short, long, *function(args, short, long))
        except getopt.GetoptError as e:
            print(args, short, long, e, repr(e.opt), e.args)
words = ["a", "-x", "b", "--long", "v", "c", "--", "-y"]
for short in "x", "-x", "+x":
    print(short, *getopt.gnu_getopt(words, short, ["long="]))
print(getopt.error is getopt.GetoptError, words)
