"""The exceptions of urllib."""

import io

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """Something about a URL went wrong."""

    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """An answer with an error's status; it can be read like a file."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.code, self.msg, self.hdrs = code, msg, hdrs
        self.fp = io.BytesIO() if fp is None else fp
        self.filename = self.url = url

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    @property
    def reason(self):
        return self.msg

    @property
    def headers(self):
        return self.hdrs

    @headers.setter
    def headers(self, headers):
        self.hdrs = headers

    def read(self, *args):
        return self.fp.read(*args)

    def close(self):
        self.fp.close()


class ContentTooShortError(URLError):
    """Fewer bytes came than were announced."""

    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
