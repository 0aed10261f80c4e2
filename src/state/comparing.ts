import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Engine } from '../worker/client';
import { createCountingStore, type CountingStore } from './counting';
import type { SafeStorage } from './storage';

/** The key what is compared is kept under. */
export const comparedKey = 'ballotflow/compared';
const version = 1;

/** In what two counts differ; all else is the same in both. */
const comparedKinds = ['rule', 'voters', 'ballot'] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/**
 * The two that are compared: ids of rules or of turnouts, names of drafts. Null where none was picked: for A what the other
 * pages count, for B another one.
 */
export interface Pair {
  readonly a: string | null;
  readonly b: string | null;
}

/** What is compared in one election. */
type Compared = Readonly<Partial<Record<ComparedKind, Pair>>> & { readonly kind: ComparedKind };

interface Saved {
  /** By election id. */
  readonly compared: Readonly<Record<string, Compared>>;
}

export interface ComparedState extends Saved {
  readonly pickKind: (electionId: string, kind: ComparedKind) => void;
  readonly pickPair: (electionId: string, kind: ComparedKind, pair: Pair) => void;
}

const nothing: Compared = { kind: 'rule' };
const nobody: Pair = { a: null, b: null };

/** What is compared in an election, and which two. */
export function comparedIn(
  { compared }: Saved,
  electionId: string,
): { readonly kind: ComparedKind; readonly pair: Pair } {
  const own = compared[electionId] ?? nothing;
  return { kind: own.kind, pair: own[own.kind] ?? nobody };
}

/** What the user compares; kept on the device. */
export function createComparedStore(storage: SafeStorage) {
  return createStore<ComparedState>()(
    persist(
      (set) => {
        const change = (electionId: string, to: Partial<Compared>): void => {
          set(({ compared }) => ({
            compared: { ...compared, [electionId]: { ...(compared[electionId] ?? nothing), ...to } },
          }));
        };
        return {
          compared: {},
          pickKind: (electionId, kind) => change(electionId, { kind }),
          pickPair: (electionId, kind, pair) => change(electionId, { kind, [kind]: pair }),
        };
      },
      {
        name: comparedKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: ({ compared }): Saved => ({ compared }),
        migrate: (state, from) => {
          if (from <= version) return state; // 1 is the first; merge judges what it is given
          storage.setAside(comparedKey, JSON.stringify({ state, version: from }), 'newer');
          return {};
        },
        merge: (stored, current) => {
          if (stored === undefined) return current;
          const compared = parseCompared(stored);
          if (compared !== null) return { ...current, compared };
          storage.setAside(comparedKey, JSON.stringify({ state: stored, version }), 'invalid');
          return current;
        },
      },
    ),
  );
}

export type ComparedStore = ReturnType<typeof createComparedStore>;

/** Two counts at a time, each with its own progress and its own troubles, and what they are of. */
export interface Comparing {
  readonly compared: ComparedStore;
  readonly a: CountingStore;
  readonly b: CountingStore;
}

/** An engine for each side, so that two cores count at once. */
export const createComparing = (
  storage: SafeStorage,
  engines: readonly [Pick<Engine, 'count'>, Pick<Engine, 'count'>],
): Comparing => ({
  compared: createComparedStore(storage),
  a: createCountingStore(engines[0]),
  b: createCountingStore(engines[1]),
});

/** What was saved, or null if any of it is not what this version writes. */
function parseCompared(stored: unknown): Saved['compared'] | null {
  if (!isRecord(stored)) return null;
  const { compared = {} } = stored;
  return isRecord(compared) && Object.values(compared).every(isCompared) ? (compared as Saved['compared']) : null;
}

const isCompared = (value: unknown): boolean =>
  isRecord(value) &&
  comparedKinds.some((kind) => value['kind'] === kind) &&
  comparedKinds.every((kind) => value[kind] === undefined || isPair(value[kind]));

const isPair = (value: unknown): boolean =>
  isRecord(value) && [value['a'], value['b']].every((id) => id === null || typeof id === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
