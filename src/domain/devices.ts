/** How a device is told apart by people: by the name that its user gave, and by the start of its id where that is not enough. */
export interface DeviceName {
  /** Who uses it, or their team; empty where nobody said. */
  readonly name: string;
  readonly short: string;
  /** True where several devices go by that name. */
  readonly isShared: boolean;
}

const SHORT = 4;

/** The entity that a device writes its name in. */
export function deviceEntity(device: string): string {
  return `dev:${device}`;
}

/** The names of some devices, by their ids; `nameIn` gives the name that an entity bears. */
export function deviceNames(
  devices: Iterable<string>,
  nameIn: (entity: string) => string,
): ReadonlyMap<string, DeviceName> {
  const ids = [...new Set(devices)];
  const names = ids.map((id) => nameIn(deviceEntity(id)).trim());
  const isShared = (name: string) => names.filter((one) => one === name).length > 1;
  return new Map(
    ids.map((id, at) => {
      const name = names[at] ?? '';
      return [id, { name, short: id.slice(0, SHORT), isShared: isShared(name) }] as const;
    }),
  );
}
