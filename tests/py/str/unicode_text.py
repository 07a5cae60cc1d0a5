# Code points, combining marks, surrogates, normalisation-free comparison.
s = 'e\u0301é'
print(len(s), s == 'éé', s[0], s[1] == '\u0301', ascii(s), s.upper(), len('😀'), len('👨\u200d👩\u200d👧'), '😀'[0] == '😀', '😀'.encode('utf-16-le'))
print(ascii('\ud83d\ude00'), len('\ud83d\ude00'), '\ud83d' in '\ud83d\ude00', '\ud83d\ude00' == '😀')
print('ß'.upper(), 'ŉ'.upper(), 'ﬃ'.upper(), 'İ'.lower() == 'i̇', 'Σας'.lower(), 'ΣΑΣ'.lower(), 'ǆ'.title(), 'ǅ'.upper(), 'ß'.casefold())
print('Ω'.lower() == 'ω', 'K'.lower() == 'k', 'Å'.lower() == 'å', 'µ'.upper() == 'Μ', 'ÿ'.upper(), 'ı'.upper(), 'ſ'.upper())
print([c.isalpha() for c in 'aéß中١²_ '], [c.isdigit() for c in '1١²½Ⅷ一'], [c.isnumeric() for c in '1١²½Ⅷ一'], [c.isdecimal() for c in '1١²½'])
print('\u00a0'.isspace(), '\u200b'.isspace(), '\u3000'.isspace(), ''.join(reversed('aé😀')), sorted('éeEÉz'), max('aé😀'))
print(int('१२'), float('١.٥'), '٣'.isdigit(), '中文'.center(6, '*'), 'x'.ljust(3, '中'), '中文abc'.find('a'), '中文' * 2, '中' < '文')
print('a\u0300'.isprintable(), '\u0300'.isprintable(), '\ufffe'.isprintable(), repr('\u061c\u2066'), repr('\U000e0100'))
print('Hello'.translate({ord('l'): '中'}), 'naïve'.encode('ascii', 'ignore'), 'naïve'.partition('ï'), 'ÀÉ'.swapcase(), 'éa'.title(), "l'été".title())
