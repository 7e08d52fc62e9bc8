// Colours and measures of the map, in two themes.
//
// parts.theme.of("light" | "dark") -> {name, ui, map, pole, actor, choropleth, ribbon, stipple}
// parts.theme.mix(a, b, share)     -> colour: share of a, the rest of b
// parts.theme.actor(theme, code)   -> {fill, stroke, on}; what has no colour of its own is grey
// parts.theme.onColour(fill)       -> black or white, whichever reads better on the fill
(function (dl) {
  "use strict";

  const THEMES = {
    light: {
      name: "light",
      ui: {
        window: "#F1F2F4",
        panel: "#FFFFFF",
        raised: "#F8F9FA",
        header: "#F1F2F4",
        line: "#DADEE3",
        lineStrong: "#868F99",
        text: "#1A1F25",
        text2: "#505A65",
        text3: "#606A75",
        accent: "#0B6A66",
        accentSoft: "#DCEEEC",
        onAccent: "#FFFFFF",
        selection: "#DCEEEC",
        hover: "#E9ECEF",
        warn: "#855600",
        warnSoft: "#FFF2D2",
        error: "#B3261E",
        errorSoft: "#FBE6E4",
        ok: "#2B6A3C",
      },
      map: {
        sea: "#D3E2E9",
        land: "#F7F4ED",
        landOther: "#F1EDE4",
        border: "#8E8577",
        admin1: "#BDB3A2",
        coast: "#6E8C9C",
        river: "#86AFC4",
        lake: "#C3DAE5",
        graticule: "#E7E1D5",
        labelCountry: "#554F46",
        labelAdmin: "#6F6657",
        labelTown: "#2B2924",
        labelWater: "#2A5B77",
        halo: "#FBF9F4",
        ink: "#1A1F25",
        region: "#7A5A14",
      },
      pole: {
        W: { strong: "#0A5FB4", fill: "#A6CAEE", on: "#FFFFFF" },
        R: { strong: "#B8440F", fill: "#F3BC9F", on: "#FFFFFF" },
        C: { strong: "#4C3D00", fill: "#F8E79C", on: "#FFFFFF" },
        I: { strong: "#661767", fill: "#D2BCD3", on: "#FFFFFF" },
        T: { strong: "#0F5A46", fill: "#C8F0CF", on: "#FFFFFF" },
        N: { strong: "#62696F", fill: "#E5E5E3", on: "#FFFFFF" },
      },
      actor: {
        US: { fill: "#0A5FB4", stroke: "#0A5FB4", on: "#FFFFFF" },
        FR: { fill: "#8CC8F0", stroke: "#1F6AA0", on: "#0D2234" },
        RU: { fill: "#B8440F", stroke: "#B8440F", on: "#FFFFFF" },
        CN: { fill: "#EFC94C", stroke: "#4C3D00", on: "#2A2000" },
        IR: { fill: "#661767", stroke: "#661767", on: "#FFFFFF" },
        TR: { fill: "#0F5A46", stroke: "#0F5A46", on: "#FFFFFF" },
        UN: { fill: "#BDEBD6", stroke: "#2F7257", on: "#0F2A20" },
        XX: { fill: "#62696F", stroke: "#62696F", on: "#FFFFFF" },
      },
      choropleth: 0.76,
      ribbon: 0.26,
      stipple: 0.38,
    },
    dark: {
      name: "dark",
      ui: {
        window: "#15181C",
        panel: "#1B1F24",
        raised: "#21262C",
        header: "#15181C",
        line: "#31373E",
        lineStrong: "#747F8B",
        text: "#E8EBEE",
        text2: "#AAB3BD",
        text3: "#98A2AD",
        accent: "#54C7BB",
        accentSoft: "#153B39",
        onAccent: "#06201E",
        selection: "#163C3A",
        hover: "#272D34",
        warn: "#E8B84A",
        warnSoft: "#3A2E12",
        error: "#FF8A80",
        errorSoft: "#42201E",
        ok: "#7CCB8E",
      },
      map: {
        sea: "#11181F",
        land: "#23282D",
        landOther: "#1F2428",
        border: "#717B84",
        admin1: "#434B53",
        coast: "#4D6B7C",
        river: "#3C6B84",
        lake: "#172A36",
        graticule: "#2A3036",
        labelCountry: "#C3C9CF",
        labelAdmin: "#959CA4",
        labelTown: "#E2E5E8",
        labelWater: "#7FB4CF",
        halo: "#1A1E22",
        ink: "#F1F3F5",
        region: "#D9B25C",
      },
      pole: {
        W: { strong: "#6FBBF7", fill: "#1C3560", on: "#06182A" },
        R: { strong: "#F8875B", fill: "#5A2C1C", on: "#2B0E02" },
        C: { strong: "#F7DE6A", fill: "#544A12", on: "#2A2000" },
        I: { strong: "#CC96BC", fill: "#3A2836", on: "#2C0A24" },
        T: { strong: "#BFF5CA", fill: "#345A40", on: "#04241A" },
        N: { strong: "#E4E7F0", fill: "#484A52", on: "#14181C" },
      },
      actor: {
        US: { fill: "#6FBBF7", stroke: "#6FBBF7", on: "#06182A" },
        FR: { fill: "#CFE9FB", stroke: "#CFE9FB", on: "#0D2234" },
        RU: { fill: "#F8875B", stroke: "#F8875B", on: "#2B0E02" },
        CN: { fill: "#F7DE6A", stroke: "#F7DE6A", on: "#2A2000" },
        IR: { fill: "#CC96BC", stroke: "#CC96BC", on: "#2C0A24" },
        TR: { fill: "#45B78E", stroke: "#59CBA2", on: "#04241A" },
        UN: { fill: "#A6EFC6", stroke: "#A6EFC6", on: "#0F2A20" },
        XX: { fill: "#78828C", stroke: "#B6BEC6", on: "#0B0E11" },
      },
      choropleth: 0.7,
      ribbon: 0.3,
      stipple: 0.26,
    },
  };

  function channels(colour) {
    const value = parseInt(colour.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }

  function hex(rgb) {
    return "#" + rgb.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("");
  }

  function mix(a, b, share) {
    const first = channels(a);
    const second = channels(b);
    return hex(first.map((c, i) => c * share + second[i] * (1 - share)));
  }

  // Relative luminance of WCAG 2.
  function luminance(colour) {
    const linear = channels(colour).map((c) => {
      const part = c / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  dl.parts.theme = {
    font: '"Inter", "Noto Sans", system-ui, "Segoe UI", "DejaVu Sans", sans-serif',
    of: (name) => THEMES[name] || THEMES.light,
    mix,
    actor: (theme, code) => theme.actor[code] || theme.actor.XX,
    onColour: (fill) => (luminance(fill) > 0.179 ? "#000000" : "#FFFFFF"),
    alpha: (colour, opacity) => `rgba(${channels(colour).join(",")},${opacity})`,
  };
})((window.dateline = window.dateline || { parts: {} }));
