"""What string.Formatter needs of str.format: the parts of a format string and of a field name."""


def _end_of_field(text, start):
    """Where the field name that begins at start ends, and the character there."""
    bracket = False
    for at in range(start, len(text)):
        c = text[at]
        if bracket:
            # In an index, the marks that end a name are ordinary characters.
            bracket = c != "]"
        elif c == "[":
            bracket = True
        elif c == "{":
            raise ValueError("unexpected '{' in field name")
        elif c == "}" or c == ":" or c == "!":
            return at, c
    raise ValueError("expected '}' before end of string")


def _end_of_spec(text, start):
    """Where the "}" is that ends the format spec from start on, fields nested in it counted."""
    depth = 1
    for at in range(start, len(text)):
        c = text[at]
        if c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if not depth:
                return at
    raise ValueError("unmatched '{' in format spec")


def formatter_parser(text, /):
    """The literals and fields of a format string."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return _parse(str.__str__(text))  # of a derived class: the text alone


def _parse(text):
    at, end = 0, len(text)
    while at < end:
        start = at
        while at < end and text[at] not in "{}":
            at += 1
        if at == end:
            yield text[start:], None, None, None
            return
        c = text[at]
        if text[at + 1:at + 2] == c:
            yield text[start:at + 1], None, None, None
            at += 2
            continue
        if c == "}" or at + 1 == end:
            raise ValueError(f"Single '{c}' encountered in format string")
        literal = text[start:at]
        begin = at + 1
        at, c = _end_of_field(text, begin)
        name, conversion, spec = text[begin:at], None, ""
        if c == "!":
            if at + 1 == end:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = text[at + 1]
            at += 2
            if at == end:
                raise ValueError("unmatched '{' in format spec")
            c = text[at]
            if c == "}" or c == ":":
                pass
            elif conversion == "}":
                raise ValueError("unmatched '{' in format spec")
            else:
                raise ValueError("expected ':' after conversion specifier")
        if c == ":":
            begin = at + 1
            at = _end_of_spec(text, begin)
            spec = text[begin:at]
        at += 1
        yield literal, name, spec, conversion


def _number(text):
    """The index that a string of ASCII digits is, or the string itself."""
    if text.isdigit() and text.isascii():
        value = int(text)
        if value > 0x7FFFFFFFFFFFFFFF:
            raise ValueError("Too many decimal digits in format string")
        return value
    return text


def formatter_field_name_split(text, /):
    """split the argument as a field name"""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    at = 0
    while at < len(text) and text[at] not in ".[":
        at += 1
    return _number(text[:at]), _accessors(text, at)


def _accessors(text, at):
    end = len(text)
    while at < end:
        c = text[at]
        at += 1
        start = at
        if c == ".":
            while at < end and text[at] not in ".[":
                at += 1
            key = text[start:at]
        elif c == "[":
            at = text.find("]", start)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            key = text[start:at]
            at += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
        yield (True, key) if c == "." else (False, _number(key))
