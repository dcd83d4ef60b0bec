"""Downloads of one document and export jobs of many."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest

from autofatture.domain.accounting_software import AccountingSoftware, ExportChoice, ExportForm, NegativeForm
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import BadInput, Conflict, NotFound
from autofatture.domain.export import ExportJob, ExportKind, ExportState
from autofatture.services.downloads import XmlDownloads
from autofatture.services.export_index import COLUMNS
from autofatture.services.export_run import ExportWorker
from autofatture.services.exports import Exports, ExportWish
from tests.fakes.outside import ASKER, ListQueue
from tests.fakes.stores import MemoryJobs
from tests.fakes.world import DOCUMENT_ID, World


class Desk:
    """Exports over a world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.jobs = MemoryJobs()
        self.queue = ListQueue()
        self.told: list[ExportJob] = []
        self.downloads = XmlDownloads(world.gate, world.documents, world.blobs, world.audit, link_seconds=60)
        self.exports = Exports(
            gate=world.gate,
            jobs=self.jobs,
            queue=self.queue,
            once=world.once,
            blobs=world.blobs,
            clock=world.clock,
            link_seconds=60,
        )
        self.worker = ExportWorker(
            gate=world.gate,
            documents=world.documents,
            jobs=self.jobs,
            queue=self.queue,
            blobs=world.blobs,
            tell=self.told.append,
        )

    def start(self, **wish: Any) -> ExportJob:
        kinds = wish.pop("kinds", (ExportKind.ORIGINAL, ExportKind.WORKING_COPY))
        key = wish.pop("key", None)
        return self.exports.start(ASKER, ExportWish(kinds=kinds, **wish), idempotency_key=key)

    def work(self) -> None:
        while self.queue.bodies:
            message = self.queue.bodies.pop(0)
            self.worker.run(message["user_id"], message["job_id"], message["part"])

    def archive(self, job: ExportJob, part: int = 0) -> zipfile.ZipFile:
        stored = self.jobs.rows[(job.user_id, job.job_id)]
        return zipfile.ZipFile(io.BytesIO(self.world.blobs.objects[stored.part_keys[part]]))

    def index(self, job: ExportJob, part: int = 0) -> list[dict[str, str]]:
        text = self.archive(job, part).read("indice.csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def exported(world: World) -> Document:
    world.created()
    world.fic.documents[9001]["ei_status"] = "sent"
    world.sdi.poll_shard(0, may_go_on=lambda: True)
    return world.export.run("100", DOCUMENT_ID, 1)


def test_a_link_of_a_minute_and_an_entry_of_the_trail(desk: Desk) -> None:
    document = exported(desk.world)

    original = desk.downloads.original(ASKER, "100", DOCUMENT_ID)
    copy = desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID)

    assert document.exported is not None
    assert (original.sha256, original.expires_in) == (document.exported.original_sha256, 60)
    assert copy.file_name == original.file_name.replace(".xml", "_TD01copia.xml")
    assert [entry[0] for entry in desk.world.audit.entries[-2:]] == [
        "xml.download_original",
        "xml.download_working_copy",
    ]


def test_before_it_is_sent_there_is_nothing_to_download(desk: Desk) -> None:
    desk.world.created()

    with pytest.raises(Conflict) as refused:
        desk.downloads.original(ASKER, "100", DOCUMENT_ID)

    assert refused.value.error_code == "not_sent_yet"


def test_a_type_without_a_copy_has_none(desk: Desk) -> None:
    desk.world.fiscal.working_copy = lambda xml: None  # type: ignore[method-assign]  # noqa: ARG005  (a fake)
    exported(desk.world)

    with pytest.raises(NotFound):
        desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID)


