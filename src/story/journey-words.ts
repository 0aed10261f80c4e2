import type { Coin } from './coin';
import type { Journey, JourneyStep, PassedOver, Pence } from './journey';
import { penceIn } from './journey-moves';
import { marksText } from './marks-words';
import { capital, listed, nameOf, namesOf, ordinal, possessive, type Names } from './words';

/** "Your vote helped elect Ann Black (62p) and Mish Rahman (31p). 7p stopped." */
export function headline({ coin, end, steps }: Journey, names: Names): string {
  if (coin.kind === 'marks') return marksHeadline(coin, end, names);
  const { helped, behind, stopped, cut } = end;
  const [only] = helped;
  const sentences: string[] = [];
  const last = steps.at(-1);
  const all = last === undefined ? 100 : penceIn(last.after);
  const priced = (parts: typeof helped): string =>
    listed(parts.map(({ candidate, pence }) => `${nameOf(names, candidate)} (${pence}p)`));
  if (all === 100 && only?.pence === 100) {
    return `${wholeVote(end)} helped elect ${nameOf(names, only.candidate)}.`;
  }
  if (helped.length > 0) sentences.push(`Your vote helped elect ${priced(helped)}.`);
  if (behind.length > 0) {
    const alone = all === 100 && behind.some(({ pence }) => pence === 100);
    const { length } = behind;
    sentences.push(
      alone
        ? `${wholeVote(end)} was with ${namesOf(names, [behind[0]?.candidate ?? -1])}, who was not elected.`
        : `${held(behind, names)}, who ${length === 1 ? 'was' : 'were'} not elected.`,
    );
  }
  if (all === 100 && stopped === 100) {
    const vote = end.whole ? 'Your vote' : wholeVote(end);
    sentences.push(`${vote} stopped at stage ${last?.stage}: nobody you ranked was still in.`);
  } else if (stopped > 0) {
    sentences.push(`${stopped}p stopped.`);
  }
  if (cut > 0) sentences.push(`${cut}p was cut off by rounding.`);
  if (all !== 100) sentences.push(`That is ${all}p in all, as ballots that moved together were given one value.`);
  return sentences.join(' ');
}

/** Of 100 pence, "Your whole vote", or "Almost all of your vote" where they are rounded. */
const wholeVote = ({ whole }: Pick<Pence, 'whole'>): string => (whole ? 'Your whole vote' : 'Almost all of your vote');

/** "38p is still with Ann Black", "38p is still with Ann Black and 10p with Mish Rahman". */
function held(parts: Journey['end']['behind'], names: Names): string {
  const [first, ...others] = parts.map(({ candidate, pence }) => [`${pence}p`, nameOf(names, candidate)] as const);
  if (first === undefined) throw new Error('nobody holds any of it');
  return listed([`${first[0]} is still with ${first[1]}`, ...others.map(([pence, name]) => `${pence} with ${name}`)]);
}

/** "Your 3 Xs: 2 helped elect Ann Black and Mish Rahman. 1 went to Gemma Bolton, who was not elected." */
function marksHeadline({ whole }: Coin, { helped, behind, stopped }: Journey['end'], names: Names): string {
  const who = (parts: Journey['end']['helped']): string =>
    namesOf(
      names,
      parts.map(({ candidate }) => candidate),
    );
  const sentences = [
    ...(helped.length > 0 ? [`${helped.length} helped elect ${who(helped)}`] : []),
    ...(behind.length > 0
      ? [`${behind.length} went to ${who(behind)}, who ${behind.length === 1 ? 'was' : 'were'} not elected`]
      : []),
    ...(stopped > 0 ? [`${stopped} ${stopped === 1 ? 'was' : 'were'} not given`] : []),
  ];
  return `Your ${marksText(whole)}: ${sentences.join('. ')}.`;
}

