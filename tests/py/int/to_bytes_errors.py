# What int.to_bytes and from_bytes refuse.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
show(lambda: (256).to_bytes(1, 'big'))
show(lambda: (-1).to_bytes(2, 'big'))
show(lambda: (128).to_bytes(1, 'big', signed=True))
show(lambda: (1).to_bytes(2, 'middle'))
show(lambda: (1).to_bytes(-1, 'big'))
show(lambda: (1).to_bytes(1.5))
show(lambda: int.from_bytes('abc', 'big'))
show(lambda: int.from_bytes([256], 'big'))
show(lambda: int.from_bytes(b'a', 'x'))
show(lambda: int.from_bytes(5, 'big'))
show(lambda: (5).bit_length(1))
show(lambda: (5).nothing)
