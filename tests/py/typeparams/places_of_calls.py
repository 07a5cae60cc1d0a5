# Where tracebacks say that classes and functions with type parameters are made.
import traceback
def f():
    pass
x = 1
try:
    class G1[U, *Ts, **P = [int]]:
        a: P
except TypeError as e:
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)][:2])
try:
    def g[U, *Ts, **P = [int]](a): pass
except TypeError as e:
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)][:2])
try:
    type g[U, *Ts, **P = [int]] = 5
except TypeError as e:
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)][:2])
try:
    @staticmethod
    def g[U](a: 5,
        b=1/0): pass
except ZeroDivisionError as e:
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)][:2])
try:
    @staticmethod
    @property
    class G1[U, V](int,
         1/0):
        a: P
except ZeroDivisionError as e:
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno, f.name) for f in traceback.extract_tb(e.__traceback__)][:2])
