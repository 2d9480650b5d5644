import type {Offered} from './invitation-api.js';
import type {Receipt} from './judged.js';
import {counted, plainNumber, spokenList, spokenNumber} from './model/numbers.js';
import type {Lesson} from './model/practice-lessons.js';
import {JUDGEMENTS, type Markup} from './texts.js';

const PROJECTS = {one: 'project', other: 'projects'};
const ROWS = {one: 'row', other: 'rows'};
const TASKS = {one: 'task', other: 'tasks'};
const TIMES = {one: 'time', other: 'times'};
/** A role with its article. */
const ROLES = {owner: 'an owner', manager: 'a manager', annotator: 'an annotator'};
const WARNINGS = {one: 'warning', other: 'warnings'};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? `number ${spokenNumber(place)}`;
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

/** The comparisons of the practice round. What stands between two accents in a hint is a key. */
const LESSONS: readonly Lesson[] = [
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

/**
 * Every text of the parts that come after the first load (src/parts.ts), by the part of the page that shows it. They are as those
 * of texts.ts, and apart so that nobody waits for them.
 */
export const laterTexts = {
  /** Lists of which more can be fetched. */
  lists: {
    moreFailed: 'That did not work. Try again',
  },

  nowhere: {
    headline: 'There is no such page',
    words: 'The address may be mistyped, or the page it named no longer exists.',
  },

  projects: {
    title: 'Projects',
    people: 'People',
    account: 'Account',
    logOut: 'Log out',
    failedHeadline: 'The projects cannot be shown right now',
    failed: 'The server is not answering.',
    more: (left: number) => `Show more (${spokenNumber(left)})`,
    noneHeadline: 'No project yet',
    none: 'You are not a member of any project. Ask the person who gave you this account to add you to one; it then appears here.',
    noTasks: 'No tasks yet',
    loading: 'Fetching the projects…',
    search: 'Find a project by its title',
    searching: 'Looking for more…',
    searchFailed: 'Not all projects were searched: the server is not answering.',
    notFound: (written: string) => `No project is called “${written}”.`,
    shown: (count: number) => `${counted(count, PROJECTS)} found.`,
    remaining: (count: number) => `${counted(count, TASKS)} left`,
    judged: (count: number) => counted(count, JUDGEMENTS),
    judgedWhen: (when: string) => `judged ${when}`,
    order: 'Order of the projects',
    orders: {newest: 'Newest first', judged: 'Judged last first'},
    needs: 'To do',
    need: {
      configuration: 'Choose what is asked',
      tasks: 'Import tasks',
      members: 'Add people',
    },
    label: 'Label',
    newProject: 'New project',
    export: 'Export',
    exportProject: (name: string) => `Export ${name}`,
    labelProject: (name: string) => `Label ${name}`,
    warnings: (count: number) => `${counted(count, WARNINGS)} about the labeling configuration`,
  },

  /** What is found by its name. */
  commands: {
    title: 'Go to',
    field: 'Project, page, command or #task',
    found: 'What was found',
    nothing: (written: string) => `Nothing is called “${written}”.`,
    count: (count: number) => `${spokenNumber(count)} found.`,
    move: 'to choose',
    open: 'to open',
    leave: 'to close',
    loading: 'Looking for projects…',
    failed: 'The projects cannot be found right now: the server is not answering.',
    theme: {auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark'},
    task: (number: number) => `Task #${plainNumber(number)}`,
    unsent: 'You have written something here that is not sent yet. Send it or remove it, and then go elsewhere.',
  },

  /** What a person changes of their own account. */
  account: {
    title: 'Account',
    loggedInAs: (email: string) => `You log in as ${email}.`,
    name: 'Name',
    nameWords: 'Others see it beside what you judge.',
    firstName: 'First name',
    lastName: 'Last name',
    saveName: 'Save the name',
    nameSaved: 'Your name is saved.',

    password: 'Password',
    passwordWords: 'A new password ends your sessions in all other browsers. Your API token stays.',
    current: 'Present password',
    next: 'New password',
    again: 'New password again',
    savePassword: 'Change the password',
    passwordSaved: 'Your password is changed. All other browsers have to log in again.',
    fillIn: (field: string) => `Fill in “${field}”.`,
    tooShort: (least: number) => `The new password needs at least ${spokenNumber(least)} characters.`,
    tooLong: 'The new password is too long. Use a shorter one.',
    same: 'The new password is the present one. Choose another.',
    differs: 'The two new passwords differ. Write the same twice.',
    tooOften: 'Too many attempts. Wait a moment and try again.',

    token: 'API token',
    tokenWords:
      'Scripts and SDKs prove by your token who you are. It is shown once, when it is made. You have one token at a time.',
    makeToken: 'Make a new token',
    sureHeadline: 'Make a new token?',
    sure: 'The present token stops working at once. Scripts that use it are refused until they have the new one.',
    makeIt: 'Make the new token',
    keepOld: 'Keep the present token',
    tokenLabel: 'New API token',
    once: 'Copy it now: it is not shown again.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This browser did not allow it. Press Ctrl C or ⌘ C.',
    use: 'To use it',

    view: 'View',
    viewWords: 'This browser remembers it, for everybody who uses it.',
    colours: 'Colours',
    themes: {auto: 'As the system', light: 'Light', dark: 'Dark'},
    size: 'Size of texts',
    sizes: {small: 'Small', normal: 'Normal', large: 'Large'},
    together: 'Scroll answers together',
    keys: 'Show the keys',
    keysNotLoaded: 'The list of keys did not load. Try again.',
  },

  guidelines: {
    changed: 'Guidelines changed: read',
  },

  pace: {
    question: 'Your pace has halved. Take a break?',
    takeBreak: 'Take a break',
    /** As it is printed on the button. */
    key: 'Ctrl+.',
    neverAgain: 'Do not say this again',
  },

  /** What a person has judged. */
  judgements: {
    title: 'My judgements',
    search: 'Find a text that was shown or answered',
    backToLabeling: 'Back to labeling',
    loading: 'Fetching your judgements…',
    failedHeadline: 'Your judgements cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost.',
    refusedHeadline: 'There is nothing here for you',
    noneHeadline: 'Nothing judged yet',
    none: 'What you judge in this project is listed here. You can look at it again, and change it where the project allows that.',
    start: 'Start labeling',
    more: 'Show more',
    moreLoading: 'Fetching…',
    notFoundHeadline: 'Nothing found',
    notFound: (search: string) => `None of your judgements in this project contains “${search}”.`,
    notFoundSpoken: 'Nothing found.',
    shown: (count: number) => `${counted(count, JUDGEMENTS)} shown.`,
    found: (count: number) => `${counted(count, JUDGEMENTS)} found.`,
    changedTo: (words: string) => `Changed to: ${words}.`,
    unchanged: (words: string) => `Nothing was changed: ${words}.`,
    deleted: 'Deleted',
    saving: 'Saving…',
    changed: 'Changed',
    nothing: 'Nothing answered',
  },

  /** What a person has judged in all projects. */
  ownJudgements: {
    none: 'What you judge is listed here, whatever the project. You can look at it again, and change it where the project allows that.',
    toProjects: 'To the projects',
    allOf: (name: string) => `All my judgements in ${name}`,
  },

  judgement: {
    title: 'My judgement',
    titleOf: (number: number) => `My judgement of #${number}`,
    titleOfDeleted: 'My judgement of a deleted task',
    save: 'Save the change',
    loading: 'Fetching your judgement…',
    failedHeadline: 'Your judgement cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost.',
    goneHeadline: 'There is no such judgement',
    gone: 'It was deleted, or it is not yours.',
  },

  /** What a person has judged lately. */
  summary: {
    title: 'Your recent work',
    since: (when: unknown, whole: boolean) => [whole ? 'Since ' : 'Among much more, since ', when],
    judged: ({judged, skipped, changed}: Receipt) =>
      [
        `${spokenNumber(judged)} judged`,
        ...(skipped > 0 ? [`${spokenNumber(skipped)} of them skipped`] : []),
        ...(changed > 0 ? [`${spokenNumber(changed)} changed`] : []),
      ].join(' · '),
    rows: (count: number, hash: unknown) => [`${counted(count, ROWS)} in the dataset, SHA-256 `, hash],
    copy: 'Copy the receipt',
    copied: (projectId: number, title: string, {since, judged, skipped, changed, rows, rows_sha256: hash}: Receipt) =>
      [
        `Prefstream receipt of project ${projectId}${title && ` (${title})`}`,
        `judged since ${since}: ${judged}, of which skipped: ${skipped}, changed: ${changed}`,
        `rows in the dataset: ${rows}`,
        `SHA-256 of their lines "record_id revision": ${hash}`,
      ].join('\n'),
    sides: 'Left or right',
    share: (left: number, all: number, share: string, low: string, high: string) =>
      `Of ${spokenNumber(all)} answers that you preferred, ${spokenNumber(left)} stood on the left: ${share} (95% interval: ${low} to ${high}).`,
    byChance: 'That is as expected: the places are balanced, and half of them are on the left.',
    notByChance: (left: boolean) =>
      `Chance alone does not explain that: the places are balanced. Do you read the ${left ? 'right' : 'left'} answer as carefully?`,
  },

  /** Why a task is skipped. */
  skip: {
    title: 'Why do you skip this task?',
    /** They are stored as they are. */
    reasons: [
      'I do not know enough about this.',
      'The prompt or an answer is broken.',
      'I would rather not judge this content.',
    ],
    own: 'In your own words',
    skip: 'Skip',
    back: 'Go back',
    empty: 'Say in a few words why, or go back.',
  },

  /** A pair that was judged before and is asked again. */
  recheck: {
    asked:
      'You judged this pair before. Judge it again; nothing is sent, and only you see how often you agree with yourself.',
    leave: 'Leave it out',
    same: 'The same as before.',
    other: 'Before, you preferred the other one.',
    one: 'Before, you preferred one of the two.',
    tie: 'Before, you said: tie.',
    sum: (same: number, of: number) => `You agreed with yourself ${spokenNumber(same)} of ${counted(of, TIMES)}.`,
    forYouAlone: 'Only you see this, in this browser.',
  },

  /** The list of keys: what they do, and what is printed on them. */
  keys: {
    title: 'Keys',
    option: (control: string, option: string) => `“${control}”: ${option}`,
    save: {label: 'Save and go on', keys: ['Ctrl ↵', '⌘ ↵']},
    choice: {label: 'Take back what is chosen in the question in focus', keys: ['⌫']},
    /** @param most the most stars of a question. No key has two digits */
    stars: (most: number) => [
      {label: 'Give stars in the question in focus', keys: ['1', '…', `${Math.min(most, 9)}`]},
      {label: 'Take the stars back', keys: ['⌫', '0']},
    ],
    order: [
      {label: 'Go to the answer above or below', keys: ['↑', '↓']},
      {label: 'Rank the answer in focus next', keys: ['↵', 'Space']},
      {label: 'Give it a place', keys: ['1', '…', '9']},
      {label: 'Move it', keys: ['Alt ↑', 'Alt ↓']},
      {label: 'Tie it with the one above', keys: ['T']},
      {label: 'Take it out of the order', keys: ['⌫']},
    ],
    buckets: [
      {label: 'Go to the answer above or below', keys: ['↑', '↓']},
      {label: 'Put the answer in focus into a bucket', keys: ['1', '…', '9']},
      {label: 'Move it within its bucket', keys: ['Alt ↑', 'Alt ↓']},
      {label: 'Take it out again', keys: ['⌫']},
    ],
    quote: {label: 'Quote the selected words in your reason', keys: ['R']},
    guidelines: {label: 'Show the guidelines', keys: ['G']},
    others: [
      {label: 'Go back to the previous comparison', keys: ['Ctrl Z', '⌘ Z']},
      {label: 'Go forward again to where you were, with nothing changed', keys: ['Ctrl Y', 'Ctrl ⇧ Z', '⌘ ⇧ Z']},
      {label: 'Leave a text field, or keep the earlier verdict', keys: ['Esc']},
      {label: 'Scroll both answers by a line', keys: ['↓', '↑']},
      {label: 'Scroll both answers by a page', keys: ['Space', 'Page ↓', 'Page ↑']},
      {label: 'Show texts as written, or as Markdown', keys: ['M']},
      {label: 'Mark what differs between the answers', keys: ['D']},
      {label: 'Scroll the answers together, or each by itself', keys: ['Y']},
      {label: 'Show one line of the prompt, or all of it', keys: ['P']},
      {label: 'Show what you have judged', keys: ['J']},
      {label: 'Take a break, while one is offered', keys: ['Ctrl .', '⌘ .']},
      {label: 'Find projects, pages and commands', keys: ['Ctrl K', '⌘ K']},
      {label: 'Show or hide these keys', keys: ['?', 'H']},
    ],
    characters: 'Letters, digits and “?” work as keys',
    charactersHint:
      'Switch this off if speech input or a screen reader triggers them by accident. The arrow keys always work.',
    practise: 'Practise with six comparisons',
  },

  practice: {
    title: 'Practice',
    offer: 'New here? Practise with six comparisons (2 minutes). Nothing is saved.',
    practise: 'Practise',
    no: 'No, thanks',
    lessons: LESSONS,
    undo: (hint: string) =>
      `Now press \`Ctrl Z\` (\`⌘ Z\` on a Mac): you come back to what you judged last. Then go on here: ${hint}`,
    back: 'You are back. Choose again to change your verdict, or press `Esc` to keep it.',
    meaning: {
      preference: (answer: number) =>
        `You preferred answer ${answer}. This becomes a row of the dataset: the prompt, this answer as the chosen one, the other as the rejected one.`,
      tie: 'You said: tie. It is kept, but it becomes no row to train on, because it prefers nothing.',
      bothBad:
        'You said: both bad. It becomes no row to train on: a model should learn neither. It shows where models fail.',
      cannotJudge: 'You said: cannot judge. It becomes no row to train on. That is worth more than a guess.',
      skip: 'You skipped it. Nothing is said about the answers.',
    },
    endHeadline: 'You know all of it.',
    end: (key: unknown) => ['Press ', key, ' while you label to see all keys. Nothing of this practice was saved.'],
    toProjects: 'To the projects',
    again: 'Practise again',
  },

  /** An amount, while it is asked. What is said of a wrong one is in texts.ts. */
  quantity: {
    unreadable: () => `Write a number, such as ${plainNumber(2)} or ${plainNumber(0.5)}.`,
    range: (min: number, max: number) => `from ${plainNumber(min)} to ${plainNumber(max)}`,
    least: (min: number) => `${plainNumber(min)} or more`,
    most: (max: number) => `${plainNumber(max)} or less`,
  },

  /** Fields for what is asked besides the main pair. */
  fields: {
    region: 'More questions',
    /** Where no pair is asked before them. */
    regionAlone: 'Questions',
    keysForThis: 'The keys are for this.',
    required: '(required)',
    cannotAsk: (title: string) => `This page cannot ask “${title}”.`,
    nothingChosen: 'Nothing chosen',
    chosen: (count: number, unseen: Markup) => [spokenNumber(count), unseen(' chosen')],
    stars: (given: number, most: number) => `${spokenNumber(given)} of ${spokenNumber(most)}`,
    textNumber: (title: string, number: number) => `${title}, text ${number}`,
    addText: 'Add another',
    removeText: (number: number) => `Remove text ${number}`,
  },

  /** The field for an order. */
  order: {
    ranked: 'Ranked, the best first',
    nothingRanked: 'Nothing is ranked yet. Begin with the best answer.',
    notRanked: 'Not ranked yet',
    tied: 'tied',
    take: 'Rank next',
    up: 'Move up',
    down: 'Move down',
    leave: 'Take out of the order',
    tieUp: (wide: Markup) => ['Tie', wide(' with the one above')],
    showLess: 'Show less',
    showAll: 'Show all',
    itemNotRanked: (name: string) => `${name}, not ranked yet`,
    itemPlace: (name: string, place: number, places: number) =>
      `${name}, place ${spokenNumber(place)} of ${spokenNumber(places)}`,
    itemTied: (name: string, place: number, places: number) =>
      `${name}, place ${spokenNumber(place)} of ${spokenNumber(places)}, tied`,
    nowNotRanked: (name: string) => `${name} is not ranked now.`,
    /** @param place counted from 1 */
    nowAt: (name: string, place: number, places: number, isTied: boolean) => {
      return `${name} is now ${isTied ? 'tied for ' : ''}${ordinal(place)} of ${COUNTS[places - 1] ?? spokenNumber(places)}.`;
    },
  },

  /** The field for buckets. */
  buckets: {
    notSorted: 'Not sorted yet',
    empty: 'Nothing is here.',
    put: (title: string) => `Put into “${title}”`,
    up: 'Move up',
    down: 'Move down',
    leave: 'Take out again',
    itemNotSorted: (name: string) => `${name}, not sorted yet`,
    itemIn: (name: string, title: string, place: number, places: number) =>
      `${name}, ${spokenNumber(place)} of ${spokenNumber(places)} in “${title}”`,
    nowNotSorted: (name: string) => `${name} is not sorted now.`,
    /** @param place counted from 1 */
    nowIn: (name: string, title: string, place: number, places: number) =>
      `${name} is now ${ordinal(place)} of ${COUNTS[places - 1] ?? spokenNumber(places)} in “${title}”.`,
  },

  /** The layout that the author of a configuration gave it. */
  authored: {
    untitledFold: 'More',
    empty: 'Nothing is here.',
    notShown: (link: unknown) => ['Not shown here: ', link],
  },

  /** The bar about tasks that are taken along. */
  train: {
    filling: (ready: number, wanted: number) => `Train mode: ${spokenNumber(ready)} of ${spokenNumber(wanted)} ready`,
    ready: (count: number) => `Ready to go offline: ${counted(count, TASKS)}`,
    readyUntil: (count: number, until: string) => `Ready to go offline: ${counted(count, TASKS)} until ${until}`,
    isAll: 'There are no more for you to take along now.',
    leaveOpen: 'Leave this tab open: this browser cannot open the page again without a network.',
    away: (left: number) => `Offline: ${spokenNumber(left)} left`,
    over: (since: string) => `Their time is over since ${since}. What others have judged by then does not count.`,
    returning: (unsent: number) => `Back online: ${counted(unsent, JUDGEMENTS)} to be saved…`,
    saved: (count: number) => `${counted(count, JUDGEMENTS)} saved.`,
    notCounted: (count: number) => `${counted(count, JUDGEMENTS)} not counted:`,
    synchronised: 'All is synchronised.',
    deletedTask: 'A deleted task',
  },

  /** An invitation, for those who were sent its link. */
  invitation: {
    title: 'Invitation',
    looking: 'The invitation is being looked up…',
    offer: ({role, projects, invited_by}: Pick<Offered, 'role' | 'projects' | 'invited_by'>) =>
      projects.length === 0
        ? `${invited_by} invites you to Prefstream as ${ROLES[role]}.`
        : `${invited_by} invites you as ${ROLES[role]} to ${spokenList(projects.map((title) => `“${title}”`))}.`,
    loggedInAs: (name: string) => `You are logged in as ${name}.`,
    join: 'Join with this account',
    joining: 'Joining…',
    another: 'Make another account',
    email: 'Email',
    firstName: 'First name',
    lastName: 'Last name',
    password: 'Password',
    accept: 'Join',
    missing: (label: string) => `${label} is missing.`,
    hasAccount: (logIn: unknown) => ['You have an account already? ', logIn, ' first, and join with it.'],
    noSecret: 'There is no invitation in this address. Open the whole link that you were sent.',
    askAgain: 'Ask the person who invited you for a new link.',
    away: 'The server is not answering. Try again.',
  },
};
