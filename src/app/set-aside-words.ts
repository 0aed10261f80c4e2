import type { SetAside } from '../state/storage';

const why: Record<SetAside['reason'], string> = {
  unreadable: 'Something saved on this device could not be read',
  newer: 'Something saved on this device was written by a newer version of Ballotflow',
  invalid: 'Something saved on this device is not what this version expects',
  'other-candidates': 'Something saved on this device names candidates this election does not have',
  replaced: 'This was replaced when an older record was restored',
};

export function setAsideWords({ reason, time }: SetAside): string {
  // 0 where the entry itself is damaged.
  const date = new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `${why[reason]}${time === 0 ? '' : ` (${date})`}. It was set aside, nothing is lost.`;
}
