import type {Format} from './export-choice.js';
import {type Controls, endingOf} from './export-controls.js';

/** Code that gets a file or reads it, in a language. */
export interface Snippet {
  language: 'sh' | 'python';
  code: string;
}

/** The extension of a file in that format. Tables end in .csv, whatever separates their values, as Label Studio's do. */
function extensionOf({name, ending}: Format): string {
  if (ending) return ending;
  if (name.startsWith('JSON')) return 'json';
  if (name === 'PARQUET') return 'parquet';
  if (name === 'HF') return 'zip';
  return name === 'CSV' || name === 'TSV' ? 'csv' : 'jsonl';
}

/** Where the dataset's topic is. */
export interface DatasetTopic {
  topic: string;
  /** null where the operator has not said how others reach Kafka. */
  bootstrap_servers: string | null;
}

/** Code that reads each row of all projects from the topic. */
export function topicSnippet({topic, bootstrap_servers}: DatasetTopic): Snippet {
  return {
    language: 'sh',
    code: [
      `kafka-console-consumer.sh --bootstrap-server ${bootstrap_servers ?? '$KAFKA_BOOTSTRAP'} \\`,
      `  --topic ${topic} --from-beginning --isolation-level read_committed`,
    ].join('\n'),
  };
}

/** Code to get and read a file. @param address the file's whole address */
export function snippetsOf(format: Format, controls: Controls, address: string): Snippet[] {
  const file = `export.${endingOf(format, controls, extensionOf(format))}`;
  return [
    {language: 'sh', code: `curl -H "Authorization: Token $TOKEN" -o ${file} \\\n  "${address}"`},
    {language: 'python', code: readingOf(format, file)},
  ];
}

function readingOf({name}: Format, file: string): string {
  if (file.endsWith('.zip') && name !== 'HF')
    return `import zipfile\n\nzipfile.ZipFile("${file}").extractall("export")`;
  if (name.startsWith('JSON') || (name !== 'TORCHTUNE' && /\.json(\.|$)/.test(file))) return jsonReading(file);
  // What stands beside packed rows is lines, too.
  if (file.endsWith('.jsonl')) return linesReading(file);
  switch (name) {
    case 'CSV':
    case 'TSV':
      return `# pip install pandas\nimport pandas\n\nrows = pandas.read_csv("${file}"${name === 'TSV' ? ', sep="\\t"' : ''})`;
    case 'PARQUET':
      return `# pip install pandas pyarrow\nimport pandas\n\nrows = pandas.read_parquet("${file}")`;
    case 'HF':
      return `# pip install datasets\nimport shutil\nfrom datasets import load_dataset\n\nshutil.unpack_archive("${file}", "export")\nrows = load_dataset("export")`;
    default:
      return linesReading(file);
  }
}

function linesReading(file: string): string {
  return `# pip install datasets\nfrom datasets import load_dataset\n\nrows = load_dataset("json", data_files="${file}", split="train")`;
}

/** Readers of tables and of lines see by the name how a file is compressed; the one of JSON does not. */
function jsonReading(file: string): string {
  const [library, open] = file.endsWith('.gz')
    ? ['import gzip\n', 'gzip.open']
    : file.endsWith('.zst')
      ? ['import zstandard\n', 'zstandard.open']
      : ['', 'open'];
  const needed = file.endsWith('.zst') ? '# pip install zstandard\n' : '';
  return `${needed}import json\n${library}\nwith ${open}("${file}", "rt", encoding="utf-8") as lines:\n    rows = json.load(lines)`;
}

/** Code that reads each row of a project the moment it is judged. @param origin of this installation */
export function streamSnippet(projectId: number, origin: string): Snippet {
  return {
    language: 'sh',
    code: `curl -N -H "Authorization: Token $TOKEN" "${origin}/api/projects/${projectId}/stream"`,
  };
}
