print('sub', __name__, __package__)
from .inner import deep
from .inner.deep import VALUE as deep_value
from . import names as other_names
