import type {Snippet} from './export-code.js';

/** Lines to paste that list the person's projects. @param origin of this installation */
export function tokenSnippets(token: string, origin: string): Snippet[] {
  return [
    {language: 'sh', code: `curl -H "Authorization: Token ${token}" "${origin}/api/projects"`},
    {
      language: 'python',
      code: `# pip install label-studio-sdk==0.0.34
from label_studio_sdk import Client

client = Client("${origin}", api_key="${token}")
print([project.title for project in client.get_projects()])`,
    },
  ];
}
