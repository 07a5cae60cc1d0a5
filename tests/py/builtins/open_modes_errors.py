# open refuses wrong modes before it looks for the file.
def show(*a, **k):
    try:
        open(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
show('f', 'z')
show('f', 'rw')
show('f', 'rtb')
show('f', '')
show('f', 'rb', encoding='utf-8')
show('f', 'rb', newline='')
show('f', 'rb', errors='strict')
show('f', 'r', newline='x')
show('f', 'r', buffering=0)
show(1.5)
show(None)
show([])
show('f', 5)
show('f\0g')
show()
show('nope', nope=1)
show('/does/not/exist/at/all')
show('does-not-exist', opener=None)
