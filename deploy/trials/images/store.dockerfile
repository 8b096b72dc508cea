# A stand-in for mongo where no registry of images can be reached: FerretDB 1.24 (Apache-2.0) over SQLite. It has no
# replicas and no transactions; it says the replica set's name and, as its own,
# the address it listens on, so clients connect as they would to MongoDB.
ARG BASE=vigie-local/java:25
FROM ${BASE}
RUN install -d -o 999 /data/db
COPY ferretdb /usr/local/bin/ferretdb
USER 999
VOLUME /data/db
ENV DO_NOT_TRACK=true
CMD ["ferretdb", "--handler=sqlite", "--sqlite-url=file:/data/db/", "--listen-addr=mongodb:27017", "--repl-set-name=rs0", \
     "--state-dir=/data/db", "--debug-addr=-", "--telemetry=disable", "--log-level=warn"]
