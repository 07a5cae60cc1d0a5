# Semicolons, continuation lines, comments, blank lines, indentation.
a = 1; b = 2; print(a + b);
c = a + \
    b
print(c)
d = (a +  # a comment inside brackets

     b)
print(d)
if a: print('one line')
if a:
        print('wide indent')
if b:
	print('tab indent')
for i in range(2): a += i; print(a)
class Empty: pass
print([
    1,
    2,  # last
])
# a comment at the end
print('done')
