// Says of each line, a message with its headers and a secret, whether the Standard Webhooks library takes it.
const { Webhook, WebhookVerificationError } = require("standardwebhooks");

for (const line of require("node:fs").readFileSync(0, "utf8").trim().split("\n")) {
  const { secret, body, headers } = JSON.parse(line);
  try {
    console.log("taken", new Webhook(secret).verify(body, headers).data.step);
  } catch (refusal) {
    if (!(refusal instanceof WebhookVerificationError)) throw refusal;
    console.log("refused", refusal.message);
  }
}
