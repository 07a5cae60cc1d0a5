# Empties the list of names that it is imported by, and is not there.
import _pkg
_pkg.names_wanted.clear()
raise ModuleNotFoundError('no such module', name='_pkg.clearing')
