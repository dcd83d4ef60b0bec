// @vitest-environment node
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { guides } from './guides.ts';

const page = (name: string): string => `${name}.md`;

function load(files: Record<string, string>, id: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guides-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, page(name)), text);
  const plugin = guides(folder) as unknown as { load: (this: object, id: string) => string | undefined };
  return plugin.load.call({ addWatchFile: () => undefined }, `\0virtual:${id}`) ?? '';
}

const files = {
  '02-due': '# Seconda\n\nTesto **due**. Altro.\n',
  '01-uno': `# Prima \`guida\`\n\nTesto uno.\n\n## Passo à\n\n<script>alert(1)</script>\n\n[vai](${page('02-due')}#x) [fuori](https://a.example) [male](javascript:alert(1)) ![assente](no.png)\n\n| A | B |\n| - | - |\n| 1 | 2 |\n`,
};

it('are listed in the order of their numbers, with title and summary', () => {
  const list = load(files, 'guides');
  expect(list.indexOf('Prima guida')).toBeLessThan(list.indexOf('Seconda'));
  expect(list).toContain('"summary":"Testo due. Altro."');
});

it('let no markup and no dangerous address through', () => {
  const shown = load(files, 'guide/uno');
  expect(shown).not.toContain('<script');
  expect(shown).not.toContain('javascript:');
  expect(shown).not.toContain('no.png');
  expect(shown).toContain('href=\\"/guide/due#x\\"');
  expect(shown).toContain('rel=\\"noreferrer noopener\\"');
  expect(shown).toContain('id=\\"passo-a\\"');
  expect(shown).toContain('scope=\\"col\\"');
});
