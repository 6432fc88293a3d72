FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY db db
COPY docs docs
COPY frontend frontend
COPY src/main src/main
# Tests and formatting are bin/verify's business; an image is built from what has passed it. The profile leaves out each step that
# fetches what tests alone need, such as a PostgreSQL and a browser's driver: -DskipTests would still fetch them.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -P jar package \
    && java -Djarmode=tools -jar target/c25.jar extract --destination parts

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin c25 \
    && install --directory --owner=c25 --mode=0750 /data
# The libraries first: they change seldom, and then stay as they are in the image's layers.
COPY --from=build /build/parts/lib /opt/c25/parts/lib
COPY --from=build /build/parts/c25.jar /opt/c25/parts/c25.jar
COPY bin/c25 /opt/c25/bin/c25
# The archive of classes is made by the very Java that uses it.
RUN /opt/c25/bin/c25 prepare
USER c25
WORKDIR /data
# Half of the container's memory for Java's heap; the rest is its code, threads and buffers.
ENV C25_DATA_DIR=/data \
    JAVA_OPTS=-XX:MaxRAMPercentage=50
VOLUME /data
EXPOSE 8080
# Bash speaks HTTP well enough here, so the image needs no other tool.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>\"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}\" && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["/opt/c25/bin/c25"]
