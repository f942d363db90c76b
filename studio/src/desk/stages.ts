/** The desk's four columns and which order states stand in each. */
import type { OwnerOrder } from '@/api/types';

export type MainEvent = 'accept' | 'ready' | 'finish';
export type Stage = 'waiting' | 'making' | 'ready' | 'finished';

export const STAGES: readonly Stage[] = ['waiting', 'making', 'ready', 'finished'];

const STAGE_OF: Record<string, Stage> = { paid: 'waiting', making: 'making', ready: 'ready', done: 'finished', refunding: 'finished', refunded: 'finished' };

/** null: an unpaid or cancelled order is not the desk's business. */
export function stageOf(order: OwnerOrder): Stage | null {
  return STAGE_OF[order.state] ?? null;
}

/** The oldest first where work waits, the newest first where it is over. */
export function ordersIn(orders: OwnerOrder[], stage: Stage): OwnerOrder[] {
  const here = orders.filter((order) => stageOf(order) === stage);
  return stage === 'finished' ? here : here.reverse();
}
