# __set_name__ is called at class creation with owner and name.
class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, o, c):
        return self if o is None else o.__dict__.get(self.name, 'unset')
    def __set__(self, o, v):
        o.__dict__[self.name] = v
class A:
    x = Field()
    y = Field()
    z = 5
a = A()
a.x = 1
print(a.x, a.y, A.x.name, a.__dict__)
f = Field()
B = type('B', (), {'w': f})
print(f.name)
A.later = Field()
print(hasattr(A.__dict__['later'], 'name'))
class Bad:
    def __set_name__(self, owner, name):
        raise ValueError('no')
try:
    class C:
        b = Bad()
except Exception as e:
    print(type(e).__name__, e, e.__notes__)
