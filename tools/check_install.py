#!/usr/bin/env python3
"""What `make install` puts in place can be used: from C and C++, shared and static, by pkg-config and by CMake."""
import os
import shutil
import tempfile

import checking

CONSUMER = r"""
#include <natrix.h>
#include <stdio.h>
int main(void) {
    int64_t n = 0;
    nx_engine *engine = nx_engine_new(NULL);
    nx_vm *vm = engine ? nx_vm_new(engine, NULL) : NULL;
    nx_value six = vm && nx_run(vm, "answer = 6 * 7", -1, "<check>") == NX_DONE ? nx_global(vm, "answer") : 0;
    if (!six || !nx_to_int(vm, six, &n)) { return 1; }
    printf("%d\n", (int)n);
    nx_vm_free(vm);
    nx_engine_free(engine);
    return 0;
}
"""
CMAKE = """cmake_minimum_required(VERSION 3.18)
project(consumer C CXX)
find_package(natrix 0.1 REQUIRED)
add_executable(shared consumer.c)
target_link_libraries(shared natrix::natrix)
add_executable(static consumer.cc)
target_link_libraries(static natrix::static)
"""


class Failure(Exception):
    pass


def must(words, cwd):
    status, said = checking.run(words, cwd=cwd)
    if status:
        raise Failure("%s: %s" % (" ".join(words)[:120], said.strip()[-600:]))
    return said


def runs(words, cwd, what):
    said = must(words, cwd)
    if said != "42\n":
        raise Failure("%s: the program says %r" % (what, said))


def with_pkg_config(folder, prefix):
    env = ["env", "PKG_CONFIG_PATH=%s/lib/pkgconfig" % prefix, "pkg-config"]
    shared = must([*env, "--cflags", "--libs", "natrix"], folder).split()
    private = must([*env, "--static", "--cflags", "--libs", "natrix"], folder).split()
    static = ["-l:libnatrix.a" if word == "-lnatrix" else word for word in private]
    for compiler, source in (("cc", "consumer.c"), ("c++", "consumer.cc")):
        must([compiler, "-Wall", "-Werror", source, "-o", "one", *shared], folder)
        runs(["env", "LD_LIBRARY_PATH=%s/lib" % prefix, "./one"], folder, "pkg-config, " + compiler)
        must([compiler, source, "-o", "two", *static], folder)
        runs(["./two"], folder, "pkg-config --static, " + compiler)


def with_cmake(folder, prefix):
    must(["cmake", "-S", ".", "-B", "out", "-DCMAKE_PREFIX_PATH=" + prefix], folder)
    must(["cmake", "--build", "out"], folder)
    runs(["out/shared"], folder, "find_package, shared")
    runs(["out/static"], folder, "find_package, static")


def check(root, instead=None):
    """`instead`: a tree of files that take the place of installed ones."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = os.path.join(folder, "prefix")
        for name, content in (("consumer.c", CONSUMER), ("consumer.cc", CONSUMER), ("CMakeLists.txt", CMAKE)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(content)
        try:
            must(["make", "-s", "install", "PREFIX=" + prefix], root)
            if instead:
                shutil.copytree(instead, prefix, dirs_exist_ok=True)
            runs([prefix + "/bin/natrix", "run", "-c", "print(6 * 7)"], folder, "natrix")
            with_pkg_config(folder, prefix)
            with_cmake(folder, prefix)
        except Failure as e:
            return [str(e).replace(folder, "...")]
    return []


def FIXTURE(path):
    return check(checking.ROOT, path)


if __name__ == "__main__":
    checking.main()
