import { Button, Kbd, Modal } from '@mantine/core';
import type { CompanyName, Document, Finding } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { useUser } from '../../app/useSession';
import { showMoney, showRate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { useProblem } from '../../ui/useProblem';
import css from './dialogs.module.css';
import type { ReviewState } from './reviewState';
import { SendSentence, SendThen } from './SendSummary';

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
  const { assessment } = state;
  const advice = assessment?.advice;
  const totals = assessment?.totals;
  const warnings: Finding[] = (assessment?.findings ?? []).filter(
    (finding) => finding.severity === 'warning',
  );
  const vat = advice?.vat_treatment;
  const again = document.fic !== null;
  return (
    <div className={css.body} data-scroll-lock>
      <p className={css.sentence}>
        <SendSentence company={company} state={state} />
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
        <SendThen state={state} />
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
