"""Numbers and names of HTTP: status codes and methods (RFC 9110 and its kin)."""

from enum import IntEnum, StrEnum

__all__ = ["HTTPStatus", "HTTPMethod"]

# Reason phrases that are not just the name.
_PHRASES = {
    "OK": "OK",
    "NON_AUTHORITATIVE_INFORMATION": "Non-Authoritative Information",
    "MULTI_STATUS": "Multi-Status",
    "IM_USED": "IM Used",
    "URI_TOO_LONG": "URI Too Long",
    "IM_A_TEAPOT": "I'm a Teapot",
    "HTTP_VERSION_NOT_SUPPORTED": "HTTP Version Not Supported",
}
_CODES = """
100 CONTINUE
101 SWITCHING_PROTOCOLS
102 PROCESSING
103 EARLY_HINTS
200 OK
201 CREATED
202 ACCEPTED
203 NON_AUTHORITATIVE_INFORMATION
204 NO_CONTENT
205 RESET_CONTENT
206 PARTIAL_CONTENT
207 MULTI_STATUS
208 ALREADY_REPORTED
226 IM_USED
300 MULTIPLE_CHOICES
301 MOVED_PERMANENTLY
302 FOUND
303 SEE_OTHER
304 NOT_MODIFIED
305 USE_PROXY
307 TEMPORARY_REDIRECT
308 PERMANENT_REDIRECT
400 BAD_REQUEST
401 UNAUTHORIZED
402 PAYMENT_REQUIRED
403 FORBIDDEN
404 NOT_FOUND
405 METHOD_NOT_ALLOWED
406 NOT_ACCEPTABLE
407 PROXY_AUTHENTICATION_REQUIRED
408 REQUEST_TIMEOUT
409 CONFLICT
410 GONE
411 LENGTH_REQUIRED
412 PRECONDITION_FAILED
413 CONTENT_TOO_LARGE
414 URI_TOO_LONG
415 UNSUPPORTED_MEDIA_TYPE
416 RANGE_NOT_SATISFIABLE
417 EXPECTATION_FAILED
418 IM_A_TEAPOT
421 MISDIRECTED_REQUEST
422 UNPROCESSABLE_CONTENT
423 LOCKED
424 FAILED_DEPENDENCY
425 TOO_EARLY
426 UPGRADE_REQUIRED
428 PRECONDITION_REQUIRED
429 TOO_MANY_REQUESTS
431 REQUEST_HEADER_FIELDS_TOO_LARGE
451 UNAVAILABLE_FOR_LEGAL_REASONS
500 INTERNAL_SERVER_ERROR
501 NOT_IMPLEMENTED
502 BAD_GATEWAY
503 SERVICE_UNAVAILABLE
504 GATEWAY_TIMEOUT
505 HTTP_VERSION_NOT_SUPPORTED
506 VARIANT_ALSO_NEGOTIATES
507 INSUFFICIENT_STORAGE
508 LOOP_DETECTED
510 NOT_EXTENDED
511 NETWORK_AUTHENTICATION_REQUIRED
413 REQUEST_ENTITY_TOO_LARGE
414 REQUEST_URI_TOO_LONG
416 REQUESTED_RANGE_NOT_SATISFIABLE
422 UNPROCESSABLE_ENTITY
"""


def _phrase(name):
    return _PHRASES.get(name) or name.replace("_", " ").title()


class _Status(IntEnum):
    """A status code, its reason phrase, and which of the five classes it is of."""

    def __new__(cls, value, phrase, description=""):
        status = int.__new__(cls, value)
        status._value_ = value
        status.phrase, status.description = phrase, description
        return status

    @property
    def is_informational(self):
        return 100 <= self <= 199

    @property
    def is_success(self):
        return 200 <= self <= 299

    @property
    def is_redirection(self):
        return 300 <= self <= 399

    @property
    def is_client_error(self):
        return 400 <= self <= 499

    @property
    def is_server_error(self):
        return 500 <= self <= 599


HTTPStatus = _Status("HTTPStatus", [(name, (int(number), _phrase(name))) for number, name in
                                    [line.split() for line in _CODES.split("\n") if line]])
HTTPStatus.__doc__ = _Status.__doc__


class HTTPMethod(StrEnum):
    """A method of HTTP, with what it does."""

    def __new__(cls, value, description):
        method = str.__new__(cls, value)
        method._value_ = value
        method.description = description
        return method

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}>"

    CONNECT = "CONNECT", "Make a tunnel to the server."
    DELETE = "DELETE", "Delete what is there."
    GET = "GET", "Fetch what is there."
    HEAD = "HEAD", "Fetch the headers alone."
    OPTIONS = "OPTIONS", "Ask what can be done."
    PATCH = "PATCH", "Change a part of what is there."
    POST = "POST", "Hand in data to be worked on."
    PUT = "PUT", "Put something in the place."
    TRACE = "TRACE", "Have the message sent back."
