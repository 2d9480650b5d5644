import json
from datetime import datetime, timedelta, timezone

from label_studio_sdk import Client
from label_studio_sdk.data_manager import Column, Filters, Operator, Type

ls = Client(url='<YOUR-LABEL-STUDIO-URL>', api_key='<YOUR-API-KEY>')
project = ls.get_project(id=PROJECT_ID)
checks = []


def check(name, actual, expected):
    checks.append({'name': name, 'actual': actual, 'expected': expected})


def one(column, operator, kind, value):
    return Filters.create(Filters.AND, [Filters.item(column, operator, kind, value)])


def action(action_id, payload):
    return project.make_request(
        'POST', '/api/dm/actions', params={'id': action_id, 'project': project.id}, json=payload).json()


def places(filters=None, ordering=None, **more):
    return [ids.index(task) for task in project.get_tasks_ids(filters=filters, ordering=ordering, **more)]


left = [{'from_name': 'comparison', 'to_name': 'comparison', 'type': 'pairwise', 'value': {'selected': 'left'}}]
fruit = ['apple pie', 'pear', 'Apple tart', 'plum']
ids = project.import_tasks([
    {'prompt': prompt, 'answer1': 'a', 'answer2': 'b', 'n': place * 2} for place, prompt in enumerate(fruit)])

# Tasks
check('every imported task has an id', len(ids), 4)
check('a text is found in upper and lower case',
      places(one(Column.data('prompt'), Operator.CONTAINS, Type.String, 'apple')), [0, 2])
check('a text is not found', places(one(Column.data('prompt'), Operator.NOT_CONTAINS, Type.String, 'apple')), [1, 3])
check('a regular expression', places(one(Column.data('prompt'), Operator.REGEX, Type.String, '^p')), [1, 3])
check('a field of the data is a number', places(one(Column.data('n'), Operator.GREATER, Type.Number, 3)), [2, 3])
check('numbers between two', places(one(Column.inner_id, Operator.IN, Type.Number, Filters.value(2, 3))), [1, 2])
check('numbers beside two', places(one(Column.inner_id, Operator.NOT_IN, Type.Number, Filters.value(2, 3))), [0, 3])
check('an id', places(one(Column.id, Operator.EQUAL, Type.Number, ids[1])), [1])
check('all ids but one', places(one(Column.id, Operator.NOT_EQUAL, Type.Number, ids[1])), [0, 2, 3])
check('no task is completed', places(one(Column.completed_at, Operator.EMPTY, Type.Datetime, True)), [0, 1, 2, 3])
now = datetime.now(timezone.utc).replace(tzinfo=None)
check('times between two', places(one(Column.created_at, Operator.IN, Type.Datetime, Filters.value(
    now - timedelta(days=1), now + timedelta(days=1)))), [0, 1, 2, 3])
check('one filter or another', places(Filters.create(Filters.OR, [
    Filters.item(Column.id, Operator.EQUAL, Type.Number, ids[3]),
    Filters.item(Column.data('prompt'), Operator.EQUAL, Type.String, 'pear')])), [1, 3])
check('newest first', places(ordering=['-' + Column.id]), [3, 2, 1, 0])
check('ordered by a text', places(ordering=[Column.data('prompt')]), [2, 0, 1, 3])
check('tasks by their ids', places(selected_ids=[ids[0], ids[2]]), [0, 2])
page = project.get_paginated_tasks(ordering=[Column.id], page=2, page_size=3)
check('the second page', [task['data']['prompt'] for task in page['tasks']], ['plum'])
check('a page says how many there are', page['total'], 4)
check('behind the last page', project.get_paginated_tasks(page=3, page_size=3), {'tasks': [], 'end_pagination': True})

# Views
apples = one(Column.data('prompt'), Operator.CONTAINS, Type.String, 'apple')
view = project.create_view(filters=apples, ordering=['-' + Column.id], title='Apples')
plain = project.create_view(filters=Filters.create(Filters.AND, []))
check('a view has its title', view['data']['title'], 'Apples')
check('a view has its filters', view['data']['filters'], apples)
check('a view is its project\'s', view['project'], project.id)
check('views are listed', [each['id'] for each in project.get_views()], [view['id'], plain['id']])
check('tasks by a view', [task['data']['prompt'] for task in project.get_tasks(view_id=view['id'])],
      ['Apple tart', 'apple pie'])
check('ids by a view', places(view_id=view['id']), [2, 0])
check('a view without filters', places(view_id=plain['id']), [0, 1, 2, 3])
project.delete_view(plain['id'])
check('a deleted view', [each['id'] for each in project.get_views()], [view['id']])

# Predictions
prediction = project.create_prediction(ids[0], result=left, score=0.25, model_version='m1')
check('a prediction says its model', prediction['model_version'], 'm1')
check('a prediction says its score', prediction['score'], 0.25)
check('a prediction keeps its result', prediction['result'], left)
created = project.create_predictions([
    {'task': task, 'result': left, 'score': 0.75, 'model_version': 'm2'} for task in ids[:2]])
check('many predictions', created, {'created': 2})
check('models', project.get_model_versions(), {'m1': 1, 'm2': 2})
check('how many tasks a model covers', project.get_predictions_coverage(), {'m1': 0.25, 'm2': 0.5})
check('tasks by the score of their predictions',
      places(one(Column.predictions_score, Operator.GREATER, Type.Number, 0.6)), [1])
check('a task with its predictions',
      [each['model_version'] for each in project.get_tasks(selected_ids=[ids[0]])[0]['predictions']], ['m1', 'm2'])

# Actions
made = project.create_annotations_from_predictions(model_versions=['m2'])
check('annotations of predictions', made['detail'], 'Created 2 annotations')
again = project.create_annotations_from_predictions(model_versions=['m2'])
check('each prediction becomes an annotation once', again['processed_items'], 0)
annotation = project.list_annotations(ids[1])[0]
check('the annotation says what was predicted', annotation['result'], left)
check('the annotation says of which prediction', annotation['parent_prediction'],
      project.get_tasks(selected_ids=[ids[1]])[0]['predictions'][0]['id'])
check('labeled tasks', [ids.index(task) for task in project.get_labeled_tasks_ids()], [0, 1])
check('a higher overlap', action('set_overlap', {
    'selectedItems': {'all': False, 'included': [ids[0]]}, 'overlap': 2})['processed_items'], 1)
check('what is finished follows', [ids.index(task) for task in project.get_labeled_tasks_ids()], [0, 1])
check('the overlap of tasks', [task['overlap'] for task in project.get_tasks()], [2, 1, 1, 1])
check('deleted annotations', action('delete_tasks_annotations', {
    'selectedItems': {'all': False, 'included': [ids[0], ids[1]]}})['detail'], 'Deleted 2 annotations')
check('no annotation is left', [task['total_annotations'] for task in project.get_tasks()], [0, 0, 0, 0])
check('the next task', ids.index(action('next_task', {})['id']), 0)
deleted = project.delete_tasks([ids[0]]).json()
check('deleted tasks', [deleted['processed_items'], deleted['detail']], [1, 'Deleted 1 tasks'])
check('deleted again', project.delete_tasks([ids[0]]).json()['processed_items'], 0)
check('one deleted task', project.delete_task(ids[1]).status_code, 204)
check('all tasks but one', project.delete_all_tasks(excluded_ids=[ids[3]]).json()['processed_items'], 1)
check('the task that is left', places(), [3])
check('no task is left', project.delete_all_tasks().json(),
      {'processed_items': 1, 'reload': True, 'detail': 'Deleted 1 tasks', 'undo': None})

print(json.dumps(checks))
