import { describe, expect, it } from 'vitest';
import { parseYuan, yuan } from '../src/frame/money';

describe('yuan', () => {
  it.each([[0, '¥0'], [5, '¥0.05'], [2850, '¥28.50'], [123456700, '¥1,234,567'], [-3400, '-¥34']])('%i fen is %s', (fen, text) => {
    expect(yuan(fen)).toBe(text);
  });

  it.each([['28', 2800], ['28.5', 2850], ['28。50', 2850], [' ¥3 ', 300], ['0.07', 7]])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(['', '-1', '1.234', '1e3', '二十', '1,000', '9999999'])('refuses %s', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('reads back every amount it writes', () => {
    for (let fen = 0; fen < 100_000; fen += 37) expect(parseYuan(yuan(fen).replace(',', ''))).toBe(fen);
  });
});
