# A scheduler on a clock of one's own.
import sched


class Clock:
    now = 0.0

    def time(self):
        return self.now

    def sleep(self, seconds):
        if seconds:
            print("sleep", seconds)
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)
print(s.empty(), s.run())
first = s.enter(5, 1, print, argument=("five",))
s.enterabs(3, 2, print, ("three, second",))
s.enterabs(3, 1, print, ("three, first",), {"end": "!\n"})
late = s.enter(10, 1, print, ("never",))
print(first.time, first.priority, first.argument, first.kwargs, [e.time for e in s.queue])
s.cancel(late)
try:
    s.cancel(late)
except ValueError as e:
    print(type(e).__name__)
print(s.run(blocking=False))
clock.now = 4
print(s.run(False), s.empty())


def again(n):
    print("again", n, clock.now)
    if n:
        s.enter(2, 1, again, (n - 1,))


s.enter(0, 1, again, kwargs={"n": 2})
s.run()


def fails():
    raise LookupError("in an event")


s.enter(1, 1, fails)
s.enter(1, 2, print, ("goes on",))
try:
    s.run()
except LookupError as e:
    print(e, len(s.queue))
s.run()
print(s.empty(), clock.now)
