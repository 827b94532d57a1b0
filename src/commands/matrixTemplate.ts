import type { Plan } from '../domain/model';
import { templateOf } from '../formats/matrix/template';
import type { Template, TemplateFacts, TemplateKind, TemplateWords } from '../formats/matrix/template';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import type { OutgoingFile } from './deliver';
import { fileNameFrom } from './fileName';
import { spreadsheetInWorker } from './spreadsheetInWorker';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = 60;

/** What a template is made for; what is not said is left to whoever fills it in. */
export type TemplateChoices = Pick<TemplateFacts, 'planYear' | 'title'> &
  Partial<Omit<TemplateFacts, 'planYear' | 'title'>>;

/** An empty matrix to hand out, as a file: it comes back as a plan with nothing to ask about its columns. */
export async function matrixTemplate(
  kind: TemplateKind,
  choices: TemplateChoices,
  words: TemplateWords,
): Promise<Result<OutgoingFile>> {
  const name = fileNameFrom(choices.title, 'xlsx');
  const template = emptyMatrix(kind, choices, words);
  const made = await spreadsheetInWorker({ k: 'template', template }, name);
  return made.ok ? success({ name, mime: XLSX, bytes: made.value.bytes, isShareable: true }) : made;
}

/** What an empty matrix holds, before it is a file. */
export function emptyMatrix(kind: TemplateKind, choices: TemplateChoices, words: TemplateWords): Template {
  const facts: TemplateFacts = {
    entityName: '',
    policy: '',
    departments: [],
    rows: ROWS,
    isProtected: false,
    ...choices,
  };
  return templateOf(kind, facts, words);
}

/** Who is responsible in a plan, by name and once, for the list of its templates. */
export function departmentsOf({ activities }: Plan): readonly string[] {
  const names = activities.flatMap(({ responsibleParties }) => responsibleParties.map(({ name }) => name));
  return [...new Set(names.filter((name) => name !== ''))].sort((a, b) => a.localeCompare(b, 'es'));
}
