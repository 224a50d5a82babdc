/**
 * The sign of a stance: a shape as well as a colour, so that neither stands alone.
 * @module
 */
import type { Lane } from './plot-points.ts';

const PATHS: Readonly<Record<Lane, string>> = {
  commits: 'M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6Z',
  offers: 'M0-6A6 6 0 1 1 0 6A6 6 0 1 1 0-6ZM0-3.4A3.4 3.4 0 1 0 0 3.4A3.4 3.4 0 1 0 0-3.4Z',
  considers: 'M0-6A6 6 0 0 1 0 6Z',
  accepts: 'M-5.5-5.5H5.5V5.5H-5.5Z',
  demands: 'M0-6.5L6.5 5H-6.5Z',
  refuses: 'M-6-3.6L-3.6-6L0-2.4L3.6-6L6-3.6L2.4 0L6 3.6L3.6 6L0 2.4L-3.6 6L-6 3.6L-2.4 0Z',
  rejects: 'M-6.5-2H6.5V2H-6.5Z',
  threatens: 'M0-7L5.5 0L0 7L-5.5 0Z',
  says: 'M0-3A3 3 0 1 1 0 3A3 3 0 1 1 0-3Z',
};

/** Draw the sign of a stance at the origin of the drawing around it. */
export function StanceShape({ lane }: { lane: Lane }) {
  return <path class="stance-shape" data-stance={lane} fill-rule="evenodd" d={PATHS[lane]} />;
}
