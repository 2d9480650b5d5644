import json

from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError

ls = LabelStudio(base_url='<YOUR-LABEL-STUDIO-URL>', api_key='<YOUR-API-KEY>')
project = PROJECT_ID
checks = []


def check(name, actual, expected):
    checks.append({'name': name, 'actual': actual, 'expected': expected})


def refused(call):
    try:
        call()
        return 'not refused'
    except ApiError as error:
        return error.status_code


def one(column, operator, kind, value):
    return {'conjunction': 'and', 'items': [
        {'filter': 'filter:tasks:' + column, 'operator': operator, 'type': kind, 'value': value}]}


def prompts(**query):
    return [task.data['prompt'] for task in ls.tasks.list(project=project, **query)]


def act(action, included, **more):
    return ls.actions.with_raw_response.create(
        id=action, project=project, selected_items={'all': False, 'included': included}, **more)


left = [{'from_name': 'comparison', 'to_name': 'comparison', 'type': 'pairwise', 'value': {'selected': 'left'}}]
ids = [ls.tasks.create(project=project, data={'prompt': prompt, 'answer1': 'a', 'answer2': 'b'}).id
       for prompt in ['apple pie', 'pear', 'apple tart']]

# Views
apples = one('data.prompt', 'contains', 'String', 'apple')
view = ls.views.create(project=project, data={'title': 'Apples', 'filters': apples, 'ordering': ['-tasks:id']})
check('a view is its project\'s', view.project, project)
check('a view keeps what it selects by', [view.data['filters'], view.data['ordering']], [apples, ['-tasks:id']])
second = ls.views.create(project=project, data={'title': 'All'})
check('views are listed', [each.id for each in ls.views.list(project=project)], [view.id, second.id])
check('a view is read', ls.views.get(id=str(view.id)).data['title'], 'Apples')
ls.views.update_order(project=project, ids=[second.id, view.id])
check('views in another order', [each.id for each in ls.views.list(project=project)], [second.id, view.id])
check('tasks by a view', prompts(view=view.id), ['apple tart', 'apple pie'])
updated = ls.views.update(id=str(view.id), data={'title': 'Pears', 'filters': one('data.prompt', 'equal', 'String', 'pear')})
check('a changed view', [updated.data['title'], updated.data['ordering']], ['Pears', ['-tasks:id']])
check('tasks by the changed view', prompts(view=view.id), ['pear'])
check('an unknown column in a view', refused(lambda: ls.views.create(
    project=project, data={'filters': one('colour', 'equal', 'String', 'x')})), 400)
ls.views.delete(id=str(second.id))
check('a deleted view', refused(lambda: ls.views.get(id=str(second.id))), 404)
ls.views.delete_all(project=project)
check('no view is left', ls.views.list(project=project), [])

# Tasks
check('tasks by a query', prompts(query=json.dumps({'filters': apples, 'ordering': ['-tasks:id']})),
      ['apple tart', 'apple pie'])
check('a selection that does not say all', refused(
    lambda: prompts(query=json.dumps({'selectedItems': {'included': [ids[0]]}}))), 400)
check('a selection by ids', prompts(query=json.dumps({'selectedItems': {'all': True, 'excluded': [ids[0]]}})),
      ['pear', 'apple tart'])
check('an unknown operator', refused(lambda: prompts(query=json.dumps({'filters': one('id', 'like', 'Number', 1)}))), 400)

# Predictions
prediction = ls.predictions.create(task=ids[0], result=left, score=0.5, model_version='m1')
check('a prediction', [prediction.task, prediction.score, prediction.model_version, prediction.result],
      [ids[0], 0.5, 'm1', left])
