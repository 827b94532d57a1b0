import type { Finding, FindingCode } from '../domain/findings/finding';
import type { Plan } from '../domain/model';
import type { TextDoubt } from '../domain/textDoubts';
import { groupName, indicatorTitle } from './explanation';
import { findingTitle, periodNamesIn, short, tellFinding } from './findings';
import { count } from './format';

/** A notice of the list before issuing: what it is, and what is said of it, a line to each thing. */
export interface ToldNotice {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A percent or a result that an edited passage denies: "La tabla dice 40,0 %". */
export function tellDoubt({ k, written, says }: TextDoubt): ToldNotice {
  const table = says === null ? '' : `La tabla dice ${says.text}.`;
  return k === 'denies'
    ? {
        title: `«${short(written)}» en un párrafo editado`,
        lines: [`El texto niega un resultado que está finalizado. ${table}`.trim()],
      }
    : {
        title: `«${written.trim()}» en un párrafo editado`,
        lines: [table || 'Ninguna cifra del documento es esa.'],
      };
}

/** An edited passage that the document has no place for, with its words, so that they can be used elsewhere. */
export function tellLostText(text: string): ToldNotice {
  return {
    title: 'Un texto editado ya no sale',
    lines: [
      `Un texto que usted escribió ya no tiene dónde ir: «${text.trim()}». Los datos de este corte ya no dan ese párrafo. Si todavía hace falta, cópielo en otro.`,
    ],
  };
}

/** Findings of one kind, each with what it is of. */
export function tellFindings(plan: Plan, code: FindingCode, findings: readonly Finding[]): ToldNotice {
  const names = periodNamesIn(plan);
  return {
    title: findingTitle(code),
    lines: findings.map((finding) => {
      const place = placeName(plan, finding.entity);
      const { line } = tellFinding(finding, names);
      return place === '' ? line : `${short(place)}: ${line}`;
    }),
  };
}

export function tellConflicts(n: number): ToldNotice {
  return {
    title: 'Cambios por decidir',
    lines: [
      `${count(n, 'dato fue escrito', 'datos fueron escritos')} distinto en dos equipos. El documento imprime lo que hoy está en el plan.`,
    ],
  };
}

export function tellMissingReports(plan: Plan, rows: readonly { readonly index: number }[]): ToldNotice {
  return {
    title: 'Sin reportar',
    lines: rows.map(({ index }) => indicatorTitle(plan, index)),
  };
}

/** What the document itself lacks. */
export const DOCUMENT_LACKS: Readonly<Record<'noSigners' | 'noFormCode' | 'noFigure', ToldNotice>> = {
  noSigners: {
    title: 'Sin firmantes',
    lines: ['Nadie está señalado para firmar: se imprime el espacio con el papel de cada uno.'],
  },
  noFormCode: {
    title: 'Sin código de formato',
    lines: ['El encabezado sale sin código ni versión.'],
  },
  noFigure: {
    title: 'Sin resultado',
    lines: ['Todavía no hay con qué calcular el avance del plan.'],
  },
};

function placeName(plan: Plan, entity: string): string {
  const row = plan.indicators.findIndex(({ id }) => id === entity);
  if (row >= 0) return indicatorTitle(plan, row);
  const item = plan.items.find(({ id }) => id === entity);
  return item ? item.differentialCriterion || groupName({ by: 'item', id: item.id, item, rows: [] }) : '';
}
