/** Names that keep their capital inside a sentence. */
const PROPER = /^(American|Chinese|Danish|[A-Z]+[A-Z0-9]|[A-Z][\w-]*’s) /;

/**
 * What a number is of, as the subject of a sentence. The article file names it as the head of a
 * column ("Price of one data-centre GPU"); a sentence wants an article before it, and a count where
 * it is of several: "the price of one data-centre GPU", "the number of people at DeepSeek".
 */
export function figureSubject(what: string): string {
  if (/^[$\d]|^\S+’s /.test(what)) return what;
  const inside = PROPER.test(what) ? what : what.charAt(0).toLowerCase() + what.slice(1);
  if (/^(how|what) /.test(inside)) return inside;
  return /^(people|[a-z]+[^s]s) /.test(inside) ? `the number of ${inside}` : `the ${inside}`;
}
