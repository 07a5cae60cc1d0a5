#!/bin/sh
# natrix run: options, what the program is given, exit statuses. Argument: the program.
natrix=$1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
expect() { # what, status, output (of both streams), words...
    what=$1 status=$2 want=$3
    shift 3
    got=$("$natrix" run "$@" 2>&1 </dev/null)
    code=$?
    case $got in
    $want) ;;
    *) code="$code, not the wanted output" ;;
    esac
    if [ "$code" != "$status" ]; then
        printf 'cli: %s: status %s, output:\n%s\n' "$what" "$code" "$got"
        exit 1
    fi
    passed=$((passed + 1))
}
mkdir "$work/src" "$work/out"
echo 'import sys, os, helper; print(sys.argv[1:], helper.value, __file__, os.getcwd(), sys.path)' >"$work/src/main.py"
printf 'value = 5\ndef fail():\n    return 1 / 0  # here\n' >"$work/src/helper.py"

expect 'a result' 0 '42' -c 'print(6 * 7)'
expect 'arguments' 0 "\['-c', 'a', '--json', '-x'\]" -c 'import sys; print(sys.argv)' a --json -x
expect 'no file' 2 "natrix: can't open file '*'" "$work/none.py"
expect 'no option' 2 'usage:*' --nothing 1 -c 1
expect 'no value' 2 'usage:*' --max-steps
expect 'bad number' 2 'natrix: --max-steps: not a number*' --max-steps ten -c 1
expect 'bad mount' 2 'natrix: */src:/src: want HOST:GUEST:ro or HOST:GUEST:rw*' --mount "$work/src:/src" -c 1
expect 'no such folder' 2 'natrix: */none:/src:ro: No such file or directory*' --mount "$work/none:/src:ro" -c 1
expect 'uncaught' 1 'Traceback*ZeroDivisionError: division by zero' -c '1/0'
expect 'exit 7' 7 '' -c 'import sys; sys.exit(7)'
expect 'exit -1' 255 '' -c 'raise SystemExit(-1)'
expect 'exit None' 0 '' -c 'import sys; sys.exit()'
expect 'exit text' 1 'bye' -c 'import sys; sys.exit("bye")'
expect 'exit text of a number' 1 '3' -c 'import sys; sys.exit("3")'
expect 'steps' 3 'natrix: steps limit reached*' --max-steps 1000 -c 'while True: pass'
expect 'time' 3 'natrix: time limit reached*' --timeout 0.05 -c 'while True: pass'
expect 'memory' 1 '*MemoryError' --max-memory 1M -c 'x = bytes(10**7)'
expect 'output' 3 'xxxxxxxxxxnatrix: output limit reached*' --max-output 10 -c 'print("x" * 11)'
expect 'depth' 0 '50' --max-depth 50 -c 'import sys; print(sys.getrecursionlimit())'
a=$("$natrix" run --seed 1 -c 'import random, os, uuid; print(random.random(), os.urandom(4), uuid.uuid4())')
expect 'seed' 0 "$(printf '%s' "$a" | sed 's/[][*?\\]/\\&/g')" --seed 1 -c 'import random, os, uuid; print(random.random(), os.urandom(4), uuid.uuid4())'
b=$("$natrix" run -c 'import random; print(random.random())')
c=$("$natrix" run -c 'import random; print(random.random())')
[ "$b" != "$c" ] || { echo "cli: two programs have the same seed"; exit 1; }
expect 'no files' 1 "*FileNotFoundError: *'/etc/passwd'" -c 'open("/etc/passwd")'
expect 'no imports' 1 "*ModuleNotFoundError: No module named 'helper'" "$work/src/main.py"
expect 'a mounted program' 0 "\['x'\] 5 $work/src/main.py / \['/src'\]" --mount "$work/src:/src:ro" "$work/src/main.py" x
expect 'its folder' 0 "\[\] 5 $work/src/main.py /out \['/src'\]" --mount "$work/src:/src:ro" --mount "$work/out:/out:rw" --cwd /out "$work/src/main.py"
expect 'imports of -c' 0 5 --mount "$work/src:/src:ro" --cwd /src -c 'import helper; print(helper.value)'
expect 'traceback of a module' 1 '*File "/src/helper.py", line 3, in fail*return 1 / 0  # here*~~\^~~*' --mount "$work/src:/src:ro" --cwd /src -c 'import helper; helper.fail()'
expect 'read-only' 1 '*OSError: \[Errno 30\] Read-only file system: *' --mount "$work/src:/src:ro" -c 'open("/src/new", "w")'
expect 'writing' 0 '' --mount "$work/out:/out:rw" -c 'f = open("/out/new", "w"); f.write("left to the end")'
[ "$(cat "$work/out/new")" = 'left to the end' ] || { echo "cli: a buffer was not written"; exit 1; }
expect 'writing before an error' 1 '*ZeroDivisionError*' --mount "$work/out:/out:rw" -c 'f = open("/out/new", "w"); f.write("before"); 1/0'
[ "$(cat "$work/out/new")" = 'before' ] || { echo "cli: a buffer was not written before an error"; exit 1; }
expect 'json' 0 '{"ok": true, "status": 0, "stdout": "a\\u000a", "stderr": "b\\u000a", "error": null, "usage": {*}}' --json -c 'import sys; print("a"); print("b", file=sys.stderr)'
expect 'json of an error' 1 '{"ok": false, "status": 1, *"error": {"kind": "exception", "type": "KeyError", "message": "1", "traceback": "Traceback*' --json -c '{}[1]'
expect 'json of a limit' 3 '{"ok": false, "status": 3, *"kind": "steps"*' --json --max-steps 100 -c 'while 1: pass'
got=$(printf 'one\ntwo\n' | "$natrix" run -c 'print([input(), input()])')
[ "$got" = "['one', 'two']" ] || { echo "cli: stdin: $got"; exit 1; }
got=$(echo 'import sys; print(sys.argv)' | "$natrix" run - a)
[ "$got" = "['-', 'a']" ] || { echo "cli: -: $got"; exit 1; }
got=$(printf 'a\nb' | "$natrix" run -c 'import sys; print(sys.stdin.buffer.readline(), list(sys.stdin)); sys.stdout.buffer.write(b"c\n")')
[ "$got" = "b'a\\n' ['b']
c" ] || { echo "cli: streams: $got"; exit 1; }
echo "$passed commands passed"
