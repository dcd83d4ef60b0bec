import { CheckCheck } from 'lucide-react';
import type { Document, LooseFile } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { SettledList } from './SettledList';
import css from './upload.module.css';
import { UploadRow } from './UploadRow';
import type { Upload } from './uploads';
import { forAPerson, isMoving } from './useLooseFiles';
import { WaitingList } from './WaitingList';

interface Files {
  files: readonly LooseFile[];
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** Files without a company: on their way, waiting for a person, and gone to a company. */
export function LooseFiles({
  sending,
  waiting,
  settled,
  documents,
  busy,
}: {
  /** Of this session, not known to the service yet, or stopped here. */
  sending: readonly Upload[];
  waiting: Files;
  settled: Files;
  documents: ReadonlyMap<string, Document>;
  busy: boolean;
}) {
  const { t } = useI18n();
  const n = forAPerson(waiting.files);
  const moving = waiting.files.filter(isMoving);
  const still = waiting.files.filter((file) => !isMoving(file));
  return (
    <>
      {(sending.length > 0 || moving.length > 0) && (
        <Panel flush title={t('assign.onTheWay')} lead={t(busy ? 'upload.goOn' : 'assign.mayLeave')}>
          <div aria-live="polite">
            {sending.length > 0 && (
              <ul className={css.list}>
                {sending.map((upload) => (
                  <UploadRow key={upload.id} upload={upload} document={undefined} />
                ))}
              </ul>
            )}
            {moving.length > 0 && <WaitingList files={moving} />}
          </div>
        </Panel>
      )}
      <Panel
        flush
        id="da-assegnare"
        title={t('assign.waiting')}
        lead={n > 0 ? t('upload.unassigned', { n }) : undefined}
      >
        {waiting.isPending && <LoadingRows rows={2} height="card" />}
        {waiting.error != null && <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />}
        {!waiting.isPending && waiting.error == null && still.length === 0 && (
          <EmptyState icon={CheckCheck} title={t('assign.none')}>
            {t('assign.noneText')}
          </EmptyState>
        )}
        {still.length > 0 && <WaitingList files={still} />}
      </Panel>
      {settled.files.length > 0 && (
        <Panel flush title={t('assign.settled')} lead={t('assign.settledLead')}>
          <SettledList files={settled.files} documents={documents} />
        </Panel>
      )}
    </>
  );
}
