import type { IsoDay } from './isoDay';
import type { Percent } from './percent';

/**
 * What can go wrong and be said to a person, with the facts that the sentence needs.
 * `text/problems.ts` has a Spanish sentence for each code; the compiler asks for it.
 */
export type Problem =
  // reading a file
  | { readonly code: 'fileEmpty'; readonly file: string }
  | { readonly code: 'fileUnreadable'; readonly file: string }
  | { readonly code: 'fileTooLarge'; readonly file: string; readonly maxMegabytes: number }
  | { readonly code: 'fileIncomplete'; readonly file: string }
  | { readonly code: 'fileBlank'; readonly file: string }
  | { readonly code: 'fileUnpacksTooLarge'; readonly file: string; readonly maxMegabytes: number }
  | { readonly code: 'fileTooManyCells'; readonly file: string; readonly maxCells: number }
  | { readonly code: 'fileIsWebPage'; readonly file: string }
  | { readonly code: 'fileUnknownKind'; readonly file: string; readonly is: FileNature }
  | { readonly code: 'fileEncrypted'; readonly file: string }
  | { readonly code: 'fileTookTooLong'; readonly file: string }
  | { readonly code: 'nothingPasted' }
  | { readonly code: 'notPicture'; readonly file: string }
  // reading a matrix
  | { readonly code: 'matrixNotFound'; readonly file: string; readonly missing: readonly string[] }
  | { readonly code: 'matrixWithoutRows'; readonly file: string; readonly sheet: string }
  // what a person chose for the reading of a matrix and the file does not have
  | { readonly code: 'choiceUnusable'; readonly file: string; readonly choice: UnusableChoice }
  // reading a snapshot
  | { readonly code: 'snapshotBroken'; readonly file: string }
  | { readonly code: 'snapshotForeign'; readonly file: string }
  | { readonly code: 'snapshotAltered'; readonly file: string }
  | { readonly code: 'snapshotNewer'; readonly file: string; readonly version: number }
  | { readonly code: 'snapshotTooLarge'; readonly file: string; readonly maxMegabytes: number }
  | { readonly code: 'snapshotTooManyChanges'; readonly file: string; readonly max: number }
  | { readonly code: 'snapshotGone'; readonly file: string }
  | { readonly code: 'snapshotWithheld'; readonly file: string }
  | { readonly code: 'mergeStopped' }
  | { readonly code: 'deltaWithoutPlan'; readonly file: string }
  | { readonly code: 'packageTooLarge'; readonly file: string; readonly maxMegabytes: number }
  // protected copies
  | { readonly code: 'fileProtected'; readonly file: string }
  | { readonly code: 'passphraseWrong'; readonly file: string }
  | { readonly code: 'protectionUnusable'; readonly file: string }
  | { readonly code: 'protectionUnproven' }
  | { readonly code: 'cryptoMissing' }
  // a shared folder
  | { readonly code: 'folderRefused' }
  | { readonly code: 'folderUnavailable'; readonly folder: string }
  | { readonly code: 'folderNotWritten'; readonly detail: string }
  // attaching evidence
  | { readonly code: 'evidenceTooLarge'; readonly file: string; readonly maxMegabytes: number }
  | {
      readonly code: 'evidenceMisnamed';
      readonly file: string;
      readonly claims: 'image' | 'pdf';
      readonly is: FileNature;
    }
  | { readonly code: 'evidenceUnreadable'; readonly file: string }
  // storage
  | { readonly code: 'saveFailed'; readonly detail: string }
  | { readonly code: 'storageFull' }
  | { readonly code: 'storageVanished' }
  | { readonly code: 'otherTabBlocks' }
  | { readonly code: 'newerVersionOpen' }
  | { readonly code: 'storedByNewer' }
  | { readonly code: 'planNotFound' }
  | { readonly code: 'copyNeeded'; readonly changes: number }
  | { readonly code: 'copyNotKept' }
  | { readonly code: 'copyGone' }
  | { readonly code: 'fileNotReadBack'; readonly file: string }
  | {
      readonly code: 'nameNeeded';
      readonly for: 'verification' | 'review' | 'attendance' | 'closing' | 'audit';
    }
  | { readonly code: 'dayNeeded' }
  | { readonly code: 'endBeforeStart'; readonly start: string; readonly end: string }
  | { readonly code: 'reasonNeeded' }
  // closed cuts
  | { readonly code: 'closedPeriod'; readonly date: IsoDay; readonly sealed: Percent | null }
  // what was compared is not what stands there any more
  | { readonly code: 'planChangedSince' }
  | { readonly code: 'cutClosed'; readonly date: IsoDay }
  | { readonly code: 'cutOutsidePeriod' }
  | { readonly code: 'typingNotSaved' }
  // a plan that another one, of the next year, goes on from
  | { readonly code: 'planYearClosed'; readonly year: number }
  // what is only looked at
  | { readonly code: 'readOnlyView' }
  | { readonly code: 'auditedCopy' }
  | { readonly code: 'findingEmpty' }
  // anything that is a bug: the detail goes to the person as it is, to be reported
  | { readonly code: 'unexpected'; readonly detail: string };

/** What a file is by its bytes. */
export type FileNature = 'image' | 'pdf' | 'word' | 'office' | 'program' | 'web' | 'text' | 'unknown';

export type ProblemCode = Problem['code'];

/** An expected outcome is a value: either what was asked for or the problem that stands in the way. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure<T = never>(problem: Problem): Result<T> {
  return { ok: false, problem };
}

export type UnusableChoice = 'sheet' | 'headerRows' | 'columns' | 'lastRow' | 'planYear';
