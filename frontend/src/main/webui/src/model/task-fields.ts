import type {Content, Message} from '../api.js';
import type {TaskData} from '../task-api.js';

/** A field of a task's data as it is shown. */
export interface ShownField {
  name: string;
  content: Content;
  /** Whether it is no text and no conversation, and so is shown as the JSON that it is. */
  isJson: boolean;
}

/** All fields of a task's data: texts and conversations as people read them, all else as JSON. */
export function shownFields(data: TaskData): ShownField[] {
  return Object.entries(data).map(([name, value]) => {
    if (typeof value === 'string') return {name, content: {text: value}, isJson: false};
    if (isConversation(value)) return {name, content: {messages: value}, isJson: false};
    return {name, content: {text: JSON.stringify(value, null, 2)}, isJson: true};
  });
}

function isConversation(value: unknown): value is Message[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMessage);
}

function isMessage(value: unknown): value is Message {
  const {role, content} = (typeof value === 'object' && value !== null ? value : {}) as Partial<Message>;
  return typeof role === 'string' && typeof content === 'string';
}
