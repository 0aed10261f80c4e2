import type { Result } from '../basics/result';
import type { Demonstration, DemonstrationProblem } from '../slate/demonstration';
import { demonstrationIn, fileOf } from '../slate/demonstration-file';

/** The address of the slate room, and before what a link to a demonstration carries. */
export const slatesHash = '#/slates';
const carrying = `${slatesHash}?d=`;

export const isSlateLink = (hash: string): boolean => hash.startsWith(`${slatesHash}?`);

/** All of a demonstration after the #, which no browser sends to a server: its file in the alphabet of addresses. */
export function formatSlateLink(demonstration: Demonstration): string {
  const bytes = new TextEncoder().encode(JSON.stringify(fileOf(demonstration)));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return carrying + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function parseSlateLink(hash: string): Result<Demonstration, readonly DemonstrationProblem[]> {
  const text = hash.startsWith(carrying) ? hash.slice(carrying.length) : '';
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return demonstrationIn(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // of a link cut off, what is wrong is not a bracket
    return { ok: false, error: [{ path: '', message: 'is cut off or changed: it holds no demonstration' }] };
  }
}
