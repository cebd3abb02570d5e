/** What a request brings to show who is asking. */
export interface Proof {
  /** A cookie's secret is no bearer token, and the other way round. */
  readonly kind: 'bearer' | 'cookie';
  readonly secret: string;
  /** Key of the scope to act in, for persons who have several; null: the first. */
  readonly scope: string | null;
}

/** What a proof is read from: an HTTP request, or the request that opens a socket. */
export interface ProvingRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Where browsers find the service; null where no sign-in with a browser is set up. */
export type PublicUrl = string | null;

const CSRF_HEADER = 'x-reflexbogen-csrf';
const SCOPE_HEADER = 'x-reflexbogen-scope';
const LONGEST = 8_192;

/** Cookies with the prefix are never sent over plain HTTP, to other hosts, or set by other hosts; localhost has no HTTPS. */
const prefixed = (publicUrl: string, name: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name;

export const sessionCookie = (publicUrl: string): string => prefixed(publicUrl, 'reflexbogen-session');
/** Between leaving for the identity provider and coming back. */
export const departureCookie = (publicUrl: string): string => prefixed(publicUrl, 'reflexbogen-departure');

/** A Set-Cookie header. @param seconds lifetime; 0 removes the cookie */
export const cookieHeader = (publicUrl: string, name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

/** The proof in a request; a header that proves nothing is not made up for by a cookie. */
export function proofOf(request: ProvingRequest, publicUrl: PublicUrl): Proof | null {
  const scope = header(request, SCOPE_HEADER) ?? null;
  const authorization = header(request, 'authorization');
  if (authorization !== undefined) return bearerProof(authorization, scope);
  if (publicUrl === null || !isMeant(request, publicUrl)) return null;
  return cookieProof(request, publicUrl, scope);
}

/** @param authorization the header's value */
export function bearerProof(authorization: string | undefined, scope: string | null = null): Proof | null {
  const secret = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
  return secret === undefined || secret.length > LONGEST ? null : { kind: 'bearer', secret, scope };
}

/**
 * The cookie of a socket's opening request, where it comes from our own pages: browsers ask nobody before they open one.
 * @param scope as the connection's parameters name it, since pages set no headers there
 */
export const socketProof = (
  request: ProvingRequest,
  publicUrl: PublicUrl,
  scope: string | null = null,
): Proof | null =>
  publicUrl !== null && header(request, 'origin') === publicUrl ? cookieProof(request, publicUrl, scope) : null;

function cookieProof(request: ProvingRequest, publicUrl: string, scope: string | null): Proof | null {
  const secret = cookieOf(request, sessionCookie(publicUrl));
  return secret === undefined ? null : { kind: 'cookie', secret, scope };
}

/** The value of a cookie; undefined where it is missing, or there twice: then somebody else may have set one of them. */
export function cookieOf(request: ProvingRequest, name: string): string | undefined {
  const values = (header(request, 'cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/**
 * Whether a page of ours has sent a request that carries a cookie: other sites can make a browser send forms and load
 * images with our cookie, but neither this header nor this content type without being asked for leave, which nobody gives.
 */
function isMeant(request: ProvingRequest, publicUrl: string): boolean {
  const origin = header(request, 'origin');
  if (origin !== undefined && origin !== publicUrl) return false;
  const contentType = header(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  return header(request, CSRF_HEADER) !== undefined || contentType === 'application/json';
}

/** Whether a form was sent from one of our own pages. */
export function isFromOwnPage(request: ProvingRequest, publicUrl: string): boolean {
  const origin = header(request, 'origin');
  return origin === undefined ? header(request, 'sec-fetch-site') === 'same-origin' : origin === publicUrl;
}

function header(request: ProvingRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
