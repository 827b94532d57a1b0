/** Words of Ajustes. */
export const settings = {
  title: 'Ajustes',
  whoTitle: 'Quién usa este equipo',
  whoText:
    'Marca quién registró cada dato. No es una contraseña ni una barrera: cualquiera con este equipo puede cambiarlo.',
  name: 'Nombre',
  role: 'Cargo o rol',
  department: 'Dependencia o equipo',
  departmentHint: 'Con esto, el tablero y la lista abren en lo suyo.',
  save: 'Guardar',
  ownsNothing: (department: string) =>
    `Guardado. Ningún indicador de este plan tiene como responsable a «${department}»: se muestra todo el plan.`,
  saved: 'Guardado. Desde ahora los registros llevan este nombre.',
  storageTitle: 'Qué tan seguro está lo guardado aquí',
  persistent: 'El navegador se comprometió a no borrar lo guardado.',
  notPersistent:
    'El navegador puede borrar lo guardado si falta espacio o pasan días sin uso. Una copia fuera de este equipo lo protege.',
  persistUnknown: 'Este navegador no dice si conserva lo guardado. Saque copias seguido.',
  persist: 'Pedir que se conserve',
  persistGranted: 'Concedido: el navegador conserva lo guardado.',
  persistDenied: 'El navegador no lo concedió. Instale la aplicación y saque copias.',
  privateMode: 'En una ventana privada o de incógnito todo se borra al cerrarla.',
  used: (used: string, quota: string) => `Usa ${used} de ${quota} disponibles.`,
  cutTitle: 'Corte',
  cutText: 'Todas las cifras en pantalla se calculan a esta fecha. Cada equipo mira el corte que necesita.',
  cut: 'Fecha de corte',
  cutOptions: 'Fin de cada período',
  cutMoved: 'El tablero ya está a esa fecha.',
  aboutTitle: 'Acerca de',
  device: (id: string) => `Este equipo firma como ${id}.`,
  noServer: 'Bitácora no tiene servidor: los datos solo están en los equipos que usted elija.',
} as const;
