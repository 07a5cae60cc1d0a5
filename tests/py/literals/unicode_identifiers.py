# Identifiers may be any letters; they are compared in NFKC form.
été = 1
变量 = 2
ñ_1 = 3
print(été, 变量, ñ_1)
class Ω:
    π = 3
print(Ω.π, Ω.__name__)
ﬁ = 'ligature'
print(fi)
def f(*, ключ):
    return ключ
print(f(ключ=5))
print('été'.isidentifier(), '1a'.isidentifier())
