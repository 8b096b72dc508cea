#!/bin/bash
# A dry run of the manifests without a cluster: each overlay is rendered by kustomize, held by kubeconform against the
# schemas of Kubernetes and against those of Strimzi's, KEDA's and MongoDB's resources, and read by judge.py. Ends with 1
# if anything is wrong. What only a cluster says is not checked: admission, quotas, what operators make of their resources.
# Needs go, python3 with venv, and a JDK 25. Loads modules and packages; a first run takes some minutes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=${WORK:-$(mktemp -d)}
[ -n "${WORK:-}" ] || trap 'rm -rf "$work"' EXIT
kubernetes=${KUBERNETES:-1.37.0}
kubeconform=v0.8.0 kustomize=v5.7.1 keda=v2.21.0 mongodb=v0.9.0
mkdir -p "$work/schemas"

python3 "$here/kafka/generate.py"

[ -x "$work/bin/kubeconform" ] || GOBIN=$work/bin go install "github.com/yannh/kubeconform/cmd/kubeconform@$kubeconform"
[ -x "$work/bin/kustomize" ] || GOBIN=$work/bin go install "sigs.k8s.io/kustomize/kustomize/v5@$kustomize"
module() { go mod download -json "$1" | sed -n 's/.*"Dir": "\(.*\)".*/\1/p'; }

[ -d "$work/venv" ] || python3 -m venv "$work/venv"
# It carries the schemas that Kubernetes' OpenAPI documents become, of each version since 1.25.
"$work/venv/bin/pip" install -q --disable-pip-version-check kubernetes-validate==1.37.0 pyyaml==6.0.3
# Each says that it lies at kubernetes.io, where what it refers to would be asked for.
mkdir -p "$work/kubernetes"
"$work/venv/bin/python" - "$work"/venv/lib/python3*/site-packages/kubernetes_validate/kubernetes-json-schema/"v$kubernetes-local-strict" \
  "$work/kubernetes" <<'PYTHON'
import json, pathlib, sys
for file in pathlib.Path(sys.argv[1]).glob("*.json"):
    schema = json.loads(file.read_text().replace('"/api/_definitions.json#', '"_definitions.json#'))
    schema.pop("$id", None)
    (pathlib.Path(sys.argv[2]) / file.name).write_text(json.dumps(schema))
PYTHON

# Strimzi's definitions are generated from its classes, as its own build does.
[ -d "$work/strimzi" ] || "$home/mvnw" -B -ntp -q -f "$here/strimzi.xml" dependency:copy-dependencies -DoutputDirectory="$work/strimzi"
model=io.strimzi.api.kafka.model
"$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$work/strimzi/*" io.strimzi.crdgenerator.CrdGenerator --yaml \
  $model.kafka.Kafka="$work/kafka.yaml" $model.nodepool.KafkaNodePool="$work/nodepool.yaml" \
  $model.topic.KafkaTopic="$work/topic.yaml" $model.user.KafkaUser="$work/user.yaml"
keda_definitions=$(module "github.com/kedacore/keda/v2@$keda")/config/crd/bases
(cd "$work/schemas" && FILENAME_FORMAT='{fullgroup}_{kind}_{version}' DENY_ROOT_ADDITIONAL_PROPERTIES=true \
  "$work/venv/bin/python" "$(module "github.com/yannh/kubeconform@$kubeconform")/scripts/openapi2jsonschema.py" \
  "$work"/{kafka,nodepool,topic,user}.yaml "$keda_definitions"/keda.sh_{scaledobjects,triggerauthentications}.yaml \
  "$(module "github.com/mongodb/mongodb-kubernetes-operator@$mongodb")"/config/crd/bases/*.yaml >/dev/null)

valid() { # file
  "$work/bin/kubeconform" -strict -summary -schema-location "$work/kubernetes/{{.ResourceKind}}{{.KindSuffix}}.json" \
    -schema-location "$work/schemas/{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json" "$1"
}

for overlay in production trial; do
  "$work/bin/kustomize" build "$here/overlays/$overlay" >"$work/$overlay.yaml"
  echo "$overlay, Kubernetes $kubernetes:"
  valid "$work/$overlay.yaml"
  "$work/venv/bin/python" "$here/judge.py" <"$work/$overlay.yaml"
done

# What takes everything proves nothing.
refused() { # what, sed expression, check
  sed "$2" "$work/production.yaml" >"$work/spoilt.yaml"
  ! cmp -s "$work/production.yaml" "$work/spoilt.yaml" || { echo "$1: changed nothing"; exit 1; }
  ! "${@:3}" <"$work/spoilt.yaml" >/dev/null 2>&1 || { echo "$1: NOT refused"; exit 1; }
  echo "refused: $1"
}
refused 'a field of a pod that there is not' s/terminationGracePeriodSeconds/terminationGraceSeconds/ valid "$work/spoilt.yaml"
refused 'a port that is no number' 's/port: 27017/port: [27017]/' valid "$work/spoilt.yaml"
refused 'a right of a Kafka user that there is not' 's/- Write$/- Scribble/' valid "$work/spoilt.yaml"
refused 'a number of instances in words' 's/maxReplicaCount: 12/maxReplicaCount: twelve/' valid "$work/spoilt.yaml"
refused 'a member of MongoDB in words' 's/members: 3/members: three/' valid "$work/spoilt.yaml"
judge=("$work/venv/bin/python" "$here/judge.py")
refused 'the registry leaves' 's/app.kubernetes.io\/name: availability-checker$/app.kubernetes.io\/name: provider-registry/' "${judge[@]}"
refused 'the sender leaves to everywhere' 's#192.0.2.25/32#0.0.0.0/0#' "${judge[@]}"
refused 'a secret of another service' 's/secretName: keys-metrics-service/secretName: keys-notice-service/' "${judge[@]}"
refused 'a setting that nothing holds' 's/key: VIGIE_SMTP/key: VIGIE_SMPT/' "${judge[@]}"
