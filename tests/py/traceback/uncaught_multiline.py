# A statement over many lines is shown in part.
def combine(*parts, **options):
    raise TypeError('cannot combine')


result = combine(
    1,
    2,
    [3,
     4],
    option=combine,
    other='x',
)
