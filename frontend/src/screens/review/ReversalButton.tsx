import { useState } from 'react';
import { Button, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { useNavigate } from 'react-router';
import { reverseDocument, type ReversalMode } from '../../api/documents';
import { keys } from '../../api/keys';
import type { Document } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import css from './dialogs.module.css';

const MODES: ReversalMode[] = ['reverse_and_redo', 'reverse'];
const SHORTEST_REASON = 3;

/** *Storna e rifai* on an issued document: proposes the negative twin, and the right one beside it. */
export function ReversalButton({ document, company }: { document: Document; company: string }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [mode, setMode] = useState<ReversalMode>('reverse_and_redo');
  const [reason, setReason] = useState('');
  const reverse = useMutation({
    mutationFn: () =>
      reverseDocument(document.company_id, document.document_id, {
        mode,
        version: document.version,
        reason: reason.trim(),
      }),
    onSuccess: ({ documents }) => {
      setOpened(false);
      toast(t(documents.length > 1 ? 'reversal.doneBoth' : 'reversal.done'), { tone: 'good' });
      void client.invalidateQueries({ queryKey: keys.company(document.company_id) });
      const next = documents[0];
      if (next) void navigate(`/aziende/${next.company_id}/autofatture/${next.document_id}`);
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Eraser size={15} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('reversal.open')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('reversal.title', { company })}
        confirm={t(`reversal.confirm.${mode}`)}
        disabled={reason.trim().length < SHORTEST_REASON}
        busy={reverse.isPending}
        error={reverse.error}
        onConfirm={() => reverse.mutate()}
        onClose={() => setOpened(false)}
      >
        <p>{t('reversal.text')}</p>
        <Radio.Group
          value={mode}
          onChange={(value) => setMode(value as ReversalMode)}
          aria-label={t('reversal.which')}
        >
          <div className={css.choices}>
            {MODES.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`reversal.mode.${one}`)}
                description={t(`reversal.help.${one}`)}
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('reversal.reason')}
          required
          rows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
