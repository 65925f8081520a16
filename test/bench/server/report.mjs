export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many a second, and the CPU seconds of each in the process that is measured. `act` gives the seconds it took. */
export async function share(child, act, count) {
  const before = await child.tell('used');
  const seconds = await act();
  const after = await child.tell('used');
  return { rate: count / seconds, cpu: (after.cpu - before.cpu) / count };
}

export function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  '));
}
