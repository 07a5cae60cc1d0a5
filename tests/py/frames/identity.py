# The frame object of a frame is one object, and keeps the variables when the frame ends.
import sys
def f():
    x = 1
    fr = sys._getframe()
    assert fr is sys._getframe()
    def inner():
        assert sys._getframe(1) is fr and sys._getframe().f_back is fr
        return sys._getframe()
    i = inner()
    assert i.f_back is fr, i.f_back
    assert inner() is not i
    return fr, i
fr, i = f()
print(sorted(fr.f_locals), fr.f_locals["x"], sorted(i.f_locals), i.f_back is fr)
fr.f_locals['x'] = 5
print(fr.f_locals['x'], fr.f_lineno, i.f_lineno)
def boom(n):
    here = sys._getframe()
    frames.append(here)
    if n: boom(n-1)
    raise ValueError
frames=[]
try: boom(2)
except ValueError as e:
    t=e.__traceback__
    print(t.tb_frame is sys._getframe())
    k=[]
    t=t.tb_next
    while t: k.append(t.tb_frame); t=t.tb_next
    print([a is b for a,b in zip(k,frames)], [x.f_locals['n'] for x in frames], [x.f_back is y for x,y in zip(frames[1:], frames)], frames[0].f_back is sys._getframe())
def many():
    fr = None
    for _ in range(1000):
        fr = sys._getframe()
    def r(n):
        sys._getframe(); 
        if n: return r(n-1)
        a = sys._getframe(n); 
        return [sys._getframe(k) for k in range(5)][4]
    q = r(20)
    return q.f_locals['n'], q.f_back.f_locals['n'], fr is sys._getframe()
print(many())
def caught():
    z = 3
    try: 1/0
    except ZeroDivisionError as e:
        keep = e
        tb = e.__traceback__.tb_frame
    return keep, tb
k, tb = caught()
print(k.__traceback__.tb_frame is tb, tb.f_locals['z'])
def gen():
    a = 1
    fr = sys._getframe()
    yield fr
    yield a
g = gen(); fr = next(g); fr.f_locals['a'] = 9
print(next(g), g.gi_frame.f_locals['a'])
