import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import css from './upload.module.css';
import { addFiles, MOST_MEGABYTES } from './uploads';

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.heic,.xml,.p7m,.eml,.zip';

/** Where files are dropped or chosen: many at once, also as a ZIP. */
export function DropArea({
  companyId,
  receiptDate = null,
}: {
  companyId: string | null;
  receiptDate?: string | null;
}) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const help = useId();
  const [over, setOver] = useState(false);
  const screen = companyId ? `/aziende/${companyId}/autofatture/carica` : '/carica';

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    void addFiles(companyId, files, receiptDate);
    if (pathname !== screen) void navigate(screen);
  };

  // A file dropped beside the area must not replace the app by the PDF.
  useEffect(() => {
    const ignore = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
    };
  }, []);

  return (
    <div
      className={css.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp size={30} strokeWidth={1.5} aria-hidden className={css.dropIcon} />
      <p className={css.dropTitle}>{t('upload.drop')}</p>
      <Button onClick={() => input.current?.click()} aria-describedby={help}>
        {t('upload.choose')}
      </Button>
      <p className={css.dropHelp} id={help}>
        {t('upload.help', { n: MOST_MEGABYTES })}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden
        data-testid="files"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
