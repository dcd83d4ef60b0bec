import { describe, expect, it } from 'vitest';
import { filled } from './older';
import type { CompanyRow, DocumentDetail, Page, Studio } from './types';

const older = <T>(answer: unknown) => answer as T;

describe('an API older than the site', () => {
  it('does not know what a supplier agreed to yet: the review crashed reading it', () => {
    const detail = filled(
      'GET',
      '/companies/104201/documents/d000',
      older<DocumentDetail>({
        document: { document_id: 'd000', file_name: 'a.pdf' },
        memory: { known: true },
        draft: { invoice_number: 'A 1', supplier: { name: 'Nimbus' } },
        assessment: null,
        reading: { total_net: { value: '10.00', confidence: 'certo' } },
      }),
    );
    expect(detail.memory).toEqual({ known: true, proposals: [], agreed: [] });
    expect(detail.timeline).toEqual([]);
    expect(detail.assessment).toBeNull();
    expect(detail.document.moves).toEqual([]);
    expect(detail.document.fic).toBeNull();
    expect(detail.draft?.lines).toEqual([]);
    expect(detail.draft?.supplier.name).toBe('Nimbus');
    expect(detail.reading?.parts).toEqual([]);
    expect(detail.reading?.total_net).toMatchObject({ value: '10.00', boxes: [], others: [] });
  });

  it('knows nothing of a whole part: it is there, empty', () => {
    const detail = filled('GET', '/companies/1/documents/d', older<DocumentDetail>({ document: {} }));
    expect(detail.memory).toEqual({ known: false, proposals: [], agreed: [] });
  });

  it('is filled in every row of a list', () => {
    const page = filled('GET', '/companies', older<Page<CompanyRow>>({ items: [{ company_id: '1' }] }));
    expect(page.items[0]).toMatchObject({ company_id: '1', assigned: [], counts: {}, studio: null });
    expect(page.next_cursor).toBeNull();
  });

  it('keeps what it said, and makes up neither names nor amounts', () => {
    const studio = filled('GET', '/studio', older<Studio>({ name: 'Bellandi', listed: true }));
    expect(studio).toMatchObject({ name: 'Bellandi', listed: true, working_copy_warnings: [] });
    expect(studio.vat_number).toBeUndefined();
  });

  it('is left alone where the site expects nothing', () => {
    expect(filled('GET', '/nowhere', { a: 1 })).toEqual({ a: 1 });
    expect(filled('GET', '/companies', 'a,b;c')).toBe('a,b;c');
  });
});
