"""OSError, ImportError and AttributeError have a __reduce__ of their own."""
for cls in OSError, ImportError, AttributeError, NameError, FileNotFoundError, ModuleNotFoundError:
    print(cls.__name__, "__reduce__" in cls.__dict__)
    try:
        cls("m").__reduce__(1)
    except TypeError as e:
        print(e)
    print(cls(2, "x").__reduce__())
