"""Open files by number: what os.open and its kin, and FileIO, have in common."""

import _files

O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE = 0, 1, 2, 3
O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0o100, 0o200, 0o1000, 0o2000
O_NOCTTY, O_NONBLOCK, O_SYNC, O_DIRECTORY = 0o400, 0o4000, 0o4010000, 0o200000
O_NOFOLLOW, O_CLOEXEC = 0o400000, 0o2000000

_EBADF, _EINVAL = 9, 22


def os_error(code, *names):
    return OSError(code, _files.strerror(code), *names)


class Description:
    """An open file: what _files knows it by, how it was opened, and where in it one is."""

    __slots__ = ("file", "flags", "pos", "users")

    def __init__(self, file, flags):
        self.file = file
        self.flags = flags
        self.pos = 0
        self.users = 0

    def read(self, size):
        data = _files.read(self.file, self.pos, size)
        self.pos += len(data)
        return data

    def write(self, data):
        if self.flags & O_APPEND:
            n = _files.write(self.file, -1, data)
            self.pos = self.size()
        else:
            n = _files.write(self.file, self.pos, data)
            self.pos += n
        return n

    def size(self):
        return _files.fstat(self.file)[4]

    def seek(self, pos, whence):
        if whence == 1:
            pos += self.pos
        elif whence == 2:
            pos += self.size()
        elif whence != 0:
            raise os_error(_EINVAL)
        if pos < 0:
            raise os_error(_EINVAL)
        self.pos = pos
        return pos

    def truncate(self, size):
        _files.truncate(self.file, size)

    def close(self):
        _files.close(self.file)


_table = {}  # the open files that have a number


def open_description(path, flags, mode=0o777):
    how = (1, 2, 3, 3)[flags & O_ACCMODE]
    for flag, bit in ((O_CREAT, 4), (O_EXCL, 8), (O_TRUNC, 16), (O_APPEND, 32)):
        if flags & flag:
            how |= bit
    return Description(_files.open(path, how, mode), flags)


def give_number(description):
    for fd, other in _table.items():
        if other is description:
            return fd
    fd = 3
    while fd in _table:
        fd += 1
    _table[fd] = description
    return fd


def take_number(description):
    for fd, other in list(_table.items()):
        if other is description:
            del _table[fd]


def find_description(fd):
    description = _table.get(fd)
    if description is None:
        raise os_error(_EBADF)
    return description


def has_number(fd):
    return fd in _table
