# An exception inside __exit__ shows both.
class CM:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print('exit', exc[0].__name__)
        return {}['missing']


with CM():
    print('body')
    int('x')
