# The program itself is source that can be asked for, whatever its file.
import abc
import inspect


class Base(abc.ABC):
    """A class."""

    @property
    def shown(self):
        return 1


def decorated(f):
    return f


@decorated
def function():  # a comment
    return [
        1,
    ]


print(inspect.getsource(Base), inspect.getsource(Base.shown.fget))
print(inspect.getsourcelines(function), inspect.getsourcefile(Base) == __file__)
print(inspect.getsourcefile(inspect.getmodule(function)) == __file__)
print(inspect.getsource(lambda: 0), inspect.findsource(Base)[1])