def test_an_archive_holds_the_files_and_names_what_is_missing(desk: Desk) -> None:
    # Given
    exported(desk.world)
    desk.world.document(Phase.REVIEW, Status.TO_REVIEW, document_id="later", vat_period="2026-11", supplier_name="=2+2")

    # When
    job = desk.start(vat_period="2026-11")
    desk.work()

    # Then
    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert (done.state, done.documents, done.done, done.failed) == (ExportState.READY, 2, 2, 1)
    names = desk.archive(job).namelist()
    assert len([name for name in names if name.startswith("originali/12345678903/IT12345678903_")]) == 1
    assert len([name for name in names if name.endswith("_TD01copia.xml")]) == 1
    assert {"indice.csv", "LEGGIMI.txt"} <= set(names)
    rows = {row["stato"]: row for row in desk.index(job)}
    assert list(rows["Inviata a SdI"]) == list(COLUMNS)
    assert rows["Inviata a SdI"]["imponibile EUR"] == "100,00"
    assert "Reverse charge" in rows["Inviata a SdI"]["causale consigliata"]
    assert rows["Da verificare"]["nota"] == "Non ancora inviata a SdI"
    assert rows["Da verificare"]["fornitore"] == "'=2+2", "a name is never a formula"
    assert desk.told == [done]


def test_what_sdi_refused_later_is_to_be_removed(desk: Desk) -> None:
    exported(desk.world)
    desk.world.fic.documents[9001]["ei_status"] = "discarded"
    desk.world.fic.reason = {"reason": "no", "code": "00423", "date": "2026-11-26 10:00:00"}
    desk.world.clock.pass_(hours=5)
    desk.world.sdi.poll_shard(0, may_go_on=lambda: True)

    job = desk.start(vat_period="2026-11")
    desk.work()

    [row] = desk.index(job)
    assert row["nota"].startswith("DA ELIMINARE")
    assert row["file originale"] == ""


def test_a_span_of_days_counts_the_date_of_the_self_invoice(desk: Desk) -> None:
    exported(desk.world)
    inside = desk.start(from_day=dt.date(2026, 11, 1), to_day=dt.date(2026, 11, 30))
    outside = desk.start(from_day=dt.date(2026, 12, 1), to_day=dt.date(2026, 12, 31))

    desk.work()

    assert len(desk.index(inside)) == 1
    assert desk.index(outside) == []


