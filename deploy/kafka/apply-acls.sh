#!/bin/sh
# Gives a Kafka with an authorizer the rights of acls.csv: each service reads and writes its topics and nothing else.
# usage: apply-acls.sh BOOTSTRAP-SERVER [client properties of an administrator]
# Doing it twice is doing it once. Needs kafka-acls.sh on the PATH, as in the image apache/kafka (/opt/kafka/bin).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
servers=${1:?usage: apply-acls.sh BOOTSTRAP-SERVER [client.properties]}
acls() { kafka-acls.sh --bootstrap-server "$servers" ${config:+--command-config "$config"} --add "$@" >/dev/null; }
config=${2:-}

tail -n +2 "$here/acls.csv" | while IFS=, read -r principal right topic; do
  acls --allow-principal "User:$principal" --operation "$right" --operation describe --topic "$topic" </dev/null
  echo "$principal may $right $topic"
done

# Every service makes the topics that are missing at its start, names its own consumer group, asks for the sizes of
# dead-letter topics, and writes idempotently.
tail -n +2 "$here/acls.csv" | cut -d, -f1 | sort -u | while read -r principal; do
  acls --allow-principal "User:$principal" --operation idempotentwrite --cluster </dev/null
  [ "$principal" = producers ] && continue
  acls --allow-principal "User:$principal" --operation read --operation describe --group "$principal" </dev/null
  acls --allow-principal "User:$principal" --operation create --operation describe --cluster </dev/null
  acls --allow-principal "User:$principal" --operation describe --operation describeconfigs --topic '*' </dev/null
  echo "$principal has its consumer group"
done
