# TypeErrors of builtins called with the wrong number of arguments or keywords.
def show(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
for call in (lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: abs(), lambda: abs(1, 2), lambda: isinstance(1), lambda: isinstance(1, 2), lambda: getattr(1), lambda: getattr(1, 2, 3, 4), lambda: getattr(1, 2),
             lambda: setattr(1, 2), lambda: hasattr(1), lambda: print(x=1), lambda: print(sep=1), lambda: sorted(), lambda: sorted([1], 2), lambda: sorted([1], foo=1), lambda: sum(), lambda: sum([1], 2, 3), lambda: max(), lambda: max(1),
             lambda: min([1], foo=2), lambda: zip(1), lambda: map(), lambda: map(len), lambda: filter(1), lambda: enumerate(), lambda: enumerate([1], x=2), lambda: next(), lambda: next([]), lambda: iter(), lambda: iter(5), lambda: iter(5, 6),
             lambda: reversed(), lambda: reversed(5), lambda: range(1, 2, 3, 4), lambda: chr(), lambda: ord(), lambda: divmod(1), lambda: pow(1), lambda: round(), lambda: hash(), lambda: id(), lambda: repr(), lambda: callable(), lambda: issubclass(1, 2), lambda: issubclass(int),
             lambda: vars(1, 2), lambda: dir(1, 2), lambda: input(1, 2), lambda: open(), lambda: any(), lambda: all(1, 2), lambda: bin(), lambda: format(), lambda: format(1, 2), lambda: type(1, 2), lambda: type(), lambda: super(1, 2), lambda: slice(), lambda: property(1, 2, 3, 4, 5), lambda: compile('1')):
    show(call)
