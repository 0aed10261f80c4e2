import type { Rule } from '../rule';
import { ers97 } from './ers97';
import { northernIreland } from './northern-ireland';
import { scottish2007 } from './scottish-2007';
import { wigm } from './wigm';
import { wigmDecimals } from './wigm-decimals';
import { wigmPrf } from './wigm-prf';

/** Every named rule, in the order they are offered. */
export const rules: readonly Rule[] = [scottish2007, northernIreland, ers97, wigmPrf, wigm, wigmDecimals];

export const findRule = (id: string): Rule | null => rules.find((rule) => rule.id === id) ?? null;
