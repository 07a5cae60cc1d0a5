# Fields whose types are the bare names of typing.
import typing as t
class G(t.NamedTuple):
    grouper: t.Any
    list: t.List
    d: t.Dict = {}
    c: t.Callable = len
print(G(1, [2]), G.__annotations__)
