package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Keeps what the answer to a form has to say until the page comes that the answer leads to. Only a GET gets it: a script
 * may send something to the same address in between, as the preview of a text does, and nobody would read it there.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class MessagesForNextPage implements FlashMapManager {

    private final SessionFlashMapManager kept = new SessionFlashMapManager();

    @Override
    public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals("GET") ? kept.retrieveAndUpdate(request, response) : null;
    }

    @Override
    public void saveOutputFlashMap(FlashMap messages, HttpServletRequest request, HttpServletResponse response) {
        kept.saveOutputFlashMap(messages, request, response);
    }
}
