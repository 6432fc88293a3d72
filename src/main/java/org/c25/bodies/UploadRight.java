package org.c25.bodies;

import org.c25.common.Problem;
import org.springframework.security.core.Authentication;

/** Says who may send files to which addresses. It is asked before anything of the files is read. */
public interface UploadRight {

    /**
     * @param path the path of the address, such as {@code /sets/7/imports}
     * @return whether it knows this kind of address, and the caller may send files to it
     * @throws Problem if it knows the address, and the caller may not
     */
    boolean allows(String path, Authentication caller);
}
