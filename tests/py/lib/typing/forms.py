import typing
from typing import *
import collections.abc

def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as error:
        print(type(error).__name__, error)

T = TypeVar("T"); K = TypeVar("K", bound=int); N = TypeVar("N", int, str); C = TypeVar("C", covariant=True); P = ParamSpec("P"); Ts = TypeVarTuple("Ts")
print(List[int], Dict[str, List[T]], Optional[int], Union[int, str, None], Tuple[int, ...], Tuple[()], Callable[[int, str], bool], Callable[..., T], Type[int], Any, ClassVar[int], Final[str])
print(Literal[1, "a", True], Literal[1, 1], Annotated[int, "meta", 3], Annotated[Annotated[int, 1], 2], List, Callable, Never, NoReturn, Self, LiteralString, TypeAlias, Concatenate[int, P], TypeGuard[int], TypeIs[str], Unpack[Ts], Required[int], NotRequired[str], ReadOnly[int])
print(T, K, N, C, P, Ts, P.args, P.kwargs, K.__bound__, N.__constraints__, T.__name__, T.has_default(), TypeVar("D", default=int).__default__, NoDefault)
print(Dict[T, List[K]][str, int], List[T][int], Callable[[T], K][str, bool], Union[T, int][str], Callable[P, T][[int, str], None], Tuple[Unpack[Ts]][int, str], Optional[T][int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_args(Annotated[int, 5]), get_origin(Annotated[int, 5]), get_origin(int), get_args(Literal[1, 2]), get_origin(list[int]), get_args(Optional[int]))
print(List[int] == List[int], List[int] == list[int], Union[int, str] == Union[str, int], Optional[int] == int | None, Literal[1, 2] == Literal[2, 1], hash(List[int]) == hash(List[int]), Union[int, int], Union[int])
print(List[int].__origin__, List[T].__parameters__, Mapping[str, int], Iterable[T], Iterator, Generator[int], AsyncGenerator[str], DefaultDict[str, int], typing.Counter[str], ChainMap, Deque[int], typing.OrderedDict[str, int], ContextManager[str], Pattern[str], Text, AnyStr)
for bad in (lambda: List[int, str], lambda: Dict[int], lambda: List[int][str], lambda: Optional[1, 2], lambda: Union[()], lambda: Callable[int], lambda: Callable[int, str], lambda: ClassVar[int, str], lambda: Literal[[1]], lambda: Annotated[int], lambda: NoReturn[int], lambda: Any(), lambda: Union(), lambda: List(), lambda: isinstance([], List[int]), lambda: isinstance(1, Any), lambda: issubclass(int, Union[T, int]), lambda: TypeVar("X", int), lambda: TypeVar("X", int, str, bound=int), lambda: TypeVar("X", covariant=True, contravariant=True), lambda: Concatenate[int], lambda: Concatenate[()], lambda: List[ClassVar], lambda: Union[ClassVar[int], str], lambda: List["1 +"], lambda: Self(), lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Protocol[int]):
    show(bad)
print(isinstance([], List), issubclass(dict, Mapping), isinstance(5, Hashable), isinstance(len, Callable), List.__name__)
print(cast(int, "x"), assert_type(1, int), TYPE_CHECKING, [n for n in ("Tuple", "Protocol", "overload") if n in typing.__all__], list[T][int], (T | None), List[int] | None)
