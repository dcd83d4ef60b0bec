/** Country and currency codes for the lists; their names come from the browser, in the language chosen. */
import type { Locale } from '../../i18n/locale';

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MS MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PT PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WS YE ZA ZM ZW'.split(
    ' ',
  );

export const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

const FIRST_CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'JPY',
  'CAD',
  'AUD',
  'CNY',
];

const names = new Map<string, Intl.DisplayNames>();

function display(locale: Locale, type: 'region' | 'currency'): Intl.DisplayNames {
  const key = `${locale}/${type}`;
  let found = names.get(key);
  if (!found) {
    found = new Intl.DisplayNames([locale], { type });
    names.set(key, found);
  }
  return found;
}

/** Names of places that have a VAT life of their own and no ISO code. */
const OWN: Record<string, Record<Locale, string>> = {
  XI: { it: 'Irlanda del Nord', en: 'Northern Ireland' },
  IC: { it: 'Isole Canarie', en: 'Canary Islands' },
};

export function countryName(code: string, locale: Locale): string {
  return OWN[code]?.[locale] ?? display(locale, 'region').of(code) ?? code;
}

interface Choice {
  value: string;
  label: string;
}

/** Naming and sorting some hundred of them takes longer than the rest of a form: once per language. */
function once(make: (locale: Locale) => Choice[]): (locale: Locale) => Choice[] {
  const made = new Map<Locale, Choice[]>();
  return (locale) => {
    const found = made.get(locale) ?? make(locale);
    made.set(locale, found);
    return found;
  };
}

export const countryChoices = once((locale) =>
  COUNTRIES.map((value) => ({ value, label: `${countryName(value, locale)} (${value})` })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  ),
);

export const currencyChoices = once((locale) => {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : [];
  const rest = all.filter((code) => !FIRST_CURRENCIES.includes(code));
  return [...FIRST_CURRENCIES, ...rest].map((value) => ({
    value,
    label: `${value} – ${display(locale, 'currency').of(value) ?? value}`,
  }));
});
