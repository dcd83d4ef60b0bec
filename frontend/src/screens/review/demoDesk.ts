/** The demo document: drawn at build time, judged here by the simplest of rules, never sent. */
import { add, isDecimal, sum } from '../../format/decimal';
import type { Assessment, DocumentDetail, Draft } from '../../api/types';
import type { Desk } from './desk';
import { FIELDS, stateOf } from './fields';

export interface Demo {
  detail: DocumentDetail;
  pdfUrl: string;
}

export async function loadDemo(): Promise<Demo> {
  const { detail, pdfUrl } = await import('virtual:demo');
  return { detail, pdfUrl };
}

/** Cents of a percentage, half up, in whole numbers. */
function percent(amount: string, rate: string): string {
  const cents = BigInt(amount.replace('.', ''));
  const value = cents * BigInt(rate);
  const half = value < 0n ? -50n : 50n;
  const rounded = ((value + half) / 100n).toString().padStart(3, '0');
  return `${rounded.slice(0, -2)}.${rounded.slice(-2)}`;
}

function judge(demo: Demo, draft: Draft): Assessment {
  const known = demo.detail.assessment!;
  const net = sum(draft.lines.map((line) => line.net).filter(isDecimal));
  const [whole = '0', fraction = ''] = net.split('.');
  const exact = `${whole}.${fraction.padEnd(2, '0').slice(0, 2)}`;
  const vat = percent(exact, '22');
  const open = FIELDS.filter((field) => stateOf(draft, demo.detail.reading, field.id).doubtful);
  return {
    ...known,
    totals: { net: exact, vat, gross: add(exact, vat) },
    findings: known.findings.filter(
      (finding) => finding.severity === 'info' || open.some((field) => field.id === finding.field),
    ),
  };
}

export function demoDesk(demo: Demo): Desk {
  const { document, company } = demo.detail;
  const answer = (draft: Draft, version: number) => ({
    document: { ...document, version },
    draft,
    assessment: judge(demo, draft),
    memory: null,
  });
  return {
    demo: true,
    save: async (version, draft) => answer(draft, version + 1),
    advise: async (draft) => judge(demo, draft),
    send: async () => ({ document, company }),
    discard: async () => ({ document }),
    move: async () => ({ document, company }),
    split: async () => ({ documents: [] }),
    duplicate: async () => ({ document }),
    source: async () => {
      const response = await fetch(demo.pdfUrl);
      return { bytes: new Uint8Array(await response.arrayBuffer()), contentType: 'application/pdf' };
    },
  };
}
