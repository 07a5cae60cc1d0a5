# repr chooses quotes and escapes what is not printable.
for s in ("a", "it's", 'say "x"', '''both ' and "''', '\\', '\n\t\r', '\x00\x07\x7f', 'é', '\xa0', '\xad', '\u200b', '\ud800', '😀', '\U000e0001', '\u2028', '\u0300', '', '\x85', '\ue000', '\uffff', '\u0378'):
    print(repr(s), ascii(s), len(repr(s)))
print(str(['é', '\n']), "%r" % 'tab\t', f'{"quote\'s"!r}')
