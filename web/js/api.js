/** The only file that talks to the server. Failures are `Problem`s (RFC 9457), whatever the cause. */

const REQUEST_TIMEOUT_MS = 60_000;

/** Says that the page asks: the server then never lets the browser open its own sign-in dialog. */
const FROM_PAGE = { 'X-Borderwatch': 'page' };

/** `signed-out` (a 401), `database-away` (a 503 that says so), and `database-back`, which whoever notices it tells. */
export const events = new EventTarget();

/** What went wrong, with the fields of the problem document. `type` is without the leading `/problems/`. */
export class Problem extends Error {
  constructor(document, retryAfterSeconds = null) {
    super(document.detail || document.title || 'Request failed');
    this.name = 'Problem';
    this.type = String(document.type ?? 'unknown').replace(/^\/problems\//, '');
    this.title = document.title ?? '';
    this.status = document.status ?? 0;
    this.detail = document.detail ?? '';
    this.parameter = document.parameter ?? null;
    this.errors = document.errors ?? [];
    this.contradictions = document.contradictions ?? [];
    this.incident = document.incident ?? null;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** True for the error of a request that we ended ourselves; such an error is nobody's business. */
export function isAbort(error) {
  return error?.name === 'AbortError';
}

/** GET of a JSON document. `query` values may be null (left out) or arrays (joined by commas). */
export async function get(path, { query, signal, accept = 'application/json, */*;q=0.5' } = {}) {
  const response = await request(urlOf(path, query), { headers: { Accept: accept } }, signal);
  return bodyOf(response);
}

/** GET of anything else, as a Blob; null for 204. */
export async function getBlob(path, { query, signal, accept = '*/*' } = {}) {
  const response = await request(urlOf(path, query), { headers: { Accept: accept } }, signal);
  return response.status === 204 ? null : response.blob();
}

/**
 * POST, PUT or DELETE. Give `json` (an object) or `body` (text, Blob, File). Answers
 * `{status, body, location, etag}`. With `onProgress(fraction)` the upload reports how far it is.
 */
export async function send(method, path, { query, json, body, headers = {}, signal, onProgress } = {}) {
  const payload = json === undefined ? body : JSON.stringify(json);
  const allHeaders = { Accept: 'application/json, */*;q=0.5', ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers };
  const options = { method, headers: allHeaders, body: payload };
  const url = urlOf(path, query);
  const response = onProgress ? await upload(url, options, signal, onProgress) : await request(url, options, signal);
  return {
    status: response.status,
    body: await bodyOf(response),
    location: response.headers.get('Location'),
    etag: response.headers.get('ETag'),
  };
}

/** `path?query`: nulls and empty lists left out, lists joined by commas; slashes and commas stay readable. */
export function urlOf(path, query = {}) {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll('%2F', '/').replaceAll('%2C', ',')}`);
  return pairs.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

async function request(url, options, signal) {
  const [joined, release] = withTimeout(signal);
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...options, headers: { ...options.headers, ...FROM_PAGE }, signal: joined });
    return await settle(response, url, options.method ?? 'GET');
  } catch (error) {
    throw asProblem(error, signal);
  } finally {
    release();
  }
}

/** fetch can't tell how much of a body is sent; XMLHttpRequest can. */
function upload(url, { method, headers, body }, signal, onProgress) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    for (const [name, value] of Object.entries({ ...headers, ...FROM_PAGE })) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    xhr.onload = () => {
      const received = new Headers();
      for (const line of xhr.getAllResponseHeaders().trim().split(/\r?\n/)) {
        const colon = line.indexOf(':');
        if (colon > 0) received.append(line.slice(0, colon), line.slice(colon + 1).trim());
      }
      const nothing = xhr.status === 204 || xhr.status === 304;
      const response = new Response(nothing ? null : xhr.responseText, { status: xhr.status, headers: received });
      settle(response, url, method).then(resolve, reject);
    };
    xhr.onerror = () => reject(unreachable());
    xhr.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'));
    if (signal?.aborted) return xhr.onabort();
    signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(body);
  });
}

async function settle(response, url, method) {
  if (response.ok) return response;
  const problem = await problemOf(response);
  const isSignIn = url.startsWith('/api/session') && method === 'POST';
  if (response.status === 401 && !isSignIn) events.dispatchEvent(new Event('signed-out'));
  if (problem.type === 'database-away') events.dispatchEvent(new Event('database-away'));
  throw problem;
}

async function problemOf(response) {
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  let document = {};
  if (/json/.test(response.headers.get('Content-Type') ?? '')) document = await response.json().catch(() => ({}));
  return new Problem({ title: response.statusText, status: response.status, ...document }, Number.isNaN(retryAfter) ? null : retryAfter);
}

async function bodyOf(response) {
  if (response.status === 204) return null;
  const type = response.headers.get('Content-Type') ?? '';
  return /json/.test(type) ? response.json() : response.text();
}

function withTimeout(signal) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), REQUEST_TIMEOUT_MS);
  const forward = () => controller.abort(signal.reason);
  if (signal?.aborted) forward();
  else signal?.addEventListener('abort', forward, { once: true });
  return [
    controller.signal,
    () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', forward);
    },
  ];
}

function asProblem(error, signal) {
  if (error instanceof Problem) return error;
  if (signal?.aborted) return new DOMException('The request was cancelled', 'AbortError');
  return unreachable();
}

function unreachable() {
  return new Problem({ type: '/problems/unreachable', title: 'No answer from the server', status: 0 });
}
