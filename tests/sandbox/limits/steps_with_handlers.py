# limits: --max-steps 3000000
# expect: status=3 kind=steps
# No handler, finally, __exit__ or generator can hold up the step limit.
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        while True:
            pass
        return True
def gen():
    while True:
        try:
            yield
        except BaseException:
            pass
        finally:
            while True:
                pass
def loop():
    while True:
        try:
            with CM():
                for _ in gen():
                    while True:
                        try:
                            while True:
                                pass
                        except BaseException:
                            continue
                        finally:
                            continue
        except:
            pass
while True:
    try:
        loop()
    except BaseException:
        pass
    else:
        print('never')
