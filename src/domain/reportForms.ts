import { dayOf, textOf } from './fields';
import type { Fields } from './fields';
import type { IsoDay } from './isoDay';

/** The official documents that a plan gives (domain.md F7). */
export const REPORT_KINDS = [
  'semester',
  'petiFollowUp',
  'actionPlanMatrix',
  'petiTool',
  'onePage',
  'byResponsible',
  'indicatorSheet',
  'commitments',
  'auditTrail',
  'elementProgress',
  'elementBaseline',
  'explanation',
] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a person set of one kind of document: the facts of its form, who signs it, and the texts written anew. */
export interface ReportForm {
  readonly code: string;
  readonly version: string;
  readonly approvedOn: IsoDay | null;
  /** By their places, the empty ones left out. */
  readonly signers: readonly Signer[];
  /** By the key of the passage that each one stands for. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface Signer {
  /** What they sign as: "Elaboró", "Revisó", "Aprobó". */
  readonly role: string;
  readonly name: string;
  readonly position: string;
  readonly department: string;
}

export const NO_FORM: ReportForm = {
  code: '',
  version: '',
  approvedOn: null,
  signers: [],
  texts: new Map(),
};

/** How many people can sign a document (domain.md A1: four). */
export const SIGNER_PLACES = [1, 2, 3, 4] as const;

const TEXT = 'text/';

/** The entity that holds the form of a kind of document. */
export function reportFormId(kind: ReportKind): string {
  return `doc:${kind}`;
}

/** The field of a passage that was written anew. */
export function reportTextField(key: string): string {
  return `${TEXT}${key}`;
}

/** What is known of each who signs; a field of its own for each, so that two people can fill in one place. */
export const SIGNER_PARTS = ['role', 'name', 'position', 'department'] as const;

/** The field of a part of one of those who sign. */
export function signerField(
  place: (typeof SIGNER_PLACES)[number],
  part: (typeof SIGNER_PARTS)[number],
): string {
  return `signer/${place}/${part}`;
}

/** Reads a form, whatever was written in it; null where it is of no known document. */
export function readReportForm(
  id: string,
  fields: Fields,
): { readonly kind: ReportKind; readonly form: ReportForm } | null {
  const kind = REPORT_KINDS.find((one) => reportFormId(one) === id);
  if (!kind) return null;
  const texts = [...fields].flatMap(([field, value]) =>
    field.startsWith(TEXT) && textOf(value) !== ''
      ? [[field.slice(TEXT.length), textOf(value)] as const]
      : [],
  );
  const form = {
    code: textOf(fields.get('code')),
    version: textOf(fields.get('version')),
    approvedOn: dayOf(fields.get('approvedOn')),
    signers: SIGNER_PLACES.map((place) => signerIn(fields, place)).filter(isSomeone),
    texts: new Map(texts),
  };
  return { kind, form };
}

function signerIn(fields: Fields, place: (typeof SIGNER_PLACES)[number]): Signer {
  const part = (name: (typeof SIGNER_PARTS)[number]) => textOf(fields.get(signerField(place, name)));
  return {
    role: part('role'),
    name: part('name'),
    position: part('position'),
    department: part('department'),
  };
}

function isSomeone(signer: Signer): boolean {
  return Object.values(signer).some((text) => text !== '');
}
