/**
 * The kernels of the language layer, in AssemblyScript with WebAssembly SIMD: products of 16-bit
 * integers summed in 32 bits (exact, so the same everywhere), the two input-gated recurrences, and
 * the scores of arcs. Compiled by `scripts/build-kernel.mjs`. All pointers are byte addresses, all
 * widths multiples of 8. No fused multiply-add, no relaxed instruction, no exponential: gates and
 * activations are softsign, x / (1 + |x|).
 * @module
 */

@inline function softsign(x: v128): v128 {
  return f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)));
}

/** Eight floats, times `factor`, as 16-bit integers, clipped at both ends. */
@inline function pack(a: v128, b: v128, factor: v128): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(a, factor))),
    i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(b, factor))));
}

/** out[i] = round(x[i] · factor) as 16 bits, clipped at both ends. */
export function quantise(x: usize, out: usize, count: i32, factor: f32): void {
  const scale = f32x4.splat(factor);
  for (let i: i32 = 0; i < count; i += 8) {
    v128.store(out, pack(v128.load(x), v128.load(x, 16), scale));
    x += 32;
    out += 16;
  }
}

/** The same for `width` columns of `n` rows that are `stride` bytes apart. */
export function quantiseRows(x: usize, out: usize, n: i32, width: i32, stride: usize, factor: f32): void {
  for (let i: i32 = 0; i < n; i++) {
    quantise(x, out, width, factor);
    x += stride;
    out += <usize>width << 1;
  }
}

/** Four sums as floats: times their scales, plus their biases. */
@inline function finish(sum: v128, scale: usize, bias: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), v128.load(bias));
}

/** Eight sums of one row: as floats, or quantised for the next product where `factor` is not 0. */
@inline function put(s0: v128, s1: v128, scale: usize, bias: usize, out: usize, factor: f32): void {
  const a = finish(s0, scale, bias), b = finish(s1, scale + 16, bias + 16);
  if (factor == 0) {
    v128.store(out, a);
    v128.store(out, b, 16);
  } else v128.store(out, pack(a, b, f32x4.splat(factor)));
}

/** s + a·w, a pair of products a lane. */
@inline function addDot(s: v128, a: v128, w: v128): v128 {
  return i32x4.add(s, i32x4.dot_i16x8_s(a, w));
}

/**
 * out[n×m] = (a[n×k] · w[k×m]) · scale[m] + bias[m], a and w of 16 bits. w is packed in panels of
 * eight columns: for each pair of rows, columns 0..3 then 4..7, the pair side by side. Four rows at
 * a time; two pairs at a time, or the loop written out, was slower in V8.
 */
@inline function multiply(a: usize, w: usize, scale: usize, out: usize, n: i32, k: i32, m: i32,
  factor: f32): void {
  const rowA = <usize>k << 1;
  const size: usize = factor == 0 ? 2 : 1;
  const rowO = <usize>m << size;
  const bias = scale + (<usize>m << 2);
  const panel = <usize>k << 4;
  const pairs = k >> 1;
  for (let j: i32 = 0; j < m; j += 8) {
    const q0 = w + <usize>(j >> 3) * panel;
    const s = scale + (<usize>j << 2);
    const c = bias + (<usize>j << 2);
    let o = out + (<usize>j << size);
    let p = a;
    let i: i32 = 0;
    for (; i + 4 <= n; i += 4) {
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
      let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      let q = q0;
      for (let x: i32 = 0; x < pairs; x++) {
        const w0 = v128.load(q), w1 = v128.load(q, 16);
        const v0 = v128.load_splat<i32>(p);
        s00 = addDot(s00, v0, w0);
        s01 = addDot(s01, v0, w1);
        const v1 = v128.load_splat<i32>(p + rowA);
        s10 = addDot(s10, v1, w0);
        s11 = addDot(s11, v1, w1);
        const v2 = v128.load_splat<i32>(p + 2 * rowA);
        s20 = addDot(s20, v2, w0);
        s21 = addDot(s21, v2, w1);
        const v3 = v128.load_splat<i32>(p + 3 * rowA);
        s30 = addDot(s30, v3, w0);
        s31 = addDot(s31, v3, w1);
        p += 4;
        q += 32;
      }
      put(s00, s01, s, c, o, factor);
      put(s10, s11, s, c, o + rowO, factor);
      put(s20, s21, s, c, o + 2 * rowO, factor);
      put(s30, s31, s, c, o + 3 * rowO, factor);
      o += 4 * rowO;
      p += 3 * rowA;
    }
    for (; i < n; i++) {
      let s0 = i32x4.splat(0), s1 = s0;
      let q = q0;
      for (let x: i32 = 0; x < pairs; x++) {
        const v = v128.load_splat<i32>(p);
        s0 = addDot(s0, v, v128.load(q));
        s1 = addDot(s1, v, v128.load(q, 16));
        p += 4;
        q += 32;
      }
      put(s0, s1, s, c, o, factor);
      o += rowO;
    }
  }
}

