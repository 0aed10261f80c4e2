import type { Rule } from '../rule';
import { av } from './av';
import { blockVote } from './block-vote';
import { cfer } from './cfer';
import { ers73 } from './ers73';
import { ers76 } from './ers76';
import { ers97 } from './ers97';
import { fptp } from './fptp';
import { gregory } from './gregory';
import { hare } from './hare';
import { hareClarkAct, hareClarkAct2001 } from './hare-clark-act';
import { hareClarkTas } from './hare-clark-tas';
import { meek1987 } from './meek-1987';
import { meekNz } from './meek-nz';
import { meekPrf } from './meek-prf';
import { minneapolis } from './minneapolis';
import { cambridge } from './cambridge';
import { irelandDail } from './ireland-dail';
import { northernIreland } from './northern-ireland';
import { prsa1977 } from './prsa-1977';
import { qpq } from './qpq';
import { scottish2007 } from './scottish-2007';
import { senateAu } from './senate-au';
import { senateAuHand } from './senate-au-hand';
import { sntv } from './sntv';
import { synod } from './synod';
import { warren } from './warren';
import { wigm } from './wigm';
import { wigmDecimals } from './wigm-decimals';
import { wigmPrf } from './wigm-prf';
import { wright } from './wright';

/** Every named rule, in the order they are offered. */
export const rules: readonly Rule[] = [
  scottish2007,
  northernIreland,
  irelandDail,
  cambridge,
  senateAu,
  senateAuHand,
  hareClarkAct,
  hareClarkAct2001,
  hareClarkTas,
  minneapolis,
  ers97,
  ers76,
  ers73,
  synod,
  prsa1977,
  meekNz,
  meekPrf,
  meek1987,
  warren,
  wigmPrf,
  wigm,
  wigmDecimals,
  qpq,
  wright,
  gregory,
  hare,
  cfer,
  av,
  blockVote,
  sntv,
  fptp,
];

export const findRule = (id: string): Rule | null => rules.find((rule) => rule.id === id) ?? null;
