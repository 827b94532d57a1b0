import type { CellStyle } from 'hucre';

const EDGE = { style: 'thin', color: { rgb: '7A8697' } } as const;
const BORDER = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const SOFT = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } } as const;

export const PLAIN: CellStyle = { border: BORDER, alignment: { vertical: 'top', wrapText: true } };
export const HEADER: CellStyle = {
  font: { bold: true },
  fill: SOFT,
  border: BORDER,
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
};
export const TOTAL: CellStyle = { ...PLAIN, font: { bold: true }, fill: SOFT };
export const TITLE: CellStyle = {
  font: { bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const STRONG: CellStyle = { font: { bold: true }, alignment: { vertical: 'center', wrapText: true } };
export const SPANNING: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

export const NUMBER_FORMAT = { day: 'dd/mm/yyyy', pesos: '"$" #,##0', plain: '#,##0.##########' } as const;
