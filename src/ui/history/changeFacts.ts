import { isAuditFinding } from '../../domain/auditFindings';
import { DELETED, kindOf, parseMeasurementId } from '../../domain/entities';
import { deviceNames } from '../../domain/devices';
import type { DeviceName } from '../../domain/devices';
import { comparable } from '../../domain/comparable';
import type { Plan } from '../../domain/model';
import type { TargetUnit } from '../../domain/report';
import { changeLog } from '../../state/changeLog.svelte';
import type { LoggedChange } from '../../state/changeLog.svelte';
import { openPlan } from '../../state/openPlan.svelte';
import { changeLogWords as words, elementWords, setName } from '../../text/changeLog';
import { conflictTitle, entityTitle, fieldValueWords, unitOf } from '../../text/conflicts';
import { deviceTitle } from '../../text/devices';
import { fieldWords } from '../../text/fieldNames';
import { valueWords } from '../../text/history';
import { deletionWords } from '../../text/partHistory';

/** A change in words. */
export interface ChangeFacts {
  /** What it is of. */
  readonly title: string;
  readonly label: string;
  /** Null where nothing was there, or the change says it all. */
  readonly before: string | null;
  readonly after: string;
  readonly who: string;
  readonly device: string;
  readonly session: string;
  /** The reason that a person gave; empty where they gave none. */
  readonly why: string;
  readonly origin: string;
}

/** Tells the changes of a plan in words, each once and each name once. */
export class ChangeTeller {
  readonly #plan: Plan;
  #devices: ReadonlyMap<string, DeviceName> = new Map();
  readonly #titles = new Map<string, string>();
  readonly #units = new Map<string, TargetUnit>();
  readonly #facts = new WeakMap<LoggedChange, ChangeFacts>();
  readonly #texts = new WeakMap<LoggedChange, string>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  tell(change: LoggedChange): ChangeFacts {
    const known = this.#facts.get(change);
    if (known) return known;
    const { commit, entity, value } = change;
    const isReview = kindOf(entity) === 'fnd';
    const facts: ChangeFacts = {
      title: isReview ? conflictTitle(this.#plan, entity, '', nameOf, [value]) : this.titleOf(entity),
      ...this.#values(change),
      who: isAuditFinding(entity) ? auditorName(change) : personName(commit.by),
      device: this.deviceOf(commit.device),
      session: commit.session && this.titleOf(commit.session),
      why: isOwnWord(commit.why) ? '' : commit.why,
      origin: commit.origin === 'person' ? '' : words.origin[commit.origin],
    };
    this.#facts.set(change, facts);
    return facts;
  }

  /** Everything that a change says, to be searched in. */
  textOf(change: LoggedChange): string {
    const known = this.#texts.get(change);
    if (known !== undefined) return known;
    const text = comparable(Object.values(this.tell(change)).join(' '));
    this.#texts.set(change, text);
    return text;
  }

  titleOf(entity: string): string {
    const known = this.#titles.get(entity);
    if (known !== undefined) return known;
    const title = entityTitle(this.#plan, entity, nameOf);
    this.#titles.set(entity, title);
    return title;
  }

  deviceOf(device: string): string {
    if (device === openPlan.row?.device) return words.thisDevice;
    let name = this.#devices.get(device);
    if (!name) {
      // Told apart from all that wrote, also from those that came since the last was asked for.
      this.#devices = deviceNames([...changeLog.devices, device], nameOf);
      name = this.#devices.get(device);
    }
    return name ? deviceTitle(name) : '';
  }

  #values(change: LoggedChange): Pick<ChangeFacts, 'label' | 'before' | 'after'> {
    const { entity, field, value } = change;
    if (field === DELETED) return deletionWords(value);
    const element = elementWords(field, value, (id) => this.titleOf(id));
    if (element) return { ...element, before: null };
    const before = changeLog.before(change);
    const said = (one: unknown) => this.#valueWords(entity, field, one);
    return {
      label: labelOf(entity, field),
      before: before.length === 0 ? null : before.map(said).join(' / '),
      after: said(value),
    };
  }

  #valueWords(entity: string, field: string, value: unknown): string {
    const unit = this.#unitOf(entity);
    if (parseMeasurementId(entity)) return valueWords(field, value, unit);
    return fieldValueWords(field, value, unit, this.#plan, { entityId: entity, nameOf });
  }

  #unitOf(entity: string): TargetUnit {
    const unit = this.#units.get(entity) ?? unitOf(this.#plan, entity);
    this.#units.set(entity, unit);
    return unit;
  }
}

/** The name of a field, by which it is chosen; all the elements of a set have one. */
export function labelOf(entity: string, field: string): string {
  return setName(field) ?? fieldWords(field, entity);
}

/** Who made a change, by their name. */
export function personName(by: string): string {
  return (by.startsWith('per:') && openPlan.text(by, 'name')) || words.nobody;
}

/** Who audits a plan is none of its people: a finding says who wrote it, and an answer is of the entity. */
function auditorName({ entity, field, commit }: LoggedChange): string {
  return field === 'answer' ? personName(commit.by) : openPlan.text(entity, 'name') || words.nobody;
}

function nameOf(entity: string): string {
  return openPlan.text(entity, 'name');
}

/** What a commit says by itself of how it came about. */
function isOwnWord(why: string): boolean {
  return why === 'import' || why in words.origin;
}
