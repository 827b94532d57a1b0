/** Words around any official document. */
export const documentWords = {
  logoOf: (entityName: string) => (entityName ? `Logo de ${entityName}` : 'Logo de la entidad'),
  edit: (text: string) => `Editar: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
} as const;
