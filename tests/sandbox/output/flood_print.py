# limits: --max-output 20000
# expect: status=3 kind=output max-out=20000
# Printing for ever, catching everything.
while True:
    try:
        print('flood' * 10)
    except BaseException:
        pass
