import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { ArrowRightLeft, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { CompanyRow, Finding } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import css from './Checks.module.css';
import { fieldNamed } from './fields';
import { useReviewDesk } from './ReviewContext';

const ICONS = { blocking: CircleAlert, warning: TriangleAlert, info: CircleCheck };
const RANK = { blocking: 0, warning: 1, info: 2 };

/** Places of the form that are no field of their own. */
const ANCHORS: Record<string, string> = {
  lines: 'line-0-rate',
  document_type: 'type-title',
  override_reason: 'override-reason',
  manual_rate: 'manual-rate',
  document_date: 'dates-title',
  note: 'note-title',
};

function goTo(anchor: string): void {
  const element = globalThis.document.getElementById(anchor);
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  element?.focus({ preventScroll: true });
}

/** Letters and digits of a VAT number, without the prefix of Italy. */
function bare(vatId: string | null): string {
  return (vatId ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^IT/, '');
}

/** The company that the invoice is made out to, when it is another one within reach. */
export function rightCompany(
  rows: CompanyRow[],
  companyId: string,
  buyerVatId: string | null,
): CompanyRow | null {
  const wanted = bare(buyerVatId);
  if (wanted.length < 11) return null;
  return rows.find((row) => row.company_id !== companyId && bare(row.vat_id) === wanted) ?? null;
}

/** What was checked, in sentences: what stops the sending first, what went well folded away. */
export function Checks({ onMove }: { onMove: (company: CompanyRow) => void }) {
  const { t } = useI18n();
  const { review, document, focus, readOnly } = useReviewDesk();
  const { assessment, refused, draft } = review.state;
  const { rows } = useCompanyRows();
  const [all, setAll] = useState(false);
  const findings = useMemo(() => {
    const seen = new Set<string>();
    return [...(assessment?.findings ?? []), ...refused]
      .filter((finding) => {
        const key = `${finding.code}${finding.message}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  }, [assessment, refused]);
  const open = findings.filter((finding) => finding.severity !== 'info');
  const passed = findings.filter((finding) => finding.severity === 'info');
  const blocking = open.filter((finding) => finding.severity === 'blocking').length;
  const elsewhere = rightCompany(rows, document.company_id, draft.customer_vat_id);

  const line = (finding: Finding, index: number) => {
    const Icon = ICONS[finding.severity];
    const field = fieldNamed(finding.field);
    const anchor = finding.field ? ANCHORS[finding.field] : undefined;
    return (
      <li key={`${finding.code}${index}`} className={css.finding} data-severity={finding.severity}>
        <Icon size={16} aria-hidden />
        <div className={css.words}>
          <p>
            <span className="visually-hidden">{t(`severity.${finding.severity}`)}: </span>
            {finding.message}
          </p>
          {finding.fix && <p className={css.fix}>{finding.fix}</p>}
        </div>
        <div className={css.actions}>
          {field && finding.severity !== 'info' && (
            <Button size="compact-sm" variant="default" onClick={() => focus(field)}>
              {t('checks.go')}
            </Button>
          )}
          {!field && anchor && finding.severity !== 'info' && (
            <Button size="compact-sm" variant="default" onClick={() => goTo(anchor)}>
              {t('checks.go')}
            </Button>
          )}
        </div>
      </li>
    );
  };

  return (
    <section className={css.checks} aria-labelledby="checks-title" id="controlli">
      <h2
        id="checks-title"
        className={css.title}
        data-tone={blocking ? 'bad' : open.length ? 'doubt' : 'good'}
        tabIndex={-1}
        data-stop={blocking > 0 || undefined}
      >
        {blocking
          ? t('checks.blocking', { n: blocking })
          : open.length
            ? t('checks.warnings', { n: open.length })
            : t('checks.clear')}
      </h2>
      {elsewhere && !readOnly && document.moves.includes('move') && (
        <Callout
          tone="bad"
          title={t('review.elsewhere', { company: elsewhere.name })}
          actions={
            <Button
              size="xs"
              leftSection={<ArrowRightLeft size={14} aria-hidden />}
              onClick={() => onMove(elsewhere)}
            >
              {t('checks.move', { company: elsewhere.name })}
            </Button>
          }
        >
          {t('review.elsewhereText')}
        </Callout>
      )}
      {open.length > 0 && <ul className={css.list}>{open.map(line)}</ul>}
      {passed.length > 0 && (
        <>
          <button type="button" className={css.more} aria-expanded={all} onClick={() => setAll(!all)}>
            <CircleCheck size={14} aria-hidden />
            {t('checks.passed', { n: passed.length })}
          </button>
          {all && <ul className={css.list}>{passed.map(line)}</ul>}
        </>
      )}
    </section>
  );
}
