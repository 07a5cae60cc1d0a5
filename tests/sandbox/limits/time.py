# limits: --timeout 1
# expect: status=3 kind=time
# The time limit ends a loop that catches everything.
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
