import { expect, it } from 'vitest';
import { isItalianVatNumber } from './vatNumber';

it.each(['02187450370', 'IT02187450370', ' 02187450370 '])('%s has the right check digit', (text) => {
  expect(isItalianVatNumber(text)).toBe(true);
});

it.each(['02187450371', '0218745037', '00000000000', 'DE811569869', ''])(
  '%s is no Italian VAT number',
  (text) => {
    expect(isItalianVatNumber(text)).toBe(false);
  },
);
