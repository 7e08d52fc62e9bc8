// The basemap's files: loaded when a zoom level first needs them, or found in the page.
//
// const world = parts.world.make(folder, onLoaded)
//   folder "" : the files are in the page, as JSON in script tags
// world.need(zoom)  -> starts what is missing; onLoaded() runs after each arrival
// world.settled(zoom) -> Promise that all of it has arrived
// world.coarse, world.fine, world.admin1, world.water, world.towns -> decoded, or null
// world.country(id, zoom) -> the best shape there is now
(function (dl) {
  "use strict";

  const { shapes, line, boxOf } = dl.parts.topology;
  const { unitX, unitY } = dl.parts.table;
  const FINE_FROM = 5;

  function readFile(url, type) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.responseType = type;
      request.onload = () => resolve(request.response);
      request.onerror = () => reject(new Error(`${url} could not be read`));
      request.send();
    });
  }

  function readJson(folder, name) {
    const inside = document.getElementById(`dateline-${name}`);
    if (inside) return Promise.resolve(JSON.parse(inside.textContent));
    return readFile(`${folder}${name}.json`, "text").then(JSON.parse);
  }

  function lines(texts, grid) {
    return texts.map((text) => {
      const points = line(text, grid);
      return { points, box: boxOf(points) };
    });
  }

  function admin1(table) {
    const found = new Map();
    for (const [code, part] of Object.entries(table.countries)) {
      found.set(code, {
        lines: lines(part.lines, table.grid),
        labels: part.labels.map(([name, lon, lat, zoom]) => (
          { name, x: unitX(lon), y: unitY(lat), zoom }
        )),
      });
    }
    return found;
  }

  function water(table) {
    return {
      rivers: lines(table.rivers, table.grid).map((r, i) => ({ ...r, km: table.length_km[i] })),
      lakes: lines(table.lakes, table.grid),
      riverLabels: table.riverLabels,
      pointLabels: table.pointLabels.map(([name, lon, lat, zoom, kind]) => (
        { name, x: unitX(lon), y: unitY(lat), zoom, kind }
      )),
    };
  }

  function towns(table) {
    return table.name.map((name, i) => ({
      name,
      x: unitX(table.lon[i]),
      y: unitY(table.lat[i]),
      zoom: table.zoom[i],
      isCapital: table.capital[i] === 1,
      isBig: table.big[i] === 1,
    }));
  }

  const FILES = {
    coarse: { file: "world_50m", from: 0, decode: shapes },
    water: { file: "water", from: 0, decode: water },
    towns: { file: "towns", from: 0, decode: towns },
    fine: { file: "world_10m", from: FINE_FROM, decode: shapes },
    admin1: { file: "admin1", from: FINE_FROM, decode: admin1 },
  };

  function make(folder, onLoaded) {
    const world = { coarse: null, fine: null, admin1: null, water: null, towns: null };
    const pending = new Map();

    function load(name) {
      if (!pending.has(name)) {
        const { file, decode } = FILES[name];
        const done = readJson(folder, file).then((table) => {
          world[name] = decode(table);
          onLoaded(name);
        });
        pending.set(name, done);
      }
      return pending.get(name);
    }

    world.need = (zoom) => Object.keys(FILES).filter((n) => zoom >= FILES[n].from).map(load);
    world.settled = (zoom) => Promise.all(world.need(zoom));
    world.isFine = (zoom) => zoom >= FINE_FROM && world.fine !== null;
    // Several shapes may bear one code: islands that Natural Earth lists on their own.
    world.countries = (id, zoom) => {
      const of = (set) => (set ? set.countries.filter((c) => c.id === id) : []);
      const fine = world.isFine(zoom) ? of(world.fine) : [];
      return fine.length ? { set: world.fine, found: fine } : { set: world.coarse, found: of(world.coarse) };
    };
    return world;
  }

  dl.parts.world = { make, readFile };
})((window.dateline = window.dateline || { parts: {} }));
