/** What an example is called, and what its file does not tell of its plan; '' where it does. */
interface ExampleWords {
  readonly name: string;
  readonly shows: string;
  readonly planTitle: string;
  readonly entityName: string;
}

/** The published matrices that ship with the app, by key. */
export const EXAMPLE_WORDS = {
  cartagena2023: {
    name: 'Cartagena 2023: plan de acción de la política',
    shows: '12 indicadores por trimestres, con la matriz publicada en Excel.',
    planTitle: '',
    entityName: '',
  },
  cartago2024: {
    name: 'Cartago 2024: seguimiento al PETI',
    shows: '11 iniciativas con su porcentaje al 31 de julio, y un total impreso que no coincide.',
    planTitle: 'Seguimiento al PETI 2024',
    entityName: 'Concejo Municipal de Cartago',
  },
  cartagenaPeti: {
    name: 'Cartagena 2024 a 2026: plan del PETI',
    shows: '20 actividades y 29 indicadores en tres plazos, todavía sin resultados.',
    planTitle: 'PETI 2024 a 2026',
    entityName: 'Alcaldía Distrital de Cartagena de Indias',
  },
} as const satisfies Readonly<Record<string, ExampleWords>>;

export const examples = { title: 'Elija un ejemplo' } as const;
