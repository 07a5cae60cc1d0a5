# The traceback of chained exceptions.
def load(d, k):
    try:
        return d[k]
    except KeyError as e:
        raise LookupError(f'cannot load {k!r}') from e


def main():
    try:
        load({}, 'name')
    except LookupError:
        int('not a number')


main()
