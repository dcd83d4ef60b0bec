"""One address to which Fatture in Cloud sends people back: it is compared letter by letter."""

from __future__ import annotations

import re

from autofatture.services import linking
from local import outside
from local.place import ROOT
from sandbox.fattureincloud import seed


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_product_stack_web_app_and_documents_agree_on_the_redirect() -> None:
    path = linking.CALLBACK_PATH
    # The product builds it from PublicUrl; the stack registers it with the sandbox.
    assert path == outside.CALLBACK_PATH
    assert f"http://localhost:8080{path}" == seed.REDIRECT_URI
    # The web app has a page there, which takes the code out of the address.
    assert f"path: '{path.lstrip('/')}'" in read("frontend/src/app/routes.tsx")
    assert f"CALLBACK_PATH = '{path}'" in read("frontend/src/screens/callback/capture.ts")
    # The operator is told the same, in the outputs and in the README.
    assert re.search(rf'FicRedirectUri: {{ Value: !Sub "\$\{{PublicUrl\}}{path}"', read("template.yaml"))
    assert f"`PublicUrl` followed by `{path}`" in read("README.md")
