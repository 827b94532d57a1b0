/** Says that a file may be dropped here. */
export function allowsFile(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/** The file that was dropped; null where it was no file. Left alone, the browser would open it instead of the app. */
export function droppedFile(event: DragEvent): File | null {
  const file = event.dataTransfer?.files[0] ?? null;
  if (file) event.preventDefault();
  return file;
}
