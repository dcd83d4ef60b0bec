"""*Storna e rifai* on the deployed stack: the twin and the right one are made, go through review and reach FiC."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.workflow.office import Office

pytestmark = pytest.mark.emulator


def test_an_issued_self_invoice_is_taken_back_and_made_anew(office: Office) -> None:
    # Given a self-invoice that SdI has
    path = office.upload()
    office.invia(path)
    office.created(path)
    office.client_sends(path)
    issued = office.finished(path)
    [original] = office.in_fic(path)

    # When
    asked = {"mode": "reverse_and_redo", "version": issued["version"], "reason": "Importo sbagliato"}
    answer = office.browser.call("POST", f"{path}/reverse", asked)
    again = office.browser.call("POST", f"{path}/reverse", asked)

    # Then both wait in review; asking twice made them once
    twin, redo = (office.path(one["document_id"]) for one in answer["documents"])
    assert [one["document_id"] for one in again["documents"]] == [one["document_id"] for one in answer["documents"]]
    office.in_review(twin)
    redone = office.in_review(redo)
    assert redone["redo_of"] == issued["document_id"]

    # When the twin is approved and sent, as it was proposed
    office.send(twin, office.get(twin)["version"])
    office.created(twin)
    office.client_sends(twin)
    taken_back = office.finished(twin)

    # Then Fatture in Cloud has the opposite of the first, with the supplier's document attached
    assert taken_back["status"] == "sent"
    assert taken_back["fic"]["attached"]
    [negative] = office.in_fic(twin)
    assert Decimal(str(negative["amount_net"])) == -Decimal(str(original["amount_net"]))
    assert office.get(path)["reversed_by"] == taken_back["document_id"]

    # And the right one, corrected, becomes a document of its own beside them
    office.send(redo, office.complete(redo)["version"])
    office.created(redo)
    [right] = office.in_fic(redo)
    assert right["id"] not in {original["id"], negative["id"]}
