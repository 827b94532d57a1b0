import { count, formatNumber } from './format';

/** Words of Inicio and of the frame around every screen. */
export const home = {
  appName: 'Bitácora',
  tagline: 'El plan de gobierno digital, al día y explicado, aun sin red.',
  title: 'Mis planes',
  emptyTitle: 'Aquí van a estar sus planes',
  emptyText:
    'Bitácora lee la matriz que la entidad ya lleva en Excel, dice en qué va el plan y por qué, y recoge los avances en las mesas sin necesidad de red. Todo queda guardado en este equipo.',
  steps: [
    'Cargue la matriz: se revisa antes de guardar nada.',
    'Registre el trimestre, en la mesa o en su puesto.',
    'Comparta una copia con los demás equipos; al unir no se pierde nada.',
  ],
  loadMatrix: 'Cargar matriz',
  loadMatrixHint: 'El archivo .xlsx del plan de acción',
  openSnapshot: 'Abrir una copia',
  openSnapshotHint: 'El archivo .json que le entregaron',
  newPlan: 'Empezar un plan',
  newPlanHint: 'Sin matriz: se escribe aquí',
  openExample: 'Ver un ejemplo',
  openExampleHint: 'Tres matrices publicadas, de Cartagena y Cartago',
  example: 'Ejemplo',
  opening: 'Abriendo el ejemplo…',
  reading: 'Leyendo la matriz…',
  open: 'Abrir',
  remove: 'Quitar de este equipo',
  removeTitle: '¿Quitar este plan de este equipo?',
  removeText:
    'Se borra de este equipo. La copia que guardó no se toca y con ella vuelve el plan con su historia. Las fotos y archivos adjuntos no van en la copia: también se borran de aquí.',
  removeExampleText: 'Es un ejemplo: se puede volver a abrir cuando quiera.',
  removed: 'El plan ya no está en este equipo.',
  onlyHere: (changes: number) => `${count(changes, 'cambio', 'cambios')} solo aquí`,
  year: (planYear: number) => `Vigencia ${planYear}`,
  settings: 'Ajustes',
  goHome: 'Inicio',
  installTitle: 'Antes de guardar: instale la aplicación',
  installText:
    'En Safari, la aplicación instalada y el navegador guardan por separado. Toque Compartir y luego «Añadir a pantalla de inicio», y ábrala desde allí.',
  installGoOn: 'Seguir en el navegador y pasar el plan con una copia',
  looksOnlyTitle: 'Solo para mirar',
  looksOnlyText:
    'Esta dirección no es segura (HTTPS): aquí la aplicación no funciona sin red ni se puede instalar.',
  cancel: 'Cancelar',
  close: 'Cerrar',
  reload: 'Recargar',
  back: 'Volver',
  updateReady: 'Hay una versión nueva de Bitácora.',
  updateNow: 'Actualizar',
  places: {
    board: 'Tablero',
    activities: 'Actividades',
    meetings: 'Mesas',
    reports: 'Informes',
    share: 'Compartir',
  },
  conflicts: (n: number) => count(n, 'diferencia por decidir', 'diferencias por decidir'),
  findings: (open: number | null) =>
    open === null
      ? 'Hallazgos'
      : open === 0
        ? 'Hallazgos: nada por revisar'
        : `Hallazgos: ${formatNumber(open)} por revisar`,
  notFoundTitle: 'Esa página no existe',
  storageClosed: 'No se pudo abrir lo guardado en este equipo',
  storageClosedWayOut:
    'Nada se ha borrado. Cierre otras pestañas de Bitácora y recargue; en una ventana privada puede que no se permita guardar.',
  goOnVanished: 'Entendido, seguir',
  loading: 'Abriendo…',
} as const;
