/** `virtual:demo`: one document of our own making, with its reading, for the first look at the review screen. */
import type { Plugin } from 'vite';
import { assess } from '../mocks/assess.ts';
import { draftOf } from '../mocks/draft.ts';
import { draw } from '../mocks/invoices.ts';
import { DEMO } from '../mocks/seed.ts';
import { makeDoc } from '../mocks/docs.ts';

const NAME = 'virtual:demo';
const PATH = '/prova/fattura.pdf';

export function demo(): Plugin {
  const drawn = draw(DEMO, DEMO.day);
  const company = { company_id: '0', name: DEMO.buyer.name, vat_id: DEMO.buyer.vat_id };
  const doc = makeDoc({
    id: 'prova',
    companyId: company.company_id,
    companyVat: company.vat_id ?? '',
    status: 'to_review',
    file: DEMO.file,
    today: DEMO.day,
    createdDaysAgo: 0,
    pdf: null,
    reading: drawn.reading,
    pages: drawn.pages,
    receiptDate: DEMO.day,
  });
  const draft = draftOf(drawn.reading, DEMO.day);
  const detail = {
    document: { ...doc.document, moves: ['edit', 'send', 'discard'], deadline: null },
    draft: { ...draft, document_type: 'TD17' },
    assessment: assess(draft, company.vat_id ?? '', drawn.reading, null),
    reading: drawn.reading,
    company,
    timeline: [],
    memory: { known: true, proposals: [], agreed: [] },
  };
  let built = false;
  return {
    name: 'autofatture-demo',
    configResolved: (config) => {
      built = config.command === 'build';
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const json = `JSON.parse(${JSON.stringify(JSON.stringify(detail))})`;
      if (!built) return `export const detail = ${json};\nexport const pdfUrl = ${JSON.stringify(PATH)};\n`;
      const file = this.emitFile({ type: 'asset', name: 'fattura-di-prova.pdf', source: drawn.pdf });
      return `export const detail = ${json};\nexport const pdfUrl = import.meta.ROLLUP_FILE_URL_${file};\n`;
    },
    configureServer: (server) => {
      server.middlewares.use(PATH, (_, response) => {
        response.setHeader('Content-Type', 'application/pdf');
        response.end(drawn.pdf);
      });
    },
  };
}
