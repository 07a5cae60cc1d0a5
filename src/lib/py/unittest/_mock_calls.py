"""What a mock remembers of its calls, and what one compares them with."""
import pprint


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    __reduce__ = __repr__


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == "__bases__":  # inspect asks for it
            raise AttributeError(name)
        return self._made.setdefault(name, _SentinelObject(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _parts(value):
    """(name, args, kwargs) of a tuple that leaves out some of the three; None: it is no call."""
    found, place = ["", (), {}], 0
    for item in value:
        kinds = str, tuple, dict
        while place < 3 and not isinstance(item, kinds[place]):
            place += 1
        if place == 3:
            return None
        found[place] = item
        place += 1
    return found


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs) where it is known whose call it is."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        own, args, kwargs = _parts(value)
        return tuple.__new__(cls, (args, kwargs) if two else (own if value else name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        vars(self).update(_path=name, _parent=parent, _made_by_call=from_kall)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        parts = _parts(other)
        if parts is None:
            return False
        above, others = self._parent, vars(other).get("_parent") if isinstance(other, _Call) else None
        if above and others and above != others:
            return False
        name, args, kwargs = _parts(self)
        if name and parts[0] != name:
            return False
        return (parts[1], parts[2]) == (args, kwargs)  # in this order, so that ANY is asked first

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._path is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._path, args, kwargs), name=self._path + "()", parent=self)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        path = name if self._path is None else f"{self._path}.{name}"
        return _Call(name=path, parent=self, from_kall=False)

    # Methods of tuples are no names of methods that were called.
    count = property(lambda self: self.__getattr__("count"))
    index = property(lambda self: self.__getattr__("index"))

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._made_by_call:
            name = self._path or "call"
            return "call" + name if name.startswith("()") else name
        name = self[0] if len(self) == 3 else ""
        if not name:
            shown = "call"
        else:
            shown = f"call{name}" if name.startswith("()") else f"call.{name}"
        return shown_call(shown, self.args, self.kwargs)

    def call_list(self):
        """The calls that led here, first one first."""
        calls, at = [], self
        while at is not None:
            if at._made_by_call:
                calls.append(at)
            at = at._parent
        return CallList(reversed(calls))


call = _Call(from_kall=False)


def shown_call(name, args, kwargs):
    words = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in kwargs.items()]
    return f"{name}({', '.join(words)})"


class CallList(list):
    """Calls, in which one looks for several in a row with `in`."""

    def __contains__(self, wanted):
        if not isinstance(wanted, list):
            return list.__contains__(self, wanted)
        n = len(wanted)
        return any(self[i:i + n] == wanted for i in range(len(self) - n + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
