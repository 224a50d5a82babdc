/**
 * Coreference scores as CoNLL-2011 and -2012 define them: MUC (Vilain et al. 1995), B³ (Bagga and
 * Baldwin 1998), CEAF-e with φ4 (Luo 2005), their average, and the F1 of mentions. On predicted
 * mentions, after Pradhan et al. 2014: a mention that one side lacks is a cluster of its own there.
 * @module
 */

/** Clusters of mentions; a mention is a string or number that is the same on both sides. */
export type Clusters<M> = readonly (readonly M[])[];

/** Sums from which recall and precision follow, so that articles can be added up. */
export interface CoreferenceCount {
  recall: number;
  recallOf: number;
  precision: number;
  precisionOf: number;
}

/** The counts of each metric. */
export interface CoreferenceCounts {
  muc: CoreferenceCount;
  b3: CoreferenceCount;
  ceafe: CoreferenceCount;
  mentions: CoreferenceCount;
}

const zero = (): CoreferenceCount => ({ recall: 0, recallOf: 0, precision: 0, precisionOf: 0 });

/** Counts of nothing, to add to. */
export const makeCoreferenceCounts = (): CoreferenceCounts => ({
  muc: zero(),
  b3: zero(),
  ceafe: zero(),
  mentions: zero(),
});

/** F1 in percent of a count. */
export function f1OfCount(count: CoreferenceCount): number {
  const recall = count.recallOf ? count.recall / count.recallOf : 0;
  const precision = count.precisionOf ? count.precision / count.precisionOf : 0;
  return recall + precision ? (200 * recall * precision) / (recall + precision) : 0;
}

/** The average that CoNLL-2012 ranks by: MUC, B³ and CEAF-e, in percent. */
export function averageOf(counts: CoreferenceCounts): number {
  return (f1OfCount(counts.muc) + f1OfCount(counts.b3) + f1OfCount(counts.ceafe)) / 3;
}

/** Score an article's clusters against gold ones, adding to `counts`. */
export function scoreCoreference<M>(
  gold: Clusters<M>,
  found: Clusters<M>,
  counts: CoreferenceCounts,
): void {
  const goldOf = indexOf(gold);
  const foundOf = indexOf(found);
  addHalf(counts.muc, 'recall', mucOf(gold, foundOf));
  addHalf(counts.muc, 'precision', mucOf(found, goldOf));
  addHalf(counts.b3, 'recall', b3Of(gold, found, foundOf));
  addHalf(counts.b3, 'precision', b3Of(found, gold, goldOf));
  const similarity = alignClusters(gold, found, foundOf);
  addHalf(counts.ceafe, 'recall', [similarity, gold.length]);
  addHalf(counts.ceafe, 'precision', [similarity, found.length]);
  const common = [...goldOf.keys()].filter((mention) => foundOf.has(mention)).length;
  addHalf(counts.mentions, 'recall', [common, goldOf.size]);
  addHalf(counts.mentions, 'precision', [common, foundOf.size]);
}

function addHalf(
  count: CoreferenceCount,
  half: 'recall' | 'precision',
  [part, whole]: readonly [number, number],
): void {
  count[half] += part;
  count[`${half}Of`] += whole;
}

function indexOf<M>(clusters: Clusters<M>): Map<M, number> {
  const index = new Map<M, number>();
  for (const [at, cluster] of clusters.entries())
    for (const mention of cluster) index.set(mention, at);
  return index;
}

/** Links kept: a cluster's mentions less the parts that the other side cuts it into. */
function mucOf<M>(clusters: Clusters<M>, otherOf: ReadonlyMap<M, number>): [number, number] {
  let [kept, all] = [0, 0];
  for (const cluster of clusters) {
    const parts = new Set<number>();
    let alone = 0;
    for (const mention of cluster) {
      const other = otherOf.get(mention);
      if (other === undefined) alone++;
      else parts.add(other);
    }
    kept += cluster.length - parts.size - alone;
    all += cluster.length - 1;
  }
  return [kept, all];
}

