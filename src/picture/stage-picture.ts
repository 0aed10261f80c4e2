import { toNumber } from '../basics/fraction';
import type { Count } from '../count/count';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { amountText, coinOf } from '../story/coin';
import { slateLetter } from '../story/slate-words';
import { stageWords } from '../story/stage-words';
import { gainHeld, mostVotes, standingsOver, statusText, type StandingRow } from '../story/standings';
import { wholeVotes, wholeVotesOf } from '../story/words';
import { letterMark } from './letter-mark';
import { rect, stack, words, type Block, type Mark, type Scene } from './scene';
import { innerWidth, layoutSheet, type PictureHead } from './sheet';
import { paragraph, textLines, textWidth } from './text-lines';

/** The columns of a row, from the left: letter, name, status, bar, votes. */
const nameAt = 42;
const statusAt = 262;
const barAt = 352;
const votesWidth = 150;
const barWidth = innerWidth - barAt - votesWidth;

/** A stage as a picture: what happened, and everyone's votes as bars to the quota. `stage` counts from 0. */
export function layoutStage(
  count: Count,
  stage: number,
  election: Election,
  mine: ReadonlyMap<CandidateId, number>,
  head: PictureHead,
): Scene {
  const names = election.candidates.map(({ name }) => name);
  const { title, sentences } = stageWords(count, stage, names);
  const quota = count.stages[stage]?.quota ?? count.quota;
  const { rows, out } = standingsOver(count, { first: stage + 1, last: stage + 1 });
  // One scale for all stages, so that pictures of two can be compared.
  const most = mostVotes(count);
  const along = (votes: bigint): number => toNumber({ numerator: votes, denominator: most }) * barWidth;
  const bars = rows.map((row) => standing(row, { count, election, quota, mine, along }));
  return layoutSheet(`Stage ${stage + 1} of ${count.stages.length}: ${title}`, head, [
    stack(
      sentences.map((sentence) => paragraph(sentence, innerWidth, 16)),
      4,
    ),
    stack(bars, 0),
    stack(
      [
        ...(quota === null
          ? []
          : [
              paragraph(
                `Upright line: the quota, ${wholeVotesOf(quota, count)}. Hatched: gained in this stage.`,
                innerWidth,
                14,
                { fill: 'soft' },
              ),
            ]),
        ...(out.length === 0
          ? []
          : [paragraph(`${out.length} out in earlier stages.`, innerWidth, 14, { fill: 'soft' })]),
      ],
      2,
    ),
  ]);
}

interface Drawn {
  readonly count: Count;
  readonly election: Election;
  readonly quota: bigint | null;
  readonly mine: ReadonlyMap<CandidateId, number>;
  readonly along: (votes: bigint) => number;
}

function standing(row: StandingRow, { count, election, quota, mine, along }: Drawn): Block {
  const candidate = election.candidates[row.candidate];
  const slate = candidate?.slate ?? null;
  const gained = gainHeld(row);
  const held = along(row.tally - gained);
  const amount = mine.get(row.candidate) ?? 0;
  const pill = amount === 0 ? null : amountText(amount, coinOf(count));
  const pillWidth = pill === null ? 0 : textWidth(pill, 13, true) + 12;
  const name = textLines(candidate?.name ?? '', statusAt - nameAt - pillWidth - 10, 15, true);
  const height = 10 + 20 * Math.max(1, name.length);
  const nameFill = row.status === 'excluded' ? 'soft' : 'ink';
  const votes = `${wholeVotes(row.tally, count)}${row.gain > 0n ? `  +${wholeVotes(row.gain, count)}` : ''}`;
  const fill = { slate, as: 'plain' } as const;
  const marks: Mark[] = [
    ...letterMark(slate, slateLetter(election, slate), 0, 4),
    ...name.map((line, i) => words(nameAt, 19 + 20 * i, 15, line, { bold: true, fill: nameFill })),
    words(statusAt, 19, 13, statusText(row), { fill: 'soft' }),
    rect(barAt, 7, barWidth, 14, 'sunken', { radius: 3 }),
    ...(held > 0 ? [rect(barAt, 7, held, 14, fill)] : []),
    ...(gained > 0n ? [rect(barAt + held, 7, along(gained), 14, fill, { hatched: true })] : []),
    ...(quota === null ? [] : [rect(barAt + along(quota) - 1, 2, 2, 24, 'ink')]),
    words(innerWidth, 19, 15, votes, { anchor: 'end' }),
  ];
  if (pill === null) return { height, marks };
  const x = statusAt - pillWidth - 6;
  const own = [
    rect(x, 4, pillWidth, 20, 'gold', { radius: 10 }),
    words(x + pillWidth / 2, 18, 13, pill, { bold: true, anchor: 'middle', fill: 'gold-ink' }),
  ];
  return { height, marks: [...marks, ...own] };
}
