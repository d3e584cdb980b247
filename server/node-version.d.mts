export function oldestNode(folder: string): string;
export function isNewEnough(version: string | null | undefined, oldest: string): boolean;
