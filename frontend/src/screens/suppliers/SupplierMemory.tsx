import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { BookMarked, Search } from 'lucide-react';
import { keys } from '../../api/keys';
import { forgetSupplier, listSuppliers, type MemoryOf } from '../../api/suppliers';
import type { Supplier } from '../../api/types';
import { romeToday, showDate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { EditSupplier } from './EditSupplier';
import { factLabel, showFact } from './facts';
import css from './suppliers.module.css';

export const memoryKey = (of: MemoryOf, ...rest: unknown[]) =>
  of === null ? keys.studio('suppliers', ...rest) : keys.company(of, 'suppliers', ...rest);

/** The suppliers that a studio or a company remembers: what, who confirmed it and when; to edit and to forget. */
export function SupplierMemory({ of }: { of: MemoryOf }) {
  const { t } = useI18n();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const [editing, setEditing] = useState<Supplier | null>(null);
  const [forgetting, setForgetting] = useState<Supplier | null>(null);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: memoryKey(of, q),
      queryFn: ({ pageParam, signal }) =>
        listSuppliers(of, { cursor: pageParam, ...(q ? { q } : {}) }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next_cursor,
    });
  const reload = () => {
    void client.invalidateQueries({ queryKey: memoryKey(of) });
    // Proposals beside open documents are made anew.
    void client.invalidateQueries({ queryKey: ['company'], refetchType: 'none' });
  };
  const forget = useMutation({
    mutationFn: (supplier: Supplier) => forgetSupplier(of, supplier.supplier_id),
    onSuccess: (_, supplier) => {
      toast(t('suppliers.forgotten', { name: supplier.name }));
      setForgetting(null);
      reload();
    },
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const editable = data?.pages[0]?.editable ?? false;
  return (
    <Panel flush>
      <div className={css.search}>
        <TextInput
          aria-label={t('suppliers.search')}
          placeholder={t('suppliers.search')}
          leftSection={<Search size={16} aria-hidden />}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data && !editable && <p className={css.meta}>{t('suppliers.readOnly')}</p>}
      </div>
      {isPending && <LoadingRows rows={4} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && !hasNextPage && (
        <EmptyState icon={BookMarked} title={t(q ? 'suppliers.noneFound' : 'suppliers.none')}>
          {!q && t(of === null ? 'suppliers.noneStudio' : 'suppliers.noneCompany')}
        </EmptyState>
      )}
      <ul className={css.list}>
        {items.map((supplier) => (
          <SupplierRow
            key={supplier.supplier_id}
            supplier={supplier}
            editable={editable}
            onEdit={() => setEditing(supplier)}
            onForget={() => setForgetting(supplier)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <div className={css.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('action.more')}
          </Button>
        </div>
      )}
      <EditSupplier
        key={editing ? `${editing.supplier_id}/${editing.version}` : ''}
        of={of}
        supplier={editing}
        onClose={() => setEditing(null)}
        onDone={reload}
      />
      <ConfirmDialog
        opened={forgetting !== null}
        title={t('suppliers.forgetTitle', { name: forgetting?.name ?? '' })}
        confirm={t('suppliers.forget')}
        danger
        busy={forget.isPending}
        error={forget.error}
        onConfirm={() => forgetting && forget.mutate(forgetting)}
        onClose={() => {
          setForgetting(null);
          forget.reset();
        }}
      >
        <p>{t(of === null ? 'suppliers.forgetStudio' : 'suppliers.forgetCompany')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function SupplierRow({
  supplier,
  editable,
  onEdit,
  onForget,
}: {
  supplier: Supplier;
  editable: boolean;
  onEdit: () => void;
  onForget: () => void;
}) {
  const { t, locale } = useI18n();
  const facts = supplier.facts.filter((one) => one.fact !== 'name');
  return (
    <li className={css.item}>
      <div className={css.head}>
        <div>
          <h2 className={css.name}>{supplier.name}</h2>
          <p className={css.meta}>{supplier.vat_ids.join(' · ') || t('suppliers.noVatId')}</p>
        </div>
        {editable && (
          <div className={css.actions}>
            <Button
              size="xs"
              variant="default"
              onClick={onEdit}
              aria-label={t('suppliers.editOf', { name: supplier.name })}
            >
              {t('suppliers.edit')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="brick"
              onClick={onForget}
              aria-label={t('suppliers.forgetTitle', { name: supplier.name })}
            >
              {t('suppliers.forget')}
            </Button>
          </div>
        )}
      </div>
      <dl className={css.facts}>
        {facts.map(({ fact, value, confirmed_by, confirmed_at }) => (
          <div key={fact} className={css.fact}>
            <dt>{t(factLabel(fact))}</dt>
            <dd>
              {showFact(t, locale, fact, value)}
              <span className={css.origin}>
                {t('suppliers.confirmed', {
                  name: confirmed_by,
                  date: showDate(romeToday(new Date(confirmed_at)), locale),
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
