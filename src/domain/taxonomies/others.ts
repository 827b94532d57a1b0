import type { Taxonomy } from './taxonomy';

/** The domains of the Marco de Referencia de Arquitectura Empresarial; plans use some of them. */
export const MRAE_DOMAINS: Taxonomy = {
  id: 'mrae-domains',
  elements: [
    { slug: 'it-strategy', name: 'Estrategia de TI' },
    { slug: 'it-governance', name: 'Gobierno de TI' },
    { slug: 'information', name: 'Gestión de la Información' },
    { slug: 'information-systems', name: 'Sistemas de Información' },
    { slug: 'technology-services', name: 'Servicios Tecnológicos' },
    { slug: 'use-adoption', name: 'Uso y Apropiación' },
  ],
};

/** The cycle, whose slugs are the stages of an activity. */
export const PHVA: Taxonomy = {
  id: 'phva',
  elements: [
    { slug: 'plan', name: 'Planear' },
    { slug: 'do', name: 'Hacer' },
    { slug: 'check', name: 'Verificar' },
    { slug: 'act', name: 'Actuar' },
  ],
};

/** The 25 departments that Cartagena's policy makes answerable (domain.md A4, X-39). */
export const DEPARTMENTS: Taxonomy = {
  id: 'departments',
  elements: [
    'Secretaría General',
    'Secretaría del Interior',
    'Secretaría de Hacienda',
    'Planeación Distrital',
    'Secretaría de Infraestructura',
    'Secretaría de Participación y Desarrollo Social',
    'Secretaría de Educación',
    'Oficina Asesora Jurídica',
    'Oficina Asesora de Control Interno',
    'Oficina Asesora de Prensa y Comunicaciones',
    'Escuela de Gobierno y Liderazgo',
    'Oficina Asesora para la Gestión del Riesgo de Desastres',
    'Plan de Emergencia Social Pedro Romero',
    'Espacio público y movilidad',
    'DATT',
    'Valorización Distrital',
    'Distriseguridad',
    'Cooperación Internacional',
    'Apoyo Logístico',
    'IDER',
    'Corvivienda',
    'Transcribe S.A.',
    'Fondo territorial de pensiones',
    'Escuela Taller',
    'Familias en Acción',
  ].map((name) => ({ slug: slugOf(name), name })),
};

/** Names of offices have no English: their slug is the name itself, without accents or capitals. */
function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
