// Answers cookie cases with tough-cookie: node drive.mjs CASES ANSWERS
//
// CASES   {"now": epoch milliseconds, "cases": [{"steps": [{"url", "setCookie"}], "queries": [url]}]}
// ANSWERS [[the Cookie header for each query, "" where there is none]]
import { readFileSync, writeFileSync } from 'node:fs';

const [casesFile, answersFile] = process.argv.slice(2);
const { now, cases } = JSON.parse(readFileSync(casesFile, 'utf8'));

// The jar asks the global clock in places where no option reaches.
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [now] : args));
  }

  static now() {
    return now;
  }
};

const { CookieJar } = await import('tough-cookie');

function answer({ steps, queries }) {
  const jar = new CookieJar(undefined, { looseMode: true, prefixSecurity: 'silent' });
  for (const { url, setCookie } of steps) {
    jar.setCookieSync(setCookie, url, { ignoreError: true });
  }
  return queries.map((url) => jar.getCookieStringSync(url));
}

writeFileSync(answersFile, JSON.stringify(cases.map(answer)));
