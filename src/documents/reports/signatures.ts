import type { Block, Signatory } from '../../domain/document';
import type { ReportForm, Signer } from '../../domain/reportForms';
import { narrative as words } from '../../text/reportWords';
import { heading } from './frame';

/** Those who sign; where nobody said who, room for each role. */
export function signatureBlocks({ signers }: ReportForm): readonly Block[] {
  const people = signers.length > 0 ? signers : words.roles.map((role) => ({ ...NOBODY, role }));
  return [heading(2, words.signatures), { k: 'signatures', people: people.map(signatoryOf) }];
}

const NOBODY: Signer = { role: '', name: '', position: '', department: '' };

function signatoryOf({ role, name, position, department }: Signer): Signatory {
  const lines = [role, position, department].filter((line) => line !== '');
  return { name, lines, mark: { k: 'room', words: name === '' ? words.signHere : '' } };
}
