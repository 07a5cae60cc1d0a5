# The name of a property is any object, None too; without one it is that of the function that gets.
p = property(len)
print(p.__name__)
for name in (None, 5, "text"):
    p.__name__ = name
    print(p.__name__)

    class A:
        pass

    A.x = p
    try:
        A().x = 1
    except AttributeError as e:
        print(e)
del p.__name__
print(p.__name__)
p.__init__(abs)
print(p.__name__)
