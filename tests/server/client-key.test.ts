import { describe, expect, it } from "vitest";
import { clientKey as found } from "../../server/client-key.ts";

const clientKey = (...given: Parameters<typeof found>) => found(...given).key;

describe("whose request it is", () => {
  it("is the address that reached us, whatever the request says of itself", () => {
    expect(clientKey("203.0.113.9", "198.51.100.1", 0)).toBe("203.0.113.9");
    expect(clientKey("::ffff:203.0.113.9", undefined, 0)).toBe("203.0.113.9");
  });

  it("is what the outermost of our proxies was reached from, and never what a client wrote before it", () => {
    expect(clientKey("10.0.0.2", "6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(clientKey("10.0.0.2", "6.6.6.6, 203.0.113.9, 10.0.0.3", 2)).toBe("203.0.113.9");
    expect(clientKey("10.0.0.2", "6.6.6.6, nonsense", 1)).toBe("10.0.0.2");
    expect(clientKey("10.0.0.2", undefined, 1)).toBe("10.0.0.2");
    expect(clientKey("10.0.0.2", "203.0.113.9", 2)).toBe("10.0.0.2");
  });

  // RFC 4291, 2.2: three ways of writing one address. RFC 6177: a site has a /64 or more.
  it("is one /64 of IPv6, however it is written", () => {
    const written = ["2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a", "2001:db8:0000:0000:ffff::1", "2001:db8::"];
    expect(new Set(written.map((address) => clientKey(address, undefined, 0)))).toEqual(new Set(["2001:db8:0:0::/64"]));
    expect(clientKey("2001:db8:0:1::1", undefined, 0)).toBe("2001:db8:0:1::/64");
    expect(clientKey("fe80::1%eth0", undefined, 0)).toBe("fe80:0:0:0::/64");
    expect(clientKey("::1", undefined, 0)).toBe("0:0:0:0::/64");
  });

  it("is found behind the port that some proxies write", () => {
    expect(clientKey("10.0.0.2", "8.8.8.1:41", 1)).toBe("8.8.8.1");
    expect(clientKey("10.0.0.2", "[2001:db8::1]:443", 1)).toBe("2001:db8:0:0::/64");
    expect(clientKey("10.0.0.2", "[2001:db8::1]", 1)).toBe("2001:db8:0:0::/64");
  });

  it("is the IPv4 address inside one of IPv6", () => {
    expect(clientKey("::ffff:c000:201", undefined, 0)).toBe("192.0.2.1");
    expect(clientKey("64:ff9b::c000:201", undefined, 0)).toBe("192.0.2.1");
    expect(clientKey("64:ff9b::c000:202", undefined, 0)).toBe("192.0.2.2");
  });

  it("says where a proxy of ours wrote no address", () => {
    expect(found("10.0.0.2", "unknown", 1)).toEqual({ key: "10.0.0.2", unreadable: true });
    expect(found("10.0.0.2", undefined, 0).unreadable).toBe(false);
  });
});
