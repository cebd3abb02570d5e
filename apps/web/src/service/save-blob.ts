import { waitBefore } from './download-pace.js';

/** Browsers read the address after the click, slow ones much later. */
const KEPT_MS = 60_000;

let begun: readonly number[] = [];
let turn: Promise<void> = Promise.resolve();

/** Saves a file under a name, as if a link to it had been clicked; one after the other, and none too soon. */
export function saveBlob(content: Blob, name: string): Promise<void> {
  turn = turn.then(async () => {
    const wait = waitBefore(begun, performance.now());
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    begun = [...begun.slice(-20), performance.now()];
    const address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    // In the page while it is clicked, as a link that a person clicks is.
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  });
  return turn;
}
