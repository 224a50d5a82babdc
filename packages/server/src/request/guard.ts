/**
 * Who may ask: only the machine's own names as `Host` (a foreign name that leads to the loopback
 * address is DNS rebinding), only the app's own pages as `Origin`. And what every answer carries.
 * @module
 */
import { API_ROOT } from '@onrecord/api';
import { CodedError } from '@onrecord/record';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Sent with every answer. Scripts and styles come from files of our own only; `wasm-unsafe-eval`
 * lets the reader's kernels be compiled in the page's worker and lets nothing else run.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Find why a request is refused before anything is done for it; null when it is not. */
export function findRefusal(request: Request, allowedHosts: readonly string[]): CodedError | null {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? url.host;
  if (![...LOOPBACK, ...allowedHosts].includes(nameOf(host)))
    return new CodedError('host-foreign', `this server does not answer as ${host}`, {
      remedy: 'open it at http://127.0.0.1, or start it with --host NAME',
    });
  const origin = request.headers.get('origin');
  if (origin !== null && hostOf(origin) !== host) return foreign(origin);
  const site = request.headers.get('sec-fetch-site');
  const isApi = url.pathname.startsWith(`${API_ROOT}/`);
  // A link from elsewhere may open the app; no foreign page may ask the API for anything.
  if (isApi && (site === 'cross-site' || site === 'same-site')) return foreign(`${site} page`);
  return null;
}

function foreign(origin: string): CodedError {
  return new CodedError('origin-foreign', `requests from ${origin} are not answered`, {
    remedy: 'use the app that this server serves',
  });
}

/** The name in a `Host` header, lower-case, without its port. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // "null", of sandboxed and local pages
  }
}
