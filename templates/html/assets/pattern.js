// Patterns, as the programs that Go makes of them: {steps, delays}. All ways through
// a program are followed side by side, those that Go prefers first, so that the
// time is in proportion to the text, whatever the pattern is like.
(() => {
  "use strict";
  // The steps by their numbers, which begin at 1: a text is one a character.
  const numbered = new WeakMap();
  const stepsOf = (program) => {
    if (!numbered.has(program)) {
      numbered.set(program, [{}, ...program.steps.flatMap(({ text, ...step }) => {
        const single = [...text ?? ""].map((char) => ({ char }));
        return text ? [...single.slice(0, -1), { ...single.at(-1), ...step }] : [step];
      })]);
    }
    return numbered.get(program);
  };

  const isWord = (char = "") => /^\w$/.test(char);
  // Whether a place between characters is what Go's syntax.EmptyOp asks for, bit by bit.
  const looks = (bits, before, after) => {
    const edge = isWord(before) !== isWord(after);
    const isOff = (char) => char === undefined || char === "\n";
    return [isOff(before), isOff(after), before === undefined, after === undefined, edge, !edge]
      .every((is, bit) => is || !(bits >> bit & 1));
  };
  const isIn = (pairs, point) => {
    let i = 0;
    while (i < pairs.length && pairs[i + 1] < point) i += 2;
    return pairs[i] <= point;
  };
  const reads = ({ char, in: pairs }, given) => (pairs ? isIn(pairs, given.codePointAt(0)) : char === given);

  // The ways of a program through a text: {n, kept}, the number of a step that reads
  // a character or ends, and the places that its slots have kept.
  class Run {
    constructor(program, text) {
      this.steps = stepsOf(program);
      this.chars = [...text];
      this.reached = [];
    }

    // Adds the ways on from a step at a place in the text.
    follow(ways, way, at) {
      const open = [way];
      while (open.length) {
        const { n, kept } = open.pop();
        const { to = n + 1, else: other, slot, look } = this.steps[n];
        if (this.reached[n] === at) continue;
        this.reached[n] = at;
        if (other) {
          open.push({ n: other, kept }, { n: to, kept });
        } else if (slot) {
          open.push({ n: to, kept: Object.assign([...kept], { [slot]: at }) });
        } else if (!look) {
          ways.push({ n, kept });
        } else if (looks(look, this.chars[at - 1], this.chars[at])) {
          open.push({ n: to, kept });
        }
      }
    }

    // What the slots keep at the end of the text; undefined where no way leads there.
    end(spellings) {
      let ways = [];
      this.follow(ways, { n: 1, kept: [] }, 0);
      for (let at = 0; at < this.chars.length && ways.length; at++) {
        const given = spellings(this.chars[at]);
        const next = [];
        for (const { n, kept } of ways) {
          const step = this.steps[n];
          if (given.some((char) => reads(step, char))) this.follow(next, { n: step.to ?? n + 1, kept }, at + 1);
        }
        ways = next;
      }
      return ways.find(({ n }) => this.steps[n].end)?.kept;
    }
  }

  const asWritten = (char) => [char];
  const inAnyCase = (char) => [char.toLowerCase(), char.toUpperCase()];

  // Whether a pattern matches a whole text, and whether it does but for upper case.
  const matches = (program, text) => new Run(program, text).end(asWritten) !== undefined;
  const resembles = (program, text) => new Run(program, text).end(inAnyCase) !== undefined;
  // The delays in the groups of a pattern that matches a text: {text, unit}.
  const delaysIn = (program, text) => {
    const run = new Run(program, text);
    const kept = run.end(asWritten);
    return (program.delays ?? [])
      .map((unit, i) => ({ unit, start: kept?.[2 * i + 1], end: kept?.[2 * i + 2] }))
      .filter(({ end }) => end !== undefined)
      .map(({ unit, start, end }) => ({ unit, text: run.chars.slice(start, end).join("") }));
  };

  Object.assign(globalThis.errgen, { matches, resembles, delaysIn });
})();
