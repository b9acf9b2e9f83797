"""An identity provider on loopback that says whatever it is told to say, rightly signed or not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

OWN, OTHER = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


@dataclass
class Vervalser:
    """What it says of itself, and of the one who logs in.

    :param key: with which it signs; None signs nothing
    """

    address: str = ""
    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    key: Any = OWN
    alg: str = "RS256"

    def answer(self, path: str) -> dict[str, Any]:
        """Return what stands at an address."""
        if path.startswith("/.well-known/"):
            ends = {
                "authorization_endpoint": "there", "token_endpoint": "token", "jwks_uri": "keys",
            }  # fmt: skip
            known = {name: f"{self.address}/{end}" for name, end in ends.items()}
            return {"issuer": self.issuer or self.address, **known}
        if path == "/keys":
            key = json.loads(RSAAlgorithm.to_jwk(OWN.public_key()))
            return {"keys": [{**key, "kid": "own", "alg": "RS256"}]}
        token = jwt.encode(self.claims, self.key, algorithm=self.alg, headers={"kid": "own"})
        return {"access_token": "x", "token_type": "Bearer", "id_token": token}


@contextmanager
def vervalser() -> Iterator[Vervalser]:
    """Run such a provider until the test is over."""
    one = Vervalser()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(one.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        one.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield one
        server.shutdown()
        thread.join()
