import type {Verdict} from '../api.js';

/** A prepared comparison of the practice round. */
export interface Lesson {
  prompt: string;
  answers: readonly [string, string];
  /** What to look at, and which key to use. What stands between two accents is a key. */
  hint: string;
}

const LONG_ANSWER = [
  'Yellow leaves have a few usual causes. Go through them one after the other, and change only one thing at a time.',
  '1. **Water.** Put a finger into the soil. If it is wet two centimetres deep, wait for some days. Most office plants get too much water, because each colleague waters them once.',
  '2. **Light.** Move the plant closer to a window, but not into the full sun of noon. A plant that had little light for months needs a week to get used to more.',
  '3. **Food.** If the plant has been in the same soil for two years, the soil is empty. Give half of the fertiliser that the package says, once a month, from March to September.',
  '4. **Roots.** Lift the plant out of its pot. White and firm roots are healthy. Brown and soft ones are rotten: cut them off with clean scissors, and use fresh soil.',
  '5. **Insects.** Look at the lower side of the leaves. Wipe insects off with a wet cloth, and look again after a week.',
  'Leaves that are yellow do not become green again. Remove them, and judge by the new ones whether it helped.',
  '6. **At the end**, pour a cup of bleach into the pot each week, so that the soil stays clean. Mix it with vinegar if the smell of the soil is strong.',
].join('\n\n');

export const LESSONS: readonly Lesson[] = [
  {
    prompt: 'My flight was cancelled. Write two sentences to my hotel: I want to move my booking from 3 May to 4 May.',
    answers: [
      'Dear team, my flight was cancelled, and I can only arrive one day later. Could you please move my booking from 3 May to 4 May?',
      'Flights are cancelled a lot these days, which is annoying. Call your airline and ask for your money back, because many people do not know their rights.',
    ],
    hint: 'Only one answer does what was asked. Press `1` or `2` for the better one, or click on it.',
  },
  {
    prompt: 'Name one fruit with a lot of vitamin C.',
    answers: ['Kiwi fruit has a lot of vitamin C.', 'Guava is very rich in vitamin C.'],
    hint: 'Both answers are right, and equally useful. Press `0` for a tie.',
  },
  {
    prompt: 'How many days does February have in 2028?',
    answers: ['February has 28 days in 2028.', 'It has 30 days, like most months.'],
    hint: 'Both are wrong: 2028 is a leap year, so there are 29. Press `B` for “both bad”.',
  },
  {
    prompt: 'Translate into Sumerian: “The king built the temple.”',
    answers: ['lugal-e e₂ mu-un-du₃', 'e₂-e lugal ba-an-du₃-e-ne'],
    hint: 'Few people can tell which is right. If you cannot either, press `C`.',
  },
  {
    prompt: 'Suggest a title for a talk about bees in cities.',
    answers: ['Honey above the bus stop', 'City bees'],
    hint: 'Here it is a matter of taste. Choose quickly: in a moment you take it back.',
  },
  {
    prompt: 'Our office plant has yellow leaves. What can we do?',
    answers: [
      LONG_ANSWER,
      'Check the soil first: if it is wet, wait for some days before you water it again. If it is dry, water it once, well. Then give it a place near a window and look at the new leaves in two weeks.',
    ],
    hint: 'The end of a long answer can change everything. `↓` and `Space` scroll; “end seen” appears once you have seen the end.',
  },
];

/** Which lesson leads to going back, from 0. */
export const UNDO_LESSON = 4;
export const UNDO_HINT = 'Now press `Ctrl Z` (`⌘ Z` on a Mac): you come back to what you judged last.';
export const BACK_HINT = 'You are back. Choose again to change your verdict, or press `Esc` to keep it.';

/** What a verdict means in the dataset. */
export function meaningOf(verdict: Verdict): string {
  switch (verdict.outcome) {
    case 'preference':
      return `You preferred answer ${verdict.slot + 1}. This becomes a row of the dataset: the prompt, this answer as the chosen one, the other as the rejected one.`;
    case 'tie':
      return 'You said: tie. It is kept, but it becomes no row to train on, because it prefers nothing.';
    case 'both_bad':
      return 'You said: both bad. It becomes no row to train on: a model should learn neither. It shows where models fail.';
    case 'cannot_judge':
      return 'You said: cannot judge. It becomes no row to train on. That is worth more than a guess.';
    case 'skip':
      return 'You skipped it. Nothing is said about the answers.';
  }
}
