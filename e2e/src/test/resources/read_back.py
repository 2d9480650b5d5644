import json

from label_studio_sdk import Client

ls = Client(url='<YOUR-LABEL-STUDIO-URL>', api_key='<YOUR-API-KEY>')
ls.check_connection()

project = ls.get_project(id=PROJECT_ID)
print(json.dumps({
    'tasks': [task['id'] for task in project.get_tasks()],
    'labeled': [task['id'] for task in project.get_labeled_tasks()],
    'export': project.export_tasks(export_type='JSON'),
}))
