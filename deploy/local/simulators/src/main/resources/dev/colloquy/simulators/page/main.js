import { seldom } from "./api.js";
import { prepareFaults, showFaults } from "./faults.js";
import { prepareStart, showWhatIsOn } from "./interviews.js";
import { followJournal } from "./journal.js";
import { clearTranscript, readTranscript } from "./transcript.js";

const filter = document.getElementById("filter");

const refresh = seldom(300, () => {
  showWhatIsOn(follow);
  showFaults();
});

function applyFilter() {
  clearTranscript();
  followJournal(Object.fromEntries(new FormData(filter)), entry => {
    readTranscript(entry);
    refresh();
  });
}

/** Shows only what concerns one room, call or conversation. */
function follow(id) {
  filter.reset();
  document.getElementById("about").value = id;
  applyFilter();
}

filter.addEventListener("submit", event => {
  event.preventDefault();
  applyFilter();
});
filter.addEventListener("reset", () => setTimeout(applyFilter));

await Promise.all([prepareStart(follow), prepareFaults()]);
applyFilter();
refresh();
setInterval(refresh, 5000);
