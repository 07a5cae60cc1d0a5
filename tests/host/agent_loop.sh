#!/bin/sh
# The agent loop: its output as recorded, also when it moves to a new process after every host call
# and after every 1000 steps.
program=$1 folder=$2 passed=0 failed=0
for how in "" "--calls" "--steps 1000" "--steps 77"; do
    if "$program" "$folder" $how 2>&1 | cmp -s - "$folder/expected.txt"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAIL agent loop $how"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
