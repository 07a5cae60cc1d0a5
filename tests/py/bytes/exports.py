# While a memoryview looks at it, a bytearray keeps its size.
def t(s):
    try:
        print(s, '->', eval(s))
    except Exception as e:
        print(s, '->', type(e).__name__, e)
b = bytearray(b'abc')
v = memoryview(b)
for s in ['b.append(1)', 'b.clear()', "b.__setitem__(slice(0,1),b'xx')", "b.__setitem__(slice(0,1),b'x')", 'b.pop()', "b.extend(b'')", "b.extend(b'x')", 'b.__delitem__(0)', 'b.reverse()', 'b.resize(3)', 'b.insert(0,1)', 'b.remove(97)', 'b.__imul__(1)', 'b.__imul__(2)', 'b.__delitem__(slice(0,0))', 'v.release()', 'b.append(1)', 'b']:
    t(s)
def forgotten():
    x = bytearray(b'hello')
    for i in range(20):
        y = memoryview(x)[1:3]
        z = bytes(y)
        del y
        x.append(i)
    return x
print(forgotten())
