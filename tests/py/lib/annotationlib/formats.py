# annotationlib: values, forward references, source text.
import annotationlib
from annotationlib import Format, ForwardRef, get_annotations


def f(a: int, b: Missing, c: list[Missing] = (), *d: "text") -> Other.attr | None:
    pass


print(get_annotations(f, format=Format.STRING))
got = get_annotations(f, format=Format.FORWARDREF)
print(got["a"], type(got["b"]).__name__, got["d"], got["b"].__forward_arg__)
try:
    get_annotations(f)
except NameError as e:
    print(e)


class C:
    x: int
    y: "C"
    z: Later[int]


print(get_annotations(C, format=Format.STRING), C.__annotate__.__name__)
Later = list
print(C.__annotations__, get_annotations(C, eval_str=True)["y"])
ref = ForwardRef("Later[int]", owner=C)
print(ref.evaluate(globals=globals()), repr(ForwardRef("X")), ForwardRef("X") == ForwardRef("X"), ForwardRef("nope").evaluate(format=Format.FORWARDREF))
print(annotationlib.type_repr(int), annotationlib.type_repr("s"), annotationlib.type_repr(list[int]), annotationlib.annotations_to_string({"a": int, "b": "x"}), list(Format))
for bad in (lambda: ForwardRef("1 +"), lambda: ForwardRef(5), lambda: get_annotations(5), lambda: get_annotations(C, format=9), lambda: get_annotations(C, format=Format.STRING, eval_str=True), lambda: ForwardRef("nope").evaluate()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
