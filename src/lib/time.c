// time.c: clocks and sleeping, on the host's clock. Without one there is no time: RuntimeError.
#include "object/float.h"
#include "object/int.h"
#include "object/str.h"
#include "vm/vm_internal.h"

static bool clock_read(Vm *vm, int which, int64_t *ns) {
    if (vm->host && vm->host->clock && vm->host->clock(vm->host->ctx, which, ns)) { return true; }
    return raise_false(vm, EXC_RuntimeError, "no clock: the host gave this program none");
}

static Value clock_seconds(Vm *vm, int which) {
    int64_t ns;
    return clock_read(vm, which, &ns) ? double_value((double)ns / 1e9) : V_RAISED;
}

static Value clock_ns(Vm *vm, int which) {
    int64_t ns;
    return clock_read(vm, which, &ns) ? int_from_i64(vm, ns) : V_RAISED;
}

static Value time_time(Vm *vm, Value *a) {
    (void)a;
    return clock_seconds(vm, 0);
}
static Value time_time_ns(Vm *vm, Value *a) {
    (void)a;
    return clock_ns(vm, 0);
}
static Value time_monotonic(Vm *vm, Value *a) {
    (void)a;
    return clock_seconds(vm, 1);
}
static Value time_monotonic_ns(Vm *vm, Value *a) {
    (void)a;
    return clock_ns(vm, 1);
}

static Value time_sleep(Vm *vm, Value *a) {
    double seconds;
    if (is_double(a[0])) {
        seconds = double_of(a[0]);
    } else if (isinstance_int(vm, a[0])) {
        TRY(int_to_double(vm, a[0], &seconds));
    } else {
        return raise_error(vm, EXC_TypeError, "'%T' object cannot be interpreted as an integer",
                           a[0]);
    }
    if (seconds != seconds) {
        return raise_error(vm, EXC_ValueError, "Invalid value NaN (not a number)");
    }
    if (seconds < 0) {
        return raise_error(vm, EXC_ValueError, "sleep length must be non-negative");
    }
    if (vm->host && vm->host->sleep) {
        vm->host->sleep(vm->host->ctx, seconds > 9e9 ? INT64_MAX : (int64_t)(seconds * 1e9));
    }
    return V_NONE;
}

static const NativeDef time_functions[] = {
    LEAF("monotonic", "", time_monotonic, "Monotonic clock, cannot go backward."),
    LEAF("monotonic_ns", "", time_monotonic_ns, "Monotonic clock, as nanoseconds."),
    LEAF("perf_counter", "", time_monotonic, "Performance counter for benchmarking."),
    LEAF("perf_counter_ns", "", time_monotonic_ns, "Performance counter, as nanoseconds."),
    LEAF("process_time", "", time_monotonic, "Process time for profiling."),
    LEAF("process_time_ns", "", time_monotonic_ns, "Process time, as nanoseconds."),
    LEAF("sleep", "seconds, /", time_sleep, "Delay execution for a given number of seconds."),
    LEAF("thread_time", "", time_monotonic, "Thread time for profiling."),
    LEAF("time", "", time_time, "Return the current time in seconds since the Epoch."),
    LEAF("time_ns", "", time_time_ns, "The current time in nanoseconds since the Epoch."),
    NATIVE_END,
};

const ModuleDef time_module = {"time", "Access to the host's clock.", time_functions, NULL};
