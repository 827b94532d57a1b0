import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { MUTED } from './measures';

/** The names of our own paragraph styles. */
export const STYLE = { quiet: 'Quiet', boxed: 'Boxed', caption: 'Caption', cell: 'TableText' } as const;

const FONT = 'Arial';
const LANGUAGE = 'es-CO';

/** The look of the whole file, by styles that a person can change in Word. Sizes in half points. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: LANGUAGE } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
    },
    heading1: {
      run: { font: FONT, size: 28, bold: true, color: '000000' },
      paragraph: { alignment: 'center', spacing: { before: 240, after: 200 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 23, bold: true, color: '000000' },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 21, bold: true, color: '000000' },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    ownStyle(STYLE.cell, {
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 252, lineRule: 'auto' } },
    }),
    ownStyle(STYLE.quiet, { run: { size: 17, color: MUTED } }),
    ownStyle(STYLE.boxed, {
      run: { bold: true },
      paragraph: { indent: { left: 140, right: 140 }, spacing: { before: 120, after: 240 }, keepLines: true },
    }),
    ownStyle(STYLE.caption, {
      run: { bold: true, size: 19 },
      paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
    }),
  ],
};

function ownStyle(id: string, look: Omit<IParagraphStyleOptions, 'id'>): IParagraphStyleOptions {
  return { id, name: id, basedOn: 'Normal', ...look };
}
