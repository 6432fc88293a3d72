package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has an empty study and a folder of pictures, and nothing else. */
class NewcomerIT extends AtTheBrowser {

    private static final int PICTURES = 24;

    private final List<String> errors = new ArrayList<>();
    private int clicks;

    @TempDir
    Path folder;

    private Page signedIn() {
        Page page = Chromium.page(chromium.person(1280, 800), errors);
        page.navigate(address("/sign-in"));
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/studies");
        return page;
    }

    private void click(Locator what) {
        what.click();
        clicks++;
    }

    @Test
    void aFolderOfPicturesBecomesTwentyFiveLinksInFewClicks() throws IOException {
        for (int i = 1; i <= PICTURES; i++) {
            Files.write(folder.resolve("face " + i + ".png"), Lab.picture("png", i));
        }
        Files.writeString(folder.resolve(".DS_Store"), "of the Finder");
        Files.writeString(folder.resolve("notes.txt"), "of mine");
        long study = lab.study();
        Page page = signedIn();
        page.navigate(address("/studies/" + study));

        click(page.getByText("Make the first set"));
        page.locator("#folder-of-pictures").setInputFiles(folder);
        clicks++; // on the field, which opens the dialog that is answered here
        assertThat(page.locator(".drop-chosen").textContent()).contains("26 files");
        click(page.locator("main button[type=submit]"));
        page.locator(".flash").first().waitFor();
        assertThat(page.locator(".flash").first().textContent())
                .contains("24 images, in the order of their names")
                .contains("Passed over: 2 files (")
                .contains(".DS_Store")
                .contains("notes.txt");
        click(page.getByText("Open the set"));
        click(page.getByText("Invite people"));
        click(page.locator("form.inline button:has-text('Make links')"));
        page.locator(".made").waitFor();

        assertThat(page.locator(".new-links tbody tr").count()).isEqualTo(25);
        assertThat(clicks).isLessThan(8);
        assertThat(jdbc.sql("""
                        select i.filename from item i join image_set s on s.id = i.set_id
                        where s.study_id = ? and s.kind = 'CUSTOM' and i.source_index = i.position
                        order by i.position""").param(study).query(String.class).list())
                .hasSize(PICTURES)
                .startsWith("face 1.png", "face 2.png", "face 3.png")
                .endsWith("face 24.png");
        assertThat(errors).isEmpty();
    }

    @Test
    void picturesThatAreDroppedAreASetAndAFaultIsTold() {
        Page page = signedIn();
        page.navigate(address("/studies/" + lab.study() + "/sets/new"));

        drop(page, "a.png", Lab.picture("png", 1), "broken.png", new byte[] {1, 2, 3});
        page.locator("main button[type=submit]").click();

        page.locator(".upload-faults li, .upload-faults p").first().waitFor();
        assertThat(page.locator(".upload-faults").textContent()).contains("broken.png", "is not an image");

        drop(page, "a.png", Lab.picture("png", 1), "b.png", Lab.picture("png", 2));
        page.locator("main button[type=submit]").click();

        page.locator(".flash").first().waitFor();
        assertThat(page.locator(".flash").first().textContent()).contains("2 images");
    }

    private static void drop(Page page, String one, byte[] first, String other, byte[] second) {
        Base64.Encoder text = Base64.getEncoder();
        page.evaluate(
                """
                files => {
                  const data = new DataTransfer();
                  for (const [name, text] of files)
                    data.items.add(new File([Uint8Array.from(atob(text), c => c.charCodeAt(0))], name, { type: "image/png" }));
                  document.querySelector("#drop").dispatchEvent(
                    new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }""", List.of(List.of(one, text.encodeToString(first)), List.of(other, text.encodeToString(second))));
        page.locator(".drop-chosen:has-text('2 files')").waitFor();
    }
}
