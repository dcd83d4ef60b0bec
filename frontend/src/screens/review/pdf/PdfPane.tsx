import { lazy, Suspense, useCallback, useEffect, useRef, useState, type MouseEvent } from 'react';
import { Button, PasswordInput, Tooltip } from '@mantine/core';
import { Download, FileQuestion, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { Box } from '../../../api/types';
import { useShortcut } from '../../../app/shortcuts';
import { useI18n } from '../../../i18n/I18n';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/Waiting';
import { useDesk } from '../desk';
import css from './pdf.module.css';
import { nextZoom, type Zoom } from './zoom';
import { usePdf } from './usePdf';
import type { Spot } from './spots';

// With pdf.js, which comes with the first document.
const PdfPage = lazy(async () => ({ default: (await import('./PdfPage')).PdfPage }));

export interface Mark {
  id: string;
  label: string;
  boxes: Box[];
}

/** The width for a page when it was last measured: the next document's pane has the same. */
let lastRoom = 0;

/** The page beside the form: it follows the focused field, and gives values by a click. */
export function PdfPane({
  marks,
  active,
  along = [],
  onMark,
  onTake,
}: {
  marks: Mark[];
  active: string | null;
  /** What is confirmed with it: lit as well. */
  along?: readonly string[];
  /** A box of the page was clicked. */
  onMark: (id: string) => void;
  /** A text of the page was clicked or selected. */
  onTake: (line: Spot, word: Spot) => void;
}) {
  const { t } = useI18n();
  const desk = useDesk();
  const [password, setPassword] = useState<string>();
  const { pdf, image, file, error, needsPassword, retry } = usePdf(desk, password);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [room, setRoom] = useState(lastRoom);
  const [shownPage, setShownPage] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Its first notice comes with the frame: measured here, the page would have to be laid out before it is shown.
    const watcher = new ResizeObserver(() => {
      lastRoom = Math.max(120, element.clientWidth - 32);
      setRoom(lastRoom);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const enlarge = useCallback((step: 1 | -1) => setZoom((before) => nextZoom(before, step)), []);
  useShortcut('zoomIn', () => enlarge(1));
  useShortcut('zoomOut', () => enlarge(-1));
  useShortcut('zoomFit', () => setZoom('fit'));

  // The page follows the field: to its first box, once, and only if it is out of sight.
  const mark = marks.find((one) => one.id === active);
  const target = mark?.boxes[0];
  useEffect(() => {
    const element = scroller.current;
    if (!element || !target || !pdf) return;
    const page = element.querySelector<HTMLElement>(`[data-page="${target.page}"]`);
    if (!page) return;
    const top = page.offsetTop + target.y0 * page.offsetHeight;
    const bottom = page.offsetTop + target.y1 * page.offsetHeight;
    if (top < element.scrollTop + 24 || bottom > element.scrollTop + element.clientHeight - 24) {
      element.scrollTo({ top: Math.max(0, top - element.clientHeight / 3), behavior: 'smooth' });
    }
    const left = page.offsetLeft + target.x0 * page.offsetWidth;
    if (left < element.scrollLeft || left > element.scrollLeft + element.clientWidth - 40) {
      element.scrollTo({ left: Math.max(0, left - 40) });
    }
  }, [target, pdf, active]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const middle = element.scrollTop + element.clientHeight / 2;
    const pages = [...element.querySelectorAll<HTMLElement>('[data-page]')];
    const current = pages.findLast((page) => page.offsetTop <= middle);
    setShownPage(Number(current?.dataset.page ?? 1));
  };

  const download = (event: MouseEvent) => {
    if (!file) return event.preventDefault();
    const url = URL.createObjectURL(new Blob([file.bytes], { type: file.contentType }));
    const link = document.createElement('a');
    link.href = url;
    link.download = '';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  // The file may be here long before it is opened: until then the pane is not empty.
  const opening =
    !pdf && !image && error == null && !needsPassword && (!file || file.contentType === 'application/pdf');

  return (
    <section className={css.pane} aria-label={t('pdf.label')}>
      <div className={css.bar} role="toolbar" aria-label={t('pdf.tools')}>
        <span className={css.pageOf}>{pdf && t('pdf.page', { n: shownPage, all: pdf.numPages })}</span>
        <span className={css.room} />
        <Tooltip label={t('pdf.zoomOut')}>
          <button
            type="button"
            className={css.tool}
            aria-label={t('pdf.zoomOut')}
            onClick={() => enlarge(-1)}
          >
            <ZoomOut size={17} aria-hidden />
          </button>
        </Tooltip>
        <span className={css.zoom} aria-live="polite">
          {zoom === 'fit' ? t('pdf.fitShort') : `${Math.round(zoom * 100)} %`}
        </span>
        <Tooltip label={t('pdf.zoomIn')}>
          <button type="button" className={css.tool} aria-label={t('pdf.zoomIn')} onClick={() => enlarge(1)}>
            <ZoomIn size={17} aria-hidden />
          </button>
        </Tooltip>
        <Tooltip label={t('pdf.fit')}>
          <button type="button" className={css.tool} aria-label={t('pdf.fit')} onClick={() => setZoom('fit')}>
            <MoveHorizontal size={17} aria-hidden />
          </button>
        </Tooltip>
        <Tooltip label={t('pdf.download')}>
          <button
            type="button"
            className={css.tool}
            aria-label={t('pdf.download')}
            onClick={download}
            disabled={!file}
          >
            <Download size={17} aria-hidden />
          </button>
        </Tooltip>
      </div>
      {/* The pages scroll with the arrows once the pane has the focus, and Tab leaves it again. */}
      <div
        className={css.scroller}
        ref={scroller}
        onScroll={onScroll}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('pdf.pages')}
        data-pane="pdf"
      >
        {error != null && <ErrorState error={error} retry={retry} />}
        {needsPassword && (
          <form
            className={css.password}
            onSubmit={(event) => {
              event.preventDefault();
              setPassword(String(new FormData(event.currentTarget).get('password') ?? ''));
            }}
          >
            <p>{t(needsPassword === 'wrong' ? 'pdf.passwordWrong' : 'pdf.passwordNeeded')}</p>
            <PasswordInput name="password" label={t('pdf.password')} autoComplete="off" />
            <Button type="submit">{t('pdf.openIt')}</Button>
          </form>
        )}
        {opening && (
          <div
            className={css.loading}
            role="status"
            aria-label={t('pdf.loading')}
            style={{ width: room, height: room * 1.414 }}
          />
        )}
        {file &&
          !pdf &&
          !image &&
          error == null &&
          !needsPassword &&
          file.contentType !== 'application/pdf' && (
            <EmptyState icon={FileQuestion} title={t('pdf.notShown')}>
              {t('pdf.notShownText')}
            </EmptyState>
          )}
        {image && (
          <img
            src={image}
            alt={t('pdf.image')}
            className={css.image}
            style={{ width: zoom === 'fit' ? room : room * zoom }}
          />
        )}
        {pdf && room > 0 && (
          <Suspense fallback={null}>
            {Array.from({ length: pdf.numPages }, (_, index) => (
              <PdfPage
                key={index}
                pdf={pdf}
                number={index + 1}
                room={room}
                zoom={zoom}
                marks={marks}
                active={active}
                along={along}
                onMark={onMark}
                onTake={onTake}
              />
            ))}
          </Suspense>
        )}
      </div>
    </section>
  );
}
