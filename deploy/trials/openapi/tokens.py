"""Has Schemathesis ask with a token of the issuer inside, for the client CLIENT (name:secret): a new one every four minutes.
Tells it how lines of JSON are written."""

import base64
import json
import os
import urllib.request

import schemathesis


@schemathesis.auth(refresh_interval=240)
class Issued:
    def get(self, case, context):
        secret = base64.b64encode(os.environ["CLIENT"].encode()).decode()
        request = urllib.request.Request(
            "http://127.0.0.1:8085/oauth2/token", b"grant_type=client_credentials", {"Authorization": "Basic " + secret}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["access_token"]

    def set(self, case, token, context):
        case.headers["Authorization"] = "Bearer " + token


@schemathesis.serializer("application/x-ndjson")
def lines(context, value):
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else json.dumps(value).encode()
