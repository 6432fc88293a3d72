package org.c25.bodies;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with files (multipart). To find a parameter, Tomcat would write all parts to the disk. So until
 * {@link UploadGate} opens the request, it has no parameters, not even those of its address, and no parts.
 */
public final class UploadRequest extends HttpServletRequestWrapper {

    private boolean open;

    UploadRequest(HttpServletRequest request) {
        super(request);
    }

    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return open ? super.getParameter(name) : null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return open ? super.getParameterValues(name) : null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return open ? super.getParameterNames() : Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return open ? super.getParameterMap() : Map.of();
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        requireOpen();
        return super.getParts();
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        requireOpen();
        return super.getPart(name);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        requireOpen();
        return super.getInputStream();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        requireOpen();
        return super.getReader();
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("nobody may read an upload before it is known who sends it");
        }
    }
}
