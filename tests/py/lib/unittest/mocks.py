# Mocks: what they answer, remember and assert.
import asyncio
from unittest import mock
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, NonCallableMock, PropertyMock, call, patch, sentinel


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


m = Mock(return_value=3)
print(m(1, k=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
print(m.call_args == ((1,), {"k": 2}), m.call_args == call(1, k=2), m.call_args.args, m.call_args.kwargs)
m.assert_called_with(1, k=2)
m.assert_called_once_with(1, k=ANY)
attempt(m.assert_called_with, 2)
attempt(m.assert_not_called)
attempt(m.assert_any_call, 5)
m(4)
attempt(m.assert_called_once)
attempt(m.assert_called_once_with, 4)
m.assert_any_call(1, k=2)
m.assert_has_calls([call(1, k=2), call(4)])
m.assert_has_calls([call(4), call(1, k=2)], any_order=True)
attempt(m.assert_has_calls, [call(4), call(1, k=2)])
attempt(Mock(name="named").assert_called)
attempt(Mock().assert_called_with, 1)
m.reset_mock()
print(m.called, m.call_args, m.mock_calls, m())

parent = Mock()
parent.child.method(1).other(2)
parent.child(3)
print(parent.mock_calls)
print(parent.method_calls)
print(parent.mock_calls == [call.child.method(1), call.child.method().other(2), call.child(3)])
print(call.a.b(1).c(2).call_list())
print(call, call.foo, call(1), call().foo(2), call.foo == call.foo)
print(call(1) == (1,), call(1) == ((1,), {}), call(1) == ((1,),))

effect = Mock(side_effect=[1, ValueError("second"), 3])
attempt(effect)
attempt(effect)
attempt(effect)
attempt(effect)
print(Mock(side_effect=lambda x: x + 1)(4), Mock(side_effect=lambda: mock.DEFAULT, return_value=9)())
attempt(Mock(side_effect=KeyError("k")))
configured = Mock(**{"method.return_value": 3, "other.side_effect": KeyError})
print(configured.method())
attempt(configured.other)


class Thing:
    attribute = 1

    def method(self, a, b=2):
        "Its docstring."

    async def later(self):
        pass

    def __len__(self):
        return 5


t = Mock(spec=Thing)
print(isinstance(t, Thing), t.__class__)
attempt(lambda: t.missing)
t.free = 1
s = Mock(spec_set=Thing)
attempt(setattr, s, "free", 1)
attempt(lambda: Mock().assert_foo)
attempt(lambda: Mock().asert_called)
attempt(lambda: Mock().called_once)
d = Mock()
del d.gone
attempt(lambda: d.gone)
print(type(t.later).__name__, type(t.method).__name__)

magic = MagicMock()
print(len(magic), int(magic), bool(magic), list(magic), 3 in magic, float(magic), magic == magic, magic == 1)
magic.__len__.return_value = 7
magic.__iter__.return_value = [1, 2]
magic.__getitem__.side_effect = lambda key: key * 2
magic.__str__.return_value = "text"
print(len(magic), list(magic), magic[4], str(magic))
magic.__getitem__.assert_called_once_with(4)
with magic as entered:
    pass
print(entered is magic.__enter__.return_value, magic.__exit__.call_count)
attempt(lambda: magic < 3)
attempt(lambda: Mock() + 1)
attempt(lambda: len(MagicMock(spec=object)))
print(len(MagicMock(spec=Thing)))
plain = Mock()
plain.__len__ = lambda self: 4
plain.__str__ = Mock(return_value="shown")
print(len(plain), str(plain))
print({magic: 1}[magic], hash(magic) == hash(magic))
attempt(lambda: NonCallableMock()())

with patch("os.getcwd", return_value="/there") as getcwd:
    import os
    print(os.getcwd(), getcwd.called)
print(os.getcwd() != "/there")


class Target:
    value = 1

    def method(self):
        return "real"


@patch.object(Target, "value", 5)
@patch.object(Target, "method")
def patched(method):
    method.return_value = "mocked"
    return Target.value, Target().method(), method.call_count


print(patched(), Target.value, Target().method())
with patch.object(Target, "method", autospec=True) as method:
    method.return_value = 8
    target = Target()
    print(target.method(), method.call_args == call(target))
    attempt(target.method, 1)
with patch.multiple(Target, value=3, method=mock.DEFAULT) as given:
    print(Target.value, sorted(given), Target.method is given["method"])
attempt(lambda: patch.object(Target, "nothing").start())
attempt(lambda: patch("nodots"))
starter = patch.object(Target, "value", 6)
print(starter.start(), Target.value)
patch.stopall()
print(Target.value)
table = {"a": 1}
with patch.dict(table, {"b": 2}, c=3):
    print(table)
with patch.dict(table, {"b": 2}, clear=True):
    print(table)
print(table)


@patch("os.getcwd", lambda: "/class")
class Tests:
    def test_one(self):
        return os.getcwd()

    def other(self):
        return os.getcwd() == "/class"


print(Tests().test_one(), Tests().other())

auto = mock.create_autospec(Thing)
made = auto()
attempt(made.method)
print(made.method(1) is made.method.return_value, made.method.call_args)
made.method.assert_called_once_with(a=1)
attempt(lambda: made.nothing)


def function(a, b=1):
    return a


f = mock.create_autospec(function, return_value=4)
print(f(1), f.call_args, f.called, f.__name__)
attempt(f)
f.assert_called_once_with(1)

owner = Mock()
type(owner).prop = PropertyMock(return_value=5)
print(owner.prop)
opened = mock.mock_open(read_data="one\ntwo\n")
with opened("name") as file:
    print(file.read())
with opened("name") as file:
    print(file.readline(), list(file))
opened.assert_called_with("name")
file.write("x")
file.write.assert_called_once_with("x")
print(sentinel.thing, sentinel.thing is sentinel.thing, ANY == 4, ANY)

sealed = Mock()
sealed.known = 1
sealed.method.return_value = 2
mock.seal(sealed)
print(sealed.known, sealed.method())
attempt(lambda: sealed.unknown)
attempt(setattr, sealed, "unknown", 1)


async def main():
    a = AsyncMock(return_value=3)
    print(await a(1), a.await_count, a.await_args)
    a.assert_awaited_once_with(1)
    attempt(a.assert_not_awaited)
    b = AsyncMock(side_effect=ValueError("async"))
    try:
        await b()
    except ValueError as e:
        print(e)
    async with MagicMock() as entered:
        print(type(entered).__name__)
    c = MagicMock()
    c.__aiter__.return_value = [1, 2]
    print([x async for x in c])
    print(await Mock(spec=Thing).later() is not None)


asyncio.run(main())
attached = Mock()
inner = Mock(return_value=1)
attached.attach_mock(inner, "inner")
inner(5)
print(attached.mock_calls)
print(Mock(wraps=[3, 1]).count(3))
