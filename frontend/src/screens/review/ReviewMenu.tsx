import { Button, Menu } from '@mantine/core';
import { ArrowRightLeft, CircleSlash, EllipsisVertical, History, Scissors } from 'lucide-react';
import type { Document } from '../../api/types';
import { useI18n } from '../../i18n/I18n';

/** What is done with a document now and then, beside sending it. */
export function ReviewMenu({
  document,
  demo,
  onChoose,
}: {
  document: Document;
  demo: boolean;
  onChoose: (dialog: 'discard' | 'move' | 'split' | 'history') => void;
}) {
  const { t } = useI18n();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" px="xs" aria-label={t('review.more')}>
          <EllipsisVertical size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<CircleSlash size={16} aria-hidden />}
          disabled={!document.moves.includes('discard')}
          onClick={() => onChoose('discard')}
        >
          {t('review.discard')}
        </Menu.Item>
        <Menu.Item
          leftSection={<ArrowRightLeft size={16} aria-hidden />}
          disabled={!document.moves.includes('move')}
          onClick={() => onChoose('move')}
        >
          {t('review.move')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Scissors size={16} aria-hidden />}
          disabled={!document.moves.includes('split')}
          onClick={() => onChoose('split')}
        >
          {t('review.split')}
        </Menu.Item>
        <Menu.Item
          leftSection={<History size={16} aria-hidden />}
          disabled={demo}
          onClick={() => onChoose('history')}
        >
          {t('review.history')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
