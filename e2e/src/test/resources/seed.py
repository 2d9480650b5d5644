from label_studio_sdk import Client

ls = Client(url='<YOUR-LABEL-STUDIO-URL>', api_key='<YOUR-API-KEY>')

project = ls.get_project(id=PROJECT_ID)
project.import_tasks('dataset.json')
