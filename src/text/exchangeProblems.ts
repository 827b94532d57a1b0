import type { Problem } from '../domain/problem';
import { formatNumber } from './format';
import type { Teller } from './told';

/** What can go wrong with a copy that travels: on the way, in a shared folder, or under its passphrase. */
type ExchangeCode = Extract<
  Problem['code'],
  | 'snapshotBroken'
  | 'snapshotForeign'
  | 'snapshotAltered'
  | 'snapshotNewer'
  | 'snapshotTooLarge'
  | 'snapshotTooManyChanges'
  | 'snapshotGone'
  | 'snapshotWithheld'
  | 'mergeStopped'
  | 'deltaWithoutPlan'
  | 'packageTooLarge'
  | 'fileProtected'
  | 'passphraseWrong'
  | 'protectionUnusable'
  | 'protectionUnproven'
  | 'cryptoMissing'
  | 'folderRefused'
  | 'folderUnavailable'
  | 'folderNotWritten'
>;

export const exchangeSentences: { readonly [Code in ExchangeCode]: Teller<Code> } = {
  snapshotBroken: ({ file }) => ({
    what: `«${file}» llegó cortado o dañado: no se puede leer hasta el final.`,
    wayOut:
      'Pida que se lo envíen de nuevo, mejor por cable o carpeta que por mensajería. Aquí no cambió nada.',
  }),
  snapshotForeign: ({ file }) => ({
    what: `«${file}» no es una copia de un plan hecha con Bitácora.`,
    wayOut: 'Si es la matriz de la entidad, use «Cargar matriz» en Inicio. Aquí no cambió nada.',
  }),
  snapshotAltered: ({ file }) => ({
    what: `«${file}» fue alterado en el camino: ninguno de sus cambios se puede comprobar.`,
    wayOut: 'Pida que se lo envíen de nuevo. Aquí no cambió nada.',
  }),
  snapshotNewer: ({ file, version }) => ({
    what: `«${file}» se hizo con una versión más nueva de Bitácora (formato ${version}).`,
    wayOut: 'Actualice Bitácora en este equipo y ábralo otra vez. Aquí no cambió nada.',
  }),
  snapshotTooLarge: ({ file, maxMegabytes }) => ({
    what: `«${file}» pasa de ${formatNumber(maxMegabytes)} MB una vez abierto: ningún plan ocupa tanto.`,
    wayOut: 'Pida que se lo envíen de nuevo desde Bitácora. Aquí no cambió nada.',
  }),
  snapshotTooManyChanges: ({ file, max }) => ({
    what: `«${file}» trae más de ${formatNumber(max)} cambios: ningún plan reúne tantos.`,
    wayOut: 'Pida que se lo envíen de nuevo desde Bitácora. Aquí no cambió nada.',
  }),
  snapshotGone: ({ file }) => ({
    what: `«${file}» ya no está donde se eligió.`,
    wayOut: 'Búsquelo de nuevo, o pida que se lo envíen otra vez. Aquí no cambió nada.',
  }),
  snapshotWithheld: ({ file }) => ({
    what: `El equipo no dejó leer «${file}», o el archivo cambió mientras se leía.`,
    wayOut: 'Cópielo a una carpeta de este equipo y ábralo desde ahí. Aquí no cambió nada.',
  }),
  mergeStopped: () => ({
    what: 'Se detuvo antes de escribir.',
    wayOut: 'Puede abrir el archivo otra vez cuando quiera. Aquí no cambió nada.',
  }),
  deltaWithoutPlan: ({ file }) => ({
    what: `«${file}» trae solo los cambios nuevos de un plan que no está en este equipo.`,
    wayOut: 'Pida que le entreguen «Todo el plan» y ábralo primero. Aquí no cambió nada.',
  }),
  packageTooLarge: ({ file, maxMegabytes }) => ({
    what: `«${file}» pasa de ${formatNumber(maxMegabytes)} MB, y en un solo archivo no se puede llevar tanto.`,
    wayOut: 'Entreguen la copia ligera, y los archivos aparte. Aquí no cambió nada.',
  }),
  fileProtected: ({ file }) => ({
    what: `«${file}» está protegido con una clave.`,
    wayOut: 'Escriba la clave que le dio quien lo entregó. Aquí no cambió nada.',
  }),
  passphraseWrong: ({ file }) => ({
    what: `La clave no abre «${file}».`,
    wayOut:
      'Revise mayúsculas, espacios y tildes y escríbala otra vez; si no abre, pídala de nuevo a quien lo entregó.',
  }),
  protectionUnusable: ({ file }) => ({
    what: `La protección de «${file}» no es de las que esta versión abre.`,
    wayOut: 'Actualice Bitácora, o pida el archivo otra vez. Aquí no cambió nada.',
  }),
  protectionUnproven: () => ({
    what: 'La copia protegida no se pudo abrir de vuelta con su clave, y no se entrega.',
    wayOut: 'Inténtelo otra vez, o entregue la copia sin clave. Aquí no cambió nada.',
  }),
  cryptoMissing: () => ({
    what: 'Por esta dirección, sin HTTPS, el navegador no puede proteger ni abrir archivos con clave.',
    wayOut: 'Abra Bitácora por su dirección con https, o use la copia sin clave.',
  }),
  folderRefused: () => ({
    what: 'El navegador no permitió usar esa carpeta.',
    wayOut: 'Elija una carpeta de documentos, no una del sistema, y dé permiso para leer y escribir.',
  }),
  folderUnavailable: ({ folder }) => ({
    what: `No se encuentra la carpeta «${folder}» o no se puede leer.`,
    wayOut: 'Revise que siga en su sitio y que el programa que la copia esté abierto. Aquí no se borró nada.',
  }),
  folderNotWritten: ({ detail }) => ({
    what: `No se pudo escribir en la carpeta compartida. El navegador dijo: ${detail}.`,
    wayOut:
      'Se intenta de nuevo en el próximo intercambio; mientras tanto, lo de este equipo sigue solo aquí.',
  }),
};
