import type { MarketKind } from "../../lib/io/data/market-schema.ts";

/** `warrant` and `unit` are rights to shares: nothing here holds them. */
export type ListingKind = MarketKind | "warrant" | "unit";

const ordinary = /American Depositary|\bADR\b|Common (?:Stock|Shares?|Units?)|Ordinary Shares|Limited Partner/i;

/** Tried in this order; what none of them finds is a share. */
const signs: [ListingKind, RegExp][] = [
  ["warrant", /\bWarrants?\b|\bRights?\b/i],
  ["note", /\b(?:Notes?|NTS?|Debentures?|Bonds?|Sub DB|JRSUB|JR SUB|ZONES|STRATS)\b|\bSubordinat|\bCOLLATERAL TR\b/i],
  ["preferred", /\bPreferred (?:Stock|Shares?|Securities|Units?|Series)\b|\bPfd\b|Dep Shr|\bDepositary Shares\b/i],
  ["unit", /Tangible Equity Units?|\bCorp\. Unit$/i],
  ["fund", /\bETF\b|\bFund\b|\bTerm Trust\b/],
];

/** What a listing is, by the words of its full name: a vendor's list of companies holds notes, preferred shares and warrants as well. */
export function listingKind(fullName: string): ListingKind {
  if (ordinary.test(fullName)) return /\bFund\b/.test(fullName) ? "fund" : "share";
  return signs.find(([, sign]) => sign.test(fullName))?.[0] ?? "share";
}
