import type { Taxonomy } from './taxonomy';

/** The policy of Decreto 1008 de 2018: one activity may carry one of each of its three kinds (domain.md A1). */
export const DECREE_1008: Taxonomy = {
  id: 'decree-1008',
  hasKinds: true,
  elements: [
    {
      slug: 'components',
      name: 'Componentes',
      parts: [
        { slug: 'ict-for-state', name: 'TIC para el Estado' },
        { slug: 'ict-for-society', name: 'TIC para la Sociedad' },
      ],
    },
    {
      slug: 'enablers',
      name: 'Habilitadores',
      parts: [
        { slug: 'architecture', name: 'Arquitectura' },
        { slug: 'security-privacy', name: 'Seguridad y Privacidad' },
        { slug: 'citizen-digital-services', name: 'Servicios Ciudadanos Digitales' },
      ],
    },
    {
      slug: 'purposes',
      name: 'Propósitos',
      parts: [
        { slug: 'trusted-digital-services', name: 'Servicios digitales de confianza y calidad' },
        { slug: 'secure-processes', name: 'Procesos internos seguros y eficientes' },
        { slug: 'data-driven-decisions', name: 'Toma de decisiones basadas en datos' },
        {
          slug: 'open-state',
          name: 'Empoderamiento ciudadano a través de la consolidación de un Estado abierto',
        },
        { slug: 'smart-territories', name: 'Territorios y ciudades inteligentes' },
      ],
    },
  ],
};
