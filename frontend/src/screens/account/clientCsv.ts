/** Reads the list of clients to invite: one a line, with or without a heading, separated by `;`, `,` or tabs. */

export interface ClientLine {
  email: string;
  name?: string;
}

export interface ClientList {
  clients: ClientLine[];
  /** Lines without an address that can be used, with their numbers. */
  wrong: { line: number; text: string }[];
  /** Addresses that stood there twice. */
  twice: number;
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/;

/** Splits one line of a CSV; quoted parts may hold the separator. */
export function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"') {
      if (quoted && line[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = !quoted;
    } else if (letter === separator && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += letter;
  }
  found.push(cell.trim());
  return found;
}

export function parseClients(text: string): ClientList {
  const clients = new Map<string, ClientLine>();
  const wrong: ClientList['wrong'] = [];
  let twice = 0;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const bare = line.replace(/"[^"]*"/g, '');
      const separator = [';', '\t', ','].find((one) => bare.includes(one)) ?? ';';
      const parts = cells(line, separator);
      const email = parts.find((part) => EMAIL.test(part))?.toLowerCase();
      if (!email) {
        // The heading of the table is no mistake.
        if (index > 0 || !/mail/i.test(line)) wrong.push({ line: index + 1, text: line.slice(0, 60) });
        return;
      }
      if (clients.has(email)) {
        twice += 1;
        return;
      }
      const name = parts.find(
        (part) => part !== '' && part.toLowerCase() !== email && !EMAIL.test(part) && !/^\d+$/.test(part),
      );
      clients.set(email, name ? { email, name } : { email });
    });
  return { clients: [...clients.values()], wrong, twice };
}
