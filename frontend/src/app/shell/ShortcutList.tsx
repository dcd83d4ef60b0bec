import { Fragment, useEffect, useState } from 'react';
import { Button, Kbd, Modal, Switch } from '@mantine/core';
import { useI18n } from '../../i18n/I18n';
import {
  ACTIONS,
  ALL_ACTIONS,
  keysOf,
  resetKeys,
  setKeys,
  shownKeys,
  switchOff,
  takenBy,
  useShortcutChoice,
  written,
  type Action,
} from '../shortcuts';
import css from './ShortcutList.module.css';

const GROUPS = ['everywhere', 'review'] as const;
const FIXED = [
  ['Tab', 'keys.fixed.tab'],
  ['Invio', 'keys.fixed.enter'],
  ['Alt 1…9', 'keys.fixed.other'],
  ['Esc', 'keys.fixed.escape'],
] as const;

/** All the keys, which can be changed and switched off. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <List />
    </Modal>
  );
}

function List() {
  const { t } = useI18n();
  const choice = useShortcutChoice();
  const [changing, setChanging] = useState<Action | null>(null);
  const [taken, setTaken] = useState<Action | null>(null);

  useEffect(() => {
    if (!changing) return;
    const listen = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') return setChanging(null);
      const keys = written(event);
      const other = takenBy(keys, changing);
      setTaken(other);
      if (!other) {
        setKeys(changing, keys);
        setChanging(null);
      }
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [changing]);

  return (
    <div data-scroll-lock>
      <p className={css.lead}>{t('keys.lead')}</p>
      <Switch
        label={t('keys.on')}
        checked={!choice.off}
        onChange={(event) => switchOff(!event.currentTarget.checked)}
      />
      {GROUPS.map((group) => (
        <section key={group} className={css.group}>
          <h3>{t(`keys.group.${group}`)}</h3>
          <dl className={css.list}>
            {ALL_ACTIONS.filter((action) => ACTIONS[action].group === group).map((action) => (
              <div key={action} className={css.row}>
                <dt>{t(`keys.${action}`)}</dt>
                <dd>
                  <button
                    type="button"
                    className={css.keys}
                    aria-label={t('keys.change', {
                      action: t(`keys.${action}`),
                      keys: shownKeys(keysOf(action)).join(' '),
                    })}
                    onClick={() => {
                      setTaken(null);
                      setChanging(action);
                    }}
                  >
                    {changing === action ? (
                      <span className={css.press}>{t('keys.press')}</span>
                    ) : (
                      shownKeys(keysOf(action)).map((key, index) => (
                        // The space keeps what is seen and what is read out the same: «Ctrl K».
                        <Fragment key={index}>
                          {index > 0 && ' '}
                          <Kbd>{key}</Kbd>
                        </Fragment>
                      ))
                    )}
                  </button>
                </dd>
              </div>
            ))}
            {group === 'review' &&
              FIXED.map(([key, label]) => (
                <div key={key} className={css.row}>
                  <dt>{t(label)}</dt>
                  <dd className={css.fixed}>
                    <Kbd>{key}</Kbd>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p role="status" className={css.taken}>
        {taken && t('keys.taken', { action: t(`keys.${taken}`) })}
      </p>
      <Button variant="default" size="xs" onClick={resetKeys}>
        {t('keys.reset')}
      </Button>
    </div>
  );
}