check('its age', prediction.created_ago, '0\u00a0minutes')
check('predictions of a task', [each.id for each in ls.predictions.list(task=ids[0])], [prediction.id])
ls.projects.import_predictions(id=project, request=[{'task': ids[1], 'result': left, 'model_version': 'm2'}])
check('predictions of a project', [each.model_version for each in ls.predictions.list(project=project)], ['m1', 'm2'])
check('a changed prediction', ls.predictions.update(id=prediction.id, score=0.9).score, 0.9)
check('it is read', ls.predictions.get(id=prediction.id).score, 0.9)
check('a prediction of no task', refused(lambda: ls.predictions.create(task=999999999, result=left)), 400)
check('a task says its predictions', [task.total_predictions for task in ls.tasks.list(project=project)], [1, 1, 0])
ls.predictions.delete(id=prediction.id)
check('a deleted prediction', refused(lambda: ls.predictions.get(id=prediction.id)), 404)

# Actions
check('actions are listed', [each.id for each in ls.actions.list(project=project)], [
    'retrieve_tasks_predictions', 'predictions_to_annotations', 'set_overlap', 'requeue', 'copy_tasks', 'move_tasks', 'remove_duplicates', 'delete_tasks',
    'delete_tasks_annotations', 'delete_tasks_predictions'])
act('predictions_to_annotations', ids)
check('annotations of predictions', [each.result for each in ls.annotations.list(id=ids[1])], [left])
act('delete_tasks_annotations', ids)
check('no annotation is left', [task.total_annotations for task in ls.tasks.list(project=project)], [0, 0, 0])
check('nothing is selected', refused(lambda: ls.actions.create(id='delete_tasks', project=project)), 400)
check('an unknown action', refused(lambda: act('paint_tasks', ids)), 400)

# Another project, asking again, and undoing: Prefstream's own actions, asked for by the SDK's plain requests
other = ls.projects.create(title='Other', label_config=ls.projects.get(id=project).label_config).id


def own(name, included, **more):
    return ls._client_wrapper.httpx_client.request('api/dm/actions', method='POST',
        params={'id': name, 'project': project},
        json={'selectedItems': {'all': False, 'included': included}, **more}).json()


copied = own('copy_tasks', [ids[0], ids[2]], to=other)
check('copied tasks', [copied['processed_items'], [task.data['prompt'] for task in ls.tasks.list(project=other)]],
      [2, ['apple pie', 'apple tart']])
check('the originals stay', prompts(), ['apple pie', 'pear', 'apple tart'])
check('undone copies', [own('undo', [], action=copied['undo'])['processed_items'], len(list(ls.tasks.list(project=other)))],
      [2, 0])
moved = own('move_tasks', [ids[1]], to=other)
check('a moved task', [prompts(), [task.data['prompt'] for task in ls.tasks.list(project=other)]],
      [['apple pie', 'apple tart'], ['pear']])
own('undo', [], action=moved['undo'])
check('a task that was moved back', sorted(prompts()), ['apple pie', 'apple tart', 'pear'])
check('it has its number again', [task.inner_id for task in ls.tasks.list(project=project)], [1, 3, 2])
check('a project that is none', own('move_tasks', [ids[0]], to=999999999)['status_code'], 400)
ls.annotations.create(id=ids[0], result=[], was_cancelled=True)
check('a skip', [task.cancelled_annotations for task in ls.tasks.list(project=project)], [1, 0, 0])
check('a withdrawn skip', own('requeue', [ids[0]])['processed_items'], 1)
check('no skip is left', [task.cancelled_annotations for task in ls.tasks.list(project=project)], [0, 0, 0])
act('delete_tasks', [ids[0]])
check('tasks that are left', sorted(prompts()), ['apple tart', 'pear'])
ls.actions.create(id='delete_tasks', project=project, filters=apples, selected_items={'all': True, 'excluded': []})
check('tasks by a filter are gone', prompts(), ['pear'])
link = ls.organizations.invites.get_invite_link()
check('the link of the organization', link.invite_url, '/invitations#' + link.token)
check('the same link again', ls.organizations.invites.get_invite_link().token, link.token)
renewed = ls.organizations.reset_token()
check('a new link', [renewed.token != link.token, renewed.invite_url], [True, '/invitations#' + renewed.token])
check('the link after that', ls.organizations.invites.get_invite_link().token, renewed.token)

print(json.dumps(checks))
