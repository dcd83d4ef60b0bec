import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it as test } from 'vitest';
import { en } from './en';
import { fill } from './fill';
import { it } from './it';
import { problemKey, SAME_AS } from './problems';

const repository = resolve(import.meta.dirname, '../../..');

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path, ending);
    return ending.test(name) ? [path] : [];
  });
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((found) => found[1]))].sort();

describe('the texts', () => {
  test('every key exists in both languages and says something', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(it).sort());
    for (const text of [...Object.values(it), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });

  test('both languages speak of the same values', () => {
    for (const key of Object.keys(it) as (keyof typeof it)[]) {
      // A language may do without the number of a plural.
      const italian = placeholders(it[key]).filter((name) => name !== 'n');
      expect(
        placeholders(en[key]).filter((name) => name !== 'n'),
        key,
      ).toEqual(italian);
    }
  });

  test('the words that mislead are not used', () => {
    const all = Object.values(it).join('\n');
    expect(all).not.toMatch(/\bSicuro\b/);
    expect(all).not.toMatch(/\bAccettata\b/);
    expect(all).not.toMatch(/\bScadenza\b/);
    expect(all).not.toMatch(/Copia TD01/);
    expect(it['send.second']).toBe('Invia a Fatture in Cloud – poi va trasmessa a SdI');
  });

  test('every key of the screens is used, and none is missing', () => {
    const source = filesUnder(resolve(repository, 'frontend/src'), /(?<!\.test)\.tsx?$/)
      .filter((path) => !path.includes('/i18n/it/') && !path.includes('/i18n/en/'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const made = [...source.matchAll(/`([a-zA-Z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map((found) => found[1] ?? '');
    const unused = Object.keys(it).filter(
      (key) =>
        !source.includes(`'${key}'`) &&
        !made.some((start) => key.startsWith(start)) &&
        // `welcome.${kind}Text` and its kin.
        !/^(welcome|next)\./.test(key),
    );
    expect(unused).toEqual([]);
  });
});

describe('filling a text', () => {
  test('takes values and chooses by number', () => {
    expect(fill('{n} {n|azienda|aziende} di {name}', { n: 1, name: 'Anna' })).toBe('1 azienda di Anna');
    expect(fill('{n} {n|azienda|aziende}', { n: 3 })).toBe('3 aziende');
    expect(fill('Spostata in {name}. {name}', { name: 'Rossi S.r.l.' })).toBe(
      'Spostata in Rossi S.r.l. Rossi S.r.l.',
    );
    expect(fill('{n} {n|azienda|aziende}', { n: 0 })).toBe('0 aziende');
  });

  test('a missing value shows as its name', () => {
    expect(fill('per {company}', {})).toBe('per {company}');
  });
});

describe('error codes', () => {
  const layer = resolve(repository, 'layers/shared/autofatture');

  test.skipIf(!existsSync(layer))('every code that the service can answer has a text', () => {
    const codes = new Set<string>();
    const notErrors = /^(Finding|ReadingWarning|Question|ProblemView|CompanyProblem|LinkProblem|Problem)$/;
    for (const path of filesUnder(layer, /\.py$/)) {
      const source = readFileSync(path, 'utf8');
      for (const found of source.matchAll(/^\s+code(?:: ClassVar\[str\])? = "(\w+)"/gm))
        codes.add(found[1] ?? '');
      for (const found of source.matchAll(
        /\b([A-Z]\w+)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?code="(\w+)"/g,
      )) {
        if (!notErrors.test(found[1] ?? '')) codes.add(found[2] ?? '');
      }
    }
    expect(codes.size).toBeGreaterThan(60);
    const without = [...codes]
      .filter((code) => code !== 'error' && problemKey(code) === 'problem.error')
      .sort();
    expect(without).toEqual([]);
  });

  test('what is the same as another has that other', () => {
    for (const target of Object.values(SAME_AS)) expect(`problem.${target}` in it, target).toBe(true);
  });

  test('a code of tomorrow gets the general text', () => {
    expect(problemKey('something_new')).toBe('problem.error');
  });
});
