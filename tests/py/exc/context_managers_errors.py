# Exceptions raised, replaced and suppressed by context managers.
class CM:
    def __init__(self, mode): self.mode = mode
    def __enter__(self):
        if self.mode == 'fail enter': raise ValueError('enter')
        return self
    def __exit__(self, t, v, tb):
        print('exit', self.mode, t and t.__name__)
        if self.mode == 'replace': raise TypeError('replaced')
        if self.mode == 'reraise': raise v
        if self.mode == 'from': raise TypeError('chained') from v
        return self.mode == 'swallow'
def run(*modes):
    try:
        def go(i):
            if i == len(modes): raise KeyError('body')
            with CM(modes[i]):
                go(i + 1)
            return 'went on'
        print(go(0))
    except Exception as e:
        chain = []
        while e:
            chain.append(repr(e))
            e = e.__cause__ or e.__context__
        print(chain)
run('plain')
run('swallow')
run('replace')
run('reraise')
run('from')
run('swallow', 'replace')
run('replace', 'replace')
run('plain', 'swallow')
run('fail enter')
run('plain', 'fail enter')
