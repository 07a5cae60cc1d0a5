# limits: --max-steps 50000000
# expect: status=0 last=ok
# Format strings chosen by an attacker give texts of attributes, never host objects, and end in named errors.
class Config:
    secret = 'value'
    def __init__(self): self.name = 'n'
c = Config()
import sys
patterns = ['{0.__class__}', '{0.__class__.__mro__}', '{0.__init__.__globals__}', '{0.__class__.__base__.__subclasses__}', '{0.name.__class__.__doc__}', '{0.__dict__}', '{0.__module__}', '{0.__init__.__code__.co_code}', '{0.__init__.__func__.__builtins__}',
            '{0.__init__.__globals__[sys].modules}', '{0[0]}', '{0.a.b.c}', '{0.__reduce_ex__}', '{0!r:{0!r}}', '{0:{0:{0}}}', '{0.__class__.__class__.__class__}', '{:{}}', '{0:9999999999}', '{0.name:>99999999999}', '{0.__init__.__self__}', '{0.__weakref__}', '{' * 100000, '{0' + '.a' * 100000 + '}', '{0' + '[0]' * 100000 + '}']
for p in patterns:
    try:
        text = p.format(c)
        print(p[:40], len(text) < 10**7)
    except Exception as e:
        print(p[:40], type(e).__name__)
for p in ('%(a)s', '%s' * 1000, '%99999999999s', '%.99999999999f', '%*s', '%(' + 'a' * 100000 + ')s', '%(' * 10000):
    try:
        print(p[:20], len(p % c))
    except Exception as e:
        print(p[:20], type(e).__name__)
print('ok')
