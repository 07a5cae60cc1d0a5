# Names that a class cannot have.
for name in ("A\0B", "A\udcdcB", "\ud800"):
    try:
        type(name, (), {})
    except (ValueError, UnicodeEncodeError) as error:
        print(type(error).__name__, error)
    C = type("C", (), {})
    try:
        C.__name__ = name
    except (ValueError, UnicodeEncodeError) as error:
        print(type(error).__name__, error, C.__name__)
print(type("Ä\U0001f40d", (), {}).__name__.encode())


def function():
    yield


async def coroutine():
    pass


# A generator has the name that its function has when it is called.
function.__name__, coroutine.__name__ = "other", "too"
running = function()
function.__name__ = "third"
print(running.__name__, running.__qualname__, function().__name__)
waiting = coroutine()
print(waiting.__name__, waiting.__qualname__)
waiting.close()
