/** Words around any official document. */
export const documentWords = {
  logoOf: (entityName: string) => (entityName ? `Logo de ${entityName}` : 'Logo de la entidad'),
} as const;
