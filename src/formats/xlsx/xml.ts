/** The parts of a spreadsheet are XML that a program wrote: these read and write the little of it that is needed. */

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
// What XML 1.0 cannot hold, and lone halves of pairs.
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[String(name)] ?? whole);
    },
  );
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A text as a cell of a spreadsheet holds it: what XML cannot is written as `_x0000_`, which spreadsheets read back,
 * and so is an underscore that would be taken for the beginning of that.
 */
export function cellText(text: string): string {
  const coded = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return escapeXml(
    text
      .replace(/_(?=x[\da-fA-F]{4}_)/g, coded)
      .replace(ILLEGAL, coded)
      .replace(/\r/g, coded),
  );
}

/** An attribute's value, unescaped; null where there is none. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null;
}

/** The attributes with one of them set; null takes it away. */
export function withAttribute(attributes: string, name: string, value: string | number | null): string {
  const pattern = new RegExp(`(^|\\s)${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  const bare = attributes.replace(pattern, '').trimEnd();
  return value === null ? bare : `${bare} ${name}="${escapeXml(String(value))}"`;
}

/** The text with an attribute of every element of some names changed; null leaves it. */
export function changeAttribute(
  xml: string,
  elements: string,
  name: string,
  change: (value: string) => string,
): string {
  return xml.replace(new RegExp(`<(?:\\w+:)?(?:${elements})(?=[\\s/>])[^>]*>`, 'g'), (tag) => {
    const before = attribute(tag, name);
    if (before === null) return tag;
    return tag.replace(
      new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`),
      (_, start: string) => `${start}"${escapeXml(change(before))}"`,
    );
  });
}

/** The text with the content of every element of some names changed. */
export function changeContent(xml: string, elements: string, change: (text: string) => string): string {
  return xml.replace(
    new RegExp(`(<(?:\\w+:)?(?:${elements})(?:\\s[^>]*)?>)([^<]*)(</)`, 'g'),
    (_, open: string, content: string, close: string) =>
      `${open}${escapeXml(change(unescapeXml(content)))}${close}`,
  );
}
