"""objects: method calls on a few classes, with inheritance and super."""


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size = (self.size + by) % 97
        return self


class Square(Shape):
    def area(self):
        return self.size * self.size


class Box(Square):
    def area(self):
        return super().area() * 6

    @property
    def volume(self):
        return self.size ** 3


def run(n):
    shapes = [Shape(1), Square(2), Box(3), Square(4)]
    total = 0
    for i in range(n):
        for s in shapes:
            total += s.grow(i).area()
        total += shapes[2].volume
    return total


N = 320000


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