/** A product whose results are floats. */
export function product(a: usize, w: usize, scale: usize, out: usize, n: i32, k: i32, m: i32): void {
  multiply(a, w, scale, out, n, k, m, 0);
}

/** A product whose results are quantised by `factor` for the next. */
export function productThin(a: usize, w: usize, scale: usize, out: usize, n: i32, k: i32, m: i32,
  factor: f32): void {
  multiply(a, w, scale, out, n, k, m, factor);
}

/** x ← softsign(x), in place. */
export function activate(x: usize, count: i32): void {
  for (let i: i32 = 0; i < count; i += 4) {
    v128.store(x, softsign(v128.load(x)));
    x += 16;
  }
}

/** x ← max(x, 0) over `width` columns of `n` rows that are `stride` bytes apart. */
export function rectify(x: usize, n: i32, width: i32, stride: usize): void {
  const zero = f32x4.splat(0);
  for (let i: i32 = 0; i < n; i++) {
    let p = x;
    for (let j: i32 = 0; j < width; j += 4) {
      v128.store(p, f32x4.pmax(v128.load(p), zero));
      p += 16;
    }
    x += stride;
  }
}

/** Four 16-bit sums as floats: the low or the high half of eight. */
@inline function low(x: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(x));
}

@inline function high(x: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(x));
}

/**
 * One step of the gated recurrence on four lanes; returns the output, the state stays in memory.
 * The three quotients x / (one + |x|) share one division, by the product of their divisors. `one` is
 * what the sums count as 1, a power of two: dividing by it first would change no bit.
 */
@inline function step(state: usize, f: v128, e: v128, c: v128, one: v128): v128 {
  const half = f32x4.splat(0.5);
  const a = f32x4.add(one, f32x4.abs(f));
  const b = f32x4.add(one, f32x4.abs(e));
  const d = f32x4.add(one, f32x4.abs(c));
  const ab = f32x4.mul(a, b);
  const r = f32x4.div(f32x4.splat(1), f32x4.mul(ab, d));
  const s = f32x4.mul(c, f32x4.mul(ab, r));
  const dr = f32x4.mul(f32x4.mul(half, d), r);
  const forget = f32x4.add(half, f32x4.mul(f, f32x4.mul(b, dr)));
  const open = f32x4.add(half, f32x4.mul(e, f32x4.mul(a, dr)));
  const next = f32x4.add(f32x4.mul(forget, f32x4.sub(v128.load(state), s)), s);
  v128.store(state, next);
  return f32x4.mul(next, open);
}

