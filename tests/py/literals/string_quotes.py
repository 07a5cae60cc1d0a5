# Quotes, prefixes, concatenation and line continuation of string literals.
print('single', "double", '''triple single''', """triple double""")
print('it\'s', "say \"hi\"", 'a "b" c', "a 'b' c")
print("adjacent " 'strings ' """joined""")
print("""two
lines""")
print("con\
tinued")
print(r'raw \n', R"\d+\\", r'\'')
print('' "" '''''' == "")
print(u'unicode prefix', U"too")
x = ("one"
     " two"
     " three")
print(x)
