# Every escape sequence of a str literal.
print(repr('\a\b\f\n\r\t\v\\\'\"'))
print('\x41\x7a', '\101\60', '\0'.encode(), repr('\7\18'))
print('\u00e9 \u20ac \U0001F600')
print('\N{BULLET} \N{LATIN SMALL LETTER E WITH ACUTE} \N{GREEK SMALL LETTER ALPHA}')
print(repr('\x00\x1f\x7f\x80\xa0\xad\xff'))
print(repr('\ud800'), repr('\u2028\u200b\ufeff'))
print(len('\
'), len('\n\\n'))
