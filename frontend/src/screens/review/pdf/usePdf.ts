import { useCallback, useEffect, useState } from 'react';
import type { Desk } from '../desk';
import type { PDFDocumentProxy } from './engine';
import type { Source } from './sources';

export interface OpenedPdf {
  pdf: PDFDocumentProxy | null;
  /** Address of an image, when the document is one. */
  image: string | null;
  file: Source | null;
  error: unknown;
  needsPassword: 'first' | 'wrong' | null;
  retry: () => void;
}

const SHOWN_IMAGES = ['image/jpeg', 'image/png'];

/** Fetches the document and opens it; the code of pdf.js comes with the first one. */
export function usePdf(desk: Desk, password: string | undefined): OpenedPdf {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<Omit<OpenedPdf, 'retry'>>(NOTHING);

  useEffect(() => {
    let wanted = true;
    let close = () => {};
    setOpened(NOTHING);
    void (async () => {
      try {
        const [file, { openPdf }] = await Promise.all([desk.source(), import('./engine')]);
        if (!wanted) return;
        if (SHOWN_IMAGES.includes(file.contentType)) {
          const image = URL.createObjectURL(new Blob([file.bytes], { type: file.contentType }));
          close = () => URL.revokeObjectURL(image);
          return setOpened({ ...NOTHING, file, image });
        }
        if (file.contentType !== 'application/pdf') return setOpened({ ...NOTHING, file });
        setOpened({ ...NOTHING, file });
        const task = openPdf(file.bytes, password);
        close = () => void task.destroy();
        const pdf = await task.promise;
        if (wanted) setOpened({ ...NOTHING, file, pdf });
      } catch (error) {
        if (!wanted) return;
        const protectedFile = error instanceof Error && error.name === 'PasswordException';
        setOpened(
          protectedFile ? { ...NOTHING, needsPassword: password ? 'wrong' : 'first' } : { ...NOTHING, error },
        );
      }
    })();
    return () => {
      wanted = false;
      close();
    };
  }, [desk, password, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...opened, retry };
}

const NOTHING: Omit<OpenedPdf, 'retry'> = {
  pdf: null,
  image: null,
  file: null,
  error: null,
  needsPassword: null,
};
