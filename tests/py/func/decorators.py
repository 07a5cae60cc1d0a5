# Decorators of functions and classes, with arguments, stacked.
def shout(f):
    print('decorating', f.__name__)
    def wrapper(*a, **k):
        return f(*a, **k).upper()
    return wrapper
def times(n):
    print('times', n)
    def deco(f):
        print('deco', n)
        return lambda *a: f(*a) * n
    return deco
@shout
@times(2)
def hello(name):
    return 'hi ' + name
print(hello('bob'))
def register(cls):
    cls.registered = True
    return cls
@register
class C:
    @staticmethod
    @shout
    def s():
        return 'static'
print(C.registered, C.s())
@(lambda f: [f])
def odd():
    pass
print(type(odd))
decos = {'k': [times(3)]}
@decos['k'][0]
def indexed():
    return 'x'
print(indexed())
@print
class P: pass
print(P)
