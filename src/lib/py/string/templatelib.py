"""Support for template string literals (t-strings)."""

_t = t"{None}"
Template = type(_t)
Interpolation = type(_t.interpolations[0])
del _t


def convert(obj, /, conversion):
    """Convert *obj* using formatted string literal semantics."""
    if conversion is None:
        return obj
    if conversion == "r":
        return repr(obj)
    if conversion == "s":
        return str(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")


def _template_unpickle(*args):
    # What a pickled template is made of: its strings and interpolations, in turn.
    if len(args) != 2:
        raise ValueError("Template expects tuple of length 2 to unpickle")
    strings, interpolations = args
    parts = []
    for place, text in enumerate(strings):
        parts.append(text)
        if place < len(interpolations):
            parts.append(interpolations[place])
    return Template(*parts)
