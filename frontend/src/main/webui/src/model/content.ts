import type {Content, Message} from '../api.js';

/** All words of a content, one message a paragraph: to tell whether there are any, and how many. */
export function wordsOf(content: Content): string {
  return content.messages ? content.messages.map(wordsOfMessage).join('\n\n') : content.text;
}

/** Whether there is nothing to read. */
export function isEmpty(content: Content): boolean {
  return wordsOf(content).trim() === '';
}

/** Whether two contents are the same to the letter, with the same speakers and tools. */
export function isSame(one: Content, other: Content): boolean {
  return JSON.stringify([one.messages, one.text]) === JSON.stringify([other.messages, other.text]);
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

function wordsOfMessage(message: Message): string {
  return [message.content, ...toolCallsOf(message)].join('\n');
}
