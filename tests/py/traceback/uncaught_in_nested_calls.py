# Uncaught through lambdas, comprehensions, methods, generators and classes.
class Shop:
    prices = {'a': 1}

    def price(self, name):
        return self.prices[name]

    @property
    def total(self):
        return sum(self.price(n) for n in self.names)

    def __init__(self, names):
        self.names = names


def lines(shops):
    for s in shops:
        yield [s.total * 2 for _ in range(1)]


show = lambda shops: sorted(lines(shops), key=lambda v: v[0])
print(show([Shop(['a'])]))
print(show([Shop(['a']), Shop(['a', 'b'])]))
