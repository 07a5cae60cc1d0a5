# StopIteration thrown into a generator that delegates to an iterator without throw(): the end of that.
def g(source):
    print('got', (yield from source))
    yield 'last'


class Plain:
    def __iter__(self):
        return self

    def __next__(self):
        return 'n'


for source in ('ab', [1, 2], iter('xy'), Plain(), range(3)):
    for exc in StopIteration, StopIteration(5), ValueError('v'):
        it = g(source)
        print(next(it))
        try:
            print(it.throw(exc))
        except Exception as e:
            print(type(e).__name__, e)
