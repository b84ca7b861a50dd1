export function onPath(...names: string[]): string | null
export function findChromium(): string | null
