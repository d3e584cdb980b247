/**
 * Ends this process when the one that started it is gone: whoever kills `npm run snapshot` outright wants
 * no files moved an hour later. Each file moves in one step, so there is none half moved.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 500).unref();
}
