# print_exc of chained exceptions, in every form.
import sys
import traceback
def t(f):
    try:
        f()
    except Exception:
        traceback.print_exc(file=sys.stdout)
    print('---')
def implicit():
    try:
        {}['k']
    except KeyError:
        1 / 0
def explicit():
    try:
        {}['k']
    except KeyError as e:
        raise ValueError('explained') from e
def none():
    try:
        {}['k']
    except KeyError:
        raise ValueError('alone') from None
def reraised():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note('a note')
        raise
def three():
    try:
        explicit()
    except ValueError:
        raise TypeError('third')
def in_finally():
    try:
        1 / 0
    finally:
        [][0]
for f in (implicit, explicit, none, reraised, three, in_finally):
    t(f)
