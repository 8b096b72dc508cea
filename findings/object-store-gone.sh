#!/usr/bin/env bash
# What two S3 object stores tell the public about an object that is gone, by HEAD and by GET.
# Guess: as at AWS, whose documentation says 403 for a missing key where the public may read and not list, 404 where it
# may list, and x-amz-delete-marker on both methods. Found, with versitygw 1.8.0 (Go) and moto 5.2.5 (PyPI):
#   - 404 with and without the right to list, at both. Nobody's 403 says "gone" there, and no 404 says "may list".
#   - of a deleted version versitygw says x-amz-delete-marker by GET and not by HEAD, moto by HEAD and not by GET: what
#     tells a deletion from a key that never was depends on the method, and on the store.
#   - a bucket that was deleted is 404 at both.
# Needs go, python3, curl and the registries of both. Runs on loopback, without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
GOBIN=$dir go install github.com/versity/versitygw/cmd/versitygw@v1.8.0 2>go.log
python3 -m venv venv
venv/bin/pip install -q 'moto[server]==5.2.5' boto3

mkdir store versions
./versitygw --quiet --access k --secret longsecret --port 127.0.0.1:17071 posix --versioning-dir "$dir/versions" "$dir/store" >gw.log 2>&1 &
venv/bin/moto_server -H 127.0.0.1 -p 17072 >moto.log 2>&1 &
for port in 17071 17072; do
  for _ in $(seq 100); do curl -s -o /dev/null "http://127.0.0.1:$port/" && break; sleep 0.1; done
done

cat >prepare.py <<'P'
import boto3, json, sys
s3 = boto3.client("s3", endpoint_url=sys.argv[1], aws_access_key_id="k", aws_secret_access_key="longsecret",
                  region_name="us-east-1")
def bucket(name, lists, versions=False):
    s3.create_bucket(Bucket=name)
    if versions:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    allow = lambda action, arn: {"Effect": "Allow", "Principal": "*", "Action": action, "Resource": "arn:aws:s3:::" + arn}
    rules = [allow("s3:GetObject", name + "/*")] + ([allow("s3:ListBucket", name)] if lists else [])
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": rules}))
    s3.put_object(Bucket=name, Key="a.png", Body=b"x" * 100, ContentType="image/png")
    s3.delete_object(Bucket=name, Key="a.png")
bucket("listed", True)
bucket("unlisted", False)
bucket("versioned", True, versions=True)
bucket("deleted", True)
s3.delete_bucket(Bucket="deleted")
P
for port in 17071 17072; do venv/bin/python prepare.py "http://127.0.0.1:$port"; done

say() { # name port path
  for method in HEAD GET; do
    head=$(curl -s -D - -o /dev/null ${4:-} $([ $method = HEAD ] && echo -I) "http://127.0.0.1:$2$3" | tr -d '\r')
    status=$(echo "$head" | sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p')
    marker=$(echo "$head" | grep -ci '^x-amz-delete-marker: true' || true)
    echo "$1 $3 $method $status marker=$marker"
  done
}
{
  for path in /listed/a.png /unlisted/a.png /versioned/a.png /deleted/a.png; do
    say versitygw 17071 "$path"
    say moto 17072 "$path"
  done
} | sort >seen
sort >expected <<'S'
versitygw /listed/a.png HEAD 404 marker=0
versitygw /listed/a.png GET 404 marker=0
moto /listed/a.png HEAD 404 marker=0
moto /listed/a.png GET 404 marker=0
versitygw /unlisted/a.png HEAD 404 marker=0
versitygw /unlisted/a.png GET 404 marker=0
moto /unlisted/a.png HEAD 404 marker=0
moto /unlisted/a.png GET 404 marker=0
versitygw /versioned/a.png HEAD 404 marker=0
versitygw /versioned/a.png GET 404 marker=1
moto /versioned/a.png HEAD 404 marker=1
moto /versioned/a.png GET 404 marker=0
versitygw /deleted/a.png HEAD 404 marker=0
versitygw /deleted/a.png GET 404 marker=0
moto /deleted/a.png HEAD 404 marker=0
moto /deleted/a.png GET 404 marker=0
S
cat seen
diff expected seen && echo "as found"
