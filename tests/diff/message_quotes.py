# A message that quotes a value of a class derived from a builtin one quotes it as that builtin class would.
class S(str):
    def __repr__(self):
        print("asked")
        return "mine"


try:
    float(S("x"))
except ValueError as e:
    print(e)
