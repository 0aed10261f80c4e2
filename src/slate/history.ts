/** One candidate of an election by as many Xs as seats. */
export interface PublishedVotes {
  readonly name: string;
  /** Null for none. */
  readonly slate: string | null;
  readonly votes: number;
  readonly elected: boolean;
}

/**
 * Three extra seats for members on Labour's National Executive, filled by as many Xs as seats, as published. Votes, not voters: each
 * voter had up to three, and how many voted we have not found. No rankings exist.
 */
export const january2018 = {
  title: 'Labour NEC, CLP section, three extra seats, January 2018',
  date: '2018-01-15',
  seats: 3,
  candidates: [
    { name: 'Yasmine Dar', slate: 'Centre Left Grassroots Alliance', votes: 68_388, elected: true },
    { name: 'Jon Lansman', slate: 'Centre Left Grassroots Alliance', votes: 65_163, elected: true },
    { name: 'Rachel Garnham', slate: 'Centre Left Grassroots Alliance', votes: 62_982, elected: true },
    { name: 'Eddie Izzard', slate: 'Independence and Diversity', votes: 39_508, elected: false },
    { name: 'Johanna Baxter', slate: 'Independence and Diversity', votes: 27_234, elected: false },
    { name: 'Gurinder Singh Josan', slate: 'Independence and Diversity', votes: 25_224, elected: false },
    { name: 'Nick Donovan', slate: null, votes: 11_944, elected: false },
    { name: 'Nicola Morrison', slate: null, votes: 7_551, elected: false },
    { name: 'Sarah Taylor', slate: null, votes: 7_011, elected: false },
  ],
  sources: [
    { title: 'City A.M., 15 January 2018', address: null },
    {
      title: 'talkRADIO, January 2018',
      address:
        'https://talkradio.co.uk/news/jeremy-corbyn-sees-labour-power-base-grow-jon-lansman-leads-left-wing-nec-election-triumph',
    },
    { title: 'Huntingdon Labour Party', address: 'https://huntingdonlabourparty.org.uk/nec2017/' },
  ],
} as const satisfies {
  readonly title: string;
  readonly date: string;
  readonly seats: number;
  readonly candidates: readonly PublishedVotes[];
  readonly sources: readonly { readonly title: string; readonly address: string | null }[];
};

/** Votes and seats of a slate together, or of those on none; in the order of their votes. */
export interface SlateVotes {
  readonly slate: string | null;
  readonly votes: number;
  /** Of all votes, 0 to 1. */
  readonly part: number;
  readonly seats: number;
}

export function slateVotes(candidates: readonly PublishedVotes[]): SlateVotes[] {
  const all = candidates.reduce((sum, { votes }) => sum + votes, 0);
  return [...new Set(candidates.map(({ slate }) => slate))]
    .map((slate) => {
      const own = candidates.filter((one) => one.slate === slate);
      const votes = own.reduce((sum, one) => sum + one.votes, 0);
      return { slate, votes, part: votes / all, seats: own.filter(({ elected }) => elected).length };
    })
    .sort((a, b) => b.votes - a.votes);
}
