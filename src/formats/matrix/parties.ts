// `y/o` names an alternative and parts nothing; what stands in brackets belongs to one name.
const BETWEEN = /\s*(?:[,;\n]|(?<!\by)\/)\s*(?![^()]*\))/i;
const A_NAME = /\p{L}{2}/u;

/** The parties of a cell that lists several, in order and each once; empty for a cell that names one. */
export function listedParties(text: string): readonly string[] {
  const parts = text.split(BETWEEN).filter((part) => part !== '');
  const parties = [...new Set(parts)];
  return parties.length > 1 && parties.every((party) => A_NAME.test(party)) ? parties : [];
}
