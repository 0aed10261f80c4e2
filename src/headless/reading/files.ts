import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseBlt } from '../../ballots/blt';
import { formatFileError, type OpenedElection } from '../../ballots/file';
import { decodeText } from '../../ballots/text';
import { customRule } from '../../count/custom-rule';
import type { Rule } from '../../count/rule';
import { findRule, rules } from '../../count/rules/rules';
import type { Election } from '../../election/election';
import { parseTurnout } from '../../turnout/file';
import type { Turnout } from '../../turnout/model';
import { Refusal, saidBy } from './refusal';

export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${saidBy(error)}`);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Refusal(formatFileError(decoded.error, file));
  return decoded.value.text;
}

function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal(`${file} is not JSON: ${saidBy(error)}`);
  }
}

/** An election from a BLT file. */
export function openBlt(file: string): OpenedElection {
  const parsed = parseBlt(readText(file), { file: basename(file) });
  if (!parsed.ok) throw new Refusal(formatFileError(parsed.error, file));
  return parsed.value;
}

/** A turnout for this election from a JSON file; all that is wrong with it is told, each with its field. */
export function openTurnout(file: string, election: Election): Turnout {
  const turnout = parseTurnout(readText(file), election);
  if (turnout.ok) return turnout.value;
  const told = turnout.error.map(({ path, message }) => [path, message].filter((part) => part !== '').join(' '));
  throw new Refusal(`${file}: ${told.join('; ')}`);
}

/** A rule by its id, or one of one's own from a file ending in .json. */
export function openRule(named: string): Rule {
  if (!named.endsWith('.json')) {
    const rule = findRule(named);
    if (rule !== null) return rule;
    throw new Refusal(`there is no rule "${named}"; the rules are ${rules.map(({ id }) => id).join(', ')}`);
  }
  const rule = customRule(readJson(named));
  if (!rule.ok) throw new Refusal(`${named}: ${rule.error.messages.join(' ')}`);
  return rule.value;
}
