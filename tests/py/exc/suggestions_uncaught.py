# "Did you mean" of an uncaught NameError.
import sys
counter = 1
def work(length):
    return lenght + 1
print('before')
work(3)