/** The same without an output gate, over sums that count 1 as 1. */
@inline function stepPlain(state: usize, f: v128, c: v128): v128 {
  const one = f32x4.splat(1), half = f32x4.splat(0.5);
  const a = f32x4.add(one, f32x4.abs(f));
  const d = f32x4.add(one, f32x4.abs(c));
  const r = f32x4.div(one, f32x4.mul(a, d));
  const s = f32x4.mul(c, f32x4.mul(a, r));
  const forget = f32x4.add(half, f32x4.mul(f, f32x4.mul(f32x4.mul(half, d), r)));
  const next = f32x4.add(f32x4.mul(forget, f32x4.sub(v128.load(state), s)), s);
  v128.store(state, next);
  return next;
}

/** 1.5 · 2^23: a float this large has a last bit worth 1, so adding it rounds to even. */
const ROUNDING: f32 = 12582912;

/** Eight floats inside ±1 as 16-bit integers: what `pack` gives, by two instructions for ten. */
@inline function packBounded(a: v128, b: v128, factor: v128): v128 {
  const rounding = f32x4.splat(ROUNDING);
  return i16x8.narrow_i32x4_s(
    i32x4.sub(f32x4.add(f32x4.mul(a, factor), rounding), rounding),
    i32x4.sub(f32x4.add(f32x4.mul(b, factor), rounding), rounding));
}

/**
 * The first recurrence of one sentence in one direction; its output is quantised. A row of the memo
 * holds, for its word form, sums of 16 bits (times `unit`, a power of two) for both directions: for the word
 * itself (forget, output, candidate) and for the word read after it (the same three). `glue` holds
 * what does not depend on the form, seven rows of three: for the first word of the sentence (apart,
 * glued), for each pair of the word before and this one, and zeros; both directions after each other.
 */
export function scanForms(rows: usize, glued: usize, glue: usize, out: usize, state: usize,
  n: i32, h: i32, side: i32, unit: f32, factor: f32): void {
  const width = <usize>h << 1;
  const wide = <usize>h << 2;
  const three = 3 * width;
  const sideAt = <usize>side * 2 * three;
  const rowO = width << 1;
  const glueAt = glue + <usize>side * 7 * three;
  const one = f32x4.splat(unit);
  const times = f32x4.splat(factor);
  for (let at: usize = 0; at < wide; at += 16) v128.store(state + at, f32x4.splat(0));
  // The first word has none before it: a row of zeros stands in.
  let before = glueAt + 6 * three;
  let gluedBefore: usize = 0;
  for (let i: i32 = 0; i < n; i++) {
    const t = <usize>(side ? n - 1 - i : i);
    const here = <usize>load<i32>(rows + (t << 2)) + sideAt;
    const isGlued = <usize>load<u8>(glued + t);
    const g = glueAt + (i == 0 ? isGlued : 2 + 2 * gluedBefore + isGlued) * three;
    const o = out + t * rowO + <usize>side * width;
    let s = state;
    for (let at: usize = 0; at < width; at += 16) {
      const f = i16x8.add_sat_s(
        i16x8.add_sat_s(v128.load(here + at), v128.load(g + at)), v128.load(before + at));
      const e = i16x8.add_sat_s(
        i16x8.add_sat_s(v128.load(here + at + width), v128.load(g + at + width)),
        v128.load(before + at + width));
      const c = i16x8.add_sat_s(
        i16x8.add_sat_s(v128.load(here + at + 2 * width), v128.load(g + at + 2 * width)),
        v128.load(before + at + 2 * width));
      const a = step(s, low(f), low(e), low(c), one);
      const b = step(s + 16, high(f), high(e), high(c), one);
      v128.store(o + at, packBounded(a, b, times));
      s += 32;
    }
    before = here + three;
    gluedBefore = isGlued;
  }
}

/**
 * The second recurrence of one sentence in one direction, over rows of `z` (forget, candidate a
 * side); its output is quantised.
 */
