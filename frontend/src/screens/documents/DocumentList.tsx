import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { FileSearch, FileUp } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import type { Document, Page, Status } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { useNarrow } from '../../app/useNarrow';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { BulkBar } from './BulkBar';
import { DocumentRow } from './DocumentRow';
import css from './documents.module.css';
import { filtersOf, isFiltered } from './filters';
import { ListFilters } from './ListFilters';

const NONE: Document[] = [];
const WAITING: Status[] = ['uploading', 'reading', 'approved'];

/** A list of documents of any length: only the rows in sight are drawn. */
export function DocumentList({
  queryKey,
  load,
  companyId,
  statuses,
  queue,
  quarterly = false,
  withSearch = true,
  defaultStatus,
  empty,
}: {
  queryKey: readonly unknown[];
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<Document>>;
  /** Null across companies: the rows then name theirs. */
  companyId: string | null;
  statuses: Status[];
  queue: string;
  quarterly?: boolean;
  withSearch?: boolean;
  /** The list is always of one status: this one when the address names none. */
  defaultStatus?: Status;
  empty?: ReactNode;
}) {
  const { t } = useI18n();
  const [params] = useSearchParams();
  const filters = filtersOf(params);
  const narrow = useNarrow();
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (previous) => previous,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((one) => WAITING.includes(one.status))) ? 4000 : false,
  });
  const documents = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? NONE, [query.data]);
  const [selected, select] = useState<ReadonlyMap<string, Document>>(new Map());

  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    const place = () => setTop(list.current ? list.current.getBoundingClientRect().top + window.scrollY : 0);
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [documents.length === 0]); // eslint-disable-line react-hooks/exhaustive-deps -- the list appears with its first row
  const virtual = useWindowVirtualizer({
    count: documents.length,
    estimateSize: () => (narrow ? 92 : 54),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => documents[index]?.document_id ?? index,
  });
  useEffect(() => virtual.measure(), [narrow, virtual]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= documents.length - 40) void fetchNextPage();
  }, [last, documents.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const toggle = (document: Document) =>
    select((before) => {
      const next = new Map(before);
      if (!next.delete(document.document_id)) next.set(document.document_id, document);
      return next;
    });
  const all = documents.length > 0 && documents.every((one) => selected.has(one.document_id));

  return (
    <section className={css.panel} aria-label={t('documents.list')}>
      <ListFilters
        statuses={statuses}
        quarterly={quarterly}
        withSearch={withSearch}
        withPeriod={companyId !== null}
        defaultStatus={defaultStatus}
      />
      {selected.size > 0 && <BulkBar documents={[...selected.values()]} onClear={() => select(new Map())} />}
      {query.isPending && <LoadingRows rows={8} />}
      {query.error && documents.length === 0 && (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data &&
        documents.length === 0 &&
        (empty ?? <NothingHere filtered={isFiltered(filters)} companyId={companyId} />)}
      {documents.length > 0 && (
        <div
          role="table"
          aria-label={t('documents.list')}
          aria-rowcount={hasNextPage ? -1 : documents.length + 1}
          className={css.table}
          data-companies={companyId === null || undefined}
          // Rows of the filters before: in sight until the others are there, and not to be opened.
          aria-busy={query.isPlaceholderData}
          inert={query.isPlaceholderData}
        >
          <div role="rowgroup">
            <div role="row" className={css.head} aria-rowindex={1}>
              <span role="columnheader" className={css.pick}>
                <input
                  type="checkbox"
                  aria-label={t('documents.pickAll', { n: documents.length })}
                  checked={all}
                  onChange={() =>
                    select(all ? new Map() : new Map(documents.map((one) => [one.document_id, one])))
                  }
                />
              </span>
              <span role="columnheader">{t('documents.col.supplier')}</span>
              {companyId === null && <span role="columnheader">{t('documents.col.company')}</span>}
              <span role="columnheader">{t('documents.col.type')}</span>
              <span role="columnheader" className={css.right}>
                {t('documents.col.amount')}
              </span>
              <span role="columnheader">{t('documents.col.period')}</span>
              <span role="columnheader">{t('deadline.label')}</span>
              <span role="columnheader">{t('documents.col.status')}</span>
            </div>
          </div>
          <div role="rowgroup" ref={list} className={css.rows} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const document = documents[item.index];
              if (!document) return null;
              return (
                <DocumentRow
                  key={item.key}
                  document={document}
                  index={item.index + 2}
                  offset={item.start - top}
                  withCompany={companyId === null}
                  queue={queue}
                  picked={selected.has(document.document_id)}
                  onPick={() => toggle(document)}
                />
              );
            })}
          </div>
        </div>
      )}
      <p className={css.count} role="status">
        {documents.length > 0 &&
          t(hasNextPage ? 'documents.countMore' : 'documents.count', { n: documents.length })}
      </p>
    </section>
  );
}

function NothingHere({ filtered, companyId }: { filtered: boolean; companyId: string | null }) {
  const { t } = useI18n();
  const [, setParams] = useSearchParams();
  if (filtered) {
    return (
      <EmptyState
        icon={FileSearch}
        title={t('documents.noneFound')}
        actions={
          <Button variant="default" onClick={() => setParams({})}>
            {t('documents.clearFilters')}
          </Button>
        }
      >
        {t('documents.noneFoundText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={FileUp}
      title={t(companyId ? 'documents.empty' : 'inbox.empty')}
      actions={
        companyId && (
          <>
            <Button component={Link} to="carica">
              {t('documents.upload')}
            </Button>
            <Button component={Link} to="/prova" variant="default">
              {t('welcome.demo')}
            </Button>
          </>
        )
      }
    >
      {t(companyId ? 'documents.emptyText' : 'inbox.emptyText')}
    </EmptyState>
  );
}
