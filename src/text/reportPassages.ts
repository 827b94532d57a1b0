import type { Quote } from '../domain/document';
import { say } from './say';
import type { Part } from './say';

/** A text of ours that an entity may make its own, by its key. */
export interface FixedPassage {
  readonly key: string;
  readonly text: Part;
}

/** The name of a norm carries its number. */
function norm(text: string): Quote {
  return { k: 'quote', text };
}

/** How the semester report begins (domain.md A1, B). */
export const SEMESTER_INTRODUCTION: readonly FixedPassage[] = [
  {
    key: 'introduction/purpose',
    text: 'Este informe muestra cómo avanza la entidad en la Política de Gobierno Digital, qué va atrasado y qué se propone hacer al respecto.',
  },
  {
    key: 'introduction/norms',
    text: say`La política se rige por el ${norm('Decreto 767 de 2022')}, que actualizó los lineamientos del ${norm('Decreto 1008 de 2018')}, ambos incorporados en el ${norm('Decreto 1078 de 2015')}.`,
  },
  {
    key: 'introduction/management',
    text: say`El seguimiento hace parte del Modelo Integrado de Planeación y Gestión, que ordena el ${norm('Decreto 1083 de 2015')}, y se presenta al Comité Institucional de Gestión y Desempeño.`,
  },
  {
    key: 'introduction/method',
    text: 'Los porcentajes salen de lo que cada responsable reportó en el plan de trabajo y de las evidencias que lo respaldan; ninguno se escribe a mano.',
  },
];

/** What the follow-up of a PETI says before its table (domain.md A3). */
export const PETI_OBJECTIVES: readonly FixedPassage[] = [
  {
    key: 'objectives/general',
    text: 'Verificar cuánto se ha cumplido de las iniciativas del Plan Estratégico de Tecnologías de la Información y qué les falta.',
  },
  {
    key: 'objectives/specific',
    text: 'Identificar los dominios con mayor rezago, explicar por qué y recomendar cómo recuperarlos.',
  },
];

export const PETI_SCOPE: readonly FixedPassage[] = [
  {
    key: 'scope/what',
    text: 'El seguimiento comprende todas las iniciativas del plan, con lo reportado hasta la fecha de corte.',
  },
  {
    key: 'scope/limits',
    text: 'No evalúa la calidad de los productos ni el uso que se les da; de lo que no se reportó, solo dice que falta.',
  },
];

export const PETI_NORMS: readonly FixedPassage[] = [
  {
    key: 'norms/access',
    text: say`${norm('Ley 1712 de 2014')}: transparencia y acceso a la información pública.`,
  },
  {
    key: 'norms/messages',
    text: say`${norm('Ley 527 de 1999')}: mensajes de datos, comercio electrónico y firmas digitales.`,
  },
  {
    key: 'norms/sector',
    text: say`${norm('Decreto 1078 de 2015')}: decreto único del sector de tecnologías de la información y las comunicaciones.`,
  },
  {
    key: 'norms/capacity',
    text: say`${norm('Decreto 415 de 2016')}: fortalecimiento institucional en tecnologías de la información.`,
  },
  { key: 'norms/policy', text: say`${norm('Decreto 767 de 2022')}: Política de Gobierno Digital.` },
];

export const PETI_METHODOLOGY: readonly FixedPassage[] = [
  { key: 'methodology/targets', text: 'Cada iniciativa tiene una meta y un único porcentaje de avance.' },
  {
    key: 'methodology/reports',
    text: 'Los responsables reportan el avance de cada período, con su observación y sus soportes.',
  },
  {
    key: 'methodology/meetings',
    text: 'En mesas de seguimiento se revisa lo reportado y se acuerdan compromisos.',
  },
  { key: 'methodology/risks', text: 'De lo que va atrasado se registra la causa, y qué o a quién espera.' },
  { key: 'methodology/parties', text: 'Las dependencias y los usuarios participan en la revisión.' },
  {
    key: 'methodology/improvement',
    text: 'Lo aprendido ajusta el plan y el seguimiento del siguiente corte.',
  },
];
