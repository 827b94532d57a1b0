/** Words of the way into an audit, and of a copy that is in one. */
export const auditDoor = {
  open: 'Auditar una copia',
  openHint: 'Se abre aparte, sin unirla a nada: se mira y se escriben hallazgos',
  opening: 'Comprobando la copia…',
  opened: 'Copia abierta para auditar.',
  chip: 'En auditoría',
  openedAt: (when: string) => `Abierta para auditar: ${when}`,
} as const;
