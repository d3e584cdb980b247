import { scriptDirective, styleDirective } from "./script-policies.ts";

/** What an answer is, as far as its headers go. */
export interface Answer {
  /** The decoded path asked for. */
  path: string;
  contentType: string;
  /** A page's `script-src` and `style-src`, or null for what is no page. */
  policy: string | null;
  /** The reader reached us by https, as far as we are told. */
  secure: boolean;
}

const permissions = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi", "display-capture", "browsing-topics"];

/** Pages made to be shown inside another site. */
const embeddable = (path: string): boolean => path.startsWith("/embed/");

/** The headers every answer carries, whoever wrote it. */
export function securityHeaders(answer: Answer): Record<string, string> {
  return {
    "content-security-policy": policyOf(answer),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": permissions.map((name) => `${name}=()`).join(", "),
    ...(embeddable(answer.path) ? {} : { "x-frame-options": "DENY", "cross-origin-opener-policy": "same-origin" }),
    ...(answer.secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

function policyOf({ path, contentType, policy, secure }: Answer): string {
  const framed = embeddable(path) ? "frame-ancestors *" : "frame-ancestors 'none'";
  // An answer that is no page loads nothing; a drawing opened by itself may style itself and no more.
  if (contentType.startsWith("image/svg")) return `default-src 'none'; style-src 'unsafe-inline'; ${framed}; sandbox`;
  if (!contentType.startsWith("text/html") || policy === null) return `default-src 'none'; ${framed}`;
  return [policy, ...pageDirectives, framed, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}

const pageDirectives = [
  "default-src 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The preview of a chart made for another site.
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** For a page drawn on request: what names its own scripts, and what stands in every page. */
export function drawnDirectives(scripts: string[], styles: string[]): string {
  return `${scriptDirective(scripts)}; ${styleDirective(styles)}`;
}

/**
 * How long a copy of a prerendered answer may be kept: a shared cache five minutes, and ten more
 * while it fetches a new one; a browser asks each time and is told 304. Next would say a year, which outlives
 * the next build, whose scripts have other names.
 */
export const prerenderedCaching = "public, max-age=0, s-maxage=300, stale-while-revalidate=600";
