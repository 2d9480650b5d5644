import importlib.util
import json
import sys

from kafka import KafkaConsumer, TopicPartition

TOPIC = 'prefstream.preferences.v1'

for library in ('lz4', 'snappy', 'zstandard', 'cramjam'):
    assert importlib.util.find_spec(library) is None, library + ' is installed: this would prove nothing'

consumer = KafkaConsumer(
    bootstrap_servers='<KAFKA-BOOTSTRAP>',
    enable_auto_commit=False,
    isolation_level='read_committed',
)
partitions = [TopicPartition(TOPIC, p) for p in consumer.partitions_for_topic(TOPIC)]
consumer.assign(partitions)
consumer.seek_to_beginning()
ends = consumer.end_offsets(partitions)
newest = {}
while any(consumer.position(p) < ends[p] for p in partitions):
    for records in consumer.poll(1000).values():
        for record in records:
            revision = int(dict(record.headers)['ps_revision'])
            if revision > newest.get(record.key, (-1, None))[0]:
                newest[record.key] = (revision, record.value)
consumer.close()
rows = b'\n'.join(value for _, value in newest.values() if value is not None).decode()
sys.stdout.write(json.dumps([json.loads(line) for line in rows.splitlines()]))
