"""What t-strings give: Template and Interpolation."""

_t = t"{None}"
Template = type(_t)
Interpolation = type(_t.interpolations[0])
del _t


def convert(obj, /, conversion):
    """The object as a field with that conversion (r, s, a or None) of an f-string shows it."""
    if conversion is None:
        return obj
    by_letter = {"r": repr, "s": str, "a": ascii}
    if conversion not in by_letter:
        raise ValueError(f"invalid conversion specifier: {conversion}")
    return by_letter[conversion](obj)


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
