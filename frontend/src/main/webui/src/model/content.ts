import type {Content, Message} from '../api.js';
import {parts} from '../parts.js';
import {prettyJson} from './pretty-json.js';

/** A call of a tool as it is shown. */
export interface ToolCall {
  /** Empty if the call has none where calls usually have it. */
  name: string;
  /** The arguments, or the whole call if it has none. */
  code: string;
}

/** All words of a content as people read them, one message a paragraph: to tell how many there are. */
export function wordsOf(content: Content): string {
  if (content.messages) return content.messages.map(wordsOfMessage).join('\n\n');
  // Without what makes HTML safe its source is shown.
  return (content.html && parts.purifying.loaded?.wordsOfHtml(content.text)) ?? content.text;
}

/** How many characters people read in a content. */
export function lengthOf(content: Content): number {
  const {messages} = content;
  return messages ? messages.reduce((sum, message) => sum + message.content.length, 0) : wordsOf(content).length;
}

/**
 * All of a content as one text, with who says what: what two of them are compared by.
 *
 * @param asWritten whether HTML is compared by its source, and not by its words
 */
export function comparableOf(content: Content, asWritten: boolean): string {
  const comparable = content.messages
    ? content.messages.map((message) => `${speakerOf(message)}:\n${wordsOfMessage(message)}`).join('\n\n')
    : asWritten
      ? content.text
      : wordsOf(content);
  return comparable.replaceAll('\r\n', '\n');
}

/** Whether a content says nothing, in its source either. */
export function isEmpty(content: Content): boolean {
  return (content.text ?? wordsOf(content)).trim() === '';
}

/** Whether two contents are the same to the letter, with the same speakers and tools. */
export function isSame(one: Content, other: Content): boolean {
  // Texts may be long, and need no JSON to be compared.
  return one.text === other.text && JSON.stringify(one.messages) === JSON.stringify(other.messages);
}

/** Who says a message: the role, and the name of a speaker who has one. */
export function speakerOf(message: Message): string {
  const role = message.role.charAt(0).toUpperCase() + message.role.slice(1);
  return message.name ? `${message.name} (${role})` : role;
}

/** The tools that a message calls, each as the JSON that the task holds, but for the spelling of numbers. */
export function toolCallsOf(message: Message): string[] {
  return (message.tool_calls ?? []).map((call) => JSON.stringify(call, null, 2));
}

/** Takes calls apart that have one of the usual forms; of any other, all is shown. */
export function shownCallsOf(message: Message): ToolCall[] {
  return (message.tool_calls ?? []).map((call) => {
    const called = memberOf(call, 'function') ?? call;
    const name = memberOf(called, 'name');
    const given = memberOf(called, 'arguments') ?? memberOf(called, 'input');
    if (typeof name !== 'string' || given === undefined) return {name: '', code: JSON.stringify(call, null, 2)};
    return {name, code: typeof given === 'string' ? (prettyJson(given) ?? given) : JSON.stringify(given, null, 2)};
  });
}

/** The name of the tool whose result a message is, if the conversation says so. */
export function toolOf(message: Message, messages: readonly Message[]): string {
  const id = message.tool_call_id;
  if (id === undefined) return '';
  for (const {tool_calls: calls = []} of messages) {
    for (const call of calls) {
      const name = memberOf(memberOf(call, 'function') ?? call, 'name');
      if (memberOf(call, 'id') === id && typeof name === 'string') return name;
    }
  }
  return '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function wordsOfMessage(message: Message): string {
  return [message.content, ...toolCallsOf(message)].join('\n');
}
