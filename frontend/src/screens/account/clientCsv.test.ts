import { describe, expect, it } from 'vitest';
import { cells, parseClients } from './clientCsv';

describe('the list of clients to invite', () => {
  it('takes what accounting software writes', () => {
    const list = parseClients(
      '\uFEFFRagione sociale;E-mail;P.IVA\r\nRinaldi Meccanica;Marco@Rinaldi.example;02187450370\r\n"Rossi; figli",rossi@example.it\r\nsolo@example.it\r\n\r\n',
    );
    expect(list.clients[0]).toEqual({ email: 'marco@rinaldi.example', name: 'Rinaldi Meccanica' });
    expect(list.clients.map((one) => one.email)).toContain('solo@example.it');
    expect(list.clients[1]).toEqual({ email: 'rossi@example.it', name: 'Rossi; figli' });
    expect(list.wrong).toEqual([]);
  });

  it('says what it cannot use and what stood there twice', () => {
    const list = parseClients('a@b.it\nA@B.IT\nnessun indirizzo\nx@y');
    expect(list.clients).toEqual([{ email: 'a@b.it' }]);
    expect(list.twice).toBe(1);
    expect(list.wrong.map((one) => one.line)).toEqual([3, 4]);
  });

  it('quoted cells hold the separator and quotes', () => {
    expect(cells('"a;b";c;"d ""e"""', ';')).toEqual(['a;b', 'c', 'd "e"']);
  });
});
