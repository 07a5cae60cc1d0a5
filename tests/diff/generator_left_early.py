# A generator that nobody holds any more is closed at a later collection, not at once.
def g():
    try:
        yield 1
    finally:
        print("closed")


for x in g():
    break
print("behind the loop")
h = g()
next(h)
h.close()
