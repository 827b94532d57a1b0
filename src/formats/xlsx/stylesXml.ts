import { attribute, escapeXml, unescapeXml, withAttribute } from './xml';

/** What every spreadsheet knows by number. */
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, '0%': 9, '0.00%': 10, 'dd/mm/yyyy': 14 };
const FIRST_OWN = 164;
const CELL_STYLES = /(<(?:\w+:)?cellXfs(?=[\s>])[^>]*>)([\s\S]*?)(<\/(?:\w+:)?cellXfs>)/;
const STYLE = /<(?:\w+:)?xf(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g;
const FORMATS = /<(?:\w+:)?numFmts(?=[\s>])[^>]*>([\s\S]*?)<\/(?:\w+:)?numFmts>/;

/** The part of a spreadsheet that holds how cells look. Styles are added, and none is changed. */
export class StylesXml {
  #xml: string;
  readonly #styles: string[];
  readonly #added = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#styles = [...(CELL_STYLES.exec(xml)?.[2] ?? '').matchAll(STYLE)].map(([whole]) => whole);
  }

  /** The number of a style that looks like another one and shows numbers by a format. */
  withFormat(style: number, format: string): number {
    const key = `${style} ${format}`;
    const known = this.#added.get(key);
    if (known !== undefined) return known;
    const number = this.#formatNumber(format);
    const base =
      this.#styles[style] ?? this.#styles[0] ?? '<xf fontId="0" fillId="0" borderId="0" xfId="0"/>';
    const made = base.replace(
      /^<((?:\w+:)?xf)([^>]*?)(\/?)>/,
      (_, name: string, attributes: string, close: string) => {
        const formatted = withAttribute(attributes, 'numFmtId', number);
        return `<${name}${withAttribute(formatted, 'applyNumberFormat', 1)}${close}>`;
      },
    );
    this.#styles.push(made);
    this.#added.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }

  toString(): string {
    return this.#xml.replace(
      CELL_STYLES,
      (_, open: string, _inner: string, close: string) =>
        `${open.replace(/\scount="\d*"/, '').replace(/>$/, ` count="${this.#styles.length}">`)}${this.#styles.join('')}${close}`,
    );
  }

  #formatNumber(format: string): number {
    const builtIn = BUILT_IN[format];
    if (builtIn !== undefined) return builtIn;
    const found = FORMATS.exec(this.#xml);
    const formats = [...(found?.[1] ?? '').matchAll(/<(?:\w+:)?numFmt(?=\s)([^>]*?)\/?>/g)].map(
      ([, attributes = '']) => ({
        id: Number(attribute(attributes, 'numFmtId')),
        code: unescapeXml(attribute(attributes, 'formatCode') ?? ''),
      }),
    );
    const same = formats.find(({ code }) => code === format);
    if (same) return same.id;
    const id = Math.max(FIRST_OWN - 1, ...formats.map((one) => one.id)) + 1;
    const prefix = /<(\w+:)?styleSheet\b/.exec(this.#xml)?.[1] ?? '';
    const own = `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`;
    const all = `<${prefix}numFmts count="${formats.length + 1}">${found?.[1] ?? ''}${own}</${prefix}numFmts>`;
    this.#xml = found
      ? this.#xml.replace(FORMATS, () => all)
      : this.#xml.replace(/<(?:\w+:)?styleSheet\b[^>]*>/, (open) => `${open}${all}`);
    return id;
  }
}
