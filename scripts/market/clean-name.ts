/**
 * A name as a vendor's list has it, made fit to print. The rules, in order:
 *
 * 1. Runs of spaces become one; a name that stands twice stands once.
 * 2. What says which class or kind of share it is goes, with what follows it.
 * 3. A bracket left open goes, and so does punctuation at the end, but for the point of an abbreviation.
 */
export function cleanName(raw: string): string {
  const single = once(raw.replace(/\s+/g, " ").trim());
  const bare = single.replace(shareKind, "").replace(/\s*\([^)]*$/, "");
  const trimmed = bare.replace(/[\s,;:&/–—-]+$/, "");
  return abbreviation.test(trimmed) ? trimmed : trimmed.replace(/[.\s,]+$/, "");
}

const shareKind =
  /,?\s+(?:Class [A-Z]\b|Common\b|Voting\b|Registered\b|Ordinary Shares|Series [A-Z]\b|(?:American|AMERICAN) (?:Deposit[ao]ry|DEPOSIT[AO]RY)|Un?spons?or?s?o?red|Sponosred|NY Registry|New$|NEW$|Trading under\b).*$/;

const abbreviation = /(?:\b(?:Inc|Corp|Co|Ltd|Bros)|\b(?:[A-Za-z]\.)+[A-Za-z])\.$/;

function once(name: string): string {
  const words = name.split(" ");
  const half = words.slice(0, words.length / 2).join(" ");
  return words.length % 2 === 0 &&
    half.toLowerCase() ===
      words
        .slice(words.length / 2)
        .join(" ")
        .toLowerCase()
    ? half
    : name;
}

const legalForm = /[,.]?\s+(?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|plc|PLC|SE|AG|SA|S\.A|NV|N\.V|L\.?P|LLC|Group|Holdings?)\.?$/;

/** The name without the words of its legal form: who has the same one is the same company. */
export function companyKey(name: string): string {
  let key = cleanName(name);
  while (legalForm.test(key)) key = key.replace(legalForm, "");
  return key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
