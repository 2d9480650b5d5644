import {type Forms, counted, plainNumber, spokenList, spokenNumber} from './model/numbers.js';
import {type Key, OVERLAP_MAX} from './model/project-settings.js';
import {spokenSeconds} from './model/figures.js';
import {spokenDuration, spokenSize} from './model/sizes.js';
import type {Comparison, Snapshot} from './model/snapshots.js';
import type {Delivery, DeliveryState, Every, Schedule, ScheduleRun, Weekday} from './model/deliveries.js';
import type {Project} from './api.js';
import type {Run} from './generation-api.js';
import type {OnDuplicate} from './import-api.js';
import type {Cancelled} from './model/import-outcome.js';
import type {Proposal} from './owner-api.js';
import type {Action} from './task-api.js';
import type {Foreseen} from './model/bulk-actions.js';
import type {Happening, Told} from './model/task-history.js';
import type {FixedColumn, Operator} from './model/task-columns.js';
import {JUDGEMENTS, type Markup} from './texts.js';

const FILES = {one: 'file', other: 'files'};
const TASKS = {one: 'task', other: 'tasks'};
const SKIPS = {one: 'skip', other: 'skips'};
const WERE = {one: 'task was', other: 'tasks were'};
const ROWS = {one: 'row', other: 'rows'};
const ANNOTATIONS = {one: 'annotation', other: 'annotations'};
/** Where nothing is compared there are no rows. */
const held = ({rows, sources}: Snapshot) =>
  rows === 0 && sources ? counted(sources.annotations, ANNOTATIONS) : counted(rows, ROWS);
const RUN_STATES = {RUNNING: 'Under way', DONE: 'Done', CANCELLED: 'Cancelled', STOPPED: 'Stopped'};
const DELIVERY_STATES: Record<DeliveryState, string> = {
  waiting: 'Waiting',
  running: 'Under way',
  done: 'Sent',
  failed: 'Failed',
  cancelled: 'Stopped',
};
const SCHEDULE_STATES: Record<ScheduleRun['state'], string> = {...DELIVERY_STATES, skipped: 'Skipped', made: 'Sent'};
const WEEKDAYS: Record<Weekday, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
const TIMES = {one: 'time', other: 'times'};

/** What a file was found to hold. */
type FoundFile = Pick<Proposal, 'found_format' | 'tasks_read' | 'are_all'>;

/** How far a project is. */
type Counts = Pick<Project, 'total_annotations_number' | 'finished_task_number' | 'task_number'>;

/** What people have said of tasks. */
const judgementsAndSkips = (judgements: number, skips: number) =>
  `${counted(judgements, JUDGEMENTS)} and ${counted(skips, SKIPS)}`;

/** What may be said of a pair. */
const OUTCOMES = {
  preference: 'One is better',
  tie: 'Tie',
  both_bad: 'Both bad',
  cannot_judge: 'Cannot judge',
};

