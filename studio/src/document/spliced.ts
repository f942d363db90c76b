/** `Array.prototype.toSpliced`, which the phones of five years ago do not have. */
export function spliced<T>(items: readonly T[], index: number, removeCount: number, ...added: T[]): T[] {
  const copy = [...items];
  copy.splice(index, removeCount, ...added);
  return copy;
}
