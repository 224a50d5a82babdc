/**
 * The kernels of the attribution network, in AssemblyScript with WebAssembly SIMD: sums of table
 * rows, an input-gated recurrence, and the language layer's products of 16-bit integers.
 * Compiled by `scripts/build-kernel.mjs`. All pointers are byte addresses,
 * all widths multiples of 16, those of summed rows of 32.
 * @module
 */
export { product, quantise } from './language.as';

@inline function softsign(x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)));
}

/** Eight floats, times `factor`, rounded to 16-bit integers and clipped at both ends. */
@inline function pack(a: v128, b: v128, factor: v128): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(a, factor))),
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(b, factor))));
}

/** One step of the recurrence on four lanes: the gate keeps (1 + softsign) / 2 of the state. */
@inline function step(state: v128, gate: v128, candidate: v128): v128 {
  const half = f32x4.splat(0.5);
  const keep = f32x4.add(half, f32x4.mul(half, softsign(gate)));
  const fresh = softsign(candidate);
  return f32x4.add(f32x4.mul(keep, f32x4.sub(state, fresh)), fresh);
}

/**
 * An input-gated recurrence of `n` rows in both directions: a row of `z` holds gate and candidate of
 * the one, then of the other, `width` floats each; a row of `out` both states, a row of `packed` the
 * same as integers. The state starts at zero. Sixteen lanes go through the rows together, a line of
 * cache at a time.
 */
export function scanBoth(z: usize, out: usize, packed: usize, n: i32, width: i32, factor: f32): void {
  const bytes = <usize>width << 2;
  const times = f32x4.splat(factor);
  for (let side: usize = 0; side < 2; side++) {
    const rowZ: isize = side ? -(<isize>bytes * 4) : <isize>bytes * 4;
    const rowO: isize = side ? -(<isize>bytes * 2) : <isize>bytes * 2;
    const last = side ? <usize>(n - 1) : 0;
    for (let at: usize = 0; at < bytes; at += 64) {
      let p: usize = z + last * bytes * 4 + side * 2 * bytes + at;
      let o: usize = out + last * bytes * 2 + side * bytes + at;
      let q: usize = packed + ((last * bytes * 2 + side * bytes + at) >> 1);
      let a = f32x4.splat(0), b = a, c = a, d = a;
      for (let i: i32 = 0; i < n; i++) {
        const fresh = p + bytes;
        a = step(a, v128.load(p), v128.load(fresh));
        b = step(b, v128.load(p, 16), v128.load(fresh, 16));
        c = step(c, v128.load(p, 32), v128.load(fresh, 32));
        d = step(d, v128.load(p, 48), v128.load(fresh, 48));
        v128.store(o, a);
        v128.store(o, b, 16);
        v128.store(o, c, 32);
        v128.store(o, d, 48);
        v128.store(q, pack(a, b, times));
        v128.store(q, pack(c, d, times), 16);
        p = <usize>(<isize>p + rowZ);
        o = <usize>(<isize>o + rowO);
        q = <usize>(<isize>q + (rowO >> 1));
      }
    }
  }
}

/**
 * out[i] = x[own[i]] + x[other[i]] + sum over c of table[rows[c][i]], for `n` rows of `width` floats
 * and `columns` columns of row numbers, each `n` long; a negative `other` adds nothing. Thirty-two
 * floats of a row at a time, so that each table row is read by two lines of cache.
 */
export function sumRows(x: usize, own: usize, other: usize, table: usize, rows: usize, out: usize,
  n: i32, width: i32, columns: i32): void {
  const bytes = <usize>width << 2;
  const column = <usize>n << 2;
  for (let i: i32 = 0; i < n; i++) {
    const first = x + <usize>load<i32>(own) * bytes;
    const number = load<i32>(other);
    const second = number < 0 ? 0 : x + <usize>number * bytes;
    for (let at: usize = 0; at < bytes; at += 128)
      sumLine(first + at, second ? second + at : 0, table + at, rows, out + at, bytes, column, columns);
    own += 4;
    other += 4;
    rows += 4;
    out += bytes;
  }
}

