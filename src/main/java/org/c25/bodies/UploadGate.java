package org.c25.bodies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Opens an upload once it is known that its sender may send files to this address. It lets only a set number of uploads
 * pass at once. It runs after the rules of access, and before anything of the upload is read.
 */
@Component
class UploadGate implements HandlerInterceptor {

    private static final String PLACE = UploadGate.class.getName();

    private final List<UploadRight> rights;
    private final Semaphore places;

    UploadGate(List<UploadRight> rights, BodySettings settings) {
        this.rights = rights;
        this.places = new Semaphore(settings.uploadsAtOnce());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        UploadRequest upload = WebUtils.getNativeRequest(request, UploadRequest.class);
        if (upload == null || upload.isOpen()) {
            return true;
        }
        String path = Paths.of(request);
        Authentication caller = (Authentication) request.getUserPrincipal();
        if (caller == null || rights.stream().noneMatch(right -> right.allows(path, caller))) {
            throw Problem.notFound("address for files");
        }
        if (!places.tryAcquire()) {
            throw BodyRefused.busy();
        }
        request.setAttribute(PLACE, places);
        upload.open();
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        if (request.getAttribute(PLACE) != null) {
            request.removeAttribute(PLACE);
            places.release();
        }
    }
}
