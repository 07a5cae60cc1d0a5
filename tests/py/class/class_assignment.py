# __class__ assigned: between classes whose instances are laid out alike.
def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(type(r).__name__, r)
    except BaseException as e:
        print(type(e).__name__, e)

class Plain: pass
class Child(Plain): pass
class Slots: __slots__ = ('a', 'b')
class Same: __slots__ = ('a', 'b')
class Other: __slots__ = ('a',)
class Empty: __slots__ = ()
class More(Slots): __slots__ = ('c',)
class Open(Slots): pass
class MyInt(int): pass
class MyList(list): pass
class MyList2(list): pass
class Error(ValueError): pass
class Error2(ValueError): pass
makers = [Plain, Child, Slots, Same, Other, Empty, More, Open, MyInt, MyList, MyList2, Error, Error2, int, list, object, ValueError]
for make in makers:
    for cls in makers + [5, type]:
        o = make()
        try:
            o.__class__ = cls
            print(make.__name__, '->', type(o).__name__)
        except TypeError as e:
            print(make.__name__, e)
def delete(o): del o.__class__
show(delete, Plain())
