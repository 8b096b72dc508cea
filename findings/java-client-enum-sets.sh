#!/usr/bin/env bash
# What openapi-generator writes for Java's own HTTP client (library native) where an object has an array of words of which
# each may stand once (uniqueItems), as a set of an enum is described.
# Guess: a valid OpenAPI 3.1 document gives a client that compiles.
# Found: toUrlQueryString walks the set of enums as if it were one of texts, and javac refuses it. A list of the same words,
# without uniqueItems, compiles, and so does the set with supportUrlQuery=false, which leaves that method out.
# openapi-generator-cli 7.25.0 from Maven Central. Needs curl and a JDK. Without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
curl -sSf -o "$dir/generator.jar" \
  https://repo1.maven.org/maven2/org/openapitools/openapi-generator-cli/7.25.0/openapi-generator-cli-7.25.0.jar
cat >"$dir/document.json" <<'D'
{"openapi": "3.1.0", "info": {"title": "t", "version": "1"},
 "paths": {"/": {"get": {"operationId": "get", "responses": {"200": {"description": "OK", "content": {"application/json":
   {"schema": {"$ref": "#/components/schemas/Key"}}}}}}}},
 "components": {"schemas": {"Key": {"type": "object", "properties": {
   "rights": {"type": "array", "uniqueItems": true, "items": {"type": "string", "enum": ["READ", "SUBMIT"]}}}}}}}
D
sed 's/"uniqueItems": true, //' "$dir/document.json" >"$dir/list.json"

walked() { # document, properties
  rm -rf "$dir/client"
  java -jar "$dir/generator.jar" generate -g java --library native -i "$1" -o "$dir/client" \
    --additional-properties="openApiNullable=false$2" >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 2; }
  local model=$dir/client/src/main/java/org/openapitools/client/model/Key.java
  grep -o 'Set<RightsEnum> getRights()\|List<RightsEnum> getRights()' "$model"
  grep -o 'for (.* : getRights())\|getRights().get(i)' "$model" | head -1 || true
}
{
  echo "set"
  walked "$dir/document.json" ""
  echo "list"
  walked "$dir/list.json" ""
  echo "set without queries"
  walked "$dir/document.json" ",supportUrlQuery=false"
} | tee "$dir/found"

diff "$dir/found" - <<'F'
set
Set<RightsEnum> getRights()
for (String _item : getRights())
list
List<RightsEnum> getRights()
getRights().get(i)
set without queries
Set<RightsEnum> getRights()
F
echo "as found"
