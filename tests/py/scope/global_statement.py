# global makes assignments module-wide; UnboundLocalError otherwise.
x = 1
def read():
    return x
def write():
    global x
    x = 2
def local():
    x = 3
    return x
def broken():
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 4
def makes():
    global made, also
    made = 'new'
    def also():
        return 'function'
    class C: pass
def deletes():
    global made
    del made
write()
print(read(), local(), x)
broken()
makes()
print(made, also())
deletes()
try:
    made
except NameError as e:
    print(e)
def loop():
    global i
    for i in range(3):
        pass
loop()
print(i)
def imp():
    global math
    import math
imp()
print(math.floor(2.5))
