# A bytearray that is the format of % cannot be resized by what is formatted.
form = bytearray(b"%a end")


class Mutates:
    def __repr__(self):
        form.clear()
        return "E"


class Writes:
    def __repr__(self):
        form[-1:] = b"!"
        return "W"


try:
    form % Mutates()
except BufferError as error:
    print(error)
print(form)
print(bytearray(b"%a and %a") % (Writes(), 1), form)
form.extend(b"more")
print(form)


class Raises:
    def __repr__(self):
        raise KeyError("no")


try:
    form % Raises()
except KeyError as error:
    print(repr(error))
form += b"%a"
print(form)
