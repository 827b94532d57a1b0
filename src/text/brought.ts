import { count } from './format';

/** What came with a file that was merged. */
export interface Brought {
  readonly changes: number;
  readonly files: number;
  readonly auditFindings: number;
  /** Changes that are kept aside. */
  readonly altered: number;
}

/** "3 cambios nuevos y 1 archivo", to stand after a colon. */
export function broughtWords({ changes, files, auditFindings, altered }: Brought): string {
  const parts = [
    ...(changes > 0 ? [count(changes, 'cambio nuevo', 'cambios nuevos')] : []),
    ...(files > 0 ? [count(files, 'archivo', 'archivos')] : []),
    ...(altered > 0 ? [`${count(altered, 'cambio alterado', 'cambios alterados')} aparte`] : []),
  ];
  if (parts.length === 0) return 'nada nuevo';
  const all = new Intl.ListFormat('es-CO').format(parts);
  return auditFindings > 0
    ? `${all}; trae ${count(auditFindings, 'hallazgo de auditoría', 'hallazgos de auditoría')}`
    : all;
}
