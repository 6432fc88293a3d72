FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY db db
COPY docs docs
COPY frontend frontend
COPY src/main src/main
# Tests and formatting are bin/verify's business; an image is built from what has passed it.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin c25 \
    && install --directory --owner=c25 --mode=0750 /data
COPY --from=build /build/target/c25.jar /opt/c25/c25.jar
USER c25
WORKDIR /data
ENV C25_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# Bash speaks HTTP well enough here, so the image needs no other tool.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>\"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}\" && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-jar", "/opt/c25/c25.jar"]
