// SPDX-License-Identifier: MIT
// Expands the feed on standard input: node expand.js PACKAGE FROM UNTIL, with ical.js or node-ical. Prints the spans
// that begin in [FROM, UNTIL), as milliseconds: [[start, end], ...].
"use strict";

const fs = require("fs");

const [, , name, from, until] = process.argv;
const text = fs.readFileSync(0, "utf8");
const window = [Date.parse(from), Date.parse(until)];
const spans = [];

function add(start, end) {
  if (start >= window[0] && start < window[1]) {
    spans.push([start, end]);
  }
}

async function byIcalJs() {
  const loaded = await import(require.resolve("ical.js"));
  const ICAL = loaded.default;
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
  }
  const instant = (time) => time.toUnixTime() * 1000;
  const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  for (const event of events.filter((one) => !one.isRecurrenceException())) {
    for (const other of events) {
      if (other.isRecurrenceException() && other.uid === event.uid) {
        event.relateException(other);
      }
    }
    if (!event.isRecurring()) {
      add(instant(event.startDate), instant(event.endDate));
      continue;
    }
    const dates = event.iterator();
    // A moved date may lie a while before the one that the rule gives.
    const behind = window[1] + 60 * 86400000;
    for (let next = dates.next(); next && instant(next) < behind; next = dates.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      add(instant(startDate), instant(endDate));
    }
  }
}

async function byNodeIcal() {
  const ical = require("node-ical");
  for (const event of Object.values(ical.sync.parseICS(text))) {
    if (event.type !== "VEVENT") {
      continue;
    }
    if (!event.rrule) {
      add(event.start.getTime(), event.end.getTime());
      continue;
    }
    const found = ical.expandRecurringEvent(event, {
      from: new Date(window[0]), to: new Date(window[1]), includeOverrides: true, excludeExdates: true,
    });
    for (const one of found) {
      add(one.start.getTime(), one.end.getTime());
    }
  }
}

(name === "ical.js" ? byIcalJs() : byNodeIcal()).then(() => {
  process.stdout.write(JSON.stringify(spans));
});
