import { Link } from 'react-router';
import type { Document } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { chainOf } from './chain';

/** Where the other documents of a *storno* are; nothing for a document of its own. */
export function Chain({ document }: { document: Document }) {
  const { t } = useI18n();
  const links = chainOf(document);
  if (links.length === 0) return null;
  return (
    <Callout tone="info" title={t('chain.title')}>
      {links.map(({ key, documentId }) => (
        <p key={documentId}>
          <Link to={`/aziende/${document.company_id}/autofatture/${documentId}`}>{t(key)}</Link>
        </p>
      ))}
    </Callout>
  );
}
