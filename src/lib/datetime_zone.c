// datetime_zone.c: tzinfo, which guest code derives its zones from, and timezone, a fixed offset.
#include "lib/datetime.h"

#include "object/construct.h"
#include "object/dict.h"
#include "object/str.h"
#include "object/tuple.h"

// ---- tzinfo ------------------------------------------------------------------------------------

static Value tzinfo_make(Vm *vm, Value *a) {
    Obj *o = construct(vm, T_TZINFO, a[0], 0);
    TRY(o);
    return ptr_value(vm, o);
}

static Value tzinfo_abstract(Vm *vm, const char *name) {
    return raise_error(vm, EXC_NotImplementedError, "a tzinfo subclass must implement %s()", name);
}
static Value tzinfo_dst(Vm *vm, Value *a) { return (void)a, tzinfo_abstract(vm, "dst"); }
static Value tzinfo_tzname(Vm *vm, Value *a) { return (void)a, tzinfo_abstract(vm, "tzname"); }
static Value tzinfo_utcoffset(Vm *vm, Value *a) {
    return (void)a, tzinfo_abstract(vm, "utcoffset");
}

static const NativeDef tzinfo_methods[] = {
    LEAF_MAKER(tzinfo_make, "A zone without methods."),
    SLOW("__reduce__", "self, /", tzinfo_reduce,
         "The class, what to call it with, and the attributes."),
    LEAF("dst", "self, dt, /", tzinfo_dst,
         "What is added in summer, as a timedelta; for derived classes."),
    SLOW("fromutc", "self, dt, /", fromutc,
         "The zone's own time of a datetime whose fields are in UTC."),
    LEAF("tzname", "self, dt, /", tzinfo_tzname, "The name at that time; for derived classes."),
    LEAF("utcoffset", "self, dt, /", tzinfo_utcoffset,
         "How far the zone is ahead of UTC then; for derived classes."),
    NATIVE_END,
};

const TypeDef tzinfo_type = {
    .name = "tzinfo",
    .module = "datetime",
    .no_module = true,
    .doc = "What time zones derive from.",
    .tag = T_TZINFO,
    .hidden = true,
    .subclassable = true,
    .methods = tzinfo_methods,
};

// ---- timezone ----------------------------------------------------------------------------------

// The one without a name and offset; it stands in the dict of the class, which no guest can change.
static Value zone_utc(Vm *vm) {
    Value key = intern_bytes(vm, "utc", 3);
    TRY_VALUE(key);
    Value utc = type_lookup(vm, vm->types[T_TIMEZONE], key);
    return is_tagged(vm, utc, T_TIMEZONE) ? utc : V_UNBOUND;
}

static Value zone_alloc(Vm *vm, Value offset, Value name) {
    Zone *z = heap_new(vm, T_TIMEZONE, 0);
    TRY(z);
    z->offset = offset;
    z->name = name;
    return ptr_value(vm, z);
}

Value zone_new(Vm *vm, Value offset, Value name) {
    int64_t us;
    bool known = delta_us(as_delta(vm, offset), &us);
    if (!known || us <= -US_PER_DAY || us >= US_PER_DAY) {
        Value shown = type_def(T_TIMEDELTA)->repr(vm, offset);
        TRY_VALUE(shown);
        return raise_error(vm, EXC_ValueError,
                           "offset must be a timedelta strictly between -timedelta(hours=24) and "
                           "timedelta(hours=24), not %U",
                           shown);
    }
    if (us == 0 && name == V_NONE) {
        Value utc = zone_utc(vm);
        if (utc != V_UNBOUND) { return utc; }
    }
    return zone_alloc(vm, offset, name);
}

static Value zone_make(Vm *vm, Value *a) {
    if (!is_delta(vm, a[1])) {
        return raise_error(vm, EXC_TypeError,
                           "timezone() argument 1 must be datetime.timedelta, not %s",
                           argument_class_name(vm, a[1]));
    }
    if (a[2] != V_UNBOUND && !isinstance_str(vm, a[2])) {
        return raise_error(vm, EXC_TypeError, "timezone() argument 2 must be str, not %s",
                           argument_class_name(vm, a[2]));
    }
    TRY(construct_check(vm, T_TIMEZONE, a[0]));
    return zone_new(vm, a[1], a[2] == V_UNBOUND ? V_NONE : a[2]);
}