export function scanHidden(z: usize, out: usize, state: usize, n: i32, g: i32, side: i32, factor: f32): void {
  const width = <usize>g << 2;
  const rowZ = width << 2;
  const times = f32x4.splat(factor);
  for (let at: usize = 0; at < width; at += 16) v128.store(state + at, f32x4.splat(0));
  for (let i: i32 = 0; i < n; i++) {
    const t = <usize>(side ? n - 1 - i : i);
    const from = z + t * rowZ + <usize>side * 2 * width;
    let o = out + t * width + <usize>side * (width >> 1);
    for (let at: usize = 0; at < width; at += 32) {
      const s0 = stepPlain(state + at, v128.load(from + at), v128.load(from + at + width));
      const s1 = stepPlain(state + at + 16, v128.load(from + at, 16), v128.load(from + at + width, 16));
      v128.store(o, packBounded(s0, s1, times));
      o += 16;
    }
  }
}

@inline function sum4(x: v128): f32 {
  const pair = f32x4.add(x, v128.shuffle<f32>(x, x, 2, 3, 2, 3));
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1);
}

/** out[i] = x[i]·y over `n` rows of `width` floats, `stride` bytes apart. */
export function dots(x: usize, y: usize, out: usize, n: i32, width: i32, stride: usize): void {
  for (let i: i32 = 0; i < n; i++) {
    let s = f32x4.splat(0);
    for (let at: usize = 0; at < <usize>width << 2; at += 16) {
      s = f32x4.add(s, f32x4.mul(v128.load(x + at), v128.load(y + at)));
    }
    store<f32>(out + (<usize>i << 2), sum4(s));
    x += stride;
  }
}

/**
 * Turn the heads of one sentence on their side, for `arcs`: out[x][j] = head[j][x], rows of `wide`
 * floats (the words, up to a multiple of eight; columns beyond the last word hold what they held).
 */
export function turn(head: usize, out: usize, n: i32, width: i32, stride: usize, wide: i32): void {
  const row = <usize>wide << 2;
  for (let j: i32 = 0; j < n; j++) {
    let to = out + (<usize>j << 2);
    for (let x: usize = 0; x < <usize>width << 2; x += 4) {
      store<f32>(to, load<f32>(head + x));
      to += row;
    }
    head += stride;
  }
}

/** Where four columns' largest values stand against the one that was found: as bits. */
@inline function equals(x: usize, value: v128): i32 {
  return i32x4.bitmask(f32x4.eq(v128.load(x), value));
}

/** The largest of the floats in [x, end), a multiple of four of them, in all lanes. */
@inline function largestOf(x: usize, end: usize): v128 {
  let most = v128.load(x);
  for (let at = x + 16; at < end; at += 16) most = f32x4.pmax(most, v128.load(at));
  most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
  return f32x4.pmax(most, v128.shuffle<f32>(most, most, 1, 0, 3, 2));
}

/** The first column from `x` on that has this value, which one has. */
@inline function columnOf(x: usize, value: v128): i32 {
  let at = x;
  let bits = equals(at, value);
  while (bits == 0) {
    at += 16;
    bits = equals(at, value);
  }
  return <i32>((at - x) >> 2) + ctz(bits);
}

/**
 * score[i][j] = dependent[i]·head[j] + own[j] + distance[j - i] for one sentence, heads turned and
 * rows of `wide` floats; the diagonal is left very low, and so are columns beyond the last word.
 * `distance` points at offset 0 of a table that reaches as far as the longest sentence, and eight
 * beyond. `best` gets the column of each row's largest score, the first of equals.
 */
