"""Says of each line, a message with its headers and a secret, whether the Standard Webhooks library takes it."""
import json
import sys

from standardwebhooks import Webhook, WebhookVerificationError

for line in sys.stdin:
    case = json.loads(line)
    try:
        message = Webhook(case["secret"]).verify(case["body"], case["headers"])
        print("taken", message["data"]["step"])
    except WebhookVerificationError as refusal:
        print("refused", refusal)
