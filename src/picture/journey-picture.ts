import type { CandidateId } from '../election/candidate';
import { amountText, type Coin } from '../story/coin';
import type { Journey, Pence } from '../story/journey';
import { headline, stepWords } from '../story/journey-words';
import type { Names } from '../story/words';
import { indent, rect, stack, words, type Block, type Mark, type Scene } from './scene';
import { innerWidth, layoutSheet, type PictureHead } from './sheet';
import { paragraph, textWidth } from './text-lines';

/** The own vote's journey as a picture: its headline, and a row with a bar for each stage at which it moves. */
export function layoutJourney(journey: Journey, names: Names, stageCount: number, head: PictureHead): Scene {
  const { coin, end } = journey;
  const unelected = new Set(end.behind.map(({ candidate }) => candidate));
  const last = journey.steps.at(-1);
  const chip = 92;
  const rows = journey.steps.map((step): Block => {
    const bar = pennyBar(step.after, coin, innerWidth - chip, 22, step === last ? unelected : new Set());
    const text = stack([paragraph(stepWords(step, names), innerWidth - chip, 16), bar], 6);
    const stage = words(0, 17, 16, `Stage ${step.stage}`, { bold: true });
    return { height: text.height, marks: [stage, ...indent(text, chip).marks] };
  });
  const endWords = stageCount === 1 ? 'The count ends after one stage.' : `The count ends after stage ${stageCount}.`;
  return layoutSheet('Where one vote goes', head, [
    stack(
      [
        paragraph(headline(journey, names), innerWidth, 20, { bold: true }),
        ...(last === undefined ? [] : [pennyBar(last.after, coin, innerWidth, 30, unelected)]),
      ],
      8,
    ),
    ...rows,
    paragraph(endWords, innerWidth, 15, { fill: 'soft' }),
  ]);
}

/** One ballot as a bar, its parts as wide as they are large: hatched with someone not elected, grey where it stopped. */
function pennyBar(
  { candidates, stopped, cut }: Omit<Pence, 'whole'>,
  coin: Coin,
  width: number,
  height: number,
  unelected: ReadonlySet<CandidateId>,
): Block {
  const parts = [
    ...[...candidates].map(([candidate, amount]) => ({ amount, gold: true, hatched: unelected.has(candidate) })),
    ...[stopped, cut].map((amount) => ({ amount, gold: false, hatched: false })),
  ].filter(({ amount }) => amount > 0);
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0);
  let x = 0;
  const marks = parts.flatMap(({ amount, gold, hatched }): Mark[] => {
    const left = x;
    const wide = Math.max(3, (amount / whole) * width - 2);
    x += (amount / whole) * width;
    const text = amountText(amount, coin);
    const bar = rect(left, 0, wide, height, gold ? 'gold' : 'stopped', { radius: 4, hatched });
    if (textWidth(text, 14, true) > wide) return [bar];
    return [bar, words(left + wide / 2, height / 2 + 5, 14, text, { bold: true, anchor: 'middle', fill: 'gold-ink' })];
  });
  return { height, marks };
}
