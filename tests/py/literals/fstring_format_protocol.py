# An f-string calls format(value, spec) after the conversion.
class Spec:
    def __format__(self, spec):
        return f'<{spec}>'
    def __repr__(self):
        return 'REPR'
    def __str__(self):
        return 'STR'

s = Spec()
print(f'{s}|{s:abc}|{s!r}|{s!s:>6}|{s:{"x" * 3}}')
print(f'{s:a{1}b{2}c}')
print(f'{s:%H:%M}|{s:{{}}}' if False else f'{s:%H:%M}')
class Bad:
    def __format__(self, spec):
        return 5
try:
    f'{Bad()}'
except TypeError as e:
    print(e)
try:
    f'{[]:5}'
except TypeError as e:
    print(e)
try:
    f'{1:q}'
except ValueError as e:
    print(e)
