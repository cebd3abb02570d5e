/** Places that something open takes: so many for each holder, and no more. */
export class Places {
  private readonly taken = new Map<string, number>();

  /** @param most places of one holder, at least 1 */
  constructor(private readonly most: number) {}

  /** @returns what gives the place back, whenever and however often it is called; null where all are taken */
  take(holder: string): (() => void) | null {
    const count = this.taken.get(holder) ?? 0;
    if (count >= this.most) return null;
    this.taken.set(holder, count + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.taken.get(holder) ?? 1) - 1;
      if (left === 0) this.taken.delete(holder);
      else this.taken.set(holder, left);
    };
  }

  /** Holders of at least one place: whoever has given everything back is forgotten. */
  get holders(): number {
    return this.taken.size;
  }
}
