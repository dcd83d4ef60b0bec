import { describe, expect, it as test } from 'vitest';
import type { Key } from '../../i18n/I18n';
import { it as italian } from '../../i18n/it';
import { choicesOf, factLabel, FACTS, showFact } from './facts';

const t = (key: Key) => italian[key];

describe('what is remembered', () => {
  test('every fact has a name, and every value of a choice its words', () => {
    for (const { fact, values = [] } of FACTS) {
      expect(italian[factLabel(fact)], fact).toBeTruthy();
      for (const value of values) expect(showFact(t, 'it', fact, value), value).toBeTruthy();
    }
  });

  test('a zero never stands without its natura', () => {
    expect(showFact(t, 'it', 'vat_treatment', '22')).toBe('22 %');
    expect(showFact(t, 'it', 'vat_treatment', '4.5')).toBe('4,5 %');
    expect(showFact(t, 'it', 'vat_treatment', '0 N4')).toBe('0 % N4 – Esenti');
    const choices = choicesOf(t, 'it', 'vat_treatment', '22') ?? [];
    expect(choices.map((one) => one.value)).not.toContain('0');
  });

  test('a country is told by its name', () =>
    expect(showFact(t, 'it', 'country', 'IE')).toBe('Irlanda (IE)'));

  test('a value that is not among the choices can be kept', () => {
    const values = (choicesOf(t, 'it', 'vat_treatment', '13') ?? []).map((one) => one.value);
    expect(values[0]).toBe('13');
  });

  test('texts are written, not chosen', () => expect(choicesOf(t, 'it', 'name', 'Nimbus')).toBeNull());
});
