// clock.c: the module time on the clock capability. Without one there is no time: RuntimeError.
#include "cap/cap.h"

#include "object/float.h"
#include "object/int.h"

enum { CLOCK_WALL, CLOCK_STEADY };

// now(which, as an int of nanoseconds)
Value cap_clock_now(Vm *vm, Value *a) {
    const nx_clock *clock = vm->host->clock;
    int64_t ns = 0;
    Value v;
    if (!clock || !clock->now) {
        return raise_error(vm, EXC_RuntimeError, "no clock: the host gave this program none");
    }
    if (!cap_answered(vm, clock->now(clock->ctx, (int)int_of(a[0]), &ns), V_NONE, &v)) { return v; }
    return a[1] == V_TRUE ? int_from_i64(vm, ns) : double_value((double)ns / 1e9);
}

// Without a clock that can sleep, nothing moves and it is over at once.
Value cap_clock_sleep(Vm *vm, Value *a) {
    const nx_clock *clock = vm->host->clock;
    int64_t ns = 0;
    Value v = V_NONE;
    if (!clock || !clock->sleep) { return V_NONE; }
    if (!int_to_i64(vm, a[0], &ns)) { ns = INT64_MAX; }
    return cap_answered(vm, clock->sleep(clock->ctx, ns), V_NONE, &v) ? V_NONE : v;
}

static Value clock_ask(Vm *vm, int which, Value as_int) {
    Value a[2] = {int_value(which), as_int};
    return cap_call(vm, CAP_CLOCK_NOW, a);
}

static Value time_time(Vm *vm, Value *a) {
    (void)a;
    return clock_ask(vm, CLOCK_WALL, V_FALSE);
}
static Value time_time_ns(Vm *vm, Value *a) {
    (void)a;
    return clock_ask(vm, CLOCK_WALL, V_TRUE);
}
static Value time_monotonic(Vm *vm, Value *a) {
    (void)a;
    return clock_ask(vm, CLOCK_STEADY, V_FALSE);
}
static Value time_monotonic_ns(Vm *vm, Value *a) {
    (void)a;
    return clock_ask(vm, CLOCK_STEADY, V_TRUE);
}

static Value time_sleep(Vm *vm, Value *a) {
    double seconds;
    if (isinstance_float(vm, a[0])) {
        seconds = float_of(vm, a[0]);
    } else if (isinstance_int(vm, a[0])) {
        TRY(int_to_double(vm, a[0], &seconds));
    } else {
        return raise_error(vm, EXC_TypeError,
                           "'%T' object cannot be interpreted as an integer or float", a[0]);
    }
    if (seconds != seconds) {
        return raise_error(vm, EXC_ValueError, "Invalid value NaN (not a number)");
    }
    if (seconds >= 0x1p63 / 1e9 || seconds < -0x1p63 / 1e9) {
        return raise_error(vm, EXC_OverflowError, "timestamp out of range for C PyTime_t");
    }
    if (seconds < 0) {
        return raise_error(vm, EXC_ValueError, "sleep length must be non-negative");
    }
    Value ns = int_from_i64(vm, seconds > 9e9 ? INT64_MAX : (int64_t)(seconds * 1e9));
    TRY_VALUE(ns);
    return cap_call(vm, CAP_CLOCK_SLEEP, &ns);
}

static const NativeDef time_functions[] = {
    TAIL("monotonic", "", time_monotonic, "Seconds of a clock that never goes back."),
    TAIL("monotonic_ns", "", time_monotonic_ns, "Monotonic clock, as nanoseconds."),
    TAIL("perf_counter", "", time_monotonic, "Seconds of the finest clock, to measure with."),
    TAIL("perf_counter_ns", "", time_monotonic_ns, "Performance counter, as nanoseconds."),
    TAIL("process_time", "", time_monotonic, "Seconds that the program has computed."),
    TAIL("process_time_ns", "", time_monotonic_ns, "Process time, as nanoseconds."),
    TAIL("sleep", "seconds: bound, /", time_sleep, "Do nothing for so many seconds."),
    TAIL("thread_time", "", time_monotonic, "Seconds that the thread has computed."),
    TAIL("time", "", time_time, "Seconds since 1970."),
    TAIL("time_ns", "", time_time_ns, "Nanoseconds since 1970."),
    NATIVE_END,
};

const ModuleDef time_module = {"time", "Access to the host's clock.", time_functions, NULL};
