# A stand-in for apache/kafka where no registry of images can be reached: the same classes from Maven Central, the same
# translation of KAFKA_... (KafkaDockerWrapper), the same user and places. libs is what kafka.xml names.
ARG BASE=vigie-local/java:25
FROM ${BASE}
RUN useradd -u 1000 appuser \
    && install -d -o appuser /opt/kafka/config /etc/kafka/docker /mnt/shared/config /var/lib/kafka/data
COPY libs /opt/kafka/libs
COPY kafka-run /etc/kafka/docker/run
RUN touch /etc/kafka/docker/server.properties /etc/kafka/docker/log4j2.yaml /etc/kafka/docker/tools-log4j2.yaml
USER appuser
VOLUME /var/lib/kafka/data
CMD ["/etc/kafka/docker/run"]
