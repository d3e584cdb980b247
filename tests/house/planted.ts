/** A violation, the rule that catches it, and the nearest thing that is allowed. */
export interface Planted {
  what: string;
  file: string;
  text: string;
  rule: string;
  legal: string;
  /** Where the allowed thing stands, if elsewhere. */
  legalFile?: string;
}

export const imports = "no-restricted-imports";
export const globals = "no-restricted-globals";
export const properties = "no-restricted-properties";
export const syntax = "no-restricted-syntax";
export const assertions = "@typescript-eslint/consistent-type-assertions";
