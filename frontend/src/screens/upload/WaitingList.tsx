import { useState } from 'react';
import { ActionIcon, Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Clock, Eye, FileQuestion, FileText, FileX, Trash2 } from 'lucide-react';
import type { CompanyName, LooseFile } from '../../api/types';
import { assignUpload, getUploadSource, removeUpload } from '../../api/uploads';
import { showDate } from '../../format/show';
import { useI18n, type Key } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { AssignDialog } from './AssignDialog';
import css from './upload.module.css';
import { byEnd, endsIn, isInterrupted, isMoving, lastDay, settleHere } from './useLooseFiles';

const ICONS = { to_assign: FileQuestion, refused: FileX };

/** *Da assegnare*: each file with the reason, its look, its company and its removal. */
export function WaitingList({ files }: { files: readonly LooseFile[] }) {
  const client = useQueryClient();
  const { t } = useI18n();
  const problem = useProblem();
  const [choosing, setChoosing] = useState<LooseFile | null>(null);
  const [removing, setRemoving] = useState<LooseFile | null>(null);
  const assign = useMutation({
    mutationFn: ({ file, company }: { file: LooseFile; company: CompanyName }) =>
      assignUpload(file.upload_id, company.company_id),
    onSuccess: (answer, { file }) => {
      setChoosing(null);
      settleHere(client, file.upload_id, answer.upload);
      toast(t('assign.done', { name: file.file_name, company: answer.company.name }));
    },
  });
  const remove = useMutation({
    mutationFn: (file: LooseFile) => removeUpload(file.upload_id),
    onSuccess: (_, file) => {
      setRemoving(null);
      settleHere(client, file.upload_id, null);
      toast(t('assign.removed', { name: file.file_name }));
    },
  });

  const see = async (file: LooseFile) => {
    // Opened before the answer: a window that opens later would be held back by the browser.
    const tab = window.open('', '_blank');
    try {
      const { url } = await getUploadSource(file.upload_id);
      if (tab) {
        tab.opener = null;
        tab.location.href = url;
      }
    } catch (error) {
      tab?.close();
      toast(problem(error), { tone: 'bad' });
    }
  };

  return (
    <>
      <ul className={css.list}>
        {byEnd(files).map((file) => (
          <WaitingRow
            key={file.upload_id}
            file={file}
            busy={assign.isPending && assign.variables.file.upload_id === file.upload_id}
            onAssign={(company) => assign.mutate({ file, company })}
            onChoose={() => {
              assign.reset();
              setChoosing(file);
            }}
            onSee={() => void see(file)}
            onRemove={() => {
              remove.reset();
              setRemoving(file);
            }}
          />
        ))}
      </ul>
      {choosing && (
        <AssignDialog
          file={choosing}
          busy={assign.isPending}
          error={assign.error}
          onConfirm={(company) => assign.mutate({ file: choosing, company })}
          onClose={() => setChoosing(null)}
        />
      )}
      {removing && (
        <ConfirmDialog
          opened
          danger
          title={t('assign.removeTitle')}
          confirm={t('assign.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>{t('assign.removeText', { name: removing.file_name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function stepKey(file: LooseFile): Key {
  if (isInterrupted(file)) return 'assign.interrupted';
  return file.state === 'uploading' ? 'upload.step.sending' : 'assign.looking';
}

function WaitingRow({
  file,
  busy,
  onAssign,
  onChoose,
  onSee,
  onRemove,
}: {
  file: LooseFile;
  busy: boolean;
  onAssign: (company: CompanyName) => void;
  onChoose: () => void;
  onSee: () => void;
  onRemove: () => void;
}) {
  const { t, locale } = useI18n();
  const Icon = file.state === 'to_assign' || file.state === 'refused' ? ICONS[file.state] : FileText;
  const moving = isMoving(file);
  const addressed = [file.buyer_name, file.buyer_vat_id].filter(Boolean).join(', ');
  const [hint] = file.suggested.length === 1 ? file.suggested : [];
  return (
    <li
      className={css.waiting}
      data-urgent={endsIn(file) !== null || undefined}
      data-bad={file.state === 'refused' || undefined}
    >
      <Icon size={18} aria-hidden className={css.fileIcon} />
      <div className={css.file}>
        <span className={css.fileName}>{file.file_name}</span>
        <span className={css.facts}>
          {file.supplier_name && <span>{t('assign.from', { name: file.supplier_name })}</span>}
          {addressed && <span>{t('assign.to', { name: addressed })}</span>}
          {file.uploaded_by && (
            <span>
              {t('assign.by', {
                name: file.uploaded_by,
                day: showDate(file.created_at.slice(0, 10), locale),
              })}
            </span>
          )}
        </span>
        {moving ? (
          <span className={css.looking}>
            <span className={css.step}>{t(stepKey(file))}</span>
            <Progress
              size="sm"
              value={100}
              striped
              animated
              aria-label={t('upload.progress', { name: file.file_name })}
            />
          </span>
        ) : (
          <span className={file.state === 'refused' ? css.bad : css.why}>
            {file.reason ?? t(stepKey(file))}
            {file.state === 'to_assign' && (
              <>
                {' '}
                <Until file={file} />
              </>
            )}
          </span>
        )}
      </div>
      <div className={css.waitingActions}>
        {file.state === 'to_assign' && (
          <>
            {hint && (
              <Button size="xs" loading={busy} onClick={() => onAssign(hint)}>
                {t('assign.toThis', { company: hint.name })}
              </Button>
            )}
            <Button
              size="xs"
              variant={hint ? 'default' : 'filled'}
              aria-label={t(hint ? 'assign.otherName' : 'assign.chooseName', { name: file.file_name })}
              onClick={onChoose}
            >
              {t(hint ? 'assign.other' : 'assign.choose')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<Eye size={14} aria-hidden />}
              aria-label={t('assign.seeName', { name: file.file_name })}
              onClick={onSee}
            >
              {t('assign.see')}
            </Button>
          </>
        )}
        {!moving && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('assign.removeName', { name: file.file_name })}
            onClick={onRemove}
          >
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}

/** Until when it is kept; when that is near, what happens then. */
function Until({ file }: { file: LooseFile }) {
  const { t, locale } = useI18n();
  const day = showDate(lastDay(file), locale);
  const left = endsIn(file);
  if (left === null) return <span className={css.until}>{t('assign.until', { day })}</span>;
  return (
    <strong className={css.ends}>
      <Clock size={14} aria-hidden />{' '}
      {left === 0
        ? t('assign.endsToday')
        : left === 1
          ? t('assign.endsTomorrow', { day })
          : t('assign.endsIn', { n: left, day })}
    </strong>
  );
}
