# shlex: split, quote, join, the lexer.
import shlex

for text in ("a 'b c' \"d e\"", "a\\ b c", "x#comment here", "'' \"\"", "a'b'c\"d\"", "one\ntwo", '"a\\"b" \'a\\b\'', "  ", "é 'ü'"):
    print(repr(text), shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False))
print([shlex.quote(x) for x in ("plain", "two words", "it's", "", "a$b", "a/b.c-d_e@f%g+h=i:j,k")], shlex.join(["a b", "c"]))
for bad in ("'unclosed", '"unclosed', "trailing\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print("ValueError", e)
print(list(shlex.shlex("a && b || c; d > e(f)", punctuation_chars=True)), list(shlex.shlex("a && b-c 'd e'")))
lex = shlex.shlex("x = 'y z' # note\nnext", posix=True)
print(lex.get_token(), lex.get_token(), lex.get_token(), lex.lineno, lex.get_token(), lex.get_token(), lex.error_leader("f", 3))
lex.push_token("back")
print(lex.get_token())
for bad in (lambda: shlex.split(None), lambda: shlex.quote(5)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
