from typing import TypeAliasType, get_type_hints, Generic

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

type Alias = int | str
type Rec[T] = list[T] | list[Rec[T]]
print(Alias, Alias.__value__, Rec.__type_params__, Rec[int], Alias.__name__, isinstance(Alias, TypeAliasType))
class Stack[T]:
    def push(self, x: T) -> None: ...
    def top[U: int](self, u: U) -> tuple[T, U]: ...
print(Stack[int], Stack.__type_params__, Stack.__parameters__, Stack.top.__type_params__, Stack.top.__type_params__[0].__bound__, Stack.__orig_bases__, Stack.__mro__)
def first[T, *Ts, **P](x: T, *a: *Ts) -> T: return x
print(first(3), first.__type_params__, get_type_hints(first))
def choose[A: (int, str) = int](a: A): ...
A, = choose.__type_params__
print(A.__constraints__, A.__default__, A.has_default(), A)
class Sub[K, V](dict[K, V]): ...
print(Sub[str, int], Sub(a=1), Sub.__bases__); show(lambda: Sub[int]); show(lambda: Alias[int]); show(lambda: Stack[int, str])
type Bad = undefined
show(lambda: Bad.__value__)
