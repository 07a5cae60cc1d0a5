"""The classes of syntax trees and the flags of compile(), which the module ast has, too."""

import ast

globals().update({name: value for name, value in vars(ast).items()
                  if name.startswith("PyCF_")
                  or isinstance(value, type) and issubclass(value, ast.AST)})
del ast
