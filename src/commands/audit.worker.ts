import { failure } from '../domain/problem';
import { openDatabase } from '../storage/database';
import { storageProblem } from '../storage/failures';
import { checkAudited, openForAudit } from './auditWork';

/** What the page asks of this worker: to open a file beside all else, or to verify what was opened so. */
export type AuditRequest =
  { readonly task: 'open'; readonly file: File } | { readonly task: 'check'; readonly copy: string };

onmessage = async ({ data }: MessageEvent<AuditRequest>) => {
  try {
    await openDatabase();
    postMessage(await (data.task === 'open' ? openForAudit(data.file) : checkAudited(data.copy)));
  } catch (error) {
    postMessage(failure(storageProblem(error)));
  }
};
