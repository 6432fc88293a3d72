import { Draft } from "../forms/draft.js";
import { takeFaults } from "../forms/faults.js";
import { UploadProgress } from "./progress.js";
import { site } from "../web/site.js";

/** Shows how much of a form's files has been sent, and then what the server does. Without it the browser sends the form itself. */
class Upload {
  #form = document.querySelector("form.upload");
  #faults = document.querySelector(".upload-faults");
  #state = document.querySelector(".upload-state");
  #button = this.#form.querySelector("[type=submit]");
  #bar = document.createElement("progress");
  #progress = new UploadProgress(words => this.#state.textContent = words);

  constructor() {
    this.#bar.setAttribute("aria-label", "Sent");
    this.#form.addEventListener("submit", event => {
      event.preventDefault();
      this.#send();
    });
  }

  async #send() {
    const data = new FormData(this.#form);
    this.#button.disabled = true;
    this.#faults.replaceChildren();
    try {
      await this.#form.pack?.(data, words => this.#state.textContent = words);
    } catch (unread) {
      this.#end(unread instanceof DOMException ? "A file can't be read any more. Choose the pictures again." : unread.message);
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", this.#form.action);
    request.setRequestHeader("Accept", "text/html");
    request.responseType = "document";
    request.upload.addEventListener("progress", event => this.#tell(event));
    request.addEventListener("load", () => this.#show(request));
    request.addEventListener("error", () => this.#end("The connection broke. If the set is not on the study's page, send it again."));
    this.#state.before(this.#bar);
    data.append("work", this.#progress.name());
    request.send(data);
  }

  #tell({ loaded, total }) {
    this.#bar.max = total;
    this.#bar.value = loaded;
    if (loaded < total) {
      this.#state.textContent = `${Math.floor(loaded / total * 100)} % of ${Math.ceil(total / 1e6)} MB sent`;
    } else {
      this.#bar.removeAttribute("value");
      this.#progress.follow();
    }
  }

  /** Faults go beside the form, which keeps its files; any other page takes this one's place. */
  #show({ response, responseURL }) {
    this.#progress.end();
    const answer = response?.querySelector("form.upload");
    const faults = answer && response.querySelector(".upload-faults");
    if (faults) {
      this.#faults.replaceChildren(...faults.childNodes);
      takeFaults(this.#form, answer);
      this.#faults.focus();
      this.#end("Nothing was stored.");
    } else if (response?.querySelector("[name=username]")) {
      Draft.interrupt(); // What is typed here waits for whoever signs in again.
      location.assign(`${site}/sign-in`);
    } else if (response?.querySelector("#job")) {
      location.assign(responseURL); // Its script has to run.
    } else if (response) {
      history.pushState(null, "", responseURL);
      document.title = response.title;
      document.querySelector("#content").replaceWith(response.querySelector("#content") ?? response.body);
      scrollTo(0, 0);
    } else {
      this.#end("The server did not answer in words. Send it again, or tell its admin.");
    }
  }

  #end(words) {
    this.#progress.end();
    this.#bar.remove();
    this.#button.disabled = false;
    this.#state.textContent = words;
  }
}

new Upload();
addEventListener("popstate", () => location.reload());
