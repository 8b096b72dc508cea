#!/bin/bash
# Generates clients of notice-service from docs/openapi for Python, TypeScript, Java and Go with openapi-generator, compiles
# them whole, and has each report, follow, list page by page and be refused at ./vigie up. Ends with 1 if one fails.
# Needs curl, python3 with venv, node with npm, go, mvn and a JDK 25; loads pinned packages into a temporary folder. Five minutes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
port=$((20000 + RANDOM % 9000))
export VIGIE_DATA=$work/data VIGIE_PORT_KAFKA=$port VIGIE_PORT_NOTICE=$((port + 1)) VIGIE_PORT_REGISTRY=$((port + 2)) \
  VIGIE_PORT_CHECKER=$((port + 3)) VIGIE_PORT_METRICS=$((port + 4)) VIGIE_PORT_ISSUER=$((port + 5)) \
  VIGIE_SMTP=127.0.0.1:9 VIGIE_SENDER='Trial <n@hotline.example>' VIGIE_API_TOKEN=trial
"$home/vigie" up >"$work/up.log" 2>&1 &
up=$!
trap 'kill "$up" 2>/dev/null; wait "$up" 2>/dev/null || true; rm -rf "$work"' EXIT

curl -sSf -o "$work/generator.jar" \
  https://repo1.maven.org/maven2/org/openapitools/openapi-generator-cli/7.25.0/openapi-generator-cli-7.25.0.jar
generate() { # language, options
  local language=$1
  shift
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$work/generator.jar" generate -g "$language" \
    -i "$home/docs/openapi/notice-service.json" -o "$work/$language" "$@" >"$work/$language.log" 2>&1 ||
    { cat "$work/$language.log" >&2; exit 1; }
}

generate python --package-name vigie
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pydantic==2.12.5 python-dateutil==2.9.0.post0 urllib3==2.7.0 typing-extensions==4.15.0
"$work/venv/bin/python" -m compileall -q "$work/python/vigie"

generate typescript-fetch
mkdir "$work/ts"
cp -r "$work/typescript-fetch" "$work/ts/client"
cp "$here/conversation.ts" "$work/ts"
npm install --silent --no-fund --no-audit --prefix "$work/ts" typescript@5.9.3 @types/node@22.19.1
(cd "$work/ts" && npx tsc --strict --skipLibCheck --target es2022 --module commonjs --esModuleInterop --outDir out conversation.ts)

generate java --library native --additional-properties=openApiNullable=false,supportUrlQuery=false # findings/java-client-enum-sets.sh
mvn -B -ntp -q -f "$work/java/pom.xml" -DskipTests -Dmaven.javadoc.skip=true package dependency:copy-dependencies >&2
libraries=$(find "$work/java/target" -name '*.jar' ! -name '*sources*' ! -name '*tests*' | paste -sd:)
cp "$here/Conversation.java.txt" "$work/java/Conversation.java"
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$work/java/conversation" -cp "$libraries" "$work/java/Conversation.java"

generate go --package-name vigie
mkdir "$work/go/cmd"
cp "$here/conversation.go" "$work/go/cmd"
(cd "$work/go" && sed -i 's|github.com/GIT_USER_ID/GIT_REPO_ID|vigie|' go.mod && rm -rf test && go vet . && go build -o conversation ./cmd)

until grep -q '^Ready' "$work/up.log"; do
  kill -0 "$up" || { cat "$work/up.log" >&2; exit 1; }
  sleep 1
done
export VIGIE=http://127.0.0.1:$VIGIE_PORT_NOTICE
VIGIE_KEY=$(curl -sSf -H 'Authorization: Bearer trial' -H 'Vigie-Operator: Olga' -H 'Content-Type: application/json' \
  -d "{\"partner\": \"trial\", \"rights\": [\"SUBMIT\", \"READ\"], \"expires_at\": \"$(date -u -d +1day +%FT%TZ)\"}" \
  "$VIGIE/v1/api-keys" | python3 -c 'import json, sys; print(json.load(sys.stdin)["key"])')
export VIGIE_KEY

failed=0
PYTHONPATH=$work/python "$work/venv/bin/python" "$here/conversation.py" || failed=1
node "$work/ts/out/conversation.js" || failed=1
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/java/conversation:$libraries" Conversation || failed=1
"$work/go/conversation" || failed=1
exit $failed
