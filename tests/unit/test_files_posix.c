// test_files_posix.c: a guest's files are the mounted folders and nothing else, whatever is in them
// and whatever paths are asked for.
#define _GNU_SOURCE
#include "natrix_caps.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[64]; // root/in and root/ro are mounted, root/out is not

static const char *host(const char *name) {
    static char paths[4][512];
    static int next;
    char *p = paths[next++ % 4];
    snprintf(p, sizeof paths[0], "%s/%s", root, name);
    return p;
}

static void put(const char *name, const char *text) {
    FILE *f = fopen(host(name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void link_to(const char *target, const char *name) {
    assert_int_equal(symlink(target, host(name)), 0);
}

static nx_files *files;

static int setup(void **state) {
    (void)state;
    strcpy(root, "/tmp/natrix-files-XXXXXX");
    assert_non_null(mkdtemp(root));
    const char *folders[] = {"in", "in/sub", "in/sub/deep", "ro", "ro/sub", "out", "out/sub"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        assert_int_equal(mkdir(host(folders[i]), 0777), 0);
    }
    put("in/a", "inside");
    put("in/sub/b", "below");
    put("ro/r", "fixed");
    put("out/secret", "secret");
    link_to("../out/secret", "in/relative");
    link_to(host("out/secret"), "in/absolute");
    link_to("../out", "in/folder");
    link_to("../../../../../../../../../../etc/passwd", "in/far");
    link_to("/etc/passwd", "in/passwords");
    link_to("loop2", "in/loop1");
    link_to("loop1", "in/loop2");
    link_to("a", "in/good");
    link_to("/sub/b", "in/rooted");
    link_to("sub/../../out/secret", "in/winding");
    link_to("sub/deep", "in/down");
    link_to("..", "in/sub/up");
    link_to("/proc/self/fd", "in/fds");
    link_to("../out/made", "in/dangling");
    assert_int_equal(mkfifo(host("in/pipe"), 0600), 0);
    files = nx_files_posix_new();
    assert_non_null(files);
    assert_int_equal(nx_files_posix_mount(files, host("in"), "/data", true), 0);
    assert_int_equal(nx_files_posix_mount(files, host("ro"), "/data/fixed", false), 0);
    return 0;
}

static int teardown(void **state) {
    char command[128];
    (void)state;
    nx_files_posix_free(files);
    snprintf(command, sizeof command, "rm -rf '%s'", root);
    return system(command);
}

// What reading a path gives: its text, or the error.
static int read_path(const char *path, char *out, size_t cap) {
    uint64_t handle;
    int r = files->open(files->ctx, path, NX_OPEN_READ, 0, &handle);
    if (r < 0) { return r; }
    int64_t n = files->read(files->ctx, handle, 0, out, cap - 1);
    out[n > 0 ? n : 0] = 0;
    files->close(files->ctx, handle);
    return n < 0 ? (int)n : 0;
}

static void reads(const char *path, const char *want) {
    char text[256] = "";
    int r = read_path(path, text, sizeof text);
    if (r != 0) { print_error("%s: %s\n", path, strerror(-r)); }
    assert_int_equal(r, 0);
    assert_string_equal(text, want);
}

static void refuses(const char *path, int error) {
    char text[256] = "";
    int r = read_path(path, text, sizeof text);
    if (r != -error) { print_error("%s: %d, want %d: %s\n", path, -r, error, text); }
    assert_int_equal(r, -error);
}

static void test_inside(void **state) {
    (void)state;
    reads("/data/a", "inside");
    reads("//data/./sub/../a", "inside");
    reads("/../../data/a", "inside");
    reads("/data/good", "inside");
    reads("/data/rooted", "below"); // the mounted folder is the root of links in it
    reads("/data/down/../b", "below");
    reads("/data/sub/up/a", "inside");
    reads("/data/fixed/r", "fixed");
    reads("/data/fixed/../a", "inside");
    reads("/data/sub/../fixed/r", "fixed");
}

static void test_escapes(void **state) {
    static const char *const paths[] = {
        "/data/../out/secret",           "/data/relative",  "/data/absolute",
        "/data/folder/secret",           "/data/far",       "/data/winding",
        "/data/sub/../../out/secret",    "/out/secret",     "/etc/passwd",
        "/data/sub/up/../../out/secret", "/data/passwords", "/data/fixed/../../out/secret",
    };
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) { refuses(paths[i], ENOENT); }
    refuses(host("out/secret"), ENOENT);
    refuses("/data/fds/0", ENOENT);
    refuses("/data/loop1", ELOOP);
    refuses("/data/a/", ENOTDIR);
    refuses("/data/a/../a", ENOTDIR);
    refuses("/data/sub", EISDIR);
    refuses("/", EISDIR);
    refuses("/data/pipe", EACCES);
    char longest[9000];
    memset(longest, 'x', sizeof longest);
    longest[0] = '/';
    longest[sizeof longest - 1] = 0;
    refuses(longest, ENAMETOOLONG);
    strcpy(longest, "/data");
    for (int i = 0; i < 600; i++) { strcat(longest, "/sub/.."); }
    refuses(longest, ENAMETOOLONG);
}

static int make(const char *path, unsigned more) {
    uint64_t handle;
    int r = files->open(files->ctx, path, NX_OPEN_WRITE | NX_OPEN_CREATE | more, 0666, &handle);
    if (r == 0) { files->close(files->ctx, handle); }
    return r;
}

static void test_writing(void **state) {
    struct stat st;
    (void)state;
    assert_int_equal(make("/data/new", 0), 0);
    assert_int_equal(make("/data/new", NX_OPEN_EXCLUSIVE), -EEXIST);
    assert_int_equal(make("/data/good", NX_OPEN_EXCLUSIVE), -EEXIST);
    assert_int_equal(make("/data/fixed/new", 0), -EROFS);
    assert_int_equal(make("/data/fixed/r", NX_OPEN_TRUNCATE), -EROFS);
    assert_int_equal(make("/new", 0), -ENOENT);
    assert_int_equal(make("/data/dangling", 0), -ENOENT);
    assert_int_equal(stat(host("out/made"), &st), -1);
    assert_int_equal(files->mkdir(files->ctx, "/data/folder/x", 0777), -ENOENT);
    assert_int_equal(files->mkdir(files->ctx, "/data/fixed/x", 0777), -EROFS);
    assert_int_equal(files->mkdir(files->ctx, "/x", 0777), -ENOENT);
    assert_int_equal(files->mkdir(files->ctx, "/data/made", 0777), 0);
    assert_int_equal(files->rename(files->ctx, "/data/new", "/data/../out/new"), -ENOENT);
    assert_int_equal(files->rename(files->ctx, "/data/new", "/data/folder/new"), -ENOENT);
    assert_int_equal(files->rename(files->ctx, "/data/new", "/data/fixed/new"), -EROFS);
    assert_int_equal(files->rename(files->ctx, "/data/fixed/r", "/data/r"), -EROFS);
    assert_int_equal(files->rename(files->ctx, "/data/new", "/data/made/new"), 0);
    assert_int_equal(files->remove(files->ctx, "/data/relative"), 0); // the link itself
    assert_int_equal(stat(host("out/secret"), &st), 0);
    assert_int_equal(files->remove(files->ctx, "/data/fixed/r"), -EROFS);
    assert_int_equal(files->rmdir(files->ctx, "/data"), -EBUSY);
    assert_int_equal(files->rmdir(files->ctx, "/data/sub/.."), -EBUSY);
    assert_int_equal(files->chmod(files->ctx, "/data/a", true, 07777), 0);
    assert_int_equal(stat(host("in/a"), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0777);
    assert_int_equal(files->utime(files->ctx, "/data/fixed/r", true, 1, 1), -EROFS);
    assert_int_equal(files->chmod(files->ctx, "/data/absolute", true, 0777), -ENOENT);
}

// A link that is put where a folder or file was while a guest works there.
static void test_swapped(void **state) {
    uint64_t handle;
    char text[16] = "";
    (void)state;
    assert_int_equal(mkdir(host("in/swap"), 0777), 0);
    put("in/swap/x", "old");
    assert_int_equal(files->open(files->ctx, "/data/swap/x", NX_OPEN_READ, 0, &handle), 0);
    assert_int_equal(rename(host("in/swap"), host("in/swapped")), 0);
    link_to(host("out"), "in/swap");
    refuses("/data/swap/secret", ENOENT);
    assert_int_equal(files->read(files->ctx, handle, 0, text, sizeof text), 3);
    assert_string_equal(text, "old"); // what is open stays open
    files->close(files->ctx, handle);
    assert_int_equal(files->read(files->ctx, handle, 0, text, sizeof text), -EBADF);
    assert_int_equal(files->read(files->ctx, 1000000, 0, text, sizeof text), -EBADF);
}

typedef struct Names {
    char text[512];
    int n, most;
} Names;

static bool add_name(void *to, const char *name, uint32_t mode) {
    Names *names = to;
    (void)mode;
    strcat(strcat(names->text, name), " ");
    return ++names->n < names->most;
}

static void test_folders_above(void **state) {
    Names names = {.most = 100};
    nx_stat st;
    (void)state;
    assert_int_equal(nx_files_posix_mount(files, host("out/sub"), "/far/away/x", false), 0);
    assert_int_equal(nx_files_posix_mount(files, host("out/sub"), "/far/away/x", false), -EEXIST);
    assert_int_equal(nx_files_posix_mount(files, host("none"), "/none", false), -ENOENT);
    assert_int_equal(nx_files_posix_mount(files, host("in"), "relative", false), -EINVAL);
    assert_int_equal(files->list(files->ctx, "/", add_name, &names), 0);
    assert_string_equal(names.text, "data far ");
    names = (Names){.most = 100};
    assert_int_equal(files->list(files->ctx, "/far/away", add_name, &names), 0);
    assert_string_equal(names.text, "x ");
    assert_int_equal(files->stat(files->ctx, "/far", true, &st), 0);
    assert_int_equal(st.mode, 0040555);
    assert_int_equal(files->stat(files->ctx, "/fa", true, &st), -ENOENT);
    assert_int_equal(files->mkdir(files->ctx, "/far/y", 0777), -ENOENT);
    assert_int_equal(files->rmdir(files->ctx, "/far"), -EROFS);
    names = (Names){.most = 1};
    assert_int_equal(files->list(files->ctx, "/data", add_name, &names), 0);
    assert_int_equal(names.n, 1); // it was told to stop
    char path[256];
    assert_true(nx_files_posix_guest_path(files, host("in/sub"), path, sizeof path));
    assert_string_equal(path, "/data/sub");
    assert_false(nx_files_posix_guest_path(files, host("out"), path, sizeof path));
    assert_false(nx_files_posix_guest_path(files, host("in/sub"), path, 4));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_inside, setup, teardown),
        cmocka_unit_test_setup_teardown(test_escapes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_writing, setup, teardown),
        cmocka_unit_test_setup_teardown(test_swapped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_folders_above, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
