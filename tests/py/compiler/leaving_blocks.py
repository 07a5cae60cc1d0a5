# Every way out of every kind of block runs what must be run, in order, and leaves nothing handled.
import sys
import itertools
class M:
    def __init__(self, log, name, swallow=False): self.log, self.name, self.swallow = log, name, swallow
    def __enter__(self):
        self.log.append('+' + self.name)
        return self
    def __exit__(self, t, v, tb):
        self.log.append('-%s%s' % (self.name, '' if t is None else ':' + t.__name__))
        return self.swallow
def source(blocks, leave):
    lines = ['def f(log):', ' for i in (1, 2):']
    depth = 2
    closers = []
    for k, b in enumerate(blocks):
        pad = ' ' * depth
        if b == 'with':
            lines.append(pad + 'with M(log, "w%d"):' % k)
        elif b == 'swallow':
            lines.append(pad + 'with M(log, "s%d", True) as m%d:' % (k, k))
        elif b == 'finally':
            lines.append(pad + 'try:')
            closers.append((depth, ['finally:', ' log.append("f%d")' % k]))
        elif b == 'except':
            lines.append(pad + 'try:')
            closers.append((depth, ['except ValueError as e%d:' % k, ' log.append(type(e%d).__name__)' % k, 'else:', ' log.append("else%d")' % k]))
        elif b == 'handler':
            lines += [pad + 'try: raise KeyError(%d)' % k, pad + 'except KeyError as h%d:' % k]
        elif b == 'infinally':
            lines += [pad + 'try: log.append("t%d")' % k, pad + 'finally:']
        elif b == 'loop':
            lines.append(pad + 'for j%d in (0, 1):' % k)
        elif b == 'while':
            lines += [pad + 'n%d = 2' % k, pad + 'while n%d:' % k, pad + ' n%d -= 1' % k]
        depth += 1
        while closers and closers[-1][0] >= depth: lines += [' ' * closers[-1][0] + c for c in closers.pop()[1]]
    lines += [' ' * depth + l for l in ('log.append("body")', leave, 'log.append("after")')]
    while closers:
        d, text = closers.pop()
        lines += [' ' * d + c for c in text]
    lines += [' else: log.append("loop else")', ' return "end"']
    return '\n'.join(lines) + '\n'
kinds = ['with', 'swallow', 'finally', 'except', 'handler', 'infinally', 'loop', 'while']
leaves = ['return "ret"', 'break', 'continue', 'raise ValueError(i)', 'raise OSError(i)', 'pass', 'return sys.exception()']
seen = {}
import builtins
for n in (1, 2, 3):
    for blocks in itertools.product(kinds, repeat=n):
        for leave in leaves:
            if n == 3 and leaves.index(leave) % 2: continue
            if 'infinally' in blocks and ('break' in leave or 'continue' in leave or 'return' in leave): continue
            text = source(blocks, leave)
            ns = {'M': M, 'sys': sys}
            exec(text, ns)
            log = []
            try:
                result = ns['f'](log)
            except Exception as e:
                result = '%s %r ctx %r' % (type(e).__name__, e.args, e.__context__)
            line = '%s %s -> %r | %s | %r' % (' '.join(blocks), leave, result, ' '.join(log), sys.exception())
            if n < 3: print(line)
            seen[line] = None
print(len(seen))
total = 0
for line in seen:
    for ch in line: total = (total * 31 + ord(ch)) % 1000000007
print(total)
