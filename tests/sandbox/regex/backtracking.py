# limits: --max-steps 5000000 --timeout 20
# expect: status=3 kind=steps|time
# Patterns with exponential backtracking are stopped by the steps.
import re
for pattern in (r'(a+)+b', r'(a|aa)*c', r'(.*)*x', r'(\w+\s?)*$', r'((a*)*)*b', r'(a?){30}a{30}x', r'^(([a-z])+.)+[A-Z]([a-z])+$', r'(?:a|a)*b', r'(a+)+?b', r'(?=(a+)+b)a'):
    print(pattern, re.match(pattern, 'a' * 40 + '!'))
