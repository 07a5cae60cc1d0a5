# Everything in the builtins module is there.
import builtins
names = [n for n in dir(builtins) if not n.startswith('_')]
print([n for n in names if n not in ('copyright', 'credits', 'exit', 'quit', 'license', 'help')])
print(sorted(n for n in dir(builtins) if n.startswith('__')))
print(builtins.len is len, builtins.__name__, len.__self__.__name__)
builtins.added = 'visible everywhere'
print(added)
del builtins.added
print([type(getattr(builtins, n)).__name__ for n in ('len', 'int', 'ValueError', 'None', 'Ellipsis', 'print', 'open', '__build_class__', '__import__', '__debug__')])
