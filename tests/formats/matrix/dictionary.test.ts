import { describe, expect, test } from 'vitest';
import { compareKey } from '../../../src/formats/cells';
import { fieldCandidates, recogniseField } from '../../../src/formats/matrix/columns';
import type { MatrixField } from '../../../src/formats/matrix/columns';
import { DICTIONARY } from '../../../src/formats/matrix/dictionary';

/** Headers as plans of Colombian entities print them. */
const IN_USE: readonly (readonly [MatrixField, readonly string[]])[] = [
  ['itemNumber', ['ITEM', 'Ítem', 'No.', 'N°', 'NÚMERO', 'No. de ítem']],
  [
    'criterion',
    [
      'DOMINIO',
      'Línea estratégica',
      'COMPONENTE',
      'EJE',
      'Dimensión',
      'Criterio diferencial',
      'Programa',
      'Objetivo estratégico',
      'HABILITADOR',
      'Habilitador / Línea de acción',
      'Dimensión MIPG',
      'LÍNEA',
      'Subcomponente',
    ],
  ],
  ['phvaStage', ['PHVA', 'Ciclo PHVA', 'CICLO']],
  [
    'activityNumber',
    ['ID', 'CÓDIGO', 'COD PROYECTO', 'Código del proyecto', 'BPIN', 'Código BPIN', 'No. actividad'],
  ],
  [
    'activity',
    [
      'ACTIVIDAD',
      'ACTIVIDADES',
      'Actividad(es)',
      'Acción',
      'PROYECTO Y/O INICIATIVA',
      'PROYECTO',
      'Tarea',
      'DESCRIPCIÓN',
      'Actividades a realizar',
      'Nombre del proyecto',
      'Acción de mejora',
      'Proyecto/Iniciativa',
    ],
  ],
  [
    'deliverable',
    [
      'PRODUCTO',
      'ENTREGABLE',
      'ENTREGABLE(S)',
      'Producto esperado',
      'Resultado esperado',
      'Producto / entregable',
      'Meta o producto',
    ],
  ],
  [
    'indicatorName',
    ['INDICADOR', 'Nombre del indicador', 'INDICADORES', 'Indicador de gestión', 'Nombre indicador'],
  ],
  [
    'target',
    [
      'META',
      'Meta anual',
      'META 2024',
      'Meta vigencia 2024',
      'Meta del indicador',
      'Meta programada',
      'Meta de producto',
      'Meta cuatrienio',
      'Cant.',
    ],
  ],
  ['targetText', ['Descripción de la meta', 'DESCRIPCIÓN META']],
  ['unitOfMeasure', ['UNIDAD DE MEDIDA', 'Unidad', 'Fórmula del indicador', 'FÓRMULA', 'Und.']],
  [
    'start',
    [
      'FECHA INICIO',
      'FECHA INICIAL',
      'FECHA DE INICIO',
      'Inicio',
      'Fecha inicio (dd/mm/aaaa)',
      'Fecha programada de inicio',
      'DESDE',
    ],
  ],
  [
    'end',
    [
      'FECHA FINAL',
      'FECHA FIN',
      'Fecha de terminación',
      'Fin',
      'Fecha límite',
      'Fecha de entrega',
      'Hasta',
      'TERMINACIÓN',
      'Fecha programada',
    ],
  ],
  [
    'responsible',
    [
      'Área encargada',
      'RESPONSABLE',
      'RESPONSABLE(S)',
      'Líder',
      'DEPENDENCIA',
      'ÁREA',
      'Área responsable',
      'Dependencia o área responsable',
      'Secretaría',
      'Dependencia líder',
    ],
  ],
  [
    'stated',
    [
      'RESULTADO',
      '% de cumplimiento',
      '% AVANCE',
      '% de avance total',
      'Porcentaje de avance',
      'Avance total',
      'Nivel de cumplimiento',
    ],
  ],
  ['direct', ['% CUMPLIMIENTO', '% Cumplimiento iniciativa']],
  [
    'remark',
    [
      'OBSERVACIONES',
      'Observación',
      'Obs.',
      'OBS',
      'Observ.',
      'Seguimiento',
      'AVANCE CUALITATIVO',
      'Comentarios',
      'Observaciones y/o recomendaciones',
    ],
  ],
  ['baseline', ['LÍNEA BASE', 'L.B', 'L.B.', 'Línea de base', 'LÍNEA BASE 2023']],
  ['weight', ['PONDERACIÓN', 'Peso', 'Peso (%)', 'Pond.', 'Ponderación de la actividad']],
  [
    'budget',
    ['PRESUPUESTO', 'Presupuesto asignado', 'Presupuesto 2024', 'Recursos asignados', 'RECURSOS', 'Costo'],
  ],
  ['executed', ['PRESUPUESTO EJECUTADO', 'Valor ejecutado', 'Recursos ejecutados']],
];

describe('the headers of the field', () => {
  test.each(IN_USE.flatMap(([field, headers]) => headers.map((header) => [header, field] as const)))(
    '%s is %s',
    (header, field) => {
      expect(recogniseField(header)?.field).toBe(field);
    },
  );

  test.each([
    'EJECUTADO',
    'Corresponsable',
    'Tipo de indicador',
    'Fecha de corte',
    'Medio de verificación',
    'Evidencia',
    'Fuente',
    'Unidad administrativa',
  ])('%s is none', (header) => {
    expect(recogniseField(header)).toBeNull();
  });

  test('every entry of the dictionary is found, and none is of two fields with the same right', () => {
    for (const { field, headers, alike = [], standIns = [], lastResort = [] } of DICTIONARY) {
      const tiers = [headers, alike, standIns, lastResort];
      for (const [rank, tier] of tiers.entries()) {
        for (const header of tier) {
          const sameRight = fieldCandidates(header).filter((one) => one.rank === rank);
          expect([header, sameRight]).toEqual([header, [{ field, rank }]]);
        }
      }
    }
  });

  test('no entry is written twice, and each has something to compare', () => {
    for (const { headers, alike = [], standIns = [], lastResort = [] } of DICTIONARY) {
      const keys = [...headers, ...alike, ...standIns, ...lastResort].map(compareKey);
      expect(keys).not.toContain('');
      expect(new Set([...alike, ...standIns, ...lastResort].map(compareKey)).size).toBe(
        alike.length + standIns.length + lastResort.length,
      );
    }
  });
});
