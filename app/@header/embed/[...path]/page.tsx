/** An embedded chart stands in a page that has its own. */
export default function NoHeader() {
  return null;
}
