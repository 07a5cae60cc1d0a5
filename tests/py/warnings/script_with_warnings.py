# The warnings about a script are shown before it runs.
import sys
print("running", file=sys.stderr)


def f(x):
    try:
        return "\d" if x is 5 else "\{"
    finally:
        return f"\{x}"


print(f(5), f(6))
