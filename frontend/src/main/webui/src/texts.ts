import {counted, plainNumber, plural, spokenList, spokenNumber} from './model/numbers.js';

/** Puts words into markup. */
export type Markup = (words: string) => unknown;

export const JUDGEMENTS = {one: 'judgement', other: 'judgements'};

/**
 * Every text of the first load that a person reads or hears, by the part of the page that shows it. What comes later has its
 * texts in later-texts.ts.
 *
 * A text with values is a function. A text with markup in it is a function that returns its pieces in their order, to be
 * rendered as they are: it takes the values already in their markup, or for words of its own what puts them into markup (`Markup`).
 */
export const texts = {
  page: {
    /** The product's name. The second half of it is bold. */
    brand: (bold: Markup) => ['Pref', bold('stream')],
    /** What the browser's tab says. */
    title: (name: string) => `${name} · Prefstream`,
    home: 'Prefstream, all projects',
    /** A project that has no title. */
    untitled: (id: number) => `Project ${id}`,
  },

  /** Words on several buttons and links. */
  actions: {
    allProjects: 'All projects',
    close: 'Close',
    gotIt: 'Got it',
    goOn: 'Go on',
    keepIt: 'Keep it',
    lookAgain: 'Look again',
    tryAgain: 'Try again',
    tryNow: 'Try now',
    undo: 'Undo',
  },

  /** Names that are printed on keys. */
  keys: {
    control: 'Ctrl',
    escape: 'Esc',
    undo: 'Ctrl+Z',
  },

  away: {
    headline: 'Prefstream cannot be reached right now',
    words: 'It may be starting up. Nothing is lost, and this page keeps trying.',
  },

  /** What a person is told who is not allowed to see a project. */
  noSuchProject: 'There is no such project, or you are not a member of it. Ask the person who runs it.',

  login: {
    title: 'Log in',
    slogan: 'Compare answers. Say which is better.',
    email: 'Email',
    password: 'Password',
    logIn: 'Log in',
    busy: 'One moment…',
    hint: 'No account yet, or password forgotten? Ask the person who runs this Prefstream.',
    noEmail: 'Please enter your email address.',
    noPassword: 'Please enter your password.',
    tooOften: 'Too many attempts. Please wait a minute and try again.',
    wrong: 'This email and password do not match. Please check both.',
    away: 'Prefstream cannot be reached right now. Please try again in a moment.',
    broken: 'Something went wrong on this page. Please reload it and try again.',
  },

  loginDialog: {
    ended: 'Log in again',
    whyEnded: 'Your session has ended. What you have judged is kept, and is saved once you are logged in.',
    other: 'Somebody else logged in in this browser',
    whyOther: (name: string, unsaved: number) =>
      unsaved > 0
        ? `Log in again as ${name} to save your ${plural(unsaved, {one: 'judgement', other: counted(unsaved, JUDGEMENTS)})}.`
        : `Log in again as ${name} to go on.`,
    goOnAs: (name: string) => `Go on as ${name}`,
  },

  theme: {
    label: {auto: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark'},
  },

  progress: {
    label: 'Finished tasks',
    finished: (finished: number, total: number) => `${spokenNumber(finished)} of ${spokenNumber(total)} finished`,
    byYou: (count: unknown) => [count, ' by you'],
    skipped: (count: unknown) => [count, ' skipped'],
  },

  saving: {
    saved: 'All saved',
    saving: (unsaved: number) => `Saving ${spokenNumber(unsaved)}…`,
    retrying: (unsaved: number) => `${spokenNumber(unsaved)} not yet saved, trying again`,
    loggedOut: (unsaved: number) => `${spokenNumber(unsaved)} not yet saved, log in again`,
  },

  header: {
    practice: 'Practice: nothing is saved',
    guidelines: 'Guidelines',
    judgements: 'My judgements',
    judgementsBrief: 'Judged',
    keys: 'Keys',
  },

  /** How texts are shown. */
  reading: {
    raw: 'As written',
    diff: 'Differences',
    together: 'Scroll together',
    train: 'Train mode',
    menu: 'View',
    label: 'How texts are shown, and train mode',
    switchedOn: (count: number, unseen: Markup) => [spokenNumber(count), unseen(' switched on')],
  },

  /** Pages on which a person labels a project. */
  labeling: {
    save: 'Save and next',
    breakHeadline: 'Take your time',
    onBreak: 'What you judged is kept. Your next tasks are free for others meanwhile.',
    elsewhereHeadline: 'You are labeling this project in another tab',
    elsewhere: 'Two tabs would show the same comparisons, so only one of them goes on.',
    labelHere: 'Label here instead',
    skipNotAsked: 'Nothing was skipped, because the server is not answering. Try again in a moment.',
  },

  /** A part of the page that comes after the first load. */
  parts: {
    headline: 'A part of this page did not load',
    words: 'The server is not answering, or has a newer version of this page. What you have judged is kept.',
    reload: 'Reload the page',
  },

  noComparison: {
    loading: 'Fetching the next comparison',
    emptyHeadline: 'No tasks yet',
    empty: 'Nothing has been imported into this project. This page checks again from time to time.',
    doneHeadline: 'All done for now',
    done: 'There is nothing left for you to compare in this project. This page checks again from time to time.',
    waitingHeadline: 'Waiting for the server',
    waiting: 'The server is not answering. This page keeps trying, and keeps what you have judged until it is saved.',
    unavailable: 'Nothing to label here',
    /** Said where a task is shown after a time without one. */
    over: 'There is a task again.',
    nothingAsked:
      'What is left of this project asks nothing. Its labeling configuration needs a question for each task.',
  },

  /** What a verdict says: on its button, and in a sentence behind "You said: ". */
  verdicts: {
    tie: {label: 'Tie', spoken: 'tie'},
    bothBad: {label: 'Both bad', spoken: 'both bad'},
    cannotJudge: {label: 'Can’t judge', spoken: 'cannot judge'},
    skip: {label: 'Skip', spoken: 'skipped'},
    /** @param degree one of the degrees below */
    prefers: (answer: number, degree: string) => `answer ${answer} is ${degree}`,
    preferred: (answer: number, degree: string) => `Answer ${answer}, ${degree}`,
    degrees: {slightly: 'slightly better', plain: 'better', much: 'much better'},
    nothing: 'nothing',
    answered: (names: string) => `answered ${names}`,
    stars: (count: number) => counted(count, {one: 'star', other: 'stars'}),
  },

  /** The buttons for verdicts. */
  verdictBar: {
    region: 'Verdicts',
    scale: 'Verdict',
    others: 'Other verdicts',
    othersAndUndo: 'Other verdicts and undo',
  },

  names: {
    answer: (number: number) => `Answer ${number}`,
    quoted: (name: string) => `“${name}”`,
    andMore: (names: string, more: number) => `${names} and ${spokenNumber(more)} more`,
  },

  /** What is said about what the annotator does. */
  judging: {
    youSaid: (words: string) => `You said: ${words}.`,
    taken: 'Your answers are taken.',
    nowAt: (what: string, number: number) => `${what} Now at number ${number}.`,
    noRationale: 'This project asks for no rationale.',
    rationaleLater: 'The rationale is not asked now. It depends on what is answered above.',
    writeReason: (control: string) => `Write your reason in “${control}”.`,
    quoted: 'Quoted.',
    goingBack: 'Fetching what you judged before… Esc stays here.',
    back: 'Back at the previous comparison.',
    forward: 'Forward again, with nothing changed.',
    stayed: 'You stayed here.',
    skippedNothing: 'Another task has come meanwhile. Nothing was skipped.',
    kept: 'The earlier verdict stands.',
    notSaved: 'Your changes are not saved. Press again to drop them.',
    notBack: {
      nothing: 'There is nothing earlier to go back to.',
      unsent: 'What you judged last is still on its way to the server. Go back once it is saved.',
      failed: 'What you judged before cannot be fetched right now. Try again in a moment.',
    },
    demand: (control: string) => `“${control}” still needs an answer.`,
    unranked: (count: number) => `${counted(count, {one: 'answer is', other: 'answers are'})} not ranked yet.`,
    mayBeEmpty: 'Nothing is answered. Press again to save it empty.',
    empty: 'Nothing is answered yet. Answer something.',
    emptyOrSkip: 'Nothing is answered yet. Answer something, or skip the task.',
    noChanges: 'This project takes no changes once a task is judged.',
    /** @param names controls that are demanded and cannot be asked here */
    blocked: (names: string) =>
      `This task also demands an answer to ${names}, which this page cannot ask. A verdict alone would be half an answer, so none is taken here.`,
  },

  /** Notes beside a task's number. */
  task: {
    deleted: 'Deleted task',
    chooseAgain: 'Choose again to change it.',
    restored: 'Restored what you had begun.',
    expired: 'You were away for a while. Your verdict still counts unless somebody else has taken this task.',
    tell: 'Tell the person who runs the project.',
    skipOrTell: 'Skip it, or tell the person who runs the project.',
    notAsked: (names: string) => `Not asked on this page: ${names}`,
    otherAnswers: 'Your other answers',
  },

  comparison: {
    question: 'Which answer is better?',
    questionOf: (names: string) => `Which answer is better? ${names}`,
    keysFor: (name: string) => `The keys are for “${name}”.`,
    prompt: 'Prompt',
    promptText: 'Text of the prompt',
    emptyPrompt: 'The prompt is empty.',
    showAll: 'Show all',
    showLess: 'Show less',
    /** @param action one of the two before */
    ofPrompt: (action: string) => `${action} of the prompt`,
    same: 'Both answers are the same text.',
  },

  answer: {
    preferred: 'Preferred',
    endSeen: 'end seen',
    text: (name: string) => `Text of ${name.toLowerCase()}`,
    empty: 'This answer is empty.',
    words: (count: number) => counted(count, {one: 'word', other: 'words'}),
    /** @param answers how many begin with it */
    sameBeginning: (answers: number, words: string) =>
      `The same beginning in ${answers === 2 ? 'both' : 'all'} answers · ${words}`,
    show: 'Show',
    fold: 'Fold',
    goTo: (answer: number) => `Go to answer ${answer}`,
    /** On a phone, where the second answer is below the first. */
    way: (answer: number) => `${answer === 1 ? '↑' : '↓'} Answer ${answer}`,
  },

  difference: {
    legend: 'Marked: what only this answer has.',
    asWritten: 'Texts are shown as written.',
    asRead: 'Only the words of the HTML are shown.',
    tooDifferent: 'These answers are too different to mark.',
    notLoaded: 'What differs cannot be marked, because a part of the page did not load.',
    words: 'What only one answer has is marked.',
    space: 'Only white space differs. It is marked.',
    none: 'No word differs.',
  },

  /** What is said about an amount. */
  quantity: {
    outside: (min: number, max: number) => `Write a number from ${plainNumber(min)} to ${plainNumber(max)}.`,
    below: (min: number) => `Write ${plainNumber(min)} or more.`,
    above: (max: number) => `Write ${plainNumber(max)} or less.`,
    offStep: (step: number, before: number, after: number) =>
      `Write a number in steps of ${plainNumber(step)}, such as ${plainNumber(before)} or ${plainNumber(after)}.`,
  },

  /** What stands around and within texts of others. */
  content: {
    systemMessage: (name?: string) => (name ? `System message of ${name}` : 'System message'),
    toolCall: (name?: string) => (name ? `Tool call: ${name}` : 'Tool call'),
    result: (tool?: string) => (tool ? `Result of ${tool}` : 'Result'),
    copy: 'Copy code',
    copied: 'Copied',
    notCopied: 'This browser did not allow it',
    code: 'Code',
    wordless: 'There are no words in this HTML. M shows it as written.',
    table: 'Wide table',
    formula: 'Formula',
    done: 'Done',
    notDone: 'Not done',
    /** In place of an image that is not shown. */
    image: <T>(description: T, address: T) => ['Image, not shown: ', description, ' (', address, ')'],
    /** The same where nobody described it. */
    imageAt: (address: unknown) => ['Image, not shown: ', address],
    /** An image that is opened larger, and the button that opens it. */
    largeImage: (description: string) => `Image: ${description}`,
    enlarge: (description: string) => `Enlarge the image: ${description}`,
    undescribed: 'without a description',
    tooLong: 'This text is too long to be formatted, so it is shown word for word.',
    tooDeep: 'This text is nested too deep, so it is shown word for word.',
  },

  /** Characters that nobody could see, by their code. */
  hidden: {
    'U+00AD': 'Soft hyphen',
    'U+061C': 'Arabic letter mark',
    'U+200B': 'Zero width space',
    'U+200C': 'Zero width non-joiner',
    'U+200D': 'Zero width joiner',
    'U+200E': 'Left-to-right mark',
    'U+200F': 'Right-to-left mark',
    'U+2028': 'Line separator',
    'U+2029': 'Paragraph separator',
    'U+202A': 'Left-to-right embedding',
    'U+202B': 'Right-to-left embedding',
    'U+202C': 'End of embedding or override',
    'U+202D': 'Left-to-right override',
    'U+202E': 'Right-to-left override',
    'U+2060': 'Word joiner',
    'U+2066': 'Left-to-right isolate',
    'U+2067': 'Right-to-left isolate',
    'U+2068': 'First strong isolate',
    'U+2069': 'End of isolate',
    'U+FEFF': 'Zero width no-break space',
    other: 'Invisible character',
  },

  /** The chip about the verdict that was given last. */
  lastVerdict: {
    region: 'Last verdict',
    saved: 'saved',
    landed: 'on the topic',
    landedIn: (time: string) => `on the topic in ${time}`,
    millis: (count: number) => `${plainNumber(count)} ms`,
    seconds: (count: number) => `${plainNumber(count)} s`,
    undo: (taskNumber: number, verdict: string) => `Undo #${taskNumber}, ${verdict}`,
  },

  unseen: {
    question: (answers: readonly number[]) => {
      const numbers = spokenList(answers.map(String));
      return plural(answers.length, {
        one: `You answered before the end of answer ${numbers} was seen. Keep it?`,
        other: `You answered before the ends of answers ${numbers} were seen. Keep it?`,
      });
    },
  },

  /** Verdicts that the server did not take. */
  refused: {
    lost: 'Your time for it ran out, and somebody else has taken over the task.',
    deletedTask: 'a deleted task',
    change: (task: string) => `Your change on ${task} was not taken, and what you said before stands.`,
    verdict: (task: string) => `Your verdict on ${task} was not counted.`,
    said: (words: string, beginning: string) => `You said “${words}” about “${beginning}”.`,
    /** Of a server that gives no reason. */
    status: (status: number) => `The server answered ${status}.`,
  },

  train: {
    notNow: 'Train mode ends once the server can be reached and has all that you judged.',
    notLoaded: 'Train mode cannot be switched on, because the server cannot be reached.',
  },
};
