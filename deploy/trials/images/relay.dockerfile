# A mail relay, Debian's Postfix, that keeps what it takes: every mail of whoever lies in /home/sink/Maildir/new.
ARG BASE=vigie-local/java:25
FROM ${BASE}
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postfix >/dev/null \
    && rm -rf /var/lib/apt/lists/* && useradd -m sink
RUN postconf -e inet_interfaces=loopback-only mydestination=localhost,provider.example alias_maps= local_recipient_maps= \
      luser_relay=sink home_mailbox=Maildir/ maillog_file=/dev/stdout mynetworks=127.0.0.0/8 inet_protocols=ipv4
CMD ["postfix", "start-fg"]
