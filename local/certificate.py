"""A certificate for ``localhost``, made by ourselves, for the front that speaks TLS."""

from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from local.place import HOST, Place

DAYS = 30


def made(place: Place) -> Path:
    """A file with key and certificate; made again when it has less than a day to live."""
    path = place.folder / "localhost.pem"
    now = dt.datetime.now(dt.UTC)
    if path.is_file():
        known = x509.load_pem_x509_certificate(path.read_bytes())
        if known.not_valid_after_utc > now + dt.timedelta(days=1):
            return path
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address(HOST))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(minutes=5))
        .not_valid_after(now + dt.timedelta(days=DAYS))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.touch(mode=0o600)
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


def trusting(place: Place) -> ssl.SSLContext | None:
    """A client context that trusts this place's certificate; None for a place without TLS."""
    return ssl.create_default_context(cafile=str(made(place))) if place.tls else None
