import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** Groups of a /64: what one subscriber is given, where addresses are as many as somebody likes. */
const OF_A_NETWORK = 4;
const BEFORE_IPV4 = ['0', '0', '0', '0', '0', 'ffff'];

/**
 * Who counts as one by address: an IPv4 address, or the /64 of an IPv6 address, however either is written.
 * @param address as the socket or a trusted proxy says it; text that is no address stays as it is
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  if (BEFORE_IPV4.some((group, position) => groups[position] !== group)) return groups.slice(0, OF_A_NETWORK).join(':');
  return groups
    .slice(BEFORE_IPV4.length)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((bits) => [bits >> 8, bits & 0xff])
    .join('.');
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): readonly string[] {
  // The URL standard writes an address in one way only, an IPv4 tail and all.
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = before.split(':').filter(Boolean);
  const last = (after ?? '').split(':').filter(Boolean);
  return [...first, ...Array<string>(GROUPS - first.length - last.length).fill('0'), ...last];
}
