"""A passkey in software: what a phone does, for tests that need no browser."""

import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

Flag = AuthenticatorData.FLAG


class SoftKey:
    """One passkey of one device; `verifies` is whether it checks a finger, a face or a PIN."""

    def __init__(self, *, origin: str = "http://localhost", verifies: bool = True) -> None:
        self.origin = origin
        self.flags = Flag.UP | (Flag.UV if verifies else Flag(0))
        self.id = os.urandom(32)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.owner = ""

    def made(self, options: Mapping[str, Any]) -> str:
        """Answer `options` to make a passkey, as the browser sends it."""
        self.owner = options["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        data = AuthenticatorData.create(
            self._site(options["rp"]["id"]),
            self.flags | Flag.AT,
            0,
            AttestedCredentialData.create(b"\0" * 16, self.id, public),
        )
        return self._sent(
            {
                "clientDataJSON": self._client_data("webauthn.create", options),
                "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
            },
            clientExtensionResults={"credProps": {"rk": True}},
        )

    def used(self, options: Mapping[str, Any]) -> str:
        """Answer `options` to use it, as the browser sends it."""
        data = AuthenticatorData.create(self._site(options["rpId"]), self.flags, 1)
        client_data = CollectedClientData.create("webauthn.get", options["challenge"], self.origin)
        signature = self.key.sign(data + client_data.hash, ec.ECDSA(hashes.SHA256()))
        return self._sent(
            {
                "clientDataJSON": websafe_encode(client_data),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(signature),
                "userHandle": self.owner,
            }
        )

    def _client_data(self, kind: str, options: Mapping[str, Any]) -> str:
        return websafe_encode(CollectedClientData.create(kind, options["challenge"], self.origin))

    def _sent(self, response: dict[str, str], **more: Any) -> str:
        name = websafe_encode(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response, **more})

    @staticmethod
    def _site(name: str) -> bytes:
        digest = hashes.Hash(hashes.SHA256())
        digest.update(name.encode())
        return digest.finalize()
