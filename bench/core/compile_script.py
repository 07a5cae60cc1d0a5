"""compile: a script of 160 lines, from its text to code."""
SCRIPT = """\
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


import asyncio
import json


class ToolError(Exception):
    pass


TOOLS = {}


def tool(fn):
    TOOLS[fn.__name__] = fn
    return fn


@tool
async def fetch(url, attempt=0):
    await asyncio.sleep(0)
    if "flaky" in url and attempt < 1:
        raise ToolError("temporary: " + url)
    return {"url": url, "body": "text of " + url, "size": len(url) * 10}


@tool
async def summarize(text, limit=12):
    await asyncio.sleep(0)
    return text[:limit] + ("..." if len(text) > limit else "")


@tool
async def count(items):
    return sum(len(str(i)) for i in items)


async def call(request, log):
    spec = json.loads(request)
    for attempt in range(3):
        try:
            kwargs = dict(spec["args"])
            if spec["tool"] == "fetch":
                kwargs["attempt"] = attempt
            result = await TOOLS[spec["tool"]](**kwargs)
            log.append((spec["tool"], attempt, "ok"))
            return result
        except ToolError as e:
            log.append((spec["tool"], attempt, str(e)))
    return None


async def main(rounds):
    total = 0
    for r in range(rounds):
        log = []
        urls = [f"https://example.com/{'flaky' if i % 4 == 0 else 'page'}/{r % 7}/{i}" for i in range(8)]
        pages = await asyncio.gather(*(call(json.dumps({"tool": "fetch", "args": {"url": u}}), log) for u in urls))
        notes = await asyncio.gather(*(call(json.dumps({"tool": "summarize", "args": {"text": p["body"]}}), log) for p in pages))
        total += await call(json.dumps({"tool": "count", "args": {"items": notes}}), log)
        total += sum(1 for _, _, what in log if what == "ok") + len(log)
    return total
class Counter(dict):
    def count(self, *names, by=1):
        for name in names:
            self[name] = self.get(name, 0) + by
        return {name: self[name] for name in sorted(self, key=len) if name in names}


asyncio.run(main(3))
print(run(2), Counter().count("a", "b", by=2))
"""


def run(n):
    size = 0
    for i in range(n):
        code = compile(SCRIPT, "script.py", "exec")
        size += len(code.co_name) + code.co_firstlineno
    return size


N = 400


# --- main: a driver may cut the file here and call run(N) itself ---
if __name__ == "__main__":
    import sys
    import time
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        start = time.perf_counter()
        result = run(N)
        print("%s %.6f" % (result, time.perf_counter() - start))
