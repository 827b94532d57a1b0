import type { MinutesFacts } from './minutes';

/** Something of a session that its acta does not have: it was written on another tablet, or after it closed. */
export type Later =
  | { readonly k: 'discussion'; readonly title: string; readonly text: string }
  | { readonly k: 'commitment'; readonly text: string }
  | { readonly k: 'person'; readonly text: string };

/** What is written of a session now and is not in what was frozen of it. Nothing of it is hidden by a closed acta. */
export function laterThan(frozen: MinutesFacts, now: MinutesFacts): readonly Later[] {
  const said = new Map(frozen.points.map(({ key, discussion }) => [key, discussion]));
  const promised = new Set(frozen.commitments.map(asText));
  const there = new Set(frozen.people.map(({ id, role }) => `${id} ${role}`));
  return [
    ...now.points.flatMap(({ key, title, discussion }): readonly Later[] =>
      discussion.trim() === '' || said.get(key) === discussion
        ? []
        : [{ k: 'discussion', title, text: discussion }],
    ),
    ...now.commitments.flatMap((one): readonly Later[] =>
      promised.has(asText(one)) ? [] : [{ k: 'commitment', text: one.what }],
    ),
    ...now.people.flatMap(({ id, role, name }): readonly Later[] =>
      there.has(`${id} ${role}`) ? [] : [{ k: 'person', text: name }],
    ),
  ];
}

function asText({ what, who, due }: MinutesFacts['commitments'][number]): string {
  return JSON.stringify([what, who, due]);
}
