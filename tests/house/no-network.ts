import { Socket } from "node:net";
import { afterEach } from "vitest";

/**
 * No unit test leaves this machine. Every connection of Node, `fetch` included, goes through
 * `Socket.connect`. Code under test may swallow the refusal, so the test that tried fails as well.
 */
const attempts: string[] = [];
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const target = targetOf(args);
  if (target !== null && !isLoopback(target)) {
    attempts.push(target);
    throw new Error(`A unit test tried to reach ${target}: tests use no network.`);
  }
  return Reflect.apply(connect, this, args);
};

afterEach(() => {
  const tried = attempts.splice(0);
  if (tried.length > 0) throw new Error(`This test tried to reach ${tried.join(", ")}: tests use no network.`);
});

/** The host in any of the forms `connect` takes, or null for a local socket file. Node hands normalised arguments on as one array. */
function targetOf(args: unknown[]): string | null {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    if ("path" in first && typeof first.path === "string") return null;
    return "host" in first && typeof first.host === "string" ? first.host : "localhost";
  }
  if (typeof first === "string" && !/^\d+$/.test(first)) return null;
  return typeof second === "string" ? second : "localhost";
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "::ffff:127.0.0.1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
