# Picklers and Unpicklers: files, ids, overrides, tables; wrong data.
import io
import pickle


class Ids(pickle.Pickler):
    def persistent_id(self, obj):
        return ("an id", obj[1:]) if isinstance(obj, str) and obj.startswith("@") else None


class Known(pickle.Unpickler):
    def persistent_load(self, pid):
        return ["loaded", pid]

    def find_class(self, module, name):
        print("find", module, name)
        if name == "system":
            raise pickle.UnpicklingError("not this one")
        return super().find_class(module, name)


file = io.BytesIO()
Ids(file).dump(["@a", "b", int])
print(file.getvalue())
file.seek(0)
print(Known(file).load())
print(pickle.dumps("@a"))

# Several pickles in a file, with one memo.
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
words = ["word"]
pickler.dump(words)
pickler.dump(words)
pickler.clear_memo()
pickler.dump(words)
print(file.getvalue())
file.seek(0)
unpickler = pickle.Unpickler(file)
print([unpickler.load() for _ in range(3)])
try:
    unpickler.load()
except EOFError as error:
    print("EOFError", error)


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"


class Override(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, Point):
            return Point, (obj.x + 1,)
        return NotImplemented


file = io.BytesIO()
Override(file).dump([Point(1), Point])
print(pickle.loads(file.getvalue()))


class Table(pickle.Pickler):
    dispatch_table = {Point: lambda point: (Point, (point.x * 10,))}


file = io.BytesIO()
Table(file).dump(Point(3))
print(pickle.loads(file.getvalue()))


# A state setter, items and pairs.
def set_state(obj, state):
    obj.x = ("set", state)


class Setter(list):
    def __reduce__(self):
        return Setter, (), {"k": 1}, iter([1, 2]), None, set_state


again = pickle.loads(pickle.dumps(Setter()))
print(again, again.x)


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))


class Wrong:
    def __reduce__(self):
        return self.value


wrong = Wrong()
for value in (1, (), (1,), (int,), (int, 1), ("x", ()), (int, (), None, 1), (int, (), None, None, 1),
              (int, (), None, None, None, 1), (int, (), 1, 2, 3, 4, 5), b"x"):
    wrong.value = value
    show(lambda: pickle.dumps(wrong))
show(lambda: pickle.dumps([1, {2: {"k": (None, (x for x in ()))}}]))
show(lambda: pickle.dumps(1, 6))
show(lambda: pickle.dumps(1, -1))
for data in (b"", b".", b"\x80\x06N.", b"N", b"\x80\x05K", b"cos\nnothing\n.", b"cnomod\nx\n.", b"(.",
             b"0.", b"h\x05.", b"g9\n.", b"P1\n.", b"I1", b"Iabc\n.", b"\x82\x01.", b"S'a\n.",
             b"S'a\\x41'\n.", b"U\x01a.", b"T\x02\0\0\0ab.", b"\x80\x04\x95\x10\0\0\0\0\0\0\0N.", b"t.",
             b"]a.", b"Nb.", b"K\x01)R.", b"X\x05\0\0\0ab", b"\x80\x04\x8c\x01aN\x93.", b"(dp0\n.",
             b"(lp0\nI1\naI2\na.", b"(i__main__\nPoint\n.", b"(c__main__\nPoint\nI5\no.", b"\xff."):
    show(lambda: pickle.loads(data))
show(lambda: pickle.loads("x"))
show(lambda: pickle.load(3))
show(lambda: pickle.dump(1, 3))
show(lambda: pickle.loads(b"U\x01\xe9.", encoding="latin-1"))
show(lambda: pickle.loads(b"U\x01\xe9.", encoding="bytes"))
