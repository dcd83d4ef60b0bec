/** The codes of *natura* with their names: always in Italian, as in the document itself. */
export const NATURAS: Record<string, string> = {
  N1: 'Escluse ex art. 15',
  'N2.1': 'Non soggette, artt. da 7 a 7-septies',
  'N2.2': 'Non soggette, altri casi',
  'N3.1': 'Non imponibili: esportazioni',
  'N3.2': 'Non imponibili: cessioni intracomunitarie',
  'N3.3': 'Non imponibili: cessioni verso San Marino',
  'N3.4': 'Non imponibili: operazioni assimilate alle esportazioni',
  'N3.5': 'Non imponibili: dichiarazioni d’intento',
  'N3.6': 'Non imponibili: altre, fuori dal plafond',
  N4: 'Esenti',
  N5: 'Regime del margine',
  N7: 'IVA assolta in altro stato UE',
};

export const RATES = ['22', '10', '5', '4', '0'];

export function naturaName(code: string): string {
  return NATURAS[code] ?? '';
}
