import type { Plugin } from 'vite';

export function serviceWorker(): Plugin;
export function workerSource(folder: string, code: string): string;
