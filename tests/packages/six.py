import six
from six.moves import range, zip_longest, reduce, StringIO, urllib_parse
print(six.PY3, six.__version__, six.string_types, six.integer_types, six.MAXSIZE)
print(list(zip_longest([1, 2], [3])), reduce(lambda a, b: a + b, range(5)))
print(urllib_parse.urlparse("http://user@host:80/p;x?q=1#f"))
@six.add_metaclass(type("Meta", (type,), {"tag": 1}))
class C(object):
    pass
print(C.tag, six.text_type, six.b("x"), six.u("y"), six.ensure_str(b"z"), six.ensure_binary("q"))
for k, v in six.iteritems({"a": 1}):
    print(k, v)
try:
    six.raise_from(ValueError("v"), KeyError("k"))
except ValueError as e:
    print(repr(e), repr(e.__cause__))
@six.python_2_unicode_compatible
class S:
    def __str__(self):
        return "text"
print(str(S()), six.next(iter([7])), six.get_function_name(lambda: 0) if hasattr(six, "get_function_name") else "")
six.print_("printed", end="!\n", sep="")
