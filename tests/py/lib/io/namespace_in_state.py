"""The attributes in the state of files in memory and of partial: None before anybody asked."""
import io, functools, copy, pickle
for make in (lambda: io.BytesIO(b'ab'), lambda: io.StringIO('ab'), lambda: functools.partial(len)):
    for do in ('0', 'o.__dict__', 'setattr(o, "x", 1)', '(setattr(o, "x", 1), delattr(o, "x"))', 'o.__dict__.update(y=2)', 'hasattr(o, "x")', 'vars(o)', 'copy.copy(o)'):
        o = make(); eval(do)
        print(do, o.__reduce_ex__(2)[2])
