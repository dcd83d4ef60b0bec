/** The check digit of an Italian VAT number; whether VIES knows it is another matter and blocks nothing. */
export function isItalianVatNumber(text: string): boolean {
  const digits = text.trim().toUpperCase().replace(/^IT/, '');
  if (!/^\d{11}$/.test(digits) || /^0{11}$/.test(digits)) return false;
  const total = [...digits].reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}