def test_many_documents_become_several_archives(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autofatture.services.export_run.PART_DOCUMENTS", 2)
    for number in range(5):
        desk.world.document(document_id=f"d{number}", vat_period="2026-11")

    job = desk.start(vat_period="2026-11")
    desk.work()

    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert (done.state, done.done, len(done.part_keys)) == (ExportState.READY, 5, 3)
    assert sum(len(desk.index(job, part)) for part in range(3)) == 5
    links = desk.exports.links(ASKER, done)
    assert [link.file_name for link in links] == [f"autofatture_2026-11_parte{n}.zip" for n in (1, 2, 3)]


def test_more_documents_than_a_job_takes_are_no_incomplete_archive(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autofatture.services.export_run.MOST_DOCUMENTS", 2)
    for number in range(3):
        desk.world.document(document_id=f"d{number}", vat_period="2026-11")

    job = desk.start(vat_period="2026-11")
    desk.work()

    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert (done.state, done.part_keys) == (ExportState.FAILED, ())
    assert "periodo più breve" in (done.message or "")


def test_a_step_done_twice_writes_the_same(desk: Desk) -> None:
    exported(desk.world)
    job = desk.start(vat_period="2026-11")
    [message] = desk.queue.bodies

    for _ in range(2):
        desk.worker.run(message["user_id"], message["job_id"], 0)

    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert (done.done, len(done.part_keys), len(desk.told)) == (1, 1, 1)


def test_an_archive_that_is_there_is_not_written_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message for the second archive was lost: the first one's comes again and goes on from there."""
    monkeypatch.setattr("autofatture.services.export_run.PART_DOCUMENTS", 1)
    for number in range(2):
        desk.world.document(document_id=f"d{number}", vat_period="2026-11")
    job = desk.start(vat_period="2026-11")
    first = desk.queue.bodies.pop()
    desk.worker.run(first["user_id"], first["job_id"], 0)
    desk.queue.bodies.clear()

    desk.queue.bodies.append(first)
    desk.work()

    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert (done.state, done.done, len(done.part_keys)) == (ExportState.READY, 2, 2)


def test_a_right_lost_meanwhile_stops_the_job(desk: Desk) -> None:
    exported(desk.world)
    job = desk.start(vat_period="2026-11")
    del desk.world.gate.companies_by_id["200"]

    desk.work()

    done = desk.jobs.rows[(job.user_id, job.job_id)]
    assert done.state is ExportState.FAILED
    assert "accesso" in (done.message or "")
    assert desk.exports.links(ASKER, done) == []


def test_a_right_lost_afterwards_gives_no_link(desk: Desk) -> None:
    exported(desk.world)
    job = desk.start(vat_period="2026-11")
    desk.work()
    done = desk.exports.one(ASKER, job.job_id)
    assert len(desk.exports.links(ASKER, done)) == 1
    del desk.world.gate.companies_by_id["200"]

    with pytest.raises(NotFound):
        desk.exports.links(ASKER, done)


def test_a_foreign_company_is_not_exported(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.start(vat_period="2026-11", company_ids=["100", "999"])


def test_without_a_company_there_is_no_job(desk: Desk) -> None:
    desk.world.gate.companies_by_id.clear()

    with pytest.raises(BadInput):
        desk.start(vat_period="2026-11")


def test_the_same_key_is_the_same_job(desk: Desk) -> None:
    first = desk.start(vat_period="2026-11", key="k")
    again = desk.start(vat_period="2026-11", key="k")

    assert again.job_id == first.job_id
    assert len(desk.queue.bodies) == 2, "the first message may be lost while the job still waits"
    desk.work()
    assert desk.start(vat_period="2026-11", key="k").state is ExportState.READY
    assert desk.queue.bodies == []


PROFIS = AccountingSoftware.PROFIS


def chosen(desk: Desk, form: ExportForm, negative: NegativeForm = NegativeForm.ASK) -> None:
    """The studio works with a package and has chosen a form for it."""
    desk.world.gate.studio_software = PROFIS
    desk.world.gate.studio_exports = {PROFIS: ExportChoice(form=form, negative=negative)}


def names_in(desk: Desk, job: ExportJob) -> list[str]:
    return sorted(name for name in desk.archive(job).namelist() if name.endswith(".xml"))


@pytest.mark.parametrize(
    ("form", "folder"), [(None, "originali"), (ExportForm.ORIGINAL, "originali"), (ExportForm.WORKING_COPY, "copie")]
)
def test_an_export_takes_the_form_that_the_studio_chose(desk: Desk, form: ExportForm | None, folder: str) -> None:
    exported(desk.world)
    if form is not None:
        chosen(desk, form)

    job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,))
    desk.work()

    [name] = names_in(desk, job)
    assert name.startswith(folder)
    assert desk.jobs.rows[(job.user_id, job.job_id)].failed == 0


def test_a_package_of_the_company_comes_before_the_studios(desk: Desk) -> None:
    exported(desk.world)
    chosen(desk, ExportForm.WORKING_COPY)
    standing = desk.world.gate.companies_by_id["100"]
    settings = standing.settings.model_copy(update={"accounting_software": AccountingSoftware.NESSUNO})
    desk.world.gate.companies_by_id["100"] = standing.model_copy(update={"settings": settings})

    job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,))
    desk.work()

    assert names_in(desk, job)[0].startswith("originali")


def test_a_type_without_a_copy_is_exported_as_it_is(desk: Desk) -> None:
    desk.world.fiscal.working_copy = lambda xml: None  # type: ignore[method-assign]  # noqa: ARG005  (a fake)
    exported(desk.world)
    chosen(desk, ExportForm.WORKING_COPY)

    job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,))
    desk.work()

    assert names_in(desk, job)[0].startswith("originali")


