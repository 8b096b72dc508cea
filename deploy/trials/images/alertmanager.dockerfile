# A stand-in for prom/alertmanager: the same program, built from its Go module.
ARG BASE=vigie-local/java:25
FROM ${BASE}
COPY alertmanager /bin/alertmanager
RUN install -d -o nobody /alertmanager
USER nobody
VOLUME /alertmanager
WORKDIR /alertmanager
ENTRYPOINT ["alertmanager"]
