import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  Clock,
  FileX,
  Loader,
  Send,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { Status } from '../api/types';
import { useI18n } from '../i18n/I18n';
import css from './StatusMark.module.css';

type Tone = 'wait' | 'act' | 'good' | 'bad' | 'quiet';

const LOOK: Record<Status, [LucideIcon, Tone]> = {
  uploading: [CircleDashed, 'wait'],
  reading: [Loader, 'wait'],
  to_review: [CircleDot, 'act'],
  approved: [Clock, 'wait'],
  to_send: [Send, 'act'],
  in_transit: [Clock, 'wait'],
  sent: [CircleCheck, 'good'],
  not_delivered: [CircleCheck, 'good'],
  discarded: [CircleAlert, 'bad'],
  sdi_error: [CircleAlert, 'bad'],
  other_sdi: [CircleDot, 'wait'],
  deleted_in_fic: [FileX, 'bad'],
  no_document: [CircleSlash, 'quiet'],
  waiting_correction: [Clock, 'act'],
  cancelled: [Trash2, 'quiet'],
  failed: [Ban, 'bad'],
};

/** The state of a document: an icon and a word, never a colour alone. */
export function StatusMark({ status, word }: { status: Status; word?: string | null }) {
  const { t } = useI18n();
  const [Icon, tone] = LOOK[status];
  return (
    <span className={css.mark} data-tone={tone}>
      <Icon size={15} aria-hidden />
      {word ?? t(`status.${status}`)}
    </span>
  );
}
