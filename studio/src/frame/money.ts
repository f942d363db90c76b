/** Amounts are integers in fen everywhere; only these two functions know about yuan. */

export function yuan(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : '';
  const fen = Math.abs(amountFen);
  const cents = String(fen % 100).padStart(2, '0');
  return `${sign}¥${Math.floor(fen / 100).toLocaleString('en-US')}${cents === '00' ? '' : `.${cents}`}`;
}

/** "28", "28.5" or "28.50" in fen; null for anything else, so that 0.1 + 0.2 never meets money. */
export function parseYuan(text: string): number | null {
  const match = /^\s*¥?(\d{1,6})(?:[.。](\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
