# Annotations see class names, closures and type parameters.
def outer(T):
    local = 'local'
    def inner(a: T, b: local) -> outer: pass
    class K:
        x: T
        own = int
        y: own
        def m(self, z: own) -> 'K': pass
    return inner, K
inner, K = outer(float)
print(inner.__annotations__['a'], inner.__annotations__['b'], K.__annotations__)
try:
    K.m.__annotations__
except NameError as e:
    print(e)
def g[T](x: T) -> list[T]: pass
print(g.__annotations__, g.__type_params__)
class B[U]:
    a: U
    def m[V](self, x: U, y: V) -> V: pass
print(B.__annotations__, B.m.__annotations__)
lam = lambda x: x
print(lam.__annotations__)
import annotationlib
def fwd(x: Nope, y: int): pass
print(annotationlib.get_annotations(fwd, format=annotationlib.Format.STRING))
r = annotationlib.get_annotations(fwd, format=annotationlib.Format.FORWARDREF)
print(r['y'], type(r['x']).__name__)
