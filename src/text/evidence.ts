import { splitAnnexName } from '../domain/annexName';
import type { EvidenceFilter } from '../domain/evidence';
import type { Evidence, EvidenceFile } from '../domain/report';
import { formatBytes } from './bytes';
import { count, formatNumber } from './format';

/** A piece of evidence as it is called, with the number that its source prints where its name does not bear it. */
export function evidenceTitle({ number, name }: Pick<Evidence, 'number' | 'name'>): string {
  return number === '' || splitAnnexName(name) ? name : `Anexo ${number}: ${name}`;
}

/** Words of the evidence of a period, of one piece of it, and of the list of all. */
export const evidence = {
  title: 'Evidencias',
  seeAllRows: 'Ver qué tiene evidencia',
  textLabel: 'Qué muestra el archivo (opcional)',
  willBeCalled: (name: string) => `Se llamará «${name}».`,
  fileNameHere: 'nombre del archivo',
  preparing: (at: number, of: number) =>
    of === 1 ? 'Preparando el archivo…' : `Preparando el archivo ${formatNumber(at)} de ${formatNumber(of)}…`,
  attached: (n: number) => (n === 1 ? 'Evidencia adjunta.' : `${formatNumber(n)} evidencias adjuntas.`),
  noPhoto:
    'No llegó ninguna foto. Si este equipo no deja usar la cámara, permítala en los ajustes del navegador, o tome la foto aparte y use «Adjuntar».',
  missing: 'Falta en este equipo',
  missingMeans: 'Se adjuntó en otro equipo: llega con una copia «con evidencias».',
  reduced: ({ original, size }: EvidenceFile) =>
    original ? `Foto reducida de ${formatBytes(original.size)} a ${formatBytes(size)}.` : '',
  originalMark: (sha256: string) => `Original: SHA-256 ${sha256.slice(0, 16)}…`,
  ofYear: (year: number) => `Vigencia ${year}`,
  alsoServes: 'Sirve también a',
  edit: 'Nombre y vigencia',
  editTitle: 'Nombre y vigencia de la evidencia',
  ownText: 'Texto',
  wholeName: 'Nombre',
  isCalled: (name: string) => `Se llama «${name}».`,
  year: 'Vigencia',
  yearHint: 'El año de lo que muestra; puede no ser el del plan.',
  yearError: 'Escriba un año de cuatro cifras, o déjelo vacío.',
  nameError: 'Escriba un nombre.',
  save: 'Guardar',
  serveToo: 'Sirve también a…',
  serveTitle: 'Filas a las que sirve',
  serveText: (name: string, period: string) =>
    `«${name}» respalda las filas marcadas (${period}). El archivo no se copia.`,
  serveLast: 'Una evidencia respalda al menos una fila: marque otra antes de quitar esta.',
  search: 'Buscar fila',
  noneFound: 'Ninguna fila cumple con esa búsqueda.',
  rows: 'Filas del plan',
  period: 'Período',
  summary: (withSome: number, all: number) =>
    `${formatNumber(withSome)} de ${count(all, 'fila tiene', 'filas tienen')} evidencia.`,
  lacking: (n: number) => `${count(n, 'fila reporta', 'filas reportan')} avance sin nada que lo muestre.`,
  filters: 'Qué mostrar',
  filter: {
    all: 'Todas',
    none: 'Sin evidencia',
    cited: 'Citada sin archivo',
    attached: 'Adjunta',
    verified: 'Verificada',
    missing: 'Falta en este equipo',
  } satisfies Readonly<Record<EvidenceFilter, string>>,
  counted: {
    cited: (n: number) => count(n, 'citada sin archivo', 'citadas sin archivo'),
    attached: (n: number) => count(n, 'adjunta', 'adjuntas'),
    verified: (n: number) => count(n, 'verificada', 'verificadas'),
    missing: (n: number) =>
      n === 1 ? '1\u00a0falta en este equipo' : `${formatNumber(n)}\u00a0faltan en este equipo`,
  },
  none: 'Sin evidencia',
  reported: (value: string) => `Reportó ${value}`,
  notAValue: (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1),
  noneInFilter: 'Ninguna fila está así en este período.',
  seeAll: 'Ver todas',
} as const;
