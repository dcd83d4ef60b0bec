/** The least a password must be; the same on the server. Length counts, riddles do not. */
export const LEAST_PASSWORD = 12;

export function passwordIsLongEnough(password: string): boolean {
  return [...password].length >= LEAST_PASSWORD;
}
