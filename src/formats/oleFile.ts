const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const SMALLEST_OWN_STREAM_AT = 56;
const SMALL_TABLE_AT = 60;
const FIRST_TABLES_AT = 76;
const FIRST_TABLES = 109;
const MORE_TABLES_AT = 68;
const ENTRY_BYTES = 128;
const SMALL_SECTOR_BYTES = 64;
/** Beyond it a sector's number says something else: the end of a chain, or nothing there. */
const LAST_SECTOR = 0xfffffff9;

/** The files inside an OLE file by their names; null for one that is broken. */
export function oleStreams(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    return new OleFile(bytes).streams();
  } catch (error) {
    // A number that points outside of the file, or a chain without an end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class OleFile {
  readonly #view: DataView;
  readonly #sectorBytes: number;
  readonly #next: readonly number[];

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorBytes = 2 ** this.#view.getUint16(SECTOR_SHIFT_AT, true);
    this.#next = this.#tableSectors().flatMap((sector) => this.#numbersIn(sector));
  }

  streams(): ReadonlyMap<string, Uint8Array> {
    const directory = this.#chain(this.#view.getUint32(DIRECTORY_AT, true));
    const entries = Array.from({ length: directory.length / ENTRY_BYTES }, (_, at) =>
      entryOf(directory.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES)),
    );
    const smallest = this.#view.getUint32(SMALLEST_OWN_STREAM_AT, true);
    const small = this.#chain(entries[0]?.start ?? LAST_SECTOR + 1);
    const smallNext = numbersOf(this.#chain(this.#view.getUint32(SMALL_TABLE_AT, true)));
    return new Map(
      entries
        .filter(({ isStream }) => isStream)
        .map(({ name, start, size }) => {
          const isOwn = size >= smallest;
          const whole = isOwn ? this.#chain(start) : joined(start, smallNext, smallSector(small));
          return [name, whole.subarray(0, size)] as const;
        }),
    );
  }

  /** Where the table stands that says which sector comes after which. */
  #tableSectors(): readonly number[] {
    const sectors: number[] = [];
    for (let at = 0; at < FIRST_TABLES; at++) {
      sectors.push(this.#view.getUint32(FIRST_TABLES_AT + at * 4, true));
    }
    let more = this.#view.getUint32(MORE_TABLES_AT, true);
    while (more <= LAST_SECTOR) {
      if (sectors.length * this.#sectorBytes > this.bytes.length * 4) throw new RangeError('endless tables');
      const numbers = this.#numbersIn(more);
      sectors.push(...numbers.slice(0, -1));
      more = numbers.at(-1) ?? LAST_SECTOR + 1;
    }
    return sectors.filter((sector) => sector <= LAST_SECTOR);
  }

  #numbersIn(sector: number): readonly number[] {
    return numbersOf(this.#sector(sector));
  }

  #sector(sector: number): Uint8Array {
    const start = (sector + 1) * this.#sectorBytes;
    if (start >= this.bytes.length) throw new RangeError('no such sector');
    return this.bytes.subarray(start, start + this.#sectorBytes);
  }

  #chain(start: number): Uint8Array {
    return joined(start, this.#next, (sector) => this.#sector(sector));
  }
}

function smallSector(small: Uint8Array): (sector: number) => Uint8Array {
  return (sector) => small.subarray(sector * SMALL_SECTOR_BYTES, (sector + 1) * SMALL_SECTOR_BYTES);
}

function joined(
  start: number,
  next: readonly number[],
  sectorAt: (sector: number) => Uint8Array,
): Uint8Array {
  const sectors: Uint8Array[] = [];
  for (let sector = start; sector <= LAST_SECTOR; sector = next[sector] ?? LAST_SECTOR + 1) {
    if (sectors.length > next.length) throw new RangeError('endless chain');
    sectors.push(sectorAt(sector));
  }
  const whole = new Uint8Array(sectors.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sector of sectors) {
    whole.set(sector, at);
    at += sector.length;
  }
  return whole;
}

function entryOf(entry: Uint8Array) {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  const nameBytes = Math.min(64, Math.max(0, view.getUint16(64, true) - 2));
  return {
    name: new TextDecoder('utf-16le').decode(entry.subarray(0, nameBytes)),
    isStream: view.getUint8(66) === 2,
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  };
}

function numbersOf(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true));
}
