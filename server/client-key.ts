import { isIP, isIPv6 } from "node:net";

/**
 * Whose request it is, for counting: the address that reached us, or with `trustedProxies` = n the one
 * that reached the outermost of n proxies of ours. Each proxy appends to X-Forwarded-For the address it
 * was reached from, so only the last n entries are ours to believe; a client may have written the rest.
 *
 * One reader of IPv6 has a whole /64 to pick addresses from: that is the key.
 */
export function clientKey(socketAddress: string | undefined, forwardedFor: string | undefined, trustedProxies: number): string {
  const socket = socketAddress ?? "unknown";
  if (trustedProxies === 0) return network(socket);
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const claimed = entries.at(-trustedProxies) ?? "";
  return network(isIP(claimed) === 0 ? socket : claimed);
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.replace(/%.*$/, "").toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
