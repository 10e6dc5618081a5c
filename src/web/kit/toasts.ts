// Short notices at the foot of the page. A notice with "undo" stays as long as the deed can be taken back.
import type { ApiProblem } from './api.ts';
import { makeStore } from './store.ts';

export type Toast = {
  id: number;
  /** Already in the reader's language. */
  text: string;
  until: number;
  undo?: () => void;
  trouble?: ApiProblem;
  retry?: () => void;
};

export const toasts = makeStore<readonly Toast[]>([]);
let last = 0;

export function showToast(toast: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  // Three at most: the newest matter.
  toasts.set([...toasts.get().slice(-2), { ...toast, id }]);
  setTimeout(() => dropToast(id), Math.max(0, toast.until - Date.now()));
  return id;
}

export function dropToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}
