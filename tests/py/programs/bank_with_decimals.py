# Accounts in decimals: data classes, enumerations, transactions that roll back; ends with an error.
from __future__ import annotations
import dataclasses, decimal, enum, functools, itertools, logging, typing, uuid, abc, collections
from decimal import Decimal as D
class Kind(enum.Enum):
    DEPOSIT = "deposit"; WITHDRAW = "withdraw"; TRANSFER = "transfer"
    @property
    def sign(self): return -1 if self is Kind.WITHDRAW else 1
    @classmethod
    def _missing_(cls, v): return next((m for m in cls if m.name == str(v).upper()), None)
    def __str__(self): return self.name.title()
class InsufficientFunds(Exception):
    def __init__(self, need: D, have: D): self.need, self.have = need, have; super().__init__(need, have)
    def __str__(self): return f"need ${self.need:,.2f}, have ${self.have:,.2f}"
@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Money:
    amount: D; cur: str = "USD"
    def __post_init__(self):
        if not isinstance(self.amount, D): object.__setattr__(self, "amount", D(str(self.amount)).quantize(D("0.01")))
    def __add__(self, o): 
        if self.cur != o.cur: raise ValueError(f"currency mismatch: {self.cur} vs {o.cur}")
        return dataclasses.replace(self, amount=self.amount + o.amount)
    def __neg__(self): return Money(-self.amount, self.cur)
    def __format__(self, spec): return format(f"{self.cur} {self.amount:,.2f}", spec)
@dataclasses.dataclass
class Account:
    owner: str
    balance: Money = dataclasses.field(default_factory=lambda: Money(0))
    history: list[tuple[Kind, Money]] = dataclasses.field(default_factory=list, repr=False, compare=False)
    ids: typing.ClassVar[itertools.count] = itertools.count(1)
    id: int = dataclasses.field(init=False)
    def __post_init__(self): self.id = next(self.ids)
    def apply(self, k: Kind, m: Money):
        if k is Kind.WITHDRAW and m.amount > self.balance.amount: raise InsufficientFunds(m.amount, self.balance.amount)
        self.balance = self.balance + (m if k.sign > 0 else -m); self.history.append((k, m)); return self
class Bank(collections.UserDict):
    def __missing__(self, k): raise KeyError(f"no account {k!r}") from None
    def transfer(self, a, b, m):
        with Tx(self[a], self[b]) as (x, y): x.apply(Kind.WITHDRAW, m); y.apply(Kind.DEPOSIT, m)
class Tx:
    def __init__(self, *accts): self.accts = accts
    def __enter__(self): self.saved = [dataclasses.asdict(a) for a in self.accts]; return self.accts
    def __exit__(self, t, v, tb):
        if t:
            for a, s in zip(self.accts, self.saved): a.balance = Money(**s["balance"])
            print(f"rollback: {t.__name__}: {v}")
        return issubclass(t, InsufficientFunds) if t else None
bank = Bank({n: Account(n) for n in ("ann", "bob")})
bank["ann"].apply(Kind.DEPOSIT, Money(100.555)); bank.transfer("ann", "bob", Money("30.10")); bank.transfer("bob", "ann", Money(1000))
for a in bank.values(): print(a, f"{a.balance:>20}", dataclasses.astuple(a)[:2], a.history)
for act in (lambda: bank["zed"], lambda: Money(1) + Money(1, "EUR"), lambda: Kind("nope"), lambda: Kind("Deposit"), lambda: setattr(Money(1), "cur", "x"), lambda: Account(), lambda: Account("x", foo=1), lambda: Money(1) < 3, lambda: bank["ann"].apply("deposit", Money(1)), lambda: dataclasses.replace(bank["ann"], id=3), lambda: Money("abc")):
    try: print(act())
    except Exception as e: print(type(e).__name__, e, repr(e))
print(sorted([Money(3), Money(1), Money(2, "EUR")]), hash(Money(1)) == hash(Money(1)), Money(1) == Money("1.00"), str(Kind.DEPOSIT), f"{Kind.DEPOSIT!s:>10}", [f.name for f in dataclasses.fields(Account)], Account.__match_args__, inspect_sig := __import__("inspect").signature(Account))
match bank["ann"]:
    case Account(owner="ann", balance=Money(amount=x)) if x > 50: print("rich", x)
    case Account(o, Money(D() as d, c)): print(o, d, c)
try:
    @dataclasses.dataclass
    class Bad: x: list = []
except ValueError as e: print(e)
try:
    @dataclasses.dataclass
    class Bad2: x: int = 1; y: str
except TypeError as e: print(e)
bank.transfer("ann", "bob", 5)
