import { memo, useEffect, useRef, useState, type MouseEvent } from 'react';
import type { Box } from '../../../api/types';
import { useI18n } from '../../../i18n/I18n';
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from './engine';
import type { Mark } from './PdfPane';
import css from './pdf.module.css';
import { holds, spotAt, spotsOf, type Spot, type TextItem } from './spots';
import type { Zoom } from './zoom';

/** A canvas above this many pixels is drawn at a lower density. */
const MOST_PIXELS = 12_000_000;

interface Props {
  pdf: PDFDocumentProxy;
  number: number;
  /** Width of the pane in CSS pixels. */
  room: number;
  zoom: Zoom;
  marks: Mark[];
  active: string | null;
  along: readonly string[];
  onMark: (id: string) => void;
  onTake: (line: Spot, word: Spot) => void;
}

/** One page: drawn when it comes into sight, with its text above it and the boxes of the fields. */
export const PdfPage = memo(function PdfPage({
  pdf,
  number,
  room,
  zoom,
  marks,
  active,
  along,
  onMark,
  onTake,
}: Props) {
  const { t } = useI18n();
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [near, setNear] = useState(number <= 2);
  const [drawn, setDrawn] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const spots = useRef<Spot[]>([]);

  useEffect(() => {
    let wanted = true;
    void pdf.getPage(number).then((found) => wanted && setPage(found));
    return () => {
      wanted = false;
    };
  }, [pdf, number]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        rootMargin: '800px',
      },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);

  const natural = page?.getViewport({ scale: 1 });
  const width = room * (zoom === 'fit' ? 1 : zoom);
  const scale = natural ? width / natural.width : 1;
  const height = natural ? natural.height * scale : width * 1.414;

  useEffect(() => {
    const element = canvas.current;
    const layer = text.current;
    if (!page || !near || !element || !layer) return;
    const viewport = page.getViewport({ scale });
    const density = Math.min(
      window.devicePixelRatio || 1,
      Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)),
    );
    const fresh = document.createElement('canvas');
    fresh.width = Math.floor(viewport.width * density);
    fresh.height = Math.floor(viewport.height * density);
    const task = page.render({ canvas: fresh, viewport: page.getViewport({ scale: scale * density }) });
    let words: TextLayer | null = null;
    let wanted = true;
    void task.promise
      .then(() => {
        if (!wanted) return;
        // The new drawing takes the place of the old one at once: no white flash while zooming.
        element.width = fresh.width;
        element.height = fresh.height;
        element.getContext('2d')?.drawImage(fresh, 0, 0);
        setDrawn(true);
      })
      .catch(() => undefined);
    void page.getTextContent().then((content) => {
      if (!wanted) return;
      spots.current = spotsOf(content.items as TextItem[], number, page.view);
      layer.replaceChildren();
      words = new TextLayer({ textContentSource: content, container: layer, viewport });
      return words.render().catch(() => undefined);
    });
    return () => {
      wanted = false;
      task.cancel();
      words?.cancel();
    };
  }, [page, near, scale, number]);

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - area.left) / area.width;
    const y = (event.clientY - area.top) / area.height;
    const chosen = window.getSelection()?.toString().trim();
    const found = spotAt(spots.current, x, y);
    if (chosen && found) {
      const spot = { text: chosen, box: found.line.box };
      onTake(spot, spot);
      window.getSelection()?.removeAllRanges();
      return;
    }
    const other = marks.find(
      (mark) => mark.id !== active && mark.boxes.some((box) => box.page === number && holds(box, x, y)),
    );
    if (other && !event.altKey) return onMark(other.id);
    if (found) onTake(found.line, found.word);
  };

  return (
    // What a click on the page does can be done by typing in the form: it is a help for the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={css.page}
      data-page={number}
      data-drawn={drawn || undefined}
      style={{ width, height, '--total-scale-factor': scale } as React.CSSProperties}
      onClick={onClick}
    >
      <canvas ref={canvas} className={css.canvas} role="img" aria-label={t('pdf.pageImage', { n: number })} />
      <div ref={text} className={css.text} />
      {marks.map((mark) =>
        mark.boxes
          .filter((box) => box.page === number)
          .map((box, index) => (
            <span
              key={`${mark.id}${index}`}
              className={css.mark}
              data-active={mark.id === active || along.includes(mark.id) || undefined}
              data-mark={mark.id}
              style={place(box)}
            />
          )),
      )}
    </div>
  );
});

function place(box: Box) {
  return {
    left: `${box.x0 * 100}%`,
    top: `${box.y0 * 100}%`,
    width: `${(box.x1 - box.x0) * 100}%`,
    height: `${(box.y1 - box.y0) * 100}%`,
  };
}
