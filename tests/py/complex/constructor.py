# complex() of text and numbers, and its format.
for text in ('1', '1+2j', '-1-2j', '3j', 'j', '-j', '(1+2j)', ' 1+2j ', '1e2-1e-2j', 'infj', 'nan', '1_0+2_0j', '', '1 + 2j', '1+', 'i', '1+2', '((1))'):
    try:
        print(repr(text), complex(text))
    except ValueError as e:
        print(repr(text), e)
print(complex(1, 2), complex(real=1), complex(imag=1), complex(1.5, -0.0), complex(True, False), complex())
class C:
    def __complex__(self):
        return 5j
print(complex(C()), complex.from_number(3))
for f in (lambda: complex('1', 2), lambda: complex(None), lambda: complex([]), lambda: complex(1, '2')):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(format(1 + 2j), format(1.5 + 2.25j, '.1f'), format(3 + 4j, '>12'), f'{1j:.2e}', '%s %r' % (1j, 2 - 1j))
