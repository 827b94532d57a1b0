import { describe, expect, test } from 'vitest';
import { previewMatrix } from '../../src/commands/importMatrix';
import { readMatrixBytes } from '../../src/commands/matrixWork';
import { boardFacts } from '../../src/domain/board';
import { evaluate } from '../../src/domain/evaluate';
import { planTableOf } from '../../src/domain/planTable';
import { proposedChoices } from '../../src/ui/matrix/proposedChoices';
import { valueOf } from '../support/tablets';

// Plans as an entity that does everything well would write them: nothing is asked about any of them.

const QUARTERS = `
ALCALDÍA MUNICIPAL DE PRUEBA
PLAN DE ACCIÓN 2023
ITEM;CRITERIO DIFERENCIAL;CICLO PHVA;ACTIVIDAD;PRODUCTO;INDICADOR;DESCRIPCION DE LA META;UNIDAD DE MEDIDA;FECHA INICIO;FECHA FINAL;RESPONSABLE;META DEL INDICADOR;2023 RESULTADO TRIMESTRE 1;2023 RESULTADO TRIMESTRE 2;2023 RESULTADO TRIMESTRE 3;2023 RESULTADO TRIMESTRE 4;RESULTADO;OBSERVACIONES
1;Hoja de ruta;P: Planear;1. Definir la hoja de ruta (Fase 1);Hoja de ruta de la fase I;Hoja de ruta definida;1 hoja de ruta;Documento;01-ene-23;28-feb-23;Oficina TIC;1;1;0;;;100%;Se adoptó la hoja de ruta (Anexo 01 Hoja de ruta 2023)
1;Hoja de ruta;V: Verificar;2. Hacer seguimiento a la hoja de ruta;Informes trimestrales;Informes presentados;4 informes;Informes;01-ene-23;31-dic-23;Oficina TIC;4;1;1;;;50,0%;Se pasó de 25% de avance a 50% de avance (Anexo 02 Informes)
2;Sensibilización;H: Hacer;3. Sensibilizar a las dependencias;Jornadas;Jornadas realizadas;20 jornadas;Jornadas;15-ene-23;31-jul-23;Talento Humano;20;12;10;;;110%;Se cumplió la meta: 110 % de cumplimiento (Anexo 03 Listados 2023)
2;Sensibilización;H: Hacer;4. Publicar conjuntos de datos;Conjuntos de datos;Conjuntos publicados;10 conjuntos;Conjuntos;01-ene-23;31-dic-23;Planeación;10;0;3;;;30%;En el primer trimestre se esperó el inventario y en el segundo se publicaron tres (Anexo 04 Inventario)
3;FURAG;A: Actuar;5. Elaborar el plan de mejoramiento;Plan de mejoramiento;Plan elaborado;Un plan de mejoramiento;Documento;01-ago-23;30-nov-23;Control interno;1;no programado;no programado;;;;
3;FURAG;A: Actuar;6. Atender los hallazgos de auditoría;Respuestas;Respuestas enviadas;5 respuestas;Respuestas;01-ene-23;31-dic-23;Control interno;5;No aplica;No aplica;No aplica;No aplica;;No hubo hallazgos
TOTAL;;;;;;;;;;;;;;;;;
`;

const PERCENTS = `
Seguimiento al PETI con corte al 31 de julio de 2024
DOMINIO;INICIATIVA ESTRATEGICA;RESPONSABLE;DESARROLLO DE LA ACTIVIDAD;% CUMPLIMIENTO;% CUMPLIMIENTO DOMINIO
Estrategia de TI;Plan de seguridad;Sistemas;Se aprobó el plan con un 100% de cumplimiento;100%;70%
Estrategia de TI;Plan de continuidad;Sistemas;En desarrollo: lleva 40 % de avance;40%;70%
Gobierno de TI;Portafolio de servicios;Sistemas;Se documentaron dos de los tres servicios;66,7%;33,3%
Gobierno de TI;Modelo de gobierno;Secretaría General;Inicia en septiembre, con el contratista;0%;33,3%
NIVEL DE CUMPLIMIENTO DEL PLAN;;;;;51,7%
`;

const YEARS = `
PLAZO;ACTIVIDADES;FECHA INICIO;FECHA FINAL;ENTREGABLES;RESPONSABLES;NOMBRE INDICADOR;FÓRMULA;META;T1;T2;T3;T4;OBSERVACIONES
Corto;Publicar conjuntos de datos;15/01/2024;31/12/2024;Conjuntos de datos;Planeación;Conjuntos publicados;Número de conjuntos;20;5;5;5;5;Publicados los veinte (Anexo 01 Conjuntos 2024)
Corto;Adoptar la política de datos;15/01/2024;30/06/2024;Política;Oficina TIC;Política adoptada;Documento;1;;1;;;Adoptada por resolución de 2024
Mediano;Medir el aprovechamiento;15/01/2025;31/12/2025;Informe;Planeación;Informe presentado;Documento;1;no aplica;no aplica;no aplica;no aplica;La medición pasó a la Nación
Mediano;Avanzar en interoperabilidad;15/01/2025;31/12/2025;Servicios en X-Road;Oficina TIC;Avance de los servicios;Avance porcentual;100%;;;;;
`;

async function preview(text: string) {
  const read = valueOf(await readMatrixBytes(new TextEncoder().encode(text.trim()), 'plan.csv'));
  const choices = proposedChoices(read.reading, null);
  return { ...previewMatrix(read.reading, choices), cut: choices.cut };
}

describe.each([
  ['counts by quarters, with a total', QUARTERS, ['rowSetAside'], '2023-06-30', 56, 5],
  ['percents at a cut, with printed results', PERCENTS, ['rowSetAside'], '2024-07-31', 51.675, 2],
  ['counts and percents over two years', YEARS, [], '2024-12-31', 66.666666667, 3],
] as const)('a clean plan of %s', (_, text, setAside, day, value, n) => {
  test('has no finding', async () => {
    const { findings, reading, plan, cut } = await preview(text);
    expect(findings).toEqual([]);
    // The total under the table is said, and it is all that is.
    expect(reading.findings.map(({ code }) => code)).toEqual(setAside);
    expect(cut).toBe(day);
    expect(boardFacts(plan, evaluate(planTableOf(plan), cut)).overall).toMatchObject({ value, n });
  });
});
