from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods

def show(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...

class Half(Shape):
    def area(self):
        return 1

class Square(Half):
    name = "square"
    @classmethod
    def make(cls):
        return cls()

show(Shape); show(Half); print(Square.make().name, sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))

@Shape.register
class Foreign: ...
print(isinstance(Foreign(), Shape), issubclass(Foreign, Shape), issubclass(int, Shape), isinstance(Square(), Shape))
before = get_cache_token(); Shape.register(int); print(get_cache_token() == before, isinstance(3, Shape), issubclass(bool, Shape))
show(Shape.register, 5); show(Foreign.__mro__.__len__)
class Even(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "even") or NotImplemented
class Has:
    even = 1
print(issubclass(Has, Even), issubclass(list, Even)); show(issubclass, 5, Even)
class A(ABC): ...
class B(ABC): ...
A.register(B); show(B.register, A)
Half.name = "x"; Half.make = classmethod(lambda c: c()); update_abstractmethods(Half); print(Half.make().area())
