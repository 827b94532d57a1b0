/** A set of small whole numbers, a bit each: what each of fifty tablets holds of a hundred thousand changes. */
export class Bits {
  #words: Uint32Array;

  constructor(words = new Uint32Array(8)) {
    this.#words = words;
  }

  has(n: number): boolean {
    return ((this.#words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
  }

  add(n: number): void {
    if (n >>> 5 >= this.#words.length) {
      const wider = new Uint32Array(Math.max(this.#words.length * 2, (n >>> 5) + 1));
      wider.set(this.#words);
      this.#words = wider;
    }
    const at = n >>> 5;
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (n & 31));
  }

  copy(): Bits {
    return new Bits(this.#words.slice());
  }

  /** Its numbers, ascending; those of another set are left out. */
  numbers(without?: Bits): number[] {
    const found: number[] = [];
    for (let n = 0; n < this.#words.length * 32; n += 1) if (this.has(n) && !without?.has(n)) found.push(n);
    return found;
  }
}
