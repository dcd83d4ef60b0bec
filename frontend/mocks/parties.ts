/** Who buys and who sells: the six companies of the studio and their suppliers, all invented. */

/** An Italian VAT number with its check digit, from ten digits. */
export function vatNumber(ten: string): string {
  const total = [...ten].reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return ten + String((10 - (total % 10)) % 10);
}

export const COMPANIES = [
  {
    company_id: '104201',
    name: 'Rinaldi Meccanica S.r.l.',
    vat_id: vatNumber('0218745037'),
    owner: 'Marco Rinaldi',
    basis: 'cliente',
  },
  {
    company_id: '104202',
    name: 'Officine Grafiche Lario S.r.l.',
    vat_id: vatNumber('0331982013'),
    owner: 'Sara Fumagalli',
    basis: 'cliente',
  },
  {
    company_id: '104203',
    name: 'Tessitura Valmarina S.p.A.',
    vat_id: vatNumber('0145023026'),
    owner: 'Giorgio Valmarina',
    basis: 'cliente',
  },
  {
    company_id: '104204',
    name: 'Bottega Digitale S.r.l.',
    vat_id: vatNumber('0987451209'),
    owner: 'Nadia Kovac',
    basis: 'cliente',
  },
  {
    company_id: '104205',
    name: 'Cantine Roccaforte Soc. Agr.',
    vat_id: vatNumber('0076612052'),
    owner: 'Pietro Alasia',
    basis: 'studio',
  },
  {
    company_id: '104206',
    name: 'Nuvola di Elena Prati',
    vat_id: vatNumber('0412238096'),
    owner: 'Elena Prati',
    basis: 'cliente',
  },
] as const;

export const buyer = (index: number) => {
  const company = COMPANIES[index];
  if (!company) throw new Error('no such company');
  return { name: company.name, vat_id: company.vat_id };
};

export const SUPPLIERS = {
  nimbus: {
    name: 'Nimbus Hosting Ltd',
    street: '14 Harcourt Quay',
    postal_code: 'D02 KX03',
    city: 'Dublin',
    country: 'IE',
    vat_id: 'IE3206488LH',
  },
  pixelforge: {
    name: 'Pixelforge Inc.',
    street: '550 Mission Terrace, Suite 200',
    postal_code: '94105',
    city: 'San Francisco',
    country: 'US',
    vat_id: null,
  },
  stahlwerk: {
    name: 'Stahlbau Kessler GmbH',
    street: 'Industriestraße 48',
    postal_code: '70565',
    city: 'Stuttgart',
    country: 'DE',
    vat_id: 'DE811569869',
  },
  encre: {
    name: 'Encres Moreau SARL',
    street: '7 rue des Ateliers',
    postal_code: '69007',
    city: 'Lyon',
    country: 'FR',
    vat_id: 'FR40303265045',
  },
  tejidos: {
    name: 'Tejidos Aranda S.L.',
    street: 'Calle del Telar 12',
    postal_code: '03801',
    city: 'Alcoy',
    country: 'ES',
    vat_id: 'ESB54321878',
  },
  alpen: {
    name: 'Alpenwerk Maschinen AG',
    street: 'Seestrasse 101',
    postal_code: '8002',
    city: 'Zürich',
    country: 'CH',
    vat_id: 'CHE-116.281.710 MWST',
  },
  adwave: {
    name: 'Adwave Ireland Ltd',
    street: '2 Barrow Landing',
    postal_code: 'D04 E5W5',
    city: 'Dublin',
    country: 'IE',
    vat_id: 'IE9740425P',
  },
  nordlys: {
    name: 'Nordlys Design AS',
    street: 'Kirkegata 9',
    postal_code: '0153',
    city: 'Oslo',
    country: 'NO',
    vat_id: 'NO914778271MVA',
  },
  kork: {
    name: 'Cortiças do Tejo Lda',
    street: 'Rua da Fábrica 33',
    postal_code: '4520-161',
    city: 'Santa Maria da Feira',
    country: 'PT',
    vat_id: 'PT501442600',
  },
} as const;

export const RC = 'Reverse charge: VAT to be accounted for by the recipient.';
