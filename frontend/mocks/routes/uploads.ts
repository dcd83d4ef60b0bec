/** Files without a company: the buyer's VAT number routes them, or they wait for a person. */
import { isoNow, today } from '../clock.ts';
import { newLoose, OWNER, waitsFor } from '../loose.ts';
import { Refused, reply, route, type Asked } from '../router.ts';
import { makeDoc } from '../docs.ts';
import type { CompanyState, Loose, Person, World } from '../state.ts';
import { newId } from '../world.ts';
import { arrived } from './documents.ts';
import { companyFor, reachable } from './companies.ts';

const LOOKING_TAKES = 1200;
const KEPT = 30 * 24 * 3_600_000;

const ownerOf = (person: Person): string => (person.studio ? OWNER : person.email);
const ref = ({ company_id, name, vat_id }: CompanyState) => ({ company_id, name, vat_id });

function mayLook({ person, mfa }: Asked): void {
  if (person.studio && !mfa) throw new Refused(403, 'mfa_required', 'Serve la verifica in due passaggi.');
}

function looseFor(asked: Asked): Loose {
  mayLook(asked);
  const found = asked.world.loose.get(asked.params.upload ?? '');
  if (!found || found.owner !== ownerOf(asked.person) || found.file.state === 'removed')
    throw new Refused(404, 'not_found', 'Non trovato, oppure non è accessibile con questo accesso.');
  return found;
}

function give(world: World, loose: Loose, company: CompanyState, byNumber: boolean): void {
  const doc = makeDoc({
    id: loose.file.upload_id,
    companyId: company.company_id,
    companyVat: company.vat_id ?? '',
    status: 'uploading',
    file: loose.file.file_name,
    today: today(),
    createdDaysAgo: 0,
    pdf: loose.pdf,
    reading: null,
    pages: null,
    receiptDate: loose.receiptDate,
    by: loose.file.uploaded_by,
  });
  world.docs.set(loose.file.upload_id, doc);
  arrived(world, loose.file.upload_id, loose.pdf ?? Buffer.alloc(0));
  Object.assign(loose.file, {
    state: 'routed',
    company: ref(company),
    document_id: loose.file.upload_id,
    by_number: byNumber,
    reason: null,
    reason_code: null,
    suggested: [],
  });
}

/** What was looked at is decided after a moment: the number stands in the bytes, as nothing here is compressed. */
function ripen(world: World, person: Person, loose: Loose): void {
  if (loose.file.state !== 'reading' || Date.now() < loose.readyAt) return;
  const text = (loose.pdf ?? Buffer.alloc(0)).toString('latin1');
  const found = reachable(world, person).filter((company) => company.vat_id && text.includes(company.vat_id));
  if (found.length === 1) give(world, loose, found[0]!, true);
  else
    Object.assign(
      loose.file,
      found.length ? { ...waitsFor('several'), suggested: found.map(ref) } : waitsFor('no_number'),
    );
}

/** Whether the key is one of ours. */
export function arrivedLoose(world: World, key: string, bytes: Buffer): boolean {
  const loose = world.loose.get(key);
  if (!loose) return false;
  loose.pdf = bytes;
  loose.file.state = 'reading';
  loose.readyAt = Date.now() + LOOKING_TAKES;
  return true;
}

route('POST /uploads', (asked) => {
  mayLook(asked);
  const items = asked.body.files.map((offered: { file_name: string; receipt_date?: string }) => {
    const id = newId();
    const until = new Date(Date.parse(isoNow()) + KEPT).toISOString();
    const loose: Loose = {
      file: newLoose(id, offered.file_name, asked.person.name, isoNow(), until),
      owner: ownerOf(asked.person),
      pdf: null,
      receiptDate: offered.receipt_date ?? null,
      readyAt: Number.POSITIVE_INFINITY,
    };
    asked.world.loose.set(id, loose);
    return {
      upload: loose.file,
      form: { url: '/mock-files/upload', fields: { key: id }, expires_in: 300 },
    };
  });
  return reply(201, { items });
});

route('GET /uploads', (asked) => {
  mayLook(asked);
  const settled = asked.query.get('settled') === 'true';
  const mine = [...asked.world.loose.values()].filter((one) => one.owner === ownerOf(asked.person));
  mine.forEach((one) => ripen(asked.world, asked.person, one));
  const items = mine
    .map((one) => one.file)
    .filter((file) => file.state !== 'removed' && (file.state === 'routed') === settled)
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  return { items, next_cursor: null };
});

route('GET /uploads/:upload/source', (asked) => {
  const { file, pdf } = looseFor(asked);
  if (!pdf) throw new Refused(404, 'no_file_yet', 'Il file non c’è ancora.');
  asked.world.files.set(file.upload_id, { bytes: pdf, type: file.content_type, name: file.file_name });
  return { url: `/mock-files/${file.upload_id}`, content_type: file.content_type, expires_in: 60 };
});

route('POST /uploads/:upload/assign', (asked) => {
  const company = companyFor(asked.world, asked.person, asked.body.company_id);
  const loose = looseFor(asked);
  if (loose.file.state === 'to_assign') give(asked.world, loose, company, false);
  else if (loose.file.company?.company_id !== company.company_id)
    throw new Refused(409, 'already_assigned', 'Il file è già stato assegnato a un’altra azienda.');
  const doc = asked.world.docs.get(loose.file.upload_id);
  return { upload: loose.file, document: doc?.document, company: ref(company) };
});

route('DELETE /uploads/:upload', (asked) => {
  looseFor(asked).file.state = 'removed';
  return reply(204);
});
