import { expect, test } from 'vitest';
import { reportContext } from '../../../src/documents/reports/context';
import { documentOf } from '../../../src/documents/reports/documentOf';
import { NO_TRAIL } from '../../../src/domain/auditTrail';
import { REPORT_KINDS } from '../../../src/domain/reportForms';
import { cartagena } from '../../support/cartagena';
import { linesOf } from '../../support/documentText';

const CUT = '2023-03-31';
const OPTIONS = {
  ...NO_TRAIL,
  part: null,
  withPeople: false,
  today: '2023-07-01',
  seed: 'k3',
  size: 3,
} as const;

function said(kind: (typeof REPORT_KINDS)[number], asOf: string | null): string {
  const document = documentOf(kind, reportContext(cartagena(), CUT, [], asOf), OPTIONS);
  return linesOf(document).join('\n').replaceAll('\u00a0', ' ');
}

test.each(REPORT_KINDS)('%s says on paper that it is of the plan as it stood', (kind) => {
  const words = 'Así estaba el plan el 14 jun 2023, 9:21, por el reloj de cada equipo: no es como está hoy.';
  expect(said(kind, '2023-06-14T14:21:00.000Z+3')).toContain(words);
  expect(said(kind, null)).not.toContain('Así estaba el plan');
});
