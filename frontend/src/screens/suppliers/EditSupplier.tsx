import { useState } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { isCode } from '../../api/problem';
import { editSupplier, type MemoryOf } from '../../api/suppliers';
import type { Fact, Supplier } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { choicesOf, defOf, factLabel } from './facts';
import css from './suppliers.module.css';

/** What is remembered of one supplier, value by value; one that is taken away is forgotten with the saving. */
export function EditSupplier({
  of,
  supplier,
  onClose,
  onDone,
}: {
  of: MemoryOf;
  supplier: Supplier | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const [values, setValues] = useState<[Fact, string][]>(() =>
    (supplier?.facts ?? []).map(({ fact, value }) => [fact, value]),
  );
  const set = (fact: Fact, value: string) =>
    setValues((before) => before.map(([name, old]) => [name, name === fact ? value : old]));
  const complete = values.length > 0 && values.every(([, value]) => value.trim() !== '');
  const save = useMutation({
    mutationFn: (one: Supplier) => editSupplier(of, one.supplier_id, one.version, Object.fromEntries(values)),
    onSuccess: () => {
      toast(t('suppliers.saved'));
      onDone();
      onClose();
    },
    onError: (error) => {
      // Somebody else was faster: the list shows what stands there now.
      if (isCode(error, 'conflict')) onDone();
    },
  });
  return (
    <Modal
      opened={supplier !== null}
      onClose={onClose}
      size="lg"
      title={t('suppliers.editOf', { name: supplier?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (supplier && complete) save.mutate(supplier);
        }}
      >
        <p className={css.meta}>{t(of === null ? 'suppliers.editStudio' : 'suppliers.editCompany')}</p>
        {values.map(([fact, value]) => {
          const label = t(factLabel(fact));
          const choices = choicesOf(t, locale, fact, value);
          return (
            <div key={fact} className={css.editRow}>
              {choices ? (
                <Select
                  label={label}
                  data={choices}
                  value={value}
                  allowDeselect={false}
                  searchable={choices.length > 10}
                  onChange={(chosen) => chosen && set(fact, chosen)}
                />
              ) : (
                <TextInput
                  label={label}
                  maxLength={defOf(fact).maxLength}
                  required
                  value={value}
                  onChange={(event) => set(fact, event.currentTarget.value)}
                />
              )}
              <Button
                variant="subtle"
                color="gray"
                px="xs"
                disabled={values.length === 1}
                aria-label={t('suppliers.forgetFact', { fact: label })}
                onClick={() => setValues((before) => before.filter(([name]) => name !== fact))}
              >
                <X size={16} aria-hidden />
              </Button>
            </div>
          );
        })}
        {save.error != null && (
          <Callout tone="bad" live>
            {problem(save.error)}
          </Callout>
        )}
        <div className={css.formActions}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!complete} loading={save.isPending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
