import { fail, ok, type Result } from '../basics/result';

/*
 * The app as one file: the build makes it beside the others (src/tools/one-page.mjs). It opens from a memory stick, from an
 * e-mail or within another site's page, and may have an address of its own that it opens at.
 */

const isOneFile = import.meta.env.MODE === 'one-page';

/** The file as it came, before anything is put into the page; it cannot be read again later, a file may not fetch itself. */
const asItCame = isOneFile ? `<!doctype html>\n${document.documentElement.outerHTML}` : null;

/** Whether the app can be had as one file; not while it is being developed, when there is no build. */
export const hasOneFile = import.meta.env.PROD;

const body = /<body(?: data-opens-at="[^"]*")?>/;

/** The app as one file that opens at an address within it, "#/count?e=nec-2020". */
export async function oneFileAt(hash: string): Promise<Result<string, { readonly message: string }>> {
  let page = asItCame;
  try {
    if (page === null) {
      const answer = await fetch('./ballotflow.html');
      page = answer.ok ? await answer.text() : '';
    }
  } catch {
    page = '';
  }
  if (!body.test(page))
    return fail({ message: 'The app’s own file could not be fetched. Try again when there is a network.' });
  const escaped = hash.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return ok(page.replace(body, () => `<body data-opens-at="${escaped}">`));
}

/** The address the file was saved with, unless the address bar says another. */
export function openAtSaved({ location, document }: Pick<Window, 'location' | 'document'>): void {
  const saved = document.body.dataset['opensAt'];
  if (saved !== undefined && location.hash === '') location.replace(saved);
}
