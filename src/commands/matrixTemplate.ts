import type { Plan } from '../domain/model';
import { templateOf } from '../formats/matrix/template';
import type { TemplateFacts, TemplateKind, TemplateWords } from '../formats/matrix/template';
import type { OutgoingFile } from './deliver';
import { fileNameFrom } from './fileName';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ROWS = 60;

/** What a template is made for; what is not said is left to whoever fills it in. */
export type TemplateChoices = Pick<TemplateFacts, 'planYear' | 'title'> &
  Partial<Omit<TemplateFacts, 'planYear' | 'title'>>;

/** An empty matrix to hand out: it comes back as a plan with nothing to ask about its columns. */
export async function matrixTemplate(
  kind: TemplateKind,
  choices: TemplateChoices,
  words: TemplateWords,
): Promise<OutgoingFile> {
  const facts: TemplateFacts = {
    entityName: '',
    policy: '',
    departments: [],
    rows: ROWS,
    isProtected: false,
    ...choices,
  };
  const { table, extras } = templateOf(kind, facts, words);
  const { bookOfTable } = await import('../formats/xlsx/bookOfTable');
  const bytes = await bookOfTable(table, extras);
  return { name: fileNameFrom(facts.title, 'xlsx'), mime: XLSX, bytes, isShareable: true };
}

/** Who is responsible in a plan, by name and once, for the list of its templates. */
export function departmentsOf({ activities }: Plan): readonly string[] {
  const names = activities.flatMap(({ responsibleParties }) => responsibleParties.map(({ name }) => name));
  return [...new Set(names.filter((name) => name !== ''))].sort((a, b) => a.localeCompare(b, 'es'));
}
