import { listOf } from './findings';
import { count, formatNumber } from './format';

/** More words of the screen that reviews a matrix: choosing the file, and what the board will say. */
export const review = {
  pickTitle: 'Elija la matriz',
  pickText:
    'El archivo de Excel tal como lo lleva la entidad. Se lee aquí, en este equipo, y se muestra todo antes de guardar nada.',
  dropHint: 'También puede arrastrarla hasta aquí.',
  pasteHint: 'O copie la tabla en Excel, Word o un PDF y péguela aquí (Ctrl + V).',
  pasted: 'Tabla pegada',
  cancel: 'Cancelar',
  dropArea: 'Archivo de la matriz',
  accepted: 'Sirven .xlsx, .xls, .ods, .csv y texto en columnas',
  boardWillSay: 'Así quedará el tablero',
  atCut: (day: string) => `Al ${day}:`,
  expected: 'esperado',
  thePlan: 'El plan',
  zerosTitle: (periods: readonly string[]) => `Los ceros de ${listOf(periods)}`,
  zerosExplained: {
    notReported: 'Esos períodos quedan pendientes, sin dato.',
    zero: 'Cuentan como reportados: se trabajó y no hubo resultado.',
  },
  zerosAfterCut: 'tras el corte',
  date: 'fecha',
  finding: 'hallazgo',
  moreRows: (shown: number, all: number) => `Se ven ${formatNumber(shown)} de ${count(all, 'fila', 'filas')}`,
  showMore: (n: number) => `Ver ${formatNumber(n)} más`,
  columnsTitle: (n: number) => `Columnas encontradas: ${formatNumber(n)}`,
  ofPeriod: (period: string, aspect: string) => `${period}: ${aspect}`,
  noSamples: 'vacía',
  noHeader: 'Sin encabezado',
  wholePlan: 'Todo el plan',
} as const;
