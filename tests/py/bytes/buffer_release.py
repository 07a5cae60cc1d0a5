# Buffers of guest objects, where memory may fail anywhere.
class G:
    def __init__(self, data):
        self.data, self.held = data, 0

    def __buffer__(self, flags):
        self.held += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.held -= 1
        if self.data == b'raise':
            raise KeyError(self.held)


g, r = G(bytearray(b'12')), G(b'raise')
with memoryview(g) as m:
    print(m.tolist(), g.held)
print(b'312'.find(g), bytes(g), b'-'.join([g, b'x', g]), b'a' + g, g.held)
ba = bytearray(b'A')
ba += g
ba.extend(g)
ba[:1] = g
print(ba, ba == g, g in ba, ba.hex(':'), g.held)
try:
    b'1'.replace(g, 5)
except TypeError as e:
    print(e)
print(bytes(r), r.held)
class S(bytes):
    def __len__(self):
        try:
            ba.clear()
        except BufferError as e:
            print(e)
        return 1


print(ba.hex(S(b'.')))
