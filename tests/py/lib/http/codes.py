# Status codes and methods.
import http
import pickle
from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    kinds = [k for k in ("informational", "success", "redirection", "client_error", "server_error")
             if getattr(status, "is_" + k)]
    print(int(status), status.name, status.phrase, *kinds)
print(repr(HTTPStatus(404)), str(HTTPStatus.OK), f"{HTTPStatus.OK}", HTTPStatus.OK == 200, HTTPStatus["FOUND"])
print(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.REQUEST_URI_TOO_LONG.name, pickle.loads(pickle.dumps(HTTPStatus.GONE)))
try:
    HTTPStatus(600)
except ValueError as e:
    print(e)
print(list(HTTPMethod), HTTPMethod.GET, HTTPMethod("POST") == "POST", HTTPStatus.__module__, isinstance(HTTPStatus.OK, int))
