import { Button, Kbd, Modal } from '@mantine/core';
import type { CompanyName, Document, Finding } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { useUser } from '../../app/useSession';
import { showDate, showMoney, showRate, showDay } from '../../format/show';
import { documentTypeName } from '../../i18n/documentTypes';
import { Rich, useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { useProblem } from '../../ui/useProblem';
import css from './dialogs.module.css';
import type { ReviewState } from './reviewState';

/** Before *Invia*: in one sentence what is created, where, and what it costs; and that it must then go to SdI. */
export function SendDialog({
  opened,
  company,
  document,
  state,
  demo,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  company: CompanyName;
  document: Document;
  state: ReviewState;
  demo: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('send.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && (
        <Body
          company={company}
          document={document}
          state={state}
          demo={demo}
          busy={busy}
          error={error}
          onConfirm={onConfirm}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function Body({
  company,
  document,
  state,
  demo,
  busy,
  error,
  onConfirm,
  onClose,
}: Omit<Parameters<typeof SendDialog>[0], 'opened'>) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const user = useUser();
  useShortcut('send', onConfirm, !busy);
  const { draft, assessment } = state;
  const advice = assessment?.advice;
  const totals = assessment?.totals;
  const type = draft.document_type ?? advice?.outcome ?? 'ASK';
  const warnings: Finding[] = (assessment?.findings ?? []).filter(
    (finding) => finding.severity === 'warning',
  );
  const vat = advice?.vat_treatment;
  const deadline = advice?.deadline_effective ?? advice?.deadline;
  const again = document.fic !== null;
  return (
    <div className={css.body} data-scroll-lock>
      <p className={css.sentence}>
        <Rich
          text={t('send.sentence', {
            company: company.name,
            vat: company.vat_id ?? '–',
            type: documentTypeName(t, type),
            date: showDate(advice?.document_date, locale),
            paper: t(draft.is_credit_note ? 'send.paper.credit' : 'send.paper.invoice'),
            // The sentence has a full stop of its own: «Inc..» would be one too many.
            supplier: draft.supplier.name?.replace(/\.$/, '') ?? '–',
            number: draft.invoice_number ?? '–',
          })}
        />
      </p>
      <dl className={css.totals}>
        <div>
          <dt>{t('amounts.net')}</dt>
          <dd>{showMoney(totals?.net, 'EUR', locale)}</dd>
        </div>
        <div>
          <dt>
            {t('amounts.vat')} {vat?.natura ?? showRate(vat?.rate, locale)}
          </dt>
          <dd>{showMoney(totals?.vat, 'EUR', locale)}</dd>
        </div>
        <div>
          <dt>{t('amounts.gross')}</dt>
          <dd>{showMoney(totals?.gross, 'EUR', locale)}</dd>
        </div>
      </dl>
      {warnings.length > 0 && (
        <Callout tone="doubt" title={t('send.warnings', { n: warnings.length })}>
          <ul className={css.list}>
            {warnings.map((finding, index) => (
              <li key={index}>{finding.message}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Callout tone="info" title={t('send.then')}>
        {t(deadline ? 'send.thenText' : 'send.thenTextNoDay', {
          day: deadline ? showDay(deadline, locale, true) : '',
        })}
      </Callout>
      <p className={css.cost}>
        {demo ? t('send.demo') : again ? t('send.free') : t('send.cost', { n: user.credits })}
      </p>
      {error != null && (
        <Callout tone="bad" live>
          {problem(error)}
        </Callout>
      )}
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button data-autofocus loading={busy} onClick={onConfirm}>
          {t('send.confirm')}
        </Button>
      </div>
      <p className={css.keys} aria-hidden>
        <Kbd>Ctrl</Kbd> <Kbd>Invio</Kbd> {t('send.keys')}
      </p>
    </div>
  );
}
