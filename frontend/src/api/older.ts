/**
 * The site may be newer than the API that answers it: the two are not replaced at the same instant. A field that the
 * API does not know yet is absent from its answer, and is filled here, for all answers, with what says nothing: an
 * empty list, null, no. Names, amounts and dates are never made up.
 */
import { routes, shapes } from 'virtual:answers';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shapeOf(method: string, path: string): string | undefined {
  const parts = path.split('/');
  return routes.find(([route]) => {
    const [verb, template = ''] = route.split(' ');
    const wanted = template.split('/');
    return (
      verb === method &&
      wanted.length === parts.length &&
      wanted.every((part, index) => part === '{}' || part === parts[index])
    );
  })?.[1];
}

function fill(name: string, value: Fields): void {
  for (const [field, code] of Object.entries(shapes[name] ?? {})) {
    const list = code.startsWith('[]');
    const inner = code.replace(/^(\[\]|\?)/, '');
    if (value[field] === undefined) {
      if (list) value[field] = [];
      else if (code.startsWith('?')) value[field] = null;
      else if (code === '!') value[field] = false;
      else value[field] = {};
    }
    const found = value[field];
    if (list && inner && Array.isArray(found)) for (const one of found) if (isObject(one)) fill(inner, one);
    if (!list && inner && isObject(found)) fill(inner, found);
  }
}

/** The answer with all that this site counts on; changed in place. */
export function filled<T>(method: string, path: string, answer: T): T {
  const name = shapeOf(method, path);
  if (name && isObject(answer)) fill(name, answer);
  return answer;
}
