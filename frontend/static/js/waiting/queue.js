/** Whose turn has come goes on by themselves: they have agreed already. */
const form = document.querySelector("form.go-on");
form.requestSubmit(form.querySelector("button"));
