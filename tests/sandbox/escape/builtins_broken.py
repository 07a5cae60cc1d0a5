# limits: --max-steps 50000000
# expect: status=0 last=ok
# A guest that deletes and replaces builtins breaks only itself.
import builtins
import sys
real = sys.stdout
def keep(*words):
    real.write(' '.join(words) + '\n')
def attempt(what, f):
    try:
        f()
    except BaseException as e:
        keep(what, type(e).__name__)
    else:
        keep(what, 'done')
def broken(name, value):
    old = getattr(builtins, name)
    def run():
        setattr(builtins, name, value)
        try:
            exec('class C(int):\n def f(self): return super().__repr__()\nimport math\nassert C(1).f() == "1"\n[x for x in range(3)]\nwith open("x") as f: pass')
        finally:
            setattr(builtins, name, old)
    attempt(name, run)
for name in ('__build_class__', '__import__', 'super', 'range', 'type', 'object', 'AssertionError', 'open', 'BaseException', 'int', 'None' if False else 'len'):
    for value in (None, 5, lambda *a, **k: 7):
        broken(name, value)
attempt('stdout', lambda: setattr(sys, 'stdout', None) or print('x'))
attempt('stdout 5', lambda: setattr(sys, 'stdout', 5) or print('x'))
attempt('no stdout', lambda: delattr(sys, 'stdout') or print('x'))
sys.stdout = sys.__stdout__
attempt('modules', lambda: sys.modules.clear() or __import__('math'))
attempt('path', lambda: setattr(sys, 'path', 5) or __import__('nope'))
attempt('excepthook', lambda: setattr(sys, 'excepthook', 5))
attempt('globals', lambda: exec('x', {'__builtins__': 5}))
attempt('no builtins', lambda: exec('print', {'__builtins__': {}}))
attempt('displayhook', lambda: exec(compile('1', 'x', 'single'), {}))
keep('ok')