/** A row of the journey in as few words as it takes: what happened to whom, and where this vote went. */
export function stripWords(step: JourneyStep, names: Names): string {
  const from = step.from === null ? '' : nameOf(names, step.from);
  switch (step.cause) {
    case 'first-preferences':
      return step.to === null ? 'Nobody you ranked is standing.' : `Your whole vote is with ${taker(step, names)}.`;
    case 'marks':
      return `An X each for ${namesOf(names, [...step.after.candidates.keys()])}.`;
    case 'surplus': {
      const whole = step.drawn === true ? ' Your ballot is one of those drawn:' : '';
      return step.kept > 0
        ? `${from} keeps ${penceText(step.kept, step)}.${whole} ${goes(step, names)}`
        : `${from} has more than needed.${whole} ${goes(step, names)}`;
    }
    case 'exclusion':
      return `${from} is out. ${goes(step, names)}`;
    case 'restart': {
      const now = step.to === null ? 'Your whole vote stops here.' : `Your whole vote is with ${taker(step, names)}.`;
      return `The count starts again without ${step.from === null ? 'the lowest' : from}. ${now}`;
    }
    case 'elected':
      return `${from} is elected. ${step.drawn === false ? 'Your ballot is not drawn and stays' : step.kept === 100 ? `${wholeVote(step.after)} stays there` : `Your ${step.kept}p stays there`}.`;
    case 'divided': {
      const now = [...step.after.candidates].map(
        ([candidate, pence]) => `${penceText(pence, step)} ${nameOf(names, candidate)}`,
      );
      const stopped = step.after.stopped > 0 ? [`${penceText(step.after.stopped, step)} stopped`] : [];
      const cut = step.after.cut > 0 ? [`${step.after.cut}p cut off by rounding`] : [];
      return `${step.from === null ? 'Shared anew' : `${from} is out`}: ${[...now, ...stopped, ...cut].join(', ')}.`;
    }
    default:
      return step.cause satisfies never;
  }
}

/** "Mish Rahman, your 4th". */
const taker = ({ to, preference }: JourneyStep, names: Names): string =>
  to === null ? 'nobody' : `${nameOf(names, to)}, your ${ordinal(preference ?? 0)}`;

/** "38p goes to Mish Rahman, your 4th." */
function goes(step: JourneyStep, names: Names): string {
  const amount = step.moved === 0 ? 'Less than 1p' : capital(penceText(step.moved, step));
  if (step.to !== null) return `${amount} goes to ${taker(step, names)}.`;
  return step.moved === 0 && step.cut > 0 ? `${step.cut}p is cut off by rounding.` : `${amount} stops here.`;
}

/** "62p"; of 100 where they are rounded, "almost 100p". */
const penceText = (pence: number, { after }: JourneyStep): string =>
  pence === 100 && !after.whole ? 'almost 100p' : `${pence}p`;

/** One or two sentences for a row of the journey. */
export function stepWords(step: JourneyStep, names: Names): string {
  switch (step.cause) {
    case 'first-preferences': {
      if (step.to === null) return 'Nobody you ranked is standing.';
      return `Your whole vote counts for ${nameOf(names, step.to)}, your number ${step.preference}.${aside(step.passedOver, names)}`;
    }
    case 'marks': {
      const left =
        step.after.stopped === 0
          ? ''
          : ` ${marksText(step.after.stopped)} ${step.after.stopped === 1 ? 'is' : 'are'} not given: no more names.`;
      return `An X each for the first names on your ballot: ${namesOf(names, [...step.after.candidates.keys()])}.${left}`;
    }
    case 'surplus': {
      const from = step.from === null ? '' : nameOf(names, step.from);
      if (step.drawn === true) {
        const drawn = step.to === null ? 'set aside' : 'drawn to move on whole';
        return `${from} has more votes than needed, and your ballot is one of those ${drawn}. ${onward(step, names)}`;
      }
      const stays =
        step.kept > 0 ? ` ${capital(penceText(step.kept, step))} of your vote stays and helps elect ${from}.` : '';
      return `${from} has more votes than needed.${gainedWords(step)}${stays} ${onward(step, names)}`;
    }
    case 'exclusion': {
      const from = step.from === null ? '' : nameOf(names, step.from);
      return `${from} is out. ${onward(step, names)}`;
    }
    case 'restart': {
      const without = `The count starts again without ${step.from === null ? 'the lowest' : nameOf(names, step.from)}`;
      const others = aside(step.passedOver, names);
      if (step.to === null)
        return `${without}: your whole vote stops, as no other name on your ballot is still in.${others}`;
      return `${without}: your whole vote is with ${nameOf(names, step.to)}, your number ${step.preference}.${others}`;
    }
    case 'elected': {
      const to = step.from === null ? '' : nameOf(names, step.from);
      if (step.drawn === false) {
        return `${to} is elected. The ballots over the quota move on whole; yours is not one of those drawn, and your whole vote stays there.`;
      }
      const vote = step.kept === 100 ? uncapital(wholeVote(step.after)) : `your ${step.kept}p`;
      return `${to} is elected, and ${vote} stays there.`;
    }
    case 'divided': {
      const why =
        step.from === null
          ? 'What the elected keep of each ballot is worked out again.'
          : `${nameOf(names, step.from)} is out.`;
      return `${why} ${dividedNow(step, names)}`;
    }
    default:
      return step.cause satisfies never;
  }
}

