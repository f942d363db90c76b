/** Short notices at the foot of the screen. */
import { Notify } from 'quasar';
import { Refusal } from '@/api/client';

export function sayDone(message: string): void {
  Notify.create({ message, color: 'positive', timeout: 1800, position: 'bottom' });
}

export function sayRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  Notify.create({ message: error.message, color: 'negative', timeout: 4000, position: 'bottom' });
}
