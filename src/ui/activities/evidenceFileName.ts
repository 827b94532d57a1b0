import { fitForFileName } from '../../domain/annexName';
import type { Evidence } from '../../domain/report';

/** What a file of evidence is called outside: the evidence's name, with the extension of the file. */
export function fileNameFor({ name, file }: Pick<Evidence, 'name' | 'file'>): string {
  const [extension = ''] = /\.[A-Za-z0-9]{1,5}$/.exec(file?.name ?? '') ?? [];
  const own = fitForFileName(name);
  return own.toLowerCase().endsWith(extension.toLowerCase()) ? own : own + extension;
}
