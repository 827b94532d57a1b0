import type { PageNode } from '../../src/formats/pastedPage';

interface OpenNode {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: OpenNode[];
  readonly getAttribute: (name: string) => string | null;
}

const PIECE = /<!--[^]*?-->|<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;

/** The tree of well-formed markup, as a browser would give it: every element closed, attributes in double quotes. */
export function pageOf(markup: string): PageNode {
  const root = node('BODY');
  const open = [root];
  for (const [piece, end, tag = '', attributes = '', alone] of markup.matchAll(PIECE)) {
    const parent = open.at(-1) ?? root;
    if (piece.startsWith('<!--')) parent.childNodes.push(node('#comment', piece));
    else if (tag === '') parent.childNodes.push(node('#text', piece.replaceAll('&nbsp;', '\u00a0')));
    else if (end) open.pop();
    else {
      const made = node(tag.toUpperCase(), null, attributes);
      parent.childNodes.push(made);
      if (!alone) open.push(made);
    }
  }
  return root;
}

function node(nodeName: string, nodeValue: string | null = null, attributes = ''): OpenNode {
  const facts = new Map(
    [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  return { nodeName, nodeValue, childNodes: [], getAttribute: (name) => facts.get(name) ?? null };
}
