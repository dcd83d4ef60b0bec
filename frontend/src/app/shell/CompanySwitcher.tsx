import { useMemo, useState, type KeyboardEvent } from 'react';
import { Modal, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { CompanyRow } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { countOf } from '../counts';
import { recentCompanies } from '../recentCompanies';
import { useCompanyRows } from '../useCompanyRows';
import { useCurrentCompany } from '../useCurrentCompany';
import css from './CompanySwitcher.module.css';

const MOST = 60;

/** The recent ones first, then by name; a search looks at name, VAT number and owner. */
export function orderCompanies(rows: CompanyRow[], recent: string[], search: string): CompanyRow[] {
  const wanted = search.trim().toLowerCase();
  const place = (row: CompanyRow) => {
    const index = recent.indexOf(row.company_id);
    return index === -1 ? recent.length : index;
  };
  return rows
    .filter((row) => `${row.name} ${row.vat_id ?? ''} ${row.owner_name ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'it'));
}

/** The same section of another company, when the address names one. */
export function pathFor(path: string, companyId: string): string {
  const found = /^\/aziende\/[^/]+(\/autofatture(?:\/carica)?)?/.exec(path);
  if (!found) return `/aziende/${companyId}/autofatture`;
  return `/aziende/${companyId}${found[1] ?? ''}`;
}

export function CompanySwitcher({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('switcher.title')}
      size="lg"
      centered={false}
      yOffset="10vh"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Chooser onClose={onClose} />
    </Modal>
  );
}

function Chooser({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const current = useCurrentCompany();
  const { rows, isPending, error, refetch } = useCompanyRows();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => orderCompanies(rows, recentCompanies(), search).slice(0, MOST), [rows, search]);
  const chosen = found[Math.min(active, found.length - 1)];

  const go = (row: CompanyRow | undefined) => {
    if (!row) return;
    onClose();
    void navigate(pathFor(pathname, row.company_id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((index) => Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive((index) => Math.max(index - 1, 0));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div data-scroll-lock>
      <TextInput
        aria-label={t('switcher.search')}
        placeholder={t('switcher.search')}
        leftSection={<Search size={16} aria-hidden />}
        size="md"
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="switcher-list"
        aria-activedescendant={chosen ? `switcher-${chosen.company_id}` : undefined}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isPending && <LoadingRows rows={4} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      <ul className={css.list} id="switcher-list" role="listbox" aria-label={t('switcher.title')}>
        {found.map((row) => (
          // The keys are handled by the search field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={row.company_id}
            id={`switcher-${row.company_id}`}
            role="option"
            aria-selected={row === chosen}
            className={css.option}
            onClick={() => go(row)}
            onMouseMove={() => setActive(found.indexOf(row))}
          >
            <CompanyMark name={row.name} id={row.company_id} large />
            <span className={css.words}>
              <span className={css.name}>{row.name}</span>
              <span className={css.vat}>
                P.IVA {row.vat_id ?? '–'}
                {row.company_id === current?.company_id && ` · ${t('switcher.here')}`}
              </span>
            </span>
            <span className={css.counts}>
              {countOf(row, 'to_review') > 0 && t('switcher.toReview', { n: countOf(row, 'to_review') })}
            </span>
          </li>
        ))}
      </ul>
      {!isPending && !error && found.length === 0 && <p className={css.none}>{t('switcher.none')}</p>}
    </div>
  );
}
