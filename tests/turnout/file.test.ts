import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { builtInElections } from '../../src/election/built-in';
import { practice } from '../../src/election/built-in-practice';
import type { Election } from '../../src/election/election';
import { formatTurnout, parseTurnout } from '../../src/turnout/file';
import { sampleTurnouts } from '../../src/turnout/samples/sample-turnouts';

const schema = JSON.parse(readFileSync('static/turnout.schema.json', 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const [turnout] = sampleTurnouts(practice);
if (turnout === undefined) throw new Error('the practice election has 0 sample turnouts');
const good = formatTurnout(turnout, practice);

/** The file with the value at a path ("blocs.0.loyalty") changed, or taken out where it is undefined. */
function changed(path: string, value: unknown): string {
  const file = JSON.parse(good) as Record<string, unknown>;
  const fields = path.split('.');
  const last = fields.pop() ?? '';
  const at = fields.reduce((inner, field) => inner[field] as Record<string, unknown>, file);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return JSON.stringify(file);
}

function complaints(json: string): string[] {
  const parsed = parseTurnout(json, practice);
  return parsed.ok ? [] : parsed.error.map(({ path, message }) => `${path}: ${message}`);
}

/** As they come, as if opened from a file (so that turnouts are made for them on the fly), and without their slates. */
const elections = builtInElections.flatMap(({ election }): Election[] => {
  const opened = { ...election, id: `${election.id}, opened` };
  const candidates = election.candidates.map((candidate) => ({ ...candidate, slate: null }));
  return [election, opened, { ...opened, id: `${election.id}, without slates`, candidates, slates: [], orders: [] }];
});

describe.each(elections)('$id', (election) => {
  test.each(sampleTurnouts(election))('$title: a file as the schema has it, read back the same', (sample) => {
    const json = formatTurnout(sample, election);
    validate(JSON.parse(json));
    expect(validate.errors).toBeNull();
    expect(parseTurnout(json, election)).toEqual({ ok: true, value: sample });
  });
});

test('every way of stopping and every spread is in the schema and is read', () => {
  const stops = [
    { kind: 'at', names: 2 },
    { kind: 'between', from: 1, to: 3 },
    { kind: 'own-slate', thenOn: 0.5 },
    { kind: 'while', thenOn: 0.5 },
    { kind: 'all' },
  ];
  const json = changed(
    'blocs.0.length',
    stops.map((stop) => ({ part: 1, stop })),
  );
  expect(complaints(json)).toEqual([]);
  expect(validate(JSON.parse(json))).toBe(true);
  for (const spread of [
    { kind: 'fixed' },
    { kind: 'ratio', spread: 1 },
    { kind: 'log-normal', sigma: 0.2 },
    { kind: 'gamma', shape: 3 },
  ]) {
    const varied = changed('variation.turnout', spread);
    expect(complaints(varied)).toEqual([]);
    expect(validate(JSON.parse(varied))).toBe(true);
  }
});

/** What the schema can see is refused by it too. */
test.each<[string, unknown, string]>([
  ['blocs.1.loyalty', 7, 'blocs[1].loyalty: must be from 0 to 1, not 7'],
  ['blocs.0.loyalty', '1', 'blocs[0].loyalty: must be a number, not "1"'],
  ['blocs.2.members', -3, 'blocs[2].members: must be a whole number of 0 or more, not -3'],
  ['blocs.2.members', 2.5, 'blocs[2].members: must be a whole number of 0 or more, not 2.5'],
  ['blocs.0.turnout', -0.1, 'blocs[0].turnout: must be from 0 to 1, not -0.1'],
  ['blocs.0.leaning.1', -1, 'blocs[0].leaning[1]: must be a number of 0 or more, not -1'],
  ['blocs.0.next', 3, 'blocs[0].next: must be a list, not 3'],
  ['blocs.0.name', null, 'blocs[0].name: must be text, not null'],
  ['blocs.0.share', 1, 'blocs[0].share: is not a field that belongs here'],
  ['blocs.0.toString', 1, 'blocs[0].toString: is not a field that belongs here'],
  ['blocs.0.slate', undefined, 'blocs[0].slate: is missing'],
  ['blocs.0', [], 'blocs[0]: must be fields in { }, not a list'],
  ['blocs.0.length.0.part', -1, 'blocs[0].length[0].part: must be a number of 0 or more, not -1'],
  [
    'blocs.0.length.0.stop.kind',
    'soon',
    'blocs[0].length[0].stop.kind: must be one of "at", "between", "own-slate", "while", "all", not "soon"',
  ],
  ['blocs.0.length.0.stop', 4, 'blocs[0].length[0].stop: must be fields in { }, not 4'],
  ['variation.members', {}, 'variation.members.kind: is missing: one of "fixed", "ratio", "log-normal", "gamma"'],
  ['variation.members', { kind: 'gamma', shape: -1 }, 'variation.members.shape: must be from 0.05 to 1000000, not -1'],
  ['variation.luck', { kind: 'fixed' }, 'variation.luck: is not a field that belongs here'],
  ['version', 2, 'version: must be 1, not 2'],
  ['format', undefined, 'format: is missing'],
])('%s as %j', (path, value, words) => {
  const json = changed(path, value);
  expect(complaints(json)).toContain(words);
  expect(validate(JSON.parse(json))).toBe(false);
});

/** What only the election can tell. */
test.each<[string, unknown, string]>([
  ['blocs.0.slate', 7, 'blocs[0].slate: slate number 7 does not exist'],
  ['blocs.0.candidateStrengths', [1], 'blocs[0].candidateStrengths: has 1 numbers for 5 candidates'],
  ['slates.0', 'Mend the Floor', 'slates[0]: is "Mend the Floor"; the election has "Mend the Roof"'],
  ['candidates', ['Ada Ash'], 'candidates: has 1 names; the election has 5'],
])('%s as %j', (path, value, words) => {
  expect(complaints(changed(path, value))).toEqual([words]);
});

test('no members at all', () => {
  const file = JSON.parse(good) as { blocs: { members: number }[] };
  for (const bloc of file.blocs) bloc.members = 0;
  expect(complaints(JSON.stringify(file))).toEqual([
    'blocs: members times turnout must come to 1 to 5,000,000 voters, not 0',
  ]);
});

test('all that is wrong is told at once; what is not JSON, or not a turnout at all, is said to be so', () => {
  const file = JSON.parse(changed('blocs.1.loyalty', 'high')) as { blocs: object[] };
  Object.assign(file.blocs[0] ?? {}, { members: 'many', extra: 1 });
  expect(complaints(JSON.stringify(file))).toEqual([
    'blocs[0].extra: is not a field that belongs here',
    'blocs[0].members: must be a number, not "many"',
    'blocs[1].loyalty: must be a number, not "high"',
  ]);
  expect(complaints('{"format": ')).toEqual([expect.stringContaining('is not JSON')]);
  for (const other of ['null', '3', '[]', '"turnout"']) expect(complaints(other)[0]).toContain('must be fields in { }');
});

test('every field of the schema is described', () => {
  const bare: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties = {} } = node as { properties?: Record<string, { description?: string }> };
    for (const [field, { description }] of Object.entries(properties)) {
      if (description === undefined) bare.push(`${path}.${field}`);
    }
    for (const [key, inner] of Object.entries(node)) visit(inner, `${path}.${key}`);
  };
  visit(schema, '');
  expect(bare).toEqual([]);
});
