# A script that does not compile prints nothing but the error.
print('never printed')
def f(x):
    return x +


print(f(1))
