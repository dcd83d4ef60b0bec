/**
 * Turns `docs/guides/*.md` into the guides of the app at build time. `virtual:guides` lists them;
 * `virtual:guide/<slug>` holds one, with its images as files of the site.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

const LIST = 'virtual:guides';
const ONE = 'virtual:guide/';

export interface Guide {
  slug: string;
  title: string;
  summary: string;
  /** The order in the list: the number before the file name, if any. */
  order: number;
}

function slugOf(file: string): string {
  return file.replace(/\.md$/, '').replace(/^\d+-/, '');
}

function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const plain = (text: string) => text.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Whole sentences of a text, as many as fit. */
function sentences(text: string, most: number): string {
  const parts = text.match(/[^.!?]+[.!?]+/g) ?? [text];
  let shown = '';
  for (const part of parts) {
    if (shown && shown.length + part.length > most) break;
    shown += part;
  }
  return shown.trim();
}

function parse(folder: string, file: string): Guide & { body: string } {
  const source = readFileSync(resolve(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  const title = /^# (.+)$/m.exec(source)?.[1] ?? slugOf(file);
  const body = source.replace(/^# .+\n/m, '');
  const summary =
    body
      .split(/\n{2,}/)
      .map((part) => part.trim())
      .find((part) => /^[A-Za-zÀ-ú«"*]/.test(part)) ?? '';
  return {
    slug: slugOf(file),
    title: plain(title),
    summary: sentences(plain(summary).replace(/\s+/g, ' '), 210),
    order: Number(/^(\d+)-/.exec(file)?.[1] ?? 99),
    body,
  };
}

function render(
  path: string,
  body: string,
  slugs: Set<string>,
): { html: string; images: string[]; headings: { id: string; text: string }[] } {
  const images: string[] = [];
  const headings: { id: string; text: string }[] = [];
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  const marked = new Marked({
    renderer: {
      // Raw markup is not let through: the guides are Markdown alone.
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (/^<!--/.test(text) ? '' : escape(text)),
      heading(token: Tokens.Heading) {
        const id = anchorOf(token.text);
        if (token.depth === 2) headings.push({ id, text: plain(token.text) });
        return `<h${token.depth} id="${id}">${this.parser.parseInline(token.tokens)}</h${token.depth}>`;
      },
      table(token: Tokens.Table) {
        const cell = (tag: string, one: Tokens.TableCell) =>
          `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(one.tokens)}</${tag}>`;
        const head = token.header.map((one) => cell('th', one)).join('');
        const rows = token.rows
          .map((row) => `<tr>${row.map((one) => cell('td', one)).join('')}</tr>`)
          .join('');
        return `<div class="guide-table" tabindex="0" role="region" aria-label="Tabella"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
      },
      image(token: Tokens.Image) {
        const file = resolve(dirname(path), token.href);
        if (!existsSync(file)) return '';
        images.push(file);
        return `<img src="%IMAGE${images.length - 1}%" alt="${escape(token.text)}" loading="lazy">`;
      },
      link(token: Tokens.Link) {
        const text = this.parser.parseInline(token.tokens);
        const guide = /^(?:\.\/)?([\w-]+)\.md(#.*)?$/.exec(token.href);
        const slug = guide ? slugOf(`${guide[1]}.md`) : null;
        if (slug && slugs.has(slug))
          return `<a href="/guide/${slug}${guide?.[2] ?? ''}" data-internal>${text}</a>`;
        if (token.href.startsWith('/')) return `<a href="${escape(token.href)}" data-internal>${text}</a>`;
        if (token.href.startsWith('#')) return `<a href="${escape(token.href)}">${text}</a>`;
        if (/^https:\/\//.test(token.href))
          return `<a href="${escape(token.href)}" rel="noreferrer noopener" target="_blank">${text}</a>`;
        return text;
      },
    },
  });
  return { html: marked.parse(body, { async: false }), images, headings };
}

export function guides(folder: string): Plugin {
  const files = () =>
    existsSync(folder)
      ? readdirSync(folder).filter((file) => /\.md$/.test(file) && file !== 'README.md')
      : [];
  return {
    name: 'autofatture-guides',
    resolveId: (id) => (id === LIST || id.startsWith(ONE) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LIST}`) {
        const all = files().map((file) => parse(folder, file));
        files().forEach((file) => this.addWatchFile(resolve(folder, file)));
        all.sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, 'it'));
        const list = all.map(({ slug, title, summary }) => ({ slug, title, summary }));
        const loaders = list.map(
          ({ slug }) => `${JSON.stringify(slug)}: () => import(${JSON.stringify(ONE + slug)})`,
        );
        return `export const guides = ${JSON.stringify(list)};\nexport const loaders = {${loaders.join(',')}};\n`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const slug = id.slice(ONE.length + 1);
      const file = files().find((one) => slugOf(one) === slug);
      if (!file) return undefined;
      const path = resolve(folder, file);
      const { html, images, headings } = render(path, parse(folder, file).body, new Set(files().map(slugOf)));
      const imports = images
        .map((image, index) => `import image${index} from ${JSON.stringify(image)};`)
        .join('\n');
      const replaced = images.reduce(
        (code, _, index) => `${code}.replace('%IMAGE${index}%', image${index})`,
        JSON.stringify(html),
      );
      return `${imports}\nexport const html = ${replaced};\nexport const headings = ${JSON.stringify(headings)};\n`;
    },
  };
}
