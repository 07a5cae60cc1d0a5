print('package', __name__, __package__, bool(__path__))
from . import sub
from .sub import deep_value
NAME = 'pkg'
