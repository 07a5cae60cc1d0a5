# lower, upper, title, capitalize, swapcase, casefold.
for s in ('Hello World', 'ÀÉÎ straße', "they're bill's", 'ǆ ŉ ﬁ', 'ΑΣ Σ ὈΔΥΣΣΕΎΣ', 'ı İ', '', '123abc', 'x.y-z w', 'ß'):
    print(repr(s.lower()), repr(s.upper()), repr(s.title()), repr(s.capitalize()), repr(s.swapcase()), repr(s.casefold()))
print('İ'.lower().encode(), len('İ'.lower()), 'ﬀ'.upper(), 'Straße'.casefold() == 'STRASSE'.casefold())
