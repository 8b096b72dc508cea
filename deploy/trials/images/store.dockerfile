# A stand-in for mongo where no registry of images can be reached: the embedded store of ./vigie up, in a container of its
# own. It has no replicas. FerretDB 1.24 will not do: it refuses findAndModify as Spring Data 5.1.1 sends it.
ARG BASE=vigie-local/java:25
FROM ${BASE}
RUN install -d -o 999 /data/db
COPY vigie /vigie
COPY store /store
USER 999
VOLUME /data/db
CMD ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", "/vigie/vigie-exec.jar", \
     "--source", "25", "/store", "/data/db/store", "0.0.0.0"]
