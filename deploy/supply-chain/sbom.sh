#!/bin/sh
# Writes target/sbom.json, the libraries of what is installed (CycloneDX 1.6), and deploy/supply-chain/libraries.txt,
# the same for people: library, version, licence.
set -eu

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/.mvn/find-jdk.sh"
cd "$home"
./mvnw -B -ntp -q -Prun -pl 'standalone,!test-support' -am package \
  org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeBom -DincludeTestScope=false -DoutputFormat=json
mkdir -p target
cp standalone/target/run/bom.json target/sbom.json
python3 deploy/supply-chain/libraries.py target/sbom.json >deploy/supply-chain/libraries.txt
wc -l deploy/supply-chain/libraries.txt
