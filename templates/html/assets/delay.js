// How long a text asks to wait, in nanoseconds as a BigInt; undefined where it is
// no delay. Numbers are exact, however many digits they have.
(() => {
  "use strict";
  const second = 1_000_000_000n;
  const millisecond = 1_000_000n;
  const lengths = { s: second, ms: millisecond, min: 60n * second, epoch: second, epoch_ms: millisecond };

  const longest = 2n ** 63n - 1n;
  const bounded = (delay) => (delay < longest ? delay : longest);
  const ceiling = (n, by) => (n + by - 1n) / by;

  // A decimal number as a fraction.
  const fraction = (number) => {
    const [whole, parts = ""] = number.split(".");
    return [BigInt(whole + parts), 10n ** BigInt(parts.length)];
  };
  const amount = (text, length) => {
    if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
    const [n, scale] = fraction(text);
    return bounded(ceiling(n * length, scale));
  };

  // 3.5s, of any precision, or 1m30s as Go writes it.
  const parts = {
    ns: 1n, us: 1000n, µs: 1000n, μs: 1000n, ms: millisecond, s: second, m: 60n * second, h: 3600n * second,
  };
  const part = String.raw`(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)`;
  const duration = (text) => {
    const seconds = text.endsWith("s") ? amount(text.slice(0, -1), second) : undefined;
    if (seconds !== undefined || text === "0") return seconds ?? 0n;
    if (!new RegExp(`^(?=\\d)(${part})+$`).test(text)) return undefined;
    let sum = 0n;
    for (const [, number, unit] of text.matchAll(new RegExp(part, "g"))) {
      const [n, scale] = fraction(number);
      sum += n * parts[unit] / scale;
    }
    return sum <= longest ? sum : undefined;
  };

  // The forms of an HTTP-date (RFC 9110 §5.6.7).
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const month = `(?<month>${months.join("|")})`;
  const weekday = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const weekdayInFull = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  const clock = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;
  const dates = [
    String.raw`${weekday}, (?<day>\d\d) ${month} (?<year>\d{4}) ${clock} GMT`,
    String.raw`${weekdayInFull}, (?<day>\d\d)-${month}-(?<year>\d\d) ${clock} GMT`,
    String.raw`${weekday} ${month} (?<day>[ \d]\d) ${clock} (?<year>\d{4})`,
  ].map((form) => new RegExp(`^${form}$`));
  const inFull = (year) => (year < 69 ? 2000 : 1900) + year;

  // The time of an HTTP-date, since 1970.
  const date = (text) => {
    const groups = dates.map((form) => form.exec(text)?.groups).find(Boolean);
    if (!groups) return undefined;
    const [year, day, ...times] = ["year", "day", "hour", "minute", "second"].map((name) => Number(groups[name]));
    const time = new Date(0);
    time.setUTCFullYear(groups.year.length === 2 ? inFull(year) : year, months.indexOf(groups.month), day);
    time.setUTCHours(...times);
    // A 31 February has rolled over: there is none.
    const told = [time.getUTCDate(), time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
    return String(told) === String([day, ...times]) ? BigInt(time.getTime()) * millisecond : undefined;
  };

  // How long after another a time is, in whole units; none if it is past.
  const until = (time, sent, unit) => {
    const delay = bounded(time - sent);
    return delay > 0n ? bounded(ceiling(delay, unit) * unit) : undefined;
  };

  // The delay that a text is at a locator, in a response that was sent then.
  const delay = (text, { unit = "s", header }, sent) => {
    if (unit === "duration") return duration(text);
    const given = amount(text, lengths[unit]);
    if (given !== undefined) return unit.startsWith("epoch") ? until(given, sent, lengths[unit]) : given;
    const time = header && unit === "s" ? date(text) : undefined;
    return time === undefined ? undefined : until(time, sent, second);
  };

  Object.assign(globalThis.errgen, { date, delay });
})();
