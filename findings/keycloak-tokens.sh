#!/usr/bin/env bash
# What an access token of Keycloak says for whom it is, and what an imported realm lacks.
# Guesses: without an audience mapper "aud" is "account" or absent; the token of a service account holds "client_id"; an
# imported realm has the built-in client scopes besides its own. Found with 26.7.3:
#   - "aud" names every client of which the person or program has a role, by the scope "roles" (its mapper "audience
#     resolve"), whatever client asked: an audience mapper is not what keeps tokens of other clients out. With
#     fullScopeAllowed false on the client that asks, neither audience nor roles are there.
#   - "client_id" comes with the scope "service_account", which an imported client has only if it names it.
#   - A realm imported with any client scope of its own has no built-in one: "openid profile" is an invalid scope there.
# Needs curl, unzip, python3 and JAVA_HOME of a JDK 21 or newer; 177 MB from Maven Central. Runs on loopback, without Vigie.
set -euo pipefail

version=26.7.3
dir=$(mktemp -d)
keycloak=
trap '[ -z "$keycloak" ] || { kill "$keycloak" 2>/dev/null; wait "$keycloak" 2>/dev/null; } || true; rm -rf "$dir"' EXIT
cd "$dir"
central=https://repo.maven.apache.org/maven2/org/keycloak/keycloak-quarkus-dist
curl -fsS -o keycloak.zip "$central/$version/keycloak-quarkus-dist-$version.zip"
unzip -q keycloak.zip
mkdir -p "keycloak-$version/data/import"

python3 - "keycloak-$version/data/import" <<'P'
import json, pathlib, sys
def program(name, **more):
    return {"clientId": name, "secret": "secret", "serviceAccountsEnabled": True, "standardFlowEnabled": False} | more
def account(name):
    return {"username": f"service-account-{name}", "enabled": True, "serviceAccountClientId": name,
            "clientRoles": {"api": ["reader"]}}
def realm(name, clients, **more):
    value = {"realm": name, "enabled": True, "sslRequired": "none", "roles": {"client": {"api": [{"name": "reader"}]}},
             "clients": [{"clientId": "api", "bearerOnly": True}] + clients,
             "users": [account(client["clientId"]) for client in clients]} | more
    pathlib.Path(sys.argv[1], name + ".json").write_text(json.dumps(value))
realm("plain", [program("other"), program("narrow", fullScopeAllowed=False),
                program("named", defaultClientScopes=["basic", "roles", "service_account"])])
realm("scoped", [program("other")], clientScopes=[{"name": "own", "protocol": "openid-connect"}])
P

port=$((20000 + RANDOM % 9000))
"keycloak-$version/bin/kc.sh" start-dev --db=dev-mem --import-realm --http-host=127.0.0.1 --http-port=$port >output.txt 2>&1 &
keycloak=$!
for _ in $(seq 300); do
  curl -fsS -o /dev/null "http://127.0.0.1:$port/realms/scoped" 2>/dev/null && break
  kill -0 "$keycloak" || { tail output.txt; exit 1; }
  sleep 1
done

asked() { # realm, client, more
  curl -sS -u "$2:secret" -d grant_type=client_credentials "${@:3}" \
    "http://127.0.0.1:$port/realms/$1/protocol/openid-connect/token" | python3 -c '
import base64, json, sys
answer = json.load(sys.stdin)
if "error" in answer:
    print(answer["error"])
else:
    part = answer["access_token"].split(".")[1]
    token = json.loads(base64.urlsafe_b64decode(part + "=="))
    roles = token.get("resource_access", {}).get("api", {}).get("roles")
    print("aud", token.get("aud"), "roles", roles, "client_id", token.get("client_id"))'
}
cat >expected.txt <<'X'
plain other: aud api roles ['reader'] client_id None
plain narrow: aud None roles None client_id None
plain named: aud api roles ['reader'] client_id named
scoped other: aud None roles None client_id None
scoped other, openid profile: invalid_scope
X
{
  echo "plain other: $(asked plain other)"
  echo "plain narrow: $(asked plain narrow)"
  echo "plain named: $(asked plain named)"
  echo "scoped other: $(asked scoped other)"
  echo "scoped other, openid profile: $(asked scoped other -d 'scope=openid profile')"
} | tee seen.txt
diff expected.txt seen.txt && echo "as found with Keycloak $version"
