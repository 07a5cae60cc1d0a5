# The widths of matches, for programs that look inside re.
import re._parser as P
for p in ['a','a*','(a|bc)+','a{2,3}b?','[^]a]\\d\\b','(?i:x)(?=yy)z','(?P<n>ab)(?P=n)\\1','^a$','\\x41\\u1234\\N{DIGIT ONE}','(?x) a b # c\n c','(?:a|bb|){2}','(a)(?(1)b|cc)','.*?x','a{,3}','a{3,}','','\\.','[\\]]','(?>ab)c++','(?s).','(?<!a)b','x{','(?#no)y','\\0\\123']:
    print(repr(p), P.parse(p).getwidth())
