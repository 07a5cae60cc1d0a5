# Accounts with history, limits and custom errors.
class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f'need {need:.2f}, have {have:.2f}')
        self.shortfall = need - have
class Account:
    interest = 0.02
    _next = 1
    def __init__(self, owner, balance=0.0):
        self.owner, self.balance, self.history = owner, balance, []
        self.number = f'{Account._next:06d}'
        Account._next += 1
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError('deposit must be positive')
        self.balance += amount
        self.history.append(('deposit', amount))
        return self
    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(('withdraw', amount))
        return self
    def __repr__(self):
        return f'<{type(self).__name__} {self.number} {self.owner} {self.balance:.2f}>'
    def __lt__(self, other):
        return self.balance < other.balance
class Savings(Account):
    interest = 0.05
    def year(self):
        self.balance *= 1 + self.interest
        self.history.append(('interest', round(self.balance, 2)))
def transfer(a, b, amount):
    try:
        a.withdraw(amount)
    except InsufficientFunds as e:
        print('refused:', e, round(e.shortfall, 2))
        return False
    b.deposit(amount)
    return True
ann, bob = Account('ann', 100), Savings('bob')
print(ann, bob, transfer(ann, bob, 60), transfer(ann, bob, 60), ann, bob)
bob.year()
print(bob, bob.history, ann.history, max(ann, bob).owner, sorted([bob, ann]))
try:
    ann.deposit(-5)
except ValueError as e:
    print(e)
print(ann.deposit(5).deposit(10).withdraw(1).balance, Account.interest, Savings.interest, [a.interest for a in (ann, bob)])
