import { builtInElection } from '../election/built-in';
import { formatSvg } from '../picture/format-svg';
import type { Scene } from '../picture/scene';
import type { PictureHead } from '../picture/sheet';
import type { CountInput } from '../state/counting';
import { download, fileNameOf } from './download';
import { pngOf } from './png';

/** What every picture of a count carries. The ballots that come with a built-in election are made up too. */
export function pictureHead({ election, voters, rule, seed }: CountInput): PictureHead {
  const madeUp = voters.kind === 'turnout' || builtInElection(election.id) !== null;
  const papers = voters.kind === 'turnout' ? voters.papers : null;
  const weighted = papers === null ? '' : ` (${papers.toLocaleString('en-GB')} papers)`;
  const title =
    voters.kind === 'turnout'
      ? `Made-up voters: ${voters.turnout.title}${weighted}`
      : madeUp
        ? 'Made-up ballots that come with the election'
        : 'The ballots in the file';
  return { election: election.title, voters: title, madeUp, rule: rule.name, seed };
}

/** Offers a picture as a file named after what it shows. Rejects when this browser cannot draw it. */
export async function savePicture(scene: Scene, as: 'png' | 'svg'): Promise<void> {
  const svg = formatSvg(scene);
  const name = fileNameOf(scene.title, `.${as}`);
  if (as === 'svg') download(name, svg, 'image/svg+xml');
  else download(name, await pngOf(svg, scene));
}
