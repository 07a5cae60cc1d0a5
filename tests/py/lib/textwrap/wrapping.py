# textwrap: wrap, fill, shorten, dedent, indent.
import textwrap

text = ("Python is a widely-used programming language -- readable,\tand usable; it was first "
        "released in 1991 by someone-you-know. A verylongwordthatdoesnotfit here.")
for options in ({}, {"break_long_words": False}, {"break_on_hyphens": False}, {"fix_sentence_endings": True},
                {"initial_indent": "* ", "subsequent_indent": "  "}, {"max_lines": 3},
                {"max_lines": 2, "placeholder": "~"}, {"expand_tabs": False}, {"drop_whitespace": False}):
    print(options)
    for line in textwrap.wrap(text, 20, **options):
        print("  |" + line + "|")
print(textwrap.fill(text, 40))
print(textwrap.shorten("Hello  world  of many words", 15), textwrap.shorten("Hello world!", 11),
      textwrap.shorten("Hello world", 8, placeholder="..."), repr(textwrap.shorten("Hello", 5)))
print(repr(textwrap.dedent("""
    one
      two

    three
\t""")))
print(repr(textwrap.dedent("\ta\n\t b\n\n\tc")), repr(textwrap.dedent("a\n b")))
print(textwrap.indent("a\n\n b\n", "> "), end="")
print(textwrap.indent("a\n\n b\n", "> ", lambda line: True), end="")
print(textwrap.wrap("", 10), textwrap.wrap("   ", 10), textwrap.wrap("a b", 1))
for bad in (lambda: textwrap.wrap("abc", 0), lambda: textwrap.shorten("abcdef abc", 2),
            lambda: textwrap.dedent(5)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(textwrap.TextWrapper(width=10, tabsize=4).wrap("a\tb c d e f g h"))
