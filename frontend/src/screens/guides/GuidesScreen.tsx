import { BookOpen } from 'lucide-react';
import { Link } from 'react-router';
import { guides } from 'virtual:guides';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import css from './guides.module.css';

/** The order in which they are of use; others follow by title. */
const ORDER = [
  'sistema-per-commercialisti',
  'primi-passi-cliente',
  'collegare-fatture-in-cloud',
  'creare-e-verificare-autofatture',
  'export-xml-software-contabili',
  'referral',
];

const place = (slug: string) => (ORDER.includes(slug) ? ORDER.indexOf(slug) : ORDER.length);
const ordered = guides.toSorted((a, b) => place(a.slug) - place(b.slug));

export function GuidesScreen() {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t('nav.guides')} lead={t('guides.lead')} />
      {ordered.length === 0 && (
        <EmptyState icon={BookOpen} title={t('guides.none')}>
          {t('guides.noneText')}
        </EmptyState>
      )}
      <ul className={css.list}>
        {ordered.map((guide) => (
          <li key={guide.slug}>
            <Link to={`/guide/${guide.slug}`} className={css.card}>
              <span className={css.title} lang="it">
                {guide.title}
              </span>
              <span className={css.summary} lang="it">
                {guide.summary}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
