/**
 * To six significant digits, which is what the sources hold and what a 32-bit float gives back whole:
 * 113.41799926757812 in the file is the 113.418 that went in.
 */
export const sixDigits = (value: number): number => Number(value.toPrecision(6));
