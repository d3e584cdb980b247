import type { MarketKind } from "../../lib/io/data/market-schema.ts";
import { nameSchema } from "../../lib/io/data/universe-schema.ts";
import type { LeftListing, Listed, Names, Universe } from "../../lib/io/data/universe-schema.ts";
import { cleanName, companyKey } from "./clean-name.ts";
import { listingKind } from "./listing-kind.ts";

/** An entry of the machine-made list. */
export interface RawListing {
  symbol: string;
  name: string;
  aliases: string[];
  exchange?: string | null;
  sector?: string | null;
  industry?: string | null;
  country?: string | null;
  sp500: boolean;
}

/**
 * The machine-made list, cleaned: who is quoted, and apart from them who no longer is. Throws where the
 * corrections name a symbol the list does not have.
 *
 * Rules: names as `clean-name` makes them; kinds as `listing-kind` reads them from every name given; a
 * warrant or unit is no entry. Aliases are names without class, bracket or hanging point, never a word of
 * `never`; one that several companies claim is nobody's and stands in `shared`; of the classes of one
 * company the first in the list, which is by size, has them. An alias of two letters has to be asked about.
 */
export function buildUniverse(
  raw: RawListing[],
  gone: ReadonlySet<string>,
  names: Names,
): Pick<Universe, "listed" | "shared" | "ask"> & { left: LeftListing[] } {
  const named = new Map(names.names.map((one) => [one.symbol, one.name]));
  const kinds = new Map(names.kinds.map((one) => [one.symbol, one.kind]));
  const never = new Set(names.never.map((word) => word.toLowerCase()));

  const entries = raw.flatMap((one) => {
    const kind = kinds.get(one.symbol) ?? [one.name, ...one.aliases].map(listingKind).find((found) => found !== "share") ?? "share";
    if (kind === "warrant" || kind === "unit") return [];
    const name = named.get(one.symbol) ?? cleanName(one.name);
    const extra = names.aliases.filter(({ symbol }) => symbol === one.symbol).map(({ alias }) => alias);
    return [{ ...one, name, kind, claims: kind === "share" ? claimsOf(name, [...one.aliases, one.name, ...extra], never) : [] }];
  });
  for (const { symbol, name, kind } of names.missing) {
    if (entries.some((one) => one.symbol === symbol)) throw new Error(`names.json: ${symbol} is not missing`);
    entries.push({ symbol, name, aliases: [], sp500: symbol === "CBOE", kind, claims: kind === "share" ? claimsOf(name, [name], never) : [] });
  }
  const known = new Set(entries.map(({ symbol }) => symbol));
  for (const [list, ones] of Object.entries({ names: names.names, former: names.former, aliases: names.aliases, left: names.left, apart: names.apart })) {
    const stranger = ones.find(({ symbol }) => !known.has(symbol));
    if (stranger !== undefined) throw new Error(`names.json, ${list}: ${stranger.symbol} is no entry of the list`);
  }

  const here = entries.filter(({ symbol }) => !gone.has(symbol));
  const apart = new Set(names.apart.map(({ symbol }) => symbol));
  const firstOf = new Map<string, string>();
  for (const { symbol, name, kind } of here) {
    const key = companyKey(withoutClass(name));
    if (kind === "share" && !apart.has(symbol) && !firstOf.has(key)) firstOf.set(key, symbol);
  }
  const classOf = (one: { symbol: string; name: string; kind: MarketKind }): string | undefined => {
    const first = one.kind === "share" && !apart.has(one.symbol) ? firstOf.get(companyKey(withoutClass(one.name))) : undefined;
    return first === one.symbol ? undefined : first;
  };

  const claimed = new Map<string, { alias: string; symbols: Set<string> }>();
  for (const one of here) {
    if (classOf(one) !== undefined) continue;
    for (const alias of one.claims) {
      // A hand-kept alias is its company's alone.
      const owner = names.aliases.find((given) => given.alias.toLowerCase() === alias.toLowerCase());
      if (owner !== undefined && owner.symbol !== one.symbol) continue;
      const entry = claimed.get(alias.toLowerCase()) ?? { alias, symbols: new Set() };
      entry.symbols.add(one.symbol);
      claimed.set(alias.toLowerCase(), entry);
    }
  }
  const alone = (alias: string) => claimed.get(alias.toLowerCase())?.symbols.size === 1;
  const listed = here.map((one): Listed => {
    const first = classOf(one);
    const former = names.former.filter(({ symbol }) => symbol === one.symbol).map(({ symbol: _, ...rest }) => rest);
    return {
      symbol: one.symbol,
      name: one.name,
      kind: one.kind,
      exchange: one.exchange ?? null,
      sector: one.sector ?? null,
      industry: one.industry ?? null,
      country: one.country ?? null,
      sp500: one.sp500,
      aliases: first === undefined ? one.claims.filter((alias) => alone(alias) && claimed.get(alias.toLowerCase())?.symbols.has(one.symbol)) : [],
      ...(first === undefined ? {} : { classOf: first }),
      ...(former.length === 0 ? {} : { former }),
    };
  });
  const aliases = new Set(listed.flatMap((one) => one.aliases.map((alias) => alias.toLowerCase())));
  return {
    listed,
    shared: [...claimed.values()].filter(({ symbols }) => symbols.size > 1).map(({ alias, symbols }) => ({ alias, symbols: [...symbols] })),
    ask: [...new Set([...names.ask.map((word) => word.toLowerCase()), ...[...aliases].filter((alias) => alias.length <= 2)])]
      .filter((word) => aliases.has(word))
      .toSorted(),
    left: entries.flatMap((one): LeftListing[] =>
      gone.has(one.symbol) && one.kind === "share" ? [leftListing(one, names, apart.has(one.symbol) ? undefined : firstOf.get(companyKey(one.name)))] : [],
    ),
  };
}

function leftListing(one: RawListing & { claims: string[] }, names: Names, sameName: string | undefined): LeftListing {
  const fate = names.left.find(({ symbol }) => symbol === one.symbol);
  const became = fate?.became ?? sameName;
  return {
    symbol: one.symbol,
    name: one.name,
    exchange: one.exchange ?? null,
    sector: one.sector ?? null,
    country: one.country ?? null,
    aliases: one.claims,
    ...(fate === undefined ? {} : { on: fate.on, how: fate.how }),
    ...(became === undefined ? {} : { became }),
  };
}

const withoutClass = (name: string): string => name.replace(/ (?:Class|Series) [A-Z]$/, "");

/** What a text may call it: each once, whatever its case, and the name itself without the words of its form. */
function claimsOf(name: string, given: string[], never: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  for (const raw of given) {
    // The given aliases have lost the point of "Inc."; it is no part of what a text would have.
    const alias = cleanName(raw).replace(/\.$/, "");
    const key = alias.toLowerCase();
    if (alias.length < 2 || never.has(key) || /\d\.\d|%|\b(?:Pfd|Preferred|Notes)\b/.test(alias) || !nameSchema.safeParse(alias).success) continue;
    if (key !== name.toLowerCase().replace(/\.$/, "") || alias === name) found.set(key, found.get(key) ?? alias);
  }
  return [...found.values()];
}
