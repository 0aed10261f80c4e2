import type { Count } from '../count/count';
import type { Holding } from '../count/trace';
import type { Election } from '../election/election';
import { slateOutcome, type SlateOutcome } from '../story/slate-outcome';
import { slateLetter, slateName } from '../story/slate-words';
import { shareText } from '../story/words';
import { letterMark } from './letter-mark';
import { rect, stack, words, type Block, type Mark, type Scene } from './scene';
import { innerWidth, layoutSheet, type PictureHead } from './sheet';
import { paragraph, textLines } from './text-lines';

/** Who was elected, in order, and how many of each slate against its first preferences. */
export function layoutSeats(count: Count, election: Election, ends: readonly Holding[], head: PictureHead): Scene {
  const filled = count.elected.length;
  const bySlate =
    election.slates.length === 0
      ? []
      : slateOutcome(count, election, ends).map((outcome) => slateBlock(outcome, election, filled));
  return layoutSheet(`Elected: ${filled} of ${count.candidateCount - count.withdrawn.length} candidates`, head, [
    ...bySlate,
    stack([paragraph('In order of election', innerWidth, 18, { bold: true }), ...electedRows(count, election)], 4),
  ]);
}

function slateBlock(outcome: SlateOutcome, election: Election, filled: number): Block {
  const { slate, elected, shareOfVotes, shareOfSeats } = outcome;
  const [label, numbers] = [150, 130];
  const width = innerWidth - label - numbers;
  const most = Math.max(1, filled);
  const seat = width / most;
  const row = (name: string, value: string, marks: readonly Mark[]): Block => ({
    height: 22,
    marks: [
      words(0, 15, 14, name, { fill: 'soft' }),
      rect(label, 3, width, 14, 'sunken', { radius: 3 }),
      ...marks,
      words(innerWidth, 15, 14, value, { anchor: 'end', bold: true }),
    ],
  });
  const lines = textLines(slateName(election, slate), innerWidth - 42, 17, true);
  const name: Block = {
    height: 5 + 21 * lines.length,
    marks: [
      ...letterMark(slate, slateLetter(election, slate), 0, 0),
      ...lines.map((line, i) => words(42, 16 + 21 * i, 17, line, { bold: true })),
    ],
  };
  return stack(
    [
      name,
      row('First preferences', shareText(shareOfVotes), [
        rect(label, 3, width * shareOfVotes, 14, { slate, as: 'fill' }, { radius: 3 }),
      ]),
      row(
        'Seats',
        `${elected.length} of ${filled} (${shareText(shareOfSeats)})`,
        elected.map((_, i) => rect(label + i * seat, 3, seat - 2, 14, { slate, as: 'fill' }, { radius: 3 })),
      ),
    ],
    2,
  );
}

function electedRows({ elected }: Count, election: Election): readonly Block[] {
  return elected.map(({ candidate, stage }, i): Block => {
    const one = election.candidates[candidate];
    const slate = one?.slate ?? null;
    const name = textLines(one?.name ?? '', innerWidth - 76 - 90, 16, true);
    return {
      height: 8 + 20 * Math.max(1, name.length),
      marks: [
        words(22, 17, 15, `${i + 1}.`, { anchor: 'end', fill: 'soft' }),
        ...letterMark(slate, slateLetter(election, slate), 34, 1),
        ...name.map((line, i) => words(76, 17 + 20 * i, 16, line, { bold: true })),
        words(innerWidth, 17, 14, `stage ${stage}`, { anchor: 'end', fill: 'soft' }),
      ],
    };
  });
}
