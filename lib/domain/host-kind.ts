/** How near a host is: this machine, the local network, or the internet. */
export type HostKind = 'loopback' | 'private' | 'public';

/**
 * Judges a URL's host by its name alone (nothing is resolved). `private` are the ranges of RFC 1918, 3927, 6598 and
 * 4193, the names of a home or office network (`.local`, `.lan`, `.internal`, `.home.arpa`) and names without a dot.
 * Throws a TypeError if `url` is no URL.
 */
export function hostKind(url: string | URL): HostKind {
  const host = new URL(url).hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return ipv6Kind(host.slice(1, -1));
  const octets = ipv4Octets(host);
  if (octets) return ipv4Kind(octets);
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  if (!host.includes('.') || /\.(local|lan|internal|home\.arpa)$/.test(host)) return 'private';
  return 'public';
}

type Octets = readonly [number, number];

/** The first two octets; the URL parser has already turned every other spelling of an IPv4 address into this one. */
function ipv4Octets(host: string): Octets | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

function ipv4Kind([first, second]: Octets): HostKind {
  if (first === 127) return 'loopback';
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second <= 127);
  return isPrivate ? 'private' : 'public';
}

function ipv6Kind(address: string): HostKind {
  if (address === '::1') return 'loopback';
  const mapped = /^::ffff:([0-9a-f]{1,4}):[0-9a-f]{1,4}$/.exec(address);
  if (mapped?.[1]) {
    const high = parseInt(mapped[1], 16);
    return ipv4Kind([high >> 8, high & 0xff]);
  }
  return /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/.test(address) ? 'private' : 'public';
}
