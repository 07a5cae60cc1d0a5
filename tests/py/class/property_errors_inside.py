# AttributeError raised inside a property falls through to __getattr__.
class A:
    @property
    def p(self):
        return self.missing
    def __getattr__(self, name):
        return 'getattr ' + name
print(A().p, A().q)
class B:
    @property
    def p(self):
        return self.missing
    @property
    def v(self):
        raise ValueError('inside')
for name in ('p', 'v'):
    try:
        getattr(B(), name)
    except Exception as e:
        print(type(e).__name__, e)
print(hasattr(B(), 'p'), getattr(B(), 'p', 'default'))
try:
    hasattr(B(), 'v')
except ValueError as e:
    print(e)
