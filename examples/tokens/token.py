"""A token for a member, by HS256, with Python's standard library."""
import base64
import hashlib
import hmac
import json
import os
import time
from pathlib import Path


def encode(part: bytes) -> bytes:
    return base64.urlsafe_b64encode(part).rstrip(b"=")


def mint(secret: bytes, kid: str, issuer: str, community: str, member: str, name: str) -> str:
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT", "kid": kid}
    claims = {"iss": issuer, "aud": community, "sub": member, "name": name, "iat": now, "exp": now + 600}
    said = b".".join(encode(json.dumps(part).encode()) for part in (header, claims))
    signature = hmac.new(secret, said, hashlib.sha256).digest()
    return (said + b"." + encode(signature)).decode()


print(
    mint(
        Path(os.environ["KITH_KEY"]).read_bytes(),
        os.environ["KITH_KID"],
        os.environ["KITH_ISSUER"],
        os.environ["KITH_COMMUNITY"],
        os.environ["KITH_MEMBER"],
        os.environ["KITH_NAME"],
    )
)
