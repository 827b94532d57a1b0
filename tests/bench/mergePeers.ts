// What would be used instead of our log: the two libraries that keep and merge shared documents in a browser.
import { importPeer } from './importPeer';
import { cellOf, FIELDS } from './mergeWorkload';
import type { Edit, Value, Workload } from './mergeWorkload';

/** A document of some engine, and what is asked of it. Files are bytes, as they would be handed over. */
export interface MergePeer {
  readonly name: string;
  /** What each tablet hands over: all that it holds. */
  readonly files: readonly Uint8Array[];
  /** Opens what everybody began with and merges files into it. Only the second part is measured. */
  readonly begin: () => (files: readonly Uint8Array[]) => MergedDocument;
  /** From the bytes of a file to every current value. */
  readonly load: (file: Uint8Array) => unknown;
}

export interface MergedDocument {
  readonly save: () => Uint8Array;
  readonly valueAt: (entity: string, field: string) => unknown;
  /** The cells that tablets wrote apart, with who and when of each value; null where the engine cannot tell. */
  readonly conflicts: (() => ReadonlyMap<string, readonly unknown[]>) | null;
}

interface YMap {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  toJSON(): unknown;
}

interface YDocument {
  getMap(name: string): YMap;
  transact(work: () => void): void;
}

interface YjsPackage {
  readonly Doc: new () => YDocument;
  readonly Map: new () => YMap;
  encodeStateAsUpdateV2(doc: YDocument): Uint8Array;
  applyUpdateV2(doc: YDocument, update: Uint8Array): void;
}

/** One map of maps; a transaction for each edit, as somebody who types makes. */
export async function yjs(workload: Workload): Promise<MergePeer> {
  const Y = await importPeer<YjsPackage>('yjs');
  const open = (bytes?: Uint8Array): YDocument => {
    const doc = new Y.Doc();
    if (bytes) Y.applyUpdateV2(doc, bytes);
    return doc;
  };
  const rowIn = (doc: YDocument, entity: string) => doc.getMap('rows').get(entity) as YMap;
  const first = open();
  first.transact(() =>
    workload.entities.forEach((entity, row) => {
      const map = new Y.Map();
      FIELDS.forEach((field, column) => map.set(field, workload.base[row]![column]));
      first.getMap('rows').set(entity, map);
    }),
  );
  const base = Y.encodeStateAsUpdateV2(first);
  const files = workload.tablets.map((edits) => {
    const doc = open(base);
    for (const { entity, field, value } of edits) rowIn(doc, entity).set(field, value);
    return Y.encodeStateAsUpdateV2(doc);
  });
  return {
    name: 'yjs',
    files,
    begin: () => {
      const doc = open(base);
      return (incoming) => {
        for (const file of incoming) Y.applyUpdateV2(doc, file);
        return {
          save: () => Y.encodeStateAsUpdateV2(doc),
          valueAt: (entity, field) => rowIn(doc, entity).get(field),
          conflicts: null,
        };
      };
    },
    load: (file) => open(file).getMap('rows').toJSON(),
  };
}

type Row = Record<string, unknown>;
type AutomergeDocument = { readonly rows: Record<string, Row> };

interface AutomergeChange {
  readonly actor: string;
  readonly startOp: number;
  readonly time: number;
  readonly message: string | null;
}

/** The engine below the documents: the same changes, without a frozen copy of all rows after each. */
interface AutomergeEngine {
  getWithType(object: string, key: string): readonly [string, string];
  put(object: string, key: string, value: Value): void;
  commit(message: string, seconds: number): unknown;
  save(): Uint8Array;
}

interface AutomergePackage {
  readonly ImmutableString: new (text: string) => { readonly val: string };
  from(initial: AutomergeDocument): AutomergeDocument;
  load(bytes: Uint8Array): AutomergeDocument;
  loadIncremental(doc: AutomergeDocument, bytes: Uint8Array): AutomergeDocument;
  save(doc: AutomergeDocument): Uint8Array;
  getBackend(doc: AutomergeDocument): AutomergeEngine;
  getConflicts(row: Row, field: string): Record<string, unknown> | undefined;
  getChangesMetaSince(doc: AutomergeDocument, heads: readonly string[]): readonly AutomergeChange[];
}

/** Texts as whole values, as ours are; a change for each edit, with who and when. */
export async function automerge(workload: Workload): Promise<MergePeer> {
  const A = await importPeer<AutomergePackage>('@automerge/automerge');
  const kept = (value: unknown) => (typeof value === 'string' ? new A.ImmutableString(value) : value);
  const plain = (value: unknown) => (value instanceof A.ImmutableString ? value.val : value);
  const rows = workload.entities.map((entity, row) => {
    const cells = FIELDS.map((field, column) => [field, kept(workload.base[row]![column])]);
    return [entity, Object.fromEntries(cells) as Row] as const;
  });
  const base = A.save(A.from({ rows: Object.fromEntries(rows) }));
  const written = (edits: readonly Edit[]) => {
    const engine = A.getBackend(A.load(base));
    const [, rowsId] = engine.getWithType('_root', 'rows');
    const ids = new Map(workload.entities.map((entity) => [entity, engine.getWithType(rowsId, entity)[1]]));
    for (const { entity, field, value, atMs, by } of edits) {
      engine.put(ids.get(entity)!, field, value);
      engine.commit(by, Math.floor(atMs / 1000));
    }
    return engine.save();
  };
  const stateOf = (doc: AutomergeDocument) =>
    workload.entities.map((entity) => FIELDS.map((field) => plain(doc.rows[entity]![field])));
  return {
    name: 'automerge',
    files: workload.tablets.map(written),
    begin: () => {
      const opened = A.load(base);
      return (incoming) => {
        const doc = incoming.reduce((one, file) => A.loadIncremental(one, file), opened);
        return {
          save: () => A.save(doc),
          valueAt: (entity, field) => plain(doc.rows[entity]![field]),
          conflicts: () => conflictsOf(A, doc),
        };
      };
    },
    load: (file) => stateOf(A.load(file)),
  };
}

/** It has no list of conflicts: every cell is asked, and who and when are looked up among all changes. */
function conflictsOf(A: AutomergePackage, doc: AutomergeDocument): ReadonlyMap<string, readonly unknown[]> {
  const byActor = new Map<string, AutomergeChange[]>();
  for (const change of A.getChangesMetaSince(doc, [])) {
    const list = byActor.get(change.actor) ?? [];
    byActor.set(change.actor, list);
    list.push(change);
  }
  for (const list of byActor.values()) list.sort((a, b) => a.startOp - b.startOp);
  const found = new Map<string, readonly unknown[]>();
  for (const entity of Object.keys(doc.rows)) {
    for (const field of FIELDS) {
      const heads = Object.entries(A.getConflicts(doc.rows[entity]!, field) ?? {});
      if (heads.length < 2) continue;
      const signed = heads.map(([operation, value]) => {
        const { message, time } = changeOf(operation, byActor);
        return { value, by: message, atMs: time * 1000 };
      });
      found.set(cellOf(entity, field), signed);
    }
  }
  return found;
}

/** The change that holds an operation, `12@actor`: the last of its author that starts at or before it. */
function changeOf(
  operation: string,
  byActor: ReadonlyMap<string, readonly AutomergeChange[]>,
): AutomergeChange {
  const [number = '', actor = ''] = operation.split('@');
  const list = byActor.get(actor) ?? [];
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle]!.startOp <= Number(number)) low = middle;
    else high = middle - 1;
  }
  return list[low]!;
}
