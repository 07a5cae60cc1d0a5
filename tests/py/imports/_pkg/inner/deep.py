from . import inner_value
from ..names import TOP as top
VALUE = inner_value + '/' + top
