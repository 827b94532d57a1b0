/**
 * Opens the browser's printing of the document on the screen. The window is named after it meanwhile: that is the name
 * under which the PDF is saved.
 */
export function printDocument(title: string): void {
  const before = document.title;
  addEventListener('afterprint', () => (document.title = before), { once: true });
  document.title = title;
  print();
}
