import { today } from './clock';

/** The name of a file that leaves the app: the plan's title in plain letters, and the day. */
export function fileNameOf(
  { title, planYear }: { readonly title: string; readonly planYear: number },
  extension: string,
): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 40);
  return `${words || `plan-${planYear}`}-${today()}.${extension}`;
}
