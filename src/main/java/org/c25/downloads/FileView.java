package org.c25.downloads;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/**
 * Sends a file as a download. A slow reader holds neither a thread nor a connection to the database: the container
 * calls back whenever the reader has taken something, and cuts off readers who take nothing for its
 * {@code connection-timeout}.
 */
final class FileView implements View {

    private final String name;
    private final MediaType type;
    private final FileSource source;
    private final boolean resumable;

    /** @param resumable whether the file is the same at the next request, so that it can be sent from the middle on */
    FileView(String name, MediaType type, FileSource source, boolean resumable) {
        this.name = name;
        this.type = type;
        this.source = source;
        this.resumable = resumable;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setCharacterEncoding((String) null); // A picture has none; a text's stands in its type.
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        Span span = span(request, response);
        if (span == null || request.getMethod().equals("HEAD")) {
            source.done(false);
            return;
        }
        send(request, response, span);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Span span) throws IOException {
        AsyncContext async;
        try {
            async = request.startAsync(request, response);
        } catch (IllegalStateException e) {
            source.done(false);
            throw e;
        }
        async.setTimeout(0);
        FileSender sender = new FileSender(async, source, span.from(), span.to());
        async.addListener(sender);
        response.getOutputStream().setWriteListener(sender);
    }

    /**
     * A span of bytes.
     *
     * @param from the first byte
     * @param to the byte after the last one
     */
    private record Span(long from, long to) {}

    /**
     * Returns the span to send, and sets the headers for it; null where the request asks for a part that does not
     * exist.
     */
    private @Nullable Span span(HttpServletRequest request, HttpServletResponse response) {
        long bytes = source.bytes();
        Span span = new Span(0, bytes);
        if (resumable) {
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
            List<HttpRange> ranges = ranges(request.getHeader(HttpHeaders.RANGE));
            if (ranges.size() == 1) {
                span = new Span(
                        ranges.get(0).getRangeStart(bytes), ranges.get(0).getRangeEnd(bytes) + 1);
                if (span.from() >= span.to()) {
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes);
                    response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                    return null;
                }
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + span.from() + "-" + (span.to() - 1) + "/" + bytes);
            }
        }
        response.setContentLengthLong(span.to() - span.from());
        return span;
    }

    /** Returns the ranges of a request. A header that can't be understood counts as none, and gets the whole file. */
    private static List<HttpRange> ranges(@Nullable String header) {
        try {
            return HttpRange.parseRanges(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
