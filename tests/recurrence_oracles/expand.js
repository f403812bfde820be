// SPDX-License-Identifier: MIT
// rrule.js on rules given as for expand.cpp; prints the dates, or why there are none.
'use strict';
const fs = require('fs');
const path = require('path');

/** rrule.js, which searches to the year 9999 for a date that does not come, made to stop at global.lastYear. */
function load(folder) {
    const file = path.resolve(folder, 'node_modules/rrule/dist/es5/rrule.min.js');
    const source = fs.readFileSync(file, 'utf8');
    if (source.split('>9999').length !== 3) throw new Error('rrule.js does not look as expected');
    const loaded = { exports: {} };
    new Function('module', 'exports', 'require', source.replaceAll('>9999', '>global.lastYear'))(loaded, loaded.exports, require);
    return loaded.exports;
}
const { RRule } = load(process.argv[2]);

const kMost = 60;

function at(text) {
    return new Date(text + 'T00:00:00Z');
}

function expand(line) {
    const [rrule, first, last] = line.split(' ');
    const options = RRule.parseString(rrule);
    options.dtstart = at(first);
    const end = at(last);
    if (!options.until || options.until > end) options.until = end;
    global.lastYear = end.getUTCFullYear();
    const dates = new RRule(options).all((date, index) => index < kMost);
    return dates.map((date) => date.toISOString().slice(0, 10)).join(' ');
}

const lines = fs.readFileSync(0, 'utf8').trim().split('\n');
process.stdout.write(lines.map((line) => {
    try {
        return expand(line);
    } catch (error) {
        return 'failed: ' + String(error).split('\n')[0];
    }
}).join('\n') + '\n');
