"""Values of sys that need no C: run once, while the boot image is made."""
import sys


def _struct_sequence(name, fields, module="sys"):
    # A tuple whose items also have names, shown as sys shows them.
    def __repr__(self):
        items = ", ".join([f + "=" + repr(v) for f, v in zip(fields, self)])
        return (module and module + ".") + name + "(" + items + ")"

    def item(index):
        return property(lambda self: self[index])

    namespace = {"__slots__": (), "__module__": module or "builtins", "__repr__": __repr__,
                 "n_fields": len(fields), "n_sequence_fields": len(fields),
                 "n_unnamed_fields": 0, "__match_args__": tuple(fields)}
    for index in range(len(fields)):
        namespace[fields[index]] = item(index)
    return type(name, (tuple,), namespace)


def _fill():
    version_info = _struct_sequence(
        "version_info", ["major", "minor", "micro", "releaselevel", "serial"])
    float_info = _struct_sequence(
        "float_info", ["max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig",
                       "mant_dig", "epsilon", "radix", "rounds"])
    int_info = _struct_sequence(
        "int_info", ["bits_per_digit", "sizeof_digit", "default_max_str_digits",
                     "str_digits_check_threshold"])
    hash_info = _struct_sequence(
        "hash_info", ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits",
                      "seed_bits", "cutoff"])
    flags = _struct_sequence(
        "flags", ["debug", "inspect", "interactive", "optimize", "dont_write_bytecode",
                  "no_user_site", "no_site", "ignore_environment", "verbose", "bytes_warning",
                  "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode",
                  "warn_default_encoding", "safe_path", "int_max_str_digits"])
    thread_info = _struct_sequence("thread_info", ["name", "lock", "version"])
    sys._asyncgen_hooks = _struct_sequence("asyncgen_hooks", ["firstiter", "finalizer"], "")

    sys.version_info = version_info((3, 14, 0, "final", 0))
    sys.version = "3.14.0 (Natrix)"
    sys.hexversion = 0x030E00F0
    sys.api_version = 1013
    sys.maxsize = 9223372036854775807
    sys.maxunicode = 0x10FFFF
    sys.byteorder = "little"
    sys.platform = "linux"
    sys.copyright = "Copyright (c) the Natrix authors"
    sys.executable = ""
    sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = ""
    sys.platlibdir = "lib"
    sys.float_repr_style = "short"
    sys.float_info = float_info((
        1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
        2.220446049250313e-16, 2, 1))
    sys.int_info = int_info((30, 4, 4300, 640))
    sys.hash_info = hash_info((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
    sys.flags = flags((0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, False, 1, 0, True, 4300))
    sys.thread_info = thread_info((None, None, None))
    sys.warnoptions = []
    sys.path = []
    sys.path_hooks = []
    sys.path_importer_cache = {}
    sys.meta_path = []
    sys.orig_argv = []
    sys.argv = [""]
    sys.dont_write_bytecode = True
    sys.pycache_prefix = None
    sys.tracebacklimit = None
    del sys.tracebacklimit
    sys.__stdin__ = sys.stdin
    sys.__stdout__ = sys.stdout
    sys.__stderr__ = sys.stderr
    sys.__displayhook__ = sys.displayhook
    sys.__excepthook__ = sys.excepthook
    sys.__breakpointhook__ = sys.breakpointhook
    sys.__unraisablehook__ = sys.unraisablehook
    sys.builtin_module_names = ("builtins", "math", "sys", "time")

    class SimpleNamespace:
        def __repr__(self):
            items = ", ".join([k + "=" + repr(v) for k, v in self.__dict__.items()])
            return "namespace(" + items + ")"

    implementation = SimpleNamespace()
    implementation.name = "natrix"
    implementation.cache_tag = None
    implementation.version = sys.version_info
    implementation.hexversion = sys.hexversion
    sys.implementation = implementation


_fill()
