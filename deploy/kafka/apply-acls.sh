#!/bin/sh
# Gives a Kafka with an authorizer the rights of acls.csv: each service reads and writes its topics and nothing else.
# usage: apply-acls.sh BOOTSTRAP-SERVER [client properties of an administrator]
# Doing it twice is doing it once. Needs kafka-acls.sh on the PATH, as in the image apache/kafka (/opt/kafka/bin).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
servers=${1:?usage: apply-acls.sh BOOTSTRAP-SERVER [client.properties]}
config=${2:-}
rows=$(tail -n +2 "$here/acls.csv")

# Topic names and principals have no blanks, so lists of options may be split at them.
topics() { sed 's/^/--topic /' | sort -u | tr '\n' ' '; }

add() {
  # shellcheck disable=SC2086 # several options
  kafka-acls.sh --bootstrap-server "$servers" ${config:+--command-config "$config"} --add "$@" >/dev/null
}

for principal in $(echo "$rows" | cut -d, -f1 | sort -u); do
  for right in read write; do
    own=$(echo "$rows" | sed -n "s/^$principal,$right,//p" | topics)
    # shellcheck disable=SC2086 # several options
    [ -z "$own" ] || add --allow-principal "User:$principal" --operation $right --operation describe $own
  done
  [ "$principal" = producers ] && continue
  # Every service looks at its start whether a topic is missing, and asks for the sizes of dead-letter topics.
  # shellcheck disable=SC2046 # several options
  add --allow-principal "User:$principal" --operation describe $(echo "$rows" | cut -d, -f3 | topics)
  add --allow-principal "User:$principal" --operation read --operation describe --group "$principal"
  echo "$principal has its rights"
done
