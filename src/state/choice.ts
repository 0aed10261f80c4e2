import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { SafeStorage } from './storage';

/** The key what the user has picked is kept under. */
export const choiceKey = 'ballotflow/choice';
const version = 1;

/** Whose ballots to count: a sample turnout by its id, or the ballots that came with the election. */
export type VotersChoice =
  { readonly kind: 'turnout'; readonly id: string } | { readonly kind: 'ballots'; readonly id?: never };

/** All that the user has picked. */
export interface SavedChoice {
  /** The open election's id; null before the first is picked. */
  readonly electionId: string | null;
  readonly voters: Readonly<Record<string, VotersChoice>>;
  /** Rules picked in place of the election's own, by election id. */
  readonly rules: Readonly<Record<string, string>>;
  /** Of the made-up voters and of lots; shown on screen. */
  readonly seed: string;
  /** Weighted papers that stand for all made-up voters, as in the run that was opened; null for a paper each. */
  readonly papers: number | null;
  /** Whether many runs are made of `quickPapers` weighted papers each, or of a paper for each voter. */
  readonly quick: boolean;
}

interface ChoiceActions {
  readonly pickElection: (id: string) => void;
  readonly pickVoters: (electionId: string, voters: VotersChoice) => void;
  readonly pickRule: (electionId: string, ruleId: string) => void;
  /** With a paper for each voter. */
  readonly pickSeed: (seed: string) => void;
  /** One run of many, made of as many papers as they were. */
  readonly pickRun: (seed: string, papers: number | null) => void;
  readonly pickQuick: (quick: boolean) => void;
  /** Everything as it was. */
  readonly putBack: (saved: SavedChoice) => void;
}

export type ChoiceState = SavedChoice & ChoiceActions;

export const firstSeed = '2020';

/** So many weighted papers are near enough to all voters that only the runs' own differences show. */
export const quickPapers = 10_000;

/** What the user has picked in each step but the ranking; kept on the device. */
export function createChoiceStore(storage: SafeStorage) {
  return createStore<ChoiceState>()(
    persist(
      (set) => ({
        electionId: null,
        voters: {},
        rules: {},
        seed: firstSeed,
        pickElection: (electionId) => set({ electionId }),
        pickVoters: (electionId, voters) => set((state) => ({ voters: { ...state.voters, [electionId]: voters } })),
        pickRule: (electionId, ruleId) => set((state) => ({ rules: { ...state.rules, [electionId]: ruleId } })),
        papers: null,
        quick: true,
        pickSeed: (seed) => set({ seed, papers: null }),
        pickRun: (seed, papers) => set({ seed, papers }),
        pickQuick: (quick) => set({ quick }),
        putBack: (saved) => set(saved),
      }),
      {
        name: choiceKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: ({ electionId, voters, rules, seed, papers, quick }): SavedChoice => ({
          electionId,
          voters,
          rules,
          seed,
          papers,
          quick,
        }),
        migrate: (state, from) => {
          if (from <= version) return state; // 1 is the first; merge judges what it is given
          storage.setAside(choiceKey, JSON.stringify({ state, version: from }), 'newer');
          return {};
        },
        merge: (stored, current) => {
          const saved = parseSaved(stored);
          if (saved !== null) return { ...current, ...saved };
          if (stored !== undefined) storage.setAside(choiceKey, JSON.stringify({ state: stored, version }), 'invalid');
          return current;
        },
      },
    ),
  );
}

export type ChoiceStore = ReturnType<typeof createChoiceStore>;

/** What was saved, or null if any of it is not what this version writes. Missing parts keep their defaults. */
function parseSaved(stored: unknown): Partial<SavedChoice> | null {
  if (!isRecord(stored)) return null;
  const { electionId = null, voters = {}, rules = {}, seed = firstSeed, papers = null, quick = true } = stored;
  if (electionId !== null && typeof electionId !== 'string') return null;
  if (typeof seed !== 'string' || !isRecord(voters) || !isRecord(rules)) return null;
  if (papers !== null && !(typeof papers === 'number' && Number.isInteger(papers) && papers > 0)) return null;
  if (typeof quick !== 'boolean') return null;
  if (!Object.values(voters).every(isVotersChoice)) return null;
  if (!Object.values(rules).every((rule) => typeof rule === 'string')) return null; // ruleFor copes with one not here
  return {
    electionId,
    seed,
    papers,
    quick,
    voters: voters as Record<string, VotersChoice>,
    rules: rules as Record<string, string>,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isVotersChoice = (value: unknown): boolean =>
  isRecord(value) && (value['kind'] === 'ballots' || (value['kind'] === 'turnout' && typeof value['id'] === 'string'));
