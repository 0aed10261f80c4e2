/** What a key does to a presentation. */
export type SlideKey = { readonly kind: 'go'; readonly to: number } | { readonly kind: 'notes' | 'close' };

/** Null for a key that does nothing here. Past either end nothing moves. */
export function slideKey(key: string, { place, slides }: { place: number; slides: number }): SlideKey | null {
  const go = (to: number): SlideKey => ({ kind: 'go', to: Math.min(slides, Math.max(1, to)) });
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
    case ' ':
      return go(place + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return go(place - 1);
    case 'Home':
      return go(1);
    case 'End':
      return go(slides);
    case 'n':
      return { kind: 'notes' };
    case 'Escape':
      return { kind: 'close' };
    default:
      return null;
  }
}
