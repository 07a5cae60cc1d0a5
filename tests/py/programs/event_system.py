# Observers, decorators that register, a plugin table, and a state machine.
class Events:
    def __init__(self): self.handlers = {}
    def on(self, *names, priority=0):
        def register(f):
            for n in names:
                self.handlers.setdefault(n, []).append((priority, f))
                self.handlers[n].sort(key=lambda p: -p[0])
            return f
        return register
    def emit(self, name, *a, **k):
        results = []
        for _, f in self.handlers.get(name, ()):
            try:
                r = f(*a, **k)
            except Exception as e:
                results.append(f'{f.__name__}: {type(e).__name__}')
            else:
                if r is StopIteration: break
                results.append(r)
        return results
ev = Events()
@ev.on('greet')
def hello(name, punct='.'): return f'hello {name}{punct}'
@ev.on('greet', 'leave', priority=5)
def first(name, **k): return f'first {name} {k}'
@ev.on('leave')
def broken(name): return 1 / 0
@ev.on('stop', priority=1)
def stopper(): return StopIteration
@ev.on('stop')
def unreached(): return 'never'
print(ev.emit('greet', 'ann'), ev.emit('greet', 'bob', punct='!'), ev.emit('leave', 'carl'), ev.emit('stop'), ev.emit('none'))
print(hello('direct'), {k: [f.__name__ for _, f in v] for k, v in ev.handlers.items()})
class Machine:
    table = {('idle', 'coin'): 'ready', ('ready', 'push'): 'idle', ('ready', 'coin'): 'ready'}
    def __init__(self): self.state, self.log = 'idle', []
    def __call__(self, event):
        try:
            new = self.table[self.state, event]
        except KeyError:
            raise ValueError(f'{event} not allowed in {self.state}') from None
        self.log.append(f'{self.state}->{new}')
        getattr(self, 'enter_' + new, lambda: None)()
        self.state = new
        return self
    def enter_ready(self): self.log.append('unlocked')
m = Machine()
m('coin')('coin')('push')
print(m.state, m.log)
try:
    m('push')
except ValueError as e:
    print(e, e.__suppress_context__)
plugins = {}
class Plugin:
    def __init_subclass__(cls, name=None): plugins[name or cls.__name__.lower()] = cls
    def run(self, x): return self.op(x)
class Double(Plugin):
    def op(self, x): return x * 2
class Shout(Plugin, name='loud'):
    def op(self, x): return str(x).upper() + '!'
print({n: p().run('ab') for n, p in sorted(plugins.items())}, Double().run(21))