export function arcs(dependent: usize, head: usize, own: usize, distance: usize, score: usize, best: usize,
  n: i32, width: i32, wide: i32): void {
  const bytes = <usize>width << 2;
  const row = <usize>wide << 2;
  for (let i: i32 = 0; i < n; i += 2) {
    // Two rows at a time read each head once; the last row of an odd number is done twice.
    const e: i32 = i + 1 < n ? i + 1 : i;
    const d = dependent + <usize>i * bytes, f = dependent + <usize>e * bytes;
    const s = score + <usize>i * row, t = score + <usize>e * row;
    const far = distance - (<usize>i << 2), near = distance - (<usize>e << 2);
    for (let j: usize = 0; j < row; j += 32) {
      let h = head + j;
      let a0 = v128.load(own + j), a1 = v128.load(own + j, 16), b0 = a0, b1 = a1;
      for (let x: usize = 0; x < bytes; x += 4) {
        const v = v128.load_splat<f32>(d + x), w = v128.load_splat<f32>(f + x);
        const h0 = v128.load(h), h1 = v128.load(h, 16);
        a0 = f32x4.add(a0, f32x4.mul(v, h0));
        a1 = f32x4.add(a1, f32x4.mul(v, h1));
        b0 = f32x4.add(b0, f32x4.mul(w, h0));
        b1 = f32x4.add(b1, f32x4.mul(w, h1));
        h += row;
      }
      v128.store(s + j, f32x4.add(a0, v128.load(far + j)));
      v128.store(s + j, f32x4.add(a1, v128.load(far + j, 16)), 16);
      v128.store(t + j, f32x4.add(b0, v128.load(near + j)));
      v128.store(t + j, f32x4.add(b1, v128.load(near + j, 16)), 16);
    }
  }
  for (let i: i32 = 0; i < n; i++) {
    for (let j = n; j < wide; j++) store<f32>(score + (<usize>j << 2), -1e30);
    store<f32>(score + (<usize>i << 2), -1e9);
    store<i32>(best + (<usize>i << 2), columnOf(score, largestOf(score, score + row)));
    score += row;
  }
}

/**
 * out = times · (row · scale + …) over `count` rows of `width` signed bytes; `rows` holds the address
 * and the scale of each.
 */
export function sumRows(rows: usize, out: usize, count: i32, width: i32, times: f32): void {
  const end = rows + (<usize>count << 3);
  const factor = f32x4.splat(times);
  for (let x: i32 = 0; x < width; x += 8) {
    let a = f32x4.splat(0), b = a;
    for (let row = rows; row < end; row += 8) {
      const half = v128.load8x8_s(<usize>load<i32>(row) + x);
      const scale = v128.load_splat<f32>(row, 4);
      a = f32x4.add(a, f32x4.mul(low(half), scale));
      b = f32x4.add(b, f32x4.mul(high(half), scale));
    }
    v128.store(out, f32x4.mul(a, factor));
    v128.store(out, f32x4.mul(b, factor), 16);
    out += 32;
  }
}

/** out[i] = max(dependent[i] + head[heads[i]], 0) over `width` floats; a head of -1 adds nothing. */
export function pairLabels(dependent: usize, head: usize, heads: usize, out: usize,
  n: i32, width: i32, stride: usize): void {
  const bytes = <usize>width << 2;
  const zero = f32x4.splat(0);
  for (let i: i32 = 0; i < n; i++) {
    const at = load<i32>(heads + (<usize>i << 2));
    const d = dependent + <usize>i * stride;
    if (at < 0) {
      for (let x: usize = 0; x < bytes; x += 16) v128.store(out + x, f32x4.pmax(v128.load(d + x), zero));
    } else {
      const h = head + <usize>at * stride;
      for (let x: usize = 0; x < bytes; x += 16) {
        v128.store(out + x, f32x4.pmax(f32x4.add(v128.load(d + x), v128.load(h + x)), zero));
      }
    }
    out += bytes;
  }
}

/** The column with the largest value in each of `n` rows, of `width` columns (four at least), `stride` bytes apart. */
export function largest(x: usize, out: usize, n: i32, width: i32, stride: usize): void {
  const whole = (<usize>width & ~3) << 2;
  const last = (<usize>width - 4) << 2;
  for (let i: i32 = 0; i < n; i++) {
    // The last four columns may be among those before: the largest is the same.
    let most = f32x4.pmax(largestOf(x, x + whole), v128.load(x + last));
    most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
    most = f32x4.pmax(most, v128.shuffle<f32>(most, most, 1, 0, 3, 2));
    store<i32>(out + (<usize>i << 2), columnOf(x, most));
    x += stride;
  }
}
