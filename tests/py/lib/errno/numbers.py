# errno: names and numbers of Linux.
import errno

print(errno.ENOENT, errno.EPERM, errno.EAGAIN == errno.EWOULDBLOCK, errno.errorcode[2], errno.EOPNOTSUPP, errno.EDEADLK, len(errno.errorcode) > 100)
