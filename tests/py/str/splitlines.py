# splitlines knows every line boundary.
s = 'a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l'
print(s.splitlines())
print(s.splitlines(True))
print(''.splitlines(), '\n'.splitlines(), '\n\n'.splitlines(), 'a\n'.splitlines(), 'a\n\nb'.splitlines(keepends=True), '\r\n'.splitlines(True), 'ab'.splitlines())
