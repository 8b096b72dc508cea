# A stand-in for prom/prometheus: the binary of Debian's package.
ARG BASE=vigie-local/java:25
FROM ${BASE}
COPY prometheus /bin/prometheus
RUN install -d -o nobody /prometheus
USER nobody
VOLUME /prometheus
CMD ["prometheus", "--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
