"""agent: a shop with dataclasses, an enum, properties, events and custom exceptions."""
from dataclasses import dataclass, field
from enum import Enum


class Status(Enum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"


class OutOfStock(Exception):
    def __init__(self, sku, wanted, left):
        super().__init__(f"{sku}: wanted {wanted}, only {left} left")
        self.sku = sku


@dataclass(order=True)
class Product:
    sku: str
    price: float
    stock: int = 0

    @property
    def value(self):
        return self.price * self.stock


@dataclass
class Order:
    number: int
    lines: dict = field(default_factory=dict)
    status: Status = Status.NEW

    def total(self, catalog):
        return sum(catalog[s].price * q for s, q in self.lines.items())


class Shop:
    def __init__(self):
        self.catalog, self.orders, self.handlers, self.log = {}, [], {}, []

    def on(self, event):
        def register(fn):
            self.handlers.setdefault(event, []).append(fn)
            return fn
        return register

    def emit(self, event, **data):
        for fn in self.handlers.get(event, []):
            fn(**data)

    def add(self, product):
        self.catalog[product.sku] = product

    def order(self, **lines):
        o = Order(len(self.orders) + 1)
        for sku, q in lines.items():
            p = self.catalog[sku]
            if p.stock < q:
                raise OutOfStock(sku, q, p.stock)
            p.stock -= q
            o.lines[sku] = o.lines.get(sku, 0) + q
        self.orders.append(o)
        self.emit("ordered", order=o)
        return o


def run(n):
    total = 0
    for round_ in range(n):
        shop = Shop()
        for i in range(8):
            shop.add(Product("P%d" % i, 2.5 * i + 1, 30))

        @shop.on("ordered")
        def note(order):
            shop.log.append(f"order {order.number}: {order.total(shop.catalog):.2f}")
        failed = 0
        for i in range(40):
            try:
                o = shop.order(**{"P%d" % (i % 8): i % 5 + 1, "P%d" % ((i + round_) % 7): 2})
                o.status = Status.PAID if i % 2 else Status.SHIPPED
            except OutOfStock as e:
                failed += len(str(e))
        by_status = {s: sum(o.total(shop.catalog) for o in shop.orders if o.status is s) for s in Status}
        total += int(sum(by_status.values())) + failed + len(shop.log) + int(max(shop.catalog.values()).value)
        total += Status("paid").name == "PAID"
    return total


N = 2500


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
