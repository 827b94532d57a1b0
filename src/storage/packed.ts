/** A text as gzip. It takes a while and must be done before a transaction begins: waiting for it would end one. */
export async function packText(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** The text that was packed. Throws on bytes that are not whole. */
export async function unpackText(packed: ArrayBuffer): Promise<string> {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
