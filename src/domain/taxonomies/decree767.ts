import type { Taxonomy } from './taxonomy';

/** The digital government policy of Decreto 767 de 2022 with its list of products (domain.md A4, B). */
export const DECREE_767: Taxonomy = {
  id: 'decree-767',
  elements: [
    {
      slug: 'governance',
      name: 'Gobernanza',
      products: [
        'Caracterización de grupos de valor',
        'Modelo de gobernanza entre el orden nacional y territorial, el nivel central y descentralizado, que involucre a los grupos de interés',
      ],
    },
    {
      slug: 'public-digital-innovation',
      name: 'Innovación pública digital',
      products: ['Proyectos definidos en Plan de Desarrollo con corte de innovación pública'],
    },
    {
      slug: 'architecture',
      name: 'Arquitectura TI',
      parts: [
        {
          slug: 'enterprise-architecture',
          name: 'Modelo de arquitectura empresarial',
          products: ['Documento de Arquitectura Empresarial', 'Repositorio AE'],
        },
        {
          slug: 'it-management',
          name: 'Modelo de gestión y gobierno de TI',
          products: [
            'Documento con la estructura del modelo de gestión y gobierno TI',
            'Tablero de control del PETI',
            'Implementación de las Políticas de TI',
          ],
        },
        {
          slug: 'it-projects',
          name: 'Modelo de gestión de proyectos de TI',
          products: [
            'Manual de gestión de proyectos TI',
            'Tablero de control de ejecución de proyectos TI',
            'Repositorio de documentos de proyectos',
          ],
        },
      ],
    },
    {
      slug: 'citizen-digital-services',
      name: 'Servicios ciudadanos digitales',
      parts: [
        {
          slug: 'interoperability',
          name: 'Marco de interoperabilidad',
          products: ['Ruta de implementación de carpeta ciudadana digital'],
        },
        {
          slug: 'digital-authentication',
          name: 'Autenticación digital',
          products: ['Pasarela de autenticación integrada al Portal Único GOV.CO'],
        },
        {
          slug: 'citizen-folder',
          name: 'Carpeta Ciudadana Digital',
          products: ['Integración de trámites y servicios en línea a la Carpeta Ciudadana Digital'],
        },
      ],
    },
    {
      slug: 'culture-adoption',
      name: 'Cultura y apropiación',
      products: ['Estrategia de uso y apropiación de TIC'],
    },
    {
      slug: 'security-privacy',
      name: 'Seguridad y privacidad de la información',
      products: ['Documentos de implementación de la Política de seguridad y privacidad de la información'],
    },
    {
      slug: 'action-lines',
      name: 'Líneas de acción',
      parts: [
        {
          slug: 'smart-services',
          name: 'Servicios y procesos inteligentes',
          products: ['Sede electrónica', 'Trámites digitalizados'],
        },
        {
          slug: 'data-driven-decisions',
          name: 'Decisiones basadas en datos',
          products: ['Conjuntos de datos publicados en datos.gov', 'Modelo de explotación de datos'],
        },
        {
          slug: 'open-state',
          name: 'Estado abierto',
          products: ['Portal Gobierno Abierto', 'ITA incrementado'],
        },
      ],
    },
    {
      slug: 'driving-initiatives',
      name: 'Iniciativas dinamizadoras',
      parts: [
        {
          slug: 'transformation-projects',
          name: 'Proyectos de transformación digital',
          products: ['Plan de transformación digital'],
        },
        {
          slug: 'smart-territories',
          name: 'Estrategias de ciudades y territorios inteligentes',
          products: ['Aplicaciones con tecnologías de la 4RI', 'Política Pública Ciudad Inteligente'],
        },
      ],
    },
  ],
};

/** Its four enablers, which stand among its other elements, by their paths (domain.md A4). */
export const ENABLERS_767: readonly string[] = [
  'architecture',
  'citizen-digital-services',
  'culture-adoption',
  'security-privacy',
];