Value zone_name_text(Vm *vm, Value zone) {
    const Zone *z = as_zone(vm, zone);
    if (z->name != V_NONE) { return z->name; }
    int64_t us = 0;
    (void)delta_us(as_delta(vm, z->offset), &us);
    if (us == 0) { return str_new(vm, "UTC", 3); }
    char text[MOMENT_TEXT] = "UTC";
    return str_new(vm, text, (uint64_t)(moment_put_offset(text + 3, us, ":") - text));
}

// The argument of a zone's methods. False: raised.
static bool zone_argument(Vm *vm, Value dt, const char *method) {
    return dt == V_NONE || is_datetime(vm, dt) ||
           raise_false(vm, EXC_TypeError,
                       "%s(dt) argument must be a datetime instance or None, not %T", method, dt);
}

static Value zone_dst(Vm *vm, Value *a) {
    TRY(zone_argument(vm, a[1], "dst"));
    return V_NONE;
}
static Value zone_tzname(Vm *vm, Value *a) {
    TRY(zone_argument(vm, a[1], "tzname"));
    return zone_name_text(vm, a[0]);
}
static Value zone_utcoffset(Vm *vm, Value *a) {
    TRY(zone_argument(vm, a[1], "utcoffset"));
    return as_zone(vm, a[0])->offset;
}

static Value zone_fromutc(Vm *vm, Value *a) {
    if (!is_datetime(vm, a[1])) {
        return raise_error(vm, EXC_TypeError, "fromutc: argument must be a datetime");
    }
    if (as_moment(vm, a[1])->tzinfo != a[0]) {
        return raise_error(vm, EXC_ValueError, "fromutc: dt.tzinfo is not self");
    }
    Value args[2] = {a[1], as_zone(vm, a[0])->offset};
    return moment_add(vm, args);
}

static Value zone_initargs(Vm *vm, Value *a) {
    const Zone *z = as_zone(vm, a[0]);
    Value parts[2] = {z->offset, z->name};
    return tuple_from(vm, parts, z->name == V_NONE ? 1 : 2);
}

static Value zone_repr(Vm *vm, Value v) {
    const Zone *z = as_zone(vm, v);
    const char *name = class_name_of(vm, v);
    if (zone_utc(vm) == v) { return format_text(vm, "%s.utc", name); }
    if (is_ref(z->name) && as_obj(vm, z->name)->ext) { return V_UNBOUND; }
    Value offset = type_def(T_TIMEDELTA)->repr(vm, z->offset);
    TRY_VALUE(offset);
    if (z->name == V_NONE) { return format_text(vm, "%s(%U)", name, offset); }
    return format_text(vm, "%s(%U, %R)", name, offset, z->name);
}
static Value zone_repr_leaf(Vm *vm, Value *a) { return zone_repr(vm, a[0]); }

static Value zone_str(Vm *vm, Value v) { return zone_name_text(vm, v); }

static Value zone_compare(Vm *vm, int op, Value a, Value b) {
    if ((op != OP_EQ && op != OP_NE) || !is_tagged(vm, b, T_TIMEZONE)) { return V_NOTIMPL; }
    return type_def(T_TIMEDELTA)->compare(vm, op, as_zone(vm, a)->offset, as_zone(vm, b)->offset);
}
static Value zone_hash(Vm *vm, Value v) {
    return type_def(T_TIMEDELTA)->hash(vm, as_zone(vm, v)->offset);
}

static const NativeDef zone_methods[] = {
    LEAF("__getinitargs__", "self, /", zone_initargs, "What to call the class with for a copy."),
    LEAF_CLASS("__new__", "cls, offset, name=UNBOUND", zone_make, "A zone of a fixed offset."),
    FAST("__repr__", "self, /", zone_repr_leaf, zone_repr, "What repr(self) gives."),
    LEAF("dst", "self, dt, /", zone_dst, "Nothing is added in summer: None."),
    TAIL("fromutc", "self, dt, /", zone_fromutc,
         "The zone's own time of a datetime whose fields are in UTC."),
    LEAF("tzname", "self, dt, /", zone_tzname,
         "The name that was given, or UTC with the offset behind it."),
    LEAF("utcoffset", "self, dt, /", zone_utcoffset, "The offset, whatever the time."),
    NATIVE_END,
};

const TypeDef timezone_type = {
    .name = "timezone",
    .module = "datetime",
    .no_module = true,
    .doc = "timezone(offset, name): a zone that is always so far ahead of UTC.",
    .tag = T_TIMEZONE,
    .base = T_TZINFO,
    .hidden = true,
    .methods = zone_methods,
    .compare = zone_compare,
    .hash = zone_hash,
    .repr = zone_repr,
    .str = zone_str,
};
