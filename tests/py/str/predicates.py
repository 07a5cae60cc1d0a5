# isalpha, isdigit and the other tests of character classes.
words = ['', 'abc', 'ABC', 'Abc', 'abc1', '123', '१२३', '²', '½', '一', ' ', '\t\n', 'a b', 'A1', 'é', 'ǅ', '_x', '1a', 'def', 'Title Case', 'Not title',
         '\x00', '\u2028', '\xa0', 'a\n', '٣', 'Ⅷ', '😀']
names = ['isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum', 'isspace', 'islower', 'isupper', 'istitle', 'isidentifier', 'isprintable', 'isascii']
for w in words:
    print(ascii(w), ''.join('1' if getattr(w, n)() else '0' for n in names))
