// Country plates: what is said of a country as a whole stands in brackets in a free part of it or beside
// it, never on a point. One plate has four layouts, each with fewer details than the one before.
//
// parts.plates.layouts(room, country, numbers, title) -> {full(), list(), short(), line()}, each ->
//   {level, note, cells: [{all, sprite, x, y, texts: [{text, x, y, style, align}], rest}], width, height}
//   `full` has symbols to scale; `list` a row for each with its number and words, `short` without the
//   words that its symbol says; `line` only who is there
// parts.plates.draw(ctx, theme, plate); drawTitle(ctx, theme, plate); drawCells(ctx, theme, sprites, plate)
(function (dl) {
  "use strict";

  const { letters, width, outline, rounded, segment, circle } = dl.parts.ink;
  const HEADER = 22;
  const PADDING = 9;
  const GAP = 9;
  const BRACKET = 9;
  const TEXT = { size: 10.5, weight: 400 };
  const STRONG = { size: 11.5, weight: 700 };
  const CODE = { size: 10.5, weight: 700 };
  const TITLE = { size: 11.5, weight: 700, tracking: 0.4 };
  const SMALL_TITLE = { size: 10.5, weight: 700, tracking: 0.3 };
  const NOTE = { size: 11, weight: 400 };
  const LONG_TEXT = 110;
  const LONG_ROW = 190; // px
  const LINE = 13;
  const ROW = 17;
  const MOST_IN_ROW = 4;
  const MOST_ROWS = 8;
  const MOST_ROWS_NARROW = 4;
  const MOST_IN_LINE = 3;
  const MOST_IN_LINE_NARROW = 2;

  function rank(table, i) {
    const isTroops = table.form(i) === "troops";
    const gone = ["gone", "closed"].includes(table.text("state", i)) ? 100 : 0;
    if (isTroops && table.low[i] >= 0) return gone - table.low[i] / 1e6;
    return gone + (isTroops ? 20 : 10);
  }

  function noteOf(table, i, badge) {
    if (badge > 1) return `${badge} bases`;
    return dl.parts.words.note(table, i) || dl.parts.words.state(table.text("state", i));
  }

  const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  // A number with its state takes two lines rather than half the window.
  function cellText(table, i, badge) {
    const note = noteOf(table, i, badge);
    const style = badge === 1 && table.low[i] >= 0 ? STRONG : TEXT;
    const [head, ...rest] = width(note, style) > LONG_TEXT ? note.split(/, (?=[a-z])/) : [note];
    return { lines: [head, rest.join(", ")].filter(Boolean).map((line) => cut(line, 34)), style };
  }

  // Bases of one operator and state are one symbol with their number.
  function groups(table, numbers) {
    const found = new Map();
    for (const i of [...numbers].sort((a, b) => rank(table, a) - rank(table, b) || a - b)) {
      const isBase = table.form(i) === "base";
      const key = isBase ? `${table.text("code", i)}${table.text("state", i)}` : `m${i}`;
      if (found.has(key)) found.get(key).push(i);
      else found.set(key, [i]);
    }
    return [...found.values()];
  }

  function seatRow(row, y) {
    const up = Math.max(...row.map((c) => c.sprite.reach.top));
    const down = Math.max(...row.map((c) => c.sprite.reach.bottom));
    let x = PADDING;
    for (const cell of row) {
      const lean = (cell.sprite.reach.left - cell.sprite.reach.right) / 2;
      const spare = (cell.wide - cell.textWide) / 2;
      cell.x = x + cell.wide / 2 + lean;
      cell.y = y + up;
      const textX = x + cell.wide / 2 + Math.max(-spare, Math.min(spare, lean));
      cell.texts = cell.lines.map((text, n) => (
        { text, x: textX, y: y + up + down + 13 + n * LINE, style: cell.style, align: "center" }
      ));
      x += cell.wide + GAP;
    }
    const lines = Math.max(...row.map((c) => c.lines.length));
    return { right: x - GAP + PADDING, bottom: y + up + down + 20 + LINE * (lines - 1) };
  }

  function full({ table, spriteOf, under }, numbers, title) {
    const cells = groups(table, numbers).map((all) => {
      const sprite = spriteOf(all[0], all.length);
      const { lines, style } = cellText(table, all[0], all.length);
      const textWide = Math.max(...lines.map((line) => width(line, style)));
      return { all, sprite, lines, style, textWide, wide: Math.max(sprite.reach.left + sprite.reach.right, textWide + 4) };
    });
    let y = HEADER + 4;
    let widest = width(title.toUpperCase(), TITLE) + 2 * PADDING + 4;
    for (let n = 0; n < cells.length; n += MOST_IN_ROW) {
      const { right, bottom } = seatRow(cells.slice(n, n + MOST_IN_ROW), y);
      widest = Math.max(widest, right);
      y = bottom;
    }
    const isStacked = numbers.some((i) => under.has(i));
    const note = isStacked ? "whole country, last states" : "whole country";
    return { level: "full", note, titleStyle: TITLE, cells, width: Math.ceil(widest), height: Math.ceil(y + 4) };
  }

  // What the flag of the larger symbol says.
  function dueWords({ table, on }, i) {
    const flag = dl.parts.sprites.flagOf(table, i, on);
    if (!flag || flag.state === "met") return "";
    return flag.state === "passed" ? `, ${flag.text} passed` : `, by ${flag.text}`;
  }

  // The words that fit, the deadline where there is room for it, too; in short the number alone, for
  // the symbol says the rest, but not that a deadline has passed.
  function rowText(room, all, isShort) {
    const note = noteOf(room.table, all[0], all.length);
    const flag = dl.parts.sprites.flagOf(room.table, all[0], room.on);
    const hasPassed = Boolean(flag) && flag.state === "passed";
    if (isShort && room.table.low[all[0]] >= 0) return `${note.split(", ")[0]}${hasPassed ? dueWords(room, all[0]) : ""}`;
    const fits = (text) => width(text, TEXT) <= LONG_ROW;
    const found = [`${note}${dueWords(room, all[0])}`, note].find(fits);
    if (found) return found;
    let most = note.length;
    while (!fits(cut(note, most))) most -= 1;
    return cut(note, most);
  }

  // Columns of symbols, codes and words: as wide as their widest.
  function list(room, numbers, title, isShort = false) {
    const { table, smallOf, isNarrow } = room;
    const found = groups(table, numbers);
    const most = isNarrow ? MOST_ROWS_NARROW : MOST_ROWS;
    const shown = found.length > most ? found.slice(0, most - 1) : found;
    const rows = shown.map((all) => ({ all, sprite: smallOf(all[0]), code: table.text("code", all[0]), words: rowText(room, all, isShort) }));
    const left = Math.max(...rows.map(({ sprite }) => sprite.reach.left));
    const right = Math.max(...rows.map(({ sprite }) => sprite.reach.right));
    const codes = Math.max(...rows.map(({ code }) => width(code, CODE)));
    const [x, codeX] = [PADDING - 2 + left, PADDING + 1 + left + right];
    const wordsX = codeX + codes + 6;
    const cells = rows.map(({ all, sprite, code, words }, n) => {
      const y = HEADER + ROW * n + ROW / 2;
      return {
        all, sprite, x, y,
        texts: [{ text: code, x: codeX, y: y + 3.8, style: CODE, align: "left" }, { text: words, x: wordsX, y: y + 3.8, style: TEXT, align: "left" }],
      };
    });
    const rest = found.slice(shown.length).flat();
    if (rest.length) cells.push(restCell(rest, `and ${rest.length} more`, codeX, HEADER + ROW * rows.length + ROW / 2));
    const widest = Math.max(...cells.flatMap(({ texts }) => texts.map((t) => t.x + width(t.text, t.style))));
    const wide = Math.max(widest + PADDING, width(title.toUpperCase(), TITLE) + 2 * PADDING);
    return { level: isShort ? "short" : "list", note: "whole country", titleStyle: TITLE, cells, width: Math.ceil(wide), height: HEADER + ROW * cells.length + 5 };
  }

  function restCell(rest, text, x, y) {
    return { all: rest, sprite: null, x: x + width(text, TEXT) / 2, y, texts: [{ text, x, y: y + 3.8, style: TEXT, align: "left" }] };
  }

  function line(room, numbers, title) {
    const { table, smallOf, isNarrow } = room;
    const found = groups(table, numbers);
    const most = isNarrow ? MOST_IN_LINE_NARROW : MOST_IN_LINE;
    const shown = found.length > most + 1 ? found.slice(0, most) : found;
    let x = PADDING - 1 + width(title.toUpperCase(), SMALL_TITLE) + 6;
    const y = 10;
    const cells = shown.map((all) => {
      const sprite = smallOf(all[0]);
      const code = table.text("code", all[0]);
      const at = x + sprite.reach.left;
      const codeX = at + sprite.reach.right + 2;
      x = codeX + width(code, CODE) + 7;
      return { all, sprite, x: at, y, texts: [{ text: code, x: codeX, y: y + 3.8, style: CODE, align: "left" }] };
    });
    const rest = found.slice(shown.length).flat();
    if (rest.length) {
      cells.push(restCell(rest, `+${rest.length}`, x, y));
      x += width(`+${rest.length}`, TEXT) + 7;
    }
    return { level: "line", note: "", titleStyle: SMALL_TITLE, cells, width: Math.ceil(x), height: 20 };
  }

  function once(make) {
    let made = null;
    return () => {
      made = made || make();
      return made;
    };
  }

  function layouts(room, numbers, title) {
    return {
      full: once(() => full(room, numbers, title)),
      list: once(() => list(room, numbers, title)),
      short: once(() => list(room, numbers, title, true)),
      line: once(() => line(room, numbers, title)),
    };
  }

  function brackets(ctx, theme, w, h, arm) {
    const lines = new Path2D();
    for (const [x, y, dx, dy] of [[0, 0, 1, 1], [w, 0, -1, 1], [0, h, 1, -1], [w, h, -1, -1]]) {
      lines.moveTo(x + dx * arm, y);
      lines.lineTo(x, y);
      lines.lineTo(x, y + dy * arm);
    }
    outline(ctx, lines, theme.map.halo, 4);
    outline(ctx, lines, theme.map.labelCountry, 1.6);
  }

  const clamped = (value, least, most) => Math.max(least, Math.min(most, value));

  function drawLeader(ctx, theme, { box, anchor }) {
    const leader = segment(clamped(anchor.x, box.l, box.r), clamped(anchor.y, box.t, box.b), anchor.x, anchor.y);
    outline(ctx, leader, theme.map.halo, 3);
    outline(ctx, leader, theme.map.labelCountry, 1);
    ctx.fillStyle = theme.map.halo;
    ctx.fill(circle(anchor.x, anchor.y, 3.4));
    ctx.fillStyle = theme.map.labelCountry;
    ctx.fill(circle(anchor.x, anchor.y, 2.2));
  }

  function draw(ctx, theme, plate) {
    const { box, level, isInside } = plate;
    const [wide, high] = [box.r - box.l, box.b - box.t];
    if (!isInside) drawLeader(ctx, theme, plate);
    ctx.save();
    ctx.translate(Math.round(box.l), Math.round(box.t));
    ctx.globalAlpha = level === "full" ? 0.78 : 0.88;
    ctx.fillStyle = theme.map.halo;
    ctx.fill(rounded(0, 0, wide, high, 2));
    ctx.globalAlpha = 1;
    brackets(ctx, theme, wide, high, level === "line" ? 5 : BRACKET);
    ctx.restore();
  }

  // After the rings of selection, which must not cross it.
  function drawTitle(ctx, theme, { box, title, note, level, titleStyle }) {
    const wide = box.r - box.l;
    ctx.save();
    ctx.translate(Math.round(box.l), Math.round(box.t));
    const halo = { halo: theme.map.halo, haloWidth: 2 };
    const [x, y] = level === "line" ? [PADDING - 2, 13.8] : [PADDING, 16];
    letters(ctx, title.toUpperCase(), x, y, { ...titleStyle, ...halo, colour: theme.map.ink, align: "left" });
    const noteX = x + width(title.toUpperCase(), titleStyle) + 8;
    if (note && noteX + width(note, NOTE) < wide - 4) {
      letters(ctx, note, noteX, y, { ...NOTE, ...halo, colour: theme.map.labelCountry, align: "left" });
    }
    ctx.restore();
  }

  function drawCells(ctx, theme, sprites, { box, cells, level }) {
    const [l, t] = [Math.round(box.l), Math.round(box.t)];
    const haloWidth = level === "full" ? 3.4 : 1.6;
    for (const cell of cells) {
      if (cell.sprite) sprites.draw(ctx, cell.sprite, l + cell.x, t + cell.y);
      for (const { text, x, y, style, align } of cell.texts) {
        letters(ctx, text, l + x, t + y, { ...style, align, colour: theme.map.ink, halo: theme.map.halo, haloWidth });
      }
    }
  }

  dl.parts.plates = { layouts, draw, drawTitle, drawCells };
})((window.dateline = window.dateline || { parts: {} }));
