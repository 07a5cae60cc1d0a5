"""ExceptionGroup has __weakref__, as classes of a class statement have; other exceptions have not."""
import weakref

e = ExceptionGroup("g", [ValueError(1)])
print(e.__weakref__, "__weakref__" in ExceptionGroup.__dict__, "__weakref__" in BaseExceptionGroup.__dict__)
r = weakref.ref(e)
print(e.__weakref__ is r, r() is e)


class G(ExceptionGroup):
    pass


print("__weakref__" in G.__dict__, G("g", [KeyError()]).__weakref__)
for x in ValueError(), BaseExceptionGroup("b", [KeyboardInterrupt()]):
    try:
        print(weakref.ref(x)() is x)
    except TypeError as error:
        print(error)
    try:
        print(x.__weakref__)
    except AttributeError as error:
        print(error)
