import { Link2, Unplug } from 'lucide-react';
import { Link } from 'react-router';
import type { CompanyRow } from '../../api/types';
import { countOf } from '../../app/counts';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { Deadline } from '../../ui/Deadline';
import css from './CompanyTable.module.css';

function Count({ n, to, label, tone }: { n: number; to: string; label: string; tone?: 'bad' | 'act' }) {
  if (!n) return <span className={css.zero}>–</span>;
  return (
    <Link to={to} className={css.count} data-tone={tone} aria-label={label}>
      {n}
    </Link>
  );
}

/** Companies by urgency; every number opens the list behind it. */
export function CompanyTable({ rows }: { rows: CompanyRow[] }) {
  const { t } = useI18n();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('home.col.company')}</th>
          <th scope="col" className={css.number}>
            {t('home.col.toReview')}
          </th>
          <th scope="col" className={css.number}>
            {t('home.col.toSend')}
          </th>
          <th scope="col" className={css.number}>
            {t('home.col.discarded')}
          </th>
          <th scope="col">{t('home.col.deadline')}</th>
          <th scope="col">{t('home.col.link')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const list = `/aziende/${row.company_id}/autofatture`;
          return (
            <tr key={row.company_id}>
              <th scope="row">
                <span className={css.company}>
                  <CompanyMark name={row.name} id={row.company_id} />
                  <span className={css.words}>
                    <Link to={list} className={css.name}>
                      {row.name}
                    </Link>
                    <span className={css.vat}>
                      P.IVA {row.vat_id ?? '–'}
                      {row.basis === 'own' && ` · ${t('basis.own')}`}
                      {row.basis === 'studio' && ` · ${t('basis.studio')}`}
                    </span>
                  </span>
                </span>
              </th>
              <td className={css.number} data-label={t('home.col.toReview')}>
                <Count
                  n={countOf(row, 'to_review')}
                  to={`${list}?stato=to_review`}
                  label={t('home.cell.toReview', { n: countOf(row, 'to_review'), company: row.name })}
                />
              </td>
              <td className={css.number} data-label={t('home.col.toSend')}>
                <Count
                  n={countOf(row, 'to_send')}
                  to={`${list}?stato=to_send`}
                  label={t('home.cell.toSend', { n: countOf(row, 'to_send'), company: row.name })}
                  tone="act"
                />
              </td>
              <td className={css.number} data-label={t('home.col.discarded')}>
                <Count
                  n={countOf(row, 'discarded')}
                  to={`${list}?stato=discarded`}
                  label={t('home.cell.discarded', { n: countOf(row, 'discarded'), company: row.name })}
                  tone="bad"
                />
              </td>
              <td data-label={t('home.col.deadline')}>
                <Deadline day={row.nearest_deadline_effective} compact />
              </td>
              <td data-label={t('home.col.link')}>
                {row.link_state === 'collegata' ? (
                  <span className={css.linked}>
                    <Link2 size={15} aria-hidden />
                    {t('link.collegata')}
                  </span>
                ) : (
                  <span className={css.broken}>
                    <Unplug size={15} aria-hidden />
                    {t(`link.${row.link_state}`)}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
