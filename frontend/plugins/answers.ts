/**
 * `virtual:answers`: what the answers of the API hold, in short, from the product's OpenAPI document: which lists,
 * which parts, and what may be null. With it the app fills what an API older than itself leaves out.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = 'virtual:answers';

interface Schema {
  $ref?: string;
  type?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Operation {
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Answers {
  /** `GET /companies/{}/documents` → the name of a shape; those without a variable part come first. */
  routes: [string, string][];
  /** Of each shape its fields that can be filled: `[]` list, `[]Name` list of shapes, `?` and `?Name` may be null, `{}` open object, `Name` a shape, `!` yes or no. */
  shapes: Record<string, Record<string, string>>;
}

export function answersOf({ paths, components: { schemas } }: OpenApi): Answers {
  const shapes: Answers['shapes'] = {};
  const nameOf = (schema: Schema) => schema.$ref?.split('/').at(-1);

  /** The shape of that name, if it has anything to fill. */
  function shape(name: string | undefined): string {
    const schema = name ? schemas[name] : undefined;
    if (!name || schema?.type !== 'object') return '';
    if (!(name in shapes)) {
      const fields: Record<string, string> = {};
      shapes[name] = fields;
      for (const [field, part] of Object.entries(schema.properties ?? {})) {
        const code = codeOf(part);
        if (code) fields[field] = code;
      }
    }
    return name;
  }
  function codeOf(part: Schema): string {
    if (part.anyOf) {
      const other = part.anyOf.find((one) => one.type !== 'null') ?? {};
      if (part.anyOf.every((one) => one.type !== 'null')) return codeOf(other);
      return `?${shape(nameOf(other))}`;
    }
    if (part.type === 'array') return `[]${shape(nameOf(part.items ?? {}))}`;
    if (part.type === 'object') return '{}';
    if (part.type === 'boolean') return '!';
    return shape(nameOf(part));
  }

  const routes: [string, string][] = [];
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(operations)) {
      const good = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
      const name = shape(nameOf(good?.content?.['application/json']?.schema ?? {}));
      if (name) routes.push([`${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`, name]);
    }
  }
  routes.sort(([a], [b]) => a.split('{}').length - b.split('{}').length);
  return { routes, shapes };
}

export function answers(openApi: string): Plugin {
  return {
    name: 'autofatture-answers',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return;
      this.addWatchFile(openApi);
      const { routes, shapes } = answersOf(JSON.parse(readFileSync(openApi, 'utf8')) as OpenApi);
      return `export const routes = ${JSON.stringify(routes)};\nexport const shapes = ${JSON.stringify(shapes)};`;
    },
  };
}
