/**
 * Measuring on a shared, noisy machine: contestants run in turn, round after round, and what counts is the
 * ratio of their medians within that run.
 * @module
 */

/** The median of a list of numbers. */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * Run every contestant once a round, in turn, after one round to warm up.
 * @param contestants name → a function, may be async; its time counts.
 * @returns name → the median time in ms, and all times.
 */
export async function race(contestants, rounds = 5) {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const [name, run] of Object.entries(contestants)) {
      const started = performance.now();
      await run();
      if (0 <= round) times[name].push(performance.now() - started);
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, { ms: median(all), all }]),
  );
}

/**
 * The same with the processor time of each task too, all threads of this process together: what
 * others on the machine disturb less.
 * A task may be `{ before, run }`: only `run` is timed.
 * @returns for each task its name, and the medians in ms
 */
export async function raceBoth(tasks, rounds) {
  const cpu = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  const wall = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++)
    for (const [name, task] of Object.entries(tasks)) {
      await task.before?.();
      const used = process.cpuUsage();
      const started = performance.now();
      await (task.run ?? task)();
      const took = performance.now() - started;
      const { user, system } = process.cpuUsage(used);
      if (round < 0) continue;
      wall[name].push(took);
      cpu[name].push((user + system) / 1000);
    }
  return Object.keys(tasks).map((name) => ({
    name,
    wall: median(wall[name]),
    cpu: median(cpu[name]),
  }));
}

/** Print rows as an aligned table. */
export function table(title, rows) {
  console.log(`\n${title}`);
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => String(row[head])))];
  const widths = heads.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  for (const row of cells)
    console.log(
      `  ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ')}`,
    );
}
