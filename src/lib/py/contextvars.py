"""Context variables (PEP 567): a Context is a mapping from variables to values; the current one is
switched by Context.run."""

from _contextvars import Context, ContextVar, Token, copy_context

__all__ = ("Context", "ContextVar", "Token", "copy_context")
