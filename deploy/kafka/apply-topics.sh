#!/bin/bash
# Makes the topics of topics.csv that a Kafka lacks, and gives those it has the settings of topics.csv. Twice is once.
# usage: apply-topics.sh BOOTSTRAP-SERVER [client properties of an administrator]
# REPLICAS (default 3) is the replication factor of what is made; min.insync.replicas is never above it. The number of
# partitions of a topic that exists is never changed, as keys would move: where it differs, that is said and the end is 1.
# Needs kafka-topics.sh and kafka-configs.sh on the PATH, as in the image apache/kafka (/opt/kafka/bin).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
servers=${1:?usage: apply-topics.sh BOOTSTRAP-SERVER [client.properties]}
config=${2:-}
replicas=${REPLICAS:-3}

run() { # tool, arguments
  "$1" --bootstrap-server "$servers" ${config:+--command-config "$config"} "${@:2}"
}

# One line per topic: Topic: T TopicId: ... PartitionCount: N ReplicationFactor: N Configs: a=b,c=d
there=$(run kafka-topics.sh --describe | grep 'PartitionCount:' || true)
wrong=0
while IFS=, read -r topic partitions policy retention lag insync; do
  [ "$insync" -le "$replicas" ] || insync=$replicas
  settings=(cleanup.policy="$policy" retention.ms="$retention" max.compaction.lag.ms="$lag" min.insync.replicas="$insync")
  line=$(grep -E "Topic: $topic[[:space:]]" <<<"$there" || true)
  if [ -z "$line" ]; then
    run kafka-topics.sh --create --if-not-exists --topic "$topic" --partitions "$partitions" \
      --replication-factor "$replicas" "${settings[@]/#/--config=}" >/dev/null
    echo "$topic made"
    continue
  fi
  count=$(sed -E 's/.*PartitionCount: *([0-9]+).*/\1/' <<<"$line")
  if [ "$count" != "$partitions" ]; then
    echo "$topic has $count partitions and not $partitions: left as it is"
    wrong=1
  fi
  for setting in "${settings[@]}"; do
    grep -qE "[[:space:],]${setting//./\\.}(,|[[:space:]]|\$)" <<<"$line" && continue
    run kafka-configs.sh --alter --entity-type topics --entity-name "$topic" --add-config "$setting" >/dev/null
    echo "$topic: $setting"
  done
done < <(tail -n +2 "$here/topics.csv")
exit $wrong
