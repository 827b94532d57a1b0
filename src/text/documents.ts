import { listOf, short } from './findings';
import { formatNumber } from './format';

/** Words around any official document. */
export const documentWords = {
  logoOf: (entityName: string) => (entityName ? `Logo de ${entityName}` : 'Logo de la entidad'),
  edit: (text: string) => `Editar: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
  shownRows: (shown: number, of: number) => `Aquí van ${formatNumber(shown)} de ${formatNumber(of)}.`,
  printsWhole: 'El documento es largo: al imprimir y en los archivos sale completo.',
  seeWhole: 'Verlo completo aquí',
  replacedInWord: (texts: readonly string[]) =>
    `Word no admite algunos signos y los muestra como \ufffd: ${listOf(texts.map((text) => `«${short(text)}»`))}.`,
} as const;
