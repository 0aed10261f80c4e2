import { describe, expect, it } from 'vitest';
import { createEdgeScroll, speedAt } from '../../src/ui/ballot/edge-scroll';

const clear = { top: 60, bottom: 660 };

describe('speedAt', () => {
  it('is 0 away from the edges, grows towards them and no more beyond them', () => {
    expect(speedAt(360, clear)).toBe(0);
    expect(speedAt(564, clear)).toBe(0);
    const nearing = [580, 600, 620, 640, 660].map((y) => speedAt(y, clear));
    expect(nearing).toEqual(nearing.toSorted((a, b) => a - b));
    expect(nearing[0]).toBeGreaterThan(0);
    expect(speedAt(900, clear)).toBe(nearing.at(-1));
  });

  it('is the same upwards', () => {
    for (const off of [-40, 0, 10, 50, 95]) expect(speedAt(60 + off, clear)).toBe(-speedAt(660 - off, clear));
  });

  it('leaves the middle of a low window alone', () => {
    expect(speedAt(100, { top: 50, bottom: 150 })).toBe(0);
    expect(speedAt(149, { top: 50, bottom: 150 })).toBeGreaterThan(0);
  });
});

describe('createEdgeScroll', () => {
  /** 500 px high on the page from 100, of this many px. */
  function scroller(scrollHeight: number): HTMLElement {
    const made = document.createElement('div');
    made.getBoundingClientRect = () => new DOMRect(0, 100, 300, 500);
    Object.defineProperties(made, { scrollHeight: { value: scrollHeight }, clientHeight: { value: 500 } });
    return made;
  }
  /** Holds the pointer at these heights, 20 frames each. */
  function hold(scrollers: readonly Element[], ...heights: readonly number[]): void {
    const scroll = createEdgeScroll();
    heights.flatMap((y) => Array<number>(20).fill(y)).forEach((y, at) => scroll(scrollers, clear, y, 1000 + at * 16));
  }

  it('scrolls the inner list first, then the page', () => {
    const [list, page] = [scroller(600), scroller(2000)];
    hold([list, page], 300, 650);
    expect(list.scrollTop).toBeGreaterThanOrEqual(100);
    expect(page.scrollTop).toBeGreaterThan(0);
  });

  it('goes back up', () => {
    const list = scroller(2000);
    list.scrollTop = 400;
    hold([list, scroller(500)], 300, 110);
    expect(list.scrollTop).toBeLessThan(400);
  });

  it('keeps still what is picked up near an edge until it is moved that way', () => {
    const list = scroller(2000);
    hold([list, scroller(2000)], 590);
    expect(list.scrollTop).toBe(0);
    hold([list, scroller(2000)], 590, 598);
    expect(list.scrollTop).toBeGreaterThan(0);
  });

  it('adds up what is less than a pixel a frame', () => {
    const list = scroller(2000);
    hold([list, scroller(2000)], 300, 513, 513, 513);
    expect(list.scrollTop).toBeGreaterThan(0);
  });
});
