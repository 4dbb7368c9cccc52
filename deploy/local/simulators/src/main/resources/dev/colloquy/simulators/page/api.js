/** The control API. A refusal becomes an Error whose message names the field. */
export async function call(method, path, body) {
  const answer = await fetch(`/control${path}`, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await answer.text();
  const content = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(content.detail ?? `refused with ${answer.status}`);
  }
  return content;
}

/** Runs a form's action and shows its answer or its refusal. */
export function onSubmit(form, answer, action) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    try {
      answer.textContent = await action(Object.fromEntries(new FormData(form)));
      answer.classList.remove("refused");
    } catch (refused) {
      answer.textContent = refused.message;
      answer.classList.add("refused");
    }
  });
}

/** An element with text or children; `attributes` are set as properties. */
export function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

/** Runs an action at most once in a while, the last time after the last call. */
export function seldom(milliseconds, action) {
  let timer = 0;
  return () => {
    timer ||= setTimeout(() => {
      timer = 0;
      action();
    }, milliseconds);
  };
}
