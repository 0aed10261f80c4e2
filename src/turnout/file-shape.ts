import type { TurnoutProblem } from './check';

/**
 * Reads one value of a parsed JSON text. What is wrong goes to `problems` with its path; the value returned is then
 * without meaning, and whoever started the reading throws all of it away.
 */
export type Read<T> = (value: unknown, path: string, problems: TurnoutProblem[]) => T;

export const text: Read<string> = (value, path, problems) => {
  if (typeof value !== 'string') problems.push({ path, message: `must be text, not ${named(value)}` });
  return value as string;
};

export const number: Read<number> = (value, path, problems) => {
  if (typeof value !== 'number') problems.push({ path, message: `must be a number, not ${named(value)}` });
  return value as number;
};

/** Exactly this value. */
export const just =
  <T extends string | number>(wanted: T): Read<T> =>
  (value, path, problems) => {
    if (value !== wanted) problems.push({ path, message: `must be ${named(wanted)}, not ${named(value)}` });
    return value as T;
  };

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, path, problems) =>
    value === null ? null : read(value, path, problems);

export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path, problems) => {
    if (Array.isArray(value)) return value.map((item, index) => read(item, `${path}[${index}]`, problems));
    problems.push({ path, message: `must be a list, not ${named(value)}` });
    return [];
  };

type Fields<T> = { readonly [Field in keyof T]-?: Read<T[Field]> };

/** Has these fields and no others. */
export const record =
  <T>(fields: Fields<T>): Read<T> =>
  (value, path, problems) => {
    const at = (field: string): string => (path === '' ? field : `${path}.${field}`);
    if (!isRecord(value)) {
      problems.push({ path, message: `must be fields in { }, not ${named(value)}` });
      return value as T;
    }
    for (const field of Object.keys(value)) {
      if (!Object.hasOwn(fields, field))
        problems.push({ path: at(field), message: 'is not a field that belongs here' });
    }
    const entries = Object.entries<Read<unknown>>(fields).map(([field, read]) => {
      if (Object.hasOwn(value, field)) return [field, read(value[field], at(field), problems)];
      problems.push({ path: at(field), message: 'is missing' });
      return [field, undefined];
    });
    return Object.fromEntries(entries) as T;
  };

/** A record whose field `kind` says which of these it is. */
export const oneOf =
  <T extends { readonly kind: string }>(kinds: {
    readonly [Kind in T['kind']]: Read<Extract<T, { readonly kind: Kind }>>;
  }): Read<T> =>
  (value, path, problems) => {
    const kind = isRecord(value) ? value['kind'] : undefined;
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) return kinds[kind as T['kind']](value, path, problems);
    if (!isRecord(value)) problems.push({ path, message: `must be fields in { }, not ${named(value)}` });
    else {
      const known = Object.keys(kinds).map(named).join(', ');
      const message =
        kind === undefined ? `is missing: one of ${known}` : `must be one of ${known}, not ${named(kind)}`;
      problems.push({ path: `${path}.kind`, message });
    }
    return value as T;
  };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function named(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'fields in { }' : JSON.stringify(value);
}
