import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  keysOf,
  resetKeys,
  setKeys,
  shownKeys,
  switchOff,
  takenBy,
  useShortcut,
  written,
  type Action,
} from './shortcuts';

function press(key: string, target: EventTarget = document.body, more: Partial<KeyboardEventInit> = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

function listening(action: Action) {
  const handler = vi.fn();
  const hook = renderHook(() => useShortcut(action, handler));
  return { handler, stop: hook.unmount };
}

afterEach(() => {
  resetKeys();
  document.body.replaceChildren();
});

describe('keys', () => {
  it('a letter acts outside of fields and is silent while typing', () => {
    const { handler } = listening('next');
    press('j');
    expect(handler).toHaveBeenCalledTimes(1);
    for (const tag of ['input', 'textarea', 'select']) {
      const field = document.body.appendChild(document.createElement(tag));
      press('j', field);
    }
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('a checkbox is no typing', () => {
    const { handler } = listening('next');
    const box = document.body.appendChild(document.createElement('input'));
    box.type = 'checkbox';
    press('j', box);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('Ctrl+Invio acts also in a field, and in a dialog', () => {
    const { handler } = listening('send');
    const field = document.body.appendChild(document.createElement('input'));
    press('Enter', field, { ctrlKey: true });
    document.body.appendChild(document.createElement('div')).setAttribute('role', 'dialog');
    press('Enter', field, { ctrlKey: true });
    expect(handler).toHaveBeenCalledTimes(2);
  });

  it('letters are silent behind a dialog', () => {
    const { handler } = listening('next');
    document.body.appendChild(document.createElement('div')).setAttribute('role', 'dialog');
    press('j');
    expect(handler).not.toHaveBeenCalled();
  });

  it('two keys make a sequence', () => {
    const { handler } = listening('goDocuments');
    press('a');
    press('g');
    press('a');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('can be changed, and the change is kept', () => {
    const { handler } = listening('next');
    setKeys('next', 'l');
    press('j');
    press('l');
    expect(handler).toHaveBeenCalledTimes(1);
    expect(localStorage.getItem('autofatture.shortcuts')).toContain('"next":"l"');
    expect(takenBy('l', 'previous')).toBe('next');
    expect(takenBy('l', 'next')).toBeNull();
  });

  it('can be switched off altogether', () => {
    const { handler } = listening('next');
    switchOff(true);
    press('j');
    expect(handler).not.toHaveBeenCalled();
  });

  it('the one mounted last answers, and gives back when it goes', () => {
    const first = listening('send');
    const second = listening('send');
    press('Enter', document.body, { ctrlKey: true });
    second.stop();
    press('Enter', document.body, { ctrlKey: true });
    expect(second.handler).toHaveBeenCalledTimes(1);
    expect(first.handler).toHaveBeenCalledTimes(1);
  });

  it('are written and shown in one way', () => {
    expect(written(new KeyboardEvent('keydown', { key: 'K', ctrlKey: true }))).toBe('mod+k');
    expect(written(new KeyboardEvent('keydown', { key: '?' }))).toBe('?');
    expect(keysOf('zoomIn')).toBe('+');
    expect(shownKeys('mod+enter')).toEqual(['Ctrl', 'Invio']);
    expect(shownKeys('g a')).toEqual(['G', 'A']);
    expect(shownKeys('+')).toEqual(['+']);
  });
});
