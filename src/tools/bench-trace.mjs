// What the benches of pages share: the work of a page's main thread, in its own processor time, between marks that it makes.

/** For page.evaluate: marks the next event of this type, and the frame in which what came of it is painted. */
export const markNext = (type) => {
  const begin = () => {
    performance.mark('begin');
    globalThis.requestAnimationFrame(() => performance.mark('end')); // in the task that paints
  };
  globalThis.addEventListener(type, begin, { capture: true, once: true });
};

/** Traces what is done: the tasks of the page's main thread, and the marks it made, in ms. */
export async function trace(cdp, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  const includedCategories = ['disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await act();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  const { pid, tid } = events.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
    .map(({ ts, dur, tdur }) => ({ from: ts / 1000, to: (ts + dur) / 1000, cpuMs: (tdur ?? 0) / 1000 }));
  const mark = (wanted) =>
    (events.find(({ cat, name }) => cat === 'blink.user_timing' && name === wanted)?.ts ?? NaN) / 1000;
  const between = (begin, end) => tasks.filter(({ from, to }) => to > mark(begin) && from < mark(end));
  return { mark, between, tasks };
}

export const sum = (all) => all.reduce((total, one) => total + one, 0);
export const longest = (tasks) => Math.max(0, ...tasks.map(({ cpuMs }) => cpuMs));
export const round = (ms) => Math.round(ms * 10) / 10;
export const median = (all) => round(all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]);
