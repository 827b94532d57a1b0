import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { reportContext } from '../../../src/documents/reports/context';
import type { ReportContext } from '../../../src/documents/reports/context';
import { findingsOf } from '../../../src/domain/findings';
import type { IsoDay } from '../../../src/domain/isoDay';
import type { Commit } from '../../../src/log/commit';
import { fold } from '../../../src/log/fold';
import { EMPTY_STATE } from '../../../src/log/state';
import { planOf } from '../../../src/storage/planView';
import { downloadCopy } from './journeys';

/** The plan on the screen as the domain sees it, read from the copy that the app hands over. */
export async function contextOf(page: Page, cut: IsoDay): Promise<ReportContext> {
  const snapshot = JSON.parse(await readFile(await downloadCopy(page), 'utf8')) as {
    readonly plan: string;
    readonly log: readonly Commit[];
  };
  const plan = planOf(snapshot.plan, fold(EMPTY_STATE, snapshot.log));
  return reportContext(plan, cut, findingsOf(plan));
}

/** From any screen of a plan: one of its documents. */
export async function openReport(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Informes' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await paper(page).waitFor();
}

/** The document on the screen. */
export function paper(page: Page) {
  return page.locator('.document-paper');
}

/** The file that a button hands over. */
export async function fileFrom(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return (await download).path();
}

/** Fails unless each text is in the whole after the one before it; spaces of any kind are one. */
export function inOrder(whole: string, texts: readonly string[]): readonly string[] {
  const said = oneSpaced(whole);
  let from = 0;
  return texts.filter((text) => {
    const found = said.indexOf(oneSpaced(text), from);
    if (found >= 0) from = found + oneSpaced(text).length;
    return found < 0;
  });
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
