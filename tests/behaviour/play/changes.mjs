/** What became of a list of lines: `- gone` and `+ new`, in the order of the page. */

/** @param {string[]} before @param {string[]} after @returns {string[]} */
export function changes(before, after) {
  const same = Array.from({ length: before.length + 1 }, () => new Array(after.length + 1).fill(0));
  for (let one = before.length - 1; one >= 0; one--) {
    for (let other = after.length - 1; other >= 0; other--) {
      same[one][other] =
        before[one] === after[other] ? same[one + 1][other + 1] + 1 : Math.max(same[one + 1][other], same[one][other + 1]);
    }
  }
  const lines = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    if (before[one] === after[other] && one < before.length) {
      one++;
      other++;
    } else if (other === after.length || (one < before.length && same[one + 1][other] >= same[one][other + 1])) {
      lines.push(`- ${before[one++]}`);
    } else lines.push(`+ ${after[other++]}`);
  }
  return lines;
}
