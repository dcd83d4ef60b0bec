/**
 * What a browser downloads before the first screens can be used, compressed, against the budget. The code of the
 * PDF reader and of the review screen must not be among it.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS = [
  { name: 'log-in', entries: ['index.html', 'src/screens/auth/LogInScreen.tsx'], js: 215, css: 40 },
  {
    name: 'home',
    entries: ['index.html', 'src/app/shell/Shell.tsx', 'src/screens/home/HomeScreen.tsx'],
    js: 225,
    css: 40,
  },
  {
    name: 'review, without the PDF reader',
    entries: ['index.html', 'src/app/shell/Shell.tsx', 'src/screens/review/DocumentScreen.tsx'],
    js: 290,
    css: 50,
  },
];
const NEVER_FIRST = /pdfjs|engine|PdfPage/;

const manifest = JSON.parse(readFileSync('dist/manifest.json', 'utf8'));
const sizes = new Map();

function size(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length);
  return sizes.get(file);
}

/** Files of an entry with all that it imports statically. */
function files(entry, seen = new Set()) {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`${entry} is not in the manifest`);
  if (seen.has(entry)) return new Set();
  seen.add(entry);
  const found = new Set([chunk.file, ...(chunk.css ?? [])]);
  for (const imported of chunk.imports ?? []) for (const file of files(imported, seen)) found.add(file);
  return found;
}

let failed = false;
for (const { name, entries, js, css } of BUDGETS) {
  const all = [...new Set(entries.flatMap((entry) => [...files(entry)]))];
  const sum = (ending) =>
    all.filter((file) => file.endsWith(ending)).reduce((total, file) => total + size(file), 0) / 1000;
  const heavy = all.filter((file) => NEVER_FIRST.test(file));
  const over = sum('.js') > js || sum('.css') > css || heavy.length > 0;
  failed ||= over;
  console.log(
    `${over ? 'OVER ' : 'ok   '} ${name.padEnd(32)} JS ${sum('.js').toFixed(1).padStart(6)} of ${js} kB   CSS ${sum('.css').toFixed(1).padStart(5)} of ${css} kB`,
  );
  if (heavy.length) console.log(`      must not be there: ${heavy.join(', ')}`);
}
process.exit(failed ? 1 : 0);
