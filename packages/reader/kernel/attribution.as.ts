/**
 * The kernels of the attribution network, in AssemblyScript with WebAssembly SIMD: sums of table
 * rows, an input-gated recurrence, and the language layer's products of 16-bit integers.
 * Compiled by `scripts/build-kernel.mjs`. All pointers are byte addresses, all widths multiples of 8.
 * @module
 */
export { product, quantise } from './language.as';

@inline function softsign(x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)));
}

/**
 * An input-gated recurrence of `n` rows in both directions: a row of `z` holds gate and candidate of
 * the one, then of the other, `width` floats each; a row of `out` both states. The gate keeps
 * (1 + softsign) / 2 of the state, and the state starts at zero.
 */
export function scanBoth(z: usize, out: usize, n: i32, width: i32): void {
  const bytes = <usize>width << 2;
  const half = f32x4.splat(0.5);
  for (let side: usize = 0; side < 2; side++) {
    const rowZ: isize = side ? -(<isize>bytes * 4) : <isize>bytes * 4;
    const rowO: isize = side ? -(<isize>bytes * 2) : <isize>bytes * 2;
    const last = side ? <usize>(n - 1) : 0;
    for (let at: usize = 0; at < bytes; at += 16) {
      let p: usize = z + last * bytes * 4 + side * 2 * bytes + at;
      let o: usize = out + last * bytes * 2 + side * bytes + at;
      let state = f32x4.splat(0);
      for (let i: i32 = 0; i < n; i++) {
        const keep = f32x4.add(half, f32x4.mul(half, softsign(v128.load(p))));
        const fresh = softsign(v128.load(p + bytes));
        state = f32x4.add(f32x4.mul(keep, f32x4.sub(state, fresh)), fresh);
        v128.store(o, state);
        p = <usize>(<isize>p + rowZ);
        o = <usize>(<isize>o + rowO);
      }
    }
  }
}

/**
 * out[i] = start[i] + sum over c of table[rows[c][i]], for `n` rows of `width` floats and `columns`
 * columns of row numbers, each `n` long; a negative row number adds nothing. `start` may be `out`.
 */
export function sumRows(start: usize, table: usize, rows: usize, out: usize, n: i32, width: i32,
  columns: i32): void {
  const bytes = <usize>width << 2;
  for (let i: i32 = 0; i < n; i++) {
    for (let at: usize = 0; at < bytes; at += 32) {
      let a = v128.load(start + at), b = v128.load(start + at, 16);
      for (let c: i32 = 0; c < columns; c++) {
        const row = load<i32>(rows + (<usize>(c * n + i) << 2));
        if (row < 0) continue;
        const from = table + <usize>row * bytes + at;
        a = f32x4.add(a, v128.load(from));
        b = f32x4.add(b, v128.load(from, 16));
      }
      v128.store(out + at, a);
      v128.store(out + at, b, 16);
    }
    start += bytes;
    out += bytes;
  }
}

/** out[i] = x[own[i]] + x[other[i]] over `width` floats; a negative number adds nothing. */
export function pickRows(x: usize, own: usize, other: usize, out: usize, n: i32, width: i32): void {
  const bytes = <usize>width << 2;
  for (let i: i32 = 0; i < n; i++) {
    const a = x + <usize>load<i32>(own + (<usize>i << 2)) * bytes;
    const row = load<i32>(other + (<usize>i << 2));
    const b = x + <usize>row * bytes;
    if (row < 0) {
      for (let at: usize = 0; at < bytes; at += 16) v128.store(out + at, v128.load(a + at));
    } else {
      for (let at: usize = 0; at < bytes; at += 16) {
        v128.store(out + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
      }
    }
    out += bytes;
  }
}

/** x[i] ← max(x[i] + y, 0) for `n` rows of `width` floats. */
export function addRectified(x: usize, y: usize, n: i32, width: i32): void {
  const zero = f32x4.splat(0);
  const bytes = <usize>width << 2;
  for (let i: i32 = 0; i < n; i++) {
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(x + at, f32x4.max(f32x4.add(v128.load(x + at), v128.load(y + at)), zero));
    }
    x += bytes;
  }
}

/** x ← x + y, `count` floats. */
export function addTo(x: usize, y: usize, count: i32): void {
  for (let i: i32 = 0; i < count; i += 4) {
    v128.store(x, f32x4.add(v128.load(x), v128.load(y)));
    x += 16;
    y += 16;
  }
}
