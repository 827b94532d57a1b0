// The copy that this tab shows as it stood once: nothing is written in it meanwhile.
let viewed: string | null = null;

/** Says which copy is only looked at in this tab; null when none is. */
export function setViewedOnly(copy: string | null): void {
  viewed = copy;
}

export function isViewedOnly(copy: string): boolean {
  return viewed === copy;
}
