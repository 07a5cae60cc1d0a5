"""The named characters of HTML 4 and 5.

The dictionaries are made from one text when one of them is first asked for.
"""

__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]


def _fill():
    from html._names import TEXT
    html5, name2codepoint = {}, {}
    words = TEXT.split(" ")
    for name, value in zip(words[::2], words[1::2]):
        bare = name.rstrip("*!")
        if name.endswith("!"):
            html5[bare] = value
        html5[bare + ";"] = value
        if "*" in name:
            name2codepoint[bare] = ord(value)
    name2codepoint["lang"], name2codepoint["rang"] = 0x2329, 0x232A
    globals().update(
        html5=html5, name2codepoint=name2codepoint,
        codepoint2name={point: name for name, point in name2codepoint.items()},
        entitydefs={name: chr(point) for name, point in name2codepoint.items()})


def __getattr__(name):
    if name in __all__ and name not in globals():
        _fill()
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
