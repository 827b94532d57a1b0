import { count } from './format';

/** Words of a copy that is protected with a passphrase. */
export const protection = {
  offer: 'Proteger con una clave',
  lost: 'La clave no se guarda en ninguna parte. Si se pierde, lo que hay en este archivo no se puede recuperar, tampoco con ayuda de Bitácora. Dígala por otro medio, nunca junto al archivo.',
  passphrase: 'Clave',
  repeat: 'La misma clave, otra vez',
  show: 'Mostrar la clave',
  needs: (least: number) =>
    `Al menos ${count(least, 'carácter', 'caracteres')}. Cuatro palabras al azar sirven bien.`,
  missing: (n: number) => (n === 1 ? 'Falta 1 carácter.' : `Faltan ${count(n, 'carácter', 'caracteres')}.`),
  fair: 'Sirve. Una más larga es más difícil de adivinar.',
  strong: 'Difícil de adivinar.',
  differ: 'Las dos claves no son iguales.',
  make: 'Proteger la copia',
  needsBoth: 'Escriba la clave dos veces, igual.',
  making: 'Protegiendo la copia y abriéndola de prueba…',
  made: 'Protegida: se abrió de prueba con su clave y quedó igual.',
  first: 'Primero proteja la copia',
  unlockTitle: 'Archivo protegido',
  unlockText: (file: string) => `«${file}» está protegido. Escriba la clave que le dio quien lo entregó.`,
  unlock: 'Abrir',
  unlocking: 'Abriendo…',
  type: 'Escriba la clave',
} as const;