/** "Your vote is now 38p with Adam and 60p with Eve. 2p stops here: no more names on your ballot can take it." */
function dividedNow(step: JourneyStep, names: Names): string {
  const { candidates, stopped, cut } = step.after;
  const parts = [...candidates].map(
    ([candidate, pence]) => `${penceText(pence, step)} with ${nameOf(names, candidate)}`,
  );
  const held = parts.length === 0 ? '' : `Your vote is now ${listed(parts)}.`;
  const stops =
    stopped === 0 ? '' : `${capital(penceText(stopped, step))} stops here: no more names on your ballot can take it.`;
  const rounded = cut === 0 ? '' : `${cut}p is cut off by rounding.`;
  return [held, stops, rounded].filter((sentence) => sentence !== '').join(' ');
}

/** "38p moves to Mish Rahman, your number 4. (Your number 2, A, is already elected; your number 3, B, is out.)" */
function onward(step: JourneyStep, names: Names): string {
  const { to, preference, moved, passedOver, kept, cut, after } = step;
  const all = kept + cut === 0 && moved === 100 && after.whole;
  const amount = moved === 0 ? 'Less than 1p' : all ? 'All 100p' : capital(penceText(moved, step));
  const rounding =
    cut > 0
      ? ` ${cut}p is cut off by rounding.`
      : cut < 0
        ? ` ${-cut}p of it had been cut off by rounding and counts again.`
        : '';
  if (to === null && moved === 0 && passedOver.length === 0 && cut > 0) return rounding.trim();
  if (to === null) {
    return `${amount} stops here: no more names on your ballot can take it.${aside(passedOver, names)}${rounding}`;
  }
  return `${amount} moves to ${nameOf(names, to)}, your number ${preference}.${aside(passedOver, names)}${rounding}`;
}

/** What a ballot gains from others, or they from it, where all that move get one value. */
function gainedWords({ gained }: JourneyStep): string {
  if (gained === 0) return '';
  const how = gained > 0 ? `gains ${gained}p from others` : `gives ${-gained}p to others`;
  return ` All ballots that move are given one value, so yours ${how}.`;
}

function aside(passedOver: readonly PassedOver[], names: Names): string {
  if (passedOver.length === 0) return '';
  const most = 3;
  const said = passedOver.slice(0, most).map(({ candidate, preference, because }) => {
    const how = { elected: 'is already elected', excluded: 'is out', withdrawn: 'withdrew' }[because];
    return `your number ${preference}, ${nameOf(names, candidate)}, ${how}`;
  });
  const more = passedOver.length - most;
  const rest = more > 0 ? [`${more} more could not take it either`] : [];
  return ` (${capital([...said, ...rest].join('; '))}.)`;
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What a surplus step is called in a list: "Ann Black's extra votes". */
export const extraVotesOf = (name: string): string => `${possessive(name)} extra votes`;