/** For each mention the share of its cluster that the other side's cluster of it holds. */
function b3Of<M>(
  clusters: Clusters<M>,
  others: Clusters<M>,
  otherOf: ReadonlyMap<M, number>,
): [number, number] {
  let [sum, all] = [0, 0];
  for (const cluster of clusters) {
    const common = new Map<number, number>();
    for (const mention of cluster) {
      const other = otherOf.get(mention);
      if (other !== undefined) common.set(other, (common.get(other) ?? 0) + 1);
    }
    for (const size of common.values()) sum += (size * size) / cluster.length;
    all += cluster.length;
  }
  void others;
  return [sum, all];
}

/** The best one-to-one alignment of clusters under φ4 = 2|A∩B| / (|A|+|B|): its total. */
function alignClusters<M>(
  gold: Clusters<M>,
  found: Clusters<M>,
  foundOf: ReadonlyMap<M, number>,
): number {
  // Only clusters that share mentions can be aligned with profit: each connected group by itself.
  const edges = new Map<number, Map<number, number>>();
  const parent = Array.from({ length: gold.length + found.length }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] as number;
    parent[at] = root;
    return root;
  };
  for (const [at, cluster] of gold.entries()) {
    const row = new Map<number, number>();
    for (const mention of cluster) {
      const other = foundOf.get(mention);
      if (other === undefined) continue;
      row.set(other, (row.get(other) ?? 0) + 1);
      parent[rootOf(gold.length + other)] = rootOf(at);
    }
    edges.set(at, row);
  }
  const groups = new Map<number, { rows: number[]; columns: number[] }>();
  for (let at = 0; at < parent.length; at++) {
    const root = rootOf(at);
    const group = groups.get(root) ?? { rows: [], columns: [] };
    if (at < gold.length) group.rows.push(at);
    else group.columns.push(at - gold.length);
    groups.set(root, group);
  }
  let total = 0;
  for (const { rows, columns } of groups.values()) {
    if (rows.length === 0 || columns.length === 0) continue;
    const weights = rows.map((row) =>
      columns.map((column) => {
        const common = edges.get(row)?.get(column) ?? 0;
        const sizes = (gold[row] as readonly M[]).length + (found[column] as readonly M[]).length;
        return (2 * common) / sizes;
      }),
    );
    total += bestAssignment(weights);
  }
  return total;
}

/** The greatest sum of a one-to-one assignment (Kuhn's Hungarian method with potentials). */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  const isWide = weights.length <= (weights[0]?.length ?? 0);
  const rows = isWide
    ? weights
    : (weights[0] ?? []).map((_, at) => weights.map((row) => row[at] as number));
  const [n, m] = [rows.length, rows[0]?.length ?? 0];
  const u = new Float64Array(n + 1);
  const v = new Float64Array(m + 1);
  const rowOf = new Int32Array(m + 1);
  const way = new Int32Array(m + 1);
  for (let row = 1; row <= n; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(m + 1);
    do {
      used[column] = 1;
      const at = rowOf[column] as number;
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let other = 1; other <= m; other++) {
        if (used[other]) continue;
        const cost =
          -(rows[at - 1]?.[other - 1] as number) - (u[at] as number) - (v[other] as number);
        if (cost < (least[other] as number)) {
          least[other] = cost;
          way[other] = column;
        }
        if ((least[other] as number) < delta) [delta, next] = [least[other] as number, other];
      }
      for (let other = 0; other <= m; other++)
        if (used[other]) {
          u[rowOf[other] as number] = (u[rowOf[other] as number] as number) + delta;
          v[other] = (v[other] as number) - delta;
        } else least[other] = (least[other] as number) - delta;
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = way[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    } while (column !== 0);
  }
  let total = 0;
  for (let column = 1; column <= m; column++)
    if ((rowOf[column] as number) > 0)
      total += rows[(rowOf[column] as number) - 1]?.[column - 1] as number;
  return total;
}
