#!/bin/sh
# The commands that look inside: natrix dis, ast, heap, trace. Argument: the program.
natrix=$1
text='class Node: pass
def build(n):
    keep = None
    for i in range(n):
        x = Node()
        x.next = keep
        keep = x
    return keep
names = {"list": [build(3)]}'
expect() { # what, pattern, status, words...
    what=$1 pattern=$2 status=$3
    shift 3
    got=$("$natrix" "$@" 2>&1)
    code=$?
    if [ $code -ne "$status" ] || ! printf '%s\n' "$got" | grep -q -e "$pattern"; then
        printf 'look: %s: status %s, output:\n%s\n' "$what" $code "$got"
        exit 1
    fi
}
expect dis 'FOR_ITER' 0 dis -c "$text"
expect 'dis of an error' 'SyntaxError' 1 dis -c 'x = ='
expect ast "id='names'" 0 ast -c "$text"
expect 'ast of an error' 'SyntaxError' 1 ast -c 'x = ='
expect heap '^ *3 .* Node$' 0 heap -c "$text"
expect 'heap early' '^0 Node$' 0 heap --at 2 --why Node -c "$text"
expect why '^Node <- Node <- Node <- .* <- main_dict$' 0 heap --why Node -c "$text"
expect trace '<string>:4 build at [0-9]* FOR_ITER' 0 trace -c "$text"
expect 'trace of a native' 'native .* in state' 0 trace -c 'class A:
    def __lt__(self, other): return True
sorted([A(), A(), A()])'
expect usage 'natrix heap' 2 heap --why