@pytest.mark.parametrize("kinds", [(ExportKind.WORKING_COPY,), (ExportKind.CSV,)])
def test_what_was_not_asked_for_is_not_missing(desk: Desk, kinds: tuple[ExportKind, ...]) -> None:
    """Regression: without originals every document of an export counted as failed."""
    exported(desk.world)

    job = desk.start(vat_period="2026-11", kinds=kinds)
    desk.work()

    assert desk.jobs.rows[(job.user_id, job.job_id)].failed == 0


class TestNegativeDocuments:
    """Packages read them in two ways: somebody has to choose, and until then nobody guesses."""

    @pytest.fixture(autouse=True)
    def _negative(self, desk: Desk) -> None:
        desk.world.fiscal.negative = True
        exported(desk.world)

    def test_a_download_asks(self, desk: Desk) -> None:
        with pytest.raises(Conflict) as refused:
            desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID)
        assert refused.value.error_code == "choose_negative_form"
        assert refused.value.details["choices"] == ["td01_negative", "td04_positive"]
        assert "xml.download_working_copy" not in {entry[0] for entry in desk.world.audit.entries}

    @pytest.mark.parametrize(
        ("form", "ending"), [("td01_negative", "_TD01copia.xml"), ("td04_positive", "_TD04copia.xml")]
    )
    def test_both_ways_can_be_taken_once_or_chosen_for_good(self, desk: Desk, form: str, ending: str) -> None:
        once = desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID, negative=NegativeForm(form))
        chosen(desk, ExportForm.WORKING_COPY, NegativeForm(form))
        for_good = desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID)
        assert once.file_name.endswith(ending)
        assert (once.file_name, once.sha256) == (for_good.file_name, for_good.sha256)

    def test_an_export_leaves_out_what_nobody_chose_and_says_so(self, desk: Desk) -> None:
        chosen(desk, ExportForm.WORKING_COPY)
        job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,))
        desk.work()
        assert names_in(desk, job) == []
        assert "scegli come esportarlo" in desk.index(job)[0]["nota"]
        assert desk.jobs.rows[(job.user_id, job.job_id)].failed == 1

    def test_where_the_copy_that_was_chosen_cannot_be_made_no_other_takes_its_place(self, desk: Desk) -> None:
        """A studio that books negative documents as TD04 got a negative TD01, without a word."""
        # Given a negative document that was exported without a credit copy
        document = desk.world.now()
        assert document.exported is not None
        bare = document.exported.model_copy(update={"credit_key": None, "credit_sha256": None})
        desk.world.documents.put(document.model_copy(update={"exported": bare, "gross": Decimal(-122)}))
        chosen(desk, ExportForm.WORKING_COPY, NegativeForm.TD04_POSITIVE)
        # When it is downloaded, or exported with others
        with pytest.raises(Conflict) as refused:
            desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID)
        job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,))
        desk.work()
        # Then both say so, and the other form can be asked for
        assert (refused.value.error_code, refused.value.details["choices"]) == ("no_credit_copy", ["td01_negative"])
        assert names_in(desk, job) == []
        assert "non c'è la copia TD04" in desk.index(job)[0]["nota"]
        other = desk.downloads.working_copy(ASKER, "100", DOCUMENT_ID, negative=NegativeForm.TD01_NEGATIVE)
        assert other.file_name.endswith("_TD01copia.xml")

    def test_an_export_can_choose_for_itself(self, desk: Desk) -> None:
        chosen(desk, ExportForm.WORKING_COPY)
        job = desk.start(vat_period="2026-11", kinds=(ExportKind.CHOSEN,), negative=NegativeForm.TD04_POSITIVE)
        desk.work()
        assert names_in(desk, job)[0].endswith("_TD04copia.xml")
