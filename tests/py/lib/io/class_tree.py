"""The tree of the classes of io, their names in _io, pickles."""
import io, pickle, copy, sys
for n in ('BytesIO','StringIO','FileIO','BufferedReader','TextIOWrapper','IOBase','RawIOBase','TextIOBase','BufferedIOBase', 'UnsupportedOperation','IncrementalNewlineDecoder','BufferedRWPair'):
    c=getattr(io,n); print(n, c.__mro__[-2:], type(c))
import _io; print([n for n in dir(_io) if n[:2] != '__' and n != '_BytesIOBuffer'])
b = io.BytesIO(b'abc'); b.seek(1); b.x = 5
c = pickle.loads(pickle.dumps(b)); print(c.read(), c.x)
t = io.StringIO('abc\n'); t.read(2)
print(pickle.loads(pickle.dumps(t)).read())
class Meta(type): pass
class S(io.StringIO, metaclass=Meta): pass
print(S('x').read(), isinstance(S(), io.TextIOBase), issubclass(S, io.IOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.TextIOBase), isinstance(sys.stdout, io.TextIOBase), isinstance(sys.stdout, io.IOBase), isinstance(b, io.RawIOBase))
print(io.IOBase.__doc__ == _io._IOBase.__doc__)
try: type('X', (io.IOBase, io.BytesIO), {})
except TypeError as e: print(e)
class R(io.RawIOBase):
    def readinto(self, b): b[:1] = b'q'; return 1
print(R().read(3), R.__mro__)
