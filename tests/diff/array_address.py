# array.buffer_info() gives the number that id() gives where CPython gives an address.
from array import array


a = array("i", [1, 2, 3])
address, length = a.buffer_info()
print(address == id(a), length)
a.extend(range(1000))
print(a.buffer_info() == (address, 1003), array("d").buffer_info())