/** Thirty-two floats of a row of sums; `second` may be 0. */
@inline function sumLine(first: usize, second: usize, table: usize, rows: usize, out: usize,
  bytes: usize, column: usize, columns: i32): void {
  let a = v128.load(first), b = v128.load(first, 16), c = v128.load(first, 32), d = v128.load(first, 48);
  let e = v128.load(first, 64), f = v128.load(first, 80), g = v128.load(first, 96), h = v128.load(first, 112);
  let row = second;
  let left = columns;
  if (row == 0) {
    row = table + <usize>load<i32>(rows) * bytes;
    rows += column;
    left--;
  }
  for (;;) {
    a = f32x4.add(a, v128.load(row));
    b = f32x4.add(b, v128.load(row, 16));
    c = f32x4.add(c, v128.load(row, 32));
    d = f32x4.add(d, v128.load(row, 48));
    e = f32x4.add(e, v128.load(row, 64));
    f = f32x4.add(f, v128.load(row, 80));
    g = f32x4.add(g, v128.load(row, 96));
    h = f32x4.add(h, v128.load(row, 112));
    if (left-- == 0) break;
    row = table + <usize>load<i32>(rows) * bytes;
    rows += column;
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  v128.store(out, e, 64);
  v128.store(out, f, 80);
  v128.store(out, g, 96);
  v128.store(out, h, 112);
}

/** packed[i] = max(x[i] + y, 0) as integers, for `n` rows of `width` floats. */
export function addRectified(x: usize, y: usize, packed: usize, n: i32, width: i32, factor: f32): void {
  const zero = f32x4.splat(0);
  const times = f32x4.splat(factor);
  const bytes = <usize>width << 2;
  for (let i: i32 = 0; i < n; i++) {
    for (let at: usize = 0; at < bytes; at += 32) {
      const a = f32x4.max(f32x4.add(v128.load(x + at), v128.load(y + at)), zero);
      const b = f32x4.max(f32x4.add(v128.load(x + at, 16), v128.load(y + at, 16)), zero);
      v128.store(packed, pack(a, b, times));
      packed += 16;
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

/** x ← x + y, `count` floats, and the sums as integers in `packed`. */
export function addAndPack(x: usize, y: usize, packed: usize, count: i32, factor: f32): void {
  const times = f32x4.splat(factor);
  for (let i: i32 = 0; i < count; i += 8) {
    const a = f32x4.add(v128.load(x), v128.load(y));
    const b = f32x4.add(v128.load(x, 16), v128.load(y, 16));
    v128.store(x, a);
    v128.store(x, b, 16);
    v128.store(packed, pack(a, b, times));
    x += 32;
    y += 32;
    packed += 16;
  }
}

@inline function finish(sum: v128, scale: usize, bias: usize, out: usize): void {
  v128.store(out, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(bias)));
}

/**
 * The language layer's `product` for inputs of which most are zero, as rectified ones are: each row's
 * pairs that are not (0, 0) are listed first, and only they are multiplied. `m` is a multiple of 32;
 * `list` has room for k / 2 + 1 numbers of 16 bits a row.
 */
export function productOfFew(a: usize, w: usize, scale: usize, out: usize, list: usize,
  n: i32, k: i32, m: i32): void {
  const pairs = k >> 1;
  const rowA = <usize>k << 1;
  const rowO = <usize>m << 2;
  const rowL = <usize>(pairs + 1) << 1;
  const panel = <usize>k << 4;
  for (let i: i32 = 0; i < n; i++) {
    const from = a + <usize>i * rowA;
    const to = list + <usize>i * rowL;
    let end = to + 2;
    for (let x: i32 = 0; x < pairs; x++) {
      store<u16>(end, <u16>x);
      end += load<i32>(from + (<usize>x << 2)) ? 2 : 0;
    }
    store<u16>(to, <u16>(end - to));
  }
  for (let j: i32 = 0; j < m; j += 32) {
    const at = <usize>j << 2;
    const w0 = w + <usize>(j >> 3) * panel, w1 = w0 + panel, w2 = w1 + panel, w3 = w2 + panel;
    const s = scale + at, c = s + rowO;
    for (let i: i32 = 0; i < n; i++) {
      const from = a + <usize>i * rowA;
      const row = list + <usize>i * rowL;
      const end = row + load<u16>(row);
      let s0 = i32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
      for (let p = row + 2; p < end; p += 2) {
        const x = <usize>load<u16>(p);
        const v = v128.load_splat<i32>(from + (x << 2));
        const q = x << 5;
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v, v128.load(w0 + q)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v, v128.load(w0 + q, 16)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v, v128.load(w1 + q)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v, v128.load(w1 + q, 16)));
        s4 = i32x4.add(s4, i32x4.dot_i16x8_s(v, v128.load(w2 + q)));
        s5 = i32x4.add(s5, i32x4.dot_i16x8_s(v, v128.load(w2 + q, 16)));
        s6 = i32x4.add(s6, i32x4.dot_i16x8_s(v, v128.load(w3 + q)));
        s7 = i32x4.add(s7, i32x4.dot_i16x8_s(v, v128.load(w3 + q, 16)));
      }
      const o = out + <usize>i * rowO + at;
      finish(s0, s, c, o); finish(s1, s + 16, c + 16, o + 16);
      finish(s2, s + 32, c + 32, o + 32); finish(s3, s + 48, c + 48, o + 48);
      finish(s4, s + 64, c + 64, o + 64); finish(s5, s + 80, c + 80, o + 80);
      finish(s6, s + 96, c + 96, o + 96); finish(s7, s + 112, c + 112, o + 112);
    }
  }
}
