# match, case, type and _ are ordinary names elsewhere.
match = {'case': 1}
case = [2]
type_ = type
_ = 5
print(match['case'], case[0], _)
match['x'] = 3
match.update(y=4)
print(match)
def f(match, case, type, _): return match, case, type, _
print(f(1, case=2, type=3, _=4))
class match: case = 'attr'
print(match.case, match().case)
match = lambda x: x
match (1), 2
print(match(3), match (4), [match(5)])
type = int
print(type('7'))
type X = int
print(X.__value__)
type = 'restored?'
print(type)
del type
print(type(1))
case = print
case('called')
match case:
    case case:
        print(case is print)
match _:
    case _:
        print('wild')
import math as type
print(type.floor(1.5))
for match in range(2): pass
print(match)
print({'match': 1}.get('match'), (lambda case: case)(1), [case for case in 'ab'])
def type(case): return case
print(type(9))
