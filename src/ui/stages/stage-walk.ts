import type { Count } from '../../count/count';
import type { Span } from '../../story/chapters';

/** The chapter of these that a stage, from 0, is in. */
export const chapterWith = (chapters: readonly Span[], stage: number): Span | undefined =>
  chapters.find(({ first, last }) => first <= stage + 1 && stage + 1 <= last);

/** What is shown at a stage, from 0: a folded chapter at its last one, else the stage by itself. */
export function shownAt(folded: readonly Span[], stage: number): Span {
  const chapter = chapterWith(folded, stage);
  return chapter?.last === stage + 1 ? chapter : { first: stage + 1, last: stage + 1 };
}

/** The stage, from 0, to go to from what is shown: the next or the one before, or the end of a folded chapter there. */
export function neighbour(
  folded: readonly Span[],
  shown: Span,
  way: 'earlier' | 'later',
  stages: number,
): number | null {
  const next = way === 'later' ? shown.last + 1 : shown.first - 1;
  if (next < 1 || next > stages) return null;
  const chapter = chapterWith(folded, next - 1);
  const within = chapter !== undefined && chapter.first <= shown.first && shown.last <= chapter.last;
  return (chapter === undefined || within ? next : chapter.last) - 1;
}

/** The next stage after one, both from 0, at which something is so; null where there is none. */
export function nextWhere(count: Count, stage: number, wanted: (number: number) => boolean): number | null {
  const found = count.stages.find(({ number }) => number > stage + 1 && wanted(number));
  return found === undefined ? null : found.number - 1;
}
