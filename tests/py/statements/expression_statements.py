# Expressions as statements run for their effects.
def say(x):
    print('said', x)
    return x
say(1)
say(2) + say(3)
say(4), say(5)
[say(i) for i in (6, 7)]
say(8) if say(True) else say(9)
say(0) or say(10)
say(11) and None
not say(12)
{say('k'): say('v')}
(lambda: say(13))()
f'{say(14)}'
say([1, 2])[say(0)]
say(1) < say(2) < say(0)
(say(15))
say(say(16))
...
None
'string statement'
3.14
say
say.__name__
*[say(17)],
(yield_ := say(18))
-say(19)
say('a') in say('abc')
print(print(print('inner')))
