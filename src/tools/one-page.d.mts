import type { Plugin } from 'vite';

export const onePageMode: string;
export function policyOf(
  source: string,
  instead?: { readonly script?: string; readonly style?: string; readonly image?: string; readonly worker?: string },
): string;
export function besideOnePage(configFile: string): Plugin;
export function onePage(): Plugin;
export function inlined(
  page: string,
  parts: { readonly scripts: readonly string[]; readonly styles: readonly string[]; readonly icon: string },
): string;
