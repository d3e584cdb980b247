import ipaddr from "ipaddr.js";

/**
 * Whose request it is, for counting: the address that reached us, or with `trustedProxies` = n the one
 * that reached the outermost of n proxies of ours. Each proxy appends to X-Forwarded-For the address it
 * was reached from, so only the last n entries are ours to believe; a client may have written the rest.
 *
 * @returns an IPv4 address, or the /64 of an IPv6 address, since one reader has a whole /64 to pick from;
 *   `unreadable` where a proxy wrote something else and the address that reached us had to do
 */
export function clientKey(socketAddress: string | undefined, forwardedFor: string | undefined, trustedProxies: number): { key: string; unreadable: boolean } {
  const socket = keyOf(socketAddress ?? "") ?? socketAddress ?? "unknown";
  if (trustedProxies === 0) return { key: socket, unreadable: false };
  const claimed = (forwardedFor ?? "").split(",").at(-trustedProxies);
  const key = claimed === undefined ? null : keyOf(withoutPort(claimed.trim()));
  return { key: key ?? socket, unreadable: key === null };
}

/** Azure and others write `192.0.2.1:443` and `[2001:db8::1]:443`. */
function withoutPort(entry: string): string {
  return /^\[(?<six>[^\]]*)\](?::\d+)?$/.exec(entry)?.groups?.["six"] ?? /^(?<four>[\d.]+):\d+$/.exec(entry)?.groups?.["four"] ?? entry;
}

function keyOf(address: string): string | null {
  const plain = address.replace(/%.*$/, "");
  if (ipaddr.IPv4.isValidFourPartDecimal(plain)) return plain;
  if (!ipaddr.IPv6.isValid(plain)) return null;
  const six = ipaddr.IPv6.parse(plain);
  // An IPv4 address in IPv6's clothes: as a socket of both families has it, or behind NAT64 (RFC 6052).
  if (six.isIPv4MappedAddress()) return six.toIPv4Address().toString();
  if (six.range() === "rfc6052") return ipaddr.fromByteArray(six.toByteArray().slice(12)).toString();
  return `${six.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
