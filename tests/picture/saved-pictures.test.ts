import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { exampleCounts } from '../../src/app/gallery/example-counts';
import { picturesOf } from '../../src/app/gallery/example-pictures';
import { formatSvg, noSlate, paperColours, slateColours, slateInks } from '../../src/picture/format-svg';
import { rect, words, type Scene } from '../../src/picture/scene';
import { textLines, textWidth } from '../../src/picture/text-lines';
import { headline } from '../../src/story/journey-words';

const examples = exampleCounts();
const all = examples.flatMap((example) => picturesOf(example).map((picture) => ({ ...picture, example })));
const window = new Window();

/** What the XML says, by the same rules as a browser's: an error for anything that is not well-formed. */
function parsed(svg: string) {
  const page = new window.DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(page.querySelector('parsererror')).toBeNull();
  return page.documentElement;
}
const textsOf = (svg: string): string[] => [...parsed(svg).querySelectorAll('text')].map((text) => text.textContent);

describe.each(all)('the picture $name', ({ name, scene, example }) => {
  const svg = formatSvg(scene);

  it('is as it was', async () => {
    await expect(svg).toMatchFileSnapshot(`__pictures__/${name}.svg`);
  });

  it('is XML that needs nothing else: no address, no style, no font from anywhere', () => {
    expect(parsed(svg).tagName.toLowerCase()).toBe('svg');
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|<style|style=|@font|<image/,
    );
  });

  it('carries the election, the rule, the seed and that the voters are made up', () => {
    const said = textsOf(svg).join(' ');
    for (const part of [
      example.election.title,
      example.count.rule.name,
      'Seed: 2020',
      'Made-up voters, not a forecast',
    ]) {
      expect(said).toContain(part);
    }
  });

  it('keeps everything within its edges, by generous widths', () => {
    for (const mark of scene.marks) {
      const wide = mark.kind === 'rect' ? mark.width : textWidth(mark.text, mark.size, mark.bold);
      const left =
        mark.kind === 'rect' || mark.anchor === 'start' ? mark.x : mark.x - wide / (mark.anchor === 'end' ? 1 : 2);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + wide).toBeLessThanOrEqual(scene.width);
      expect(mark.y + (mark.kind === 'rect' ? mark.height : 0)).toBeLessThanOrEqual(scene.height);
    }
  });
});

it('draws whom the vote helped, who is elected, and everyone who stands', () => {
  for (const example of examples) {
    const { journey, election, count } = example;
    const names = election.candidates.map(({ name }) => name);
    const [first, second, third] = picturesOf(example).map(({ scene }) => textsOf(formatSvg(scene)).join(' '));
    expect(first).toContain(headline(journey, names));
    for (const { candidate } of count.elected) expect(third).toContain(names[candidate]);
    for (const { candidate } of count.elected)
      expect(second?.replaceAll(' ', '')).toContain(names[candidate]?.replaceAll(' ', ''));
  }
});

describe('an SVG', () => {
  const scene = (text: string): Scene => ({ width: 10, height: 10, title: text, marks: [words(0, 5, 10, text)] });

  it('takes any text as it is, but what XML cannot hold', () => {
    const text = `<b> & "quotes" 'and' ]]> 王`;
    expect(textsOf(formatSvg(scene(text)))).toEqual([text]);
    expect(formatSvg(scene('a\u0000\u000bb'))).toContain('>ab</text>');
  });

  it('has each pattern once', () => {
    const bar = rect(0, 0, 5, 5, { slate: 1, as: 'fill' });
    const svg = formatSvg({ width: 10, height: 10, title: 'T', marks: [bar, bar] });
    expect(svg.match(/<pattern/g)).toHaveLength(1);
  });
});

it('breaks lines between words, and words only where they do not fit', () => {
  expect(textLines('one two three', textWidth('one two', 16), 16)).toEqual(['one two', 'three']);
  const lines = textLines('Llanfairpwllgwyngyll', textWidth('Llanfair', 16), 16);
  expect(lines.join('')).toBe('Llanfairpwllgwyngyll');
  expect(lines.length).toBeGreaterThan(2);
});

it('has the light colours of the page', () => {
  const light = readFileSync('src/ui/style/tokens.css', 'utf8').split('@media')[0] ?? '';
  const token = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(light)?.[1] ?? '';
  expect(slateColours).toEqual(slateColours.map((_, slate) => token(`slate-${slate}`)));
  expect(slateInks).toEqual(slateInks.map((_, slate) => token(`slate-${slate}-ink`)));
  expect(noSlate).toEqual({ colour: token('slate-none'), ink: token('slate-none-ink') });
  const { ink, soft, line, paper, sunken, gold, stopped } = paperColours;
  const names = ['ink', 'ink-soft', 'line', 'surface', 'sunken', 'gold', 'stopped'];
  expect([ink, soft, line, paper, sunken, gold, stopped]).toEqual(names.map(token));
  expect(paperColours['gold-ink']).toBe(token('gold-ink'));
});
