/** Matches a text against a shape with named groups; gives each part by its name, '' when it did not take part. */
export function namedParts(shape: RegExp, text: string): ((name: string) => string) | null {
  const groups = shape.exec(text)?.groups;
  return groups ? (name) => groups[name] ?? '' : null;
}
