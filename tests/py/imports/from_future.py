# __future__ features are there and do nothing new, but annotations.
from __future__ import division, print_function, generators, nested_scopes, with_statement, unicode_literals, absolute_import, generator_stop
import __future__
print(__future__.all_feature_names, __future__.division.getMandatoryRelease(), division.compiler_flag == __future__.CO_FUTURE_DIVISION)
print(7 / 2, type('x'))