/** Every text of the parts that only owners and managers see, by the part of the page that shows it. They are as those of texts.ts. */
export const ownerTexts = {
  firstProject: {
    headline: 'Create the first project',
    words: 'A project has prompts with two or more answers each. Drop a file of them here, and label the first one.',
    byProgram: 'Create it by a program',
    example: 'Example',
  },

  /** A project is made of files. */
  newProject: {
    title: 'New project',
    drop: 'Drop a file of prompts and answers here',
    formats:
      'The file is JSON, JSON Lines, CSV or TSV, and has two or more answers to each prompt. Its columns are recognised. Nothing is stored yet.',
    choose: 'Choose files',
    paste: (key: Markup) => ['Or paste a table anywhere on this page: ', key('Ctrl V'), ' (', key('⌘ V'), ' on a Mac)'],
    dropInstead: 'Drop to make a project of this file',
    reading: 'Reading the file…',
    name: 'Title of the project',
    found: (files: readonly {name: string}[], {found_format, tasks_read, are_all}: FoundFile) =>
      [
        files.length === 1 ? (files[0]?.name ?? '') : counted(files.length, FILES),
        found_format.slice(1).toUpperCase(),
        are_all && files.length === 1 ? counted(tasks_read, TASKS) : `more than ${counted(tasks_read, TASKS)}`,
      ].join(' · '),
    annotated: (count: number) =>
      `${counted(count, TASKS)} with annotations or predictions. They are imported too, if their answers are for “comparison”; if not, the import is refused.`,
    columns: {
      title: 'What the columns are',
      hidden: 'Not shown',
      prompt: 'Prompt',
      answer: 'Answer',
      hindrances: {
        missing: 'Not every task has this column, so it cannot be shown.',
        name: 'A column can be shown if its name begins with a letter and has only letters, digits, “_” and “-”.',
      },
      noAnswer: 'Nothing is compared yet. Choose two columns of answers, or one that holds lists of answers.',
      oneAnswer: 'Choose a second column of answers.',
      notComparable: 'This column cannot be compared: its values are neither texts nor lists of texts.',
      manyAnswers: 'Choose two columns of answers. To rank more, put them into one column that holds lists.',
    },
    preview: 'The first tasks, as annotators will see them',
    task: (number: number) => `Task ${spokenNumber(number)}`,
    make: 'Create the project and label',
    otherFile: 'Take another file',
    cancel: 'Cancel',
    progress: {
      title: 'Import',
      begun: 'The import has begun.',
      sending: (sent: number, total: number, secondsLeft: number | undefined) =>
        `${spokenSize(sent)} of ${spokenSize(total)} sent${secondsLeft === undefined ? '' : `, ${spokenDuration(secondsLeft)} left`}`,
      creating: 'The project is being created…',
      waiting: 'Other imports are being stored first…',
      storing: 'The tasks are being stored…',
      rows: (stored: number, perSecond: number | undefined, secondsLeft: number | undefined) =>
        [
          `${counted(stored, TASKS)} stored`,
          ...(perSecond === undefined ? [] : [`${spokenNumber(perSecond)} a second`]),
          ...(secondsLeft === undefined ? [] : [`${spokenDuration(secondsLeft)} left`]),
        ].join(', '),
    },
    refused: (why: string) => `The import was refused, and nothing of it is stored.\n${why}`,
    changed: 'The file was changed or moved since it was chosen. Choose it again.',
    titleTooShort: 'A title has three characters at least.',
    forManagers: 'Only owners and managers create projects.',
    forManagersHeadline: 'This page is not for you',
    failed: 'The server is not answering. Try again.',
  },

  /** Labeling configurations to start a project from. */
  templates: {
    title: 'Or begin with a template',
    words: 'It shows an example. Your own tasks follow in a file.',
    failed: 'The templates cannot be shown right now.',
    withExample:
      'The example below becomes the first task. Give a file of your own tasks instead, and say which of its columns hold what is shown.',
    drop: 'Drop a file of your own tasks here',
    preview: 'The example, as annotators will see it',
    again: 'Take another template',
    mappingTitle: 'Which columns hold what is shown',
    noColumn: 'Choose a column',
    mapAll: 'Choose a column for each.',
  },

  /** A project as owners and managers see it. */
  project: {
    parts: 'Parts of the project',
    tabs: {overview: 'Overview', tasks: 'Tasks', people: 'People', export: 'Export', settings: 'Settings'},
    forManagersHeadline: 'This page is not for you',
    forManagers: 'Only owners and managers see it.',
    failedHeadline: 'The project cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost.',
    goneHeadline: 'There is no such project',
    gone: 'It was deleted, or you are no member of it.',
  },

  /** Who works here, and who is invited. */
  people: {
    title: 'People',
    roles: {annotator: 'Annotator', manager: 'Manager', owner: 'Owner'},
    failed: 'The server is not answering. Nothing was changed.',
    loadFailedHeadline: 'The people cannot be shown right now',
    loadFailed: 'The server is not answering. Nothing is lost.',
    name: 'Name',
    role: 'Role',

    members: 'Members',
    membership: 'Annotators see only the projects that they are members of. Owners and managers see every project.',
    noMember: 'Nobody is a member yet.',
    remove: 'Remove',
    removeName: (name: string) => `Remove ${name}`,
    removed: (name: string) => `${name} is no member any more. The judgements stay.`,
    added: (name: string) => `${name} is a member now.`,
    add: 'Add a person',
    addWords: 'The person sees the project at once.',
    annotator: 'Annotator to add',
    choose: 'Choose an annotator',
    addButton: 'Add to the project',
    nobodyToAdd: 'Every active annotator is a member. Invite others by a link.',

    accounts: 'Accounts',
    search: 'Find somebody by name or email',
    nobodyFound: (written: string) => `Nobody is called “${written}”.`,
    found: (count: number) => `${spokenNumber(count)} found.`,
    deactivation:
      'Whoever is deactivated is out everywhere within a second, and cannot log in. The judgements stay, and the account can be activated again.',
    ownersChange: 'Only owners change roles, and who is active.',
    access: 'Access',
    activity: 'Last activity',
    active: 'Active',
    deactivated: 'Deactivated',
    deactivate: 'Deactivate',
    activate: 'Activate',
    deactivateName: (name: string) => `Deactivate ${name}`,
    activateName: (name: string) => `Activate ${name}`,
    roleOf: (name: string) => `Role of ${name}`,
    change: 'Change',
    changeTo: (name: string, role: string) => `Change ${name} to: ${role}`,
    hasRole: (name: string, role: string) => `${name} has a new role: ${role}.`,
    isDeactivated: (name: string) => `${name} is deactivated.`,
    isActivated: (name: string) => `${name} is active again.`,
  },

  /** Links by which people make their own accounts. */
  invitations: {
    invite: 'Invite by a link',
    words: 'Whoever opens the link makes an account of their own, and is a member of this project.',
    wordsWithout:
      'Whoever opens the link makes an account of their own. To invite to a project, use its page “People”.',
    role: 'Role of the invited',
    days: 'Days until it ends',
    uses: 'How many can use it',
    make: 'Make a link',
    link: 'Link of the invitation',
    once: (ends: string) => `Copy the link now: it is not shown again. It ends ${ends}.`,
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'This browser did not allow it. Press Ctrl C or ⌘ C.',
    open: 'Open invitations',
    none: 'No invitation is open.',
    title: (role: string, projects: string) => (projects ? `${role} in ${projects}` : `${role}, in no project yet`),
    about: (used: number, uses: number, ends: string, by: string) =>
      `Used ${spokenNumber(used)} of ${counted(uses, TIMES)} · ends ${ends} · made by ${by}`,
    onlyFor: (email: string) => `Only for ${email}`,
    revoke: 'Revoke',
    revokeOf: (title: string) => `Revoke: ${title}`,
    revoked: 'The link lets nobody in any more.',
  },

  /** What the judgements of a project are like. */
  overview: {
    judgements: {
      title: 'Judgements',
      hint: (skipped: number) =>
        skipped === 0 ? 'Nothing was skipped.' : `${counted(skipped, {one: 'task was', other: 'tasks were'})} skipped.`,
    },
    done: {
      title: 'Tasks done',
      value: (finished: number, total: number) => `${spokenNumber(finished)} of ${spokenNumber(total)}`,
      left: (seconds: number | undefined) =>
        seconds === undefined
          ? 'Nobody has judged lately.'
          : `The rest takes about ${spokenDuration(seconds)} at the present pace.`,
      all: 'All tasks are done.',
    },
    time: {
      title: 'Time per judgement',
      none: 'Nobody has measured it.',
      hint: (p90: number) => `Median from showing to submitting. One in ten takes longer than ${spokenSeconds(p90)}.`,
    },
    topic: {
      title: 'Records on the topic',
      none: 'A tie gives no record.',
      hint: (lagMillis: number) =>
        `Median time from the submit to the copy of the topic: ${spokenNumber(lagMillis)} ms.`,
    },
    course: {
      title: 'Judgements over time',
      all: 'Everybody',
      table: 'As a table',
      when: 'From',
    },
    pairs: {
      title: 'Verdicts on pairs',
      hint: 'A ranking counts as one verdict for each pair that it has in order.',
      names: OUTCOMES,
    },
    share: (share: string, low: string, high: string) => `${share} (${low} to ${high})`,
    sides: {
      title: 'Share of left',
      hint: 'How often the preferred answer stood on the left, with the 95 % interval (Wilson).',
      uneven: 'Sides are chosen unevenly: the interval leaves out one half. Some annotators may not read both answers.',
      none: 'No preference between two answers yet.',
    },
    length: {
      title: 'Share of the longer answer',
      hint: 'How often the longer of two answers was chosen, by characters, with the 95 % interval (Wilson).',
      uneven: (isLonger: boolean) =>
        `${isLonger ? 'Longer' : 'Shorter'} answers are chosen more often. A model that is trained on this may learn length for quality.`,
      none: 'No two answers of different length yet.',
    },
    agreement: {
      title: 'Agreement',
      alpha: 'Krippendorff’s alpha',
      raw: (share: string, pairs: number) =>
        `${share} of ${counted(pairs, {one: 'pair of judgements says', other: 'pairs of judgements say'})} the same.`,
      hint: 'Alpha is 1 where all agree and 0 where they agree as by chance (nominal; 95 % interval by jackknife over pairs). It is over pairs that several people judged, with the last judgement of each.',
      none: 'No pair was judged by several people yet. Raise “Annotators per task” in the settings for new tasks.',
      same: 'Everybody said the same, so that nothing can be said of chance.',
    },
    people: {
      title: 'People',
      name: 'Name',
      judgements: 'Judgements',
      skipped: 'Skipped',
      time: 'Median time',
      left: 'Share of left',
      last: 'Last hour of work',
      gone: (id: number) => `Account ${plainNumber(id)}`,
    },
    emptyHeadline: 'Nothing is judged yet',
    empty: 'Figures appear here with the first judgement.',
    failedHeadline: 'The figures cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost, and this page keeps trying.',
    stale: 'The server is not answering. These figures are those of before.',
  },

  /** Files of what was judged. */
  export: {
    judged: ({total_annotations_number, finished_task_number, task_number}: Counts) =>
      `${counted(total_annotations_number ?? 0, JUDGEMENTS)}. ${spokenNumber(finished_task_number ?? 0)} of ${counted(task_number ?? 0, TASKS)} ${task_number === 1 ? 'is' : 'are'} done.`,
    groups: {
      training: 'To train on',
      trainers: 'For other trainers',
      services: 'For services that tune models',
      ended: 'For services that have ended',
      tables: 'For a spreadsheet',
      scripts: 'For scripts, and for Label Studio',
    },
    formats: (number: number) => counted(number, {one: 'format', other: 'formats'}),
    notOffered: (number: number) =>
      `${counted(number, {one: 'format', other: 'formats'})} of preferences ${number === 1 ? 'is' : 'are'} not shown: this project compares no answers.`,
    options: {
      spreadsheet: 'For a spreadsheet program: cells that it would take for formulas begin with an apostrophe',
      download_all_tasks: 'With the tasks that nobody has judged',
    },
    controls: {
      legend: 'The file',
      part: {
        title: 'File',
        options: {
          zip: 'The rows, zipped with dataset_info.json',
          data: 'The rows',
          dataset_info: 'How the rows are read (dataset_info.json)',
          provenance: 'Where each row comes from',
          rejected: 'Rows that the format leaves out',
        },
      },
      shape: {
        title: 'Shape of the rows',
        options: {
          auto: 'Messages where needed',
          text: 'Texts',
          messages: 'Messages',
        },
        hint: 'A file has one shape. A conversation of several turns cannot become a text, and is left out of texts.',
      },
      variant: {
        title: 'Kind of training',
        options: {
          chat_template: 'DPO (chat_template.default)',
          bradley_terry: 'Reward model (bradley_terry.chat_template)',
        },
      },
      lint: {
        title: 'Rows that break a rule',
        options: {leave_out: 'Leave them out', strict: 'Make no file'},
      },
      conflicts: {
        title: 'Rows that contradict each other',
        options: {keep: 'Keep them', drop: 'Leave all of them out'},
        hint: 'The same prompt with the same two answers was judged both ways.',
      },
      license: {
        title: 'Licence',
        options: {unknown: 'Not stated', other: 'Another one, stated elsewhere'},
        hint: 'The dataset card names it.',
      },
      columns: {
        title: 'Columns',
        options: {},
        hint: 'Their names with commas between them, in the order of the table. Nothing means all.',
      },
      compress: {
        title: 'Compression',
        options: {none: 'None', gzip: 'gzip (.gz)', zstd: 'Zstandard (.zst)'},
      },
    },
    select: {
      legend: 'What goes in',
      strength: 'Minimum strength',
      strengths: ['Any strength', 'Slightly better', 'Better', 'Much better'],
      agreement: 'Minimum agreement, in percent',
      agreementHint:
        'The share of pairs of judgements of the same two answers that say the same. Answers that only one person has judged have none.',
      majority: 'One row for each pair of answers, by majority',
      majorityHint:
        'More than half of the judgements that go in must prefer the same answer. The row is that of the first of them, with the votes.',
      ties: 'With rows of ties',
      tiesHint:
        'Formats that can have ties get them: two rows with a margin of 0, or the word that they have for it. Others leave them out.',
      split: 'Split',
      splits: {'': 'All rows', train: 'Training, 90 %', validation: 'Validation, 5 %', test: 'Test, 5 %'},
      splitHint: 'Equal prompts are always in the same split.',
      shares: 'Splits of the folder, in percent',
      shareNames: {train: 'Training', validation: 'Validation', test: 'Test'},
      sharesHint: 'Three numbers that make 100, such as 90, 5 and 5. Nothing means one split of all rows.',
      uneven: 'The three splits must make 100 together.',
      since: 'Judged from',
      until: 'Judged until, with this day',
      backwards: 'The last day is before the first one.',
      truths: 'Leave out ground truths',
      people: 'People',
      peopleHint: 'Nobody chosen means everybody.',
      peopleFailed: 'The people cannot be shown right now.',
      unnamed: (user: number) => `Account ${user}`,
    },
    counts: {
      title: 'What the file holds',
      counting: 'Counting…',
      rows: {
        preference: (out: number, all: number) =>
          `${counted(out, ROWS)} of ${counted(all, {one: 'judged pair', other: 'judged pairs'})}`,
        annotation: (out: number, all: number) => `${counted(out, ROWS)} of ${counted(all, JUDGEMENTS)}`,
        task: (out: number, all: number) => `${spokenNumber(out)} of ${counted(all, TASKS)}`,
      },
      leftOut: (all: number, reasons: readonly string[]) => `${spokenNumber(all)} left out: ${reasons.join(', ')}`,
      reasons: {
        SKIPPED: {one: 'skip', other: 'skips'},
        OTHER_ANNOTATOR: {other: 'by other people'},
        OUTSIDE_DATES: {other: 'of other days'},
        GROUND_TRUTH: {one: 'ground truth', other: 'ground truths'},
        NOTHING_SELECTED: {other: 'without such a judgement'},
        TIE_DROPPED: {one: 'tie', other: 'ties'},
        TIE_WITHOUT_TEXTS: {
          one: 'tie of a former version, without its texts',
          other: 'ties of a former version, without their texts',
        },
        BOTH_BAD: {other: 'with two bad answers'},
        CANNOT_JUDGE: {other: 'that could not be judged'},
        NOT_TRAINABLE: {other: 'with identical or empty answers'},
        OTHER_SPLIT: {other: 'of other splits'},
        BELOW_MIN_STRENGTH: {other: 'below the minimum strength'},
        JUDGED_ONCE: {other: 'judged by one person only'},
        BELOW_MIN_AGREEMENT: {other: 'below the minimum agreement'},
        NOT_THE_MAJORITY: {other: 'not of the majority'},
        MERGED: {other: 'in the rows of others'},
        LONE_SURROGATE: {other: 'with half a character'},
        NON_TEXT_CONTENT: {other: 'with calls of tools'},
        EMPTY_TEXT: {other: 'with an empty text'},
        IDENTICAL_ANSWERS: {other: 'with identical answers'},
        PAIR_COUNT: {other: 'with answers of several messages'},
        ROLE_NOT_KNOWN: {other: 'with roles that the format does not know'},
        SYSTEM_NOT_FIRST: {other: 'with a system message in the middle'},
        ROLE_ALTERNATION: {other: 'in which the speakers do not alternate'},
        LAST_ROLE: {other: 'with a prompt that does not end on the user'},
        NOT_SINGLE_TURN: {other: 'that are conversations'},
        RESERVED_TOKEN: {other: 'with words that are marks of the format'},
        ROW_TOO_LONG: {other: 'that are too long'},
        MODEL_NOT_KNOWN: {other: 'of unknown models'},
        REPEATED_ANSWER: {other: 'with an answer that is there already'},
        BEATEN_ANSWER: {other: 'with an answer that is not the best'},
      },
      reason: (count: number, forms: Forms) => counted(count, forms),
      otherReason: (count: number, detail: string) => `${spokenNumber(count)} (${detail})`,
      size: (bytes: number, isExact: boolean) => (isExact ? spokenSize(bytes) : `about ${spokenSize(bytes)}`),
      warning: (count: number, detail: string) => `${detail} (${spokenNumber(count)})`,
      refused:
        'There is no such file, because rows break a rule of the format. Leave them out, or judge their tasks anew.',
      findings: 'Reasons by name',
    },
    firstRows: 'The first rows',
    download: (format: string) => `Download ${format}`,
    documentation: 'About this format',
    code: 'Code to paste',
    live: 'Each row, the moment that it is judged:',
    topic: 'The rows of all projects, from Kafka:',
    topicUnknown:
      'The operator finds the address as KAFKA_BOOTSTRAP in connection.env, or has it from whoever runs Kafka.',
    failedHeadline: 'The formats cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost.',
  },

  /** Rows that are frozen. */
  snapshots: {
    title: 'Snapshots',
    hint: 'A snapshot keeps the rows that are selected now, with their tasks and annotations. Its files are the same bytes whenever they are made, whatever is judged, edited or withdrawn later.',
    name: 'Title of the snapshot',
    make: 'Make a snapshot',
    making: 'The rows are being frozen…',
    made: (snapshot: Snapshot) => `“${snapshot.title}” has ${held(snapshot)}.`,
    none: 'There are no snapshots yet.',
    failed: 'The snapshots cannot be shown right now.',
    newest: (shown: number, all: number) => `The newest ${spokenNumber(shown)} of ${spokenNumber(all)} are shown.`,
    holds: held,
    hash: (beginning: string) => `SHA-256 ${beginning}…`,
    purged: ({purged, sources}: Snapshot) =>
      `${purged > 0 ? counted(purged, ROWS) : counted(sources?.purged ?? 0, ANNOTATIONS)} of it are gone for good, so that no file can be made of them.`,
    noFile: ({sources}: Snapshot, format: string) =>
      sources
        ? `It makes no file of the format “${format}”.`
        : `It keeps no tasks and annotations, of which the format “${format}” is made.`,
    format: 'Format of downloads',
    download: 'Download',
    count: 'Check',
    countName: (title: string) => `Check the snapshot “${title}”`,
    downloadName: (title: string, format: string) => `Download the snapshot “${title}” as ${format}`,
    delete: 'Delete',
    deleteName: (title: string) => `Delete the snapshot “${title}”`,
    type: (title: string) => `Type its title to delete it: ${title}`,
    deleteForGood: 'Delete for good',
    keep: 'Keep it',
    deleted: (title: string) => `“${title}” is deleted.`,
    compare: {
      title: 'Compare two snapshots',
      from: 'From',
      to: 'To',
      button: 'Compare',
      counts: ({added, changed, withdrawn, unchanged}: Comparison) =>
        `${counted(added, ROWS)} added, ${spokenNumber(changed)} changed, ${spokenNumber(withdrawn)} withdrawn, ${spokenNumber(unchanged)} unchanged.`,
      keys: 'Rows that are not the same',
      changes: {added: 'added', changed: 'changed', withdrawn: 'withdrawn'},
      more: 'Show more rows',
    },
  },

  /** Where snapshots are sent. */
  targets: {
    none: 'Snapshots can be written to a folder or a bucket, also by schedules, once the operator of this installation names one (docs/targets.md).',
    title: 'Targets',
    hint: 'The operator of this installation names these folders and buckets. A manifest is written last, so that whoever finds one finds whole files.',
    format: 'Format',
    target: 'Target',
    kinds: {folder: (name: string) => `${name} (folder)`, s3: (name: string) => `${name} (bucket)`},
    send: {
      title: 'Send a snapshot',
      snapshot: 'Snapshot',
      button: 'Send',
      none: (title: string) => `“${title}” was not sent anywhere yet.`,
      list: (title: string) => `Where “${title}” was sent`,
      item: ({export_type, target}: Delivery) => `${export_type} to ${target}`,
      newest: ({export_type, target, state}: Delivery) => `${export_type} to ${target}: ${DELIVERY_STATES[state]}.`,
      progress: ({state, bytes, rows}: Delivery) =>
        [
          DELIVERY_STATES[state],
          ...(rows === null ? [] : [counted(rows, ROWS)]),
          ...(bytes === 0 ? [] : [spokenSize(bytes)]),
        ].join(' · '),
      cancel: 'Stop',
      cancelName: ({export_type, target}: Delivery) => `Stop sending ${export_type} to ${target}`,
    },
  },

  /** Exports that are made again and again. */
  schedules: {
    title: 'Schedules',
    hint: 'A schedule makes a snapshot of what is selected now, again and again, and sends it. It is skipped while nothing has changed.',
    name: 'Title of the schedule',
    often: 'How often',
    every: {hour: 'Every hour', day: 'Every day', week: 'Every week'} satisfies Record<Every, string>,
    weekday: 'Day',
    weekdays: WEEKDAYS,
    at: 'At (UTC)',
    keep: 'Snapshots to keep',
    keepHint: 'Older snapshots of the schedule are removed, their files are not. Leave it empty to keep all.',
    keeps: (count: number) => `keeps ${counted(count, {one: 'snapshot', other: 'snapshots'})}`,
    takeSelection: 'Take the rows that are selected above now',
    change: 'Change',
    changeName: (title: string) => `Change the schedule “${title}”`,
    changed: (title: string) => `“${title}” is changed.`,
    save: 'Save',
    cancel: 'Cancel',
    add: 'Add the schedule',
    added: (title: string) => `“${title}” is added.`,
    none: 'There are no schedules yet.',
    about: ({every, at, weekday, target, keep}: Schedule, format: string) =>
      [
        every === 'hour'
          ? `Every hour at minute ${at.slice(3)}`
          : `Every ${weekday ? WEEKDAYS[weekday] : every} at ${at} UTC`,
        ...(format === '' ? [] : [format]),
        target,
        ...(keep === null ? [] : [ownerTexts.schedules.keeps(keep)]),
      ].join(' · '),
    paused: 'Paused',
    next: (when: string) => `Next: ${when}`,
    runs: (title: string) => `Last runs of “${title}”`,
    ran: (when: string, state: ScheduleRun['state']) => `${when}: ${SCHEDULE_STATES[state]}`,
    run: 'Run now',
    runName: (title: string) => `Run now: “${title}”`,
    running: (title: string) => `“${title}” is being run.`,
    pause: 'Pause',
    pauseName: (title: string) => `Pause “${title}”`,
    goOn: 'Go on',
    goOnName: (title: string) => `Let “${title}” go on`,
    delete: 'Delete',
    deleteName: (title: string) => `Delete the schedule “${title}”`,
    deleted: (title: string) => `“${title}” is deleted. What it has sent stays.`,
  },

  /** The tasks of a project. */
  tasks: {
    add: 'Add tasks from a file',
    drop: 'Drop files here to add their tasks',
    added: (count: number) => `${counted(count, {one: 'task was', other: 'tasks were'})} added.`,
    check: {
      title: 'What the file holds',
      add: 'Add the tasks',
      lacking: (keys: readonly string[]) =>
        `The labeling configuration shows ${spokenList(keys.map((key) => `“${key}”`))}. Choose the column that holds it, or take another file.`,
      gaps: (columns: readonly string[]) =>
        `Not every row has a value for ${spokenList(columns.map((column) => `“${column}”`))}. Such rows cannot be imported.`,
    },
    imports: {
      duplicates: 'Tasks that are there already',
      twice: 'Tasks that come twice',
      onDuplicate: {
        keep: 'Import again',
        skip: 'Leave out',
        fail: 'Refuse the file',
      } satisfies Record<OnDuplicate, string>,
      duplicatesHint: 'A task is there already if its data is the same. The order of its answers does not matter.',
      skipped: (count: number) =>
        `${counted(count, {one: 'task was', other: 'tasks were'})} there already and left out.`,
      leaveOut: 'Import the rows that are right',
      refused: (count: number) =>
        `${counted(count, {one: 'row', other: 'rows'})} could not be imported and ${count === 1 ? 'was' : 'were'} left out:`,
      row: (line: number, file: string | null, why: string) =>
        `Line ${plainNumber(line)}${file === null ? '' : ` of ${file}`}: ${why}`,
      more: (count: number) => `and ${spokenNumber(count)} more`,
      mend: 'The file below has these rows, each with its reason. Put them right and drop it here. It is kept for a day.',
      download: (name: string) => `Download ${name}`,
      cancelling: 'The import is being cancelled…',
      cancelled: {
        nothing: 'The import was cancelled. Nothing of it is stored.',
        unknown: 'The import was cancelled, but the server did not say how it ended. The number of tasks tells.',
      } satisfies Record<Cancelled, string>,
    },
    search: 'Find a text',
    none: 'There are no tasks yet.',
    nothingFound: 'No task is like that.',
    count: (total: number, isMore: boolean) => `${isMore ? 'More than ' : ''}${counted(total, TASKS)}`,
    table: {
      title: 'Tasks',
      select: 'Selection',
      /** The answer that most people gave to a task. */
      outcomes: {...OUTCOMES, mixed: 'No answer more often than others'},
      selectTask: (number: string) => `Select task ${number}`,
      yes: 'Yes',
      no: 'No',
      /** What a screen reader says of the table. */
      keys: 'Arrows go through the tasks. Enter opens a task, and Space selects it.',
      loading: 'Loading',
    },
    /** The columns that every task has. */
    columns: {
      id: 'ID',
      inner_id: 'No.',
      total_annotations: 'Judgements',
      cancelled_annotations: 'Skipped',
      total_predictions: 'Predictions',
      is_labeled: 'Done',
      outcome: 'Outcome',
      chosen: 'Answer chosen',
      strength: 'Strength',
      agreement: 'Agreement',
      annotators: 'Annotators',
      avg_lead_time: 'Mean time',
      annotations_results: 'Results',
      ground_truth: 'Ground truth',
      overlap: 'Annotators needed',
      predictions_score: 'Score',
      predictions_model_versions: 'Models',
      created_at: 'Created',
      updated_at: 'Changed',
      completed_at: 'Judged last',
    } satisfies Record<FixedColumn, string>,
    filters: {
      button: 'Filters',
      title: 'Filters',
      where: 'Where',
      conjunctions: {and: 'and', or: 'or'},
      conjunction: 'How the conditions go together',
      column: 'Column',
      operator: 'Condition',
      value: 'Value',
      least: 'From',
      most: 'To',
      list: 'Values with commas between them',
      ofTask: 'Task',
      ofData: 'Data',
      choose: 'Choose',
      yes: 'yes',
      no: 'no',
      add: 'Add a condition',
      remove: 'Remove',
      removeOf: (column: string) => `Remove the condition on ${column}`,
      clear: 'Remove all',
      operators: {
        equal: 'is',
        not_equal: 'is not',
        contains: 'contains',
        not_contains: 'does not contain',
        starts_with: 'begins with',
        ends_with: 'ends with',
        regex: 'matches the regular expression',
        not_regex: 'does not match the regular expression',
        greater: 'is more than',
        greater_or_equal: 'is at least',
        less: 'is less than',
        less_or_equal: 'is at most',
        in: 'is between',
        not_in: 'is not between',
        in_list: 'is one of',
        not_in_list: 'is none of',
        empty: 'is empty',
      } satisfies Record<Operator, string>,
    },
    columnMenu: {button: 'Columns', title: 'Columns that are shown', reset: 'As at first'},
    panel: {
      previous: 'Previous task',
      next: 'Next task',
      about: (id: string, judgements: string, overlap: number) =>
        `ID ${id} · ${judgements} of ${spokenNumber(overlap)} that it needs`,
      annotations: 'Annotations',
      noAnnotation: 'Nobody has judged it yet.',
      predictions: 'Predictions',
      noModel: 'Model without a name',
      score: (score: string) => `Score ${score}`,
      strength: (strength: number, words: string) => `Strength ${spokenNumber(strength)} (${words})`,
      time: (time: string) => `Took ${time}`,
      changed: (when: string) => `Changed ${when}`,
      skipped: 'Skipped',
      nothing: 'An answer without content',
      failedHeadline: 'The task cannot be shown right now',
      gone: 'There is no such task. It was deleted, or the link is wrong.',
    },
    bulk: {
      title: 'Selected tasks',
      tasks: (count: number, isMore: boolean) => `${isMore ? 'more than ' : ''}${counted(count, TASKS)}`,
      count: (count: number, isMore: boolean) => `${isMore ? 'More than ' : ''}${counted(count, TASKS)} selected`,
      all: (count: number, isMore: boolean) => `Select all ${isMore ? 'of more than ' : ''}${spokenNumber(count)}`,
      none: 'Clear the selection',
      cancel: 'Cancel',
      undo: 'Undo',
      undone: (count: number, left: number) =>
        `It is undone for ${counted(count, TASKS)}.${
          left === 0
            ? ''
            : ` ${counted(left, {one: 'task stays', other: 'tasks stay'})}, because somebody has worked there since.`
        }`,
      other: {
        find: 'Find by its title',
        project: 'Project',
        choose: 'Choose a project',
        titled: (title: string, id: number) => `${title} (${plainNumber(id)})`,
        none: 'No other project has such a title.',
      },
      counting: 'Counting…',
      actions: {
        delete_tasks: 'Delete tasks',
        delete_tasks_annotations: 'Delete judgements',
        set_overlap: 'Set annotators per task',
        requeue: 'Ask again',
        copy_tasks: 'Copy to a project',
        move_tasks: 'Move to a project',
        remove_duplicates: 'Remove duplicates',
      } satisfies Record<Action, string>,
      questions: {
        delete_tasks: (tasks) =>
          `This deletes ${tasks} for good, with their judgements. Their rows are withdrawn from the topic. Files that were downloaded stay as they are. This cannot be undone.`,
        delete_tasks_annotations: (tasks) =>
          `This deletes all judgements of ${tasks} for good. Their rows are withdrawn from the topic, and the tasks are given out again. This cannot be undone.`,
        remove_duplicates: (tasks) =>
          `Tasks with the same data as another one of ${tasks} are deleted for good. The order of their answers does not matter. Those that somebody has judged or skipped stay, and of the others the oldest. This cannot be undone.`,
        set_overlap: (tasks) => `So many different people judge each of ${tasks} from now on.`,
        requeue: (tasks) =>
          `The skips of ${tasks} are withdrawn. The tasks are asked again, also of those who skipped them. Judgements stay. This cannot be undone.`,
        copy_tasks: (tasks) =>
          `This copies ${tasks} to another project, with what models predicted. Nobody has judged the copies yet. The originals stay as they are, with their judgements.`,
        move_tasks: (tasks) =>
          `This moves ${tasks} to another project, with what models predicted. Judgements do not go along, because they were given under another configuration: they are withdrawn. To keep them, copy the tasks.`,
      } satisfies Record<Action, (tasks: string) => string>,
      foreseen: {
        delete_tasks: ({annotations, skips}) => `With them go ${judgementsAndSkips(annotations, skips)}.`,
        delete_tasks_annotations: ({annotations, skips}) => `These are ${judgementsAndSkips(annotations, skips)}.`,
        set_overlap: () => '',
        requeue: ({skips}) =>
          skips === 0
            ? 'Nobody has skipped them: there is nothing to withdraw.'
            : `These are ${counted(skips, SKIPS)}.`,
        copy_tasks: () => 'The tasks fit the other project.',
        move_tasks: ({annotations, skips}) =>
          annotations + skips === 0
            ? 'The tasks fit the other project. Nobody has judged them yet, so that nothing is withdrawn.'
            : `The tasks fit the other project. ${judgementsAndSkips(annotations, skips)} will be withdrawn, for good.`,
        remove_duplicates: ({processed_items: count}) =>
          count === 0 ? 'No task would be deleted.' : `${counted(count, TASKS)} would be deleted.`,
      } satisfies Record<Action, (foreseen: Foreseen) => string>,
      confirm: {
        delete_tasks: 'Delete for good',
        delete_tasks_annotations: 'Delete for good',
        set_overlap: 'Set',
        requeue: 'Withdraw the skips',
        copy_tasks: 'Copy',
        move_tasks: 'Move',
        remove_duplicates: 'Delete for good',
      } satisfies Record<Action, string>,
      done: {
        delete_tasks: (count) => `${counted(count, WERE)} deleted.`,
        delete_tasks_annotations: (count) =>
          `${counted(count, {one: 'judgement was', other: 'judgements were'})} deleted.`,
        set_overlap: (count) => `${counted(count, WERE)} changed.`,
        requeue: (count) => `${counted(count, {one: 'skip was', other: 'skips were'})} withdrawn.`,
        copy_tasks: (count) => `${counted(count, WERE)} copied.`,
        move_tasks: (count) => `${counted(count, WERE)} moved.`,
        remove_duplicates: (count) => `${counted(count, WERE)} removed.`,
      } satisfies Record<Action, (count: number) => string>,
    },
    history: {
      title: 'History',
      failed: 'The history cannot be shown right now.',
      somebody: 'Somebody',
      gone: (id: string) => `Account ${id}`,
      project: (title: string | null, id: string) => (title === null ? `project ${id}` : `“${title}”`),
      unknown: 'What it said then is not known.',
      kinds: {
        added: ({who}) => `${who} added the task.`,
        edited: ({who}) => `${who} changed the data.`,
        overlap_set: ({who, former, overlap}) => `${who} set the annotators per task from ${former} to ${overlap}.`,
        copied: ({who, from, number}) => `${who} copied it from ${from}, where it is task ${number}.`,
        moved: ({who, from, number}) => `${who} moved it here from ${from}, where it was task ${number}.`,
        predicted: ({model}) => `${model} predicted.`,
        submitted: ({who}) => `${who} judged.`,
        skipped: ({who}) => `${who} skipped it.`,
        annotation_edited: ({who, whose}) => `${who} changed the judgement of ${whose}.`,
        own_edited: ({who}) => `${who} changed the judgement.`,
        deleted: ({who, whose}) => `${who} deleted the judgement of ${whose}.`,
        withdrawn: ({who, whose}) => `${who} withdrew the judgement of ${whose}.`,
        skip_withdrawn: ({who, whose}) => `${who} withdrew the skip of ${whose}.`,
      } satisfies Record<Happening, (told: Told) => string>,
    },
    views: {
      title: 'Views',
      all: 'All tasks',
      save: 'Save as a view',
      name: 'Name of the view',
      ok: 'Save',
      cancel: 'Cancel',
      change: 'Save the changes',
      remove: 'Delete the view',
      saved: (name: string) => `The view “${name}” is saved.`,
      removed: (name: string) => `The view “${name}” is deleted. The tasks stay.`,
      untitled: 'View without a name',
    },
    failedHeadline: 'The tasks cannot be shown right now',
    failed: 'The server is not answering. Nothing is lost.',
    formerShown: 'The tasks below are those of before.',
    pageFailed: 'Some tasks could not be loaded.',
  },

  /** The labeling configuration of a project. */
  config: {
    title: 'Labeling configuration',
    words:
      'XML as Label Studio has it. It is checked while you write, against the judgements that are there too; nothing is stored before you save it.',
    remarks: {error: 'Errors', warning: 'Warnings'},
    goTo: (line: number) => `Go to line ${plainNumber(line)}`,
    save: 'Save the configuration',
    discard: 'Back to what is saved',
    reason: 'Ask for a reason in words',
    checking: 'Checking…',
    saving: 'Saving…',
    saved: 'Saved.',
    notSaved: 'It can be saved.',
    refused: 'It cannot be saved.',
    failed: 'The server is not answering. Nothing was changed. Try again.',
    preview: 'How annotators will see the first tasks',
  },

  /** The tags of a configuration. */
  outline: {
    title: 'Outline',
    none: 'There is no tag yet.',
    about: (names: string) => `about ${names}`,
    at: (line: number) => `line ${plainNumber(line)}`,
    error: 'Error',
  },

  /** Which tasks a preview shows. */
  shownTasks: {
    label: 'What the preview shows',
    first: 'First tasks',
    example: 'Example in the comment',
    numbered: 'Task number',
    show: 'Show',
    before: 'Task before',
    next: 'Next task',
    missing: 'There is none. The preview stays as it was, or shows what there is.',
  },

  /** The versions of a project's guidelines. */
  guidelines: {
    preview: 'As annotators read them',
    versions: (count: number) => `Versions (${plainNumber(count)})`,
    name: (version: number) => `Version ${plainNumber(version)}`,
    facts: (by: string, when: string, characters: number) =>
      [by, when, counted(characters, {one: 'character', other: 'characters'})].filter(Boolean).join(' · '),
    inForce: 'In force',
    compare: (before: number) => `Compare with version ${plainNumber(before)}`,
    again: 'Use this text again',
    taken: 'The text stands in the field above. Save to make it a new version.',
    empty: 'There were no guidelines.',
    tooDifferent: 'The two differ so much that marks would not help.',
    failed: 'The version could not be fetched. Try again.',
  },

  /** Answers and verdicts from a model, in a project's settings. */
  generation: {
    kinds: {
      answers: {
        title: 'Answers from a model',
        words:
          'Prompts without answers can be imported, and a model answers them. Annotators see a task once it has all of its answers.',
        begin: 'Have them answered',
        awaiting: (count: number) =>
          count === 0
            ? 'No task misses answers. Import prompts on the page “Tasks”.'
            : `${counted(count, {one: 'task misses', other: 'tasks miss'})} answers.`,
        state: (state: Run['state'], done: number, tasks: number) =>
          `${RUN_STATES[state]}: ${spokenNumber(done)} of ${counted(tasks, TASKS)} answered.`,
      },
      verdicts: {
        title: 'Verdicts of a judge model',
        words:
          'A model says which of two answers is better. It is asked in both orders, and prefers an answer only if it does so in both. Its verdicts are predictions: annotators never see them.',
        begin: 'Have answers judged',
        awaiting: (count: number) =>
          count === 0
            ? 'No task misses a verdict of this judge.'
            : `${counted(count, {one: 'task misses', other: 'tasks miss'})} a verdict of this judge.`,
        state: (state: Run['state'], done: number, tasks: number) =>
          `${RUN_STATES[state]}: ${spokenNumber(done)} of ${counted(tasks, TASKS)} judged.`,
      },
    },
    criterion: 'What makes an answer better',
    criterionHint: 'Left empty, the guidelines say it. Another text is another judge.',
    enabled: 'Take tasks without answers',
    baseUrl: 'Address of the API, such as https://models.example.org/v1',
    key: 'API key',
    keyKept: 'A key is stored. It is never shown. Another one replaces it.',
    keyNone: 'It is stored encrypted, and never shown again. Leave it empty if the server needs none.',
    keyImpossible: 'A key cannot be stored here before the operator sets PREFSTREAM_SECRET_KEY.',
    forgetKey: 'Forget the stored key',
    keyForgotten: 'The key is forgotten when you save.',
    source: (place: number, count: number) => (count === 1 ? 'Model' : place === 1 ? 'First answer' : 'Second answer'),
    model: 'Name of the model',
    system: 'System prompt',
    temperature: 'Temperature',
    top_p: 'Top p',
    max_tokens: 'Longest answer, in tokens',
    seed: 'First seed',
    input_price: 'Price of a million tokens read',
    output_price: 'Price of a million tokens written',
    addSource: 'Add a second model or setting',
    removeSource: 'Remove this one',
    answersPerPrompt: 'Answers per prompt',
    concurrency: 'Requests at a time',
    perMinute: 'Requests per minute at most',
    save: 'Save',
    tryOut: 'Test',
    trying: 'Asking…',
    saidLabel: 'What the models said',
    run: {
      title: 'Run',
      cancel: 'Cancel',
      resume: 'Resume',
      progress: 'Progress of the run',
      rate: 'Tasks per minute',
      left: 'Time left',
      tokensIn: 'Tokens read',
      tokensOut: 'Tokens written',
      cost: 'Cost',
      identical: 'Tasks with identical answers',
      cutOff: 'Answers cut off',
      refused: 'Verdicts not understood',
      contradicted: 'Tasks where the place decided',
      failed: 'Tasks put aside',
      putAside: (count: number) => `Why ${counted(count, {one: 'task was', other: 'tasks were'})} put aside`,
      reason: (task: string, reason: string) => `Task ${task}: ${reason}`,
    },
    provenance: {
      title: 'Where the answers came from',
      verdicts: 'What a judge model said',
      identical: 'Same as another answer.',
      cutOff: 'Cut off.',
      asked: (seed: number, sampling: string) => `Seed ${plainNumber(seed)}, ${sampling}`,
      answered: (tokens: number | null, reason: string | null, at: string) =>
        [tokens === null ? '' : counted(tokens, {one: 'token', other: 'tokens'}), reason ?? '', at]
          .filter((part) => part !== '')
          .join(' · '),
    },
  },

  settings: {
    groups: {
      general: {title: 'General', words: ''},
      guidelines: {title: 'Guidelines', words: ''},
      verdicts: {
        title: 'Verdicts',
        words:
          'What annotators may say about a pair, besides which answer is better. With several pairs it holds for each. “Ask for a reason in words”, below the labeling configuration, adds a text field.',
      },
      tasks: {title: 'Tasks', words: ''},
      annotators: {title: 'What annotators may do', words: ''},
    },
    fields: {
      title: {name: 'Title', hint: ''},
      description: {name: 'Description', hint: 'It stands on the card of the project.'},
      expert_instruction: {
        name: 'Guidelines for annotators',
        hint: 'Markdown. Annotators open them with G while they label.',
      },
      allow_tie: {name: 'Tie', hint: 'Both answers are equally good. It gives no row of the dataset.'},
      allow_both_bad: {
        name: 'Both bad',
        hint: 'Neither answer is good enough to train on. It gives no row of the dataset.',
      },
      allow_cannot_judge: {
        name: 'Cannot judge',
        hint: 'The annotator does not know enough. It gives no row of the dataset.',
      },
      ask_strength: {
        name: 'Ask how much better',
        hint: 'The scale then has three steps to each side. They are the margin of a row.',
      },
      maximum_annotations: {
        name: 'Annotators per task',
        hint: 'New tasks are judged by so many different people. Tasks that are there keep their number.',
      },
      sampling: {name: 'Order in which tasks are given out', hint: ''},
      labeling_layout: {name: 'Arrangement of a task', hint: ''},
      show_skip_button: {name: 'Skip tasks', hint: ''},
      ask_skip_reason: {name: 'Ask why a task is skipped', hint: ''},
      skip_queue: {name: 'A task that was skipped', hint: ''},
      allow_changes: {name: 'Change earlier judgements', hint: 'A slip can be undone at once in any case.'},
      check_consistency: {
        name: 'Show a judged pair again after a while',
        hint: 'Its sides are swapped. Only the annotator learns how often both verdicts agree.',
      },
      allow_partial_ranking: {
        name: 'Leave answers out of an order',
        hint: 'If not, an order is finished once all answers are ranked.',
      },
    } satisfies Record<Key, {name: string; hint: string}>,
    menus: {
      sampling: {
        'Sequential sampling': 'As they were imported',
        'Uniform sampling': 'At random',
        'Uncertainty sampling': 'Those first of which a prediction is least certain',
      },
      labeling_layout: {
        automatic: 'As the configuration says, if it has a style of its own',
        standard: 'Prompt above, answers side by side',
        configured: 'As the configuration says',
      },
      skip_queue: {
        REQUEUE_FOR_OTHERS: 'is given to others',
        REQUEUE_FOR_ME: 'comes back to the same person at the end',
        IGNORE_SKIPPED: 'counts as done',
      },
    },
    absent: {
      pairs: (names: readonly string[]) =>
        `Not shown, because the labeling configuration compares no two answers: ${spokenList(names.map((name) => `“${name}”`))}.`,
      orders: (names: readonly string[]) =>
        `Not shown, because the labeling configuration asks for no order: ${spokenList(names.map((name) => `“${name}”`))}.`,
    },
    flaws: {
      title: 'A title has three characters at least.',
      overlap: `This is a whole number from 1 to ${spokenNumber(OVERLAP_MAX)}.`,
    },
    notSaved: (count: number) => `${counted(count, {one: 'change is', other: 'changes are'})} not saved yet.`,
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved.',
    discard: 'Discard',
    failed: 'The server is not answering. Nothing was changed. Try again.',
    deletion: {
      title: 'Delete the project',
      words: ({task_number, total_annotations_number}: Pick<Project, 'task_number' | 'total_annotations_number'>) =>
        `${counted(task_number ?? 0, TASKS)} and ${counted(total_annotations_number ?? 0, JUDGEMENTS)} are deleted for good. Their rows are withdrawn from the topic. Files that were downloaded stay as they are.`,
      type: (title: string) => `To delete it, type its title: ${title}`,
      button: 'Delete for good',
    },
  },
};
