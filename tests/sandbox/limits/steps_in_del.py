# limits: --max-steps 1000000
# expect: status=3 kind=steps
# Finalizers do not get more.
class D:
    def __del__(self):
        while True:
            pass
while True:
    D()
