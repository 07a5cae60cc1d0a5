# limits: --max-steps 2000000
# expect: status=3 kind=steps
# Compiling is metered too.
source = 'x = [' + ', '.join('(a%d + b) * c' % i for i in range(2000)) + ']\n'
while True:
    compile(source, 'big', 'exec')
